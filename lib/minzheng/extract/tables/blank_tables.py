"""Tables kept as lines of text whose cells are parted by blanks alone: found by rows that agree with their header."""
import re
from collections.abc import Iterator

from minzheng.extract.tables.headers import NATURE, NUMBERED_COLUMNS, UNIT_BRACKET, is_in_pairs, number_in, tells_itself
from minzheng.patterns import Late
from minzheng.reference.units import units_by_form

_VALUE = r"(?:(?:增长|上升|增加|提高|下降|减少|降低|回落)?[-－—−+＋]?[\[［]?[≥≤＞＜]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?[%％‰]?(?:以上|以内|以下|左右)?[\]］]?|[-－—]+|/)"
_GAP = Late(r"[ \t\u3000\xa0]+")
# A row ends with a number, or behind that with its nature (约束性); 1. opens a list and no row.
_ROW = Late(rf"^[ \t\u3000\xa0]*(?P<row>[^\s。，；|][^\n。，；|]{{0,120}}[ \t\u3000\xa0](?:{_VALUE}|{NATURE.pattern}))[ \t\u3000\xa0]*$", re.MULTILINE)
_CELL = Late(_VALUE)
_YEAR = Late(r"(?:19|20)[0-9]{2}年?[底末]?")
_CHINESE = Late(r"[\u4e00-\u9fff]")
# Rows may stand with empty lines between them, and with a line that names those below it: 二、养老服务
_NEXT = Late(r"\n[ \t\u3000\xa0\r\n]*(?:(?P<part>[^\s。，；：|]{2,16})[ \t\u3000\xa0\r]*\n[ \t\u3000\xa0\r\n]*)?")
_LINE = 120             # characters of a header at most
_PART = 16              # of a line that names a part of a table
_FEWEST = 2             # rows, unless the header brings the units

Pieces = list[tuple[int, str]]


def column_gaps(text: str) -> frozenset[int]:
    """Where the blanks begin that part the columns of tables kept as lines.

    A table is a header of names and rows of a label and as many numbers (or units) as the header has further names.
    A line inside it that only names a part of it ends with such a place too.

    >>> sorted(column_gaps("地区 机构（家） 床位（张）\\n东山区 3 120\\n西山区 4 95"))
    [2, 8, 18, 20, 28, 30]
    """
    found, run, parts, end = set(), [], [], -1
    for match in _ROW.finditer(text):
        between = _NEXT.fullmatch(text, end, match.start("row")) if run else None
        if run and not between:
            found |= _gaps_of_table(text, run, parts)
            run, parts = [], []
        elif between and between["part"]:
            parts.append(between.end("part"))
        run.append(_pieces(text, match.start("row"), match.end("row")))
        end = match.end()
    return frozenset(found | _gaps_of_table(text, run, parts) if run else found)


def _pieces(text: str, start: int, stop: int) -> Pieces:
    """(offset, words) of what stands between blanks; the % of 增长 （%） stays with its word."""
    pieces, at = [], start
    for gap in _GAP.finditer(text, start, stop):
        if gap.end() < stop and text[gap.end()] not in "（(":
            pieces.append((at, text[at:gap.start()]))
            at = gap.end()
    return [*pieces, (at, text[at:stop])]


def _gaps_of_table(text: str, rows: list[Pieces], parts: list[int]) -> set[int]:
    """The gaps of a run of rows and of the lines that head it; none where they do not agree.

    `parts`: where the lines end that name a part of the table; they become rows without figures.
    """
    if all(is_in_pairs([piece for _, piece in row]) for row in rows):
        return {gap for row in rows for gap in _ends(row, 1)}
    header, rows = (rows[:1], rows[1:]) if _is_header(rows[0]) else ([], rows)      # 指标 2023 2022 ends with a number too
    above = _lines_above(text, (header or rows)[0][0][0])
    first = [] if header else next(above, [])
    if len(first) == 1 and len(first[0][1]) <= _PART and (named := next(above, [])) and _is_header(named):
        parts, first = [*parts, first[0][0] + len(first[0][1])], named
    header, numbers = header or [first], set()
    if header[0] and header[0][0][1] in NUMBERED_COLUMNS:
        numbers = {gap for line in (*header, *rows) for gap in _ends(line[:2], 1)}
        header, rows = [header[0][1:]], [row[1:] if row[0][1].isdigit() else row for row in rows]
    width = len(header[0])
    second = next(above, [])
    if rows and 1 < len(second) <= width == _cells_behind(rows[0]) and _is_header(second):
        header, width = [second, *header], width + 1        # 地区 城市低保 农村低保 over 户数 人数 户数 人数
    told = any(UNIT_BRACKET.search(name) for line in header for _, name in line)
    if not all(map(_is_header, header)) or len(rows) < (1 if told else _FEWEST) or not all(_fits(row, width) for row in rows):
        alone = len(rows) >= _FEWEST and all(tells_itself([piece for _, piece in row]) for row in rows)
        return {gap for row in rows for gap in _ends(row, 1)} if alone else set()
    return {*parts} | numbers | {gap for line in header for gap in _ends(line, 1)} | {gap for row in rows for gap in _ends(row, len(row) - width + 1)}


def _ends(line: Pieces, label: int) -> Iterator[int]:
    """Where the gap behind each cell begins; the first `label` pieces are one cell."""
    return (start + len(piece) for start, piece in line[label - 1:-1])


def _lines_above(text: str, start: int) -> Iterator[Pieces]:
    """The lines above a place as pieces, nearest first, empty ones passed over."""
    while start > 0:
        stop = start - 1
        start = max(text.rfind("\n", 0, stop) + 1, stop - _LINE)
        if line := text[start:stop].strip():
            first = text.index(line[0], start)
            yield _pieces(text, first, first + len(line))


def _is_header(line: Pieces) -> bool:
    """Names alone: no number but years, no sentence."""
    names = [piece for _, piece in line]
    return (len(names) > 1 and not any("。" in name or "，" in name or "|" in name for name in names)
            and any(_CHINESE.search(name) for name in names)
            and not any(_CELL.fullmatch(name) and not _YEAR.fullmatch(name) for name in names))


def _fits(row: Pieces, width: int) -> bool:
    """A label, of one piece or more, and a number or unit for every further column."""
    label, cells = row[:len(row) - width + 1], [piece for _, piece in row[len(row) - width + 1:]]
    return bool(label) and bool(_CHINESE.search(label[0][1]) or _YEAR.fullmatch(label[0][1])) and (all(map(_is_cell, cells)) or bool(NATURE.fullmatch(cells[-1])))


def _cells_behind(row: Pieces) -> int:
    """How many numbers or units a row ends with."""
    return next((n for n, (_, piece) in enumerate(reversed(row)) if not _is_cell(piece)), len(row))


def _is_cell(piece: str) -> bool:
    unit = piece.partition("/")[0]              # 元/月
    return bool(_CELL.fullmatch(piece) or NATURE.fullmatch(piece) or number_in(piece)) or unit in units_by_form() or piece[1:] in units_by_form()
