"""How likely a piece of simplified Chinese is: word costs, and phrases seen in texts; the door to jieba.

Costs are natural logarithms of probabilities, so they add up along a text and are never above 0.
Source of the words: jieba's dict.txt (MIT). It holds mojibake (紝, 鐨), so only what GB2312 can write is taken.
"""
import math
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

UNKNOWN = -19.0             # a character that no word holds
PHRASE = 8                  # longest phrase remembered from a text, in characters
COPIED = 0.15               # share of a bulletin's words that repeat a phrase of the text around
MARKS = {"，": 0.07, "、": 0.04, "。": 0.03, "“": 0.006, "”": 0.006, "；": 0.005, "《": 0.002, "》": 0.002, "：": 0.003,
         "（": 0.004, "）": 0.004, "\n": 1.0, " ": 1.0, "?": 1.0, "—": 0.0005, "·": 0.0005, "！": 1e-5, "？": 1e-5, "　": 0.001, "％": 1e-4}
MARK_COSTS = {mark: math.log(share) for mark, share in MARKS.items()}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of the language and phrases of the texts at hand."""

    words: dict[str, float]         # word -> cost; -inf for the mere beginning of a word
    phrases: dict[str, float]       # phrase of a text at hand -> cost; each beginning of a phrase is a phrase

    def cost(self, piece: str) -> float:
        """Cost of a piece as one word or phrase; -inf when it is only the beginning of one, or unknown.

        >>> Lexicon({"民": -12.0, "民政": -9.0}, {"民政厅": -8.0}).cost("民政厅")
        -8.0
        """
        return max(self.words.get(piece, -math.inf), self.phrases.get(piece, -math.inf))

    def begins(self, piece: str) -> bool:
        """Does a word or phrase begin like this?"""
        return piece in self.words or piece in self.phrases


def lexicon_of(text: str, more: str = "") -> Lexicon:
    """The lexicon for a text: the language's words, the text's own phrases and those of `more` (other texts)."""
    phrases = _phrases(more, COPIED / 4)
    phrases.update(_phrases(text, COPIED))
    return Lexicon(word_costs(), phrases)


@cache
def word_costs() -> dict[str, float]:
    """Word -> cost, with every beginning of a word at -inf; about 0.5 M entries, loaded once (under 2 s)."""
    counts = _jieba_counts()
    total = sum(counts.values())
    costs = {}
    for word, count in counts.items():
        for length in range(1, len(word)):
            costs.setdefault(word[:length], -math.inf)
        costs[word] = math.log(count / total)
    return costs | MARK_COSTS


def _jieba_counts() -> dict[str, int]:
    import jieba  # noqa: F401  (only its dictionary is read; the import says so when it is missing)

    counts = {}
    for line in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        counts[word] = int(count)
    written = "\n".join(counts).encode("gb2312", "replace").decode("gb2312").split("\n")
    return {word: counts[word] for word in written if word in counts}


def _phrases(text: str, share: float) -> dict[str, float]:
    """Pieces of 2–PHRASE characters within lines, by how often they stand in the text."""
    seen = Counter()
    for line in text.split("\n"):
        for length in range(1, PHRASE + 1):
            seen.update(line[at:at + length] for at in range(len(line) - length + 1))
    room = max(len(text), 1000)
    return {piece: math.log(share * count / room / PHRASE) for piece, count in seen.items()}
