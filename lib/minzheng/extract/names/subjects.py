"""What each figure of a sentence measures: lists, 分别, 其中, ellipsis and growth resolved to full phrases."""
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from minzheng.extract.clauses import Clause, Sentence, split_clauses
from minzheng.extract.names.bare import labelled_behind
from minzheng.extract.names.belonging import of_the_money, paid_by, paid_each, without_repeats
from minzheng.extract.names.counted import doer, is_counted, name_counted, with_list_verb, words_behind
from minzheng.extract.names.dealt import name_listed, name_new_values, share_of_goal
from minzheng.extract.names.denominators import with_denominator
from minzheng.extract.names.groups import Group, group_quantities
from minzheng.extract.names.headed import FOR_WHAT, name_headed
from minzheng.extract.names.heads import clean_head, is_dependent
from minzheng.extract.names.lists import is_modifier, modifier_first
from minzheng.extract.names.memory import Figure, Memory
from minzheng.extract.names.mirrors import mirrored
from minzheng.extract.names.moves import (
    MOVES,
    RATES,
    Named,
    grown_behind,
    grown_most,
    grows_behind,
    move_of_count,
    name_moves,
    of_the_branch,
)
from minzheng.extract.names.people import name_participants
from minzheng.extract.names.roles import POINTS, Role, read_role
from minzheng.extract.names.told_topics import topic_of
from minzheng.extract.numbers.quantities import Quantity
from minzheng.extract.syntax import one_of
from minzheng.patterns import Late

_CHILD = Late(r"^(?:[（(])?(?:其中|含|包括|另有|内含)")
_CHILD_OPENS = frozenset("（(其含包另内")        # its first characters: most clauses are passed over by them alone
_PARTS = ("；", ";")
_LONGEST = 32           # characters of a subject
_AHEAD = 4              # figures of the next clause that are taken out of its phrase
_OUT_OF = Late("之?中，?(?:已?有|共有|的)?")
_WHOLE_AGAIN = Late("全[省市区县州盟旗](?!性)")        # 其中慈善组织8家，|全市社会组织达3218家
# 为8.9万户|发放一次性生活补贴，每户300元: what the amounts behind it are of
_PAID = Late(f"(?:{one_of('paying')}|给予|落实)(?:了)?(?P<what>[^，。；0-9]{{2,14}}(?:{one_of('payments')}|[金费款券]))$")
# 按城市5%、农村6%的增幅: the percentages before it are growth.
_GROWS = re.compile(
    r"%(?:左右|以上)?的"
    r"(?:增幅|增速|涨幅|(?:增长|提标)幅度|(?:速度|比例|幅度)[^，。；]{0,4}?(?:增长|提高|递增|上升|提标|上调|增加))")
_INVESTS = re.compile(one_of("investment"))

ByClause = list[tuple[Clause, list[Figure]]]


def read_figures(sentence: Sentence, quantities: Sequence[Quantity], memory: Memory) -> tuple[ByClause, Memory]:
    """Figures of one sentence that has some, numbered on, clause by clause up to the last; what to keep in mind behind it."""
    memory = memory.before(sentence)
    if (grows := _GROWS.search(sentence.text)) or memory.grows:
        memory = memory._replace(grows=sentence.start + grows.end() if grows else 0)
    by_clause: ByClause = []
    figures: list[Figure] = []
    starts = [quantity.start for quantity in quantities]
    clauses, done, in_aside = split_clauses(sentence.text), 0, False
    for clause, following in zip(clauses, (*clauses[1:], None), strict=True):
        first, done = done, bisect_left(starts, sentence.start + clause.stop, done)
        inside = quantities[first:done]
        memory = _enter_clause(clause, inside, memory, in_aside)
        in_aside = clause.aside
        if first == done:
            if done < len(starts):
                by_clause.append((clause, []))
                topic = topic_of(clause, memory.topic)
                memory = memory._replace(topic=topic) if topic else memory
            continue
        ahead = following and (following.text.startswith(FOR_WHAT) or _INVESTS.search(clause.text))
        if ahead or memory.ahead:
            memory = memory._replace(ahead=(following, sentence.start, quantities[done:done + _AHEAD]) if ahead else ())
        found, memory = _read_clause(group_quantities(clause, sentence.start, inside), memory, figures)
        figures += found
        by_clause.append((clause, found))
    return by_clause, memory


def _enter_clause(clause: Clause, inside: Sequence[Quantity], memory: Memory, in_aside: bool) -> Memory:
    """What to keep in mind of a whole in a clause of its parts (其中…), and of the parts where the whole is told of again."""
    child = clause.aside or (clause.text[:1] in _CHILD_OPENS and _CHILD.match(clause.text))
    opens = clause.text if child else "其中" if _divides(clause, inside, memory) else ""
    part = clause.mark in _PARTS
    if opens or part:
        memory = memory.within(opens, part)
    if memory.child and not opens and not clause.aside and _WHOLE_AGAIN.match(clause.text):
        memory = memory.outside()
    return memory.outside() if in_aside and not clause.aside else memory


