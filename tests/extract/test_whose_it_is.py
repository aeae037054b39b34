"""Whose a payment, a standard, a rate or a rank is, where its own clause leaves that to a question, a heading or a neighbour."""
import pytest
from sentences import read

from minzheng.extract.names.told_topics import heading_topic


def subjects(text):
    return [o.subject for o in read(f"2023年，{text}")]


@pytest.mark.parametrize(("text", "named"), [
    ("落实护理补贴制度，一级、二级残疾人每月分别发放90元、60元，全年惠及残疾人310名。",
     ["一级残疾人护理补贴", "二级残疾人护理补贴", "护理补贴惠及残疾人"]),
    ("百岁老人每人每月400元的长寿津贴保持不变。", ["百岁老人长寿津贴"]),
    ("重度残疾人护理补贴一级的标准为每月120元，二级为每月80元。", ["重度残疾人护理补贴一级的标准", "重度残疾人护理补贴二级"]),
    ("为3.2万名农村低保对象发放低保金1.7亿元。", ["农村低保对象", "农村低保金"]),
    ("为620名留守儿童发放生活补贴90万元。", ["留守儿童生活补贴", "发放生活补贴"]),
    ("募集善款8000万元，其中丰县慈善会募集900万元。", ["募集善款", "慈善会募集善款"]),
    ("孤儿人数为集中供养120人、分散供养480人，合计占儿童总数的0.2%。", ["集中供养孤儿人数", "分散供养孤儿人数", "孤儿人数占儿童总数"]),
    ("城市低保对象1.1万人、农村低保对象3.3万人，合计占人口的2.1%。", ["城市低保对象", "农村低保对象", "城乡低保对象占人口"]),
    ("居委会换届选举圆满结束，参选率达93.5%。", ["居委会换届选举参选率"]),
    ("建成村级公墓9处，可安放骨灰2600具。", ["建成村级公墓", "建成村级公墓可安放骨灰"]),
    ("在集镇建成助餐点，每天就餐老人130人次。", ["在集镇建成助餐点每天就餐老人"]),
    ("对退出对象逐户回访，将符合条件的57户重新纳入农村低保。", ["纳入农村低保户数"]),
    ("孤儿600人、特困人员4000人、低保对象3.1万人，共占总人口的5%。", ["孤儿", "特困人员", "低保对象", "孤儿、特困人员、低保对象占总人口"]),
    # a bracket that lists kinds of places is no list of figures
    ("仍有7个区（市、县）覆盖率不足50%。", ["区（市、县）", "区（市、县）覆盖率"]),
    ("试点覆盖12个县（市、区）360个社区。", ["试点覆盖县（市、区）", "试点覆盖社区"]),
    ("特困人员分散供养水平稳步提升，分散供养率控制在30%。", ["特困人员分散供养率"]),
    ("3.6万名农村低保对象按季足额领取低保金。", ["农村低保对象"]),
    ("结婚登记900对、离婚登记310对，离婚数同比减少4%。", ["结婚登记", "离婚登记", "离婚登记"]),
    ("城市低保月保障标准提高到910元，月人均补差水平590元。", ["城市低保月保障标准", "城市低保月人均补差水平"]),
    ("联合公安部门完成9个村换届。", ["村换届"]),
    ("记者了解到，下达补助资金300万元。", ["下达补助资金"]),
    ("全市低保标准为每月820元，其中丰县执行每月760元的标准。", ["低保标准", "低保标准"]),
    ("引导商会为小微企业减免会费12万元。", ["商会为小微企业减免会费"]),
    ("市政府印发支持托育的意见，共投入300万元，新建托育园4所。", ["新建托育园投入", "新建托育园"]),
    ("老年大学新校区主体封顶，总投资2200万元，建成后可容纳学员900人。", ["老年大学新校区总投资", "老年大学新校区可容纳学员"]),
])
def test_the_words_around_say_whose_it_is(text, named):
    assert subjects(text) == named


@pytest.mark.parametrize(("question", "answer", "named"), [
    ("问：高龄津贴怎么发？", "答：80至89周岁老年人每人每月40元，百岁老年人由每人每月200元提高到300元。",
     ["80至89周岁老年人高龄津贴", "百岁老年人高龄津贴", "百岁老年人高龄津贴"]),
    ("问：特困人员有哪些待遇？", "答：基本生活标准不低于低保标准的1.4倍。", ["特困人员基本生活标准"]),
    ("问：为什么要调整？", "答：养老床位达到900张。", ["养老床位"]),
])
def test_a_question_says_what_its_answer_is_about(question, answer, named):
    assert subjects(f"市民政局答疑。\n{question}\n{answer}") == named


@pytest.mark.parametrize(("text", "told"), [
    ("敬老院床位最多的是瑞安市和乐清市，分别有2100张、1800张。", [("330381", "敬老院床位"), ("330382", "敬老院床位")]),
    ("入住率最高的为平阳县，达到72%；全市平均为58%。", [("330326", "入住率"), ("330300", "入住率")]),
    ("火化率排名靠前的有瑞安市、平阳县，分别为99%、98%。", [("330381", "火化率"), ("330326", "火化率")]),
])
def test_the_places_that_lead(text, told):
    assert [(o.region, o.subject) for o in read(f"2023年温州市民政工作情况\n{text}")] == told


