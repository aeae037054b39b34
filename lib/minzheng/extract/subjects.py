"""What each figure of a sentence measures: lists, 分别, 其中, ellipsis and growth resolved to full phrases."""
import re
from collections.abc import Sequence
from dataclasses import replace

from minzheng.extract.clauses import Clause, Sentence, split_clauses
from minzheng.extract.groups import Group, group_quantities
from minzheng.extract.heads import clean_head, ends_in_verb, is_dependent, is_only_verb, short_object, split_predicate
from minzheng.extract.lists import contrast, distribute, is_modifier
from minzheng.extract.memory import Figure, Memory
from minzheng.extract.quantities import Quantity
from minzheng.extract.roles import DURATIONS, RATIOS, Role, read_role

_OWN_NOUN = ("的目标", "的任务", "的标准", "的增幅", "的增速", "的速度", "的比例", "的水平", "的规模", "的资金", "的补助")
_INVESTMENT = frozenset("投资 总投资 完成投资 投入 投入资金 总投入 财政投入 安排资金 计划投资 计划总投资 估算投资".split())
_CHILD = re.compile(r"^(?:[（(])?(?:其中|含|包括|另有|内含)")
_LONGEST = 32
_LONG_NOUN = 12
_AND = re.compile(r"、|和(?!谐|平)|以及")
_BRIEF = 7              # a verb and object so short are told apart by who acts
_MOVES = ("growth", "change")


def read_figures(sentence: Sentence, quantities: Sequence[Quantity], memory: Memory, number: int) -> tuple[list[Figure], Memory]:
    """Figures of one sentence, in text order, numbered from `number`, and what to keep in mind behind it."""
    memory = memory.before(sentence)
    figures: list[Figure] = []
    waiting = list(quantities)
    clauses = split_clauses(sentence.text)
    for n, clause in enumerate(clauses):
        stop = sentence.start + clause.stop
        inside = [q for q in waiting if q.start < stop]
        waiting = waiting[len(inside):]
        memory = memory.within(bool(_CHILD.match(clause.text)))
        if clause.start and sentence.text[clause.start - 1] in "；;":
            memory = replace(memory, topic="", recent="")
        if not inside:
            memory = _note_topic(clause, memory)
            continue
        if n + 1 < len(clauses):
            memory = replace(memory, ahead=_phrase_ahead(clauses[n + 1], sentence.start, waiting))
        found, memory = _read_clause(group_quantities(clause, sentence.start, inside), memory, number + len(figures))
        figures += found
    if sentence.heading and not figures:
        heading = clean_head(sentence.text.rstrip("。"))
        memory = replace(memory, heading="" if _EMPTY_HEADING.search(heading) else heading)
    return figures, memory


def _phrase_ahead(clause: Clause, sentence_start: int, waiting: Sequence[Quantity]) -> str:
    """The next clause without its figures, for 投资5亿元，建成住房900套."""
    pieces, place = [], 0
    for quantity in waiting:
        start = quantity.start - sentence_start - clause.start
        if start >= len(clause.text):
            break
        pieces.append(clause.text[place:start])
        place = quantity.stop - sentence_start - clause.start
    return _without_verb(clean_head("".join([*pieces, clause.text[place:]])))


def unnumbered(figure: Figure) -> Figure:
    """A figure of a list whose members turned out to be periods or places: （第二项） goes."""
    return replace(figure, subject=_NUMBER.sub("", figure.subject), rule="list-of-scopes")


_EMPTY_HEADING = re.compile(r"回顾|安排|总体|目标|任务|情况|工作|报告|进展|成效|成绩|综合|.{13}")
_NUMBER = re.compile(r"（第[一二三四五六七八九十]+[项档]）$")


def _note_topic(clause: Clause, memory: Memory) -> Memory:
    phrase = _without_verb(clean_head(clause.text))
    return replace(memory, topic=phrase) if len(phrase) >= 4 else memory


def _without_verb(phrase: str) -> str:
    """开展“…”行动 -> “…”行动."""
    match = _OPENING_VERB.match(phrase)
    return phrase[match.end():] if match and len(phrase) - match.end() >= 4 else phrase


