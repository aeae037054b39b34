"""Find the times a text speaks of and turn them into period codes."""
import re
from collections.abc import Callable
from functools import lru_cache

from minzheng.extract.syntax import one_of
from minzheng.extract.times.feasts import months_of_feast
from minzheng.extract.times.period_codes import (
    LAST_MONTH,
    Anchor,
    Period,
    last_month,
    month_near,
    quarter_told,
    since_january,
)
from minzheng.extract.times.time_words import find_times, may_name_time
from minzheng.patterns import Late

_MEETING = Late(
    rf"(?:年|年度)[^，。；、0-9]{{0,24}}?(?:{one_of('meetings')}|培训班|论坛|职业资格考试)")
_YEARLY_CHECK = Late("年度?(?:检查|年检|年报|考核|评估)")        # 参加2021年度检查: held a year later
_ISSUE = Late(r"年(?:第|总第)[0-9一二三四五六七八九十]{1,4}[期号辑](?=$|[（(）)\s，。])")      # 2025年第10期: the number of a paper
_BOOK = Late(r"《[^》]*》|（20\d\d版）")
_DAY = Late(r"\d[日号]")
_LASTS = tuple("用吃够续持")          # 储煤够用到4月: how long it will do
_WORDS = {"今年": 0, "本年": 0, "当年": 0, "同年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九十")}
_PARTS = (
    "half", "half_end", "quarter", "quarter_end", "thirds", "days", "first_months", "from_month", "to_month", "month", "that_day", "month_end", "before", "month_since")
