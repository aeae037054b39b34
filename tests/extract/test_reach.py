"""How far words reach: plans, parts, those for whom something is paid, heads that lack their noun."""
import pytest
from sentences import read

HEAD = "凤凰县民政局2021年前三季度工作总结\n2021年10月9日\n"


def told(text: str, *columns: str) -> list[tuple]:
    return [tuple(getattr(o, column) for column in columns) for o in read(text)]


@pytest.mark.parametrize("heading", ["三、四季度重点工作", "三、下季度主要任务", "三、四季度工作打算"])
def test_a_heading_that_names_a_time_ahead_opens_a_plan(heading):
    text = f"{HEAD}{heading}\n再建敬老院2所，全年达到9所；储备棉被300床。"
    assert {o.status for o in read(text)} == {"target"}


def test_a_heading_that_reports_stays_a_report():
    assert {o.status for o in read(f"{HEAD}一、三季度工作完成情况\n建成敬老院2所，新增床位90张。")} == {"actual"}


def test_the_year_a_standard_rose_to_is_no_deadline():
    text = "湖南举行发布会\n2025-11-06\n城市低保标准由2020年的每人每月500元提高到2025年的700元，农村低保标准由每人每月300元提高到450元。到2030年床位达到9000张。"
    assert [o.status for o in read(text)] == ["actual"] * 4 + ["target"]


def test_a_plan_inside_a_report_on_months_is_for_the_year():
    rows = read(f"{HEAD}现将前三季度情况报告如下。\n新建敬老院1所，建成后将新增护理型床位120张。")
    assert (rows[1].status, rows[1].period, rows[1].subject) == ("target", "2021", "新建敬老院新增护理型床位")


def test_the_goal_of_a_year_may_name_a_long_thing():
    rows = read("凤凰县2021年上半年总结\n2021年7月3日\n全年计划新建乡镇居家和社区养老服务中心12个，已建成5个。")
    assert [(o.value, o.status) for o in rows] == [(12, "target"), (5, "actual")]
    assert rows[0].period == "2021"


def test_one_people_counted_in_two_units_is_not_two():
    text = HEAD + "全县城乡低保对象3100户、5200人。城乡低保标准分别为每人每月600元、450元。"
    assert [subject for subject, in told(text, "subject")] == ["城乡低保对象", "城乡低保对象", "城市低保标准", "农村低保标准"]


@pytest.mark.parametrize(("sentence", "expected"), [
    ("为百岁老人12人每月发放营养费500元。", [("百岁老人", 12, "人"), ("百岁老人发放营养费", 500, "元/月")]),
    ("高龄老人每人每月发放津贴100元。", [("高龄老人发放津贴", 100, "元/人·月")]),
    ("对90户受灾家庭给予临时救助，发放救助金11万元，户均1222元。",
     [("受灾家庭临时救助", 90, "户"), ("受灾家庭临时救助发放救助金", 110_000, "元"), ("受灾家庭临时救助户均", 1222, "元")]),
    ("300名儿童主任实现村（社区）全覆盖。", [("儿童主任", 300, "人")]),
    ("泸溪、保靖等3个乡镇列为养老服务改革试点。", [("乡镇列为养老服务改革试点", 3, "个")]),
    ("60个社区建立议事制度，覆盖面达到92%。", [("社区建立议事制度", 60, "个"), ("社区建立议事制度覆盖面", 92, "%")]),
    ("日间照料中心达到40个，覆盖36%的行政村。", [("日间照料中心", 40, "个"), ("日间照料中心覆盖行政村", 36, "%")]),
    ("投资3000万元的县敬老院改扩建项目完成形象进度70%。",
     [("县敬老院改扩建项目投资", 30_000_000, "元"), ("县敬老院改扩建项目完成形象进度", 70, "%")]),
    ("全县养老机构32家，其中公办4家、民办28家，总床位5380张。",
     [("养老机构", 32, "家"), ("公办养老机构", 4, "家"), ("民办养老机构", 28, "家"), ("养老机构总床位", 5380, "张")]),
    ("开展消防检查4轮次。", [("开展消防检查", 4, "轮次")]),
    ("全护理、半护理、全自理人员照料护理标准分别为每月1430元、715元和215元。",
     [("全护理人员照料护理标准", 1430, "元/月"), ("半护理人员照料护理标准", 715, "元/月"), ("全自理人员照料护理标准", 215, "元/月")]),
    ("农村低保对象9000人，其中一类对象2000人，二类对象3000人，三、四类对象4000人。",
     [("农村低保对象", 9000, "人"), ("农村低保一类对象", 2000, "人"), ("农村低保二类对象", 3000, "人"), ("农村低保三、四类对象", 4000, "人")]),
    ("新登记社会组织126家，其中慈善组织8家，全县社会组织达3218家。",
     [("新登记社会组织", 126, "家"), ("慈善组织", 8, "家"), ("社会组织", 3218, "家")]),
    ("今年的民生实事——新建100个社区食堂，已完工87个。", [("新建社区食堂", 100, "个"), ("完工社区食堂", 87, "个")]),
    ("集中养育孤儿、散居孤儿最低养育标准分别为每人每月1450元、1050元。",
     [("集中养育孤儿最低养育标准", 1450, "元/人·月"), ("散居孤儿最低养育标准", 1050, "元/人·月")]),
    ("全县还有3个乡镇未建成食堂。", [("乡镇未建成食堂", 3, "个")]),
])
def test_what_a_figure_measures(sentence, expected):
    rows = read(HEAD + sentence)
    assert [(o.subject, o.value, o.unit) for o in rows] == expected
    assert not any("sum-broken" in o.flags for o in rows)


