"""A figure of another place: a yardstick, as 低于全省46%的平均水平, or one of those that lead, as 床位最多的是甲市，为9万张."""
import re

from minzheng.extract.places.named import Area, code_within, opening_areas, opening_place
from minzheng.extract.places.regions import clause_area
from minzheng.patterns import Late
from minzheng.reference.regions import NATION

_YARDSTICK = Late("(?:[低高优好]于|超过|不及)(?P<place>[^，。；、0-9]{2,12}?)(?P<mean>的?(?:平均|总体|整体)(?:水平|值|数)?)?(?:的|为)?$")
_MEAN = Late("的(?:总体|整体)?(?:平均|水平|均值)")
# 农村低保人数居前的是|甲县和乙县, 标准最高的|甲县, 进度排名靠后的有|…
RANKED = (
    "(?:(?:位?[居列]|排名?在?|名列)(?:全[国省市区县州盟旗])?(?:前[一二三四五六七八九十两0-9]{0,2}[位名]?|前列|靠?前|第[一二三四五六七八九十][位名]?|首位?|榜首|末位?|靠?后|后[一二三四五两][位名]?)"
    "|靠[前后]|领先|落后|[最较偏][多少高低快慢大小好差重轻]|相对[^，]{0,2}[多少高低快慢大小好差])")
# one of these stands in every match: most clauses are passed over by them alone
may_lead = re.compile("[居列名排靠领落最较偏对][前后首末靠在多少高低快慢大小好差重轻先第全榜]|相对").search
LEADING = Late(f"{RANKED}(?:的(?:前?[两二三四五六七八九十0-9]{{0,2}}[个位]?(?:地区|地方|区域|乡镇|[省市州县区旗盟]+)?)(?:依次|分别)?(?:是|为|有)?|(?:依次|分别)?(?:是|为|有))")


def leading_areas(clause: str, home: str) -> tuple[Area, ...]:
    """The places that a clause says lead or lag in something; () for other clauses.

    >>> [area.code for area in leading_areas("床位最多的是瑞安市和乐清市", "330300")]
    ['330381', '330382']
    >>> [area.code for area in leading_areas("标准最高的瑞安市为每月900元", "330300")]
    ['330381']
    """
    led = LEADING.search(clause)
    if not led:
        return ()
    who = clause[led.end():]
    place = opening_place(who)
    code = code_within(place.name, home) if place else ""
    return tuple(opening_areas(who, home)) or ((Area(code),) if code else ())


def yardstick_area(before: str, behind: str, home: str) -> Area | None:
    """The place that a figure stands for as a yardstick, by the words around it: 低于全省|46%|的平均水平, 低于全省平均水平（|46%|）.

    >>> yardstick_area("仍低于上饶市", "的平均水平", "361130"), yardstick_area("高于全国平均水平", "", "360000")
    (Area(code='361100', scope='whole'), Area(code='000000', scope='whole'))
    """
    found = _YARDSTICK.search(before)
    if not found or not (_MEAN.match(behind) or (not behind and (found["mean"] or before.endswith("的")))):
        return None
    area = Area(NATION) if found["place"] == "全国" else clause_area(found["place"], home, Area(""))
    return area if area.code else None
