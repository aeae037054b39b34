"""Sums, from–to and change against stated growth inside a document: they confirm links for nothing, or break."""
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from minzheng.extract.memory import OTHER_BASE, Figure

BROKEN = "sum-broken"
_SLACK = 1e-9
_NEAR = 4           # figures between a level and what is held against it

Check = tuple[list[int], bool]      # the numbers of the figures of one identity, and whether it holds


def check_arithmetic(figures: Sequence[Figure]) -> tuple[set[int], set[int]]:
    """Numbers of the figures that an identity confirms, and of those that break one.

    Every value stands for the interval that its rounding leaves; an identity breaks only where no value of the
    intervals fulfils it. Printed numbers are never changed.
    """
    numbered = {figure.number: figure for figure in figures}
    confirmed, broken = set(), set()
    for members, holds in (*_sums(figures, numbered), *_growths(figures, numbered), *_shares(figures, numbered)):
        (confirmed if holds else broken).update(members)
    return confirmed - broken, broken


def _sums(figures: Iterable[Figure], numbered: dict[int, Figure]) -> Iterator[Check]:
    """Parts behind 其中 against their total: a full sum confirms, parts that exceed the total break."""
    parts = defaultdict(list)
    for figure in figures:
        if figure.part_of:
            parts[figure.part_of].append(figure)
    for whole, found in parts.items():
        total, kind = numbered[whole].quantity, _kind_counted(numbered[whole])
        kinds = {kind, _kind_counted(found[0])}
        members = [figure for figure in found if _kind_counted(figure) in kinds]    # 村民小组 are no part of 村委会
        low, high = (sum(getattr(m.quantity, side) for m in members) for side in ("value_min", "value_max"))
        numbers = [whole, *(m.number for m in members)]
        if low > total.value_max + _SLACK and all(_kind_counted(m) == kind for m in members):
            yield numbers, False
        elif len(members) > 1 and high >= total.value_min:
            yield numbers, True


def _kind_counted(figure: Figure) -> str:
    """The last two characters of the phrase: Chinese names the kind of thing last."""
    return figure.subject[-2:]


def _growths(figures: Sequence[Figure], numbered: dict[int, Figure]) -> Iterator[Check]:
    """Stated growth of a level against the old value (由…提高到…) or the absolute change beside it."""
    moves = defaultdict(dict)
    for figure in figures:
        near = len(figure.of) == 1 and abs(figure.number - figure.of[0]) <= _NEAR
        if figure.measure in ("growth", "change") and near and figure.basis != OTHER_BASE:
            moves[figure.of[0]].setdefault((figure.measure, figure.basis or ""), figure)
    old_values = _old_values(numbered)
    for number, found in moves.items():
        level = numbered[number]
        growth, change = _first_in(found, "growth", "%"), _first_in(found, "change", level.quantity.unit)
        if growth is None:
            continue
        if number in old_values and growth.sign == "+":
            old = old_values[number]
            yield [number, old.number, growth.number], _meets(growth, _rates(level, old))
        elif change is not None and change.sign == growth.sign and change.number < growth.number:
            yield [number, change.number, growth.number], _meets(growth, _rates_by_change(level, change))


def _old_values(numbered: dict[int, Figure]) -> dict[int, Figure]:
    """By the number of a new value (由…提高到…): the old value right before it."""
    return {n: before for n, figure in numbered.items()
            if figure.rule == "from-to" and (before := numbered.get(n - 1))
            and before.measure == "prior" and before.subject == figure.subject}


def _first_in(moves: dict[tuple[str, str], Figure], measure: str, unit: str) -> Figure | None:
    """The first move of that measure in that unit; `moves`: by measure and basis."""
    return next((figure for (kind, _), figure in moves.items()
                 if kind == measure and figure.quantity.unit == unit), None)


def _rates(level: Figure, old: Figure) -> tuple[float, float]:
    """Least and greatest growth in percent."""
    new, before = level.quantity, old.quantity
    if before.value_min <= 0:
        return float("-inf"), float("inf")
    return 100 * (new.value_min / before.value_max - 1), 100 * (new.value_max / before.value_min - 1)


def _rates_by_change(level: Figure, change: Figure) -> tuple[float, float]:
    """Least and greatest growth in percent, without its sign."""
    sign = 1 if change.sign == "+" else -1
    ends = [100 * c / base for c in (change.quantity.value_min, change.quantity.value_max)
            for v in (level.quantity.value_min, level.quantity.value_max) if (base := v - sign * c) > 0]
    return (min(ends), max(ends)) if ends else (float("-inf"), float("inf"))


def _meets(growth: Figure, rates: tuple[float, float]) -> bool:
    """Within one unit of the last printed digit: old values are revised, and rates are made from unrounded numbers."""
    low, high = growth.quantity.value_min, growth.quantity.value_max
    slack = high - low + _SLACK if high < float("inf") else _SLACK
    return rates[0] <= high + slack and low - slack <= rates[1]


def _shares(figures: Sequence[Figure], numbered: dict[int, Figure]) -> Iterator[Check]:
    """A stated share confirms the two levels before it whose ratio it is (94个 … 123个 …，占76%).

    It breaks nothing, for its whole may stand elsewhere.
    """
    for share in figures:
        if share.measure != "share" or share.quantity.unit != "%" or not share.of:
            continue
        near = [numbered[n] for n in range(share.number - _NEAR, share.number) if n in numbered]
        before = [figure for figure in near if figure.measure == "level"]
        for part, whole in permutations(before, 2):
            belongs = share.of[0] in (part.number, whole.number) and part.quantity.unit == whole.quantity.unit
            if belongs and 0 < part.quantity.value < whole.quantity.value and _meets(share, _ratio(part, whole)):
                yield [part.number, whole.number, share.number], True


def _ratio(part: Figure, whole: Figure) -> tuple[float, float]:
    """Least and greatest share in percent."""
    least, most = part.quantity, whole.quantity
    return 100 * least.value_min / most.value_max, 100 * least.value_max / max(most.value_min, _SLACK)
