"""Old values and their units where a clause tells both ends of a move; our own words."""
import pytest
from sentences import read


@pytest.mark.parametrize(("told", "units", "periods"), [
    ("户籍人口将由现在的61万增至2030年的70万。", ["人", "人"], ["2022", "2030"]),
    ("低保对象由9万减少到7.5万。", ["人", "人"], ["2021", "2022"]),
    ("养老床位从2019年的1.2万增加到1.9万。", ["张", "张"], ["2019", "2022"]),
    ("参保居民达到21万。", ["人"], ["2022"]),
])
def test_a_number_of_people_needs_no_measure_word(told, units, periods):
    found = read(f"遂宁市2022年民政工作总结\n{told}")
    assert [o.unit for o in found] == units
    assert [o.period for o in found] == periods
    assert not any("unit-missing" in o.flags for o in found)


def test_from_the_same_time_of_the_year_before():
    found = read("遂宁市2022年一季度民政统计分析\n慈善捐赠收入由上年同期的620万元增至810万元，增幅30.6%。")
    assert [(o.period, o.period_kind, o.measure) for o in found] == [("2021-Q1", "flow", "prior"), ("2022-Q1", "flow", "level"), ("2022-Q1", "flow", "growth")]


def test_a_standard_in_force_since_a_day_is_not_of_the_states_around_it():
    found = read("遂宁市2022年一季度民政统计分析\n3月末，全市城市低保对象1.1万人，支出增加，主要是城市低保标准自1月1日起由每月610元提高到每月660元所致。")
    assert [(o.subject, o.period) for o in found[1:]] == [("城市低保标准", "2021"), ("城市低保标准", "2022-01")]
