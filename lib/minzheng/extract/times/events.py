"""The time of the event that a page tells of: a flood, an inspection, an audit, the news of a month."""
import re

from minzheng.extract.syntax import one_of
from minzheng.extract.times.period_codes import Anchor, Period, interval_of_months
from minzheng.extract.times.periods import find_periods
from minzheng.patterns import Late

_HARM = r"(?:[洪雪旱震冻雹水火]灾|灾情|灾害(?!救助标准)|洪涝|[抗防]洪|[抗防]汛|抗震|抗旱|抗灾|救灾|受灾|地震|台风|山洪|泥石流|滑坡|风雹|强降雨|暴雨|暴雪|旱情)"
# a title of a disaster or epidemic, and of no year's work against them; a lead that tells when it struck
_OF_A_DISASTER = Late(
    rf"(?!.*(?:20\d\d年度?(?!\d{{1,2}}月)|半年|季度|总结|要点|规划|计划|预案|办法|会议|冬春|防灾|常态化|统筹))[^\n]*(?:{_HARM}|[战抗]“?疫|疫情)")
_STRUCK = Late(rf"[^。；\n]*?(?:遭遇|遭受|突发|发生|出现|受)[^，。；0-9]{{0,12}}{_HARM}")
_IN_MONTHS = Late(r"\d{4}-\d\d(?:/|$)")
# 对2019年至2020年…管理使用情况进行了审计: what was found is of those years
_LOOKED_INTO = Late(
    r"对[^。；\n]{0,40}?(?P<years>20\d\d年?[至到—–~-]+20\d\d年|20\d\d年)度?[^。；\n]{0,40}?进行了?[^，。；\n]{0,8}(?:审计|核查|检查|抽查|评估|评价|考核)")
# how news of some days or a month begin: 12月5日至8日，督查组…; 9月中旬以来，…; 5月，甲市…
_DAYS = r"\d{1,2}月\d{1,2}[日号]?[至到—–~-]+(?:\d{1,2}月)?\d{1,2}[日号]"
_FEAST = "“?(?:元旦|春节|元宵|清明|五一|劳动节|端午|七夕|中秋|国庆|重阳)”?节?"
_DAY = rf"(?P<month>\d{{1,2}})月\d{{1,2}}[日号](?:上午|下午|凌晨|晚)?(?:是?{_FEAST})?(?:当[天日])?"
_OF_A_YEAR = Late("今年(?![0-9])|本年|全年|年内|半年|季度|年以来|年初以来")
_LONGER = Late(f"{_OF_A_YEAR.pattern}|[0-9]月以来|截[至止](?!目前)")         # what happened on a day is not all that a page tells
_LEAD = Late(
    rf"^(?:[^\n。，]{{0,16}}[讯电][ 　]*)?(?:[^\n。0-9]{{2,24}}。)?(?:[^\n。，0-9]{{0,16}}(?:获悉|了解到|介绍|消息|统计|透露)，)?(?P<when>(?P<day>{_DAY}|近日|日前|近期)|(?P<near>{_FEAST}(?:佳节)?(?:临近|将近|将至|来临|到来|前夕|前)(?:之际)?)|{_FEAST}(?:祭扫|小长假|假期)*(?:期间|假期|当[天日])|{_DAYS}|(?:自|从)?\d{{1,2}}月(?:\d{{1,2}}[日号]|[上中下]旬|[初底])?以来|\d{{1,2}}月(?:[上中下]旬|份|[初底])?)，(?P<what>[^。\n]*)。")
_GATHERED = Late(f"召开|举行|举办|印发|下发|出台|发布|通报|通知|获悉|标准|提高|上调|{one_of('meetings')}|考试|开学|会上")
_LATELY = Late(r"(?:^|[。，])(?:[上本]周|昨[天日]|前天|连日来|这几天|节前)[一二三四五六末日]?，?|截[至止]\d{1,2}日", re.M)
_ENDED = Late("已?于(?:今年|本年)?([0-9]{1,2}月)(?:[0-9]{1,2}日|[底末初]|[上中下]旬)?(?:全部|全面|圆满|顺利|如期)*(?:结束|完成|收官|落幕|收尾|告捷)")
_FRESH = 1              # months before the date of a page in which what it tells as news may have ended
_MONTH = Late(r"(?:(20\d\d)年)?(?<!\d)(\d{1,2})月")


def time_of_event(text: str, anchor: Anchor) -> Period | None:
    """When that was what a page tells of: the years that were audited, the days of a disaster; None for other pages.

    >>> time_of_event("对2017年至2018年殡葬服务收费情况进行了专项检查。", Anchor(2019, 6)).code
    '2017-01/2018-12'
    """
    if "进行" in text and (looked := _LOOKED_INTO.search(text)):
        years = find_periods(looked["years"], anchor)[0]
        return Period(years.code, years.kind) if years.year <= anchor.year else None
    if anchor.month and _OF_A_DISASTER.match(text):
        return _first_months(text, anchor) or _month_of(anchor)
    if anchor.month and _STRUCK.match(struck := _opening(text)):
        return _first_months(struck, anchor) or (None if _OF_A_YEAR.search(text) else _month_of(anchor))
    return None


def time_of_news(text: str, anchor: Anchor) -> Period | None:
    """The days or the month just over that the first sentence of a page opens with; None for meetings and all other pages.

    A single day tells the time of a page that names no longer time.

    >>> time_of_news("村里来了检查组\\n4月6日至9日，检查组到各院查看消防设施。", Anchor(2022, 4)).code
    '2022-04'
    """
    if not anchor.month:
        return None
    lead = _LEAD.match(_opening(text))
    if (ended := _ENDED.search(_opening(text))) and (told := _first_months(ended[1], anchor)):
        return told
    if lead and lead["day"]:
        gathers = _GATHERED.search(lead["what"]) or _LONGER.search(text)
        return _month_of(anchor) if not gathers and int(lead["month"] or anchor.month) == anchor.month else None
    if lead and lead["near"] and not _LONGER.search(text):
        return _month_of(anchor)
    if lead and not _GATHERED.search(lead["what"].partition("，")[0]) and (told := _first_months(lead["when"], anchor)):
        return told if 0 <= anchor.month - interval_of_months(told.code)[1] <= _FRESH else None
    return _month_of(anchor) if _LATELY.search(text) else None


def _opening(text: str) -> str:
    """The first line that holds a whole sentence."""
    return next((line for line in text.split("\n") if "。" in line), "")


def _month_of(anchor: Anchor) -> Period:
    return Period(f"{anchor.year}-{anchor.month:02d}", "flow")


def _first_months(told: str, anchor: Anchor) -> Period | None:
    """The first days or months that a text names of this year."""
    named = (one for one in find_periods(told, anchor) if one.kind in ("flow", "cumulative") and one.year == anchor.year and _IN_MONTHS.match(one.code))
    first = next(named, None)
    return first and Period(first.code, first.kind)


def span_told(sentence: str, anchor: Anchor) -> Period | None:
    """From the first month that a sentence names to the last, for 其间 behind it: 7月初启动，8月25日结束.

    >>> span_told("整治3月中旬启动，5月20日结束。", Anchor(2023, 6)).code
    '2023-03/2023-05'
    """
    months = [int(month) for year, month in _MONTH.findall(sentence) if not year or int(year) == anchor.year]
    if not months or not anchor.year:
        return next((one for one in reversed(find_periods(sentence, anchor)) if one.code), None)
    first, last = min(months), max(months)
    return Period(f"{anchor.year}-{first:02d}" + f"/{anchor.year}-{last:02d}" * (first < last), "flow") if first >= 1 and last <= 12 else None
