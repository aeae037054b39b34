"""Year over year, from observations typed by hand."""
import pandas as pd
import pytest

from minzheng.panel.growth import COLUMNS, year_over_year
from minzheng.panel.schema import observations_frame

from .rows import RURAL, URBAN, growth, level, only, table


@pytest.fixture
def liaoning():
    """Two bulletins of Liaoning: levels with rates for 2021, rates alone for 2020."""
    urban = level(URBAN, 705, "元/月", indicator="SAL.DIB_URB_STD", obs_id="u21")
    rural = level(RURAL, 6107, "元/年", indicator="SAL.DIB_RUR_STD", obs_id="r21")
    return table(
        urban, rural,
        growth(URBAN, 4.9, indicator=urban.indicator, of="u21", obs_id="gu21"),
        growth(RURAL, 9.9, indicator=rural.indicator, of="r21", obs_id="gr21"),
        growth("城市低保标准", 6.2, indicator=urban.indicator,
               period="2020", source="b.txt", obs_id="gu20", basis="unspecified"),
        growth("农村低保标准", 9.6, indicator=rural.indicator,
               period="2020", source="b.txt", obs_id="gr20", basis="unspecified"),
    )


@pytest.mark.parametrize(("unit", "period", "kind", "value", "low", "high", "rate", "ids"), [
    ("元/月", "2021", "reported", 705, 704.5, 705.5, 4.9, "u21;gu21"),
    ("元/月", "2020", "implied", 672.07, 671.27, 672.87, 6.2, "u21;gu21;gu20"),
    ("元/月", "2019", "implied", 632.83, 631.79, 633.89, None, "u21;gu21;gu20"),
    ("元/年", "2021", "reported", 6107, 6106.5, 6107.5, 9.9, "r21;gr21"),
    ("元/年", "2020", "implied", 5556.87, 5553.89, 5559.85, 9.6, "r21;gr21;gr20"),
    ("元/年", "2019", "implied", 5070.14, 5065.11, 5075.17, None, "r21;gr21;gr20"),
])
def test_stated_rates_imply_the_years_before(liaoning, unit, period, kind, value, low, high, rate, ids):
    row = only(year_over_year(liaoning), unit=unit, period=period)
    assert row["value_kind"] == kind
    assert row[["value", "value_min", "value_max"]].tolist() == pytest.approx([value, low, high], abs=0.01)
    assert pd.isna(row["growth_reported"]) if rate is None else row["growth_reported"] == rate
    assert row["obs_ids"] == ids


def test_the_table_has_no_other_rows_and_the_columns_of_its_description(liaoning):
    found = year_over_year(liaoning)
    assert len(found) == 6
    assert list(found.columns) == COLUMNS
    assert found["growth_agrees"].isna().all()


def test_no_rows_give_no_rows():
    assert list(year_over_year(table()).columns) == COLUMNS


def test_rates_without_any_level_stand_alone_side_by_side():
    found = year_over_year(table(
        growth("集中供养孤儿保障标准", 6.6, period="2021", obs_id="a"),
        growth("集中供养孤儿保障标准", 8, half=0.5, period="2020", obs_id="b"),
    ))
    assert found["unit"].tolist() == ["", ""]
    assert found["value"].isna().all()
    assert dict(zip(found["period"], found["growth_reported"], strict=True)) == {"2021": 6.6, "2020": 8.0}
    assert dict(zip(found["period"], found["obs_ids"], strict=True)) == {"2021": "a", "2020": "b"}


def test_a_state_in_may_is_not_compared_with_a_year():
    found = year_over_year(table(
        level("注册志愿者人数", 3_890_000, "人", period="2020-05", half=5000),
        level("注册志愿者人数", 6_940_000, "人", period="2021", half=5000),
    ))
    assert len(found) == 2
    assert found["growth_computed"].isna().all()


@pytest.mark.parametrize("other", [
    {"period": "2020-S1", "period_kind": "flow"}, {"period": "2020", "period_kind": "cumulative"},
    {"period": "2020-01/2020-05", "period_kind": "flow"}, {"period": "2020", "period_kind": "flow", "unit": "元/人·月"},
    {"period": "2020", "period_kind": "flow", "region": "210800"},
    {"period": "2020", "period_kind": "flow", "area_scope": "own-level"},
    {"period": "2019", "period_kind": "flow"}, {"period": "2020", "period_kind": "flow", "status": "target"},
])
def test_unlike_figures_are_never_compared(other):
    found = year_over_year(table(
        level("救助金额", 500, "元", period="2021", period_kind="flow"),
        level("救助金额", 400, **({"unit": "元"} | other)),
    ))
    assert found["growth_computed"].isna().all()


@pytest.mark.parametrize(("now", "before", "kind"), [
    ("2021-Q1", "2020-Q1", "flow"), ("2021-01/2021-05", "2020-01/2020-05", "cumulative"),
    ("2021-05", "2020-05", "point"),
    ("2021-S1", "2020-01/2020-06", "flow"), ("2021", "2020-12", "point"),
])
def test_like_stretches_of_time_are_compared(now, before, kind):
    found = year_over_year(table(
        level("救助金额", 500, "元", period=now, period_kind=kind, obs_id="now"),
        level("救助金额", 400, "元", period=before, period_kind=kind, obs_id="then"),
    ))
    row = only(found, value=500.0)
    assert row["growth_computed"] == pytest.approx(25)
    assert row["obs_ids"] == "now;then"


