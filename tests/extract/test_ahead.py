"""What had yet to begin, what is over and what is open when a text speaks; and whose the figures behind others are."""
import pytest
from sentences import read

MEETING = "2022-02-18\n2月16日，九江市民政工作会议召开。\n"
QUARTER = "九江市民政局2018年一季度工作小结\n2018年4月11日\n一季度，发放低保金680万元。\n"
HALF = "九江市民政局2021年上半年工作总结\n2021年7月12日\n上半年，发放低保金680万元。\n"
YEAR = "九江市民政局2020年工作总结\n2021年1月6日\n"


def told(text, *columns):
    """The named columns of every figure."""
    return [tuple(getattr(o, column) for column in columns) for o in read(text)]


@pytest.mark.parametrize("title", [
    "九江召开民政工作会议 部署2022年重点任务", "九江部署2022年民政重点任务", "全市民政工作会议明确2022年目标任务", "九江市举行民政会议安排全年工作"])
def test_the_title_of_news_opens_no_plan(title):
    assert told(f"{title}\n{MEETING}九江市现有养老机构90家。", "status") == [("actual",)]


@pytest.mark.parametrize("heading", ["二、2022年重点任务", "三、部署2022年重点任务", "2022年工作计划"])
def test_a_heading_of_tasks_does(heading):
    assert told(f"九江市民政会议\n{MEETING}{heading}\n新建食堂90家。", "status", "period") == [("target", "2022")]


@pytest.mark.parametrize(("text", "expected"), [
    (QUARTER + "二季度，新建站点12个，培训社工90名。", ["target"] * 2),
    (QUARTER + "二季度，我局将抓好几项工作：新建站点12个。", ["target"]),
    (QUARTER + "4至6月，开工中心5个。", ["target"]),
    (QUARTER + "下季度，完成改造3户。", ["target"]),
    (QUARTER + "3月，走访老人60户。", ["actual"]),
    (HALF + "下半年新建站点12个。", ["target"]),
    (HALF + "二季度新建站点12个。", ["actual"]),
    ("九江市召开民政会议\n2022年5月20日\n5月18日，会议召开。四季度建成食堂20家。", ["target"]),
    (YEAR + "四季度建成食堂20家。", ["actual"]),
])
def test_a_part_of_the_year_that_had_yet_to_begin_is_a_plan(text, expected):
    assert [o.status for o in read(text)][-len(expected):] == expected


@pytest.mark.parametrize(("sentence", "expected"), [
    ("会议决定，6月底前完成核查，核查率100%，惠及老人900名。", [("target", "2022-06")] * 2),
    ("会议确定，新建食堂30家。", [("target", "2022")]),
    ("会议强调，年底前新增床位300张，入住率达到60%。", [("target", "2022")] * 2),
    ("李华要求，要加强基层建设，新建社工站30个，覆盖率达到90%。", [("target", "2022")] * 2),
    ("要点评议共收到意见30条。", [("actual", "2021")]),
    ("会议要求，新建站点30个。全市共有老年人90万人。", [("target", "2022"), ("actual", "2021")]),
])
def test_what_is_to_be_done_by_a_day_goes_on(sentence, expected):
    assert told("九江市召开会议\n" + MEETING + sentence, "status", "period") == expected


def test_a_day_of_a_year_that_is_over_is_no_plan():
    text = MEETING + "去年，6月底前完成了核查，核查率100%。"
    assert told("九江市召开会议\n" + text, "status", "period") == [("actual", "2021-06")]


def test_deeds_of_the_meeting_are_of_its_day():
    text = "九江市召开会议\n" + MEETING + "会议要求，新建站点12个。\n会上，13个县区签订了责任书。会议还表彰了先进集体20个。"
    assert told(text, "status", "period") == [("target", "2022"), ("actual", "2022-02"), ("actual", "2022-02")]


def test_each_point_of_a_list_has_its_own_time():
    text = YEAR + "一是老人有54万人，预计2025年超过60万人；二是低保标准为全国的88%，建议2021年提高到每月600元；三是目前社工300名。"
    assert told(text, "status", "period") == [
        ("actual", "2020"), ("target", "2025"), ("actual", "2020"), ("target", "2021"), ("actual", "2020")]


