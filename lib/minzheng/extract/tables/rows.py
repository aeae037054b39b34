"""Tables in prose: runs of lines with `|` between cells, each with the lines above that name it."""
import re
from collections.abc import Iterator

from minzheng.extract.tables.headers import holds_figures, is_in_pairs, tells_itself
from minzheng.patterns import Late

Row = list[tuple[int, str]]         # (offset, cell) of each cell
_ROW = Late(r"^[^\n|]*(?:\|[^\n|]*)+$", re.MULTILINE)


def find_tables(text: str) -> Iterator[tuple[str, list[Row]]]:
    """(title and unit above, rows) of each run of lines with cells.

    >>> [(caption, [[cell for _, cell in row] for row in rows]) for caption, rows in find_tables("表1 床位\\n县|床位\\n甲县|30\\n")]
    [('表1 床位\\n', [['县', '床位'], ['甲县', '30']])]
    """
    rows, first, end = [], 0, -1
    for match in [*(_ROW.finditer(text) if "|" in text else ()), None]:
        if rows and (match is None or match.start() > end + 1 or _heads_another(match[0].split("|"), rows)):
            above = text[max(0, first - 160):first].split("\n")[-4:]
            lines = [line.rpartition("。")[2] for line in above if "|" not in line and not line.endswith("。")]
            while rows and not any(cell.strip() for _, cell in rows[0][1:]):       # a title set as a row
                lines.append(rows.pop(0)[0][1])
            yield "\n".join(lines), rows
            rows = []
        if match:
            first, end = match.start() if not rows else first, match.end()
            offset, row = match.start(), []
            for cell in match[0].split("|"):
                row.append((offset, cell))
                offset += len(cell) + 1
            rows.append(row)


def with_headers(rows: list[Row]) -> Iterator[list[Row]]:
    """Rows of a table that has a header, also where it needs none; each row that is its own as a table of one row."""
    if rows and all(is_in_pairs([cell for _, cell in row]) for row in rows):
        yield from ([[(row[0][0], ""), *row[1::2]], [row[0], *row[2::2]]] for row in rows)
    elif rows and all(tells_itself([cell for _, cell in row]) for row in rows):
        yield [[(rows[0][0][0], name) for name in ("指标", "单位", "数值")], *rows]
    else:
        yield rows


def _heads_another(row: list[str], rows: list[Row]) -> bool:
    """Is a row that follows another table at once the header of one of its own?"""
    if len(row) == len(rows[-1]):
        return False
    names = sum(bool(cell.strip()) for cell in row) > 2 and not holds_figures(row)
    return names and holds_figures([cell for _, cell in rows[-1]])
