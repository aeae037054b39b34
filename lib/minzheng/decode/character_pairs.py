"""A second witness for a reading: how readily its characters follow one another.

The word costs choose the cheapest way to cut a text into words. This model knows no cut: a character is followed
inside a word or across the seam of two. What is cheap for one by a lucky cut alone is dear for the other.
Source: the words of words.py, weighed by their frequency, and which of them the genre puts side by side.
"""
import math
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from minzheng.decode.phrases import load_followers
from minzheng.decode.words import word_costs

NEVER = 1e-9            # share given to what was never seen


@dataclass(frozen=True, slots=True)
class CharacterPairs:
    """Shares of running text, all between 0 and 1."""

    inside: dict[str, float]        # two characters side by side inside a word, or at the seam of words that go together
    begins: dict[str, float]        # a character at the beginning of a word
    ends: dict[str, float]          # ... at the end of one
    all: dict[str, float]           # ... anywhere

    @classmethod
    def of(cls, costs: dict[str, float]) -> "CharacterPairs":
        """From words and the logarithms of their shares.

        >>> pairs = CharacterPairs.of({"民政": math.log(0.6), "厅": math.log(0.4)})
        >>> pairs.cost("民政厅") > pairs.cost("民厅政")
        True
        """
        inside, begins, ends, everywhere = (defaultdict(float) for _ in range(4))
        for word, cost in costs.items():
            if -math.inf < cost < 0:
                share, first, last = math.exp(cost), word[0], word[-1]
                begins[first] += share
                ends[last] += share
                everywhere[first] += share
                if len(word) == 2:          # most words are such
                    everywhere[last] += share
                    inside[word] += share
                else:
                    for at in range(1, len(word)):
                        everywhere[word[at]] += share
                        inside[word[at - 1:at + 1]] += share
        words = sum(begins.values())
        return cls(dict(inside), {char: share / words for char, share in begins.items()}, dict(ends), dict(everywhere))

    def cost(self, text: str) -> float:
        """Natural logarithm of the probability of a piece of text after its first character."""
        return sum(self._cost(one, other) for one, other in pairwise(text))

    def _cost(self, one: str, other: str) -> float:
        together = self.inside.get(one + other, 0.0) + self.ends.get(one, 0.0) * self.begins.get(other, NEVER)
        return math.log((together + NEVER) / (self.all.get(one, 0.0) + 10 * NEVER))


@cache
def load_character_pairs() -> CharacterPairs:
    """The pairs of the language and of the genre; made once."""
    costs = word_costs()
    pairs = CharacterPairs.of(costs)
    for words, share in load_followers().items():
        one, _, other = words.partition(" ")
        more_than_chance = max(share - math.exp(costs[other]), 0.0)
        seam = one[-1] + other[0]
        pairs.inside[seam] = pairs.inside.get(seam, 0.0) + math.exp(costs[one]) * more_than_chance
    return pairs
