"""What grew or changed: growth and change named after the levels that they belong to."""
from dataclasses import dataclass, replace

from minzheng.extract.names.ellipsis import complete_head, without_number
from minzheng.extract.names.groups import Group
from minzheng.extract.names.heads import clean_head
from minzheng.extract.names.lists import MEASURE, distribute, modifiers
from minzheng.extract.names.memory import Figure, Memory
from minzheng.extract.names.roles import POINTS, RATIOS, Role, read_role
from minzheng.extract.syntax import one_of
from minzheng.patterns import Late

MOVES = ("growth", "change")
_GROWS_REACH = 32       # characters from a percentage to the 的增幅 behind its list
_REFERENCE = Late(r"(?:达到|按照?|不低于|保持|实现|参照|以)(?=[^，。；]{2,})")
RATES = ("增速", "增幅", "涨幅", "降幅")
_RATE_TOPIC = Late(f"(?P<what>[^，率比占]*?)的?(?:{'|'.join(RATES)}|升幅|减幅|增长|下降)")
_COUNTS = {"户数": "户", "人数": "人", "保障人数": "人", "救助人数": "人", "在保人数": "人", "保障户数": "户", "在保户数": "户", "对数": "对", "件数": "件", "床位数": "张", "人次": "人次", "人次数": "人次"}
_AMOUNT = Late("[^，]{2,}(?:[数量额率]|人次|收入|支出|面积|规模|标准|水平)$")
# 启动|低保标准|调整测算，拟提高5%: what is to move, in a clause before
_TO_MOVE = Late("^(?:启动|开展|推进|实施|做好|完成)?(?P<what>[^，]{2,}(?:标准|水平|待遇))(?:的?(?:动态|自然增长|调整|提标|调标|测算|论证|工作))+$")
_RATE = Late(r"比例|比重|率|占")
_BRANCH = Late("(?:业|类|服务|设计|产品|商品|用品|器材|设备|汽车|经济|企业|[^商网]店)$")       # says who or what, and not what of it
_MEASURED = Late(f"{one_of('economy')}|收入|支出|价格|零售(?!业)|[额量率数]$")
_OF_A_SET = Late(f"{one_of('economy')}[之当]?中$")


@dataclass(slots=True)
class Named:
    """What a rule found for one quantity."""

    subject: str
    rule: str
    member: str = ""
    inherited: str = ""
    of: tuple[int, ...] = ()
    doubts: tuple[str, ...] = ()


def is_branch(subject: str) -> bool:
    """Does a name say which branch or kind of goods, and not what of it: 汽车制造业, but 汽车制造业增加值?"""
    return bool(_BRANCH.search(subject)) and not _MEASURED.search(subject)


def of_the_branch(named: list[Named], memory: Memory) -> list[Named]:
    """其中汽车制造业、医药制造业投资分别增长…: of a branch of what the last of a list, the whole, or the set it is out of grew.

    >>> [one.subject for one in of_the_branch([Named("汽车制造业", "list"), Named("工业技改投资", "list")], Memory())]
    ['汽车制造业投资', '工业技改投资']
    """
    bare = [is_branch(one.subject) for one in named]
    if not any(bare):
        return named
    if memory.topic.endswith("中") and _OF_A_SET.search(memory.topic):
        return [replace(one, subject=memory.topic + one.subject, inherited=memory.topic) if lacks else one for one, lacks in zip(named, bare, strict=True)]
    whose = named[-1].subject if not bare[-1] else memory.parent if memory.child else ""
    measure = MEASURE.search(whose)
    return [replace(one, subject=one.subject + measure[0], inherited=whose) if lacks else one for one, lacks in zip(named, bare, strict=True)] if measure else named


def grows_behind(role: Role, group: Group, memory: Memory) -> bool:
    """Does a percentage that looks like a share stand before the 的增幅 of its sentence?"""
    near = 0 < memory.grows - group.quantities[-1].stop <= _GROWS_REACH
    return role.measure == "share" and near and not _RATE.search(role.left)


def grown_behind(role: Role, memory: Memory) -> Named:
    """The name of a growth whose verb stands behind: 城市、农村标准达到平均水平城市5%，农村6%的增幅.

    What grows stands before 达到, which of its members right before the number.
    """
    head = clean_head(role.left)
    verb = _REFERENCE.search(head)
    if verb and verb.start() >= 2:
        head, stated = head[:verb.start()], head[verb.end():]
        which = next((word for word in modifiers() if stated.endswith(word)), "")
        members = [one for one in distribute(head, 2) if which and which in one]
        return Named(members[0] if members else which + head, "growth-behind")
    full, inherited = complete_head(head, memory)
    return Named(full, "growth-behind", head, inherited)


