"""Assessments: values aimed at and reached, scores below their heading; tables whose cells say how they moved; our own words."""
import pytest
from sentences import read

SUBJECTS = {
    "aimed at, reached, by how much": ("2018年度绩效自评报告\n1.孤儿保障。年初目标值：60人；实际完成值：58人；完成率96.7%。得分9分。",
                                     ["孤儿保障", "孤儿保障", "孤儿保障完成率", "孤儿保障得分"]),
    "two goals": ("2018年度绩效自评报告\n复核准确率目标值95%，实际97%；回访率目标值90%，实际为88%。", ["复核准确率目标值", "复核准确率", "回访率目标值", "回访率"]),
    "the goal in a bracket": ("2018年度绩效自评报告\n入户走访率93%（目标值90%以上）。", ["入户走访率", "入户走访率"]),
    "what a heading is worth": ("2018年度绩效自评报告\n（一）时效指标（12分）\n台账按月报送。得11分。", ["时效指标", "时效指标得分"]),
    "ages in brackets": ("高龄补助每人每月40元（80至84周岁）、90元（85至89周岁），惠及460人。",
                        ["高龄补助80至84周岁", "高龄补助85至89周岁", "高龄补助惠及"]),
    "classes in brackets": ("全年护理补贴发放每人每月70元（一类）、60元（二类）、50元（三类）。", ["护理补贴发放一类", "护理补贴发放二类", "护理补贴发放三类"]),
    "several scores": ("项目得分88分，其中立项管理18.5分、过程管理29分、产出效果40.5分。", ["项目得分", "立项管理", "过程管理", "产出效果"]),
}


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS.values(), ids=SUBJECTS)
def test_subject(text, subjects):
    assert [o.subject for o in read(text)] == subjects


def test_cells_that_say_how_they_moved():
    found = read("2017年上半年温州市特困供养情况分析\n表 各县特困供养情况\n地区  6月末特困人数（人）  同比  月人均护理补贴（元）  支出进度（%）\n"
                 "永嘉县  412  下降2.1%  180  47.5\n平阳县  530  增长0.4%  175  51.0")
    assert [(o.region, o.subject, o.value, o.unit, o.measure + o.sign, o.period) for o in found] == [
        ("330324", "特困人数", 412, "人", "level", "2017-06"), ("330324", "特困人数", 2.1, "%", "growth-", "2017-06"),
        ("330324", "月人均护理补贴", 180, "元/人·月", "level", "2017-06"), ("330324", "支出进度", 47.5, "%", "share", "2017-01/2017-06"),
        ("330326", "特困人数", 530, "人", "level", "2017-06"), ("330326", "特困人数", 0.4, "%", "growth+", "2017-06"),
        ("330326", "月人均护理补贴", 175, "元/人·月", "level", "2017-06"), ("330326", "支出进度", 51.0, "%", "share", "2017-01/2017-06")]
    assert found[1].of == found[0].obs_id


def test_a_goal_of_the_year_that_is_reported_on():
    goal, done = read("固原市民政局补助资金绩效自评报告\n（2022年度）\n数量指标：年度目标为保障低保对象不少于6万人，实际保障6.3万人。\n2023年3月15日")
    assert (goal.status, goal.period, done.status, done.period) == ("target", "2022", "actual", "2022")
