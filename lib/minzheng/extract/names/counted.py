"""Figures that stand before their noun: 9536名民政干部走访…, 发放4.3亿元取暖救助金."""

from minzheng.extract.names.groups import Group
from minzheng.extract.names.heads import (
    clean_head,
    ends_in_verb,
    is_dependent,
    is_only_verb,
    short_object,
    split_predicate,
)
from minzheng.extract.names.lists import LIST_VERB
from minzheng.extract.names.memory import Memory
from minzheng.extract.names.moves import Named
from minzheng.extract.names.payees import who_draws
from minzheng.extract.names.roles import DURATIONS, RATIOS, Role
from minzheng.extract.names.short_heads import of_an_event
from minzheng.extract.syntax import one_of, words
from minzheng.patterns import Late

OWN_NOUN = ("的目标", "的任务", "的标准", "的增幅", "的增速", "的速度", "的比例", "的水平", "的平均", "的规模", "的资金", "的补助")
_BY_KIND = Late("以[^，。；]{2,14}为(?:主|本|核心|重点|特色)[^，。；]*?的(?=..)")       # 1家|以照护失能为主的养老机构
_ONLY_HAS = Late("共?有|共")
_OPEN_LIST = Late("(?:以及|、|及|和)$")       # 各县负责人以及|20家社会组织代表
_STANDS_AT = Late("(?:稳定|保持|维持|控制)[在到]|超过?|突破|达到?|位?居|增长|下降|保持增长")
NEVER_HAPPENED = ("未", "没有", "无", "零")     # 连续8年未发生…: says all that is to be said
_NO_SUCH = ("没有发生", "没有出现", "未发生", "未出现", "无一", "预计")        # 134家机构|没有发生感染: the houses are counted
_STAYING = tuple(words("staying"))
_OF_ALL = ("按每", "分层分类", "分级分类", "实行动态", "得到", *_STAYING)         # what it says of them does not tell which they are
_SINCE = Late(r"(?<=..)[自从](?:今年|去年|年初|20\d\d年|\d{1,2}月)[^，]{0,8}?(?:起|开始|以来).*")      # 32家敬老院|自2月起封闭管理: all of them
_NO_NOUN = tuple("）（的、和及与，并以")
_NEVER = ("growth", "change", "duration", "prior", "multiple")
_MARK_REACHED = ("大关", "关口")
_DASH = Late("^—+(?:这就?是)?(?:全[国省市县区州])?")         # 46.8万——这是全州…人数
_AND = Late(r"、|和(?!谐|平)|以及")
_NEEDS_NO_NOUN = (*RATIOS, "人", "户")
# 8家敬老院|6月底前全部完成改造: by when, no part of a name
_BY_DAY = Late("[，]?(?:在|于|须|要|将|力争|确保)?(?:今年|明年|20[0-9]{2}年)?(?:年底?|[0-9]{1,2}月(?:[0-9]{1,2}日|[底末初]|[上中下]旬)?份?)(?:(?:之|以)?前|(?<=年)内)(?:要|须|将)?(?:全部|全面|均|都)?(?=[^，]{2})")
_BARE_NOUNS = ("项目", "工程", "子项目", "子项", "标段", "单体", "点位", "地块")
_PEOPLE, _OBJECT = ("人", "户"), 5
# 2800户|如期脱贫: how it was done, where nothing else is named
_HOW = Late("^(?:如期|按期|按时|及时|顺利|圆满|成功|先后|陆续|率先|逐一|逐户|全部|均|都|已经?)+(?=..)")
_DOERS, _DID, _LEAST = ("处", "家", "所", "座", "支"), Late(f"{one_of('helping', 'holding', 'handling')}|提供|收住|接收|接纳|吸纳"), 2
_LONG_NOUN = 12
_LONG_PREDICATE = 12
_LONG_LIST = 24         # members of a list that are searched for its verb or predicate
_BRIEF = 7              # a verb and object so short are told apart by who acts
# 30条支流|水质达标率保持100%: what is counted, and what the share behind it is of
_ITS_RATE = Late(r"^(?P<noun>[^，]{2,14}?)(?:的)?(?:水质|环境|质量|空气质量|产品|服务|设施|平均|综合|总体)?[^，]{2}率(?:均|都|已|分别|全部)?(?:保持|稳定|达到?|为|超过?|在)*$")
# who won it, in a list of what was won: 代表团共获得|金牌5枚、银牌8枚
_WON = Late(f"[^，]{{0,18}}{one_of('winning')}(?=..)")
_ONLY_PAID = Late(f"(?:予以|给予)?{one_of('granting')}")        # 均按每人每月90元|发放
_AMONG = Late(f"^([^，]{{2,12}}?(?:{one_of('people')}|机构|户))[之当]?中(?=[^，]{{2}})")        # 9万户籍人口|中外出务工3万人
_MUST = Late("(?:都|均|全部)?(?:要|须|应|必须|只有)(?!求)")      # 11个镇|都要有一所服务中心
_AS_DUE = Late("(?:全部|均|都|已|能|可)*(?:按[月季时年]|足额|如数)+(?:足额)?(?:领|拿|享|获|收)")       # 低保对象|按月领到低保金: all of them
_IN_ALL = ("共接", "共发", "共办", "共救", "共收", "共服", "共安", "共受", "共开", "共组", "累计")        # 7处公墓|共接待群众4万人次: the sum is of the next figure
_OBJECT_ENDS_LAST = Late("(?:全部|均|都|已|逐一|逐个)*(?:开展|进行|实施|组织|达到|做到|实现)")
_FOR = Late("^(?:[^，]{0,6})?[向为给对](?:[^，0-9]{2,14}的)?$")
_DRAWS = Late("(?:低保|特困|五保)(?:对象|人员|家庭|户|居民|群众|老人)?$")      # whose name says what they get
_FOR_WHOM = 22          # characters of it
_SPENT_ON = Late("(?P<on>[^，]{2,12}?)(?:实施|开展|进行)了?(?P<what>[^，]{2,16})$")
_GIVEN = Late(f"^(?:累计|共|已|足额|按时|按月|及时)*(?:{one_of('paying')}|送去|送上|给予|提供)了?")
# how money came to those it is for, and that a task is done: 慰问金|就送到了老人手上, 改造|任务全部完成
_ARRIVED = Late("(?:全部|及时|均|都|已)*(?:送|发|打|拨|交|汇|存|划)放?[到至进入给].*(?:手[上中里]|账户|账上|卡[上里中])")
_TASK_DONE = Late("(?<=....)(?<!完成)(?:年度|全年|目标)?任务(?:已经?|均|都|全部|如期|按期|顺利|圆满|全面|基本)*完成$")
_ADDED = Late(r"(?:的目标|的任务|列入.*|实现[^，]{0,14}全覆盖)$|给予|予以|了(?!解)|^(?:每学年|每人每年|每人每月|每年|每月|每人)")


