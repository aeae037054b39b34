"""Tables flattened to rows of cells: row label, column header and unit make a figure of each number."""
import re
from collections.abc import Iterator
from typing import NamedTuple

from minzheng.extract.bare import is_bare
from minzheng.extract.headers import (
    GROWTH,
    GROWTH_WORDS,
    LABEL_COLUMNS,
    NUMBERED_COLUMNS,
    UNIT_BRACKET,
    UNIT_COLUMNS,
    Column,
    kind_of_column,
    number_in,
    read_column,
    read_headers,
    told_by_header,
    unit_of_name,
)
from minzheng.extract.heads import is_dependent
from minzheng.extract.memory import Figure, Memory
from minzheng.extract.numerals import fold_width
from minzheng.extract.places import opening_place
from minzheng.extract.quantities import Quantity, read_amount
from minzheng.extract.table_rows import Row, find_tables, with_headers
from minzheng.extract.table_titles import EMPTY_TITLE, NUMBERING, YEAR, table_topic
from minzheng.patterns import Late
from minzheng.reference.indicators import match_indicator

_UNIT_CAPTION = Late(r"单位[:：] *(?P<unit>[^\s，。；）)]{1,8})")
_PLACES = Late("地区|县[（(]?[市区].*|区县.*|市县|州市|市州|地市|行政区划?|各?[市县区]|乡镇|街道|镇街|乡镇街道|乡镇（街道）")
_WHOLE = Late("合计|总计|全[省市县区州]")
_YEAR_LABEL = Late(r"((?:19|20)[0-9]{2})年?")
_AND = Late("、|和(?!谐)|以?及")
_BARE = 7               # a row label so short and unknown to the indicator list needs the title
_ROUNDED = 1.001        # parts may add up to a little more than their whole
_OPEN = 5               # wholes that a later 其中 may go back to
_FEWER = ("下降", "减少", "降低", "回落")
_COUPLES = ("结婚", "离婚")          # 对 of these: registered
_RATE = Late("(?:率|比重|占比|比例)$")


class Cell(NamedTuple):
    """A number of a table with what its place says; `scope`: the place and year of row, column or title, as written,
    and behind a `|` whether the column holds goals or the year before."""

    quantity: Quantity
    subject: str
    measure: str
    basis: str
    sign: str
    scope: str


class _About(NamedTuple):
    """What a row says of all its cells; `topic` stands for a column that names nothing."""

    subject: str
    unit: str
    caption: str
    place: str = ""
    topic: str = ""


class _Whole(NamedTuple):
    """A row that rows behind it may divide; `rest`: what of its number they have not taken, 0 before any 其中."""

    label: str
    unit: str
    size: float
    rest: float = 0


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
    wholes, parent, divided, topic = [], "", False, table_topic(caption)
    for row in rows[first:]:
        label = _label(row[0][1])
        if len(row) != len(headers):
            continue
        cells = list(zip(row, headers, strict=True))[1:]
        year = _YEAR_LABEL.fullmatch(label)
        if year or (places and (_is_place(label) or _WHOLE.fullmatch(label))):      # the columns say what is counted
            unit = told["unit"] if told else ""
            yield from _row_cells(_About("", unit, f"{year[1]}年" if year else caption, "" if year else label, topic), cells)
            continue
        if not re.search(r"[\u4e00-\u9fff]", label):
            continue
        own = UNIT_BRACKET.search(label)
        label = label[:own.start()] if own else label               # 养老床位（张）
        unit = _unit_of_row(row, own, unit_column) or (told["unit"] if told else "")
        wholes = _enter(wholes, _Whole(label, unit, _size(row)), row[0][1].strip())
        owner = wholes[-1].label
        subject = label if owner == label else owner + label
        if not NUMBERING.match(row[0][1].strip()):
            divided = divided and match_indicator(label) is None       # 韩国 below #日本: a part as well
            parent = parent if divided else "" if _WHOLE.fullmatch(label) else label
        elif owner == label and len(label) <= _BARE and match_indicator(label) is None:
            divided = True
            subject = parent + label                                # 居民消费价格 | …, 一、衣着 | …
        is_part = not places and not _AND.search(topic) and subject not in topic and topic not in subject
        if len(subject) <= _BARE and is_part and match_indicator(subject) is None:
            subject = topic + subject                               # 衣着: of what the title names
        yield from _row_cells(_About(subject, unit, caption), cells)