_OPENING_VERB = re.compile(r"(?:组织|深入|扎实)?(?:开展|实施|推进|推动|加强|做好|落实|完成|举办|组织|抓好|制定|出台|印发)了?")


def _read_clause(groups: list[Group], memory: Memory, number: int) -> tuple[list[Figure], Memory]:
    figures: list[Figure] = []
    for n, group in enumerate(groups):
        found = _read_group(groups, n, memory, number + len(figures))
        figures += found
        memory = _remember(found, group.listed, memory)
    return figures, memory


def _read_group(groups: list[Group], n: int, memory: Memory, number: int) -> list[Figure]:
    group = groups[n]
    role = read_role(group.left, group.quantities[-1].unit, group.right)
    head = clean_head(role.left)
    if role.measure == "level" and n and read_role(groups[n - 1].left, groups[n - 1].quantities[-1].unit, "").measure == "prior":
        return _figures(group, role, _priors(group, memory, head), number, "from-to")
    if role.measure in _MOVES and not head:
        return _moves(group, role, memory, number)
    if n + 1 < len(groups) and groups[n + 1].compound and groups[n + 1].right:
        group = replace(group, right=groups[n + 1].right)
        groups = [*groups[:n], group, *groups[n + 1:]]
    if _is_counted(group, role, head):
        subject, noun = _counted(groups, n, head)
        if not noun and memory.child and memory.last and memory.last[-1].quantity.unit == group.quantities[0].unit:
            noun = memory.last[-1].member or memory.last[-1].subject
            subject = noun + subject
        elif memory.topic and is_dependent(subject):
            subject = memory.topic + subject
        return _figures(group, role, [(subject, noun)], number, "counted-noun")
    if not head and n and groups[n - 1].quantities[-1].unit in DURATIONS:
        head = clean_head(read_role(groups[n - 1].left, groups[n - 1].quantities[-1].unit, "").left)
    if group.listed and head and not ends_in_verb(head):
        head = _with_list_verb(groups, n, head)
    return _headed(group, role, head, memory, number, _chain(groups, n))


def _priors(group: Group, memory: Memory, head: str) -> list[tuple[str, str]]:
    """Subjects of the new values: those of the old ones, one to one."""
    olds = [f for f in memory.last if f.measure == "prior"]
    if len(olds) == len(group.quantities):
        return [(f.subject, f.member) for f in olds]
    return [(memory.recent or head, "")]


def _is_counted(group: Group, role: Role, head: str) -> bool:
    """Does the number stand before its noun: 9536名民政干部, 发放4.3亿元取暖救助金?"""
    right = group.right
    if not right or len(group.quantities) > 1 or role.measure in (*_MOVES, "duration", "prior", "multiple"):
        return False
    if group.quantities[0].unit in RATIOS:
        return right.startswith("的") and not right.startswith(_OWN_NOUN) and (not head or is_only_verb(head) or ends_in_verb(role.left))
    if right.startswith("的"):
        return head in _INVESTMENT and not right.startswith(_OWN_NOUN)
    noun, _ = split_predicate(right)
    if right.startswith(("的目标", "的任务", "以")):
        return False
    return not head or bool(noun) and noun[0] not in "）（的、和及与，并" or bool(noun) and ends_in_verb(role.left)


def _counted(groups: list[Group], n: int, head: str) -> tuple[str, str]:
    """Subject and bare noun of a figure that stands before its noun.

    In a list the predicate behind the last member is every member's: 4436个居委会、11637个村委会完成换届.
    """
    noun, predicate = split_predicate(groups[n].right.removeprefix("的"))
    if not predicate and len(noun) > _LONG_NOUN:
        noun = _first_member(noun)
    last = n
    while not predicate and last + 1 < len(groups) and groups[last + 1].listed and not groups[last + 1].left:
        last += 1
        predicate = split_predicate(groups[last].right)[1]
    if last + 1 < len(groups) and groups[last + 1].chained:
        predicate += split_predicate(groups[last + 1].right)[0] if len(predicate) <= 12 else ""
    if head in _INVESTMENT and groups[n].right.startswith("的"):
        return _shorten(noun + head), noun
    verb = short_object(head)
    if not verb and n and groups[n].listed and not groups[n].left:
        verb = _verb_of(groups, n)
    subject = verb + noun + _predicate(predicate)
    if groups[n].chained and len(subject) <= _BRIEF:
        subject = split_predicate(groups[n - 1].right)[0] + subject
    return _shorten(subject), noun


