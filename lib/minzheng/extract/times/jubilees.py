"""Which year a text speaks from that names none, by what it celebrates or begins: 新中国成立70周年, “十四五”开局之年."""
import csv
from functools import cache
from importlib.resources import files

from minzheng.extract.numbers.numerals import parse_numeral
from minzheng.extract.times.period_codes import Anchor
from minzheng.extract.times.periods import find_periods
from minzheng.patterns import Late

_DIGIT = "[一二三四五六七八九]"
_YEARS_OF = Late(f"([一-鿿]{{2,8}}?)的?(1?[0-9]{{2}}|一百(?:零{_DIGIT}|[一二]十{_DIGIT}?)|一?百|{_DIGIT}?十{_DIGIT}?)周年")
_EDGE_OF_PLAN = Late("(?P<plan>十[一二三四五]五)”?(?:时期|规划)?的?(?:(?P<first>开局|起步)|收官|收尾)之年")


def celebrated_year(text: str) -> int:
    """The year from which a text speaks, by what is so old in it, or by the first or last year of a plan; 0 without either.

    A congress that is looked forward to may be more than a year ahead: it dates nothing.

    >>> celebrated_year("庆祝新中国成立70周年"), celebrated_year("今年是“十三五”规划收官之年"), celebrated_year("喜迎党的二十大")
    (2019, 2020, 0)
    """
    if "周年" in text:
        for name, number in _YEARS_OF.findall(text):
            if founded := next((year for words, year in _founded().items() if name.endswith(words)), 0):
                return founded + int(parse_numeral(number))
    if "之年" in text and (plan := _EDGE_OF_PLAN.search(text)):
        code = find_periods(f"{plan['plan']}期间", Anchor())[0].code
        return int(code[:4] if plan["first"] else code.partition("/")[2][:4])
    return 0


@cache
def _founded() -> dict[str, int]:
    """The years that anniversaries are counted from, by the words that name what began."""
    with (files("minzheng.reference") / "founded.csv").open(encoding="utf-8", newline="") as table:
        return {row["words"]: int(row["year"]) for row in csv.DictReader(table)}
