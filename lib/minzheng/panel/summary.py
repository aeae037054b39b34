"""One region, one year: levels, growth, rank, targets, coverage, doubts, and the region above as context."""
from dataclasses import dataclass

import pandas as pd

from minzheng.panel.cells import KEY, merge_cells, place
from minzheng.panel.comparable import in_one_unit, per_person
from minzheng.panel.growth import COLUMNS as GROWTH
from minzheng.panel.growth import rows_with_intervals
from minzheng.panel.planned import PLANNED
from minzheng.panel.review import list_doubts, with_names
from minzheng.panel.targets import match_targets
from minzheng.panel.timeline import of_each, year_of
from minzheng.reference.indicators import DOMAINS, load_indicators
from minzheng.reference.regions import parent_of, region_name, region_of

LEVELS = ["region", "region_name", "area_scope", "domain", "indicator", "name", "subject", "measure", "value",
          "value_min", "value_max", "unit", "bound", "period", "period_kind", "growth", "growth_kind", "rank", "ranked",
          "verdict", "sentence", "source", "flags", "confidence", "obs_ids"]


@dataclass(frozen=True)
class ProvinceSummary:
    """What the dataset tells of a region in a year; every table leads back by obs_id or obs_ids.

    levels: one row per level or share, columns LEVELS; `growth` of levels in percent with growth_kind reported,
    computed or ""; `rank` 1 is the highest value of `ranked` regions of the same level that report the same indicator, unit (元/月
    and 元/人·月 of a standard are one) and period (NaN for fewer than two); `verdict` on the cell's sources as in cells.
    A figure that names a plan has PLANNED among its flags, and neither growth nor rank.
    growth: the rows of `year_over_year` that end in the year or the two before, with region_name, name, sentence,
    source.
    targets: the rows of `match_targets` for this year (met with results) and the next, with region_name, name.
    coverage: domain, known (indicators of the list), present (of these, in this region and year), observations,
    uncoded (of these, without an indicator).
    doubts: figures flagged, unsure or contradicted, of the year or of no known period; columns review.DOUBTS.
    context: levels of the region above, as in levels; never an answer for this one.
    A series in several units is in one, as `in_one_unit` says; its rows are flagged CONVERTED. Doubts stay as printed.
    """

    region: str
    region_name: str
    year: int
    levels: pd.DataFrame
    growth: pd.DataFrame
    targets: pd.DataFrame
    coverage: pd.DataFrame
    doubts: pd.DataFrame
    context: pd.DataFrame


def province_summary(observations: pd.DataFrame, region: str | int, year: str | int) -> ProvinceSummary:
    """Sum up a region (any level, by its six-digit code) in a year. Raises CodeListError for an unknown code."""
    region, year = str(region).zfill(6), int(year)
    name = region_name(region, year)
    printed = observations[observations["region"].isin([region, parent_of(region)])]
    observations = in_one_unit(observations)
    around = observations.loc[printed.index]
    growth = rows_with_intervals(around)
    levels = _levels(observations, growth, year)
    mine = around[around["region"] == region]
    return ProvinceSummary(
        region, name, year,
        levels=levels[levels["region"] == region].reset_index(drop=True),
        growth=_growth(growth[growth["region"] == region], mine, year),
        targets=_targets(around, region, year),
        coverage=_coverage(_of_year(mine, year)),
        doubts=_doubts(printed, region, year),
        context=levels[levels["region"] == parent_of(region)].reset_index(drop=True),
    )


def _of_year(rows: pd.DataFrame, *years: int) -> pd.DataFrame:
    return rows[of_each(year_of, rows["period"]).isin([str(year) for year in years])]


