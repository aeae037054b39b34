"""What an amount of money is counted per where its own words do not say: as the standard or payment before it."""
from dataclasses import replace

from minzheng.extract.names.memory import Memory
from minzheng.extract.names.moves import Named
from minzheng.extract.numbers.quantities import Quantity
from minzheng.patterns import Late

_PER_TIME = {"元/月": "元/人·月", "元/年": "元/人·年"}

_BY_MONTH = Late("月人均(?:保障|补助|补差|供养|护理)?(?:标准|水平|补差|补助)$")


def with_denominator(quantity: Quantity, named: Named, memory: Memory) -> Quantity:
    """城市低保月人均标准…元；农村…元: what sets itself off from a standard is counted per the same."""
    if quantity.unit in _PER_TIME and "人均" in named.subject:         # 人均补差水平，城市每月300元
        return replace(quantity, unit=_PER_TIME[quantity.unit])
    if quantity.unit == "元" and _BY_MONTH.search(named.subject):      # 月人均标准再提高50元，达到530元
        return replace(quantity, unit="元/人·月")
    if quantity.unit == "个" and named.rule == "from-to" and memory.last and memory.last[-1].measure == "prior":
        return replace(quantity, unit=memory.last[-1].quantity.unit)        # 由15个工作日压缩至5个
    if quantity.unit != "元":
        return quantity
    moved = memory.moved
    if moved and moved.number == memory.number - 1 and moved.subject == named.subject and moved.quantity.unit.startswith("元/"):
        return replace(quantity, unit=moved.quantity.unit)      # 城市标准每人每月增加40元，达到560元
    if not memory.last or not memory.last[-1].quantity.unit.startswith("元/"):
        return quantity
    last = next((level for level in memory.last if level.number in named.of), memory.last[-1])      # 分别增加30元和290元: each as its own
    near = _is_near(quantity.value, last.quantity.value)
    if near and named.rule == "from-to" and last.measure == "prior":
        return replace(quantity, unit=last.quantity.unit)
    aged = named.inherited and "岁" in named.member and "岁" in last.subject
    if named.rule == "payee" or (named.inherited and (near or aged) and named.inherited in (memory.recent, last.subject)):      # 90至99岁200元: of the same allowance
        return replace(quantity, unit=last.quantity.unit)
    beside = last.subject.endswith("标准") and near
    if named.rule == "growth" and named.of:
        return replace(quantity, unit=last.quantity.unit)       # 标准低限…，比上年分别提高28元和32元: a move is counted as what moved
    same = named.rule == "from-to" or (named.rule in ("head", "list") and (named.inherited or beside))
    return replace(quantity, unit=last.quantity.unit) if same and named.subject.endswith("标准") else quantity


def _is_near(one: float, other: float) -> bool:
    """City standards are often monthly and rural ones yearly: far apart in value they share nothing."""
    return one < 3 * other < 9 * one
