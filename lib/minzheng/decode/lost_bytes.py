"""Characters of which a byte was lost when a text was read in the wrong encoding.

What is left of the character leaves a handful of candidates (64 at most); the words around choose among them. Taken is
only what stands clear of every other; a mark of punctuation that does not is put in with doubt; else U+FFFD stays.
"""
import math
from collections.abc import Iterable
from functools import cache
from itertools import pairwise, product
from typing import NamedTuple

from minzheng.decode.characters import to_simplified
from minzheng.decode.encoding import sense_of
from minzheng.decode.likelihood import pairs_cost, words_cost
from minzheng.decode.phrases import load_phrases
from minzheng.decode.readings import is_reading
from minzheng.decode.structure import structure_cost
from minzheng.decode.words import MARK_COSTS
from minzheng.patterns import Late
from minzheng.reference.units import units_by_form

CONTEXT = 5             # characters looked at on either side
CLEAR = 9.0             # natural logarithm of how much likelier the best must be than the next, by both witnesses
EACH = 2.0              # ... and by each
SEEN = 3.0              # ... of what speaks for a pair of characters that the text has elsewhere
UNIT = 6.0              # ... of what speaks for a unit behind a number
RARE = 12.0             # ... of what speaks against a rare mark, and against a mark where none can be
NUMBER = 5.0            # ... for a word that numbers follow
TIMES = frozenset("年月日时分岁")
BEFORE_NUMBERS = frozenset("到至达为约共较")
UNDER, OVER = frozenset("元次张人件"), frozenset("月年人户天")       # of the stroke in 元/月
NOT_FIRST = frozenset("，。、；：！？）》”％")
NOT_LAST = "、《（“，"       # no line ends with these
STANDING = frozenset("，。、；：！？（）《》“”")
LOST = "\ufffd"
LONGEST_GLOSS = 8
_GLOSS = Late(r"[(（]([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6})[)）]")
_PER = Late("/|[?][月年]")
_BEYOND = Late("[\udc80-\udcff]")


class Filled(NamedTuple):
    """What a damaged character probably was."""

    character: str                  # U+FFFD where it is not likely enough
    score: float
    clear: bool                     # far likelier than any other
    candidates: tuple[str, ...]     # best first, of what else is possible only what is likely


def pairs_of(lines: Iterable[str]) -> frozenset[str]:
    """All characters with the one after them.

    >>> sorted(pairs_of(["民政局"]))
    ['政局', '民政']
    """
    return frozenset(pair for line in lines for pair in map("".join, pairwise(line)))


def fill_gaps(words: str, gaps: dict[str, tuple[bytes, bytes]], wrong: str, seen: frozenset[str]) -> dict[str, Filled]:
    """What damaged characters probably were, from left to right and once more with what is then known.

    `gaps`: the stand-in of a damaged character in `words` -> what is left of it, the byte after it. `wrong`: the
    encoding in which the text was misread. `seen`: the pairs of characters that stand undamaged in it.
    """
    around, known = list(words), {}
    places = [at for at, character in enumerate(words) if character in gaps]
    is_torn = bool(_BEYOND.search(words))       # more than single bytes was lost: what stands around may be wrong
    for at in [*places, *places]:
        gap = words[at]
        if gap not in known or not known[gap].clear:
            before = "".join(around[max(0, at - CONTEXT):at])
            after = "".join(around[at + 1:at + 1 + CONTEXT + LONGEST_GLOSS])
            filled = fill(possible_characters(*gaps[gap], wrong), before, after, seen)
            known[gap] = filled._replace(clear=filled.clear and not is_torn)
            around[at] = filled.character
    return known


