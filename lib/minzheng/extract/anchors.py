"""The dates a document hangs on: when it was made, and the periods that its report and its plan are about."""
import re

from minzheng.extract.events import time_of_event, time_of_news
from minzheng.extract.period_codes import LAST_MONTH, Anchor, Period, interval_of_months, since_january
from minzheng.extract.periods import find_periods
from minzheng.extract.plan_titles import planned_years, year_before
from minzheng.extract.syntax import one_of
from minzheng.patterns import Late

_COMMUNIQUE = Late(
    r"(20\d\d)年(?:(?!半年|季度|月)[^，。；\n]){0,30}(?:统计公报|发展公报|统计年报|工作总结(?!表彰|大?会)|工作回顾|年报|工作报告|年度报告)")
# none since which or until which something is in force
_FULL_DATE = Late(r"(?<![自从])(20\d\d)(?:年|-|/|\.)(\d{1,2})(?:月|-|/|\.)\d{1,2}(?:日(?!起|之?前)|(?![日\d]|之?前))")
_DATE_LINE = Late(r"^(?:[（(]|[—-]{1,2})?(20\d\d)年(\d{1,2})月(?:\d{1,2}日[）)]?|(?:\d{1,2}日)?，?在[^，。\n]{4,40}会议?上[^，。\n]{0,10}[）)]?)$", re.M)
# 民政局　2017年2月 on a line of its own; 2017年10月，民政局召开… at the beginning
_SIGNED = Late(r"^(?:[^，。：；\n]{2,30}[局厅部办处委府会院中心站组室](?:供稿|编印?|整理|提供)?[　 ]*|[（(]?[　 ]*)(20\d\d)年(\d{1,2})月[）)]?$", re.M)
_OPENS_IN = Late(r"^(20\d\d)年(\d{1,2})月(?:[上中下]旬|[底初末])?，?[^。\n]{0,40}?(?:召开|举行|发布|公布|通报|获悉)", re.M)
_MONTH_DAY = Late(r"(?<![自从\d])(\d{1,2})月\d{1,2}日(?!起)")
_EARLY_MEETING = Late(r"(20\d\d)年([1-3])月[，,]?[^。\n]{0,40}?(?:会议|大会|工作报告)")
_MEETING_YEAR = Late(rf"(20\d\d)年[^，。；\n]{{0,24}}?{one_of('meetings')}")
_ANY_YEAR = Late(r"((?:19|20)\d\d)(?<!\d....)(?=年(?!以来)|版)")
# A year the text speaks from: none that something lasts to (but 截至2020年) and none that is planned for.
_OWN_YEAR = Late(
    r"((?:19|20)\d\d)(?=年|版)"
    r"(?<![\d到\-—～~]....)(?<!(?<!截)至....)(?<!力争....)(?<!将[在于]....)"
    r"(?!年[底末]?(?:以来|前|，?(?:我?们?|各地|各级|[全我][省市区县州])(?:要|将|力争|计划)|，?(?:力争|将|要|计划)))"
    rf"(?!年度?[^，。；\n]{{0,24}}?(?:计划|拟|力争|将|预计)(?:再|新)?{one_of('intended')})(?<!打算：....)(?<!计划：....)")
_MONTH_END = Late(r"截[至止]到?(?:20\d\d年)?(\d{1,2})月")
_HALF = Late(r"(?:20\d\d年|今年)上半年|半年(?:工作)?(?:总结|会议|情况)")
_AUTUMN = 9             # from this month on a text makes plans for the year to come
_OTHER_TIME = Late("[一二三四]五”?以来|目前，|近年来|[近这][0-9两三四五几]年来?，")       # what is named behind it is an aside of its own
# a line of its own below the title: （截至10月底）
_UP_TO = Late(r"^[（(](?:数据)?截[至止]到?(?:20\d\d年)?(\d{1,2})月(?:[底末]|3[01]日|30日)[^，。\n]{0,4}[）)]$", re.M)
_FRESH = 2              # months after a part of a year in which a text that names it in its lead reports on it
_PLANNED_YEAR = Late(
    rf"(20\d\d)年[^，。；\n]{{0,20}}?(?:工作{one_of('plans')}|重点任务|重点工作|总体思路|目标|要点)")
