"""Which district, which month, whose payment is meant where a clause leaves it to the words around it; and what each rule must not touch."""
import pytest
from sentences import read


def regions(text):
    return [o.region for o in read(f"武汉市民政局召开新闻发布会\n发布时间：2025-07-24\n{text}")]


def periods(text, head="宁波市民政局2025年上半年工作情况\n2025年7月24日\n"):
    return [o.period for o in read(head + text)]


def subjects(text):
    return [o.subject for o in read(f"2023年，{text}")]


@pytest.mark.parametrize(("text", "codes"), [
    ("以黄陂区为例，全区新建幸福院40处；全市新建90处。", ["420116", "420100"]),
    ("江岸区率先探索。全区建成食堂86个。全市建成食堂900个。", ["420102", "420100"]),
    ("江岸区率先探索。\n全市建成食堂900个。", ["420100"]),
    ("江岸区建成食堂86个，成为全区老人的好去处，服务2000人。", ["420102", "420102"]),
])
def test_all_of_a_district_is_the_one_at_hand(text, codes):
    assert regions(text) == codes


def test_as_much_in_each_of_two_places_is_not_sure_of_the_first():
    report = "赣州市民政局2021年工作总结\n2021年，{}新建农村敬老院2所。"
    doubtful, = read(report.format("支持石城、兴国各"))
    sure, = read(report.format("石城县"))
    assert (doubtful.region, sure.region) == ("360735", "360735")
    assert doubtful.confidence < 0.9 < sure.confidence


def test_all_of_a_district_that_is_not_named_is_not_sure():
    doubtful, = read("武汉市民政局召开新闻发布会\n发布时间：2025-12-24\n全区建成助餐点86个。")
    sure, = read("武汉市民政局召开新闻发布会\n发布时间：2025-12-24\n全市建成助餐点86个。")
    assert doubtful.confidence < sure.confidence


def test_a_place_holds_until_another_one_speaks():
    text = ("【江岸区副区长 王某】我们建成食堂86个。\n再说站点，全区有97个。\n【记者】其他方面呢？\n【李某】登记社会组织520家。\n"
            "洪山区区长赵某：我们建成食堂31个。\n再说站点，全区有32个。\n主持人：请继续。\n李某：登记志愿者900人。")
    assert regions(text) == ["420102", "420102", "420100", "420111", "420111", "420100"]


def test_who_speaks_is_no_part_of_a_name():
    assert [o.subject for o in read("2023年，武汉市民政局通报。\n【李某】登记社会组织520家。")] == ["登记社会组织"]


@pytest.mark.parametrize(("sentence", "told"), [
    ("从今年起，低保标准提高到每人每月1200元。", ["2025"]),
    ("今年，救助流浪人员900人次。", ["2025-S1"]),                       # a report on half a year tells of half a year
    ("清明节期间，接待祭扫群众42万人次。", ["2025-04"]),
    ("推行清明文明祭扫，接待祭扫群众42万人次。", ["2025-S1"]),
    ("去年以来，新建食堂9家。", ["2024-01/2025-07"]),
    ("去年，新建食堂9家。", ["2024"]),
])
def test_since_when_and_on_which_days(sentence, told):
    assert periods(sentence) == told


def test_standards_go_on_from_a_quarters_end():
    head = "2025年一季度湖北省民政工作通报\n2025年4月18日\n"
    behind = "城市低保平均标准每人每月760元，同比增长3.2%。支出低保金9亿元。"
    assert periods(f"截至3月底，全省有城市低保对象28万人。{behind}", head) == ["2025-03", "2025-03", "2025-03", "2025-Q1"]
    assert periods(behind, head) == ["2025", "2025", "2025-Q1"]


def test_years_that_are_not_over_end_with_the_text():
    text = "介绍“十四五”养老服务发展成效\n2025年10月21日\n规划的各项任务都进展顺利，今年收官。全省助餐点8000个。累计投入资金90亿元。低保标准达到每人每月850元。"
    assert periods(text, "江苏省民政厅") == ["2025-10", "2021-01/2025-10", "2025"]
    assert periods("全省累计投入资金90亿元。", "江苏省“十三五”养老服务发展成效\n2021年2月21日\n") == ["2016-01/2020-12"]


def test_by_the_end_of_is_a_plan_in_all_its_forms():
    assert [o.status for o in read("2025年，截至6月底建成站点90个。年底之前，每县有1所护理院。6月底以前建成站点20个。")] == ["actual", "target", "target"]


def test_a_task_named_behind_its_figure_is_a_goal():
    done, task, work = read("2023年，全市新增床位300张，超额完成全年280张的任务。完成90户的改造任务。")
    assert [(o.subject, o.status) for o in (done, task)] == [("新增床位", "actual"), ("新增床位任务", "target")]
    assert work.status == "actual"


