"""A lattice of what a damaged run can have been, and the likeliest ways through it.

Nodes are numbered along the text; an edge leads to a later node and holds the characters that can stand there.
"""
import heapq
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import product
from operator import itemgetter
from typing import NamedTuple

from minzheng.decode.words import UNKNOWN, Words

KEPT = 8            # ways kept at each node
RARE_CHARACTER = "㐀"         # stands for the Chinese characters that are not looked at one by one
TRIED = 4           # words tried at each node for each way that is kept
HOPELESS = 20.0     # natural logarithm of how much less likely than the best a way may be that is kept
CLASH = -10.0       # two marks that do not go together
_OPENING, _CLOSING = "，、；：。！？“《（", "，、；：。！？”》）"
_NO_LINE_END = "，、“《（"
IMPOSSIBLE = frozenset(product(_OPENING, _CLOSING)) - frozenset(product("。！？", "”）")) | frozenset(
    product(_NO_LINE_END, "\n"))
_ENDS = frozenset(_CLOSING + "\n")
_STOPS = frozenset("，、；。")
_MARKS = frozenset(_OPENING + _NO_LINE_END) | _STOPS
_QUOTE_GOES_ON = frozenset(("”，", "”、", "”。", "”；", "”的"))     # no stop before these
ANY = 1000          # where nearly every character can stand, no word begins

Word = tuple[float, int, str, str]      # its cost, the node where it ends, its characters as raw and as meant


class Edge(NamedTuple):
    """One character, one of several."""

    node: int
    chars: dict[str, float]     # with the natural logarithm of what speaks for each apart from the words


class Way(NamedTuple):
    """A reading of the lattice from some node to its end."""

    cost: float             # natural logarithm of its probability, over all cuts into words
    text: str               # the characters as the raw text would have them
    meant: str              # the same, simplified


class Ways(NamedTuple):
    """The likeliest readings, best first, and the logarithm of the probability of all readings together."""

    best: list[Way]
    total: float


@dataclass
class Lattice:
    """Edges by node; the last node is the end."""

    edges: list[list[Edge]] = field(default_factory=list)
    beginnings: list[int] = field(default_factory=list)

    def begin(self) -> int:
        """A new node at which a reading can begin."""
        self.beginnings.append(self.node())
        return self.beginnings[-1]

    def node(self) -> int:
        """A new node behind all others."""
        self.edges.append([])
        return len(self.edges) - 1

    def connect(self, start: int, stop: int, chars: dict[str, float]) -> None:
        """Let one of some characters stand between two nodes; nothing to connect where there are none."""
        if chars:
            self.edges[start].append(Edge(stop, chars))


def best_ways(lattice: Lattice, words: Words, simplify: Callable[[str], str], kept: int = KEPT) -> list[Ways]:
    """The likeliest ways from each beginning to the last node that mean different things.

    >>> lattice = Lattice()
    >>> lattice.connect(lattice.begin(), lattice.node(), {"民": 0.0, "居": 0.0})
    >>> lattice.connect(1, lattice.node(), {"政": 0.0})
    >>> [ways] = best_ways(lattice, Words.of({"民政": -9.0, "居": -10.0, "政": -12.0}), str)
    >>> [way.text for way in ways.best], round(ways.best[0].cost, 3), round(ways.total, 3)
    (['民政', '居政'], -9.0, -9.0)
    """
    ways: list[list[Way]] = [[] for _ in lattice.edges]
    ways[-1] = [Way(0.0, "", "")]
    totals: list[dict[str, float]] = [{} for _ in lattice.edges]
    totals[-1] = dict.fromkeys(("", *_OPENING), 0.0)
    steps: list[list[tuple[int, Meanings]]] = [[] for _ in lattice.edges]
    known: dict[int, Meanings] = {}
    for node in reversed(range(len(lattice.edges) - 1)):
        for edge in lattice.edges[node]:
            if ways[edge.node]:
                chars = known.get(id(edge.chars)) or Meanings.of(edge.chars, words, simplify, kept)
                known[id(edge.chars)] = chars
                steps[node].append((edge.node, chars))
        begun = _words_from(steps, node, words)
        likely = heapq.nlargest(TRIED * kept, begun, key=lambda word: word[0] + ways[word[1]][0].cost)
        rare = [(chars.others, stop, "", RARE_CHARACTER) for stop, chars in steps[node]]
        ways[node], totals[node] = _joined(likely, ways, kept), _totals([*begun, *rare], totals)
    return [Ways(ways[start], totals[start][""]) for start in lattice.beginnings]


def add_up(costs: Iterable[float]) -> float:
    """The logarithm of the sum of probabilities given by their logarithms; -inf for none.

    >>> round(math.exp(add_up([math.log(0.25), math.log(0.5)])), 6), add_up([])
    (0.75, -inf)
    """
    costs = list(costs)
    most = max(costs, default=-math.inf)
    return most + math.log(sum(math.exp(cost - most) for cost in costs)) if most > -math.inf else -math.inf


