"""Whose words a figure stands in, what a name must hold to be one, and how sure that is: each class with what it must not touch."""
import pytest
from sentences import read


def told(text):
    return [(o.value, o.region, o.period, o.status) for o in read(text)]


def subjects(text):
    return [o.subject for o in read(text)]


def test_a_county_speaks_of_itself_at_its_citys_press_conference():
    text = ("宁德市民政局新闻发布会\n发布时间：2025-07-24\n【局长】上半年全市发放救助金3亿元。\n"
            "【福安市民政局负责人】我们办了86个食堂。每天来吃饭的老人有2700位。\n【某报记者】全市登记了多少家社会组织？\n【副局长】登记520家。")
    assert [o.region for o in read(text)] == ["350900", "350981", "350981", "350900"]


def test_who_speaks_next_goes_on_with_no_plan():
    text = ("2024年10月18日，湖南省民政厅召开发布会。\n发布人：下一步，要新建食堂300个。\n记者：请问改造进展如何？\n"
            "发布人：谢谢提问。全省改造敬老院92所。下半年我们主要做三件事。一是新建食堂40个，目前已建成27个。")
    assert [(o.value, o.status) for o in read(text)] == [(300, "target"), (92, "actual"), (40, "target"), (27, "actual")]


def test_what_a_meeting_took_note_of_is_no_plan():
    news = "3月11日，伊春市民政局召开会议。会议传达了全省民政工作会议要求，总结2013年工作，部署2014年任务。\n"
    assert told(news + "养老服务起步良好。新增床位260张。")[0][3] == "actual"
    assert told(news + "会议首先通报了2013年工作情况。新增床位260张。")[0] == (260, "230700", "2013", "actual")
    assert told(news + "会议要求，贯彻全会精神。新增床位260张。")[0][3] == "target"


def test_a_numbered_heading_is_no_title():
    report = "政府工作报告\n——2016年1月14日在阿荣旗人民代表大会上\n一、2015年工作回顾\n{}\n二、2016年重点工作\n新建幸福院2处。"
    assert told(report.format("去年夏季发放救灾粮890吨。"))[0][2] == "2015"
    assert told("2018年殡葬服务情况分析\n民政局　2019年5月10日\n营口市去年二季度火化900具。")[0][2] == "2017-Q2"      # a title speaks from its year


@pytest.mark.parametrize(("text", "status"), [
    ("北碚区民政局2021年工作总结\n年内新建站点22个，累计156个。", ["actual", "actual"]),
    ("北碚区民政局2021年工作总结和2022年工作打算\n二、2022年工作打算\n年内新建站点22个。", ["target"]),
    ("2021年7月9日，北碚区民政局召开会议。年内新建站点22个。", ["target"]),
])
def test_within_a_year_that_is_over_nothing_is_planned(text, status):
    assert [o.status for o in read(text)] == status


def test_by_the_end_of_this_year_is_a_plan():
    text = "榆林市民政局　2018-09-06\n负责人表示，到今年年底，将把2.6万名贫困人口纳入兜底范围。全市截至今年6月底有低保对象9万人。"
    assert [o.status for o in read(text)] == ["target", "actual"]


def test_an_aim_of_this_year_is_none_that_came_about():
    text = "2024年10月8日，湖南省民政厅通报。其中今年的任务是2万户，前三季度已改造1.63万户。省里连续4年将助餐项目列入民生实事。"
    assert [o.status for o in read(text)] == ["target", "actual", "actual"]


@pytest.mark.parametrize(("sentence", "periods"), [
    ("从5月10日到6月底，办理结婚登记1846对。", ["2025-05/2025-06"]),
    ("1月1日至3月31日，办理结婚登记1846对。", ["2025-01/2025-03"]),
    ("5月10日至12日，举办培训2期。", ["2025-05"]),                        # some days of a month: no code is nearer
    ("从去年起，对入住老人每人每月补助1200元。", ["2025"]),               # in force up to now
    ("去年，全市火化遗体1200具。", ["2024"]),
    ("截至6月底，享受补助的老年人有764名，发放补助52万元。", ["2025-06", "2025-01/2025-06"]),
])
def test_spans_and_states(sentence, periods):
    assert [o.period for o in read(f"宁德市民政局2025年上半年工作情况\n2025年7月24日\n{sentence}")] == periods


def test_the_bracket_of_a_tables_title_dates_its_rows():
    table = "来宾市社会服务分析\n2017年10月25日\n前三季度，来宾市民政局救助4200人次。\n附：主要指标（{}）\n指标　单位　数量\n社会组织　个　486\n村民委员会　个　661"
    assert [o.period for o in read(table.format("2017年9月末"))][1:] == ["2017-09", "2017-09"]
    assert [o.period for o in read(table.format("2016年末"))][1:] == ["2016", "2016"]


def test_an_old_value_is_of_the_year_before():
    assert [o.period for o in read("伊春市2013年民政工作总结\n城市低保标准由月人均360元提高到405元。")] == ["2012", "2013"]
    assert [o.period for o in read("伊春市2013年民政工作总结\n城市低保标准由2010年的260元提高到405元。")] == ["2010", "2013"]


