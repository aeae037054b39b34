"""The fold along the text: what a clause changes in what holds, and for how long."""
from dataclasses import replace

from minzheng.extract.clauses import Clause
from minzheng.extract.names.goals import is_goal, is_task
from minzheng.extract.places.named import Area, code_within, listed_areas, opening_areas, place_behind
from minzheng.extract.places.regions import THE_OTHERS, clause_area, may_name_scope, may_name_subject
from minzheng.extract.places.shared_places import goes_to, place_gone_to, places_of_each
from minzheng.extract.places.yardsticks import LEADING, leading_areas, may_lead, yardstick_area
from minzheng.extract.scope.clause_times import goes_on_planned, time_of_clause
from minzheng.extract.scope.context import Context
from minzheng.extract.scope.status import ACTUAL, TARGET, may_be_done, may_plan
from minzheng.extract.syntax import one_of
from minzheng.extract.times.lifetimes import (
    MONTH,
    a_year_before,
    holds_for_itself,
    in_force_since,
    is_of_last_year,
    is_of_the_meeting,
    meeting_time,
    recalls_an_earlier_year,
    speaks_of_now,
)
from minzheng.extract.times.period_codes import LAST_MONTH, Period
from minzheng.extract.times.time_words import may_name_time
from minzheng.patterns import Late
from minzheng.reference.regions import lies_in

_SEVERAL = Late("、[^，；0-9]{2,14}[两二三四五六七八九]个?[县市区旗州盟]")        # 清徐、娄烦两县
_AMONG = Late("[、和与及]")
# A clause behind a semicolon that opens with a deed goes on about the place before it (behind 其中 about the whole), another one has a subject of its own.
_ACTS = Late(f"[共还并]?(?:累计|同时)?(?:[新再]?[建增设改扩]|{one_of('deeds')})")
_POINT = Late("[二三四五六七八九十]是")
_BEFORE_A_BRACKET = 40  # characters in which the words of a goal or of a yardstick stand


def enter_clause(context: Context, clause: Clause) -> Context:
    """Take in what a clause says about time and place; what a bracket says ends with it."""
    apart = _holds_apart(context, clause)
    if apart and context.outside is None:
        within = enter_clause(context.changed(outside=context), clause)
        return _explaining(within, context.said[max(0, clause.start - 1 - _BEFORE_A_BRACKET):clause.start - 1]) if clause.aside else within
    if context.outside is not None and not apart:
        return enter_clause(_outside_again(context), clause)
    if clause.mark == "；":
        context = _back_home(context, clause)
        if (behind := _behind_semicolon(context, clause)) is not context:
            return enter_clause(behind, replace(clause, mark=""))
    in_month = context.sentence is not None and bool(MONTH.fullmatch(context.sentence.code))     # it may be a meeting's
    told = _told(context, clause) if in_month or context.places or _tells(context, clause.text) else _untold(context)
    if "起" in clause.text and (since := in_force_since(clause.text, context.anchor, context.running())):
        told = told.changed(since=since)
    return _of_goal(told.changed(outside=told)) if is_task(clause.text, context.said[clause.stop:clause.stop + 10]) else told


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


def _holds_apart(context: Context, clause: Clause) -> bool:
    """Does what a clause says end with it: in a bracket, in 在…的基础上, of an earlier year that is only recalled?"""
    return clause.aside or holds_for_itself(clause.text) or (
        clause.text[:2] == "20" and clause.start > 0 and recalls_an_earlier_year(clause.text, context.running()))


def _outside_again(context: Context) -> Context:
    """What holds behind a bracket or its like: what held before it, and since when something is in force."""
    outside, since = context.outside, context.since or context.outside.since
    if since is outside.since:
        return outside
    lasting = ACTUAL if context.lasting == ACTUAL else outside.lasting        # 已从7月起施行: and so is what follows
    return outside.changed(since=since, lasting=lasting)


def _explaining(context: Context, before: str) -> Context:
    """What holds in a bracket behind the words of a goal or of a yardstick: 为年初目标（900户）的104%, 低于全省平均水平（4%）."""
    if is_goal(before, ""):
        return _of_goal(context)
    named = place_behind(before)                # 分别在鹿城区（2处）、瑞安市（1处）
    code = code_within(named, context.home.code) if named else ""
    return context.changed(area=Area(code) if code else yardstick_area(before, "", context.home.code) or context.area)


