"""Tables in text: row label, column header and unit make a figure of a number; nothing is guessed."""
import pytest
from sentences import read

from minzheng.extract.prose import read_prose
from minzheng.extract.tables.cells import find_cells


def figures(text: str) -> list[tuple]:
    return [(c.subject, c.quantity.value, c.quantity.unit, c.measure, c.sign, c.scope) for c in find_cells(text)]


def test_units_in_the_header_and_growth_with_its_sign():
    table = "指标 | 数量（万件） | 比上年增长（%）\n收养登记 | 1.1 | -14.3\n其中：涉外 | 0.1 | 2.0"
    assert figures(f"表3 2020年收养情况\n{table}") == [
        ("收养登记", 11000, "件", "level", "", "2020年"), ("收养登记", 14.3, "%", "growth", "-", "2020年"),
        ("收养登记涉外", 1000, "件", "level", "", "2020年"), ("收养登记涉外", 2.0, "%", "growth", "+", "2020年"),
    ]


def test_a_unit_column_and_year_columns():
    assert figures("名称 | 计量单位 | 2021年 | 2022年\n#床位 | 万张 | 3.5 | 3.8\n二、火化炉 | 台 | 7,043 | 7100") == [
        ("床位", 35000, "张", "level", "", "2021年"), ("床位", 38000, "张", "level", "", "2022年"),
        ("火化炉", 7043, "台", "level", "", "2021年"), ("火化炉", 7100, "台", "level", "", "2022年"),
    ]


def test_titles_set_as_rows():
    assert figures("表1 2022年床位 | | \n单位：张 | | \n指标 | 合计 | 护理型床位\n福利院 | 40 | 15") == [
        ("福利院", 40, "张", "level", "", "2022年"), ("福利院护理型床位", 15, "张", "level", "", "2022年"),
    ]


def test_rows_of_years():
    assert figures("年份 | 孤儿（万人） | 养老床位（万张）\n2019 | 23.3 | 3.1\n2020年 | 19.3 | 3.4") == [
        ("孤儿", 233000, "人", "level", "", "2019年"), ("养老床位", 31000, "张", "level", "", "2019年"),
        ("孤儿", 193000, "人", "level", "", "2020年"), ("养老床位", 34000, "张", "level", "", "2020年"),
    ]


def test_growth_in_rows_of_years_is_of_the_column_before():
    _, growth = figures("年份 | 孤儿（万人） | 增长（%）\n2020 | 19.3 | -17.2")
    assert growth == ("孤儿", 17.2, "%", "growth", "-", "2020年")


def test_a_header_that_the_label_repeats():
    assert figures("指标 | 机构（个）\n儿童福利机构 | 15") == [("儿童福利机构", 15, "个", "level", "", "")]


def test_one_unit_above_the_table():
    assert figures("单位：个\n地区 | 机构 | 占比（%）\n某县 | 12 | 8.5") == [
        ("某县机构", 12, "个", "level", "", ""), ("某县", 8.5, "%", "share", "", ""),
    ]


@pytest.mark.parametrize("text", [
    "指标 | 数量\n机构 | 12",                          # no unit anywhere
    "单位：个\n指标 | 数量\n机构中心站点 | 12 5 33",        # several numbers in one cell
    "单位：个\n12 | 15\n13 | 16",                       # no header, no label
    "单位：个\n指标 | 数量 | 其他\n机构 | 12",              # cells do not fit the header
    "首页 | 新闻 | 公告",
])
def test_what_is_not_recognisable_is_left_out(text):
    assert find_cells(text) == []


def test_cells_become_observations_with_place_and_link():
    table = "指标 | 2022年（万人） | 比上年增长（%）\n城市低保对象 | 26.5 | -3.1\n"
    level, growth, money = read(f"辽宁省2022年民政情况。\n{table}会后发放资金3亿元。")
    assert (level.subject, level.value, level.unit) == ("城市低保对象", 265000, "人")
    assert (level.period, level.words) == ("2022", "26.5")
    assert (growth.measure, growth.sign, growth.of, growth.period) == ("growth", "-", level.obs_id, "2022")
    assert (money.value, len({level.obs_id, growth.obs_id, money.obs_id})) == (300000000, 3)


