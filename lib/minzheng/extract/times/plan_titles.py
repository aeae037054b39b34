"""For which years a text is a plan, by its title or by the headings of its plans."""
import re

from minzheng.extract.syntax import one_of
from minzheng.extract.times.period_codes import Anchor, Period
from minzheng.extract.times.periods import find_periods
from minzheng.patterns import Late

TITLE = 200            # characters in which a title stands
_PLAN = re.compile("[规计纲方](?:(?<=[规计])划|(?<=纲)要|(?<=方)案)")
# 某市“十四五”民政事业发展规划（节选）: a plan of five years, not a report on how far it has come
_PLAN_OF_YEARS = Late(
    r"^[^，。；\n]{0,30}?“?(?P<plan>十[一二三四五]五)”?(?:时期)?(?![末初])[^，。；\n]{0,30}?(?:规划|计划|纲要|方案)(?:纲要|的?通知)?[”》]?[ 　]*(?:[（(][^）)\n]*[）)])?$", re.M)
# …三年行动方案（2023—2025年）: the same, by its years
_PLAN_YEARS = Late(
    r"^[^，。；\n]{0,40}?(?:(?:规划|计划|纲要|方案)[（(](?P<behind>20\d\d)年?[至到—–~-]+(?P<last>20\d\d)年?[）)]"
    r"|(?P<before>20\d\d)年?[至到—–~-]+(?P<until>20\d\d)年[^，。；\n]{0,30}?(?:规划|计划|纲要|方案)(?:的?通知)?(?:[（(][^）)\n]*[）)])?$)", re.M)
PLANNED_YEAR = Late(
    rf"(20\d\d)年[^，。；\n]{{0,20}}?(?:工作{one_of('plans')}|重点任务|重点工作|总体思路|目标|要点)")
PLANS_FOR = Late(rf"(20\d\d)年[^，。；\n]{{0,8}}{one_of('plans')}")
# 甲市2023年…实施方案: a plan of one year
_PLAN_TITLED = Late(r"^[^，。；\n]{0,12}(20\d\d)年度?[^，。；\n]{0,24}(?:实施|工作|行动|建设|推进)(?:方案|计划)$", re.M)


def plan_period(text: str, anchor: Anchor) -> Period:
    """The year that a plan is made for: the last of those of its title, else the one named with 工作安排 or 任务, else the document's own."""
    if planned := planned_years(text):
        return Period(str(planned.year))
    if (titled := _PLAN_TITLED.search(text[:TITLE])) and int(titled[1]) >= anchor.year:
        return Period(titled[1])
    years = [int(year) for year in PLANNED_YEAR.findall(text)]
    ahead = [y for y in years if anchor.year <= y <= anchor.year + 1]
    if ahead:
        return Period(str(max(ahead)))
    return Period(str(anchor.year + (anchor.month == 12)) if anchor.year else "")


def planned_years(text: str) -> Period | None:
    """The years, five as a rule, that a title says the text is a plan for.

    >>> planned_years("邯郸市“十四五”养老事业发展规划（摘要）").code, planned_years("邯郸市“十三五”规划完成情况")
    ('2021-01/2025-12', None)
    """
    title = text[:TITLE]
    if not _PLAN.search(title):
        return None
    if titled := _PLAN_OF_YEARS.search(title):
        return find_periods(f"{titled['plan']}期间", Anchor())[0]
    years = _PLAN_YEARS.search(title)
    return Period(f"{years['behind'] or years['before']}-01/{years['last'] or years['until']}-12", "cumulative") if years else None


def year_before(planned: Period) -> int:
    """The last year that a plan of several years looks back on."""
    return int(planned.code[:4]) - 1

