"""Pinyin in brackets after a character, as some converters add it."""
import re
from functools import cache

from minzheng.decode.aligned import Edit
from minzheng.decode.alphabet import letters, letters_of
from minzheng.decode.characters import simplified_forms
from minzheng.decode.furniture import Mark
from minzheng.decode.readings import readings, toneless

LEAST_GLOSSES = 3       # in a document, before any is taken out
_LETTERS = "a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿêếề"
GLOSS_LETTERS = letters((0x61, 0x7A), "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")
_WORD = rf"[(（\[［][ \xa0]*[{_LETTERS}]{{1,7}}[1-5]?[ \xa0]*"
_GLOSSES = re.compile(rf"(?:{_WORD}(?:{_WORD}[)）\]］][ \xa0]*)*[)）\]］])+")
_READING = re.compile(rf"[{_LETTERS}]+")


def find_glosses(text: str) -> list[Edit]:
    """Find the glosses of a document that has at least three of them.

    A bracket counts only if it holds a reading of the character before it (pypinyin's dictionary, of the
    traditional or simplified form), with or without tones, so `(街道)` and `(WTO)` stay.

    >>> [edit[:3] for edit in find_glosses("學(xué)習(xi)會(huì)議(居)和A(a)")]
    [(1, 6, ''), (7, 11, ''), (12, 17, '')]
    >>> find_glosses("只有一個(gè)")
    []
    """
    found = _glosses(text)
    if sum(len(_READING.findall(match[0])) for match in found) < LEAST_GLOSSES:
        return []
    return [Edit(*match.span(), "", "gloss", "pinyin in brackets") for match in found]


def mark_glosses(text: str) -> list[Mark]:
    """Mark what looks like a gloss in a clean text; there are too few of them to be sure.

    >>> mark_glosses("只有一個(gè)")
    [Mark(start=4, stop=8, kind='gloss', proposal='')]
    """
    return [Mark(*match.span(), "gloss") for match in _glosses(text)]


def _glosses(text: str) -> list[re.Match]:
    if letters_of(text).isdisjoint(GLOSS_LETTERS):
        return []
    return [match for match in _GLOSSES.finditer(text)
            if _are_readings(match[0], text[max(match.start() - 1, 0):match.start()])]


@cache
def _are_readings(brackets: str, character: str) -> bool:
    known = _known(character) if character else ()
    return all(gloss.lower() in known for gloss in _READING.findall(brackets))


@cache
def _known(character: str) -> frozenset[str]:
    """All readings of a character, with and without tones (ü also written v and u)."""
    forms = {character, simplified_forms().get(character, character)}
    toned = {reading for form in forms for reading in readings(form)}
    plain = {toneless(reading) for reading in toned}
    return frozenset(toned | plain | {reading.replace("ü", letter) for reading in plain for letter in "uv"})
