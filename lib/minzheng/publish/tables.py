"""Tables for readers: columns in words, numbers with units, all document text escaped."""
from dataclasses import dataclass, replace

import pandas as pd
from markupsafe import Markup, escape

from minzheng.publish.converted import as_printed, with_printed_targets
from minzheng.publish.importance import by_importance
from minzheng.publish.provenance import marked_sentence
from minzheng.publish.series import labelled, year_of
from minzheng.publish.several import SEVERAL, with_each_value
from minzheng.publish.wording import (
    MARK,
    flag_labels,
    interval,
    number,
    period_label,
    quantity,
    scale,
    unit_label,
    width,
    words,
)
from minzheng.reference.regions import region_name

SHORT = 16          # columns; a cell of no more is not broken into lines


@dataclass(frozen=True)
class Table:
    """Rows of text; a cell that is `Markup` is HTML of ours, any other is escaped. `numeric` columns stand right.

    `empty` is said instead of a table without rows; `folded` is the caption under which a long table is folded away.
    """

    columns: tuple
    rows: list
    numeric: tuple = ()
    empty: str = ""
    folded: str = ""

    def without(self, *names: str) -> "Table":
        """The same table without some columns."""
        kept = [i for i, name in enumerate(self.columns) if name not in names]
        return replace(self, columns=tuple(self.columns[i] for i in kept), rows=[tuple(row[i] for i in kept)
                       for row in self.rows], numeric=tuple(name for name in self.numeric if name not in names))

    def without_empty(self) -> "Table":
        """The same table without the columns in which no row says anything."""
        return self.without(*(name for i, name in enumerate(self.columns) if self.rows
                              and not any(row[i] for row in self.rows)))

    def _repr_html_(self) -> str:
        if not self.rows:
            return str(Markup('<p class="muted">{}</p>').format(self.empty or words()["nothing"]))
        right = {self.columns.index(name) for name in self.numeric}
        head = _row("th", self.columns, right)
        body = Markup("\n").join(_row("td", row, right) for row in self.rows)
        table = Markup("<table><thead>{}</thead>\n<tbody>{}</tbody></table>").format(head, body)
        table = Markup('<div class="table">{}</div>').format(table)
        if self.folded:
            table = Markup("<details><summary>{}</summary>{}</details>").format(self.folded, table)
        return str(table)

    def __repr__(self):
        lines = [self.columns, *self.rows]
        return "\n".join("\t".join(Markup(escape(cell)).striptags() for cell in line) for line in lines)


def levels_table(levels: pd.DataFrame, observations: pd.DataFrame, lang: str = "zh") -> Table:
    """The levels of a `ProvinceSummary` with growth, rank among the regions that report the same, and doubts.

    The most telling ones stand first; several values under one name stand each with its subject. A share says that it
    is one, and a value in a converted unit what the text has.
    """
    say = words(lang)
    levels = with_each_value(by_importance(levels), observations)
    cells = [(row.label, _shown(row, lang), period_label(row.period, lang),
              _growth_cell(row, say),
              f"{row.rank:.0f}/{row.ranked:.0f}" if pd.notna(row.rank) else "", flag_labels(row.flags, lang),
              row.source)
             for row in labelled(levels, lang).itertuples()]
    columns = tuple(say[name] for name in ("indicator", "value", "period", "growth", "rank", "doubts", "file"))
    return Table(columns, cells, numeric=columns[1:2] + columns[3:5])


def growth_table(growth: pd.DataFrame, lang: str = "zh") -> Table:
    """Levels and rates year by year: what was published, what was computed, what a rate implies."""
    say = words(lang)
    cells = [(row.label, period_label(row.period, lang), _level(row, lang),
              say[f"{row.value_kind}_level"] if pd.notna(row.value) or row.value_kind == SEVERAL else "",
              f"{number(row.growth_reported, 2)}%" if pd.notna(row.growth_reported) else "",
              f"{number(row.growth_computed, 1)}%" if pd.notna(row.growth_computed) else "", _agreement(row, say))
             for row in labelled(growth, lang).itertuples()]
    columns = (say["indicator"], say["period"], say["level"], say["kind"], say["reported_rate"], say["computed_rate"],
               say["agreement"])
    return Table(columns, cells, numeric=columns[2:3] + columns[4:6])


def targets_table(targets: pd.DataFrame, until: int, lang: str = "zh") -> Table:
    """Rows of `match_targets`: what is to be reached by when, and the result where one is there.

    `until`: the last year that bulletins report on; an open target of a later year is not due yet, one of that
    year or before has no result that was seen.
    """
    say = words(lang)
    cells = [(row.label, _wanted(row, say, lang),
              period_label(row.period, lang), say["verdicts"][_state(row, until)],
              _result(row, lang), _context(row, lang), row.target_sentence)
             for row in labelled(by_importance(with_printed_targets(targets)), lang).itertuples()]
    columns = tuple(say[name] for name in ("indicator", "target", "period", "verdict", "actual", "context", "sentence"))
    return Table(columns, cells, numeric=(say["target"], say["actual"]), empty=say["no_targets"])


