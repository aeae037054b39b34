"""How long what a clause says of time holds: for its figure, for the clause, for the sentence."""
import re

from minzheng.extract.syntax import one_of
from minzheng.extract.times.period_codes import LAST_MONTH, Anchor, Period, interval_of_months
from minzheng.extract.times.periods import find_periods
from minzheng.extract.times.time_words import may_name_time
from minzheng.patterns import Late

MONTH = re.compile(r"\d{4}-\d\d")            # a code of one month
_NOW = "[目现至如眼到](?:(?<=目)前|(?<=现)[在有已共]|(?<=[至如])今|(?<=眼)下|(?<=到)今天)"         # opens with a set, for speed
_OPENS_NOW, _NOW_OPENS, _NOW_TOLD = re.compile(f"(?:截至|到|[我全][省市县区州盟旗])?{_NOW}"), frozenset("截到我全目现至如眼"), re.compile(_NOW)
_LEAD_IN = Late(
    r"^(?:[一二三四五六七八九十]是|[（(]?[一二三四五六七八九十]{1,3}[）)、.]"                        # numbering
    rf"|会议{one_of('speech')}?[，,]?|[^，。；]{{0,12}}(?:{one_of('speech')}|通报)[，,：]?|[^，。；]{{0,24}}{one_of('speech')}，|[“]?)*")      # who says so
_NAMED = ("政府工作报告", "会议", "大会", "表")    # a sentence that ends so is a name, or a table's title
_LISTED = Late("[、和及至到]")
_LISTED_BEFORE = Late("[年月日度底末](?:[、和及][一二三四1-4第]?|[至到])$")
_FROM = Late("[由从自]")
_NEW_VALUE = Late("[^，]?[到至](?:今年|本年|目前|20[0-9]{2}年)的")
_FROM_NOW = Late("[由从](?:现在|目前|现行|当前)")          # 由现在的90万增至2030年的…
_OLD_VALUE = Late(r"[底末]?的|月?[月户人]均|每|[0-9]|约|不足|近|超|不到")
# 在上年增长5%的基础上，又增长6%: what holds in it ends with it
_BASIS = Late("在[^，；]*的基础上?$")
_BASIS_ENDS = ("基础", "基础上")
_AIM = Late("(?:将|要)?为[^，；]*(?:打下|打好|打牢|奠定|夯实|筑牢)[^，；]*基础$")         # 为2015年实现…打下基础
# What is told of the meeting itself has its date: 设12个分会场, 200人参加会议
_OF_THE_MEETING = Late(r"(?:会上|会议|大会|现场)(?:还|共|同时|对)*(?:通报)?(?:表扬|表彰|授予|颁发|签订|签署)|签[订署]了?[^，。；]{0,14}责任[书状]|参会|与会|到会|[分主]会场|参加(?:了)?[本此这]?次?(?:会议|大会)|收听收看|(?:负责人|同志|领导|[局厅处站]长|代表)[^，。；]{0,8}[0-9][余多]?[人名](?:参加|出席|列席)|作了?[^，。；]{0,6}(?:发言|交流)")
_OTHER_MEETING = Late("[在于被](?:全国|国家|民政部)[^，。；]{0,12}会议?上?(?:作|被|获|交流)")        # 7项工作在全国会议上作典型发言
_MEETS = re.compile("[会听参席言交现签]")      # one of them stands in every such phrase
_MEAN_OF_ALL = Late("(?:同期|同年|而)?全[国省市州区]平均(?:水平|值|数|标准)?(?:达到|[为是达约])(?:每人|每户)?(?:每[月年天])?[0-9]")          # to be compared with
_EARLIER = Late("(20[0-9]{2})年[底末]?(?:为|是|仅为?|只有|才有?)[0-9]")
_EFFECTIVE = Late(r"(?:^|[自从])(?:(?P<year>20\d\d)年|(?P<word>今年|去年))?(?P<month>\d{1,2})月(?:份|\d{1,2}[日号]|[上中下]旬|[底末初])?起|[自从]年初起")       # since when something is in force
_SAME_TIME = Late(r"(?:上年|去年)同期(?=为|是|仅|只有|约|近|[0-9])|^而?(?:上年|去年)同期(?=[^，。；比增减升降持]{2,12}[0-9])")            # …为20%: its figure is last year's
_LOOKS_BACK = 4         # a text signed up to this month reports on the year before
_AHEAD = Late(r"将|今年|明年|到20\d\d年|年底前|上半年|下半年|计划|力争")
EARLY = 3              # months
LATE = 12 - 6          # months before its end in which a text may well tell of its own year
_FIGURE = Late("[0-9](?![0-9.年月日])")
# of what the clause itself names: 服务中心10月底前投用，新建…
_OWN_DEADLINE = Late(f"(?:^|[元张亩米]的?)[^，；0-9]{{3,}}(?<![在于到至])(?:20[0-9]{{2}}年|[今明]年)?[0-9]{{1,2}}月(?:[底末]|[0-9]{{1,2}}[日号]|[上中下]旬)?前[^，；0-9]*{one_of('progress')}[^，；0-9]{{0,4}}$")
_DECEMBER_DAY = Late("(?<![0-9])12月(?!31)[0-9]{1,2}日")
_DEADLINE = Late("月(?:[底末]|[0-9]{1,2}[日号]|[上中下]旬)?前")