def test_a_part_that_may_lack_its_whole_is_less_sure():
    whole, part = read(HEAD + "救助溺水群众300人，其中主动发现12人。")
    assert whole.confidence > 0.9 > part.confidence


@pytest.mark.parametrize(("sentence", "expected"), [
    ("办理结婚登记300对，其中“跨省通办”12对。", [("办理结婚登记", 300, "对"), ("办理结婚登记“跨省通办”", 12, "对")]),
    ("县敬老院改造项目完成投资3000万元，建成后将新增床位90张。",
     [("县敬老院改造项目完成投资", 30_000_000, "元"), ("县敬老院改造项目新增床位", 90, "张")]),
    ("整改隐患117处，整改率98.3%。", [("整改隐患", 117, "处"), ("隐患整改率", 98.3, "%")]),
    ("各乡镇分管领导、民政所长和局属单位负责人90余人参加。", [("参加会议人数", 90, "人")]),
    ("按照每人每年3535元的农村低保标准发放。", [("农村低保标准", 3535, "元/人·年")]),
    ("为2.3万名优抚对象发放抚恤金1.8亿元。", [("优抚对象抚恤金", 23_000, "人"), ("优抚对象抚恤金", 180_000_000, "元")]),
    ("农村特困人员34万人，支出农村特困供养资金28亿元；城市特困人员2万人，支出2亿元。",
     [("农村特困人员", 340_000, "人"), ("支出农村特困供养资金", 2_800_000_000, "元"), ("城市特困人员", 20_000, "人"),
      ("城市特困人员支出", 200_000_000, "元")]),
    ("全县辖乡镇15个、街道4个。", [("乡镇", 15, "个"), ("街道", 4, "个")]),
    ("养老机构24个，其中公办14个、民办10个，床位900张。",
     [("养老机构", 24, "个"), ("公办养老机构", 14, "个"), ("民办养老机构", 10, "个"), ("养老机构床位", 900, "张")]),
    ("老年人口1412.3万人，占总人口的21.4%，其中65岁及以上老年人口1096.5万人，占16.6%。",
     [("老年人口", 14_123_000, "人"), ("老年人口占总人口", 21.4, "%"), ("65岁及以上老年人口", 10_965_000, "人"),
      ("65岁及以上老年人口占", 16.6, "%")]),
])
def test_whose_a_part_or_payment_is(sentence, expected):
    rows = read(HEAD + sentence)
    assert [(o.subject, o.value, o.unit) for o in rows] == expected
    assert not any(o.flags for o in rows)


@pytest.mark.parametrize(("sentence", "statuses"), [
    ("预计到今年底，社区食堂将突破200个。", ["target"]),
    ("2022年，我们将重点做好以下工作：新建食堂20个。争取资金600万元。", ["target", "target"]),
    ("2021年，我们将服务送到家门口，新建食堂20个。", ["actual"]),
    ("截至今年底，社区食堂有200个。", ["actual"]),
])
def test_how_far_a_plan_reaches(sentence, statuses):
    assert [o.status for o in read(HEAD + sentence)] == statuses


def test_a_sentence_without_a_phrase_goes_on_about_the_last():
    assert [o.subject for o in read(HEAD + "全县有社区食堂80个。到2024年底，将达到120个。")] == ["社区食堂", "社区食堂"]


def test_the_second_half_that_will_be_is_planned_throughout():
    text = "凤凰县民政局2021年上半年工作总结\n2021年7月9日\n全县有敬老院9所。\n下半年，将紧盯目标任务：一是新增床位30张；二是确保12月底前完成提标，城市低保标准增长5%。"
    assert [o.status for o in read(text)] == ["actual", "target", "target"]


def test_money_and_what_it_builds_each_have_their_verb():
    rows = read(HEAD + "投入1500万元建设2个养老服务中心。")
    assert [(o.subject, o.value) for o in rows] == [("投入建设养老服务中心", 15_000_000), ("建设养老服务中心", 2)]


@pytest.mark.parametrize("sentence", ["较去年同期的1856人次增长13.6%。", "培育社会组织90个，平均每个社区4.95个。"])
def test_phrases_that_compare_or_share_out_are_less_sure(sentence):
    assert read(HEAD + sentence)[-1].confidence <= 0.9
