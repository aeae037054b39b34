"""Whose a share or a rate is that names only a part, a kind or nothing: of the level, the topic or the two kinds before it."""
from minzheng.extract.names.groups import Group
from minzheng.extract.names.heads import is_dependent
from minzheng.extract.names.lists import contrast, is_modifier, together
from minzheng.extract.names.memory import Memory
from minzheng.extract.names.moves import Named
from minzheng.extract.names.rates import BARE
from minzheng.extract.syntax import one_of, words
from minzheng.patterns import Late

# what a share says of the level before it: 占…, 覆盖…的, 完成年度任务的
_OF = Late(r"占|是|相当于|为|恢复|覆盖(?!率|面)|(?:超额)?完成(?:了)?(?:全年|年度|年初|既定|预定|计划|目标|任务|预算)")
_OF_THE_TASK = Late("(?:超额)?完成了?(?:全年|年度|年初|既定|预定|计划|目标)?(?:目标)?任务")
_ABOUT = Late("^(?:大?约|近|超过?|不足)(?=占)")
_BRIEF_SHARE = Late(r"[^，]{1,3}占|[^，]{0,8}岁[^，]{0,4}占|[^，]{2,14}的占?")        # 其中女性占25%, 网上办理的占64%
_PART_OF = Late("[^，]{2,16}占(?:比|到|了)?")                  # 其中中央补助占60%: of what, the words do not tell; 养老床位…，其中护理型床位占… they do
_ONE_KIND = Late("(?:城市|城镇|农村|乡村|城区|市区|县城|山区|平原|牧区|全国|全省|公办|民办|公立|民营|男性?|女性?)[^，率占比]{0,4}")
_TOGETHER = Late("[两三四五六](?:[市县区旗州盟地省]|者|项|家)(?:合计|共)?占")
_SUM_OF = Late("(?:两者|二者|两项)?(?:合计|共计|总共|一共|共)占")
_PER_EACH = Late("平均每[^，]{1,6}$")
_NUMBER_OF = Late("(?:总[数量]|数量?)$")
_DONE_TO_SHARE = Late(f"的?比例(?:随机|逐月|逐年|每年|每月|分批)*(?:进行|开展|组织|实施)?(?P<what>[^，的]{{0,4}}{one_of('checking')}[^，]{{0,8}})")
_BY = Late("(?:对?(?P<whom>(?<=对)[^，]{2,12}?|[省市县区旗州盟乡镇]级))?(?:按照?|以)(?:不[低少高]于|不超过|约)?$")
_RATE_TOPIC = Late("(?:覆盖面|程度|率|比例|比重|占比)$")


def name_share(group: Group, measure: str, head: str, memory: Memory) -> Named | None:
    """A share or multiple of a level or topic before it; None where its own phrase says enough."""
    if measure == "share" and (done := _DONE_TO_SHARE.fullmatch(group.right)) and (by := _BY.search(group.left)):
        return Named(f"{by['whom'] or ''}{done['what']}比例", "head", head)       # 对新增对象按不低于30%的比例入户抽查
    grown = memory.moved if memory.moved and memory.moved.number == memory.number - 1 else None
    head = _ABOUT.sub("", head)
    if measure == "share" and (not head or head.startswith("占")) and grown and grown.rule == "head":
        # 保障率提高3个百分点，达到94%; 出口增长8%，占比重30%
        return Named(grown.subject + head, "share-of", "", grown.subject, grown.of)
    if measure == "share" and _newer_topic(memory) and (head.startswith("占") or (head.endswith("占") and memory.topic.endswith("中"))):
        return Named(memory.topic + head, "share-of", "", memory.topic)     # 离婚登记中，35岁以下的占…
    if measure == "share" and _newer_topic(memory) and not memory.recent and _OF_THE_TASK.match(head):
        return Named(memory.topic + head, "share-of", "", memory.topic)     # 适老化改造不能松懈，要完成全年任务的60%
    if measure == "share" and not head and not group.right and _newer_topic(memory) and _RATE_TOPIC.search(memory.topic):
        said = next((level.subject for level in reversed(memory.levels) if level.subject.endswith(memory.topic)), memory.topic)
        return Named(said, "head", "", memory.topic)        # 床位入住率…，其中甲市入住率最高，达到…
    rate = not group.right and _RATE_TOPIC.search(memory.topic) and all(level.inherited == memory.topic for level in memory.levels)
    if rate and measure == "share" and _ONE_KIND.fullmatch(head):
        return Named(_of_the_topic(head, memory.topic), "share-of", "", memory.topic)      # 设施覆盖率，城市社区98%、农村社区67%
    if measure == "share" and memory.child and memory.whole and _TOGETHER.match(head):
        return Named(memory.whole.subject + head, "share-of", "", memory.whole.subject)     # 其中甲市…、乙市…，两市占全省的…
    if measure == "share" and len(memory.last) > 1 and _SUM_OF.match(group.left) and (both := _all_of(memory)):
        return Named(both + head, "share-of", "", both, (memory.last[-1].number,))        # 城市2万人、农村3万人，合计占…
    base = memory.whole if measure == "share" and memory.child and memory.whole else None
    if base is not None and (_BRIEF_SHARE.fullmatch(head) or (_PART_OF.fullmatch(head) and not _names_its_whole(head, base.subject))):
        return Named(base.subject + head, "share-of", "", base.subject, (base.number,))
    if base is not None and _names_its_whole(head, base.subject) and head[-2:] == _NUMBER_OF.sub("", base.subject)[-2:] and not (group.right or "占" in head or _RATE_TOPIC.search(head)):
        return Named(f"{head}占比", "share-of", head, base.subject, (base.number,))       # 养老床位9万张，其中护理型床位不低于60%
    points_back = is_dependent(head) and head not in words("attributes") and not (BARE.fullmatch(head) and memory.levels)
    if not memory.last or not (_OF.match(head) or points_back):
        return None
    base = memory.last[-1]
    if is_modifier(head) and base.measure == "share" and (other := contrast(base.subject, head)):
        return Named(other, "share-of", "", base.subject)       # 城市社区覆盖率达到100%，农村达到80%
    if _PER_EACH.search(base.subject):          # 社工900人，平均每个社区3人，其中女性占…: of the first
        base = next((level for level in reversed(memory.levels) if level.quantity.unit == base.quantity.unit and not _PER_EACH.search(level.subject)), base)
    tail = group.right.removeprefix("的")[:6] if head.startswith("占") else ""
    return Named(base.subject + head + tail, "share-of", "", base.subject, (base.number,))


def _all_of(memory: Memory) -> str:
    """What the last levels are together, of two by what they have in common."""
    *_, one, other = named = [level.subject for level in memory.last]
    return together(one, other) if len(named) == 2 else "、".join(named)


def _names_its_whole(head: str, whole: str) -> bool:
    """Does a part say what it is a part of: 护理型床位占 of 养老床位, but 集中供养的占 of 特困供养人员?"""
    part = head.partition("占")[0].removesuffix("合计")
    return part[-1:] != "的" and (part[-2:] in whole or part[:2] in whole)


def _of_the_topic(head: str, topic: str) -> str:
    """城市社区 and 社区设施覆盖率: 城市社区设施覆盖率."""
    shared = next((n for n in range(len(head), 1, -1) if topic.startswith(head[-n:])), 0)
    return head + topic[shared:]


def _newer_topic(memory: Memory) -> bool:
    """Was a clause without figures behind the last figure? 25至29岁的人最多，占37.8%."""
    return bool(memory.topic) and not (memory.last and memory.last[-1].inherited == memory.topic)
