"""How a text is read: from sentence to sentence and clause to clause, each figure with what holds where it stands."""
from bisect import bisect_left
from collections.abc import Iterator

from minzheng.decode.document import Document
from minzheng.extract.clauses import Sentence, split_sentences
from minzheng.extract.names.ellipsis import unnumbered
from minzheng.extract.names.memory import Figure, Memory
from minzheng.extract.names.subjects import ByClause, read_figures
from minzheng.extract.names.told_topics import divides_the_same, heading_topic, opening_topic
from minzheng.extract.names.topics import paper_topic
from minzheng.extract.numbers.quantities import find_quantities
from minzheng.extract.places.home import find_home
from minzheng.extract.places.named import Area
from minzheng.extract.scope.context import Context, Scope
from minzheng.extract.scope.fold import enter_cell, enter_clause
from minzheng.extract.scope.sections import announced, enter_sentence
from minzheng.extract.scope.spread import scopes_of_levels, spread
from minzheng.extract.scope.status import ACTUAL, TARGET, is_all_planned
from minzheng.extract.tables.cells import Cell, find_cells, read_row
from minzheng.extract.times.anchors import find_anchor
from minzheng.extract.times.plan_titles import plan_period
from minzheng.extract.times.report_periods import report_period
from minzheng.extract.times.written_dates import fold_dates
from minzheng.patterns import Late
from minzheng.reference.regions import region_name

_KIND_OF_PLACE = Late("(?<=..)[市县区旗盟州]$")
_TITLE = 80             # characters of the first line that are looked at

Placed = tuple[Figure, Scope, Sentence]
CellScopes = tuple[Context, dict[str, Scope]]          # by what the places of the cells say, in that context


def open_context(text: str, document: Document) -> Context:
    """The scope that holds where nothing else is said: the document's region, date, report and plan period."""
    dated = fold_dates(text)
    anchor = find_anchor(dated, document.date)
    page = " ".join(document.text[mark.start:mark.stop] for mark in document.marks if mark.kind in ("furniture", "head"))
    home = Area(find_home(text, document.issuer, document.title, page))
    planned = is_all_planned(text.lstrip()[:_TITLE].partition("\n")[0])
    return Context(anchor, home, report_period(dated, anchor), plan_period(dated, anchor),
                   TARGET if planned else ACTUAL, area=home, all_planned=planned)


def read_text(text: str, context: Context) -> Iterator[Placed]:
    """Every figure of a text with its scope and sentence, in text order; `context`: what holds where it begins."""
    cells, memory, known = find_cells(text), Memory(), (context, {})
    quantities = find_quantities(text, [(cell.quantity.start, cell.quantity.stop) for cell in cells])
    starts, cell_starts = ([one.start for one in found] for found in (quantities, [cell.quantity for cell in cells]))
    for sentence in split_sentences(text):
        if sentence.caption:
            continue
        context = enter_sentence(context, sentence)
        if row := cells and cells[bisect_left(cell_starts, sentence.start):bisect_left(cell_starts, sentence.stop)]:
            figures, memory = read_row(row, memory.before(sentence))
            _, scopes = known = _scopes_of_cells(row, context, known)
            yield from [(figure, scopes[cell.scope], sentence) for figure, cell in zip(figures, row, strict=True)]
            continue
        inside = quantities[bisect_left(starts, sentence.start):bisect_left(starts, sentence.stop)]
        if not inside:
            context, memory = announced(context, sentence), _topic_told(sentence, memory)
            continue
        by_clause, memory = read_figures(sentence, inside, memory)
        if sentence.heading and inside[0].unit == "分":         # （一）数量指标（35分）
            memory = memory._replace(heading=heading_topic(sentence.text[:inside[0].start - sentence.start].rstrip("（(")))
        placed, context = _place(by_clause, sentence, context)
        yield from placed


def _scopes_of_cells(row: list[Cell], context: Context, known: CellScopes) -> CellScopes:
    """The scopes of cells by what their places say; `known`: those of the cells before.

    The rows of a table stand in contexts that are equal but for their words.
    """
    around, (before, scopes) = context.changed(said=""), known
    if vars(around) != vars(before):
        before, scopes = around, {}
    return before, scopes | {told: enter_cell(around, told).scope() for told in {cell.scope for cell in row} - scopes.keys()}


def _topic_told(sentence: Sentence, memory: Memory) -> Memory:
    """What to keep in mind behind a sentence without figures: what a heading, the opening of a paragraph is about."""
    if sentence.heading and divides_the_same(sentence.text):
        return memory
    memory = memory.before(sentence)
    if sentence.heading:
        page = memory.page or (paper_topic(sentence.text) if sentence.start < _TITLE else "")
        return memory._replace(heading=heading_topic(sentence.text), page=page)
    opening = opening_topic(sentence.text) if sentence.first else ""
    return memory._replace(heading=opening, section=memory.heading) if opening else memory


def _place(by_clause: ByClause, sentence: Sentence, context: Context) -> tuple[list[Placed], Context]:
    """The figures of a sentence with their scopes, and the context behind the last of them.

    What is said behind the last figure ends with the sentence.
    """
    placed, known, scope = [], None, None
    for clause, figures in by_clause:
        before, context = context, enter_clause(context, clause)
        if not figures:
            continue
        if context is not known:
            known, scope = context, context.scope()
        if spreads := spread(context, clause, figures, sentence.start):
            places = {own.area.code for own in spreads}
            named = [_KIND_OF_PLACE.sub("", region_name(code)) for code in places] if len(places) > 1 else []
            placed += [(unnumbered(figure, named), own.scope(), sentence) for figure, own in zip(figures, spreads, strict=True)]
            if len(places) > 1:
                context = context.changed(area=before.area)        # none of the places of a list holds behind it
            continue
        same = "分别" in clause.text and context.area == before.area and context.sentence == before.sentence
        if same and (scopes := scopes_of_levels(figures, [one[1] for one in placed[-len(figures):]])):
            placed += [(figure, own, sentence) for figure, own in zip(figures, scopes, strict=True)]
        else:
            placed += [(figure, scope, sentence) for figure in figures]
    return placed, context
