"""What period a report is about where it does not say so: by its title, its lead, the event it tells of, its date."""
import re

from minzheng.extract.syntax import one_of
from minzheng.extract.times.anchors import MONTH_END
from minzheng.extract.times.events import time_of_event, time_of_news
from minzheng.extract.times.period_codes import LAST_MONTH, Anchor, Period, interval_of_months, since_january
from minzheng.extract.times.periods import find_periods
from minzheng.extract.times.plan_titles import TITLE, planned_years, year_before
from minzheng.extract.times.report_titles import COMMUNIQUE, HEAD, TOLD, titled_year, titled_years
from minzheng.patterns import Late

_SINCE_JANUARY = Late(r"(?:^|[\n。，；])(?:截[至止][^，。]{1,8}，)?(?:年初以来|今年以来)(?=，[^，。；0-9]+[，。；]|[^，。；]{0,12}(?:民政|坚持|围绕|聚焦|认真|深入|紧紧))")
# a paragraph that counts something before it names a time: 今年前4个月 behind that is only of what is told there
_NO_TIME = r"(?:(?![今去上半全0-9]年|[0-9]月|季度|同期|截至)[^。\n])*"
_FIRST_COUNTED = Late(f"^{_NO_TIME}(?<![0-9])[0-9.]+[万亿余多]*[名人个户张所家处对件元]{_NO_TIME}。(?=.*?。)", re.M)
_OTHER_TIME = Late("[一二三四]五”?以来|目前，|近年来|[近这][0-9两三四五几]年来?，")       # what is named behind it is an aside of its own
# 2021年前三季度工作总结: a report on a part of a year
_PART_OF_YEAR = Late(
    r"(?P<part>20\d\d年(?:上半年|前三季度|第?[一二三四1-4]季度|前[\d一二三四五六七八九十]{1,2}个?月|1月?[至—–~-]+\d{1,2}月))"
    rf"[^，。；\n]{{0,24}}(?:{one_of('reports')}|报告|汇报)")
# 2023年5月社会救助统计月报
_MONTHLY = Late(rf"^[^，。；\n]{{0,30}}?((?:20\d\d年)?(?<!\d)\d{{1,2}}月)份?(?!\d)[^，。；\n]{{0,24}}?(?:{one_of('reports')}|动态)(?:（[^）\n]*）)?$", re.M)
_NOTICE = Late("^[^，。；\\n]{0,20}关于(?:调整|提高|公布|发布|执行|做好|开展|印发)[^。；\\n]{2,40}的?(?:通知|公告|通告|决定|意见|办法)(?:（[^）]*）)?$", re.M)       # it sets, and reports on no year
_PUBLISHED = Late(
    rf"(?:发布|公布|公开|晒出|介绍|通报|汇报)了?[“《]?(20\d\d年(?:度|上半年|前三季度|第?[一二三四]季度)?)[^，。；\n]{{0,24}}?(?:{one_of('reports')}|报告|统计)")
# 关于社会救助工作情况的报告: one to a congress or council, which names no time
_REPORT_TO = Late(r"^[^，。；\n0-9]{4,40}(?:情况|工作)的?(?:报告|汇报)(?:（[^）\n]*）)?$", re.M)
# 多地上调城乡低保标准: what is set holds for the year
_RAISES = Late(r"^[^，。；\n]{0,24}(?:(?:上调|提高|调整|提标|统一|公布|发布)[^，。；\n0-9]{0,16}标准|标准[^，。；\n0-9]{0,6}(?:上调|提高|调整|提标|提升|上涨|又涨))[^。；\n]{0,20}$", re.M)
_BASED = Late(r"(?:根据|依据|基于|利用|来自)([^。；\n]{2,40}(?:年报|普查|统计数据|统计资料|报表|快报))")     # of an analysis
# What is told of this year, not what is planned for it: 部署今年任务, 今年的重点工作, 今年是…之年
_THIS_YEAR = Late(r"(?<![部署排划究确出])(?<!部署[了好]|安排[了好])今年(?!是|要|将|准备|打算|计划|拟|[^，。；0-9]{0,8}(?:将(?!军)|拟|力争|确保|计划)|[^，。；]{0,12}(?:重点|任务|工作|目标|打算|计划|思路|举措))|今年以来")
_HALF = Late(r"(?:20\d\d年|今年)上半年|半年(?:工作)?(?:总结|会议|情况)")
# lines of their own below the title: 统计时间：2021年10月; （截至10月底）
_DATA_OF = Late(r"^(?:统计|数据|报告|指标|截[至止])(?:截[至止])?(?:时间|时点|期间|周期|月份|日期|期)[：:][ \u3000]*([^\n]{4,24}?)(?:\d{1,2}日)?$", re.M)
_UP_TO = Late(r"^[（(](?:数据)?截[至止]到?(?:20\d\d年)?(\d{1,2})月(?:[底末]|3[01]日|30日)[^，。\n]{0,4}[）)]$", re.M)
_MONTHS_OF_HALF = 6                # months
_ISSUED = 2             # years after those it looks back on in which a plan of several years comes out
_FRESH = 2              # months after a part of a year in which a text that names it in its lead reports on it


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
    if _SINCE_JANUARY.search(text[:HEAD]):
        return _so_far(text, anchor)
    if _HALF.search(text[:HEAD]) and month in (0, 6, 7, 8):
        return Period(f"{year}-S1", "flow")
    if not _RAISES.search(text[:TITLE]) and (just_over := _just_over(text[:HEAD if _REPORT_TO.search(text[:TITLE]) else TITLE], anchor)):
        return _so_far(text, anchor) if just_over.code == since_january(year, month) and "以来" in text[:TITLE] else just_over
    if 0 < (titled := titled_year(text)) <= year:
        return Period(str(titled))
    if news := time_of_news(text[:TITLE], anchor):
        return news
    speaks_of_now = _THIS_YEAR.search(text[:200]) or any(int(end) <= month for end in MONTH_END.findall(text))
    if 1 <= month <= 3 and not speaks_of_now and not _NOTICE.search(text[:TITLE]):
        return Period(str(year - 1))
    return Period(str(year))


