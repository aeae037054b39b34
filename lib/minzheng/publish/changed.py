"""What changed since the run before: new, changed and vanished figures, and new disagreements, as tables in words."""
import pandas as pd

from minzheng.panel.changes import changed_figures, new_disagreements
from minzheng.publish.series import labelled
from minzheng.publish.tables import Table
from minzheng.publish.wording import period_label, quantity, words
from minzheng.reference.regions import region_name

MOST = 500          # rows of one table of the page; the data tables have all
KINDS = ("new", "changed", "vanished")


def change_tables(before: pd.DataFrame, after: pd.DataFrame, lang: str = "zh") -> list[dict]:
    """For each kind of change, and for new disagreements: name, count and the first MOST rows as a `Table`.

    `before`, `after`: the observations of two runs.
    """
    figures, torn = changed_figures(before, after), new_disagreements(before, after)
    parts = [(kind, figures[figures["change"] == kind]) for kind in KINDS]
    found = [{"name": kind, "count": len(rows), "table": _figures(rows.head(MOST), lang)} for kind, rows in parts]
    return [*found, {"name": "torn", "count": len(torn), "table": _disagreements(torn.head(MOST), lang)}]


def _figures(rows: pd.DataFrame, lang: str) -> Table:
    say = words(lang)
    cells = [(_region(row.region, lang), row.name, period_label(row.period, lang), say["measures"][row.measure],
              _value(row.value_before, row.unit, lang), _value(row.value_after, row.unit, lang),
              row.sentence_after or row.sentence_before, row.source) for row in rows.itertuples(index=False)]
    names = ("region", "indicator", "period", "kind", "before", "after", "sentence", "file")
    return Table(tuple(say[name] for name in names), cells, numeric=(say["before"], say["after"]),
                 empty=say["no_changes"])


def _disagreements(rows: pd.DataFrame, lang: str) -> Table:
    say = words(lang)
    cells = [(_region(row.region, lang), row.label, period_label(row.period, lang), say["measures"][row.measure],
              quantity(row.value, row.unit, lang), say["flags"][row.verdict], str(row.sources))
             for row in labelled(rows, lang).itertuples()]
    names = ("region", "indicator", "period", "kind", "value", "doubts", "documents")
    return Table(tuple(say[name] for name in names), cells, numeric=(say["value"],), empty=say["no_changes"])


def _region(code, lang):
    return region_name(code) if code else words(lang)["unknown_region"]


def _value(value, unit, lang):
    return "" if pd.isna(value) else quantity(value, unit, lang)
