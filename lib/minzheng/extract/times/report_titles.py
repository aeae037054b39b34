"""What the title and the first lines of a report say of the years it is about: 2021年…情况分析, “十三五”…回眸, 统计公报."""
import re

from minzheng.extract.syntax import one_of
from minzheng.extract.times.period_codes import Anchor, Period
from minzheng.extract.times.periods import find_periods
from minzheng.extract.times.plan_titles import TITLE
from minzheng.patterns import Late

HEAD = 600             # characters at either end in which a text says what and when it is
COMMUNIQUE = Late(
    r"(20\d\d)年(?:(?!半年|季度|月)[^，。；\n]){0,30}(?:统计公报|发展公报|统计年报|工作总结(?!表彰|大?会)|工作回顾|年报|工作报告|年度报告)")
TOLD = Late(r"现将([^。；]{4,40}?)(?:通报|公布|公告|公示|报告|汇报|总结)(?:如下|于后)")        # 现将1—9月工作情况通报如下
_REPORT = (rf"(?:{one_of('reports')}|(?:情况|分析|统计|发展|质量|[自互考]?评[估价]?|年度|调[研查])的?报告|(?:中期|末期|终期|阶段性?|总结性?|自我?)评估)")
_TOLD_AT = "(?:(?:专题|主题|系列|专场)*(?:新闻)?(?:发布会|通气会|吹风会)(?:实录)?)?"
# A numbered heading is no title: 一、2015年工作回顾 in a report of January 2016
_NO_HEADING = r"(?![一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+(?:部分|[章节篇]))"
# 2021年婚姻登记情况分析: a line that says of which year it reports
_TITLED = Late(rf"^{_NO_HEADING}[^，。；\n]{{0,30}}?(20\d\d)年度?(?![至到—–~-]|[^，。；\n]{{0,4}}(?:半年|季度|\d月|以来))[^，。；\n]{{0,30}}?{_REPORT}{_TOLD_AT}(?:（[^）\n]*）)?$", re.M)
_CARRIED_OUT = "实施|执行|落实|完成|推进|进展"
# “十三五”民政事业发展回眸, 《…“十四五”规划》中期评估报告, 2016—2020年…综述
_TITLED_YEARS = Late(
    rf"^{_NO_HEADING}[^，。；\n]{{0,30}}?(?:(?P<plan>“?十[一二三四五]?五”?)(?:时期|期间|以来)?|(?P<years>20\d\d年?[至到—–~-]+20\d\d年)|五年)"
    rf"(?![末初])[^，。；》\n]{{0,30}}?(?:》的?(?:中期|终期|末期|总结|自[查评]|{_CARRIED_OUT})[^，。；》\n]{{0,12}}?)?(?:{_REPORT}|成就|变迁|[这去近]五年|(?<=[这去近]五年))(?:[与和暨及、][^，。；\n]{{0,16}}(?:展望|{one_of('plans')}))?(?:（[^）\n]*）)?$", re.M)


def titled_year(text: str) -> int:
    """The year that a line at the head says the text reports on; 0 where none does."""
    titled = _TITLED.search(text[:TITLE])
    return int(titled[1]) if titled else 0


def titled_years(text: str, anchor: Anchor) -> Period | None:
    """The years that a title says the text looks back on."""
    if not (titled := _TITLED_YEARS.search(text[:TITLE])):
        return None
    told = find_periods(titled["years"] or (f"{titled['plan']}以来" if titled["plan"] else "过去五年"), anchor)
    known = told and told[0].code and (told[0].year <= anchor.year or not anchor.year)
    return Period(told[0].code, told[0].kind) if known else None
