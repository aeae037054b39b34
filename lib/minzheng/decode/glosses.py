"""Pinyin in brackets after a character, as some converters add it."""
from functools import cache, lru_cache

from minzheng.decode.aligned import Edit, edits_alike
from minzheng.decode.alphabet import kind, matches, places
from minzheng.decode.characters import simplified_forms
from minzheng.decode.furniture import Mark
from minzheng.decode.readings import readings, toneless
from minzheng.patterns import Late

LEAST_GLOSSES = 3       # in a document, before any is taken out
LONGEST_WORD = 4        # characters that one bracket can gloss together
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿếề"
_LETTERS = f"a-zA-ZüÜêÊ{_TONED}{_TONED.upper()}"
_BRACKET, _GLOSS = kind("(（[［〔【"), kind((0x41, 0x5A), (0x61, 0x7A), "üÜêÊ", _TONED, _TONED.upper(), " \xa0\r\n")
_WORD = rf"[(（\[［〔【][ \xa0]*[{_LETTERS}\r\n]{{1,8}}[1-5]?[ \xa0]*"       # a line end can part a gloss
_GLOSSES = Late(rf"(?:{_WORD}(?:{_WORD}[)）\]］〕】][ \xa0]*)*[)）\]］〕】])+")
_WORD_GLOSS = Late(rf"[(（](?=[a-zA-Z '’]{{0,6}}[{_TONED}{_TONED.upper()}])[{_LETTERS} '’]{{4,28}}[)）]")
_NO_LINE_ENDS = {10: None, 13: None}
_READING = Late(rf"[{_LETTERS}]+")


def find_glosses(text: str) -> list[Edit]:
    """Find the glosses of a document that has at least three of them.

    A bracket counts only if it holds a reading of the character before it (pypinyin's dictionary, of the
    traditional or simplified form), with or without tones, so `(街道)` and `(WTO)` stay.

    >>> [edit[:3] for edit in find_glosses("學(xué)習(xi)會(huì)議(居)和A(a)")]
    [(1, 6, ''), (7, 11, ''), (12, 17, '')]
    >>> find_glosses("只有一個(gè)")
    []
    """
    spans = _glosses(text)
    if len(spans) < LEAST_GLOSSES and sum(len(_READING.findall(text, *span)) for span in spans) < LEAST_GLOSSES:
        return []
    return edits_alike(((*span, "") for span in spans), "gloss", "pinyin in brackets")


def mark_glosses(text: str) -> list[Mark]:
    """Mark what looks like a gloss in a clean text; there are too few of them to be sure.

    >>> mark_glosses("只有一個(gè)")
    [Mark(start=4, stop=8, kind='gloss', proposal='')]
    """
    return [Mark(*span, "gloss") for span in _glosses(text)]


@lru_cache(maxsize=1)       # a clean text is asked for both: what to take out, what to mark
def _glosses(text: str) -> list[tuple[int, int]]:
    """The spans of the glosses, each with a blank before it."""
    spans, brackets = set(), places(text, _BRACKET, after=_GLOSS)
    for pattern, fits, most in ((_GLOSSES, _are_readings, 1), (_WORD_GLOSS, _spells, LONGEST_WORD)):
        for match in matches(pattern, text, brackets):
            start = match.start() - (text[match.start() - 1:match.start()] in (" ", "\xa0"))
            if fits(match[0], text[max(start - most, 0):start]):
                spans.add((start, match.end()))
    return sorted(spans)


@cache
def _are_readings(brackets: str, character: str) -> bool:
    known = _known(character) if character else ()
    return all(gloss.lower() in known for gloss in _READING.findall(brackets.translate(_NO_LINE_ENDS)))


@cache
def _spells(bracket: str, before: str) -> bool:
    """Does a bracket hold the toned readings of the last characters, two at least: 學習(xuéxí)?"""
    spelt = "".join(_READING.findall(bracket)).lower()
    endings = {""} if not set(_TONED).isdisjoint(spelt) else set()
    for number, character in enumerate(reversed(before), 1):
        longer = (reading + rest for reading in _known(character) for rest in endings)
        endings = {ending for ending in longer if spelt.endswith(ending)}
        if number > 1 and spelt in endings:
            return True
    return False


@cache
def _known(character: str) -> frozenset[str]:
    """All readings of a character, with and without tones (ü also written v and u)."""
    forms = {character, simplified_forms().get(character, character)}
    toned = {reading for form in forms for reading in readings(form)}
    plain = {toneless(reading) for reading in toned}
    return frozenset(toned | plain | {reading.replace("ü", letter) for reading in plain for letter in "uv"})
