"""Year over year: what bulletins report, what two of them let us compute, and what a stated rate implies."""
import math
from functools import cache

import numpy as np
import pandas as pd

from minzheng.panel.cells import KEY, merge_cells, place, reconcile
from minzheng.panel.timeline import of_each, year_before, year_of
from minzheng.reference.indicators import load_indicators

COLUMNS = ["region", "area_scope", "indicator", "subject", "unit", "period", "period_kind", "value", "value_min",
           "value_max", "value_kind", "growth_reported", "growth_computed", "growth_agrees", "obs_ids"]
_JOIN = ["region", "area_scope", "item", "period"]       # what a growth without a level joins on
_RATE = ["growth_reported", "rate_min", "rate_max"]


def year_over_year(observations: pd.DataFrame) -> pd.DataFrame:
    """One row per region, area_scope, indicator (subject where there is no code), unit, period and period_kind.

    value, value_min, value_max: the level and its interval. value_kind: `reported`, printed in a bulletin, or
    `implied`, worked back from the level and the stated rate of the year after, as an interval from the rounding of
    both; a chain of rates goes back year by year. growth_reported: the stated rate in percent, a fall negative.
    growth_computed: from two reported levels of the same stretch of time, a year apart. growth_agrees: whether the
    two are compatible within rounding, <NA> where one is missing. obs_ids: every observation that the row rests on,
    that of the value first, joined by ";".

    A stated growth without any level has an empty unit, no value, and value_kind `reported`; where the year after
    implies a level, it joins that row on the indicator. Never compared: halves and cumulative figures with full
    years, stocks with flows, different units, values or rates of a text that gives several under one name, years on two
    sides of a break in the indicator list. Targets, figures that name a plan (planned.csv), month-on-month rates and
    observations without region or period take no part. Columns: COLUMNS, in order.

    Units are taken as printed: a series that goes from 元/年 to 元/月, or from 元/月 to 元/人·月, is two, and nothing
    is computed between them. Reports and summaries, where the rules on record shall join such a series, ask
    `year_over_year(in_one_unit(observations))`, in which every converted row says so (see comparable).
    """
    return rows_with_intervals(observations)[COLUMNS]


def reported_shares(observations: pd.DataFrame) -> pd.DataFrame:
    """The shares that bulletins give, in the columns of `year_over_year`; of a share no growth is worked out.

    Several shares of a text under one name are left out.
    """
    cells = reconcile(observations[(observations["measure"] == "share") & (observations["status"] == "actual")])
    cells = cells[cells["verdict"] != "ambiguous"].reset_index(drop=True)
    return cells.assign(value_kind="reported", growth_reported=math.nan, growth_computed=math.nan,
                        growth_agrees=pd.Series(pd.NA, index=cells.index, dtype="boolean"))[COLUMNS]


def rows_with_intervals(observations: pd.DataFrame) -> pd.DataFrame:
    """`year_over_year` with the intervals of the rates as well.

    Further columns: rate_min, rate_max of the stated, computed_min, computed_max of the computed rate; item (the
    indicator, or the subject where there is no code); verdict on the level's sources (see cells).
    """
    placed = place(observations)
    placed = placed[placed["status"] == "actual"]
    levels = placed[placed["measure"] == "level"]
    cells = merge_cells(levels)
    growths = merge_cells(_growths_in_cells(placed, levels, cells))
    if cells.empty and growths.empty:
        return pd.DataFrame(columns=[*COLUMNS, "rate_min", "rate_max", "computed_min", "computed_max", "item",
                                     "verdict", "obs_id"])
    rows = _with_computed(_joined(cells, growths))
    implied, used = _implied(rows)
    rows = pd.concat([rows.drop(index=used), implied], ignore_index=True) if len(implied) else rows
    rows["growth_agrees"] = _agreement(rows)
    order = ["region", "item", "area_scope", "subject", "unit", "period_kind", "period"]
    return rows.sort_values(order, ignore_index=True)


def _growths_in_cells(placed: pd.DataFrame, levels: pd.DataFrame, cells: pd.DataFrame) -> pd.DataFrame:
    """Stated yearly rates, each in the cell of its level; without a level, in one with an empty unit.

    A rate belongs to the levels it is linked to in its text, else to those of its indicator, region and period.
    """
    growths = placed[(placed["measure"] == "growth") & (placed["basis"] == "yoy") & (placed["unit"] == "%")]
    growths = growths[of_each(year_before, growths["period"]) != ""]
    linked = growths.assign(of=growths["of"].str.split(";")).explode("of")
    linked = _moved(linked, levels.assign(of=levels["obs_id"]), ["of", "period"])
    rest = growths[~growths["obs_id"].isin(linked["obs_id"])].assign(unit="")
    joined = _moved(rest, cells[cells["verdict"] != "ambiguous"], _JOIN)
    alone = rest[~rest["obs_id"].isin(joined["obs_id"])]
    return pd.concat([linked, joined, alone]).drop_duplicates(["obs_id", *KEY])


def _moved(growths: pd.DataFrame, levels: pd.DataFrame, on: list[str]) -> pd.DataFrame:
    """The growths that match a level, in its cell; where both kinds of period are there, in that of their own kind."""
    cell = [*KEY, "indicator", "subject"]
    target = levels[[*cell, *(c for c in on if c not in cell)]].drop_duplicates()
    both = growths.assign(own_kind=growths["period_kind"]).drop(columns=[c for c in cell if c not in on])
    both = both.merge(target, on=on)
    strange = both.pop("own_kind") != both["period_kind"]
    return both[~strange | strange.groupby(both["obs_id"]).transform("all")]


