"""What the notebooks show, piece by piece: each function is one cell's worth of a region's story."""
from dataclasses import dataclass, replace

import pandas as pd
from markupsafe import Markup

from minzheng.panel.comparable import in_one_unit, per_person
from minzheng.panel.growth import year_over_year
from minzheng.panel.review import list_doubts
from minzheng.panel.summary import ProvinceSummary
from minzheng.publish.charts import Chart, plot_growth, plot_growth_grid, plot_levels, plot_overview
from minzheng.publish.converted import conversion_note
from minzheng.publish.importance import by_importance
from minzheng.publish.panels import with_rates
from minzheng.publish.provenance import rows_behind, source_line
from minzheng.publish.series import growing, labelled, of_year, years_of
from minzheng.publish.several import with_doubts
from minzheng.publish.wording import period_label, words
from minzheng.reference.regions import region_name, region_of


@dataclass(frozen=True)
class Headline:
    """The page's heading and the sentence under it; its title also names the page."""

    title: str
    lead: str

    def _repr_mimebundle_(self, include=None, exclude=None):
        html = Markup('<h1>{}</h1><p class="lead">{}</p>').format(self.title, self.lead)
        return {"text/html": str(html), "text/plain": f"{self.title}\n{self.lead}"}, {"title": self.title}


@dataclass(frozen=True)
class Note:
    """A sentence in place of a chart that cannot be drawn."""

    text: str

    def _repr_html_(self) -> str:
        return str(Markup('<p class="muted">{}</p>').format(self.text))


def summary_headline(summary: ProvinceSummary, observations: pd.DataFrame, lang: str = "zh") -> Headline:
    """Which region and year this is about, and on how much it rests."""
    title = f"{summary.region_name} {period_label(str(summary.year), lang)}{words(lang)['page_summary']}"
    rows = region_rows(observations, summary.region, summary.year)
    return Headline(title, _lead(rows, len(summary.doubts), lang))


def growth_headline(observations: pd.DataFrame, region: str, lang: str = "zh") -> Headline:
    """Which region's growth this is about."""
    title = f"{region_name(region)}{words(lang)['page_growth']}"
    rows = region_rows(observations, region)
    return Headline(title, _lead(rows, len(list_doubts(rows)), lang))


def last_year(observations: pd.DataFrame) -> int:
    """The last year for which results are reported; 0 where there are none."""
    return max(years_of(observations[observations["status"] == "actual"]), default=0)


def region_rows(observations: pd.DataFrame, region: str, year: int | None = None) -> pd.DataFrame:
    """The observations of a region, or of one year of it."""
    rows = observations[observations["region"] == region]
    return rows if year is None else of_year(rows, year)


def region_growth(observations: pd.DataFrame, region: str, lang: str = "zh") -> pd.DataFrame:
    """The labelled `year_over_year` of a region, each series in one unit; lone levels left out, telling ones first."""
    rows = in_one_unit(region_rows(observations, region))
    return _in_order(year_over_year(rows), rows, lang)


def summary_growth(summary: ProvinceSummary, observations: pd.DataFrame, lang: str = "zh") -> pd.DataFrame:
    """The labelled growth of a summary, lone levels left out."""
    rows = in_one_unit(region_rows(observations, summary.region))
    return _in_order(summary.growth, rows, lang)


def unit_note(observations: pd.DataFrame, region: str, lang: str = "zh") -> Note | None:
    """Which series of the region were brought into one unit, and by which rule; None where none was."""
    told = conversion_note(in_one_unit(region_rows(observations, region)), lang)
    return Note(told) if told else None


