"""What a report is about where its figures do not say so: by its title, its lead, its date; and what holds beside that."""
import pytest
from sentences import read

from minzheng.extract.times.anchors import find_anchor
from minzheng.extract.times.jubilees import celebrated_year


def periods(text):
    return [o.period for o in read(text)]


@pytest.mark.parametrize(("text", "expected"), [
    # a title of the year before: parts of a year, its end and the whole of it are that year's
    ("2018年衢州市殡葬服务情况分析\n衢州市民政局　2019年3月\n上半年火化遗体9800具，下半年1.02万具。年末有殡仪馆6家。"
     "7月份火化遗体1500具。", ["2018-S1", "2018-S2", "2018", "2018-07"]),
    ("关于2020年度慈善捐赠情况的通报\n全年接收捐赠2.3亿元，三季度最多，达8000万元。年底有慈善组织45家。"
     "今年要新增慈善组织8家。\n长沙市民政局\n2021年2月20日", ["2020", "2020-Q3", "2020", "2021"]),
    ("株洲市2015年养老服务数据盘点\n2016年5月10日\n年末床位2.6万张，全年新增床位900张。", ["2015", "2015"]),
    # one that names the meeting of a year is no such title
    ("2024年3月1日，昆明市民政局召开2023年度工作总结大会。全市新增床位900张。今年将新增600张。", ["2023", "2024"]),
    # a month
    ("金华市2023年5月社会救助统计月报\n低保对象6.2万人，发放低保金4300万元。", ["2023-05", "2023-05"]),
    ("湖州市民政局2022年第三季度工作情况通报\n新增助餐点46个。截至9月底，有养老机构88家。", ["2022-Q3", "2022-09"]),
    # what was published
    ("近日，长治市民政局发布2022年社会组织数据。全市登记社会组织2300个，当年新登记120个。2023年4月12日",
     ["2022", "2022"]),
])
def test_the_title_tells_the_year(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("“十二五”时期湖南省民政事业发展综述\n全省投入救助资金320亿元，养老床位达到28万张。办理结婚登记310万对。",
     ["2011-01/2015-12", "2015", "2011-01/2015-12"]),
    ("2016—2020年遵义市社会救助工作回顾\n五年来，发放低保金46亿元。救助32万人次。2018年救助7万人次。年末低保对象41万人。",
     ["2016-01/2020-12", "2016-01/2020-12", "2018", "2020"]),
    ("数说赣州民政这五年\n2021年1月12日，记者从赣州市民政局获悉，全市发放低保金60亿元。新建敬老院80所。",
     ["2016-01/2020-12", "2016-01/2020-12"]),
    # a state in the midst of the sentence does not hold behind the semicolon
    ("“十三五”锦州市社会组织发展回顾\n新增社会组织730个，年末总量2460个；捐款2.1亿元。", ["2016-01/2020-12", "2020", "2016-01/2020-12"]),
    ("朔州市救助工作\n2024年5月8日\n2021年至2023年6月，全市救助3万人次。", ["2021-01/2023-06"]),
    ("朔州市残疾人事业“十四五”规划中期评估报告\n2023年9月\n评估时段为2021年1月至2023年6月。\n康复服务率97%，高于规划目标2个百分点。规划实施以来，投入3亿元。",
     ["2023-06", "2021-01/2023-06", "2021-01/2023-06"]),
    # halfway through a plan: up to the day that its data reach to; a goal of the plan is of its last year
    ("《襄阳市“十四五”养老服务体系建设规划》实施情况中期评估\n2023年10月\n本报告所用统计资料截止时间为2023年8月31日。\n"
     "全市有养老机构96家，较2020年末增加8家。护理型床位占比61%，较2020年末提高9个百分点，已超过规划确定的55%目标。全市投入资金3亿元。"
     "家庭养老床位960张，为规划目标1200张的80%。", ["2023-08", "2023-08", "2023-08", "2023-08", "2025", "2021-01/2023-08", "2023-08", "2025", "2023-08"]),
    # a share of what was spent in the years is one of all of them
    ("“十三五”锦州市养老服务回眸\n全市投入资金5亿元，其中争取上级资金2亿元，占40%。", ["2016-01/2020-12"] * 3),
])
def test_a_title_of_five_years(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("2024年4月11日，温州市福彩中心通报一季度情况。销售福利彩票3.2亿元。\n筹集公益金9600万元。", ["2024-Q1", "2024-Q1"]),
    ("2023年6月28日，记者从绍兴市民政局获悉，今年1—5月，办理结婚登记9800对。\n离婚登记2100对。",
     ["2023-01/2023-05", "2023-01/2023-05"]),
    ("2024年10月，舟山市民政局召开三季度工作例会。前三季度救助5000人次。发放救助金900万元。会议要求，四季度新增床位200张。",
     ["2024-01/2024-09", "2024-01/2024-09", "2024-Q4"]),
    ("民政工作简报\n2019年第4期\n大同市民政局　2019年4月12日\n一季度，全市新建敬老院15所。\n救助3200人次。",
     ["2019-Q1", "2019-Q1"]),
    # the half-year, also of what a month's end stands before
    ("2023年7月24日，鹤岗市民政局召开上半年调度会。今年以来，全市民政工作平稳。救助300人。截至6月底，养老床位900张；今年新建站点8处。",
     ["2023-S1", "2023-06", "2023-S1"]),
    # a report to a council names it far behind the titles; on raised standards no part of the year is reported
    ("关于全区殡葬改革工作情况的汇报\n——2024年7月25日在孝感市人大常委会第十八次会议上\n" + "主任、各位副主任、各位委员：\n" * 12 +
     "今年上半年，全市火化遗体1860具。\n二、主要做法\n查处违规建墓17处。", ["2024-S1", "2024-S1"]),
    ("浙江省多地提高护理补贴标准\n2022年8月3日，记者了解到，上半年省级下达补助资金3.6亿元。\n全省惠及残疾人2.6万人。到年底，补贴惠及3万人。",
     ["2022-S1", "2022", "2022"]),
    # long over: it holds for its own sentence alone
    ("2023年11月20日，漯河市民政局通报。今年一季度救助3000人次。新建站点12个。", ["2023-Q1", "2023"]),
])
def test_a_part_of_the_year_that_is_just_over(text, expected):
    assert periods(text) == expected


