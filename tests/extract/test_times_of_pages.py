"""When that is what a page tells of: the month in which it speaks, a feast, a sickness, the year of an account; in our own words."""
import pytest
from sentences import read

PAGE = "鹤壁市民政局 {day}\n{text}"


def told(text, *fields):
    return [tuple(getattr(one, field) for field in fields) if len(fields) > 1 else getattr(one, fields[0]) for one in read(text)]


@pytest.mark.parametrize(("day", "text", "periods"), [
    ("2022-08-09", "据介绍，目前全市共有孤儿318名，入住老人2106人。", ["2022-08", "2022-08"]),
    ("2022-08-09", "全市现有护理型床位3120张。今年新建食堂12家。", ["2022-08", "2022"]),                        # what is done is of the year
    ("2022-08-09", "截至7月底，全市有孤儿318名。敬老院共有护理员127人。", ["2022-07", "2022-07"]),                # a state goes on behind its sentence
    ("2022-08-09", "截至7月31日，今年计划改造的61家敬老院已完工31家。", ["2022", "2022-01/2022-07"]),
    ("2022-08-09", "2020年和2021年，全市累计改造危房318户。", ["2020-01/2021-12"]),
    ("2022-08-09", "2020年和2021年改造危房分别为318户、610户。", ["2020", "2021"]),
    ("2022-08-09", "受连日暴雨影响，卫河水位上涨。截至8日，转移老人318名。", ["2022-08"]),
    ("2022-08-09", "截至7月底，全市有孤儿318名。2021年，敬老院有护理员127人。", ["2022-07", "2021"]),
    ("2022-08-09", "截至7月底，全市发放补贴120万元，办结率61.5%。", ["2022-01/2022-07", "2022-07"]),              # how far a work has come is a state
    ("2022-08-09", "截至7月底，全市有敬老院31所；今年已培训护理员318人次。", ["2022-07", "2022-01/2022-07"]),      # this year, up to then
    ("2022-04-06", "4月5日清明当天，市殡仪馆接待群众2.1万人次。\n志愿者发放鲜花3200枝。", ["2022-04", "2022-04"]),
    ("2022-06-05", "端午节期间，全市志愿者上岗值守。他们服务老人318人。", ["2022-06"]),
    ("2022-01-26", "春节将至，干部们走村入户。全市慰问困难家庭3180户。", ["2022-01"]),
    ("2022-01-26", "干部们走村入户。截至25日，慰问困难家庭3180户。", ["2022-01"]),
    ("2022-01-26", "全市民政工作会议召开。全年慰问困难家庭3180户。", ["2021"]),                                  # else a page of January reports on the year before
    ("2022-04-03", "从2021年12月到2022年2月，全市救助流浪人员318人次。", ["2021-12/2022-02"]),
    ("2022-04-03", "去年12月至今年2月，全市救助流浪人员318人次。", ["2021-12/2022-02"]),
    ("2022-08-09", "全市养老院考核已于5月底全部结束。参加考核的养老院61家。", ["2022-05"]),
    ("2022-03-09", "2022年要把低保标准在去年基础上提高6%。", ["2022"]),
])
def test_when_a_page_speaks(day, text, periods):
    assert told(PAGE.format(day=day, text=text), "period") == periods


@pytest.mark.parametrize(("text", "periods"), [
    ("鹤壁市民政部门抗疫纪实\n2020-03-20\n2月3日至3月12日，发放补贴61万元。\n全市31家敬老院实行封闭管理。", ["2020-02/2020-03", "2020-02/2020-03"]),
    ("鹤壁市救助站部门决算说明\n2021年9月2日\n本年支出合计318万元。\n公务接待费6万元。", ["2020", "2020"]),
    ("在全市民政会议上的讲话\n（二〇一八年二月二十五日）\n过去的一年，我们实干在前。全年新建敬老院3所。", ["2017"]),
    ("低保资金审计公告\n2021年3月至4月，审计局对2018年至2019年低保资金管理情况进行了审计。\n两年间全市发放低保金3.1亿元。", ["2018-01/2019-12"]),
    ("鹤壁市2021年11月低保数据\n2021-12-06\n地区 | 低保对象（人） | 发放低保金（万元）\n淇县 | 3180 | 61.2", ["2021-11", "2021-11"]),
])
def test_what_a_paper_is_of(text, periods):
    assert told(text, "period") == periods


