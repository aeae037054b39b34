"""The fold along the text: what a clause changes in what holds, and for how long."""
from dataclasses import replace

from minzheng.extract.clauses import Clause
from minzheng.extract.context import Context
from minzheng.extract.goals import is_goal, is_task
from minzheng.extract.lifetimes import (
    MONTH,
    a_year_before,
    earlier_year,
    holds_for_itself,
    holds_for_sentence,
    in_force_since,
    is_estimate,
    is_of_last_year,
    is_of_the_meeting,
    is_of_the_old_value,
    is_own_deadline,
    is_within,
    is_year_of,
    meeting_time,
    recalls_an_earlier_year,
    speaks_of_now,
    state_of_now,
)
from minzheng.extract.period_codes import LAST_MONTH, Anchor, Period
from minzheng.extract.periods import find_periods, listed_periods
from minzheng.extract.places import Area, code_within, listed_areas, opening_areas, place_behind
from minzheng.extract.regions import THE_OTHERS, clause_area, may_name_scope, may_name_subject
from minzheng.extract.shared_places import goes_to, place_gone_to, places_of_each
from minzheng.extract.status import ACTUAL, TARGET, clause_status, may_be_done, may_plan
from minzheng.extract.syntax import one_of
from minzheng.extract.time_words import may_name_time
from minzheng.extract.yardsticks import LEADING, leading_areas, may_lead, yardstick_area
from minzheng.patterns import Late

_EVENT = Late(r"召开|发布|通报|举行|印发|介绍|获悉|出席|主持|调研(?!组)|报道|座谈")
_NAMES_YEAR = Late(r"20\d\d年|[今明去前上]年")
_ESTIMATED = Late("预计(?=[^，。；]*[0-9])")
_YEAR_BEFORE = Late("[由从]上年度?[底末]?的?[每月人0-9]|在上年[^，；]*的基础上?$")
_SEVERAL = Late("、[^，；0-9]{2,14}[两二三四五六七八九]个?[县市区旗州盟]")        # 清徐、娄烦两县
_AMONG = Late("[、和与及]")
_FESTIVE = ("春节", "元旦")
# A clause behind a semicolon that opens with a deed goes on about the place before it (behind 其中 about the whole), another one has a subject of its own.
_ACTS = Late(f"[共还并]?(?:累计|同时)?(?:[新再]?[建增设改扩]|{one_of('deeds')})")
_AT_LEAST = Late("不(?:[低少高]于|超过)|^(?:建成后|届时)?可(?:新增|增加|提供|满足|容纳|惠及|辐射|带动)")      # behind a plan it is one too
_POINT = Late("[二三四五六七八九十]是")
_BEFORE_A_BRACKET = 40  # characters in which the words of a goal or of a yardstick stand


def enter_clause(context: Context, clause: Clause) -> Context:
    """Take in what a clause says about time and place; what a bracket says ends with it."""
    apart = clause.aside or holds_for_itself(clause.text) or (
        clause.text[:2] == "20" and clause.start > 0 and recalls_an_earlier_year(clause.text, context.running()))
    if apart and context.outside is None:
        within = enter_clause(context.changed(outside=context), clause)
        return _explaining(within, context.said[max(0, clause.start - 1 - _BEFORE_A_BRACKET):clause.start - 1]) if clause.aside else within
    if context.outside is not None and not apart:
        since = context.since or context.outside.since
        if since is context.outside.since:
            return enter_clause(context.outside, clause)
        lasting = ACTUAL if context.lasting == ACTUAL else context.outside.lasting        # 已从7月起施行: and so is what follows
        return enter_clause(context.outside.changed(since=since, lasting=lasting), clause)
    if clause.mark == "；" and context.area != (context.label or context.home) and (
            not _ACTS.match(clause.text) or "其中" in context.said[context.said.rfind("；", 0, clause.start - 1) + 1:clause.start]):
        context = context.changed(area=context.label or context.home)
    if clause.mark == "；" and (context.sentence or context.lasting) and (told := _behind_semicolon(context, clause)) is not context:
        return enter_clause(told, replace(clause, mark=""))
    in_month = context.sentence is not None and bool(MONTH.fullmatch(context.sentence.code))     # it may be a meeting's
    told = _told(context, clause) if in_month or context.places or _tells(context, clause.text) else _untold(context)
    if "起" in clause.text and (since := in_force_since(clause.text, context.anchor, context.running())):
        told = told.changed(since=since)
    return _of_goal(told.changed(outside=told)) if is_task(clause.text, context.said[clause.stop:clause.stop + 10]) else told


def _tells(context: Context, clause: str) -> bool:
    """May a clause say something of time, place or plan?"""
    return bool(may_name_time(clause) or may_plan(clause) or may_name_scope(clause) or may_be_done(clause) or is_of_the_meeting(clause)
                or may_name_subject(clause) or _goes_on(context, clause) or goes_to(clause))


