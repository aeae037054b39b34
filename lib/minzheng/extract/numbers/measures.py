"""The unit of a number: the measure word after it, what it is counted per, or the noun that it counts."""
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from minzheng.extract.syntax import one_of
from minzheng.patterns import Late
from minzheng.reference.units import Unit, denominators, head_units, units_by_form

_STOPS = "，。；！？,;!?\n"
_ENDS = ("", *_STOPS, "、", ")")
_LEADS = " 多余来"             # what may stand before a measure word begins with one of them
_LEAD = Late(" ?(?P<over>[多余来])? ?")
_PER_SIGNS = " /每("           # what stands below the line begins with one of them
_DECIMAL = Late(r"[0-9]\.[0-9]+ ?$")
_STOPPED = Late(f"(?:.*[{_STOPS}])?", re.DOTALL)       # up to the last of them
_REACH = 48         # characters looked back for 每人每月 and the like


@dataclass(slots=True)
class Measure:
    """A unit as written after a number: `stop` is where it ends."""

    stop: int
    unit: str           # canonical, denominators included
    kind: Unit          # the unit without its denominators
    over: bool          # 多 or 余 stands before it


@cache
def _unit_patterns() -> dict[str, re.Pattern]:
    """By the first character: measure words, longest first, but not where one only begins a word that its unit lists."""
    options = defaultdict(list)
    for form, unit in sorted(units_by_form().items(), key=lambda item: len(item[0]), reverse=True):
        rests = [word[len(form):] for word in unit.words if word.startswith(form)]
        if form[-1].isascii() and form[-1].isalnum():
            rests.append("[A-Za-z0-9²³]")       # m is not the beginning of mm or m²
        options[form[0]].append(re.escape(form) + (f"(?!{'|'.join(rests)})" if rests else ""))
    return {first: re.compile("|".join(forms)) for first, forms in options.items()}


@cache
def _per_pattern() -> re.Pattern:
    """What stands below the line: /人·月, 每人每月, (人月)."""
    who, time, _ = denominators()
    what = "|".join(sorted((*who, *time), key=len, reverse=True))
    # ? stands for a · that a site could not show; 元/人·月 comes with many separators.
    second = rf" ?[·•・、.*×?/\-]? ?每?(?P<b>{what})(?!均|度)度?"
    return re.compile(rf" ?(?:/|每|\((?=人|月))(?:每|\()?(?P<a>{what})(?!均|度)度?(?:{second})?\)?")


def read_measure(folded: str, at: int) -> Measure | None:
    """The measure word at `at` with what it is per; None where none stands there.

    >>> read_measure("30 元/月·人。", 2).unit, read_measure("500多名干部", 3).over
    ('元/人·月', True)
    """
    place, first, over = at, folded[at:at + 1], False
    if first in _LEADS:
        lead = _LEAD.match(folded, at)
        at, over = lead.end(), bool(lead["over"])
        first = folded[at:at + 1]
    options = _unit_patterns().get(first)
    match = options and options.match(folded, at)
    if not match:
        return None
    kind = units_by_form()[match[0]]
    if kind.only_after:
        before = folded[max(0, place - 24):place]
        is_told = any(word in before for word in kind.only_after) or (kind.name == "岁" and _DECIMAL.search(before))
        if not is_told:
            return None
    end = match.end()
    stop, unit = read_denominator(folded, end, kind.name)
    if stop > end and folded[end] == "每" and kind.dimension != "money" and folded[stop:stop + 1] not in _ENDS:
        stop, unit = end, kind.name             # 为老人47人|每月发放…
    return Measure(stop, unit, kind, over or match[0] == "个多百分点")


def read_denominator(folded: str, at: int, unit: str) -> tuple[int, str]:
    """What stands below the line after a unit: (stop, unit with denominators); unchanged where nothing does."""
    per = _per_pattern().match(folded, at) if folded[at:at + 1] in _PER_SIGNS else None
    return (per.end(), f"{unit}/{join_denominators(per['a'], per['b'])}") if per else (at, unit)


@cache
def join_denominators(*parts: str | None) -> str:
    """Canonical order: persons or things first, then time.

    >>> join_denominators("学年", "人"), join_denominators("月", None)
    ('人·年', '月')
    """
    _, times, canonical = denominators()
    named = [canonical.get(part, part) for part in parts if part]
    return "·".join(sorted(named, key=times.__contains__))


