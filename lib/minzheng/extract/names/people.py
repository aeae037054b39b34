"""Figures for people whom no plain phrase names: who takes part, for whom something is paid, those that are told apart."""

from minzheng.extract.names.groups import Group
from minzheng.extract.names.heads import split_predicate
from minzheng.extract.names.memory import Memory
from minzheng.extract.names.moves import Named
from minzheng.extract.names.payees import says_for_whom
from minzheng.extract.names.roles import Role
from minzheng.patterns import Late

_TAKES_PART = ("参加", "出席", "列席", "参会", "与会", "收听收看")
_OFFICES = Late("(?:负责人|负责同志|同志|领导|人员|代表|干部|职工|成员|[局厅处站科所]长|主任|书记)(?:[等共及计]|约|近)*$")
_FOR_WHOM = Late("[为给向对](.{2,})")
_TIMES = ("人次", "户次")          # count what was done for people, whom alone name nothing of it
_THOSE = {"人": "人数", "户": "户数"}
_NOT_OF = Late("(?:增加|提高|发放|补助|补贴|标准|新增|惠及)的$")
_FIT = Late("(?P<of>.{2,}?|)中?(?:全部|凡)?符合(?:规定|保障|低保)?条件")
_ENTERED = Late("(?:全部|及时|均|都|按规定|重新|统一|新|应)*(?P<what>(?:纳入|转入|列入|享受)[^，]{2,12})")
_CARED_FOR = tuple(place + how for place in ("院", "中心", "机构", "所") for how in ("集中供养", "集中养育", "集中托养"))
_COUPLES = Late("[婚登夫]|^$")
_SHORTEST = 4           # characters of a phrase that says whom 的3万人 are


def name_participants(group: Group, role: Role, head: str) -> Named | None:
    """各乡镇负责人、…局长90余人参加: people by their offices who take part in a meeting; None for others."""
    meets = group.right.startswith(_TAKES_PART) and group.quantities[0].unit == "人" and _OFFICES.search(role.left)
    return Named("参加会议人数", "head", head) if meets else None


def name_people(group: Group, role: Role, head: str, memory: Memory) -> Named | None:
    """A name for people or couples by the words around them; None where those say nothing of the kind."""
    unit = group.quantities[-1].unit
    if unit == "对" and memory.child and memory.whole and memory.whole.quantity.unit == unit and not _COUPLES.search(head):
        return Named(memory.whole.subject + head, "head", head, memory.whole.subject)       # 其中跨省通办5对
    if unit in _TIMES and memory.child and memory.whole and memory.whole.quantity.unit == unit and not group.right and says_for_whom(head):
        return Named(memory.whole.subject + head, "head", head, memory.whole.subject)       # 救助3102人次，其中未成年人86人次
    if unit in _THOSE and memory.child and memory.whole and memory.whole.quantity.unit == unit and head.endswith(_CARED_FOR) and not group.right:
        return Named(memory.whole.subject + head[-len("集中供养"):], "head", head, memory.whole.subject)      # 其中在甲镇敬老院|集中供养
    if unit not in _THOSE or not group.right:
        return None
    if (those := _FOR_WHOM.match(head)) and not split_predicate(group.right)[0]:
        return Named(those[1], "head", head)                     # 为百岁老人47人|每月发放保健金
    if (fit := _FIT.fullmatch(head)) and (entered := _ENTERED.match(group.right)):
        return Named(fit["of"] + entered["what"] + _THOSE[unit], "head", head)        # 将监测户中符合条件的90人及时纳入低保
    if role.left.endswith("的") and len(head) >= _SHORTEST and not _NOT_OF.search(role.left):
        return Named(head + _THOSE[unit], "head", head)          # 对尚未脱贫的3万人逐户核查
    return None
