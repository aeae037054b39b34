"""What changed between two runs: new, changed and vanished figures, and new disagreements."""
from pathlib import Path

import numpy as np
import pandas as pd

from minzheng.panel.cells import CELL, reconcile
from minzheng.panel.comparable import in_one_unit
from minzheng.panel.dataset import load_dataset
from minzheng.panel.manifest import NAME
from minzheng.panel.review import TORN, with_names

_WHAT = ["source", "region", "area_scope", "indicator", "subject", "measure", "basis", "status", "unit", "period",
         "period_kind"]
_TOLD = [*_WHAT, "value", "bound", "words", "sentence", "obs_id"]
COLUMNS = ["change", "differs", "source", "region", "name", "measure", "status", "unit", "period", "value_before",
           "value_after", "sentence_before", "sentence_after", "obs_id_before", "obs_id_after"]
# One after the other: the same figure, another value for it, another reading of the same words.
_PASSES = ([*_WHAT, "value", "bound"], _WHAT, ["source", "sentence", "words"])


def diff_runs(before: str | Path, after: str | Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The changed figures and the new disagreements between two runs, each an OUT folder or a dataset folder."""
    first, second = (load_dataset(_dataset_of(Path(run))) for run in (before, after))
    return changed_figures(first, second), new_disagreements(first, second)


def changed_figures(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """One row per figure that is `new`, `vanished` or `changed`; columns COLUMNS, in order.

    Figures are paired within a source: equal ones first, then those that measure the same thing, then those read
    from the same words. `differs` names the columns in which a changed pair differs. Numbers are NaN and texts ""
    on the side where a figure is missing.
    """
    left, right = before[_TOLD].copy(), after[_TOLD].copy()
    pairs = []
    for number, same in enumerate(_PASSES):
        found, left, right = _paired(left, right, same)
        if number:
            pairs.append(found)
    lone = [_one_sided(left, "before").assign(change="vanished"), _one_sided(right, "after").assign(change="new")]
    rows = pd.concat([*(pair.assign(change="changed") for pair in pairs), *lone], ignore_index=True)
    rows["differs"] = [_differences(row) if row["change"] == "changed" else "" for row in rows.to_dict("records")]
    for name in ("source", "region", "indicator", "subject", "measure", "status", "unit", "period"):
        rows[name] = rows[f"{name}_after"].fillna(rows[f"{name}_before"]).astype("str")
    rows = with_names(rows).sort_values(["source", "change", "region", "name", "period"], ignore_index=True)[COLUMNS]
    return rows.fillna({name: "" for name in COLUMNS if not name.startswith("value")})


def new_disagreements(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """The cells whose sources do not agree now, and did before or were not there; columns as `reconcile`.

    A series in several units is looked at in one (see comparable), so that 元/年 can contradict 元/月.
    """
    known, now = reconcile(in_one_unit(before)), reconcile(in_one_unit(after))
    torn = set(known.loc[known["verdict"].isin(TORN), CELL].itertuples(index=False, name=None))
    rows = now[now["verdict"].isin(TORN)]
    fresh = [cell not in torn for cell in rows[CELL].itertuples(index=False, name=None)]
    return rows.loc[np.array(fresh, dtype=bool)].reset_index(drop=True)      # without rows a bare list names columns


def _dataset_of(run: Path) -> Path:
    return run / "dataset" if (run / "dataset" / NAME).exists() else run


def _paired(left: pd.DataFrame, right: pd.DataFrame, same: list[str]) -> tuple[pd.DataFrame, ...]:
    """Pairs of equal `same`, the first with the first and so on, and what is left on both sides."""
    left, right = (side.assign(nth=side.groupby(same).cumcount()) for side in (left, right))
    keys = [*same, "nth"]
    pairs = left.reset_index(names="l").merge(right.reset_index(names="r"), on=keys, suffixes=("_before", "_after"))
    for name in same:
        pairs[f"{name}_before"] = pairs[f"{name}_after"] = pairs[name]
    return (pairs[[f"{name}_{side}" for side in ("before", "after") for name in _TOLD]],
            left.drop(index=pairs["l"])[_TOLD], right.drop(index=pairs["r"])[_TOLD])


def _one_sided(rows: pd.DataFrame, side: str) -> pd.DataFrame:
    other = "after" if side == "before" else "before"
    return rows.add_suffix(f"_{side}").reindex(columns=[f"{name}_{s}" for s in (side, other) for name in _TOLD])


def _differences(row: dict) -> str:
    compared = [*_WHAT, "value", "bound"]
    return ";".join(name for name in compared if row[f"{name}_before"] != row[f"{name}_after"])
