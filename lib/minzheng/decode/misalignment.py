"""Repair of text that a rewriting site pushed half a character out of step.

A repair is taken only if the forward model turns it back into exactly the damaged run, and only where it is far
likelier than the next best reading. All else is marked with its candidates and left.
"""
import math
import re
from collections.abc import Iterator
from os.path import commonprefix

from minzheng.decode.aligned import Edit
from minzheng.decode.damaged_runs import DamagedRun, find_damaged_runs
from minzheng.decode.furniture import Mark
from minzheng.decode.lattice import Way, best_ways
from minzheng.decode.mangle_bytes import fold_marks, read_as_936
from minzheng.decode.run_lattice import LOST, RunLattice
from minzheng.decode.site_evidence import SiteEvidence, plain, simplify
from minzheng.decode.structure import structure_cost
from minzheng.decode.words import Lexicon, lexicon_of

CONTEXT = 8             # characters looked at on either side of a run
SENTENCE = 80           # characters looked at for brackets and quotation marks that pair up
CLEAR_GAP = 5.0         # natural logarithm of how much likelier the best reading must be than the next
LONGER = 1.0            # what each further character of a longer reading is given back
PLAIN_GAP = 9.0         # the same, where a deeper search is spared
MOST_RUNS = 1000        # different ones in one text; further ones are marked without being tried
MOST_OPEN = 3           # characters left open in a run that is repaired in part
_NUMBER_BEFORE = re.compile(r"([0-9][0-9.]*[%％]?)[ ，、。；,;]?$")
_NUMBER_AFTER = re.compile(r"[ ，、。；,;.]?([0-9][0-9.]*)")
_STOPS = re.compile(r"[?\n]")


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
    if not runs:
        return [], []
    lexicon = lexicon_of(plain(_outside(text, runs)), corpus)
    edits, marks, known = [], [], {}
    for run in runs:
        surroundings = text[max(0, run.start - SENTENCE):run.start], text[run.start:run.stop + SENTENCE]
        if surroundings not in known:
            known[surroundings] = read_run(text, run, evidence, lexicon) if len(known) < MOST_RUNS else []
        ways = known[surroundings]
        edit = choose(run, ways) or choose_in_part(run, ways)
        edits += [edit] if edit else []
        if not edit or LOST in edit.replacement:
            marks.append(Mark(run.start, run.stop, "misaligned", " / ".join(way.text for way in ways[:3])))
    return edits, sorted([*marks, *_numbers_beside(text, runs)])


def read_run(text: str, run: DamagedRun, evidence: SiteEvidence, lexicon: Lexicon) -> list[Way]:
    """What the run can have been, best first; `text` of a way is what replaces the run.

    Two vanished pairs side by side are only looked for where the reading without is not plain: that takes long.
    """
    left = plain(_STOPS.split(text[max(0, run.start - SENTENCE):run.start])[-1])
    right = plain(_STOPS.split(text[run.stop:run.stop + SENTENCE])[0])
    readings = [("stray", left[:-1]), ("comma", left)] if left.endswith("，") else [("", left)]
    ways: list[Way] = []
    for deep in (False, True):
        ways = sorted((way for after, before in readings
                       for way in _ways_between(RunLattice(run, evidence, deep), (before, right), after, lexicon)),
                      reverse=True)
        if _gap(ways) >= PLAIN_GAP and not ways[0].unsupported:
            break
    return ways


def _ways_between(builder: RunLattice, context: tuple[str, str], after: str, lexicon: Lexicon) -> Iterator[Way]:
    left, right = context
    near, following = left[-CONTEXT:], right[:CONTEXT]
    for way in best_ways(builder.build(near, following, after), lexicon, simplify):
        text = way.text[len(near):len(way.text) - len(following)]
        if is_certified(builder.run, text):
            cost = way.cost + structure_cost(left[:-CONTEXT] + way.meant + right[CONTEXT:])
            yield way._replace(cost=cost, text=text)


def _gap(ways: list[Way]) -> float:
    """How far the best way stands above the others; 0 where there is none.

    Word costs make longer readings look a little worse than they are, so these are given something back.
    """
    return min((ways[0].cost - way.cost - LONGER * max(0, len(way.text) - len(ways[0].text)) for way in ways[1:]),
               default=math.inf if ways else 0.0)


def choose(run: DamagedRun, ways: list[Way]) -> Edit | None:
    """The best way as an edit, if it stands clear of the others."""
    if not ways:
        return None
    best = ways[0]
    if best.unsupported or _gap(ways) < CLEAR_GAP:
        return None
    score = 1 / (1 + sum(math.exp(way.cost - best.cost) for way in ways[1:]))
    return Edit(run.start, run.stop, best.text, "misalignment", "byte lattice", score, LOST not in best.text,
                tuple(way.text for way in ways[1:3]))


def choose_in_part(run: DamagedRun, ways: list[Way]) -> Edit | None:
    """What all likely ways agree in, with `?` for each character of the best in which they do not; never certified."""
    likely = [way.text for way in ways if ways[0].cost - way.cost < CLEAR_GAP]
    if not likely or ways[0].unsupported > 1:
        return None
    best = likely[0]
    front = len(commonprefix(likely))
    back = min(len(commonprefix([text[::-1] for text in likely])), *(len(text) - front for text in likely))
    open_chars = max(1, len(best) - front - back)
    if len(best) - open_chars < 2 or open_chars > MOST_OPEN:
        return None
    text = best[:front] + LOST * open_chars + best[len(best) - back:]
    return Edit(run.start, run.stop, text, "misalignment", "byte lattice, in part", 0.5, False, tuple(likely[:3]))


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


def _outside(text: str, runs: list[DamagedRun]) -> str:
    """The text without its damaged runs and what is next to them, broken into lines there.

    A run's own context must not speak for itself as a phrase seen elsewhere.
    """
    starts = [0, *(run.stop + CONTEXT for run in runs)]
    stops = [*(max(0, run.start - CONTEXT) for run in runs), len(text)]
    return "\n".join(text[start:stop] for start, stop in zip(starts, stops, strict=True))