def _levels(observations: pd.DataFrame, growth: pd.DataFrame, year: int) -> pd.DataFrame:
    """The levels and shares of every region in a year, with growth, rank and the sentence of the preferred source."""
    placed = _of_year(place(observations), year)
    cells = merge_cells(placed[placed["measure"].isin(["level", "share"]) & (placed["status"] != "target")])
    told = observations.set_index("obs_id")[["domain", "bound", "sentence", "source", "flags", "confidence"]]
    cells = cells.join(told, on="obs_id").merge(_rates(growth), on=[*KEY, "measure", "status"], how="left")
    cells["growth_kind"] = cells["growth_kind"].fillna("")
    cells["flags"] = cells["flags"].where(cells["status"] != PLANNED, cells["flags"].add(f";{PLANNED}").str.strip(";"))
    cells["region_name"] = [region_name(code, year) for code in cells["region"]]
    cells = _ranked(with_names(cells))
    return cells.sort_values(["region", "domain", "indicator", "name", "unit", "period"], ignore_index=True)[LEVELS]


def _rates(growth: pd.DataFrame) -> pd.DataFrame:
    """Growth of each cell in percent: as reported, else as computed."""
    rates = growth[growth["value_kind"] == "reported"]
    kinds = rates["growth_reported"].notna().map({True: "reported", False: "computed"})
    rate = rates["growth_reported"].fillna(rates["growth_computed"])
    return rates[KEY].assign(measure="level", status="actual", growth=rate,
                             growth_kind=kinds.where(rate.notna(), ""))


def _ranked(cells: pd.DataFrame) -> pd.DataFrame:
    """With `rank` (1 the highest) among `ranked` regions of one level that report the same thing."""
    cells["height"] = [region_of(code).level for code in cells["region"]]
    cells["like"] = per_person(cells["unit"], cells["indicator"])
    same = ["height", "like", "measure", *(name for name in KEY if name not in ("region", "unit"))]
    alike = cells[(cells["indicator"] != "") & (cells["verdict"] != "ambiguous") & (cells["status"] == "actual")]
    groups = alike.groupby(same)["value"]
    ranked = groups.transform("size")
    cells["ranked"] = ranked.where(ranked > 1)
    cells["rank"] = groups.rank(method="min", ascending=False).where(ranked > 1)
    return cells


def _growth(growth: pd.DataFrame, mine: pd.DataFrame, year: int) -> pd.DataFrame:
    rows = with_names(_of_year(growth, year - 2, year - 1, year))
    first = rows["obs_ids"].str.partition(";")[0] if len(rows) else rows["obs_ids"]
    told = mine.set_index("obs_id")[["sentence", "source"]]
    rows = rows.assign(region_name=[region_name(code, year) for code in rows["region"]],
                       sentence=first.map(told["sentence"]), source=first.map(told["source"]))
    return rows[["region_name", "name", *GROWTH, "sentence", "source"]].reset_index(drop=True)


def _targets(around: pd.DataFrame, region: str, year: int) -> pd.DataFrame:
    """Targets of the region, with its own results and those of the region above."""
    rows = match_targets(around)
    rows = with_names(_of_year(rows[rows["region"] == region], year, year + 1))
    rows.insert(0, "region_name", region_name(region, year))
    return rows.reset_index(drop=True)


def _coverage(rows: pd.DataFrame) -> pd.DataFrame:
    known = pd.Series([indicator.domain for indicator in load_indicators()]).value_counts()
    by_domain = rows.groupby("domain")
    coded = rows[rows["indicator"] != ""].groupby("domain")["indicator"]
    table = pd.DataFrame({"known": known, "present": coded.nunique(), "observations": by_domain.size(),
                          "uncoded": rows["indicator"].eq("").groupby(rows["domain"]).sum()})
    order = [*DOMAINS, *sorted(set(table.index) - set(DOMAINS))]
    return table.reindex(order).fillna(0).astype(int).rename_axis("domain").reset_index()


def _doubts(around: pd.DataFrame, region: str, year: int) -> pd.DataFrame:
    rows = list_doubts(around[around["region"] == region])
    return rows[of_each(year_of, rows["period"]).isin([str(year), ""])].reset_index(drop=True)
