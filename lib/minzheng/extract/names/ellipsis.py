"""Heads that say nothing alone, and the full phrase before them that completes them."""
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from minzheng.extract.names.heads import is_dependent, is_fund, is_grade, split_predicate
from minzheng.extract.names.lists import contrast, distribute, is_modifier, opens_with_modifier, together
from minzheng.extract.names.memory import Figure, Memory
from minzheng.extract.names.payees import same_level
from minzheng.extract.names.topics import without_task
from minzheng.extract.syntax import one_of, words
from minzheng.patterns import Late

_POINTED = re.compile(r"(两|二|三|四)(?:项|者|(?<=两)类|类(?=合计|共|人员))(?!补贴|惠|地区|区域|县|标准)")         # 三者合计: the three levels before
_NUMBER = Late(r"（第[一二三四五六七八九十][项档]）$")     # stands for a name that a list does not give
_THIS = re.compile("(?:这一|这个|上述|该)(?:比例|比重|占比|标准|数字|指标|水平|数量)$")
_RATE = Late("(?:占比|率|比例|比重)$|^每[千万百]")       # has no beds and no staff
_FUND = Late("[^的、和]*?(?:公益金|资金|经费|补助金|彩票金)")
_ONE_OF_TWO = ("前者", "后者")
_HOW_MANY = {"两": 2, "二": 2, "三": 3, "四": 4}
_PER_HEAD = Late(r"(?:月|年)?人均|[户次例家]均")
_SOWN = Late("(?:播种|种植)面积$")
_HELPED = Late("(?:救助|补助|资助|保障|惠及|受益)(?:困难)?(?:群众|人次|人数|对象)?")
_HELP_PAID = Late(f"(?:共|累计|全年)*{one_of('paying', 'funding')}?([^，]*?(?:救助|补助|资助|保障|供养))(?:支出)?(?:保障|补助|救助)?(?:支出|资金|金|费|款)")
_NEWLY = Late(f"^(?:累计|共)*{one_of('newly')}(?=..)")
_PAID = Late(f"(?:共|累计)?{one_of('paying')}")
_IN_TOWN = Late("^(?:主?城区|市区|市本级)")         # 市区低保标准…，各县（市）…
_RAISED = Late(f"(?:共|累计)?{one_of('raising')}(?:了)?(?=..)")
_AMOUNT = Late(f"(?:水平|标准|{one_of('payments')})$")
_STANDARD = Late(r"(?:平均)?(?:[月年]?(?:保障|供养|生活|补助))?标准$")
# what a target is measured by, before the members it is set for: 达到省平均标准城市…，农村…
_YARDSTICK = re.compile(r"^全?[国省市区县]平均(?:保障)?(?:标准|水平)(?=(?:城市|城镇|农村)$)")
# 集中供养标准 of whom: of the group named before, 农村特困人员
_OF_A_GROUP = re.compile(f"(?:集中|分散|社会散居|散居)?{one_of('care')}(?:年|月|年人均|月人均|人均|平均)?(?:最低|平均)?(?:标准|补贴标准|率)")
_OF_A_CLASS = re.compile("(?:[A-E甲乙丙丁]|[一二三四五])类(?:低?保障?)?(?:对象|人员|家庭|户)")          # 一类对象: of which programme was told before
_PROGRAMME = Late("(?:城市|城镇|农村|城乡)?(?:低保|特困|五保|优抚)|残疾人|孤儿")
_GROUP = Late(f"{one_of('people')}$")
_DRAWN = Late("^[^，]*?(?:领取|享受|申领|领到)(?=[^，]{1,10}(?:金|补贴|津贴|补助)$)")       # 本县户籍老人可以按月领取|长寿金，80至89周岁…
_BUDGETED = Late("(?:年初|全年|调整)?预算(?:金额|数)?$")
_AGES = re.compile(r"[0-9]{1,3}(?:(?:周?岁)?[—–~至到-]+[0-9]{1,3})?周?岁(?:及|（含）)?(?:以上|以下)?(?:的?老年?人|的)?")      # 80—89周岁
_ON_THE_ROLL = Late("在保(?:对象|人员|群众|家庭)")
_HOUSES = ("家", "所", "个", "处", "座")        # what has beds is counted in


