"""Full-width punctuation in Chinese context, after GB/T 15834."""
import re

from minzheng.decode.aligned import Edit

_FULL = str.maketrans(",;:!?()", "，；：！？（）")
_HAN = "㐀-鿿豈-﫿"
_AROUND = rf"{_HAN}、。《》“”‘’—…，；：！？（）【】〔〕％‰%"
_MARK = re.compile(rf"(?<=[{_AROUND})])[,;:!?]+(?!//)|(?<![A-Za-z0-9 ])[,;:!?]+(?=[{_HAN}“‘《（【〔])|(?<=[0-9A-Za-z])[,;:!?](?=[{_HAN}“‘《（【〔])")
_BRACKETS = re.compile(r"\(([^()\n]{1,60})\)")
_CHINESE = re.compile(f"[{_HAN}]")
_DIGITS = re.compile(r"[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?")
_HALF = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}


def find_width(text: str) -> list[Edit]:
    """Find ASCII punctuation in Chinese context and full-width digits and letters.

    Marks inside numbers (1,234 and 8:30), in addresses and between Latin words stay.

    >>> [edit[:3] for edit in find_width("全市(含县)1,234人,增长4.9%,其中２０人;见http://a.cn")]
    [(2, 3, '（'), (5, 6, '）'), (12, 13, '，'), (19, 20, '，'), (22, 24, '20'), (25, 26, '；')]
    """
    marks = [Edit(*match.span(), match[0].translate(_FULL), "width", "GB/T 15834") for match in _MARK.finditer(text)]
    digits = [Edit(*match.span(), match[0].translate(_HALF), "width", "GB/T 15835") for match in _DIGITS.finditer(text)]
    return sorted(marks + digits + _bracket_edits(text))


def _bracket_edits(text: str) -> list[Edit]:
    """Brackets are widened in pairs, where they hold Chinese or stand beside it."""
    edits = []
    for match in _BRACKETS.finditer(text):
        start, stop = match.span()
        if _CHINESE.search(match[1]) or _CHINESE.search(text[max(start - 1, 0):start] + text[stop:stop + 1]):
            edits += [Edit(start, start + 1, "（", "width", "GB/T 15834"), Edit(stop - 1, stop, "）", "width", "GB/T 15834")]
    return edits
