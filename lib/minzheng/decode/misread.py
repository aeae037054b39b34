"""Text that was read in the wrong encoding before it was saved: 涓浗 for 中国, ÖÐ¹ú, ä¸­å›½."""
import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from minzheng.decode.aligned import Edit
from minzheng.decode.alphabet import kind, kinds_of, matches, places
from minzheng.decode.encoding import sense_of
from minzheng.decode.furniture import Mark
from minzheng.decode.lost_bytes import LOST, Filled, fill_gaps, pairs_of
from minzheng.decode.misread_bytes import bytes_of, is_certified
from minzheng.patterns import Late

LEAST_GAIN = 0.15       # of sense, that a reading must bring
LEAST_SENSE = 0.85      # of what it gives
LEAST_SENSE_OF_PROOF = 0.6
PROOF = 10              # characters in order, three of them taken off for each damaged one
LEAST_PART = 4          # characters of a part of a line
LEAST_TWICE = 2         # signs that are left in a text misread twice
SIGNS_EVERY = 24        # characters or fewer, in a line that is judged


class Reading(NamedTuple):
    """A text was written in `right` and read as `wrong`; such a text is full of the `signs`, close together."""

    wrong: str
    right: str
    signs: re.Pattern
    opening: int                # kind of the characters with which a sign opens


# The first two bytes of a Chinese character in UTF-8, read as one character of GBK.
_PAIRS = [bytes((a, b)).decode("gb18030") for a in range(0xE4, 0xEA) for b in range(0x80, 0xC0)]
_SIGN = f"[銆锛{''.join(_PAIRS)}]"
_UTF8_AS_GBK = Late(f"{_SIGN}[^\\n]{{1,2}}{_SIGN}")
_NO_LETTER, _LATIN_LETTERS = "\xa1-\xbf×÷", "[À-ÖØ-öø-ÿ]"
_LATIN = f"{_LATIN_LETTERS}[\x80-ÿŒ-žˆ˜–-™€…\ufffd]{{1,2}}"
_AS_LATIN = Late(_LATIN + _LATIN)
_GBK_AS_LATIN = Late(f"(?=[{_NO_LETTER}]{{0,5}}{_LATIN_LETTERS})[\xa1-\xf7][\xa1-\xfe](?:[\xa1-\xf7][\xa1-\xfe]){{2}}")
_FOREIGN = "[ぁ-ヶㄅ-ㄩΑ-ωА-я" + b"\xa1\x41\xa1\x42\xa1\x43".decode("gb18030") + "]"
_BIG5_AS_GBK = Late(f"{_FOREIGN}[^\\n]{{0,3}}{_FOREIGN}")
_LATIN_LETTER = kind((0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0xFF))
_HIGH_BYTE = kind((0xA1, 0xFF), (0x152, 0x17E), "ƒˆ˜")
_FOREIGN_LETTER = kind((0x391, 0x3C9), (0x410, 0x44F), (0x3041, 0x3129), (0xE000, 0xF8FF))
_UTF8_PAIR = kind("".join(_PAIRS), "銆锛")
MISREAD = _LATIN_LETTER | _FOREIGN_LETTER | _UTF8_PAIR
_BEYOND = Late("[\udc80-\udcff]+")
_GAP = Late(rb"[\xe0-\xef](?:\xff[\x80-\xbf\xff]|[\x80-\xbf]\xff)")
_FIRST_GAP = 0xEC00     # a private character for each damaged one, three bytes long in UTF-8 like most of these
MOST_GAPS = 0xC00       # in a text (5 ms each), and private characters for them
_PRIVATE = Late("[\ue000-\uf8ff]")     # GBK has no characters there, GB18030 has
_SWALLOWED = "\0"
_SLASH = Late("(?<=元)\0(?=[月年人])")