def complete_head(head: str, memory: Memory) -> tuple[str, str]:
    """A head with what it lacks, and the phrase that was inherited ("" for a head that stands alone).

    An attribute of an institution (床位, 职工) belongs to the last full head, a bare verb (救助, 新建) to the topic of
    the sentence, a bare modifier (城市) goes before what it tells apart.

    >>> complete_head("床位", Memory(owner="养老机构", recent="养老机构")), complete_head("养老床位", Memory(owner="养老机构"))
    (('养老机构床位', '养老机构'), ('养老床位', ''))
    """
    if head.startswith("在保") and _ON_THE_ROLL.fullmatch(head):
        return "低保" + head[2:], ""            # in this field nothing else is meant
    if stands_alone(head):
        return head, ""
    if head[:1].isdigit() and _AGES.fullmatch(head) and (before := memory.recent or _antecedent(head, memory)):
        return _of_an_age(head, _DRAWN.sub("", before))
    if kind := _of_a_kind(head, memory):
        return kind
    if levelled := same_level(head, memory.recent):
        return levelled, memory.recent
    head = _YARDSTICK.sub("", head) if "平均" in head else head
    if is_modifier(head) and "城乡" not in memory.topic and (_AMOUNT.search(memory.topic) or _RATE.search(memory.topic)):
        return head + memory.topic, memory.topic        # 人均补差水平，城市…，农村…
    if contrasted := contrast(memory.owner, head):
        return contrasted, memory.owner
    if _THIS.fullmatch(head) and memory.last:
        return memory.last[-1].subject, memory.last[-1].subject
    if head[:2] in _ONE_OF_TWO and (two := _last_two(memory)):
        named = two[_ONE_OF_TWO.index(head[:2])]
        return named + head[2:], named
    if pointed := _POINTED.match(head):
        named = [figure.subject for figure in memory.levels[-_HOW_MANY[pointed[1]]:]]
        return "、".join(named) + head, "、".join(named)
    if head and not is_dependent(head) and not is_modifier(head):
        return head, ""
    if len(memory.last) > 1 and "/" in memory.last[-1].quantity.unit and _PAID.fullmatch(head) and (both := together(memory.last[-2].subject, memory.last[-1].subject)):
        return _joined(head, both)              # 散居和集中养育孤儿标准分别为…，发放900万元
    return _joined(head, without_number(_antecedent(head, memory)))


def _of_a_kind(head: str, memory: Memory) -> tuple[str, str] | None:
    """A head that only tells which of a group, a programme's classes or a fund's purposes is meant; None for others."""
    if _OF_A_GROUP.fullmatch(head) and (group := next(filter(_names_a_group, (memory.parent or memory.owner, memory.heading)), "")):
        return group + head, group
    if _OF_A_CLASS.match(head) and (programme := next(filter(None, map(_PROGRAMME.search, (memory.recent, memory.owner, memory.heading))), None)):
        return programme[0] + head, programme.string
    if head.endswith("类") and memory.page and (fund := _FUND.search(memory.page)):
        return head + fund[0], memory.page      # 福利彩票公益金使用情况公告: 老年人福利类900万元
    return None


def _of_an_age(head: str, before: str) -> tuple[str, str]:
    """An age alone (90至99岁) with those of whom it is one, told `before`, perhaps with another age."""
    other = _AGES.search(before)
    if head.endswith("人") and not other:
        return head, ""                     # 60岁以上老年人: says who they are
    return before[:other.start()] + head + before[other.end():] if other else before + head, before


def _names_a_group(phrase: str) -> bool:
    return bool(_GROUP.search(phrase))


def _joined(head: str, before: str) -> tuple[str, str]:
    """A head behind, before or in the phrase that it hangs on, and that phrase."""
    before = without_task(before) if head and before.endswith(("任务", "任务数", "目标", "计划")) else before
    if head.endswith(("产量", "单产")):
        before = _SOWN.sub("", before)                      # 粮食播种面积…，总产量…
    if _PER_HEAD.match(head) or (head and "标准" not in head and not is_modifier(head) and not is_grade(head)):
        before = without_standard(before)       # 农村低保标准…, 月人均补助水平; …平均标准…, 支出资金
    if "城乡" in before and head in ("城市", "城镇", "农村"):
        return head + before.partition("城乡")[2], before
    if head.endswith("的") or is_modifier(head) or is_grade(head):
        return head + (_IN_TOWN.sub("", before) if "县" in head else before), before
    if _PAID.fullmatch(head) or head == "支出":
        before = _RAISED.sub("", before)        # 慈善总会募集款物2亿元，支出1亿元
    if len(head) > 2 and before.endswith(head):
        return before, before                   # 为2.3万名儿童发放生活费2亿元
    if (paid := _HELPED.fullmatch(head) and _HELP_PAID.fullmatch(before)) and paid[1].endswith(head[:2]):
        return paid[1] + head[2:], before      # 临时救助支出6亿元，救助38万人次
    if "决算" in head:
        before = _BUDGETED.sub("", before)      # 接待费年初预算9万元，决算8万元
    if head in ("总数", "总量"):
        before = _NEWLY.sub("", before)         # 新增床位120张，总数达到900张
    if head and before.startswith(head):
        return before, before                   # 长沙市安置群众4.7万人；益阳市安置1.9万人
    if len(head) > 2 and before.endswith(head[-2:]):
        return before[:-2] + head, before       # 养老床位…, 护理型床位…
    return before + head, before


def without_standard(phrase: str) -> str:
    """农村低保|平均标准: the programme, for what else is told of it."""
    return _STANDARD.sub("", phrase) or phrase


