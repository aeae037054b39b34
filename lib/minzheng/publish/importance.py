"""The order in which an analyst looks at figures: standards, then persons, then money, then counts of work done."""
import csv
import re
from functools import cache
from importlib.resources import files

import pandas as pd

from minzheng.reference.indicators import load_indicators

# The first that fits the unit counts; a unit that fits none comes after them.
CLASSES = tuple(map(re.compile, (r"元/", r"(人|人次|户|户次|对|名)$", r"元$")))
WORK = "WRK."           # counts of visits and the like come last of all coded figures


def by_importance(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows (columns indicator, unit), the most telling first; equally telling ones keep their order.

    First the indicators of leading.csv as they stand there, then coded figures by the class of their unit and
    the order of the indicator list, then those without a code.
    """
    ranks = [rank_of(*row) for row in rows[["indicator", "unit"]].itertuples(index=False)]
    return rows.iloc[sorted(range(len(rows)), key=ranks.__getitem__)]


def rank_of(indicator: str, unit: str) -> tuple:
    """What a figure is sorted by.

    >>> rank_of("SA.U.STD", "元/月") < rank_of("SA.U.N", "人") < rank_of("SA.L.AMT", "元") < rank_of("", "人")
    True
    """
    kind = next((place for place, units in enumerate(CLASSES) if units.match(unit)), len(CLASSES))
    if indicator.startswith(WORK):
        kind = len(CLASSES) + 1
    leads, listed = _leading(), _listed()
    return (not indicator, leads.get(indicator, len(leads)), kind, listed.get(indicator, len(listed)))


@cache
def _leading() -> dict[str, int]:
    text = (files("minzheng.publish") / "leading.csv").read_text(encoding="utf-8")
    return {row["code"]: place for place, row in enumerate(csv.DictReader(text.splitlines()))}


@cache
def _listed() -> dict[str, int]:
    """Places in the indicator list, social assistance before the other domains."""
    codes = [one.code for one in load_indicators()]
    return {code: place for place, code in enumerate(sorted(codes, key=lambda code: not code.startswith("SA.")))}
