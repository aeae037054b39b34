"""By what evidence a reader knows time, place and plan or report: dated words, headings, results of plans, what can be."""
import pytest
from sentences import read


def periods(text):
    return [o.period for o in read(text)]


def statuses(text):
    return [o.status for o in read(text)]


@pytest.mark.parametrize(("text", "expected"), [
    ("宜昌市2021年社区治理工作报告\n现将2021年有关情况报告如下。\n全市社区1620个。\n2022年打算\n新建社区服务站40个。",
     [("2021", "actual"), ("2022", "target")]),
    ("遵义市播州区2019年养老服务工作报告\n到年末，养老床位6100张，全年新增300张。", [("2019", "actual"), ("2019", "actual")]),
    ("2018年殡葬改革工作报告\n汉中市火化遗体1.9万具。\n2019年工作思路\n新建公墓6处。", [("2018", "actual"), ("2019", "target")]),
    # one that was read at the meeting of its year
    ("2022年湖北省政府工作报告\n一、2021年工作回顾\n新增床位3万张。\n二、2022年重点任务\n新增床位4万张。", [("2021", "actual"), ("2022", "target")]),
])
def test_a_report_of_work_may_look_back_on_its_year(text, expected):
    assert [(o.period, o.status) for o in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("自贡市2024年重点项目进展通报\n现将1至8月进展通报如下。\n一、床位\n新增床位300张。\n今年新建食堂12个。全年计划新建30个。",
     ["2024-01/2024-08", "2024-01/2024-08", "2024"]),
    ("桂林市2023年三季度运行分析\n2023年10月20日\n三季度救助900人次，今年累计救助2600人次。", ["2023-Q3", "2023-01/2023-09"]),
    ("宝鸡市2022年上半年工作总结\n今年发放救助金3000万元。年末要达到7000万元。", ["2022-S1", "2022"]),
])
def test_what_is_done_this_year_is_done_so_far(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("黔南州民政局关于提高补贴标准的通知\n自2022年1月1日起，护理补贴标准由每人每月70元提高到80元。生活补贴按每人每月75元发放。\n2022年3月20日",
     ["2021", "2022", "2022"]),
    ("延安市2020年前三季度工作总结\n自7月1日起，城市低保标准提高到每人每月640元，增长5%，农村为每人每年4900元。救助8000人次。",
     ["2020-07", "2020-07", "2020-07", "2020-01/2020-09"]),
    ("延安市2020年工作总结\n自7月1日起，城市低保标准提高到每人每月640元。", ["2020"]),
    # a day on which something came into force is no date of the text
    ("关于调整孤儿养育标准的通知\n自2019年1月1日起执行新标准。机构集中养育1500人。\n山西省民政厅\n2019年5月20日", ["2019"]),
])
def test_since_when_a_standard_is_in_force(text, expected):
    assert periods(text) == expected


REPORT = "景德镇市2023年工作总结\n"


@pytest.mark.parametrize(("sentence", "expected"), [
    ("计划投资8000万元，到位资金5200万元，到位率65%；实际支出4100万元。", ["target", "actual", "actual", "actual"]),
    ("年底前改造敬老院8所，培训护理员600人次，入住率达到70%以上。", ["target"] * 3),
    ("计划培训护理员900人，完成740人，其中男性60人。", ["target", "actual", "actual"]),
    ("计划新建站点30个，开工28个，建成26个，累计服务2万人次，发放补贴50万元。", ["target"] + ["actual"] * 4),
    # what serves an aim is no plan itself
    ("为确保温暖过冬，发放棉衣900件，慰问老人3000人。", ["actual", "actual"]),
])
def test_plans_go_on_until_their_results(sentence, expected):
    assert statuses(REPORT + sentence) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("渭南市2021年专项行动动员讲话\n（2021年5月9日）\n一、看清形势\n排查问题900个。\n二、扛起任务\n整改率100%。", ["actual", "target"]),
    ("渭南市2021年上半年工作情况\n一、任务完成情况\n新建食堂9个。\n二、有关要求\n各县新建食堂不少于3个。", ["actual", "target"]),
    ("三门峡市2023年工作总结\n新建食堂9个。\n下步打算\n新建食堂12个。\n附：有关数据对照\n指标　单位　数量　比上年增长（%）\n孤儿　人　312　-2.1\n养老机构　家　46　3.0",
     ["actual", "target"] + ["actual"] * 4),
    (REPORT + "每月走访不少于2次，每季度至少培训1场。", ["target", "target"]),
    (REPORT + "低保标准提高到每人每月不低于600元。", ["actual"]),        # that much is in force
    ("景德镇市2023年8月重点项目通报\n任务60个，开工48个，建成31个。", ["target", "actual", "actual"]),
])
def test_sections_of_demands_and_what_is_behind_them(text, expected):
    assert statuses(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("十堰市2022年前三季度运行分析\n一、二、三季度分别救助90人次、80人次和70人次。", ["2022-Q1", "2022-Q2", "2022-Q3"]),
    ("十堰市2022年工作总结。第三、四季度分别新增床位20张和30张。", ["2022-Q3", "2022-Q4"]),
    ("十堰市2022年1—8月情况通报\n补贴8月末分别惠及老人900人和残疾人700人。", ["2022-08", "2022-08"]),
    ("十堰市2022年10月工作通报\n12月15日前新建中心3个。", ["2022-12"]),
    ("十堰市2022年三季度运行分析\n9月末，低保对象3万人。特困人员2000人。发放低保金900万元。", ["2022-09", "2022-09", "2022-Q3"]),
    ("十堰市2022年工作总结。标准达到每月600元，2021年为570元，增长5.3%。", ["2022", "2021", "2022"]),
])
def test_dates_of_lists_deadlines_states_and_recalled_values(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("温州市2022年工作总结\n分地区为瑞安市31人、乐清市42人、永嘉县16人。", ["330381", "330382", "330324"]),
    ("温州市2022年工作总结\n新建站点3个，分别在瑞安市（2个）、永嘉县（1个）。", ["330300", "330381", "330324"]),
    ("温州市2022年工作总结\n向泰顺县调拨帐篷300顶、棉被900床。新增床位30张。", ["330329", "330329", "330300"]),
    ("温州市2022年工作总结\n给苍南县紧急下拨资金80万元。", ["330327"]),
])
def test_where_a_place_stands_beside_its_figure(text, expected):
    assert [o.region for o in read(text)] == expected


