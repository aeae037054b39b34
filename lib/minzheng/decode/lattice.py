"""A lattice of what a damaged run can have been, and the likeliest ways through it.

Nodes are numbered along the text; an edge leads to a later node and holds the characters that can stand there.
"""
import heapq
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from minzheng.decode.words import UNKNOWN, Lexicon

KEPT = 6            # ways kept at each node


class Edge(NamedTuple):
    """One character, one of several."""

    node: int
    chars: tuple[str, ...]
    cost: float = 0.0       # natural logarithm of what speaks for this edge apart from the words


class Way(NamedTuple):
    """A reading of the lattice from some node to its end."""

    cost: float             # natural logarithm of its probability
    text: str               # the characters as the raw text would have them
    meant: str              # the same, simplified
    unsupported: int = 0    # doubtful Chinese characters that stand in no word or phrase of two or more


@dataclass
class Lattice:
    """Edges by node; the last node is the end."""

    edges: list[list[Edge]] = field(default_factory=lambda: [[]])

    def node(self) -> int:
        """A new node behind all others."""
        self.edges.append([])
        return len(self.edges) - 1

    def connect(self, start: int, stop: int, chars: tuple[str, ...], cost: float = 0.0) -> None:
        """Let one of `chars` stand between two nodes; nothing to connect where there are none."""
        if chars:
            self.edges[start].append(Edge(stop, chars, cost))


def best_ways(lattice: Lattice, lexicon: Lexicon, simplify: Callable[[str], str]) -> list[Way]:
    """The likeliest ways from the first node to the last that mean different things, best first.

    >>> lattice = Lattice()
    >>> lattice.connect(0, lattice.node(), ("民", "居"))
    >>> lattice.connect(1, lattice.node(), ("政",))
    >>> [way.text for way in best_ways(lattice, Lexicon({"民": -math.inf, "民政": -9.0}, {}), str)]
    ['民政', '居政']
    """
    ways: list[list[Way]] = [[] for _ in lattice.edges]
    ways[-1] = [Way(0.0, "", "")]
    for node in reversed(range(len(lattice.edges) - 1)):
        best: dict[str, Way] = {}
        for stop, word in _words_from(lattice, node, lexicon, simplify):
            for rest in ways[stop]:
                way = Way(word.cost + rest.cost, word.text + rest.text, word.meant + rest.meant,
                          word.unsupported + rest.unsupported)
                if way.meant not in best or best[way.meant].cost < way.cost:
                    best[way.meant] = way
        ways[node] = heapq.nlargest(KEPT, best.values())
    return ways[0]


def _words_from(lattice: Lattice, start: int, lexicon: Lexicon, simplify: Callable[[str], str]
                ) -> Iterator[tuple[int, Way]]:
    """Every word or phrase that can begin at a node, with the node where it ends."""
    open_words = [(start, "", "", 0.0, 0)]
    while open_words:
        node, text, meant, extra, doubtful = open_words.pop()
        for edge in lattice.edges[node]:
            doubt = doubtful + (len(edge.chars) > 1)
            for char in edge.chars:
                piece = meant + simplify(char)
                cost = lexicon.cost(piece)
                if not text:
                    cost = max(cost, UNKNOWN)
                if cost > -math.inf:
                    alone = doubt if not text and char >= "㐀" else 0
                    yield edge.node, Way(cost + extra + edge.cost, text + char, piece, alone)
                if lexicon.begins(piece):
                    open_words.append((edge.node, text + char, piece, extra + edge.cost, doubt))
