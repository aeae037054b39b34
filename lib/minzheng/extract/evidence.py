"""What the fields of a figure rest on, in words that reference/confidence.csv has counted."""
import re
from functools import lru_cache
from typing import NamedTuple

from minzheng.extract.clauses import Clause, Sentence
from minzheng.extract.context import Context, Scope
from minzheng.extract.memory import Figure
from minzheng.extract.periods import Anchor, Period
from minzheng.extract.regions import Area
from minzheng.extract.status import ACTUAL
from minzheng.extract.syntax import one_of
from minzheng.reference.indicators import Indicator, likeness_to_name

_TIME = re.compile("(?<![每人户日])[年月](?!均|人均|级|度|检|龄)|季度|期间|时期|以来|近日|同期")
_PLANS = re.compile("将(?!军)|力争|争取|计划|确保|预计|目标|拟|推进|任务|建议|再|前$|底前|(?<![重主需必首紧纲概摘想])要(?![求素点闻害件])")
_DOES = re.compile(one_of("list_verbs"))
_PREDICATE = re.compile(one_of("predicates"))
_ACTS = re.compile(one_of("verbs") + "$")
# A phrase cut in the wrong place: half a quotation, an open end, a town that acts.
_LOOSE = re.compile("，|^[较比](?!赛)|^平均每|“[^”]*$|^[^“]*”|[的等]$|^占|^[^，]{2,6}(?:新区|开发区|街道|[镇乡村])(?:新|建|完|共|实)")
# whose standard it is, or which member of a list, is not told
_OPEN = re.compile(
    "（第.[项档]）|岁的|[^除为解]了|^(?:集中|分散|社会散居|散居)?(?:救助供养|供养|养育|基本生活|照料护理|护理|保障|补助)(?:年|月|人均|平均|最低)*标准$"
    # money of which only is told who gave it
    "|^(?:自治区|[省市县区]级?|中央)?(?:财政)?(?:共|累计)?(?:安排|争取|投入|下拨|拨付|下达|筹措|整合)(?:了|到)?(?:中央|国家|[省市县]级|上级|财政|福彩|专项|各[类级])*"
    "(?:资金|补助|补助资金|经费|公益金|预算)$")
# What is taken over from before is the rule itself: nothing was guessed beyond it.
_POINTS_BACK = frozenset({"growth", "growth-shared", "share-of", "list-before", "from-to"})
# What a phrase that is counted in a unit names: people in 人, places in 个.
_NAMES = {
    "人": "人员者民户童工师生象属军母父妇代表干部官老", "户": "户家庭", "张": "床", "%": "率比占重例", "对": "婚登夫妻对", "元": "金款费资支额价值准贴助收入津",
    "个": "院所站中心机构组织社区村会园室点家项乡镇街道县市省单位基地", "家": "院所站中心机构组织企业会馆公司单位店堂", "所": "院所站中心机构校园馆"}
_AT_HOME = ("the document's",)


class Grounds(NamedTuple):
    """What the scope of a clause's figures rests on; `opens`: the clause is the first of its sentence."""

    period: tuple[str, ...]
    region: tuple[str, ...]
    status: tuple[str, ...]
    opens: bool


class Evidence(NamedTuple):
    """What a figure rests on: its phrase (value, unit, measure and subject) and its scope; no phrase without a subject."""

    phrase: tuple[str, ...]
    period: tuple[str, ...]
    region: tuple[str, ...]
    status: tuple[str, ...]


def grounds_of(clause: Clause, sentence: Sentence, contexts: tuple[Context, Context], scope: Scope, dealt: bool = False) -> Grounds:
    """What period, region and status of a clause rest on; `contexts`: behind the clause before and behind this one.

    `dealt`: each figure of the clause has a place or a time of its own.
    """
    return Grounds(_of_period(clause, sentence, contexts, scope, dealt), _of_region(contexts, scope.area, dealt),
                   _of_status(clause.text, contexts, scope), not clause.start)


def grounds_of_cell(context: Context, scope: Scope) -> Grounds:
    """The same of a table's cell."""
    place = "the document's" if scope.area == context.home else "named in the table"
    return Grounds((f"{scope.source}, table", *_kind_of(scope.period, scope.source, scope.status, context.anchor)), (place,), (f"{scope.status}, table",), True)


def _of_period(clause: Clause, sentence: Sentence, contexts: tuple[Context, Context], scope: Scope, dealt: bool) -> tuple[str, ...]:
    before, context = contexts
    kind = _kind_of(scope.period, scope.source, scope.status, context.anchor)
    if dealt:
        return "one for each figure", *kind
    own = context.sentence is not before.sentence
    if scope.source == "sentence" and own:
        return "the clause", *kind
    found = ["an earlier clause" if scope.source == "sentence" else f"the {scope.source}", *kind]
    if _TIME.search(clause.text):
        found.append("a time of the clause is left over")
    elif scope.source != "sentence" and _TIME.search(sentence.text, 0, clause.start):
        found.append("a time before it in the sentence is left over")
    return tuple(found)


