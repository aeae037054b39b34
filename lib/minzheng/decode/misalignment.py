"""Repair of text that a rewriting site pushed half a character out of step.

A repair is taken only if the forward model turns it back into exactly the damaged run, and only where two witnesses,
the words and the pairs of characters, leave next to no probability for all other readings together; where they leave
some, the repair carries a mark. All else is marked with its candidates and left.
"""
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from minzheng.decode.aligned import Edit
from minzheng.decode.character_pairs import load_character_pairs
from minzheng.decode.damaged_runs import DamagedRun, find_damaged_runs
from minzheng.decode.furniture import Mark
from minzheng.decode.lattice import KEPT, Ways, add_up, best_ways
from minzheng.decode.mangle_bytes import fold_marks, read_as_936
from minzheng.decode.phrases import words_for
from minzheng.decode.run_context import CONTEXT, Around, Near, near_of, outside
from minzheng.decode.run_lattice import LOST, RunLattice
from minzheng.decode.site_evidence import SiteEvidence, plain, simplify
from minzheng.decode.structure import structure_cost
from minzheng.decode.words import Words
from minzheng.patterns import Late

SURE = 0.98             # probability from which a reading is taken
CERTAIN = 0.997         # probability below which a reading that is taken is marked with the others
LIKELY = 0.9            # probability from which a part of a reading is taken; the run stays marked
PLAIN = 0.998           # probability from which a reading is taken without a deeper search
PAIRS = 0.3             # weight of the second witness
DEEP = 60               # characters of the longest run that is searched deeper
KEPT_DEEP = 18          # readings kept in a deeper search
MOST_PAIRS = 10_000     # pairs of bytes read in the runs of one text; further runs are marked without being tried
MOST_DEEP = 2000        # pairs of bytes read in a deeper search
MOST_OPEN = 8           # characters left open in a run that is repaired in part
OPEN = "\ufffd"         # stands in the clean text for a character that is not known; no question mark
_NUMBER_BEFORE = Late(r"([0-9][0-9.]*[%％]?)[ ，、。；,;]?$")
_NUMBER_AFTER = Late(r"[ ，、。；,;.]?([0-9][0-9.]*)")


class Reading(NamedTuple):
    """What can have stood in a run's place."""

    probability: float
    text: str


def find_misalignments(text: str, corpus: str = "") -> tuple[list[Edit], list[Mark]]:
    """Find the damaged runs of a raw text: repairs as edits, what cannot be repaired as marks (offsets into `text`).

    `corpus` is clean text of other documents, whose phrases help to choose.

    >>> find_misalignments("是真的嗎?好。")
    ([], [])
    """
    evidence = SiteEvidence.of(text) if "?" in text else None
    if not evidence or not evidence.rewritten:
        return [], []
    runs = find_damaged_runs(text, evidence)
    repair = Repair(text, evidence, runs, [Edit(run.start, run.stop, LOST) for run in runs])
    repair.read_open_runs(corpus, deep=False)
    repair.read_open_runs(corpus, deep=True)
    return repair.result()


@dataclass
class Repair:
    """The runs of one text on their way to repairs; each repair is context for the runs around it."""

    text: str
    evidence: SiteEvidence
    runs: list[DamagedRun]
    shown: list[Edit]                                                       # what stands in place of each run
    readings: dict[int, list[Reading]] = field(default_factory=dict)        # by the run's place in `runs`
    pairs: int = MOST_PAIRS                                                 # that may still be read
    deep: int = MOST_DEEP                                                   # ... with a deeper search

    def read_open_runs(self, corpus: str, deep: bool) -> None:
        """Read each open run once; repair those whose reading is plain, in a deeper search sure.

        Any two pairs that vanish side by side are looked for only in a deeper search, where the reading without it
        was not plain.
        """
        open_runs = [place for place, edit in enumerate(self.shown) if edit.replacement == LOST]
        if not open_runs:
            return
        words = words_for(plain(outside(self.text, self.shown)), corpus)
        known: dict[tuple[str, Around], list[Reading]] = {}
        for place in open_runs:
            run = self.runs[place]
            self.pairs -= len(run.pairs) + 1
            if self.pairs < 0:
                break
            around = Around.of_run(run, self.text, self.shown)
            key = (self.text[run.start:run.stop], around)
            if key not in known:
                known[key] = self._read(run, around, words, deep)
            self.readings[place] = known[key]
            if deep or _is_plain(run, self.readings[place]):
                self.shown[place] = choose(run, self.readings[place]) or self.shown[place]

    def _read(self, run: DamagedRun, around: Around, words: Words, deep: bool) -> list[Reading]:
        kept = KEPT_DEEP if deep else KEPT
        deep = deep and len(run.pairs) <= min(DEEP, self.deep)
        self.deep -= (len(run.pairs) + 1) * deep
        return read_run(RunLattice(run, self.evidence, deep), around, words, kept)

    def result(self) -> tuple[list[Edit], list[Mark]]:
        """Repairs, whole and in part, and marks."""
        edits, marks = [], list(_numbers_beside(self.text, self.runs))
        for place, run in enumerate(self.runs):
            readings, edit = self.readings.get(place, []), self.shown[place]
            if edit.replacement == LOST:
                edit = choose_in_part(run, readings)
            edits += [edit] if edit else []
            if not edit or OPEN in edit.replacement or edit.score < CERTAIN:
                kind = "likely-repair" if edit and OPEN not in edit.replacement else "misaligned"
                marks.append(Mark(run.start, run.stop, kind, " / ".join(reading.text for reading in readings[:3])))
        return edits, sorted(marks)