def is_counted(group: Group, role: Role, head: str) -> bool:
    """Does the number stand before its noun? `head` is the clean phrase before it."""
    right = group.right
    if not right or role.measure in _NEVER or right.startswith(_MARK_REACHED) or len(group.quantities) > 1:
        return False
    if group.quantities[0].unit in RATIOS:
        takes_object = not head or is_only_verb(head) or ends_in_verb(role.left)
        return right.startswith("的") and not right.startswith(OWN_NOUN) and takes_object
    if right.startswith("的"):
        helps = group.quantities[0].unit in _PEOPLE and is_only_verb(head) and len(right) >= _OBJECT        # 解决|3万人|的住房困难
        return (head in words("investment") or helps) and not right.startswith(OWN_NOUN)
    if not head and group.quantities[0].unit.startswith("元/") and _ONLY_PAID.fullmatch(right):
        return False
    if right.startswith(("以", "中有", "中，", "并")) and not _BY_KIND.match(right):              # 县级机构27个中有9个转为…
        return False
    noun = right if _BY_KIND.match(right) else group.noun
    return not head or (bool(noun) and (not noun.startswith(_NO_NOUN) or ends_in_verb(role.left)))


def name_counted(groups: list[Group], n: int, head: str, memory: Memory) -> Named:
    """A figure that stands before its noun; a bare verb takes the topic of the sentence or the part of an 其中."""
    subject, noun = _counted_subject(groups, n, head)
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
    paid = memory.topic or (memory.last[-1].inherited if memory.last and memory.last[-1].rule == "payee" else "")
    if paid and (draws := who_draws(subject, paid)):
        return Named(draws, "counted-noun", noun, paid)
    lacks_noun = not noun and not head and groups[n].quantities[0].unit not in _NEEDS_NO_NOUN      # 改造工程…，已有143所完成改造
    lacks_noun |= not head and noun in _BARE_NOUNS          # 推进…改造工程，9个项目如期完工
    if memory.topic and (lacks_noun or is_dependent(subject) or len(subject) == 1):
        return Named(memory.topic + subject, "counted-noun", noun, memory.topic)
    return Named(subject, "counted-noun", noun)