def _read_clause(groups: list[Group], memory: Memory, told: list[Figure]) -> tuple[list[Figure], Memory]:
    """Figures of one clause, numbered on, and what to keep in mind behind it; `told`: those of its sentence so far."""
    if again := mirrored(groups, told, memory.number):
        return again, memory.after(again, False)
    figures: list[Figure] = []
    for n, group in enumerate(groups):
        role = read_role(group.left, group.quantities[-1].unit, group.right)
        grows = memory.grows and grows_behind(role, group, memory)
        if grows:
            role = replace(role, measure="growth", basis="unspecified", sign="+")
        if ranked := grown_most(role, memory):
            role = replace(role, measure="growth", basis="unspecified", sign="-" if "降" in memory.topic or "减" in memory.topic else "+")
        if ranked:
            named = [ranked]
        elif grows and role.left:
            named = [grown_behind(role, memory)] * len(group.quantities)
        else:
            named = _name(groups, n, role, memory)
            if named[0].rule == "from-to" and role.measure == "share" and named[0].subject.endswith(RATES):
                role = replace(role, measure="growth", basis="unspecified",     # 涨幅由3.1%回落到2.6%
                                     sign="-" if named[0].subject.endswith("降幅") else "+")
        if role.measure == "growth":
            named = of_the_branch(named, memory)
        if len(named) == 1:
            named *= len(group.quantities)      # one name for all of them
        if memory.child:
            named = [of_the_money(one, quantity, memory) for one, quantity in zip(named, group.quantities, strict=True)]
        found: list[Figure] = []
        for quantity, one in zip(group.quantities, named, strict=True):
            found.append(_figure(memory.number + len(found), quantity, one, role, memory))
        figures += found
        memory = memory.after(found, group.listed)
    if groups[-1].right and (figures[-1].quantity.unit in ("人", "户") or "按" in groups[-1].left) and (paid := _PAID.search(groups[-1].right)):
        memory = memory._replace(topic=paid["what"], recent="")
    return figures, memory


def _divides(clause: Clause, inside: Sequence[Quantity], memory: Memory) -> bool:
    """使用公益金1.4亿元：老年人福利8000万元，…: is what follows a colon a part of the sum before it?"""
    last = memory.last[-1].quantity if clause.mark == "：" and inside and memory.levels and memory.last else None
    return last is not None and not memory.child and inside[0].unit == last.unit == "元" and inside[0].value < last.value


def _figure(number: int, quantity: Quantity, named: Named, role: Role, memory: Memory) -> Figure:
    """A quantity under its name."""
    subject = named.subject if named.of else named.subject[:_LONGEST]
    subject = without_repeats(subject.replace("农牧区", "农村") if "农牧区" in subject else subject)       # the pastoral provinces' word for the same
    doubts = (*named.doubts, *_assumed(quantity, role)) if role.measure == "change" else named.doubts
    part_of = memory.part_of(quantity) if memory.child and role.measure == "level" else 0
    return Figure(
        number, with_denominator(quantity, named, memory), subject, role.measure, role.basis, role.sign,
        named.member, named.of, named.rule, named.inherited, doubts, part_of)


def _assumed(quantity: Quantity, role: Role) -> tuple[str, ...]:
    """百分点 without a verb that says whether they are more or fewer."""
    told = role.verb or role.compared or quantity.unit not in POINTS
    return () if told else ("sign-assumed",)


def _name(groups: list[Group], n: int, role: Role, memory: Memory) -> list[Named]:
    """One name per quantity of the n-th group; the rules in their order."""
    group, head = groups[n], clean_head(role.left)
    head = modifier_first(head) if "为" in head or "是" in head else head
    before = groups[n - 1] if n else None
    role_before = read_role(before.left, before.quantities[-1].unit, "") if before else None
    if role.measure in ("level", "share") and role_before and role_before.measure == "prior":
        return name_new_values(group, head, memory)
    if role.measure == "share" and not head and before and (named := share_of_goal(before, memory)):
        return [named]
    if role.measure in MOVES and not head:
        return name_moves(groups, n, memory)
    if role.measure in MOVES and (named := move_of_count(head, len(group.quantities), memory)):
        return named
    if n + 1 < len(groups) and groups[n + 1].compound and groups[n + 1].right:
        groups[n] = group = replace(group, right=groups[n + 1].right)      # 11类24项评估: the noun is behind the second
    if group.right and memory.last and _OUT_OF.fullmatch(group.left):
        base = memory.last[-1]              # 县级机构27个中有9个转为…
        return [Named(base.subject + group.right, "counted-noun", group.right, base.subject)]
    if not head and before and (role_before.measure == "duration" or (group.compound and not group.noun)):
        head = clean_head(role_before.left)                 # 产量连续6年稳定在1万吨以上; 贫困人口24户61人全部脱贫
    if group.right and (participants := name_participants(group, role, head)):
        return [participants]
    if group.right and group.quantities[0].unit.startswith("元") and (labelled := labelled_behind(group.right, head, memory)):
        return [labelled] * len(group.quantities)
    if len(group.quantities) > 1 and "按" in group.left and group.right and (each := paid_each(group)):
        return each
    if "按" in groups[0].left and (paid := paid_by(groups, n, head, memory)):
        return [paid] * len(group.quantities)
    if group.right and is_counted(group, role, head):
        return [name_counted(groups, n, head, memory)]
    if group.listed and not is_modifier(head):
        head = with_list_verb(groups, n, head)
    if len(group.quantities) > 1 and (named := name_listed(group, role, head, memory)):
        return named
    head = doer(before, head) + head if before and group.chained else head
    behind = words_behind(groups, n) if role.measure == "duration" or is_dependent(head) else ""
    return [name_headed(group, role, head, memory, behind)] * len(group.quantities)
