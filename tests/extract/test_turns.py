"""Turns of reviews of several years, communiqués and plans: each class with siblings, in words of our own."""
import pytest
from sentences import read

REVIEW = "2021年1月20日，江西省民政工作会议召开。\n"
COMMUNIQUE = "2023年衢州市国民经济和社会发展统计公报\n"


def told(text, *columns):
    """The named columns of every figure, measure and sign in one."""
    return [tuple(o.measure + o.sign if c == "measure" else getattr(o, c) for c in columns) for o in read(text)]


@pytest.mark.parametrize(("sentence", "expected"), [
    ("全省养老床位从2015年底的14.2万张增加到去年底的18.5万张。",
     [("prior", "2015", "养老床位"), ("level", "2020", "养老床位")]),
    ("企业职工退休养老金由2015年的月人均1850元提高到现在的2600元。",
     [("prior", "2015", "企业职工退休养老金"), ("level", "2020", "企业职工退休养老金")]),
    ("城市低保标准从2016年每人每月420元提高到目前的705元。",
     [("prior", "2016", "城市低保标准"), ("level", "2020", "城市低保标准")]),
    ("火化率由上年的85%升至91%。", [("prior", "2019", "火化率"), ("share", "2020", "火化率")]),
    ("持证人员从2018年的820人增至1900人。", [("prior", "2018", "持证人员"), ("level", "2020", "持证人员")]),
])
def test_each_side_of_a_from_to_has_its_own_time(sentence, expected):
    assert told(REVIEW + sentence, "measure", "period", "subject") == expected


def test_a_second_pair_without_dates_has_those_of_the_first():
    text = REVIEW + "农村贫困发生率从2016年的4.5%降到去年底的0.6%，城镇登记失业率由4.0%下降到3.6%。"
    assert told(text, "period") == [("2016",), ("2020",), ("2016",), ("2020",)]


def test_the_end_of_a_review_of_years_is_its_last_year():
    text = "2022年1月，河南省政府工作报告：过去五年，全省财政收入从3150亿元增加到4350亿元，城镇新增就业650万人。"
    assert told(text, "period") == [("2016",), ("2021",), ("2017-01/2021-12",)]


@pytest.mark.parametrize("sentence", [
    "今年，高龄津贴标准由每人每月60元提高到80元。",
    "将特困供养标准从每月820元提高到900元。",
    "力争护理型床位占比由52%提升到58%。",
])
def test_what_is_to_be_raised_is_of_the_year_before(sentence):
    found = told("2021年1月20日，江西省民政工作会议召开。\n二、2021年工作安排\n" + sentence, "period", "status")
    assert found == [("2020", "actual"), ("2021", "target")]


def test_a_distant_target_has_the_old_value_of_the_last_year():
    text = REVIEW + "二、2021年工作安排\n到2025年，社工人才由1.3万人增加到2万人。"
    assert told(text, "period") == [("2020",), ("2025",)]


@pytest.mark.parametrize("sentence", [
    "预计年末全市养老床位1.9万张。", "全年预计接待老人5.6万人次。", "预计救助8600人，其中儿童210人。"])
def test_a_communique_estimates_its_own_year(sentence):
    assert set(told(COMMUNIQUE + sentence, "period", "status")) == {("2023", "actual")}


def test_an_estimate_of_what_is_ahead_stays_a_plan():
    text = "2023年6月8日，衢州市民政局召开会议。预计明年将新建食堂40家。"
    assert told(text, "period", "status") == [("2024", "target")]


@pytest.mark.parametrize(("sentence", "measure"), [
    ("全年空气优良天数达到318天。", "level"), ("重污染天数为3天。", "level"), ("日照日数210天。", "level"),
    ("连续优良天气已持续41天，平安运行连续300天。", "duration")])
def test_days_of_a_kind_are_counted(sentence, measure):
    assert told(COMMUNIQUE + sentence, "measure")[-1] == (measure,)


@pytest.mark.parametrize("sentence", [
    "浙江省第十七届运动会上，全市代表团共获得金牌85枚。",
    "江苏省第九届园艺博览会衢州展区接待游客3.4万人次。",
    "第三届安徽文化节期间演出120场。"])
def test_the_name_of_an_event_is_no_region(sentence):
    assert told(COMMUNIQUE + sentence, "region") == [("330800",)]


def test_what_was_won_keeps_its_winner_in_a_list():
    text = COMMUNIQUE + "市体育代表团共获得金牌85枚、银牌71枚、铜牌92枚。"
    subjects = [subject for subject, in told(text, "subject")]
    assert all("代表团" in subject for subject in subjects)
    assert [subject[-2:] for subject in subjects] == ["金牌", "银牌", "铜牌"]


