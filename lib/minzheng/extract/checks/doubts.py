"""Flags: what is doubtful about a figure, by the damage beside it and by what the text does not tell."""
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minzheng.decode.document import Document
from minzheng.extract.checks.arithmetic import BROKEN
from minzheng.extract.names.memory import Figure
from minzheng.extract.scope.context import Scope

_NEAR = 2               # characters between a figure and a repair that still cast doubt on it
_FLAG_OF_MARK = {
    "spoiled": "spoiled", "lost": "spoiled", "misaligned": "beside-repair", "beside-repair": "beside-repair",
    "likely-repair": "beside-repair",
    "repeated": "repeated",
}
_DEBRIS = re.compile("[\\\\_?\ufffd□āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")       # what damage leaves, and no phrase holds


@dataclass(frozen=True, slots=True)
class Doubts:
    """Places of a document's clean text that cast doubt on figures beside them."""

    starts: tuple[int, ...]
    spans: tuple[tuple[int, int, str], ...]
    whole: tuple[str, ...]
    broken: frozenset[int]

    @classmethod
    def of(cls, document: Document, broken: Iterable[int]) -> "Doubts":
        """Collect marks of lost or repaired text; edits of kind misalignment, seen in the clean text.

        `broken`: numbers of the figures that break an identity.
        """
        spans = [(m.start, m.stop, _FLAG_OF_MARK[m.kind]) for m in document.marks if m.kind in _FLAG_OF_MARK]
        for edit in document.aligned.edits:
            if "misalignment" in edit.kind and "misalignment" in edit.kind.split("+"):
                spans.append((*document.aligned.clean_span(edit.start, edit.stop), "beside-repair"))
        spans.sort()
        return cls(tuple(s[0] for s in spans), tuple(spans), tuple(document.flags), frozenset(broken))

    def about(self, figure: Figure, start: int, stop: int, scope: Scope, period: str) -> tuple[str, ...]:
        """Flags of a figure at `[start, stop)` of the clean text, without repeats."""
        flags = self.whole + figure.doubts + figure.quantity.flags
        if self.starts:
            flags += tuple(self._beside(start, stop))
        if _DEBRIS.search(figure.subject):
            flags += ("beside-repair",)
        if figure.number in self.broken:
            flags += (BROKEN,)
        if not scope.area.code:
            flags += ("region-unknown",)
        if not period:
            flags += ("period-unknown",)
        return tuple(dict.fromkeys(flags)) if len(flags) > 1 else flags

    def _beside(self, start: int, stop: int) -> Iterator[str]:
        """The flags of the places beside `[start, stop)`."""
        first = max(0, bisect_left(self.starts, start) - 3)
        last = bisect_right(self.starts, stop + _NEAR, first)
        return (flag for _, end, flag in self.spans[first:last] if end >= start - _NEAR)
