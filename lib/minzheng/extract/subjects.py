"""What each figure of a sentence measures: lists, 分别, 其中, ellipsis and growth resolved to full phrases."""
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from minzheng.extract.bare import complete_bare, is_bare, is_outcome, labelled_behind, set_against
from minzheng.extract.belonging import all_of_them, looks_back, of_the_money, of_those_before, paid_by, without_repeats
from minzheng.extract.clauses import Clause, Sentence, split_clauses
from minzheng.extract.counted import NEVER_HAPPENED, OWN_NOUN, counted_subject, is_counted, with_list_verb, words_behind
from minzheng.extract.dealt import NO_OBJECT, OBJECT_LENGTH, name_goal, name_listed, name_new_values, share_of_goal
from minzheng.extract.denominators import with_denominator
from minzheng.extract.ellipsis import complete_head, stands_alone
from minzheng.extract.groups import Group, group_quantities
from minzheng.extract.heads import clean_head, is_dependent, is_only_verb
from minzheng.extract.lists import is_modifier, modifier_first
from minzheng.extract.memory import Figure, Memory
from minzheng.extract.mirrors import mirrored
from minzheng.extract.moves import MOVES, RATES, Named, grown_behind, grows_behind, move_of_count, name_moves
from minzheng.extract.payees import helped_by, payment_behind, payment_of, says_for_whom, who_draws, without_payer
from minzheng.extract.people import name_participants, name_people
from minzheng.extract.quantities import Quantity
from minzheng.extract.roles import POINTS, RATIOS, Role, read_role
from minzheng.extract.shares import name_share
from minzheng.extract.short_heads import brought_by, complete_short_head, may_lack, of_an_event
from minzheng.extract.syntax import one_of, words
from minzheng.extract.told_topics import phrase_ahead, topic_of
from minzheng.patterns import Late

_CHILD = Late(r"^(?:[（(])?(?:其中|含|包括|另有|内含)")
_CHILD_OPENS = frozenset("（(其含包另内")        # its first characters: most clauses are passed over by them alone
_PARTS = ("；", ";")
_LONGEST = 32           # characters of a subject
_AHEAD = 4              # figures of the next clause that are taken out of its phrase
_OUT_OF = Late("之?中，?(?:已?有|共有|的)?")
_WHOLE_AGAIN = Late("全[省市区县州盟旗](?!性)")        # 其中慈善组织8家，|全市社会组织达3218家
_SHORT = 5              # a head so short takes the words behind the figure too
_NO_NOUN = (*NO_OBJECT[1:], *OWN_NOUN, "中有", "中，", "大关", "关口")
_ITS_STANDARD = Late("的([^，。；的]{2,14}?标准)")         # 按照每人每年3535元的农村低保标准
# 为8.9万户|发放一次性生活补贴，每户300元: what the amounts behind it are of
_PAID = Late(f"(?:{one_of('paying')}|给予|落实)(?:了)?(?P<what>[^，。；0-9]{{2,14}}(?:{one_of('payments')}|[金费款券]))$")
_EACH = Late("(人均|户均|次均|人次均|例均|件均|平均)(?:约|为|达到?|近|超过?)*$")
_TOTAL = Late(r"累计|总数|总量|共")
_NEW = Late(f"^(?:累计)?{one_of('newly')}(?=..)")
# 按城市5%、农村6%的增幅: the percentages before it are growth.
_GROWS = re.compile(
    r"%(?:左右|以上)?的"
    r"(?:增幅|增速|涨幅|(?:增长|提标)幅度|(?:速度|比例|幅度)[^，。；]{0,4}?(?:增长|提高|递增|上升|提标|上调|增加))")
_FUNDS = Late("(?:资金|公益金|经费|专款|补助|彩票金)$")
_FOR_WHAT = ("用于", "专项用于", "主要用于", "重点用于", "全部用于", "专门用于")         # 安排资金640万元，用于敬老院改造
_INVESTS = re.compile(one_of("investment"))
_RATE_NOUNS = ("覆盖", "达标", "参保", "入住", "持证")

_NO_NOUN_NEEDED = (*RATIOS, "人", "户")
_KINDS = frozenset("个家所处座张户对")        # measure words that tell kinds of things apart

ByClause = list[tuple[Clause, list[Figure]]]


