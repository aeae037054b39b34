"""Units made comparable, only by the rules on record in conversions.csv, and only where someone asks for it."""
from functools import cache
from importlib.resources import files

import pandas as pd

from minzheng.errors import CodeListError
from minzheng.reference.indicators import load_indicators

CONVERTED = "unit-converted"


def comparable(observations: pd.DataFrame) -> pd.DataFrame:
    """The observations with the levels of every standard in the one unit that its indicator usually comes in.

    Standards (indicators of kind ratio) are given by month or by year, with and without "per person". A row that is
    converted says so: CONVERTED joins its flags, and its rule names the units and the factor; its words stay. Rows
    without a code, and units without a rule, are left as they are.
    """
    table = observations.copy()
    usual = observations["indicator"].map(_usual_unit())
    levels = observations["measure"].isin(["level", "prior", "change"])
    for (unit, other), factor in load_conversions().items():
        rows = levels & (observations["unit"] == unit) & (usual == other)
        table.loc[rows, ["value", "value_min", "value_max"]] *= factor
        table.loc[rows, "unit"] = other
        table.loc[rows, "rule"] = table.loc[rows, "rule"].add(f"; {unit} as {other}: times {factor:.6g}")
        table.loc[rows, "flags"] = table.loc[rows, "flags"].add(f";{CONVERTED}").str.strip(";")
    return table


@cache
def load_conversions() -> dict[tuple[str, str], float]:
    """(from, to) -> factor. Raises CodeListError for a rule that stands twice or contradicts its reverse."""
    with (files("minzheng.panel") / "conversions.csv").open(encoding="utf-8", newline="") as file:
        table = pd.read_csv(file)
    rules = {(row[1], row[2]): float(row[3]) for row in table.itertuples()}
    offenders = [f"{unit} -> {other}" for (unit, other), factor in rules.items()
                 if abs(rules.get((other, unit), 1 / factor) * factor - 1) > 1e-9]
    if offenders or len(rules) != len(table):
        raise CodeListError(f"conversions.csv: rules that stand twice or contradict their reverse: {offenders}")
    return rules


@cache
def _usual_unit() -> dict[str, str]:
    return {indicator.code: indicator.units[0] for indicator in load_indicators() if indicator.kind == "ratio"}