def is_of_the_old_value(period: Period, text: str) -> bool:
    """由2015年的8万张增加到…, 从去年底的…: 从 may be read as the beginning of the date itself."""
    return bool(_FROM.search(text[max(0, period.place - 1):period.place + 1]) and _OLD_VALUE.match(text, period.stop))


def is_of_this_december(clause: str, anchor: Anchor, running: Period) -> bool:
    """12月25日前, in a text of that month: no day of the year that is planned for."""
    return anchor.month == LAST_MONTH and running.year > anchor.year and bool(_DECEMBER_DAY.search(clause))


def is_own_deadline(clause: str) -> bool:
    """Is the day that a clause names the deadline of what it names itself, none of what is told behind it?

    >>> is_own_deadline("确保福利院9月底前投用"), is_own_deadline("9月底前")
    (True, False)
    """
    return "前" in clause and "月" in clause and bool(_OWN_DEADLINE.search(clause))


def holds_for_itself(clause: str) -> bool:
    """Does what a clause says of time and place end with it?"""
    is_basis = clause.endswith(_BASIS_ENDS) and (_BASIS.search(clause) or _AIM.match(clause))
    return bool(is_basis or ("平均" in clause and _MEAN_OF_ALL.match(clause)) or ("起" in clause and _EFFECTIVE.search(clause)) or ("同期" in clause and is_of_last_year(clause)))


def recalls_an_earlier_year(clause: str, running: Period) -> bool:
    """Does a clause behind others only recall what an earlier year had: …达到410元，2015年为366元，增长12%?"""
    earlier = _EARLIER.match(clause)
    return bool(earlier) and int(earlier[1]) < running.year


def in_force_since(clause: str, anchor: Anchor, running: Period) -> Period | None:
    """The month from which on something is in force: 自2020年9月1日起; None where a clause names none.

    >>> in_force_since("自9月1日起", Anchor(2020, 10), Period("2020-01/2020-09")).code
    '2020-09'
    """
    if not ("起" in clause and (since := _EFFECTIVE.search(clause))):
        return None
    year = int(since["year"]) if since["year"] else (anchor.year - (since["word"] == "去年") if since["word"] else running.year)
    month = int(since["month"] or 1)
    return Period(f"{year}-{month:02d}", "point" if since["month"] else "") if year and 1 <= month <= 12 else None      # 年初: the year


def speaks_of_now(clause: str) -> bool:
    """目前…, 我市现有…"""
    return clause[:1] in _NOW_OPENS and bool(_OPENS_NOW.match(clause))


def state_of_now(clause: str, anchor: Anchor) -> Period | None:
    """目前, 现有: what there is in the month in which a text speaks; None where a clause says no such thing, or that is a year's end.

    >>> state_of_now("目前全县", Anchor(2020, 6)).code, state_of_now("全县", Anchor(2020, 6))
    ('2020-06', None)
    """
    if not anchor.year or not 0 < anchor.month < LAST_MONTH or not _NOW_TOLD.search(clause):
        return None
    return Period(f"{anchor.year}-{anchor.month:02d}", "point")


def earlier_year(told: Period | None, period: Period) -> Period | None:
    """The year told of before that of a clause, for old values behind it: 2012年标准为255元，2021年达到640元；供养标准由300元提高到700元."""
    return told if told and len(told.code) == len(period.code) == 4 and told.code < period.code else None


def before_the_new_value(period: Period, text: str) -> Period | None:
    """The year of the old value where only the new one's is named: 由原来的220元提高到今年的260元."""
    is_of_the_new = len(period.code) == len("2021") and _NEW_VALUE.match(text, max(0, period.place - 1)) and not _FROM_NOW.search(text)
    return a_year_before(period) if is_of_the_new else None


def a_year_before(period: Period) -> Period:
    """The same time of the year before."""
    code = re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), period.code)
    return period._replace(code=code)


def is_listed(period: Period, text: str) -> bool:
    """一季度、二季度…: one of several, none of which holds for what follows."""
    return bool(_LISTED.match(text, period.stop) or _LISTED_BEFORE.search(text[:period.place + 1]))


def is_of_the_meeting(clause: str) -> bool:
    """Does a clause tell of the meeting itself: who took part, who spoke?"""
    return bool(_MEETS.search(clause) and _OF_THE_MEETING.search(clause) and not _OTHER_MEETING.search(clause))


def is_of_last_year(clause: str) -> bool:
    """上年同期为20%: the same time of the year before is the time of the figure, no yardstick."""
    return bool(_SAME_TIME.search(clause))