def test_a_dateline_without_a_year_dates_nothing():
    found = read("本报南昌7月9日电 今年上半年全省救助15万人次，比去年同期多2万人次。9月底前新建敬老院30所。江西省民政厅")
    assert [(o.region, o.period, o.flags) for o in found] == [("360000", "", "period-unknown")] * 3
    assert max(o.confidence for o in found) < 0.9


@pytest.mark.parametrize(("text", "expected"), [
    ("2021年7月，台州市民政局通报。2017年，全市只有助餐点40个。目前有助餐点260个。", ["2017", "2021"]),
    ("2022年10月，台州市民政局发布。2012年低保标准为每人每月350元，现在达到1050元。", ["2012", "2022"]),
    ("2021年7月，台州市民政局通报。2018年，全市火化率只有61%。如今，火化率达到93%。", ["2018", "2021"]),
])
def test_now_is_not_the_year_that_was_told_of(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("2020年安徽省工作总结。结婚登记上半年为3万对，下半年为2万对，同比分别下降4%和7%。",
     [("340000", "2020-S1"), ("340000", "2020-S2")] * 2),
    ("陕西省2022年工作总结。宝鸡市新建站点30个，汉中市新建站点20个，分别增长5%和8%。", [("610300", "2022"), ("610700", "2022")] * 2),
    ("2020年安徽省工作总结。发放补贴三季度为3万元，四季度为5万元，环比分别增加1万元和2万元。",
     [("340000", "2020-Q3"), ("340000", "2020-Q4")] * 2),
])
def test_moves_have_the_time_and_place_of_their_levels(text, expected):
    assert [(o.region, o.period) for o in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("太原市2019年工作总结。全市火化率81%，清徐、阳曲两县为61%和57%。", ["140100", "140121", "140122"]),
    ("福建省2019年工作总结。龙岩、漳州分列其后，为81%和79%。", ["350800", "350600"]),
    ("太原市2019年工作总结。清徐、阳曲、娄烦三县投入300万元、200万元和150万元。", ["140121", "140122", "140123"]),
    # what a figure is measured against is another place's
    ("2021年衡阳市工作总结。火化率61%，低于全省72%的平均水平。", ["430400", "430000"]),
    ("2021年衡阳市工作总结。火化率61%，高于全国平均水平（58%）。", ["430400", "000000"]),
    ("2021年衡阳市工作总结。收费480元，低于市场520元的平均水平。", ["430400", "430400"]),
    ("2021年衡阳市工作总结。老龄化率为20%，高于全省2个百分点。", ["430400", "430400"]),
])
def test_places_of_a_list_and_of_a_yardstick(text, expected):
    assert [o.region for o in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("2023年嘉兴市工作总结。完成改造1300户，为年度任务（1200户）的108%。", ["actual", "target", "actual"]),
    ("2023年嘉兴市工作总结。新建中心52个，占年初计划（60个）的87%。", ["actual", "target", "actual"]),
    ("2021年5月，黄石市民政局通报。年底前低保标准要提高到700元以上，覆盖率不低于95%，投诉不超过20件。", ["target"] * 3),
    ("2021年5月，黄石市民政局通报。下半年将下拨救助资金3000万元，预定惠及1.2万人。", ["target"] * 2),
    ("2022年1至9月黄石市工作汇报\n新建站点60个。四季度打算：新建站点20个。新建公墓2处。", ["actual", "target", "target"]),
    # what is in force is no plan
    ("2021年5月，黄石市民政局通报。全市持证率不低于95%，将补助标准提高到700元。", ["actual", "actual"]),
])
def test_plan_or_report(text, expected):
    assert [o.status for o in read(text)] == expected