def _first_member(noun: str) -> str:
    """Only the first of several nouns is counted, unless that leaves too little."""
    first = _AND.split(noun)[0]
    return first if len(first) >= 4 else noun


def _verb_of(groups: list[Group], n: int) -> str:
    """The verb that opened the list which the n-th group goes on."""
    first = n
    while first and groups[first].listed:
        first -= 1
    head = clean_head(groups[first].left)
    return head if is_only_verb(head) else ""


def _with_list_verb(groups: list[Group], n: int, head: str) -> str:
    """建成大棚2350亩、温室500栋: the verb of the first member is every member's."""
    first = n
    while first and groups[first].listed:
        first -= 1
    verb = _LIST_VERB.match(clean_head(groups[first].left))
    return verb.group() + head if verb and not _LIST_VERB.match(head) else head


_LIST_VERB = re.compile(r"(?:累计|共)?(?:新建改造|新改扩建|改造提升|新建|建成|新增|新培育|新认定|培育|培训|发放|实施|改造|办结|引进|投放|打造|查处|救助|创建|设立|成立|命名|招募|购置|配备|采购|铺设|种植|完成|清理|出动|试点建设|建设|送去)了?")


def _chain(groups: list[Group], n: int) -> str:
    """The words behind a figure up to the end of the clause, other figures left out."""
    if n + 1 < len(groups) and not groups[n + 1].chained:
        return groups[n].right
    return "".join(group.right for group in groups[n:n + 2])


def _predicate(predicate: str) -> str:
    return re.sub(r"(?:的目标|的任务|列入.*)$|了(?!解)|^(?:每学年|每人每年|每人每月|每年|每月|每人)", "", predicate.split("、")[0])


def _headed(group: Group, role: Role, head: str, memory: Memory, number: int, behind: str) -> list[Figure]:
    """Figures whose phrase stands before them."""
    count = len(group.quantities)
    members = distribute(head, count)
    if members:
        return _figures(group, role, [(_full(m, memory)[0], m) for m in members], number, "list")
    units = {q.unit for q in group.quantities}
    if count > 1 and len(units) == 1 and head:
        siblings = _siblings(memory, count, group.quantities[0].unit)
        if siblings:
            return _figures(group, role, [((f.member or f.subject) + head, f.member) for f in siblings], number, "list-before",
                            of=[(f.number,) for f in siblings] if role.measure == "share" else ())
        full, how = _full(head, memory)
        return _figures(group, role, [(f"{full}（第{'一二三四五六七八九十'[i % 10]}{'档' if '标准' in head else '项'}）", head) for i in range(count)], number, "list-unnamed", how)
    if role.measure in ("share", "multiple") and (not head or head.startswith("占") or is_dependent(head)) and memory.last:
        base = memory.last[-1]
        tail = group.right.removeprefix("的") if head.startswith("占") else ""
        return _figures(group, role, [(base.subject + head + tail[:6], "")], number, "share-of", base.subject, of=[(base.number,)])
    if head in _INVESTMENT and group.opens and not memory.topic and not memory.recent and memory.ahead:
        return _figures(group, role, [(_shorten(memory.ahead + head), head)], number, "head-and-ahead", memory.ahead)
    if role.measure != "duration" and is_dependent(head) and not memory.topic and len(behind) >= 4 and behind[0] not in "的以、和及并（，":
        return _figures(group, role, [(_shorten(head + behind), head)], number, "head-and-behind")
    full, how = _full(head, memory)
    if role.measure == "duration":
        full += behind
    elif len(full) <= 5 and group.right and group.right[0] not in "以、和及并（，" and not group.right.startswith(_OWN_NOUN):
        full += group.right.removeprefix("的")
    elif group.quantities[-1].unit in RATIOS and group.right[:2] in ("覆盖", "达标", "参保", "入住", "持证"):
        full += group.right[:4]
    return _figures(group, role, [(_shorten(full), head)], number, "head", how)


