"""What was converted from one unit to another, told beside the figure and under the table or chart."""
import pandas as pd

from minzheng.panel.comparable import CONVERTED, conversion_noted, conversions_of
from minzheng.publish.series import labelled
from minzheng.publish.wording import number, period_label, quantity, unit_label, words


def without_conversion(flags: pd.Series) -> pd.Series:
    """The doubts among flags: that a unit was converted is told, but is none.

    >>> without_conversion(pd.Series(["spoiled;unit-converted", "unit-converted"])).tolist()
    ['spoiled', '']
    """
    return flags.str.replace(CONVERTED, "", regex=False).str.replace(";;", ";", regex=False).str.strip(";")


def with_printed(rows: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """Rows with `obs_ids` and `unit`; adds `printed_unit`, that of the text where the level's was converted, `factor`.

    `observations`: those that the rows were made from, converted (`panel.comparable.in_one_unit`).
    """
    told = {row.obs_id: (row.unit_before, row.factor) for row in conversions_of(observations).itertuples()}
    found = [told.get(ids.partition(";")[0], ("", 1.0)) for ids in rows["obs_ids"]]
    return rows.assign(printed_unit=pd.Series([unit for unit, _ in found], index=rows.index, dtype="str"),
                       factor=pd.Series([factor for _, factor in found], index=rows.index, dtype="float64"))


def with_printed_targets(targets: pd.DataFrame) -> pd.DataFrame:
    """Rows of `match_targets` with `target_printed` and `actual_printed`: what the texts have, for `as_printed`."""
    for name in ("target", "actual"):
        noted = conversion_noted(targets[f"{name}_rule"]).rename(columns={"unit_before": "printed_unit"})
        noted["printed_unit"] = noted["printed_unit"].fillna("")
        targets = targets.assign(**{f"{name}_printed": list(noted.itertuples(index=False))})
    return targets


def as_printed(value: float, row, lang: str = "zh") -> str:
    """What its text has, in brackets, where a value was converted: the unit, and the value if that changed; else ""."""
    if not getattr(row, "printed_unit", "") or pd.isna(value):
        return ""
    unit = unit_label(row.printed_unit, lang)
    printed = unit if row.factor == 1 else quantity(round(value / row.factor, 6), row.printed_unit, lang)
    return words(lang)["as_printed"].format(printed)


def conversions_in_short(rows: pd.DataFrame, lang: str = "zh") -> str:
    """One clause for the foot of a chart: which printed units were converted to which; "" where none was."""
    if "printed_unit" not in rows:
        return ""
    pairs = rows.loc[rows["printed_unit"] != "", ["printed_unit", "unit"]].drop_duplicates()
    told = [" → ".join(unit_label(unit, lang) for unit in pair) for pair in pairs.itertuples(index=False)]
    return words(lang)["converted"] + words(lang)["colon"] + words(lang)["list_mark"].join(told) if told else ""


def conversion_note(observations: pd.DataFrame, lang: str = "zh") -> str:
    """Every conversion among the observations: which series, which periods, from what to what, and by which rule."""
    say, told = words(lang), []
    rows = conversions_of(observations[observations["period"] != ""])
    for (label, before, after), part in labelled(rows, lang).groupby(["label", "unit_before", "unit_after"]):
        periods = say["list_mark"].join(period_label(period, lang) for period in sorted(set(part["period"])))
        why, factor = part["理由" if lang == "zh" else "reason"].iloc[0], part["factor"].iloc[0]
        told.append(say["conversion"].format(label=label, periods=periods, before=unit_label(before, lang),
                                             after=unit_label(after, lang), factor=_times(factor), why=why))
    return say["converted"] + say["colon"] + say["stop"].join(told) if told else ""


def _times(factor: float) -> str:
    """A factor as people say it: a yearly standard is divided by twelve.

    >>> _times(12.0), _times(1 / 12), _times(1.0)
    ('×12', '÷12', '×1')
    """
    return f"×{number(factor)}" if factor >= 1 else f"÷{number(1 / factor, 2)}"
