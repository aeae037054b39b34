"""Heads that name no thing, topics that are clauses, headings and titles that own nothing; our own words."""
import pytest
from sentences import read

CASES = {
    "checked": ("全县比对出疑点名单310条，核实265条。", ["比对出疑点名单", "比对出疑点名单核实"]),
    "found again in its unit": ("排查问题房屋180处，发放宣传册900份，整治到位96处。",
                               ["排查问题房屋", "发放宣传册", "排查问题房屋整治到位"]),
    "first of the paragraph": ("全区现有老年学校42所。今年撤并5所。", ["老年学校", "老年学校撤并"]),
    "paragraph before": ("全镇建成邻里食堂12个。\n2023年计划再建6个，总数达到18个。", ["建成邻里食堂", "建成邻里食堂再建", "建成邻里食堂总数"]),
    "task and what is done of it": ("2.困难老人家庭照明改造。年度任务90户，已完成51户，完成率56.7%。",
                                  ["困难老人家庭照明改造任务", "困难老人家庭照明改造完成", "困难老人家庭照明改造完成率"]),
    "heading that moves": ("一、慈善募捐稳步回升\n安排400万元，占三成。", ["慈善募捐安排", "慈善募捐安排占"]),
    "heading of a proposal": ("二、关于完善社区助浴的建议\n任务8处，挂牌3处。", ["社区助浴任务", "社区助浴挂牌"]),
    "clause with a predicate": ("县里把这项事业当成头等大事，全年共安葬骨灰320具。", ["安葬骨灰"]),
    "somebody says": ("局里一位干部说，去年救助流浪人员75人次。", ["救助流浪人员"]),
    "placed first": ("甲市、乙市两市食堂数量居前，分别有31个、22个。", ["食堂数量"] * 2),
    "a hotline": ("12349热线受理养老咨询860件，增长4%。", ["受理养老咨询", "受理养老咨询"]),
    "only so much": ("高龄津贴标准，2016年每人每月才50元，去年已经到了80元。", ["高龄津贴标准", "高龄津贴标准"]),
    "age of people": ("全镇有社工46名，平均年龄33.5岁。", ["社工", "社工平均年龄"]),
}


@pytest.mark.parametrize(("text", "subjects"), CASES.values(), ids=CASES)
def test_subject(text, subjects):
    assert [o.subject for o in read(text)] == subjects


TABLES = {
    "columns without a title": ("3.老旧公墓绿化。各县进展：\n县区  年度任务(处)  已完成(处)  完成率(%)\n襄垣县  40  31  77.5\n长子县  30  21  70.0",
                                ["老旧公墓绿化任务", "老旧公墓绿化已完成", "老旧公墓绿化完成率"] * 2, ["level", "level", "share"] * 2),
    "an annex": ("附：全省历年高龄津贴标准（单位：元/人·月）\n执行年度  城市  农村\n2019年  60  40\n2021年  80  50",
                 ["高龄津贴标准城市", "高龄津贴标准农村"] * 2, ["level"] * 4),
    "the document's title owns nothing": ("民政统计公报\n指标  任务(处)  完成(处)\n乡镇食堂  10  8\n助浴点  6  5",
                                          ["乡镇食堂任务", "乡镇食堂完成", "助浴点任务", "助浴点完成"], ["level"] * 4),
}


@pytest.mark.parametrize(("text", "subjects", "measures"), TABLES.values(), ids=TABLES)
def test_table(text, subjects, measures):
    found = read(text)
    assert [o.subject for o in found] == subjects
    assert [o.measure for o in found] == measures


def test_a_column_of_the_year_before_is_no_base_of_the_growth_beside_it():
    found = read("2023年上半年长治市部分指标\n指标 单位 本期 上年同期 增减（%）\n孤儿 人 512 540 -5.2\n弃婴安置 人 31 28 10.7")
    assert [o.subject for o in found] == ["孤儿"] * 3 + ["弃婴安置"] * 3
    assert [o.measure + o.sign for o in found] == ["level", "level", "growth-", "level", "level", "growth+"]
    assert [found[2].of, found[5].of] == [found[0].obs_id, found[3].obs_id]


def test_growth_of_last_years_values_belongs_to_this_years():
    found = read("2021年办理结婚登记900对、离婚登记310对，去年同期为850对和290对，同比分别增长5.9%、6.9%。")
    assert [o.subject for o in found] == ["办理结婚登记", "办理离婚登记"] * 3
    assert [found[4].of, found[5].of] == [found[0].obs_id, found[1].obs_id]


BELONGING = {
    "by the standard": ("困难职工帮扶，按每人每月120元发放。", ["困难职工帮扶标准"]),
    "a head of those counted": ("全镇有孤残青年35人，每人每月700元。", ["孤残青年", "孤残青年标准"]),
    "part of those counted": ("全镇有调解员210人，女性占44%。", ["调解员", "调解员女性占"]),
    "part of houses": ("登记养老驿站64家，连锁经营的占31%。", ["登记养老驿站", "登记养老驿站连锁经营的占"]),
    "money from another level": ("省级下拨救灾应急资金900万元，市级安排300万元，已拨付到户1100万元。",
                                ["省级下拨救灾应急资金", "市级安排救灾应急资金", "拨付到户救灾应急资金"]),
    "those that are": ("全镇有低保老人410人，其中住在山上的130人。", ["低保老人", "住在山上的低保老人"]),
    "whom it is for": ("向420名独居老人发放助餐补贴18万元。", ["独居老人助餐补贴", "发放助餐补贴"]),
    "what all must have": ("到2025年，9个乡镇都要建一所敬老院。", ["乡镇"]),
    "of people with an age between": ("全镇有调解员210人，平均年龄52岁，高中以上学历占66%。",
                                ["调解员", "调解员平均年龄", "调解员高中以上学历占"]),
    "a short noun named in full before": ("2021年长治市建成社区助餐设施64处。襄垣县、长子县设施数量居前，分别有9处和8处。",
                                           ["建成社区助餐设施"] + ["建成社区助餐设施数量"] * 2),
    "quarters one by one": ("一、助餐补贴\n分季度看，一、二季度分别支出300万元和350万元。", ["助餐补贴支出"] * 2),
    "last year's": ("全镇孤儿31人，去年同期为35人，下降11.4%。", ["孤儿"] * 3),
    "where it is highest": ("2021年长治市低保退出率7%，退出率最高的襄垣县9%。", ["低保退出率"] * 2),
    "of the whole people": ("全镇2.6万常住人口中外来务工4100人。", ["常住人口", "常住人口中外来务工"]),
    "what was said is no heading": ("“日子会好的。”他说，再建食堂6个。", ["再建食堂"]),
    "heads of cattle and sheep": ("全旗死亡牲畜2.1万头只。", ["死亡牲畜"]),
    "one after another": ("全区现有托养机构26家。年检应检26家，实检25家。", ["托养机构", "托养机构年检应检", "托养机构实检"]),
}


@pytest.mark.parametrize(("text", "subjects"), BELONGING.values(), ids=BELONGING)
def test_belonging(text, subjects):
    assert [o.subject for o in read(text)] == subjects
