"""Units told in a bracket or by 月人均, old values of what is in force since a month, 同期 before a place; our own words."""
import pytest
from sentences import read

UNITS = {
    "a year in a bracket": ("丰城市农村低保标准不低于4100元（每人每年）。", ["元/人·年"]),
    "far down the text": ("城市低保标准提高到每人每月590元，农村低保标准不低于4200元（每人每年）。", ["元/人·月", "元/人·年"]),
    "a month in a bracket": ("孤儿基本生活费提高到1150元（每人每月），惠及60人。", ["元/人·月", "人"]),
    "no denominator in it": ("发放慰问金300元（含交通补助），惠及60人。", ["元", "人"]),
    "the next one says its own": ("2013年，供养标准每人每月310元，2020年升到820元；农村标准从每人每年2100元升到5300元。", ["元/人·月", "元/人·月", "元/人·年", "元/人·年"]),
    "a rise of a lower limit": ("2021年，城市、农村低保标准底线分别为每人每月618元和432元，比上年分别提高28元和32元。", ["元/人·月"] * 4),
    "what rises with it": ("2021年，城市、农村低保标准分别达到每人每月650元、480元，城市和农村供养标准随之提高到845元、624元。", ["元/人·月"] * 4),
    "so many of the same": ("2021年，审批时限由20个工作日压缩至8个。", ["工作日", "工作日"]),
    "by the month and head": ("2017年，城市低保月人均标准再提高40元，达到490元。", ["元/人·月", "元/人·月"]),
}


@pytest.mark.parametrize(("text", "units"), UNITS.values(), ids=UNITS)
def test_unit(text, units):
    assert [o.unit for o in read(text)] == units


TIMES = {
    "since January": ("昌黎县2018年工作总结\n低保标准从1月起由每人每月510元调整为560元。", ["2017", "2018"]),
    "since July": ("昌黎县2018年工作总结\n护理补贴从7月起由每人每月60元调整为80元。", ["2017", "2018"]),
    "a feature that says since January in passing": ("丽水这些年\n2021年9月14日，丽水市民政局发布。\n" + "这些年，老有所依。" * 25 + "\n今年以来，又改造170户。\n全市低保对象4万人。截至7月底，走访900人次。",
                                                   ["2021-01/2021-09", "2021", "2021-01/2021-07"]),
    "a lead that says it of all": ("丽水市情况\n2021年9月14日，丽水市民政局通报。\n今年以来，全市上下真抓实干。\n救助900人次。截至8月底，走访310户。",
                                 ["2021-01/2021-08", "2021-01/2021-08"]),
    "money is set aside for the year": ("丽水市前三季度情况通报\n2021年10月14日\n全市救助900人次。今年，市里安排经费60万元，支持12家敬老院。", ["2021-01/2021-09", "2021", "2021"]),
    "a meeting below the title": ("工作报告（节选）\n——2018年2月在铜陵市人民代表大会会议上\n过去的五年，建成食堂90个。\n2017年6月3日，发生暴雨，安置2600人。", ["2013-01/2017-12", "2017"]),
    "offices that a standard concerns": ("丽水市2021年上半年工作总结\n引导27家商会下调收费标准。", ["2021-S1"]),
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
    "where a paragraph goes": ("黄冈市民政局总结\n全市有食堂80个。\n在罗田县，窗口前排着队。一年来受理申请700件。\n走访2600户。", ["421100", "421123", "421100"]),
    "where a sentence goes": ("黄冈市民政局总结\n怎么办得快？在罗田县大河岸镇，记者看了台账。窗口当月受理申请40件。\n走访2600户。", ["421123", "421100"]),
    "no place at all": ("黄冈市民政局总结\n在社区，窗口前排着队。受理申请700件。", ["421100"]),
    "a province beside": ("曹县民政局总结\n全县人均补贴1900元，同期江苏省为2150元。", ["371721", "320000"]),
}


@pytest.mark.parametrize(("text", "regions"), PLACES.values(), ids=PLACES)
def test_region(text, regions):
    assert [o.region for o in read(text)] == regions


def test_headings_of_a_plan_that_speak_of_progress():
    found = read("2016年绩效自评报告\n一、结果\n走访210户。\n二、2017年改进措施\n1.救助金每季度支出进度不低于22%。\n2.资金执行进度达到95%。\n3.工程进度要达到60%以上。")
    assert [o.status for o in found] == ["actual", "target", "target", "target"]