PLAN = "荆门市养老服务三年行动实施方案\n2021年4月20日\n"


@pytest.mark.parametrize(("text", "expected"), [
    (PLAN + "2022年完成改造10家，2023年完成改造12家。", [("2022", "target"), ("2023", "target")]),
    (PLAN + "到2023年底，护理型床位占比达到55%。现有养老机构92家，床位1.4万张。", [("2023", "target"), ("2021-04", "actual"), ("2021-04", "actual")]),
    (PLAN + "到2023年底，新建中心80个。全市现有中心30个，床位900张。", [("2023", "target"), ("2021-04", "actual"), ("2021-04", "actual")]),
    ("大连市养老事业发展规划实施情况评估\n2023年5月8日\n新建敬老院30所。", [("2023", "actual")]),
    # an assessment of it; its look back, and its last year
    ("大连市“十四五”养老事业发展规划\n一、发展基础\n2020年末，养老床位4.9万张。\n二、主要任务\n新增床位8000张。\n2021年12月20日",
     [("2020", "actual"), ("2025", "target")]),
])
def test_a_plan_by_its_title(text, expected):
    assert [(o.period, o.status) for o in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("南阳市2020年工作总结。市本级安排资金2000万元，县级配套资金1.3亿元。", [("411300", "own-level"), ("411300", "whole")]),
    ("南阳市2020年工作总结。市本级投入资金300万元，各县投入资金800万元。", [("411300", "own-level"), ("411300", "whole")]),
    ("天津市民政局2019年工作总结\n南开区建成综合体4个，河西区建成5个，其余各区均建成1个。",
     [("120104", "whole"), ("120103", "whole"), ("120000", "subset")]),
    ("长沙市2019年工作总结。浏阳市投入资金300万元，其他区县投入资金900万元。", [("430181", "whole"), ("430100", "subset")]),
])
def test_the_others_and_the_level_below(text, expected):
    assert [(o.region, o.area_scope) for o in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("淮安市2018年工作总结。省下达我市床位任务300张，实际完成340张。", ["target", "actual"]),
    ("淮安市2018年工作总结。原定计划为60个，实际建成72个。", ["target", "actual"]),
    ("淮安市2018年工作总结。完成省下达的床位任务300张。", ["actual"]),
])
def test_a_task_that_was_set(text, expected):
    assert [o.status for o in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("2022年6月2日，淄博市民政局通报。自2020年5月开展试点以来，服务老人1.8万人次。目前签约老人2600人。",
     ["2020-05/2022-06", "2022-06"]),
    ("四川省民政厅 2023年8月1日\n从2019年实施条例以来，新增站点900个，目前有站点3000个。", ["2019-01/2023-08", "2023"]),
    ("2018年10月15日，淄博市民政局通报。至三季度末，全市养老机构48家，上半年末为45家。到四季度末，要达到50家。",
     ["2018-09", "2018-06", "2018"]),
    ("2019年5月，淄博市民政局通报。一季度末有助餐点12个，一季度新增3个。", ["2019-03", "2019-Q1"]),
])
def test_since_a_day_and_ends_of_parts(text, expected):
    assert periods(text) == expected


