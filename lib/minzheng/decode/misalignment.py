"""Repair of text that a rewriting site pushed half a character out of step.

A repair is taken only if the forward model turns it back into exactly the damaged run, and only where two witnesses,
the words and the pairs of characters, leave next to no probability for all other readings together. All else is
marked with its candidates and left.
"""
import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, chain
from os.path import commonprefix
from typing import NamedTuple

from minzheng.decode.aligned import Edit
from minzheng.decode.character_pairs import load_character_pairs
from minzheng.decode.damaged_runs import DamagedRun, find_damaged_runs
from minzheng.decode.furniture import Mark
from minzheng.decode.lattice import Ways, add_up, best_ways
from minzheng.decode.mangle_bytes import fold_marks, read_as_936
from minzheng.decode.run_lattice import LOST, RunLattice
from minzheng.decode.site_evidence import SiteEvidence, plain, simplify
from minzheng.decode.structure import structure_cost
from minzheng.decode.words import Words, load_words, words_for

CONTEXT = 8             # characters looked at on either side of a run
PARAGRAPH = 400         # characters looked at for brackets and quotation marks that pair up
SURE = 0.985            # probability from which a reading is taken
LIKELY = 0.95           # probability of some readings together from which what they agree in is taken
PLAIN = 0.99            # probability from which a deeper search is spared
PAIRS = 0.3             # weight of the second witness
DEEP = 60               # characters of the longest run that is searched deeper
ROUNDS = 2              # in which the runs are tried
MOST_PAIRS = 10_000     # pairs of bytes read in the runs of one text; further runs are marked without being tried
MOST_DEEP = 2000        # pairs of bytes read in a deeper search
MOST_OPEN = 8           # characters left open in a run that is repaired in part, and never more than half of it
OPEN = "\ufffd"         # stands in the clean text for a character that is not known; no question mark
_NUMBER_BEFORE = re.compile(r"([0-9][0-9.]*[%％]?)[ ，、。；,;]?$")
_NUMBER_AFTER = re.compile(r"[ ，、。；,;.]?([0-9][0-9.]*)")
_LINE = re.compile(r"[^?\n]*\n?")


class Around(NamedTuple):
    """What stands on either side of a run, clean: up to the next `?`, or to the paragraph's end with a line end."""

    left: str
    right: str

    @classmethod
    def of_run(cls, run: DamagedRun, text: str, shown: list[Edit]) -> "Around":
        """From the raw text and what is shown in place of its runs."""
        before = _mended(text, max(0, run.start - 2 * PARAGRAPH), run.start, shown)[-PARAGRAPH:]
        return cls.of(before, _mended(text, run.stop, run.stop + 2 * PARAGRAPH, shown)[:PARAGRAPH + 1])

    @classmethod
    def of(cls, before: str, after: str) -> "Around":
        """From the raw text on either side, PARAGRAPH characters of it; less is the whole.

        >>> Around.of("好?社會(huì)", "工作。\\n養老")
        Around(left='社会', right='工作。\\n')
        """
        left = before[max(before.rfind("\n"), before.rfind("?") + 1, 0):]
        right = _LINE.match(after)[0]
        begins = len(left) == len(before) < PARAGRAPH
        ends = len(right) == len(after) <= PARAGRAPH
        return cls(plain("\n" + left if begins else left), plain(right + "\n" if ends else right))


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
    for _ in range(ROUNDS):
        repair.read_open_runs(corpus)
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

    def read_open_runs(self, corpus: str) -> None:
        """Read each open run once; repair those whose reading is sure."""
        open_runs = [place for place, edit in enumerate(self.shown) if edit.replacement == LOST]
        words = words_for(plain(_outside(self.text, self.shown)), corpus) if open_runs else load_words()
        known: dict[tuple[str, Around], list[Reading]] = {}
        for place in open_runs:
            run = self.runs[place]
            self.pairs -= len(run.pairs) + 1
            if self.pairs < 0:
                break
            around = Around.of_run(run, self.text, self.shown)
            key = (self.text[run.start:run.stop], around)
            if key not in known:
                known[key] = self._read(run, around, words)
            self.readings[place] = known[key]
            self.shown[place] = choose(run, known[key]) or self.shown[place]

    def _read(self, run: DamagedRun, around: Around, words: Words) -> list[Reading]:
        """Any two pairs that vanish side by side are looked for only where the reading without is not plain."""
        readings = read_run(RunLattice(run, self.evidence), around, words)
        if _is_plain(readings) or len(run.pairs) > min(DEEP, self.deep):
            return readings
        self.deep -= len(run.pairs) + 1
        return read_run(RunLattice(run, self.evidence, deep=True), around, words)

    def result(self) -> tuple[list[Edit], list[Mark]]:
        """Repairs, whole and in part, and marks."""
        edits, marks = [], list(_numbers_beside(self.text, self.runs))
        for place, run in enumerate(self.runs):
            readings, edit = self.readings.get(place, []), self.shown[place]
            if edit.replacement == LOST:
                edit = choose_in_part(run, readings)
            edits += [edit] if edit else []
            if not edit or OPEN in edit.replacement:
                likely = " / ".join(reading.text for reading in readings[:3])
                marks.append(Mark(run.start, run.stop, "misaligned", likely))
        return edits, sorted(marks)