_OF_THE_AGED = Late("(?<=^高龄)老年?人(?=(?:生活)?(?:津贴|补贴)$)")       # 向600名高龄老人发放津贴: the allowance has this name


def _counted_subject(groups: list[Group], n: int, head: str) -> tuple[str, str]:
    """Subject and bare noun of the n-th group of a clause."""
    right = _DASH.sub("", groups[n].right).removeprefix("的").removesuffix("的基础上")
    right = _BY_DAY.sub("", right, count=1) if ("前" in right or "年内" in right) and ("月" in right or "年" in right) else right
    noun, predicate = split_predicate(_SINCE.sub("", right))
    if n + 1 < len(groups) and groups[n + 1].chained and (among := _AMONG.match(noun + predicate)):
        return among[1], among[1]
    only_noun = bool(_ONLY_HAS.fullmatch(predicate)) or predicate.endswith("为") or (predicate.startswith(_IN_ALL) and n + 1 < len(groups))       # 82所敬老院整合为|26所中心
    if only_noun or predicate.startswith(_OF_ALL) or _MUST.match(predicate):           # 为老人3000名|按每人每月100元
        predicate = ""
    if not predicate and len(noun) > _LONG_NOUN:
        noun = _first_member(noun)
    rate_behind = n + 1 < len(groups) and groups[n + 1].chained and groups[n + 1].quantities[0].unit in RATIOS
    if not head and rate_behind and (counted := _ITS_RATE.match(groups[n].right)):
        return counted["noun"], counted["noun"]
    if head in words("investment") and n + 1 < len(groups) and groups[n + 1].chained and (what := _SPENT_ON.match(groups[n + 1].right)) and _FOR.match(groups[n].right):
        return what["on"] + what["what"] + head, what["on"]          # 投入300万元对12所敬老院|实施消防改造
    if head in words("investment") and groups[n].right.startswith("的"):
        return noun.removesuffix("主体工程").removesuffix("主体") + head, noun
    predicate = _predicate_of_all(groups, n, predicate, only_noun)
    predicate = "" if predicate and _AS_DUE.match(predicate) and _DRAWS.search(noun) else predicate
    left_out = len(head) > _LONG_NOUN and groups[n].left.endswith("的")          # 对多年没有活动、不接受年检的|9家社会组织
    left_out = (left_out or _OPEN_LIST.search(groups[n].left)) and not LIST_VERB.match(head)
    verb = "" if left_out else short_object(head) or _verb_of_list(groups, n)
    verb = "" if verb == "等" else verb               # 泸州等|5个城市
    if noun and _FOR.match(groups[n].left[-_FOR_WHOM:]) and _GIVEN.match(predicate):
        verb, predicate = "", "" if _DRAWS.search(noun) else _GIVEN.sub("", predicate)     # 向600名老人|发放护理补贴: of whom, and what they get
    predicate = _HOW.sub("", predicate) if not verb and not noun else predicate
    if groups[n].quantities[0].unit == "元" and _ARRIVED.match(predicate):
        noun, predicate = noun.removesuffix("就"), ""
    subject = verb + noun + _ADDED.sub("", _whole_predicate(predicate))
    subject = _TASK_DONE.sub("", subject) if "任务" in subject else _OF_THE_AGED.sub("", subject) if subject[:2] == "高龄" else subject
    if groups[n].listed and len(subject) <= 2:
        subject = short_object(_list_opening(groups, n)) + subject          # 覆盖17个县市396个村
    if groups[n].chained and len(subject) <= _BRIEF:
        subject = split_predicate(groups[n - 1].right)[0] + subject
    return subject.partition("，")[0] or subject, noun      # a quotation is one clause, commas and all


