"""Heads made of verbs and empty nouns alone, as 核实, 年度任务, 应检: what is done is named, and not to what.

They are about what the text counted before in the same unit, else about what its clause or section is about.
"""
import re
from functools import lru_cache

from minzheng.extract.names.heads import is_dependent
from minzheng.extract.names.memory import Memory
from minzheng.extract.names.moves import Named
from minzheng.extract.names.topics import TASK_WORD, without_task
from minzheng.extract.syntax import one_of
from minzheng.patterns import Late

_ADVERB = "(?:已经?|再|先行|率先|先期|未|尚未|共|累计|全部|又|可|应|实|拟|需|需要|须|能|计划|实际|年度|全年|总|当年|当月|当日|当场|成功|及时|依法|主动|基本|不|平均|年均|月均|日均|就地|集体|均)"
_EMPTY_NOUN = f"(?:{TASK_WORD}|指标数?|户数|人数|件数|对数|数量|总数|总量|生)"
_GRADED = "(?:(?:结论|等次|等级|结果|评[定估价]?|认定|核定)为)?"         # 结论为|合格
_BARE = Late(f"{_GRADED}(?:{_ADVERB}*{one_of('verbs', 'acts', 'progress')}了?并?){{0,2}}{_ADVERB}*{_EMPTY_NOUN}?")
_GRADED_AS = Late("(?:结论为|年检)?(?:基本|不)?(?:合格|达标)$")
_TASK = Late(f"(?:年度|全年|当年|预定|既定)?{TASK_WORD}$")
_WHEN = Late("^(?:年度|全年|当年)(?=..)")
_DONE = Late("(?:完成|办结|实现)(?:了)?$")
_SPLITS = (("城市", "农村"), ("城镇", "农村"), ("结婚", "离婚"), ("集中", "分散"))
_OWN_NAME = Late("登记|(?:离|结)婚|收养|火化|新设|新成立")
_ACTUALLY = re.compile("实际(?:完成|执行|达到|值|完成值|执行值)?|目标值?")         # 目标值95%，实际97%
_SCORE = Late("(?:自评|综合|评价|最后)?(?:得分|得|扣分|扣)")
_LABEL = Late("（(?P<whom>(?=[^（）]*[岁类档])[^（），]{2,12})）")
_LONGEST = 8
_PEOPLE = ("人", "户")


@lru_cache(maxsize=4096)
def is_bare(head: str) -> bool:
    """Does a head name neither a thing nor people?

    >>> is_bare("核实"), is_bare("年度任务"), is_bare("流浪人员救助")
    (True, True, False)
    """
    return 1 < len(head) <= _LONGEST and bool(_BARE.fullmatch(head)) and not _OWN_NAME.search(head)


def is_outcome(head: str) -> bool:
    """Is a head one of those for what came of a goal: 实际完成, 得分?"""
    return bool(_ACTUALLY.fullmatch(head) or _SCORE.fullmatch(head))


def complete_bare(head: str, left: str, unit: str, memory: Memory) -> Named | None:
    """A name for a bare head; None for other heads, and where the text names nothing that it can be about."""
    if unit == "分" and _SCORE.fullmatch(head) and memory.heading:
        return Named(memory.heading + "得分", "bare", head, memory.heading)
    if not head:
        task = memory.recent if _TASK.search(memory.recent) else "" if memory.recent or memory.topic else memory.heading
        return Named(without_task(task) + "完成", "head", "", task) if task and _DONE.search(left) else None         # 年度任务90户，已完成51户
    if not is_bare(head) or unit.startswith("元"):
        return None
    task = _TASK.search(head)
    nothing_said = not (memory.topic or memory.recent or memory.child)
    if is_dependent(head) and not task and not nothing_said:
        return None
    before = (memory.topic or memory.heading if task else "") or _counted_alike(unit, memory) or memory.topic or memory.heading or memory.page or (memory.owner if head[0] == "再" else "")
    if not before:
        return None
    told, done = without_task(before), _WHEN.sub("", head)
    told = _GRADED_AS.sub("", told) if _GRADED_AS.search(head) else told           # 合格1208家、基本合格97家
    return Named(told if told.startswith(done) or told.endswith(done.removeprefix("实际")) else told + done, "bare", head, before)


def set_against(head: str, unit: str, memory: Memory) -> Named | None:
    """目标值95%，实际97%; 满意率96%（目标值90%）; 满意率，目标值90%: the goal or what came of it, of what was named right before; None for other heads."""
    if not _ACTUALLY.fullmatch(head):
        return None
    before = memory.levels[-1].subject if memory.levels and memory.levels[-1].quantity.unit.startswith(unit) else "" if memory.levels else memory.topic
    return Named(without_task(before), "bare", head, before) if before else None


def labelled_behind(right: str, head: str, memory: Memory) -> Named | None:
    """补贴50元（80至89周岁）、100元（90至99周岁）: for whom an amount is stands in the bracket behind it; None for others."""
    label = _LABEL.fullmatch(right)
    before = head or (memory.last[-1].inherited if memory.last and memory.last[-1].rule == "bracket" else "")
    return Named(before + label["whom"], "bracket", head, before) if label and before else None


def _counted_alike(unit: str, memory: Memory) -> str:
    """What was counted in such a unit: last in the sentence, or first in the paragraph, or last before that; "" for two kinds."""
    alike = _PEOPLE if unit in _PEOPLE else (unit,)
    here = [level.inherited if level.rule == "bare" else level.subject
            for level in memory.levels if level.quantity.unit in alike and not level.part_of]
    if here:
        return here[-1]
    paragraph = [subject for kind, subject in memory.things if kind in alike]
    if not paragraph:
        return next((subject for kind, subject in reversed(memory.earlier) if kind in alike), "")
    if any(one in " ".join(paragraph) and other in " ".join(paragraph) for one, other in _SPLITS):
        return ""
    return paragraph[0]
