"""Numerals of Chinese running text: Arabic, Chinese and mixed, with 万 and 亿.

Number words that are names (十四五), dates or ordinals are numerals here too: whether a numeral counts
something is for `quantities` and `exclusions` to say.
"""
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from minzheng.patterns import Late

MAGNITUDES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_LONGEST = 40       # characters of one printed number; longer runs are codes or debris

# Width is folded one character to one, so that offsets stay true.
_WIDTH = [
    *((chr(ord("０") + i), str(i)) for i in range(10)), ("．", "."), ("％", "%"), ("／", "/"),
    *((c, " ") for c in "\u00a0\u2002\u2003\u2009\u202f\u3000"), *((c, "-") for c in "–—―－−"),
    ("～", "~"), ("〜", "~"), ("∼", "~"), ("＋", "+"), ("（", "("), ("）", ")"), ("＂", '"'),
]
_WIDE = Late(f"[{''.join(wide for wide, _ in _WIDTH)}]")

PLAIN = r"(?:[0-9]{1,3}(?:[,， ][0-9]{3}(?![0-9]))++|[0-9]++)(?:\.[0-9]++)?+"
# 千 and 百 that open a unit of their own (千瓦, 百分点) multiply nothing.
_SCALE = r"(?:[百千万]?亿亿|万亿|[百千]?[万亿]|千(?![瓦米克伏卡分])|百(?![分姓货]))"
_LONE_MAGNITUDE = Late("[百千万亿]|[十百千][万亿]|万亿")
_LONE, _CHINESE = "零〇一二两三四五六七八九", "零〇一二两三四五六七八九十百千万亿"
# A lone Chinese digit among other words (一 in 进一步) is passed over, but not before 倍 or 成, in 四分之一, or at the end.
# The pattern opens with a set of characters: so `re` is fastest at passing over the rest of a text.
_TOKEN = Late(
    rf"[0-9{_CHINESE}](?:(?<=[0-9])(?:[0-9]{{0,2}}(?:[,， ][0-9]{{3}}(?![0-9]))++|[0-9]*+)(?:\.[0-9]++)?+"
    rf"|(?<![0-9])(?!(?<=[{_LONE}])(?<!分之.)[^{_CHINESE}点倍成])[{_CHINESE}]*+(?:点[零〇一二三四五六七八九]++)?+)")
_AFTER_ONE = ("倍", "成", "")
_MULTIPLIES = " 多余百千万亿"       # a multiplier begins with one of them
_MULTIPLIER = re.compile(rf" ?(?P<over>[多余])? ?(?P<scale>{_SCALE})")
_GROUP_MARK = Late("[,， ]")
_NEXT_PIECE = re.compile(rf"零?(?P<number>{PLAIN})(?P<scale>{_SCALE})?")


@dataclass(slots=True)
class Numeral:
    """A number as written: `[start, stop)` covers digits and multiplier, `digits_stop` the digits alone."""

    start: int
    stop: int
    digits_stop: int
    value: float
    step: float             # worth of the last digit that is not a padding zero: 1300 -> 100, 5.4万 -> 1000
    last_place: float       # worth of the last printed digit: 1300 -> 1, 5.40万 -> 100
    scale: float = 1.0      # 万, 亿 … multiplied out; 1 without one
    chinese: bool = False
    over: bool = False      # 多 or 余 between digits and multiplier: 3000多万


def fold_width(text: str) -> str:
    """Full-width digits and signs as ASCII, all blanks as one kind, all dashes as `-`; the length stays.

    >>> fold_width("１２．５％—３０")
    '12.5%-30'
    """
    if not _WIDE.search(text):
        return text
    for wide, narrow in _WIDTH:
        text = text.replace(wide, narrow)
    return text


def parse_numeral(text: str) -> float:
    """The value of one numeral and nothing else.

    >>> parse_numeral("1,234.5万"), parse_numeral("两万三千"), parse_numeral("3亿2000万")
    (12345000.0, 23000.0, 320000000.0)

    Raises ValueError for anything else, 十四五 included.
    """
    folded = fold_width(text).strip()
    token = _TOKEN.match(folded)
    numeral = _read(folded, token) if token else None
    if numeral is None or numeral.stop != len(folded) or numeral.over:
        raise ValueError(f"not a numeral: {text!r}")
    return numeral.value


def find_numerals(folded: str, closed: Sequence[tuple[int, int]] = ()) -> list[Numeral]:
    """Every numeral in text whose width is folded, in text order; lone Chinese digits only before 倍 and 成, in 四分之一, and at the end.

    `closed`: stretches, in order, where numbers count nothing; what touches one is left out.

    >>> [(n.value, n.over) for n in find_numerals("近3000多万元,三百余名,1万2千户")]
    [(30000000.0, True), (300.0, False), (12000.0, False)]
    """
    numerals, end = [], 0
    ahead = iter((*closed, (len(folded) + 1, len(folded) + 1)))
    closed_start, closed_stop = next(ahead)
    for token in _TOKEN.finditer(folded):
        start, stop = token.span()
        if start < end:
            continue
        while closed_stop <= start:
            closed_start, closed_stop = next(ahead)
        after = folded[stop:stop + 1]
        if closed_start < stop and (after not in _MULTIPLIES or not _MULTIPLIER.match(folded, stop)):
            continue
        if stop - start == 1 and after not in _AFTER_ONE and token[0] in _DIGITS and folded[start - 2:start] != "分之":
            continue
        if numeral := _read(folded, token):
            end = numeral.stop
            if closed_start >= end:
                numerals.append(numeral)
    return numerals