TABLE = """绵阳市2023年上半年改造任务进展通报
现将1—6月进展通报如下。
县区　年度任务（户）　已完成（户）　完成率（%）
涪城区　300　210　70.0
游仙区　200　150　75.0
"""
YEARS = """绵阳市2024年一季度社会救助标准通报
2024年3月12日
附：历年标准（单位：元/人·月）
年度　城市低保标准　农村低保标准
2022年　610　450
2024年　690　520
"""
LAST = """绵阳市2023年上半年数据
指标　单位　本年　上年同期　增减（%）
孤儿　人　210　230　-8.7
收养登记　件　61　50　22.0
"""


@pytest.mark.parametrize(("text", "expected"), [
    (TABLE, [("2023", "target"), ("2023-01/2023-06", "actual"), ("2023-01/2023-06", "actual")] * 2),
    (YEARS, [("2022", "actual")] * 2 + [("2024", "actual")] * 2),
    (LAST, [("2023-S1", "actual"), ("2022-S1", "actual"), ("2023-S1", "actual")] * 2),
])
def test_columns_of_goals_of_years_and_of_the_year_before(text, expected):
    assert [(o.period, o.status) for o in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("乌兰察布市2013年雪灾通报\n2013年1月21日\n2012年11月以来，降雪频繁。现将截至1月18日情况通报如下。\n转移安置300户，占受灾户的20%。",
     ["2012-11/2013-01"] * 2),
    ("本溪市储煤情况通报\n2021年2月9日\n储煤900吨，够用到4月。", ["2020"]),
    ("本溪市民政局通知\n2021年3月9日\n全市养老机构40家。\n机构年内轮训一遍，年底前新建食堂9个。", ["2020", "2021"]),
    ("本溪市民政局\n2022年9月10日\n2022年5月以来，发放补贴30万元。", ["2022-05/2022-09"]),
])
def test_since_a_month_for_how_long_and_by_the_end_of_which_year(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(("sentence", "expected"), [
    ("瑞安市有一家福利院，入住90人；无证照的机构还有16家。", ["330381", "330300"]),
    ("瑞安市新建食堂3个；培训护理员60人。", ["330381", "330381"]),          # who does it is not named again
    ("瑞安市床位900张；全市每千名老人床位31张。", ["330381", "330300"]),
    ("救助800人，其中瑞安市90人；设置食堂3个。", ["330300", "330381", "330300"]),          # behind a part the whole
])
def test_behind_a_semicolon_another_subject_is_of_the_whole_place(sentence, expected):
    assert [o.region for o in read("温州市2022年工作总结\n" + sentence)] == expected


@pytest.mark.parametrize(("sentence", "expected"), [
    ("全市工作有序推进，2020年救助老人900人。救助儿童也有80人。", ["2020", "2020"]),
    ("全市养老服务不断发展，去年床位达到800张。食堂呢，也增加到60个。", ["2021", "2021"]),
    ("全市养老服务不断发展，去年床位达到800张。全市有食堂60个。", ["2021", "2022"]),
])
def test_likewise_is_at_the_same_time(sentence, expected):
    assert periods("温州市民政局\n2022年8月5日\n" + sentence) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("2021年1月9日，绥化市民政局召开年度会议。\n会议指出，2020年救助工作有力。年内改造福利院7处，新建食堂31个。", ["actual", "actual"]),
    ("2021年1月9日，绥化市民政局召开年度会议。\n2020年，全市低保对象6.1万人。年内培训社工240人。", ["actual", "actual"]),
    ("2021年1月9日，绥化市民政局召开年度会议。\n会议要求，2021年要稳步推进。年内改造福利院9处。", ["target"]),
    ("2021年8月9日，绥化市民政局召开会议。\n今年，全市低保对象6.1万人。年内新建食堂31个。", ["actual", "target"]),
])
def test_within_a_year_that_is_over_nothing_is_planned(text, expected):
    assert statuses(text) == expected
