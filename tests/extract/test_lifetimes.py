"""How far what a text says of place, time and plan reaches: positive and negative cases of each class."""
import pytest
from sentences import read


def told(text):
    return [(o.value, o.region, o.period, o.status) for o in read(text)]


def periods(text):
    return [o.period for o in read(text)]


def statuses(text):
    return [o.status for o in read(text)]


def regions(text):
    return [o.region for o in read(text)]


@pytest.mark.parametrize(("heading", "status"), [
    ("一、重点任务进展", "actual"), ("二、民生实事完成情况", "actual"), ("三、规划执行情况", "actual"),
    ("四、下半年打算", "target"), ("七、12月计划", "target"), ("五、第四季度安排", "target"), ("六、2024年工作思路", "target"),
    ("2023年工作总结和2024年工作要点", "actual"),
])
def test_a_heading_is_what_it_ends_with(heading, status):
    assert statuses(f"保定市民政局2023年工作总结\n{heading}\n社区食堂60个，床位900张。") == [status] * 2


def test_a_label_opens_a_paragraph_as_a_heading_does():
    text = "资溪县2021年工作总结。\n新建站点5个。\n2022年工作打算：新建站点8个；中心福利院9月底前投用；改造敬老院3所。"
    assert told(text) == [(5, "361028", "2021", "actual"), (8, "361028", "2022", "target"), (3, "361028", "2022", "target")]


@pytest.mark.parametrize(("clause", "status"), [
    ("年度计划改造600户，已改造410户，完工率68%", ["target", "actual", "actual"]),
    ("计划600户，开工410户", ["target", "actual"]),
    ("销售5亿元，为全年目标9亿元的55.6%，同比增长3%", ["actual", "target", "actual", "actual"]),
    ("计划新建食堂20个，培训社工90名", ["target", "target"]),             # a plan goes on
    ("完成全年任务的45%", ["actual"]),
    ("入户率须达95%以上", ["target"]),
    ("按计划改造600户", ["actual"]),
])
def test_what_is_planned_for_the_year_inside_a_report(clause, status):
    assert statuses(f"滁州市民政局2023年上半年工作总结\n全市{clause}。") == status


def test_a_goal_of_the_year_is_no_figure_of_the_half_year():
    text = "滁州市民政局2023年上半年工作总结\n改造计划600户，开工410户；销售5亿元，为全年目标9亿元的55.6%。"
    observations = read(text)
    assert [o.period for o in observations] == ["2023", "2023-S1", "2023-S1", "2023", "2023-S1"]
    assert [o.of for o in observations][-1] == observations[2].obs_id           # of what was sold, not of the goal


def test_aims_that_a_clause_announces():
    text = "2024年1月5日，陕西省民政厅会议。今年各市目标已经确定：西安改造敬老院12所；宝鸡培训社工300名。"
    assert [(o.region, o.status) for o in read(text)] == [("610100", "target"), ("610300", "target")]


def test_what_is_told_of_the_meeting_has_its_date():
    text = ("湖南省2022年1月18日召开全省民政工作会议，14个市州设分会场。\n会议指出，全省新建站点90个。\n"
            "会议要求，新建站点120个。\n长沙市作了发言，230人参加会议。")
    assert told(text) == [(14, "430000", "2022-01", "actual"), (90, "430000", "2021", "actual"),
                          (120, "430000", "2022", "target"), (230, "430000", "2022-01", "actual")]


