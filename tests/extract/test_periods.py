import pytest

from minzheng.extract.periods import Anchor, find_periods, strip_periods

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
