"""By what evidence a reader knows time, place and plan or report: dated words, headings, results of plans, what can be."""
import pytest
from sentences import read


def periods(text):
    return [o.period for o in read(text)]


def statuses(text):
    return [o.status for o in read(text)]


@pytest.mark.parametrize(("text", "expected"), [
    ("宜昌市2021年社区治理工作报告\n现将2021年有关情况报告如下。\n全市社区1620个。\n2022年打算\n新建社区服务站40个。",
     [("2021", "actual"), ("2022", "target")]),
    ("遵义市播州区2019年养老服务工作报告\n到年末，养老床位6100张，全年新增300张。", [("2019", "actual"), ("2019", "actual")]),
    ("2018年殡葬改革工作报告\n汉中市火化遗体1.9万具。\n2019年工作思路\n新建公墓6处。", [("2018", "actual"), ("2019", "target")]),
    # one that was read at the meeting of its year
    ("2022年湖北省政府工作报告\n一、2021年工作回顾\n新增床位3万张。\n二、2022年重点任务\n新增床位4万张。", [("2021", "actual"), ("2022", "target")]),
])
def test_a_report_of_work_may_look_back_on_its_year(text, expected):
    assert [(o.period, o.status) for o in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("自贡市2024年重点项目进展通报\n现将1至8月进展通报如下。\n一、床位\n新增床位300张。\n今年新建食堂12个。全年计划新建30个。",
     ["2024-01/2024-08", "2024-01/2024-08", "2024"]),
    ("桂林市2023年三季度运行分析\n2023年10月20日\n三季度救助900人次，今年累计救助2600人次。", ["2023-Q3", "2023-01/2023-09"]),
    ("宝鸡市2022年上半年工作总结\n今年发放救助金3000万元。年末要达到7000万元。", ["2022-S1", "2022"]),
])
def test_what_is_done_this_year_is_done_so_far(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("黔南州民政局关于提高补贴标准的通知\n自2022年1月1日起，护理补贴标准由每人每月70元提高到80元。生活补贴按每人每月75元发放。\n2022年3月20日",
     ["2021", "2022", "2022"]),
    ("延安市2020年前三季度工作总结\n自7月1日起，城市低保标准提高到每人每月640元，增长5%，农村为每人每年4900元。救助8000人次。",
     ["2020-07", "2020-07", "2020-07", "2020-01/2020-09"]),
    ("延安市2020年工作总结\n自7月1日起，城市低保标准提高到每人每月640元。", ["2020"]),
    # a day on which something came into force is no date of the text
    ("关于调整孤儿养育标准的通知\n自2019年1月1日起执行新标准。机构集中养育1500人。\n山西省民政厅\n2019年5月20日", ["2019"]),
])
def test_since_when_a_standard_is_in_force(text, expected):
    assert periods(text) == expected


REPORT = "景德镇市2023年工作总结\n"


@pytest.mark.parametrize(("sentence", "expected"), [
    ("计划投资8000万元，到位资金5200万元，到位率65%；实际支出4100万元。", ["target", "actual", "actual", "actual"]),
    ("年底前改造敬老院8所，培训护理员600人次，入住率达到70%以上。", ["target"] * 3),
    ("计划培训护理员900人，完成740人，其中男性60人。", ["target", "actual", "actual"]),
    ("计划新建站点30个，开工28个，建成26个，累计服务2万人次，发放补贴50万元。", ["target"] + ["actual"] * 4),
    # what serves an aim is no plan itself
    ("为确保温暖过冬，发放棉衣900件，慰问老人3000人。", ["actual", "actual"]),
])
def test_plans_go_on_until_their_results(sentence, expected):
    assert statuses(REPORT + sentence) == expected