def overview_chart(summary: ProvinceSummary, observations: pd.DataFrame, documents: pd.DataFrame,
                   lang: str = "zh") -> Chart:
    """Growth of the year by indicator, and how many figures each domain has."""
    say, rows = words(lang), region_rows(observations, summary.region, summary.year)
    domains = rows["domain"].replace({"": say["uncoded"]} | say["domains"])
    doubtful = rows["obs_id"].isin(summary.doubts["obs_id"])
    coverage = pd.DataFrame({"figures": domains.value_counts(), "doubtful": domains[doubtful].value_counts()})
    coverage = coverage.fillna(0).astype(int).sort_values("figures", ascending=False, kind="stable")
    rates = of_year(summary_growth(summary, observations, lang), summary.year)
    title = f"{summary.region_name} {period_label(str(summary.year), lang)}{say['page_summary']}"
    chart = plot_overview(rates, coverage.rename_axis("domain").reset_index(), title, lang=lang,
                          source=source_line(rows, documents, lang))
    return replace(chart, name=f"overview-{summary.year}")


def comparison_chart(summary: ProvinceSummary, observations: pd.DataFrame, documents: pd.DataFrame,
                     lang: str = "zh") -> Chart | Note:
    """The indicator that most regions of the same level report, across them; a note where none can be compared."""
    levels = summary.levels[summary.levels["measure"] == "level"]
    ranked = by_importance(levels[levels["rank"].notna()])
    if ranked.empty:
        return Note(words(lang)["no_compare"])
    best = ranked.sort_values("ranked", ascending=False, kind="stable").iloc[0].copy()
    level = region_of(summary.region).level
    levels = {code: region_of(code).level for code in set(observations["region"]) - {""}}
    observations = in_one_unit(observations)
    rows = with_doubts(year_over_year(observations[observations["region"].map(levels) == level]), observations)
    rows["like"] = per_person(rows["unit"], rows["indicator"])
    best["like"] = per_person(pd.Series([best["unit"]]), pd.Series([best["indicator"]])).item()
    same = ["indicator", "like", "period", "period_kind", "area_scope"]
    rows = rows[(rows[same] == best[same]).all(axis=1) & (rows["value_kind"] == "reported") & rows["value"].notna()]
    return plot_levels(labelled(_in_like_units(rows), lang).drop_duplicates("region"), summary.region, lang=lang,
                       source=source_line(rows_behind(rows, observations), documents, lang))


def _in_like_units(rows):
    """Rows of several regions in one unit: where they differ in "per person", it is written out and told beside."""
    if rows["unit"].nunique() == 1:
        return rows
    printed = rows["printed_unit"].mask(rows["unit"] != rows["like"], rows["unit"])
    return rows.assign(unit=rows["like"], printed_unit=printed)


def growth_chart(growth: pd.DataFrame, observations: pd.DataFrame, documents: pd.DataFrame,
                 lang: str = "zh") -> Chart | Note:
    """The growth of every indicator of the region, small and side by side."""
    if with_rates(growth).empty:
        return Note(words(lang)["no_rates"])
    source = source_line(rows_behind(with_rates(growth), observations), documents, lang)
    return plot_growth_grid(growth, source=source, lang=lang)


def growth_charts(growth: pd.DataFrame, observations: pd.DataFrame, documents: pd.DataFrame,
                  lang: str = "zh") -> list[Chart]:
    """One chart of level and growth for every series that has two levels or two rates to compare."""
    return [plot_growth(rows, source=source_line(rows_behind(rows, observations), documents, lang), lang=lang)
            for _, rows in growth.groupby("series", sort=False) if _compares(rows)]


def _in_order(growth, rows, lang) -> pd.DataFrame:
    """Series by importance, within each the periods in order; what is doubtful is marked."""
    growth = by_importance(growing(labelled(with_doubts(growth, rows), lang)))
    places = {series: place for place, series in enumerate(growth["series"].unique())}
    order = growth.assign(place=growth["series"].map(places)).sort_values(["place", "period"], kind="stable")
    return order.drop(columns="place")


def _compares(rows) -> bool:
    return max(part["period"].nunique() for part in (rows[rows["value"].notna()], with_rates(rows))) > 1


def _lead(rows, doubts, lang):
    return words(lang)["lead"].format(figures=len(rows), documents=rows["doc_id"].nunique(), doubts=doubts)
