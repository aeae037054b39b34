"""The running text of a document: furniture skipped, blanks and line breaks inside sentences closed.

Rules read prose; every place in it leads back to the clean text, and from there to the raw one.
"""
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from minzheng.extract.tables.blank_tables import column_gaps
from minzheng.extract.tables.cell_lines import cell_breaks
from minzheng.extract.times.written_dates import fold_years
from minzheng.patterns import Late

_BLANKS = Late(r"[\s\u3000\xa0]+")
_PAGE_NUMBER = Late(r"^[ \t\u3000]*[—－–\-·]+ ?\d{1,3} ?[—－–\-·]+[ \t]*$", re.MULTILINE)
_HEADING = Late(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|"
    r"第[一二三四五六七八九十]+[章节部分]"
    r"|[图表]\s*\d|注[:：]|——|[·•●▲■◆]")
_CAPTION_MARK = re.compile(r"[图表][ \u3000]*\d{1,2}$")
_COLUMNS = Late(r"[^\S\n]{3,}|[ \u3000]*\t[ \t\u3000]*")
_NARROW_COLUMNS = re.compile(r"\u3000+|[ \xa0]{2,}")
_NARROW_ROW = Late(r"[^\s。，][^\n。，]*[\u3000 \xa0](?:[0-9][0-9,.]*%?|[-—－])$")         # it ends with a number of its own
_ROW = 300              # characters of a row of a table at most
_STOPS = frozenset("。！？；：…”!?;:")
_WIDE = 3               # so many blanks in a row stand between columns, not inside a word
_PROSE_LINE = 18        # a shorter line is a title, a caption or a table cell: nothing runs on from it


@dataclass(frozen=True, slots=True)
class Prose:
    """`text`, and for each of its pieces where it begins here (`starts`) and in the clean text (`places`)."""

    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]

    def clean_span(self, start: int, stop: int) -> tuple[int, int]:
        """Where `[start, stop)`, not empty, stands in the clean text.

        >>> read_prose("养老床位 3.5\u3000万张").clean_span(4, 9)
        (5, 11)
        """
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, stop - 1, first) - 1
        return start + self.places[first] - self.starts[first], stop + self.places[last] - self.starts[last]


def read_prose(text: str, skipped: Iterable[tuple[int, int]] = ()) -> Prose:
    """Close up a clean text, leaving out the spans `skipped` (furniture, heads, tails).

    >>> read_prose("截至 2021 年底，全省共有登记在册的养老机构和设\\n\\n—3—\\n\\n施 4.3 万个").text
    '截至2021年底，全省共有登记在册的养老机构和设施4.3万个'
    """
    text = fold_years(_blank_out(text, skipped))
    pieces, starts, places = [], [], []
    columns, breaks = column_gaps(text), cell_breaks(text)
    length = done = 0
    for gap in _BLANKS.finditer(text):
        (start, stop), blanks = gap.span(), gap.group()
        joint = "|" if start in breaks else "|" + "\n" * ("\n" in blanks) if start in columns else _joint(text, start, stop, blanks)
        if joint == blanks and start > done:
            continue                            # it stays as it is
        if start > done:
            pieces.append(text[done:start])
            starts.append(length)
            places.append(done)
            length += start - done
        if joint and length:
            pieces.append(joint)
            starts.append(length)
            places.append(start)
            length += len(joint)
        done = stop
    pieces.append(text[done:])
    return Prose("".join(pieces), (*starts, length), (*places, done))


def _blank_out(text: str, skipped: Iterable[tuple[int, int]]) -> str:
    spans = sorted([*skipped, *(m.span() for m in _PAGE_NUMBER.finditer(text))])
    pieces, done = [], 0
    for start, stop in spans:
        if stop > done:
            start = max(start, done)
            pieces += (text[done:start], ("\n" if "\n" in text[start:stop] else " ") * (stop - start))
            done = stop
    return "".join([*pieces, text[done:]])


def _joint(text: str, start: int, stop: int, blanks: str) -> str:
    """What stands for a run of blanks: nothing, one blank, or a line break."""
    if start == 0 or stop == len(text):
        return ""
    before, after = text[start - 1], text[stop]
    if blanks == " " and "|" in (before, after):
        return " "
    if "\n" in blanks or "\r" in blanks:
        return "" if _runs_on(text, start, stop, before) else "\n"
    if before.isdigit() and _CAPTION_MARK.search(text, max(0, start - 8), start):
        return " "
    if len(blanks) >= _WIDE or "\t" in blanks:
        if "|" in (before, after):
            return " "
        return "|" if _in_table(text, start, stop, _COLUMNS) else "\n"
    if _NARROW_COLUMNS.fullmatch(blanks) and _in_table(text, start, stop, _NARROW_COLUMNS):
        return "|"
    return " " if (_is_narrow(before) and _is_narrow(after)) or "|" in (before, after) else ""


def _in_table(text: str, start: int, stop: int, columns: re.Pattern) -> bool:
    """Is a gap one between columns: as many gaps in this line as in the one before or behind?

    Where one blank of full width is all that parts them, two such lines and a number at the end of one are asked for.
    """
    first, last = text.rfind("\n", max(0, start - _ROW), start) + 1, text.find("\n", stop, stop + _ROW)
    last = min(len(text), stop + _ROW) if last < 0 else last
    first = first or max(0, start - _ROW)
    line = text[first:last].strip()
    gaps = _gaps(line, columns) if len(line) <= _ROW else 0
    if not gaps or "。" in line:
        return False
    above = text[max(0, first - _ROW):max(0, first - 1)].rpartition("\n")[2].strip()
    below = text[last + 1:last + _ROW].partition("\n")[0].strip()
    alike = [other for other in (above, below) if _gaps(other, columns) == gaps and "。" not in other]
    return bool(alike) and (columns is _COLUMNS or (gaps > 1 and any(_NARROW_ROW.match(row) for row in (line, *alike))))


@lru_cache(maxsize=64)          # every gap of a row asks for its own line and the two beside it
def _gaps(line: str, columns: re.Pattern) -> int:
    return len(columns.findall(line))


def _runs_on(text: str, start: int, stop: int, before: str) -> bool:
    """Does the sentence go on behind a line break?"""
    if before in _STOPS:
        return False
    line = text[max(text.rfind("\n", max(0, start - 400), start) + 1, start - 400):start].strip()
    follows = text[stop:stop + 60].split("\n", 1)[0]
    return (len(line) >= _PROSE_LINE and any(c in line for c in "，。；") and "|" not in line and "|" not in follows
            and not _HEADING.match(follows))


def _is_narrow(character: str) -> bool:
    return character.isascii() and character.isalnum()
