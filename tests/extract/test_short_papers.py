"""What holds for a whole short page: the time, place and status that its title, its lead or its frame tells."""
import pytest
from sentences import document, read

from minzheng.decode.document import read_bulletin
from minzheng.extract.names.told_topics import heading_topic
from minzheng.extract.observations import extract_observations


def told(text, *fields):
    return [tuple(getattr(one, field) for field in fields) if len(fields) > 1 else getattr(one, fields[0]) for one in read(text)]


def decoded(text, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    return extract_observations(read_bulletin(path))


@pytest.mark.parametrize(("text", "periods"), [
    ("楚雄州二〇一九年民政事业统计公报\n楚雄州民政局\n二〇二〇年四月\n年末共有敬老院61所。全年登记结婚8210对。", ["2019", "2019"]),
    ("本溪市民政局二○一七年第三季度工作小结\n三季度，登记结婚1210对。\n本溪市民政局\n二○一七年十月九日", ["2017-Q3"]),
    ("截至二〇二二年五月底，楚雄州共有敬老院61所。", ["2022-05"]),
])
def test_years_in_chinese_numerals(text, periods):
    assert told(text, "period") == periods


@pytest.mark.parametrize(("day", "sentence", "period"), [
    ("2022-02-09", "春节期间，全市救助流浪人员210人次。", "2022-01/2022-02"),
    ("2023-02-01", "春节假期，全市救助流浪人员210人次。", "2023-01"),
    ("2024-02-20", "元旦、春节期间，全市救助流浪人员210人次。", "2024-01/2024-02"),
    ("2021-10-09", "国庆假期，全市登记结婚520对。", "2021-10"),
    ("2020-10-10", "中秋当天，全市登记结婚520对。", "2020-10"),
])
def test_feast_days(day, sentence, period):
    assert told(f"鹤壁市民政局\n发布时间：{day}\n{sentence}", "period") == [period]


def test_last_month_and_this_one():
    text = "关于鹤壁市养老机构运行情况的通报\n（2022年1月6日）\n上月，全市新入住老人218人。与上月相比，退住率下降2%。本月，市民政局将抽查养老机构12家。"
    assert told(text, "period", "status")[::2] == [("2021-12", "actual"), ("2022-01", "target")]


@pytest.mark.parametrize(("title", "status"), [
    ("鹤壁市民政局2022年部门预算公开说明", "target"),
    ("鹤壁市适老化改造采购项目竞争性磋商公告", "target"),
    ("鹤壁市民政局2022年度部门决算公开", "actual"),
    ("鹤壁市适老化改造采购项目中标公告", "actual"),
    ("鹤壁市民政局2022年预算执行情况", "actual"),
])
def test_papers_whose_figures_are_all_to_come(title, status):
    text = f"{title}\n2022年9月1日\n一、项目基本情况\n为困难家庭安装扶手650套。\n二、收支情况\n资金合计280万元。"
    assert told(text, "status") == [status, status]


def test_a_sentence_without_figures_tells_the_time_of_what_follows():
    text = "鹤壁市民政局　2022年11月7日\n截至10月底，各项任务进展如下：\n1.敬老院改造：已完成4所。\n2.幸福院建设：已建成12个。"
    assert told(text, "period") == ["2022-01/2022-10", "2022-01/2022-10"]
    notice = "淇县关于提高救助标准的通知\n经县政府同意，从2024年1月1日起提高标准，现将有关事项通知如下：\n一、农村低保标准为每人每月640元。\n2024年1月22日"
    assert told(notice, "period") == ["2024"]


def test_a_place_in_brackets_opens_what_is_its_own():
    text = "鹤壁民政信息\n2022年5月9日\n【淇县】4月，发放补贴68万元。\n【浚县】4月，建成食堂57处。\n【市局机关】4月，培训登记员30人。"
    assert told(text, "region") == ["410622", "410621", "410600"]


def test_numbered_items_with_figures_are_no_headings():
    text = "鹤壁市民政局2022年工作总结\n2.家庭适老化改造：目标任务330户，已完成352户；\n3.全年救助流浪人员210人次。"
    assert told(text, "status") == ["target", "actual", "actual"]


@pytest.mark.parametrize(("sentence", "status"), [
    ("年初定下新建50家食堂的任务，前三季度完成41家。", ["target", "actual"]),
    ("年初市政府确定建设食堂15个。", ["target"]),
    ("全面实现年初确定的主要目标，新建食堂15个。", ["actual"]),
])
def test_what_somebody_set_himself(sentence, status):
    assert told(f"2023年10月19日，鹤壁市民政局介绍情况。{sentence}", "status") == status


def test_units_in_the_cells_of_a_table():
    rows = read("鹤壁市2021年民生实事进展\n项目\t年度目标\t已完成\n食堂建设\t120个\t131个\n床位\t1.2万张\t1.3万张\n各项工作平稳。\n")
    assert [(o.value, o.unit, o.status) for o in rows] == [(120, "个", "target"), (131, "个", "actual"), (12000, "张", "target"), (13000, "张", "actual")]
    rows = read("鹤壁市民政数据（2021年）\n指标|2021年|2020年\n低保对象|11872人|12340人\n养老床位|5120张|4986张\n")
    assert [(o.value, o.period) for o in rows] == [(11872, "2021"), (12340, "2020"), (5120, "2021"), (4986, "2020")]


def test_a_page_tells_its_place_in_its_frame(tmp_path):
    page = "当前位置：首页 > 沈阳市民政局 > 各区动态\n铁西区织密养老服务网\n日期：2021-06-03\n截至5月底，铁西区有养老驿站31家。\n"
    assert [o.region for o in decoded(page, tmp_path)] == ["210106"]
    beside = "养老服务稳步推进\n发布时间：2022-04-06  信息来源：淇县民政局\n截至3月底，全县有养老驿站31家。\n"
    assert [o.region for o in decoded(beside, tmp_path)] == ["410622"]


def test_where_a_text_stood_is_not_whose_it_is():
    text = "山里来了助浴车\n2023年11月8日\n凤庆县小湾镇的老人洗上了热水澡。凤庆县目前有助浴车17辆，明年全县再添12辆。"
    found = extract_observations(document(text, issuer="云南民政"))
    assert {o.region for o in found} == {"530921"}


@pytest.mark.parametrize(("text", "periods"), [
    ("鹤壁市养老机构补贴资金审计结果\n（2022年5月20日公告）\n市审计局对2020年至2021年补贴资金使用情况进行了审计，共拨付补贴3200万元，有机构多领补贴9.4万元。\n"
     "截至公告日2022年5月20日，多领资金已追回9.4万元。", ["2020-01/2021-12", "2020-01/2021-12", "2022-05"]),
    ("淇县连夜安置受灾群众\n发布日期：2021-07-25\n7月17日以来，淇县多处漫堤。截至7月24日18时，全县紧急转移安置5210人。县民政局调运棉被900床。",
     ["2021-07", "2021-07"]),
    ("救助跑在前头\n发布时间：2022-10-12\n今年主汛期（7月至9月），淇县遭遇多轮强降雨。县民政局发放救助金96万元。", ["2022-07/2022-09"]),
    ("关于消防整治进展的通报\n整治6月下旬启动，7月20日结束。其间，各级共检查养老机构81家。\n鹤壁市民政局\n2022年7月24日", ["2022-06/2022-07"]),
    ("督查组赴淇县检查供养工作\n3月14日至17日，督查组深入淇县，实地查看敬老院。督查组先后走访敬老院6家。今年，县里投入40万元更换锅炉。\n（2022年3月21日）", ["2022-03", "2022"]),
    ("淇县动态\n日期：2021-06-03\n5月，淇县开放助浴点4处。全县当月办理高龄津贴75件。", ["2021-05", "2021-05"]),
    ("老街来了食堂\n日期：2022-08-26\n上周，淇县新食堂开张，首日接待老人120人次。", ["2022-08"]),
    ("淇县民政会议召开\n日期：2021-06-03\n5月，淇县召开会议。全县有敬老院6家。", ["2021"]),
])
def test_a_page_that_tells_of_an_event_has_its_time(text, periods, tmp_path):
    assert [o.period for o in decoded(text, tmp_path)] == periods


@pytest.mark.parametrize(("text", "periods"), [
    ("淇县民生实事进展\n（截至9月底）\n1.食堂建设。任务：建成20处。进展：已建成17处。\n淇县民政局　2022年10月9日", ["2022", "2022-01/2022-09"]),
    ("淇县民政局2021年度部门决算说明\n发布日期：2022-09-17\n年初设定救助目标600人次，实际救助710人次。", ["2021", "2021"]),
    ("淇县2021年助餐服务实施方案\n截至2020年12月，全县有食堂63所。\n二、资金保障\n县财政安排奖补资金60万元，列入本年度预算。", ["2020-12", "2021"]),
    ("鹤壁市民政统计季报\n报表期别：2022年三季度\n填报日期：2022年10月13日\n指标名称　计量单位　数值\n低保人数　人　41237\n结婚登记　对　1786\n", ["2022-Q3", "2022-Q3"]),
    ("食堂开到家门口\n2020年11月24日\n“十三五”以来，鹤壁市累计投入2.4亿元。今年前三季度，全市发放补贴76万元。", ["2016-01/2020-11", "2020-01/2020-09"]),
])
def test_what_a_paper_says_of_its_time(text, periods, tmp_path):
    assert [o.period for o in decoded(text, tmp_path)] == periods


@pytest.mark.parametrize(("sentence", "status"), [
    ("市政府工作报告确定新建食堂15个，总投资480万元。", ["target", "target"]),
    ("年初预算为2.9亿元，支出决算为3.1亿元。", ["target", "actual"]),
    ("市政府工作报告确定的15个食堂全部建成。", ["actual"]),
])
def test_what_others_set(sentence, status):
    assert told(f"2023年10月19日，鹤壁市民政局介绍情况。{sentence}", "status") == status


@pytest.mark.parametrize(("text", "region"), [
    ("鹤壁市民政局网站·县区动态\n淇县：山里的食堂\n2024年3月15日\n目前，6个社工站已全部建成。", "410622"),
    ("【县区动态】淇县“三张清单”护童成长\n作者：淇县民政局　来源：鹤壁市民政局　日期：2024/5/30\n登记留守儿童2145名。", "410622"),
    ("河南省民政工作会议在鹤壁召开\n2024年5月30日\n全省新建食堂214所，省民政厅部署工作。", "410000"),
])
def test_a_headline_tells_whose_a_page_is(text, region, tmp_path):
    assert {o.region for o in decoded(text, tmp_path)} == {region}


def test_a_local_paper_tells_whose_offices_are_meant(tmp_path):
    assert [o.region for o in decoded("市民政局完成年检\n来源：鹤壁日报　2021年9月14日\n记者从市民政局获悉，参检社会组织641家。", tmp_path)] == ["410600"]
    assert [o.region for o in decoded("县民政局完成年检\n来源：鹤壁日报　2021年9月14日\n记者从县民政局获悉，参检社会组织64家。", tmp_path)] == [""]


def test_a_notice_sets_from_a_day_on():
    text = ("关于调整全市高龄津贴标准的通知\n各县民政局：\n经研究，自2023年1月1日起调整高龄津贴标准。现将有关事项通知如下：\n"
            "一、80至89周岁老年人高龄津贴标准为每人每月50元。\n二、所需资金由市级财政承担40%。\n鹤壁市民政局\n2023年2月6日")
    assert told(text, "period") == ["2023", "2023"]


def test_news_of_a_month():
    assert told("八月份民政工作动态\n鹤壁市民政局　2023年9月5日\n发放临时救助金38.6万元。", "period") == ["2023-08"]
    assert told("12月份民政工作动态\n鹤壁市民政局　2024年1月5日\n发放临时救助金38.6万元。", "period") == ["2023-12"]


def test_this_years_tasks_open_a_plan():
    text = "在全市民政工作会议上的讲话\n（2019年3月6日）\n刚刚过去的2018年，鹤壁市建成食堂132个。\n今年的任务更加繁重。再建食堂90个。"
    assert told(text, "period", "status") == [("2018", "actual"), ("2019", "target")]


@pytest.mark.parametrize(("text", "subjects"), [
    ("淇县适老化改造设备采购项目招标公告\n采购单位：淇县民政局\n预算金额：88万元\n最高限价：85万元", ["适老化改造设备采购项目预算金额", "适老化改造设备采购项目最高限价"]),
    ("关于农村低保清理整治情况的通报\n各乡镇人民政府：\n全县在册8210人，保障面为6.9%。", ["农村低保清理整治在册", "农村低保清理整治在册保障面"]),
    ("淇县民政局2021年度部门决算公开\n二、财政拨款支出情况\n年初预算为9500万元。", ["财政拨款支出年初预算"]),
    ("淇县2021年农村幸福院提升实施方案\n二、工作目标\n正常运转率提高到90%。", ["农村幸福院提升正常运转率"]),
    ("2021年10月9日，淇县民政局通报。前三季度改造敬老院41家。\n四季度将再改造9家。", ["改造敬老院", "改造敬老院再改造"]),
    ("天一凉，县民政局就对乡镇福利院开展取暖检查。截至9月15日，已检查10所。", ["乡镇福利院检查"]),
    ("像这样的食堂，淇县目前已有17个。", ["食堂"]),
    ("按照县委部署，要把旧校舍改起来，10月底前完成改造14处。", ["旧校舍完成改造"]),
    ("我们给困难家庭办了临时救助，一共835人次。", ["临时救助"]),
    ("年初设定就业帮扶目标300人，实际帮扶320人。", ["就业帮扶目标", "就业帮扶"]),
    ("市政府工作报告确定由市民政局牵头建设日间照料中心15个。", ["建设日间照料中心"]),
    ("督查组先后走访敬老院7家，因死亡等原因停发188人。", ["走访敬老院", "停发"]),
    ("县财政投入62万元，对镇办敬老院做了消防改造。", ["镇办敬老院做了消防改造投入"]),
    ("淇县今年投入38万元，为供养中心更换锅炉。", ["供养中心更换锅炉投入"]),
    ("家庭床位计划签约600张。", ["家庭床位计划签约"]),
    ("全县核查低保对象2万人。\n目前，核查率达到98%。", ["核查低保对象", "低保对象核查率"]),
])
def test_what_a_short_page_leaves_unsaid(text, subjects):
    assert told(text, "subject") == subjects


@pytest.mark.parametrize(("headline", "topic"), [
    ("养老床位搬到家门口", "养老床位"),
    ("社区食堂“开”进老街", "社区食堂"),
    ("茶乡里的“幸福灶”", ""),
    ("养老床位建设", "养老床位建设"),
])
def test_headlines(headline, topic):
    assert heading_topic(headline) == topic


@pytest.mark.parametrize(("text", "period"), [
    ("食堂开张了\n发布时间：2023-11-23\n11月20日，淇县社区食堂正式营业。食堂可容纳80人就餐。", "2023-11"),
    ("淇县摸底排查\n发布时间：2024-05-30\n近日，淇县民政局开展摸底排查，走访家庭3860户。", "2024-05"),
    ("淇县走访慰问\n发布时间：2022-01-30\n岁寒情深，关怀送暖。1月下旬，淇县民政局走访慰问困难群众。慰问家庭2160户。", "2022-01"),
    # a meeting tells of more than its day, and so does a page that names a longer time
    ("淇县召开会议\n发布时间：2022-01-30\n1月28日，淇县民政局召开工作会议。走访家庭2160户。", "2021"),
    ("淇县养老服务提质\n发布时间：2023-11-23\n11月20日，淇县社区食堂正式营业。今年全县走访家庭2160户。", "2023"),
])
def test_news_of_a_day_are_of_its_month(text, period):
    assert told(text, "period") == [period]


@pytest.mark.parametrize(("text", "periods"), [
    ("县长看望老人\n发布时间：2023-01-18\n1月17日，县长到淇县敬老院看望慰问老人，送去慰问金2万元。该院入住老人56名。", ["2023-01", "2023-01"]),
    ("高温下的救助站\n2022年7月30日\n7月下旬，淇县连日高温。县救助站救助流浪人员85人次。", ["2022-07"]),
    ("淇县民政信息\n2022年7月30日\n7月12日暴雨当晚，值班室灯火通明。7月12日当晚，转移老人38名。", ["2022-07"]),
])
def test_news_of_a_day(text, periods, tmp_path):
    assert [o.period for o in decoded(text, tmp_path)] == periods


@pytest.mark.parametrize("bullet", ["●", "▲", "1.", "（2）", "三、", "◆"])
def test_a_place_behind_a_bullet(bullet):
    text = f"鹤壁市县区动态\n鹤壁市民政局　2021年8月5日\n{bullet}淇县建成幸福院9个。"
    assert told(text, "region") == ["410622"]


@pytest.mark.parametrize(("text", "subject"), [
    ("《淇县失能老年人照护补贴实施细则》政策解读\n三、影响有多大？\n经测算，今年需县级资金64万元。", "失能老年人照护补贴需县级资金"),
    ("像这样的食堂，淇县目前已有17个，服务老年人8300人次。明年再建12个。", "食堂再建"),
    ("全县支出城乡低保资金1.2亿元，保障低保对象9600人。", "保障低保对象"),
])
def test_what_is_named_before(text, subject):
    assert told(text, "subject")[-1] == subject
