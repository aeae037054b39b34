"""The fixes of a text, in the one order in which they run."""
from collections.abc import Callable
from typing import NamedTuple

from minzheng.decode.aligned import Edit
from minzheng.decode.commas import find_stray_commas
from minzheng.decode.glosses import find_glosses
from minzheng.decode.traditional import find_traditional
from minzheng.decode.width import find_width


class Fix(NamedTuple):
    """A pure finder of edits and the characters without which it has nothing to find ("" for any text)."""

    find: Callable[[str], list[Edit]]
    needs: str = ""

    def may_apply(self, text: str) -> bool:
        """A cheap look, so that a clean text costs next to nothing."""
        return not self.needs or any(character in text for character in self.needs)


WIDTH = Fix(find_width)

FIXES = (
    Fix(find_glosses, "(（"),
    Fix(find_stray_commas, ",，"),      # after the glosses: a gloss can stand between a comma and its mark
    Fix(find_traditional),              # after the glosses, whose brackets part the words
    WIDTH,
)
