"""The explorer without a browser: each choice narrows the next, and a figure leads to its words."""
import pytest

from minzheng.publish import explore
from minzheng.publish.series import labelled
from minzheng.publish.story import Note
from minzheng.publish.widgets import Explorer, open_explorer


@pytest.fixture
def explorer(observations, documents):
    return Explorer(observations, documents)


def choose(explorer, region, indicator, year):
    explorer.region.value, explorer.indicator.value, explorer.year.value = region, indicator, year


def test_it_opens_with_something_chosen_everywhere(explorer):
    assert explorer.region.value == "210000"
    assert explorer.chart.value.startswith("<img") and "<table>" in explorer.table.value
    assert "<mark>" in explorer.source.value


def test_a_choice_leads_to_chart_table_and_sentence(explorer):
    choose(explorer, "210000", "SA.U.STD", 2021)
    offered = [label for label, _ in explorer.figure.options]
    assert offered == ["2021年 水平 705元/月（实绩）", "2021年 增幅 +4.9%（实绩）"]
    explorer.figure.value = "a2"
    assert "涨<mark>4.9%</mark>。" in explorer.source.value
    assert "全省民政工作会议（ln21.txt，原文第 " in explorer.source.value
    assert 'alt="辽宁省：城市低保平均标准' in explorer.chart.value


def test_another_region_offers_its_own_indicators_and_years(explorer):
    explorer.region.value = "440000"
    offered = {label.partition("（")[0] for label, _ in explorer.indicator.options}
    assert offered >= {"结婚登记对数", "慈善捐赠<b>总额</b>"}
    explorer.indicator.value = "MAR.REG"
    assert [year for _, year in explorer.year.options] == [0, 2021, 2020, 2019]
    explorer.year.value = 2019
    assert [obs_id for _, obs_id in explorer.figure.options] == ["g1"]


def test_the_sentence_follows_even_where_two_series_are_of_the_same_year(explorer):
    choose(explorer, "210000", "SA.U.STD", 2021)
    explorer.indicator.value = "SA.R.STD"
    explorer.year.value = 2021
    assert "6107元/年" in explorer.source.value


def test_a_series_of_targets_only_says_that_there_is_nothing_to_draw(explorer):
    choose(explorer, "210800", "SA.U.STD", 2021)
    assert "这个指标没有读到实绩，也没有增幅，不画图" in explorer.chart.value and "<img" not in explorer.chart.value
    assert "目标" in explorer.table.value


def test_document_text_is_escaped(explorer, observations):
    explorer.region.value = "440000"
    subject = observations.loc[observations["obs_id"] == "f4", "subject"].iloc[0]
    explorer.indicator.value = next(key for label, key in explorer.indicator.options if label.startswith(subject))
    choose(explorer, "440000", "SA.U.STD", 2021)
    shown = explorer.chart.value + explorer.table.value + explorer.source.value
    assert "<script>" not in shown and "&lt;script&gt;" in shown


def test_without_a_dataset_there_is_a_friendly_word(tmp_path):
    shown = open_explorer(str(tmp_path / "nowhere"))
    assert isinstance(shown, Note)
    assert shown.text.startswith("还没有数据：把公报放进 data/raw，运行 make report")


def test_a_share_of_one_year_is_drawn_as_one_dot(observations, documents):
    shares = observations[(observations["measure"] == "share") & (observations["status"] == "actual")].head(1)
    chart = explore.series_chart(labelled(shares), documents)
    assert len(chart.figure.axes) == 1 and "99.6" in chart.alt
    assert any(text.get_text().startswith("99.6") for text in chart.figure.axes[0].texts)
