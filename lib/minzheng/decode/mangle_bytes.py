"""The forward model's byte level: how a rewriting site edits GBK bytes and how a reader then takes them.

The model was found by measurement on real pages: the site inserts without respect for character boundaries, the
reader takes the bytes as Windows-936 and drops what stands in the user-defined areas.
"""
import re
from collections.abc import Callable, Mapping
from functools import cache

STRAY_MARKS = "，、。；！"               # a stray comma is put before these
FOLDED_MARKS = str.maketrans("，；：！？（）", ",;:!?()")
UNFOLDED_MARKS = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}


def insert_glosses(data: bytes, table: Mapping[str, str]) -> bytes:
    """Put `(reading)` after each pair of bytes that equals a character of the table, at even and odd offsets.

    >>> insert_glosses("社會".encode("gbk"), {"會": "huì"}).decode("gbk")
    '社會(huì)'
    """
    for char, reading in table.items():
        pair = char.encode("gbk")
        data = data.replace(pair, pair + f"({reading})".encode("gbk"))
    return data


def insert_commas(data: bytes, chosen: Callable[[], bool]) -> bytes:
    """Put an ASCII comma before each pair of bytes that equals a mark of STRAY_MARKS, where `chosen()` says so.

    One mark after the other, as the sites do: a pair that an earlier comma has split is no longer found.

    >>> insert_commas("好。基".encode("gbk"), lambda: True).hex(" ")
    'ba c3 2c a1 2c a3 bb f9'
    """
    for mark in STRAY_MARKS:
        data = re.sub(re.escape(mark.encode("gbk")), lambda pair: b"," + pair[0] if chosen() else pair[0], data)
    return data


def read_as_936(data: bytes) -> str:
    """Read bytes as Windows-936 does, user-defined characters dropped.

    A head byte followed by a byte below 0x40 becomes one `?` that swallows both.

    >>> read_as_936(bytes.fromhex("a1 2c a3 bb f9 8c d3 c9 e7 95 fe 28"))
    '?；鶎由鐣?'
    """
    out, at, pairs = [], 0, _pairs_of_936()
    while at < len(data):
        if data[at] < 0x80:
            end = at + 1
            while end < len(data) and data[end] < 0x80:
                end += 1
            out.append(data[at:end].decode("ascii"))
            at = end
        elif data[at] == 0x80:
            out.append("€")
            at += 1
        else:
            out.append(pairs.get(data[at:at + 2], "?"))
            at += 2
    return "".join(out)


def fold_marks(text: str) -> str:
    """，；：！？（） to ASCII; 、 and 。 stay.

    >>> fold_marks("（一）好，六、。")
    '(一)好,六、。'
    """
    return text.translate(FOLDED_MARKS)


@cache
def user_defined_pairs() -> dict[int, frozenset[int]]:
    """First byte -> the second bytes with which it makes a pair that vanishes."""
    seconds: dict[int, set[int]] = {}
    for pair, char in _pairs_of_936().items():
        if not char:
            seconds.setdefault(pair[0], set()).add(pair[1])
    return {head: frozenset(tails) for head, tails in seconds.items()}


@cache
def _pairs_of_936() -> dict[bytes, str]:
    """Each valid pair -> its character, "" for the user-defined ones."""
    pairs = {}
    for head in range(0x81, 0xFF):
        for tail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
            char = bytes((head, tail)).decode("gb18030")
            pairs[bytes((head, tail))] = "" if "\ue000" <= char <= "\uf8ff" else char
    return pairs
