"""Which times a clause names for its figures, and from which year they count: 三季度, 去年底, 2019年…。年内."""
from typing import NamedTuple

from minzheng.extract.clauses import Clause
from minzheng.extract.scope.context import Context
from minzheng.extract.scope.status import ACTUAL, TARGET, clause_status
from minzheng.extract.times.lifetimes import (
    MONTH,
    a_year_before,
    before_the_new_value,
    earlier_year,
    holds_for_sentence,
    is_bare_sum,
    is_estimate,
    is_of_the_old_value,
    is_of_this_december,
    is_own_deadline,
    is_within,
    is_year_of,
    speaks_of_now,
    state_of_now,
)
from minzheng.extract.times.period_codes import LAST_MONTH, Anchor, Period
from minzheng.extract.times.period_lists import listed_periods
from minzheng.extract.times.periods import find_periods
from minzheng.extract.times.time_words import may_name_time
from minzheng.patterns import Late

_EVENT = Late(r"召开|发布|通报|举行|印发|介绍|获悉|出席|主持|调研(?!组)|报道|座谈")
_NAMES_YEAR = Late(r"20\d\d年|[今明去前上]年")
_ESTIMATED = Late("预计(?=[^，。；]*[0-9])")
_YEAR_BEFORE = Late("[由从]上年度?[底末]?的?[每月人0-9]|在上年[^，；]*的基础上?$")
_FROM_YEAR_BEFORE = Late("[由从](?:上年|去年)同期")        # 由上年同期的1亿元增至…
_BESIDE = Late("[上本]月")            # in a table of December that came out in January
# 3月开张，接待老人9600人次: what is told behind it is of the time since then
_OPENED = Late("(?:开张|开业|开门迎客|开园|投入运营|运营|启用|投用|投入使用|揭牌|挂牌|上线|成立)$")
_BUILT_THEN = ("新增", "新建", "可", "能", "预计")        # 10月投用，新增床位60张: in that month
_NOW = ("目前", "如今", "眼下")
_FESTIVE = ("春节", "元旦")
_AT_LEAST = Late("不(?:[低少高]于|超过)|^(?:建成后|届时)?可(?:新增|增加|提供|满足|容纳|惠及|辐射|带动)")      # behind a plan it is one too


class ClauseTime(NamedTuple):
    """What holds of time behind a clause; the fields are those of `Context` (`period`: of its sentence)."""

    period: Period | None
    opening: Period | None
    old: Period | None
    status: str
    lasting: str
    state: Period | None


def time_of_clause(context: Context, clause: Clause) -> ClauseTime:
    """When it is what a clause tells, and whether it is planned or done.

    Times that it lists are each of one figure (see `spread`): then the time before goes on.
    """
    named, before, old = _times_named(context, clause)
    periods = [] if named and listed_periods(clause.text, context.anchor) else named
    period = _with_its_year(context, periods[-1]) if periods else _going_on(context, clause.text, before)
    status, lasting = _status(context, clause.text, periods)
    period = period and _of_that_status(context, clause.text, period, status)
    return ClauseTime(
        period, _opening_behind(context, clause, period) if periods else context.opening,
        old[-1] if old else _old_time(context, clause, named), status, lasting,
        context.state if periods or status == TARGET else state_of_now(clause.text, context.anchor) or context.state)


def goes_on_planned(context: Context, clause: str) -> bool:
    """Does a clause name a least or what can be, behind a plan in its sentence: 不少于20个, 可新增床位90张?"""
    return context.sentence_status == TARGET and bool(_AT_LEAST.search(clause))


def _times_named(context: Context, clause: Clause) -> tuple[list[Period], Period | None, list[Period]]:
    """The times that a clause names for its figures, the time before it that may go on, and the times of old values."""
    periods = find_periods(clause.text, _anchor_of(context, clause)) if may_name_time(clause.text) and not is_own_deadline(clause.text) else []
    if periods and "节" in clause.text and "-" in context.running().code:         # 春节期间，… in a report on the first quarter is of the quarter
        periods = [p for p in periods if not (p.code and clause.text.startswith(_FESTIVE, p.place) and is_within(p, context.running()))]
    if periods and "起" in clause.text:
        periods = [p for p in periods if not clause.text.startswith("起", p.stop)]      # since when, not when
    if context.status == TARGET:
        periods = [p for p in periods if not is_bare_sum(p, clause.text)]      # 五年新增床位900张: of the plan's own
    before = context.sentence
    if not periods and before is None:
        return [], None, []
    months = [p for p in (*periods, before) if p and MONTH.fullmatch(p.code)]
    if periods and months and months[-1].kind == "flow" and _OPENED.search(clause.text) and not context.said.startswith(_BUILT_THEN, clause.stop + 1):
        return [_since_then(periods[-1], context.anchor)], before, []
    if months and _EVENT.search(clause.text):           # 3月召开…: the month is the meeting's
        periods = [p for p in periods if p not in months]
        before = None if before in months else before
    old = [p for p in periods if is_of_the_old_value(p, clause.text)]
    return [p for p in periods if p not in old], before, old


def _since_then(opened: Period, anchor: Anchor) -> Period:
    """From the month in which something opened to that of the text."""
    last = f"{anchor.year}-{anchor.month or LAST_MONTH:02d}"
    return opened._replace(code=f"{opened.code}/{last}", kind="cumulative") if MONTH.fullmatch(opened.code) and opened.code < last else opened