def _is_plain(readings: list[Reading]) -> bool:
    return bool(readings) and readings[0].probability >= PLAIN


def read_run(builder: RunLattice, around: Around, words: Words) -> list[Reading]:
    """What the run can have been, best first, with probabilities; together below 1, as there are others."""
    left, right = around.left, around.right
    before = [("stray", left[:-1]), ("comma", left)] if left.endswith("，") else [("", left)]
    return _weigh([_ways_between(builder, (side, right), after, words) for after, side in before], around)


def _ways_between(builder: RunLattice, context: tuple[str, str], after: str, words: Words) -> Ways:
    """The certified ways that the structure of the sentence was heard on; all others in the total."""
    left, right = context
    size = CONTEXT - (after == "stray")     # the same characters for both readings of a comma before the run
    near, following = left[-size:].lstrip("\n"), right[:CONTEXT].rstrip("\n")
    front, back = left[:len(left) - len(near)], right[len(following):]
    ways = best_ways(builder.build(near, following, after), words, simplify)
    certified = []
    for way in ways.best:
        text = way.text[len(near):len(way.text) - len(following)]
        if is_certified(builder.run, text):
            certified.append(way._replace(cost=way.cost + structure_cost(front + way.meant + back), text=text))
    others = 1 - sum(math.exp(way.cost - ways.total) for way in ways.best)
    rest = ways.total + math.log(max(others, 1e-9)) + structure_cost(left + right)
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
    """What all likely readings agree in, U+FFFD for each character of the best in which they do not; never certified.

    The likely ones are LIKELY together to hold the right one; the run stays marked.
    """
    reached = list(accumulate(reading.probability for reading in readings))
    if not reached or reached[-1] < LIKELY:
        return None
    likely = [reading.text for reading in readings[:bisect_left(reached, LIKELY) + 1]]
    best = likely[0]
    front = len(commonprefix(likely))
    back = min(len(commonprefix([text[::-1] for text in likely])), *(len(text) - front for text in likely))
    open_chars = max(1, len(best) - front - back)
    if len(best) - open_chars < max(2, open_chars) or open_chars > MOST_OPEN:
        return None
    text = (best[:front] + LOST * open_chars + best[len(best) - back:]).replace(LOST, OPEN)
    return Edit(run.start, run.stop, text, "misalignment", "byte lattice, in part", readings[0].probability, False,
                tuple(likely[:3]))


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


def _outside(text: str, shown: list[Edit]) -> str:
    """The text with its repairs, without the open runs and what is next to them, broken into lines there.

    A run's own context must not speak for itself as a phrase seen elsewhere.
    """
    left = [edit for edit in shown if edit.replacement == LOST]
    starts = [0, *(edit.stop + CONTEXT for edit in left)]
    stops = [*(max(0, edit.start - CONTEXT) for edit in left), len(text)]
    return "\n".join(_mended(text, start, stop, shown) for start, stop in zip(starts, stops, strict=True))


def _mended(text: str, start: int, stop: int, shown: list[Edit]) -> str:
    """A piece of the text with its runs as shown; the part of a run at its border is left out."""
    first, last = bisect_left(shown, (start,)), bisect_left(shown, (stop,))
    pieces, done = [], max(start, shown[first - 1].stop if first else 0)
    for edit in shown[first:last]:
        pieces += (text[done:edit.start], edit.replacement)
        done = edit.stop
    return "".join([*pieces, text[done:stop]])
