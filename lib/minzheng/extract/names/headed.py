"""What a figure measures whose phrase stands before it, or before another one: 全省养老床位达|9万张, 累计达到|12万张."""
from functools import lru_cache

from minzheng.extract.names.bare import complete_bare, is_bare, is_outcome, set_against
from minzheng.extract.names.belonging import all_of_them, looks_back, of_those_before
from minzheng.extract.names.counted import NEVER_HAPPENED, OWN_NOUN
from minzheng.extract.names.dealt import NO_OBJECT, OBJECT_LENGTH, name_goal
from minzheng.extract.names.ellipsis import complete_head, stands_alone
from minzheng.extract.names.groups import Group
from minzheng.extract.names.heads import is_dependent, is_only_verb
from minzheng.extract.names.lists import is_modifier
from minzheng.extract.names.memory import Memory
from minzheng.extract.names.moves import Named
from minzheng.extract.names.payees import helped_by, payment_behind, payment_of, says_for_whom, without_payer
from minzheng.extract.names.people import name_people
from minzheng.extract.names.roles import RATIOS, Role
from minzheng.extract.names.shares import name_share
from minzheng.extract.names.short_heads import brought_by, complete_short_head, may_lack
from minzheng.extract.names.told_topics import phrase_ahead
from minzheng.extract.syntax import one_of, words
from minzheng.patterns import Late

_SHORT = 5              # a head so short takes the words behind the figure too
_NO_NOUN = (*NO_OBJECT[1:], *OWN_NOUN, "中有", "中，", "大关", "关口", "是")
_ITS_STANDARD = Late("的([^，。；的]{2,14}?标准)")         # 按照每人每年3535元的农村低保标准
_EACH = Late("(人均|户均|次均|人次均|例均|件均|平均)(?:约|为|达到?|近|超过?)*$")
_TOTAL = Late(r"累计|总数|总量|共")
_SUMS = Late("(?:两项|全[年省市县区州])?(?:累计|合计|总计|共)")
_NEW = Late(f"^(?:累计)?{one_of('newly')}(?=..)")
_FUNDS = Late("(?:资金|公益金|经费|专款|补助|彩票金)$")
FOR_WHAT = ("用于", "专项用于", "主要用于", "重点用于", "全部用于", "专门用于")         # 安排资金640万元，用于敬老院改造
_RATE_NOUNS = ("覆盖", "达标", "参保", "入住", "持证")
# 新建一座面积为800平方米|的物资库: how large what was built is
_SIZE = Late(f"(?P<did>(?:{one_of('deeds')}了?)?)(?:一[座所个处栋家幢])?(?P<size>(?:总|建筑|占地|使用|建设|规划|用地)*面积|总?投资额?|床位数?)$")
_SIZE_ENDS, _LONG_NOUN = frozenset("积资额位数"), 16
_KINDS = frozenset("个家所处座张户对")        # measure words that tell kinds of things apart


def name_headed(group: Group, role: Role, head: str, memory: Memory, behind: str) -> Named:
    """A figure whose phrase stands before it."""
    unit = group.quantities[-1].unit
    if not head and (standard := _ITS_STANDARD.match(group.right)):
        return Named(standard[1], "counted-noun", standard[1])
    if group.right and (payment := payment_behind(head, group.right, unit)):
        return Named(payment, "head", head)
    if group.right.startswith("的") and (large := _as_large(group, head)):
        return Named(large, "head", head)
    if goal := name_goal(group, unit, memory):
        return goal
    alone = role.measure == "level" and not group.right
    if alone and not (memory.child or memory.topic or memory.ahead or "后" in role.left or (role.left.endswith("的") and "由" in role.left)) and _is_full(head):
        full, inherited = complete_head(head, memory)
        return Named(full, "head", head, inherited)         # what all the rules below come to
    if named := (of_those_before(group, role, head, memory) or name_people(group, role, head, memory) or brought_by(head, role.left, memory) or set_against(head, unit, memory)
                 or (role.measure in ("share", "multiple") and name_share(group, role.measure, head, memory))):
        return named
    if memory.ahead and not group.right and (named := _by_what_follows(group, head, memory)):
        return named
    if not memory.topic and role.measure not in ("duration", "prior") and is_dependent(head) and len(behind) >= OBJECT_LENGTH and not behind.startswith(NO_OBJECT):
        return Named(head + behind, "head-and-behind", head)
    if (paid := payment_of(head, unit, memory))[0] or (paid := helped_by(head, unit, memory))[0]:
        return Named(paid[0], "payee", head, paid[1])
    if named := complete_short_head(head, unit, role.measure, memory) or (alone and complete_bare(head, role.left, group.quantities[0].unit, memory)):
        return named
    full, inherited = complete_head(head, _of_the_same_kind(head, unit, memory))
    full = full if head else _of_each_or_all(full, role.left)
    rule = "head-of-several" if inherited and len(memory.levels) > 1 and _SUMS.match(role.left) and _is_of_both(unit, memory) else "head"
    return Named(_with_words_behind(full, group, role, head, behind), rule, head, inherited)