def read_figures(sentence: Sentence, quantities: Sequence[Quantity], memory: Memory) -> tuple[ByClause, Memory]:
    """Figures of one sentence that has some, numbered on, clause by clause up to the last; what to keep in mind behind it."""
    grows = _GROWS.search(sentence.text)
    memory = memory.before(sentence)
    if grows or memory.grows:
        memory = memory._replace(grows=sentence.start + grows.end() if grows else 0)
    by_clause: ByClause = []
    figures: list[Figure] = []
    starts = [quantity.start for quantity in quantities]
    clauses, done, in_aside = split_clauses(sentence.text), 0, False
    for clause, following in zip(clauses, (*clauses[1:], None), strict=True):
        first, done = done, bisect_left(starts, sentence.start + clause.stop, done)
        inside = quantities[first:done]
        child = clause.text if clause.aside or (clause.text[:1] in _CHILD_OPENS and _CHILD.match(clause.text)) else "其中" if _divides(clause, inside, memory) else ""
        part = clause.mark in _PARTS
        if child or part:
            memory = memory.within(child, part)
        if memory.child and not child and not clause.aside and _WHOLE_AGAIN.match(clause.text):
            memory = memory.outside()
        if in_aside and not clause.aside:
            memory = memory.outside()
        in_aside = clause.aside
        if first == done:
            if done < len(starts):
                by_clause.append((clause, []))
                topic = topic_of(clause, memory.topic)
                memory = memory._replace(topic=topic) if topic else memory
            continue
        ahead = following and (following.text.startswith(_FOR_WHAT) or _INVESTS.search(clause.text))
        if ahead or memory.ahead:
            memory = memory._replace(ahead=(following, sentence.start, quantities[done:done + _AHEAD]) if ahead else ())
        found, memory = _read_clause(group_quantities(clause, sentence.start, inside), memory, figures)
        figures += found
        by_clause.append((clause, found))
    return by_clause, memory


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
        if grows and role.left:
            named = [grown_behind(role, memory)] * len(group.quantities)
        else:
            named = _name(groups, n, role, memory)
            if named[0].rule == "from-to" and role.measure == "share" and named[0].subject.endswith(RATES):
                role = replace(role, measure="growth", basis="unspecified",     # 涨幅由3.1%回落到2.6%
                                     sign="-" if named[0].subject.endswith("降幅") else "+")
        if len(named) == 1:
            named *= len(group.quantities)      # one name for all of them
        if memory.child:
            named = [of_the_money(one, quantity, memory) for one, quantity in zip(named, group.quantities, strict=True)]
        found: list[Figure] = []
        for quantity, one in zip(group.quantities, named, strict=True):
            found.append(_figure(memory.number + len(found), quantity, one, role, memory))
        figures += found
        memory = memory.after(found, group.listed)
    if groups[-1].right and figures[-1].quantity.unit in ("人", "户") and (paid := _PAID.search(groups[-1].right)):
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
    if "按" in groups[0].left and (paid := paid_by(groups, n, head, memory)):
        return [paid] * len(group.quantities)
    if group.right and is_counted(group, role, head):
        return [_counted(groups, n, head, memory)]
    if group.listed and not is_modifier(head):
        head = with_list_verb(groups, n, head)
    if len(group.quantities) > 1 and (named := name_listed(group, role, head, memory)):
        return named
    behind = words_behind(groups, n) if role.measure == "duration" or is_dependent(head) else ""
    return [_headed(group, role, head, memory, behind)] * len(group.quantities)


def _counted(groups: list[Group], n: int, head: str, memory: Memory) -> Named:
    """A figure that stands before its noun; a bare verb takes the topic of the sentence or the part of an 其中."""
    subject, noun = counted_subject(groups, n, head)
    if not noun and memory.child and memory.last and memory.last[-1].quantity.unit == groups[n].quantities[0].unit:
        noun = memory.last[-1].member or memory.last[-1].subject
        return Named(noun + subject, "counted-noun", noun)
    if subject.startswith("覆盖") and groups[n].quantities[0].unit in RATIOS and memory.levels:
        counted = [level.subject for level in memory.levels if level.quantity.unit not in RATIOS]
        whose = counted[-len(groups):]              # 日间照料中心达到98个，覆盖36%的行政村
        base = whose[n] if len(whose) == len(groups) else memory.levels[-1].subject
        return Named(base + subject, "counted-noun", noun, base)
    if harmed := of_an_event(subject, memory):
        return harmed
    if memory.topic and (draws := who_draws(subject, memory.topic)):
        return Named(draws, "counted-noun", noun, memory.topic)
    lacks_noun = not noun and not head and groups[n].quantities[0].unit not in _NO_NOUN_NEEDED      # 改造工程…，已有143所完成改造
    if memory.topic and (lacks_noun or is_dependent(subject) or len(subject) == 1):
        return Named(memory.topic + subject, "counted-noun", noun, memory.topic)
    return Named(subject, "counted-noun", noun)


