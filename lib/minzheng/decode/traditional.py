"""Traditional -> simplified text, phrases and all, as OpenCC's t2s does it (whose own converter is slow)."""
import csv
import re
from functools import cache
from importlib.resources import files
from operator import ne
from typing import NamedTuple

from minzheng.decode.aligned import Edit
from minzheng.decode.alphabet import letters_of
from minzheng.decode.characters import simplified_forms, simplified_phrases, variant_forms

LEAST_TRADITIONAL = 3       # characters that only traditional text has, before anything is converted
LEAST_SHARE = 0.02          # of them among the characters of the document, or twice that of a line
_CHANGED = re.compile(b"\1+")


class Tables(NamedTuple):
    """What the conversion needs."""

    characters: dict[int, str]      # traditional code point -> simplified character
    phrases: dict[str, str]         # words that do not go character by character
    phrase: re.Pattern              # any of these words, longest first
    telling: re.Pattern             # a character that simplified text does not use
    telling_letters: frozenset[str]


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
    pieces, done = [], 0
    for match in tables.phrase.finditer(text):
        pieces += (text[done:match.start()].translate(tables.characters), tables.phrases[match[0]])
        done = match.end()
    pieces.append(text[done:].translate(tables.characters))
    return "".join(pieces)


def _traditional_parts(text: str) -> list[tuple[int, int]]:
    """The whole text, or those of its lines that are traditional on their own, or nothing."""
    if letters_of(text).isdisjoint(load_tables().telling_letters):
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
    runs = (run.span() for run in _CHANGED.finditer(bytes(map(ne, raw, clean))))
    return [Edit(start + first, start + last, clean[first:last], "traditional", "opencc t2s") for first, last in runs]


@cache
def load_tables() -> Tables:
    """OpenCC's t2s tables with our phrase list for 著.

    Entries that do not keep the length are left out, and so are characters beyond U+FFFF, which make patterns slow.
    """
    variants = {form: simple for form, simple in variant_forms().items() if not _is_in_gb2312(form)}
    words = simplified_forms() | variants | simplified_phrases()
    # Names of the family 於, of which `用於單個` has one inside; in a bulletin the character is always 于.
    words = {old: new for old, new in words.items() if len(old) == 1 or not old.startswith("於")}
    with (files("minzheng.reference") / "zhe_phrases.csv").open(encoding="utf-8") as lines:
        words |= {row["traditional"]: row["simplified"] for row in csv.DictReader(lines)}
    words = {old: new for old, new in words.items() if len(old) == len(new)}
    characters = {ord(old): new for old, new in words.items() if len(old) == 1 and old != new}
    phrases = {old: new for old, new in words.items() if len(old) > 1}
    changes = {pair for word, new in words.items() for pair in zip(word, new, strict=True)}
    touched = {old for old, new in changes if old != new and old < "\U00010000"}
    telling = {character for character in map(chr, characters) if character in touched and not _is_in_gb2312(character)}
    return Tables(
        characters, phrases,
        phrase=re.compile("|".join(sorted(map(re.escape, phrases), key=len, reverse=True))),
        telling=re.compile(f"[{''.join(sorted(telling))}]"),
        telling_letters=frozenset(telling),
    )


def _is_in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