def _is_of_both(unit: str, memory: Memory) -> bool:
    """享受生活补贴的有5万人，享受护理补贴的有6万人，共发放1亿元: what was paid to both is named after the last, and not sure."""
    one, other = memory.levels[-2:]
    return unit == "元" and one.subject != other.subject and {one.quantity.unit, other.quantity.unit} <= {"人", "户"}


def _as_large(group: Group, head: str) -> str:
    """What was built or is there, with the size that is told of it; "" where its noun does not stand behind the figure."""
    noun = group.right[1:]
    sized = len(noun) > 1 and len(noun) <= _LONG_NOUN and head[-1:] in _SIZE_ENDS and not group.right.startswith(_NO_NOUN) and _SIZE.match(head)
    return sized["did"] + noun + sized["size"] if sized else ""


def _by_what_follows(group: Group, head: str, memory: Memory) -> Named | None:
    """Money that the clause behind it says the use of: 共投入|640万元，新建敬老院3家; 安排资金|640万元，用于敬老院改造."""
    invested = without_payer(head)
    first = group.opens and invested in words("investment") and not (memory.topic or memory.recent)
    if first and (ahead := phrase_ahead(*memory.ahead)):
        return Named(ahead + invested, "head-and-ahead", head, ahead)
    told_before = memory.levels and is_dependent(head)
    if group.quantities[-1].unit == "元" and _FUNDS.search(head) and not told_before and memory.ahead[0].text.startswith(FOR_WHAT):
        return Named(head + phrase_ahead(*memory.ahead), "head", head)
    return None


@lru_cache(maxsize=4096)
def _is_full(head: str) -> bool:
    """Whether no rule for short, empty or dependent heads can have anything to say of a head: for speed, as it is so for most."""
    return stands_alone(head) and not (looks_back(head) or is_outcome(head) or says_for_whom(head) or may_lack(head) or is_bare(head))


def _of_the_same_kind(head: str, unit: str, memory: Memory) -> Memory:
    """A verb or a kind alone in a new sentence is about what the paragraph counted in its unit: 养老床位9000张。…，已建成58个; 低保对象9万人。…，城市2万人."""
    if (is_modifier(head) or not head) and not (memory.recent or memory.levels or memory.topic) and memory.last and memory.last[-1].quantity.unit == unit:
        return memory._replace(recent=memory.owner)
    alone = memory.owner and not (memory.topic or memory.recent or memory.levels or memory.child) and unit in _KINDS
    if not alone or not (not head or is_only_verb(head)) or (memory.last and memory.last[-1].quantity.unit == unit):
        return memory
    counted = next((subject for kind, subject in reversed(memory.things) if kind == unit), "")
    return memory._replace(owner=counted) if counted else memory


def _of_each_or_all(full: str, left: str) -> str:
    """The name taken over from before, where the words say how it is counted now."""
    each = None if full.endswith(("标准", "水平")) else _EACH.search(left)
    full += each[1] if each else ""         # 临时救助支出5200万元，人均1444元
    return _NEW.sub("", full) if _TOTAL.search(left) else full          # 新建食堂168家，总数达420家


def _with_words_behind(full: str, group: Group, role: Role, head: str, behind: str) -> str:
    """A name with the words behind the figure that belong to it: 连续8年|未发生…, 覆盖率; `behind`: up to the end of the clause."""
    if role.left.endswith("连续") and group.quantities[-1].unit == "次":
        return full + group.right               # 质量工作考核连续10次|获评A级
    if role.measure == "duration":
        return behind if not head and behind.startswith(NEVER_HAPPENED) else full + behind
    if role.measure != "prior" and len(full) <= _SHORT and not group.right.startswith(_NO_NOUN) and not all_of_them(full, group):
        return full + group.right.removeprefix("的")
    return full + group.right[:4] if group.quantities[-1].unit in RATIOS and group.right.startswith(_RATE_NOUNS) else full