_EARLY = 4
_TOGETHER = ("和", "与", "、", "及")
_OUTLOOK = ("展望", "面向", "谋划")        # “十四五”: its five years
_ONWARD = ("起", "开始")               # 从去年起: up to now
_FIVE_YEARS = {"十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026}


def find_periods(text: str, anchor: Anchor) -> list[Period]:
    """Periods named in a text; comparisons (比上年), titles in 《》 and names of meetings are none.

    A relative date without an anchor gives the code "".

    >>> [(p.code, p.kind) for p in find_periods("截至5月底，发放2.3亿元；去年全年1亿元，比2018年多", Anchor(2020, 6))]
    [('2020-05', 'point'), ('2019', '')]
    """
    return list(_named_periods(text, anchor)) if may_name_time(text) else []


@lru_cache(maxsize=64)          # a clause is asked for its periods, for those it lists, and for those of its figures
def _named_periods(text: str, anchor: Anchor) -> tuple[Period, ...]:
    books, found = [m.span() for m in _BOOK.finditer(text)] if "《" in text or "（20" in text else [], []
    for match in find_times(text):
        in_title = books and any(start <= match.start() < stop for start, stop in books)
        lasts = match["until2"] == "到" and text[max(0, match.start() - 1):match.start()] in _LASTS
        if match["compare"] or match["base"] or in_title or lasts or _names_a_meeting(match, text):
            continue
        period = _read(match, anchor)
        if period is not None:
            found.append(period)
    if len(found) > 1 and "分别" not in text:
        found = _joined_years(found, text)
    dated = [period for period in found if text[period.place:period.stop] != "年度"]
    return tuple(dated or found)            # 5月底前完成年度复审


def _joined_years(found: list[Period], text: str) -> list[Period]:
    """2023年和2024年，全市累计…: two years that stand together are one time."""
    one, other = found[-2:]
    joined = len(one.code) == len(other.code) == 4 and one.year + 1 == other.year and not (one.kind or other.kind) and text[one.stop:other.place] in _TOGETHER
    return [*found[:-2], Period(f"{one.code}-01/{other.code}-12", "cumulative", one.place, other.stop)] if joined else found


def _names_a_meeting(match: re.Match, text: str) -> bool:
    """2021年全省民政工作会议: the year belongs to a name."""
    if match["year"]:
        end = match.end("year")
        return bool(_MEETING.match(text, end) or _YEARLY_CHECK.match(text, end) or _ISSUE.match(text, end))
    return bool(match["word"]) and bool(_MEETING.match(text, match.end("word") - 1))


def _read(match: re.Match, anchor: Anchor) -> Period | None:
    """The period of a word of time; None for what dates nothing (目前, a plan's bare name, a day)."""
    def period(code, kind="", yearly=False):
        return Period(code, kind, match.start(), match.end(), yearly)

    if match["plan"]:
        return _of_plan(match, anchor, period)
    if match["five"] or match["some_years"] or match["years_ahead"]:
        return period(_years_around(match, anchor) if anchor.year else "", "cumulative")._replace(counted=not 0 < anchor.month <= _EARLY)
    if match["from_year"]:
        return period(f"{match['from_year']}-01/{match['to_year']}-{int(match['to_end'] or LAST_MONTH):02d}", "cumulative")
    if match["span_month"]:
        return _span(match, anchor, period)
    if match["now"] or match["each"]:
        return None
    if match["feast"]:
        return period(months_of_feast(match["feast"].strip("“”"), anchor.year), "flow")
    if match["near_month"]:
        return period(month_near(anchor, "上本下".index(match["near_month"]) - 1), "point" if match[0][-1] in "末底" else "flow")
    if match["near_quarter"]:
        return period(quarter_told(anchor, match["near_quarter"] == "上"), "flow")
    if match["past"]:
        return period(str(anchor.year - (0 < anchor.month <= 3)) if anchor.year else "")
    if match["year"] or match["word"]:
        year = int(match["year"] or (anchor.year + _WORDS[match["word"]] if anchor.year else 0))
        return _within(match, "", year, anchor, period)
    if match["from_start"]:
        first, last = f"{match['from_start']}-{int(match['from_start_month'] or 1):02d}", last_month(anchor)
        return period(f"{first}/{last}" if anchor.year and first <= last else "", "cumulative")
    if match["since_month"]:
        first, last = int(match["since_month"]), anchor.month
        known = anchor.year and 0 < first <= last <= 12
        return period(f"{anchor.year}-{first:02d}" + f"/{anchor.year}-{last:02d}" * (first < last), "cumulative") if known else None
    if match["since2"]:
        return period(since_january(anchor.year, anchor.month), "cumulative")
    if match["year_end2"]:
        return period(str(anchor.year or ""), "point", yearly=True)
    if match["whole"]:
        return period("", "flow", yearly=True)
    return _within(match, "b_", anchor.year, anchor, period)


def _of_plan(match: re.Match, anchor: Anchor, period: Callable[..., Period]) -> Period | None:
    """“十四五”期间, “十四五”以来, “十三五”末: of a plan's five years; its bare name dates nothing."""
    first = _FIVE_YEARS.get(match["plan_no"], 0)
    ahead = match.string.startswith(_OUTLOOK) and match.start() <= 3
    if not first or not (ahead or re.search(r"期间|时期|以来|末", match["plan"])):
        return None
    if match["plan"].endswith("末"):
        return period(str(first + 4), "point")
    so_far = anchor.year and match["plan"].endswith("以来") and first <= int(last_month(anchor)[:4]) <= first + 4
    return period(f"{first}-01/{last_month(anchor) if so_far else f'{first + 4}-12'}", "cumulative")


def _span(match: re.Match, anchor: Anchor, period: Callable[..., Period]) -> Period | None:
    """2021年11月至次年3月: from month to month, over the turn of a year."""
    year, first, last = int(match["span_year"] or anchor.year - 1), int(match["span_month"]), int(match["span_last"])
    to = int(match["span_to"] or year + 1)
    ordered = year > 0 and (year, first) < (to, last) and first >= 1 and 1 <= last <= LAST_MONTH
    return period(f"{year}-{first:02d}/{to}-{last:02d}", "cumulative" if to == year and first == 1 else "flow") if ordered else None


_ONWARD_FROM = frozenset("今未往接")         # 今后三年, but 用三年时间, 力争三年内: this year is one of them


def _years_around(match: re.Match, anchor: Anchor) -> str:
    """过去五年, 近三年: up to the year before where the text speaks early in a year; 今后五年: then from that year on."""
    told = match["some_years"] or match["years_ahead"] or "五"
    count = {"两": 2}.get(told) or _number_of_months(told)
    if match["years_ahead"]:
        first = anchor.year + (anchor.month > _EARLY and match[0][0] in _ONWARD_FROM)
        return f"{first}-01/{first + count - 1}-12"
    if match["and_more"]:                    # 三年多来: up to now
        return f"{anchor.year - count}-01/{last_month(anchor)}"
    last = anchor.year - (0 < anchor.month < (10 if count == 5 else 7))
    return f"{last - count + 1}-01/{last}-12"


def _within(match: re.Match, prefix: str, year: int, anchor: Anchor, period: Callable[..., Period]) -> Period | None:
    """The part of a year: half, quarter, months, end; the whole of it where no part is named.

    `prefix`: "" for groups behind a year, "b_" for a part alone; `period` makes a period at the place of the match.
    """
    part = {name: match[prefix + name] for name in _PARTS}
    if any(part[name] and not 1 <= int(part[name]) <= 12 for name in ("days", "month", "to_month")):
        return None
    if not year:
        return period("")
    if part["half_end"] or part["quarter_end"]:
        last = {"上半年": 6, "下半年": 12}.get(part["half"]) or 3 * int(DIGITS.get(part["quarter"], part["quarter"]))
        return period(f"{year}-{last:02d}" if last < 12 else str(year), "point")
    if part["half"]:
        return period(f"{year}-S{1 if part['half'] == '上半年' else 2}", "flow")
    if part["quarter"]:
        return period(f"{year}-Q{DIGITS.get(part['quarter'], part['quarter'])}", "flow")
    if part["thirds"]:
        return period(f"{year}-01/{year}-09", "cumulative")
    if part["first_months"]:
        return period(since_january(year, _number_of_months(part["first_months"])), "cumulative")
    if part["days"]:
        return period(f"{year}-{int(part['days']):02d}", "flow")        # 5月10日至31日
    if part["from_month"]:
        return _months(year, int(part["from_month"]), int(part["to_month"]), period)
    if part["month_since"] and anchor.year:
        span = f"{year}-{int(part['month']):02d}/{anchor.year}-{anchor.month or LAST_MONTH:02d}"
        return period(span, "cumulative") if span[:7] < span[8:] else None
    if not prefix and match["year_feast"]:
        named = re.search("元旦[、和]?春节|元宵|五一|劳动节|..", match["year_feast"].strip("“”"))[0]
        return period(months_of_feast(named, year), "flow")
    until = ((match["until2"] if prefix else match["until"]) or "").strip("自从")
    if part["month"]:
        point = bool(until or part["month_end"] in ("底", "末") or part["before"])
        return _month_or_day(match.group(), year, part, point, period)
    if not prefix and (match["year_end"] or until):
        return period(str(year), "point")
    if not prefix and (match["since"] or match["year_start"]):
        return _since_year(match, year, anchor, period) if match["since"] else None
    return period(str(year), "", not prefix and match["word"] in ("当年", "同年"))


def _months(year: int, first: int, last: int, period: Callable[..., Period]) -> Period | None:
    """5月至8月 of a year; None over its turn, as for 12月20日至1月5日."""
    if first == last:
        return period(f"{year}-{first:02d}", "flow")                # 7月1日至7月14日
    span = f"{year}-{first:02d}/{year}-{last:02d}"
    return period(span, "cumulative" if first == 1 else "flow") if 0 < first <= last else None


def _since_year(match: re.Match, year: int, anchor: Anchor, period: Callable[..., Period]) -> Period:
    """2022年以来, 从去年起: up to the month of the text."""
    onward = match["since"] in _ONWARD
    if match["year"] and not anchor.year:
        return period("")                   # in a text that does not say when it speaks
    if onward and year >= anchor.year:
        return period(str(year), "flow")    # 从今年起: the year itself, not the part of it that is reported on
    if year < anchor.year:
        last = last_month(anchor)
        return period(f"{year}-01/{last}" if last != f"{year}-12" else str(year), "cumulative")
    return period(since_january(year, anchor.month if year == anchor.year else LAST_MONTH), "cumulative")


def _month_or_day(words: str, year: int, part: dict[str, str], point: bool,
                  period: Callable[..., Period]) -> Period | None:
    """A month; the year at its end (12月31日, 12月底); None for a day on which something happened."""
    point = point or words.endswith(("时", "点", "前"))     # 11月1日零时: a census; 12月15日前: a deadline
    if not (point or part["that_day"]) and _DAY.search(words):
        return None
    if int(part["month"]) == 12 and (part["month_end"] in ("底", "末") or "31日" in words):
        return period(str(year), "point")
    return period(f"{year}-{int(part['month']):02d}", "point" if point else "flow")


def _number_of_months(months: str) -> int:
    """Of 前10个月, 前十个月, 前十一个月."""
    return int(months) if months.isdigit() else DIGITS[months[-1]] + 10 * (len(months) > 1)
