"""For which years a title says that its text is a plan."""
import re

from minzheng.extract.period_codes import Anchor, Period
from minzheng.extract.periods import find_periods
from minzheng.patterns import Late

_TITLE = 200            # characters in which a title stands
_PLAN = re.compile("[规计纲方](?:(?<=[规计])划|(?<=纲)要|(?<=方)案)")
# 某市“十四五”民政事业发展规划（节选）: a plan of five years, not a report on how far it has come
_PLAN_OF_YEARS = Late(
    r"^[^，。；\n]{0,30}?“?(?P<plan>十[一二三四五]五)”?(?:时期)?(?![末初])[^，。；\n]{0,30}?(?:规划|计划|纲要|方案)(?:纲要|的?通知)?[”》]?[ 　]*(?:[（(][^）)\n]*[）)])?$", re.M)
# …三年行动方案（2023—2025年）: the same, by its years
_PLAN_YEARS = Late(
    r"^[^，。；\n]{0,40}?(?:(?:规划|计划|纲要|方案)[（(](?P<behind>20\d\d)年?[至到—–~-]+(?P<last>20\d\d)年?[）)]"
    r"|(?P<before>20\d\d)年?[至到—–~-]+(?P<until>20\d\d)年[^，。；\n]{0,30}?(?:规划|计划|纲要|方案)(?:的?通知)?(?:[（(][^）)\n]*[）)])?$)", re.M)


def planned_years(text: str) -> Period | None:
    """The years, five as a rule, that a title says the text is a plan for.

    >>> planned_years("邯郸市“十四五”养老事业发展规划（摘要）").code, planned_years("邯郸市“十三五”规划完成情况")
    ('2021-01/2025-12', None)
    """
    title = text[:_TITLE]
    if not _PLAN.search(title):
        return None
    if titled := _PLAN_OF_YEARS.search(title):
        return find_periods(f"{titled['plan']}期间", Anchor())[0]
    years = _PLAN_YEARS.search(title)
    return Period(f"{years['behind'] or years['before']}-01/{years['last'] or years['until']}-12", "cumulative") if years else None


def year_before(planned: Period) -> int:
    """The last year that a plan of several years looks back on."""
    return int(planned.code[:4]) - 1
