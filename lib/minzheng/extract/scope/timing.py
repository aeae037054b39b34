"""Period, its kind and the status of one figure, from the scope it stands in."""
import re
from dataclasses import dataclass
from functools import lru_cache

from minzheng.extract.names.heads import split_predicate
from minzheng.extract.names.memory import OTHER_BASE, Figure
from minzheng.extract.names.roles import POINTS
from minzheng.extract.scope.context import Scope
from minzheng.extract.scope.status import ACTUAL, TARGET
from minzheng.extract.syntax import one_of
from minzheng.extract.times.lifetimes import a_year_before
from minzheng.extract.times.period_codes import Period
from minzheng.patterns import Late

_FLOW_UNITS = frozenset({"人次", "车次", "台次", "户次", "对", "件", "起", "批次", "小时", "具"})
_STOCK_UNITS = frozenset({"张", "户"})
_PEOPLE = frozenset({"人", "户"})
_RATES = frozenset({"元/月", "元/人·月", "元/年", "元/人·年"})
_OF_MONEY = ("元", "%", "百分点", "倍")
_KIND_OF = {"stock": "point", "flow": "flow"}
_STOCK = Late(one_of("stock_words"))
_FLOW = re.compile(one_of("flow_words"))
_MADE = Late(f"累计|{one_of('building', 'founding', 'naming', 'buying', 'staffing', 'helping', 'flow_words')}")
_HAPPENS = re.compile("(?:换届|选举|改选|直选)(?:工作)?$")         # 900个村委会换届: what they did, whatever they are
_ENROLLED = Late("^(?:享受|领取)|(?:享受|领取)[^，的]{2,12}的")         # people who draw a benefit: a state at a day
_OF_A_STANDARD = "the year of a standard"
_MONTH = re.compile(r"\d{4}-(?:0[2-9]|1[01])")
_OF_ONE_YEAR = Late(f"^(?!.*(?:累计|新增|增加[^值]|增长))[^占]*{one_of('of_one_year')}(?:占比|比重)?$")
_AT_THE_TIME = Late("[日月年]均|平均每|每[天日月]|^(?:已|累计|共)*建成(?!率)|^(?:区县|县区|县市区?|市县|乡镇|镇街|街道|社区|村居?)(?:开展|实施|推行|启动)|(?<!支出)(?<!执行)(?<!拨付)(?<!使用)率$")          # 截至5月底，建成…: what there is then
_PER = Late("每[百千万]|人均(?!累计)")             # 每千名老年人床位: of no sum of years
_PREDICATE = 4          # characters
_A_YEAR = Late("年均|每年")          # 五年来，…年均保障2.1万人: over all of them
_PAID_ON_AVERAGE = Late("均|生活费|补差|水平|补助|支出|收入|工资|[花消]费|租金|房价")
_STANDARD = Late(r"(?<!高)标准(?!化|地|厂|间|床|版)")


@dataclass(slots=True)
class Timing:
    """When a figure holds: period code, its kind (flow, point, cumulative), actual or target, and how that is known."""

    period: str
    kind: str
    status: str
    source: str     # where the period was found: sentence, paragraph, section, document, year of a standard

    def is_open(self, measure: str) -> bool:
        """Whether a move over several years may be one of their last (五年来…，增长4.7倍), a standard that of the half-year told of."""
        return self.source == _OF_A_STANDARD or (measure in ("growth", "change", "multiple") and "/" in self.period and self.period[:4] != self.period[8:12])


