"""Heads that stand beside their like, which says whose they are: death rates behind birth rates, wages behind incomes."""
from minzheng.extract.names.memory import Memory
from minzheng.extract.names.moves import Named
from minzheng.extract.syntax import words
from minzheng.patterns import Late

_VITAL = Late("(?:出生|死亡|自然增长)率$")
# 成员平均年龄: of those who were counted under that name
_AGE = Late("(?P<who>[^，]{2,4}?)的?(?P<what>平均(?:年龄|工龄|受教育年限))")
_INCOME = Late("^(.*人均)(?:可支配收入|纯收入)")


def beside_its_like(head: str, memory: Memory) -> Named | None:
    """A name for a head whose like was told of somebody: 常住人口出生率6‰，死亡率5‰; 农民人均纯收入9000元，其中工资性收入4000元."""
    whose = ""
    if memory.levels and _VITAL.match(head.removeprefix("人口")) and (sister := _VITAL.search(memory.levels[-1].subject)):
        whose, head = memory.levels[-1].subject[:sister.start()], head.removeprefix("人口")
    elif head in words("incomes"):
        whose = _whose_income(memory)
    elif "平均" in head and (aged := _AGE.fullmatch(head)):
        whose, head = _counted_as(aged["who"], memory), aged["what"]
    return Named(whose + head, "head", head, whose) if whose else None


def _counted_as(who: str, memory: Memory) -> str:
    """选出居委会成员 for 成员, the last of those counted whose name ends so; "" for nobody."""
    return next((level.subject for level in reversed(memory.levels) if level.subject.endswith(who) and level.subject != who), "")


def _whose_income(memory: Memory) -> str:
    """农村居民人均 of 农村居民人均可支配收入, the last that was told; "" where nobody's was."""
    told = (*(subject for _, subject in memory.things), memory.owner, *(level.subject for level in memory.levels))
    return next((found[1] for subject in reversed(told) if (found := _INCOME.search(subject))), "")