def _joined(levels: pd.DataFrame, growths: pd.DataFrame) -> pd.DataFrame:
    """Levels and stated rates side by side; a rate is `growth_reported`, with `rate_min` and `rate_max`."""
    growths = growths.rename(columns={"value": "growth_reported", "value_min": "rate_min", "value_max": "rate_max",
                                      "obs_id": "rate_id"})
    growths["rate_clear"] = growths["verdict"] != "ambiguous"
    growths = growths[[*KEY, "indicator", "subject", *_RATE, "rate_id", "rate_clear"]]
    levels = levels[[*KEY, "indicator", "subject", "value", "value_min", "value_max", "obs_id", "verdict"]]
    rows = levels.merge(growths, on=KEY, how="outer", suffixes=("", "_of_rate"))
    for name in ("indicator", "subject"):
        rows[name] = rows[name].fillna(rows.pop(f"{name}_of_rate"))
    rows["obs_ids"] = rows["chain"] = _ids(rows["obs_id"], rows["rate_id"])
    rows["rate_clear"] = rows["rate_clear"].eq(True)
    rows["clear"] = rows["value"].ge(0) & (rows["verdict"] != "ambiguous") & np.isfinite(rows["value_max"])
    return rows.assign(value_kind="reported")


def _ids(*columns: pd.Series) -> pd.Series:
    """Ids side by side, joined by ";", absent ones left out."""
    rows = zip(*(column.fillna("").tolist() for column in columns), strict=True)
    return pd.Series([";".join(filter(None, row)) for row in rows], index=columns[0].index, dtype="str")


def _with_computed(rows: pd.DataFrame) -> pd.DataFrame:
    """Add growth between two reported levels a year apart, in percent, with its interval."""
    same = [name for name in KEY if name != "period"]
    clear = rows[rows["clear"]]
    prior = clear[[*same, "period", "value", "value_min", "value_max", "obs_id"]].rename(columns={"period": "before"})
    rows["before"] = of_each(year_before, rows["period"])
    both = rows.merge(prior, on=[*same, "before"], how="left", suffixes=("", "_before"))
    pairs = zip(*(both[name].tolist() for name in ("item", "before", "period")), strict=True)
    unfit = ~both["clear"] | np.array([_breaks_between(*pair) for pair in pairs], dtype=bool)
    for name, above, below in [("growth_computed", "value", "value_before"),
                               ("computed_min", "value_min", "value_max_before"),
                               ("computed_max", "value_max", "value_min_before")]:
        both[name] = (100 * (both[above] / both[below].where(both[below] > 0) - 1)).mask(unfit)
    both["obs_ids"] = _ids(both["obs_ids"], both["obs_id_before"].where(both["growth_computed"].notna()))
    return both


def _implied(rows: pd.DataFrame) -> tuple[pd.DataFrame, set[int]]:
    """Levels worked back from stated rates, and the index of the lone rates that they take up."""
    printed = set(zip(*(rows.loc[rows["value"].notna(), name].tolist() for name in KEY), strict=True))
    alone = rows.loc[(rows["unit"] == "") & rows["rate_clear"], [*_JOIN, *_RATE, "rate_id"]]
    lone = {tuple(rate[name] for name in _JOIN): (index, rate)
            for index, rate in zip(alone.index, alone.to_dict("records"), strict=True)}
    records, used = [], set()
    for row in rows[rows["clear"] & rows["rate_clear"]].to_dict("records"):
        while (row := _year_before(row)) and tuple(row[name] for name in KEY) not in printed:
            if found := lone.get(tuple(row[name] for name in _JOIN)):
                index, rate = found
                used.add(index)
                ids = f"{row['chain']};{rate['rate_id']}"
                row |= {name: rate[name] for name in _RATE} | {"obs_ids": ids, "chain": ids}
            records.append(row)
    return pd.DataFrame(records, columns=rows.columns), used


def _year_before(row: dict) -> dict | None:
    """The row that a level and its stated rate imply for the year before; None where they imply none."""
    before = year_before(row["period"])
    if not before or not row["rate_min"] > -100 or _breaks_between(row["item"], before, row["period"]):
        return None
    point, least, most = (1 + row[name] / 100 for name in _RATE)
    return {name: row[name] for name in (*KEY, "indicator", "subject")} | {
        "period": before, "value": row["value"] / point, "value_min": row["value_min"] / most,
        "value_max": row["value_max"] / least, "value_kind": "implied", "obs_ids": row["chain"], "chain": row["chain"],
    } | dict.fromkeys(_RATE, math.nan)


def _breaks_between(item: str, before: str, period: str) -> bool:
    """Whether the definition of an indicator changed after `before` and by `period`."""
    years = _breaks().get(item)
    return bool(years and before) and any(int(year_of(before)) < year <= int(year_of(period)) for year in years)


@cache
def _breaks() -> dict[str, list[int]]:
    return {indicator.code: [each.year for each in indicator.breaks] for indicator in load_indicators()}


def _agreement(rows: pd.DataFrame) -> pd.Series:
    """Whether stated and computed rate have a point in common; <NA> where one of them is missing."""
    meet = (rows["rate_min"] <= rows["computed_max"] + 1e-9) & (rows["computed_min"] <= rows["rate_max"] + 1e-9)
    return meet.astype("boolean").mask(~rows["rate_clear"].eq(True) | rows["growth_computed"].isna())