def test_headers_of_two_rows_give_each_column_one_name():
    spanned = "地区 | 城市低保 |  | 农村低保 | \n | 户数（户） | 人数（人） | 户数（户） | 人数（人）\n合计 | 12 | 20 | 340 | 510"
    lost = "地区 | 城市低保 | 农村低保\n户数（户） | 人数（人） | 户数（户） | 人数（人）\n合计 | 12 | 20 | 340 | 510"
    for table in (spanned, lost):
        assert [(subject, value, unit) for subject, value, unit, *_ in figures(table)] == [
            ("城市低保户数", 12, "户"), ("城市低保人数", 20, "人"), ("农村低保户数", 340, "户"), ("农村低保人数", 510, "人")]


def test_years_below_what_is_counted():
    assert figures("项目 | 人数（人） |  | 支出（万元） | \n | 2021 | 2022 | 2021 | 2022\n孤儿 | 31 | 30 | 48 | 50") == [
        ("孤儿人数", 31, "人", "level", "", "2021年"), ("孤儿人数", 30, "人", "level", "", "2022年"),
        ("孤儿支出", 480_000, "元", "level", "", "2021年"), ("孤儿支出", 500_000, "元", "level", "", "2022年"),
    ]


def test_rows_of_places_are_about_the_columns():
    rows = read("湖南省2021年统计资料\n表1 各市2021年养老服务情况\n地区 | 机构（家） | 比上年增长（%）\n长沙市 | 210 | 4.5\n常德市 | 188 | -1.2")
    assert [(o.subject, o.region, o.value, o.measure + o.sign, o.period) for o in rows] == [
        ("机构", "430100", 210, "level", "2021"), ("机构", "430100", 4.5, "growth+", "2021"),
        ("机构", "430700", 188, "level", "2021"), ("机构", "430700", 1.2, "growth-", "2021"),
    ]


@pytest.mark.parametrize("gap", ["\t", "     "])
def test_tables_whose_columns_are_parted_by_blanks_alone(gap):
    lines = ("指标", "单位", "2021年"), ("养老机构", "个", "136"), ("养老床位", "张", "21012")
    rows = read("邵阳市2021年统计资料\n" + "\n".join(gap.join(line) for line in lines))
    assert [(o.subject, o.value, o.unit) for o in rows] == [("养老机构", 136, "个"), ("养老床位", 21012, "张")]


def test_a_heading_of_the_text_is_no_title_of_the_table_below_it():
    assert figures("三、养老服务\n指标 | 数量（个）\n幸福院 | 12") == [("幸福院", 12, "个", "level", "", "")]


def subjects_of(table):
    return [o.subject for o in read("2022年衢州市国民经济和社会发展统计公报\n表1 2022年主要指标\n" + table) if o.measure == "level"]


def test_parts_are_found_by_what_their_whole_has_room_for():
    table = ("指标 | 金额（亿元） | 比上年增长（%）\n出口额 | 400 | 2.0\n其中：一般贸易 | 300 | 1.0\n加工贸易 | 80 | 2.2\n"
             "其中：机电产品 | 190 | 1.1\n高新技术产品 | 70 | 4\n进口额 | 200 | 4\n其中：一般贸易 | 120 | 5\n")
    assert subjects_of(table) == [
        "出口额", "出口额一般贸易", "出口额加工贸易", "出口额机电产品", "出口额高新技术产品", "进口额", "进口额一般贸易"]


def test_a_row_with_a_name_or_unit_of_its_own_is_no_part():
    table = ("指标 | 单位 | 数量\n养老机构床位 | 张 | 30000\n其中：护理型 | 张 | 12000\n从业人员 | 人 | 800\n"
             "低保对象 | 人 | 1000\n其中：老年人 | 人 | 300\n特困人员 | 人 | 200\n")
    assert subjects_of(table) == [
        "养老机构床位", "养老机构床位护理型", "从业人员", "低保对象", "低保对象老年人", "特困人员"]