_PLAN_TITLED = Late(r"^[^，。；\n]{0,12}(20\d\d)年度?[^，。；\n]{0,24}(?:实施|工作|行动|建设|推进)(?:方案|计划)$", re.M)
_PLANS_FOR = Late(rf"(20\d\d)年[^，。；\n]{{0,8}}{one_of('plans')}")
_SINCE_JANUARY = Late(r"(?:^|[\n。，；])(?:截[至止][^，。]{1,8}，)?(?:年初以来|今年以来)(?=，[^，。；0-9]+[，。；]|[^，。；]{0,12}(?:民政|坚持|围绕|聚焦|认真|深入|紧紧))")
_NEW_YEAR = Late("新春|新年伊始|岁首|开年|腊月|正月|春节(?:刚|过后|假期|后|前夕)")        # 去年 is then the last year that is named
_TOLD = Late(r"现将([^。；]{4,40}?)(?:通报|公布|公告|报告|汇报|总结)(?:如下|于后)")        # 现将1—9月工作情况通报如下
# What is told of this year, not what is planned for it: 部署今年任务, 今年的重点工作, 今年是…之年
_THIS_YEAR = Late(r"(?<![部署排划究确出])(?<!部署[了好]|安排[了好])今年(?!是|要|将|准备|打算|计划|拟|[^，。；0-9]{0,8}(?:将(?!军)|拟|力争|确保|计划)|[^，。；]{0,12}(?:重点|任务|工作|目标|打算|计划|思路|举措))|今年以来")
_REPORT = (rf"(?:{one_of('reports')}|(?:情况|分析|统计|发展|质量|[自互考]?评[估价]?|年度|调[研查])的?报告)")
# A numbered heading is no title: 一、2015年工作回顾 in a report of January 2016
_NO_HEADING = r"(?![一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+(?:部分|[章节篇]))"
# 2021年婚姻登记情况分析: a line that says of which year it reports
_TITLED = Late(rf"^{_NO_HEADING}[^，。；\n]{{0,30}}?(20\d\d)年度?(?![至到—–~-]|[^，。；\n]{{0,4}}(?:半年|季度|\d月|以来))[^，。；\n]{{0,30}}?{_REPORT}(?:（[^）\n]*）)?$", re.M)
# “十三五”民政事业发展回眸, 2016—2020年…综述
_TITLED_YEARS = Late(
    rf"^{_NO_HEADING}[^，。；\n]{{0,30}}?(?:(?P<plan>“?十[一二三四五]?五”?)(?:时期|期间|以来)?|(?P<years>20\d\d年?[至到—–~-]+20\d\d年)|五年)"
    rf"(?![末初])[^，。；》\n]{{0,30}}?(?:{_REPORT}|成就|变迁|[这去近]五年|(?<=[这去近]五年))(?:[与和暨及、][^，。；\n]{{0,16}}(?:展望|{one_of('plans')}))?(?:（[^）\n]*）)?$", re.M)
# 2021年前三季度工作总结: a report on a part of a year
_PART_OF_YEAR = Late(
    r"(?P<part>20\d\d年(?:上半年|前三季度|第?[一二三四1-4]季度|前[\d一二三四五六七八九十]{1,2}个?月|1月?[至—–~-]+\d{1,2}月))"
    rf"[^，。；\n]{{0,24}}(?:{one_of('reports')}|报告|汇报)")