def _is_plain(run: DamagedRun, readings: list[Reading]) -> bool:
    """A reading in which pairs vanished side by side has rivals that only a deeper search looks for."""
    vanished = len(readings[0].text.replace(LOST, "")) - 1 - len(run.pairs) if readings else 0
    return bool(readings) and readings[0].probability >= PLAIN and vanished < 2


def read_run(builder: RunLattice, around: Around, words: Words, kept: int = KEPT) -> list[Reading]:
    """What the run can have been, best first, with probabilities; together below 1, as there are others."""
    left, right = around.left, around.right
    before = [(left, "comma" if left.endswith("，") else "")]
    if left.endswith("，") and builder.run.put == ",":
        before.append((left[:-1], "stray"))
    near = [near_of(side, right, CONTEXT - (after == "stray")) for side, after in before]   # the same characters for both
    lattice = builder.build([(one.left, after) for one, (_, after) in zip(near, before, strict=True)], near[0].right)
    found = best_ways(lattice, words, simplify, kept)
    heard = [_heard(ways, builder.run, one, one.front + one.left + right) for ways, one in zip(found, near, strict=True)]
    return _weigh(heard, around)


def _heard(ways: Ways, run: DamagedRun, near: Near, around: str) -> Ways:
    """The certified ways, without their context; the structure of the sentence was heard on them and on the total."""
    certified = []
    for way in ways.best:
        text = way.text[len(near.left):len(way.text) - len(near.right)]
        if is_certified(run, text):
            certified.append(way._replace(cost=way.cost + structure_cost(near.front + way.meant + near.back), text=text))
    others = 1 - sum(math.exp(way.cost - ways.total) for way in ways.best)
    rest = ways.total + math.log(max(others, 1e-9)) + structure_cost(around)
    return Ways(certified, add_up([rest, *(way.cost for way in certified)]))


def _weigh(found: list[Ways], around: Around) -> list[Reading]:
    """Both witnesses heard; for all that is not listed the second is taken to speak as for the best."""
    texts: dict[str, float] = {}
    for way in chain.from_iterable(ways.best for ways in found):
        texts[way.text] = add_up((way.cost, texts.get(way.text, -math.inf)))
    if not texts:
        return []
    pairs = load_character_pairs()
    said = {text: PAIRS * pairs.cost(simplify(around.left[-2:] + text + around.right[:2])) for text in texts}
    best, total = max(texts, key=texts.get), add_up(ways.total for ways in found)
    others = max(1 - sum(math.exp(cost - total) for cost in texts.values()), 1e-9)
    costs = {text: cost + said[text] for text, cost in texts.items()}
    total = add_up([*costs.values(), total + math.log(others) + said[best]])
    return sorted((Reading(math.exp(cost - total), text) for text, cost in costs.items()), reverse=True)


def choose(run: DamagedRun, readings: list[Reading]) -> Edit | None:
    """The best reading as an edit, if it is sure."""
    if not readings or readings[0].probability < SURE:
        return None
    text = readings[0].text.replace(LOST, OPEN)
    return Edit(run.start, run.stop, text, "misalignment", "byte lattice", readings[0].probability, OPEN not in text,
                tuple(reading.text for reading in readings[1:3]))


def choose_in_part(run: DamagedRun, readings: list[Reading]) -> Edit | None:
    """Beginning and end of the best reading, as far as they are LIKELY, U+FFFD for the rest; the run stays marked."""
    if not readings:
        return None
    score, best = readings[0]
    likely = readings
    if score >= LIKELY:         # all of it: open is a swallowed digit, or else where the next reading differs
        likely = [Reading(0.5, reading.text) for reading in readings[:1 if LOST in best else 2]]
    front = _shared(best, likely)
    if LOST not in best[:front]:
        back = _shared(best[::-1], [Reading(probability, text[::-1]) for probability, text in likely])
        back = min(back, len(best) - max(front, 1))
        front = min(front, len(best) - back - 1)
        best = best[:front] + LOST * (len(best) - front - back) + best[len(best) - back:]
    if not 0 < best.count(LOST) <= min(MOST_OPEN, len(best) - 1):
        return None
    candidates = tuple(reading.text for reading in readings[:3])
    return Edit(run.start, run.stop, best.replace(LOST, OPEN), "misalignment", "byte lattice, in part", score, False,
                candidates)


def _shared(best: str, readings: list[Reading]) -> int:
    """How many characters the readings that begin like the best share with it while they are LIKELY together.

    >>> _shared("民政局", [Reading(0.5, "民政局"), Reading(0.46, "民政厅")])
    2
    """
    return max(length for length in range(len(best) + 1) if length == 0 or sum(
        reading.probability for reading in readings if reading.text.startswith(best[:length])) >= LIKELY)


def _numbers_beside(text: str, runs: list[DamagedRun]) -> Iterator[Mark]:
    """Numbers next to a run: a swallowed byte can have been a digit."""
    for run in runs:
        before = _NUMBER_BEFORE.search(text, max(0, run.start - 20), run.start)
        after = _NUMBER_AFTER.match(text, run.stop)
        yield from (Mark(*found.span(1), "beside-repair") for found in (before, after) if found)


def is_certified(run: DamagedRun, text: str) -> bool:
    """Does the forward model turn `text` back into the run?"""
    chars = text.rstrip("\n ?")
    data = chars.encode("gbk")
    swallowed = {"letter": "", "gloss": "(", "mark": ",", "unknown": "0"}[run.closing]
    data = data[:1] + run.put.encode("gbk") + data[1:] + (text[len(chars):] or swallowed).encode("ascii")
    return fold_marks(read_as_936(data)) == fold_marks(run.shown)