def test_rows_below_a_marked_row_are_no_parents():
    table = ("表2 2022年贸易情况\n国别和地区 | 出口额（亿元） | 比上年增长（%）\n合计 | 800 | 3.1\n一、亚洲 | 400 | 2.0\n"
             "# 日本 | 100 | 1.0\n韩国 | 80 | 2.2\n二、非洲 | 90 | 1.1\n")
    assert subjects_of(table) == ["贸易合计出口额", "贸易亚洲出口额", "贸易日本出口额", "贸易韩国出口额", "贸易非洲出口额"]


def test_a_growth_beside_two_years_is_that_of_the_newer_one():
    rows = read("汕头市2021年统计公报\n指标 | 单位 | 2021年 | 2020年 | 增减（%）\n养老床位 | 张 | 900 | 880 | 2.3\n火化率 | % | 97 | 96 | —")
    assert [(o.period, o.measure, o.value) for o in rows[:3]] == [("2021", "level", 900), ("2020", "level", 880), ("2021", "growth", 2.3)]
    assert rows[2].of == rows[0].obs_id
    assert [o.measure for o in rows[3:]] == ["share", "share"]


@pytest.mark.parametrize("blank", ["\u3000", "  ", "\t"])
def test_a_table_kept_as_lines_of_text(blank):
    lines = [("指标", "单位", "2020年末"), ("城市低保人数", "人", "620"), ("养老机构", "家", "31"), ("其中：公办", "家", "12")]
    rows = read("凤凰县2020年民政统计公报\n" + "\n".join(blank.join(line) for line in lines) + "\n全年救助流浪乞讨人员55人次。")
    assert [(o.subject, o.value, o.unit, o.period) for o in rows] == [
        ("城市低保人数", 620, "人", "2020"), ("养老机构", 31, "家", "2020"), ("养老机构公办", 12, "家", "2020"),
        ("救助流浪乞讨人员", 55, "人次", "2020")]


def test_blanks_in_prose_make_no_table():
    assert [o.value for o in read("凤凰县2020年总结\n第一章\u3000总则\n一、\u3000基本\u3000情况\n养老机构\u300031家。\n县民政局\u3000县财政局\n")] == [31]


@pytest.mark.parametrize("blank", [" ", "\t", "\u3000", "   "])
def test_a_table_whose_cells_are_parted_by_single_blanks(blank):
    lines = [("指标", "单位", "2021年", "2020年", "增减（%）"), ("农村低保人数", "人", "2210", "2300", "-3.9"),
             ("福利支出", "万元", "410", "400", "2.5")]
    rows = read("凤凰县2021年民政统计公报\n年末有敬老院7所。\n表1\u3000主要指标\n" + "\n".join(blank.join(line) for line in lines) + "\n二、养老\n年末有养老机构9家。")
    assert [(o.subject, o.value, o.unit, o.measure + o.sign, o.period) for o in rows[1:]] == [
        ("农村低保人数", 2210, "人", "level", "2021"), ("农村低保人数", 2300, "人", "level", "2020"),
        ("农村低保人数", 3.9, "%", "growth-", "2021"),
        ("福利支出", 4_100_000, "元", "level", "2021"), ("福利支出", 4_000_000, "元", "level", "2020"),
        ("福利支出", 2.5, "%", "growth+", "2021"), ("养老机构", 9, "家", "level", "2021")]
    assert rows[3].of == rows[1].obs_id


def test_places_as_row_labels_and_a_title_that_names_the_columns():
    rows = read("岳阳市2021年民政统计公报\n表3 各县市区敬老院和床位（年末数）\n地区 敬老院（所） 床位（张）\n华容县 12 610\n汨罗市 15 800")
    assert [(o.region, o.subject, o.value, o.unit) for o in rows] == [
        ("430623", "敬老院", 12, "所"), ("430623", "敬老院床位", 610, "张"),
        ("430681", "敬老院", 15, "所"), ("430681", "敬老院床位", 800, "张")]


