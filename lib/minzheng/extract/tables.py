"""Tables flattened to rows of cells: row label, column header and unit make a figure of each number."""
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from minzheng.extract.memory import Figure, Memory
from minzheng.extract.quantities import Quantity, find_quantities
from minzheng.extract.regions import opening_place
from minzheng.reference.indicators import match_indicator

_ROW = re.compile(r"^[^\n|]*(?:\|[^\n|]*)+$", re.MULTILINE)
_NUMBER = re.compile(
    r"[ \u3000]*[-－—+]? ?(?P<number>[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)[ \u3000]*"
)
_UNIT_CAPTION = re.compile(r"单位[:：] *(?P<unit>[^\s，。；）)]{1,8})")
_UNIT_COLUMN = ("单位", "计量单位")
_BRACKET = re.compile(r"[（(](?P<unit>[^（）()]{1,8})[）)]\s*$|(?P<percent>±?[%％])\s*$")
_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]{1,2}[.、](?![0-9])|[#＃·]|其中[:：]?)+"
)
_PLAIN_HEADER = re.compile(r"(?:本年|全年|实际)?(?:数量|绝对[值数量]|指标值|数值|金额|合计|总计|总量|产量|计)?")
_GROWTH = re.compile(r"增长|增减|增幅|上涨|涨跌|涨幅|同比|比上年|比去年")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年")
_YEAR_LABEL = re.compile(r"((?:19|20)[0-9]{2})年?")
_TITLE_NUMBER = re.compile(r"^[图表] ?[0-9]{1,2}[ \u3000]*")
# 比上年上涨幅度, 及其构成, 情况表: what a title says of its table
_TITLE_TAIL = re.compile(
    r"(?:(?:同比|比上年|较上年)?(?:上涨|涨跌|增长|增减|变动)?(?:幅度|速度)?(?:及(?:其)?(?:构成|增长速度))?|构成)?"
    r"(?:情况|统计|一览|明细)?表?$")
_EMPTY_TITLE = re.compile("主要|指标|基本情况|^各|数据")
_LONG_TITLE = 20
_BARE = 7               # a row label so short and unknown to the indicator list needs the title
_SHARE = re.compile(r"比重|占比|构成|比例")


class Cell(NamedTuple):
    """A number of a table with what its place says; `period` is the year that column or title names, as written."""

    quantity: Quantity
    subject: str
    measure: str
    basis: str
    sign: str
    period: str


def find_cells(text: str) -> list[Cell]:
    """The figures of every table in prose whose rows stand line by line with `|` between cells.

    >>> [(c.subject, c.quantity.value, c.quantity.unit, c.measure) for c in find_cells(
    ...     "指标 | 数量（万个） | 比上年增长（%）\\n养老机构 | 4.0 | 4.7")]
    [('养老机构', 40000.0, '个', 'level'), ('养老机构', 4.7, '%', 'growth')]

    A number counts only where row label and unit are told; cells that hold several numbers are left out.
    """
    return [cell for caption, rows in _tables(text) for cell in _cells(caption, rows)]


def read_row(cells: list[Cell], memory: Memory) -> tuple[list[Figure], Memory]:
    """The cells of one row as figures; growth and share belong to the level before them in the row."""
    figures, level = [], ()
    for number, cell in enumerate(cells, memory.number):
        figures.append(Figure(number, cell.quantity, cell.subject, cell.measure, cell.basis, cell.sign,
                              of=() if cell.measure == "level" else level, rule="table-row"))
        level = (number,) if cell.measure == "level" else level
    return figures, memory._replace(number=memory.number + len(cells))


def _tables(text: str) -> Iterator[tuple[str, list[list[tuple[int, str]]]]]:
    """(title and unit above, rows of (offset, cell)) of each run of lines with cells."""
    rows, first, end = [], 0, -1
    for match in [*_ROW.finditer(text), None]:
        if rows and (match is None or match.start() > end + 1):
            lines = [line for line in text[max(0, first - 160):first].split("\n")[-4:] if "。" not in line]
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


