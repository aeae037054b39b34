"""What each figure measures; the sentences are our own."""
import pytest
from sentences import read

CASES = {
    "head before the figure": ("全市养老机构总数达到128家。", ["养老机构总数"]),
    "counted noun": ("846名村级儿童主任参加培训。", ["村级儿童主任参加培训"]),
    "verb and object": ("新建18个街道综合养老中心。", ["新建街道综合养老中心"]),
    "figure between subject and object": ("325名志愿者看望1.2万户独居老人。", ["志愿者看望独居老人", "志愿者看望独居老人"]),
    "money before its noun": ("为3.6万户发放2.1亿元清洁取暖补贴。", ["发放清洁取暖补贴", "发放清洁取暖补贴"]),
    "分别 over modifiers": ("城市、农村低保标准分别达到820元/月、6900元/年。", ["城市低保标准", "农村低保标准"]),
    "分别 over a shared front": ("孤儿集中、分散养育标准分别为1800元/月和1300元/月。", ["孤儿集中养育标准", "孤儿分散养育标准"]),
    "分别 over 城乡": ("城乡低保标准分别提高到每人每月900元、700元。", ["城市低保标准", "农村低保标准"]),
    "分别 over the clause before": ("312个居委会、1840个村委会如期换届，主任妇女比例分别达到31.5%、12.4%。",
                              ["居委会如期换届", "村委会如期换届", "居委会主任妇女比例", "村委会主任妇女比例"]),
    "three members and 等": ("社工站、助餐点、托养中心等设施分别新增12个、30个和5个。", ["社工站设施新增", "助餐点设施新增", "托养中心设施新增"]),
    "a list shares the predicate": ("7个贫困县和2个边境县实施康复辅具项目。", ["贫困县实施康复辅具项目", "边境县实施康复辅具项目"]),
    "a list shares the verb": ("新建日间照料站40个、农村幸福院65个。", ["新建日间照料站", "新建农村幸福院"]),
    "compound": ("对县区开展6类19项民政业务考核。", ["县区开展民政业务考核", "民政业务考核"]),
    "households and persons": ("全省城市低保对象5.2万户、7.9万人。", ["城市低保对象", "城市低保对象"]),
    "children of 其中": ("养老服务机构86个，床位1.3万张，其中敬老院22个，床位2400张。",
                     ["养老服务机构", "养老服务机构床位", "敬老院", "敬老院床位"]),
    "only the modifier": ("低保对象9.1万人，其中城市2.3万人、农村6.8万人。", ["低保对象", "城市低保对象", "农村低保对象"]),
    "contrast": ("特困人员集中供养标准达每人每月980元，分散供养标准达每人每月760元。", ["特困人员集中供养标准", "特困人员分散供养标准"]),
    "verb without object": ("持续开展“暖冬行动”流浪救助，救助1260人次。", ["“暖冬行动”流浪救助"]),
    "brackets in the head": ("下派县（处）级干部86名。", ["下派县（处）级干部"]),
    "share of what stands before": ("全省民政事业支出310亿元，占财政支出的2.4%。", ["民政事业支出", "民政事业支出占财政支出"]),
    "investment looks ahead": ("投资2600万元，建成老年公寓3栋。", ["建成老年公寓投资", "建成老年公寓"]),
    "investment of a thing": ("总投资1.2亿元的康养中心开工。", ["康养中心总投资"]),
    "year of a title stays out": ("出台《2021年养老服务办法》等6个文件。", ["养老服务办法文件"]),
    "who draws what is told before": ("高龄津贴按月打卡，1.2万名老人从中受益。", ["高龄津贴老人从中受益"]),
    "of the programme, not of its standard": ("城市低保标准每月690元，农村低保标准每月480元，在保对象分别为3200人、9100人。",
                                       ["城市低保标准", "农村低保标准", "城市低保在保对象", "农村低保在保对象"]),
    "counties beside the town": ("市区城市低保标准提高到每月640元，各县（市）提高到每月590元。", ["市区城市低保标准", "各县（市）城市低保标准"]),
    "two years together": ("2020年和2021年各级财政累计投入养老服务资金3亿元。", ["财政累计投入养老服务资金"]),
    "age stays in": ("65周岁以上老年人口43.2万人。", ["65周岁以上老年人口"]),
}


@pytest.mark.parametrize(("text", "subjects"), CASES.values(), ids=CASES)
def test_subject(text, subjects):
    assert [o.subject.removeprefix("出台了").removeprefix("出台") for o in read(text)] == subjects


def test_growth_takes_the_subject_of_its_level_one_to_one():
    levels = read("城市、农村低保标准分别达到820元/月、6900元/年，增幅5.1%、8.2%。")
    assert [(o.value, o.subject, o.of) for o in levels[2:]] == [
        (5.1, "城市低保标准", levels[0].obs_id), (8.2, "农村低保标准", levels[1].obs_id)]