_PART = Late("[^，。：；、！？“”（）《》 \\t|,:;]+")        # none of these stands in GBK or gb18030 read wrongly
_UNREAD = (     # pattern, kind of what it opens with, kind that the text must hold somewhere
    (Late(f"{_SIGN}[^\\n]{{1,2}}(?:{_SIGN}[^\\n]{{1,2}}){{2,}}"), _UTF8_PAIR, _UTF8_PAIR),
    (Late("[\xa1-\xffŒ-žƒˆ˜]{4,}"), _HIGH_BYTE, _LATIN_LETTER),
)

READINGS = (
    Reading("gb18030", "utf-8", _UTF8_AS_GBK, _UTF8_PAIR),
    Reading("cp1252", "utf-8", _AS_LATIN, _LATIN_LETTER),
    Reading("cp1252", "gb18030", _GBK_AS_LATIN, _HIGH_BYTE),
    Reading("gb18030", "big5hkscs", _BIG5_AS_GBK, _FOREIGN_LETTER),
    Reading("cp1252", "big5hkscs", _AS_LATIN, _LATIN_LETTER),
)
_TWICE = READINGS[1]


class Meant(NamedTuple):
    """A line in another reading."""

    reading: Reading
    pieces: list[bytes]             # the bytes of each character as it was misread; 0xFF for one that nobody knows
    words: str                      # a private character for each damaged one, lone surrogates for misfits
    gaps: dict[str, tuple[bytes, bytes]]    # private character -> what is left of the damaged one, the byte after it

    @property
    def sense(self) -> float:
        """Of what is not damaged, 0–1."""
        return sense_of("".join(character for character in self.words if character not in self.gaps))

    @property
    def least_sense(self) -> float:
        """What it must make: less where so many characters are in order that this cannot be chance (glosses, names)."""
        in_order = len(self.words) - 3 * len(self.gaps)
        is_proof = self.reading.right == "utf-8" and in_order >= PROOF and not _BEYOND.search(self.words)
        return LEAST_SENSE_OF_PROOF if is_proof else LEAST_SENSE


def find_misread(text: str) -> list[Edit]:
    """Find the lines that make sense only when read in another encoding; one edit per character group.

    >>> [edit[:3] for edit in find_misread("姘戞斂宸ヤ綔")]
    [(0, 3, '民政'), (3, 6, '工作')]
    """
    lines: dict[tuple[int, int], list[Reading]] = {}
    for reading in READINGS:
        stop = 0
        for sign in matches(reading.signs, text, places(text, reading.opening)):
            if sign.start() >= stop:
                start, stop = text.rfind("\n", 0, sign.start()) + 1, (text.find("\n", sign.end()) + 1 or len(text) + 1) - 1
                lines.setdefault((start, stop), []).append(reading)
    meant = [part for (start, stop), likely in sorted(lines.items())
             for part in _meant_in(text[start:stop], start, likely)]
    seen = pairs_of(words.words for *_, words in meant if words.gaps)
    is_gb18030, left = bool(_PRIVATE.search(text)), MOST_GAPS
    edits = []
    for start, line, words in meant:
        wrong = "gbk" if words.reading.wrong == "gb18030" and not is_gb18030 else words.reading.wrong
        filled = fill_gaps(words.words, words.gaps if left > 0 else {}, wrong, seen)
        left -= len(words.gaps)
        edits += _groups(line, words, filled, start)
    return edits


def mark_misread(text: str) -> list[Mark]:
    """Mark what still looks like text read in the wrong encoding: too much of it was lost to be read again.

    >>> [mark[:2] for mark in mark_misread("共姘戞斂宸ヤ綔浼氳")]
    [(1, 9)]
    """
    return [Mark(*match.span(), "lost") for pattern, opening, needs in _UNREAD if kinds_of(text) & needs
            for match in matches(pattern, text, places(text, opening))]


def _meant_in(line: str, start: int, readings: list[Reading]) -> Iterator[tuple[int, str, Meant]]:
    """A line as it was meant, or those of its parts that were misread, each with the place where it begins."""
    if whole := _meant_by(line, readings):
        yield start, line, whole
        return
    for part in _PART.finditer(line):
        if len(part[0]) >= LEAST_PART and (meant := _meant_by(part[0], readings)):
            yield start + part.start(), part[0], meant


