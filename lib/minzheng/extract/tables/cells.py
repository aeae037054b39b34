"""Tables flattened to rows of cells: what each row is about, and which rows are parts of the one above."""
import re
from collections.abc import Iterator

from minzheng.extract.names.bare import is_bare
from minzheng.extract.names.heads import is_dependent
from minzheng.extract.names.memory import Figure, Memory
from minzheng.extract.numbers.numerals import fold_width
from minzheng.extract.places.named import opening_place
from minzheng.extract.tables.headers import (
    LABEL_COLUMNS,
    NUMBERED_COLUMNS,
    UNIT_BRACKET,
    UNIT_COLUMNS,
    number_in,
    read_headers,
)
from minzheng.extract.tables.row_cells import About, Cell, cells_of_row
from minzheng.extract.tables.row_names import WHOLE, RowNames, TableRow
from minzheng.extract.tables.rows import Row, find_tables, with_headers
from minzheng.extract.tables.titles import EMPTY_TITLE, NUMBERING
from minzheng.patterns import Late

_UNIT_CAPTION = Late(r"单位[:：] *(?P<unit>[^\s，。；）)]{1,8})")
_PLACES = Late("地区|县[（(]?[市区].*|区县.*|市县|州市|市州|地市|行政区划?|各?[市县区]|乡镇|街道|镇街|乡镇街道|乡镇（街道）")
_YEAR_LABEL = Late(r"((?:19|20)[0-9]{2})年?")


def find_cells(text: str) -> list[Cell]:
    """The figures of every table in prose whose rows stand line by line with `|` between cells.

    >>> [(c.subject, c.quantity.value, c.quantity.unit, c.measure) for c in find_cells(
    ...     "指标 | 数量（万个） | 比上年增长（%）\\n养老机构 | 4.0 | 4.7")]
    [('养老机构', 40000.0, '个', 'level'), ('养老机构', 4.7, '%', 'growth')]

    A number counts only where row label and unit are told; cells that hold several numbers are left out.
    """
    return [cell for caption, rows in find_tables(text) for part in with_headers(rows) for cell in _cells(caption, part)]


def read_row(cells: list[Cell], memory: Memory) -> tuple[list[Figure], Memory]:
    """The cells of one row as figures; growth and share belong to the level before them in the row."""
    figures, level, levels, title = [], (), {}, "" if EMPTY_TITLE.search(memory.heading) else memory.heading
    for number, cell in enumerate(cells, memory.number):
        of = () if cell.measure == "level" else levels.get(cell.scope, level)
        whose = title if title and (is_bare(cell.subject) or is_dependent(cell.subject)) else ""       # 任务 | 已完成 | 完成率
        figures.append(Figure(number, cell.quantity, whose + cell.subject.removeprefix("年度" * bool(whose)), cell.measure, cell.basis, cell.sign, of=of, rule="table-row"))
        if cell.measure == "level":
            level = levels[cell.scope] = (number,)
    return figures, memory._replace(number=memory.number + len(cells))


def _cells(caption: str, rows: list[Row]) -> Iterator[Cell]:
    """The figures of one table; none where its headers do not tell."""
    width = max(map(len, rows), default=0)
    rows = [row for row in rows if len(row) == width or any(cell.strip() for _, cell in row[1:])]       # 二、养老服务| alone
    headers, first = read_headers([[cell for _, cell in row] for row in rows])
    if not headers:
        return
    if before := _before_label(headers):
        rows, headers = [row[before:] for row in rows], headers[before:]
    told = _UNIT_CAPTION.search(caption)
    unit_column = next((i for i, header in enumerate(headers) if header in UNIT_COLUMNS), None)
    places = bool(_PLACES.fullmatch(headers[0])) or any(_is_place(row[0][1].strip()) for row in rows[first:])
    names = RowNames(caption, [_label(row[0][1]) for row in rows[first:]])
    for row in rows[first:]:
        label = _label(row[0][1])
        if len(row) != len(headers):
            continue
        cells = list(zip(row, headers, strict=True))[1:]
        year = _YEAR_LABEL.fullmatch(label)
        if year or (places and (_is_place(label) or WHOLE.fullmatch(label))):      # the columns say what is counted
            unit = told["unit"] if told else ""
            yield from cells_of_row(About("", unit, f"{year[1]}年" if year else caption, "" if year else label, names.topic), cells)
            continue
        if not re.search(r"[\u4e00-\u9fff]", label):
            continue
        own = UNIT_BRACKET.search(label)
        label = label[:own.start()] if own else label               # 养老床位（张）
        unit = _unit_of_row(row, own, unit_column) or (told["unit"] if told else "")
        subject = names.name(TableRow(row[0][1].strip(), label, unit, _size(row)), bare=places)
        yield from cells_of_row(About(subject, unit, caption), cells)


def _before_label(headers: list[str]) -> int:
    """How many columns stand before the one that names the rows: 序号 | 指标 | 单位 …, 类别 | 指标名称 | 单位 ….

    >>> _before_label(["序号", "指标", "2020年"]), _before_label(["指标", "单位", "2020年"])
    (1, 0)
    """
    named = next((n for n, header in enumerate(headers) if header in LABEL_COLUMNS and header not in NUMBERED_COLUMNS), 0)
    return named or int(headers[0] in NUMBERED_COLUMNS)


def _size(row: Row) -> float:
    """The first number of a row; nan where it has none."""
    numbers = (number_in(cell) for _, cell in row[1:])
    return next((float(fold_width(n["number"]).replace(",", "").replace("，", "")) for n in numbers if n), float("nan"))


def _label(cell: str) -> str:
    """A row label without its numbering, footnotes and blanks."""
    return re.sub(r"\[[0-9]{1,2}\]| ", "", NUMBERING.sub("", cell.strip()))


def _is_place(label: str) -> bool:
    place = opening_place(label)
    return place is not None and place.stop == len(label)


def _unit_of_row(row: Row, own: re.Match | None, column: int | None) -> str:
    """The unit that a row names in a column of its own or in a bracket behind its label."""
    if column:
        return row[column][1].strip()
    return (own["unit"] or "%") if own else ""