@pytest.mark.parametrize(("sentence", "names"), [
    ("发放高龄津贴1.2亿元，惠及老人5万人。", ["发放高龄津贴", "高龄津贴惠及老人"]),
    ("筹集资金1.2亿元，惠及老人5万人。", ["筹集资金", "筹集资金惠及老人"]),
    ("福利企业12家，安置残疾职工150人。", ["福利企业", "福利企业安置残疾职工"]),
    ("慈善总会筹集善款3亿元，支出2.2亿元。", ["慈善总会筹集善款", "慈善总会善款支出"]),
    ("救助流浪乞讨人员500人次，其中精神障碍患者40人次。", ["救助流浪乞讨人员", "救助流浪乞讨人员精神障碍患者"]),
    ("实施敬老院改造提升工程，目前已有43所完成改造。", ["敬老院改造提升工程完成改造"]),
    ("实施敬老院改造提升工程，目前已有43所完成改造并通过验收。", ["敬老院改造提升工程完成改造并通过验收"]),
    ("86所敬老院完成改造，160人在主会场参会。", ["敬老院完成改造", "在主会场参会"]),
    ("老年综合津贴也做到了应发尽发，发放7亿元。", ["老年综合津贴发放"]),
    ("像这样的老年人助餐点，新开了14个。", ["老年人助餐点新开"]),
    ("我们发展睦邻点，由热心的邻居牵头，已有873个。", ["发展睦邻点"]),
    ("将低保边缘家庭中符合条件的90人及时纳入低保。", ["低保边缘家庭纳入低保人数"]),
    ("持证社工900人，其中本科及以上310人。", ["持证社工", "本科及以上持证社工"]),
    ("震后紧急调运帐篷300顶、棉被900床。", ["调运帐篷", "调运棉被"]),
    ("灾后重建住房90户。紧急转移安置群众3000人。", ["灾后重建住房", "紧急转移安置群众"]),
    ("农牧区低保对象40万人。", ["农村低保对象"]),
    ("对孤儿的补助标准有所提高，东、中、西部分别达到每人每月300元、400元、500元。",
     ["东部孤儿的补助标准", "中部孤儿的补助标准", "西部孤儿的补助标准"]),
    ("医疗救助实现“一站式”结算,4126人次得到救助。", ["医疗救助"]),
])
def test_a_name_takes_what_it_lacks_from_the_words_around_it(sentence, names):
    assert subjects(sentence) == names


def test_what_is_compared_with_names_nothing():
    level, growth = read("2023年，全市农村留守儿童7000人，与2016年首次摸排相比下降22.7%。")
    assert (growth.subject, growth.of, growth.sign) == ("农村留守儿童", level.obs_id, "-")


def test_growth_of_people_belongs_to_the_people_and_not_to_their_households():
    _, people, _, _, growth, _ = read("2023年末，城市低保对象300户、500人，农村低保对象700户、900人，城市、农村低保人数分别比上年减少4%和3%。")
    assert growth.of == people.obs_id


def test_a_rate_of_growth_that_is_aimed_at_is_growth():
    assert [(o.measure, o.subject) for o in read("2023年，农村低保标准增幅力争达到8%。护理型床位占比力争达到60%。")] == [
        ("growth", "农村低保标准"), ("share", "护理型床位占比")]


@pytest.mark.parametrize(("clause", "sure"), [
    ("安排低龄老人做志愿者900名", False), ("安排低龄老人志愿服务项目900个", True),
    ("三县一市共分得资金26亿元", True), ("三县一市救助工作共分得26亿元", False),
    ("福利机构90家，收养各类人员1300人", False),
])
def test_people_put_to_a_task_and_money_that_is_got_are_no_sure_names(clause, sure):
    observation = read(f"营口市民政局2021年工作总结\n{clause}。")[-1]
    assert (observation.confidence > 0.9) is sure, (observation.subject, observation.confidence)


@pytest.mark.parametrize(("text", "expected"), [
    # at what prices, from what base: no part of the name, and the growth is that of the level before it
    ("税收收入8.1亿元，同口径增长6%；外贸总额52亿元，按不变价计算增长3%；人均消费支出1.9万元，剔除价格因素后增长2%。",
     ["税收收入"] * 2 + ["外贸总额"] * 2 + ["人均消费支出"] * 2),
    ("孤儿养育标准每人每月1500元，在去年基础上提高8%。", ["孤儿养育标准", "孤儿养育标准"]),
    # kinds of insurance share what follows the last of them
    ("年末参加城镇职工基本医疗、失业、工伤保险人数分别为9.1万人、5.4万人和6万人。",
     ["参加城镇职工基本医疗保险人数", "失业保险人数", "工伤保险人数"]),
    # households and people of one name, told together what became of them
    ("易地搬迁群众310户1042人年底前全部入住。", ["易地搬迁群众", "易地搬迁群众"]),
    ("4个林场、120户410人按期搬迁。", ["林场按期搬迁", "搬迁", "搬迁"]),
    # what is solved for so many is no part of the clause before it
    ("修缮灌渠96公里，解决5400户的用水难题。", ["修缮灌渠", "解决用水难题"]),
    # those inside an institution are its own
    ("共有特殊教育学校3所，在校学生640人。", ["特殊教育学校", "特殊教育学校在校学生"]),
    ("儿童福利院9所，在院孤儿430人。", ["儿童福利院", "儿童福利院在院孤儿"]),
    ("改造助餐点30个，市级财政对每个补助2万元。", ["改造助餐点", "改造助餐点市级财政对每个补助"]),
    ("入选全国婚俗改革实验区，争取中央补助90万元。", ["全国婚俗改革实验区争取中央补助"]),
    ("投资900万元改造康养中心，设置护理床位60张。", ["投资改造康养中心", "投资改造康养中心设置护理床位"]),
])
def test_what_a_phrase_of_few_words_is_about(text, expected):
    assert [one.removesuffix("的") for one in subjects(text)] == expected


