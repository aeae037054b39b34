"""Whose an amount, a share or a member is, where its own phrase leaves it to the words before: 按每月90元发放, 妇女占61%, 市级安排."""
import re
from dataclasses import replace

from minzheng.extract.names.groups import Group
from minzheng.extract.names.heads import clean_head
from minzheng.extract.names.lists import distribute, is_modifier
from minzheng.extract.names.memory import Memory
from minzheng.extract.names.moves import Named
from minzheng.extract.names.roles import RATIOS, Role
from minzheng.extract.numbers.quantities import Quantity
from minzheng.extract.syntax import one_of, words
from minzheng.patterns import Late
from minzheng.reference.indicators import match_indicator

_BY = Late("(?:均|都|统一|仍)?按(?:照|每[人户月年名学期]+)*$")
# 按每人每月100元的标准发放高龄津贴: what is paid or raised stands behind
_BY_STANDARD = Late(rf"的?(?:标准|幅度|额度|水平)(?:予以|给予|[为向给对](?P<whom>[^，。；0-9]{{2,10}}?))?(?:{one_of('granting')}|提高|增加|上调|发放)(?P<object>[^，。；]{{2,14}})$")
_PAID = Late(f"^(?:的标准)?(?:予以|给予)?{one_of('granting')}$")
_PAID_OUT = Late(f"(?:的(?:标准|额度|水平))?(?:分别|逐一)?(?:予以|给予)?{one_of('paying', 'granting')}了?(?P<object>[^，。；]{{0,12}}?(?:{one_of('payments', 'purposes')}|[金费款券]))$")
_ASKED = Late("(?:参照|比照).*$")
_SHARE = Late("(?P<part>[^，占]{2,10}?)(?:的)?(?:约|各|已|仅|就|则|均|分别)?占(?:比|到|了|据)?$")
_OF_ITSELF = Late("支出|收入|总|GDP|生产|资金|预算|经费|补助")
_THINGS = ("人", "户", "家", "个", "所", "名", "支", "处")
# who gives or does what with money, and what it is called where it was named
_GIVER = Late(
    f"(?:已|再|又|共|累计|其中|由)*(?P<who>(?:{one_of('payers')}|[省市县区州盟旗]+)?(?:本级|级|两级|三级)?(?:财政)?(?:首批)?)"
    f"(?P<did>{one_of('funding', 'raising')}(?:到户|到位)?|发放到户|到位|到账|兑付|结余|结转)(?:了)?")
_FUND = Late(f"^.*(?:{one_of('funding', 'raising', 'paying')}|接收|使用)(?:了|各类|各级)?(?P<fund>[^，]{{2,14}}(?:资金|经费|专款|公益金|补助|款))$")
_WHOLE_FUND = Late("^(?P<fund>[^，]{2,14}(?:资金|经费|专款|事业费))(?:支出)?$")
_LEVELS = Late("^(?:中央|国家|自治区|[省市县区州盟旗级和及、]|财政|本级|两级)+")
_NO_FUND = 2            # characters of 资金, which tells nothing
_SAME_TIME = Late("(?:上年|去年|前年)(?:同期|同月|末)?(?:分别)?(?:为|是|有)$")
_BEARS = Late(f"(?:{one_of('payers')}|[省市县区州盟旗]|县（(?:市、)?区）|个人|家庭|单位|企业|福彩公益金|财政)(?:级?财政|[各本]级)?(?:各|分别)?(?:承担|负担|分担|配套|自筹|筹集|出资)(?:了|的?比例)?")
_NEAR = 2               # figures back: 社工90名，平均年龄31岁，大专以上占八成
_NOUN = 3               # characters of a noun that is no fuller than 床位
_OF_A_NOUN = re.compile("(?P<noun>..)(?P<of>数量|总量|规模)")
_CARED = re.compile("(?:集中|分散)供养率|社会化发放率")
_GROUPS = tuple(words("people"))
_THE = Late("的(?:有|约|近|为|达|还有|共|仅)?$")
_PEOPLE = ("人", "户")
_SAME_DEED = Late(f"(?<=会|局|厅|站|院|级|政|[省市县区州盟旗乡镇])(?:共|累计)?(?P<deed>{one_of('raising', 'funding', 'paying')})$|(?<=部门|中心|系统|单位|企业|机构)(?:共|累计)?(?P<done>{one_of('raising', 'funding', 'paying')})$")
_MONEY = Late("[金费款资支销投收额价值产贷贴彩捐债税]|补助|标准")
# whom it is paid to names it already (城市低保对象|低保金), and no phrase is joined to itself
_NAMED_TWICE = Late(rf"^(.{{3,}})(?=\1$)|(?:^(?:共|累计)*(?:保障|走访|看望)(?=..))?(?P<where>城市|农村|城镇|城乡|)(?P<of>低保|特困|慰问)(?:(?<!慰问)(?:对象|人员|家庭|户)|(?<=慰问)[^，]{{2,10}}?)(?P<paid>(?:共|累计)*{one_of('paying')})?(?=(?P=of)(?:[金款]|资金|补助)|保障金)")
_TWICE = 3              # characters that come again where a phrase is joined to itself