def test_lines_that_name_a_part_of_a_table_and_headers_that_name_the_unit():
    rows = read("凤凰县2021年民政统计公报\n指标 户数 人数\n一、社会救助\n城市低保 310 502\n农村低保 700 1204\n二、其他\n特困供养 40 41\n")
    assert [(o.subject, o.value, o.unit) for o in rows] == [
        ("城市低保户数", 310, "户"), ("城市低保人数", 502, "人"), ("农村低保户数", 700, "户"), ("农村低保人数", 1204, "人"),
        ("特困供养户数", 40, "户"), ("特困供养人数", 41, "人")]


@pytest.mark.parametrize("text", [
    "凤凰县民政局 2021 年总结\n联系 电话 12\n联系 人员 3",
    "第一名 张某 30\n第二名 李某 25",
    "全县工作 总体情况\n一是新建 养老机构 12",
])
def test_lines_with_blanks_that_no_header_agrees_with_are_no_table(text):
    assert "|" not in read_prose(text).text


def test_a_table_right_behind_another_and_a_header_that_only_compares():
    rows = read("滁州市2021年社会福利统计\n指标 单位 2021年 比上年±%\n孤儿 人 652 -4.2\n敬老院 所 41 2.5\n"
                "项目 2021年 2020年\n孤儿床位（张） 80 75\n火化率（%） 99.8 99.6")
    assert [(o.subject, o.value, o.unit, o.measure + o.sign, o.period) for o in rows] == [
        ("孤儿", 652, "人", "level", "2021"), ("孤儿", 4.2, "%", "growth-", "2021"),
        ("敬老院", 41, "所", "level", "2021"), ("敬老院", 2.5, "%", "growth+", "2021"),
        ("孤儿床位", 80, "张", "level", "2021"), ("孤儿床位", 75, "张", "level", "2020"),
        ("火化率", 99.8, "%", "share", "2021"), ("火化率", 99.6, "%", "share", "2020")]


@pytest.mark.parametrize("gap", [" ", " | ", "\u3000"])
def test_rows_in_which_each_number_has_its_name_before_it(gap):
    rows = [["芝罘区", "低保对象（人）", "520", "特困人员（人）", "47"], ["海阳市", "低保对象（人）", "941", "护理型床位占比（%）", "61.5"]]
    text = "表1 2018年部分县市区情况\n" + "\n".join(gap.join(row) for row in rows)
    assert figures(read_prose(text).text) == [
        ("低保对象", 520, "人", "level", "", "芝罘区2018年"), ("特困人员", 47, "人", "level", "", "芝罘区2018年"),
        ("低保对象", 941, "人", "level", "", "海阳市2018年"), ("护理型床位占比", 61.5, "%", "share", "", "海阳市2018年"),
    ]


PLANNED = [("序号", "指标内容", "计量单位", "2020年（基期值）", "2025年（目标值）", "指标属性"),
           ("1", "护理员持证率", "%", "41.5", "≥60", "约束性"), ("2", "骨灰堂", "座", "14", "30", "预期性"),
           ("3", "低保标准年均增长率", "%", "—", "6以上", "预期性"), ("4", "孤儿标准年度增速", "%", "5.5", "不低于物价涨幅", "预期性"),
           ("5", "培训护理员", "人次", "300", "[1800]", "预期性")]
READ = [("护理员持证率", 41.5, "%", "share", "exact", "2020", "actual"), ("护理员持证率", 60, "%", "share", "above", "2025", "target"),
        ("骨灰堂", 14, "座", "level", "exact", "2020", "actual"), ("骨灰堂", 30, "座", "level", "exact", "2025", "target"),
        ("低保标准", 6, "%", "growth+", "above", "2025", "target"), ("孤儿标准", 5.5, "%", "growth+", "exact", "2020", "actual"),
        ("培训护理员", 300, "人次", "level", "exact", "2020", "actual"), ("培训护理员", 1800, "人次", "level", "exact", "2025", "target")]


@pytest.mark.parametrize("cell", [" | ", "\u3000", "\t", "\n"])
@pytest.mark.parametrize("numbered", [True, False])
def test_the_indicators_of_a_plan_with_numbers_before_and_their_nature_behind(cell, numbered):
    rows = [row if numbered else row[1:] for row in PLANNED]
    text = "通化市“十四五”民政规划\n第二章 发展目标\n专栏1 主要指标\n" + "\n".join(map(cell.join, rows)) + "\n第三章 主要任务\n每个县建成1座殡仪馆。"
    found = read(text)
    assert [(o.subject, o.value, o.unit, o.measure + o.sign, o.bound, o.period, o.status) for o in found[:-1]] == READ
    assert (found[1].words, found[-1].value, found[-1].unit) == ("≥60", 1, "座")