def _of_the_same_kind(head: str, unit: str, memory: Memory) -> Memory:
    """A verb or a kind alone in a new sentence is about what the paragraph counted in its unit: 养老床位9000张。…，已建成58个; 低保对象9万人。…，城市2万人."""
    if is_modifier(head) and not (memory.recent or memory.levels or memory.topic) and memory.last and memory.last[-1].quantity.unit == unit:
        return memory._replace(recent=memory.owner)
    alone = memory.owner and not (memory.topic or memory.recent or memory.levels or memory.child) and unit in _KINDS
    if not alone or not (not head or is_only_verb(head)) or (memory.last and memory.last[-1].quantity.unit == unit):
        return memory
    counted = next((subject for kind, subject in reversed(memory.things) if kind == unit), "")
    return memory._replace(owner=counted) if counted else memory


@lru_cache(maxsize=4096)
def _is_full(head: str) -> bool:
    """Whether no rule for short, empty or dependent heads can have anything to say of a head: for speed, as it is so for most."""
    return stands_alone(head) and not (looks_back(head) or is_outcome(head) or says_for_whom(head) or may_lack(head) or is_bare(head))


def _headed(group: Group, role: Role, head: str, memory: Memory, behind: str) -> Named:
    """A figure whose phrase stands before it."""
    unit = group.quantities[-1].unit
    if not head and (standard := _ITS_STANDARD.match(group.right)):
        return Named(standard[1], "counted-noun", standard[1])
    if group.right and (payment := payment_behind(head, group.right, unit)):
        return Named(payment, "head", head)
    if goal := name_goal(group, unit, memory):
        return goal
    alone = role.measure == "level" and not group.right
    if alone and not (memory.child or memory.topic or memory.ahead or "后" in role.left) and _is_full(head):
        full, inherited = complete_head(head, memory)
        return Named(full, "head", head, inherited)         # what all the rules below come to
    if named := (of_those_before(group, role, head, memory) or name_people(group, role, head, memory) or brought_by(head, role.left, memory) or set_against(head, unit, memory)
                 or (role.measure in ("share", "multiple") and name_share(group, role.measure, head, memory))):
        return named
    first = group.opens and memory.ahead and without_payer(head) in words("investment") and not (memory.topic or memory.recent or group.right)
    if first and (ahead := phrase_ahead(*memory.ahead)):
        return Named(ahead + without_payer(head), "head-and-ahead", head, ahead)
    if memory.ahead and unit == "元" and not group.right and _FUNDS.search(head) and not (memory.levels and is_dependent(head)) and memory.ahead[0].text.startswith(_FOR_WHAT):
        return Named(head + phrase_ahead(*memory.ahead), "head", head)
    if not memory.topic and role.measure not in ("duration", "prior") and is_dependent(head) and len(behind) >= OBJECT_LENGTH and not behind.startswith(NO_OBJECT):
        return Named(head + behind, "head-and-behind", head)
    if (paid := payment_of(head, unit, memory))[0] or (paid := helped_by(head, unit, memory))[0]:
        return Named(paid[0], "payee", head, paid[1])
    if named := complete_short_head(head, unit, role.measure, memory) or (alone and complete_bare(head, role.left, group.quantities[0].unit, memory)):
        return named
    full, inherited = complete_head(head, _of_the_same_kind(head, unit, memory))
    full = full if head else _of_each_or_all(full, role.left)
    if role.measure == "duration":
        full = behind if not head and behind.startswith(NEVER_HAPPENED) else full + behind
    elif role.measure != "prior" and len(full) <= _SHORT and not group.right.startswith(_NO_NOUN) and not all_of_them(full, group):
        full += group.right.removeprefix("的")
    elif unit in RATIOS and group.right.startswith(_RATE_NOUNS):
        full += group.right[:4]
    return Named(full, "head", head, inherited)


def _of_each_or_all(full: str, left: str) -> str:
    """The name taken over from before, where the words say how it is counted now."""
    each = None if full.endswith(("标准", "水平")) else _EACH.search(left)
    full += each[1] if each else ""         # 临时救助支出5200万元，人均1444元
    return _NEW.sub("", full) if _TOTAL.search(left) else full          # 新建食堂168家，总数达420家