# 2023年5月社会救助统计月报
_MONTHLY = Late(rf"^[^，。；\n]{{0,30}}?((?:20\d\d年)?(?<!\d)\d{{1,2}}月)份?(?!\d)[^，。；\n]{{0,24}}?(?:{one_of('reports')}|动态)(?:（[^）\n]*）)?$", re.M)
_NOTICE = Late("^[^，。；\\n]{0,20}关于(?:调整|提高|公布|发布|执行|做好|开展|印发)[^。；\\n]{2,40}的?(?:通知|公告|通告|决定|意见|办法)(?:（[^）]*）)?$", re.M)       # it sets, and reports on no year
_PUBLISHED = Late(
    rf"(?:发布|公布|公开|晒出|介绍|通报|汇报)了?[“《]?(20\d\d年(?:度|上半年|前三季度|第?[一二三四]季度)?)[^，。；\n]{{0,24}}?(?:{one_of('reports')}|报告|统计)")
_TITLE = 200
_ACCOUNTS = Late(r"^[^，。\n0-9]{0,30}决算[^，。\n0-9]{0,12}(?:（[^）\n]*）)?$", re.M)      # published in the year behind their own
_BASED = Late(r"(?:根据|依据|基于|利用|来自)([^。；\n]{2,40}(?:年报|普查|统计数据|统计资料|报表|快报))")     # of an analysis
_ISSUED = 2             # years after those it looks back on in which a plan of several years comes out
_HEAD = 600             # characters at either end in which a text says what and when it is


def find_anchor(text: str, date: str = "") -> Anchor:
    """Year and month in which a document speaks: a full date, else a meeting's year, else its last year.

    A report that its title calls one of the year before speaks from that year's end, if it never says 今年.

    >>> find_anchor("4月16日，全省召开2018年重点工作推进会"), find_anchor("截至2月底，发放2亿元")
    (Anchor(year=2018, month=4), Anchor(year=0, month=2))
    >>> find_anchor("2018年殡葬服务情况分析\\n民政局　2019年5月10日\\n二季度火化900具。")
    Anchor(year=2018, month=12)
    """
    anchor = _find_date(text, date)
    several = titled_years(text, anchor)
    year = several.year if several else titled_year(text) or (_ACCOUNTS.search(text[:_TITLE]) and anchor.year - 1)
    runs_on = several and anchor.month and int(several.code[:4]) + 4 > anchor.year           # halfway through a plan
    of_before = year == anchor.year - 1 or (several and not runs_on and (year == anchor.year or not anchor.year))
    return Anchor(year, 12) if of_before and "今年" not in text else anchor


def titled_year(text: str) -> int:
    """The year that a line at the head says the text reports on; 0 where none does."""
    titled = _TITLED.search(text[:_TITLE])
    return int(titled[1]) if titled else 0


def _find_date(text: str, date: str) -> Anchor:
    """Year and month in which a document was made, as far as it tells."""
    month_end = _MONTH_END.search(text)
    if communique := _COMMUNIQUE.search(text[:_HEAD]):
        if "公报" in communique[0] or "总结" in communique[0]:
            return Anchor(int(communique[1]), 12)
        year = int(communique[1])
        return _dated(text, date) or (Anchor(year, 12) if _reports_on(text, year) else Anchor(year, 1))
    if found := _dated(text, date):
        return found
    if early := _EARLY_MEETING.search(text[:_HEAD]):
        return Anchor(int(early[1]), int(early[2]))
    day, meeting = _MONTH_DAY.search(text[:_HEAD]), _MEETING_YEAR.search(text[:_HEAD])
    month = int(day[1]) if day else int(month_end[1]) if month_end else 0
    if meeting:
        return Anchor(int(meeting[1]) - (month == 12), month)
    if planned := planned_years(text):
        return Anchor(year_before(planned), LAST_MONTH)
    year = _last_own_year(text, month)
    if year and not month and "去年" in text and _NEW_YEAR.search(text[:_HEAD]):
        return Anchor(year + 1, 2)
    looks_back = day and 1 <= month <= 3 and year and _is_over(text, year)
    return Anchor(year + bool(looks_back), month)


