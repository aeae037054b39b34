"""Units told in a bracket or by 月人均, old values of what is in force since a month, 同期 before a place; our own words."""
import pytest
from sentences import read

UNITS = {
    "a year in a bracket": ("丰城市农村低保标准不低于4100元（每人每年）。", ["元/人·年"]),
    "far down the text": ("城市低保标准提高到每人每月590元，农村低保标准不低于4200元（每人每年）。", ["元/人·月", "元/人·年"]),
    "a month in a bracket": ("孤儿基本生活费提高到1150元（每人每月），惠及60人。", ["元/人·月", "人"]),
    "no denominator in it": ("发放慰问金300元（含交通补助），惠及60人。", ["元", "人"]),
    "by the month and head": ("2017年，城市低保月人均标准再提高40元，达到490元。", ["元/人·月", "元/人·月"]),
}


@pytest.mark.parametrize(("text", "units"), UNITS.values(), ids=UNITS)
def test_unit(text, units):
    assert [o.unit for o in read(text)] == units


TIMES = {
    "since January": ("昌黎县2018年工作总结\n低保标准从1月起由每人每月510元调整为560元。", ["2017", "2018"]),
    "since July": ("昌黎县2018年工作总结\n护理补贴从7月起由每人每月60元调整为80元。", ["2017", "2018"]),
    "since a day": ("昌黎县2018年工作总结\n1月1日起，全县供养标准由每人每月700元统一为760元。", ["2017", "2018"]),
    "ten days and ten days": ("摸底记\n滦县民政局 2016年10月\n5月中下旬，抽调9人走访了7个乡镇。", ["2016-05", "2016-05"]),
    "a group that investigates": ("摸底记\n滦县民政局 2016年10月\n6月下旬，县局抽调12人组成调研组，发放问卷300份。", ["2016-06", "2016-06"]),
    "the first twenty days": ("2019年6月上中旬，共走访老人310人。", ["2019-06"]),
    "beginning, alone": ("2019年6月上旬，共走访老人310人。", ["2019-06"]),
}


@pytest.mark.parametrize(("text", "periods"), TIMES.values(), ids=TIMES)
def test_period(text, periods):
    assert [o.period for o in read(text)] == periods


PLACES = {
    "the city above": ("曹县民政局总结\n全县执行率97%，同期菏泽市平均执行率96%。", ["371721", "371700"]),
    "the province above": ("曹县民政局总结\n全县补差320元。同期山东省平均补差330元。", ["371721", "370000"]),
    "a province beside": ("曹县民政局总结\n全县人均补贴1900元，同期江苏省为2150元。", ["371721", "320000"]),
}


@pytest.mark.parametrize(("text", "regions"), PLACES.values(), ids=PLACES)
def test_region(text, regions):
    assert [o.region for o in read(text)] == regions


def test_headings_of_a_plan_that_speak_of_progress():
    found = read("2016年绩效自评报告\n一、结果\n走访210户。\n二、2017年改进措施\n1.救助金每季度支出进度不低于22%。\n2.资金执行进度达到95%。\n3.工程进度要达到60%以上。")
    assert [o.status for o in found] == ["actual", "target", "target", "target"]