@pytest.mark.parametrize(("text", "regions"), [
    ("鹤壁市民政局调研组到淇县调研养老服务\n2022-06-07\n调研组走访老人31户。", ["410622"]),
    ("鹤壁市民政局 2022-06-07\n淇县桥盟街道的食堂里坐满了老人。这家食堂每天供餐120人次。", ["410622"]),
    ("鹤壁市民政局 2022-06-07\n全市建成食堂31家，同时在淇县试点家庭床位，签约61张。", ["410600", "410622"]),
    ("鹤壁市民政局 2022-06-07\n全市有孤儿318人。放眼全国看，孤儿已不足20万人。", ["410600", "000000"]),
])
def test_whose_page_it_is(text, regions):
    assert told(text, "region") == regions


def test_what_a_plan_will_bring():
    text = PAGE.format(day="2022-08-09", text="福利中心主体完工，预计11月投用，可新增床位120张。食堂已投用，可提供餐位90个。")
    assert told(text, "status") == ["target", "actual"]


def test_a_standard_in_force_is_no_task():
    text = "关于开展家庭床位建设的公告\n2022年8月9日\n一、工作任务\n全市建设家庭床位318张。\n二、补贴标准\n每张床位补贴3000元。"
    assert told(text, "status") == ["target", "actual"]


@pytest.mark.parametrize(("text", "expected"), [
    ("设置床位300张，预计2024年6月底建成投用。", [("2024-06", "target")]),
    ("设置床位300张，新大楼预计年底投用。", [("2023", "actual")]),           # that has a subject of its own
    ("已建成站点9个，床位300张，预计年底前全部投入使用。", [("2023", "actual")] * 2),
    ("建设规模：设床位300张，停车位90个。\n资金来源：上级补助900万元已下达。", [("2023", "target")] * 2 + [("2023", "actual")]),
])
def test_what_is_to_be_ready_by_a_day(text, expected):
    assert told("温州市民政局\n2023年5月8日\n" + text, "period", "status") == expected


@pytest.mark.parametrize(("title", "expected"), [
    ("温州市助餐服务三年行动计划（2021—2023年）", [("2020", "actual"), ("2021", "target"), ("2023", "target")]),
    ("温州市2021-2023年助餐服务行动方案", [("2020", "actual"), ("2021", "target"), ("2023", "target")]),
])
def test_a_plan_of_the_years_that_its_title_names(title, expected):
    assert told(title + "\n一、现状\n2020年底，全市食堂90家。\n二、目标任务\n2021年，新建食堂30家；到2023年，食堂达到190家。", "period", "status") == expected


@pytest.mark.parametrize(("lead", "end"), [("发布会介绍2021年民政工作情况。", "今年，民政工作有新变化。"), ("", "今年全市将改造住宅90户。")])
def test_a_briefing_of_february_reports_on_the_year_before(lead, end):
    assert told(f"温州市民政局\n2022年2月8日\n{lead}低保标准达到每月900元。全年发放补贴3亿元。{end}", "period", "status")[:2] == [("2021", "actual")] * 2


@pytest.mark.parametrize(("text", "expected"), [
    ("朔州市2021年民政事业年度盘点\n全市有社会组织900家，其中年内新增60家。", [("2021", "actual"), ("2021", "actual")]),
    ("朔州市民政局\n2021年8月9日\n力争三年内新增床位600张，用两年时间建成食堂90处。今后两年，新建公墓9处。",
     [("2021-01/2023-12", "target"), ("2021-01/2022-12", "target"), ("2022-01/2023-12", "target")]),
    ("朔州市民政局召开2021年工作会议。\n会议强调，2021年，要为2023年建成床位9000张打牢基础，确保5月底前入住率达到60%。",
     [("2023", "target"), ("2021-05", "target")]),
    ("朔州市民政局2021年上半年工作总结\n省里下达全市困难老年人家庭适老化改造建设任务900户，已完成310户。", [("2021", "target"), ("2021-S1", "actual")]),
])
def test_what_is_over_and_what_is_aimed_at(text, expected):
    assert told(text, "period", "status") == expected


