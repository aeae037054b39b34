"""Full-width punctuation in Chinese context, after GB/T 15834; half-width digits and letters, after GB/T 15835."""

from minzheng.decode.aligned import Edit, edits_alike
from minzheng.decode.alphabet import kind, letters, matches, places
from minzheng.patterns import Late

_FULL = str.maketrans(",;:!?()", "，；：！？（）")
HALF = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}
_MARKS = Late(r"[,;:!?]+")
_BRACKETS = Late(r"\(([^()\n]{1,60})\)")
_DIGITS = Late(r"[０-９]{1,3}(?:，[０-９]{3})+(?:．[０-９]+)?|[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?")
_STOP = Late(r"\.(?<=[㐀-鿿％%）”].)(?<![一二三四五六七八九十].)(?=[ \t\u3000]*(?:\r?\n|$))")
_THOUSANDS = Late(r"\d{3}(?!\d)")
_NEXT_NUMBER = Late(r"[\d.]+[㐀-鿿%％]")
_HAN = Late("[㐀-鿿豈-﫿]")
_PUNCTUATION = "、。《》“”‘’—…，；：！？（）【】〔〕「」％‰"
_CHINESE = letters((0x3400, 0x9FFF), (0xF900, 0xFAFF), _PUNCTUATION)
_BEFORE = _CHINESE | frozenset("%)")
_AFTER = _CHINESE - frozenset("、。》”’，；：！？）】〕」")
FULL_DIGIT = kind((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))
_MARK, _BRACKET = kind(",;:!?."), kind("(（[［〔【")
WIDE_OR_NARROW = FULL_DIGIT | _MARK | _BRACKET


def find_width(text: str) -> list[Edit]:
    """Find ASCII punctuation in Chinese context and full-width digits and letters.

    Marks inside numbers (1,234 and 8:30), in addresses and between Latin words stay; no number is grouped by fours.

    >>> [edit[:3] for edit in find_width("全市(含县)1,234人,增长4.9%,其中２０人;见http://a.cn")]
    [(2, 3, '（'), (5, 6, '）'), (12, 13, '，'), (19, 20, '，'), (22, 24, '20'), (25, 26, '；')]
    """
    marks = edits_alike(((*match.span(), match[0].translate(_FULL)) for match in matches(_MARKS, text, places(text, _MARK))
                         if _is_chinese_mark(text, *match.span())), "width", "GB/T 15834")
    digits = [Edit(*match.span(), match[0].translate(HALF), "width", "GB/T 15835")
              for match in matches(_DIGITS, text, places(text, FULL_DIGIT))]
    stops = [Edit(*match.span(), "。", "width", "GB/T 15834") for match in matches(_STOP, text, places(text, _MARK))]
    return sorted(marks + digits + stops + _bracket_edits(text))


def _is_chinese_mark(text: str, start: int, stop: int) -> bool:
    """Beside Chinese, and neither part of an address nor a sign in code."""
    before, after = text[start - 1:start], text[stop:stop + 1]
    if before.isdigit() and after.isdigit() and text[start] == ",":
        return bool(_NEXT_NUMBER.match(text, stop)) and not _THOUSANDS.match(text, stop)
    if before in _BEFORE:
        return not (text[start] == ":" and text.startswith("//", stop))
    return after in _AFTER and not before.isspace() and before != ""


def _bracket_edits(text: str) -> list[Edit]:
    """Brackets are widened in pairs, where they hold Chinese or stand beside it."""
    edits = []
    for match in matches(_BRACKETS, text, places(text, _BRACKET)):
        start, stop = match.span()
        if text[start - 1:start] in _CHINESE or text[stop:stop + 1] in _CHINESE or _HAN.search(match[1]):
            edits += [Edit(start, start + 1, "（", "width", "GB/T 15834"),
                      Edit(stop - 1, stop, "）", "width", "GB/T 15834")]
    return edits
