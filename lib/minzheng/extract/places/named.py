"""Which regions the names of places mean, alone or in a list: 瑞安市, 合肥、芜湖和蚌埠, 弋江、镜湖两区."""
import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from minzheng.patterns import Late
from minzheng.reference.regions import NATION, Place, find_places, lies_in, place_at, regions_named

OFFICE = Late(
    r"(?:省|市|县|区|州|盟|旗)?(?:人民政府|政府|民政[厅局]|统计局|委|人大|第[一二三四五六七八九十]+届人民代表大会"
    r"|国民经济|民政事业|民政工作|民政)")
# What makes a place's name part of another name, or of a help to others.
_NOT_A_PLACE = Late(
    r"[以之]外|(?<=[县区])级|支援|对口|援助|籍|路|大道|街|大厦|银行|大学|学院|公司|集团|日报|晚报|厅|局|会议|经验|模式|发布"
    r"|等\d*[个省市县区]|现场|等|人民大会堂|奥运|冬奥|残奥|亚运|世博"
    # an event is held at a place, what it counts is of those who took part
    r"|(?:第[一二三四五六七八九十百\d]+[届次])?[^，。；、第]{0,10}?(?:运动会|博览会|交易会|洽谈会|进博会|锦标赛|马拉松|艺术节|文化节)"
    r"|第[一二三四五六七八九十百\d]+届(?![^，。；]{0,6}(?:人大|人民|政协|党代|委员|全会|常委))[^，。；、]{1,14}?[会赛节杯展]")
_AND = ("、", "和", "及", "以及", "与")
_KIND = Late(r"[两二三四五六七八九十\d]+个?([省市县区旗州地]).*")        # 弋江、镜湖、湾沚|三区
_AMONG = Late("、|和|与|以及|及")
_KINDS, _SHORT_NAME = "区县市旗", 4
_SHORT_FIRST = re.compile(f"[^、和与及0-9，]{{2,{_SHORT_NAME}}}(?:以?及|[、和与])")
_FIGURE = Late("(?<=[^、和])[0-9]")


class Area(NamedTuple):
    """A region code ("" where the text does not tell) and how much of it: whole, own-level, subset."""

    code: str
    scope: str = "whole"


def is_elsewhere(text: str, place: Place) -> bool:
    """Is a place named in another's name, or to say where something comes from or goes: 瑞安路, 对口支援…, 新华社…电?"""
    agency = text[max(0, place.start - 3):place.start] in ("新华社", "中新社")       # a dateline
    return agency or (bool(_NOT_A_PLACE.match(text, place.stop)) and not OFFICE.match(text, place.stop))


def opening_place(text: str) -> Place | None:
    """The place that a text begins with, if it begins with one."""
    return place_at(text, 0)


def place_behind(text: str) -> str:
    """The name of the place that a text ends with; "" where it ends otherwise.

    >>> place_behind("分别设在瑞安市"), place_behind("瑞安市民政局")
    ('瑞安市', '')
    """
    places = list(find_places(text[-12:]))
    return places[-1].name if places and places[-1].stop == len(text[-12:]) else ""


def code_within(name: str, home: str) -> str:
    """Code of the one place of that name in `home`; "" where there is none or several."""
    regions = regions_named(name, home)
    known = len(regions) == 1 and regions[0].code != NATION and lies_in(regions[0].code, home or NATION)
    return regions[0].code if known else ""


@lru_cache(maxsize=64)                  # asked for by the fold of scope and by the figures of a clause
def listed_areas(clause: str, home: str) -> tuple[Area, ...]:
    """Places of a 、 list before 分别; () where one of them is not clear.

    >>> [area.code for area in listed_areas("合肥、芜湖和蚌埠分别新建", "340000")]
    ['340100', '340200', '340300']
    """
    before, told, _ = clause.partition("分别")
    if not told:
        return ()
    clear = _clear_areas(before, list(find_places(before)), home)
    return tuple(clear if len(clear) > 1 else _short_names(before, home) or clear)


def opening_areas(clause: str, home: str) -> list[Area]:
    """Two or more places of a 、 list that a clause opens with; [] where it opens otherwise.

    >>> [area.code for area in opening_areas("清徐、娄烦两县仅为61%和38%", "140100")]
    ['140121', '140123']
    """
    if "、" not in clause and "和" not in clause:
        return []
    if opening_place(clause) is None:
        return _short_names(clause, home)
    places = list(find_places(clause))
    last = next((n for n, (a, b) in enumerate(pairwise(places), 1) if clause[a.stop:b.start] not in _AND), len(places))
    return _clear_areas(clause, places[:last], home) if last > 1 else []


def _clear_areas(clause: str, places: list[Place], home: str) -> list[Area]:
    """The areas of places that stand in a list; [] where they do not, or one of them is not clear."""
    if not places or any(clause[a.stop:b.start] not in _AND for a, b in pairwise(places)):
        return []
    named = [regions_named(place.name, home) for place in places]
    return [Area(regions[0].code) for regions in named] if all(len(regions) == 1 for regions in named) else []


def _short_names(before: str, home: str) -> list[Area]:
    """Counties by their short names, told by their kind or a noun behind them: 弋江、镜湖、湾沚三区; 弋江、镜湖低保对象."""
    if home in ("", NATION) or not _SHORT_FIRST.match(before):
        return []
    before = before[:figure.start()] if (figure := _FIGURE.search(before)) else before
    kind = _KIND.search(before)
    names = _AMONG.split(before[:kind.start()] if kind else before)
    if not kind and (len(names) < 2 or not all(1 < len(name) <= _SHORT_NAME for name in names[:-1])):
        return []
    codes = [_code_of_short(name, home, kind[1] if kind else "") for name in names[:-1]]
    codes.append(_code_of_short(names[-1], home, kind[1]) if kind else next(filter(None, (_code_of_short(names[-1][:n], home) for n in (3, 2))), ""))
    return [Area(code) for code in codes] if all(codes) else []


def _code_of_short(name: str, home: str, kind: str = "") -> str:
    """Code of a place within `home` by its name, to which its kind may be wanting; "" for none."""
    return code_within(name, home) or next(filter(None, (code_within(name + one, home) for one in kind or _KINDS)), "")
