"""Figures of one clause that differ in place, time or status: 其中深圳3.1亿元、佛山1.7亿元; 为全年目标8.2亿元的50.2%."""
from collections.abc import Sequence
from itertools import pairwise

from minzheng.extract.clauses import Clause
from minzheng.extract.names.goals import is_goal, is_goal_behind, is_task_behind
from minzheng.extract.names.memory import Figure
from minzheng.extract.places.named import Area, code_within, listed_areas, opening_place
from minzheng.extract.places.yardsticks import LEADING, may_lead, yardstick_area
from minzheng.extract.scope.context import Context, Scope
from minzheng.extract.scope.status import TARGET
from minzheng.extract.times.period_codes import Period
from minzheng.extract.times.period_lists import listed_periods
from minzheng.patterns import Late

_COMPARES = Late("[低高优好]于|超过|不及")
_LEAD = Late("^(?:分(?:地区|区域|地域|市州|市县|县区|区县)(?:来?看)?(?:为|是)?|分布在|[、，和及与]|以及|其中|即|也就是|分别为|包括|含|[：:])+")
_LINK = Late("(?:分别|各|为|达|有|约|近|超|是)+$")
_OUTSIDE = ("以外", "之外")         # 瑞安市以外地区: what is left of the document's own
_FIVE_YEARS = 5
_FARTHEST = 6           # characters between a place and its figure


def spread(context: Context, clause: Clause, figures: Sequence[Figure], start: int) -> list[Context]:
    """A context for each of a clause's figures where they differ in place, time or status; else [].

    `start`: where the sentence begins in the text that the quantities' offsets count from.
    """
    count, speaks_of_goals = len(figures), "计划" in clause.text or "目标" in clause.text or "任务" in clause.text
    compares = ("水平" in clause.text or "均" in clause.text or "的" in clause.text) and _COMPARES.search(clause.text)
    if count < 2 and not (speaks_of_goals or compares):
        return []
    shift, quantities = start + clause.start, [figure.quantity for figure in figures]
    if compares:
        around = [(clause.text[:one.start - shift], clause.text[one.stop - shift:], context.home.code) for one in quantities]
        areas = [yardstick_area(before, behind, home) if behind or before.endswith("的") else None for before, behind, home in around]
        if any(areas):
            return [context.changed(area=area or context.area) for area in areas]
    if speaks_of_goals:
        around = [(clause.text[:one.start - shift], clause.text[one.stop - shift:], one.unit) for one in quantities]
        goals = [is_goal(before, unit) or is_goal_behind(before, behind) or is_task_behind(before, behind) for before, behind, unit in around]
        if any(goals):
            for n in range(count - 2, -1, -1):          # 改造8所、新增300张的任务
                goals[n] = goals[n] or (goals[n + 1] and clause.text.startswith(("、", "和"), quantities[n].stop - shift))
            year = Period(_year_of_goals(context, clause.text))
            return [context.changed(sentence=year, sentence_status=TARGET) if goal else context for goal in goals]
    if count > 1 and "、" in clause.text:
        spans = [(quantity.start - shift, quantity.stop - shift) for quantity in quantities]
        if areas := places_of_figures(clause.text, spans, context.home.code):
            return [context.changed(area=area) for area in areas]
    if count < 2 or not (context.places or "分别" in clause.text):
        return []
    if "分别" not in clause.text and len({quantity.unit for quantity in quantities}) > 1:
        return []
    periods = listed_periods(clause.text, context.anchor) or ("分别" in clause.text and _listed_before(clause, context)) or []
    if periods and context.not_ahead(periods[-1]) != periods[-1]:
        periods = listed_periods(clause.text, context.anchor._replace(year=context.anchor.year - 1))
    if len(periods) == count:
        return [context.changed(sentence=period) for period in periods]
    areas = listed_areas(clause.text, context.home.code) or context.places
    if len(areas) == count:
        return [context.changed(area=area) for area in areas]
    return []


def _year_of_goals(context: Context, clause: str) -> str:
    """By when a goal is to be reached: of a plan of five years in its last, else in the year that is told of."""
    running = context.running()
    last = int(running.code[:4]) + _FIVE_YEARS - 1 if "规划" in clause and running.spans_years else running.year
    return str(max(last, running.year) or "")


def _listed_before(clause: Clause, context: Context) -> list[Period]:
    """2018年、2019年，全县分别投入…: the times that the clause before lists."""
    before = context.said[:max(0, clause.start - 1)].rpartition("，")[2] if clause.start else ""
    return listed_periods(f"{before}分别", context.anchor) if before.endswith(("年", "季度", "月")) else []


def scopes_of_levels(figures: Sequence[Figure], before: Sequence[Scope]) -> list[Scope]:
    """The scope of each move that a 分别 gives to the levels before it: 上半年9对，下半年8对，分别下降5%和6%; else [].

    `before`: of the sentence's last figures, as many.
    """
    moves = all(figure.measure in ("growth", "change") for figure in figures)
    apart = len(before) == len(figures) > 1 and len({(scope.area, scope.period.code) for scope in before}) > 1
    return list(before) if moves and apart else []


def places_of_figures(clause: str, spans: list[tuple[int, int]], home: str) -> list[Area]:
    """The place that stands before each figure of a list; [] where no two of them have one.

    >>> [area.code for area in places_of_figures("其中深圳3亿元、佛山17亿元", [(4, 7), (10, 14)], "440000")]
    ['440300', '440600']
    """
    first = _place_before(clause[:spans[0][0]], home)
    if not first:
        return []
    areas, named = [first], 1
    for (_, done), (start, _) in pairwise(spans):
        area = _place_before(clause[done:start], home)
        areas.append(area or areas[-1])         # its growth, its share
        named += area is not None
    return areas if named > 1 else []


def _place_before(piece: str, home: str) -> Area | None:
    """The place of a figure by the words right before it: 佛山, 镇海区新增; a short 弋江 only inside the document's own."""
    led = LEADING.search(piece) if may_lead(piece) else None
    piece = _LEAD.sub("", piece[led.end():] if led else piece)
    place = opening_place(piece)
    if place and piece.startswith(_OUTSIDE, place.stop):
        return Area(home, "subset")
    name = place.name if place and len(piece) - place.stop <= _FARTHEST else _LINK.sub("", piece)
    code = code_within(name, home)
    return Area(code) if code else None
