"""Tables of places: does the row of the whole add up to the rows of its parts?"""
from collections.abc import Iterator, Sequence
from itertools import groupby

from minzheng.extract.reading import Placed
from minzheng.reference.regions import parent_of

_FEWEST = 3             # places that a sum is made of, at least: two may add up by chance
_SLACK = 1e-9


def check_totals(placed: Sequence[Placed]) -> tuple[set[int], set[int]]:
    """Numbers of the figures that the sum of a column confirms, and of those whose column breaks it.

    Not every table lists all places. So a column is held to break its sum only where at least as many columns of the
    same table keep theirs: that tells that these are all the parts.
    """
    confirmed: set[int] = set()
    broken: set[int] = set()
    for rows in _tables(placed):
        checks = [check for column in zip(*rows, strict=True) if (check := _sum_of(column))]
        kept = [numbers for numbers, holds in checks if holds]
        torn = [numbers for numbers, holds in checks if not holds]
        confirmed.update(*kept)
        if len(kept) >= len(torn):
            broken.update(*torn)
    return confirmed, broken


def _tables(placed: Sequence[Placed]) -> Iterator[list[list[Placed]]]:
    """The rows of each table whose rows hold equally many figures."""
    for (is_table, size), found in groupby(_rows(placed), key=lambda row: (row[0][0].rule == "table-row", len(row))):
        rows = list(found)
        if is_table and size and len(rows) > _FEWEST:
            yield rows


def _rows(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The figures of each sentence; a row of a table is one."""
    for _, row in groupby(placed, key=lambda one: one[2].start):
        yield list(row)


def _sum_of(column: Sequence[Placed]) -> tuple[list[int], bool] | None:
    """The numbers of the figures of a column and whether they add up to its first or last one; None where that is none of a whole."""
    for whole, parts in ((column[0], column[1:]), (column[-1], column[:-1])):
        if _is_whole(whole, parts):
            total = whole[0].quantity
            low, high = (sum(getattr(figure.quantity, side) for figure, _, _ in parts) for side in ("value_min", "value_max"))
            return [figure.number for figure, _, _ in column], low <= total.value_max + _SLACK and total.value_min <= high + _SLACK
    return None


def _is_whole(whole: Placed, parts: Sequence[Placed]) -> bool:
    """Is a figure the same count as others, of the region that theirs are parts of?"""
    figure, scope, _ = whole
    areas = [part.area for _, part, _ in parts]
    below = all(area != scope.area and scope.area.code in (area.code, parent_of(area.code)) for area in areas if area.code)
    same = all((part.subject, part.quantity.unit, part.measure) == (figure.subject, figure.quantity.unit, "level") for part, _, _ in parts)
    return below and same and figure.measure == "level" and "/" not in figure.quantity.unit and all(area.code for area in areas) and len(set(areas)) == len(areas)
