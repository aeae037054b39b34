"""Headers of tables: one row or more, whose cells may span columns, made into one name a column."""
import re

from minzheng.reference.units import units_by_form

Cells = list[str]
NUMBER = re.compile(r"[ \u3000]*[-－—+]? ?(?P<number>[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)[ \u3000]*")
UNIT_BRACKET = re.compile(r"[（(](?P<unit>[^（）()]{1,8})[）)]\s*$|(?P<percent>±?[%％])\s*$")
_YEAR_ALONE = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年")
_MOST_ROWS = 3          # of headers; what has more is no table of figures


def read_headers(rows: list[Cells]) -> tuple[Cells, int]:
    """One name a column, and how many rows the headers take; ([], 0) where the rows do not tell.

    A cell that spans columns is followed by empty ones, or the row has fewer cells, as where a page lost its spans.

    >>> read_headers([["地区", "城市低保", "", "农村低保", ""], ["", "户数（户）", "人数", "户数（户）", "人数"],
    ...               ["合计", "1", "2", "3", "4"]])
    (['地区', '城市低保户数（户）', '城市低保人数', '农村低保户数（户）', '农村低保人数'], 2)
    >>> read_headers([["项目", "人数（人）", "支出（万元）"], ["2021", "2022", "2021", "2022"], ["孤儿", "1", "2", "3", "4"]])[0]
    ['项目', '2021年人数（人）', '2022年人数（人）', '2021年支出（万元）', '2022年支出（万元）']
    """
    above = next((n for n, row in enumerate(rows[:_MOST_ROWS + 1]) if _holds_figures(row)), 0)
    if not above:
        return [], 0
    width = len(rows[above])
    names = [""] * width
    for n in range(above):
        spread = _spread([cell.strip() for cell in rows[n]], rows[n + 1:above], width)
        if not spread:
            return [], 0
        names = [_joined(upper, lower) for upper, lower in zip(names, spread, strict=True)]
    return names, above


def _holds_figures(row: Cells) -> bool:
    """Is there a number behind the first cell that is no year?"""
    return any(NUMBER.fullmatch(cell) and not _YEAR_ALONE.fullmatch(cell.strip()) for cell in row[1:])


def _spread(row: Cells, below: list[Cells], width: int) -> Cells:
    """A header row over all columns; [] where it does not fit. `below`: the header rows under it."""
    if len(row) > width:
        return []
    if not below:
        return [""] * (width - len(row)) + row              # names that span rows stand on the left
    lowest = [cell.strip() for cell in below[-1]]
    lead = width - len(lowest) or next((n for n, cell in enumerate(lowest) if cell not in ("", row[0])), 0)
    if len(row) < width - 1:                                # spans are lost: equal shares
        groups = row[lead:]
        if lead < 1 or not groups or (width - lead) % len(groups):
            return []
        return row[:lead] + [name for name in groups for _ in range((width - lead) // len(groups))]
    row = [*row, ""][:width]
    for n in range(max(lead, 1), width):
        row[n] = row[n] or row[n - 1]
    return row


def _joined(upper: str, lower: str) -> str:
    """城市低保 over 户数（户）; a year goes first, the unit last."""
    upper, lower = (name + "年" if _YEAR_ALONE.fullmatch(name) else name for name in (upper, lower))
    if not upper or not lower or upper == lower:
        return upper or lower
    if lower in units_by_form():
        return f"{upper}（{lower}）"
    if told := UNIT_BRACKET.search(upper):
        upper = upper[:told.start()]
        lower += "" if UNIT_BRACKET.search(lower) else told.group()
    year = _YEAR.match(lower)
    return year.group() + upper + lower[year.end():] if year else upper + lower