@pytest.mark.parametrize(("sentence", "expected"), [
    ("22条入河支流水质优良率保持100%。", ["入河支流", "入河支流水质优良率"]),
    ("36个水源地水质达标率均保持在100%。", ["水源地", "水源地水质达标率"]),
    ("42家定点医院投诉办结率99.5%。", ["定点医院投诉", "定点医院投诉办结率"]),
    ("全市水土保持率继续保持91.2%。", ["水土保持率"]),
])
def test_a_count_and_the_rate_of_what_is_counted(sentence, expected):
    assert [subject for subject, in told(COMMUNIQUE + sentence, "subject")] == expected


@pytest.mark.parametrize(("sentence", "expected"), [
    ("共发生火灾182起，死亡21人，受伤14人，直接财产损失230万元。",
     ["发生火灾", "火灾死亡", "火灾受伤", "火灾直接财产损失"]),
    ("发生交通事故812起，造成96人死亡、730人受伤。", ["发生交通事故", "交通事故死亡", "交通事故受伤"]),
])
def test_those_harmed_are_named_with_the_event(sentence, expected):
    assert [subject for subject, in told(COMMUNIQUE + sentence, "subject")] == expected


def test_what_never_happened_is_said_in_full():
    text = COMMUNIQUE + "全年火灾死亡21人，连续6年未发生特别重大事故。"
    assert told(text, "measure", "subject")[-1] == ("duration", "未发生特别重大事故")


def test_on_the_basis_of_the_year_before():
    text = (COMMUNIQUE + "全年发生生产安全事故212起，死亡138人，在上年双下降12.5%、9.3%的基础上，"
                         "又分别下降8.2%、6.1%。")
    rows = told(text, "measure", "period", "subject")
    assert [row[:2] for row in rows[2:]] == [
        ("growth-", "2022"), ("growth-", "2022"), ("growth-", "2023"), ("growth-", "2023")]
    assert ["死亡" in subject for *_, subject in rows[2:]] == [False, True, False, True]


def test_on_that_basis_without_a_comma():
    text = "2022年1月10日，江西省民政工作会议召开。去年护理员持证率在上年提高5个百分点的基础上再提高6个百分点。"
    assert told(text, "period", "subject") == [("2020", "护理员持证率"), ("2021", "护理员持证率")]


@pytest.mark.parametrize(("sentence", "expected"), [
    ("城镇保障房基本建成8.2万套、新开工6.5万套。", ["城镇保障房基本建成", "城镇保障房新开工"]),
    ("棚改安置房开工4.1万套、竣工3.9万套、交付3万套。", ["棚改安置房开工", "棚改安置房竣工", "棚改安置房交付"]),
    ("受理劳动争议案件4200件、办结4050件。", ["受理劳动争议案件", "办结劳动争议案件"]),
    ("新建社区食堂32家、改造58家。", ["新建社区食堂", "改造社区食堂"]),
])
def test_a_second_verb_has_the_object_of_the_first(sentence, expected):
    assert [subject for subject, in told(COMMUNIQUE + sentence, "subject")] == expected


@pytest.mark.parametrize(("sentence", "expected"), [
    ("医疗保险制度不断健全，覆盖面逐步扩大，2022年达到92.5%。", "医疗保险制度覆盖面"),
    ("高龄津贴标准进一步提高，达到每人每月110元。", "高龄津贴标准"),
])
def test_what_moved_before_its_figure(sentence, expected):
    assert told(COMMUNIQUE + sentence, "subject") == [(expected,)]


@pytest.mark.parametrize(("sentence", "words", "subject"), [
    ("建成20个百姓健身房。", "20个", "百姓健身房"), ("新增18个百货商场。", "18个", "百货商场"),
    ("推出5个百亩公园。", "5个", "百亩公园"), ("表彰9个百人以上村落。", "9个", "百人以上村落")])
def test_a_hundred_that_names_is_no_number(sentence, words, subject):
    rows = told(COMMUNIQUE + sentence, "words", "subject")
    assert len(rows) == 1 and rows[0][0].endswith(words) and subject in rows[0][1]


@pytest.mark.parametrize(("sentence", "expected"), [
    ("注册（含见习）护士1.6万人。", "注册（含见习）护士"), ("公共（含高校）图书馆21个。", "公共（含高校）图书馆")])
def test_a_bracket_without_figures_stays_in_its_phrase(sentence, expected):
    assert told(COMMUNIQUE + sentence, "subject") == [(expected,)]


def test_an_action_counted_in_hectares_is_an_area():
    assert told(COMMUNIQUE + "全年完成造林3.2万公顷。", "subject") == [("完成造林面积",)]


@pytest.mark.parametrize(("sentence", "subject"), [
    ("今年经济增长目标定为7%左右。", "经济"), ("居民消费价格涨幅控制在3%以内。", "居民消费价格"),
    ("货币供应量预期增长目标拟定为12%。", "货币供应量"), ("进出口增速保持在8%左右。", "进出口"),
    ("财政收入预期增长8%。", "财政收入"), ("低保补助标准继续提高10%。", "低保补助标准")])
