"""Dates below a title, self-assessments, sections ahead of the report, units in table rows, 在…的基础上; our own words."""
import pytest
from sentences import read

PERIODS = {
    "issuer and date below the title": ("甲市2017年养老事业统计公报\n娄底市民政局\n2018年4月\n一、机构\n年末养老机构31家，全年入住老人2100人。", ["2017", "2017"]),
    "issuer and date on one line": ("村里的食堂谁来办\n——助餐点调研报告\n房县民政局调研组 2016年9月\n全县有助餐点40个。到2019年达到70个。", ["2016", "2019"]),
    "an investigation by an office": ("走访孤老记\n赵县民政局走访组2014年11月\n走访孤老120人，现有护工9人。2016年再配6人。", ["2014", "2014-11", "2016"]),
    "self-assessment": ("石门县2015年度高龄津贴绩效自评报告\n一、资金\n至12月31日，支出资金80万元。2016年安排90万元。", ["2015", "2016"]),
    "assessment of a project": ("助浴补贴项目\n2014年度绩效评价报告\n评价组于2015年4月进场。上半年支出9万元，下半年支出11万元。", ["2014-S1", "2014-S2"]),
    "survey of a year": ("2013年社区用房调查报告\n社区用房共310处。2014年拟新增20处。", ["2013", "2014"]),
    "in force from a day": ("2016年上半年丽水市高龄津贴分析\n上半年，发放津贴300万元，二季度160万元。\n1月1日起，津贴标准提高到每人每月60元。", ["2016-S1", "2016-Q2", "2016-01"]),
    "three quarters": ("7月以来工作\n2018年前三个季度，救助流浪人员310人次。", ["2018-01/2018-09"]),
    "above the year before": ("2019年，护理补贴在2018年每人每月70元的基础上提高10%，达到77元。", ["2018", "2019", "2019"]),
    "above what was paid": ("2020年起，补助标准在上年每人每月300元的基础上增加30元。", ["2019", "2020"]),
}


@pytest.mark.parametrize(("text", "periods"), PERIODS.values(), ids=PERIODS)
def test_period(text, periods):
    assert [o.period for o in read(text)] == periods


STATUSES = {
    "measures of the next year": ("2016年工作自评报告\n一、完成情况\n全年救助困难家庭210户。\n二、2017年改进举措\n增配协理员12名，复核率98%。", ["actual", "target", "target"]),
    "value aimed at": ("2018年度自评报告\n准确率目标值95%，实际97%。发放率目标值为100%，实际为99%。", ["target", "actual", "target", "actual"]),
    "aimed at, and what came of it": ("2018年度自评报告\n1.孤儿保障。年初目标值：60人；实际完成值：58人。", ["target", "actual"]),
}


@pytest.mark.parametrize(("text", "statuses"), STATUSES.values(), ids=STATUSES)
def test_status(text, statuses):
    assert [o.status for o in read(text)] == statuses


def test_a_table_whose_rows_name_units_of_a_month_and_a_year():
    found = read("2019年救助情况\n表2 低保情况\n指标 单位 2019年 2018年 增减（%）\n城市低保对象 人 910 930 -2.2\n城市低保标准 元/月 640 600 6.7\n农村低保标准 元/年 5200 4800 8.3")
    assert [(o.value, o.unit, o.period) for o in found] == [
        (910, "人", "2019"), (930, "人", "2018"), (2.2, "%", "2019"), (640, "元/月", "2019"), (600, "元/月", "2018"), (6.7, "%", "2019"),
        (5200, "元/年", "2019"), (4800, "元/年", "2018"), (8.3, "%", "2019")]


def test_a_standard_above_the_one_before():
    found = read("2019年，护理补贴在2018年每人每月70元的基础上提高10%，达到77元。")
    assert [(o.subject, o.measure, o.value) for o in found] == [("护理补贴", "prior", 70), ("护理补贴", "growth", 10), ("护理补贴", "level", 77)]
