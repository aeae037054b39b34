"""A lone blank inside a word of an otherwise clean text: 全市民 政系统."""

from minzheng.decode.aligned import Edit
from minzheng.decode.alphabet import BLANK, HAN, places
from minzheng.decode.likelihood import pairs_cost, words_cost
from minzheng.decode.words import word_costs
from minzheng.patterns import Late

CLEAR_WORDS = 6.0       # natural logarithm of how much likelier the words are without the blank
LEAST_PAIR = -2.5       # natural logarithm of how readily the character behind follows the one before
LEAST_AROUND = 4        # Chinese characters on the two sides together
LONGEST_SIDE = 6
MOST_BLANKS = 2000      # looked at in one text
_INSIDE_WORDS = " \xa0"
_BEFORE = Late(f"[㐀-鿿]{{1,{LONGEST_SIDE}}}$")
_AFTER = Late(f"[㐀-鿿]{{1,{LONGEST_SIDE}}}")


def find_split_words(text: str) -> list[Edit]:
    """Find blanks that part a word, if both witnesses say so. One between two words, or two halves of a name, stays.

    >>> [edit[:2] for edit in find_split_words("全市民 政系统稳步前进，张三 李四发言")]
    [(3, 4)]
    """
    edits = []
    lone = [place for place in places(text, BLANK, before=HAN, after=HAN) if text[place] in _INSIDE_WORDS]
    for start in lone[:MOST_BLANKS]:
        stop = start + 1
        before = _BEFORE.search(text, max(0, start - LONGEST_SIDE), start)[0]
        after = _AFTER.match(text, stop)[0]
        if len(before + after) >= LEAST_AROUND and _is_in_prose(text, start) and _is_word_parted(before, after):
            edits.append(Edit(start, stop, "", "wrap", "blank inside a word"))
    return edits


def _is_in_prose(text: str, blank: int) -> bool:
    """A line with stops, and no name in “ ”; not every other character has blanks around it (one more tells nothing)."""
    start = text.rfind("\n", 0, blank) + 1
    line, before = text[start:(text.find("\n", blank) + 1 or len(text) + 1) - 1], text[start:blank]
    is_spaced_out = text[blank - 2:blank - 1] in (" ", "\xa0") or text[blank + 2:blank + 3] in (" ", "\xa0")
    return not is_spaced_out and before.rfind("“") <= before.rfind("”") and any(stop in line for stop in "，。；")


def _is_word_parted(before: str, after: str) -> bool:
    costs = word_costs()        # no phrases: words that stand side by side may have a blank between them
    likelier = words_cost(before + after, costs) - words_cost(before, costs) - words_cost(after, costs)
    return likelier >= CLEAR_WORDS and pairs_cost(before[-1] + after[0]) >= LEAST_PAIR
