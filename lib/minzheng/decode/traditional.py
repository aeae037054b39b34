"""Traditional -> simplified text, phrases and all, as OpenCC's t2s does it (whose own converter is slow)."""
import csv
import re
import sys
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from minzheng.decode.aligned import Edit, edits_alike
from minzheng.decode.alphabet import kind, kinds_of
from minzheng.decode.characters import simplified_forms, simplified_phrases, variant_forms

if TYPE_CHECKING:
    from numpy import ndarray

LEAST_TRADITIONAL = 3       # characters that only traditional text has, before anything is converted
LEAST_SHARE = 0.02          # of them among the characters of the document, or twice that of a line
_OPENS_PHRASE = 1 << 24      # beyond any code point


class Tables(NamedTuple):
    """What the conversion needs."""

    simplified: "ndarray"           # uint32: code point -> its simplified one, plus a sign where it opens a phrase
    phrases: dict[str, dict[str, str]]      # first character -> words that do not go one by one, longest first
    telling: re.Pattern             # a character that simplified text does not use
    telling_kind: int


def find_traditional(text: str) -> list[Edit]:
    """Find the runs of characters that OpenCC's t2s changes, in text that is traditional.

    Every edit keeps the length. A few traditional characters in simplified text (a name, a quotation) are left.
    OpenCC leaves 著 alone; a phrase list turns it into 着 where it is that word. Never tw2sp: it changes words.

    >>> [edit[:3] for edit in find_traditional("會議總結了工作,著力保障民生")]
    [(0, 4, '会议总结'), (8, 9, '着')]
    """
    return [edit for start, stop in _traditional_parts(text) for edit in _conversions(text, start, stop)]


def to_simplified(text: str) -> str:
    """Convert a text whose being traditional is known; the length stays.

    >>> to_simplified("瞭解乾坤")
    '了解乾坤'
    """
    tables = load_tables()
    found = tables.simplified[_code_points(text)]
    clean = (found & (_OPENS_PHRASE - 1)).tobytes().decode("utf-32-le", "surrogatepass")
    pieces, done = [], 0
    for at in (found & _OPENS_PHRASE).nonzero()[0].tolist():
        word = next((word for word in tables.phrases[text[at]] if text.startswith(word, at)), "") if at >= done else ""
        if word:
            pieces += (clean[done:at], tables.phrases[text[at]][word])
            done = at + len(word)
    return "".join([*pieces, clean[done:]])


def _traditional_parts(text: str) -> list[tuple[int, int]]:
    """The whole text, or those of its lines that are traditional on their own, or nothing."""
    telling = load_tables().telling_kind
    if not kinds_of(text) & telling:
        return []
    if _is_traditional(text, LEAST_SHARE):
        return [(0, len(text))]
    return [line.span() for line in re.finditer(r".+", text) if _is_traditional(line[0], 2 * LEAST_SHARE)]


def _is_traditional(text: str, share: float) -> bool:
    count = len(load_tables().telling.findall(text))
    return count >= LEAST_TRADITIONAL and count >= share * len(text)


def _conversions(text: str, start: int, stop: int) -> list[Edit]:
    raw = text[start:stop]
    clean = to_simplified(raw)
    import numpy

    changed = numpy.diff(_code_points(raw) != _code_points(clean), prepend=False, append=False)
    ends = changed.nonzero()[0].tolist()        # where runs of changed characters begin and end, in turn
    runs = ((start + first, start + last, clean[first:last]) for first, last in zip(ends[::2], ends[1::2], strict=True))
    return edits_alike(runs, "traditional", "opencc t2s")


def _code_points(text: str) -> "ndarray":
    import numpy

    return numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=numpy.uint32)


@cache
def load_tables() -> Tables:
    """OpenCC's t2s tables with our phrase list for 著.

    Entries that do not keep the length are left out; characters beyond U+FFFF tell nothing, as they make patterns slow.
    """
    import numpy

    variants = {form: simple for form, simple in variant_forms().items() if not _is_in_gb2312(form)}
    words = simplified_forms() | variants | simplified_phrases()
    # Names of the family 於, of which `用於單個` has one inside; in a bulletin the character is always 于.
    words = {old: new for old, new in words.items() if len(old) == 1 or not old.startswith("於")}
    with (files("minzheng.reference") / "zhe_phrases.csv").open(encoding="utf-8") as lines:
        words |= {row["traditional"]: row["simplified"] for row in csv.DictReader(lines)}
    words = {old: new for old, new in words.items() if len(old) == len(new)}
    characters = {ord(old): ord(new) for old, new in words.items() if len(old) == 1 and old != new}
    phrases: dict[str, dict[str, str]] = {}
    for old in sorted((old for old in words if len(old) > 1), key=len, reverse=True):
        phrases.setdefault(old[0], {})[old] = words[old]
    simplified = numpy.arange(sys.maxunicode + 1, dtype=numpy.uint32)
    simplified[[*characters]] = [*characters.values()]
    simplified[[*map(ord, phrases)]] |= _OPENS_PHRASE
    changes = {pair for word, new in words.items() for pair in zip(word, new, strict=True)}
    touched = {old for old, new in changes if old != new and old < "\U00010000"}
    telling = {character for character in map(chr, characters) if character in touched and not _is_in_gb2312(character)}
    return Tables(
        simplified, phrases,
        telling=re.compile(f"[{''.join(sorted(telling))}]"),
        telling_kind=kind("".join(sorted(telling))),
    )


def _is_in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