@pytest.mark.parametrize(("before", "cells"), [
    ("类别", ["指标", "单位", "目标值（2025年）"]), ("", ["指标名称", "2025年规划值"]), ("", ["项目", "2025年规划目标（个）"]), ("", ["名称", "2025年（个）"]),
])
def test_cells_one_below_the_other(before, cells):
    unit, told = (["个"] if "单位" in cells else []), "" if "单位" in cells or "个" in cells[-1] else "（个）"
    rows = [["养老"] * bool(before) + ["助餐点" + told, *unit, "410"], ["儿童"] * bool(before) + ["关爱站" + told, *unit, "72"]]
    lines = [*[before] * bool(before), *cells, *rows[0], *rows[1]]
    found = read("池州市2024年民政工作报告\n附表\n" + "\n".join(lines) + "\n池州市民政局\n2024年2月1日")
    assert [(o.subject, o.value, o.unit, o.period, o.status) for o in found] == [
        ("助餐点", 410, "个", "2025", "target"), ("关爱站", 72, "个", "2025", "target")]


@pytest.mark.parametrize("text", [
    "各科室\n单位\n联系人\n电话\n办公室\n张某\n5520",          # no number comes again where the first stood
    "工作目标\n养老机构（家）\n全市共有养老机构31家\n床位620张",
])
def test_short_lines_that_are_no_table(text):
    assert "|" not in read_prose(text).text


@pytest.mark.parametrize("blank", [" ", "\u3000", "\t", " | "])
def test_rows_that_need_no_header(blank):
    rows = [["敬老院", "所", "12"], ["养老床位", "张", "960"], ["福利彩票销售", "万元", "318.5"]]
    found = read("鹤壁市2021年民政数据\n" + "\n".join(map(blank.join, rows)) + "\n各项工作平稳。")
    assert [(o.subject, o.value, o.unit) for o in found] == [("敬老院", 12, "所"), ("养老床位", 960, "张"), ("福利彩票销售", 3185000, "元")]


def named(text):
    return [one.subject for one in read(text)]


def test_rows_of_two_blocks_are_named_after_their_own():
    rows = ["客运总量 | 万人 | 310 | 2.1", "公路 | 万人 | 180 | 1.2", "铁路 | 万人 | 130 | 3.4", "港口吞吐量 | 万吨 | 61 | 1.0",
            "旅客周转量 | 万人公里 | 6100 | 2.0", "公路 | 万人公里 | 3100 | 0.7", "铁路 | 万人公里 | 3000 | 3.1"]
    names = ["客运总量", "客运总量公路", "客运总量铁路", "港口吞吐量", "旅客周转量", "旅客周转量公路", "旅客周转量铁路"]
    table = "\n".join(["2019年温州市统计公报", "表4 2019年各种运输方式完成客运量情况", "指标 | 单位 | 绝对量 | 比上年增长（%）", *rows])
    assert named(table) == [name for name in names for _ in range(2)]


def test_products_take_the_measure_of_the_title():
    table = "2019年温州市统计公报\n表2 2019年主要工业产品产量\n产品 | 单位 | 绝对量 | 比上年末增长（%）\n电梯 | 台 | 3100 | 6.1\n低压电器及元件 | 件 | 61000 | -3.1"
    assert named(table) == ["电梯产量", "电梯产量", "低压电器及元件产量", "低压电器及元件产量"]


def test_growth_beside_two_levels_is_of_the_one_before_it():
    table = "2019年温州市统计公报\n表5 对主要国家贸易\n国家 | 出口额（亿元） | 比上年增长（%） | 进口额（亿元） | 比上年增长（%）\n越南 | 31.0 | 6.1 | 12.0 | -3.1"
    assert named(table) == ["越南出口额", "越南出口额", "越南进口额", "越南进口额"]