def _cells(caption: str, rows: list[list[tuple[int, str]]]) -> Iterator[Cell]:
    """The figures of one table; none where its first row holds numbers and so no headers."""
    headers = [cell.strip() for _, cell in rows[0]] if rows else []
    if any(_NUMBER.fullmatch(cell) for cell in headers):
        return
    told = _UNIT_CAPTION.search(caption)
    unit_column = next((i for i, header in enumerate(headers) if header in _UNIT_COLUMN), None)
    owner, topic = "", _topic(caption)
    for row in rows[1:]:
        first = row[0][1].strip()
        label = re.sub(r"\[[0-9]{1,2}\]| ", "", _NUMBERING.sub("", first))
        if len(row) != len(headers):
            continue
        if year := _YEAR_LABEL.fullmatch(label):                    # rows are years, columns say what is counted
            cells = list(zip(row, headers, strict=True))[1:]
            named = [(cell, header) for cell, header in cells if not _PLAIN_HEADER.fullmatch(header)]
            yield from _row_cells("", told["unit"] if told else "", f"{year[1]}年", named)
            continue
        if not re.search(r"[\u4e00-\u9fff]", label):
            continue
        own = _BRACKET.search(label)
        label = label[:own.start()] if own else label               # 养老床位（张）
        owner = owner if first.startswith("其中") else label
        unit = _unit_of_row(row, own, unit_column) or (told["unit"] if told else "")
        subject = label if owner == label else owner + label
        if len(subject) <= _BARE and subject not in topic and match_indicator(subject) is None:
            subject = topic + subject                               # 衣着: of what the title names
        yield from _row_cells(subject, unit, caption, list(zip(row, headers, strict=True))[1:])


def _topic(caption: str) -> str:
    """What the title says the table is about, without its number, year and 情况; "" where it names only 主要指标.

    >>> _topic("表5 2021年居民消费价格比上年上涨情况")
    '居民消费价格'
    """
    title = _TITLE_NUMBER.sub("", caption.rstrip("\n").rpartition("\n")[2].strip())
    topic = _TITLE_TAIL.sub("", _YEAR.sub("", title)).strip()
    if place := opening_place(topic):
        topic = topic[place.stop:]
    return "" if _EMPTY_TITLE.search(topic) or len(topic) > _LONG_TITLE or "单位" in topic else topic


def _unit_of_row(row: list[tuple[int, str]], own: re.Match | None, column: int | None) -> str:
    """The unit that a row names in a column of its own or in a bracket behind its label."""
    if column:
        return row[column][1].strip()
    return (own["unit"] or "%") if own else ""


def _row_cells(subject: str, unit: str, caption: str, cells: list[tuple[tuple[int, str], str]]) -> Iterator[Cell]:
    """`unit` holds where the column names none; a growth column speaks of the year before it in the row."""
    year, level = "".join(_YEAR.findall(caption)[-1:]), ""
    for (offset, cell), header in cells:
        own = _YEAR.match(header)
        year = own[0] if own else year
        quantity = _quantity(offset, cell, _unit_words(header) or unit)
        if quantity is not None:
            found = _cell(quantity, subject, header, caption, cell)._replace(period=year)
            level = found.subject if found.measure == "level" else level
            if level or subject:
                yield found if subject else found._replace(subject=level)


def _unit_words(header: str) -> str:
    """The unit in the bracket behind a header; "" without one."""
    bracket = _BRACKET.search(header)
    return (bracket["unit"] or "%") if bracket else ""


def _quantity(offset: int, cell: str, unit: str) -> Quantity | None:
    """The number of a cell read together with the unit that stands elsewhere; None where either is missing."""
    number = _NUMBER.fullmatch(cell)
    if not number or not unit:
        return None
    found = find_quantities(number["number"] + unit.lstrip("±"))
    if len(found) != 1 or not found[0].unit or found[0].start:
        return None
    start, stop = offset + number.start("number"), offset + number.end("number")
    return replace(found[0], start=start, stop=stop, number_start=start, number_stop=stop, rule="unit-of-column")


def _cell(quantity: Quantity, label: str, header: str, caption: str, cell: str) -> Cell:
    """A number with its measure and sign; a header that says more than 数量 goes into the subject."""
    name = _BRACKET.sub("", header).strip()
    told = caption if quantity.unit == "%" and _YEAR.fullmatch(name) else name
    measure = "level"
    if _GROWTH.search(told):
        measure = "growth" if quantity.unit in ("%", "‰") else "change"
    elif _SHARE.search(told):
        measure = "share"
    sign = ""
    if measure in ("growth", "change"):
        sign = "-" if cell.strip()[0] in "-－—" else "+"
    basis = "yoy" if sign and re.search(r"同比|比上年|比去年", told) else "unspecified" if sign else ""
    plain = label.endswith(name) or sign or measure == "share" or _PLAIN_HEADER.fullmatch(name) or _YEAR.match(name)
    return Cell(quantity, label if label and plain else label + name, measure, basis, sign, "")
