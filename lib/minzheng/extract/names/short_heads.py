"""Heads too short to stand alone, and what of the sentence completes them: parts, members, second verbs."""
import re
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from minzheng.extract.names.heads import is_dependent, split_predicate
from minzheng.extract.names.lists import MEASURE, is_modifier, opens_with_modifier, shared_tail
from minzheng.extract.names.memory import Memory
from minzheng.extract.names.moves import Named
from minzheng.extract.names.rates import BARE, joined, rate_of_acts, rate_of_what
from minzheng.extract.names.siblings import beside_its_like
from minzheng.extract.syntax import one_of, words
from minzheng.patterns import Late
from minzheng.reference.indicators import match_indicator

# 床位8.6万张，新增1900张
_MORE = words("newly") | {"改造"}
# 新增1642人，退出2105人: the second verb takes the object of the first
_OUT = Late(f"{one_of('leaving')}了?$")
_IN = Late(f"^(?:审批|审核)?{one_of('entering')}(?=..)")
_ON_AND_OFF, _ROLL, _PEOPLE = words("entering") | words("leaving"), Late("(?:城市|城镇|农村|城乡)?(?:低保|特困)(?:对象|人员|家庭)$"), ("人", "户")
# 低保对象3万人，支出低保金2亿元: paid to those right before
_PAID = Late(f"(?:共|累计|全年|已)*{one_of('paying')}了?(?:{one_of('payments')}|(?:低保|{one_of('relief')})(?:金|费|资金|款))")
_BRIEF_CHILD = Late("..(?<![市县区乡镇村会院所站户人校店票车馆员])")    # 其中绝收: named after its total
# what of an industry or kind of goods grew
_KIND = Late("(?:业|产品|类|店|公司|单位)$")
_OUT_OF_SET = Late(f"(?:{one_of('people')}|当事人|组织|机构|来源|资金|登记|床位|支出|收入|成员|户|社工)[之当]?中$")
# those who came to harm in what was counted before: 火灾300起，死亡12人
_HARM = re.compile("(?:共|累计)?(?:造成|导致|致)?(?:人员)?(?:死亡|受伤|重伤|轻伤|伤亡|死伤|失踪|遇难|直接(?:经济|财产)损失|(?:经济|财产)损失)(?:人数)?")
_OCCURRED = Late("^(?:共|累计)?(?:发生|接报|报告)")
# what is done to a thing one after the other: 安置房开工4万套、竣工3万套
_STAGE = one_of("stages")
_DONE = Late(f"(?:已|全部|累计|共|完成)*(?:{one_of('progress')}|在建|整改|完成整改)")
_FOUND = Late("^(?:共|累计|排查)*发现(?=..)")
_PROJECTS = ("个", "处", "户", "套", "件", "家", "所", "项", "起", "条", "座")
_PROJECT = Late("^(?:投入|投资|安排|用于|实施|推进|开展|启动)*(?P<what>[^，]{2,}(?:工程|项目|改造|建设|提升))$")
_STAGES = Late(f"(?:基本|全部|已|新|累计|共|完成)?{_STAGE}")
_LAST_STAGE = Late(f"(?:基本|全部|已|新|累计|共|完成)?{_STAGE}$")
_CARRIED_OUT = Late("(?:实施|开展|进行)了?[^，]{0,8}(?:改造|建设|提升|修缮)$")
_FIRST_STAGE = Late(f"^(?:基本|全部|已|新|累计|共|完成)?(?:{_STAGE}|建设)(?=..)")
_AREA = Late("(?:造林|绿化|育林|治沙|修复|复垦|播种|种植|轮作|治理)$")
_WHEN_BUILT = Late(f"{one_of('built')}(?:投用|使用|投入使用|运营)?后")
_BROUGHT = 8            # characters of what a building brings once it is built
_MEMBER = 4             # characters at most of the name of a part, as 轻工业


