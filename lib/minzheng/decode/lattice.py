"""A lattice of what a damaged run can have been, and the likeliest ways through it.

Nodes are numbered along the text; an edge leads to a later node and holds the characters that can stand there.
"""
import heapq
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from minzheng.decode.words import UNKNOWN, Lexicon

KEPT = 8            # ways kept at each node
MANY = 100          # where more characters than this can stand, only such as are words of some frequency stand alone
RARE = -12.0
WEAK = -15.0        # a word as rare as this (some 20 in the 60 million of the list) speaks for no reading
TRIED = 80          # words tried at each node
CLASH = -10.0       # two marks that do not go together
IMPOSSIBLE = frozenset(product("，、；：。！？“《（", "，、；：。！？”》）")) - frozenset(product("。！？", "”）"))
_STOPS = frozenset("，、；。")
_QUOTE_GOES_ON = frozenset(("”，", "”、", "”。", "”；", "”的"))     # no stop before these
ANY = 1000          # where nearly every character can stand, no word begins


class Edge(NamedTuple):
    """One character, one of several."""

    node: int
    chars: tuple[str, ...]
    cost: float = 0.0       # natural logarithm of what speaks for this edge apart from the words
    doubtful: bool = False  # part of the damage: another character could stand here


class Way(NamedTuple):
    """A reading of the lattice from some node to its end."""

    cost: float             # natural logarithm of its probability
    text: str               # the characters as the raw text would have them
    meant: str              # the same, simplified
    unsupported: int = 0    # doubtful Chinese characters that stand in no word or phrase of two or more, and rare words with such


@dataclass
class Lattice:
    """Edges by node; the last node is the end."""

    edges: list[list[Edge]] = field(default_factory=lambda: [[]])

    def node(self) -> int:
        """A new node behind all others."""
        self.edges.append([])
        return len(self.edges) - 1

    def connect(self, start: int, edge: Edge) -> None:
        """Let one of the edge's characters stand behind a node; nothing to connect where there are none."""
        if edge.chars:
            self.edges[start].append(edge)


def best_ways(lattice: Lattice, lexicon: Lexicon, simplify: Callable[[str], str]) -> list[Way]:
    """The likeliest ways from the first node to the last that mean different things, best first.

    >>> from minzheng.decode.words import Words
    >>> lattice = Lattice()
    >>> lattice.connect(0, Edge(lattice.node(), ("民", "居")))
    >>> lattice.connect(1, Edge(lattice.node(), ("政",)))
    >>> [way.text for way in best_ways(lattice, Lexicon(Words.of({"民政": -9.0}), Words.of({})), str)]
    ['民政', '居政']
    """
    ways: list[list[Way]] = [[] for _ in lattice.edges]
    ways[-1] = [Way(0.0, "", "")]
    steps: list[list[Step]] = [[] for _ in lattice.edges]
    for node in reversed(range(len(lattice.edges) - 1)):
        steps[node] = [Step(edge, {simplify(char): char for char in reversed(edge.chars)})
                       for edge in lattice.edges[node] if ways[edge.node]]
        words = [(word.cost + ways[stop][0].cost, stop, word) for stop, word in _words_from(steps, node, lexicon)]
        ways[node] = _joined(heapq.nlargest(TRIED, words), ways)
    return ways[0]


def _joined(words: list[tuple[float, int, Way]], ways: list[list[Way]]) -> list[Way]:
    """The best of the words each followed by the ways on from where it ends."""
    best: dict[str, Way] = {}
    for _, stop, word in words:
        for rest in ways[stop]:
            cost, meant = word.cost + rest.cost, word.meant + rest.meant
            if _clash(word.meant[-1], rest.meant):
                cost += CLASH
            if meant not in best or best[meant].cost < cost:
                best[meant] = Way(cost, word.text + rest.text, meant, word.unsupported + rest.unsupported)
    return heapq.nlargest(KEPT, best.values())


def _clash(last: str, following: str) -> bool:
    return (last, following[:1]) in IMPOSSIBLE or (last in _STOPS and following[:2] in _QUOTE_GOES_ON)


class Step(NamedTuple):
    """An edge that leads to the end, its characters by what they mean."""

    edge: Edge
    chars: dict[str, str]

    def going_on(self, following: str) -> Iterator[str]:
        """The meanings that are among the following characters of a word."""
        return filter(self.chars.__contains__, following)


def _words_from(steps: list[list[Step]], start: int, lexicon: Lexicon) -> Iterator[tuple[int, Way]]:
    """Every word or phrase that can begin at a node, with the node where it ends."""
    for edge, chars in steps[start]:
        for meant, char in chars.items():
            cost = lexicon.cost(meant)
            if cost > RARE or len(chars) <= MANY:
                alone = edge.doubtful and char >= "㐀" and (len(chars) > 1 or cost < RARE)
                yield edge.node, Way(max(cost, UNKNOWN) + edge.cost, char, meant, int(alone))
    open_words = [(edge.node, char, meant, edge.cost, edge.doubtful) for edge, chars in steps[start]
                  if len(chars) <= ANY for meant, char in chars.items()]
    while open_words:
        node, text, meant, extra, doubtful = open_words.pop()
        following = lexicon.following(meant)
        for step in steps[node] if following else ():
            for simple in step.going_on(following):
                piece, char, either = meant + simple, step.chars[simple], doubtful or step.edge.doubtful
                cost = lexicon.cost(piece)
                if cost > -math.inf:
                    weak = either and cost < WEAK
                    yield step.edge.node, Way(cost + extra + step.edge.cost, text + char, piece, int(weak))
                open_words.append((step.edge.node, text + char, piece, extra + step.edge.cost, either))
