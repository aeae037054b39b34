"""Which words the genre puts side by side, and what one text says again: phrases as pieces with costs.

A word behind another is as likely as our reading book (tests/book) shows it there, and else as likely as anywhere.
Costs are those of words.py. A phrase is a piece of its own, so that a search by words finds it as one of them.
"""
import math
from bisect import bisect_right
from collections import Counter
from functools import cache
from itertools import accumulate

from minzheng.decode.words import Words, book_counts, cut, word_costs

LONGEST = 8                 # characters of a phrase
SEEN_LESS = 0.5             # taken off each count: what was seen once was lucky
BEHIND_ONE = (0.8, 5)       # trust in what the book shows behind a word; behind one seen that often half of it
BEHIND_TWO = (0.5, 2)       # ... behind two words
REMEMBERED = 200_000        # characters of a text whose phrases are remembered
COPIED = 0.15               # share of a bulletin's words that repeat a phrase of the text around


@cache
def load_phrases() -> Words:
    """The words of the language with the phrases of the genre; about 0.4 M entries, loaded once (under 2 s)."""
    costs, followers = word_costs(), load_followers()
    _, twos, threes = book_counts()
    phrases = {words.replace(" ", ""): costs[words.partition(" ")[0]] + math.log(share) for words, share in followers.items()}
    for words, count in threes.items():
        one, two, three = words.split(" ")
        first, second = (followers.get(f"{a} {b}") or math.exp(costs[b]) for a, b in ((one, two), (two, three)))
        third = _behind(BEHIND_TWO, count, twos.get(f"{one} {two}", count), second)
        phrases[one + two + three] = costs[one] + math.log(first) + math.log(third)
    return Words.of(phrases | costs)


@cache
def load_followers() -> dict[str, float]:
    """Probability of a word behind another, for those that stand together more often than by chance.

    >>> load_followers()["购买 服务"] > 0.1, "购买 打击" in load_followers()
    (True, False)
    """
    costs, (ones, twos, _), followers = word_costs(), book_counts(), {}
    for words, count in twos.items():
        one, _, other = words.partition(" ")
        followers[words] = _behind(BEHIND_ONE, count, ones[one], math.exp(costs[other]))
    return followers


def _behind(trust: tuple[float, int], count: int, there: int, usual: float) -> float:
    """Probability of what stood `count` times of `there` behind something, and is `usual` elsewhere."""
    share = trust[0] / (there + trust[1])
    return share * (count - SEEN_LESS) + (1 - share * there) * usual


def words_for(text: str, more: str = "") -> Words:
    """The words for a text: those of the genre, the text's own phrases and those of `more` (other texts)."""
    phrases = _phrases(more, COPIED / 4)
    phrases.update(_phrases(text, COPIED))
    return load_phrases().joined(Words.of(phrases))


def _phrases(text: str, share: float) -> dict[str, float]:
    """Whole words in a row, 2–LONGEST characters within lines, by how often they stand in the text."""
    seen = Counter()
    for line in text[:REMEMBERED].split("\n"):
        ends = [0, *accumulate(map(len, cut(line)))]
        for at, start in enumerate(ends):
            seen.update(line[start:stop] for stop in ends[at + 1:bisect_right(ends, start + LONGEST)])
    room = max(len(text), 1000)
    return {piece: math.log(share * count / room / LONGEST) for piece, count in seen.items() if len(piece) > 1}
