"""Region, period and status of figures in their text."""
import pytest
from sentences import read

HUNAN = "湖南省民政厅1月15日召开2023年全省民政工作会议。\n"


def scope(text):
    return [(o.region, o.period, o.status) for o in read(text)]


def test_a_january_meeting_reports_on_the_year_before_and_plans_its_own():
    text = HUNAN + "会议指出，全省建成社工站1820个。\n会议强调，要新建助餐点600个。"
    assert scope(text) == [("430000", "2022", "actual"), ("430000", "2023", "target")]


def test_a_state_in_mid_year_does_not_leak_into_the_next_sentence():
    text = "2021年7月，云南省民政厅通报。截至5月底，发放补贴2亿元。救助3000人次。"
    assert [o.period for o in read(text)] == ["2021-01/2021-05", "2021"]


def test_a_heading_holds_until_the_next():
    text = "青海省工作报告\n一、2020年工作回顾\n新建敬老院12所。\n改造危房300户。\n二、2021年工作安排\n新建敬老院15所。"
    assert scope(text) == [("630000", "2020", "actual")] * 2 + [("630000", "2021", "target")]


def test_clause_cues_beat_the_section_and_are_beaten_by_已():
    text = HUNAN + "会议指出，力争年底前新建中心30个。\n会议要求，目前已建成站点50个。"
    assert [o.status for o in read(text)] == ["target", "actual"]


def test_a_plan_goes_on_along_its_sentence():
    assert [o.status for o in read("2023年，湖北省计划新增床位800张，改造住宅200户。")] == ["target"] * 2


def test_central_funds_won_are_no_target():
    assert read("2021年，吉林省争取中央补助资金12亿元。")[0].status == "actual"


@pytest.mark.parametrize(("text", "region", "area_scope"), [
    ("贵州省民政厅：在全国率先开展试点，安排资金300万元。", "520000", "whole"),
    ("贵州省民政厅：遵义市新建中心8个。", "520300", "whole"),
    ("兰州市民政局：市本级投入资金500万元。", "620100", "own-level"),
    ("2020年民政事业发展统计公报。全国共有养老机构3.8万个。", "000000", "whole"),
    ("全市发放补贴20万元。", "", "whole"),
])
def test_region(text, region, area_scope):
    observation, = read(text)
    assert (observation.region, observation.area_scope) == (region, area_scope)


@pytest.mark.parametrize(("text", "regions"), [
    ("3月2日，市民政局督导组赴平阳县，抽查食堂9家，整改问题31处。\n全市共有食堂300家。", ["330326", "330326", "330300"]),
    ("工作人员深入文成县走访困难家庭80户。", ["330328"]),
    ("选派社工9人到平阳县，服务老人80人。", ["330300", "330300"]),              # who went there is counted
    ("低保标准为每月900元，全省平均标准为830元，高于全省平均标准70元。", ["330300", "330000", "330300"]),
    ("◆平阳县：推行绿色殡葬。今年以来，全县办理业务80件。\n◆文成县：前三季度，办理业务90件。", ["330326", "330328"]),
    # a paragraph that a place opens, in a sentence without a figure
    ("平阳县聚焦老人所需，推进适老化改造。已完成改造120户，投入30万元。全市新建站点9个。救助60人。", ["330326", "330326", "330300", "330300"]),
    ("平阳县推进适老化改造。市级层面，已完成改造120户。", ["330300"]),
    ("平阳县新建站点3个。救助60人。", ["330326", "330300"]),
    # what was just told of a place goes on; a heading's place ends where all is told of
    ("平阳县津贴标准提高到每月90元。此次调整惠及老人800人。", ["330326", "330326"]),
    ("平阳县：扩大范围\n新建站点3个。\n全市建成站点80个。\n市民政局负责人表示，还有6个镇没有站点。", ["330326", "330300", "330300"]),
])
def test_the_place_that_is_spoken_of(text, regions):
    assert [o.region for o in read("2023年温州市民政工作情况\n" + text)] == regions


