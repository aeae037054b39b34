"""What the explorer shows for a choice of region, indicator, year and figure; no widgets here."""
import base64

import pandas as pd
from markupsafe import Markup

from minzheng.panel.comparable import in_one_unit
from minzheng.panel.growth import reported_shares, year_over_year
from minzheng.publish.charts import Chart, plot_growth
from minzheng.publish.provenance import marked_raw, marked_sentence, rows_behind, source_line
from minzheng.publish.series import labelled, of_year, years_of
from minzheng.publish.several import with_doubts
from minzheng.publish.tables import Table, valued
from minzheng.publish.wording import flag_labels, period_label, words

ALL_YEARS = 0


def region_options(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """(name, code) of the regions that have figures, in the order of their codes.

    `rows`: labelled observations (`series.labelled`), as everywhere here.
    """
    named = rows.loc[rows["region"] != "", ["region_name", "region"]].drop_duplicates().sort_values("region")
    return list(named.itertuples(index=False, name=None))


def indicator_options(rows: pd.DataFrame, region: str) -> list[tuple[str, str]]:
    """(label, series) of what a region has figures on: coded indicators first, those with most figures first."""
    mine = rows[rows["region"] == region]
    groups = mine.groupby("series")
    counts = pd.DataFrame({"label": groups["label"].first(), "coded": groups["indicator"].max() != "",
                           "figures": groups.size()})
    counts = counts.sort_values(["coded", "figures", "label"], ascending=[False, False, True])
    return [(f"{row.label}（{row.figures}）", row.Index) for row in counts.itertuples()]


def year_options(rows: pd.DataFrame, region: str, series: str, lang: str = "zh") -> list[tuple[str, int]]:
    """(label, year) of the years in which a region has figures on an indicator, newest first, after "all"."""
    years = years_of(chosen_rows(rows, region, series, ALL_YEARS))
    return [(words(lang)["all_years"], ALL_YEARS), *((period_label(str(year), lang), year) for year in years[::-1])]


def figure_options(rows: pd.DataFrame, lang: str = "zh") -> list[tuple[str, str]]:
    """(what the figure says, obs_id) of the chosen rows."""
    say = words(lang)
    return [(f"{period_label(row.period, lang)} {say['measures'][row.measure]} {valued(row, lang)}"
             f"（{say[row.status]}）", row.obs_id) for row in rows.itertuples()]


def chosen_rows(rows: pd.DataFrame, region: str, series: str, year: int) -> pd.DataFrame:
    """The figures of a region on an indicator, of one year or of all, in order of time."""
    rows = rows[(rows["region"] == region) & (rows["series"] == series)]
    return (rows if year == ALL_YEARS else of_year(rows, year)).sort_values(["period", "source", "start"])


def series_chart(rows: pd.DataFrame, documents: pd.DataFrame, lang: str = "zh") -> Chart | None:
    """Level and growth of the chosen series over all its years, or its shares; None where it has only targets."""
    rows = in_one_unit(rows)
    points = year_over_year(rows)
    points = reported_shares(rows) if points.empty else points
    if points.empty:
        return None
    points = labelled(with_doubts(points, rows), lang)
    return plot_growth(points, source=source_line(rows_behind(points, rows), documents, lang), lang=lang)


def figures_table(rows: pd.DataFrame, lang: str = "zh") -> Table:
    """The chosen figures: period, what they measure, value, target or actual, doubts, file."""
    say = words(lang)
    cells = [(period_label(row.period, lang), say["measures"][row.measure], valued(row, lang), say[row.status],
              flag_labels(row.flags, lang), row.source) for row in rows.itertuples()]
    columns = tuple(say[name] for name in ("period", "kind", "value", "status", "doubts", "file"))
    return Table(columns, cells, numeric=(say["value"],))


def source_html(row, documents: pd.DataFrame, lang: str = "zh") -> str:
    """Where a figure stands: the decoded sentence and the raw text with its words marked, title and file."""
    say, behind = words(lang), documents[documents["doc_id"] == row.doc_id].iloc[0]
    sentence = marked_sentence(row.sentence, row.start, row.stop, behind["text"])
    raw = marked_raw(behind["raw"], row.raw_start, row.raw_stop)
    where = say["place"].format(start=row.raw_start, stop=row.raw_stop)
    title = behind["title"] or f"{behind['issuer']} {behind['date']}".strip()
    return str(Markup("<p><b>{}</b>{}{}</p><p><b>{}</b>{}{}</p><p>{}{}{}（{}，{}）</p>").format(
        say["decoded"], say["colon"], sentence, say["raw"], say["colon"], raw,
        say["source"], say["colon"], title, row.source, where))


def chart_html(chart: Chart | None, lang: str = "zh") -> str:
    """A chart as an image with its alt text, or the sentence that there is nothing to draw."""
    if chart is None:
        return str(Markup('<p class="muted">{}</p>').format(words(lang)["only_targets"]))
    data = base64.b64encode(chart.png).decode()
    return str(Markup('<img alt="{}" style="max-width:100%" width="{}" src="data:image/png;base64,{}">').format(
        chart.alt, round(chart.figure.get_figwidth() * 96), data))
