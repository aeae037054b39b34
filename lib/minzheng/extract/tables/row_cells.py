"""What each number in a row of a table measures: the row's label, the column's header and a unit make a figure of it."""
from collections.abc import Iterator
from typing import NamedTuple

from minzheng.extract.names.heads import is_dependent
from minzheng.extract.numbers.numerals import fold_width
from minzheng.extract.numbers.quantities import Quantity, read_amount
from minzheng.extract.tables.headers import (
    GROWTH,
    GROWTH_WORDS,
    Column,
    kind_of_column,
    number_in,
    read_column,
    told_by_header,
    unit_of_name,
)
from minzheng.extract.tables.titles import SIDE_BY_SIDE, YEAR
from minzheng.patterns import Late

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


class About(NamedTuple):
    """What a row says of all its cells; `topic` stands for a column that names nothing."""

    subject: str
    unit: str
    caption: str
    place: str = ""
    topic: str = ""


def cells_of_row(row: About, cells: list[tuple[tuple[int, str], str]]) -> Iterator[Cell]:
    """The figures of one row, `cells`: (offset, cell) under its header; a growth column speaks of the level before it, and of its year."""
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
        of_the_level = column.measure in ("growth", "change") and not column.rest and level
        subject = level if of_the_level else row.subject if plain else row.subject + column.rest
        level = subject if column.measure == "level" else level
        fewer = cell.strip()[0] in "-－—" or cell.strip().startswith(_FEWER) or header.startswith("减少")
        sign = ("-" if fewer else "+") if column.basis else ""
        if named := subject or level or row.topic:
            named += "登记" * (quantity.unit == "对" and named.endswith(_COUPLES))
            yield Cell(quantity, named, column.measure, column.basis, sign, row.place + year + kind_of_column(header))


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


def _full_name(name: str, topic: str) -> str:
    """A column's name as the title has it, and with whose it is: 机构, 床位 below 养老机构和床位.

    >>> _full_name("机构", "养老机构和床位"), _full_name("床位", "养老机构和床位")
    ('养老机构', '养老机构床位')
    """
    members = [member for member in SIDE_BY_SIDE.split(topic) if member] if name else []
    full = next((member for member in members if member.endswith(name)), name)
    return members[0] + full if members and is_dependent(full) and full != members[0] else full
