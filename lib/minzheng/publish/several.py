"""What must not look like one sure number: several values under one name, and figures with a doubt."""
import pandas as pd

from minzheng.panel.cells import KEY, reconcile
from minzheng.panel.comparable import in_one_unit
from minzheng.publish.converted import with_printed, without_conversion

SEVERAL = "several"         # value_kind of a growth row whose level is several values
AMBIGUOUS = "ambiguous"     # the verdict of panel.cells, shown among the doubts


def with_each_value(levels: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """Rows of `ProvinceSummary.levels`; an ambiguous one becomes one row a value, under its own subject, flagged.

    Adds what `converted.with_printed` adds; flags are then doubts alone.
    """
    observations = in_one_unit(observations)
    known, parts = observations.set_index("obs_id"), []
    for row in levels.to_dict("records"):
        if row["verdict"] != AMBIGUOUS:
            parts.append(row)
            continue
        for obs_id in sorted(row["obs_ids"].split(";"), key=lambda one: known.at[one, "start"]):
            own = known.loc[obs_id, ["subject", "value", "value_min", "value_max", "bound", "sentence", "source"]]
            flags = ";".join(filter(None, (known.at[obs_id, "flags"], AMBIGUOUS)))
            parts.append(row | own.to_dict() | {"indicator": "", "flags": flags, "obs_ids": obs_id})
    rows = with_printed(pd.DataFrame(parts, columns=levels.columns), observations)
    return rows.assign(flags=without_conversion(rows["flags"]))


def with_doubts(growth: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """Rows of `year_over_year` with `doubtful`: whether a figure behind them is flagged, or a rate one of several that
    its text gives under one name; and see `with_printed`.

    Where a cell is ambiguous there is no value, only the least and the greatest, and value_kind is SEVERAL.
    """
    growth = _without_sure_value(growth, observations)
    flagged = set(observations.loc[without_conversion(observations["flags"]) != "", "obs_id"])
    cells = reconcile(observations)
    rates = cells.loc[(cells["verdict"] == AMBIGUOUS) & (cells["measure"] == "growth"), "obs_ids"]
    flagged |= {obs_id for ids in rates for obs_id in ids.split(";")}
    growth = growth.assign(doubtful=[not flagged.isdisjoint(ids.split(";")) for ids in growth["obs_ids"]])
    return with_printed(growth, observations)


def _without_sure_value(growth, observations):
    cells = reconcile(observations)
    cells = cells[(cells["verdict"] == AMBIGUOUS) & (cells["measure"] == "level") & (cells["status"] == "actual")]
    growth = growth.copy()
    items = growth.assign(item=growth["indicator"].where(growth["indicator"] != "", growth["subject"]))[KEY]
    places = {tuple(key): place for place, key in zip(growth.index, items.itertuples(index=False), strict=True)}
    known = observations.set_index("obs_id")
    for cell in cells.itertuples():
        place = places.get(tuple(getattr(cell, name) for name in KEY))
        if place is None or growth.at[place, "value_kind"] != "reported":
            continue
        ids = cell.obs_ids.split(";")
        kept = [one for one in growth.at[place, "obs_ids"].split(";") if one not in ids]
        growth.at[place, "value"] = float("nan")
        growth.at[place, "value_min"] = known.loc[ids, "value"].min()
        growth.at[place, "value_max"] = known.loc[ids, "value"].max()
        growth.at[place, "value_kind"], growth.at[place, "obs_ids"] = SEVERAL, ";".join([*ids, *kept])
    return growth