# 每万人口拥有13人: of those counted right before
_PER_EACH = Late("(?:平均)?每[千万百十](?:[名人个户口]|常住|户籍|老年人|老人|居民|群众|儿童)+")
_TOTAL, _HAD = Late("总[数量]$"), 10
# what came of people, and what an institution does for them: of those, or of that, counted before
_CAME_OF = Late(f"(?:已|均|成功|帮助|协助|累计|共)*{one_of('came_of')}")
_OVERLAPS = Late("[^，]{4,7}率")
_SERVES = Late(f"(?:全年|每[日天月]|[日月年]均|累计|共)*{one_of('services')}|(?:每[日天]|日均){one_of('services')}[^，]{{0,4}}{one_of('people')}"
               f"|(?:预计|最多|一次|每年|同时)*(?:可|能)(?:同时|一次)*(?:提供|容纳|安置|安葬|安放|存放|停放|接待|服务|满足|辐射|惠及)[^，]{{1,6}}|(?:共|累计)*(?:带动|吸纳|提供|解决)(?:就业)?(?:就业|岗位)|[站店院所馆村]均[^，]{{1,4}}")
# any of these kinds, and those that bring an area: one pattern takes a third of the time of ten
_SHORT_KINDS = re.compile("|".join([kind.pattern for kind in (_OVERLAPS, _PER_EACH, _STAGES, _CAME_OF, _SERVES, _HARM, BARE, _PAID, _OUT, _BRIEF_CHILD)]) + f"|.*{_AREA.pattern}")
_HOUSE = Late("(?:中心|[站所院点馆堂家室墓园])$")
_HOUSES = ("家", "所", "个", "处", "座")


def complete_short_head(head: str, unit: str, measure: str, memory: Memory) -> Named | None:
    """A name for a head that needs a level or phrase of its sentence; None for the others."""
    if head and measure == "level" and _OUT_OF_SET.search(memory.topic) and not is_dependent(head):
        return Named(memory.topic + head, "head", head, memory.topic)      # 登记当事人中，初婚5万人
    if measure != "growth" and not may_lack(head):
        return None
    if _PER_EACH.fullmatch(head) and memory.last and memory.last[-1].quantity.unit == unit and len(had := _TOTAL.sub("", memory.last[-1].subject)) <= _HAD:
        return Named(f"{head}拥有{had}", "head", head, memory.last[-1].subject)
    if unit in _PEOPLE and head in _ON_AND_OFF and (roll := _ROLL.search(memory.topic)):
        return Named(head + roll[0], "head", head, memory.topic)            # 动态调整低保对象，新纳入900人，退出800人
    if named := _next_stage(head, unit, memory):
        return named
    if unit in ("公顷", "亩", "平方公里", "平方米") and _AREA.search(head):
        return Named(head + "面积", "head", head)
    if _HARM.fullmatch(head) and (event := _event_before(memory)):
        return Named(event + head, "head", head, event)
    same = [level for level in memory.levels or memory.last[-1:] if level.quantity.unit == unit] if head in _MORE else []
    if same:
        return Named(same[-1].subject, "head", head, same[-1].subject) if same[-1].subject.startswith(head) else joined(same[-1].subject, head)
    if named := beside_its_like(head, memory):
        return named
    if head.endswith("率") and memory.levels and memory.levels[-1].subject.endswith(head[:2]):
        return rate_of_acts(head, memory)
    if measure == "growth" and (named := _of_the_growth_before(head, memory)):
        return named
    if named := rate_of_what(head, unit, memory):
        return named
    if named := _done_before(head, unit, memory):
        return named
    return _of_the_last(head, unit, memory) if measure in ("level", "prior") else None


def _of_the_growth_before(head: str, memory: Memory) -> Named | None:
    """What of a kind grew, by the growth right before it or by its whole; None where neither tells."""
    before = memory.moved if memory.moved and memory.moved.number == memory.number - 1 else None
    told = MEASURE.search(before.subject) if before and before.measure == "growth" else None
    if told and _KIND.search(head):
        return Named(head + told.group(), "head", head, before.subject)     # 国有企业增加值增长5%，股份制企业增长6%
    if memory.parent and not memory.levels and _is_member(head):
        return joined(memory.parent, head)          # 出厂价格下降4%，其中轻工业下降1%
    return joined(memory.owner, head) if head.endswith("类") and memory.owner else None         # 居民消费价格上涨1.3%，其中衣着类上涨1%


def brought_by(head: str, left: str, memory: Memory) -> Named | None:
    """敬老院项目…，建成后新增床位90张: a few words about what a building named before brings; None for others."""
    if not memory.owner or len(head) > _BROUGHT or "后" not in left or not _WHEN_BUILT.search(left):
        return None
    return replace(joined(split_predicate(memory.owner)[0] or memory.owner, head), inherited=memory.owner)