def of_those_before(group: Group, role: Role, head: str, memory: Memory) -> Named | None:
    """A name for what belongs to what was named before; None where a phrase says enough, or nothing was named."""
    unit = group.quantities[-1].unit
    if len(group.quantities) == 1 and unit.startswith("元") and role.measure == "level":
        return _standard(group, role, head, memory) or _fund(group, head, unit, memory)
    last = memory.last[-1] if memory.last else None
    if not head and last and last.number == memory.number - 1 and last.quantity.unit == unit and _SAME_TIME.search(role.left):
        return Named(last.subject, "same-before", last.member, last.subject)         # 孤儿310人，去年同期为330人
    if fuller := _fuller(head or memory.topic, memory):
        return fuller
    if role.measure == "share" and unit in RATIOS and not group.right:
        return _borne(head, memory) or _part(head, memory)
    by_whom = "由" in role.left
    whole = memory.whole if memory.child else memory.levels[-1] if memory.levels and by_whom else None
    if whole and head and whole.quantity.unit == unit in (_THINGS if by_whom else _PEOPLE) and role.measure == "level" and not group.right and _THE.search(role.left) and not head.endswith(("合格", "达标")):
        return Named(f"{head}的{whole.subject}", "head", head, whole.subject)        # 其中居住在农村的3.2万人; 食堂90家，由企业运营的12家
    return None


def paid_each(group: Group) -> list[Named]:
    """为孤儿、特困人员分别按每人500元、300元发放补助: the payment of each of those named before 按; [] for others."""
    before, by, _ = group.left.rpartition("按")
    paid = _PAID_OUT.match(group.right) if by else None
    whom = distribute(clean_head(before).lstrip("为向给对"), len(group.quantities)) if paid else ()
    return [Named(member + paid["object"], "list", member) for member in whom]


def paid_by(groups: list[Group], n: int, head: str, memory: Memory) -> Named | None:
    """按每人每月90元的标准发放津贴, 按城市900元、农村700元标准落实供养金: the standard of what stands behind it; None for others."""
    kind = head.removeprefix("按").removeprefix("照")
    if not is_modifier(kind) and (n or not groups[0].right):
        return None
    paid = _BY_STANDARD.match(groups[-1].right if is_modifier(kind) else groups[0].right)
    if not paid:
        return None
    people = memory.last[-1].member if memory.last and memory.last[-1].quantity.unit in _PEOPLE else ""
    who = kind if is_modifier(kind) else clean_head(groups[0].left.rpartition("按")[0]) or paid["whom"] or memory.topic or people
    return Named(who + paid["object"], "head-and-behind", head)


def looks_back(head: str) -> bool:
    """Is a head of one of the kinds that `of_those_before` names after others: 市级安排, 设施数量, 集中供养率?"""
    return bool(_GIVER.fullmatch(head) or _OF_A_NOUN.fullmatch(head) or _CARED.fullmatch(head))


def all_of_them(full: str, group: Group) -> bool:
    """特困人员9万人|全部落实待遇: says nothing of whom are counted, where the indicator list knows them."""
    return group.right.startswith(("全部", "均", "都", "已")) and match_indicator(full, group.quantities[-1].unit) is not None


def of_last_year(group: Group, memory: Memory) -> list[Named]:
    """结婚登记9万对、离婚登记4万对，去年同期为8万对和3万对: the same things, one to one; [] for others."""
    last = memory.last
    alike = len(last) == len(group.quantities) and [one.quantity.unit for one in last] == [one.unit for one in group.quantities]
    return [Named(one.subject, "same-before", one.member, one.subject) for one in last] if alike and _SAME_TIME.search(group.left) else []