def _goes_on(context: Context, clause: str) -> bool:
    """Does a clause without a word of time, place or plan go on with the plan before it, speak of now, of several places or others?"""
    planned = context.lasting == TARGET or (context.sentence_status == TARGET and _AT_LEAST.search(clause))
    leads = may_lead(clause) and LEADING.search(clause)
    return bool(planned or leads or speaks_of_now(clause) or clause.startswith(THE_OTHERS) or context.area.scope == "own-level" or ("、" in clause and _SEVERAL.search(clause))
                or ("各" in clause and places_of_each(clause, context.home.code)))


def _explaining(context: Context, before: str) -> Context:
    """What holds in a bracket behind the words of a goal or of a yardstick: 为年初目标（900户）的104%, 低于全省平均水平（4%）."""
    if is_goal(before, ""):
        return _of_goal(context)
    named = place_behind(before)                # 分别在鹿城区（2处）、瑞安市（1处）
    code = code_within(named, context.home.code) if named else ""
    return context.changed(area=Area(code) if code else yardstick_area(before, "", context.home.code) or context.area)


def _of_goal(context: Context) -> Context:
    """What holds of a goal: it is one of the year."""
    return context.changed(sentence=Period(str(context.running().year or "")), sentence_status=TARGET)


def _behind_semicolon(context: Context, clause: Clause) -> Context:
    """What ends with a semicolon: a part of a year; behind it a new point of a list (二是…) has all of its own."""
    point, within = _POINT.match(clause.text), context.sentence and "-" in context.sentence.code and not context.sentence.spans_years
    within = within or (context.sentence and context.sentence.yearly and context.sentence.kind == "point")      # 年末总量9个；…
    lasting = "" if point and context.lasting == ACTUAL else context.lasting
    sentence = context.opening if within or (point and context.sentence) else context.sentence
    if sentence is context.sentence and lasting == context.lasting:
        return context
    return context.changed(sentence=sentence, lasting=lasting)


def _untold(context: Context) -> Context:
    """What holds behind a clause that says nothing of time, place or plan."""
    period = context.not_ahead(context.sentence) if context.sentence and context.lasting != TARGET else context.sentence
    if period is context.sentence and context.sentence_status == context.lasting:
        return context
    return context.changed(sentence=period, sentence_status=context.lasting)


def enter_cell(context: Context, told: str) -> Context:
    """Take in what the place of a table's cell says: 鹿城区2020年, behind a `|` the kind of its column.

    A table of a report shows what is, also of a year that is not over; that of a plan what was in a year that is.
    """
    words, _, column = told.partition("|")
    within = enter_clause(context, Clause(0, len(words), words)) if words else context
    if column == "任务":
        return _of_goal(within)
    if column:
        return within.changed(sentence=a_year_before(within.so_far(within.running())), sentence_status=ACTUAL)
    last = context.anchor.year - (context.status == TARGET and context.anchor.month < LAST_MONTH)
    return within.changed(sentence_status=within.sentence_status or ACTUAL) if words and 0 < within.running().year <= last else within


def _told(context: Context, clause: Clause) -> Context:
    """What holds behind any other clause."""
    if is_of_the_meeting(clause.text):
        return context.changed(sentence=meeting_time(context.anchor), sentence_status=ACTUAL, lasting=ACTUAL, places=(), old=None)
    if "同期" in clause.text and is_of_last_year(clause.text):
        return context.changed(sentence=a_year_before(context.running()), sentence_status=ACTUAL, places=())
    periods, before, old = _times(context, clause)
    before_that = earlier_year(context.sentence, periods[-1]) if periods else context.old      # 由2015年的…到…，…由…到…: the second pair has the dates of the first
    periods = [] if periods and listed_periods(clause.text, context.anchor) else periods       # each figure has its own: see spread
    if not periods and context.status != TARGET and speaks_of_now(clause.text):
        before = before or context.by_now() if context.is_of_now() else context.default           # 2018年…。目前…
    period = _filled(context, periods[-1]) if periods else before
    status, lasting = clause_status(_without_plans(context, clause.text, periods), context.lasting, context.anchor.year - (0 < context.anchor.month < 12))
    if context.sentence_status == TARGET and _AT_LEAST.search(clause.text):
        status = TARGET
    elif status == ACTUAL and period and "计划" in clause.text and period.code == str(context.default.year):
        period = context.default            # 今年计划新建的20个已开工17个: so far
    if period and status != TARGET and not _NAMES_YEAR.search(clause.text):
        period = context.not_ahead(period)
    if status == TARGET and period and period.yearly and context.is_undated() and period.year < context.anchor.year:
        period = period._replace(code=context.plan.code)        # 年内, 年底前 of a plan: no year that is over
    state = None if periods or status == TARGET else state_of_now(clause.text, context.anchor)
    opens = periods and holds_for_sentence(clause.text, context.said, clause.start)
    aside = periods and not opens and context.opening and not is_within(period, context.opening)      # 一季度…，二季度…
    opening = period if opens and not is_year_of(period, context.opening) else None if aside else context.opening
    area, places = _where(context, clause)
    after = context.changed(sentence=period, opening=opening, places=places,
                             old=old[-1] if old else before_that, area=area, sentence_status=status, lasting=lasting, state=state or context.state)
    return context if vars(after) == vars(context) else after           # one scope for all figures of whom the same is known


