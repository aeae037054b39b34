"""Several amounts behind one phrase: dealt out to its members, to what was named before, or to none that the text names; goals."""
from dataclasses import replace

from minzheng.extract.names.belonging import of_last_year
from minzheng.extract.names.ellipsis import complete_head, without_standard
from minzheng.extract.names.goals import bare_goal, is_goal_behind
from minzheng.extract.names.groups import Group
from minzheng.extract.names.heads import is_dependent, is_only_verb
from minzheng.extract.names.lists import distribute
from minzheng.extract.names.memory import Memory
from minzheng.extract.names.moves import Named
from minzheng.extract.names.payees import payment_of
from minzheng.extract.names.roles import RATIOS, Role
from minzheng.extract.syntax import one_of, words
from minzheng.patterns import Late

OBJECT_LENGTH = 4       # words behind a figure that are shorter complete no head
_STAGES, _NEWLY = words("stages"), Late(f"^(?:{one_of('building')})(?=..)")
_BEARS = ("承担", "负担", "分担")
NO_OBJECT = tuple("的以、和及并按（），")
_NUMBERS = "一二三四五六七八九十"


def name_new_values(group: Group, head: str, memory: Memory) -> list[Named]:
    """由…提高到…: the subjects of the old values, one to one."""
    olds = [figure for figure in memory.last if figure.measure == "prior"]
    if len(olds) == len(group.quantities):
        return [Named(old.subject, "from-to", old.member) for old in olds]
    return [Named(memory.recent or head, "from-to")] * len(group.quantities)


def name_listed(group: Group, role: Role, head: str, memory: Memory) -> list[Named]:
    """Several quantities behind one phrase: its members, those of the clause before, or none that the text names."""
    count, unit = len(group.quantities), group.quantities[0].unit
    alike = len({q.unit.partition("/")[0] for q in group.quantities}) == 1
    if members := distribute(head, count, alike):
        return [Named(payment_of(member, unit, memory)[0] or complete_head(member, memory)[0], "list", member) for member in members]
    if not head and (named := of_last_year(group, memory)):
        return named
    if (not head or head in _BEARS or is_only_verb(head)) and ("分别" in group.left or not head) and all(level.inherited != memory.topic for level in memory.levels) and (members := distribute(memory.topic, count, alike)):
        return [Named(complete_head(member, memory)[0], "list", member, memory.topic) for member in members]      # 集中和分散供养标准同步调整，分别为…
    last = memory.last
    if len(last) == count and not memory.topic and head in _STAGES and [one.quantity.unit for one in last] == [one.unit for one in group.quantities] and len({one.subject for one in last}) == count:
        return [Named(head + _NEWLY.sub("", one.subject), "list-before", one.member, one.subject) for one in last]        # 新建中心30个、改造食堂12所，已开工27个、12所
    if group.quantities[0].range_role or not alike:
        return []
    head = head or ("" if group.right.startswith(NO_OBJECT) else group.right)
    if not head:
        return []
    if len(last) == count == len({f.subject for f in last}) and last[0].quantity.unit not in (*RATIOS, unit):
        return [Named(without_standard(each.member or each.subject) + head, "list-before", each.member, each.subject,
                      (each.number,) if role.measure == "share" else ()) for each in last]
    if "分别" in group.left and (named := _dealt_to_levels(head, unit, count, memory)):
        return [replace(one, of=one.of if role.measure == "share" else ()) for one in named]
    if is_dependent(head) and len(group.right) >= OBJECT_LENGTH and not group.right.startswith(NO_OBJECT):
        full, inherited = head + group.right, ""            # 分别投入900万元和600万元改造养老机构
    else:
        full, inherited = complete_head(head, memory)
    kind = "档" if "标准" in head else "项"
    return [Named(f"{full}（第{_NUMBERS[i % 10]}{kind}）", "list-unnamed", head, inherited) for i in range(count)]


def _dealt_to_levels(head: str, unit: str, count: int, memory: Memory) -> list[Named]:
    """电脑票5亿元，即开票3亿元，占比分别为…: to the last levels, or to the only so many things that the sentence names."""
    last = memory.levels[-count:]
    if len({level.subject for level in last}) != count or len({level.quantity.unit for level in last}) > 1:
        things = {level.subject: level for level in memory.levels}
        last = tuple(things.values()) if len(things) == count else ()
    if not last or unit in {level.quantity.unit for level in last}:
        return []
    whose = [level.subject if unit in RATIOS else without_standard(level.subject) for level in last]        # 标准分别为…，在保对象分别为…
    return [Named(name + head, "list-before", level.member, level.subject, (level.number,)) for name, level in zip(whose, last, strict=True)]


def name_goal(group: Group, unit: str, memory: Memory) -> Named | None:
    """A goal by what was done towards it, else by what the text is about; None for figures that are none."""
    goal = bare_goal(group.left, unit) or ("任务" if group.right and is_goal_behind(group.left, group.right) else "")
    if not goal:
        return None
    before = memory.last[-1].subject if memory.last and memory.levels else memory.topic or memory.heading
    return Named(before + goal.removeprefix("年度"), "goal", "", before)


def share_of_goal(before: Group, memory: Memory) -> Named | None:
    """改造312户，占年度任务600户的52%: what share of its goal was done; None behind any other figure."""
    goal = bare_goal(before.left, before.quantities[-1].unit) if memory.levels else ""
    done = memory.levels[-1] if goal else None
    return Named(f"{done.subject}占{goal}", "share-of", "", done.subject, (done.number,)) if done else None