def doubts_table(doubts: pd.DataFrame, lang: str = "zh") -> Table:
    """The doubts of a `ProvinceSummary`: figures to look at before they are used, and why."""
    say = words(lang)
    cells = [(row.name, f"{say['measures'][row.measure]} {quantity(row.value, row.unit, lang)}",
              flag_labels(row.doubt, lang), number(row.confidence, 2), row.sentence, row.source)
             for row in doubts.itertuples(index=False)]
    columns = tuple(say[name] for name in ("indicator", "value", "doubts", "confidence", "sentence", "file"))
    return Table(columns, cells, numeric=(say["value"], say["confidence"]), empty=say["no_doubts"])


def evidence_table(rows: pd.DataFrame, documents: pd.DataFrame, lang: str = "zh") -> Table:
    """Every observation with its sentence, the words marked, and the file it stands in; folded away."""
    say, texts = words(lang), dict(zip(documents["doc_id"], documents["text"], strict=True))
    cells = [(row.label, f"{say['measures'][row.measure]} {valued(row, lang)}", say[row.status],
              marked_sentence(row.sentence, row.start, row.stop, texts.get(row.doc_id, "")), row.source)
             for row in labelled(rows, lang).itertuples()]
    columns = tuple(say[name] for name in ("indicator", "value", "status", "sentence", "file"))
    return Table(columns, cells, numeric=(say["value"],), folded=say["unfold"].format(n=len(cells)))


def sources_table(rows: pd.DataFrame, documents: pd.DataFrame, lang: str = "zh") -> Table:
    """The documents behind observations, with how many figures each gave."""
    say, counts = words(lang), rows["doc_id"].value_counts()
    behind = documents[documents["doc_id"].isin(counts.index)].drop_duplicates("doc_id").sort_values("source")
    cells = [(row.title, row.issuer, row.date, row.source, counts[row.doc_id]) for row in behind.itertuples()]
    return Table(tuple(say[name] for name in ("title", "issuer", "date", "file", "count")), cells,
                 numeric=(say["count"],))


def valued(row, lang: str = "zh") -> str:
    """An observation's value as a reader would write it: bound, sign, number, unit."""
    sign = {"-": "−", "+": "+", "": ""}[row.sign] if row.measure in ("growth", "change") else ""
    return words(lang)["bounds"][row.bound] + sign + quantity(row.value, row.unit, lang)


def quantity_of(row, lang: str = "zh") -> str:
    """A level with its bound and unit."""
    return bounded(row.value, row, lang)


def bounded(value: float, row, lang: str) -> str:
    """A value with the bound and unit of its row."""
    return words(lang)["bounds"][row.bound] + quantity(value, row.unit, lang)


def _shown(row, lang):
    """A level, or a share named as such, with its mark of doubt."""
    kind = f"{words(lang)['measures'][row.measure]} " if row.measure == "share" else ""
    return kind + quantity_of(row, lang) + as_printed(row.value, row, lang) + (MARK if row.flags else "")


def _growth_cell(row, say):
    if pd.isna(row.growth):
        return ""
    decimals = 2 if row.growth_kind == "reported" else 1
    return f"{number(row.growth, decimals)}% {say[f'{row.growth_kind}_short']}"


def _level(row, lang):
    mark = MARK if getattr(row, "doubtful", False) else ""
    if row.value_kind == SEVERAL:
        return several_values(row, lang) + MARK
    if pd.isna(row.value):
        return ""
    if row.value_kind == "implied":
        return interval(row.value_min, row.value_max, row.unit, lang) + mark
    return quantity(row.value, row.unit, lang) + as_printed(row.value, row, lang) + mark


def several_values(row, lang: str = "zh") -> str:
    """The least and the greatest of several values under one name, in one scale."""
    divisor, prefix = scale([row.value_min, row.value_max], row.unit, lang)
    space = "" if lang == "zh" else " "
    ends = f"{number(row.value_min / divisor)}–{number(row.value_max / divisor)}"
    return f"{ends}{space}{prefix}{unit_label(row.unit, lang)}"


def _agreement(row, say):
    return "" if pd.isna(row.growth_agrees) else say["agrees_yes" if row.growth_agrees else "agrees_no"]


def _state(row, until) -> str:
    return "unseen" if row.verdict == "open" and year_of(row.period) <= until else row.verdict


def _wanted(row, say, lang):
    printed = as_printed(row.target, row.target_printed, lang)
    return f"{say['measures'][row.measure]} {bounded(row.target, row, lang)}{printed}"


def _result(row, lang):
    if pd.isna(row.actual):
        return ""
    if row.actual_kind == "computed":
        return quantity(round(row.actual, 1), row.unit, lang)
    return quantity(row.actual, row.unit, lang) + as_printed(row.actual, row.actual_printed, lang)


def _context(row, lang):
    """The result of the region above, named as such: it never answers for the region itself."""
    if not row.context_region or pd.isna(row.context):
        return ""
    return f"{region_name(row.context_region)} {quantity(row.context, row.unit, lang)}"


def _row(tag, cells, right) -> Markup:
    looks = ["number" if i in right else "short" if width(str(cell)) <= SHORT else "text"
             for i, cell in enumerate(cells)]
    parts = [Markup(f'<{tag} class="{look}">{{}}</{tag}>').format(cell)
             for look, cell in zip(looks, cells, strict=True)]
    return Markup("<tr>{}</tr>").format(Markup("").join(parts))