REPORT = "嘉兴市2022年上半年民政工作情况通报\n"


@pytest.mark.parametrize(("sentence", "expected"), [
    ("市政府将提高低保标准列入民生实事，全市低保标准达到每月900元。", [("2022", "actual")]),
    ("市里将困难老人纳入保障1200人。", [("2022-S1", "actual")]),
    ("今年计划建设的20个中心已开工17个，完成投资900万元。", [("2022", "target"), ("2022-S1", "actual"), ("2022-S1", "actual")]),
    ("民生实事项目新增床位300张，已完成340张。", [("2022", "target"), ("2022-S1", "actual")]),
    ("全年任务指标80个，实际完成92个。", [("2022", "target"), ("2022-S1", "actual")]),
])
def test_what_was_planned_and_what_of_it_is_done(sentence, expected):
    assert [(o.period, o.status) for o in read(REPORT + sentence)] == expected


@pytest.mark.parametrize(("sentence", "value"), [
    ("敬老院改造比省定时限提前1年完成。", 1), ("低保标准超过国家标准，比全省要求提前2年。", 2), ("新区提早3年实现全覆盖。", 3),
])
def test_so_much_earlier_is_a_duration(sentence, value):
    early, = read("黄山市2018年工作总结。" + sentence)
    assert (early.value, early.unit, early.measure) == (value, "年", "duration")


def test_ahead_of_a_year_is_none():
    assert read("黄山市2018年工作总结。提前2019年的工作安排。") == []


@pytest.mark.parametrize("date", ["2018年6月5日9:30", "2018年6月5日", "2018-06-05 9:30"])
def test_a_date_with_an_hour_is_a_date(date):
    assert find_anchor(f"新闻发布会实录\n时间：{date}\n到2020年底，床位达到9万张。") == (2018, 6)


@pytest.mark.parametrize(("text", "expected"), [
    # a plan of five years looks back on the five before them and ends with the last of its own
    ("宜昌市“十四五”殡葬事业发展规划\n一、现状\n五年累计建成公益性墓地310处。火化率为71%。\n二、目标任务\n新建骨灰堂40座，火化率提高到80%。",
     [("2016-01/2020-12", "actual"), ("2020", "actual"), ("2025", "target"), ("2025", "target")]),
    ("四平市“十三五”社会救助规划（征求意见稿）\n第一章 基础\n五年间，发放低保金22亿元。年末低保对象9.3万人。\n第二章 发展目标\n到2020年，特困人员集中供养率达到60%。\n第三章 保障措施\n建设救助站5个。",
     [("2011-01/2015-12", "actual"), ("2015", "actual"), ("2020", "target"), ("2020", "target")]),
    # a heading as wide as the one that names the years ends them, a narrower one does not
    ("宜昌市“十四五”殡葬事业发展规划\n第一节 “十三五”发展成效\n（一）设施\n发放惠民殡葬补贴2.1亿元。\n第二节 面临的形势\n常住人口401万人。",
     [("2016-01/2020-12", "actual"), ("2020", "actual")]),
    # how far such a plan has come is a report
    ("宜昌市“十三五”殡葬规划完成情况\n发放惠民殡葬补贴2.1亿元。", [("2016-01/2020-12", "actual")]),
])
def test_a_plan_of_five_years(text, expected):
    assert [(o.period, o.status) for o in read(text)] == expected


