"""Quantities: a number and its unit as written, in base units, with the interval that the words mean."""
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from minzheng.extract.numbers.amounts import Quantity, is_exact
from minzheng.extract.numbers.exclusions import exclusions_of
from minzheng.extract.numbers.measures import denominator_before, read_denominator, read_measure, unit_of_head
from minzheng.extract.numbers.neighbours import FROM_TO, LIST, RANGE, is_origin, join_neighbours
from minzheng.extract.numbers.numerals import Numeral, find_numerals, fold_width
from minzheng.extract.numbers.precision import bound_after, bound_before, interval_of, join_bounds
from minzheng.extract.numbers.spoiled import BROKEN, GARBLED, is_part_of_one, may_lack_digits
from minzheng.patterns import Late
from minzheng.reference.units import Unit

_BEFORE_A_FRACTION = frozenset("之约近")
_FRACTION = Late(r"(?<![一二三四五六七八九十])(?P<base>[二三四五六七八九十百千])分之(?:约|近)?$")
_PER_CENT, _PARTS = {"百": "%", "千": "‰"}, dict(zip("二三四五六七八九十", range(2, 11), strict=True))
# what a share in words stands behind: 占三分之一; but 三分之二以上成员同意 is a rule
_BEFORE_A_PART = "[占约近超到达为是足逾仅破至](?:了|有)?$|(?<!通)过$|率[，]?$|只有$"
_AS_A_PART = Late(_BEFORE_A_PART)
_SLOGAN, _SLOGAN_REACH = "时间过", 18         # 时间过四分之三、任务超四分之三: nothing is measured
# 占三成, 九成以上的村; but 一成不变, 七成新, 有八成把握
_TENTHS = Late("成(?:(?P<told>多|左右|上下|(?:及)?以[上下内])|(?=[，。；、!?)的\n以]|$))(?!的?(?:把握|可能|希望|胜算|几率|概率|功力|新))")
_OF_TENTHS = Late(f"{_BEFORE_A_PART}|[有幅长降少加高升低涨减][了约近超]?过?$")
_PER_IN_BRACKETS = Late(r"\((?=(?:每人)?每[年月]\))[^)]+")
_OTHER_UNIT = Late(r"\([一-鿿]{1,3}\)(?=及?以[上下内]|左右)")
_CLASS_OF = Late(r"[元人户亩张](?:及?以上|以下)(?=[^，。；、的）)])")       # 百万元以上大奖, 百人以上村落: what kind of thing


# 年营业收入1000万元以上的企业: which of them are meant, and no sum; but 3亿元以上的目标
_AT_LEAST, _ITS_OWN = ("above", True), tuple(f"的{noun}" for noun in "目标 任务 标准 水平 规模 成绩 资金 补助 奖励 补贴 投资 投入".split())


@dataclass(slots=True)
class _Reading:
    """What was made of a numeral's surroundings; `bound`: its kind and whether the interval is open."""

    start: int
    stop: int
    unit: str
    bound: tuple[str, bool]
    rule: str