def _last_own_year(text: str, month: int) -> int:
    """The last year that a text speaks from; in autumn the one that it makes plans for is yet to come.

    >>> _last_own_year("2018年发放2亿元。2019年工作打算", 11), _last_own_year("2018年发放2亿元。2019年工作打算", 1)
    (2018, 2019)
    """
    ahead = {*_PLANNED_YEAR.findall(text), *_PLANS_FOR.findall(text)} if month >= _AUTUMN else set()
    own = _OWN_YEAR.findall(text)
    return max(map(int, [year for year in own if year not in ahead] or own or _ANY_YEAR.findall(text)), default=0)


def _is_over(text: str, year: int) -> bool:
    """Does a text report on the whole of its last year: 1月6日获悉，2023年全市共办理…?"""
    whole = re.search(rf"全年(?!目标|任务|计划)|{year}年(?:全[省市县区州国年]|[底末])", text)
    return bool(whole) and "今年" not in text and not _PLANNED_YEAR.search(text)


def _reports_on(text: str, year: int) -> bool:
    """Does a 工作报告 of a year look back on it: 现将2020年…报告如下, 截至2020年底, with plans for the next?"""
    told = _TOLD.search(text[:_HEAD])
    return bool(told and f"{year}年" in told[1]) or str(year + 1) in _PLANS_FOR.findall(text) or _is_over(text, year)


def _dated(text: str, date: str) -> Anchor | None:
    """The document's own date, else a full date at its head or foot; None where it bears none."""
    if date:
        return Anchor(int(date[:4]), int(date[5:7] or 0))
    if alone := _DATE_LINE.search(text[:_TITLE]) or _DATE_LINE.search(text[-_TITLE:].strip()):
        return Anchor(int(alone[1]), int(alone[2]))
    for part in (text[:_HEAD], text[-_HEAD:]):
        if match := _FULL_DATE.search(part):
            return Anchor(int(match[1]), int(match[2]))
    match = _SIGNED.search(text[:_TITLE]) or _SIGNED.search(text[-_TITLE:]) or _OPENS_IN.search(text[:_TITLE])
    return Anchor(int(match[1]), int(match[2])) if match and 1 <= int(match[2]) <= 12 else None


def report_period(text: str, anchor: Anchor) -> Period:
    """What a report is about where it does not say so: a January to March meeting reports on the year before.

    >>> report_period("1月10日，全省民政工作会议召开", Anchor(2022, 1)).code
    '2021'
    """
    year, month = anchor.year, anchor.month
    if not year:
        return Period("")
    if (planned := planned_years(text)) and year <= year_before(planned) + _ISSUED:
        return Period(str(year_before(planned)))
    if several := titled_years(text, anchor):
        return several
    if told := _told_period(text, anchor):
        return told
    if _SINCE_JANUARY.search(text[:_HEAD]):
        return _so_far(text, anchor)
    if _HALF.search(text[:_HEAD]) and month in (0, 6, 7, 8):
        return Period(f"{year}-S1", "flow")
    if just_over := _just_over(text[:_TITLE], anchor):
        return _so_far(text, anchor) if just_over.code == since_january(year, month) and "以来" in text[:_TITLE] else just_over
    if 0 < (titled := titled_year(text)) <= year:
        return Period(str(titled))
    if news := time_of_news(text[:_TITLE], anchor):
        return news
    speaks_of_now = _THIS_YEAR.search(text[:200]) or any(int(end) <= month for end in _MONTH_END.findall(text))
    if 1 <= month <= 3 and not speaks_of_now and not _NOTICE.search(text[:_TITLE]):
        return Period(str(year - 1))
    return Period(str(year))


def _so_far(text: str, anchor: Anchor) -> Period:
    """今年以来: from January to the last month's end that the text names, else to its own month.

    >>> _so_far("今年以来，市民政局…。截至8月底，建成助餐点320个。", Anchor(2025, 9)).code
    '2025-01/2025-08'
    """
    ends = [int(month) for month in _MONTH_END.findall(text) if 0 < int(month) <= LAST_MONTH]
    ends += [9] if anchor.month in (10, 11) and not ends and "前三季度" in text else []
    code = since_january(anchor.year, max(ends, default=anchor.month))
    return Period(code, "cumulative" if "/" in code else "")