@pytest.mark.parametrize("plan", ["四、2019年工作打算\n", "2019年低保标准计划提高到每人每月700元。", "下一步打算：2019年把护理补贴纳入民生实事。"])
def test_in_autumn_a_year_that_is_planned_for_is_yet_to_come(plan):
    rows = read(f"11月8日，鞍山市民政局通报2018年社会救助情况。截至10月底，全市低保对象3万人。\n{plan}")
    assert rows[0].period == "2018-10"


@pytest.mark.parametrize(("heading", "periods"), [
    ("一、“十三五”主要成绩", ["2016-01/2020-12", "2020"]), ("一、“十三五”打下的底子", ["2016-01/2020-12", "2020"]), ("一、养老服务", ["2017-01/2021-12", "2021"]),
])
def test_five_years_are_those_of_the_plan_that_a_heading_names(heading, periods):
    rows = read(f"鞍山市养老服务体系介绍\n2021年11月8日\n{heading}\n五年来，全市投入养老服务资金2亿元。护理型床位占比为31%。")
    assert [row.period for row in rows] == periods


def test_a_paper_that_explains_a_plan_is_none_and_a_question_opens_anew():
    rows = read("《鞍山市殡葬设施建设规划》政策解读\n2022年4月21日\n一、为何编制\n全市有公益性公墓30处。\n二、下一步重点任务\n新建公益性公墓12处。\n三、群众能得到哪些好处\n减免标准为每具900元。")
    assert [row.status for row in rows] == ["actual", "target", "actual"]


def test_a_place_that_stands_for_itself_alone():
    rows = read("鞍山市民政局2022年工作总结\n全市新建养老院12所，仅海城市就新建5所，光台安县就有独居老人900名。")
    assert [row.region for row in rows] == ["210300", "210381", "210321"]
    assert rows[2].subject == "独居老人"


@pytest.mark.parametrize(("text", "told"), [
    ("鞍山市台风灾害救助情况通报\n2018年8月20日\n8月13日至15日，全市转移群众900人。\n设安置点31处。截至8月19日，下拨资金300万元。", ["2018-08", "2018-08", "2018-08"]),
    ("鞍山市民政局通报抗旱救灾情况\n2014年8月20日\n5月以来，下拨资金200万元。\n调运饮用水31吨。截至8月18日，发放资金90万元。", ["2014-05/2014-08", "2014-05/2014-08", "2014-05/2014-08"]),
    ("鞍山市民政局暴雪救灾工作动态\n2016年11月25日\n调拨棉被900床。", ["2016-11"]),
    # a year's work against disasters is of the year
    ("鞍山市2018年救灾工作情况\n2018年12月20日\n调拨棉被900床。", ["2018"]),
])
def test_a_report_on_a_disaster_is_of_its_days(text, told):
    assert periods(text) == told


def test_the_plan_that_a_paper_explains_dates_no_report():
    assert periods("《鞍山市“十四五”殡葬发展规划》解读\n2022年4月2日\n全市有公益性公墓30处。") == ["2022"]


