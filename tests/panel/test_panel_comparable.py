"""Units made comparable by the rules on record, and never silently; cases typed by hand."""
import pandas as pd
import pytest

from minzheng.panel.changes import new_disagreements
from minzheng.panel.comparable import comparable, conversions_of, in_one_unit, load_conversions
from minzheng.panel.growth import year_over_year
from minzheng.panel.review import list_doubts
from minzheng.panel.summary import province_summary
from minzheng.panel.targets import match_targets

from .rows import RURAL, URBAN, growth, level, only, table

ORPHANS = "集中供养孤儿标准"


def orphans(value, unit, period, **more):
    return level(ORPHANS, value, unit, **{"indicator": "CHD.STD_C", "period": period, "source": f"{period}.txt"} | more)


def units(rows):
    return list(rows[["value", "unit", "flags"]].itertuples(index=False, name=None))


def test_only_what_stands_in_several_units_is_touched():
    rows = table(orphans(1000, "元/月", "2020"), orphans(1100, "元/月", "2021"),
                 level(URBAN, 700, "元/人·月", indicator="SA.U.STD"), level(RURAL, 6000, "元/年", indicator="SA.R.STD"))
    pd.testing.assert_frame_equal(in_one_unit(rows), rows)


def test_per_person_is_written_out_where_a_series_has_both_and_nothing_is_annualised():
    rows = in_one_unit(table(level(RURAL, 500, "元/月", indicator="SA.R.STD", period="2020"),
                             level(RURAL, 520, "元/人·月", indicator="SA.R.STD", period="2021", flags="spoiled")))
    assert units(rows) == [(500, "元/人·月", "unit-converted"), (520, "元/人·月", "spoiled")]
    assert rows["rule"].tolist() == ["typed; 元/月 as 元/人·月: times 1", "typed"]


def test_months_and_years_of_one_series_take_the_unit_that_is_usual():
    rows = in_one_unit(table(level(RURAL, 5003, "元/年", indicator="SA.R.STD", period="2020"),
                             level(RURAL, 460, "元/月", indicator="SA.R.STD", period="2022"),
                             level(RURAL, 480, "元/月", indicator="SA.R.STD", period="2023", status="target")))
    assert units(rows) == [(5003, "元/人·年", "unit-converted"), (5520, "元/人·年", "unit-converted"),
                           (5760, "元/人·年", "unit-converted")]
    assert rows.loc[1, ["value_min", "value_max"]].tolist() == [5514, 5526]


@pytest.mark.parametrize("other", [
    {"region": "210800"}, {"area_scope": "own-level"}, {"indicator": "CHD.STD_S"}, {"indicator": ""},
])
def test_another_series_has_its_own_unit(other):
    rows = table(orphans(1000, "元/月", "2020"), level(ORPHANS, 900, "元/人·月", **({"indicator": "CHD.STD_C"} | other)))
    pd.testing.assert_frame_equal(in_one_unit(rows), rows)


@pytest.mark.parametrize("unit", ["元/人次", "元", "%", "元/日", ""])
def test_a_unit_without_a_rule_changes_nothing(unit):
    rows = table(orphans(1000, "元/月", "2020"), orphans(30, unit, "2021"))
    pd.testing.assert_frame_equal(in_one_unit(rows), rows)
    assert unit in set(comparable(rows)["unit"])


def test_a_person_more_breaks_the_series_as_printed_and_not_in_one_unit():
    rows = table(orphans(1000, "元/月", "2020"), orphans(1100, "元/人·月", "2021"))
    assert year_over_year(rows)["growth_computed"].isna().all()
    assert only(year_over_year(in_one_unit(rows)), period="2021")["growth_computed"] == pytest.approx(10)


def test_a_summary_joins_the_series_and_says_so_in_the_year_that_was_converted():
    rows = table(orphans(1000, "元/月", "2020"), orphans(1100, "元/人·月", "2021"),
                 orphans(1300, "元/人·月", "2022", status="target", source="plan.txt"), orphans(1310, "元/月", "2022"))
    now, before = (province_summary(rows, "210000", year) for year in (2021, 2020))
    assert now.levels[["growth", "growth_kind", "flags"]].values.tolist() == [[pytest.approx(10), "computed", ""]]
    assert before.levels[["unit", "flags"]].values.tolist() == [["元/人·月", "unit-converted"]]
    assert only(now.targets, period="2022")[["target", "actual", "verdict"]].tolist() == [1300, 1310, "exceeded"]
    assert set(match_targets(rows)["verdict"]) == {"open"}      # as printed the units differ
    assert before.doubts.empty                                   # a conversion is told, and is no doubt


def test_a_yearly_and_a_monthly_standard_of_one_year_can_contradict_each_other():
    said = table(level(URBAN, 700, "元/月", indicator="SA.U.STD", source="a.txt"))
    both = table(level(URBAN, 700, "元/月", indicator="SA.U.STD", source="a.txt"),
                 level(URBAN, 9000, "元/年", indicator="SA.U.STD", source="b.txt"))
    agree = table(level(URBAN, 700, "元/月", indicator="SA.U.STD", source="a.txt"),
                  level(URBAN, 8400, "元/年", indicator="SA.U.STD", source="b.txt"))
    assert list_doubts(both)[["value", "unit", "doubt"]].values.tolist() == [
        [700, "元/月", "conflict"], [9000, "元/年", "conflict"]]
    assert list_doubts(agree).empty
    assert only(new_disagreements(said, both))["verdict"] == "conflict"


def test_regions_that_write_per_person_or_not_are_ranked_together_and_keep_their_unit():
    rows = table(level(URBAN, 700, "元/月", indicator="SA.U.STD"),
                 level(URBAN, 720, "元/人·月", indicator="SA.U.STD", region="350000", source="f.txt"),
                 level(URBAN, 9000, "元/年", indicator="SA.U.STD", region="430000", source="h.txt"))
    row = only(province_summary(rows, "210000", 2021).levels)
    assert row[["unit", "rank", "ranked", "flags"]].tolist() == ["元/月", 2, 2, ""]


def test_every_conversion_can_be_listed_with_its_reason():
    rows = in_one_unit(table(level(RURAL, 5003, "元/年", indicator="SA.R.STD", period="2020"), growth(RURAL, 5),
                             level(RURAL, 460, "元/月", indicator="SA.R.STD", period="2022")))
    told = conversions_of(rows)
    assert told[["unit_before", "unit_after", "factor"]].values.tolist() == [
        ["元/年", "元/人·年", 1], ["元/月", "元/人·年", 12]]
    assert told["reason"].str.len().min() > 20 and told["理由"].str.len().min() > 5
    assert conversions_of(table()).empty


def test_rules_and_their_reverse_agree():
    rules = load_conversions()
    assert rules["元/年", "元/人·月"] * rules["元/月", "元/人·年"] == pytest.approx(1)
