"""Tables and sentences: what is published, implied or planned is said; document text is never HTML."""
import pandas as pd
import pytest

from minzheng.panel.growth import year_over_year
from minzheng.panel.summary import province_summary
from minzheng.panel.targets import match_targets
from minzheng.publish.provenance import marked_raw, marked_sentence, source_line
from minzheng.publish.several import with_doubts
from minzheng.publish.tables import (
    Table,
    doubts_table,
    evidence_table,
    growth_table,
    levels_table,
    sources_table,
    targets_table,
)


def row_of(table: Table, *beginning) -> tuple:
    return next(row for row in table.rows if row[:len(beginning)] == beginning)


def test_levels_with_growth_rank_and_doubt(observations):
    table = levels_table(province_summary(observations, "210000", 2021).levels, observations)
    assert row_of(table, "城市低保平均标准")[1:5] == ("705元/月", "2021年", "4.9% 公布", "2/2")
    assert row_of(table, "城乡低保对象总人数", "99.54万人※")[5] == "紧邻修复处"


def test_several_values_under_one_name_stand_each_with_its_subject_and_never_as_one(observations):
    """Two tiers of one standard in one document: 624 and 584 yuan a month."""
    rows = observations[observations["obs_id"] == "a1"]
    tiers = pd.concat([rows.assign(obs_id=f"t{value}", indicator="SA.OLDWORKER_STD", subject=f"补助标准（{tier}）",
                                   value=value, value_min=value - 0.5, value_max=value + 0.5)
                       for tier, value in (("第一档", 624.0), ("第二档", 584.0))])
    rate = observations[observations["obs_id"] == "a2"].assign(
        obs_id="t", indicator="SA.OLDWORKER_STD", subject="补助标准", of="t624.0;t584.0", value=7.5, value_min=7.45,
        value_max=7.55)
    observations = pd.concat([observations, tiers, rate], ignore_index=True)
    table = levels_table(province_summary(observations, "210000", 2021).levels, observations)
    for tier, value in (("第一档", "624元/月※"), ("第二档", "584元/月※")):
        assert row_of(table, f"补助标准（{tier}）", value)[3:6] == ("7.5% 公布", "", "一名多值")
    mine = observations[observations["region"] == "210000"]
    growth = growth_table(with_doubts(year_over_year(mine), mine))
    assert row_of(growth, "60年代精简退职职工补助标准")[1:5] == ("2021年", "584–624元/月※", "多值", "7.5%")


def test_growth_tells_published_computed_and_implied_apart(observations):
    table = growth_table(year_over_year(observations[observations["region"] == "210000"]))
    assert row_of(table, "城市低保平均标准", "2021年")[2:] == ("705元/月", "公布", "4.9%", "", "")
    assert row_of(table, "城市低保平均标准", "2020年")[2:] == ("671.3–672.9元/月", "倒推", "6.2%", "", "")
    assert row_of(table, "城市低保平均标准", "2019年")[2:] == ("631.8–633.9元/月", "倒推", "", "", "")
    assert row_of(table, "结婚登记对数", "2020年")[2:] == ("20.3万对", "公布", "", "-12.1%", "")


def test_a_contradiction_is_said(observations):
    table = growth_table(year_over_year(observations[observations["region"] == "440000"]))
    assert row_of(table, "结婚登记对数", "2020年")[4:] == ("-15.1%", "-10.5%", "不符")


def test_targets_are_shown_as_targets_with_the_region_above_as_context_only(observations):
    table = targets_table(match_targets(observations[observations["region"].str.startswith("21")]), 2021)
    urban = row_of(table, "城市低保平均标准")
    assert urban[1:4] == ("增幅 4.5%", "2021年", "目标：未见实绩")
    assert urban[4:6] == ("", "辽宁省 4.9%")
    assert row_of(table, "新建示范型居家社区养老服务中心")[3] == "目标：未到期"


def test_doubts_say_why(observations):
    table = doubts_table(province_summary(observations, "210000", 2021).doubts)
    assert [(row[1], row[2]) for row in table.rows] == [("水平 99.54万人", "紧邻修复处"), ("比例 99.6%", "原文缺损")]


def test_document_text_is_escaped_everywhere(observations, documents):
    rows = observations[observations["region"] == "440000"]
    html = sources_table(rows, documents)._repr_html_() + evidence_table(rows, documents)._repr_html_()
    assert "<script>" not in html and "<b>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;公报" in html
    assert "慈善捐赠&lt;b&gt;总额&lt;/b&gt;" in html


def test_evidence_marks_the_words_of_the_figure(observations, documents):
    html = evidence_table(observations[observations["obs_id"] == "a2"], documents)._repr_html_()
    assert "城市低保的平均标准调到705元/月，涨<mark>4.9%</mark>。" in html


@pytest.mark.parametrize("start,stop,marked", [
    (2, 5, "共<mark>12个</mark>，又12个。"), (7, 10, "共12个，又<mark>12个</mark>。"), (30, 33, "共12个，又12个。")])
def test_the_right_one_of_two_equal_figures_is_marked(start, stop, marked):
    text = "。共12个，又12个。共12个，又12个。"
    assert marked_sentence("共12个，又12个。", start, stop, text) == marked


def test_raw_text_is_shown_around_the_figure_and_escaped():
    assert marked_raw("<i>標準</i>705元/月,,", 9, 15) == "…&lt;i&gt;標準&lt;/i&gt;<mark>705元/月</mark>,,…"


def test_a_source_line_names_title_and_file(observations, documents):
    line = source_line(observations[observations["doc_id"].isin(["ln21", "ln20"])], documents)
    assert line == "来源：2020年民政统计（ln20.txt）；全省民政工作会议（ln21.txt）"


def test_more_than_three_sources_are_counted(observations, documents):
    assert source_line(observations, documents).endswith("等 7 份文件")


def test_an_empty_table_says_so():
    assert Table(("甲",), [], empty="没有。")._repr_html_() == '<p class="muted">没有。</p>'