@pytest.mark.parametrize(("stated", "agrees"), [(4.9, True), (4.8, True), (5.4, False)])
def test_stated_and_computed_rates_are_compared_within_rounding(stated, agrees):
    """705/672 is 4.911 %; with both rounded to whole yuan anything from 4.76 to 5.07."""
    found = year_over_year(table(
        level(URBAN, 705, "元/月", period="2021"), level(URBAN, 672, "元/月", period="2020", source="b.txt"),
        growth(URBAN, stated, period="2021"),
    ))
    row = only(found, period="2021")
    assert row["growth_computed"] == pytest.approx(4.911, abs=0.001)
    assert row["growth_agrees"] == agrees
    assert only(found, period="2020")["value_kind"] == "reported"


def test_a_fall_implies_a_higher_year_before():
    found = year_over_year(table(
        level("婚姻登记对数", 900, "对", period_kind="flow", obs_id="l"),
        growth("婚姻登记对数", 10, half=0.5, sign="-", of="l"),
    ))
    row = only(found, period="2020")
    assert row["value"] == pytest.approx(1000)
    assert [row["value_min"], row["value_max"]] == pytest.approx([899.5 / 0.905, 900.5 / 0.895])
    assert only(found, period="2021")["growth_reported"] == -10


def test_month_on_month_rates_take_no_part():
    found = year_over_year(table(level("登记对数", 900, "对", period_kind="flow"), growth("登记对数", 3, basis="mom")))
    assert found["growth_reported"].isna().all()
    assert len(found) == 1


def test_one_rate_shared_by_several_levels_implies_a_year_before_for_each():
    found = year_over_year(table(
        level("第一档补助标准", 624, "元/月", obs_id="a"), level("第二档补助标准", 584, "元/月", obs_id="b"),
        growth("补助标准", 7.5, of="a;b", obs_id="g"),
    ))
    assert found[found["value_kind"] == "implied"]["obs_ids"].tolist() == ["a;g", "b;g"]


def test_several_values_under_one_name_in_one_text_are_not_worked_with():
    found = year_over_year(table(
        level("补助标准", 624, "元/月", obs_id="a"), level("补助标准", 584, "元/月", obs_id="b"),
        growth("补助标准", 7.5),
        level("补助标准", 550, "元/月", period="2020"),
    ))
    assert "implied" not in set(found["value_kind"])
    assert found["growth_computed"].isna().all()


def test_several_rates_under_one_name_in_one_text_imply_nothing_and_are_held_against_nothing():
    found = year_over_year(table(
        level("补助标准", 624, "元/月"), growth("补助标准", 7.5), growth("补助标准", 3),
        level("补助标准", 580, "元/月", period="2020", source="b.txt"), growth("补助标准", 2, period="2020"),
    ))
    assert only(found, period="2021")["growth_computed"] == pytest.approx(7.586, abs=0.001)
    assert pd.isna(only(found, period="2021")["growth_agrees"])
    assert only(found, period="2019")["obs_ids"].count(";") == 1        # 580 and its one rate
    lone = year_over_year(table(level("补助标准", 624, "元/月"), growth("补助标准", 7.5), growth("补助标准", 3)))
    assert "implied" not in set(lone["value_kind"])


def test_a_fall_to_nothing_is_a_fall_of_all_of_it_and_from_nothing_there_is_no_rate():
    found = year_over_year(table(
        level("积案", 0, "件", half=0), level("积案", 80, "件", half=0, period="2020"),
        level("新案", 5, "件", half=0), level("新案", 0, "件", half=0, period="2020"),
    ))
    assert only(found, subject="积案", period="2021")["growth_computed"] == -100
    assert pd.isna(only(found, subject="新案", period="2021")["growth_computed"])


def test_a_figure_of_no_known_region_or_period_takes_no_part():
    found = year_over_year(table(level("床位数", 10, "张", region=""), level("床位数", 12, "张", period="")))
    assert found.empty


@pytest.mark.parametrize(("period", "before", "compared"), [("2018", "2017", False), ("2019", "2018", True)])
def test_a_break_in_the_definition_breaks_the_series(period, before, compared):
    """Institutions are counted without those for veterans and disasters from 2018 on."""
    found = year_over_year(table(
        level("民政服务机构", 1100, "个", indicator="GEN.INST", period=period),
        level("民政服务机构", 1000, "个", indicator="GEN.INST", period=before, source="b.txt"),
    ))
    rate = only(found, period=period)["growth_computed"]
    assert rate == pytest.approx(10) if compared else pd.isna(rate)


def test_no_level_is_implied_across_a_break():
    found = year_over_year(table(
        level("民政服务机构", 1100, "个", indicator="GEN.INST", period="2018", obs_id="l"),
        growth("民政服务机构", 10, indicator="GEN.INST", period="2018", of="l"),
    ))
    assert found["period"].tolist() == ["2018"]


def test_nothing_gives_an_empty_table_with_all_columns():
    table = year_over_year(observations_frame([]))
    assert len(table) == 0
    assert list(table.columns) == COLUMNS
