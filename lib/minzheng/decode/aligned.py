"""Text that remembers, for each character, where it stood in the raw file."""
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, islice, pairwise
from operator import add, itemgetter, sub
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace `[start, stop)` by `replacement`; the rest says why and how sure."""

    start: int
    stop: int
    replacement: str
    kind: str = ""                      # class of the damage: gloss, comma, traditional, misalignment, …
    rule: str = ""                      # the rule that found it
    score: float = 1.0                  # 0–1
    certified: bool = False             # the forward model turns the replacement back into exactly the raw run
    candidates: tuple[str, ...] = ()    # what else it could be, best first

    @property
    def growth(self) -> int:
        """Characters that the text grows by (negative: shrinks)."""
        return len(self.replacement) - self.stop + self.start


def edits_alike(found: Iterable[tuple[int, int, str]], kind: str, rule: str) -> list[Edit]:
    """Many sure edits of one kind: five times as fast as one by one, and a long document has ten thousands.

    >>> edits_alike([(2, 3, "，")], "width", "GB/T 15834")[0] == Edit(2, 3, "，", "width", "GB/T 15834")
    True
    """
    rest = Edit(0, 0, "", kind, rule)[3:]
    return [_NEW(Edit, (*one, *rest)) for one in found]


_NEW = tuple.__new__


@dataclass(frozen=True)
class AlignedText:
    """A clean text and the edits, in raw coordinates, that made it from the raw one.

    >>> aligned = AlignedText.of("學(xué)習").apply([Edit(1, 6, "")]).apply([Edit(0, 2, "学习")])
    >>> aligned.text, aligned.edits[0][:3], aligned.raw_span(1, 2)
    ('学习', (0, 1, '学'), (6, 7))
    """

    raw: str
    text: str
    edits: tuple[Edit, ...] = ()

    @classmethod
    def of(cls, raw: str) -> "AlignedText":
        """A text that nothing has been done to yet."""
        return cls(raw, raw)

    def apply(self, edits: Iterable[Edit]) -> "AlignedText":
        """Carry out one stage of edits, whose offsets refer to `text`; they must not overlap each other.

        An edit that touches what an earlier stage wrote is merged with it; all others stay apart, so that
        offsets remain exact to the character.
        """
        stage = self._cut_at_earlier_edits(sorted(edits))
        if not stage:
            return self
        return AlignedText(self.raw, replay(self.text, stage), tuple(_compose(self, stage)))

    def _cut_at_earlier_edits(self, stage: list[Edit]) -> list[Edit]:
        """Edits that keep the length go character by character: they can be cut where earlier ones begin and end."""
        if not self.edits or not stage:
            return stage
        ends = zip(self._clean_starts, self._clean_stops, strict=True)
        borders, cut, n = [*chain.from_iterable(ends), len(self.text) + 1], [], 0
        for edit in stage:
            start, stop, replacement = edit[0], edit[1], edit[2]
            while borders[n] <= start:
                n += 1
            if borders[n] < stop and stop - start == len(replacement):
                inside = dict.fromkeys(borders[n:bisect_left(borders, stop, n)])
                cut += [_NEW(Edit, (left, right, replacement[left - start:right - start], *edit[3:]))
                        for left, right in pairwise((start, *inside, stop))]
            else:
                cut.append(edit)
        return cut

    @cached_property
    def _raw_starts(self) -> list[int]:
        return [*map(itemgetter(0), self.edits)]

    @cached_property
    def _raw_stops(self) -> list[int]:
        return [*map(itemgetter(1), self.edits)]

    @cached_property
    def _growths(self) -> list[int]:
        """The growth by all edits before the n-th."""
        written = map(len, map(itemgetter(2), self.edits))
        return [*accumulate(map(sub, map(add, written, self._raw_starts), self._raw_stops), initial=0)]

    @cached_property
    def _clean_starts(self) -> list[int]:
        return [*map(add, self._raw_starts, self._growths)]

    @cached_property
    def _clean_stops(self) -> list[int]:
        return [*map(add, self._raw_stops, islice(self._growths, 1, None))]

    def edits_in_clean_text(self) -> Iterator[tuple[Edit, int]]:
        """Each edit with the place in the clean text where its replacement begins."""
        return zip(self.edits, self._clean_starts, strict=True)

    def raw_span(self, start: int, stop: int) -> tuple[int, int]:
        """Where the characters `[start, stop)` of the clean text stood in the raw text.

        What was deleted before the first or after the last of them is left out. Inside an edit that keeps the
        length the mapping is character by character, inside any other it is the whole edit.
        """
        raw_start = self._raw_character(start)[0]
        return (raw_start, raw_start) if start >= stop else (raw_start, self._raw_character(stop - 1)[1])

    def _raw_character(self, place: int) -> tuple[int, int]:
        n = bisect_right(self._clean_starts, place) - 1
        if n < 0:
            return place, place + 1
        edit, inside = self.edits[n], place - self._clean_starts[n]
        if inside >= len(edit.replacement):
            there = edit.stop + inside - len(edit.replacement)
            return there, there + 1
        if edit.growth == 0:
            return edit.start + inside, edit.start + inside + 1
        return edit.start, edit.stop

    def clean_span(self, raw_start: int, raw_stop: int) -> tuple[int, int]:
        """Where the raw characters `[raw_start, raw_stop)` went; as wide as the edits they lie in."""
        start = self._clean_place(raw_start, after=False)
        return start, max(start, self._clean_place(raw_stop, after=True))

    def _clean_place(self, place: int, after: bool) -> int:
        n = bisect_right(self._raw_starts, place - after) - 1
        if n < 0:
            return place
        edit, clean_start = self.edits[n], self._clean_starts[n]
        if place >= edit.stop:
            return clean_start + len(edit.replacement) + place - edit.stop
        if edit.growth == 0:
            return clean_start + place - edit.start
        return clean_start + (len(edit.replacement) if after else 0)


def replay(text: str, edits: Iterable[Edit]) -> str:
    """Carry out edits, in order and apart from each other, on a text.

    >>> replay("全省,,城市", [Edit(2, 3, "")])
    '全省,城市'
    """
    pieces, done = [], 0
    for edit in edits:
        if edit.start < done:
            raise ValueError(f"edits overlap at {edit.start}: {edit}")
        pieces += (text[done:edit.start], edit.replacement)
        done = edit.stop
    pieces.append(text[done:])
    return "".join(pieces)


def _compose(aligned: AlignedText, new: list[Edit]) -> list[Edit]:
    """One list of edits that does what the text's own (raw -> middle) and then `new` (middle -> clean) do."""
    middle, old, growths = aligned.text, aligned.edits, aligned._growths
    starts, stops = aligned._clean_starts, aligned._clean_stops
    composed, n, at = [], 0, 0
    while at < len(new):
        edit = new[at]
        start, stop = edit[0], edit[1]
        while n < len(old) and stops[n] <= start:
            composed.append(old[n])
            n += 1
        growth = growths[n]             # middle minus raw, by the old edits before the n-th
        if n == len(old) or starts[n] >= stop:       # touches nothing written before
            composed.append(_NEW(Edit, (start - growth, stop - growth, *edit[2:])) if growth else edit)
            at += 1
            continue
        first_old, first_new = n, at
        start = min(start, starts[n])
        raw_start = start - growth
        while True:     # grow the cluster until neither list overlaps it
            if n < len(old) and old[n].start + growth < stop:
                growth, n = growth + old[n].growth, n + 1
                stop = max(stop, old[n - 1].stop + growth)
            elif at < len(new) and new[at].start < stop:
                stop, at = max(stop, new[at].stop), at + 1
            else:
                break
        written = [edit._replace(start=edit.start - start, stop=edit.stop - start) for edit in new[first_new:at]]
        composed.append(_merge(raw_start, stop - growth, replay(middle[start:stop], written),
                               [*old[first_old:n], *new[first_new:at]]))
    return [*composed, *old[n:]]


def _merge(start: int, stop: int, replacement: str, parts: list[Edit]) -> Edit:
    """One edit for several that overlap: as doubtful as the most doubtful of them."""
    return Edit(
        start, stop, replacement,
        kind="+".join(dict.fromkeys(part.kind for part in parts)),
        rule="+".join(dict.fromkeys(part.rule for part in parts)),
        score=min(part.score for part in parts),
        certified=any(part.certified for part in parts),
        candidates=next((part.candidates for part in parts if part.candidates), ()),
    )
