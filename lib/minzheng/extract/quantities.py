"""Quantities: a number and its unit as written, in base units, with the interval that the words mean."""
import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from minzheng.extract.exclusions import exclusions_of
from minzheng.extract.measures import denominator_before, read_measure, unit_of_head
from minzheng.extract.numerals import Numeral, find_numerals, fold_width
from minzheng.extract.precision import bound_after, bound_before, interval_of, join_bounds
from minzheng.reference.units import units_by_form


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its unit. `[start, stop)` is the surface with attached approximators.

    `value`, `value_min` and `value_max` are in base units (万 and 亿 multiplied out); an open interval ends
    in `inf`. `rule` names what made it: number+unit, head-unit, inherited-unit, duration, fraction, spoiled.
    """

    start: int
    stop: int
    number_start: int
    number_stop: int
    value: float
    unit: str               # canonical; "" where the text does not tell (flag unit-missing)
    value_min: float
    value_max: float
    bound: str              # exact · about · above · below
    range_role: str = ""    # low · high for the ends of a printed range
    flags: tuple[str, ...] = ()
    rule: str = "number+unit"


_RANGE = re.compile(r" ?(?:-+|~|至|到) ?$")
_FROM_TO = re.compile(
    r"[，]?(?:逐步|统一|分别|再|又|进一步)?(?:提高|增加|上调|提升|调整|增长|上涨|提标|降低|下降|减少|下调|扩大|上升|缩小|压缩|[提升增调涨扩降减])(?:到|至|为)"
    r"(?:每人每月|每人每年|每月|每年|现在的|目前的|现行的|目前|现在|最低)?$"
)
_ORIGIN = re.compile(r"(?:由|从|自)[^，。；、0-9]{0,12}$")
_LIST = re.compile(r" ?(?:、|和|与|及|以及) ?$")
_SPOILT = "?�□■＊*"


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of a clean text, in text order and without overlap; dates, names and ordinals are left out.

    >>> [(q.value, q.unit, q.bound) for q in find_quantities("2021年底，近3000多万元惠及5.1万余人。")]
    [(30000000.0, '元', 'about'), (51000.0, '人', 'above')]
    """
    folded = fold_width(text)
    numerals = _counting_numerals(folded)
    quantities: list[Quantity] = []
    for numeral in reversed(numerals):      # right to left: a number without a unit may take the next one's
        after = quantities[-1] if quantities else None
        quantity = _read(folded, numeral) or _inherit(folded, numeral, after)
        if quantity is not None:
            quantities.append(quantity)
    quantities.reverse()
    return _mark_ranges(folded, _pass_denominators(folded, quantities))


def _counting_numerals(folded: str) -> list[Numeral]:
    """Numerals outside every exclusion; Chinese ones only where they are amounts."""
    closed = exclusions_of(folded)
    starts = [e.start for e in closed]
    kept = []
    for numeral in find_numerals(folded):
        i = bisect_right(starts, numeral.stop - 1) - 1
        if i >= 0 and closed[i].stop > numeral.start:
            continue
        kept.append(numeral)
    return kept


def _read(folded: str, numeral: Numeral) -> Quantity | None:
    measure, over = read_measure(folded, numeral.stop)
    start, before = bound_before(folded, numeral.start)
    if measure is None:
        return _without_measure(folded, numeral, start, before)
    stop, after = bound_after(folded, measure.stop)
    if numeral.chinese and not _is_amount(folded, numeral, measure.kind.name, over or numeral.over or before or after):
        return None
    unit = measure.unit
    if measure.kind.dimension == "money":
        unit = denominator_before(folded, numeral.start, unit)
    bound = join_bounds(before, ("above", False) if over or numeral.over else None, after)
    low, high = interval_of(numeral, measure.kind.exact, bound)
    rule = "duration" if measure.kind.dimension == "duration" else "number+unit"
    return Quantity(start, stop, numeral.start, numeral.stop, numeral.value, unit, low, high, bound[0], "",
                    _doubts(folded, numeral, measure.stop), rule)


def _without_measure(folded, numeral, start, before) -> Quantity | None:
    """404万低收入人口, 抚养人员数4.4万, 886/月; plain numbers that count nothing give none."""
    if numeral.chinese:
        return None
    stop, after = bound_after(folded, numeral.stop)
    unit = unit_of_head(folded, numeral.start, stop, numeral.scale >= 10_000)
    broken = re.compile(r" ?/(?:月|年|人)").match(folded, numeral.stop)
    doubts = _doubts(folded, numeral, numeral.stop)
    if not unit and not broken and numeral.scale < 10_000:
        return None
    if broken:
        stop, doubts = broken.end(), ("spoiled", *(d for d in doubts if d != "spoiled"))
    bound = join_bounds(before, after, ("above", False) if numeral.over else None)
    low, high = interval_of(numeral, units_by_form()[unit].exact if unit else False, bound)
    flags = (*doubts, "unit-from-head" if unit else "unit-missing")
    return Quantity(start, stop, numeral.start, numeral.stop, numeral.value, unit, low, high, bound[0], "",
                    flags, "spoiled" if broken else "head-unit")