def grown_most(role: Role, memory: Memory) -> Named | None:
    """新昌县增幅最高，达|22.4%: how much it grew there, of what was told before or is named there; None for any other figure."""
    rate = _RATE_TOPIC.fullmatch(memory.topic) if role.measure == "share" else None
    if rate is None or clean_head(role.left):
        return None
    what = rate["what"] or (memory.last[-1].subject if memory.last else memory.owner)
    return Named(without_number(what), "growth-of-topic", "", memory.topic) if what else None


def move_of_count(head: str, count: int, memory: Memory) -> list[Named]:
    """户数同比减少2.7%: of the last level in 户, or the last ones where there are so many; 增速加快1个百分点: of the last one; [] for other heads."""
    if head in RATES and memory.last:
        return [Named(memory.last[-1].subject + head, "growth", head, memory.last[-1].subject)] * count
    if head.endswith("数") and (named := [one for one in memory.levels if head[:-1] in one.subject and one.measure == "level"]) and len(head) > 2 and count == 1:
        return [Named(named[-1].subject, "growth", head, named[-1].subject, (named[-1].number,))]         # 离婚登记708对，离婚数下降6%
    unit = _COUNTS.get(head, "")
    levels = [one for one in memory.levels if unit and one.quantity.unit == unit]
    levels = levels[-count:] if len(levels) >= count else levels[-1:] * count
    return [Named(level.subject + head, "growth", head, level.subject, (level.number,)) for level in levels]


def _is_rate_of(group: Group, share: Figure) -> bool:
    return group.quantities[0].unit in POINTS and share.quantity.unit in RATIOS


def _are_alike(one: Figure, other: Figure) -> bool:
    """城市…月人均补助, 农村…月人均补助: the same of two kinds."""
    return one.quantity.unit == other.quantity.unit and one.subject[-2:] == other.subject[-2:]


def name_moves(groups: list[Group], n: int, memory: Memory) -> list[Named]:
    """Growth or change that belongs to levels before: one to one, or one shared by all."""
    group, bases = groups[n], memory.last
    if len(bases) == 1 and bases[0].measure == "prior" and bases[0].basis:      # 2108人次，较去年同期的1856人次增长13%
        bases = tuple(level for level in memory.levels if level.subject == bases[0].subject)[:1]
    count, before = len(group.quantities), memory.moved
    headless = not clean_head(read_role(groups[0].left, groups[0].quantities[0].unit, "").left)
    if headless and len(bases) == len(groups) > 1 and all(len(each.quantities) == 1 for each in groups):
        bases = bases[n:n + 1]                              # 分别下降6%、增长7%
    elif count == 1 and before and before.number == memory.number - 1:      # 同比增长5%，环比下降1%
        return [Named(before.subject, "growth", before.member, before.subject, before.of)]
    if count == 1 and bases and memory.topic and not bases[-1].inherited and _AMOUNT.search(memory.topic):
        return [Named(memory.topic, "growth-of-topic", "", memory.topic)]       # 募集2亿元；志愿者人数再创新高，增长9%
    if count == 1 and memory.topic and (to_move := _TO_MOVE.match(memory.topic)):
        return [Named(to_move["what"], "growth-of-topic", "", memory.topic)]
    share = memory.levels[-1] if memory.levels else None
    if count == 1 and share and share.number == memory.number - 1 and _is_rate_of(group, share):
        bases = (share,)                                    # 3万名，占比25%，提高3个百分点
    if count > 1 and len(bases) != count:
        levels = tuple(level for level in memory.levels if level.measure != "prior")
        alike = tuple(level for level in levels if _are_alike(level, levels[-1]))
        bases = (alike if len(alike) == count else levels)[-count:]
    things = distribute(memory.topic, count) if count > 1 and not memory.levels else ()
    if things:                                              # 起数、人数…，又分别下降5%、6%
        return [Named(thing, "growth-of-topic", "", memory.topic) for thing in things]
    if not bases:
        topic = memory.topic or memory.owner or memory.heading
        return [Named(topic + group.right, "growth-of-topic", "", topic)] * count
    if len(bases) == count:
        return [Named(base.subject, "growth", base.member, base.subject, (base.number,)) for base in bases]
    shared = tuple(base.number for base in bases)
    subject = "、".join(dict.fromkeys(without_number(base.subject) for base in bases))
    doubts = ("shared-growth",) if len(bases) > 1 else ()
    return [Named(subject, "growth-shared", "", subject, shared, doubts)] * count