@lru_cache(maxsize=4096)
def stands_alone(head: str) -> bool:
    """Whether a head says enough, whatever stands before it."""
    points_back = head.endswith("类") or head[:2] in _ONE_OF_TWO or _THIS.fullmatch(head) or _POINTED.match(head) or _YARDSTICK.match(head) or _AGES.fullmatch(head) or _OF_A_GROUP.fullmatch(head) or _OF_A_CLASS.match(head)
    return bool(head) and not (points_back or opens_with_modifier(head) or is_dependent(head))


def without_number(subject: str) -> str:
    """The subject without the （第二项） that stands for a name in a list that gives none."""
    return _NUMBER.sub("", subject)


def unnumbered(figure: Figure, places: Sequence[str] = ()) -> Figure:
    """A figure of a list whose members turned out to be periods or `places`: （第二项） goes, and the name of a place."""
    subject = without_number(figure.subject)
    place = next((name for name in places if subject.startswith(name) and len(subject) > len(name) + 1), "")
    return replace(figure, subject=subject[len(place):], rule="list-of-scopes")


def _last_two(memory: Memory) -> Sequence[str]:
    """What 前者 and 后者 stand for: the last two levels, or the two members of the last one's phrase; none for neither."""
    if memory.last and "城乡" not in memory.last[-1].subject and (members := distribute(memory.last[-1].subject, 2)):
        return members
    return [figure.subject for figure in memory.levels[-2:]] if len(memory.levels) > 1 else []


def _antecedent(head: str, memory: Memory) -> str:
    """The phrase that a head without a name of its own hangs on; "" where nothing was said yet."""
    whole = memory.whole if memory.child else None
    if is_grade(head) and whole and whole.measure == "level":
        return whole.subject                    # 支出52亿元，其中中央补助39亿元，省级9亿元
    if "床位" in head and "总" in head:
        if memory.child and memory.parent:
            return memory.parent                # 养老机构32家，其中公办4家、民办28家，总床位5380张
        houses = [level.subject for level in memory.levels if level.quantity.unit in _HOUSES]
        return houses[0] if len(houses) == 1 else ""        # of several kinds: nobody's alone
    houses = [level.subject for level in memory.levels if level.quantity.unit in _HOUSES] if memory.owner.endswith("床位") else []
    if head in words("attributes") and not (memory.child and "床位" in head) and (houses or memory.owner.endswith(head)):
        return _NEWLY.sub("", houses[-1] if houses else memory.owner.removesuffix(head))        # 新增床位90张，床位总数…
    if head in words("attributes") and memory.parent and memory.whole and memory.whole.quantity.unit in _HOUSES and _divided(memory):
        return memory.parent                    # 机构24个，其中公办14个、民办10个，床位900张
    several = [level.subject for level in memory.last if level.quantity.unit in _HOUSES and not level.part_of]
    if head in words("attributes") and not memory.topic and 1 < len(several) == len(memory.last):
        return "、".join(several)               # 福利院2所、敬老院5所，床位900张: those of all of them
    if head in words("attributes") and memory.topic and not memory.recent:
        return split_predicate(memory.topic)[0] or memory.topic
    if (head in words("attributes") or is_grade(head)) and memory.owner:
        counted = (level.subject for level in reversed(memory.levels) if not _RATE.search(level.subject))
        return next(counted, memory.owner) if _RATE.search(memory.owner) else memory.owner
    part = memory.last[-1] if memory.child and memory.last and memory.last[-1] != memory.whole else None
    if part and not _only_parts(memory) and (not head or _PER_HEAD.match(head) or (_PAID.match(head) and part.quantity.unit in ("人", "户"))):
        return part.subject                     # 其中生活补贴对象4万人，发放…万元，人均…
    if memory.child and memory.parent:
        return memory.parent
    if is_fund(head) and memory.levels and not (memory.topic or memory.recent or any(one.quantity.unit == "元" for one in memory.levels)):
        return ""                               # 低保标准提高5%；省级安排资金2亿元，…: for what is told behind
    if memory.page and memory.topic in words("dependent") and not (head or memory.levels or memory.heading):
        return _joined(memory.topic, memory.page)[0]        # 预算金额：90万元, of the project that the title names
    if memory.topic or (not head and memory.recent):
        return memory.topic or memory.recent
    if _PER_HEAD.match(head) and not memory.owner and memory.levels:
        return memory.levels[-1].subject
    said = memory.owner and (memory.recent or memory.levels or not (head or memory.heading))
    return memory.owner if said else memory.heading or memory.page


def _only_parts(memory: Memory) -> bool:
    """供养12万人，其中集中2万人、分散10万人，支出…: several parts and nothing else since their whole, which is meant."""
    parts = [level for level in memory.levels if memory.whole and level.number > memory.whole.number]
    return len(parts) > 1 and all(level.part_of == memory.whole.number for level in parts)


def _divided(memory: Memory) -> bool:
    """Has the whole of an 其中 been divided into several parts?"""
    return sum(level.part_of == memory.whole.number for level in memory.levels) > 1
