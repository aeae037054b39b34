"""Neighbours share units: in a list, a range or 由…提高到…, and with its 其中."""
import re
from dataclasses import replace
from itertools import pairwise

from minzheng.extract.numbers.amounts import Quantity, is_exact
from minzheng.extract.numbers.numerals import find_numerals
from minzheng.extract.numbers.precision import bound_after, interval_of
from minzheng.extract.syntax import one_of
from minzheng.patterns import Late

RANGE = Late(r" ?(?:-+|~|至|到) ?")
FROM_TO = Late(
    rf"[，]?(?:逐步|统一|分别|再|又|进一步)?(?:{one_of('rise', 'fall')}|调整|统一|[提升增调涨扩降减])"
    r"(?:到|至|为)(?:20[0-9]{2}年[底末]?的?|[去今]年[底末]?的?)?(?:每人每[月年]|每[月年]|目前的?|现在的?|现行的)?"
)
_ORIGIN = Late(r"[由从自][^，。；、0-9]{0,12}$")
LIST = Late(r" ?(?:、|和|与|及|以及) ?")
_SIBLING = re.compile(r"[，；](?:其中[，：]?)?(?:城市|农村|城镇|集中|分散|散居|社会散居|机构)[^0-9，。；]{0,12}$")
_SIBLING_MARKS = frozenset("，；")
_JOINTS = frozenset(" -~至到、和与及以") | _SIBLING_MARKS       # a range, a list or a sibling begins with one of them


def is_origin(folded: str, start: int) -> bool:
    """由 or 从 stands before the number in its clause."""
    return bool(_ORIGIN.search(folded[max(0, start - 16):start]))


def join_neighbours(folded: str, found: list[Quantity]) -> list[Quantity]:
    """Neighbours in a list, a range or 由…提高到… share denominators and bounds; the ends of a range are told."""
    joined = list(found)
    relations = [_relation(folded, first, second) for first, second in pairwise(found)]
    for i, relation in enumerate(relations):
        if relation:
            joined[i + 1] = _with_denominator(joined[i + 1], joined[i])
        if relation == "from-to" and joined[i].unit and not joined[i + 1].unit:
            flags = tuple(flag for flag in joined[i + 1].flags if flag != "unit-missing")
            joined[i + 1] = replace(joined[i + 1], unit=joined[i].unit, flags=flags, rule="inherited-unit")      # 由90万人增至110万
    for i in reversed(range(len(relations))):
        relation = relations[i]
        if not relation:
            continue
        joined[i] = _with_denominator(joined[i], joined[i + 1])
        if relation == "list" and joined[i].unit == "个" and joined[i + 1].unit.endswith("分点"):
            joined[i] = replace(joined[i], unit=joined[i + 1].unit)         # 提高61.2个、49.5个百分点
        if relation in ("list", "range"):
            joined[i] = _with_bound(folded, joined[i], joined[i + 1])
        if relation == "range" and joined[i].unit == joined[i + 1].unit and joined[i].value < joined[i + 1].value:
            low, high = joined[i:i + 2]
            joined[i] = replace(low, range_role="low", value_max=high.value)
            joined[i + 1] = replace(high, range_role="high", value_min=low.value)
    return joined


def _relation(folded: str, first: Quantity, second: Quantity) -> str:
    """How two neighbours belong together: range, from-to, list, sibling (one with its 其中), or ""."""
    if second.start - first.stop > 20:
        return ""
    gap = folded[first.stop:second.start]
    if ("到" in gap or "至" in gap or "为" in gap) and FROM_TO.fullmatch(gap):
        return "from-to"
    if gap[:1] not in _JOINTS:
        return ""
    if gap[0] in _SIBLING_MARKS:
        # City standards are often monthly and rural ones yearly: far apart in value they share nothing.
        return "sibling" if "每" not in gap and _SIBLING.match(gap) and first.value < 4 * second.value < 16 * first.value else ""
    if RANGE.fullmatch(gap):
        return "from-to" if is_origin(folded, first.start) else "range"
    return "list" if LIST.fullmatch(gap) else ""


def _with_denominator(bare: Quantity, full: Quantity) -> Quantity:
    head, _, below = full.unit.partition("/")
    return replace(bare, unit=full.unit) if below and bare.unit == head else bare


def _with_bound(folded: str, bare: Quantity, full: Quantity) -> Quantity:
    """5%和7%以上: the word after the last of a list bounds all of it."""
    _, said = bound_after(folded, full.number_stop + len(folded[full.number_stop:full.stop].rstrip("上下内右以及左")))
    if bare.bound != "exact" or bare.unit != full.unit or not said:
        return bare
    numeral = find_numerals(folded[bare.number_start:bare.number_stop])[0]
    low, high = interval_of(numeral, is_exact(bare.unit), said)
    return replace(bare, bound=said[0], value_min=low, value_max=high)
