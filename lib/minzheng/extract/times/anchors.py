"""When a document was made, and from when it speaks: what its relative dates count from."""
import re

from minzheng.extract.syntax import one_of
from minzheng.extract.times.jubilees import celebrated_year
from minzheng.extract.times.period_codes import LAST_MONTH, Anchor
from minzheng.extract.times.plan_titles import PLANNED_YEAR, PLANS_FOR, TITLE, planned_years, year_before
from minzheng.extract.times.report_titles import COMMUNIQUE, HEAD, TOLD, titled_year, titled_years
from minzheng.patterns import Late

# none since which or until which something is in force
_FULL_DATE = Late(r"(?<![自从])(20\d\d)(?:年|-|/|\.)(\d{1,2})(?:月|-|/|\.)\d{1,2}(?:日(?!起|之?前)|(?![日\d]|之?前))")
_DATE_LINE = Late(r"^(?:[（(]|[—-]{1,2})?(20\d\d)年(\d{1,2})月(?:\d{1,2}日[）)]?|(?:\d{1,2}日)?，?在[^，。\n]{4,40}会议?上[^，。\n]{0,10}[）)]?)$", re.M)
# 民政局　2017年2月 on a line of its own; 2017年10月，民政局召开… at the beginning
_SIGNED = Late(r"^(?:[^，。：；\n]{2,30}[局厅部办处委府会院中心站组室](?:供稿|编印?|整理|提供)?[　 ]*|[（(]?[　 ]*)(20\d\d)年(\d{1,2})月[）)]?$", re.M)
_OPENS_IN = Late(r"^(20\d\d)年(\d{1,2})月(?:[上中下]旬|[底初末])?，?[^。\n]{0,40}?(?:召开|举行|发布|公布|通报|获悉)", re.M)
_MONTH_DAY = Late(r"(?<![自从\d])(\d{1,2})月\d{1,2}日(?!起|以来)")
_EARLY_MEETING = Late(r"(20\d\d)年([1-3])月[，,]?[^。\n]{0,40}?(?:会议|大会|工作报告)")
_MEETING_YEAR = Late(rf"(20\d\d)年[^，。；\n]{{0,24}}?{one_of('meetings')}")
_ANY_YEAR = Late(r"((?:19|20)\d\d)(?<!\d....)(?=年(?!以来)|版)")
# A year the text speaks from: none that something lasts to (but 截至2020年) and none that is planned for.
_OWN_YEAR = Late(
    r"((?:19|20)\d\d)(?=年|版)"
    r"(?<![\d到\-—～~]....)(?<!(?<!截)至....)(?<!力争....)(?<!将[在于]....)"
    r"(?!年[底末]?(?:以来|前|，?(?:我?们?|各地|各级|[全我][省市区县州])(?:要|将|力争|计划)|，?(?:力争|将|要|计划)))"
    rf"(?!年度?，?[^，。；\n]{{0,24}}?(?:计划|拟|力争|将|预计)(?:再|新)?{one_of('intended')})(?<!打算：....)(?<!计划：....)"
    r"(?<![比较]....)(?<!与....(?=年[底末]?相比))")
# 到2020年底，床位达到…, as against 到2025年，…将…
_REACHED = Late(r"到(20\d\d)年[底末]?(?![^。；\n]{0,40}?(?:将|力争|争取|确保|计划|要(?!求)|不低于|不少于|以上|实现|目标))")
# 数据均截至2023年6月底。: how far all that a text tells reaches, which may be months before its date
_DATA_END = Late(r"(?:截[至止]到?|截止(?:时间|日期)[为是]|[至到—–~-])(20\d\d)年(\d{1,2})月(?:[底末]|\d{1,2}日|份)?(?=[。；）\n]|$)")
_OF_DATA = Late("(?:数据|数字|资料|统计|评估|评价)[^。；\n0-9]{0,24}$|(?:评估|评价|考核|统计|报告)(?:时段|期间|周期|时限|区间|期|时间范围|范围)[为是：][^。；，\n]{4,12}$")
_BEFORE_END = 40        # characters in which it stands what reaches so far
MONTH_END = Late(r"截[至止]到?(?:20\d\d年)?(\d{1,2})月")
_AUTUMN = 9             # from this month on a text makes plans for the year to come
_NEW_YEAR = Late("新春|新年伊始|岁首|开年|腊月|正月|春节(?:刚|过后|假期|后|前夕)")        # 去年 is then the last year that is named
_ACCOUNTS = Late(r"^[^，。\n0-9]{0,30}决算[^，。\n0-9]{0,12}(?:（[^）\n]*）)?$", re.M)      # published in the year behind their own


def find_anchor(text: str, date: str = "") -> Anchor:
    """Year and month in which a document speaks: a full date, else a meeting's year, else its last year.

    A report that its title calls one of the year before speaks from that year's end, if it never says 今年.

    >>> find_anchor("4月16日，全省召开2018年重点工作推进会"), find_anchor("截至2月底，发放2亿元")
    (Anchor(year=2018, month=4), Anchor(year=0, month=2))
    >>> find_anchor("2018年殡葬服务情况分析\\n民政局　2019年5月10日\\n二季度火化900具。")
    Anchor(year=2018, month=12)
    """
    anchor = _up_to_its_data(text, _find_date(text, date))
    several = titled_years(text, anchor)
    year = several.year if several else titled_year(text) or (_ACCOUNTS.search(text[:TITLE]) and anchor.year - 1)
    runs_on = several and anchor.month and int(several.code[:4]) + 4 > anchor.year           # halfway through a plan
    of_before = year == anchor.year - 1 or (year == anchor.year > 0 == anchor.month) or (several and not runs_on and (year == anchor.year or not anchor.year))
    return Anchor(year, 12) if of_before and "今年" not in text else anchor


