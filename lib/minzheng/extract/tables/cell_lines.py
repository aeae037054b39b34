"""Tables whose cells stand one below the other, each on a line of its own, as a page or a PDF gives them when it is copied."""
import re
from collections.abc import Iterator
from typing import NamedTuple

from minzheng.extract.tables.headers import (
    LABEL_COLUMNS,
    NATURE,
    NUMBERED_COLUMNS,
    UNIT_BRACKET,
    UNIT_COLUMNS,
    number_in,
)
from minzheng.patterns import Late
from minzheng.reference.units import units_by_form

_LINE = Late(r"^[ \t\u3000\xa0]*(?P<cell>[^\s，。；！？|](?:[^\n，。；！？|]{0,30}[^\s，。；！？|])?)[ \t\u3000\xa0\r]*$", re.MULTILINE)
_TELLS_UNITS = Late(r"^[ \t\u3000\xa0]*(?:(?:计量)?单位|[^\n（(，。]{1,14}[（(][^\n（）()，。]{1,8}[）)])[ \t\u3000\xa0\r]*$", re.MULTILINE)
_NONE = Late("[-－—–/]+")
_YEAR = Late(r"(?:19|20)[0-9]{2}年?")
_CHINESE = Late("[\u4e00-\u9fff]")
_WIDEST = 8             # columns
_FEWEST = 2             # rows


class _Cell(NamedTuple):
    start: int
    stop: int
    text: str


class _Table(NamedTuple):
    header: list[_Cell]
    rows: list[list[_Cell]]


def cell_breaks(text: str) -> frozenset[int]:
    """Where the line breaks begin that part the cells of a row; a row itself ends with a break that is none of them.

    >>> sorted(cell_breaks("指标\\n单位\\n2021年\\n敬老院\\n所\\n41\\n孤儿\\n人\\n652"))
    [2, 5, 15, 17, 23, 25]
    """
    found, done = set(), -1
    for seed in _TELLS_UNITS.finditer(text):
        if seed.start() < done:
            continue
        before, after = _cells_before(text, seed.start()), _cells_from(text, seed.start())
        if table := _table_of([*before, *after], len(before)):
            found |= {cell.stop for row in (table.header, *table.rows) for cell in row[:-1]}
            done = table.rows[-1][-1].stop
    return frozenset(found)


def _cells_before(text: str, start: int) -> list[_Cell]:
    """The lines right above a place that may be cells, at most as many as a header has."""
    cells = []
    while start > 0 and len(cells) < _WIDEST:
        first = text.rfind("\n", 0, start - 1) + 1
        line = _LINE.match(text, first)
        if line and line.end() < start:
            cells.insert(0, _Cell(*line.span("cell"), line["cell"]))
        elif text[first:start].strip():
            break
        start = first
    return cells


def _cells_from(text: str, start: int) -> list[_Cell]:
    """The lines from a place on that may be cells."""
    cells = []
    while start < len(text):
        line = _LINE.match(text, start)
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if line:
            cells.append(_Cell(*line.span("cell"), line["cell"]))
        elif text[start:stop].strip():
            break
        start = stop + 1
    return cells


def _table_of(cells: list[_Cell], seed: int) -> _Table | None:
    """The table with most rows whose header holds the cell of that number, or stands right above it; None where the lines do not agree on one."""
    widths = range(2, _WIDEST + 1)
    tables = [_Table(header, rows) for width in widths for first in range(max(0, seed - width), seed + 1)
              if _is_header(header := cells[first:first + width])
              and len(rows := list(_rows(cells, first + width, header))) >= _FEWEST]
    return max(tables, key=lambda table: (any(cell.text in LABEL_COLUMNS for cell in table.header[:2]), len(table.rows)), default=None)


def _is_header(cells: list[_Cell]) -> bool:
    names = [cell.text for cell in cells]
    return bool(names) and names[0] not in UNIT_COLUMNS and not any(_is_value(name) for name in names[1:]) and bool(_CHINESE.search(names[0]))


def _rows(cells: list[_Cell], at: int, header: list[_Cell]) -> Iterator[list[_Cell]]:
    """The rows of as many cells as the header has, as long as numbers and units stand in the columns of the first."""
    width, kinds = len(header), []
    units = next((n for n, name in enumerate(header) if name.text in UNIT_COLUMNS), None)
    numbered = header[0].text in NUMBERED_COLUMNS
    told = units is not None or any(UNIT_BRACKET.search(name.text) for name in header)
    while len(row := cells[at:at + width]) == width:
        texts = [cell.text for cell in row]
        kinds = kinds or [_is_value(text) for text in texts]
        label = texts[numbered]
        natured = bool(NATURE.fullmatch(texts[-1]))          # then a goal may be told in words: 不低于物价涨幅
        fits = all(_is_value(text) == kind or _NONE.fullmatch(text) or (kind and natured) for text, kind in zip(texts, kinds, strict=True))
        if not fits or not any(kinds[1:]) or not _CHINESE.search(label) or NATURE.fullmatch(label) or label in ("属性", "指标属性"):
            return
        if not (_is_unit(texts[units]) if units is not None else told or UNIT_BRACKET.search(label)):
            return
        yield row
        at += width


def _is_value(text: str) -> bool:
    return bool(_NONE.fullmatch(text)) or bool(number_in(text) and not _YEAR.fullmatch(text))


def _is_unit(text: str) -> bool:
    unit = text.partition("/")[0]               # 元/月
    return unit in units_by_form() or unit.lstrip("十百千万亿") in units_by_form()