@pytest.mark.parametrize(("text", "expected"), [
    ("上半年结婚登记900对，其中二季度400对；离婚登记300对。", ["2022-S1", "2022-Q2", "2022-S1"]),
    ("一季度发放80万元，二季度发放90万元；救助30人次。", ["2022-Q1", "2022-Q2", "2022-S1"]),
    ("截至5月底，养老机构60家；床位7000张。", ["2022-05", "2022-05"]),           # a state opens its whole sentence
    ("截至6月30日，低保对象9万人，1至6月发放9000万元；特困人员4000人。", ["2022-06", "2022-01/2022-06", "2022-06"]),
    ("自4月1日起，低保标准提高到每人每月700元，在保3万人。", ["2022-04", "2022-S1"]),
    ("6月上旬暴雨成灾，转移安置500人。", ["2022-06"]),
    ("集中供养率40%，上年同期为36%，床位7000张。", ["2022-S1", "2021-S1", "2022-S1"]),
    ("捐赠收入90万元（上年同期为70万元），支出60万元。", ["2022-S1", "2021-S1", "2022-S1"]),
])
def test_how_long_a_time_holds(text, expected):
    assert periods(f"荆州市民政局2022年上半年工作总结\n{text}") == expected


def test_a_state_goes_on_behind_其中():
    text = "荆州市民政局2022年上半年总结\n截至6月末，低保对象9万人。其中，城市2万人，农村7万人。临时救助400人次。"
    assert periods(text) == ["2022-06", "2022-06", "2022-06", "2022-S1"]


def test_since_a_plan_began_is_up_to_now():
    text = "2019年3月6日，青海省民政厅会议。\n“十三五”以来，全省投入8亿元，新建中心60个，护理型床位占比45%。"
    assert periods(text) == ["2016-01/2018-12", "2016-01/2018-12", "2018"]
    assert set(statuses(text)) == {"actual"}


def test_a_report_of_so_many_months():
    text = "关于全省重点工作的通报\n现将2023年1—10月有关情况通报如下：\n河北省改造敬老院120所。"
    assert periods(text) == ["2023-01/2023-10"]


@pytest.mark.parametrize(("text", "expected"), [
    ("四川省走访记。\n绵阳：把床位送进家。全市新增床位300张。\n全省床位9万张。", ["510700", "510000"]),
    ("四川省总结。\n（一）绵阳市\n新增床位300张。\n改造敬老院6所。\n（二）德阳市\n新增床位200张。\n（三）资金\n安排9亿元。",
     ["510700", "510700", "510600", "510000"]),
    ("四川省总结。川北的广元老人多。当地把60所敬老院合并为20所。", ["510800", "510800"]),
    ("四川省2020年投入公益金6亿元，其中绵阳1.2亿元、德阳9000万元、广元7000万元，均高于上年。床位3万张。",
     ["510000", "510700", "510600", "510800", "510000"]),
    ("绵阳市民政局通报。涪城、游仙、安州三区完成率分别为98%、97%、95%。", ["510703", "510704", "510705"]),
    ("四川省总结。绵阳、德阳老年人分别为120万人和90万人，老龄化率25%、27%。", ["510700", "510600"] * 2),
    ("甘肃省临夏州总结。\n东乡县：新建食堂6个。", ["622926"]),                 # an autonomous county without its people
    ("四川省总结。改造提升：新增床位300张。", ["510000"]),                     # a label without a place
    ("四川省总结。发放低保金8亿元、临时救助金2亿元。", ["510000", "510000"]),
])
def test_places_of_paragraphs_lists_and_sentences(text, expected):
    assert regions(text) == expected


def test_a_text_of_the_new_year_speaks_of_the_one_before():
    assert periods("新春走访：翻开2022年的账本，去年全省新建食堂300个。今年计划新建200个。") == ["2022", "2023"]
    assert periods("翻开2022年的账本，全省新建食堂300个。") == ["2022"]


def test_a_plan_that_something_is_compared_with_is_no_time():
    text = "截至2020年底，云南省“十三五”时期累计投入30亿元，是“十二五”时期的2.6倍；床位由2015年的9万张增加到13万张。"
    assert periods(text) == ["2016-01/2020-12", "2016-01/2020-12", "2015", "2020"]


def test_years_that_something_began_in_date_no_text():
    observations = read("佛山市民政局获悉，自2022年以来全市建成食堂420家，今年新增46家。")
    assert [o.period for o in observations] == ["", ""]
    assert all("period-unknown" in o.flags for o in observations)


