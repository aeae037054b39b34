"""Pinyin readings of characters; the door to pypinyin."""
import unicodedata
from functools import cache


@cache
def readings(char: str) -> tuple[str, ...]:
    """All readings of one character with tone marks, the usual one first; () for what has none.

    >>> readings("会")
    ('huì', 'kuài')
    """
    from pypinyin.constants import PINYIN_DICT

    found = PINYIN_DICT.get(ord(char), "") if len(char) == 1 else ""
    return tuple(found.split(",")) if found else ()


@cache
def toneless(reading: str) -> str:
    """The reading without tone marks, ü kept: `huì` -> `hui`, `lǜ` -> `lü`.

    >>> toneless("huì"), toneless("lǜ")
    ('hui', 'lü')
    """
    marks = unicodedata.normalize("NFD", reading)
    plain = (mark for mark in marks if mark == "\u0308" or not unicodedata.combining(mark))    # U+0308: the dots of ü
    return unicodedata.normalize("NFC", "".join(plain))


def is_reading(gloss: str, char: str) -> bool:
    """Is `gloss`, with or without tone marks, a reading of `char`?

    >>> is_reading("xué", "學"), is_reading("xue", "學"), is_reading("xùe", "學"), is_reading("居", "學")
    (True, True, False, False)
    """
    known = readings(char)
    return gloss in known or gloss in map(toneless, known)