def _anchor_of(context: Context, clause: Clause) -> Anchor:
    """What the times of a clause count from: the document's date, or the year that is told of.

    由上年的85%升到…, 在上年…的基础上: the year before the one that is told of, not the one of the document.
    """
    running = context.running()
    if "月" in clause.text and (told := context.section) and MONTH.fullmatch(told.code) and _BESIDE.search(clause.text):
        return Anchor(told.year, int(told.code[5:]))
    says_so = "上年" in clause.text and context.status != TARGET and _YEAR_BEFORE.search(clause.text)
    stays = _stays_in_its_year(context, running) and not (_NAMES_YEAR.search(clause.text) or is_of_this_december(clause.text, context.anchor, running))
    told = running.year if says_so or stays else 0
    if not told:
        return context.counts_from(clause.text)
    return Anchor(told, LAST_MONTH if told < context.anchor.year else context.anchor.month)


def _stays_in_its_year(context: Context, running: Period) -> bool:
    """Is a month or a quarter without a year one of the year that runs here, whatever the date of the document?"""
    year, own, named = context.anchor.year, context.sentence, context.sentence or context.paragraph or context.section
    if context.status == TARGET and running.year > year > 0 and not running.spans_years:
        return True                         # a plan for a year to come
    if not context.anchor.month and named and 0 < named.year < year and not named.spans_years:
        return True                         # 2020年…。截至12月底: that of 2020
    return own is not None and (len(own.code) == 4 or (0 < own.year < year and not own.spans_years))      # 2021年，…，一季度…，9月底前…


def _with_its_year(context: Context, period: Period) -> Period:
    """全年, 年底: the year comes from the context."""
    if not period.yearly or (period.code and not context.running().code):
        return period
    running = context.running()
    return period._replace(code=str(running.year or ""))


def _going_on(context: Context, clause: str, before: Period | None) -> Period | None:
    """The time that a clause without one of its own goes on with; 目前 leaves an earlier year: 2018年…。目前…."""
    if context.status == TARGET:
        return before
    if context.lasting == TARGET and before and before.yearly and speaks_of_now(clause) and (now := state_of_now(clause, context.anchor)):
        return now                          # 年底前建成30个，目前已开工19个
    if not speaks_of_now(clause):
        of_before = any(now in clause for now in _NOW) and 0 < context.running().year < context.default.year == context.anchor.year
        return (of_before and state_of_now(clause, context.anchor)) or before           # 去年…。空置率目前仍超过45%, in a text of April
    return before or context.by_now() if context.is_of_now() else context.default


def _status(context: Context, clause: str, periods: list[Period]) -> tuple[str, str]:
    """Plan or report for the figures of a clause, and for those behind it in its sentence."""
    past = context.anchor.year - (0 < context.anchor.month < LAST_MONTH)
    status, lasting = clause_status(_without_plans(context, clause, periods), context.lasting, past)
    return TARGET if goes_on_planned(context, clause) else status, lasting


def _without_plans(context: Context, told: str, periods: list[Period]) -> str:
    """The words of a clause less those that speak of a plan elsewhere, but not of an estimate or a year that is over."""
    if context.status != TARGET and is_estimate(told, context.anchor):
        told = _ESTIMATED.sub("", told)
    if periods and periods[-1].year < context.anchor.year:
        told = told.replace("月底前", "月")         # 去年…，9月底前建成: a day that is over
    if "年内" in told and context.status != TARGET and _is_over(context):
        told = told.replace("年内", "年")           # 2019年…。年内改造敬老院52个
    return told


def _is_over(context: Context) -> bool:
    """Is the year over that runs here: one before the text's own, or that of a report on a whole year?"""
    of_the_year = context.default.code == str(context.anchor.year) and context.anchor.month == LAST_MONTH
    return context.running().year <= context.anchor.year if of_the_year else (
        not context.is_undated() and context.running().year < context.anchor.year)


def _of_that_status(context: Context, clause: str, period: Period, status: str) -> Period:
    """The time of what is planned, or of what is done in it."""
    if status == TARGET:                    # 年内, 年底前 of a plan: no year that is over
        over = period.yearly and context.is_undated() and period.year < context.anchor.year
        return period._replace(code=context.plan.code) if over else period
    if status == ACTUAL and "计划" in clause and period.code == str(context.default.year):
        period = context.default            # 今年计划新建的20个已开工17个: so far
    return period if _NAMES_YEAR.search(clause) else context.not_ahead(period)


def _opening_behind(context: Context, clause: Clause, period: Period) -> Period | None:
    """The time that holds again behind a semicolon, after a clause with a time of its own: 一季度…，二季度… leave none."""
    if holds_for_sentence(clause.text, context.said, clause.start):
        return context.opening if is_year_of(period, context.opening) else period
    return context.opening if is_within(period, context.opening) else None


def _old_time(context: Context, clause: Clause, named: list[Period]) -> Period | None:
    """The time of old values: 由2015年的…到…，…由…到…: the second pair has the dates of the first."""
    if "同期" in clause.text and _FROM_YEAR_BEFORE.search(clause.text):
        return a_year_before(context.running())
    return earlier_year(context.sentence, named[-1]) or before_the_new_value(named[-1], clause.text) if named else context.old
