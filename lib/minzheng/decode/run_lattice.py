"""From the bytes of a damaged run to the lattice of what can have stood there."""
import math
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from minzheng.decode.damaged_runs import DamagedRun
from minzheng.decode.lattice import Lattice
from minzheng.decode.mangle_bytes import STRAY_MARKS, user_defined_pairs
from minzheng.decode.site_evidence import SiteEvidence
from minzheng.patterns import Late

TAILS = frozenset((*range(0x40, 0x7F), *range(0x80, 0xFF)))
LOST = "?"                      # stands for a swallowed digit
AFTER_END = math.log(0.3)       # a line ends after the end of a sentence
MARK_FOLLOWS = math.log(0.02)   # a single digit, blank or line end before a mark is rare
YEAR_GOES_ON = math.log(1e-6)   # a digit before a whole year
RARE_FORM = math.log(0.02)
_GOES_ON = Late(r"[0-9.．%％]")
_YEAR = Late(r"(?:19|20)[0-9]{2}[年.—-]")
_COUNTED = Late(r"[万亿个名人年月日户元张家项件对次级多余岁所处座批届支条届天+＋]")
_COMMA_HEAD, _COMMA_TAIL = (frozenset((byte,)) for byte in "，".encode("gbk"))
_STRAY = frozenset(STRAY_MARKS)
_SENTENCE_ENDS = frozenset("。！？；：”")


class Open(NamedTuple):
    """A node where a character begins, with its possible first bytes."""

    node: int
    heads: frozenset[int]


