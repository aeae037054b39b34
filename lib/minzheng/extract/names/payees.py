"""Whom a payment is for, where only they stand before its amount: 高龄津贴分三档，80至89岁每月50元，百岁老人300元."""
import re

from minzheng.extract.names.memory import Memory
from minzheng.extract.syntax import one_of, words
from minzheng.patterns import Late

_PEOPLE = re.compile(
    rf"(?:[^，]{{0,12}}{one_of('people')}|[0-9—–~至到-]{{2,9}}周?岁(?:以上)?|[^，]{{0,6}}[0-9]周?岁[^，]{{0,6}})(?:（[^（）]*）)?")
_PAYMENT = Late(f"(?:{one_of('payments', 'purposes')}|标准)(?:平均|最低)?(?:标准)?(?P<rules>制度|政策|待遇|办法)?$")
# how it is paid, behind whom it is for: 百岁老人|每月发放
_HANDED = Late(f"(?:每人)?(?:每[月年季]|按[月年季])?(?:再|均|各|可|仍|另)*(?:(?<=[月年季]){one_of('paying')}|领取|{one_of('paying')})$")
_HANDED_ENDS = frozenset({word[-1] for word in words("paying")} | {"取"})
_PAID_AS = Late(f"^(?:按[时月季]|足额|及时|全面)*{one_of('paying')}了?(?=.)")
_SEVERAL = Late("[、和及与]|两项")
_PAYMENT_BEHIND = Late(f"的(?P<what>[^，。；的]{{0,8}}?{one_of('payments')})(?!对象|资金|人员)")
# the name of the payment behind whom it is for: 低收入老人|高龄津贴
_FOR_WHOM = Late(f"^.*(?:{one_of('people')}|岁(?:以上)?)(?:（[^（）]*）)?的?")
_HELPED = Late(f"(?:共|累计|已)*(?:惠及|保障|受益|(?P<taken>收养|收住|收留抚养|供养|托养|安置))了?[^，]{{0,6}}?{one_of('people')}")
_PAYER = Late("^(?:[省市县区州盟旗乡镇]级?|中央|各级|地方|本级)?财政(?:共|累计|全年)*")
_TOLD = Late("低保|特困")           # 支出低保资金…，保障低保对象…: named in full
_PERSONS = ("人", "人次", "户")
_PAID_OUT = Late(f"(?:{one_of('paying', 'funding')}|累计|共|了|各类)*(?P<what>[^，]{{0,6}}(?:低保|特困)[^，]{{0,4}}(?:[金款]|资金)|[^，]{{0,10}}{one_of('payments')})")
_HOUSE = Late("(?:机构|单位|企业|院|中心|站|所|设施|公寓)$")
_LEVELLED = Late(r"[一二三四五][级档等]?(?:[、和至][一二三四五][级档等]?)*(?P<kind>[级档等])(?=(?:的?标准)?$)")
_PROGRAMME = Late(f"[^，]*?(?:{one_of('payments')})")
_DRAWS = Late("(?:受益|受惠|获益)$|(?:按[月季年时])?(?:领取|领到|享受)$")


def payment_of(head: str, unit: str, memory: Memory) -> tuple[str, str]:
    """The full name of an amount whose phrase says only for whom it is, and what it took that from; "" for others.

    >>> payment_of("百岁老人", "元", Memory(topic="高龄津贴"))
    ('百岁老人高龄津贴', '高龄津贴')
    """
    if unit.partition("/")[0] != "元":
        return "", ""
    head = _HANDED.sub("", head)
    if not _PEOPLE.fullmatch(head) or _PAYMENT.search(head):
        return "", ""
    last = memory.last[-1].subject if memory.last and memory.last[-1].quantity.unit.startswith("元") else ""
    heading = "" if memory.recent or _SEVERAL.search(memory.heading) else memory.heading
    before = next((phrase for phrase in (memory.topic, memory.recent, last, heading, "" if memory.recent else memory.page) if phrase and _PAYMENT.search(phrase)), "")
    payment = _PAID_AS.sub("", _FOR_WHOM.sub("", before))
    payment = payment.removesuffix(_PAYMENT.search(payment)["rules"] or "") if payment else ""
    of_all = memory.child and not (before is memory.topic and memory.whole is None)          # 发放高龄津贴，其中百岁老人300元: no part of a sum
    return (head + payment, before) if payment and not of_all else ("", "")


def helped_by(head: str, unit: str, memory: Memory) -> tuple[str, str]:
    """Those whom the payment counted right before is for, and those whom houses take in, and what was counted; "" for others.

    发放高龄津贴3亿元，惠及高龄老人5万人; 福利企业40家，安置残疾职工900人. Whether the residents are named after their
    houses, every author decides anew: they stay as they are, and not sure.
    """
    helped = _HELPED.fullmatch(head) if unit in _PERSONS and memory.levels and not memory.child else None
    if helped and helped["taken"]:
        house = next((level.subject for level in reversed(memory.levels) if _HOUSE.search(level.subject)), "")
        return (house + head if house and head.endswith("职工") else head if house else ""), house
    paid = memory.levels[-1] if helped else None
    if paid and paid.rule in ("list", "payee") and paid.quantity.unit.startswith("元/") and (payment := _FOR_WHOM.sub("", paid.subject)) != paid.subject:
        return payment + head, paid.subject             # 80至89岁、90岁以上老人分别发放50元、100元，惠及老人2000名
    what = _PAID_OUT.fullmatch(paid.subject) if paid and paid.quantity.unit == "元" else None
    return (what["what"] + head, paid.subject) if what and not _TOLD.search(head) else ("", "")


def payment_behind(head: str, right: str, unit: str) -> str:
    """The payment that is named behind its amount, for those named before it: 百岁老人每月500元|的长寿补贴; "" for others.

    >>> payment_behind("百岁老人", "的长寿补贴不变", "元/月")
    '百岁老人长寿补贴'
    """
    if not (right.startswith("的") and unit.startswith("元")):
        return ""
    head = _HANDED.sub("", head)
    told = _PAYMENT_BEHIND.match(right) if _PEOPLE.fullmatch(head) else None
    return head + told["what"] if told else ""


def who_draws(subject: str, topic: str) -> str:
    """Those of whom is said no more than that they draw what the topic is about; "" for others.

    >>> who_draws("老人从中受益", "高龄津贴按月发放"), who_draws("老人参加活动", "高龄津贴按月发放")
    ('高龄津贴老人从中受益', '')
    """
    programme = _PROGRAMME.match(_PAID_AS.sub("", topic)) if _DRAWS.search(subject) else None
    return programme[0] + subject if programme else ""


def without_payer(head: str) -> str:
    """县财政|投入: who gave the money."""
    return _PAYER.sub("", head) if "财政" in head else head


def says_for_whom(head: str) -> bool:
    """Does a head name none but the people that an amount is for?"""
    return bool(_PEOPLE.fullmatch(_HANDED.sub("", head) if head[-1:] in _HANDED_ENDS else head))


def same_level(head: str, before: str) -> str:
    """The phrase before with its level exchanged: 重度残疾人护理补贴一级…，二级…; "" where neither tells levels."""
    level = _LEVELLED.fullmatch(head)
    told = _LEVELLED.search(before) if level else None
    return before[:told.start()] + head if told and told["kind"] == level["kind"] else ""
