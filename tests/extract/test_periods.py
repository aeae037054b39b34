import pytest
from sentences import read

from minzheng.extract.times.period_codes import Anchor
from minzheng.extract.times.periods import find_periods
from minzheng.extract.times.time_words import strip_periods

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


@pytest.mark.parametrize(("text", "codes"), [
    ("5月10日至31日，", ["2020-05"]), ("4月3日—4月5日，", ["2020-04"]), ("2019年12月20日至31日", ["2019-12"]),
    ("5月20日当天登记", ["2020-05"]), ("4月4日这一天接待", ["2020-04"]), ("4月4日接待", []), ("比2019年同日多接待", []), ("3月1日至6月2日", ["2020-03/2020-06"]),
])
def test_days_of_one_month(text, codes):
    assert [period.code for period in find_periods(text, JUNE)] == codes


def test_what_is_told_of_one_day_bears_its_date():
    rows = read("鞍山市民政局2023年6月2日通报：5月登记结婚900对。5月20日当天登记结婚320对。同期离婚登记200对。")
    assert [(row.subject, row.period) for row in rows[:2]] == [("登记结婚", "2023-05"), ("5月20日当天登记结婚", "2023-05")]
    assert "20日" not in rows[2].subject


@pytest.mark.parametrize(("figure", "period"), [
    ("建成社区食堂196家", "2023-09"), ("日均接待老人900人次", "2023-09"), ("救助困难群众900人次", "2023-01/2023-09"), ("新建社区食堂19家", "2023-01/2023-09"),
])
def test_what_there_is_at_a_months_end_was_not_done_since_january(figure, period):
    rows = read(f"鞍山市民政局2023年10月19日介绍：截至9月底，全市{figure}。")
    assert [row.period for row in rows] == [period]


def test_so_many_to_a_thousand_are_of_no_sum_of_years():
    rows = read("鞍山市人民政府工作报告\n2021年1月12日\n五年来，财政支出120亿元。每百户居民拥有服务用房31平方米，人均预期寿命达到79岁。")
    assert [row.period for row in rows] == ["2016-01/2020-12", "2020", "2020"]


def test_up_to_now_in_a_report_on_the_half_year_ends_with_it():
    rows = read("鞍山市民政局2016年上半年工作总结\n2016年7月8日\n5月以来，全市转移群众300人。今年以来，全市发放低保金2亿元。")
    assert [row.period for row in rows] == ["2016-05/2016-06", "2016-01/2016-06"]
    rows = read("鞍山市民政局2016年前三季度工作总结\n2016年10月31日\n1—10月，全市转移群众300人。去年以来，全市发放低保金2亿元。")
    assert [row.period for row in rows] == ["2016-01/2016-10", "2015-01/2016-10"]


@pytest.mark.parametrize(("told", "code"), [
    ("从2012年12月到2013年2月", "2012-12/2013-02"),
    ("2018年10月至次年4月", "2018-10/2019-04"),
    ("自2020年11月15日至2021年3月底", "2020-11/2021-03"),
    ("2019年3月—2019年8月", "2019-03/2019-08"),
    ("2019年1月到2019年8月", "2019-01/2019-08"),
])
def test_from_month_to_month_of_another_year(told, code):
    text = f"阜新市民政局情况\n2021年6月2日\n{told}，全市救助流浪人员310人次，发放棉帽700顶。"
    assert [o.period for o in read(text)] == [code, code]


def test_the_year_that_a_plan_builds_on_is_not_its_own():
    text = "阜新市民政局工作会议讲话\n2022年3月2日\n二、今年要做的工作\n供养标准要在去年基础上提高6%以上，年底前再建食堂17个。农村低保标准要在2021年的基础上提高5%。"
    assert [(o.period, o.status) for o in read(text)] == [("2022", "target")] * 3


def test_years_between_are_those_that_were_looked_into():
    text = "阜新市审计局公告\n2022年8月2日\n对2019年至2021年养老资金管理使用情况进行了审计。\n三年间，全市筹集资金3.2亿元，支出2.9亿元。"
    assert [o.period for o in read(text)] == ["2019-01/2021-12"] * 2


def test_what_there_is_now_is_of_the_end_of_the_months_reported_on():
    text = "阜新市民政局前三季度工作情况通报\n2021年10月12日\n前三季度，全市养老服务稳步推进。目前，全市有特困人员3100人，累计发放供养金900万元。救助1200人次。"
    assert [o.period for o in read(text)] == ["2021-09", "2021-01/2021-09", "2021-01/2021-09"]


def test_an_old_value_is_of_the_earlier_of_two_years():
    text = "大同市十年来\n2022年9月6日\n2013年，城市低保标准为每人每月330元，2021年达到690元；供养标准从每人每月410元提高到930元。"
    assert [(o.measure, o.period) for o in read(text)] == [("level", "2013"), ("level", "2021"), ("prior", "2013"), ("level", "2021")]


@pytest.mark.parametrize(("text", "code"), [
    ("2021年和2022年累计投入3亿元", "2021-01/2022-12"), ("2021、2022年两年共投入3亿元", "2021-01/2022-12"),
    ("2019年、2020年和2021年累计投入3亿元", "2019-01/2021-12"),
])
def test_a_sum_of_years_is_of_all_of_them(text, code):
    assert [period.code for period in find_periods(text, Anchor(2023, 8))] == [code]


def test_years_that_stand_apart_are_no_sum():
    assert [period.code for period in find_periods("2021年和2022年分别投入3亿元、4亿元", Anchor(2023, 8))] == ["2021", "2022"]


@pytest.mark.parametrize(("text", "expected"), [
    ("梅州市民政局　2022年9月6日\n高龄津贴由过去的每人每月80元提高到今年的100元。", ["2021", "2022"]),
    ("梅州市民政局　2022年9月6日\n高龄津贴由2018年的每人每月80元提高到今年的100元。", ["2018", "2022"]),
    ("梅州市民政局　2022年9月6日\n补贴从每人每月80元增加到2021年的100元。", ["2020", "2021"]),
])
def test_the_new_value_s_year_is_not_the_old_one_s(text, expected):
    assert [o.period for o in read(text)] == expected
