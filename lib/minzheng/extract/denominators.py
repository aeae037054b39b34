"""What an amount of money is counted per where its own words do not say: as the standard or payment before it."""
from dataclasses import replace

from minzheng.extract.memory import Memory
from minzheng.extract.moves import Named
from minzheng.extract.quantities import Quantity


def with_denominator(quantity: Quantity, named: Named, memory: Memory) -> Quantity:
    """城市低保月人均标准…元；农村…元: what sets itself off from a standard is counted per the same."""
    if quantity.unit != "元" or not memory.last or not memory.last[-1].quantity.unit.startswith("元/"):
        return quantity
    last = memory.last[-1]
    near = _is_near(quantity.value, last.quantity.value)
    if near and named.rule == "from-to" and last.measure == "prior":
        return replace(quantity, unit=last.quantity.unit)
    aged = named.inherited and "岁" in named.member and "岁" in last.subject
    if named.rule == "payee" or (named.inherited and (near or aged) and named.inherited in (memory.recent, last.subject)):      # 90至99岁200元: of the same allowance
        return replace(quantity, unit=last.quantity.unit)
    beside = last.subject.endswith("标准") and near
    same = named.rule in ("from-to", "growth") or (named.rule == "head" and (named.inherited or beside))
    return replace(quantity, unit=last.quantity.unit) if same and named.subject.endswith("标准") else quantity


def _is_near(one: float, other: float) -> bool:
    """City standards are often monthly and rural ones yearly: far apart in value they share nothing."""
    return one < 3 * other < 9 * one
