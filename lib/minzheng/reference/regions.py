"""Regions: the GB/T 2260 code list with the years in which each name was good, and look-up by name.

Sources and how the list is rebuilt: README.md beside this file.
"""
import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from minzheng.errors import CodeListError

NATION = "000000"
LEVELS = ("nation", "province", "prefecture", "county")
_CSV = Path(__file__).with_name("regions.csv")
_ALWAYS = 9999
# 东乡族自治县 is 东乡县 to those who live there, 杜尔伯特蒙古族自治县 杜尔伯特县
_OF_PEOPLES = re.compile(
    r"(?P<place>.{2,}?)(?:(?:满|回|蒙古|苗|侗|土家|土|瑶|畲|黎|壮|彝|傣|佤|白|哈尼|拉祜|纳西|傈僳|藏|羌|水|布依|仡佬|毛南|仫佬"
    r"|朝鲜|达斡尔|鄂伦春|鄂温克|哈萨克|锡伯|塔吉克|裕固|撒拉|保安|布朗|普米|怒|独龙|东乡|各)族?)*族?自治(?P<kind>[县旗])")
_ACCIDENTS = Path(__file__).with_name("place_accidents.csv")
_NOT_OF_A_DISTRICT = ("改造", "建设", "规划", "道路", "面积", "范围", "内", "外")
_BEFORE_A_PLACE = "省市州盟区旗和与及在到从由向对至"        # may stand directly before a short name such as 杞县


@dataclass(frozen=True, slots=True)
class Region:
    """A place under one name: a renamed or re-coded place has one entry for each life."""

    code: str
    name: str
    short: tuple[str, ...]      # what people also call it; none where that would be an ordinary word
    level: str                  # nation · province · prefecture · county
    parent: str                 # code of the region above, "" for the nation
    since: int = 0              # first and last year of this name, both included; 0 and 9999 where open
    until: int = _ALWAYS

    def existed_in(self, year: int) -> bool:
        return self.since <= year <= self.until


@dataclass(frozen=True, slots=True)
class Place:
    """A region's name as it stands in a text, at `[start, stop)`."""

    start: int
    stop: int
    name: str


@cache
def load_regions() -> tuple[Region, ...]:
    """All regions in the order of their codes, lives of one code in the order of years.

    Raises CodeListError with every offender when the list contradicts itself.
    """
    with _CSV.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        regions = tuple(Region(code, name, tuple(short.split("|")) if short else (), level, parent,
                               int(since or 0), int(until or _ALWAYS))
                        for code, name, short, level, parent, since, until in rows)
    if offenders := list(_contradictions(regions)):
        raise CodeListError(f"{_CSV.name}, please correct:\n" + "\n".join(offenders))
    return regions


@cache
def region_of(code: str, year: int = _ALWAYS) -> Region:
    """The region of a code, in the life that was good in `year`, else in the nearest one before or after.

    >>> region_of("320100").name, region_of("420600", 2005).name
    ('南京市', '襄樊市')
    """
    lives = _by_code().get(code)
    if not lives:
        raise CodeListError(f"region {code!r} is not in {_CSV.name}")
    return min(lives, key=lambda life: (max(life.since - year, year - life.until, 0), -life.since))


def region_name(code: str, year: int = _ALWAYS) -> str:
    """Name of a code, the newest one unless a year is given.

    >>> region_name("210800"), region_name("000000")
    ('营口市', '全国')
    """
    return region_of(code, year).name


@cache
def parent_of(code: str) -> str:
    """Code of the region above; "" above the nation.

    >>> parent_of("210882"), parent_of("210800"), parent_of("110105"), parent_of("210000")
    ('210800', '210000', '110000', '000000')
    """
    return region_of(code).parent


def lies_in(code: str, above: str) -> bool:
    """Whether a region is `above` or lies in it.

    >>> lies_in("210882", "210000"), lies_in("210882", "210882"), lies_in("210000", "210882")
    (True, True, False)
    """
    while code and code != above:
        code = parent_of(code)
    return bool(code)


@lru_cache(maxsize=4096)         # a text names few places many times
def regions_named(name: str, within: str = "", year: int = _ALWAYS) -> tuple[Region, ...]:
    """All regions that a full or short name may mean; one entry means that the name is clear.

    `within` is a region the text is about (its issuer, its province): regions in it go first, then those of its
    province, then all. Of a province and a place in it with one name the province is meant (吉林), of a city and
    its county the city. What stays ambiguous is returned whole, never guessed.

    >>> [region.code for region in regions_named("朝阳")]
    ['110105', '211300', '220104']
    >>> [region.code for region in regions_named("朝阳", within="210000")]
    ['211300']
    """
    named = _by_name().get(name, ())
    alive = [region for region in named if region.existed_in(year)] or named
    newest = {(region.name, region.parent): region for region in alive}
    near = _narrowed(tuple(newest.values()), within) if within else tuple(newest.values())
    codes = {region.code for region in near}
    highest = [region for region in near if not any(lies_in(region.code, up) for up in codes - {region.code})]
    return tuple(region for region in highest if region.level == "province") or tuple(highest)


