"""Both languages say the same things; numbers and periods read as people write them."""
import ast
import re
from pathlib import Path

import pytest

from minzheng.errors import ReportError
from minzheng.panel.comparable import CONVERTED
from minzheng.panel.planned import PLANNED
from minzheng.panel.review import DISAGREES, TORN
from minzheng.panel.schema import ALLOWED
from minzheng.publish.sections import section
from minzheng.publish.wording import number, period_label, quantity, unit_label, width, words, wrap
from minzheng.reference.indicators import DOMAINS


def test_both_languages_have_the_same_words():
    zh, en = words("zh"), words("en")
    assert set(en) - set(zh) == {"units"}
    assert set(zh) <= set(en)
    for table in ("measures", "bounds", "scopes", "flags", "verdicts", "changes", "page", "sections"):
        assert set(zh[table]) == set(en[table])
    assert {name: set(section) for name, section in zh["sections"].items()} == {
        name: set(section) for name, section in en["sections"].items()}


def test_every_domain_and_every_flag_of_the_panel_has_an_english_word():
    assert set(DOMAINS) == set(words("en")["domains"])
    assert PLANNED in words("zh")["flags"]


def test_what_is_said_in_english_holds_no_chinese():
    said = [text for section in words("en")["sections"].values() for text in section.values()]
    assert not [text for text in [*said, *words("en")["page"].values()] if re.search("[\u4e00-\u9fff]", text)]
    assert section("levels", "en").title == "Levels" and section("levels").title == "水平"
    with pytest.raises(ReportError, match="no section 'nothing'; there is summary"):
        section("nothing")


@pytest.mark.parametrize("table,column", [("measures", "measure"), ("bounds", "bound"), ("scopes", "area_scope")])
def test_every_value_that_a_column_may_have_has_a_word(table, column):
    assert ALLOWED[column] <= set(words("zh")[table])


def flags_in(path: Path) -> set[str]:
    """Flags that a module gives: what it appends to `flags` or yields, and hyphenated words alone in a tuple or a name.

    `unit-from-head` is a note between two modules of extract that never reaches an observation.
    """
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        appended = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "append" \
            and getattr(getattr(node.func, "value", None), "id", "") == "flags"
        alone = isinstance(node, ast.Tuple) and len(node.elts) == 1
        named = isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in ("BROKEN", "OTHER_BASE")
        told = isinstance(node, ast.Yield) and path.name == "doubts.py"
        inside = node.args if appended else node.elts if alone else [node.value] if named or told else []
        found |= {one.value for one in inside if isinstance(one, ast.Constant) and isinstance(one.value, str)
                  and (told or re.fullmatch(r"[a-z]+(-[a-z]+)+", one.value))}
    return found - {"unit-from-head"}


def test_every_flag_that_a_figure_may_carry_has_a_word(root):
    paths = [path for floor in ("decode", "extract") for path in (root / "lib" / "minzheng" / floor).rglob("*.py")]
    given = {flag for path in paths for flag in flags_in(path)}
    assert given >= {"beside-repair", "region-unknown", "period-unknown", "digits-lost", "rewritten", "sum-broken",
                     "shared-growth", "unit-missing"}
    given |= {"spoiled", "repeated", CONVERTED, "low-confidence", DISAGREES, *TORN}
    assert given <= set(words("zh")["flags"])


def test_an_unknown_language_is_named():
    with pytest.raises(ReportError, match="'fr'; there is zh, en"):
        words("fr")


@pytest.mark.parametrize("value,unit,zh,en", [
    (705, "元/月", "705元/月", "705 yuan/month"),
    (995400, "人", "99.54万人", "995,400 persons"),
    (4678000000, "元", "46.78亿元", "4.678 billion yuan"),
    (11527, "件", "11,527件", "11,527 cases"),
    (99.6, "%", "99.6%", "99.6%"),
    (0, "个", "0个", "0 units"),
    (12, "村", "12村", "12 村"),
])
def test_quantities_read_as_people_write_them(value, unit, zh, en):
    assert quantity(value, unit) == zh
    assert quantity(value, unit, "en") == en


def test_numbers_lose_no_digit_and_carry_no_idle_zero():
    assert [number(v) for v in (1629.0, 0.0125, 1e6, -7.5)] == ["1,629", "0.0125", "1,000,000", "-7.5"]


@pytest.mark.parametrize("period,zh,en", [
    ("2016/2020", "2016—2020年", "2016 to 2020"), ("2019-11/2020-02", "2019年11月—2020年2月", "2019-11 to 2020-02"),
    ("2018-Q4", "2018年四季度", "2018 Q4"), ("2020-S2", "2020年下半年", "2020 H2"), ("", "", "")])
def test_periods_in_words(period, zh, en):
    assert (period_label(period), period_label(period, "en")) == (zh, en)


def test_wrapped_lines_keep_their_width_and_lose_nothing():
    text = "全省未成年人救助保护机构数（部分地区），其中县级机构ABC 12个"
    for columns in (12, 20, 33):
        lines = wrap(text, columns).split("\n")
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert max(map(width, lines)) <= columns + 4        # closing marks may hang over
        assert not any(line[0] in "，）" for line in lines)


def test_a_unit_without_an_english_name_stays_as_it_is():
    assert unit_label("蹲", "en") == "蹲"