def _told_period(text: str, anchor: Anchor) -> Period | None:
    """The period that a text says it reports on, or that of the event it tells of."""
    year, month = anchor
    told = _TOLD.search(text[:_HEAD]) or _BASED.search(text[:_HEAD]) or _PUBLISHED.search(text[:_TITLE])
    if told and (periods := [p for p in find_periods(told[1], anchor) if p.code]):
        return _since(text[:_HEAD], periods[-1], anchor) or periods[-1]
    if (monthly := _MONTHLY.search(text[:_TITLE])) and (periods := find_periods(monthly[1], anchor)):
        ahead = "年" not in monthly[1] and interval_of_months(periods[0].code)[0] > month > 0         # 12月份工作动态, of January
        return Period(periods[0].code.replace(str(year), str(year - 1)) if ahead else periods[0].code)
    if _COMMUNIQUE.search(text[:_HEAD]) and month == 12:
        return Period(str(year))
    if (part := _PART_OF_YEAR.search(text[:_TITLE])) and (told := find_periods(part["part"], anchor)) and told[0].year == year:
        return Period(told[0].code, told[0].kind)
    if event := time_of_event(text[:_HEAD], anchor):
        return event
    if (up_to := _UP_TO.search(text[:_TITLE])) and 0 < int(up_to[1]) <= month:
        return Period(f"{year}-01/{year}-{int(up_to[1]):02d}", "cumulative") if int(up_to[1]) < LAST_MONTH else Period(str(year))
    return None


def _since(lead: str, told: Period, anchor: Anchor) -> Period | None:
    """What a lead tells since when up to the month that is told of: 2012年11月以来…。现将截至1月18日情况通报如下."""
    spans = (one for one in find_periods(lead, anchor) if one.spans_years and one.code.endswith(f"/{told.code}"))
    return next((Period(one.code, one.kind) for one in spans), None)


def titled_years(text: str, anchor: Anchor) -> Period | None:
    """The years that a title says the text looks back on."""
    if not (titled := _TITLED_YEARS.search(text[:_TITLE])):
        return None
    told = find_periods(titled["years"] or (f"{titled['plan']}以来" if titled["plan"] else "过去五年"), anchor)
    known = told and told[0].code and (told[0].year <= anchor.year or not anchor.year)
    return Period(told[0].code, told[0].kind) if known else None


def _just_over(lead: str, anchor: Anchor) -> Period | None:
    """The part of this year that a lead names and that is just over: 前三季度 in a text of October.

    >>> _just_over("10月15日，市民政局通报，今年前三季度救助900人。", Anchor(2024, 10)).code
    '2024-01/2024-09'
    >>> _just_over("10月15日，市民政局部署四季度工作。", Anchor(2024, 10))
    """
    other = _OTHER_TIME.search(lead)
    parts = [one for one in find_periods(lead[:other.start()] if other else lead, anchor) if one.code.startswith((f"{anchor.year}-S", f"{anchor.year}-Q", f"{anchor.year}-01/"))]
    fresh = [one for one in parts if not one.spans_years and 0 <= anchor.month - interval_of_months(one.code)[1] <= _FRESH]
    longest = min(fresh, key=lambda one: interval_of_months(one.code)[0], default=None)         # 三季度例会：前三季度…
    return longest and Period(longest.code, longest.kind)


def plan_period(text: str, anchor: Anchor) -> Period:
    """The year that a plan is made for: the last of those of its title, else the one named with 工作安排 or 任务, else the document's own."""
    if planned := planned_years(text):
        return Period(str(planned.year))
    if (titled := _PLAN_TITLED.search(text[:_TITLE])) and int(titled[1]) >= anchor.year:
        return Period(titled[1])
    years = [int(year) for year in _PLANNED_YEAR.findall(text)]
    ahead = [y for y in years if anchor.year <= y <= anchor.year + 1]
    if ahead:
        return Period(str(max(ahead)))
    return Period(str(anchor.year + (anchor.month == 12)) if anchor.year else "")