@lru_cache(maxsize=1024)
def _kind_of(period: Period, source: str, status: str, anchor: Anchor) -> tuple[str, ...]:
    """What kind of period it is, and how it lies to the date of the document."""
    code, near = period.code, source == "sentence"
    part = "none" if not code else "years" if period.spans_years else "a year" if len(code) == 4 else "a month" if len(code) == 7 and code[5] in "01" else "part of a year"
    shift = period.year - anchor.year if code and anchor.year else None
    lies = "undated" if shift is None else "later" if shift > 0 else "the same year" if not shift else "the year before" if shift == -1 else "long before"
    text = "no month" if not anchor.month else "spring" if anchor.month <= 3 else "december" if anchor.month == 12 else "the year"
    return f"{part}, named near" if near else f"{part}, inherited", f"{lies}, {status}", f"text of {text}, {'named near' if near else 'inherited'}"


def _of_region(contexts: tuple[Context, Context], area: Area, dealt: bool) -> tuple[str, ...]:
    before, context = contexts
    if area != context.home:
        if area.scope == "subset" or not area.code:
            return ("several places" if area.code else "no place",)
        if area.scope != "whole":
            return ("own level",)
        told = "one for each figure" if dealt else "a label" if area == context.label else "the clause" if area != before.area else "an earlier clause"
        return (told,)
    return _AT_HOME


def _of_status(text: str, contexts: tuple[Context, Context], scope: Scope) -> tuple[str, ...]:
    (before, context), status = contexts, scope.status
    if context.sentence_status:
        told = "a word of the clause" if context.sentence_status != before.sentence_status or context.lasting != before.lasting else "an earlier clause"
    else:
        told = "the section" if status == context.status else "the dates alone"
    found = [f"{status} by {told}" + ("" if context.status == status else " against the section")]
    if status == ACTUAL and _PLANS.search(text):
        found.append("actual, but the clause has a word of plans")
    if scope.inferred:
        found.append("concluded from dates")
    return tuple(found)


def evidence_of(grounds: Grounds, phrase: tuple[str, ...], open_end: bool) -> Evidence:
    """All that a figure rests on; `open_end`: of a move over several years the last one may be meant."""
    period = (*grounds.period, "may be of a part of it") if open_end else grounds.period
    return Evidence(phrase, period, grounds.region, grounds.status)


def phrase_of(figure: Figure, indicator: Indicator | None, confirmed: bool, opens: bool, known: float) -> tuple[str, ...]:
    """What value, unit, measure and subject rest on.

    `confirmed`: an identity holds; `opens`: the figure stands in the first clause of its sentence; `known`: the share of
    the document's figures that the indicator list knows, for a report on other things than civil affairs has its own words.
    """
    if not figure.subject:
        return ()
    part = "" if not figure.part_of else "inherited" if figure.inherited else "alone"
    of = min(len(figure.of), 2) if figure.measure in ("growth", "change", "share", "multiple") else -1
    among = "" if indicator else "few" if known < 0.3 else "some" if known < 0.6 else "many"
    phrase = figure.rule.partition(" ")[0], figure.subject, figure.quantity.unit, figure.measure, bool(figure.inherited)
    return _phrase(*phrase, indicator.name_zh if indicator else "") + _around(part, of, confirmed, opens, among, figure.quantity.rule)


@lru_cache(maxsize=1024)
def _around(part: str, of: int, confirmed: bool, opens: bool, among: str, quantity: str) -> tuple[str, ...]:
    """What stands around a phrase."""
    k = "unknown" if among else "known"
    found = [f"{k}, first clause" if opens else f"{k}, later clause", f"read as {quantity}"]
    if part:
        found.append(f"{k} part, {part}")
    if of >= 0:
        found.append(("of no level", "of one level", "of several levels")[of])
    if confirmed:
        found.append("confirmed by arithmetic")
    if among:
        found.append(f"unknown among {among} known")
    return tuple(found)


@lru_cache(maxsize=8192)
def _phrase(rule: str, subject: str, unit: str, measure: str, inherited: bool, name: str) -> tuple[str, ...]:
    """What a phrase looks like; `name`: of its indicator."""
    k, base = "known" if name else "unknown", unit.partition("/")[0]
    own = "own words" if not inherited else "completed by its rule" if rule in _POINTS_BACK else "completed from before"
    found = [f"{k}, rule {rule}", f"{k}, {measure}", f"{k}, {own}", f"{k}, in {base if base in _NAMES or base == '人次' else 'another unit'}", f"{k}, length {_size(len(subject))}"]
    if name:
        like = likeness_to_name(subject, name)
        found.append(f"likeness to the indicator's name {'1' if like > 0.99 else f'{int(like * 5) / 5:.1f}'}")
    if base in _NAMES and not set(_NAMES[base]) & set(subject):
        found.append("names nothing of its unit")
    return (*found, *_form(k, subject, unit))


def _form(k: str, subject: str, unit: str) -> list[str]:
    """What the words of a phrase look like, whatever they say."""
    found = [f"{k}, {says}" for says, pattern in _FORMS if pattern.search(subject)]
    does = _DOES.match(subject)
    if does:
        found.append(f"{k}, opens with what was done" + (" and little else" if len(subject) - does.end() <= 4 else ""))
    predicate = _PREDICATE.search(subject)
    if predicate and predicate.start():
        found.append(f"{k}, a predicate inside")
    if unit == "元" and "标准" in subject:
        found.append("a standard without its time")
    return found


_FORMS = (("loose", _LOOSE), ("open", _OPEN), ("ends in a verb", _ACTS), ("的 inside", re.compile("的")), ("a list inside", re.compile("[、和]")))


def _size(length: int) -> str:
    return next((f"≤ {step}" for step in (2, 3, 5, 8, 12, 20) if length <= step), "> 20")