def _joined(begun: list[Word], ways: list[list[Way]], kept: int) -> list[Way]:
    """The best of the words each followed by the ways on from where it ends."""
    best: dict[str, Way] = {}
    least = begun[0][0] + ways[begun[0][1]][0].cost - HOPELESS if begun else 0.0
    if len(begun) == TRIED * kept:      # other words were not tried: no better than the last of these
        least = max(least, begun[-1][0] + ways[begun[-1][1]][0].cost)
    for word, stop, text, simple in begun:
        ends_in_mark = simple[-1] in _MARKS
        for rest, rest_text, rest_meant in ways[stop]:
            cost, meant = word + rest, simple + rest_meant
            if cost < least:
                break
            if ends_in_mark and _clash(simple[-1], rest_meant):
                cost += CLASH
            way, other = Way(cost, text + rest_text, meant), best.get(meant)
            best[meant] = max(way, other)._replace(cost=add_up((cost, other.cost))) if other else way
    return heapq.nlargest(kept, best.values())


def _totals(begun: list[Word], totals: list[dict[str, float]]) -> dict[str, float]:
    """What all ways from a node have together, by the mark that stands before them, "" for none."""
    sums: dict[str, list[float]] = {}
    for cost, stop, _, meant in begun:
        last, first = meant[-1], meant[0]
        following = totals[stop][last if last in _OPENING else ""]
        sums.setdefault(first if first in _ENDS else "", []).append(cost + following)
    by_first = {first: add_up(costs) for first, costs in sums.items()}
    if by_first.keys() <= {""}:         # no mark can begin here, so none before it clashes
        return dict.fromkeys(("", *_OPENING), by_first.get("", -math.inf))
    return {last: add_up(cost + CLASH * ((last, first) in IMPOSSIBLE) for first, cost in by_first.items())
            for last in ("", *_OPENING)}


def _clash(last: str, following: str) -> bool:
    return (last, following[:1]) in IMPOSSIBLE or (last in _STOPS and following[:2] in _QUOTE_GOES_ON)


class Meanings(NamedTuple):
    """The characters of an edge by what they mean, and what of them need not be looked at one by one."""

    chars: dict[str, tuple[str, float]]     # the character and what speaks for it
    alone: list[tuple[float, str]]      # cost and meaning of those that can stand alone in one of the likeliest ways
    others: float                       # cost of all others together
    begin: list[str]                    # those that begin words

    @classmethod
    def of(cls, chars: dict[str, float], words: Words, simplify: Callable[[str], str], kept: int) -> "Meanings":
        """All characters lead to the same node, so only the `kept` likeliest can be in as many likeliest ways."""
        meanings = {simplify(char): (char, extra) for char, extra in sorted(chars.items(), key=itemgetter(1))}
        costs = sorted(((max(words.cost(meant), UNKNOWN) + extra, meant) for meant, (_, extra) in meanings.items()),
                       reverse=True)
        likely = [one for one in costs if one[1] < "㐀"] + [one for one in costs if one[1] >= "㐀"][:kept]
        others = add_up(cost for cost, meant in costs if meant >= "㐀") if len(costs) > len(likely) else -math.inf
        others = _without(others, [cost for cost, meant in likely if meant >= "㐀"])
        begin = [meant for meant in meanings if meant in words.following] if len(chars) <= ANY else []
        return cls(meanings, likely, others, begin)


def _without(total: float, costs: list[float]) -> float:
    """The logarithm of a sum of probabilities less some of them."""
    rest = 1 - sum(math.exp(cost - total) for cost in costs) if total > -math.inf else 0.0
    return total + math.log(rest) if rest > 1e-12 else -math.inf


def _words_from(steps: list[list[tuple[int, Meanings]]], start: int, words: Words) -> list[Word]:
    """Every word or phrase that can begin at a node."""
    costs, following, impossible = words.costs, words.following, -math.inf
    found = [(cost, node, chars.chars[meant][0], meant) for node, chars in steps[start] for cost, meant in chars.alone]
    open_words = [(node, *chars.chars[meant], meant) for node, chars in steps[start] for meant in chars.begin]
    while open_words:
        node, text, extra, meant = open_words.pop()
        next_chars = following[meant]
        for stop, chars in steps[node]:
            known = chars.chars
            both = (known, next_chars) if len(known) < len(next_chars) else (next_chars, known)
            for simple in filter(both[1].__contains__, both[0]):
                piece, (char, more) = meant + simple, known[simple]
                cost = costs[piece]
                if cost > impossible:
                    found.append((cost + extra + more, stop, text + char, piece))
                if piece in following:
                    open_words.append((stop, text + char, extra + more, piece))
    return found
