"""What changed between two runs, from observations typed by hand."""
from minzheng.panel.changes import COLUMNS, changed_figures, new_disagreements

from .rows import URBAN, growth, level, only, table


def one(value=705, **more):
    return level(URBAN, value, "元/月", indicator="SA.U.STD", obs_id="a", words="705元", **more)


def test_equal_runs_differ_in_nothing():
    rows = table(one(), growth(URBAN, 4.9))
    found = changed_figures(rows, rows)
    assert found.empty and list(found.columns) == COLUMNS
    assert new_disagreements(rows, rows).empty


def test_new_and_vanished_figures():
    after = table(one(), level("新事项", 4, "件", obs_id="n", words="4件", sentence="新办4件。"))
    found = changed_figures(table(one(), level("旧事项", 3, "件")), after)
    assert dict(zip(found["change"], found["name"], strict=True)) == {"vanished": "旧事项", "new": "新事项"}
    assert only(found, change="new")["value_after"] == 4 and only(found, change="new")["sentence_before"] == ""


def test_another_value_for_the_same_thing():
    row = only(changed_figures(table(one(705)), table(one(715))))
    assert row[["change", "differs", "value_before", "value_after"]].tolist() == ["changed", "value", 705, 715]
    assert (row["name"], row["obs_id_before"]) == ("城市低保平均标准", "a")


def test_another_reading_of_the_same_words():
    row = only(changed_figures(table(one()), table(one(period="2020", region="210100"))))
    assert (row["change"], row["differs"]) == ("changed", "region;period")


def test_the_same_figure_twice_is_told_from_once():
    found = changed_figures(table(one()), table(one(), one()))
    assert found["change"].tolist() == ["new"]


def test_another_file_is_another_figure():
    assert sorted(changed_figures(table(one()), table(one(source="b.txt")))["change"]) == ["new", "vanished"]


def test_a_new_disagreement():
    before = table(one())
    after = table(one(), one(720, source="b.txt"))
    assert only(new_disagreements(before, after))["verdict"] == "conflict"
    assert new_disagreements(after, after).empty


def test_a_first_run():
    assert changed_figures(table(), table(one()))["change"].tolist() == ["new"]
    assert changed_figures(table(), table()).empty
