"""Printed numbers that became no observation, and why: what an analyst looks through to see that nothing was lost."""
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from minzheng.decode.document import Document
from minzheng.extract.numbers.exclusions import Exclusion, find_exclusions
from minzheng.extract.observations import SKIPPED, Observation

_NUMBER = re.compile(r"[0-9０-９]+(?:[.,，．][0-9０-９]+)*")
NOT_READ = "not-read"       # the kind of a number that no rule knows


def passed_over(document: Document, observations: Iterable[Observation]) -> list[Exclusion]:
    """Arabic numbers of the clean text, in its order, that no observation holds.

    `kind`: that of the exclusion (date, age, ordinal, named …), that of the mark (furniture, head, tail, spam), or NOT_READ.
    """
    taken = sorted((one.start, one.stop, "") for one in observations)
    marked = sorted((mark.start, mark.stop, mark.kind) for mark in document.marks if mark.kind in SKIPPED)
    excluded = find_exclusions(document.text)
    found = []
    for number in _NUMBER.finditer(document.text):
        if _holder(taken, number.start()) or _holder(taken, number.end() - 1):         # 1.2.3万: some of it was read, with a flag
            continue
        holder = _holder(marked, number.start()) or _holder(excluded, number.start())
        found.append(Exclusion(*number.span(), holder[2] if holder else NOT_READ))
    return found


def _holder(spans: Sequence[tuple[int, int, str]], place: int) -> tuple[int, int, str] | None:
    """The one of some spans, sorted and without overlap, that holds a place."""
    last = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return spans[last] if last >= 0 and place < spans[last][1] else None
