"""Units made comparable, only by the rules on record in conversions.csv, and never silently.

A row that is converted says so: CONVERTED joins its flags, and its rule names the units and the factor; its words
stay. Converted are the levels (also earlier values and changes) of standards, the indicators of kind ratio that the
rules know; rows without a code, and units without a rule, are left as they are.
"""
import re
from functools import cache
from importlib.resources import files

import pandas as pd

from minzheng.errors import CodeListError
from minzheng.reference.indicators import load_indicators

CONVERTED = "unit-converted"
SERIES = ["region", "area_scope", "indicator"]
_NOTED = re.compile(r"; (\S+) as (\S+): times (\S+)$")


def comparable(observations: pd.DataFrame) -> pd.DataFrame:
    """The observations with every standard in the one unit that its indicator usually comes in, for whoever asks.

    Yearly standards become monthly ones, or the other way round, and "per person" is written out.
    """
    return _converted(observations, observations["indicator"].map(_usual_unit()).where(_levels(observations), ""))


def in_one_unit(observations: pd.DataFrame) -> pd.DataFrame:
    """The observations with each series in one unit: what reports, summaries and their growth rest on.

    Only a series (region, area, indicator) that comes in several units is touched. Where they differ in "per person"
    alone, it is written out; where some are by month and some by year, all take the indicator's usual unit.
    """
    rows = _levels(observations) & observations["indicator"].isin(_usual_unit()) & observations["unit"].isin(_known())
    found = observations.loc[rows, [*SERIES, "unit"]].drop_duplicates().groupby(SERIES)["unit"].agg(frozenset)
    wanted = {series: _common_unit(series[-1], units) for series, units in found.items() if len(units) > 1}
    series = observations.loc[rows, SERIES].itertuples(index=False, name=None)
    units = pd.Series([wanted.get(one, "") for one in series], index=observations.index[rows], dtype="str")
    return _converted(observations, units.reindex(observations.index, fill_value=""))


def per_person(units: pd.Series, indicators: pd.Series) -> pd.Series:
    """The units of levels, with "per person" written out for standards: what they are ranked and compared by.

    >>> per_person(pd.Series(["元/月", "元/月", "人"]), pd.Series(["SA.U.STD", "", "SA.U.N"])).tolist()
    ['元/人·月', '元/月', '人']
    """
    explicit = {unit: other for (unit, other), factor in load_conversions().items() if factor == 1}
    return units.replace(explicit).where(indicators.isin(_usual_unit()), units)


def conversion_noted(rules: pd.Series) -> pd.DataFrame:
    """What rules say of a conversion: unit_before, unit_after, factor (number); NaN where there was none."""
    noted = rules.astype("str").str.extract(_NOTED).set_axis(["unit_before", "unit_after", "factor"], axis=1)
    return noted.assign(factor=noted["factor"].astype("float64"))


def conversions_of(observations: pd.DataFrame) -> pd.DataFrame:
    """What was converted: the rows with `unit_before`, `unit_after`, `factor` and `reason`, `理由`."""
    rows = observations[observations["flags"].str.contains(CONVERTED)]
    noted = conversion_noted(rows["rule"])
    told = _table().set_index(["from", "to"])[["reason", "理由"]]
    return rows.join(noted).join(told, on=["unit_before", "unit_after"])


@cache
def load_conversions() -> dict[tuple[str, str], float]:
    """(from, to) -> factor. Raises CodeListError for a rule that stands twice or contradicts its reverse."""
    rules = {(row[1], row[2]): float(row[3]) for row in _table().itertuples()}
    offenders = [f"{unit} -> {other}" for (unit, other), factor in rules.items()
                 if abs(rules.get((other, unit), 1 / factor) * factor - 1) > 1e-9]
    if offenders or len(rules) != len(_table()):
        raise CodeListError(f"conversions.csv: rules that stand twice or contradict their reverse: {offenders}")
    return rules


def _converted(observations: pd.DataFrame, wanted: pd.Series) -> pd.DataFrame:
    """The rows whose unit is not the `wanted` one, in it, where there is a rule."""
    table = observations.copy()
    for (unit, other), factor in load_conversions().items():
        rows = (observations["unit"] == unit) & (wanted == other)
        table.loc[rows, ["value", "value_min", "value_max"]] *= factor
        table.loc[rows, "unit"] = other
        table.loc[rows, "rule"] = table.loc[rows, "rule"].add(f"; {unit} as {other}: times {factor:.6g}")
        table.loc[rows, "flags"] = table.loc[rows, "flags"].add(f";{CONVERTED}").str.strip(";")
    return table


def _levels(observations: pd.DataFrame) -> pd.Series:
    return observations["measure"].isin(["level", "prior", "change"])


def _common_unit(indicator: str, units: frozenset[str]) -> str:
    """The unit that all can be given in: one that only writes out what the others mean, else the usual one."""
    rules = load_conversions()
    alike = [unit for unit in units if all(other == unit or rules.get((other, unit)) == 1 for other in units)]
    return alike[0] if alike else _usual_unit()[indicator]


@cache
def _known() -> frozenset[str]:
    return frozenset(unit for pair in load_conversions() for unit in pair)


@cache
def _table() -> pd.DataFrame:
    with (files("minzheng.panel") / "conversions.csv").open(encoding="utf-8", newline="") as file:
        return pd.read_csv(file)


@cache
def _usual_unit() -> dict[str, str]:
    return {one.code: one.units[0] for one in load_indicators() if one.kind == "ratio" and one.units[0] in _known()}
