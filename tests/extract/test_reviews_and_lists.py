"""Times of reviews with an outlook, of what is in force since a day, and of lists of years; our own words."""
import pytest
from sentences import read

REVIEW = """宣城市“十三五”民政事业回眸与“十四五”展望
五年来，全市支出各类救助资金9.1亿元。注册社会组织达到1900家，城市低保标准由510元/月提高到700元/月。
看养老，床位越来越多。截至2020年底，全市养老床位2.1万张。
展望“十四五”，全市还要建成幸福院31所。方案共列出重点工程27项。
宣城市民政局供稿　2021年2月"""


def test_a_review_with_an_outlook_reports_up_to_where_it_looks_ahead():
    found = read(REVIEW)
    assert [o.status for o in found] == ["actual"] * 5 + ["target"] * 2
    assert [o.period for o in found] == ["2016-01/2020-12", "2020", "2015", "2020", "2020", "2021-01/2025-12", "2021-01/2025-12"]


@pytest.mark.parametrize(("text", "periods"), [
    ("城市低保标准由2016年的每月480元提高到2020年的620元，年均增长6.6%。", ["2016", "2020", "2017-01/2020-12"]),
    ("2018年、2019年，全市分别投入救助资金900万元、950万元。", ["2018", "2019"]),
    ("三年多来核查家庭9000户次。", ["2017-01/2020-11"]),
])
def test_years_between_and_beside_each_other(text, periods):
    assert [o.period for o in read(f"许昌市民政局有关情况\n2020年11月5日\n{text}")] == periods


@pytest.mark.parametrize(("text", "periods"), [
    ("全市41家福利院自3月中旬起实行预约探视。", ["2021-S1"]),
    ("城市低保标准从年初起再次提标，由每人每月640元提高到690元。", ["2020", "2021"]),
])
def test_since_when_something_is_so_is_not_when_it_is_told_of(text, periods):
    assert [o.period for o in read(f"许昌市民政局2021年上半年工作综述\n{text}")] == periods


def test_what_a_lead_calls_this_year_ends_where_the_figures_do():
    found = read("许昌市举行新闻发布会\n2023年10月12日\n今年以来，全市养老服务有了新进展。新建食堂31家。截至9月底，助餐网点达到290处。")
    assert [o.period for o in found] == ["2023-01/2023-09", "2023-09"]
    found = read("许昌市举行新闻发布会\n2023年10月12日\n今年以来，全市养老服务有了新进展。新建食堂31家。前三季度送餐90万份。")
    assert [o.period for o in found] == ["2023-01/2023-09"] * 2


@pytest.mark.parametrize(("text", "subjects"), [
    # what of a branch grew is told by the last of the list, by the whole, by what they are out of
    ("温州市2019年统计公报\n工业投资增长6%，其中装备制造业、工业技改投资分别增长8%、3%。", ["工业投资", "装备制造业投资", "工业技改投资"]),
    ("温州市2019年统计公报\n服务业投资增长6%。其中，信息服务、研发设计、物流业分别增长8%、3%、2%。", ["服务业投资", "信息服务投资", "研发设计投资", "物流业投资"]),
    ("温州市2019年统计公报\n水力、生物质发电量分别增长8%和3%。", ["水力发电量", "生物质发电量"]),
    ("温州市2019年统计公报\n商品零售额中，粮油食品类、化妆品类分别增长8%和3%。", ["商品零售额中粮油食品类", "商品零售额中化妆品类"]),
])
def test_branches_of_what_grew(text, subjects):
    assert [one.subject for one in read(text)] == subjects