def _up_to_its_data(text: str, anchor: Anchor) -> Anchor:
    """The month that a text says its data reach to, where that is one of its own year: it speaks from there.

    >>> _up_to_its_data("本次评估数据均截至2023年6月底。", Anchor(2023, 9))
    Anchor(year=2023, month=6)
    """
    for end in _DATA_END.finditer(text):
        if int(end[1]) == anchor.year and 0 < int(end[2]) < anchor.month and _OF_DATA.search(text[max(0, end.start() - _BEFORE_END):end.start()]):
            return Anchor(anchor.year, int(end[2]))
    return anchor


def _find_date(text: str, date: str) -> Anchor:
    """Year and month in which a document was made, as far as it tells."""
    month_end = MONTH_END.search(text)
    if communique := COMMUNIQUE.search(text[:HEAD]):
        if "公报" in communique[0] or "总结" in communique[0]:
            return Anchor(int(communique[1]), 12)
        year = int(communique[1])
        return _dated(text, date) or (Anchor(year, 12) if _reports_on(text, year) else Anchor(year, 1))
    if found := _dated(text, date):
        return found
    if early := _EARLY_MEETING.search(text[:HEAD]):
        return Anchor(int(early[1]), int(early[2]))
    day, meeting = _MONTH_DAY.search(text[:HEAD]), _MEETING_YEAR.search(text[:HEAD])
    month = int(day[1]) if day else int(month_end[1]) if month_end else 0
    if meeting:
        return Anchor(int(meeting[1]) - (month == 12), month)
    if planned := planned_years(text):
        return Anchor(year_before(planned), LAST_MONTH)
    if not _OWN_YEAR.search(text) and (reached := max(map(int, _REACHED.findall(text)), default=0)):
        return Anchor(reached + (0 < month < LAST_MONTH), month)
    year = _last_own_year(text, month)
    if year and not month and "去年" in text and _NEW_YEAR.search(text[:HEAD]):
        return Anchor(year + 1, 2)
    if not year:
        return Anchor(celebrated_year(text), month)
    looks_back = _is_compared_with(text, year) if "今年" in text else day and 1 <= month <= 3 and _is_over(text, year)
    return Anchor(year + bool(looks_back), month)


def _last_own_year(text: str, month: int) -> int:
    """The last year that a text speaks from; in autumn the one that it makes plans for is yet to come.

    >>> _last_own_year("2018年发放2亿元。2019年工作打算", 11), _last_own_year("2018年发放2亿元。2019年工作打算", 1)
    (2018, 2019)
    """
    ahead = {*PLANNED_YEAR.findall(text), *PLANS_FOR.findall(text)} if month >= _AUTUMN else set()
    own = _OWN_YEAR.findall(text)
    return max(map(int, [year for year in own if year not in ahead] or own or _ANY_YEAR.findall(text)), default=0)


def _is_over(text: str, year: int) -> bool:
    """Does a text report on the whole of its last year: 1月6日获悉，2023年全市共办理…?"""
    whole = re.search(rf"全年(?!目标|任务|计划)|{year}年(?:全[省市县区州国年]|[底末])", text)
    return bool(whole) and "今年" not in text and not PLANNED_YEAR.search(text)


def _is_compared_with(text: str, year: int) -> bool:
    """Is its last year over for a text that speaks of 今年: 截至2022年底…, or 2022年，…3亿元。今年…?"""
    told = rf"截[至止]{year}年(?:12月)?[底末]|(?:^|[，。；\n]){year}年年?[底末]，?(?:全[省市县区国州盟旗]|我)"
    return re.search(rf"{told}|(?<![至到]){year}年(?:，|全[省市县区国州盟旗年])[^。\n]*[0-9][^。\n]*。(?:截[至止])?今年", text) is not None


def _reports_on(text: str, year: int) -> bool:
    """Does a 工作报告 of a year look back on it: 现将2020年…报告如下, 截至2020年底, with plans for the next?"""
    told = TOLD.search(text[:HEAD])
    return bool(told and f"{year}年" in told[1]) or str(year + 1) in PLANS_FOR.findall(text) or _is_over(text, year)


def _dated(text: str, date: str) -> Anchor | None:
    """The document's own date, else a full date at its head or foot; None where it bears none."""
    if date:
        return Anchor(int(date[:4]), int(date[5:7] or 0))
    if alone := _DATE_LINE.search(text[:TITLE]) or _DATE_LINE.search(text[-TITLE:].strip()):
        return Anchor(int(alone[1]), int(alone[2]))
    for part in (text[:HEAD], text[-HEAD:]):
        if match := _FULL_DATE.search(part):
            return Anchor(int(match[1]), int(match[2]))
    match = _SIGNED.search(text[:TITLE]) or _SIGNED.search(text[-TITLE:]) or _OPENS_IN.search(text[:TITLE])
    return Anchor(int(match[1]), int(match[2])) if match and 1 <= int(match[2]) <= 12 else None