def time_figure(figure: Figure, scope: Scope, nature: str) -> Timing:
    """When a figure holds: the period of its place, told apart into state and flow.

    `nature`: stock, flow or ratio, as the indicator list says; "" for a figure without a code.

    A standard, and its rise, is set for a year, whatever part of the year the text reports on.
    """
    period, source, status, measure = scope.period, scope.source, scope.status, figure.measure
    own, code, of_years = _state_or_flow(figure, status, nature), period.code, period.spans_years and not _is_season(period.code)
    if measure == "prior" and (old := _time_of_old_value(figure, scope, own)):
        return old
    if scope.since and measure != "prior" and _is_standard(figure):
        return Timing(scope.since.code if scope.since.kind else scope.since.code[:4], "point" if measure == "level" else "flow", status, "clause")
    if scope.state and _goes_on_from(scope.state, period, source) and _is_state(figure, own, "-Q" in period.code):
        return Timing(scope.state.code, "point" if measure in ("level", "share") else "flow", status, "paragraph")
    if of_years and (last := _last_of_years(figure, scope, nature, own)):
        return last
    kind = period.kind if period.kind in ("point", "cumulative") else own
    if measure == "growth" and figure.basis == OTHER_BASE and scope.old and len(scope.old.code) == len(code) == len("2021") and scope.old.year + 1 < int(code):
        return Timing(f"{scope.old.year + 1}-01/{code}-12", "cumulative", status, source)       # 由2015年的…提高到2020年的…，年均增长4%
    of_part = source != "sentence" and code and period.kind in ("flow", "cumulative") and not of_years
    if of_part and figure.quantity.unit.startswith(_OF_MONEY) and _STANDARD.search(figure.subject):
        return Timing(code[:4], "point" if measure == "level" else "flow", status, _OF_A_STANDARD)
    if of_part and measure == "level" and figure.quantity.unit in _RATES and not _PAID_ON_AVERAGE.search(figure.subject):
        return Timing(code[:4], "point", status, source)            # 百岁老人每人每月500元
    if kind != "point":
        return Timing(code, kind, status, source)
    moves, in_month = measure in ("growth", "change"), status == ACTUAL and _MONTH.fullmatch(code)
    if moves and in_month and (nature == "flow" or (not nature and _FLOW.search(figure.subject))):
        return Timing(f"{code[:4]}-01/{code}", "cumulative", status, source)    # its level is one since January
    if in_month and own == "flow" and not moves and not _AT_THE_TIME.search(figure.subject):
        return _since_the_start(code, scope)    # 截至5月底，发放…: since January
    return Timing(code, "flow" if moves else "point", status, source)


def _since_the_start(code: str, scope: Scope) -> Timing:
    """What was done up to a month: since January, in a report on what began in a later month since then."""
    if scope.default.spans_years and scope.default.year < int(code[:4]):
        return Timing(code, "point", scope.status, scope.source)            # what an audit of earlier years found is put right by then
    first = scope.default.code[:len(code)]
    first = first if _MONTH.fullmatch(first) and f"{code[:4]}-01" < first <= code else f"{code[:4]}-01"
    return Timing(code if first == code else f"{first}/{code}", "cumulative", scope.status, scope.source)


def _is_season(code: str) -> bool:
    """2012-11/2013-01: over the turn of a year, but shorter than one."""
    return int(code[8:12]) == int(code[:4]) + 1 and code[13:] < code[5:7]


def _goes_on_from(state: Period, period: Period, source: str) -> bool:
    """Does a state at a month's end date what a quarter or a year does not? It does not leak into a year that is named; the end of 上半年 or 1—9月 is meant anyway."""
    return state.year == period.year and ("-Q" in period.code or (source == "document" and "-" not in period.code))


def _is_state(figure: Figure, own: str, in_quarter: bool) -> bool:
    """What a state at a quarter's end goes on to: what there is, and the standards it has come to, with their rise."""
    if figure.quantity.unit.startswith("元") or figure.measure in ("growth", "change"):
        return figure.measure != "prior" and in_quarter and bool(_STANDARD.search(figure.subject))
    return figure.measure in ("level", "share") and (own == "point" or bool(_AT_THE_TIME.search(figure.subject)))


def _is_standard(figure: Figure) -> bool:
    """Is a figure a rate that is set, or the rise of one?"""
    return figure.quantity.unit in _RATES or bool(_STANDARD.search(figure.subject))