def test_a_growth_is_no_surer_than_its_level():
    level, growth = read("佛山市2022年工作总结。\n新增床位900张，同比增长6%。")
    assert growth.of == level.obs_id
    assert growth.confidence <= level.confidence


@pytest.mark.parametrize(("text", "expected"), [
    ("2020年，全市支出9亿元。截至12月底，支出率96%。2021年，各地要加快进度，一季度支出率不低于30%。", ["2020", "2020", "2021-Q1"]),
    ("2019年，全市支出9亿元，一季度3亿元。2020年支出8亿元。", ["2019", "2019-Q1", "2020"]),
])
def test_a_month_without_a_year_has_that_of_its_sentence_or_paragraph(text, expected):
    assert periods(f"关于资金使用情况的通报\n银川市民政局\n{text}") == expected


def test_a_list_of_places_is_none_of_those_before():
    assert regions("宁夏总结。银川市最高，为98%；固原市最低，为81%；中卫市、吴忠市均超过90%。") == ["640100", "640400", "640000"]


def test_the_main_work_of_a_year_is_planned_or_done_by_the_date_of_the_text():
    text = "讲话\n九江市民政局 （2024年2月28日）\n一、2023年主要工作\n新建食堂60个。\n二、2024年主要工作\n新建食堂90个。\n培训社工300名。"
    assert told(text) == [(60, "360400", "2023", "actual"), (90, "360400", "2024", "target"), (300, "360400", "2024", "target")]


def test_the_title_of_a_table_holds_for_the_table_only():
    text = ("2022年松原市民政事业统计公报\n一、养老\n全市养老机构108家。\n近两年养老机构一览表\n指标 | 单位 | 2021年 | 2022年\n"
            "养老机构 | 家 | 101 | 108\n二、婚姻\n办理结婚登记7410对。")
    assert periods(text) == ["2022", "2021", "2022", "2022"]


@pytest.mark.parametrize(("sentence", "period"), [
    ("2020年11月1日零时，全市常住人口82.6万人。", "2020-11"), ("2010年11月1日0时，常住人口79.1万人。", "2010-11"),
    ("截至2021年6月30日24时，入住老人1204人。", "2021-06"), ("共有村医310人。", "2022"),
])
def test_a_census_counts_at_an_hour(sentence, period):
    assert periods(f"2022年白山市养老服务发展公报\n{sentence}") == [period]


def test_an_analysis_is_of_the_year_of_its_data():
    told_year = "白山市养老形势分析\n2022年8月3日\n根据人口普查和2021年民政统计年报，作如下说明。\n全市养老床位9120张。"
    assert periods(told_year) == ["2021"]
    assert periods(told_year.replace("根据人口普查和2021年民政统计年报", "根据上级要求")) == ["2022"]


def test_items_go_on_about_the_years_that_the_paragraph_before_them_told_of():
    text = ("政府工作报告\n——2022年2月在岳阳市人民代表大会上\n过去五年，民生投入累计300亿元。\n——托底更牢。医疗救助累计52万人次，2021年末低保对象6万人。"
            "\n——服务更好。新增床位4200张。\n全市现有敬老院80所。")
    assert periods(text) == ["2017-01/2021-12"] * 2 + ["2021", "2017-01/2021-12", "2021"]       # and end with the last item


def test_a_line_about_the_year_to_come_opens_what_is_planned():
    text = "政府工作报告\n——2022年2月在岳阳市人民代表大会上\n去年新建食堂30个。\n2022年，民生方面要着力抓好：\n兜住底线。发放补贴5000万元，改造敬老院12所。"
    assert statuses(text) == ["actual", "target", "target"]


@pytest.mark.parametrize(("opening", "year"), [("今年起", "2017"), ("从2018年起", "2017")])
def test_what_holds_from_a_year_on_was_set_another_way_before(opening, year):
    assert periods(f"岳阳市民政局2018年工作总结\n{opening}，农村低保标准由每人每年3600元提高到4000元。") == [year, "2018"]