def _back_home(context: Context, clause: Clause) -> Context:
    """Where a clause behind a semicolon is: where the one before it was if it tells of a deed there, unless that was a part (其中)."""
    home = context.label or context.home
    if context.area == home:
        return context
    before = context.said[context.said.rfind("；", 0, clause.start - 1) + 1:clause.start]
    return context if _ACTS.match(clause.text) and "其中" not in before else context.changed(area=home)


def _behind_semicolon(context: Context, clause: Clause) -> Context:
    """What ends with a semicolon: a part of a year; behind it a new point of a list (二是…) has all of its own."""
    told = context.sentence
    if not (told or context.lasting):
        return context
    point = _POINT.match(clause.text)
    part = told and (("-" in told.code and not told.spans_years) or (told.yearly and told.kind == "point"))      # 年末总量9个；…
    sentence = context.opening if part or (point and told) else told
    lasting = "" if point and context.lasting == ACTUAL else context.lasting
    if sentence is told and lasting == context.lasting:
        return context
    return context.changed(sentence=sentence, lasting=lasting)


def _tells(context: Context, clause: str) -> bool:
    """May a clause say something of time, place or plan?"""
    return bool(may_name_time(clause) or may_plan(clause) or may_name_scope(clause) or may_be_done(clause) or is_of_the_meeting(clause)
                or may_name_subject(clause) or _goes_on(context, clause) or goes_to(clause))


def _goes_on(context: Context, clause: str) -> bool:
    """Does a clause without a word of time, place or plan go on with the plan before it, speak of now, of several places or others?"""
    return bool(context.lasting == TARGET or goes_on_planned(context, clause) or (may_lead(clause) and LEADING.search(clause))
                or speaks_of_now(clause) or clause.startswith(THE_OTHERS) or context.area.scope == "own-level"
                or ("、" in clause and (_SEVERAL.search(clause) or opening_areas(clause, context.home.code))) or ("各" in clause and places_of_each(clause, context.home.code)))


def _untold(context: Context) -> Context:
    """What holds behind a clause that says nothing of time, place or plan."""
    period = context.not_ahead(context.sentence) if context.sentence and context.lasting != TARGET else context.sentence
    if period is context.sentence and context.sentence_status == context.lasting:
        return context
    return context.changed(sentence=period, sentence_status=context.lasting)


def _told(context: Context, clause: Clause) -> Context:
    """What holds behind any other clause."""
    if is_of_the_meeting(clause.text):
        return context.changed(sentence=meeting_time(context.anchor), sentence_status=ACTUAL, lasting=ACTUAL, places=(), old=None)
    if "同期" in clause.text and is_of_last_year(clause.text):
        return context.changed(sentence=a_year_before(context.running()), sentence_status=ACTUAL, places=())
    period, opening, old, status, lasting, state = time_of_clause(context, clause)
    area, places = _where(context, clause)
    after = context.changed(sentence=period, opening=opening, old=old, sentence_status=status, lasting=lasting, state=state, area=area, places=places)
    return context if vars(after) == vars(context) else after           # one scope for all figures of whom the same is known


def _where(context: Context, clause: Clause) -> tuple[Area, tuple[Area, ...]]:
    """The area that a clause speaks of, and the places that it lists."""
    if "各" in clause.text and (each := places_of_each(clause.text, context.home.code)):
        return each[0], each                            # of the first as well as of the others: not sure, see `Context._is_inferred`
    area = clause_area(clause.text, context.home.code, context.area, context.label.code if context.label else "", context.named.code if context.named else "")
    if (area is context.area or area == context.home) and (gone := place_gone_to(clause.text, context.home.code)):
        area = gone
    if may_lead(clause.text) and (leading := leading_areas(clause.text, context.home.code)):
        return leading[0] if len(leading) == 1 else Area(context.home.code, "subset"), leading
    places = _places_before(context, clause)
    if len(places) > 1 and area == context.area and "分别" not in clause.text and places is not context.places:
        around = context.area.code if all(lies_in(place.code, context.area.code) for place in places) else context.home.code
        area = Area(around, "subset")                   # 清徐、娄烦两县要…，完成率均须达到80%: several of them, and no one's
    return area, places


def _places_before(context: Context, clause: Clause) -> tuple[Area, ...]:
    """Places that a clause opens with as a list; they last for a 分别 in the next clause."""
    if "分别" in clause.text:
        return listed_areas(clause.text, context.home.code) or context.places
    return tuple(opening_areas(clause.text.removeprefix("其中"), context.home.code)) or (context.places if context.places and _AMONG.search(clause.text) else ())


def _of_goal(context: Context) -> Context:
    """What holds of a goal: it is one of the year."""
    return context.changed(sentence=Period(str(context.running().year or "")), sentence_status=TARGET)
