"""Marks that the edits themselves call for: repairs that are not sure, and numbers that a repair touches."""
import re
from collections.abc import Iterator

from minzheng.decode.aligned import AlignedText
from minzheng.decode.furniture import Mark
from minzheng.patterns import Late

_NUMBER_BEFORE = Late(r"[0-9][0-9.,]*[%％]?$")
_NUMBER_AFTER = Late(r"[0-9][0-9.,]*")
_DIGITS = frozenset("0123456789")
_CERTAIN = frozenset(("invisible", "width"))      # what they take out or change was no part of the number


def find_doubtful_edits(aligned: AlignedText) -> Iterator[Mark]:
    """Marks for characters of which a byte was lost, the numbers beside them, and numbers that a deletion joined.

    >>> from minzheng.decode.aligned import Edit
    >>> list(find_doubtful_edits(AlignedText.of("共1\\n58人").apply([Edit(2, 3, "", "wrap")])))
    [Mark(start=1, stop=4, kind='beside-repair', proposal='')]
    """
    text = aligned.text
    for edit, start in aligned.edits_in_clean_text():
        is_misread = "misread" in edit[3]
        if edit[2] and not is_misread:
            continue
        stop = start + len(edit.replacement)
        if is_misread:
            if not edit.certified:
                yield Mark(start, stop, "lost", " / ".join(edit.candidates))
            if "lost byte" in edit.rule:
                numbers = filter(None, _numbers_at(text, start, stop))
                yield from (Mark(*number.span(), "beside-repair") for number in numbers)
        elif text[start - 1:start] in _DIGITS and text[start:start + 1] in _DIGITS \
                and not set(edit.kind.split("+")) <= _CERTAIN:
            before, after = _numbers_at(text, start, stop)
            yield Mark(before.start(), after.end(), "beside-repair")


def _numbers_at(text: str, start: int, stop: int) -> tuple[re.Match | None, re.Match | None]:
    """The number that ends at `start` and the one that begins at `stop`."""
    return _NUMBER_BEFORE.search(text, max(0, start - 20), start), _NUMBER_AFTER.match(text, stop)