def test_what_goes_on_about_the_place_before_is_less_sure():
    going_on, own = read("2023年温州市民政工作情况\n平阳县推进适老化改造。办理结婚登记90对。全市办理结婚登记800对。")
    assert going_on.confidence < 0.9 < own.confidence


def test_what_the_text_does_not_tell_is_empty_and_flagged():
    observation, = read("截至2月底，全市发放救助金20万元。")
    assert (observation.region, observation.period) == ("", "")
    assert observation.flags.split(";") == ["region-unknown", "period-unknown"]


def test_a_list_of_places_and_a_list_of_periods():
    places = read("安徽省2022年工作总结。合肥、芜湖分别新建助餐点32个、18个。")
    assert [(o.region, o.value, o.subject) for o in places] == [("340100", 32, "新建助餐点"), ("340200", 18, "新建助餐点")]
    quarters = read("云南省2022年工作总结。一季度、二季度分别发放救助资金1.1亿元、1.3亿元。")
    assert [(o.period, o.value) for o in quarters] == [("2022-Q1", 1.1e8), ("2022-Q2", 1.3e8)]


def test_a_standard_is_set_for_the_year():
    standard, = read("2018年4月，山西省民政厅通报。今年第一季度，低保标准达到每人每月460元。")
    assert standard.period == "2018-Q1"
    text = "4月20日，山西省民政厅召开2018年工作推进会。\n会议指出，今年第一季度，各地扎实工作。低保标准达到每人每月460元。救助5000人次。"
    assert [o.period for o in read(text)] == ["2018", "2018-Q1"]


def test_the_press_date_is_not_the_period():
    assert read("2023年3月，海口市民政局发布：2022年新增床位260张。")[0].period == "2022"


def test_a_january_text_has_no_results_of_its_own_year():
    text = ("1月12日，湖北省民政厅召开2023年全省民政工作会议。2022年，全省城市低保标准为660元/月。"
            "2023年，全省将城市低保标准提高到690元/月以上。")
    found = [(row.value, row.period, row.status) for row in read(text)]
    assert found == [(660, "2022", "actual"), (690, "2023", "target")]


@pytest.mark.parametrize("plan", ["城市提高5%，农村提高7%", "达到城市5%、农村7%的增幅", "达到省平均标准城市5%，农村7%的增幅"])
def test_urban_and_rural_share_what_was_named_for_both(plan):
    rows = read(f"铁岭市召开2021年民政工作会议。会议要求，要提高城乡低保标准，{plan}。")
    assert [(row.value, row.subject, row.measure, row.status) for row in rows] == [
        (5, "城市低保标准", "growth", "target"), (7, "农村低保标准", "growth", "target")]


def test_a_text_of_the_nation_is_not_of_the_city_it_names_in_passing():
    text = ("政府工作报告\n新华社北京3月18日电 大会在北京人民大会堂开幕。我国经济平稳发展，我国城镇新增就业1266万人。"
            "全国财政收入11.7万亿元。我国粮食产量5.9亿吨，全国新建住房1800万套。")
    assert {row.region for row in read(text)} == {"000000"}


@pytest.mark.parametrize("opening", [
    "会议总结了2018年的工作，部署今年任务。", "会议回顾2018年工作，安排今年的重点工作。", "会议总结去年成绩，研究确定今年目标。",
])
def test_a_year_that_is_planned_for_is_not_the_one_reported(opening):
    text = f"凤凰县召开2019年民政工作会议\n2019-03-02\n3月1日，全县民政工作会议召开，{opening}各乡镇负责人70余人参加。\n会上，局长作了报告。2018年，发放低保金300万元。全县共有敬老院12所，全年救助流浪人员45人次。"
    assert [(o.period, o.status) for o in read(text)] == [
        ("2019-03", "actual"), ("2018", "actual"), ("2018", "actual"), ("2018", "actual")]


def test_this_year_so_far_is_reported():
    text = "3月20日，凤凰县召开会议通报2019年一季度情况。今年以来，全县发放低保金80万元，救助流浪人员12人次。"
    assert {o.period[:4] for o in read(text)} == {"2019"}