@lru_cache(maxsize=4096)
def may_lack(head: str) -> bool:
    """Whether a head without growth is of one of the kinds that `complete_short_head` knows."""
    return head in _MORE or head in _ON_AND_OFF or head in words("incomes") or head.endswith("平均年龄") or opens_with_modifier(head) or bool(_SHORT_KINDS.fullmatch(head))


def _done_before(head: str, unit: str, memory: Memory) -> Named | None:
    """救助流浪人员90人，护送返乡12人; 建成食堂46个，日均供餐5200人次: of whom, or by what, was counted before."""
    people, houses = ("人", "人次"), _HOUSES if unit in ("人次", "人", "个", "元", "具", "户", "盒", "穴", "格", "辆", "份", "餐", "单") else ()
    wanted = people if unit in people and _CAME_OF.fullmatch(head) else houses if _SERVES.fullmatch(head) else ()
    before = next((level.subject for level in reversed(memory.levels) if level.quantity.unit in wanted and level.rule != "done-before" and not level.part_of), "")
    if wanted is _HOUSES and not before and _HOUSE.search(memory.topic):
        before = memory.topic                               # 建成日间照料站，每天接待老人60人次
    return replace(joined(before, head), rule="done-before") if before else None


def _next_stage(head: str, unit: str, memory: Memory) -> Named | None:
    """安置房基本建成8万套、新开工6万套: a verb alone is about the thing that the verb before it was about."""
    if not memory.last or not _STAGES.fullmatch(head):
        return None
    last = next((level for level in reversed(memory.levels) if level.quantity.unit == unit), None)
    if last is None:
        project = _PROJECT.search(memory.recent) if unit in _PROJECTS else None
        return Named(project["what"] + head, "head", head, memory.recent) if project else None         # 投入900万元实施改造工程，完工9个
    if _CARRIED_OUT.search(last.subject):
        return joined(last.subject, head)          # 敬老院实施消防改造，已完工19所
    if stage := _LAST_STAGE.search(last.subject):
        return joined(last.subject[:stage.start()], head) if stage.start() > 1 else None
    if stage := _FIRST_STAGE.search(last.subject):
        return Named(head + last.subject[stage.end():], "head", head, last.subject)
    if _DONE.fullmatch(head) and unit in _PROJECTS:
        return joined(_FOUND.sub("", last.subject), head)      # 资助项目127个，完工109个
    return None


def _event_before(memory: Memory) -> str:
    """What happened, of the last level of the sentence that counts events; "" for none."""
    events = (level.subject for level in reversed(memory.levels) if level.quantity.unit in ("起", "次", "件"))
    return _OCCURRED.sub("", next(events, ""))


def of_an_event(noun: str, memory: Memory) -> Named | None:
    """火灾300起，造成12人死亡: those who came to harm in the event counted before; None for other nouns."""
    event = _event_before(memory) if _HARM.fullmatch(noun) else ""
    return Named(event + noun.removeprefix("造成"), "counted-noun", noun, event) if event else None


def _is_member(head: str) -> bool:
    """轻工业, 生产资料: a few characters that name a part and no indicator of their own."""
    return 1 < len(head) <= _MEMBER and not is_modifier(head) and not is_dependent(head) and match_indicator(head) is None


def _of_the_last(head: str, unit: str, memory: Memory) -> Named | None:
    """A verb or a word of a few characters that says nothing without the last level; None for others."""
    last = memory.last[-1] if memory.last else None
    if last is None:
        return None
    if unit.startswith("元") and last.quantity.unit in ("人", "户") and _PAID.fullmatch(head):
        people = takewhile(lambda level: level.quantity.unit in ("人", "户"), reversed(memory.levels))
        alone = len({level.subject for level in people}) == 1       # else it is paid to all of them
        return joined(last.subject, head) if alone else None
    if last.quantity.unit != unit:              # 新增1012户1836人，退出1740户: of those counted in the same unit
        last = next((level for level in reversed(memory.levels) if level.quantity.unit == unit), last)
    if last.quantity.unit != unit:
        return None
    if "/" in unit and (named := shared_tail(last.subject, head)):
        return Named(named, "head", head, last.subject)
    if _OUT.match(head) and (entered := _IN.match(last.subject)):
        return Named(head + last.subject[entered.end():], "head", head, last.subject)
    whole = memory.whole if memory.whole and memory.whole.quantity.unit == unit else last
    if memory.child and _BRIEF_CHILD.fullmatch(head) and not is_dependent(head) and not is_modifier(head):
        return joined(whole.subject, head) if match_indicator(head, unit) is None else None
    return None
