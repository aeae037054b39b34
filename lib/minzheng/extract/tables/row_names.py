"""What each row of a table is about: its own label, with the row above that it divides, or with what the title names."""
from collections import Counter
from typing import NamedTuple

from minzheng.extract.names.heads import is_dependent
from minzheng.extract.syntax import one_of
from minzheng.extract.tables.titles import NUMBERING, SIDE_BY_SIDE, table_measure, table_topic
from minzheng.patterns import Late
from minzheng.reference.indicators import match_indicator

WHOLE = Late("合计|总计|全[省市县区州]")
_MEASURE = Late(f"(?:{one_of('economy')}|[^数][额量])$")
_BARE = 7               # a row label so short and unknown to the indicator list needs the title
_ROUNDED = 1.001        # parts may add up to a little more than their whole
_OPEN = 5               # wholes that a later 其中 may go back to


class TableRow(NamedTuple):
    """A row as its name needs it: the first cell as `printed` and as `label`, the unit, the first number (`size`)."""

    printed: str
    label: str
    unit: str
    size: float


class _Whole(NamedTuple):
    """A row that rows behind it may divide; `rest`: what of its number they have not taken, 0 before any 其中."""

    label: str
    unit: str
    size: float
    rest: float = 0


class RowNames:
    """Names the rows of one table from the first to the last; `labels`: those of all its rows."""

    def __init__(self, caption: str, labels: list[str]) -> None:
        self.topic, self._measure, self._labels = table_topic(caption), table_measure(caption), Counter(labels)
        self._wholes: list[_Whole] = []
        self._parent, self._divided = "", False         # the last row without a number, and whether numbered ones divide it
        self._block = ""                                # the last row whose own name says what is told of it

    def name(self, row: TableRow, *, bare: bool) -> str:
        """The name of the next row; `bare`: without what the title names.

        >>> names = RowNames("表3 货运情况", ["货物运输量", "公路", "货物周转量", "公路"])
        >>> [names.name(TableRow(label, label, unit, 1), bare=False) for label, unit in
        ...  (("货物运输量", "吨"), ("公路", "吨"), ("货物周转量", "吨公里"), ("公路", "吨公里"))]
        ['货物运输量', '货物运输量公路', '货物周转量', '货物周转量公路']
        """
        label = row.label
        self._wholes = _enter(self._wholes, row)
        owner = self._wholes[-1].label
        subject = label if owner == label else owner + label
        if not NUMBERING.match(row.printed):
            self._divided = self._divided and match_indicator(label) is None       # 韩国 below #日本: a part as well
            self._parent = self._parent if self._divided else "" if WHOLE.fullmatch(label) else label
        elif owner == label and len(label) <= _BARE and match_indicator(label) is None:
            self._divided = True
            subject = self._parent + label                      # 居民消费价格 | …, 一、衣着 | …
        self._block = label if _tells_measure(label) else self._block
        if self._labels[label] > 1 and subject == label:
            subject = self._block + label                       # 货物运输量 | …, 公路 | …, 货物周转量 | …, 公路 | …
        whole = bare or (self._block and subject.startswith(self._block))
        return subject if whole else self._with_title(subject)

    def _with_title(self, subject: str) -> str:
        """A row's name with what the title names, where it is short and no indicator's: 衣着 below 居民消费价格, 钢材 below 主要产品产量."""
        if _tells_measure(subject) or match_indicator(subject) is not None:
            return subject
        if not self.topic:
            return subject + self._measure
        is_part = not SIDE_BY_SIDE.search(self.topic) and subject not in self.topic and self.topic not in subject
        return self.topic + subject if (len(subject) <= _BARE or subject.endswith("类")) and is_part else subject


def _tells_measure(label: str) -> bool:
    """Does a row's own name say what is told of it: 货物运输周转量, 出口额?"""
    return bool(_MEASURE.search(label)) and not is_dependent(label)


def _enter(wholes: list[_Whole], row: TableRow) -> list[_Whole]:
    """The open wholes at a row: 其中 divides the nearest one it is no larger than, and rows go on to do so
    that have no name in the indicator list as long as they find room in it.
    """
    if row.printed.startswith("其中") and wholes:
        while len(wholes) > 1 and wholes[-1].size < row.size:
            wholes = wholes[:-1]
        return [*wholes[:-1], wholes[-1]._replace(rest=wholes[-1].size - row.size)]
    here = _Whole(row.label, row.unit, row.size)
    last = wholes[-1] if wholes else here
    is_part = row.unit == last.unit and row.size <= last.rest * _ROUNDED and not NUMBERING.match(row.printed)
    if is_part and match_indicator(row.label) is None:
        return [*wholes[:-1], last._replace(rest=last.rest - row.size)]
    return [*wholes[-_OPEN:], here]