def _read(folded: str, token: re.Match) -> Numeral | None:
    word = token[0]
    if len(word) > _LONGEST:
        return None
    return _arabic(folded, token, word) if word[0].isascii() else _chinese(folded, token)


def _arabic(folded: str, token: re.Match, word: str) -> Numeral:
    start, stop = token.span()
    digits = _ungrouped(word)
    value, (step, place), scale, over = float(digits), _places(digits), 1.0, False
    if folded[stop:stop + 1] not in _MULTIPLIES:
        return Numeral(start, stop, stop, value, step, place)
    multiplier = _MULTIPLIER.match(folded, stop)
    if multiplier:
        scale, stop, over = _scale(multiplier["scale"]), multiplier.end(), bool(multiplier["over"])
        value, step, place = _times(digits, scale), step * scale, place * scale
    pieces = scale
    while pieces > 1 and not over and (piece := _NEXT_PIECE.match(folded, stop)):
        worth, more = _scale(piece["scale"] or ""), _ungrouped(piece["number"])
        lone = worth == 1 and len(more) == 1        # 1万2 is not written; the 2 begins something else
        if "." in digits or lone or float(more) * worth >= pieces:
            break
        digits = more
        step, place = (worth * p for p in _places(digits))
        value, stop, pieces = value + _times(digits, worth), piece.end(), worth
    return Numeral(start, stop, token.end(), value, step, place, scale, False, over)


def _ungrouped(number: str) -> str:
    return number if number.replace(".", "", 1).isdigit() else _GROUP_MARK.sub("", number)


def _times(digits: str, scale: float) -> float:
    """`digits` times a power of ten without the dust of binary fractions: 0.82 × 1e8 is 82000000.0."""
    return float(f"{digits}e{_power(scale)}") if scale != 1 else float(digits)


def _places(digits: str) -> tuple[float, float]:
    if digits[-1] != "0" and "." not in digits:
        return 1.0, 1.0
    whole, _, fraction = digits.partition(".")
    if fraction:
        return (10.0 ** -len(fraction),) * 2
    if whole[-1] != "0":
        return 1.0, 1.0
    zeros = len(whole) - len(whole.rstrip("0")) if whole.strip("0") else 0
    return 10.0 ** zeros, 1.0


@cache
def _power(scale: float) -> int:
    return round(math.log10(scale))


@cache
def _scale(word: str) -> float:
    return math.prod(map(MAGNITUDES.__getitem__, word), start=1.0)


def _chinese(folded: str, token: re.Match) -> Numeral | None:
    # A lone 百 or 千万 is a numeral in 百余名, 近千户; whoever asks must see to the approximator.
    value = _scale(token[0]) if _LONE_MAGNITUDE.fullmatch(token[0]) else _chinese_value(token[0])
    if value is None:
        return None
    stop, over, scale = token.end(), False, 1.0
    multiplier = _MULTIPLIER.match(folded, stop)
    if multiplier and multiplier["over"]:
        scale, stop, over = _scale(multiplier["scale"]), multiplier.end(), True
    step = _places(f"{value:.0f}")[0] if value == int(value) else 10.0 ** -len(token[0].partition("点")[2])
    return Numeral(token.start(), stop, token.end(), value * scale, step * scale, scale, scale, True, over)


def _chinese_value(word: str) -> float | None:
    """二十五点五 -> 25.5; None for digit strings and everything that is not one well-formed number (十四五, 一二三)."""
    whole, _, fraction = word.partition("点")
    value = _chinese_whole(whole)
    if value is None or not fraction:
        return value
    return float(f"{value:.0f}." + "".join(str(_DIGITS[c]) for c in fraction))


def _chinese_whole(word: str) -> float | None:
    if not word:
        return 0.0
    for unit in "亿万":
        head, found, tail = word.rpartition(unit)
        if found:
            high, low = _chinese_whole(head) if head else None, _chinese_whole(tail)
            if high is None or low is None or low >= MAGNITUDES[unit]:
                return None
            return high * MAGNITUDES[unit] + low
    return _below_ten_thousand(word)


_BELOW = Late(
    r"(?:(?P<千>[一二两三四五六七八九])千)?零?(?:(?P<百>[一二两三四五六七八九])百)?[零〇]?"
    r"(?:(?P<十>[一二三四五六七八九]?)十)?[零〇]?(?P<个>[零〇一二两三四五六七八九])?"
)


def _below_ten_thousand(word: str) -> float | None:
    m = _BELOW.fullmatch(word)
    if not m:
        return None
    total = sum(_DIGITS[m[u]] * MAGNITUDES[u] for u in "千百" if m[u])
    if m["十"] is not None:
        total += 10 * (_DIGITS[m["十"]] if m["十"] else 1)
    if not m["个"]:
        return float(total)
    # 三千五 is 3500 in speech; a bare digit needs 零 or 十 before it.
    if total and m["十"] is None and word[-2] not in "零〇":
        return None
    return float(total + _DIGITS[m["个"]])
