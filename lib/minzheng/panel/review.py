"""What a person should look at: flagged, unsure and contradicted figures."""
import pandas as pd

from minzheng.panel.cells import merge_cells, place
from minzheng.panel.comparable import in_one_unit
from minzheng.panel.growth import year_over_year
from minzheng.reference.indicators import load_indicators

DOUBTS = ["region", "name", "subject", "measure", "value", "unit", "period", "doubt", "sentence", "source",
          "confidence", "obs_id"]
DOUBTFUL = 0.5      # a figure of less confidence is listed
TORN = ["conflict", "revision", "ambiguous"]
DISAGREES = "growth-disagrees"      # the stated rate is not the one that the levels of two years give


def list_doubts(observations: pd.DataFrame) -> pd.DataFrame:
    """One row per figure that has a flag, a confidence under DOUBTFUL, or is contradicted by others.

    `doubt` joins its flags, the verdict on its cell (see cells), DISAGREES and `low-confidence` by ";". Figures of one
    series in several units are held against each other in one, and listed as printed. Columns: DOUBTS; the surest last.
    """
    alike = in_one_unit(observations)
    cells = merge_cells(place(alike))
    torn = cells[cells["verdict"].isin(TORN)]
    verdicts = {obs_id: row.verdict for row in torn.itertuples() for obs_id in row.obs_ids.split(";")}
    rows = with_names(observations)
    unsure = ["low-confidence" if confidence < DOUBTFUL else "" for confidence in rows["confidence"]]
    wrong = _contradicted_rates(alike)
    torn_rates = [DISAGREES if obs_id in wrong else "" for obs_id in rows["obs_id"]]
    told = zip(rows["flags"], [verdicts.get(obs_id, "") for obs_id in rows["obs_id"]], torn_rates, unsure, strict=True)
    rows["doubt"] = pd.Series([";".join(filter(None, parts)) for parts in told], index=rows.index, dtype="str")
    rows = rows[rows["doubt"] != ""].sort_values(["confidence", "source", "start"])
    return rows[DOUBTS].reset_index(drop=True)


def _contradicted_rates(observations: pd.DataFrame) -> set[str]:
    """obs_ids of the stated rates that the levels of two years contradict."""
    growth = year_over_year(observations)
    against = growth.loc[growth["growth_agrees"].eq(False).fillna(False), "obs_ids"].str.split(";")
    rates = set(observations.loc[observations["measure"] == "growth", "obs_id"])
    return {obs_id for ids in against for obs_id in ids} & rates


def with_names(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with `name`: the indicator's Chinese name, or the subject where there is no code."""
    names = {indicator.code: indicator.name_zh for indicator in load_indicators()}
    coded = [names.get(code, "") for code in rows["indicator"]]
    return rows.assign(name=[name or subject for name, subject in zip(coded, rows["subject"], strict=True)])
