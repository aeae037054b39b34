"""Repair of text that a rewriting site pushed half a character out of step.

A repair is taken only if the forward model turns it back into exactly the damaged run, and only where two witnesses,
the words and the pairs of characters, both find it far likelier than any other reading. All else is marked with its
candidates and left.
"""
import math
import re
from collections.abc import Iterator
from os.path import commonprefix
from typing import NamedTuple

from minzheng.decode.aligned import Edit
from minzheng.decode.character_pairs import load_character_pairs
from minzheng.decode.damaged_runs import DamagedRun, find_damaged_runs
from minzheng.decode.furniture import Mark
from minzheng.decode.lattice import Way, best_ways
from minzheng.decode.mangle_bytes import fold_marks, read_as_936
from minzheng.decode.run_lattice import LOST, RunLattice
from minzheng.decode.site_evidence import SiteEvidence, plain, simplify
from minzheng.decode.structure import structure_cost
from minzheng.decode.words import Lexicon, lexicon_of

CONTEXT = 8             # characters looked at on either side of a run
PARAGRAPH = 400         # characters looked at for brackets and quotation marks that pair up
CLEAR_GAP = 1.5         # natural logarithm of how much likelier the best reading must be than the next
CLEAR_PAIRS = 1.5       # the same for the second witness
CLEAR_BOTH = 5.0        # the same for the two together
CLEAR_OF_WORDS = 8.0    # ... where the other reading too is made of known words (重大, 特大)
LONGER = 1.0            # what each further character of a longer reading is given back
PLAIN_GAP = 9.0         # natural logarithm of how much likelier it is where a deeper search is spared
LIKELY = 5.0            # how much less likely a reading may be that still counts in a repair in part
DEEP = 60               # characters of the longest run that is searched deeper
MOST_RUNS = 1000        # different ones in one text; further ones are marked without being tried
MOST_OPEN = 8           # characters left open in a run that is repaired in part, and never more than half of it
_NUMBER_BEFORE = re.compile(r"([0-9][0-9.]*[%％]?)[ ，、。；,;]?$")
_NUMBER_AFTER = re.compile(r"[ ，、。；,;.]?([0-9][0-9.]*)")
_LINE = re.compile(r"[^?\n]*\n?")


class Around(NamedTuple):
    """What stands on either side of a run, clean: up to the next `?`, or to the paragraph's end with a line end."""

    left: str
    right: str

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
    edits, marks, known, mended, done = [], [], {}, "", 0
    for run in runs:
        mended = (mended + text[done:run.start])[-PARAGRAPH:]      # a run's left side is read with its repairs
        around = Around.of(mended, text[run.stop:run.stop + PARAGRAPH + 1])
        key = (text[run.start:run.stop], around)
        if key not in known:
            known[key] = read_run(run, around, evidence, lexicon) if len(known) < MOST_RUNS else []
        ways = known[key]
        edit = choose(run, ways, around) or choose_in_part(run, ways)
        edits += [edit] if edit else []
        if not edit or LOST in edit.replacement:
            marks.append(Mark(run.start, run.stop, "misaligned", " / ".join(way.text for way in ways[:3])))
        mended, done = mended + (edit.replacement if edit else text[run.start:run.stop]), run.stop
    return edits, sorted([*marks, *_numbers_beside(text, runs)])


def read_run(run: DamagedRun, around: Around, evidence: SiteEvidence, lexicon: Lexicon) -> list[Way]:
    """What the run can have been, best first; `text` of a way is what replaces the run.

    Two vanished pairs side by side are only looked for where the reading without is not plain: that takes long.
    """
    left, right = around.left, around.right
    readings = [("stray", left[:-1]), ("comma", left)] if left.endswith("，") else [("", left)]
    ways: list[Way] = []
    for deep in (False, True):
        best: dict[str, Way] = {}
        for after, before in readings:
            for way in _ways_between(RunLattice(run, evidence, deep), (before, right), after, lexicon):
                best[way.text] = max(way, best.get(way.text, way))
        ways = sorted(best.values(), reverse=True)
        if len(run.pairs) > DEEP or (_gap(ways) >= PLAIN_GAP and not ways[0].unsupported):
            break
    return ways


def _ways_between(builder: RunLattice, context: tuple[str, str], after: str, lexicon: Lexicon) -> Iterator[Way]:
    left, right = context
    size = CONTEXT - (after == "stray")     # the same characters for both readings of a comma before the run
    near, following = left[-size:].lstrip("\n"), right[:CONTEXT].rstrip("\n")
    front, back = left[:len(left) - len(near)], right[len(following):]
    for way in best_ways(builder.build(near, following, after), lexicon, simplify):
        text = way.text[len(near):len(way.text) - len(following)]
        if is_certified(builder.run, text):
            yield way._replace(cost=way.cost + structure_cost(front + way.meant + back), text=text)


def _gap(ways: list[Way]) -> float:
    """How far the best way stands above the others; 0 where there is none.

    Word costs make longer readings look a little worse than they are, so these are given something back, unless it
    is a character of no word that makes them longer.
    """
    return min((ways[0].cost - way.cost - LONGER * _longer(way, ways[0]) for way in ways[1:]),
               default=math.inf if ways else 0.0)


def _longer(way: Way, best: Way) -> int:
    return 0 if way.unsupported else max(0, len(way.text) - len(best.text))


def _is_clear(ways: list[Way], around: Around) -> bool:
    """Does the best way stand clear of every other for both witnesses?"""
    pairs = load_character_pairs()
    best, *others = ((way, pairs.cost(simplify(around.left[-2:] + way.text + around.right[:2]))) for way in ways)
    return all(_is_beaten(way, _gap([best[0], way]), best[1] - cost) for way, cost in others)


def _is_beaten(way: Way, gap: float, pair_gap: float) -> bool:
    together = CLEAR_BOTH if way.unsupported else CLEAR_OF_WORDS
    return gap >= CLEAR_GAP and pair_gap >= CLEAR_PAIRS and gap + pair_gap >= together


def choose(run: DamagedRun, ways: list[Way], around: Around) -> Edit | None:
    """The best way as an edit, if it stands clear of the others for both witnesses."""
    if not ways or ways[0].unsupported or not _is_clear(ways, around):
        return None
    best = ways[0]
    score = 1 / (1 + sum(math.exp(way.cost - best.cost) for way in ways[1:]))
    return Edit(run.start, run.stop, best.text, "misalignment", "byte lattice", score, LOST not in best.text,
                tuple(way.text for way in ways[1:3]))


def choose_in_part(run: DamagedRun, ways: list[Way]) -> Edit | None:
    """What all likely ways agree in, with `?` for each character of the best in which they do not; never certified."""
    likely = [way.text for way in ways if ways[0].cost - way.cost < LIKELY]
    if not likely or ways[0].unsupported:
        return None
    best = likely[0]
    front = len(commonprefix(likely))
    back = min(len(commonprefix([text[::-1] for text in likely])), *(len(text) - front for text in likely))
    open_chars = max(1, len(best) - front - back)
    if len(best) - open_chars < max(2, open_chars) or open_chars > MOST_OPEN:
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
