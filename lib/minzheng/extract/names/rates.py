"""What a rate, a length or an amount that says no more is of: what was counted, done or told before it."""
from minzheng.extract.names.heads import is_dependent
from minzheng.extract.names.memory import Memory
from minzheng.extract.names.moves import Named
from minzheng.extract.names.roles import RATIOS
from minzheng.extract.names.topics import done_to, without_task
from minzheng.extract.syntax import one_of
from minzheng.patterns import Late
from minzheng.reference.indicators import match_indicator

# 长度, 播放量, 合格率: of what the sentence counted before, where it did
BARE = Late(r"[^，]{0,4}(?:签订|签约|建档|参选|到位|处置|配备)[^，]{0,5}率|(?:全年|年度|目标)?任务完成率|(?:总|年|月|日)?(?:.{1,2}[率量额]|长度|里程|规模)|[总全]长|总里程|保障面|(?:服务|街镇|乡镇|建制村|街道|社区|行政村|县级|城乡|(?:城市|城镇|农村)(?:社区)?的?)?覆盖[率面]")
_NOT_BARE = Late("[^，]*(?:失业|就业|出生|死亡|城镇化|结婚|离婚|火化|增长|利|汇)率")
_TOWN_AND_COUNTRY = frozenset({"城市", "城镇", "农村", "乡村"})
_SUNLIT = Late("(?:达到|达)?(?:优良|良好|优)?(?:以上)?(?:天数|日数)$")
_SOWN = Late("(?:播种|种植|收获)面积$")
_DEALT_WITH = Late("^(?:共|累计|依法)*(?:办理|受理|完成)")
_ITS_RATE = Late("(?<=..)[^，]{2}率$")
_GIVES = Late(f"^(?:共|累计)*{one_of('paying')}了?")
_BRIEF_RATE, _OWN_RATE = 4, 3           # characters of 合格率, no rate of what is named before


def rate_of_what(head: str, unit: str, memory: Memory) -> Named | None:
    """A name for a bare rate or amount, by the levels of its sentence, those before, or its topic; None for other heads."""
    topic, is_rate, bare = memory.topic, head.endswith("率"), BARE.fullmatch(head) is not None
    if is_rate and topic and len(head) <= _BRIEF_RATE and head[:-1] in topic and not (memory.last and memory.last[-1].inherited == topic):
        return Named(done_to(head[:-1], topic) + head, "head", head, topic)
    says_nothing = bare and match_indicator(head, unit) is None and not _NOT_BARE.match(head)
    if memory.levels and says_nothing:
        before = topic if topic and is_rate and head.startswith("覆盖") else _counted_before(head, memory)
        if before or not is_dependent(head):
            return joined(before, head)
    if is_rate and bare and not memory.levels and (alike := _dealt_with_before(head[:-1], memory)):
        return joined(alike, head)              # 核查对象20万人。…，核查率达到100%
    if is_rate and says_nothing and topic and not memory.levels:
        return joined(topic, head)              # 换届选举顺利结束，参选率91%
    if is_rate and topic and (at := topic.find(head[:-1])) > 0:
        return Named(topic[:at] + head, "head", head, topic)        # 农村五保集中供养能力增强，集中供养率46%
    return None


def rate_of_acts(head: str, memory: Memory) -> Named:
    """A rate of the acts that were counted right before: 结婚登记…对、离婚登记…对，登记合格率…"""
    alike = [level.subject for level in memory.last if level.subject.endswith(head[:2]) and len(head) > _OWN_RATE]
    kinds = [_DEALT_WITH.sub("", subject).removesuffix(head[:2]) for subject in alike]
    return joined("、".join(kinds) + head[:2] if len(kinds) > 1 else memory.levels[-1].subject, head)


def joined(before: str, head: str) -> Named:
    """A head behind the phrase that it hangs on, said once where both say it.

    >>> joined("床位使用率", "空置率").subject, joined("结婚登记", "登记合格率").subject
    ('床位空置率', '结婚登记合格率')
    """
    before, given = without_task(before), _GIVES.sub("", head)
    if len(given) > 1 and before.endswith(given):
        return Named(before, "head", head, before)          # 为优抚对象…名发放抚恤金…元
    if len(head) > 2 and before.endswith(head[:2]):
        before = before[:-2]                    # 结婚登记…，登记合格率…
    if head.endswith("率"):
        before = _ITS_RATE.sub("", before)      # 床位使用率61%，空置率39%
        if head[:2] in _TOWN_AND_COUNTRY and before[:2] in _TOWN_AND_COUNTRY:
            before, head = head[:2] + before[2:], head[2:]         # 城市低保覆盖率31%，农村覆盖率82%
    return Named(before if before.endswith(head) else before + head, "head", head, before)


def _counted_before(head: str, memory: Memory) -> str:
    """What a bare 合格率 or 规模 is one of: the last level, or for a rate what that one belongs to; "" for money."""
    base = memory.levels[-1]
    if not head.endswith("率"):
        if base.quantity.unit in RATIOS:
            return ""                                       # 装机占比48%，发电量1200亿千瓦时
        return _SOWN.sub("", base.subject) if head.endswith("产量") else base.subject
    base = next((level for level in reversed(memory.levels) if level.quantity.unit not in RATIOS
                 and (memory.child or not level.part_of)), base)
    stem = head[:-1]                                        # no rate is one of a rate
    if base.quantity.unit == "天":
        return _SUNLIT.sub("", base.subject)                # 空气质量优良天数300天，达标率82%
    if memory.whole and memory.child and set(stem) <= set(base.subject) and base.part_of == memory.whole.number:
        return memory.whole.subject                         # 社工210人，其中持有证书的90人，持证率…
    if base.quantity.unit == "元" or base.subject.endswith("不" + stem):
        return ""
    if base.subject.startswith(stem):
        return base.subject.removeprefix(stem)              # 整改隐患117处，整改率98%
    if base.subject.endswith(stem):
        return base.subject.removesuffix(stem)              # 整改5987处，整改率97%
    return memory.owner if base.inherited and memory.owner else base.subject


def _dealt_with_before(stem: str, memory: Memory) -> str:
    """What was counted before under that verb: 隐患 of 隐患整改 or 整改隐患, for 整改率; "" for nothing."""
    before = next((subject for _, subject in reversed((*memory.earlier, *memory.things)) if subject.startswith(stem) or subject.endswith(stem)), "")
    return before.removeprefix(stem).removesuffix(stem)
