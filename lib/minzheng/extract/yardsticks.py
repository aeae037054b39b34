"""A figure of another place: a yardstick, as 低于全省46%的平均水平, or one of those that lead, as 床位最多的是甲市，为9万张."""

from minzheng.extract.regions import Area, clause_area, code_within, opening_areas
from minzheng.patterns import Late
from minzheng.reference.regions import NATION

_YARDSTICK = Late("(?:[低高优好]于|超过|不及)(?P<place>[^，。；、0-9]{2,12}?)(?P<mean>的?(?:平均|总体|整体)(?:水平|值|数)?)?(?:的|为)?$")
_MEAN = Late("的(?:总体|整体)?(?:平均|水平|均值)")
# 农村低保人数居前的|是甲县和乙县
RANKING = Late("(?:位?居(?:全[省市县州盟旗区])?(?:前列?|首位?|后|末位?)|排名?(?:全[省市县州盟旗区])?(?:靠?前列?|第一|首位|末位|靠后)|靠[前后]|领先|最[多少高低快慢大小好差重轻]|较[多少高低快慢大小好差])"
               "的?(?:前?[两二三四五六七八九十]位?(?=个|[省市县州盟旗区])|几个?)?(?:[个省市州县区旗盟乡镇地方区域]*)(?:依次|分别)?(?:是|为|有)(?P<who>[^，；0-9]{2,})$")


def leading_areas(clause: str, home: str) -> tuple[Area, ...]:
    """The places that lead in what a clause tells without a figure; () for other clauses.

    >>> [area.code for area in leading_areas("床位最多的是瑞安市和乐清市", "330300")]
    ['330381', '330382']
    """
    led = RANKING.search(clause)
    if not led:
        return ()
    code = code_within(led["who"], home)
    return (Area(code),) if code else tuple(opening_areas(led["who"], home))


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
