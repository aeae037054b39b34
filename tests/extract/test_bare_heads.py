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
    "heading that moves": ("一、慈善募捐稳步回升\n安排400万元，占三成。", ["慈善募捐安排"]),
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
                                ["老旧公墓绿化年度任务", "老旧公墓绿化已完成", "老旧公墓绿化完成率"] * 2, ["level", "level", "share"] * 2),
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
