"""One cell, several sources: agreement, revision, conflict, and the value to prefer.

A cell is one place of the panel: region, area, indicator (the subject where there is no code), unit, period, kind of
period, measure, basis and status. Planned figures that a text reports have a status of their own (planned.PLANNED).
"""
import pandas as pd

from minzheng.extract.names.roles import OTHER_BASE
from minzheng.panel.planned import PLANNED, is_planned
from minzheng.panel.timeline import end_of, of_each, same_time

KEY = ["region", "area_scope", "item", "unit", "period", "period_kind"]
CELL = [*KEY, "measure", "basis", "status"]
SAME_EDITION_DAYS = 60      # two reports this close in time are one telling; later ones may revise it
_LOST = r"\b(?:spoiled|lost)\b"
_REPAIRED = r"repair|damaged|misaligned"
_CHOICE = ["lost", "edition", "dated", "width", "doubts"]      # the order in which sources are preferred


def reconcile(observations: pd.DataFrame, documents: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per cell: the preferred value, and whether its sources agree.

    Takes observations, and documents (columns source, date) where dates shall count. Observations without a region
    or a period have no cell and are left out. Columns: those of CELL; indicator, subject; value, value_min,
    value_max (growth and change with their sign); verdict; sources and texts (how many files, how many different
    sentences: copies of one text on two sites have one); preferred_for; obs_id (the preferred one); obs_ids (all, the
    preferred first, joined by ";").

    Verdict: `single`; `agreement`, the intervals have a point in common; `revision`, a document of a later reporting
    period, or one dated more than SAME_EDITION_DAYS later, says otherwise; `conflict`, documents of the same time
    contradict each other; `ambiguous`, a document gives several values under one name.
    Preferred: digits not lost, then the later document, then the narrower interval, then clean over repaired, then
    the first by source and place. `preferred_for` names the first of these that decided.
    """
    return merge_cells(place(observations, documents))


def merge_cells(table: pd.DataFrame) -> pd.DataFrame:
    """`reconcile`, for observations that have gone through `place` already."""
    table = table.sort_values([*_CHOICE, "source", "start", "obs_id"], kind="stable", ignore_index=True)
    cell = table.groupby(CELL, sort=True).ngroup()
    firsts = ~cell.duplicated()
    cells = table.loc[firsts, [*CELL, "indicator", "subject", "value", "value_min", "value_max", "obs_id"]]
    cells = cells.set_axis(cell[firsts]).sort_index()
    cells = cells.assign(obs_ids=cells["obs_id"], sources=1, texts=1, preferred_for="only", verdict="single")
    several = table.assign(cell=cell)[cell.duplicated(keep=False)]
    if len(several):
        found = _compared(several)
        cells.loc[found.index, found.columns] = found
    return cells.reset_index(drop=True)


def _compared(several: pd.DataFrame) -> pd.DataFrame:
    """What the rows of cells (column `cell`) with several rows say together."""
    groups = several.groupby("cell")
    found = pd.DataFrame({
        "obs_ids": groups["obs_id"].agg(";".join), "sources": groups["source"].nunique(),
        "texts": groups["sentence"].nunique(), "preferred_for": _what_decided(groups), "verdict": "agreement",
    })
    torn = found.index[~_meet(groups)]
    told = _disagreements(several[several["cell"].isin(torn)])
    found.loc[told.index, "verdict"] = told
    return found


def place(observations: pd.DataFrame, documents: pd.DataFrame | None = None) -> pd.DataFrame:
    """Observations that have a region and a period, with what cells need.

    Adds `item` (the indicator, or the subject where there is no code), gives periods one spelling and figures that
    name a plan the status PLANNED, falls and decreases a negative value and interval, reads growth without a stated
    base as yoy (one against another year, or a yearly mean, is not), and adds the columns of _CHOICE, where the
    smaller number is preferred.
    """
    table = observations[(observations["region"] != "") & (observations["period"] != "")].copy()
    table["item"] = table["indicator"].where(table["indicator"] != "", table["subject"])
    periods = [same_time(*pair) for pair in zip(table["period"].tolist(), table["period_kind"].tolist(), strict=True)]
    table["period"] = pd.Series(periods, index=table.index, dtype="str")
    table["status"] = table["status"].mask(is_planned(table), PLANNED)
    unstated = (table["measure"] == "growth") & (table["basis"] != "mom") & ~table["flags"].str.contains(OTHER_BASE)
    table["basis"] = table["basis"].mask(unstated, "yoy")
    falls, low, high = table["sign"] == "-", -table["value_max"], -table["value_min"]
    table["value"] = table["value"].mask(falls, -table["value"])
    table["value_min"], table["value_max"] = table["value_min"].mask(falls, low), table["value_max"].mask(falls, high)
    return _with_preference(table, documents)


def _with_preference(table: pd.DataFrame, documents: pd.DataFrame | None) -> pd.DataFrame:
    actual = table[table["status"] == "actual"]
    latest = of_each(end_of, actual["period"]).groupby(actual["source"]).max()
    dates = pd.Series(dtype="str") if documents is None else documents.set_index("source")["date"]
    table["date"] = pd.to_datetime(table["source"].map(dates), errors="coerce")
    table["edition"] = -table["source"].map(latest).astype("str").fillna("").rank(method="dense")
    table["dated"] = -table["date"].rank(method="dense").fillna(0)
    table["lost"] = table["flags"].str.contains(_LOST).astype(int)
    table["width"] = (table["value_max"] - table["value_min"]).round(9)
    table["doubts"] = table["flags"].str.contains(_REPAIRED).astype(int) + (1 - table["confidence"].round(3))
    return table


def _what_decided(groups) -> pd.Series:
    """The first rule by which the rows of a group differ; `first` where none tells them apart."""
    differs = groups[_CHOICE].max() != groups[_CHOICE].min()
    decided = pd.Series("first", index=differs.index, dtype="str")
    for rule in reversed(_CHOICE):
        decided = decided.mask(differs[rule], rule)
    return decided


def _disagreements(rows: pd.DataFrame) -> pd.Series:
    """What it means that the rows of a cell do not agree, by cell."""
    told_apart = ~_meet(rows.groupby(["cell", "source"])).groupby("cell").all()
    rows = rows.sort_values(["cell", "date"])
    later = rows.groupby("cell")["date"].diff().dt.days > SAME_EDITION_DAYS
    telling = later.groupby(rows["cell"]).cumsum().rename("telling")
    revised = _meet(rows.groupby(["cell", "edition", telling])).groupby("cell").all()
    return revised.map({True: "revision", False: "conflict"}).mask(told_apart, "ambiguous")


def _meet(groups) -> pd.Series:
    """Whether the intervals of each group have a point in common (a billionth of slack for binary fractions)."""
    low, high = groups["value_min"].max(), groups["value_max"].min()
    return low <= high + high.abs() * 1e-9
