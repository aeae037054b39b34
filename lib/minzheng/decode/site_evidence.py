"""What a damaged text tells about the site that rewrote it: its gloss table, its stray commas, its script."""
import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, cached_property

from minzheng.decode.characters import simplified_forms, traditional_forms
from minzheng.decode.mangle_bytes import UNFOLDED_MARKS
from minzheng.decode.readings import is_reading, readings
from minzheng.patterns import Late

LEAST = 3               # glosses or stray commas in a text, before it counts as rewritten
LETTERS = "a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
GLOSS = Late(rf"\(([{LETTERS}]{{1,6}})\)")
_GLOSSED = Late(rf"([㐀-鿿])\(([{LETTERS}]{{1,6}})\)")
_HEADING_ENDS = Late(r"[㐀-鿿）》]\r?\n")
_BLANKS = Late(r"[㐀-鿿] ")
_MARK = Late(r"[，、。；！,;!]")
_STRAY = Late(r"[^，、。；！,;!],(?=[，、。；！,;!])")
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
    def between(self) -> dict:
        """This text's characters between first and second bytes, as far as run_lattice.py looked for them."""
        return {}

    @cached_property
    def weighed(self) -> dict:
        """The same, less the gloss table, with what speaks for each; filled there too."""
        return {}

    @cached_property
    def line_end_cost(self) -> float:
        """Natural logarithm of how often a line ends after a character that ends no sentence."""
        return math.log((len(_HEADING_ENDS.findall(self.text)) + 0.5) / (len(self.text) + 100))

    @cached_property
    def blank_cost(self) -> float:
        """The same for a blank after a character."""
        return math.log((len(_BLANKS.findall(self.text)) + 0.02) / (len(self.text) + 100))

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
        return char in self.glossed_as(reading)

    def glossed_as(self, reading: str) -> frozenset[str]:
        """The characters that `reading` can be the gloss of."""
        return self._glossable.get(reading, frozenset())

    @cached_property
    def _glossable(self) -> dict[str, frozenset[str]]:
        """Reading -> the characters that it can be the gloss of; one not seen glossed has its usual reading."""
        chars = defaultdict(set)
        for char, reading in self.glosses:
            chars[reading].add(char)
        for char in (_traditional_table() if self.traditional else _simple_table()) - self.always_glossed:
            for reading in readings(char)[:1]:
                chars[reading].add(char)
        return {reading: frozenset(found) for reading, found in chars.items()}

    @cached_property
    def characters(self) -> dict[int, dict[int, str]]:
        """First byte -> second byte -> character, for every character that a text of this script can hold."""
        return _by_byte(_traditional_table() if self.traditional else _simple_table())

    @cached_property
    def traditional(self) -> bool:
        """Is the text in traditional characters?"""
        simple, traditional = _simple_table(), _traditional_table()
        counts = Counter(self.text)
        return sum(counts[char] for char in traditional - simple) > sum(counts[char] for char in simple - traditional)

    @cached_property
    def rare(self) -> frozenset[str]:
        """Second forms (衕 for 同, 髮 for 发) that the text does not show: the sites convert one to one."""
        seen = frozenset(self.text)
        forms = (forms for simple, forms in traditional_forms().items() if simple in _simple_table())
        return frozenset(form for first, *others in forms for form in others if form not in seen) - _first_forms()


@cache
def _first_forms() -> frozenset[str]:
    forms = traditional_forms()
    return frozenset(forms[char][0] if char in forms else char for char in _simple_table())


@cache
def _by_byte(chars: frozenset[str]) -> dict[int, dict[int, str]]:
    rows: dict[int, dict[int, str]] = {}
    for char in sorted(chars):
        pair = char.encode("gbk", "ignore")
        if len(pair) == 2:
            rows.setdefault(pair[0], {})[pair[1]] = char
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
def _simple_table() -> frozenset[str]:
    """The characters and marks of GB2312."""
    pairs = (bytes((head, tail)) for head in range(0xA1, 0xF8) for tail in range(0xA1, 0xFF))
    chars = (pair.decode("gb2312", "ignore") for pair in pairs)
    return frozenset(char for char in chars if "㐀" <= char <= "鿿") | frozenset("、。“”《》（）；：，！？—·％　")


@cache
def _traditional_table() -> frozenset[str]:
    """The traditional forms of what GB2312 holds, as one-to-one conversion makes them."""
    forms = traditional_forms()
    return frozenset(form for char in _simple_table() for form in forms.get(char, (char,)))
