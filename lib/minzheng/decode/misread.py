"""Text that was read in the wrong encoding before it was saved: 涓浗 for 中国, ÖÐ¹ú, ä¸­å›½."""
import re
from itertools import accumulate
from typing import NamedTuple

from minzheng.decode.aligned import Edit
from minzheng.decode.alphabet import letters
from minzheng.decode.encoding import sense_of

LEAST_GAIN = 0.15       # of sense, that a reading must bring
LEAST_SENSE = 0.85      # of what it gives
SIGNS_EVERY = 24        # characters or fewer, in a line that is judged


class Reading(NamedTuple):
    """A text was written in `right` and read as `wrong`; such a text is full of the `signs`, close together."""

    wrong: str
    right: str
    signs: re.Pattern


# The first two bytes of a Chinese character in UTF-8, read as one character of GBK.
_PAIRS = [bytes((a, b)).decode("gb18030") for a in range(0xE4, 0xEA) for b in range(0x80, 0xC0)]
_SIGN = f"[銆锛{''.join(_PAIRS)}]"
_UTF8_AS_GBK = re.compile(f"{_SIGN}[^\\n]{{1,2}}{_SIGN}")
_AS_LATIN = re.compile("(?:[À-ÖØ-öø-ÿ][\x80-ÿŒ-žˆ˜–-™€…]{1,2}){2}")
_FOREIGN = "[ぁ-ヶㄅ-ㄩΑ-ωА-я" + b"\xa1\x41\xa1\x42\xa1\x43".decode("gb18030") + "]"
_BIG5_AS_GBK = re.compile(f"{_FOREIGN}[^\\n]{{0,3}}{_FOREIGN}")
MISREAD_LETTERS = letters((0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0xFF), (0x391, 0x3C9), (0x410, 0x44F), (0x3041, 0x3129),
                          (0xE000, 0xF8FF), "".join(_PAIRS), "銆锛")
_LOST = re.compile("[\udc80-\udcff]+")
_LIKELY_0X80 = re.compile("\ufffd(?=[^\x00-\x7f\ufffd])")

READINGS = (
    Reading("gb18030", "utf-8", _UTF8_AS_GBK),
    Reading("cp1252", "utf-8", _AS_LATIN),
    Reading("cp1252", "gb18030", _AS_LATIN),
    Reading("gb18030", "big5hkscs", _BIG5_AS_GBK),
)


def find_misread(text: str) -> list[Edit]:
    """Find the lines that make sense only when read in another encoding; one edit per character group.

    >>> [edit[:3] for edit in find_misread("姘戞斂宸ヤ綔")]
    [(0, 3, '民政'), (3, 6, '工作')]
    """
    lines: dict[tuple[int, int], list[Reading]] = {}
    for reading in READINGS:
        stop = 0
        while sign := reading.signs.search(text, stop):
            start, stop = text.rfind("\n", 0, sign.start()) + 1, (text.find("\n", sign.end()) + 1 or len(text) + 1) - 1
            lines.setdefault((start, stop), []).append(reading)
    return [edit for (start, stop), likely in sorted(lines.items())
            for edit in _reread(text[start:stop], start, likely)]


def _reread(line: str, offset: int, readings: list[Reading]) -> list[Edit]:
    likely = [reading for reading in readings if len(line) <= SIGNS_EVERY * len(reading.signs.findall(line))]
    tried = [(sense_of(words), reading, words) for reading in likely if (words := _as_meant(line, reading))]
    if not tried:
        return []
    after, reading, words = max(tried, key=lambda item: item[0])
    if after < max(LEAST_SENSE, sense_of(line) + LEAST_GAIN):
        return []
    return _groups(line, words, reading, offset)


def _as_meant(line: str, reading: Reading) -> str:
    """The line in the right reading, each lost byte as a lone surrogate; "" where too much of it is lost."""
    words = b"".join(_bytes_of(line, reading.wrong)).decode(reading.right, "surrogateescape")
    return "" if len(_LOST.findall(words)) > max(1, len(words) // 3) else words


def _bytes_of(line: str, encoding: str) -> list[bytes]:
    """The bytes that were misread, one string for each character; 0xFF for what nobody knows.

    Before a byte above 0x7F only 0x80 gives U+FFFD in GB18030 (Windows: €; in GBK others do too). The holes of
    cp1252 are read as Latin-1.
    """
    if encoding == "gb18030":
        line = _LIKELY_0X80.sub("€", line)
    euro = b"\x80" if encoding == "gb18030" else "€".encode("cp1252")
    return [euro if character == "€" else _byte_of(character, encoding) for character in line]


def _byte_of(character: str, encoding: str) -> bytes:
    try:
        return b"\xff" if character == "\ufffd" else character.encode(encoding)
    except UnicodeEncodeError:
        return character.encode("latin-1", "ignore") or b"\xff"


def _groups(line: str, words: str, reading: Reading, offset: int) -> list[Edit]:
    """Cut both texts where their bytes end together, so that offsets stay as exact as they can be."""
    old_ends = accumulate(map(len, _bytes_of(line, reading.wrong)))
    new_ends = accumulate(len(character.encode(reading.right, "surrogateescape")) for character in words)
    new_at = {end: n + 1 for n, end in enumerate(new_ends)}
    edits, old, new = [], 0, 0
    for n, end in enumerate(old_ends):
        if end in new_at:
            before, after = line[old:n + 1], _LOST.sub("\ufffd", words[new:new_at[end]])
            if before != after:
                edits.append(_edit(offset + old, before, after, f"{reading.right} read as {reading.wrong}"))
            old, new = n + 1, new_at[end]
    return edits


def _edit(start: int, before: str, after: str, rule: str) -> Edit:
    """A byte that had to be guessed is believed, with doubt, where it gives an everyday character."""
    if "\ufffd" not in before + after:
        return Edit(start, start + len(before), after, "misread", rule, certified=True)
    believed = "".join(character if sense_of(character) == 1 else "\ufffd" for character in after)
    return Edit(start, start + len(before), believed, "misread", rule, 0.6)
