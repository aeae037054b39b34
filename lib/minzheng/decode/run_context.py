"""What stands around a damaged run, with the repairs made so far."""
from bisect import bisect_left
from typing import NamedTuple

from minzheng.decode.aligned import Edit
from minzheng.decode.damaged_runs import DamagedRun
from minzheng.decode.run_lattice import LOST
from minzheng.decode.site_evidence import plain
from minzheng.patterns import Late

CONTEXT = 8             # characters looked at on either side of a run
PARAGRAPH = 400         # characters looked at for brackets and quotation marks that pair up
_LINE = Late(r"[^?\n]*\n?")


class Around(NamedTuple):
    """What stands on either side of a run, clean: up to the next `?`, or to the paragraph's end with a line end."""

    left: str
    right: str

    @classmethod
    def of_run(cls, run: DamagedRun, text: str, shown: list[Edit]) -> "Around":
        """From the raw text and what is shown in place of its runs."""
        before = mended(text, max(0, run.start - 2 * PARAGRAPH), run.start, shown)[-PARAGRAPH:]
        return cls.of(before, mended(text, run.stop, run.stop + 2 * PARAGRAPH, shown)[:PARAGRAPH + 1])

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


class Near(NamedTuple):
    """What stands next to a run, and what of the paragraph is farther away."""

    front: str
    left: str
    right: str
    back: str


def near_of(left: str, right: str, size: int) -> Near:
    """`size` characters on the left and CONTEXT on the right are next to the run."""
    near, following = left[-size:].lstrip("\n"), right[:CONTEXT].rstrip("\n")
    return Near(left[:len(left) - len(near)], near, following, right[len(following):])


def outside(text: str, shown: list[Edit]) -> str:
    """The text with its repairs, without the open runs and what is next to them, broken into lines there.

    A run's own context must not speak for itself as a phrase seen elsewhere.
    """
    left = [edit for edit in shown if edit.replacement == LOST]
    starts = [0, *(edit.stop + CONTEXT for edit in left)]
    stops = [*(max(0, edit.start - CONTEXT) for edit in left), len(text)]
    return "\n".join(mended(text, start, stop, shown) for start, stop in zip(starts, stops, strict=True))


def mended(text: str, start: int, stop: int, shown: list[Edit]) -> str:
    """A piece of the text with its runs as shown; the part of a run at its border is left out."""
    first, last = bisect_left(shown, (start,)), bisect_left(shown, (stop,))
    pieces, done = [], max(start, shown[first - 1].stop if first else 0)
    for edit in shown[first:last]:
        pieces += (text[done:edit.start], edit.replacement)
        done = edit.stop
    return "".join([*pieces, text[done:stop]])