@pytest.mark.parametrize(("text", "expected"), [
    # what lies ahead is counted from the year of a text of its beginning
    ("政府工作报告\n——2017年2月9日在甘州区人民代表大会上\n二、今后五年目标任务\n今后五年，财政收入年均增长6%。新建幸福院60所。\n三、2017年工作\n新建幸福院9所。",
     [("2017-01/2021-12", "target")] * 2 + [("2017", "target")]),
    ("2023年11月，昭通市民政局召开会议。未来三年，要新建食堂90个。", [("2024-01/2026-12", "target")]),
    # an assessment halfway runs up to its day
    ("榆林市“十四五”民政规划中期评估报告\n截至2023年8月底，床位1.2万张。累计救助9.6万人次。现有护理员860人。",
     [("2023-08", "actual"), ("2021-01/2023-08", "actual"), ("2023-08", "actual")]),
    # what was done in five years, whatever is counted
    ("“十三五”铜仁市民政事业回眸\n搬迁群众2.1万户。900个村委会换届。", [("2016-01/2020-12", "actual")] * 2),
])
def test_years_ahead_and_years_half_over(text, expected):
    assert [(o.period, o.status) for o in read(text)] == expected


def test_a_text_of_this_year_so_far_goes_up_to_the_month_it_names():
    text = "岳阳市民政局新闻发布会\n2025年9月11日\n局长：今年以来，我们办好民生实事。截至8月底，建成助餐点320个。\n我市现有医养结合机构34家。办理低保1.8万户。"
    assert [o.period for o in read(text)][1:] == ["2025-08", "2025-01/2025-08"]


@pytest.mark.parametrize(("text", "year"), [
    ("以实际行动迎接中国共产党成立一百周年", 2021),
    ("今年适逢中华人民共和国成立75周年", 2024),
    ("改革开放40周年纪念大会", 2018),
    ("今年是“十四五”规划的开局之年", 2021),
    ("“十二五”收官之年，任务很重", 2015),
    ("为迎接党的二十大营造氛围", 0),                          # this year or the next?
    ("全面贯彻党的十九大精神的开局之年", 0),
    ("学习贯彻党的二十大精神", 0),                        # goes on for years
    ("市福利院建院60周年", 0),
    ("庆祝建国七0周年", 0),                              # spoiled numbers tell nothing
    ("庆祝建党百一周年", 0),
    ("庆祝建国十十周年", 0),
    ("庆祝新中国成立七十五周年", 2024),
])
def test_what_is_celebrated_tells_the_year(text, year):
    assert celebrated_year(text) == year


@pytest.mark.parametrize(("text", "expected"), [
    ("8月6日，市民政局召开座谈会。上半年救助800人，年底前再建站点20个。会议要求，以优异成绩庆祝新中国成立75周年。", ["2024-S1", "2024"]),
    # a year beside which 今年 is told of is over
    ("11月2日，市残联介绍情况。截至10月底，有集中托养机构30家。2021年，全市筹集资金5亿元，拨付4亿元。今年1至10月，已筹集6亿元。",
     ["2022-10", "2021", "2021", "2022-01/2022-10"]),
    ("9月5日，市民政局介绍情况。截至2020年底，全市有养老机构80家。今年新建站点20个。", ["2020", "2021"]),
    # that year itself
    ("9月5日，市民政局介绍情况。2020年，全市计划新建站点30个。前8个月已建成20个。今年的任务重。", ["2020", "2020-01/2020-08"]),
])
def test_a_text_without_a_date_tells_its_year(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(("line", "period"), [
    ("统计时间：2019年8月", "2019-08"), ("数据截止日期：2019年8月31日", "2019-08"), ("报告期：2019年上半年", "2019-S1"),
    ("发布时间：2019年8月", "2019"),                          # when it came out says nothing of its data
])
def test_a_line_below_the_title_says_of_when_the_data_are(line, period):
    (told,) = read(f"鹤岗市社会救助数据\n{line}\n全市特困人员3180人。")
    assert told.period == period


def test_the_number_of_a_paper_opens_no_year():
    told = read("桐城市洪涝灾害救助简报\n（2016年第7期）\n受6月28日以来强降雨影响，我市受灾严重。截至7月3日，受灾人口1.8万人。\n灾情发生后，市民政局调运帐篷310顶。")
    assert [one.period for one in told] == ["2016-07", "2016-06/2016-07"]
