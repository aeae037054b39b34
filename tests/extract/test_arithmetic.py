import pytest
from sentences import read

CONFIRMED = "confirmed by arithmetic"


def test_parts_that_add_up_confirm_each_other():
    found = read("2021年，江西省低保对象60.8万人，其中城市低保对象8.1万人、农村低保对象52.7万人。")
    assert all(CONFIRMED in o.rule and not o.flags for o in found)


def test_parts_that_exceed_their_total_are_flagged_and_left_as_printed():
    found = read("2021年，江西省低保对象50.8万人，其中城市低保对象8.1万人、农村低保对象52.7万人。")
    assert [o.flags for o in found] == ["sum-broken"] * 3
    assert [o.value for o in found] == [508000, 81000, 527000]


def test_other_things_in_the_same_unit_are_no_parts():
    found = read("2021年，江西省自治组织1.9万个，其中村委会1.6万个，村民小组17.2万个。")
    assert not any(o.flags for o in found)


def test_from_to_against_growth():
    right = read("2021年，江西省临时救助金由1.2亿元增加到1.5亿元，增长25%。")
    wrong = read("2021年，江西省临时救助金由1.2亿元增加到1.5亿元，增长45%。")
    assert all(CONFIRMED in o.rule for o in right)
    assert [o.flags for o in wrong] == ["sum-broken"] * 3


def test_change_against_growth():
    right = read("2021年，江西省福利彩票销售40.2亿元，比上年减少1.3亿元，下降3.1%。")
    wrong = read("2021年，江西省福利彩票销售40.2亿元，比上年减少1.3亿元，下降9.1%。")
    assert CONFIRMED in right[2].rule
    assert wrong[2].flags == "sum-broken"


def test_growth_goes_to_the_pair_that_it_fits():
    rows = read("2021年，全市城市低保标准由每月620元提高到650元，农村低保标准由每月500元提高到540元，增长4.8%。")
    growth = rows[-1]
    assert (growth.subject, growth.of, growth.value) == ("城市低保标准", rows[1].obs_id, 4.8)
    assert "re-ranked by arithmetic" in growth.rule
    assert not any("sum-broken" in row.flags for row in rows)


def test_a_share_goes_to_the_part_that_it_fits():
    rows = read("2021年，全市共有社会组织1210家，其中社会团体481家，基金会36家，占39.8%。")
    assert (rows[-1].of, rows[-1].value) == (rows[1].obs_id, 39.8)


def test_a_share_that_names_its_whole_stays_where_it_stands():
    rows = read("2021年，全市特困人员2600人，孤儿702人。80岁以上老年人4.3万人，占户籍人口的27.0%。")
    assert (rows[-1].subject, rows[-1].of) == ("80岁以上老年人占户籍人口", rows[2].obs_id)


def test_whole_percents_fit_too_much_to_move_a_share():
    rows = read("2021年，全市共有社会组织1200家，其中社会团体480家，基金会36家，占40%。")
    assert rows[-1].of == rows[2].obs_id


def test_a_share_of_a_part_that_does_not_fit_its_whole_is_doubtful():
    rows = read("2021年，全市共有社会组织1210家，其中社会团体481家，占59.8%。")
    assert [("sum-broken" in row.flags) for row in rows] == [True, True, True]


def test_a_whole_of_nothing_has_no_parts():
    rows = read("2021年，全市福利工厂0家，其中民办3家，占60%。")
    assert [row.value for row in rows] == [0, 3, 60]
    assert all("sum-broken" in row.flags for row in rows)


PLACES = ("2021年营口市民政情况\n表1 各县（市、区）民政情况\n地区 | 低保对象（人） | 养老机构（家） | 支出（万元） | 城市低保标准（元/月）\n{whole}"
          "站前区 | 300 | 4 | 10.5 | 800\n西市区 | 500 | 5 | 11.5 | 820\n老边区 | 200 | {last} | 11 | 830\n{below}各项工作平稳。\n")


@pytest.mark.parametrize("place", ["whole", "below"])
def test_a_table_of_places_is_held_against_its_whole(place):
    def table(last):
        return read(PLACES.format(**{"whole": "", "below": "", place: "全市 | 1000 | 12 | 33 | 820\n", "last": last}))
    right, wrong = table(3), table(8)
    assert {o.subject for o in right if CONFIRMED in o.rule} == {"低保对象", "养老机构", "民政支出"}
    assert not any(o.flags for o in right)
    assert {o.subject for o in wrong if o.flags == "sum-broken"} == {"养老机构"}
    assert sum(CONFIRMED in o.rule for o in wrong) == 8
    assert [o.value for o in wrong if o.subject == "养老机构" and o.region == "210811"] == [8]


def test_a_table_of_some_places_is_none_that_breaks_its_sum():
    rows = read(PLACES.format(whole="全市 | 5000 | 30 | 99 | 820\n", below="", last=3))
    assert len(rows) == 16
    assert not any(o.flags or CONFIRMED in o.rule for o in rows)
