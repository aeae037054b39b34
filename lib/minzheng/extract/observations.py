"""The door of extraction: a document becomes observations, one row per figure.

Every table's columns derive from the class `Observation`.
"""
import hashlib
from dataclasses import dataclass, fields
from functools import lru_cache

from minzheng.decode.document import Document
from minzheng.extract.checks.arithmetic import check_arithmetic, settle_attachment
from minzheng.extract.checks.confidence import confidence_of
from minzheng.extract.checks.doubts import Doubts
from minzheng.extract.checks.indicators import indicator_of_figure
from minzheng.extract.checks.links import link_growth
from minzheng.extract.checks.totals import check_totals
from minzheng.extract.clauses import Sentence
from minzheng.extract.names.memory import Figure
from minzheng.extract.names.roles import settle_basis
from minzheng.extract.numbers.quantities import Quantity
from minzheng.extract.prose import Prose, read_prose
from minzheng.extract.reading import open_context, read_text
from minzheng.extract.scope.context import Scope
from minzheng.extract.scope.timing import time_figure


@dataclass(slots=True, unsafe_hash=True)
class Observation:
    """One figure with what it measures, where, when and how sure (SDMX's word); nobody changes it.

    Values are in base units (万 and 亿 multiplied out, percent stays percent); offsets count characters.
    Codes: region GB/T 2260, 000000 for the nation; period `2021`, `2020-S1`, `2018-Q1`, `2020-05`,
    `2020-01/2020-05`; an empty string where the text does not tell.
    """

    obs_id: str
    doc_id: str
    source: str
    subject: str
    indicator: str
    domain: str
    region: str
    area_scope: str         # whole · own-level · subset
    period: str
    period_kind: str        # point · flow · cumulative
    value: float
    unit: str
    value_min: float        # interval meant by rounding and approximators
    value_max: float
    bound: str              # exact · about · above · below
    measure: str            # level · prior · growth · change · share · multiple · duration
    basis: str              # yoy · mom · unspecified; "" for levels
    sign: str               # "+" or "-" for growth and change, else ""
    of: str                 # obs_ids of the levels that a growth, change or share belongs to, joined by ";"
    status: str             # actual · target
    words: str              # as printed in the raw file: words == raw[raw_start:raw_stop]
    sentence: str           # the decoded sentence
    start: int
    stop: int
    raw_start: int
    raw_stop: int
    rule: str               # the rule that made it, and what it inherited
    flags: str              # ";"-joined doubts
    confidence: float       # 0–1

    def as_row(self) -> dict:
        """The observation as a table row, columns in order."""
        return {column: getattr(self, column) for column in COLUMNS}


COLUMNS = tuple(field.name for field in fields(Observation))

_LONGEST_SENTENCE = 600
_STEP = 200             # by which the part of a longer one moves on
SKIPPED = frozenset({"furniture", "head", "tail", "spam"})        # marks whose text is not the bulletin


def extract_observations(document: Document) -> list[Observation]:
    """Every figure of a document as an observation, in text order."""
    prose = read_prose(document.text, [(m.start, m.stop) for m in document.marks if m.kind in SKIPPED])
    placed = list(read_text(prose.text, open_context(prose.text, document)))
    linked = settle_attachment(link_growth([(figure, scope.common) for figure, scope, _ in placed]))
    confirmed, broken = map(set.union, check_arithmetic(linked), check_totals(placed))
    doubts = Doubts.of(document, broken)
    prefix = f"{document.doc_id}-{_place_code(document.source)}-"
    ids = {figure.number: f"{prefix}{figure.number:04d}" for figure in linked}
    page = _Page(document, ids, prose, doubts, {figure.number: figure for figure in linked}, confirmed, {})
    return [_observe(page, figure, scope, sentence) for figure, (_, scope, sentence) in zip(linked, placed, strict=True)]


@dataclass(slots=True)
class _Page:
    """What is known of a document beside the figure that is looked at: all `figures` by number, which are confirmed.

    Two copies of a file have one doc_id: the name under which each was found is part of the `ids` of its figures.
    """

    document: Document
    ids: dict[int, str]         # obs_id by number
    prose: Prose
    doubts: Doubts
    figures: dict[int, Figure]
    confirmed: set[int]
    sure: dict[int, float]      # confidence of the figures so far, by number


def _observe(page: _Page, figure: Figure, scope: Scope, sentence: Sentence) -> Observation:
    document, quantity = page.document, figure.quantity
    start, stop = page.prose.clean_span(quantity.start, quantity.stop)
    raw_start, raw_stop = document.aligned.raw_span(start, stop) if document.aligned.edits else (start, stop)
    number, confirmed = figure.number, figure.number in page.confirmed
    indicator = indicator_of_figure(figure, page.figures)
    code, domain, nature = (indicator.code, indicator.domain, indicator.kind) if indicator else ("", "", "")
    timing = time_figure(figure, scope, nature)
    basis, doubt = settle_basis(figure.basis, timing.period) if figure.basis else ("", ())
    flags = page.doubts.about(figure, start, stop, scope, timing.period)
    if figure.measure == "growth":
        flags += doubt
    sure = confidence_of(figure, flags, indicator is not None, confirmed, scope.inferred or timing.is_open(figure.measure))
    if figure.inherited and figure.of:  # a growth is named as its level is: no surer than that
        sure = min([sure, *(page.sure.get(level, 1.0) for level in figure.of)])
    page.sure[number] = sure
    of = ";".join([page.ids[level] for level in figure.of]) if figure.of else ""
    text = sentence.text if len(sentence.text) <= _LONGEST_SENTENCE else _shown(sentence, quantity)
    return Observation(             # in the order of the columns: named one by one they take five times as long
        page.ids[number], document.doc_id, document.source,
        figure.subject, code, domain,
        scope.area.code, scope.area.scope, timing.period, timing.kind,
        quantity.value, quantity.unit, quantity.value_min, quantity.value_max, quantity.bound,
        figure.measure, basis, figure.sign, of, timing.status,
        document.raw[raw_start:raw_stop], text,
        start, stop, raw_start, raw_stop,
        _steps(figure.rule, quantity.rule, figure.inherited, timing.source, confirmed), ";".join(flags), sure)


def _shown(sentence: Sentence, quantity: Quantity) -> str:
    """Of a sentence without end the part around the figure, for it is stored with every figure."""
    first = max(0, quantity.start - sentence.start - _LONGEST_SENTENCE // 2) // _STEP * _STEP
    return _part(sentence.text, first, max(first + _LONGEST_SENTENCE, quantity.stop - sentence.start + _STEP))


@lru_cache(maxsize=4)           # neighbours show the same part: one string for all of them
def _part(text: str, first: int, last: int) -> str:
    return "…" * (first > 0) + text[first:last] + "…" * (last < len(text))


@lru_cache(maxsize=256)         # most figures are made in a few ways
def _steps(rule: str, unit_rule: str, inherited: str, source: str, confirmed: bool) -> str:
    """The rules that made a figure and its unit, and what was inherited from where; `source`: of its period."""
    whose = f"; subject from {inherited}" if inherited else ""
    proof = "; confirmed by arithmetic" if confirmed else ""
    return f"{rule}; {unit_rule}{whose}; period from {source}{proof}"


def _place_code(source: str) -> str:
    """Six hexadecimal digits that stand for the name a file was found under."""
    return hashlib.sha256(source.encode("utf-8", "surrogateescape")).hexdigest()[:6]
