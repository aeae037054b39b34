"""Times that stand in a list, one for each of several figures: 一季度、二季度分别为…, 2019年、2020年和2021年分别…."""
import re
from itertools import pairwise

from minzheng.extract.times.period_codes import Anchor, Period
from minzheng.extract.times.periods import DIGITS, find_periods
from minzheng.patterns import Late

_LISTED = Late(r"(?:、|和|及|以及)")
_EACH = Late("(?:四个|各个?|分)季度(?!末)|上、?下半年")
_QUARTERS = Late(r"(?:(?P<year>20\d\d)年)?第?(?P<from>[一二三四1-4])季?度?[至到]第?(?P<to>[一二三四1-4])季度")
_ELIDED = Late("(?:第?[一二三四1-4][、和及])+第?[一二三四1-4]季度")


def listed_periods(text: str, anchor: Anchor) -> list[Period]:
    """Periods that stand in a 、 list: 一季度、二季度分别为….

    >>> [p.code for p in listed_periods("2019年、2020年和2021年分别下降", Anchor(2022))]
    ['2019', '2020', '2021']
    """
    if "分别" not in text:
        return []
    if "季度" in text and (run := _QUARTERS.search(text)):
        first, last = (DIGITS.get(run[name], run[name]) for name in ("from", "to"))
        year = int(run["year"] or anchor.year)
        return [Period(f"{year}-Q{n}" if year else "", "flow") for n in range(int(first), int(last) + 1)]
    if each := _EACH.search(text):
        names = ("S1", "S2") if "半" in each[0] else ("Q1", "Q2", "Q3", "Q4")
        return [Period(f"{anchor.year}-{name}" if anchor.year else "", "flow") for name in names]
    found = find_periods(text, anchor)
    if len(found) == 1 and found[0].spans_years:
        return [Period(str(year)) for year in range(int(found[0].code[:4]), found[0].year + 1)]
    if len(found) == 1 and (elided := _ELIDED.search(text)):          # 一、二、三季度
        names = re.findall("[一二三四1-4]", elided[0])
        return [found[0]._replace(code=f"{found[0].code[:6]}{DIGITS.get(name, name)}") for name in names]
    if len(found) == 1:
        return []
    runs = all(_LISTED.fullmatch(text[a.stop:b.place]) for a, b in pairwise(found))
    return found if runs else []
