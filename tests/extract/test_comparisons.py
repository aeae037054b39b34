"""Comparisons by one verb, payments that name only whom they are for, tables whose unit the text tells; our own words."""
import pytest
from sentences import read


def told(text: str) -> list[tuple]:
    """(subject, measure with its sign, unit, which figures it belongs to) of each figure, counted from 1."""
    found = read(text)
    numbers = {o.obs_id: n for n, o in enumerate(found, 1)}
    return [(o.subject, o.measure + o.sign, o.unit, [numbers[one] for one in o.of.split(";") if one]) for o in found]


MOVED = {
    "快": ("2022年全县资金支出进度81%，比上年同期快2.6个百分点。", ("资金支出进度", "change+", "百分点", [1])),
    "慢": ("2022年项目开工率60%，比去年同期慢4个百分点。", ("项目开工率", "change-", "百分点", [1])),
    "低": ("2022年全市火化率52%，比上年低1.3个百分点。", ("火化率", "change-", "百分点", [1])),
    "多募": ("2022年全市募集善款3800万元，同比多募500万元。", ("募集善款", "change+", "元", [1])),
    "多筹": ("2022年全市筹集善款2.3亿元，比上年多筹1800万元。", ("筹集善款", "change+", "元", [1])),
    "少发": ("2022年全县发放临时救助金640万元，比2021年少发35万元。", ("发放临时救助金", "change-", "元", [1])),
    "净增 in a year": ("全市社会组织增至912家，一年净增37家。", ("社会组织", "change+", "家", [1])),
    "依次": ("城市低保标准为800元，农村低保标准为600元，增幅依次为5%、7%。", ("农村低保标准", "growth+", "%", [2])),
    "每人每月均": ("孤儿集中、散居养育标准分别为每月1600元、1200元，每人每月均比上年提高80元。",
               ("孤儿集中养育标准、孤儿散居养育标准", "change+", "元/人·月", [1, 2])),
    "各增": ("特困人员供养标准城市为每月1100元、农村为每月900元，每人每月各增60元和50元。", None),
    "前者 against a year said before": ("全年临时救助4100人次，支出520万元，与上年相比，前者多310人次，后者少26万元。",
                                    ("临时救助支出", "change-", "元", [2])),
}


@pytest.mark.parametrize(("text", "last"), [case for case in MOVED.values() if case[1]], ids=[k for k, case in MOVED.items() if case[1]])
def test_a_comparison_says_what_moved_which_way(text, last):
    assert told(text)[-1] == last


def test_each_of_two_that_rise_has_its_own_step():
    found = told(MOVED["各增"][0])
    assert [measure for _, measure, _, _ in found] == ["level", "level", "change+", "change+"]
    assert [of for *_, of in found] == [[], [], [1], [2]]


def test_a_share_below_that_of_others_is_none_of_a_change():
    assert [measure for _, measure, _, _ in told("全县火化率48%，提高2个百分点，仍低于全省55%的平均水平。")] == ["share", "change+", "share"]


PAID = {
    "ages of an allowance": ("高龄津贴分三档发放，80至89周岁每人每月60元，90至99周岁120元，百岁老人500元。",
                         ["80至89周岁高龄津贴", "90至99周岁高龄津贴", "百岁老人高龄津贴"]),
    "degrees of care": ("照料护理标准按自理能力分为三档，全自理、半护理、全护理人员分别为每人每月200元、400元、800元。",
                    ["全自理人员照料护理标准", "半护理人员照料护理标准", "全护理人员照料护理标准"]),
    "orphans at home": ("机构养育孤儿基本生活费为每人每月1900元，社会散居孤儿为1400元。", ["机构养育孤儿基本生活费", "社会散居孤儿基本生活费"]),
    "levels of disability": ("重度残疾人护理补贴一级每人每月130元，二级每人每月110元。", ["重度残疾人护理补贴一级", "重度残疾人护理补贴二级"]),
}


@pytest.mark.parametrize(("text", "subjects"), PAID.values(), ids=PAID)
def test_a_payment_before_completes_those_who_get_it(text, subjects):
    found = read(text)
    assert [o.subject for o in found] == subjects
    assert {o.unit for o in found} == {"元/人·月"}


@pytest.mark.parametrize(("text", "subject"), [
    ("全年临时救助支出1.3亿元，救助9.2万人次。", "临时救助"),
    ("累计发放医疗救助金860万元，救助2300人次。", "医疗救助"),
])
def test_those_helped_are_not_named_after_the_money(text, subject):
    assert read(text)[-1].subject == subject


def test_a_table_takes_the_unit_of_the_line_before_it():
    cells = read("阳泉市2019年登记情况\n（二）分布不均。各县区登记量如下（单位：对）：\n地区　结婚　离婚\n平定县　1817　502\n盂县　1688　431")
    assert [(o.subject, o.value, o.unit) for o in cells[:4]] == [
        ("结婚登记", 1817, "对"), ("离婚登记", 502, "对"), ("结婚登记", 1688, "对"), ("离婚登记", 431, "对")]


def test_a_column_of_increase_is_a_change_against_the_columns_before():
    text = "南溪区2024年简报\n指标 单位 2024年6月末 2023年末 增加\n养老机构 个 21 19 2\n日间照料中心 个 40 46 -6"
    assert told(text)[:3] == [("养老机构", "level", "个", []), ("养老机构", "level", "个", []), ("养老机构", "change+", "个", [1])]
    assert told(text)[5][1] == "change-"
    assert [o.period for o in read(text)[:2]] == ["2024-06", "2023"]


@pytest.mark.parametrize(("text", "unit"), [
    ("从支出看，人均补差水平，城市每月310元。", "元/人·月"),
    ("农村低保标准由年人均4300元提高到4600元；城市低保标准每人每月增加40元，达到620元。", "元/人·月"),
    ("为百岁老人41人按每人每月300元发放长寿津贴。", "元/人·月"),
])
def test_an_amount_is_counted_per_what_was_said_before(text, unit):
    assert read(text)[-1].unit == unit


def test_points_belong_to_the_share_of_their_subject():
    found = told("2021年火化率为47%，结婚率为6.1‰，前者比上年高2个百分点，后者低0.4个千分点。")
    assert [of for *_, of in found] == [[], [], [1], [2]]