def _time_of_old_value(figure: Figure, scope: Scope, own: str) -> Timing | None:
    """When an old value held, where that is not the time of its clause; `own`: point or flow."""
    period, source = scope.period, scope.source
    if figure.basis:                                                    # 较去年同期的1856人次
        return Timing(figure.basis if figure.basis.isdigit() else a_year_before(period).code, period.kind or own, ACTUAL, source)
    if scope.since and not scope.old:                                   # 从7月起由900元调整到990元: set for the year before
        return Timing(str(scope.since.year - 1), "point", ACTUAL, "clause")
    if scope.old:
        return Timing(scope.old.code, own if "-" in scope.old.code else "point", ACTUAL, "clause")
    if period.spans_years:                                              # of five years: the year before them
        return Timing(str(int(period.code[:4]) - 1), "point", ACTUAL, source)
    onward = period.kind == "flow" and not period.yearly                # 今年起，标准由…提高到…
    if scope.status != TARGET and (source != "sentence" or onward) and len(period.code) == len("2021"):
        return Timing(str(period.year - 1), "point", ACTUAL, source)        # of a whole year: what held before it
    if scope.status != TARGET:
        return None
    if not period.year:
        return Timing("", "point", ACTUAL, source)
    told = scope.default                                                # what is to be raised this year
    if told.year == period.year and "-" in told.code:                   # now, in a report on a part of this year
        return Timing(told.code, "point", ACTUAL, "document")
    return Timing(str(min(period.year - 1, told.year or period.year)), "point", ACTUAL, source)


def _last_of_years(figure: Figure, scope: Scope, nature: str, own: str) -> Timing | None:
    """The last of several years, for what holds at their end; None for what is counted over all of them."""
    last, measure = str(scope.period.year), figure.measure
    now = scope.period.code.rpartition("/")[2]          # “十四五”以来 in a text of October: that is when it speaks
    now = last if now.endswith("-12") else now
    if figure.rule == "from-to":
        return Timing(last, own, scope.status, scope.source)
    share = measure == "share" and nature != "flow" and _told_by_words(figure.subject) != "flow"
    of_one_year = measure in ("level", "share", "multiple") and bool(_OF_ONE_YEAR.search(figure.subject))
    if share or (measure == "multiple" and (of_one_year or nature == "stock" or now != last)):
        return Timing(now, "point", scope.status, scope.source)
    stock = nature == "stock" or (not nature and figure.quantity.unit in _STOCK_UNITS)
    stock |= not nature and now != last and figure.rule == "head" and own == "point"
    since = measure == "change" and figure.basis.isdigit() and (stock or figure.quantity.unit in POINTS)            # 比2015年末多8张
    stock |= measure == "level" and bool(_PER.match(figure.subject))
    stock &= not _A_YEAR.search(figure.subject) and not _is_told_of(figure)
    there = of_one_year or (stock and own == "point" and not _MADE.match(figure.subject)) or (figure.quantity.unit in _RATES and measure == "level")
    return Timing(last if figure.quantity.unit in _RATES else now, own, scope.status, scope.source) if since or there else None


def _is_told_of(figure: Figure) -> bool:
    """Is it said what somebody did or failed to do, and not how many there are: 36名已故老人|未及时停发补贴?"""
    noun, predicate = split_predicate(figure.subject) if figure.rule == "counted-noun" else ("", "")
    return bool(noun) and len(predicate) >= _PREDICATE


def _state_or_flow(figure: Figure, status: str, nature: str) -> str:
    """Point (a state) or flow: by the indicator list, else by unit and verb."""
    if figure.measure in ("growth", "change"):
        return "flow"
    if _HAPPENS.search(figure.subject) and figure.quantity.unit not in _STOCK_UNITS:
        return "flow"
    if nature in _KIND_OF:
        return _KIND_OF[nature]
    unit, subject = figure.quantity.unit, figure.subject
    if unit in _FLOW_UNITS:
        return "flow"
    if unit in _PEOPLE and _ENROLLED.search(subject):
        return "point"
    told = _told_by_words(subject)
    if told == "flow":
        return "flow"
    if told or unit in _STOCK_UNITS:
        return "point"
    return "flow" if status == TARGET or unit == "元" else "point"


@lru_cache(maxsize=4096)
def _told_by_words(subject: str) -> str:
    """Flow or point, where a word of the subject says so; else ""."""
    return "flow" if _FLOW.search(subject) else "point" if _STOCK.search(subject) else ""