def is_within(part: Period, whole: Period | None) -> bool:
    """二季度 within 上半年, 1至9月 and 截至9月底: the one that opened goes on behind it; 一季度 and 二季度 stand side by side.

    >>> is_within(Period("2020-Q2"), Period("2020-S1")), is_within(Period("2020-Q2"), Period("2020-Q1"))
    (True, False)
    """
    if whole is None or whole.year != part.year or whole.spans_years or part.spans_years:
        return False
    (first, last), (start, stop) = interval_of_months(whole.code), interval_of_months(part.code)
    return start <= last and first <= stop


def is_year_of(period: Period, opened: Period | None) -> bool:
    """截至8月底，今年计划的60家…: the year of a state that opened the sentence, which goes on behind it."""
    return opened is not None and opened.kind == "point" and period.code == opened.code[:4] != opened.code


def is_to_come(period: Period, anchor: Anchor, reported: Period) -> bool:
    """A part of the year that had yet to begin: 四季度 in a text of August, 二季度 in a report on the first.

    >>> is_to_come(Period("2020-Q2"), Anchor(2020, 4), Period("2020-Q1")), is_to_come(Period("2020-Q2"), Anchor(2020, 7), Period("2020-S1"))
    (True, False)
    """
    if period.year != anchor.year or "-" not in period.code or period.spans_years or not anchor.month:
        return False
    first, last = interval_of_months(period.code)
    if "-" not in reported.code or reported.year != period.year:    # the month of a text is not sure enough for 6月末
        return first > anchor.month and not MONTH.fullmatch(period.code)
    return first > interval_of_months(reported.code)[1] and last > anchor.month


def is_not_over(period: Period, anchor: Anchor, late: int) -> bool:
    """This year in a text that comes more than `late` months before its end: what is told as done may be last year's, or a month's.

    >>> is_not_over(Period("2021"), Anchor(2021, 4), LATE), is_not_over(Period("2021"), Anchor(2021, 11), LATE)
    (True, False)
    """
    if not anchor.month or period.year != anchor.year or period.spans_years:
        return False
    return interval_of_months(period.code)[1] > (anchor.month if "-" in period.code else anchor.month + late)


def last_years(period: Period, anchor: Anchor) -> Period:
    """三季度 in a report of January is last year's: a part of this year that is still ahead."""
    ahead = anchor.month and period.code.startswith(str(anchor.year)) and interval_of_months(period.code)[0] > anchor.month
    return period._replace(code=period.code.replace(str(anchor.year), str(anchor.year - 1))) if ahead else period


def is_estimate(clause: str, anchor: Anchor) -> bool:
    """In a text of January, or of a year's end, 预计 estimates that year; it plans nothing."""
    return "预计" in clause and (0 < anchor.month <= EARLY or anchor.month == 12) and not _AHEAD.search(clause)


def holds_for_sentence(clause: str, sentence: str, start: int) -> bool:
    """Does a time hold behind a semicolon as well: one that no figure stands before and that is no deadline?

    `start`: of the clause in its sentence.
    """
    return not _FIGURE.search(sentence, 0, start) and not _DEADLINE.search(clause)


def lasts_beyond(period: Period, opening: str, sentence: str) -> bool:
    """Does a time in the opening of a paragraph or in a heading hold for what follows?

    No month, no state within a year, no sum of years, no quarter of a list.
    """
    sum_of_years = period.spans_years and (opening.startswith(("累计", "共"), period.stop) or is_bare_sum(period, opening))
    listed = "Q" in period.code and (is_listed(period, opening) or sentence.count("季度") > 1)
    within_a_year = MONTH.fullmatch(period.code) or (period.kind == "point" and "-" in period.code)
    return bool(period.code) and not (within_a_year or sum_of_years or listed or is_of_the_old_value(period, opening))


def is_bare_sum(period: Period, text: str) -> bool:
    """Is a time no more than a number of years before a deed: 五年|新增床位900张?"""
    return period.spans_years and period.stop - period.place == len("五年") and not text.startswith(("，", "里", "中", "是"), period.stop)


def signed_in(year: int, month: int) -> Anchor:
    """The anchor of a text with that date below it."""
    return Anchor(year - 1, 12) if month <= _LOOKS_BACK else Anchor(year, month)


def meeting_time(anchor: Anchor) -> Period:
    """When the meeting was held that a text reports."""
    year, month = anchor
    return Period(f"{year}-{month:02d}" if year and month else str(year or ""), "point")


def lasting_periods(sentence: str, anchor: Anchor) -> list[Period]:
    """Periods of an opening that hold beyond it; none of a meeting's name, none of a table's title."""
    if sentence.endswith(_NAMED) or not may_name_time(sentence):
        return []
    start = _LEAD_IN.match(sentence).end()
    opening = sentence[start:start + 30]
    return [one for one in find_periods(opening, anchor) if lasts_beyond(one, opening, sentence)]