def test_the_target_of_a_rate_is_growth(sentence, subject):
    text = "2023年1月8日，合肥市民政工作会议召开。\n二、2023年工作安排\n"
    assert told(text + sentence, "measure", "subject", "status") == [("growth+", subject, "target")]


def test_a_share_that_is_kept_is_no_growth():
    assert told(COMMUNIQUE + "火化率控制在99%，满意度稳定在96%。", "measure") == [("share",), ("share",)]


def test_what_a_series_of_years_stands_at():
    text = COMMUNIQUE + "全市棉花产量连续5年稳定在6万吨以上，社会组织年检率连续3年保持在95%以上。"
    assert told(text, "measure", "subject") == [
        ("duration", "棉花产量稳定"), ("level", "棉花产量"), ("duration", "社会组织年检率保持"), ("share", "社会组织年检率")]


def test_what_is_there_and_what_was_done_in_a_review_of_years():
    text = "2022年1月，河南省政府工作报告：过去五年，全省养老床位总数已经超过43万张，五年累计发放低保金410亿元。"
    assert told(text, "period", "subject") == [("2021", "养老床位总数"), ("2017-01/2021-12", "累计发放低保金")]


def test_a_report_of_the_state_is_of_the_nation():
    text = "国务院总理在第十二届全国人民代表大会上作政府工作报告。\n去年，北京、上海举办养老博览会，发放补贴3亿元。"
    assert told(text, "region") == [("000000",)]


@pytest.mark.parametrize(("sentence", "expected"), [
    ("普惠托位占比达87%。农村供水保障率提高3.1个百分点，达到94.6%。", ["普惠托位占比", "农村供水保障率", "农村供水保障率"]),
    ("对东盟进出口总额增长8%，占全市比重29%。", ["东盟进出口总额", "东盟进出口总额占全市比重"]),
    ("空气优良天数比率提高2.3个百分点。", ["空气优良天数比率"]),
    ("粮食播种面积150万亩，增长0.6%；总产量62万吨，增长1.3%。",
     ["粮食播种面积", "粮食播种面积", "粮食总产量", "粮食总产量"]),
    ("化妆品类、体育娱乐用品类、家用电器和音像器材类零售额分别增长5%、2%和9%。",
     ["化妆品类零售额", "体育娱乐用品类零售额", "家用电器和音像器材类零售额"]),
    ("建设高标准农田100万亩，改造提升50万亩。", ["建设高标准农田", "改造提升高标准农田"]),
])
def test_what_follows_a_growth_or_opens_like_it(sentence, expected):
    assert [subject for subject, in told(COMMUNIQUE + sentence, "subject")] == expected


def test_years_added_up_inside_a_review_of_one():
    text = "2025年1月14日，山西省政府工作报告。\n一、2024年工作回顾\n五年累计城镇新增就业240万人。全省新建幼儿园240所。"
    assert told(text, "period") == [("2020-01/2024-12",), ("2024",)]


@pytest.mark.parametrize(("sentence", "expected"), [
    ("地区生产总值突破3万亿元大关，迈上新台阶，增长4.4%。", ["地区生产总值", "地区生产总值"]),
    ("居民收入增速快于经济增速0.8个百分点。", ["居民收入增速"]),
    ("粮食产量连续三年超过280亿斤。", ["粮食产量"]),
    ("清洁能源装机占比提高到48%，发电量突破1200亿千瓦时。", ["清洁能源装机占比", "发电量"]),
    ("计划生育特别扶助金780元。", ["计划生育特别扶助金"]),
    ("养老床位6200张，护理型床位占比55%，入住率42%。", ["养老床位", "护理型床位占比", "养老床位入住率"]),
    ("养老床位6200张，其中护理型床位占比由48%提高到55%，入住率42%。",
     ["养老床位", "护理型床位占比", "护理型床位占比", "养老床位入住率"]),
    ("农村低保标准年人均5820元。", ["农村低保标准"])])
def test_words_that_mark_what_was_reached(sentence, expected):
    assert [subject for subject, in told(COMMUNIQUE + sentence, "subject")] == expected


@pytest.mark.parametrize(("sentence", "moves"), [
    ("救助流浪人员210人次，较去年同期的180人次增长16.7%。", ["growth+"]),
    ("救助流浪人员210人次，比上年的250人次减少40人次，下降16%。", ["change-", "growth-"]),
])
def test_the_value_of_last_year_that_a_growth_starts_from(sentence, moves):
    level, old, *others = read("凤凰县民政局2021年工作总结\n" + sentence)
    assert (level.measure, level.period, old.measure, old.period, old.subject) == ("level", "2021", "prior", "2020", level.subject)
    assert [o.measure + o.sign for o in others] == moves
    assert {o.of for o in others} == {level.obs_id}


def test_what_was_promised_and_has_come_about_is_no_goal():
    text = "鞍山市民政局2022年工作总结\n市政府承诺的90个社区食堂全部建成。区里承诺再建社区食堂12个。"
    assert told(text, "status") == [("actual",), ("target",)]