def _predicate_of_all(groups: list[Group], n: int, predicate: str, only_noun: bool) -> str:
    """What is said of the n-th figure's noun, `predicate` in its own words; `only_noun`: nothing but that it is there.

    In a list the predicate behind the last member is every member's (4436个居委会、11637个村委会完成换届); between two
    figures of one chain the noun of the second is the object of the first (325名志愿者看望1.2万户老人).
    """
    last, end = n, min(len(groups), n + _LONG_LIST)
    while not predicate and last + 1 < end and groups[last + 1].listed and not groups[last + 1].left:
        last += 1
        predicate = split_predicate(groups[last].right)[1]
    if predicate.startswith((*_NO_SUCH, *_STAYING)):
        return ""
    if not only_noun and last + 1 < len(groups) and groups[last + 1].chained and len(predicate) <= _LONG_PREDICATE:
        predicate += split_predicate(groups[last + 1].right)[0]
    return predicate


def _whole_predicate(predicate: str) -> str:
    """What is said of those counted up to the first 、; "" where its object ends behind the last: 开展消防、燃气安全检查."""
    first, more, _ = predicate.partition("、")
    return "" if more and _OBJECT_ENDS_LAST.match(first) else first


def doer(before: Group, head: str) -> str:
    """Who did what a short head tells, where that is counted right before it: 32处|食堂|共提供就餐服务; else ""."""
    acts = before.quantities[0].unit in _DOERS and len(before.quantities) == 1 and len(before.noun) >= _LEAST
    return before.noun if acts and len(head) <= _BRIEF and _DID.match(head) and before.right.startswith(before.noun) else ""


def with_list_verb(groups: list[Group], n: int, head: str) -> str:
    """建成大棚2350亩、温室500栋: the verb of the first member is every member's."""
    if not groups[n].listed or not head or head in words("attributes") or ends_in_verb(head) or LIST_VERB.match(head):
        return head
    opening = _list_opening(groups, n)
    verb = LIST_VERB.match(opening) or _WON.match(opening)
    return verb.group() + head if verb else head


def words_behind(groups: list[Group], n: int) -> str:
    """The words behind a figure up to the end of the clause, other figures left out."""
    if n + 1 < len(groups) and not groups[n + 1].chained and not groups[n].right.startswith(NEVER_HAPPENED):
        return groups[n].right
    if groups[n].quantities[0].unit in DURATIONS and len(groups) > n + 1 and _STANDS_AT.fullmatch(groups[n].right):
        return groups[n].right.rstrip("在到")               # 连续6年稳定在1万吨以上: the next figure's own words
    return "".join(group.right for group in groups[n:n + 2])


def _verb_of_list(groups: list[Group], n: int) -> str:
    """The bare verb that opened the list which the n-th group goes on."""
    if not groups[n].listed or groups[n].left:
        return ""
    opening = _list_opening(groups, n)
    return opening if is_only_verb(opening) else ""


def _list_opening(groups: list[Group], n: int) -> str:
    first = n
    while first > max(0, n - _LONG_LIST) and groups[first].listed:
        first -= 1
    return clean_head(groups[first].left)


def _first_member(noun: str) -> str:
    """Only the first of several nouns is counted, unless that leaves too little."""
    first = _AND.split(noun)[0]
    return first if len(first) >= 4 else noun