def _told_period(text: str, anchor: Anchor) -> Period | None:
    """The period that a text says it reports on, or that of the event it tells of."""
    year, month = anchor
    told = _DATA_OF.search(text[:HEAD]) or TOLD.search(text[:HEAD]) or _BASED.search(text[:HEAD]) or _PUBLISHED.search(text[:TITLE])
    if told and (periods := [p for p in find_periods(told[1], anchor) if p.code]):
        return _since(text[:HEAD], periods[-1], anchor) or periods[-1]
    if (monthly := _MONTHLY.search(text[:TITLE])) and (periods := find_periods(monthly[1], anchor)):
        ahead = "年" not in monthly[1] and interval_of_months(periods[0].code)[0] > month > 0         # 12月份工作动态, of January
        return Period(periods[0].code.replace(str(year), str(year - 1)) if ahead else periods[0].code)
    if COMMUNIQUE.search(text[:HEAD]) and month == 12:
        return Period(str(year))
    if (part := _PART_OF_YEAR.search(text[:TITLE])) and (told := find_periods(part["part"], anchor)) and told[0].year == year:
        return Period(told[0].code, told[0].kind)
    if event := time_of_event(text[:HEAD], anchor):
        return event
    if (up_to := _UP_TO.search(text[:TITLE])) and 0 < int(up_to[1]) <= month:
        return Period(f"{year}-01/{year}-{int(up_to[1]):02d}", "cumulative") if int(up_to[1]) < LAST_MONTH else Period(str(year))
    return None


def _since(lead: str, told: Period, anchor: Anchor) -> Period | None:
    """What a lead tells since when up to the month that is told of: 2012年11月以来…。现将截至1月18日情况通报如下."""
    spans = (one for one in find_periods(lead, anchor) if one.spans_years and one.code.endswith(f"/{told.code}"))
    return next((Period(one.code, one.kind) for one in spans), None)


def _so_far(text: str, anchor: Anchor) -> Period:
    """今年以来: from January to the last month's end that the text names, else to its own month.

    >>> _so_far("今年以来，市民政局…。截至8月底，建成助餐点320个。", Anchor(2025, 9)).code
    '2025-01/2025-08'
    """
    ends = [int(month) for month in MONTH_END.findall(text) if 0 < int(month) <= LAST_MONTH]
    ends += [9] if anchor.month in (10, 11) and not ends and "前三季度" in text else []
    if max(ends, default=anchor.month) == _MONTHS_OF_HALF and "上半年" in text[:HEAD]:
        return Period(f"{anchor.year}-S1", "flow")
    code = since_january(anchor.year, max(ends, default=anchor.month))
    return Period(code, "cumulative" if "/" in code else "")


def _just_over(lead: str, anchor: Anchor) -> Period | None:
    """The part of this year that a lead names and that is just over: 前三季度 in a text of October.

    >>> _just_over("10月15日，市民政局通报，今年前三季度救助900人。", Anchor(2024, 10)).code
    '2024-01/2024-09'
    >>> _just_over("10月15日，市民政局部署四季度工作。", Anchor(2024, 10))
    """
    for other in (_OTHER_TIME, _FIRST_COUNTED):
        lead = lead[:found.start()] if (found := other.search(lead)) else lead
    parts = [one for one in find_periods(lead, anchor) if one.code.startswith((f"{anchor.year}-S", f"{anchor.year}-Q", f"{anchor.year}-01/"))]
    fresh = [one for one in parts if not one.spans_years and 0 <= anchor.month - interval_of_months(one.code)[1] <= _FRESH]
    longest = min(fresh, key=lambda one: interval_of_months(one.code)[0], default=None)         # 三季度例会：前三季度…
    return longest and Period(longest.code, longest.kind)
