"""What approximators and the count of printed digits say about the interval that a number means."""
import math
import re
from functools import lru_cache

from minzheng.extract.numbers.numerals import Numeral
from minzheng.patterns import Late

# Word -> (bound, whether the interval is open to infinity or zero). Source: the wording of the communiqués;
# 余 and 多 stay within the last significant digit (500多 is below 600), 以上 and 不低于 set a floor only.
_BEFORE = {
    **dict.fromkeys(
        ("不低于", "不少于", "不小于", "至少", "最少", "最低", "多于", "大于", "高于", "≥", ">"), ("above", True)),
    **dict.fromkeys(("超过", "超出", "突破", "不止", "超", "逾", "上"), ("above", False)),
    **dict.fromkeys(
        (
            "不高于", "不超过", "不多于", "不大于", "低于", "少于", "小于", "至多", "最多", "最高",
            "不足", "不到", "≤", "<",
        ), ("below", True)),
    **dict.fromkeys(("将近", "接近", "近"), ("below", False)),
    **dict.fromkeys(("大约", "大概", "约计", "约"), ("about", False)),
}
_AFTER = {
    **dict.fromkeys(("及以上", "(含)以上", "以上", "起步"), ("above", True)),
    **dict.fromkeys(("有余", "余", "多"), ("above", False)),
    **dict.fromkeys(("及以下", "(含)以下", "以下", "以内", "之内"), ("below", True)),
    **dict.fromkeys(("左右", "上下"), ("about", False)),
}
# 附近, 签约 and 赶超 are words of their own.
_OTHER_WORD = {
    "近": "附最临邻就靠亲贴", "约": "签预节履违合条契集制", "超": "赶反高", "不到": "达看做办找", "上": "以之成线",
}


def _any(words) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_ATTACHED = Late(f"({_any(_BEFORE)}) ?$")
_TRAILING = Late(f" ?({_any(_AFTER)})(?!种|样|元化|数|级|项次)")
# Apart from the number by a verb or its object: 至少新建100个, 约有3万人. Not 达到/提高到: those belong to the value.
_APART = Late(
    r"(?P<above>至少|最少|不少于|不低于)[^，。；：、！？\n0-9]{1,6}$"
    r"|(?P<below>至多|最多|不超过|控制在)[^，。；：、！？\n0-9]{1,6}$"
    r"|(?P<about>大?约|大概)(?:有|占|为|合|计|需|达|是)$"
)


# Most numbers have none of these words beside them: the characters that they end or begin with tell.
_ENDINGS = {word[-1] for word in _BEFORE} | {" "}
_OPENINGS = {word[0] for word in _AFTER} | {" "}
_MAY_BE_APART = re.compile("[少低多过在约概]")


def bound_before(folded: str, start: int) -> tuple[int, tuple[str, bool] | None]:
    """Where the surface begins and what an approximator before the number says: (start, (bound, open) or None).

    >>> bound_before("签约28个", 2), bound_before("达不低于470元", 4)
    ((2, None), (1, ('above', True)))
    """
    first = max(0, start - 12)
    if folded[start - 1:start] not in _ENDINGS and not _MAY_BE_APART.search(folded, first, start):
        return start, None
    window = folded[first:start]
    attached = _ATTACHED.search(window, max(0, len(window) - 4)) if window[-1:] in _ENDINGS else None
    if attached:
        word, at = attached[1], attached.start()
        whole = not at or window[at - 1] not in _OTHER_WORD.get(word, "")
        # 上百, 上千 are amounts; elsewhere 上 is a place (线上500人).
        if whole and (word != "上" or folded[start] in "百千万亿"):
            return start - len(window) + at, _BEFORE[word]
        return start, None
    apart = _APART.search(window)
    return start, (apart.lastgroup, apart.lastgroup != "about") if apart else None


def bound_after(folded: str, stop: int) -> tuple[int, tuple[str, bool] | None]:
    """The same for what follows number or unit: (stop, (bound, open) or None)."""
    trailing = _TRAILING.match(folded, stop) if folded[stop:stop + 1] in _OPENINGS else None
    return (trailing.end(), _AFTER[trailing[1]]) if trailing else (stop, None)


def join_bounds(*bounds: tuple[str, bool] | None) -> tuple[str, bool]:
    """One bound out of all that stand at a number: equal ones agree, 近…多 is about, 约…以上 is above.

    >>> join_bounds(("below", False), ("above", False)), join_bounds(None, ("above", True)), join_bounds(None)
    (('about', True), ('above', True), ('exact', False))
    """
    if not any(bounds):
        return "exact", False
    said = [bound for bound in bounds if bound]
    kinds = {bound for bound, _ in said}
    if {"above", "below"} <= kinds:
        return "about", True
    for kind in ("above", "below"):
        if kind in kinds:
            return kind, any(wide for bound, wide in said if bound == kind)
    return "about", False


def interval_of(numeral: Numeral, exact: bool, bound: tuple[str, bool]) -> tuple[float, float]:
    """(least, greatest) value meant. `exact`: the unit is counted one by one, so a plain integer has no rounding.

    5.4万余 is 54000 to 55000, 3450元 (rounded to the yuan) 3449.5 to 3450.5, 不低于470 470 to infinity.
    """
    kind, wide = bound
    value, step = numeral.value, numeral.step
    if kind == "above":
        return value, math.inf if wide else _rounded(value + step, step)
    if kind == "below":
        return (0.0 if wide else max(0.0, _rounded(value - step, step))), value
    half = 0.0 if exact and numeral.last_place == 1 else numeral.last_place / 2
    if kind == "about":
        half = step if wide else step / 2
    if not half:
        return value, value
    places = _digits(half)
    low, high = round(value - half, places), round(value + half, places)
    return (max(0.0, low) if kind == "about" else low), high


def _rounded(end: float, reach: float) -> float:
    """An end of an interval without the noise of binary fractions: 4.9 less 0.05 is 4.85."""
    return round(end, _digits(reach)) if reach else end


@lru_cache(maxsize=64)
def _digits(reach: float) -> int:
    """Decimal places that tell numbers so far apart, and one more."""
    return 1 - math.floor(math.log10(reach))
