"""What a damaged text tells about the site that rewrote it: its gloss table, its stray commas, its script."""
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property

from minzheng.decode.characters import simplified_forms, traditional_forms
from minzheng.decode.mangle_bytes import UNFOLDED_MARKS
from minzheng.decode.readings import is_reading, readings

LEAST = 3               # glosses or stray commas in a text, before it counts as rewritten
LETTERS = "a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
GLOSS = re.compile(rf"\(([{LETTERS}]{{1,6}})\)")
_GLOSSED = re.compile(rf"([㐀-鿿])\(([{LETTERS}]{{1,6}})\)")
_MARK = re.compile(r"[，、。；！,;!]")
_STRAY = re.compile(r"[^，、。；！,;!],(?=[，、。；！,;!])")
_CONTEXT_MARKS = str.maketrans(UNFOLDED_MARKS)


@dataclass(frozen=True)
class SiteEvidence:
    """Measured on one text as read."""

    text: str
    glosses: Counter        # (character, reading) -> how often
    strays: int             # marks with a stray comma before them
    marks: int              # marks in all

    @classmethod
    def of(cls, text: str) -> "SiteEvidence":
        """Look at a text."""
        glosses = Counter(pair for pair in _GLOSSED.findall(text) if is_reading(pair[1], pair[0]))
        strays = len(_STRAY.findall(text))
        return cls(text, glosses, strays, len(_MARK.findall(text)) - strays)

    @property
    def rewritten(self) -> bool:
        """Are there enough traces of a rewriting site?"""
        return sum(self.glosses.values()) >= LEAST or self.strays >= LEAST

    @property
    def comma_share(self) -> float:
        """Share of the marks that have a stray comma before them; never 0 or 1."""
        return (self.strays + 1) / (self.marks + 2)

    @cached_property
    def always_glossed(self) -> frozenset[str]:
        """Characters of the table; empty where glosses come and go at random."""
        counts = Counter(self.text)
        table = Counter()
        for (char, _), count in self.glosses.items():
            table[char] += count
        steady = sum(table.values()) >= 0.95 * sum(counts[char] for char in table)
        return frozenset(table) if steady else frozenset()

    def can_gloss(self, char: str, reading: str) -> bool:
        """Can `reading` be the gloss of `char` on this site?"""
        if (char, reading) in self.glosses:
            return True
        return char not in self.always_glossed and readings(char)[:1] == (reading,)

    @cached_property
    def characters(self) -> dict[int, dict[int, str]]:
        """First byte -> second byte -> character, for every character that a text of this script can hold."""
        simple, traditional = _simple_table(), _traditional_table()
        counts = Counter(self.text)
        balance = sum(counts[traditional[pair]] for pair in traditional.keys() - simple.keys()) \
            - sum(counts[simple[pair]] for pair in simple.keys() - traditional.keys())
        return _by_byte(balance > 0)


@cache
def _by_byte(traditional: bool) -> dict[int, dict[int, str]]:
    rows: dict[int, dict[int, str]] = {}
    for (head, tail), char in (_traditional_table() if traditional else _simple_table()).items():
        rows.setdefault(head, {})[tail] = char
    return rows


def plain(text: str) -> str:
    """A piece of raw text as it reads: glosses and stray commas out, marks full-width, simplified.

    >>> plain("社會(huì),、好,壞")
    '社会、好，坏'
    """
    text = re.sub(r",(?=[，、。；！,;!])", "", GLOSS.sub("", text)).translate(_CONTEXT_MARKS)
    return simplify(text)


def simplify(text: str) -> str:
    """Character by character, so that pieces of a word can be looked up."""
    return text.translate(_simplifying())


@cache
def _simplifying() -> dict[int, str]:
    return {ord(char): form for char, form in simplified_forms().items()}


@cache
def _simple_table() -> dict[bytes, str]:
    """The characters and marks of GB2312."""
    chars = (bytes((head, tail)).decode("gb2312", "ignore") for head in range(0xA1, 0xF8) for tail in range(0xA1, 0xFF))
    kept = frozenset(char for char in chars if char >= "㐀" or char in "、。“”《》（）；：，！？—·％　")
    return dict(_gbk_pairs(frozenset(kept)))


@cache
def _traditional_table() -> dict[bytes, str]:
    """The traditional forms of what GB2312 holds, as one-to-one conversion makes them."""
    forms = traditional_forms()
    return dict(_gbk_pairs(frozenset(form for char in _simple_table().values() for form in forms.get(char, (char,)))))


def _gbk_pairs(chars: frozenset[str]) -> list[tuple[bytes, str]]:
    pairs = ((char.encode("gbk", "ignore"), char) for char in sorted(chars))
    return [(pair, char) for pair, char in pairs if len(pair) == 2]
