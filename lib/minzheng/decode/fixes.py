"""The fixes of a text and the marks on it, in the one order in which they run."""
from collections.abc import Callable
from typing import NamedTuple

from minzheng.decode.aligned import AlignedText, Edit
from minzheng.decode.alphabet import BLANK, kind, kinds_of
from minzheng.decode.commas import find_stray_commas, mark_commas
from minzheng.decode.doubts import find_lost, find_questioned, find_spoiled
from minzheng.decode.edit_marks import find_doubtful_edits
from minzheng.decode.escapes import find_escapes
from minzheng.decode.forms import INVISIBLE, LOOK_ALIKE, find_invisible, find_look_alikes
from minzheng.decode.furniture import Mark
from minzheng.decode.glosses import find_glosses, mark_glosses
from minzheng.decode.layout import find_blanks_in_text, find_wraps
from minzheng.decode.misalignment import find_misalignments
from minzheng.decode.misread import MISREAD, find_misread, mark_misread
from minzheng.decode.pages import find_page_breaks
from minzheng.decode.questionmarks import DOT, QUESTION, find_blanks, find_dots, mark_lone
from minzheng.decode.repeats import find_repeats
from minzheng.decode.spam import find_spam
from minzheng.decode.split_words import find_split_words
from minzheng.decode.traditional import find_traditional
from minzheng.decode.width import WIDE_OR_NARROW, find_width

MOST_ROUNDS = 5     # a fix can uncover work for an earlier one; two rounds are the rule


class Fix(NamedTuple):
    """A pure finder of edits, and the kinds of characters without all of which it has nothing to find (0: any text)."""

    find: Callable[[str], list[Edit]]
    needs: int = 0


# Before the misaligned runs, whose repair looks at the text as the site saved it.
READING = (
    Fix(find_misread, MISREAD),                 # first: in a text read wrongly no other fix sees anything
    Fix(find_escapes, kind("&\\<%")),           # second: an escape can hide any character
    Fix(find_invisible, INVISIBLE),
)
FIXES = (
    Fix(find_look_alikes, LOOK_ALIKE),
    Fix(find_glosses, kind("(（[［〔【")),
    Fix(find_stray_commas),                     # after the glosses: one can stand between a comma and its mark
    Fix(find_dots, DOT),
    Fix(find_blanks, QUESTION),
    Fix(find_traditional),                      # after the glosses, whose brackets part the words
    Fix(find_page_breaks),                      # before the wraps: a page number stands between two lines
    Fix(find_wraps),
    Fix(find_blanks_in_text, BLANK),            # after the wraps, which leave blanks at line ends
    Fix(find_split_words, BLANK),               # after the blanks that are a habit, which leave no lone one
)
WIDTH = Fix(find_width, WIDE_OR_NARROW)         # last: the fixes before it know both widths
MARKS = (find_lost, mark_misread, find_spoiled, find_spam, find_repeats, mark_glosses, mark_commas, mark_lone)


def clean_text(raw: str, *, full_width: bool = True) -> tuple[AlignedText, list[Mark]]:
    """Mend what can be mended in a raw text and mark the rest; marks refer to the clean text."""
    aligned = _run(READING, AlignedText.of(raw))
    # Misaligned runs come before the glosses: the gloss after a run holds the bracket that it swallowed and the
    # reading of the lost character.
    edits, unrepaired = find_misalignments(aligned.text)
    marks = [(aligned.raw_span(mark.start, mark.stop), mark) for mark in unrepaired]
    marks += [(span, Mark(*span, "spoiled")) for span in find_questioned(raw)]
    aligned = aligned.apply(edits)
    for _ in range(MOST_ROUNDS):
        before = aligned
        aligned = _run((*READING, *FIXES, WIDTH) if full_width else (*READING, *FIXES), aligned)
        if aligned is before:
            break
    moved = ((mark, *aligned.clean_span(*span)) for span, mark in marks)
    found = [mark._replace(start=start, stop=stop) for mark, start, stop in moved]
    found += find_doubtful_edits(aligned)
    told = {place for mark in found if mark.kind in ("lost", "misaligned") for place in range(mark.start, mark.stop)}
    found += (mark for find in MARKS for mark in find(aligned.text)
              if mark.kind not in ("lost", "question-mark") or mark.start not in told)
    return aligned, list(dict.fromkeys(found))


def _run(fixes: tuple[Fix, ...], aligned: AlignedText) -> AlignedText:
    held = kinds_of(aligned.text)
    for fix in fixes:
        if fix.needs and not fix.needs & held:
            continue
        edits = fix.find(aligned.text)
        if edits:
            aligned = aligned.apply(edits)
            held = kinds_of(aligned.text)
    return aligned
