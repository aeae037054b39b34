"""A number with its unit: what all that measures in a text becomes."""
from dataclasses import dataclass
from functools import cache

from minzheng.reference.units import units_by_form


@dataclass(slots=True)
class Quantity:
    """One number with its unit. `[start, stop)` is the surface with attached approximators.

    `value`, `value_min` and `value_max` are in base units (万 and 亿 multiplied out); an open interval ends
    in `inf`. `rule` names what made it: number+unit, head-unit, inherited-unit, duration, fraction, spoiled.
    """

    start: int
    stop: int
    number_start: int
    number_stop: int
    value: float
    unit: str               # canonical; "" where the text does not tell (flag unit-missing)
    value_min: float
    value_max: float
    bound: str              # exact · about · above · below
    range_role: str = ""    # low · high for the ends of a printed range
    flags: tuple[str, ...] = ()
    rule: str = "number+unit"


@cache
def is_exact(unit: str) -> bool:
    """Whether what has this unit is counted one by one."""
    head = units_by_form().get(unit.partition("/")[0])
    return head is not None and head.exact
