"""How likely a piece of simplified Chinese is, by two witnesses: its cheapest cut into words, its pairs of characters.

Both give natural logarithms of probabilities. What is not Chinese costs nothing.
"""

from minzheng.decode.character_pairs import load_character_pairs
from minzheng.decode.phrases import LONGEST
from minzheng.decode.words import UNKNOWN
from minzheng.patterns import Late

_NO_CHINESE = Late("[^㐀-鿿，。、；：！？（）《》“”—·％]+")
_HAN = Late("[㐀-鿿]{2,}")


def words_cost(text: str, costs: dict[str, float]) -> float:
    """Cost of the cheapest cut into pieces with the costs given: words, or words and phrases.

    >>> words_cost("民政系统", {"民政": -9.0, "系统": -8.0, "民": -12.0})
    -17.0
    >>> words_cost("民政系统", {"民": -12.0}) == -12.0 + 3 * UNKNOWN
    True
    """
    text = _NO_CHINESE.sub("\n", text)
    best = [0.0]
    for stop in range(1, len(text) + 1):
        cost = best[stop - 1] + max(costs.get(text[stop - 1], UNKNOWN), UNKNOWN)
        for start in range(max(0, stop - LONGEST), stop - 1):
            if (word := costs.get(text[start:stop])) is not None:
                cost = max(cost, best[start] + word)
        best.append(cost)
    return best[-1]


def pairs_cost(text: str) -> float:
    """Cost of the Chinese characters that stand side by side.

    >>> pairs_cost("提高到705元") > pairs_cost("提高刹705元")
    True
    """
    pairs = load_character_pairs()
    return sum(pairs.cost(part) for part in _HAN.findall(text))
