import pytest
from sentences import read

from minzheng.extract.periods import Anchor, find_periods
from minzheng.extract.time_words import strip_periods

JUNE = Anchor(2020, 6)


@pytest.mark.parametrize(("text", "code", "kind"), [
    ("2019年发放", "2019", ""), ("去年发放", "2019", ""), ("上半年发放", "2020-S1", "flow"), ("第一季度", "2020-Q1", "flow"),
    ("2018年前三季度", "2018-01/2018-09", "cumulative"), ("1至5月", "2020-01/2020-05", "cumulative"),
    ("截至5月底", "2020-05", "point"), ("截至2019年底", "2019", "point"), ("年初以来", "2020-01/2020-06", "cumulative"),
    ("“十三五”期间", "2016-01/2020-12", "cumulative"), ("到2025年", "2025", "point"), ("9月底前完成", "2020-09", "point"),
    ("2017—2019年", "2017-01/2019-12", "cumulative"), ("过去五年", "2015-01/2019-12", "cumulative"),
])
def test_period(text, code, kind):
    assert [(p.code, p.kind) for p in find_periods(text, JUNE)] == [(code, kind)]


@pytest.mark.parametrize("text", ["2022年全省民政工作会议", "比上年增长", "与去年同期相比", "《2019年要点》", "“十四五”规划", "3月8日"])
def test_no_period(text):
    assert find_periods(text, JUNE) == []


@pytest.mark.parametrize("text", ["今年新增", "截至2月底", "上半年"])
def test_relative_date_without_an_anchor_has_no_code(text):
    assert [p.code for p in find_periods(text, Anchor())] == [""]


def test_strip_periods_keeps_the_rest():
    assert strip_periods("2021年上半年全省低保对象") == "全省低保对象"


def test_a_text_that_tells_the_state_of_this_february_reports_on_this_year():
    rows = read("2021年，鞍山市民政工作有序开展。截至2月底，救助流浪乞讨人员30人次。登记社会组织12家。")
    assert [row.period for row in rows] == ["2021-01/2021-02", "2021"]


def test_what_began_with_a_year_or_a_day():
    rows = read("鞍山市民政局2023年工作总结\n自1998年发行以来，全市累计筹集公益金3亿元。")
    assert [row.period for row in rows] == ["1998-01/2023-12"]
    rows = read("2017年7月8日，鞍山市民政局通报：6月22日以来，全市转移群众300人。")
    assert [row.period for row in rows] == ["2017-06/2017-07"]


def test_a_january_report_speaks_of_the_quarters_of_the_year_before():
    rows = read("1月6日，鞍山市民政局通报，2023年全市办理结婚登记1万对。一季度至四季度结婚登记分别为2000对、3000对、2600对和2400对。")
    assert [row.period for row in rows] == ["2023", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"]
    assert {row.status for row in rows} == {"actual"}