def _times(context: Context, clause: Clause) -> tuple[list[Period], Period | None, list[Period]]:
    """The times that a clause names for its figures, the time before it that may go on, and the times of old values."""
    periods = find_periods(clause.text, _anchor_of(context, clause)) if may_name_time(clause.text) and not is_own_deadline(clause.text) else []
    if periods and "节" in clause.text and "-" in context.running().code:         # 春节期间，… in a report on the first quarter is of the quarter
        periods = [p for p in periods if not (p.code and clause.text.startswith(_FESTIVE, p.place) and is_within(p, context.running()))]
    if periods and "起" in clause.text:
        periods = [p for p in periods if not clause.text.startswith("起", p.stop)]      # since when, not when
    before = context.sentence
    if not periods and before is None:
        return [], None, []
    months = [p for p in (*periods, before) if p and MONTH.fullmatch(p.code)]
    if months and _EVENT.search(clause.text):           # 3月召开…: the month is the meeting's
        periods = [p for p in periods if p not in months]
        before = None if before in months else before
    old = [p for p in periods if is_of_the_old_value(p, clause.text)]
    return [p for p in periods if p not in old], before, old


def _without_plans(context: Context, told: str, periods: list[Period]) -> str:
    """The words of a clause less those that speak of a plan elsewhere, but not of an estimate or a year that is over."""
    if context.status != TARGET and is_estimate(told, context.anchor):
        told = _ESTIMATED.sub("", told)
    if periods and periods[-1].year < context.anchor.year:
        told = told.replace("月底前", "月")         # 去年…，9月底前建成: a day that is over
    if "年内" in told and context.status != TARGET and _is_over(context):
        told = told.replace("年内", "年")           # 2019年…。年内改造敬老院52个
    return told


def _where(context: Context, clause: Clause) -> tuple[Area, tuple[Area, ...]]:
    """The area that a clause speaks of, and the places that it lists."""
    if "各" in clause.text and (each := places_of_each(clause.text, context.home.code)):
        return each[0], each                            # of the first as well as of the others: not sure, see `Context.scope`
    area = clause_area(clause.text, context.home.code, context.area, context.label.code if context.label else "", context.named.code if context.named else "")
    if (area is context.area or area == context.home) and (gone := place_gone_to(clause.text, context.home.code)):
        area = gone
    if may_lead(clause.text) and (leading := leading_areas(clause.text, context.home.code)):
        return leading[0] if len(leading) == 1 else Area(context.home.code, "subset"), leading
    places = _places_before(context, clause)
    if len(places) > 1 and area == context.area and "分别" not in clause.text and places is not context.places:
        area = Area(context.home.code, "subset")        # 清徐、娄烦两县要…，完成率均须达到80%: several of them, and no one's
    return area, places


def _is_over(context: Context) -> bool:
    """Is the year over that runs here: one before the text's own, or that of a report on a whole year?"""
    of_the_year = context.default.code == str(context.anchor.year) and context.anchor.month == LAST_MONTH
    return context.running().year <= context.anchor.year if of_the_year else (
        not context.is_undated() and context.running().year < context.anchor.year)


def _anchor_of(context: Context, clause: Clause) -> Anchor:
    """由上年的85%升到…, 在上年…的基础上: the year before the one that is told of, not the one of the document."""
    says_so = "上年" in clause.text and context.status != TARGET and _YEAR_BEFORE.search(clause.text)
    running = context.running()
    ahead = context.status == TARGET and running.year > context.anchor.year > 0 and not running.spans_years and not _NAMES_YEAR.search(clause.text)
    named = context.sentence or context.paragraph or context.section         # 2020年…。截至12月底: that of 2020
    undated = not context.anchor.month and named and 0 < named.year < context.anchor.year and not named.spans_years
    of_year = context.sentence is not None and (                                       # 2021年，…，一季度…，9月底前…
        len(context.sentence.code) == 4 or (0 < context.sentence.year < context.anchor.year and not context.sentence.spans_years))
    told = running.year if says_so or ahead or ((undated or of_year) and not _NAMES_YEAR.search(clause.text)) else 0
    return Anchor(told, LAST_MONTH if told < context.anchor.year else context.anchor.month) if told else context.counts_from(clause.text)


def _places_before(context: Context, clause: Clause) -> tuple[Area, ...]:
    """Places that a clause opens with as a list; they last for a 分别 in the next clause."""
    if "分别" in clause.text:
        return listed_areas(clause.text, context.home.code) or context.places
    return tuple(opening_areas(clause.text.removeprefix("其中"), context.home.code)) or (context.places if context.places and _AMONG.search(clause.text) else ())


def _filled(context: Context, period: Period) -> Period:
    """全年, 年底: the year comes from the context."""
    if not period.yearly or (period.code and not context.running().code):
        return period
    running = context.running()
    return period._replace(code=running.code if period.kind != "point" and running.spans_years else str(running.year or ""))