def test_growth_shared_by_several_levels_names_them_all_and_is_flagged():
    *levels, growth = read("甲、乙两类补贴标准分别为600元/月、500元/月和400元/月，增幅6%。")
    assert growth.of.split(";") == [o.obs_id for o in levels]
    assert growth.flags.split(";")[0] == "shared-growth"


def test_growth_chain_belongs_to_one_level():
    level, year, month = read("2022年6月，全市救助站接待5210人，同比增长12.5%，环比下降0.4%。")
    assert [(g.measure, g.basis, g.sign, g.of) for g in (year, month)] == [
        ("growth", "yoy", "+", level.obs_id), ("growth", "mom", "-", level.obs_id)]


def test_absolute_change_and_points():
    level, change, rate, points = read("火化遗体8.4万具，比上年增加3200具；火化率61%，比上年提高1.5个百分点。")
    assert [(o.measure, o.value, o.unit, o.sign, o.of) for o in (change, points)] == [
        ("change", 3200, "具", "+", level.obs_id), ("change", 1.5, "百分点", "+", rate.obs_id)]


def test_from_to_gives_the_old_value_and_the_level():
    old, new, growth = read("临时救助资金由1.2亿元增加到1.5亿元，增长25%。")
    assert [(o.measure, o.subject) for o in (old, new)] == [("prior", "临时救助资金"), ("level", "临时救助资金")]
    assert growth.of == new.obs_id


def test_growth_before_its_level():
    growth, level = read("福利彩票销售额增长9%，达到13亿元。")
    assert (level.subject, growth.of) == ("福利彩票销售额", level.obs_id)


def test_duration_and_multiple():
    duration, multiple = read("儿童福利工作连续5年位居前列，特困供养标准达到低保标准的1.4倍。")
    assert (duration.measure, duration.value, duration.unit) == ("duration", 5, "年")
    assert (multiple.measure, multiple.value) == ("multiple", 1.4)


def test_a_bracket_with_figures_divides_what_stands_before_it():
    found = read("全市养老机构126家（公办41家、民办85家），床位1.9万张。")
    assert [o.subject for o in found] == ["养老机构", "公办养老机构", "民办养老机构", "养老机构床位"]


def test_grades_tell_kinds_of_the_last_head_apart():
    assert [o.subject for o in read("评估社会组织86家，其中5A级12家、4A级25家。")][1:] == ["5A级评估社会组织", "4A级评估社会组织"]


def test_a_contrast_inherits_the_denominator():
    found = read("城市低保月人均标准由640元提高到705元；农村由385元提高到470元。")
    assert [(o.unit, o.measure, o.subject[:2]) for o in found] == [
        ("元/人·月", "prior", "城市"), ("元/人·月", "level", "城市"), ("元/人·月", "prior", "农村"), ("元/人·月", "level", "农村")]


def test_growth_verbs_in_a_list_pair_with_their_levels():
    *levels, down, up = read("支出城市低保资金9.6亿元、农村低保资金28.3亿元，同比分别下降6.1%、增长7.4%。")
    assert [(g.sign, g.of) for g in (down, up)] == [("-", levels[0].obs_id), ("+", levels[1].obs_id)]


def test_above_the_average_is_a_difference_and_no_region():
    level, difference = read("2022年，济南市每千名老人拥有床位41张，高于全省平均水平3张。")
    assert (difference.measure, difference.sign, difference.of) == ("change", "+", level.obs_id)
    assert difference.region == "370100"


def test_what_grew_is_said_once_in_a_list_of_industries():
    rows = read("辽阳市2021年统计公报\n按登记类别统计，集体企业产值增长3.4%，联营企业增长2.1%，个体企业下降0.9%。")
    assert [row.subject for row in rows] == ["集体企业产值", "联营企业产值", "个体企业产值"]


@pytest.mark.parametrize("before", ["原标准为", "此前执行的标准是", "提标前保障标准为"])
def test_the_standard_before_a_rise_is_an_old_value(before):
    old, new = read(f"2020年，孤儿{before}每人每月900元，现提高到1000元。")
    assert (old.measure, new.measure, old.subject[:2]) == ("prior", "level", "孤儿")


def test_what_once_was_is_an_old_value():
    found = read("鸡西市民政局2021年工作总结\n过去残疾评定一般需60个工作日，现在压缩到15个工作日。过去五年的任务只有3项。")
    assert [(o.measure, o.value, o.period) for o in found][:2] == [("prior", 60, "2020"), ("level", 15, "2021")]
    assert found[2].measure == "level"
