"""What is counted where a short page says little: grades, money of a topic, recipients who had no claim; in our own words."""
import pytest
from sentences import read


def named(text):
    return [one.subject for one in read(f"鹤壁市民政局 2022-11-09\n{text}")]


@pytest.mark.parametrize(("text", "subjects"), [
    # grades are of what was counted before, whatever rate stands between
    ("应参评的敬老院61家。经评审，等次为合格的52家，基本合格的6家。", ["应参评的敬老院", "应参评的敬老院等次为合格", "应参评的敬老院基本合格"]),
    # what is only said to be in use is no topic
    ("镇福利院2021年7月投入使用，有床位120张。", ["镇福利院床位"]),
    # what is paid is told before, what for behind it is no name
    ("全年开展医疗救助318人次，支出资金61万元，主要用于住院费用。", ["开展医疗救助", "开展医疗救助支出资金"]),
    ("护理补贴按失能程度分级发放，轻度、重度失能老人分别为每人每月60元、310元。", ["轻度失能老人护理补贴", "重度失能老人护理补贴"]),
    # it moved by so many times
    ("当天接待祭扫群众3.1万人次，是平日的6倍。", ["接待祭扫群众", "接待祭扫群众"]),
    # who acted, for anybody, out of whom: no part of the name
    ("民政局会同交通、医疗等部门投入执勤人员61人。", ["投入执勤人员"]),
    ("全市为受灾群众发放棉被3100床。", ["发放棉被"]),
    ("该局从志愿队伍中选派讲解员31人。", ["选派讲解员"]),
    # a sum that follows is of the next figure; an example of what was found is none of the name
    ("全市6所福利院共接收老人318人。", ["福利院", "福利院接收老人"]),
    ("查阅低保档案318份，发现签字不全等问题6个。", ["查阅低保档案", "发现问题"]),
    # to whom it was paid wrongly stays
    ("3个县向不再符合条件家庭发放低保金61万元。", ["县向不再符合条件家庭发放低保金", "向不再符合条件家庭发放低保金"]),
    ("全县保障城乡低保对象3.1万人，发放低保金6100万元。", ["保障城乡低保对象", "发放城乡低保金"]),
    ("全县有城乡低保对象3.1万人，累计支出低保资金6100万元。", ["城乡低保对象", "累计支出城乡低保资金"]),
    ("全县看望慰问困难老人3100户，发放慰问金61万元。", ["看望慰问困难老人", "发放慰问金"]),
    # who runs some of them, how some of it is done: of those counted before
    ("建成村级食堂61家，由企业运营的31家。", ["建成村级食堂", "企业运营的建成村级食堂"]),
    ("建成村级食堂61家，其中由企业运营的占51%。", ["建成村级食堂", "建成村级食堂企业运营的占"]),
    ("新开村级食堂31家。\n完成情况：已建成并投入使用16家。", ["新开村级食堂", "新开村级食堂建成并投入使用"]),
    # what is said to be due, to be worth so much
    ("新建敬老院6所；启动高龄津贴标准调整测算，拟提高5%。", ["新建敬老院", "高龄津贴标准"]),
    ("爱心企业捐赠大米和棉被，价值31万元。", ["爱心企业捐赠大米和棉被价值"]),
    ("食堂要达到61家。适老化改造不能松懈，6月底前要完成全年任务的61%。", ["食堂", "适老化改造完成全年任务"]),
    # whose it is stands in what was asked
    ("问：父亲83岁，能领多少长寿补贴？\n答：80至89岁老人每人每月发放60元，百岁以上老人每人每月发放310元。", ["80至89岁老人长寿补贴", "百岁以上老人长寿补贴"]),
])
def test_names(text, subjects):
    assert named(text) == subjects


@pytest.mark.parametrize("text", ["向已死亡人员发放低保金6万元。", "不符合条件家庭多领低保金6万元。", "违规发放临时救助金6万元。"])
def test_what_was_paid_wrongly_is_no_level_of_the_indicator(text):
    found = read(f"鹤壁市民政局 2022-11-09\n{text}")
    assert [(one.indicator, one.confidence > 0.9) for one in found] == [("", False)]


def test_a_unit_of_its_own():
    assert [one.unit for one in read("疏导车辆3100台次，出动执法车61车次。")] == ["台次", "车次"]


def test_an_item_is_named_by_its_heading_and_not_by_who_answers_for_it():
    text = "项目二：敬老院消防改造\n牵头单位：市民政局、市消防救援支队\n目标任务：全年改造31所。\n完成情况：已改造18所。"
    assert named(text) == ["敬老院消防改造", "敬老院消防改造"]


@pytest.mark.parametrize(("text", "subjects"), [
    ("问：护理补贴现在能领多少？\n答：一级残疾人每人每月110元。", ["一级残疾人护理补贴"]),
    ("全市普通高等学校6所，在校学生（不含研究生）3.1万人。", ["普通高等学校", "普通高等学校在校学生（不含研究生）"]),
    ("全市小麦总产量连续6年稳定在31万吨以上并稳步提高。", ["小麦总产量稳定", "小麦总产量"]),
    ("绩效考核连续6次被评为优秀。", ["绩效考核被评为优秀"]),
])
def test_of_whom_and_of_what(text, subjects):
    assert named(text) == subjects


@pytest.mark.parametrize(("text", "subjects"), [
    ("全年户籍人口出生率7.1‰，死亡率6.3‰，自然增长率0.8‰。", ["户籍人口出生率", "户籍人口死亡率", "户籍人口自然增长率"]),
    ("护理型床位使用率61%，空置率39%。", ["护理型床位使用率", "护理型床位空置率"]),
    ("城市养老设施覆盖率96%，农村覆盖率71%。", ["城市养老设施覆盖率", "农村养老设施覆盖率"]),
])
def test_rates_side_by_side_are_of_the_same(text, subjects):
    assert named(text) == subjects


def test_kinds_of_income_are_those_of_the_people_told_of():
    text = "农村居民人均可支配收入1.9万元，增长6.1%。其中，工资性收入8100元，增长4.2%；经营净收入6300元。"
    assert named(text) == ["农村居民人均可支配收入"] * 2 + ["农村居民人均工资性收入"] * 2 + ["农村居民人均经营净收入"]


def test_who_did_it_is_who_is_counted_before():
    assert named("全市31处食堂共提供助餐服务6.1万人次。")[1] == "食堂提供助餐服务"
