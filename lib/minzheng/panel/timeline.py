"""Periods as a line: one name for one stretch of time, the same stretch a year before, and its end."""
import re
from collections.abc import Callable

import pandas as pd

_YEAR = re.compile(r"\d{4}")
_YEAR_END = re.compile(r"(\d{4})-(?:12|Q4|S2)")
_MONTH_END = {"Q1": "03", "Q2": "06", "S1": "06", "Q3": "09", "Q4": "12", "S2": "12"}
_FROM_JANUARY = re.compile(r"(\d{4})-01/\1-(03|06|12)")
_NAMED = {"03": "-Q1", "06": "-S1", "12": ""}


def same_time(period: str, kind: str) -> str:
    """One spelling for periods that mean the same time.

    The state at the end of December is the state at the year's end; January to June is the first half.

    >>> same_time("2020-12", "point"), same_time("2020-Q2", "point"), same_time("2020-12", "flow")
    ('2020', '2020-06', '2020-12')
    >>> same_time("2020-01/2020-06", "flow"), same_time("2020-01/2020-05", "flow")
    ('2020-S1', '2020-01/2020-05')
    """
    if kind == "point":
        if match := _YEAR_END.fullmatch(period):
            return match[1]
        year, _, part = period.partition("-")
        return f"{year}-{_MONTH_END[part]}" if part in _MONTH_END else period
    if match := _FROM_JANUARY.fullmatch(period):
        return match[1] + _NAMED[match[2]]
    return period


def of_each(work: Callable[[str], str], periods: pd.Series) -> pd.Series:
    """`work` done on each period, once for all rows that have the same.

    >>> of_each(year_of, pd.Series(["2018-Q1", "2018-Q1", ""])).tolist()
    ['2018', '2018', '']
    """
    return periods.map({period: work(period) for period in periods.unique()}).astype("str")


def year_before(period: str) -> str:
    """The same stretch of the year before; "" where there is none, as for several years together.

    >>> year_before("2021"), year_before("2018-Q1"), year_before("2020-01/2020-05"), year_before("2016/2020")
    ('2020', '2017-Q1', '2019-01/2019-05', '')
    """
    years = set(_YEAR.findall(period))
    return _YEAR.sub(lambda year: str(int(year[0]) - 1), period) if len(years) == 1 else ""


def end_of(period: str) -> str:
    """The month in which a period ends; "" for no period.

    >>> end_of("2021"), end_of("2018-Q1"), end_of("2020-01/2020-05"), end_of("2016/2020"), end_of("")
    ('2021-12', '2018-03', '2020-05', '2020-12', '')
    """
    year, _, part = period.rpartition("/")[2].partition("-")
    return f"{year}-{_MONTH_END.get(part, part or '12')}" if year else ""


def year_of(period: str) -> str:
    """The year in which a period ends; "" for no period.

    >>> year_of("2018-Q1"), year_of("")
    ('2018', '')
    """
    return end_of(period)[:4]