_BEFORE_WHO = Late(r"每(?P<who>人次|[人名位户生例对床亩吨]|张床?位?|平方米)(?!次数)")
_BEFORE_TIME = Late(
    r"每个?(?P<each>学年|学期|季度|[月年天日周])(?!末|初|底| ?[0-9]{1,2} ?[日号])"          # 每月, not 每月5日
    r"|(?P<adverb>(?<![0-9个本当上])月|(?<![0-9本当全去今上明])年|(?<![0-9])日)"            # 月人均, not 5月 and 当年
    r"(?=人均|平?均|补|标准|最低|保障|供养|养育|护理|救助|生活费)"
    r"|(?<=人均)(?P<mean>[月年日])(?!份|度)"                                              # 人均月
    r"|按(?P<by>[月年])(?=发)"                                                            # 按月发放
)
_PAID_BY = Late(f"标准(?:予以|给予|累计|共)?{one_of('granting')}")       # 按每人每月90元的标准发放|…万元
_MAY_BE_PER = Late(
    "[每均按月年日](?:(?<=[每均])|(?<=按)[月年]|(?<=[月年日])(?=平均|补|标准|最低|保障|供养|养育|护理|救助|生活费))")
_PER_HEAD = Late(r"人均|人月均|每[人名位生]")


def denominator_before(folded: str, start: int, unit: str) -> str:
    """A money unit with the denominators that its clause names before the number.

    >>> denominator_before("标准提高到每人每月不低于470元", 12, "元")
    '元/人·月'

    人均 alone is in the subject (人均可支配收入) and counts as a denominator only beside a time.
    """
    window = folded[max(0, start - _REACH):start]
    clause = window[_STOPPED.match(window).end():]
    if not _MAY_BE_PER.search(clause):
        return unit
    if "标准" in clause:
        clause = clause[max([0, *(paid.end() for paid in _PAID_BY.finditer(clause))]):]
    head, _, below = unit.partition("/")
    _, times, canonical = denominators()
    parts = below.split("·") if below else []
    timed = list(_BEFORE_TIME.finditer(clause))
    if timed and not any(part in times for part in parts):
        parts.append(timed[-1][timed[-1].lastgroup])
    if all(canonical.get(part, part) in times for part in parts):
        counted = list(_BEFORE_WHO.finditer(clause))
        if parts and _PER_HEAD.search(clause):
            parts.append("人")
        elif counted:
            parts.append(counted[-1]["who"])
    return f"{head}/{join_denominators(*parts)}" if parts else head


_BEFORE = ("before", "scaled")


def _nouns(place: str) -> dict[str, str]:
    """Nouns and their units: before a number with 万 or 亿 (scaled) stands what may stand behind one."""
    return head_units("far") | head_units("before") if place == "scaled" else head_units(place)


@cache
def _head_pattern(place: str) -> re.Pattern:
    """A noun that tells the unit: before the number (before, scaled), right behind it (near) or a few words behind (far)."""
    nouns = "|".join(map(re.escape, sorted(_nouns(place), key=len, reverse=True)))
    if place in _BEFORE:
        verb = f"达到?|为|共计?|合计|有|计|将?[由从](?:现在|目前|原来|现行|20[0-9]{{2}}年[底末]?|[去上今]年[底末]?)?的?|{one_of('rise', 'fall')}[到至为]|突破|超过|是|：|:"
        return re.compile(rf"(?P<noun>{nouns})(?:总数|总量|规模)?(?:分别)?已?(?:{verb})?了? ?[约近超逾]?$")
    words = r"(?:多|余)?[^，。；：、！？“”().\n0-9在的为被将使]{0,10}?" if place == "far" else ""
    return re.compile(rf" ?{words}(?P<noun>{nouns})")


def unit_of_head(folded: str, start: int, stop: int, scaled: bool) -> str:
    """The unit that a noun gives to a number without a measure word; "" where none does.

    >>> unit_of_head("年末抚养人员数4.4万，", 7, 11, True), unit_of_head("对404万低收入人口", 1, 5, True)
    ('人', '人')

    `scaled`: the number carries 万 or 亿, so that the counted noun may stand a few words off.
    """
    if scaled or folded[stop:stop + 1] in "，。；、\n()|":
        told = _BEFORE[scaled]
        before = _head_pattern(told).search(folded[max(0, start - 16):start])
        if before and (scaled or _nouns(told)[before["noun"]] != "元"):
            return _nouns(told)[before["noun"]]
    place = "far" if scaled else "near"
    after = _head_pattern(place).match(folded, stop) if scaled or stop - start <= 3 else None
    return head_units(place)[after["noun"]] if after else ""
