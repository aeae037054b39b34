"""Places that a clause lists by short names, or tells the same of; our own words."""
import pytest
from sentences import read


@pytest.mark.parametrize(("told", "regions"), [
    ("宜都、枝江养老床位分别为9100张和7600张。", ["420581", "420583"]),
    ("宜都、枝江、当阳困难群众救助任务较重，分别救助910人、760人和530人。", ["420581", "420583", "420582"]),
    ("宜都、枝江新建食堂9家和7家。", ["420581", "420583"]),
])
def test_short_names_in_a_list_have_a_figure_each(told, regions):
    found = read(f"宜昌市2022年民政工作总结\n{told}")
    assert [o.region for o in found] == regions
    assert not any(name in o.subject for o in found for name in ("宜都", "枝江", "第一项"))


def test_kinds_of_people_are_no_places():
    found = read("宜昌市2022年民政工作总结\n城市、农村低保对象分别为9100人和7600人。")
    assert [(o.region, o.subject) for o in found] == [("420500", "城市低保对象"), ("420500", "农村低保对象")]


def test_places_within_the_one_told_of_leave_it_be():
    found = read("湖北省民政厅2022年7月灾情通报\n宜昌市受灾9.1万人，宜都、枝江暴雨成灾，全市转移群众4300人。")
    assert [o.region for o in found] == ["420500", "420500"]
