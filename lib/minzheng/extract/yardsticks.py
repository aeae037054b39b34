"""A figure that stands for another place, as a yardstick: 低于全省46%的平均水平, 高于全国平均水平（58%）."""

from minzheng.extract.regions import Area, clause_area
from minzheng.patterns import Late
from minzheng.reference.regions import NATION

_YARDSTICK = Late("(?:[低高优好]于|超过|不及)(?P<place>[^，。；、0-9]{2,12}?)(?P<mean>的?(?:平均|总体|整体)(?:水平|值|数)?)?(?:的|为)?$")
_MEAN = Late("的(?:总体|整体)?(?:平均|水平|均值)")


def yardstick_area(before: str, behind: str, home: str) -> Area | None:
    """The place that a figure stands for as a yardstick, by the words around it: 低于全省|46%|的平均水平, 低于全省平均水平（|46%|）.

    >>> yardstick_area("仍低于上饶市", "的平均水平", "361130"), yardstick_area("高于全国平均水平", "", "360000")
    (Area(code='361100', scope='whole'), Area(code='000000', scope='whole'))
    """
    found = _YARDSTICK.search(before)
    if not found or not (_MEAN.match(behind) or (found["mean"] and not behind)):
        return None
    area = Area(NATION) if found["place"] == "全国" else clause_area(found["place"], home, Area(""))
    return area if area.code else None