def test_a_year_that_opens_a_sentence_holds_for_its_paragraph():
    text = "凤凰县民政局\n2020年6月5日\n据介绍，工作成绩明显。2019年，全县新建敬老院3所。发放临时救助金12万元。\n全县现有养老机构9家。"
    assert [o.period for o in read(text)] == ["2019", "2019", "2020-06"]


@pytest.mark.parametrize("series", ["津贴标准2018年为每月50元，2019年提高到80元。", "2018年救助310人，2019年救助360人。", "全县2018年走访80户；2019年走访90户。"])
def test_years_one_after_the_other_hold_each_for_its_own_figure(series):
    text = f"凤凰县民政局2020年工作总结\n{series}年末登记社会组织90家。"
    assert [o.period for o in read(text)] == ["2018", "2019", "2020"]


def test_the_end_of_a_year_is_yet_to_come_in_its_summer():
    text = "2022年7月6日，凤凰县召开会议。\n到年底，全县食堂覆盖率达到90%。"
    assert [(o.period, o.status) for o in read(text)] == [("2022", "target")]


def test_what_a_disaster_did_to_a_place_is_of_that_place():
    assert [o.region for o in read("牡丹江市民政局2013年工作总结\n6月的强降雨造成东宁县11个乡镇受灾，直接损失3180万元。全市新建食堂12个。")] == ["231024", "231024", "231000"]


def test_a_year_that_its_own_sentence_leaves_does_not_hold_behind_it():
    text = "牡丹江市民政局发布会\n2023年9月8日\n局长：感谢提问。2022年，全市安排助餐补助870万元；今年已经安排950万元。新建食堂12个。"
    assert [o.period[:4] for o in read(text)] == ["2022", "2023", "2023"]


@pytest.mark.parametrize(("text", "told"), [
    # what a clause sets, whatever it began with
    ("2021年初，鹤岗市明确了改造敬老院6所、新增床位310张的目标。", [("target", "改造敬老院"), ("target", "新增床位")]),
])
def test_set_and_built_on(text, told):
    assert [(one.status, one.subject) for one in read(text)] == told


@pytest.mark.parametrize(("text", "regions"), [
    ("甘肃省民政厅2023年情况\n护理补贴惠及全国1580万人，惠及我省51万人。", ["000000", "620000"]),
    ("甘肃省民政厅2023年情况\n天水等7个示范基地建成。", ["620000"]),               # an example of them
])
def test_whose_figures(text, regions):
    assert [one.region for one in read(text)] == regions


@pytest.mark.parametrize(("heading", "opening"), [
    ("三、存在的不足和2023年安排", "2023年，要办好三件事："), ("三、主要问题及下一步打算", "针对以上不足，下一步将抓好以下工作："), ("三、工作短板与明年计划", "明年我们重点抓三项："),
])
def test_what_is_amiss_comes_before_what_is_planned(heading, opening):
    text = f"衢州市2022年社区工作总结\n一、工作情况\n新建食堂12家。\n{heading}\n社工年流失率在9%左右。{opening}一是新建服务站15个。\n二是新建公墓7处。"
    assert [one.status for one in read(text)][1:] == ["actual", "target", "target"]
    assert [one.period[:4] for one in read(text)][1] == "2022"


@pytest.mark.parametrize(("text", "measures"), [
    ("由一人担任站长的31个，占40%。", ["level", "share"]), ("由网格员兼任楼长的2100名。", ["level"]),
    ("床位由上年末的1900张增至2100张。", ["prior", "level"]), ("标准由现行的每月300元提高到330元。", ["prior", "level"]),
])
def test_what_somebody_does_is_no_old_value(text, measures):
    assert [one.measure for one in read(f"衢州市2022年社区工作总结\n{text}")] == measures


def test_what_a_plan_builds_on_is_there():
    there, more = read("鹤岗市民政局2022年工作要点\n在2021年建成31个食堂的基础上，再建12个。")
    assert (there.status, there.subject, there.period, more.status) == ("actual", "建成食堂", "2021", "target")
