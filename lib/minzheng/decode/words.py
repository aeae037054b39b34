"""How likely a word of simplified Chinese is; the door to jieba.

Costs are natural logarithms of probabilities, so they add up along a text and are never above 0.
Source of the words: jieba's dict.txt (MIT). It holds mojibake (紝, 鐨), so only what GB2312 can write is taken.
Words of the genre come from reference/genre_words.txt, names of places from the region list; how often the genre uses
each comes from reference/genre_counts.txt, counted in a reading book of our own (tests/book).
"""
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

from minzheng.patterns import Late
from minzheng.reference.regions import load_regions

LONE = -3.0                 # a character as a word of its own; those of FUNCTION often are one in bulletins
FUNCTION = frozenset("的和在了与及对为等从到以将各全向由被把是有年月日名个户万亿元人省市县区村乡镇厅局处会要不上下中大新第多余共已后前内外每其"
                     "按并于着也更或一二三四五六七八九十两")
GENRE = -9.0                # a word of the genre
PLACE = -10.5               # a province or prefecture; counties are rarer
COUNTY = -12.0
UNKNOWN = -19.0             # a character that no word holds
SEEN = 4                    # half of the list stands there three times: odds and ends that tell nothing
FAMOUS = 50                 # a person named less often in the 60 million words of the list is as good as unknown
LONGEST = 6                 # characters of a word that a cut looks for
BOOK = 0.5                  # weight of the book against the language
BOOK_LONE = 0.3             # ... of its characters that are words of their own, many of them parts of names
MARKS = {"，": 0.07, "、": 0.04, "。": 0.03, "“": 0.006, "”": 0.006,
         "；": 0.005, "《": 0.002, "》": 0.002, "：": 0.003,
         "（": 0.004, "）": 0.004, "\n": 1.0, " ": 1.0, "?": 1.0, "—": 0.0005, "·": 0.0005,
         "！": 1e-5, "？": 1e-5, "　": 1e-6, "％": 1e-4}
# Of the list: word, count, kind where it names a person; words of one character or seen SEEN times.
_ENTRY = Late(rf"^(\S|\S+(?= (?:[{SEEN}-9]|\d\d))) (\d+) (nr)?", re.M)
MARK_COSTS = {mark: math.log(share) for mark, share in MARKS.items()}


@dataclass(frozen=True, slots=True)
class Words:
    """Pieces of text with their costs, and what can follow each."""

    costs: dict[str, float]         # word -> cost; -inf for the mere beginning of a word
    following: dict[str, str]       # beginning of a word -> the characters that can go on with it

    @classmethod
    def of(cls, costs: dict[str, float]) -> "Words":
        """Words with their beginnings."""
        whole, following = dict(costs), {}
        for piece in costs:
            for stop in range(len(piece) - 1, 0, -1):
                begun = piece[:stop]
                following[begun] = following.get(begun, "") + piece[stop]
                if begun in whole:
                    break
                whole[begun] = -math.inf
        return cls(whole, following)

    def cost(self, piece: str) -> float:
        """Cost of a piece as one word; -inf when it is only the beginning of one, or unknown."""
        return self.costs.get(piece, -math.inf)

    def joined(self, other: "Words") -> "Words":
        """The words of both, each at its better cost.

        >>> both = Words.of({"民": -12.0, "民政": -9.0}).joined(Words.of({"民政厅": -8.0}))
        >>> both.cost("民政厅"), both.cost("民政"), both.following["民政"]
        (-8.0, -9.0, '厅')
        """
        costs, following = dict(self.costs), dict(self.following)
        for piece, cost in other.costs.items():
            costs[piece] = max(cost, self.cost(piece))
        for piece, chars in other.following.items():
            known = self.following.get(piece, "")
            following[piece] = known + "".join(char for char in chars if char not in known)
        return Words(costs, following)


@cache
def word_costs() -> dict[str, float]:
    """The words of the language as the genre uses them, about 0.13 M, with their costs; loaded once."""
    costs = language_costs()
    counts = {word: count for word, count in book_counts()[0].items() if word not in MARKS}
    total = sum(counts.values())
    for word, count in counts.items():
        known = math.exp(costs.get(word, UNKNOWN))
        mixed = (1 - BOOK) * known + BOOK * count / total * (BOOK_LONE if len(word) == 1 else 1)
        costs[word] = math.log(max(mixed, known) if len(word) == 1 else mixed)
    return costs


@cache
def book_counts() -> list[dict[str, int]]:
    """How often a word stands in the reading book; two words and three side by side, parted by a blank.

    Chance neighbours are left out.
    """
    text = (files("minzheng.reference") / "genre_counts.txt").read_text(encoding="utf-8")
    counts: list[dict[str, int]] = [{}, {}, {}]
    for line in text.splitlines():
        if not line.startswith("#"):
            count, _, words = line.partition(" ")
            counts[words.count(" ")][words] = int(count)
    return counts


def language_costs() -> dict[str, float]:
    """Word -> cost, before any reading book is opened."""
    counts = _jieba_counts()
    total = sum(counts.values())
    costs = {word: math.log(count / total) for word, count in counts.items()}
    costs |= {word: cost + LONE for word, cost in costs.items() if len(word) == 1 and word not in FUNCTION}
    numbered = ((f"（{numeral}）", GENRE) for numeral in "一二三四五六七八九十")
    for word, cost in chain(_genre_words(), _places(), numbered):
        costs[word] = max(cost, costs.get(word, cost))
    return costs | MARK_COSTS


def _genre_words() -> Iterator[tuple[str, float]]:
    text = (files("minzheng.reference") / "genre_words.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from ((word, GENRE) for word in line.split())


def _places() -> Iterator[tuple[str, float]]:
    for region in load_regions():
        cost = COUNTY if region.level == "county" else PLACE
        yield from ((name, cost) for name in (region.name, *region.short))


def _jieba_counts() -> dict[str, int]:
    text = (files("jieba") / "dict.txt").read_text(encoding="utf-8")
    counts = {word: int(count) for word, count, person in _ENTRY.findall(text)
              if not person or len(word) == 1 or int(count) >= FAMOUS}
    written = "\n".join(counts).encode("gb2312", "replace").decode("gb2312").split("\n")
    return {word: counts[word] for word in written if word in counts}


def cut(text: str, costs: dict[str, float] | None = None) -> list[str]:
    """The words of a piece of text, by the cheapest cut; costs are those of word_costs where none are given.

    >>> cut("救助制度改革"), cut("好")
    (['救助', '制度', '改革'], ['好'])
    """
    costs, best, starts = costs or word_costs(), [0.0], [0]
    for stop in range(1, len(text) + 1):
        cost, begin = best[stop - 1] + max(costs.get(text[stop - 1], UNKNOWN), UNKNOWN), stop - 1
        for start in range(max(0, stop - LONGEST), stop - 1):
            word = best[start] + costs.get(text[start:stop], -math.inf)
            if word > cost:
                cost, begin = word, start
        best.append(cost)
        starts.append(begin)
    words, stop = [], len(text)
    while stop:
        words.append(text[starts[stop]:stop])
        stop = starts[stop]
    return words[::-1]
