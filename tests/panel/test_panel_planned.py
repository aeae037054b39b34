"""Figures that name a plan never stand in for results."""
import pandas as pd
import pytest

from minzheng.panel.cells import reconcile
from minzheng.panel.growth import year_over_year
from minzheng.panel.planned import is_planned
from minzheng.panel.summary import province_summary
from minzheng.panel.targets import match_targets

from .rows import level, only, table

CODE = {"indicator": "ELD.JINGLAO_REPAIR", "half": 0, "period_kind": "flow"}


@pytest.mark.parametrize(("subject", "unit", "planned"), [
    ("确定敬老院改造项目", "个", True), ("下达年度建设任务", "张", True), ("计划新建日间照料中心", "个", True),
    ("已申报社区服务设施项目", "个", True), ("全年任务", "户", True), ("年度计划数", "个", True),
    ("改造敬老院", "个", False), ("完成年度计划任务", "个", False), ("超额完成全年任务", "户", False),
    ("确定试点社区", "个", False), ("安排特困人员入住机构", "人", False), ("安排改造项目资金", "元", False),
    ("实施助学计划", "人", False), ("计划生育特殊家庭补助", "元", False),
])
def test_what_names_a_plan(subject, unit, planned):
    assert is_planned(table(level(subject, 5, unit))).tolist() == [planned]


def test_a_list_of_projects_and_a_result_of_the_next_year_give_no_growth():
    rows = table(level("确定敬老院改造项目", 56, "个", period="2020", source="a.txt", **CODE),
                 level("改造敬老院", 56, "个", period="2021", source="b.txt", **CODE))
    found = year_over_year(rows)
    assert found["period"].tolist() == ["2021"] and found["growth_computed"].isna().all()


def test_a_plan_and_its_result_are_no_conflict_and_the_plan_answers_no_target():
    rows = table(level("确定敬老院改造项目", 56, "个", source="a.txt", obs_id="plan", **CODE),
                 level("改造敬老院", 40, "个", source="b.txt", obs_id="result", **CODE),
                 level("改造敬老院", 50, "个", source="c.txt", status="target", obs_id="target", **CODE))
    assert set(reconcile(rows)["verdict"]) == {"single"}
    assert only(match_targets(rows))[["actual_id", "verdict"]].tolist() == ["result", "missed"]


def test_a_plan_stays_in_the_summary_named_as_one():
    rows = table(level("确定敬老院改造项目", 56, "个", **CODE),
                 level("改造敬老院", 30, "个", region="350000", source="b.txt", **CODE))
    row = only(province_summary(rows, "210000", 2021).levels)
    assert (row["value"], row["flags"]) == (56, "planned") and pd.isna(row["rank"]) and pd.isna(row["growth"])
