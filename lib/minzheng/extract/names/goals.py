"""Goals of the whole year inside a report on a part of it: 为全年目标8.2亿元的50.2%."""
import re

from minzheng.extract.syntax import one_of
from minzheng.patterns import Late

_YEARLY = r"(?:年度|全年|年初|当年|本年|规划期?)[^，。；、0-9的]{0,4}?(?:目标|计划|任务)"
_GOAL = Late(rf"{_YEARLY}(?:[^，。；、0-9的完达高低多少差快超]|高龄|低保|最低){{0,20}}$|(?<!完成)(?<![按照占为])计划(?:(?:新建|建设|改造|实施|培训|开工|新增)的)?$"
    r"|^(?:任务|目标|计划)(?:数|量)?(?:为|是)?$|[年度月]的?(?:任务|目标)(?:数|量)?[为是]$|^(?:(?!完成|超过).)*(?:下达|分解|承担|原定)[^，。；、0-9完达高低]{0,28}(?:任务|目标|计划)(?:数|量)?(?:为|是)?$")         # 市下达我区任务300张
_BARE_GOAL = Late(rf"^(?:[为占距离超较比]|完成|达到|相当于)*了?(?P<goal>{_YEARLY}(?:数|值|量|额|投资|总额|人数)?)(?:为|是)?$")
# 计划新建12家，实际建成13家: a plan of the time that is told of
_TASK, _FULFILLED = re.compile("实事|任务|指标|^(?:原|年初|年度|全年)*(?:计划|拟)(?!生育)"), re.compile(f"[，；](?:现|目前|截至目前，)?(?:全部|均)?(?:已经?|实际)(?:全部|均)?(?:落实|改造|{one_of('newly', 'built')})")
# 年初定下改造30家的任务: of the whole year
_SET = Late("年初[^，。；]{0,16}(?:定下|确定|提出|部署|下达|设定|承诺)了?(?!的)[^，。；]*[0-9]")
_OF_THE_YEAR, _GOAL_BEHIND = re.compile("(?:年度|全年|年初|当年)[^，。；0-9]{0,6}$"), re.compile("的[^，。；0-9]{0,8}?(?:任务|目标|计划)")
# 达到规划提出的|58%目标
_SET_BY, _SET_GOAL = re.compile("(?:提出|确定|明确|设定|规定|要求|下达|承诺)的$"), re.compile("的?(?:规划|预期|约束性|年度)?(?:目标|任务|指标)(?:值|要求)?(?=$|[，。；、])")
_POINTS = frozenset({"百分点", "千分点"})         # 高于规划目标2个百分点
_TASK_BEHIND = Late("的(?:年度|全年|建设|改造|新建|目标)*(?:任务|目标任务)")       # 新建食堂9家的任务，已建成4家
_REACHED = Late("完成|达|占|超")


def is_goal(before: str, unit: str) -> bool:
    """Whether a figure is a goal for the whole year, by the words before it in its clause; not 完成年度目标的104%.

    >>> is_goal("为全年目标", "元"), is_goal("完成年度目标的", "%"), is_goal("完成全年任务", "%"), is_goal("距年度目标", "%")
    (True, False, False, True)
    """
    return unit not in _POINTS and ("计划" in before or "目标" in before or "任务" in before) and bool(_GOAL.search(before)) and not (
        unit == "%" and _REACHED.search(before))


def is_goal_behind(before: str, behind: str) -> bool:
    """Whether the words behind a figure make a goal of it: 完成年度900户的任务; not 完成900户的改造任务."""
    if _SET_BY.search(before) and _SET_GOAL.match(behind):
        return True
    return behind.startswith("的") and bool(_OF_THE_YEAR.search(before) and _GOAL_BEHIND.match(behind))


def is_task_behind(before: str, behind: str) -> bool:
    """Whether a clause names a task by its last words: 新建食堂9家的任务，已建成4家; not 完成9家的任务."""
    return behind.startswith("的") and bool(_TASK_BEHIND.fullmatch(behind)) and not _REACHED.search(before)


def is_task(clause: str, behind: str) -> bool:
    """Whether a clause names what was to be done: by itself, or by the clause behind it: 实事项目新增床位300张，已完成340张."""
    return bool((_FULFILLED.match(behind) and _TASK.search(clause)) or ("年初" in clause and _SET.search(clause)))


def bare_goal(before: str, unit: str) -> str:
    """The words of a goal that says nothing of what it is for: that was named before it; else "".

    >>> bare_goal("为全年目标", "元"), bare_goal("年度计划新增食堂", "个")
    ('全年目标', '')
    """
    match = _BARE_GOAL.match(before) if is_goal(before, unit) else None
    return match["goal"] if match else ""
