"""Turns of the genre that once misled the rules, each in words of our own."""
from sentences import document, read

from minzheng.extract.explained import explain
from minzheng.extract.observations import extract_observations


def found(text, words, **known):
    return next(o for o in read(text, **known) if o.words == words)


def test_what_a_standard_is_counted_per_stays_with_standards():
    text = "2021年，江西省城市低保平均标准765元/人·月，比上年增长8.2%，发放资金31.6亿元。"
    assert found(text, "31.6亿元").unit == "元"
    assert found(text, "765元/人·月").unit == "元/人·月"


def test_a_year_in_brackets_ends_with_the_bracket():
    text = "2021年，贵州省结婚登记27.1万对（2020年为31.4万对）；农村特困人员8.8万人。"
    assert [o.period for o in read(text)] == ["2021", "2020", "2021"]


def test_stocks_are_points_and_flows_flows():
    text = "2021年，贵州省农村低保对象201万人，发放农村低保金80亿元，建成凉亭30座，新建凉亭4座。"
    assert [o.period_kind for o in read(text)] == ["point", "flow", "point", "flow"]


def test_a_total_behind_new_ones_is_the_whole():
    assert found("2020年，吉林省新建养老机构6家，累计达到15家。", "15家").subject == "养老机构"


def test_growth_named_behind_its_list():
    text = "2023年，海口市民政局计划城市、农村低保标准按照全省平均水平城市3.5%、农村6%的增幅上调。"
    rows = read(text)
    assert [(o.measure, o.sign, o.subject, o.status) for o in rows] == [
        ("growth", "+", "城市低保标准", "target"), ("growth", "+", "农村低保标准", "target")]


def test_interval_ends_are_clean_decimals():
    growth = found("2021年，吉林省养老床位增长4.9%。", "4.9%")
    assert (growth.value_min, growth.value_max) == (4.85, 4.95)


def test_explanations_print_plain_numbers():
    text = "2021年，吉林省发放救助资金5794万元。"
    assert "57,940,000 元" in explain(extract_observations(document(text))[0])


def test_old_values_have_their_own_time():
    text = "到2020年底，安徽省火化率由2015年的每百人41例提高到63例。孤儿基本生活标准由2015年的每人每月600元提高到1050元。"
    prior = next(o for o in read(text) if o.measure == "prior" and o.value == 600)
    assert prior.period == "2015"


def test_former_and_latter():
    text = "2021年，甘肃省孤儿和事实无人抚养儿童合计1.3万名，后者比前者多2100名。"
    assert "事实无人抚养儿童" in found(text, "2100名").subject


def test_a_list_of_quarters_is_spread():
    text = "2021年，甘肃省民政厅通报：一季度至三季度临时救助分别为2万人次、3万人次和4万人次，合计9万人次。"
    assert [o.period for o in read(text)] == ["2021-Q1", "2021-Q2", "2021-Q3", "2021"]


def test_a_share_confirms_part_and_whole():
    text = "2021年，湖北省共有县级福利院80个，其中达标60个，占75%。"
    assert sum("confirmed by arithmetic" in o.rule for o in read(text)) == 3


def test_parts_behind_a_semicolon_are_no_parts():
    text = "2021年，湖北省民办养老机构900家，其中连锁机构700家；公办养老机构800家。"
    assert not any("sum-broken" in o.flags for o in read(text))


def test_units_and_topics_of_tables():
    text = ("2021年山西省居民消费价格比上年上涨情况\n指标 | 上涨（%）\n衣着 | 1.1\n居住 | 0.4\n\n"
            "山西省民政事业\n指标 | 2020年 | 2021年\n养老床位（张） | 1200 | 1300\n")
    rows = read(text)
    assert ("居民消费价格衣着", 1.1, "%") in [(o.subject, o.value, o.unit) for o in rows]
    assert [(o.subject, o.value, o.unit, o.period) for o in rows][-2:] == [
        ("养老床位", 1200, "张", "2020"), ("养老床位", 1300, "张", "2021")]


def test_a_rate_that_came_down_to_another_is_still_a_rate_of_growth():
    rows = read("丹东市2021年统计公报\n2021年，居民消费价格涨幅由上年的3.1%回落到2.6%，工业增加值增速放缓至4.2%。")
    assert [(row.subject, row.measure + row.sign) for row in rows[-2:]] == [
        ("居民消费价格涨幅", "growth+"), ("工业增加值", "growth+")]


def test_an_estimate_in_a_january_report_is_no_plan():
    rows = read("锦州市政府工作报告\n2022年1月12日\n一、2021年工作回顾\n预计地区生产总值1200亿元，预计全年新增就业3万人。\n"
                "二、2022年工作安排\n预计新增就业3.2万人。")
    assert [(row.status, row.period) for row in rows] == [("actual", "2021"), ("actual", "2021"), ("target", "2022")]


def test_what_a_plan_improves_is_not_done():
    rows = read("锦州市民政局2022年工作要点\n改造提升已建成的幸福院50家，已建成幸福院120家。")
    assert [row.status for row in rows] == ["target", "actual"]
