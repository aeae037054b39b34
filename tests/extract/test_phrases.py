"""What completes a phrase that says nothing alone: classes, parts, states, rates, goals; and what must not."""
import pytest
from sentences import read

START = "2022年，荆门市"


def named(text):
    return [(o.subject, o.value, o.unit) for o in read(START + text)]


@pytest.mark.parametrize(("text", "subjects"), [
    ("新增低保80户150人，退出60户90人，在册700户1300人。", ["新增低保", "新增低保", "退出低保", "退出低保", "低保在册", "低保在册"]),
    ("农村低保A、B、C三类补助分别为400元、300元和200元。", ["农村低保A类补助", "农村低保B类补助", "农村低保C类补助"]),
    ("护理补贴按一、二级发放每人每月90元、60元。", ["护理补贴一级发放", "护理补贴二级发放"]),
    ("拨付资金900万元，其中低保600万元、孤儿300万元。", ["拨付资金", "拨付资金低保", "拨付资金孤儿"]),
    ("捐赠收入900万元、支出600万元。", ["捐赠收入", "捐赠支出"]),
    ("养老机构床位9000张，其中护理型5000张。", ["养老机构床位", "护理型养老机构床位"]),
    ("临时救助900人次，支出80万元，人均889元。", ["临时救助", "临时救助支出", "临时救助支出人均"]),
    ("办理收养登记60件。", ["收养登记"]),
    ("60个贫困村有9000名留守老人纳入保障。", ["贫困村", "留守老人纳入保障"]),
    ("把60所敬老院合并为20所区域中心。", ["敬老院", "区域中心"]),
    ("各县负责人以及60家协会代表参会。", ["协会代表参会"]),
    ("全县辖12个乡镇。", ["乡镇"]),
    ("使护理型床位占比达到60%。", ["护理型床位占比"]),
    ("辖区养老机构26家，使用资金900万元。", ["辖区养老机构", "使用资金"]),
])
def test_phrases_are_completed(text, subjects):
    found = [subject for subject, _, _ in named(text)]
    assert len(found) == len(subjects)
    for one, expected in zip(found, subjects, strict=True):
        assert sorted(one) == sorted(expected) or expected in one, (found, subjects)


def test_a_heading_gives_no_name_to_what_has_one():
    text = "荆门市2022年工作总结\n二、养老服务和儿童福利\n收养登记60件，入住老人900人。"
    assert read(text)[0].subject == "收养登记"


def test_a_bullet_is_the_topic_of_its_paragraph():
    text = "荆门市2022年上半年通报\n——家庭改造。计划600户，开工500户，完工400户，户均补助900元。"
    assert all("家庭" in o.subject for o in read(text))


@pytest.mark.parametrize(("text", "units"), [
    ("高龄津贴80至89岁每人每月50元，90至99岁100元，100岁以上500元。", ["元/人·月"] * 3),
    ("城市低保标准东宝区由每人每月700元提高到730元，沙洋县由640元提高到670元。", ["元/人·月"] * 4),
    ("城市低保标准每人每月700元，支出资金900元。", ["元/人·月", "元"]),
])
def test_what_is_paid_per_head_is_said_once(text, units):
    assert [unit for _, _, unit in named(text)] == units


@pytest.mark.parametrize(("text", "measure", "sign", "basis"), [
    ("结婚登记900对，同比+6.2%。", "growth", "+", "yoy"),
    ("离婚登记900对，环比-6.2%。", "growth", "-", "mom"),
    ("入住率46%，同比-1.5个百分点。", "change", "-", "yoy"),
    ("临时救助支出900万元，较2021年增支80万元。", "change", "+", "yoy"),
    ("结婚登记900对，同比增长-6.2%。", "growth", "-", "yoy"),
])
def test_signs_and_verbs_of_a_move(text, measure, sign, basis):
    levels = read(START + text)
    assert (levels[1].measure, levels[1].sign, levels[1].basis) == (measure, sign, basis)
    assert levels[1].of == levels[0].obs_id


def test_an_old_value_per_meal_or_bed():
    assert [o.measure for o in read(START + "助餐补贴由每餐3元提高到5元，运营补贴从每床每年600元提高到900元。")] == ["prior", "level"] * 2


def test_growth_named_by_a_part_of_its_level():
    marriages, divorces, fewer, more = read(START + "结婚登记900对，离婚登记300对，结婚同比下降6%，离婚上升2%。")
    assert (fewer.of, more.of) == (marriages.obs_id, divorces.obs_id)


def test_people_without_a_measure_word():
    assert named("户籍老人90.4万，占总人口的21%。")[0][1:] == (904000, "人")


def test_what_is_paid_in_all_by_a_standard_is_per_nobody():
    assert [unit for _, _, unit in named("按每人每月90元的标准发放生活费600万元。")] == ["元/人·月", "元"]


@pytest.mark.parametrize(("sentence", "subjects"), [
    # several offices that did it together, and names that only illustrate, are no part of what was done
    ("市减灾委、市应急局先后启动应急响应3次。", ["启动应急响应"]), ("县委组织部、县民政局联合举办培训班4期。", ["举办培训班"]),
    ("千山、玉佛苑等户外颁证点增加到9处。", ["户外颁证点"]), ("牛庄、耿庄等镇建成幸福院5处。", ["建成幸福院"]),
    ("老年人、残疾人等对象有3万人。", ["老年人、残疾人等对象"]),
    # a place told by its number
    ("全市建成社区食堂90个。海城市一市就建成31个。", ["建成社区食堂", "建成社区食堂"]),
])
def test_who_did_it_and_examples_are_no_part_of_a_name(sentence, subjects):
    assert [row.subject for row in read(f"鞍山市民政局2022年工作总结\n{sentence}")] == subjects


@pytest.mark.parametrize(("sentence", "subjects"), [
    # where people are at work says nothing of them, nor does a predicate whose object stands behind a list
    ("31支救援队、900多名志愿者奋战在堤坝上。", ["救援队", "志愿者"]), ("对全市90家殡仪馆开展消防、燃气、电梯安全检查。", ["殡仪馆"]),
    ("有60所敬老院纳入改造、提升范围。", ["敬老院纳入改造"]),
    # what share of a goal was reached
    ("新建社区食堂90个，占年度任务120个的75%。", ["新建社区食堂", "新建社区食堂任务", "新建社区食堂占年度任务"]),
    ("完成法律援助900件，年度任务完成率90%。", ["完成法律援助", "完成法律援助年度任务完成率"]),
    # what a sentence opens with and says what became of it is what bare verbs behind it are about
    ("无障碍改造推进较慢，完成率只有31%。", ["无障碍改造完成率"]),
    ("分县区看，社区食堂建设进度差异较大。海城市完成31个，台安县完成12个。", ["社区食堂建设完成", "社区食堂建设完成"]),
])
def test_what_is_said_of_them_and_what_share_of_a_goal(sentence, subjects):
    assert [row.subject for row in read(f"鞍山市民政局2022年工作总结\n{sentence}")] == subjects
