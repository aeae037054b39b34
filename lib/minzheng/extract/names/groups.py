"""Groups: the figures of one clause that share the words before or behind them."""
from dataclasses import dataclass

from minzheng.extract.clauses import Clause
from minzheng.extract.names.heads import SEPARATORS, clean_head, split_predicate
from minzheng.extract.names.roles import RATIOS
from minzheng.extract.numbers.quantities import Quantity
from minzheng.extract.syntax import one_of
from minzheng.extract.times.time_words import strip_periods
from minzheng.patterns import Late

_ONLY_SEPARATOR = Late(rf"(?:{SEPARATORS}|至|到|[-~—–])(?:分别|约|近|超|各|达|为|每人每月|每人每年|每月|每年|每人|月人均|年人均)*")
_NOUN_THEN_SEPARATOR = Late(rf"(?P<noun>[^、]*?){SEPARATORS}$")
_SEPARATOR_THEN_NOUN = Late(rf"{SEPARATORS}(?P<noun>.+)")
_INNER_SEPARATOR = Late(r"(?P<noun>[^、]+)、(?P<rest>.+)")
_BRACKETED = Late("（[^（）]*）")

_MOVES = Late(rf"(?:又|再|净)?{one_of('rise', 'fall')}(?:了|约|近)?")
_BUILDS = Late(f"(?:用于|用以)?{one_of('building', 'founding', 'buying', 'staffing', 'helping')}")


@dataclass(slots=True)
class Group:
    """Quantities with nothing but 、 or 和 between them. `listed`: it goes on the list of the group before."""

    left: str
    quantities: tuple[Quantity, ...]
    right: str = ""
    listed: bool = False
    chained: bool = False       # the words before it are also the words behind the group before
    compound: bool = False      # no word before it: 11类24项
    opens: bool = False         # first of its clause

    @property
    def noun(self) -> str:
        """What the words behind begin with; "" where they only say what became of those that are counted: 年内全部脱贫."""
        return split_predicate(strip_periods(self.right))[0]


_THOSE = ("人员", "对象", "家庭", "户", "的人", "人")
_WRONGLY = Late("(?:[向给为对])?(?:已经?|不再?|未)?(?:死亡|去世|符合|违规|重复)[^，]*$")


def group_quantities(clause: Clause, sentence_start: int, quantities: list[Quantity]) -> list[Group]:
    """Cut a clause with figures into groups and tell which words stand where.

    `sentence_start` is the place of the sentence in the text that the quantities' offsets refer to.
    """
    shift = sentence_start + clause.start
    if len(quantities) == 1:
        only = quantities[0]
        left, right = clause.text[:max(0, only.start - shift)], clause.text[only.stop - shift:]
        return [Group(left, (only,), right.strip(), opens=True)]
    groups, first, place = [], 0, 0         # `first`: place of the last group's first quantity
    for number, quantity in enumerate(quantities):
        between = clause.text[place:max(place, quantity.start - shift)]
        place = quantity.stop - shift
        if not groups:
            groups.append(Group(between, (quantity,), opens=True))
        elif not (_ONLY_SEPARATOR.fullmatch(between) and _of_a_kind(quantity, quantities[number - 1])):
            groups[-1].quantities, first = tuple(quantities[first:number]), number
            right, new = _divide(between, quantity)
            if right:
                groups[-1].right = right
            groups.append(new)
    groups[-1].quantities = tuple(quantities[first:])
    if right := clause.text[place:].strip():
        groups[-1].right = right
    return groups


def _of_a_kind(one: Quantity, other: Quantity) -> bool:
    """Both amounts or both ratios: 12家、20% are two groups."""
    return (one.unit in RATIOS) == (other.unit in RATIOS)


def _divide(between: str, quantity: Quantity) -> tuple[str, Group]:
    """Share out the words between two figures: the noun behind the first, the group of the second."""
    if not between:
        return "", Group("", (quantity,), listed=True, compound=True)
    words = _BRACKETED.sub(lambda inside: "（" * len(inside[0]), between) if "（" in between else between          # 县（市、区）: no list
    if match := _NOUN_THEN_SEPARATOR.fullmatch(words):
        return between[:match.end("noun")], Group("", (quantity,), listed=True)
    if match := _SEPARATOR_THEN_NOUN.fullmatch(words):
        return "", Group(between[match.start("noun"):], (quantity,), listed=True)
    if match := _INNER_SEPARATOR.fullmatch(words):
        return between[:match.end("noun")], Group(between[match.start("rest"):], (quantity,), listed=True)
    noun, predicate = split_predicate(between)
    if _MOVES.fullmatch(between) or (quantity.unit not in RATIOS and _BUILDS.fullmatch(between)):
        return between, Group(between, (quantity,), chained=True)       # 投入1500万元|建设|2个中心
    if not predicate and len(_BRACKETED.sub("", noun)) <= 4 and not noun.endswith("率") and clean_head(noun):
        return noun, Group("", (quantity,), listed=True)
    if noun.endswith(("率", "比例", "比重")) and not clean_head(predicate):
        predicate = between                         # 36个水源地水质达标率|均保持在100%
    if between.startswith("的") and quantity.unit in RATIOS:
        predicate = between                         # 投资3亿元|的改造项目完成进度70%
    if noun.endswith(_THOSE) and (wrongly := _WRONGLY.search(noun)):
        predicate = between[wrongly.start():]       # 5个县|向不符合条件人员发放|低保金37万元
    return between, Group(predicate or between, (quantity,), chained=True)