def test_an_old_value_is_no_target_where_no_year_is_told():
    assert [o.status for o in read("服务项目将由9项增加到16项。")] == ["actual", "target"]


@pytest.mark.parametrize(("text", "expected"), [
    # what a label before it names a goal, and what came of it; of a year that is over too
    ("鹤壁市惠民工程进展\n（截至2023年8月底）\n1.村级食堂\n全年目标：新开食堂61家。\n完成情况：已开31家。", [("2023", "target"), ("2023-01/2023-08", "actual")]),
    ("鹤壁市惠民工程进展\n（截至2023年8月底）\n【年度任务】新增床位610张。\n【进展情况】新增床位310张。", [("2023", "target"), ("2023-01/2023-08", "actual")]),
    ("2021年鹤壁市惠民工程完成情况公告\n2022年1月20日\n一、村级食堂。\n拟新开村级食堂31家，实际建成33家。", [("2021", "target"), ("2021", "actual")]),
    # a year to compare with and one to plan for are not those that a text speaks from
    ("4月2日，鹤壁市召开养老工作发布会。\n到2020年底，全市敬老院床位达到6100张，比2015年底增加310张。\n到2025年，敬老院床位将不少于9000张。",
     [("2020", "actual"), ("2020", "actual"), ("2025", "target")]),
    ("鹤壁市民政局关爱儿童\n2021年，市民政局坚持儿童优先。\n全年走访儿童310名。\n2022年，市民政局将新建儿童之家6个。", [("2021", "actual"), ("2022", "target")]),
    # money got back, in the year behind the one that was audited
    ("鹤壁市2020年度救助资金审计结果\n截至2021年7月底，违规资金已追缴61万元。", [("2021-01/2021-07", "actual")]),
    ("鹤壁市民政局\n检查组要求，12月20日前，隐患整改率达到100%。\n鹤壁市民政局\n2021年12月6日", [("2021-12", "target")]),
])
def test_goals_and_years_beside_the_own_one(text, expected):
    assert told(text, "period", "status") == expected


@pytest.mark.parametrize(("text", "periods"), [
    # 目前 in the midst of what is told of the year before
    ("在全市养老会议上的讲话\n（2021年5月16日）\n去年，鹤壁市建成敬老院31所。淇县敬老院入住率目前不足61%。", ["2020", "2021-05"]),
    # of five years: what was told of each of them, and what somebody did
    ("鹤壁市民政局2020年12月总结\n五年来，鹤壁市发放低保金6亿元，年均保障3.1万人。", ["2016-01/2020-12", "2016-01/2020-12"]),
    ("鹤壁市审计结果\n2021年8月2日\n2018年至2020年，鹤壁市有61名特困人员未及时停发补贴。", ["2018-01/2020-12"]),
    # the months that a sentence behind it names are its own
    ("鹤壁市民政局\n2022-05-27\n已在31个乡镇设立工作站。今年前4个月，发放生活费61万元。", ["2022", "2022-01/2022-04"]),
    # a deadline of what is named behind a sum
    ("鹤壁市民政局2022年工作计划\n投资3亿元的殡仪馆项目6月底前主体完工，新建公墓61处。", ["2022", "2022"]),
])
def test_what_a_time_beside_it_does_not_tell(text, periods):
    assert told(text, "period") == periods


