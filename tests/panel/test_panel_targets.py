"""Targets and results, from observations typed by hand."""
import pandas as pd
import pytest

from minzheng.panel.targets import COLUMNS, match_targets

from .rows import RURAL, URBAN, growth, level, only, table


def target(value, **more):
    return growth(URBAN, value, region="210800", source="plan.txt", status="target", sentence="要提高。", **more)


def test_a_city_target_is_open_and_its_province_only_context():
    found = match_targets(table(
        target(4.5, obs_id="t"), growth(URBAN, 4.9, obs_id="p", source="province.txt", sentence="已提高。"),
    ))
    row = only(found, target_id="t")
    assert (row["verdict"], row["target"], row["period"]) == ("open", 4.5, "2021")
    assert pd.isna(row["actual"]) and row["actual_sentence"] == ""
    assert (row["context_region"], row["context"], row["context_id"]) == ("210000", 4.9, "p")
    assert row["context_sentence"] == "已提高。"


@pytest.mark.parametrize(("wanted", "got", "verdict"), [
    ({"value": 4.5}, {"value": 4.5}, "kept"),
    ({"value": 4.5}, {"value": 4.6}, "exceeded"),      # 4.55 at least: what is wanted is not rounded
    ({"value": 4.5}, {"value": 5, "half": 0.5}, "kept"),
    ({"value": 5, "half": 0.5}, {"value": 4.8}, "missed"),
    ({"value": 5, "half": 0.5, "bound": "about"}, {"value": 4.8}, "kept"),
    ({"value": 5, "half": 0.5, "bound": "about"}, {"value": 4.3}, "missed"),
    ({"value": 4.5}, {"value": 4.7}, "exceeded"),
    ({"value": 4.5}, {"value": 4.2}, "missed"),
    ({"value": 7, "half": 0.5, "bound": "above"}, {"value": 7.2, "half": 0.05}, "exceeded"),
    ({"value": 7, "half": 0.5, "bound": "above"}, {"value": 7, "half": 0.5}, "kept"),
    ({"value": 7, "half": 0.5, "bound": "above"}, {"value": 6.2}, "missed"),
    ({"value": 3, "half": 0.5, "bound": "below"}, {"value": 2.1}, "kept"),
    ({"value": 3, "half": 0.5, "bound": "below"}, {"value": 3.4}, "missed"),
    ({"value": 5, "half": 0.5, "sign": "-"}, {"value": 6.2, "sign": "-"}, "exceeded"),
    ({"value": 5, "half": 0.5, "sign": "-"}, {"value": 1.0, "sign": "-"}, "missed"),
    ({"value": 5, "half": 0.5, "sign": "-"}, {"value": 5.3, "sign": "-"}, "exceeded"),
    ({"value": 5, "half": 0.5, "sign": "-"}, {"value": 5, "half": 0.5, "sign": "-"}, "kept"),
])
def test_verdicts(wanted, got, verdict):
    result = growth(URBAN, got.pop("value"), region="210800", source="result.txt", sentence="做到了。", **got)
    row = only(match_targets(table(target(**wanted), result)))
    assert (row["verdict"], row["actual_sentence"], row["target_sentence"]) == (verdict, "做到了。", "要提高。")


def test_growth_between_two_levels_answers_a_target_for_growth():
    found = match_targets(table(
        target(4.5), level(URBAN, 700, "元/月", region="210800", source="b.txt", obs_id="now"),
        level(URBAN, 650, "元/月", region="210800", period="2020", source="c.txt", obs_id="then"),
    ))
    row = only(found)
    assert (row["verdict"], row["actual_kind"], row["actual_id"]) == ("exceeded", "computed", "now;then")
    assert row["actual"] == pytest.approx(7.692, abs=0.001)


@pytest.mark.parametrize("other", [
    {"region": "210700"}, {"period": "2022"}, {"period": "2021-S1"}, {"area_scope": "own-level"},
    {"source": "plan.txt"}, {"status": "target", "source": "plan.txt"},
])
def test_what_is_no_result(other):
    row = growth(URBAN, 4.5, **({"region": "210800", "source": "result.txt"} | other))
    assert set(match_targets(table(target(4.5), row))["verdict"]) == {"open"}


def test_another_indicator_or_unit_is_no_result():
    found = match_targets(table(
        target(4.5), growth(RURAL, 4.5, region="210800", source="r.txt"),
        level("养老床位数", 500, "张", region="210800", status="target", period_kind="flow"),
        level("养老床位数", 500, "个", region="210800", source="r.txt", period_kind="flow"),
    ))
    assert set(found["verdict"]) == {"open"}


def test_one_text_on_two_sites_sets_one_target():
    copy = growth(URBAN, 4.5, region="210800", source="site-b.txt", status="target", sentence="要提高。", obs_id="b")
    other = growth(URBAN, 4.5, region="210800", source="c.txt", status="target", sentence="又要提高。", obs_id="c")
    found = match_targets(table(copy, target(4.5, obs_id="a"), other))
    assert sorted(found["target_id"]) == ["a;b", "c"]


def test_no_targets_give_no_rows():
    assert list(match_targets(table()).columns) == COLUMNS