def test_a_county_s_standard_is_no_part_of_a_sum():
    whole, part = read("徐州市民政局2023年工作情况\n2023年，全市城市低保标准为每月800元，其中丰县每月830元。")
    assert not whole.flags and not part.flags


def test_a_change_since_the_quarter_before_proves_nothing_of_a_year():
    level, change, growth = read("徐州市2023年三季度分析\n9月末，全市城市低保对象9000人，较二季度末减少150人，同比下降7.5%。")
    assert (change.basis, growth.basis) == ("mom", "yoy")
    assert change.of == growth.of == level.obs_id
    assert not any(o.flags for o in (level, change, growth))


@pytest.mark.parametrize("lead", ["低保标准按不低于上年的增幅调整", "低保标准增幅高于去年"])
def test_the_year_that_something_is_compared_with_dates_nothing(lead):
    planned, = read(f"徐州市民政局2021年工作总结\n2021年，民政工作稳步推进。\n二、2022年工作计划\n（一）提高保障水平。{lead}，临时救助不少于900人次。")
    assert (planned.period, planned.status) == ("2022", "target")


@pytest.mark.parametrize(("clause", "period"), [
    ("县儿童福利院9月底前竣工，新建食堂4个。", "2022"),
    ("9月底前，新建食堂4个。", "2022-09"),
])
def test_a_deadline_of_one_thing_is_none_of_the_next(clause, period):
    planned, = read(f"徐州市民政局2021年工作总结\n2021年，民政工作稳步推进。\n二、2022年工作计划\n（一）设施。{clause}")
    assert (planned.period, planned.status) == (period, "target")


@pytest.mark.parametrize(("text", "named"), [
    ("护理标准按失能、半失能和自理三个档次，分别为每人每月820元、410元和150元。", ["护理标准失能", "护理标准半失能", "护理标准自理"]),
    ("高龄津贴按80至89周岁、90周岁以上老人两档，每月分别发放40元、90元。", ["高龄津贴80至89周岁", "高龄津贴90周岁以上老人"]),
    ("农村低保标准为每年5200元，一类、二类对象月人均补助水平分别为410元和350元；三类、四类对象补助标准不变，仍为每月95元、60元。",
     ["农村低保标准", "农村低保一类对象月人均补助水平", "农村低保二类对象月人均补助水平", "农村低保三类对象补助标准", "农村低保四类对象补助标准"]),
    ("养老机构18家。社区助餐设施覆盖率，城市为88%，农村为41%。", ["养老机构", "城市社区助餐设施覆盖率", "农村社区助餐设施覆盖率"]),
    ("医疗救助3.1万人次，支出2900万元，平均每人次935元。", ["医疗救助", "医疗救助支出", "医疗救助平均每人次"]),
])
def test_kinds_and_classes_belong_to_what_was_named(text, named):
    assert subjects(text) == named


def test_what_is_left_of_a_place_is_another_place():
    city, county = read("2023年温州市民政工作情况\n特困人员基本生活标准提标，即瑞安市以外地区每人每月1500元、瑞安市每人每月1620元。")
    assert [(o.region, o.area_scope) for o in (city, county)] == [("330300", "subset"), ("330381", "whole")]


@pytest.mark.parametrize(("text", "told"), [
    ("床位5200张，平均入住率61%，其中瑞安市入住率最高，达70%。", [("330300", "床位"), ("330300", "平均入住率"), ("330381", "平均入住率")]),
    ("瑞安市、平阳县空巢化程度偏高，分别为31%和29%；文成县相对较低，为17%。",
     [("330381", "空巢化程度"), ("330326", "空巢化程度"), ("330328", "空巢化程度")]),
    ("改造进度居前三位的是瑞安市97%、平阳县95%、文成县94%。", [("330381", "改造进度"), ("330326", "改造进度"), ("330328", "改造进度")]),
    ("低保标准最高的瑞安市为每月1150元。", [("330381", "低保标准")]),
])
def test_the_places_that_lead_with_their_figures(text, told):
    assert [(o.region, o.subject) for o in read(f"2023年温州市民政工作情况\n{text}")] == told


@pytest.mark.parametrize(("text", "named"), [
    ("生活补贴一档每人每月95元、二档70元。", ["生活补贴一档", "生活补贴二档"]),
    ("所需资金由省、市、县分别负担30%、20%、50%。", ["所需资金省级负担", "所需资金市级负担", "所需资金县级负担"]),
    ("新增资金由省级和县级财政共同分担，分别承担60%和40%。", ["新增资金省级分担", "新增资金县级分担"]),
    ("新建骨灰堂2座，可存放骨灰9000盒。", ["新建骨灰堂", "新建骨灰堂可存放骨灰"]),
    # of the sum named before
    ("筹集善后资金900万元，其中省级负担70%，县（市、区）承担30%。", ["筹集善后资金", "筹集善后资金省级负担", "筹集善后资金县（市、区）承担"]),
    # each of those that a payment is dealt out to, and the payment in all
    ("为孤儿、困境儿童分别按每人800元、400元增发慰问金，合计29万元。", ["孤儿慰问金", "困境儿童慰问金", "慰问金"]),
    ("投入700万元对15所福利院开展消防改造，已完工9所。", ["福利院消防改造投入", "福利院开展消防改造", "福利院开展消防改造完工"]),
])
def test_steps_and_those_who_bear_the_cost(text, named):
    assert subjects(text) == named


