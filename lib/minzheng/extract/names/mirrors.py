"""Clauses that repeat the figures before them for another: 城市标准800元，提高40元；农村相应为600元和50元."""
from collections.abc import Sequence
from dataclasses import replace

from minzheng.extract.names.groups import Group
from minzheng.extract.names.heads import clean_head
from minzheng.extract.names.lists import contrast, is_modifier
from minzheng.extract.names.memory import Figure
from minzheng.patterns import Late

_ACCORDINGLY = Late(r"(?P<who>[^，]{0,12}?)(?P<how>相应|对应|分别|依次)(?:地)?(?:为|是|达到?)?")


def mirrored(groups: list[Group], told: Sequence[Figure], number: int) -> list[Figure]:
    """The figures of a clause that says of another what the last ones said; [] for other clauses.

    Another is a modifier (农村) or a place; its figures come in the units of those before, in their order. `told`: the
    figures of the sentence so far; `number`: of the next one.
    """
    group = groups[0]
    if len(groups) > 1 or not 1 < len(group.quantities) <= len(told) or group.right:
        return []
    said, before = _ACCORDINGLY.fullmatch(group.left), told[-len(group.quantities):]
    units = [quantity.unit.partition("/")[0] for quantity in group.quantities]
    if not said or units != [figure.quantity.unit.partition("/")[0] for figure in before]:
        return []
    who = clean_head(said["who"])
    dealt = len(set(units)) == 1 and said["how"] != "相应" and len({figure.measure for figure in before}) == 1
    if dealt or (who and not is_modifier(who)) or not said["who"]:
        return []
    shift = number - before[0].number
    return [replace(
        figure, number=figure.number + shift, member="", rule="mirrored", inherited=figure.subject, part_of=0,
        subject=(contrast(figure.subject, who) or who + figure.subject) if who else figure.subject,
        of=tuple(one + shift for one in figure.of if one >= before[0].number),
        quantity=replace(quantity, unit=figure.quantity.unit) if "/" not in quantity.unit else quantity)
        for figure, quantity in zip(before, group.quantities, strict=True)]
