"""Codes of periods: 2021, 2021-S1, 2018-Q1, 2020-05, 2016-01/2020-12, and what relative dates count from."""
from functools import lru_cache
from typing import NamedTuple

LAST_MONTH = 12


class Anchor(NamedTuple):
    """What relative dates count from; 0 where the text does not tell."""

    year: int = 0
    month: int = 0


class Period(NamedTuple):
    """A period code with its kind: flow (an interval), point (a state), cumulative (since some start), "" (either)."""

    code: str
    kind: str = ""
    place: int = 0              # offset in the text it was found in
    stop: int = 0
    yearly: bool = False        # 全年, 年内: a year taken from the context
    counted: bool = False       # 五年来, 近三年, in a text of the later year: counted to its own year, or to the last

    @property
    def year(self) -> int:
        """The last year of the period; 0 when it is unknown."""
        return _last_year(self.code)

    @property
    def spans_years(self) -> bool:
        """True for 2016-01/2020-12, False for 2020-01/2020-09 and 2020."""
        return "/" in self.code and self.code[:4] != self.code.split("/")[1][:4]


@lru_cache(maxsize=1024)
def _last_year(code: str) -> int:
    return int(code.rpartition("/")[2][:4] or 0)


def interval_of_months(code: str) -> tuple[int, int]:
    """First and last month of a period code within its year.

    >>> interval_of_months("2020-Q3"), interval_of_months("2020"), interval_of_months("2020-01/2020-05")
    ((7, 9), (1, 12), (1, 5))
    """
    first, last = code.split("/")[0][5:], code.split("/")[-1][5:]
    if first[:1] == "Q":
        return 3 * int(first[1]) - 2, 3 * int(first[1])
    if first[:1] == "S":
        return 6 * int(first[1]) - 5, 6 * int(first[1])
    return int(first or 1), int(last or 12)


def last_month(anchor: Anchor) -> str:
    """The month up to which a document of that date can speak: early in a year up to the end of the year before."""
    year, month = (anchor.year - 1, 12) if 0 < anchor.month <= 3 else (anchor.year, anchor.month or 12)
    return f"{year}-{month:02d}"


def since_january(year: int, month: int) -> str:
    """The code of January up to that month; of the whole year where the month is December or not known."""
    if not year:
        return ""
    return f"{year}-01/{year}-{month:02d}" if 0 < month < 12 else str(year)


def month_near(anchor: Anchor, away: int) -> str:
    """The month of the text, or one beside it (-1, 1); "" where the text does not tell its month."""
    if not (anchor.year and anchor.month):
        return ""
    years, month = divmod(anchor.month - 1 + away, LAST_MONTH)
    return f"{anchor.year + years}-{month + 1:02d}"


def quarter_told(anchor: Anchor, before: bool) -> str:
    """本季度 (`before`: 上季度) of a text: in the first month of a quarter 本季度 is the one just over; "" where the month is not told.

    >>> quarter_told(Anchor(2018, 12), False), quarter_told(Anchor(2019, 1), False), quarter_told(Anchor(2019, 2), True)
    ('2018-Q4', '2018-Q4', '2018-Q4')
    """
    if not (anchor.year and anchor.month):
        return ""
    years, quarter = divmod((anchor.month - 1) // 3 - (before or anchor.month % 3 == 1), 4)
    return f"{anchor.year + years}-Q{quarter + 1}"