@dataclass
class RunLattice:
    """Builds the lattice of one run."""

    run: DamagedRun
    evidence: SiteEvidence
    deep: bool = False          # two and three pairs that vanished side by side too
    lattice: Lattice = field(default_factory=Lattice)

    def build(self, lefts: list[tuple[str, str]], right: str) -> Lattice:
        """The run between its contexts (simplified), with a beginning for each that it can have on the left.

        With each comes what stands before the run: "stray" (a comma that is one, so that a mark follows), "comma"
        (a real one, so that none follows) or "" (neither).
        """
        self.lattice = Lattice()
        opened = [Open(self._plain(self.lattice.begin(), left), self.run.heads) for left, _ in lefts]
        if not self.run.pairs:
            self._plain(self._close(self._with_vanished(opened), right, first=True), right)
            return self.lattice
        for number, (head, tail) in enumerate(self.run.pairs):
            heads = frozenset((head,))
            places = opened if number == 0 and self.run.put == "," else self._with_vanished(opened)
            node = self.lattice.node()      # edges lead to later nodes
            for n, place in enumerate(places):
                if number == 0:
                    after = lefts[min(n, len(lefts) - 1)][1]
                    self._connect_first(place.node, node, self._between(place.heads, heads), after)
                elif n == 0 and number in self.run.split:
                    self._connect(place.node, node, self._between(place.heads, heads))
                else:
                    self._connect_between(place, node, heads)
            opened = [Open(node, frozenset((tail,)))]
        self._plain(self._close(self._with_vanished(opened), right), right)
        return self.lattice

    def _plain(self, at: int, text: str) -> int:
        for char in text:
            node = self.lattice.node()
            self.lattice.connect(at, node, {char: 0.0})
            at = node
        return at

    def _connect_first(self, start: int, stop: int, chars: list[str], after: str) -> None:
        marks = [char for char in chars if char in STRAY_MARKS]
        others = [char for char in chars if char not in STRAY_MARKS]
        if self.run.put == ",":
            others = self._without_table(others)
        if after == "stray":
            self.lattice.connect(start, stop, dict.fromkeys(marks, math.log(self.evidence.comma_share)))
        elif after == "comma":
            self._connect(start, stop, others)
        else:
            self._connect(start, stop, marks + others)

    def _connect(self, start: int, stop: int, chars: list[str], cost: float = 0.0) -> None:
        self.lattice.connect(start, stop, {char: cost + extra for char, extra in self._weighed(chars).items()})

    def _connect_between(self, place: Open, stop: int, tails: frozenset[int]) -> None:
        """The characters between a place's first bytes and some second bytes, none of the gloss table."""
        key, known = (place.heads, tails), self.evidence.weighed
        if key not in known:
            known[key] = self._weighed(self._without_table(self._between(*key)))
        self.lattice.connect(place.node, stop, known[key])

    def _weighed(self, chars: list[str]) -> dict[str, float]:
        """A mark that shows no stray comma speaks a little against itself, and so does a rare form."""
        rare, bare = self.evidence.rare, math.log(1 - self.evidence.comma_share)
        return {char: bare if char in _STRAY else RARE_FORM if char in rare else 0.0 for char in sorted(set(chars))}

    def _with_vanished(self, opened: list[Open]) -> list[Open]:
        """The same places and those behind pairs that vanished: one, more around a comma, any two or three where deep.

        Behind a comma with its second byte AC every pair vanishes.
        """
        behind_one = self._behind_vanished(opened, vanishing_groups())
        if not self.deep:
            late = self._behind_comma(behind_one)
            further = self._behind_vanished([*self._behind_comma(opened), *late], vanishing_groups())
            return [*opened, *behind_one, *late, *further]
        behind_two = self._behind_vanished(behind_one, vanishing_groups())
        after_comma = self._behind_comma(behind_one)
        return [*opened, *behind_one, *behind_two, *self._behind_vanished(after_comma, vanishing_groups())]

    def _behind_comma(self, opened: list[Open]) -> list[Open]:
        heads = [Open(place.node, place.heads & _COMMA_HEAD) for place in opened]
        return self._behind_vanished(heads, [(_COMMA_TAIL, vanishing_groups()[0][1])])

    def _behind_vanished(self, opened: list[Open], groups: list[tuple[frozenset[int], frozenset[int]]]) -> list[Open]:
        places: dict[frozenset[int], int] = {}
        for place in opened:
            for firsts, seconds in groups:
                if place.heads and not seconds.isdisjoint(self.evidence.characters):
                    node = places.setdefault(seconds, 0) or self.lattice.node()
                    places[seconds] = node
                    self._connect_between(place, node, firsts)
        return [Open(node, seconds) for seconds, node in places.items()]

    def _close(self, opened: list[Open], right: str, first: bool = False) -> int:
        """The last character, its second byte often swallowed, and what swallowed it."""
        run, lattice = self.run, self.lattice
        tails = frozenset((run.tail,)) if run.closing == "letter" else TAILS
        last = [(place.node, self._between(place.heads, tails)) for place in opened]
        if run.reading:
            named = self.evidence.glossed_as(run.reading)
            last = [(node, [char for char in chars if char in named]) for node, chars in last]
        elif not (first and run.put != ","):
            last = [(node, chars if n == 0 and len(run.pairs) in run.split else self._without_table(chars))
                    for n, (node, chars) in enumerate(last)]
        ended, inside = lattice.node(), lattice.node()
        end = lattice.node()
        for node, chars in last:
            if run.closing == "unknown":
                self._connect(node, ended, [char for char in chars if char in _SENTENCE_ENDS])
                self._connect(node, inside, [char for char in chars if char not in _SENTENCE_ENDS])
            elif run.closing == "mark":
                self._connect(node, end, chars, math.log(self.evidence.comma_share))
                self._connect(node, inside, chars, MARK_FOLLOWS)
            else:
                self._connect(node, end, chars)
        for node, line_end in ((ended, AFTER_END), (inside, self.evidence.line_end_cost)):
            for char, cost in (("\n", line_end), (" ", self.evidence.blank_cost), (LOST, _cost_of_digit(right))):
                lattice.connect(node, end, {char: cost})
        return end

    def _between(self, heads: frozenset[int], tails: frozenset[int]) -> list[str]:
        rows, known = self.evidence.characters, self.evidence.between
        if (heads, tails) not in known:
            known[heads, tails] = [rows[head][tail] for head in heads if head in rows for tail in tails & rows[head].keys()]
        return known[heads, tails]

    def _without_table(self, chars: list[str]) -> list[str]:
        """A character of the gloss table would show its gloss, unless that of another parted its bytes (`split`)."""
        return [char for char in chars if char not in self.evidence.always_glossed]


def _cost_of_digit(right: str) -> float:
    """How likely a digit was swallowed, by what follows."""
    if _YEAR.match(right):
        return YEAR_GOES_ON
    return math.log(0.5 if _GOES_ON.match(right) else 0.05 if _COUNTED.match(right) else 0.0001)


@cache
def vanishing_groups() -> list[tuple[frozenset[int], frozenset[int]]]:
    """First bytes and second bytes of the pairs that vanish, in rectangles."""
    groups: dict[frozenset[int], set[int]] = {}
    for first, seconds in user_defined_pairs().items():
        groups.setdefault(seconds, set()).add(first)
    found = [(frozenset(firsts), seconds) for seconds, firsts in groups.items()]
    return sorted(found, key=lambda group: -len(group[0]))
