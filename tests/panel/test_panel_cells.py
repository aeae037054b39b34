"""Several sources for one cell: a scripted set of conflicts, typed by hand."""
import pandas as pd
import pytest

from minzheng.panel.cells import reconcile
from minzheng.panel.comparable import comparable
from minzheng.panel.growth import year_over_year

from .rows import RURAL, URBAN, growth, level, only, table

DOCUMENTS = pd.DataFrame({"source": ["early.txt", "late.txt", "site-a.txt", "site-b.txt"],
                          "date": ["2022-01-10", "2022-09-01", "2022-01-12", "2022-01-20"]})


def beds(value, source, **more):
    return level("养老床位数", value, "张", source=source, doc_id=source, obs_id=f"{source}:{value}", **more)


def verdict(*rows, documents=None):
    found = reconcile(table(*rows), documents)
    found = found[found["period"] == "2021"]
    return tuple(only(found)[["value", "verdict", "preferred_for"]])


def later_report(source):
    """What makes a source one of the next year's reporting."""
    return level("其他事项", 1, "件", period="2022", source=source, doc_id=source)


def test_one_source():
    assert verdict(beds(5000, "a.txt")) == (5000, "single", "only")


def test_rounded_and_unrounded_agree_and_the_narrower_is_preferred():
    assert verdict(beds(50_000, "a.txt", half=5000), beds(51_234, "b.txt", half=0)) == (51_234, "agreement", "width")


def test_a_document_that_reports_a_later_year_revises():
    rows = [beds(5000, "a.txt"), beds(5100, "b.txt"), later_report("b.txt")]
    assert verdict(*rows) == (5100, "revision", "edition")


def test_a_document_dated_months_later_revises():
    assert verdict(beds(5000, "early.txt"), beds(5100, "late.txt"), documents=DOCUMENTS) == (5100, "revision", "dated")


def test_two_sites_of_the_same_weeks_contradict_each_other():
    rows = [beds(5000, "site-a.txt"), beds(5100, "site-b.txt")]
    assert verdict(*rows, documents=DOCUMENTS) == (5100, "conflict", "dated")
    assert verdict(*rows)[1] == "conflict"


def test_a_contradiction_stays_one_when_a_revision_joins():
    rows = [beds(5000, "site-a.txt"), beds(5100, "site-b.txt"), beds(5200, "late.txt")]
    assert verdict(*rows, documents=DOCUMENTS) == (5200, "conflict", "dated")


def test_one_text_on_two_sites_agrees_and_counts_as_one_text():
    found = only(reconcile(table(beds(5000, "site-a.txt"), beds(5000, "site-b.txt"))))
    assert (found["verdict"], found["sources"], found["texts"]) == ("agreement", 2, 1)
    assert found["obs_ids"] == "site-a.txt:5000;site-b.txt:5000"


def test_several_values_in_one_text_are_ambiguous():
    assert verdict(beds(5000, "a.txt"), beds(300, "a.txt"))[1] == "ambiguous"
    assert verdict(beds(5000, "a.txt"), beds(300, "a.txt"), beds(5000, "b.txt"))[1] == "ambiguous"


def test_clean_is_preferred_over_repaired_and_both_over_lost_digits():
    assert verdict(beds(5000, "a.txt", flags="beside-repair"), beds(5000, "b.txt")) == (5000, "agreement", "doubts")
    rows = [beds(500, "a.txt", flags="spoiled", half=0), beds(5000, "b.txt", flags="beside-repair", half=500)]
    assert verdict(*rows) == (5000, "conflict", "lost")
    assert verdict(rows[0], rows[1], later_report("a.txt")) == (5000, "revision", "lost")


def test_all_sources_are_kept():
    found = only(reconcile(table(beds(5100, "b.txt"), beds(5000, "a.txt"), beds(5050, "c.txt"))))
    assert sorted(found["obs_ids"].split(";")) == ["a.txt:5000", "b.txt:5100", "c.txt:5050"]
    assert found["obs_ids"].split(";")[0] == found["obs_id"]


def test_a_target_and_a_result_are_two_cells():
    assert len(reconcile(table(beds(5000, "a.txt"), beds(6000, "b.txt", status="target")))) == 2


@pytest.mark.parametrize(("subject", "code", "value", "unit", "expected", "usual"), [
    (RURAL, "SA.R.STD", 6107, "元/年", 6107, "元/人·年"),
    (RURAL, "SA.R.STD", 515, "元/月", 6180, "元/人·年"),
    (URBAN, "SA.U.STD", 705, "元/月", 705, "元/人·月"),
    (URBAN, "SA.U.STD", 8460, "元/年", 705, "元/人·月"),
    (URBAN, "SA.U.STD", 705, "元/人·月", 705, "元/人·月"),
])
def test_standards_by_month_and_by_year_become_comparable(subject, code, value, unit, expected, usual):
    row = only(comparable(table(level(subject, value, unit, indicator=code))))
    assert (row["value"], row["unit"]) == (pytest.approx(expected), usual)
    assert row["value_min"] == pytest.approx(expected * (value - 0.5) / value)
    assert ("unit-converted" in row["flags"]) == (unit != usual)
    assert (f"{unit} as {usual}" in row["rule"]) == (unit != usual)


@pytest.mark.parametrize("row", [
    level(URBAN, 705, "元/月"), growth(URBAN, 4.9, indicator="SA.U.STD"), level("登记", 12, "对", indicator="MAR.REG"),
])
def test_what_has_no_rule_is_left_alone(row):
    pd.testing.assert_frame_equal(comparable(table(row)), table(row))


def test_a_change_of_unit_breaks_the_series_until_a_rule_is_asked_for():
    rows = table(level(RURAL, 5003, "元/年", indicator="SA.R.STD", period="2020", source="a.txt"),
                 level(RURAL, 515, "元/月", indicator="SA.R.STD", period="2021", source="b.txt"))
    assert year_over_year(rows)["growth_computed"].isna().all()
    row = only(year_over_year(comparable(rows)), period="2021")
    assert row["growth_computed"] == pytest.approx(100 * (6180 / 5003 - 1))