def test_a_rise_before_its_level_belongs_to_it():
    rise, level = read("2025年6月末，宁德市养老机构入住率比去年底提高3.5个百分点，达到46.2%。")
    assert rise.of == level.obs_id


def test_places_behind_among_them_are_dealt_out():
    text = "2017年，广西壮族自治区直接经济损失57亿元，其中桂林市、柳州市较为集中，直接经济损失分别为16.8亿元和10.2亿元。"
    assert [o.region for o in read(text)] == ["450000", "450300", "450200"]


def test_more_than_at_new_year_is_a_change():
    level, change = read("2017年9月末，广西全区养老床位21.3万张，比年初新增1.4万张。")
    assert (change.measure, change.sign, change.of) == ("change", "+", level.obs_id)
    assert [o.measure for o in read("2017年，广西全区养老床位21.3万张，新增1.4万张。")] == ["level", "level"]


@pytest.mark.parametrize(("text", "subject"), [
    ("全市养老机构床位1.36万张。长者食堂已经开到了海岛上，累计达438个。", "长者食堂"),
    ("全市共有助餐点4180个。服务老人21万人次。长沙市走得比较快，已建成612个。", "助餐点建成"),
    ("寿光市依托村级阵地发展助老食堂，建成58处。", "发展助老食堂建成"),
    ("为10.4万名城市低保对象发放低保金3.9亿元。", "城市低保金"),
    ("年末在保对象1.18万人。", "低保对象"),
    ("常住老年人口412万人，其中65周岁及以上的有87万人。", "65周岁及以上的常住老年人口"),
    ("建成食堂128家，农村的覆盖率达到71%。", "建成食堂农村的覆盖率"),
    ("一个护理站床位达到30张。", "护理站床位"),
    ("农村特困人员集中供养和分散供养标准也同步调整，分别为每人每年6500元和6000元。", "农村特困人员分散供养标准"),
    ("登记在册的留守儿童5218名。", "留守儿童"),
])
def test_names_are_complete(text, subject):
    assert subjects(f"2023年，{text}")[-1] == subject


@pytest.mark.parametrize(("clause", "sure"), [
    ("特困人员9416名", True), ("9416名特困人员享受护理补贴", True), ("9416名特困人员基本生活得到保障", False),
    ("86所敬老院全部建立值班制度", False), ("11637个村委会完成换届", True),
    ("全年筹集救助资金2.6亿元", True), ("村里收到爱心捐款46万元", False), ("每人每月最高可以抵扣800元", False),
    ("风力能发电量3200千瓦时", True), ("最高能抵扣的服务费800元", True),
    ("重度残疾人护理补贴惠及合计支出62万元", False), ("社会工作人才5.4万人", True),
])
def test_a_clause_of_speech_is_no_sure_name(clause, sure):
    observation = read(f"营口市民政局2021年工作总结\n{clause}。")[-1]
    assert (observation.confidence > 0.9) is sure, (observation.subject, observation.confidence)


def test_who_answers_for_a_task_ends_no_plan():
    text = "宁德市民政局2025年工作要点\n二、重点任务\n1.新建食堂40个。\n负责人：张某\n2.改造敬老院9所。\n福安市民政局：新建食堂5个。"
    assert told(text)[1:] == [(9, "350900", "2025", "target"), (5, "350981", "2025", "target")]


@pytest.mark.parametrize(("whole", "part"), [
    ("常住人口88万人", "安置人口88万人"), ("调运帐篷120顶", "调运设备120台"), ("倒塌民房45间", "涉及民房45间"), ("床位使用率46%", "及时办理率46%"),
    ("因灾死亡3人", "意外死亡3人"), ("注销登记14家", "集中登记14家"),
])
def test_some_names_are_whole_in_a_few_characters(whole, part):
    sure, doubtful = read(f"2019年榆林市民政工作总结\n全市{whole}。\n其他工作。全市{part}。")
    assert sure.confidence > 0.9 >= doubtful.confidence


@pytest.mark.parametrize("text", [
    "温州市2019年统计公报\n限额以上零售业是指年营业收入500万元及以上的企业。",       # no count
    "温州市2019年统计公报\n装备制造业增长8%。",                                      # what of it?
    "温州市2019年统计公报\n幼儿园在园儿童比上年增加0.61人。",                         # its 万 was lost
])
def test_what_says_no_measure_is_not_sure(text):
    (told,) = read(text)
    assert told.confidence < 0.9


def test_a_part_of_a_person_is_flagged_but_not_on_average():
    lost, average = read("温州市2019年统计公报\n在园儿童增加0.61人。平均每户2.6人。")
    assert ("spoiled" in lost.flags, "spoiled" in average.flags) == (True, False)


def test_a_sum_that_only_says_which_are_meant_is_flagged():
    meant, reached = read("温州市2019年统计公报\n年营业收入1000万元及以上的房地产业企业。全年实现销售额3亿元以上的目标。")
    assert ("threshold" in meant.flags, "threshold" in reached.flags) == (True, False)


def test_what_is_paid_to_whom_is_sure_where_the_payment_is_named():
    told = read("衢州市2022年情况通报\n高龄津贴分三档：80至89周岁老人每人每月60元，90至99周岁老人每人每月110元，百岁老人每人每月310元。")
    assert [o.confidence > 0.9 for o in told] == [True] * 3