def find_quantities(text: str, known: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """Every quantity of a clean text, in text order and without overlap; dates, names and ordinals are left out.

    `known`: stretches, in order, whose numbers are read elsewhere (the cells of tables).

    >>> [(q.value, q.unit, q.bound) for q in find_quantities("2021年底，近3000多万元惠及5.1万余人。")]
    [(30000000.0, '元', 'about'), (51000.0, '人', 'above')]
    """
    folded = fold_width(text)
    found: list[Quantity] = []
    for numeral in reversed(_counting_numerals(folded, known)):    # a number without a unit may take the next one's
        quantity = (
            _measured(folded, numeral)
            or _inherited(folded, numeral, found[-1] if found else None)
            or _unmeasured(folded, numeral)
        )
        if quantity is not None:
            found.append(quantity)
    found.reverse()
    return join_neighbours(folded, found)


@lru_cache(maxsize=4096)
def read_amount(number: str, unit: str) -> Quantity | None:
    """A number and the unit that is told elsewhere, as in a table; None where they make no quantity.

    >>> read_amount("1.5", "万人").value, read_amount("12", "月")
    (15000.0, None)
    """
    folded = fold_width(number + unit)
    found = [_measured(folded, one) or _unmeasured(folded, one) for one in _counting_numerals(folded)]
    amounts = [amount for amount in found if amount]
    return amounts[0] if len(amounts) == 1 else None


def _counting_numerals(folded: str, known: Sequence[tuple[int, int]] = ()) -> list[Numeral]:
    """Numerals that stand outside every exclusion; a number with a letter in it (1O23个) is no name."""
    closed = [(start, stop) for start, stop, _ in exclusions_of(folded) if not GARBLED.match(folded, start)]
    return find_numerals(folded, sorted([*closed, *known]) if known else closed)


def _measured(folded: str, numeral: Numeral) -> Quantity | None:
    """A number with a measure word or in 百分之…."""
    if folded[numeral.start - 1:numeral.start] in _BEFORE_A_FRACTION and (fraction := _FRACTION.search(folded[max(0, numeral.start - 5):numeral.start])):
        return _fraction(folded, numeral, fraction)
    measure = read_measure(folded, numeral.stop)
    if measure is None:
        return None
    start, before = bound_before(folded, numeral.start)
    stop, after = bound_after(folded, measure.stop)
    if after is None and folded[stop:stop + 1] == "(" and (other := _OTHER_UNIT.match(folded, stop)):
        stop, after = bound_after(folded, other.end())         # 3000项（次）以上
    if measure.unit == "成":
        return _tenths(folded, numeral, _Reading(start, stop, "%", join_bounds(before, after), "fraction"))
    said = before, ("above", False) if measure.over or numeral.over else None, after
    if numeral.chinese and not _is_amount(folded, numeral, measure.kind, any(said)):
        return None
    unit = measure.unit
    if measure.kind.dimension == "money":
        stop, unit = read_denominator(folded, stop, unit) if "/" not in unit else (stop, unit)
        if told := _PER_IN_BRACKETS.match(folded, stop):         # 不低于3500元（每人每年）
            unit = denominator_before(told[0], len(told[0]), unit)
        unit = denominator_before(folded, numeral.start, unit)
    rule = "duration" if measure.kind.dimension == "duration" else "number+unit"
    return _quantity(folded, numeral, _Reading(start, stop, unit, join_bounds(*said), rule))


def _fraction(folded: str, numeral: Numeral, fraction: re.Match) -> Quantity | None:
    """百分之五, 千分之三, and what part of a whole is meant in words: 占四分之一 is 25 %; None for manners of speech."""
    start, (stop, after) = numeral.start - len(fraction[0]), bound_after(folded, numeral.stop)
    base, (begin, before) = fraction["base"], bound_before(folded, start)
    if base in _PARTS:
        if not (numeral.chinese and 0 < numeral.value < _PARTS[base] and _AS_A_PART.search(folded, max(0, start - 4), start)) or _SLOGAN in folded[max(0, start - _SLOGAN_REACH):start]:
            return None
        numeral = replace(numeral, value=round(100 * numeral.value / _PARTS[base], 2), step=5.0, last_place=0.02)
    return _quantity(folded, numeral, _Reading(begin, stop, _PER_CENT.get(base, "%"), join_bounds(before, after), "fraction"))


def _says_tenths(folded: str, numeral: Numeral) -> bool:
    """Is a 成 behind a Chinese numeral meant as a share: 三成左右, 七成的村, 占四成?"""
    told = _TENTHS.match(folded, numeral.stop)
    about = told and (told["told"] or folded.startswith("的", told.end()))
    return bool(about or (told and _OF_TENTHS.search(folded, max(0, numeral.start - 5), numeral.start)))


def _tenths(folded: str, numeral: Numeral, read: _Reading) -> Quantity | None:
    """三成 is 30 %; None for what is no amount: 一成不变."""
    if not 0 < numeral.value < 10 or _SLOGAN in folded[max(0, numeral.start - _SLOGAN_REACH):numeral.start]:
        return None
    if numeral.chinese and not _says_tenths(folded, numeral):
        return None
    tenfold = replace(numeral, value=round(10 * numeral.value, 2), step=10 * numeral.step, last_place=10 * numeral.last_place)
    return _quantity(folded, tenfold, read)


def _is_amount(folded: str, numeral: Numeral, unit: Unit, approximate: bool) -> bool:
    """Whether a Chinese numeral states an amount (两万三千人, 三百余名) and not a manner of speaking (三个方面)."""
    word = set(folded[numeral.start:numeral.digits_stop])
    if folded[numeral.stop:numeral.stop + 1] == "大":       # 二十大
        return False
    if unit.dimension == "duration":                        # 二十四小时, 近百年; but 连续十四年
        return bool(word & set("十百")) and folded[max(0, numeral.start - 2):numeral.start] == "连续"
    if word <= set("百千万亿"):
        return approximate and not _CLASS_OF.match(folded, numeral.stop)
    if not word & set("十百千万亿"):
        return unit.name == "倍"
    if word & set("百千万亿") or approximate:
        return True
    return unit.name not in ("项", "类", "条", "次", "件") and (unit.name != "个" or numeral.value >= 20)


def _inherited(folded: str, numeral: Numeral, after: Quantity | None) -> Quantity | None:
    """A bare number before 、, a range mark or 提高到 takes the unit of the next quantity: 由620提高到650元."""
    if after is None or not after.unit or numeral.chinese or after.start - numeral.stop > 14:
        return None
    gap = folded[numeral.stop:after.start]
    risen = FROM_TO.fullmatch(gap) and is_origin(folded, numeral.start)
    if not (risen or RANGE.fullmatch(gap) or LIST.fullmatch(gap)):
        return None
    scale = _shared_scale(folded, numeral, after)
    value, step, last_place = (scale * part for part in (numeral.value, numeral.step, numeral.last_place))
    scaled = replace(numeral, value=value, step=step, last_place=last_place)
    start, before = bound_before(folded, numeral.start)
    return _quantity(folded, scaled, _Reading(start, numeral.stop, after.unit, join_bounds(before), "inherited-unit"))


def _shared_scale(folded: str, numeral: Numeral, after: Quantity) -> float:
    """3至5万人: the 万 of the second number belongs to the first too, if that brings them closer."""
    shared = find_numerals(folded[after.number_start:after.number_stop])[0].scale
    if numeral.scale != 1 or not numeral.value or not after.value:
        return 1.0
    plain, scaled = numeral.value / after.value, numeral.value * shared / after.value
    return shared if max(scaled, 1 / scaled) < max(plain, 1 / plain) else 1.0


def _unmeasured(folded: str, numeral: Numeral) -> Quantity | None:
    """404万低收入人口, 抚养人员数4.4万, and what damage left of a unit (886/月).

    Plain numbers that count nothing give none.
    """
    broken = BROKEN.match(folded, numeral.stop)
    unit = "" if broken else unit_of_head(folded, numeral.start, numeral.stop, numeral.scale >= 10_000)
    if numeral.chinese or not (broken or unit or numeral.scale >= 10_000):
        return None
    start, before = bound_before(folded, numeral.start)
    stop, after = (broken.end(), None) if broken else bound_after(folded, numeral.stop)
    bound = join_bounds(before, after, ("above", False) if numeral.over else None)
    return _quantity(folded, numeral, _Reading(start, stop, unit, bound, "spoiled" if broken else "head-unit"))


def _quantity(folded: str, numeral: Numeral, read: _Reading) -> Quantity:
    low, high = interval_of(numeral, is_exact(read.unit), read.bound)
    flags = ("unit-missing",) if not read.unit else ()
    if read.unit == "元" and read.bound == _AT_LEAST and folded.startswith("的", read.stop) and not folded.startswith(_ITS_OWN, read.stop):
        flags = ("threshold",)
    if read.rule == "spoiled" or may_lack_digits(folded, numeral, read.stop) or (numeral.value % 1 and is_part_of_one(folded, read.start, numeral.value, read.unit)):
        flags = ("spoiled", *flags)
    return Quantity(read.start, read.stop, numeral.start, numeral.stop, numeral.value, read.unit, low, high,
                    read.bound[0], "", flags, read.rule)