def _meant_by(line: str, readings: list[Reading]) -> Meant | None:
    """The line in the reading that makes most sense; None where that is not clearly more than it makes as it is.

    Text misread twice makes no sense yet, but is without a fault in the reading that was right the second time.
    """
    likely = [reading for reading in readings if len(line) <= SIGNS_EVERY * len(reading.signs.findall(line))]
    tried = [meant for reading in likely if (meant := _as_meant(line, reading))]
    best = max(tried, key=lambda meant: meant.sense, default=None)
    if best and best.sense >= max(best.least_sense, sense_of(line) + LEAST_GAIN):
        return best
    again = (meant for meant in tried if meant.reading == _TWICE and not meant.gaps)
    return next((meant for meant in again if not _BEYOND.search(meant.words)
                 and len(_AS_LATIN.findall(meant.words)) >= LEAST_TWICE), None)


def _as_meant(line: str, reading: Reading) -> Meant | None:
    """The line in the right reading; None where too much of it is lost."""
    pieces = bytes_of(line, reading.wrong, reading.right)
    data, gaps = b"".join(pieces), {}

    def stand_in(gap: re.Match) -> bytes:
        if len(gaps) == MOST_GAPS:
            return gap[0]
        character = chr(_FIRST_GAP + len(gaps))
        gaps[character] = gap[0], data[gap.end():gap.end() + 1]
        return character.encode()

    words = (_GAP.sub(stand_in, data) if reading.right == "utf-8" else data).decode(reading.right, "surrogateescape")
    beyond = len(_BEYOND.findall(words))
    is_lost = beyond > max(1, len(words) // 3) or len(gaps) > len(words) / 2 + 1
    return None if is_lost else Meant(reading, pieces, words, gaps)


def _groups(line: str, meant: Meant, filled: dict[str, Filled], offset: int) -> Iterator[Edit]:
    """Cut both texts where their bytes end together, so that offsets stay as exact as they can be."""
    reading, words = meant.reading, _whole(meant, filled)
    old_ends = accumulate(map(len, meant.pieces))
    new_ends = accumulate(len(character.encode(reading.right, "surrogateescape")) for character in meant.words)
    new_at = {end: n + 1 for n, end in enumerate(new_ends)}
    old = new = 0
    for n, end in enumerate(old_ends):
        if end in new_at:
            before, after = line[old:n + 1], _BEYOND.sub(LOST, words[new:new_at[end]])
            here = [filled[character] for character in meant.words[new:new_at[end]] if character in filled]
            if before != after:
                sure = is_certified(before, after, line[n + 1:n + 2], (reading.wrong, reading.right))
                yield _edit(offset + old, (before, after), here, sure, reading)
            old, new = n + 1, new_at[end]


def _whole(meant: Meant, filled: dict[str, Filled]) -> str:
    """The words with what the damaged characters were; of the signs swallowed after them only 元/月 shows its own."""
    swallowed = {at + 1 for at, char in enumerate(meant.words) if char in meant.gaps}
    known = (filled[char].character if char in filled else LOST if char in meant.gaps else
             _SWALLOWED if char == "?" and at in swallowed else char for at, char in enumerate(meant.words))
    return _SLASH.sub("/", "".join(known)).replace(_SWALLOWED, LOST)


def _edit(start: int, words: tuple[str, str], here: list[Filled], sure: bool, reading: Reading) -> Edit:
    before, after = words
    rule = f"{reading.right} read as {reading.wrong}" + (", lost byte" if here or LOST in after else "")
    score = min((one.score for one in here), default=0.0 if LOST in after else 1.0)
    is_clear = all(one.clear for one in here)
    candidates = next((one.candidates for one in here if one.candidates and not (is_clear and LOST in after)), ())
    sure = sure and LOST not in after and is_clear
    return Edit(start, start + len(before), after, "misread", rule, score, sure, candidates)
