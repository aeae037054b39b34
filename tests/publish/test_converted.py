"""A converted unit is told wherever the figure is shown: table, target, chart, deck and note."""
import pandas as pd
import pytest
from test_charts import overlaps, texts

from minzheng.panel.comparable import in_one_unit
from minzheng.panel.schema import observations_frame
from minzheng.panel.summary import province_summary
from minzheng.panel.targets import match_targets
from minzheng.publish import explore, story
from minzheng.publish.series import labelled
from minzheng.publish.tables import growth_table, levels_table, targets_table


@pytest.fixture
def rows(observations):
    """The rural standard of Liaoning, first by year, then by month, and a target by month."""
    known = observations.set_index("obs_id")
    level = observations[(observations["indicator"] == "SA.R.STD") & (observations["measure"] == "level")].iloc[[0]]
    year, month, wanted = (level.assign(obs_id=name, doc_id=doc, source=f"{doc}.txt", period=period, unit=unit,
                                        value=value, value_min=value - 0.5, value_max=value + 0.5, status=status)
                           for name, doc, period, unit, value, status in (
                               ("y", "ln20", "2020", "元/年", 5400.0, "actual"),
                               ("m", "ln21", "2021", "元/月", 480.0, "actual"),
                               ("t", "ln20", "2021", "元/月", 470.0, "target")))
    assert not {"y", "m", "t"} & set(known.index)
    return pd.concat([year, month, wanted], ignore_index=True)


def test_the_table_of_levels_shows_what_the_text_has(rows):
    table = levels_table(province_summary(rows, "210000", 2021).levels, rows)
    assert [row[1] for row in table.rows] == ["5,760元/人·年（原文480元/月）"]
    assert [row[3] for row in table.rows] == ["6.7% 计算"]
    assert [row[5] for row in table.rows] == [""]       # told, and no doubt


def test_the_table_of_growth_shows_unit_or_value_as_printed(rows):
    table = growth_table(story.region_growth(rows, "210000"))
    assert [row[2] for row in table.rows] == ["5,400元/人·年（原文元/年）", "5,760元/人·年（原文480元/月）"]


def test_targets_are_shown_as_printed_too(rows):
    table = targets_table(match_targets(in_one_unit(rows)), 2021)
    assert [row[1] for row in table.rows] == ["水平 5,640元/人·年（原文470元/月）"]
    assert [(row[3], row[4]) for row in table.rows] == [("超过", "5,760元/人·年（原文480元/月）")]
    plain = targets_table(match_targets(rows), 2021)
    assert [row[1] for row in plain.rows] == ["水平 470元/月"]


def test_a_note_names_every_conversion_and_its_rule_in_both_languages(rows, observations):
    assert story.unit_note(rows, "210000").text == (
        "单位经换算：农村低保平均标准（2020年）原文为元/年，按元/人·年列（×1：标准按人发放，元/年即省写“每人”）；"
        "农村低保平均标准（2021年）原文为元/月，按元/人·年列（×12：年标准即十二个月的标准，按人发放）")
    assert "printed in yuan/month, given in yuan/person·year (×12: " in story.unit_note(rows, "210000", "en").text
    assert story.unit_note(observations, "440000") is None


def test_a_chart_says_what_was_converted_and_shows_the_printed_value(rows, documents):
    chart, = story.growth_charts(story.region_growth(rows, "210000"), rows, documents)
    told = "\n".join(texts(chart))
    assert "单位经换算：元/年 → 元/人·年、元/月 → 元/人·年" in told and "（原文480元/月）\n5,760" in told
    assert overlaps(chart) == []


def test_regions_that_write_per_person_or_not_stand_in_one_chart_which_says_so(observations, documents):
    urban = observations[(observations["indicator"] == "SA.U.STD") & (observations["measure"] == "level")
                         & (observations["region"] == "210000") & (observations["period"] == "2021")].head(1)
    other = urban.assign(obs_id="g", region="440000", unit="元/人·月", value=900.0, value_min=899.5, value_max=900.5)
    both = pd.concat([urban, other], ignore_index=True)
    chart = story.comparison_chart(province_summary(both, "210000", 2021), both, documents)
    told = texts(chart)
    assert "单位：元/人·月" in told and any("单位经换算：元/月 → 元/人·月" in text for text in told)
    same = pd.concat([urban, other.assign(unit="元/月")], ignore_index=True)
    told = texts(story.comparison_chart(province_summary(same, "210000", 2021), same, documents))
    assert "单位：元/月" in told and not any("换算" in text for text in told)


def test_the_explorer_draws_one_series_out_of_two_units(rows, documents):
    chosen = explore.chosen_rows(labelled(rows), "210000", "SA.R.STD", explore.ALL_YEARS)
    assert "5,760" in "\n".join(texts(explore.series_chart(chosen, documents)))


def test_without_observations_there_is_nothing_to_tell():
    assert story.unit_note(observations_frame([]), "210000") is None
