"""Times of reviews of several years in work reports: what opens one, what ends it, what in it is of one year; our own words."""
import pytest
from sentences import read

HEAD = "政府工作报告\n——2022年1月9日在荔波县第十八届人民代表大会第二次会议上\n各位代表：\n一、2021年及过去五年工作回顾\n2021年，全县财政收入8.1亿元。\n"


@pytest.mark.parametrize("opening", [
    "五年来，我们埋头苦干，做成了一批实事。", "回望五年，我们埋头苦干，做成了一批实事。", "这五年，我们埋头苦干，做成了一批实事。",
])
def test_a_paragraph_that_looks_back_on_years_opens_what_stands_below(opening):
    found = read(f"{HEAD}{opening}\n基础更牢。修建机耕道310公里。\n民生更暖。改造危房2600户。\n2021年，新增公租房90套。")
    assert [o.period for o in found] == ["2021", "2017-01/2021-12", "2017-01/2021-12", "2021"]


@pytest.mark.parametrize("turn", ["同时，我们也清醒地看到，", "当前工作还存在不少短板：", "我们也要看到，"])
def test_what_is_amiss_is_so_at_the_end_of_the_years(turn):
    found = read(f"{HEAD}五年来，我们做成了一批实事。\n改造危房2600户。{turn}全县仍有低收入人口7300人。")
    assert [o.period for o in found] == ["2021", "2017-01/2021-12", "2021"]


@pytest.mark.parametrize("deed", ["新建敬老院12所", "共培训护理员880人", "救助困难群众3.2万人次"])
def test_a_number_of_years_before_a_deed_counts_over_them(deed):
    found = read(f"荔波县民政局2021年工作总结\n五年{deed}。今年发放低保金1.1亿元。")
    assert [o.period for o in found] == ["2017-01/2021-12", "2021"]


def test_in_a_plan_such_years_are_its_own():
    (found,) = read("荔波县“十四五”养老服务规划\n二、发展目标\n五年新增养老床位600张。")
    assert (found.period, found.status) == ("2025", "target")


@pytest.mark.parametrize(("told", "period"), [
    ("地区生产总值达到92亿元", "2021"), ("工业增加值占比达到31%", "2021"), ("光伏装机达到60万千瓦", "2021"), ("城镇居民人均可支配收入达到3.6万元", "2021"),
    ("税收收入累计达到27亿元", "2017-01/2021-12"), ("新增公路里程410公里", "2017-01/2021-12"), ("完成固定资产投资160亿元", "2017-01/2021-12"),
])
def test_what_is_told_of_one_year_is_of_the_last(told, period):
    assert read(f"{HEAD}五年来，我们做成了一批实事。\n{told}。")[1].period == period


def test_the_years_of_the_section_told_again_are_no_doubt():
    paper = "荔波县2017—2021年民政工作总结\n{}建成公墓9处。\n2021年12月20日"
    plain, again = (read(paper.format(opening))[0] for opening in ("", "五年来，全县民政事业步子很大。\n"))
    assert (plain.period, plain.confidence) == (again.period, again.confidence)