@pytest.mark.parametrize(("sentence", "expected"), [
    ("四个季度结婚登记分别为300对、310对、290对和280对。", ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"]),
    ("上下半年分别救助300人、200人。", ["2020-S1", "2020-S2"]),
    ("近三年离婚登记分别为300对、310对、290对。", ["2018", "2019", "2020"]),
    ("三年来，全市新建敬老院30所。", ["2018-01/2020-12"]),
    ("过去三年，全市新建敬老院30所。", ["2018-01/2020-12"]),
    ("5年间，养老床位从2.6万张增加到3.9万张。", ["2015", "2020"]),
    ("火化率为三年来最高的92%。", ["2020"]),
])
def test_times_in_a_list_and_years_back(sentence, expected):
    assert [o.period for o in read(YEAR + sentence)] == expected


def test_the_old_value_of_a_plan_is_that_of_the_report():
    assert told(QUARTER + "下一步，将证明由21项压减到9项。", "period", "status")[1:] == [("2018-Q1", "actual"), ("2018", "target")]


@pytest.mark.parametrize(("text", "is_sure"), [
    ("九江市民政局\n发布时间：2021年4月12日\n全市发放低保金680万元。", False),        # this year's, or all of the year before
    ("九江市民政局\n发布时间：2021年11月12日\n全市发放低保金680万元。", False),
    ("九江市民政局\n发布时间：2021年12月28日\n全市发放低保金680万元。", True),
    ("九江市民政局\n发布时间：2021年4月12日\n今年以来，全市发放低保金680万元。", True),
    (HALF + "城市低保标准每人每月630元。", None),
])
def test_what_a_year_not_over_tells_is_less_sure(text, is_sure):
    *_, last = read(text)
    assert last.confidence > 0.9 if is_sure else last.confidence <= 0.9


@pytest.mark.parametrize(("sentence", "expected"), [
    ("新建县级养老机构24所，新建区级站点30个。", ["360400", "360400"]),
    ("柴桑区新建食堂9家。", ["360404"]),
])
def test_a_level_is_no_place(sentence, expected):
    assert [o.region for o in read(YEAR + "全市平稳。" + sentence)] == expected


@pytest.mark.parametrize(("sentence", "expected"), [
    ("救助流浪人员327人次，护送返乡41人，落户安置3人。", ["救助流浪人员", "救助流浪人员护送返乡", "救助流浪人员落户安置"]),
    ("老年食堂达到85家，全年助餐11万人次。", ["老年食堂", "老年食堂助餐"]),
    ("为特困人员8.9万户发放一次性补贴，每户300元，合计2670万元。", ["特困人员", "一次性补贴", "一次性补贴"]),
    ("社区社工2076人，其中持有职业资格证书的681人，持证率32.8%。", ["社区社工", "持有职业资格证书的社区社工", "社区社工持证率"]),
    ("离婚登记中，35岁以下的占38.2%。", ["离婚登记中35岁以下的占"]),
    ("办理结婚登记3.4万对，登记合格率99.2%。", ["办理结婚登记", "办理结婚登记合格率"]),
    ("12家养老机构、3家福利院没有发生感染。", ["养老机构", "福利院"]),
    ("安排公益金640万元，用于敬老院改造。", ["安排公益金用于敬老院改造"]),
    ("特困供养12万人，其中集中供养2万人，分散供养10万人，支出7亿元。",
     ["特困供养", "集中供养特困供养", "分散供养特困供养", "特困供养支出"]),
    ("适应老龄化趋势，全市60岁以上老年人54万人。", ["60岁以上老年人"]),
])
def test_whose_the_next_figure_is(sentence, expected):
    assert [o.subject for o in read(YEAR + sentence)] == expected


def test_an_old_value_that_is_only_compared_with():
    rows = read(YEAR + "民政支出14.2亿元，与2018年的12.8亿元相比，增加1.4亿元，增长10.9%。")
    assert [(o.measure, o.period, o.subject) for o in rows] == [
        ("level", "2020", "民政支出"), ("prior", "2018", "民政支出"), ("change", "2020", "民政支出"), ("growth", "2020", "民政支出")]


@pytest.mark.parametrize(("sentence", "unit"), [
    ("城市低保月平均标准358元。", "元/月"), ("农村低保年平均标准2140元。", "元/年"), ("孤儿月养育标准1200元。", "元/月"),
])
def test_months_and_years_inside_a_standard(sentence, unit):
    assert read(YEAR + sentence)[0].unit == unit
