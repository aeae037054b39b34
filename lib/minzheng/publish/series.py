"""Rows of tables -> series that can be drawn or listed: names, years, periods of one kind."""
import hashlib
from functools import cache

import pandas as pd

from minzheng.panel import timeline
from minzheng.publish.wording import words
from minzheng.reference.indicators import load_indicators
from minzheng.reference.regions import region_name


def year_of(period: str) -> int:
    """The year in which a period ends.

    >>> year_of("2020-S1"), year_of("2020-01/2020-05")
    (2020, 2020)
    """
    return int(timeline.year_of(period))


def years_of(observations: pd.DataFrame) -> list[int]:
    """The years that observations speak of, in order; those without a period take no part."""
    return sorted({year_of(period) for period in observations["period"] if period})


def of_year(rows: pd.DataFrame, year: int) -> pd.DataFrame:
    """The rows whose period ends in that year."""
    return rows[rows["period"].map(timeline.year_of) == str(year)]


def growing(growth: pd.DataFrame) -> pd.DataFrame:
    """The rows of series that have a rate of growth, or levels of more than one period, to show."""
    rated = growth["growth_reported"].notna() | growth["growth_computed"].notna()
    series = growth["series"]
    return growth[rated.groupby(series).transform("any") | (growth["period"].groupby(series).transform("nunique") > 1)]


def grain_of(period: str) -> str:
    """What kind of period this is, the year left out; only periods of one grain can be compared.

    >>> [grain_of(period) for period in ("2021", "2020-S1", "2020-05", "2020-01/2020-05")]
    ['', 'S1', '05', '01/05']
    """
    return "/".join(part[5:] for part in period.split("/")) if len(period) > 4 else ""


def of_one_grain(points: pd.DataFrame) -> pd.DataFrame:
    """The rows of the grain that has most of them (whole years first), in order of time.

    Within a period rows of the unit that most rows have stand first, so that a drawing that has room for
    one value takes that of the main series.
    """
    grains = points["period"].map(grain_of)
    counts = grains.value_counts()
    best = max(counts.index, key=lambda grain: (counts[grain], grain == ""))
    points = points[grains == best]
    points = points.assign(minor=points["unit"] != main_unit(points))
    return points.sort_values(["period", "minor"]).drop(columns="minor")


def main_unit(points: pd.DataFrame) -> str:
    """The unit that most rows with a level have; "" where there is no level."""
    units = points.loc[points["unit"] != "", "unit"].value_counts()
    return min(units.index, key=lambda unit: (-units[unit], unit)) if len(units) else ""


def labelled(rows: pd.DataFrame, lang: str = "zh") -> pd.DataFrame:
    """`rows` with `label` (indicator or subject in words), `region_name` and `series` (a key fit for file names).

    Rows without a code are told apart by their subject; the subject never becomes part of a file name.
    """
    rows = rows.copy()
    scopes = words(lang)["scopes"]
    rows["label"] = [_label(row, scopes, lang) for row in rows[["indicator", "subject", "area_scope"]].itertuples()]
    rows["region_name"] = [region_name(code) if code else words(lang)["unknown_region"]
                           for code in rows["region"]]
    rows["series"] = [_key(*row) for row in rows[["indicator", "subject", "area_scope"]].itertuples(index=False)]
    return rows


def indicator_label(code: str, lang: str = "zh") -> str:
    """The name of an indicator; its code where the list no longer has it."""
    known = _names(lang)
    return known.get(code, code)


@cache
def _names(lang):
    return {one.code: getattr(one, f"name_{lang}") or one.name_zh for one in load_indicators()}


def _label(row, scopes, lang) -> str:
    name = indicator_label(row.indicator, lang) if row.indicator else row.subject
    scope = scopes.get(row.area_scope, row.area_scope)
    return f"{name}（{scope}）" if scope else name


def _key(indicator, subject, area_scope) -> str:
    name = indicator or hashlib.sha256(subject.encode()).hexdigest()[:8]
    return name if area_scope in ("whole", "") else f"{name}-{area_scope}"