@pytest.mark.parametrize(("text", "expected"), [
    # what a quarter, a month and a feast are of
    ("救助金发放公示\n现将本季度救助金发放情况公示如下：\n发放救助金96万元。\n淇县民政局\n2019年6月25日", ["2019-Q2"]),
    ("淇县简讯\n2019年7月5日\n本季度新增敬老院3家。", ["2019-Q2"]),
    ("淇县社会救助数据（2023年10月）\n发布日期：2023-11-08\n本月临时救助92人次，上月临时救助81人次。", ["2023-10", "2023-09"]),
    ("淇县民政\n2022年5月6日\n今年劳动节期间，登记结婚61对。去年国庆假期，登记结婚80对。", ["2022-05", "2021-10"]),
    # a feast's goods are of no last year
    ("淇县民政\n2022年2月11日\n上月，淇县民政局为老人送去年货30份，带去年画80张。", ["2022-01", "2022-01"]),
    # the same time is that of the sentence before
    ("淇县民政\n2022年10月11日\n截至2021年底，全国有养老床位815万张。同期，淇县有养老床位970张。", ["2021", "2021"]),
    ("淇县民政\n2022年3月11日\n截至2021年底，全国有养老床位815万张。在淇县，同期养老床位为970张。", ["2021", "2021"]),
    # what is to be done is of one year in all its members; a rate that is paid is of the year; what a note tells
    ("淇县民政\n2022年1月11日\n2021年初，县里确定了全年改造敬老院6家、新增床位90张的任务。", ["2021", "2021"]),
    ("淇县答网友问\n2021年11月9日\n问：长寿补贴多少？\n答：百岁老人每人每月300元。\n问：发了多少？\n答：今年1至10月，发放长寿补贴96万元。", ["2021", "2021-01/2021-10"]),
    ("淇县2023年9月救助情况\n注：1.数据为快报数；2.临时救助人次比上月增长6%", ["2023-09"]),
    # since it opened; now, behind a plan
    ("淇县民政\n2022年10月11日\n新食堂今年4月开业，接待老人9600人次。", ["2022-04/2022-10"]),
    ("淇县民政\n2022年10月11日\n新食堂今年4月投用，接待老人9600人次。", ["2022-04/2022-10"]),
    ("淇县民政\n2022年10月11日\n新敬老院今年4月投用，新增床位96张。", ["2022-04"]),
    ("淇县今年已救助3610人次\n2022-08-23\n今年以来，淇县发放救助金512万元。\n目前全县在册低保对象7346人。", ["2022-01/2022-08", "2022-01/2022-08", "2022-08"]),
    ("淇县民政\n2022年5月11日\n年底前全县将建成食堂30家，目前已开工19家。", ["2022", "2022-05"]),
    # how many places do something is told of a day
    ("淇县民政\n2022年10月11日\n截至8月底，全县7个乡镇开展试点，发放补贴30万元。", ["2022-08", "2022-01/2022-08"]),
    ("淇县动态\n2022年10月11日\n记者从县民政局获悉，10月1日至7日，登记结婚61对。全县各敬老院接待探望者900人次。", ["2022-10", "2022-10"]),
])
def test_times_told_beside_others(text, expected):
    assert [one.period for one in read(text)] == expected


def test_tasks_that_a_page_sets_out_from_are_goals():
    text = "淇县实事完成情况通报\n2023年1月10日\n按照年初部署，县民政局承担的任务为：新建食堂20个，改造敬老院6家。截至2022年底，各项任务均已完成，现通报如下：\n一、食堂建成22个。"
    assert [one.status for one in read(text)] == ["target", "target", "actual"]


@pytest.mark.parametrize(("text", "regions"), [
    ("温州市入住情况\n2022年\n床位入住率，苍南县为58%，平阳县为54%，均低于永嘉县的61%。", ["330327", "330326", "330324"]),
    ("温州市入住情况\n2022年\n床位入住率为40%，高于全省的38%。", ["330300", "330000"]),
    # visits
    ("检查组赴平阳县检查敬老院\n温州市民政局\n2022年3月8日\n3月5日，检查组深入平阳县鳌江、水头等镇，检查敬老院6家。县民政局负责人介绍，敬老院有床位900张。全市要演练30场次。", ["330326", "330326", "330300"]),
])
def test_whose_a_figure_is_beside_others(text, regions):
    assert [one.region for one in read(text)] == regions
    assert {one.measure for one in read(text) if one.unit == "%"} <= {"share"}
