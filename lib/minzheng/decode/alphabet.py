"""Which characters a text holds, found fast, so that a fix with nothing to find costs next to nothing."""
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=4)      # several fixes ask for the same text
def letters_of(text: str) -> frozenset[str]:
    """The different characters of a text.

    >>> sorted(letters_of("低保低保a"))
    ['a', '低', '保']
    """
    if len(text) < 5000:
        return frozenset(text)
    import numpy

    codes = numpy.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=numpy.uint16)
    present = numpy.flatnonzero(numpy.bincount(codes, minlength=0x10000))
    return frozenset(map(chr, present.tolist()))     # pairs of surrogates stand for characters beyond U+FFFF


def letters(*ranges: str | tuple[int, int]) -> frozenset[str]:
    """A set of characters from strings and ranges of code points, both ends included.

    >>> sorted(letters("元", (0x61, 0x63)))
    ['a', 'b', 'c', '元']
    """
    return frozenset(character for one in ranges for character in _expand(one))


def _expand(one: str | tuple[int, int]) -> Iterable[str]:
    return one if isinstance(one, str) else map(chr, range(one[0], one[1] + 1))