def _before_label(headers: list[str]) -> int:
    """How many columns stand before the one that names the rows: 序号 | 指标 | 单位 …, 类别 | 指标名称 | 单位 ….

    >>> _before_label(["序号", "指标", "2020年"]), _before_label(["指标", "单位", "2020年"])
    (1, 0)
    """
    named = next((n for n, header in enumerate(headers) if header in LABEL_COLUMNS and header not in NUMBERED_COLUMNS), 0)
    return named or int(headers[0] in NUMBERED_COLUMNS)


def _enter(wholes: list[_Whole], row: _Whole, printed: str) -> list[_Whole]:
    """The open wholes at a row: 其中 divides the nearest one it is no larger than, and rows go on to do so
    that have no name in the indicator list as long as they find room in it.
    """
    if printed.startswith("其中") and wholes:
        while len(wholes) > 1 and wholes[-1].size < row.size:
            wholes = wholes[:-1]
        return [*wholes[:-1], wholes[-1]._replace(rest=wholes[-1].size - row.size)]
    last = wholes[-1] if wholes else row
    is_part = row.unit == last.unit and row.size <= last.rest * _ROUNDED and not NUMBERING.match(printed)
    if is_part and match_indicator(row.label) is None:
        return [*wholes[:-1], last._replace(rest=last.rest - row.size)]
    return [*wholes[-_OPEN:], row]


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


def _row_cells(row: _About, cells: list[tuple[tuple[int, str], str]]) -> Iterator[Cell]:
    """A growth column speaks of the level before it in the row, and of its year."""
    year, level = "".join(YEAR.findall(row.caption)[-1:]), ""
    newest = max(told_by_header(header)[1] for _, header in cells)
    units = row.unit.split("、")             # （单位：张、%）
    if grows := GROWTH_WORDS.search(row.subject) if set(units) & {"%", "‰"} else None:        # 低保标准年均增长率
        row = row._replace(subject=row.subject[:grows.start()])
    for (offset, cell), header in cells:
        unit, own_year = told_by_header(header)
        year = own_year or (newest if newest and GROWTH.search(header) else year)     # 2023年 | 2022年 | 增减（%）
        shared = "%" if len(units) > 1 and "%" in units and GROWTH.search(header) else units[0]
        quantity = _quantity(offset, cell, unit or shared or unit_of_name(header) or unit_of_name(row.subject))
        if quantity is None:
            continue
        column = read_column(header, quantity.unit, row.caption)
        if column.measure == "level" and quantity.unit in ("%", "‰") and _RATE.search(row.subject) and not GROWTH.search(row.subject):
            column = column._replace(measure="share")
        if column.measure == "level" and grows and quantity.unit in ("%", "‰"):
            column = Column("growth", "unspecified", column.rest)
        column = column if row.subject else column._replace(rest=_full_name(column.rest, row.topic))
        plain = row.subject.endswith(column.rest) or (column.measure == "share" and row.subject)
        subject = row.subject if plain else row.subject + column.rest
        level = subject if column.measure == "level" else level
        fewer = cell.strip()[0] in "-－—" or cell.strip().startswith(_FEWER) or header.startswith("减少")
        sign = ("-" if fewer else "+") if column.basis else ""
        if named := subject or level or row.topic:
            named += "登记" * (quantity.unit == "对" and named.endswith(_COUPLES))
            yield Cell(quantity, named, column.measure, column.basis, sign, row.place + year + kind_of_column(header))


def _full_name(name: str, topic: str) -> str:
    """A column's name as the title has it, and with whose it is: 机构, 床位 below 养老机构和床位.

    >>> _full_name("机构", "养老机构和床位"), _full_name("床位", "养老机构和床位")
    ('养老机构', '养老机构床位')
    """
    members = [member for member in _AND.split(topic) if member] if name else []
    full = next((member for member in members if member.endswith(name)), name)
    return members[0] + full if members and is_dependent(full) and full != members[0] else full


def _quantity(offset: int, cell: str, unit: str) -> Quantity | None:
    """The number of a cell read together with the unit that stands elsewhere; None where either is missing."""
    number = number_in(cell)
    unit = fold_width(number["unit"]) if number and number["unit"] else unit        # 增长 | 5.1%
    if not number or not unit:
        return None
    found = read_amount((number["bound"] or "") + number["number"], unit.lstrip("±") + (number["after"] or ""))
    if found is None or not found.unit or found.start:
        return None
    start, stop = offset + number.start("bound" if number["bound"] else "number"), offset + max(number.end("after"), number.end("unit"), number.end("number"))
    return Quantity(start, stop, start, stop, found.value, found.unit, found.value_min, found.value_max, found.bound,
                    flags=found.flags, rule="unit-of-column")