def _is_amount(folded: str, numeral: Numeral, unit: str, approximate) -> bool:
    """Whether a Chinese numeral states an amount (两万三千人, 三百余名) and not a manner of speaking (三个方面)."""
    word = folded[numeral.start:numeral.digits_stop]
    if not set(word) & set("十百千万亿"):
        return unit == "倍"
    if set(word) <= set("百千万亿"):
        return bool(approximate)
    if set(word) & set("百千万亿") or approximate:
        return True
    return unit not in ("项", "类", "条", "年", "次", "件") and (unit != "个" or numeral.value >= 20)


def _doubts(folded: str, numeral: Numeral, unit_stop: int) -> tuple[str, ...]:
    """A digit may be lost where ? or a replacement character touches the number."""
    around = folded[max(0, numeral.start - 1):numeral.start] + folded[numeral.digits_stop:unit_stop] + folded[unit_stop:unit_stop + 1].replace("?", "")
    crossed = re.search(r"[0-9][xX]+$", folded[max(0, numeral.start - 5):numeral.start])
    return ("spoiled",) if crossed or any(c in _SPOILT for c in around) else ()


def _inherit(folded: str, numeral: Numeral, after: Quantity | None) -> Quantity | None:
    """A bare number before a list mark, a range mark or 提高到 takes the unit of the next quantity."""
    if after is None or numeral.chinese or after.number_start - numeral.stop > 12:
        return None
    gap = folded[numeral.stop:after.start]
    joined = _RANGE.fullmatch(gap) or _LIST.fullmatch(gap) or (_FROM_TO.fullmatch(gap) and _ORIGIN.search(folded[max(0, numeral.start - 16):numeral.start]))
    if not joined or numeral.scale != 1:
        return None
    scale = _shared_scale(folded, numeral, after)
    scaled = replace_scale(numeral, scale)
    exact = units_by_form()[after.unit.partition("/")[0]].exact if after.unit else False
    start, before = bound_before(folded, numeral.start)
    bound = join_bounds(before)
    low, high = interval_of(scaled, exact, bound)
    return Quantity(start, numeral.stop, numeral.start, numeral.stop, scaled.value, after.unit, low, high, bound[0], "",
                    _doubts(folded, numeral, numeral.stop), "inherited-unit")


def _shared_scale(folded: str, numeral: Numeral, after: Quantity) -> float:
    """3至5万人: the 万 of the second number belongs to the first too, if that brings them closer."""
    digits = find_numerals(folded[after.number_start:after.number_stop])[0]
    if digits.scale == 1 or not numeral.value or not after.value:
        return 1.0
    plain, scaled = numeral.value / after.value, numeral.value * digits.scale / after.value
    return digits.scale if max(scaled, 1 / scaled) < max(plain, 1 / plain) else 1.0


def replace_scale(numeral: Numeral, scale: float) -> Numeral:
    return replace(numeral, value=numeral.value * scale, step=numeral.step * scale, last_place=numeral.last_place * scale, scale=scale)


def _pass_denominators(folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """由每人每月620元提高到650元: the new value is per person and month too, and the other way round."""
    passed = list(quantities)
    for i in range(1, len(passed)):
        first, second = passed[i - 1], passed[i]
        gap = folded[first.stop:second.start]
        if len(gap) <= 14 and (_FROM_TO.fullmatch(gap) or _RANGE.fullmatch(gap)):
            passed[i - 1], passed[i] = _share_denominator(first, second), _share_denominator(second, first)
    return passed


def _share_denominator(bare: Quantity, full: Quantity) -> Quantity:
    head, _, below = full.unit.partition("/")
    return replace(bare, unit=full.unit) if below and bare.unit == head else bare


def _mark_ranges(folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """5%-7% are two quantities, low and high, unless 由 or 从 makes them old and new."""
    marked = list(quantities)
    for i in range(1, len(marked)):
        low, high = marked[i - 1], marked[i]
        between = _RANGE.fullmatch(folded[low.stop:high.start])
        if between and low.unit == high.unit and low.value < high.value and not _ORIGIN.search(folded[max(0, low.start - 16):low.start]):
            marked[i - 1] = replace(low, range_role="low", value_max=high.value)
            marked[i] = replace(high, range_role="high", value_min=low.value)
    return marked