def _full(head: str, memory: Memory) -> tuple[str, str]:
    """A head that says nothing alone gets the last full phrase before it; the second value names it."""
    if contrasted := contrast(memory.owner, head):
        return contrasted, memory.owner
    if head and not is_dependent(head):
        return head, ""
    before = (memory.parent if memory.child and memory.parent else "") or memory.topic or (memory.recent if not head else "")
    before = before or (memory.owner if memory.recent or head in _OWNED else "") or memory.heading
    if memory.child and not head.startswith("用于") and not is_dependent(memory.owner) and memory.owner != memory.parent and head in _OWNED:
        before = memory.owner
    elif head in _OWNED and memory.owner:
        before = memory.owner
    if head.endswith("的") or is_modifier(head) and before:
        return head + before, before
    return before + head, before


_OWNED = frozenset("床位 床位数 职工 职工总数 职工数 从业人员 固定资产原价 固定资产 年末抚养人员 年末机构抚养人员 抚养人员 基本生活保障平均标准 平均标准 平均保障标准 护理型床位 护理床位 机构内床位 入住率 会员 党员".split())


def _siblings(memory: Memory, count: int, unit: str) -> Sequence[Figure]:
    """The `count` figures before, if they were a list of things that the new figures can be about."""
    last = memory.last
    listed = len(last) == count and len({f.subject for f in last}) == count and last[0].quantity.unit not in (*RATIOS, unit)
    return last if listed else ()


def _moves(group: Group, role: Role, memory: Memory, number: int) -> list[Figure]:
    """Growth or change that belongs to levels before: one to one, or one shared by all."""
    count = len(group.quantities)
    bases = memory.last
    if count > 1 and len(bases) != count:
        bases = memory.levels[-count:]
    if not bases:
        before = memory.topic or memory.owner or memory.heading
        return _figures(group, role, [(before + group.right, "")] , number, "growth-of-topic", before)
    if len(bases) == count:
        return _figures(group, role, [(b.subject, b.member) for b in bases], number, "growth", bases[0].subject, [(b.number,) for b in bases])
    shared = tuple(b.number for b in bases)
    doubts = ("shared-growth",) if len(bases) > 1 else ()
    subject = bases[0].member if bases[0].subject.startswith(bases[0].member + "（第") and bases[0].member else "、".join(dict.fromkeys(b.subject for b in bases))
    return _figures(group, role, [(subject, "")], number, "growth-shared", subject, [shared], doubts)


def _figures(group: Group, role: Role, subjects, number: int, rule: str, inherited: str = "", of=(), doubts=()) -> list[Figure]:
    """One figure per quantity; a single subject or base serves all."""
    found = []
    for i, quantity in enumerate(group.quantities):
        subject, member = subjects[i if len(subjects) > 1 else 0]
        base = of[i if len(of) > 1 else 0] if of else ()
        measure = role.measure
        found.append(Figure(number + i, quantity, subject, measure, role.basis, role.sign, member, base, rule, inherited, tuple(doubts)))
    return found


def _remember(found: list[Figure], listed: bool, memory: Memory) -> Memory:
    """Levels become what growth refers to; a full head becomes the owner of dependent ones."""
    if found[0].measure in _MOVES or found[0].measure == "duration":
        return replace(memory, recent=found[-1].subject)
    last = tuple(found)
    if found[0].rule in ("share-of", "head-and-ahead"):
        return replace(memory, levels=(*memory.levels, *found))
    if listed and memory.last and memory.last[-1].number == found[0].number - 1:
        last = (*memory.last, *found)
    owner = memory.owner if found[-1].inherited else found[-1].subject
    return replace(memory, last=last, levels=(*memory.levels, *found), owner=owner, recent=found[-1].subject, topic=memory.topic if found[-1].inherited else "")


def _shorten(subject: str) -> str:
    return subject if len(subject) <= _LONGEST else subject[:_LONGEST]