def find_places(text: str) -> Iterator[Place]:
    """Names of regions in a text, longest first, without overlaps.

    Full names of every level, short names of provinces and prefectures only: short county names are too often
    ordinary words. Names that two words make by accident (推广安全 holds 广安, 完成县级任务 holds 成县) are left out
    as far as place_accidents.csv knows them.

    >>> [place.name for place in find_places("辽宁省营口市和盘锦、大石桥市")]
    ['辽宁省', '营口市', '盘锦', '大石桥市']
    """
    last, heads = Place(0, 0, ""), _scanned_names()
    for match in _place_start().finditer(text):
        start = match.start()
        if start >= last.stop and text[start:start + 2] in heads and (
                place := place_at(text, start) or (district_behind(text, last) if start == last.stop else None)):
            last = place
            yield place


def place_at(text: str, start: int) -> Place | None:
    """The name that stands at a place of a text, as `find_places` would find it."""
    for name in _scanned_names().get(text[start:start + 2], ()):
        if text.startswith(name, start) and not _is_accident(name, text[max(start - 1, 0):start]):
            return Place(start, start + len(name), name)
    return None


def district_behind(text: str, city: Place) -> Place | None:
    """A district whose name is a word like others elsewhere, right behind that of its city: 西安市|新城区.

    >>> [place.name for place in find_places("攀枝花市东区，西安市新城区，西安市东区")]
    ['攀枝花市', '东区', '西安市', '新城区', '西安市']
    """
    above = {region.code for region in regions_named(city.name)} if city.name else ()
    for name in _scanned_names().get(text[city.stop:city.stop + 2], ()) if above else ():
        named = _accidents().get(name) == "*" and text.startswith(name, city.stop) and not text.startswith(_NOT_OF_A_DISTRICT, city.stop + len(name))
        if named and any(region.parent in above and region.until == _ALWAYS for region in _by_name()[name]):
            return Place(city.stop, city.stop + len(name), name)
    return None


def _is_accident(name: str, before: str) -> bool:
    """Whether the character before a name tells that two words meet there; nothing before it is a good sign."""
    banned = _accidents().get(name, "")
    if len(name) == 2 and name.endswith("县") and before.isalpha() and before not in _BEFORE_A_PLACE:
        return True
    return banned == "*" or (before != "" and before in banned)


def _narrowed(regions: tuple[Region, ...], within: str) -> tuple[Region, ...]:
    """The regions in `within`, else in its province, else all."""
    for area in (within, within[:2] + "0000"):
        if inside := tuple(region for region in regions if lies_in(region.code, area)):
            return inside
    return regions


@cache
def _by_code() -> dict[str, list[Region]]:
    lives = defaultdict(list)
    for region in load_regions():
        lives[region.code].append(region)
    return dict(lives)


@cache
def _by_name() -> dict[str, list[Region]]:
    """Name -> regions, the newest last."""
    named = defaultdict(list)
    for region in sorted(load_regions(), key=lambda region: (region.since, region.until)):
        for name in {region.name, *region.short, *_plain_name(region.name)}:
            named[name].append(region)
    return {name: sorted(regions, key=lambda region: region.code) if len({r.name for r in regions}) > 1 else regions
            for name, regions in named.items()}


@cache
def _accidents() -> dict[str, str]:
    """Name -> characters after which it is none; "*" for words that name a place only in a list of places."""
    with _ACCIDENTS.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["before"] for row in csv.DictReader(file)}


def _plain_name(name: str) -> tuple[str, ...]:
    """What an autonomous county or banner is called without its peoples; nothing for other regions.

    >>> _plain_name("景宁畲族自治县"), _plain_name("积石山保安族东乡族撒拉族自治县"), _plain_name("龙胜各族自治县"), _plain_name("沈阳市")
    (('景宁县',), ('积石山县',), ('龙胜县',), ())
    """
    match = _OF_PEOPLES.fullmatch(name) if "自治" in name else None
    return (match["place"] + match["kind"],) if match else ()


@cache
def _scanned_names() -> dict[str, tuple[str, ...]]:
    """First two characters -> the names that begin with them, longest first."""
    names = {name for region in load_regions() for name in (region.name, *_plain_name(region.name))}
    names.update(name for region in load_regions() if region.level in ("province", "prefecture")
                 for name in region.short)
    heads = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        heads[name[:2]].append(name)
    return {head: tuple(longest_first) for head, longest_first in heads.items()}


@cache
def _place_start() -> re.Pattern[str]:
    """Two characters that may begin a name: passes over most of a text at the speed of `re`."""
    first, second = (re.escape("".join(sorted({head[at] for head in _scanned_names()}))) for at in (0, 1))
    return re.compile(f"[{first}](?=[{second}])")


def _contradictions(regions: tuple[Region, ...]) -> Iterator[str]:
    codes = {region.code for region in regions}
    for region in regions:
        if not (len(region.code) == 6 and region.code.isdigit()):
            yield f"{region.code} {region.name}: a code has six digits"
        if region.level not in LEVELS:
            yield f"{region.code} {region.name}: level {region.level!r} is none of {', '.join(LEVELS)}"
        if region.parent not in codes and region.code != NATION:
            yield f"{region.code} {region.name}: its parent {region.parent!r} is not in the list"
        if region.since > region.until:
            yield f"{region.code} {region.name}: ends in {region.until}, before it begins"
    for before, after in pairwise(regions):
        if before.code > after.code:
            yield f"{after.code} {after.name}: out of order, after {before.code}"
