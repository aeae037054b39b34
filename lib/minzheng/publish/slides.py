"""The story that a region's slides tell: what was reached, how it grew, what is planned, where it is written."""
import pandas as pd

from minzheng.panel.comparable import in_one_unit
from minzheng.panel.summary import province_summary
from minzheng.panel.targets import match_targets
from minzheng.publish.charts import plot_growth_grid
from minzheng.publish.converted import conversions_in_short
from minzheng.publish.deck import add_growth_slide, add_picture_slide, add_table_slide, new_deck
from minzheng.publish.importance import by_importance
from minzheng.publish.panels import with_rates
from minzheng.publish.provenance import rows_behind, source_line
from minzheng.publish.series import labelled, of_year, years_of
from minzheng.publish.story import last_year, region_growth
from minzheng.publish.tables import levels_table, sources_table, targets_table, valued
from minzheng.publish.wording import MARK, flag_labels, period_label, words
from minzheng.reference.regions import parent_of, region_name

MOST_PANELS = 6     # of the picture of growth, to be read from the back of a room


def region_deck(observations: pd.DataFrame, documents: pd.DataFrame, region: str, lang: str = "zh"):
    """The deck of one region: title, key figures, growth, growth chart, targets, sources."""
    rows, say = observations[observations["region"] == region], words(lang)
    growth = region_growth(observations, region, lang)
    years = years_of(rows)
    span = "—".join(dict.fromkeys(str(year) for year in (years[:1] + years[-1:])))
    subtitle = say["deck_lead"].format(span=span, figures=len(rows), documents=rows["doc_id"].nunique())
    dates = documents.loc[documents["doc_id"].isin(rows["doc_id"]) & (documents["date"] != ""), "date"]
    dated = [say["dated"].format(first=dates.min(), last=dates.max())] if len(dates) else []
    deck = new_deck(f"{region_name(region)}{say['deck']}", "\n".join([subtitle, *dated]), lang)
    _add_levels(deck, observations, rows, documents, lang)
    _add_growth(deck, growth, rows, documents, lang)
    _add_targets(deck, observations, rows, documents, lang)
    add_table_slide(deck, say["sources"], sources_table(rows, documents, lang), [say["sources_note"]], lang=lang)
    return deck


def _add_levels(deck, observations, rows, documents, lang):
    """Key figures: the levels of the newest year that has its share of them, those with an indicator code first."""
    levels = rows[(rows["measure"] == "level") & (rows["status"] == "actual")]
    if not years_of(levels):
        return
    counts = {year: len(of_year(levels, year)) for year in years_of(levels)}
    year = max(year for year, count in counts.items() if count >= max(counts.values()) / 2)
    summary = province_summary(observations, rows["region"].iloc[0], year)
    levels = by_importance(summary.levels)
    behind = rows_behind(levels, rows)
    title = f"{period_label(str(year), lang)} {words(lang)['key_figures']}"
    add_table_slide(deck, title, levels_table(levels, rows, lang), notes(behind, lang),
                    source_line(behind, documents, lang), lang)


def _add_growth(deck, growth, rows, documents, lang):
    growing = with_rates(growth)
    if growing.empty:
        return
    say, year = words(lang), years_of(growing)[-1]
    newest = of_year(growing, year).drop_duplicates("series")
    behind = rows_behind(newest, rows)
    foot = "　".join(filter(None, (conversions_in_short(newest, lang), source_line(behind, documents, lang))))
    add_growth_slide(deck, f"{period_label(str(year), lang)} {say['growth']}", newest, notes(behind, lang), foot, lang)
    first = growing["series"].drop_duplicates().head(MOST_PANELS)
    behind = rows_behind(growing[growing["series"].isin(first)], rows)
    chart = plot_growth_grid(growth, most=MOST_PANELS, source=source_line(behind, documents, lang), lang=lang)
    add_picture_slide(deck, say["growth_by_year"], chart, notes(behind, lang))


def _add_targets(deck, observations, rows, documents, lang):
    """What is planned beside what was reached; the region above is context only."""
    region = rows["region"].iloc[0]
    related = observations[observations["region"].isin({region, parent_of(region)})]
    behind = rows[rows["status"] == "target"]
    if len(behind):
        targets = match_targets(in_one_unit(related))
        targets = targets[targets["region"] == region]
        table = targets_table(targets, last_year(related), lang).without(words(lang)["sentence"])
        add_table_slide(deck, words(lang)["targets"], table, notes(behind, lang),
                        source_line(behind, documents, lang), lang)


def notes(rows: pd.DataFrame, lang: str = "zh") -> list[str]:
    """For the speaker notes: each figure with its sentence and file; each sentence once."""
    told, colon = {}, words(lang)["colon"]
    for row in labelled(by_importance(rows), lang).itertuples():
        doubt = f" {MARK}{flag_labels(row.flags, lang)}" if row.flags else ""
        told.setdefault((row.sentence, row.source), []).append(f"{row.label} {valued(row, lang)}{doubt}")
    return [f"{'；'.join(figures)}{colon}{sentence}（{source}）" for (sentence, source), figures in told.items()]
