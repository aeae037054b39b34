"""Rates, kinds, tasks and parts that name only half of what they are; what tells that half; our own words."""
import pytest
from sentences import read


def subjects(text: str) -> list[str]:
    return [o.subject for o in read(f"衢州市民政局2022年情况通报\n{text}")]


@pytest.mark.parametrize(("text", "expected"), [
    ("城市社区食堂覆盖率达到90%，农村达到40%。", ["城市社区食堂覆盖率", "农村社区食堂覆盖率"]),
    ("养老床位3万张，其中护理型床位不低于55%。", ["养老床位", "护理型床位占比"]),
    ("应参加年报的社会组织910家，实际报送900家，年报率98.9%。",
     ["应参加年报的社会组织", "应参加年报的社会组织实际报送", "应参加年报的社会组织年报率"]),
    ("全面建立重度残疾人护理补贴制度，补贴对象1.2万人。", ["重度残疾人护理补贴制度补贴对象"]),
    ("办理收养登记61件，增长5%。分月看，1月9件，2月4件。", ["办理收养登记"] * 4),
    ("以公开招聘方式引进医护人员31名。", ["引进医护人员"]),
    ("各地抢进度、促投产，全年完成投资2.1亿元。", ["完成投资"]),
    ("下拨抗旱资金3000万元，其中省级资金1900万元。", ["下拨抗旱资金", "下拨抗旱省级资金"]),
])
def test_a_half_name_is_told_by_what_stands_before(text, expected):
    assert subjects(text) == expected


def test_a_kind_in_a_paper_on_a_fund_is_of_that_fund():
    found = read("衢州市2022年度福利彩票公益金使用情况公告\n三、使用情况\n（一）儿童福利类910万元。")
    assert [o.subject for o in found] == ["儿童福利类福利彩票公益金"]


def test_a_task_named_by_its_last_words_is_one_of_the_year():
    found = read("衢州市民政局2022年上半年情况通报\n新建公益性公墓9处的任务，目前建成4处。完成3处的改造任务。")
    assert [(o.status, o.period) for o in found] == [("target", "2022"), ("actual", "2022-S1"), ("actual", "2022-S1")]


@pytest.mark.parametrize(("text", "expected"), [
    ("全市销售福利彩票7.1亿元，增长3%。江山市增幅最高，达11.4%。", ("+", "销售福利彩票", "330881")),
    ("全市销售福利彩票7.1亿元，增长3%。降幅最大的是江山市，为6.4%。", ("-", "销售福利彩票", "330881")),
])
def test_who_leads_in_growth_tells_a_growth(text, expected):
    last = read(f"衢州市民政局2022年情况通报\n{text}")[-1]
    assert (last.measure, last.sign, last.subject, last.region) == ("growth", *expected)
    assert last.confidence < 0.9


def test_a_bracket_of_kinds_is_not_cut():
    assert subjects("全市6个县（市、区）、98个乡镇开展试点。") == ["县（市、区）", "乡镇开展试点"]
    found = read("浙江省2022年7月灾情通报\n全省31个县（市、区）41.2万人受灾。")
    assert [o.subject for o in found] == ["县（市、区）", "受灾"]


@pytest.mark.parametrize("text", [
    "作出行政处罚31宗。", "间接带动就业900人。", "开展专项抽查61家。", "各项任务完成率达到98%。", "省市县三级筹措1.9亿元。", "受理跨区业务910件。",
])
def test_what_an_office_did_to_nobody_knows_whom_is_not_sure(text):
    (found,) = read(f"衢州市民政局2022年情况通报\n{text}")
    assert found.confidence < 0.9


@pytest.mark.parametrize(("text", "expected"), [
    ("对在册对象按不低于20%的比例随机抽查。", ["在册对象抽查比例"]),
    ("县里以15%的比例开展入户核查。", ["入户核查比例"]),
    ("慈善组织抽查比例不低于登记总数的4%。", ["慈善组织抽查比例"]),
    ("登记社会组织910家。按层级分，市级300家，区级610家。", ["登记社会组织", "市级登记社会组织", "区级登记社会组织"]),
    ("养老床位总数3万张，其中护理型床位达到55%。", ["养老床位总数", "护理型床位占比"]),
])
def test_shares_by_which_is_checked_and_levels_of_offices(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("新建儿童驿站31个，与家长签订安全责任书，签订率100%。", ["新建儿童驿站", "安全责任书签订率"]),
    ("下达孤儿助学资金910万元，并对临时救助对象开展全面核查，核查率达99%。", ["下达孤儿助学资金", "临时救助对象核查率"]),
])
def test_a_rate_is_of_what_was_done_last(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("在空巢老人较多的乡镇建设助浴点31处。", ["建设助浴点"]),
    ("区民政部门第一时间调运睡袋910条。", ["调运睡袋"]),
    ("市局通过热线、网站共受理群众投诉310件。", ["受理群众投诉"]),
    ("省、市、县三级共下拨抗旱资金1.9亿元。", ["下拨抗旱资金"]),
    ("向灾情较重的龙游、江山、开化等县调拨雨衣900件、手电筒310支。", ["调拨雨衣", "调拨手电筒"]),
    ("登记志愿者3100人；志愿者平均年龄39.5岁。", ["登记志愿者", "登记志愿者平均年龄"]),
    ("骨灰堂安放率51.3%，虽比上年提高6.2个百分点，仍然偏低。", ["骨灰堂安放率"] * 2),
    ("新建食堂9家，推动电梯进老小区，覆盖率达到70%。", ["新建食堂", "电梯进老小区覆盖率"]),
    ("按月发放长寿补贴，其中90—99周岁老人每人每月90元，百岁老人每人每月310元，共有910名老人受益。",
     ["90—99周岁老人长寿补贴", "百岁老人长寿补贴", "长寿补贴老人受益"]),
])
def test_where_who_and_of_what(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize("text", ["兑现奖补资金910万元。", "共发放基本生活费910万元。", "抚恤金在每季度首月100%到位。"])
def test_money_for_nobody_knows_what_is_not_sure(text):
    assert read(f"衢州市民政局2022年情况通报\n{text}")[0].confidence < 0.9