def _standard(group: Group, role: Role, head: str, memory: Memory) -> Named | None:
    """均按每人每月90元发放; 孤儿206人，每人每月640元: the standard of what was named before."""
    before = memory.topic or (memory.levels[-1].subject if memory.levels else memory.owner)
    if not head and before and "/" in group.quantities[0].unit and _BY.search(role.left) and _PAID.match(group.right):
        before = _ASKED.sub("", before) or before
    elif not (not head and "/人" in group.quantities[0].unit and not group.right and memory.levels and not memory.topic
              and memory.levels[-1].quantity.unit in _PEOPLE and memory.levels[-1].number == memory.number - 1):
        return None
    return Named(before if before.endswith("标准") else before + "标准", "head", "", before)


def _fund(group: Group, head: str, unit: str, memory: Memory) -> Named | None:
    """下拨救灾资金900万元，市级安排300万元: of the fund named before in the sentence."""
    if unit != "元" or group.right or memory.child or not _GIVER.fullmatch(head):
        return None
    for level in reversed(memory.levels):
        fund = _FUND.match(level.subject) or _WHOLE_FUND.match(level.subject) if level.quantity.unit == "元" else None
        if fund:
            named = _LEVELS.sub("", fund["fund"])
            return Named(head + named, "head", head, level.subject) if len(named) > _NO_FUND else None
    return None


def _fuller(head: str, memory: Memory) -> Named | None:
    """农村助餐设施30个，设施数量居前的…: what a short noun was called in full."""
    if said := _OF_A_NOUN.fullmatch(head):
        named = [level.subject for level in memory.levels] + [subject for _, subject in memory.things]
        full = next((one for one in named if one != head and len(one) > _NOUN and one.endswith(said["noun"])), "")
        return Named(full + said["of"], "head", head, full) if full else None
    if not _CARED.fullmatch(head):
        return None
    group = next((level.member for level in reversed(memory.levels) if level.member.endswith(_GROUPS)), "")
    return Named(group + head, "head", head, group) if group else None


def _borne(head: str, memory: Memory) -> Named | None:
    """安排专项资金1860万元，其中市级承担60%: of the sum named before."""
    sums = [level for level in memory.levels if level.quantity.unit == "元"]
    named = sums and not memory.topic and _BEARS.fullmatch(head)
    return Named(sums[-1].subject + head, "share-of", "", sums[-1].subject, (sums[-1].number,)) if named else None


def _part(head: str, memory: Memory) -> Named | None:
    """骨干980人，妇女占61%: of those counted right before, where the part is no indicator of its own."""
    part = _SHARE.fullmatch(head)
    last = next((level for level in reversed(memory.levels) if level.quantity.unit in _THINGS), None)
    if not part or last is None or memory.child or memory.topic or last.number < memory.number - _NEAR:
        return None
    named = part["part"]
    if _OF_ITSELF.search(named) or set(named[-2:]) <= set(last.subject) or match_indicator(named) is not None:
        return None
    return Named(last.subject + head, "share-of", "", last.subject, (last.number,))


def of_the_money(named: Named, quantity: Quantity, memory: Memory) -> Named:
    """预拨资金4600万元，其中低保3150万元: a part of a sum whose own phrase says nothing of money."""
    part = memory.whole and memory.whole.quantity.unit == quantity.unit == "元"
    if not part or named.of or named.inherited or _MONEY.search(named.subject) or named.subject == memory.whole.subject:
        return named
    done = _SAME_DEED.search(named.subject)         # 募集善款2亿元，其中甲县慈善会募集3000万元
    if done and (what := memory.whole.subject.partition(done["deed"] or done["done"])[2]):
        return replace(named, subject=named.subject + what, inherited=memory.whole.subject)
    return replace(named, subject=memory.whole.subject + named.subject, inherited=memory.whole.subject)


def without_repeats(subject: str) -> str:
    """The subject without what it says twice.

    >>> without_repeats("城市低保对象发放低保金"), without_repeats("农村低保对象发放保障金"), without_repeats("救助站救助站")
    ('城市低保金', '农村低保保障金', '救助站')
    >>> without_repeats("走访慰问困难老人发放慰问金")
    '发放慰问金'
    """
    if subject[-2:] == subject[-4:-2]:
        return subject[:-2]                     # 农村低保在册|在册
    paid = "金" in subject and ("对象" in subject or "人员" in subject or "家庭" in subject or "慰问" in subject)
    if not paid and subject.find(subject[:_TWICE], _TWICE) <= 0:
        return subject
    return _NAMED_TWICE.sub(_once, subject)


def _once(twice: re.Match) -> str:
    """城市低保对象发放|低保金: the verb, and where; of a repeated phrase nothing."""
    if not twice["of"]:
        return ""
    paid = (twice["paid"] or "") if twice["where"] in ("", "城乡") else ""
    return paid + twice["where"] + (twice["of"] if twice.string.startswith("保障金", twice.end()) else "")
