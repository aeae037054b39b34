"""Kinds of characters, and where a text holds them: one look at a text tells which fixes have nothing to find in it.

Searching with patterns takes most of the time that a clean text takes; so a pattern is tried only at the places
where what it opens with stands.
"""
import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from minzheng.patterns import Late

if TYPE_CHECKING:
    from numpy import ndarray

MOST_KINDS = 32
FEW = 4                 # characters to each place, at least, that make it worth while to go from place to place
AT_ONCE = 1 << 20       # characters; what a step holds beside the result stays small
BEYOND = "\uffff"       # stands in a kind for every character beyond U+FFFF
_KINDS: list[tuple[str | tuple[int, int], ...]] = []     # of the n-th bit


def letters(*ranges: str | tuple[int, int]) -> frozenset[str]:
    """A set of characters from strings and ranges of code points, both ends included.

    >>> sorted(letters("元", (0x61, 0x63)))
    ['a', 'b', 'c', '元']
    """
    return frozenset(character for one in ranges for character in (one if isinstance(one, str) else map(chr, _codes(one))))


def kind(*ranges: str | tuple[int, int]) -> int:
    """A kind of characters, as `letters` takes them: one bit, to be joined with others by `|`."""
    if ranges not in _KINDS:
        if len(_KINDS) == MOST_KINDS:
            raise ValueError(f"{MOST_KINDS} kinds are all that a character's 32 bits hold: join some, or widen `_table`")
        _KINDS.append(ranges)
    return 1 << _KINDS.index(ranges)


HAN = kind((0x3400, 0x9FFF))
DIGIT = kind("0123456789")
BLANKS = " \xa0\u2002\u2003\u3000"
BLANK = kind(BLANKS)


def kinds_of(text: str) -> int:
    """The kinds of which a text holds a character.

    >>> bool(kinds_of("低保") & HAN), bool(kinds_of("低保") & DIGIT)
    (True, False)
    """
    return _look(text, len(_KINDS))[1]


def places(text: str, wanted: int, *, before: int = 0, after: int = 0) -> Sequence[int]:
    """Where the characters of a kind stand, if need be only those before or after which another kind stands (~: none of it).

    A line end is taken to stand before and after the text.

    >>> [*places("低保7.5万人", DIGIT)], [*places("低保7.5万人", DIGIT, before=HAN)], [*places("7.5万人", DIGIT, after=~HAN)]
    ([2, 4], [2], [0])
    """
    kinds, held = _look(text, len(_KINDS))
    if not wanted & held:
        return ()
    if len(text) <= AT_ONCE:
        return _places_in(kinds, wanted, before, after).tolist()
    found = array("I")      # a list of the places in a long text can be ten times as large
    for start in range(0, len(text), AT_ONCE):
        there = _places_in(kinds[start:start + AT_ONCE + 2], wanted, before, after) + start
        found.frombytes(there.astype(found.typecode).tobytes())
    return found


def _places_in(kinds: "ndarray", wanted: int, before: int, after: int) -> "ndarray":
    there = _is(kinds[1:-1], wanted)
    if before:
        there &= _is(kinds[:-2], before)
    if after:
        there &= _is(kinds[2:], after)
    return there.nonzero()[0]


def _is(kinds: "ndarray", wanted: int) -> "ndarray":
    return (kinds & wanted) != 0 if wanted > 0 else (kinds & ~wanted) == 0


def matches(pattern: re.Pattern | Late, text: str, at: Sequence[int]) -> Iterator[re.Match]:
    """What `pattern.finditer` finds, of which all matches begin at one of the places named (in text order).

    >>> [match[0] for match in matches(re.compile("[0-9]+万"), "低保71万人，5户", [2, 3, 7])]
    ['71万']
    """
    if len(at) * FEW > len(text):
        yield from pattern.finditer(text)
        return
    stop = 0
    for place in at:
        if place >= stop and (match := pattern.match(text, place)):
            stop = match.end()
            yield match


@lru_cache(maxsize=1)      # all fixes ask for the same text, one after the other
def _look(text: str, count: int) -> tuple["ndarray", int]:
    """The first `count` kinds of each character, with a line end before and behind: uint32; and of all together."""
    import numpy

    table = _table(count)
    kinds = numpy.full(len(text) + 2, table[ord("\n")])
    for start in range(0, len(text), AT_ONCE):
        part = text[start:start + AT_ONCE].encode("utf-32-le", "surrogatepass")
        codes = numpy.frombuffer(part, dtype=numpy.uint32)
        table.take(codes, mode="clip", out=kinds[start + 1:start + 1 + len(codes)])
    return kinds, int(numpy.bitwise_or.reduce(kinds[1:-1]))


@cache
def _table(count: int) -> "ndarray":
    """The first `count` kinds, by code point: uint32, one bit for each."""
    import numpy

    table = numpy.zeros(0x10000, dtype=numpy.uint32)
    for n, ranges in enumerate(_KINDS[:count]):
        for one in ranges:
            table[[*map(ord, one)] if isinstance(one, str) else slice(one[0], one[1] + 1)] |= 1 << n
    return table


def _codes(ends: tuple[int, int]) -> range:
    return range(ends[0], ends[1] + 1)