def test_the_old_value_of_a_family_and_the_growth_of_those_who_draw_a_benefit():
    found = read("2023年，低保边缘认定标准由家庭人均月收入1200元调整为1350元。享受特困供养待遇1.1万人，特困供养人数比上年减少2%。")
    assert [o.measure for o in found] == ["prior", "level", "level", "growth"]
    assert found[3].of == found[2].obs_id


@pytest.mark.parametrize(("text", "codes"), [
    ("今年支持石城、兴国各新建敬老院2所。全市新建9所。", ["360735", "360700"]),
    ("会昌县、瑞金市各有殡仪馆1家；全市有殡仪馆18家。", ["360733", "360700"]),
    ("城市、农村各新建食堂5家。", ["360700"]),
    ("全市各级各新建食堂5家。", ["360700"]),
])
def test_as_much_in_each_of_several_places(text, codes):
    assert [o.region for o in read(f"2023年赣州市民政工作会议召开\n{text}")] == codes


@pytest.mark.parametrize(("text", "expected"), [
    ("会议明确了2024年全市民政主要指标：\n新增床位900张；火化率98%。", [("2024", "target")] * 2),
    ("会上，局长作了报告。过去一年，3项工作在全国会议上作经验交流，4名同志作了发言。", [("2023", "actual"), ("2024-02", "actual")]),
    ("2023年财政收入达到90亿元，五年年均增长4%。", [("2023", "actual"), ("2019-01/2023-12", "actual")]),
])
def test_the_time_of_goals_meetings_and_years(text, expected):
    assert [(o.period, o.status) for o in read(f"2024年常州市民政工作会议召开\n2月5日，会议在市政府举行。\n{text}")] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("新改扩建福利院4所，新增床位90张，床位总数达700张，入住310人。", ["新改扩建福利院", "新增床位", "福利院床位", "福利院入住"]),
    ("建有福利院2所、敬老院7所，床位由300张增加到880张。", ["福利院", "敬老院"] + ["福利院、敬老院床位"] * 2),
    ("落实事实无人抚养儿童每月900元、孤儿每月1500元的标准。", ["事实无人抚养儿童", "孤儿"]),
])
def test_beds_in_all_and_standards_that_are_carried_out(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(("text", "subjects"), [
    # what is on a list is still what the clauses before named
    ("鹤壁市答复\n2023年5月20日\n您提到的长者浴室，我市已列入实事清单，拟于年底前建设6家，其中淇县先行试点2家。", ["长者浴室建设", "长者浴室先行试点"]),
    # goal and result of what was named before both
    ("淇县自评\n2022年\n质量指标：救助金社会化发放率，年度目标95%，实际97%。", ["救助金社会化发放率目标", "救助金社会化发放率"]),
    ("淇县自评\n2022年\n质量指标：群众满意率，目标值95%，实际值97%。", ["群众满意率", "群众满意率"]),
    # a county by its short name with 全县
    ("淇县\n2022年\n像这样的浴室，安吉全县已有23家。", ["浴室"]),
])
def test_what_was_named_before_a_bare_word(text, subjects):
    assert [one.subject for one in read(text)] == subjects


def test_a_sum_for_two_groups_is_not_sure_to_be_of_the_last():
    apart, alone = (read(f"淇县\n2022年\n享受生活补贴的残疾人有3120人，{what}共发放资金86万元。")[-1] for what in ("享受高龄津贴的老人有610人，", ""))
    assert apart.confidence < .9 and apart.subject != alone.subject


def test_what_there_is_already_is_the_old_value():
    told = read("淇县\n2023年5月20日\n下一步，到2025年底把长者浴室由现有的26家增加到90家，床位由原有的310张增加到600张。")
    assert [(one.measure, one.status) for one in told] == [("prior", "actual"), ("level", "target")] * 2


def test_an_allowance_for_the_aged_has_its_name():
    assert {one.subject for one in read("淇县\n2023年\n向2600名高龄老人发放津贴61万元。")} == {"高龄津贴"}


@pytest.mark.parametrize("text", [
    "淇县民政局2022年度部门决算说明\n2023-09-08\n本部门收入总计186万元，支出总计183万元。与上年相比，支出减少42万元，下降2.2%。",
    "淇县2022年5月救助情况\n流浪救助310人，临时救助96人次。临时救助人次比上月增长6%。",
])
def test_a_move_belongs_to_the_level_it_is_short_for(text):
    _, level, *moves = read(text)
    assert [one.of for one in moves] == [level.obs_id] * len(moves)