def possible_characters(left: bytes, following: bytes, wrong: str) -> tuple[str, ...]:
    r"""The Chinese characters and marks that what is left of one in UTF-8 can have been, `\xff` for each lost byte.

    A byte is lost where `wrong` has no character for it, alone (cp1252) or before the byte that follows (gbk; in
    gb18030 only 0x80 is lost before another byte above 0x7F).

    >>> possible_characters(b"\xe4\xbd\xff", b"7", "cp1252")
    ('位', '住', '佐', '佝')
    """
    places = [place for place, byte in enumerate(left) if byte == 0xFF]
    after = (left + following)[1:] + b"\n"
    ways = product(*(_lost_before(after[place], wrong) if byte == 0xFF else (byte,) for place, byte in enumerate(left)))
    found = [char for way in ways if (char := bytes(way).decode("utf-8", "ignore")) and sense_of(char) > 0]
    usual = left.replace(b"\xff", b"\x80").decode("utf-8", "ignore")
    return (usual,) if wrong == "gb18030" and after[places[-1]] >= 0x80 and usual in found else tuple(found)


@cache
def _lost_before(following: int, wrong: str) -> tuple[int, ...]:
    if wrong == "cp1252":
        return (0x81, 0x8D, 0x8F, 0x90, 0x9D)
    if following == 0xFF:       # lost as well: 0x80 is by far the likeliest
        return (0x80,)
    return tuple(byte for byte in range(0x80, 0xC0) if not _is_pair(byte, following))


def _is_pair(*pair: int) -> bool:
    try:
        return len(bytes(pair).decode("gbk")) == 1
    except UnicodeDecodeError:
        return False


def fill(candidates: tuple[str, ...], before: str, after: str, seen: frozenset[str]) -> Filled:
    """Choose among candidates by the text on either side.

    "" and a line end are the ends of a line. `seen`: the pairs of characters that stand undamaged in the text.

    >>> fill(("刱", "到", "刳"), "标准提高", "705元", frozenset()).character
    '到'
    """
    if (gloss := _GLOSS.match(after)) and (fitting := [char for char in candidates if is_reading(gloss[1], char)]):
        candidates, after = tuple(fitting), after[gloss.end():]
    around = before[-CONTEXT:], after[:CONTEXT]
    costs = {character: _costs(character, *around, seen) for character in candidates}
    ranked = sorted(costs, key=lambda character: sum(costs[character]), reverse=True)
    if not ranked:
        return Filled(LOST, 0.0, False, ())
    best, *others = ranked
    gaps = {other: [mine - its for mine, its in zip(costs[best], costs[other], strict=True)] for other in others}
    score = 1 / (1 + sum(math.exp(-sum(gap)) for gap in gaps.values()))
    likely = tuple(other for other in others if sum(gaps[other]) < 2 * CLEAR)[:4]
    if all(sum(gap) >= CLEAR and min(gap) >= EACH for gap in gaps.values()):
        return Filled(best, score, True, likely)
    return Filled(best if best in STANDING else LOST, score / 2, False, (best, *likely))


def _costs(character: str, before: str, after: str, seen: frozenset[str]) -> tuple[float, float]:
    """Natural logarithms of how likely a character is: by the words, and by the pairs of characters."""
    text = to_simplified(before + character + after)
    extra = structure_cost(text) + SEEN * (before[-1:] + character in seen) + SEEN * (character + after[:1] in seen)
    if before[-1:].isdigit() and character in _unit_beginnings():
        extra += UNIT
    if after.lstrip("?")[:1].isdigit() and character in BEFORE_NUMBERS:     # `?` has swallowed a sign
        extra += NUMBER
    if before[-1:].isdigit() and after[:1].isdigit() and character in "—至":
        extra += UNIT + NUMBER
    if (_PER.match(after) and character in UNDER) or (before[-1:] == "/" and character in OVER):
        extra += UNIT
    if after.lstrip("?")[:1] in ("", "\n", "\r") and character in "。" + NOT_LAST:
        extra += UNIT if character == "。" else -UNIT
    if character < "㐀" and character not in MARK_COSTS:
        extra -= RARE
    if before[-1:] in ("", "\n") and character in NOT_FIRST:
        extra -= RARE
    if character == "\u3000" and before[-1:] not in ("", "\n", character):
        extra -= UNIT
    return words_cost(text, load_phrases().costs) + extra, pairs_cost(text) + extra


@cache
def _unit_beginnings() -> frozenset[str]:
    return frozenset(form[0] for form in units_by_form()) | TIMES
