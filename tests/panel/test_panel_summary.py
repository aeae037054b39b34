"""The summary of a region and year, from observations typed by hand."""
from dataclasses import replace

import pytest

from minzheng.panel.summary import province_summary

from .rows import URBAN, growth, level, only, table

CODE = "SA.U.STD"


@pytest.fixture
def observations():
    return table(
        level(URBAN, 705, "元/月", indicator=CODE, domain="社会救助", obs_id="a", sentence="达到705元。"),
        growth(URBAN, 4.9, indicator=CODE, domain="社会救助", of="a"),
        level(URBAN, 690, "元/月", indicator=CODE, domain="社会救助", region="410000", source="h.txt"),
        level(URBAN, 720, "元/月", indicator=CODE, domain="社会救助", region="440000", source="g.txt"),
        level(URBAN, 711, "元/月", indicator=CODE, domain="社会救助", region="210800", source="y.txt"),
        level("某项工作量", 30, "件", flags="unit-missing"),
        growth(URBAN, 5.0, indicator=CODE, period="2022", status="target"),
        growth(URBAN, 6.0, indicator=CODE, period="2022", status="target", region="210800", source="y.txt"),
    )


def test_levels_carry_name_growth_rank_and_words(observations):
    row = only(province_summary(observations, "210000", 2021).levels, indicator=CODE)
    assert (row["region_name"], row["name"], row["value"], row["unit"]) == ("辽宁省", "城市低保平均标准", 705, "元/月")
    assert (row["growth"], row["growth_kind"]) == (4.9, "reported")
    assert (row["rank"], row["ranked"]) == (2, 3)       # the city is no province
    assert (row["sentence"], row["source"], row["obs_ids"]) == ("达到705元。", "a.txt", "a")


def test_shares_stand_among_the_levels_and_take_no_growth_of_theirs():
    share = level("居委会“一肩挑”比例", 99.6, "%", half=0.05, indicator="COM.YIJIANTIAO_R", obs_id="s")
    rows = table(replace(share, measure="share"), replace(share, measure="level", obs_id="l"),
                 growth("居委会“一肩挑”比例", 3, indicator="COM.YIJIANTIAO_R", of="l"),
                 replace(share, measure="share", value=97.0, value_min=96.95, value_max=97.05, region="350000",
                         source="f.txt", obs_id="f"))
    levels = province_summary(rows, "210000", 2021).levels
    row = only(levels, measure="share")
    assert (row["value"], row["unit"], row["rank"], row["ranked"], row["growth_kind"]) == (99.6, "%", 1, 2, "")
    assert only(levels, measure="level")["growth"] == 3


def test_a_city_has_its_province_as_context(observations):
    summary = province_summary(observations, 210800, "2021")
    assert (summary.region, summary.region_name, summary.year) == ("210800", "营口市", 2021)
    assert summary.levels["value"].tolist() == [711]
    assert only(summary.context, indicator=CODE)["region_name"] == "辽宁省"


def test_targets_of_the_next_year(observations):
    found = province_summary(observations, "210000", 2021).targets
    assert found[["period", "target", "verdict", "name"]].values.tolist() == [["2022", 5.0, "open", "城市低保平均标准"]]


def test_doubts_are_listed(observations):
    found = province_summary(observations, "210000", 2021).doubts
    assert found[["name", "doubt"]].values.tolist() == [["某项工作量", "unit-missing"]]


def test_coverage_counts_by_domain(observations):
    row = only(province_summary(observations, "210000", 2021).coverage, domain="社会救助")
    assert (row["present"], row["observations"], row["uncoded"]) == (1, 2, 0)


def test_growth_of_three_years_with_words(observations):
    found = province_summary(observations, "210000", 2021).growth
    assert found["period"].tolist() == ["2021", "2020"] or set(found["period"]) == {"2020", "2021"}
    assert set(found[found["name"] == "城市低保平均标准"]["value_kind"]) == {"reported", "implied"}


def test_a_region_without_figures_gives_empty_tables(observations):
    summary = province_summary(observations, "530000", 2021)
    assert summary.levels.empty and summary.growth.empty and summary.targets.empty and summary.doubts.empty
    assert summary.coverage["observations"].sum() == 0


def test_no_observations_at_all():
    assert province_summary(table(), "000000", 2021).levels.empty