@pytest.mark.parametrize(("question", "about"), [
    ("一、问：低保标准提高了多少？", "低保标准"),
    ("问：孤儿能领多少钱？", "孤儿"),
    ("（三）问：临时救助金有上限吗？", "临时救助金"),
    ("Q2：护理补贴由谁发放？", "护理补贴"),
    ("问：什么时候补发？", ""),
])
def test_what_a_question_is_about(question, about):
    assert heading_topic(question) == about


def test_each_of_two_rises_is_counted_per_what_its_own_standard_is():
    found = read("2023年，城乡低保标准分别达到每人每月710元和每人每年5300元，比上年分别增加35元和310元。")
    assert [o.unit for o in found] == ["元/人·月", "元/人·年"] * 2


@pytest.mark.parametrize(("text", "named"), [
    ("动态调整农村低保对象，新纳入900人，退出1300人。", ["新纳入农村低保对象", "退出农村低保对象"]),
    ("散居孤儿310人、集中养育孤儿45人，基本生活费标准分别为每月1200元、1700元，共发放520万元。",
     ["散居孤儿", "集中养育孤儿", "散居孤儿基本生活费标准", "集中养育孤儿基本生活费标准", "孤儿基本生活费发放"]),
])
def test_what_both_kinds_have_in_common(text, named):
    assert subjects(text) == named


@pytest.mark.parametrize(("text", "named"), [
    ("按照城市每人每月760元、农村每人每月580元的标准发放五保供养金。", ["城市五保供养金", "农村五保供养金"]),
    ("按集中养育每人每月1500元、社会散居1100元标准落实孤儿生活费。", ["集中养育孤儿生活费", "社会散居孤儿生活费"]),
    ("按每人每月80元标准为失能老人发放护理补贴。", ["失能老人护理补贴"]),
    ("投入1800万元实施公墓提升工程，已完工7个，在建2个。", ["投入实施公墓提升工程", "公墓提升工程完工", "公墓提升工程在建"]),
    ("社工3100人，平均每家4人，占户籍人口的0.2%。", ["社工", "社工平均每家", "社工占户籍人口"]),
])
def test_the_standard_or_the_project_that_is_named_around(text, named):
    assert subjects(text) == named


@pytest.mark.parametrize(("text", "named"), [
    # a part's share is of the whole, unless its name says so
    ("民政资金支出6.2亿元，其中省级财政补助占41%。", ["民政资金支出", "民政资金支出省级财政补助占"]),
    ("孤儿320人，其中机构内养育的占27%。", ["孤儿", "孤儿机构内养育的占"]),
    ("养老床位9000张，其中认知障碍床位占6%。", ["养老床位", "认知障碍床位占"]),
    # how large it is, and what it is
    ("建成一处占地面积为30亩的生态墓园。", ["建成生态墓园占地面积"]),
    ("新建了一座总投资额达2600万元的儿童福利院。", ["新建了儿童福利院总投资额"]),
    ("新建服务用房面积为800平方米。", ["新建服务用房面积"]),
    # the number of a point is no part of a name
    ("重点做好两件事：一是为90名孤儿体检；二是将60名残疾人送去康复。", ["孤儿体检", "残疾人送去康复"]),
])
def test_wholes_sizes_and_numbers_of_points(text, named):
    assert subjects(text) == named


@pytest.mark.parametrize(("text", "named"), [
    # by when, and what has become of a building, are no part of a name
    ("确保7所敬老院10月底前全部落成，15处公墓年底之前投运。", ["敬老院落成", "公墓投运"]),
    ("投资9000万元的市儿童福利院主体工程封顶。", ["市儿童福利院投资"]),
    ("总投资5000万元的市安养院年内封顶。", ["市安养院总投资"]),
    # how it goes on, and how it was once, neither
    ("城市安养服务推进有序，新增签约老人300名。", ["新增签约老人"]),
    ("残疾儿童康复补贴均按时足额发放，发放资金80万元。", ["残疾儿童康复补贴发放资金"]),
    ("以往殡葬补贴审批一般要15个工作日。", ["殡葬补贴审批"]),
    # projects of what the clause before is about
    ("稳步推进公墓提升工程，14个项目均已动工，5个子项目完工。", ["公墓提升工程项目均已动工", "公墓提升工程子项目完工"]),
])
def test_what_has_become_of_what_is_built(text, named):
    assert subjects(text) == named


def test_a_meeting_in_the_title_is_no_topic():
    assert [o.subject for o in read("鄂州市召开助浴服务现场会\n2023年6月2日\n今年下达补助资金300万元。")] == ["下达补助资金"]
