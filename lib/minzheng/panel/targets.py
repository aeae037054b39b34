"""Targets of one bulletin met with the results of another: kept, missed, exceeded, or open."""
import pandas as pd

from minzheng.panel.cells import CELL, merge_cells, place
from minzheng.panel.growth import rows_with_intervals
from minzheng.reference.regions import parent_of

_RESULT = ["value", "value_min", "value_max", "kind", "sentence", "source", "rule", "id"]
_TARGET = ["region", "area_scope", "indicator", "subject", "measure", "unit", "period", "bound", "target", "target_min",
           "target_max"]
COLUMNS = [*_TARGET, "verdict", "actual", "actual_min", "actual_max", "actual_kind", "target_sentence",
           "actual_sentence", "target_source", "actual_source", "target_id", "actual_id", "target_rule", "actual_rule",
           "context_region",
           "context", "context_kind", "context_sentence", "context_source", "context_id"]
_SAME = ["area_scope", "item", "measure", "unit", "period"]
MEASURES = ["level", "growth", "change", "share"]


def match_targets(observations: pd.DataFrame) -> pd.DataFrame:
    """One row per target, with the result that another bulletin reports for it; copies of one text are one target.

    A result is of the same region, area, indicator (subject where there is no code), measure, unit and period.
    verdict: `kept`, the result is the target within the rounding of the result (of the target too, where that is
    "about"), or on the wanted side of a limit; `exceeded`, clearly beyond it; `missed`; `open`, there is no result.
    actual_kind: `reported`, or `computed` for growth worked out from two reported levels. The result of the region
    above is context_… and never an answer. Falls are negative, targets as well as results. target_id joins the ids of
    all copies by ";"; the rules of target and result tell of converted units. Columns: COLUMNS, in order; without a
    result numbers are NaN and texts "".
    """
    placed = place(observations)
    targets = placed[(placed["status"] == "target") & placed["measure"].isin(MEASURES)]
    targets = targets.rename(columns={"value": "target", "value_min": "target_min", "value_max": "target_max",
                                      "sentence": "target_sentence", "source": "target_source", "rule": "target_rule",
                                      "obs_id": "target_id"})
    targets = _told_once(targets)
    results = _results(placed, observations)
    rows = targets.merge(_best(targets, results, "region", "actual"), on="target_id", how="left")
    above = targets.assign(above=targets["region"].map(parent_of).astype("str"))
    rows = rows.merge(_best(above, results, "above", "context"), on="target_id", how="left")
    rows["verdict"] = pd.Series([_verdict(row) for row in rows.itertuples()], index=rows.index, dtype="str")
    rows = rows.sort_values(["region", "period", "target_source", "start", "target_id"], ignore_index=True)[COLUMNS]
    return rows.fillna({name: "" for name in COLUMNS if not pd.api.types.is_numeric_dtype(rows[name])})


def _told_once(targets: pd.DataFrame) -> pd.DataFrame:
    """The targets, one row for all copies of the sentence that sets it."""
    targets = targets.sort_values(["target_source", "start"])
    groups = targets.groupby([*_SAME, "region", "bound", "target", "target_sentence"], sort=False)["target_id"]
    first = targets["target_id"] == groups.transform("first")
    return targets.assign(target_id=groups.transform(";".join))[first]


def _results(placed: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """What was reported or can be computed, the preferred first; several values under one name are no result."""
    actual = placed[(placed["status"] == "actual") & placed["measure"].isin(MEASURES)]
    verdicts = merge_cells(actual)[[*CELL, "verdict"]]
    actual = actual.merge(verdicts[verdicts["verdict"] != "ambiguous"], on=CELL).rename(columns={"obs_id": "id"})
    actual = actual.sort_values(["lost", "edition", "dated", "width", "doubts", "source", "start"])
    actual, computed = actual.assign(kind="reported"), _computed(observations)
    return pd.concat([actual, computed], ignore_index=True) if len(computed) else actual.reset_index(drop=True)


def _computed(observations: pd.DataFrame) -> pd.DataFrame:
    """Growth worked out from two reported levels, with the sentence of the later one."""
    rows = rows_with_intervals(observations)
    rows = rows[rows["growth_computed"].notna()]
    said = observations.set_index("obs_id")[["sentence", "source", "rule"]]
    return pd.DataFrame({
        "region": rows["region"], "area_scope": rows["area_scope"], "item": rows["item"], "measure": "growth",
        "unit": "%", "period": rows["period"], "value": rows["growth_computed"], "value_min": rows["computed_min"],
        "value_max": rows["computed_max"], "kind": "computed", "sentence": rows["obs_id"].map(said["sentence"]),
        "source": rows["obs_id"].map(said["source"]), "rule": rows["obs_id"].map(said["rule"]), "id": rows["obs_ids"],
    })


def _best(targets: pd.DataFrame, results: pd.DataFrame, region: str, name: str) -> pd.DataFrame:
    """The preferred result of each target from other documents in the region that column `region` names."""
    results = results[["region", *_SAME, *_RESULT]].reset_index(names="place")
    found = targets[["target_id", "target_source", region, *_SAME]].merge(
        results, left_on=[region, *_SAME], right_on=["region", *_SAME])
    found = found[found["source"] != found["target_source"]].sort_values("place").drop_duplicates("target_id")
    names = {"value": name} | {f"value_{end}": f"{name}_{end}" for end in ("min", "max")}
    names |= {column: f"{name}_{column}" for column in ("region", "kind", "sentence", "source", "rule", "id")}
    found = found.rename(columns=names)
    return found[["target_id", *(column for column in names.values() if column in COLUMNS)]]


def _verdict(row) -> str:
    if pd.isna(row.actual):
        return "open"
    low, high = (row.target_min, row.target_max) if row.bound == "about" else (row.target, row.target)
    target, least, most = row.target, row.actual_min, row.actual_max
    if target < 0:      # a fall is a rise seen in the mirror
        target, low, high, least, most = -target, -high, -low, -most, -least
    slack = 1e-9 * max(target, 1)
    if row.bound == "below":
        return "kept" if least <= target + slack else "missed"
    if most < low - slack:
        return "missed"
    return "exceeded" if least > high + slack else "kept"
