"""Sums, from–to and change against stated growth inside a document: they confirm links for nothing, or break."""
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from minzheng.extract.names.memory import OTHER_BASE, Figure
from minzheng.patterns import Late

BROKEN = "sum-broken"
_SLACK = 1e-9
_PLAIN_SHARE = Late("占|占比|所占比例|所占比重|占总数")
_PER_EACH = ("每", "平均每")        # 床位9万张，每千名老年人27张，其中…: nothing is a part of that
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


def settle_attachment(figures: Sequence[Figure]) -> list[Figure]:
    """Growth and shares hung on another level near by, where theirs breaks an identity and only that one fulfils it.

    Numbers stay as they are; a share must be printed with a decimal, for whole percents fit too much by chance.
    """
    numbered = {figure.number: figure for figure in figures}
    moved = dict((*_better_growths(figures, numbered), *_better_shares(figures, numbered)))
    if not moved:
        return list(figures)
    return [_hung_on(figure, numbered[figure.of[0]], moved[figure.number]) if figure.number in moved else figure
            for figure in figures]


def _hung_on(figure: Figure, old: Figure, new: Figure) -> Figure:
    """The figure as one of `new`: its link, and its subject where that began with the old level's."""
    named = figure.subject.startswith(old.subject)
    subject = new.subject + figure.subject[len(old.subject):] if named else figure.subject
    return replace(figure, of=(new.number,), subject=subject, rule=f"{figure.rule} re-ranked by arithmetic")


def _better_growths(figures: Sequence[Figure], numbered: dict[int, Figure]) -> Iterator[tuple[int, Figure]]:
    """Growth behind several 由…提高到… that fits another of them than the one it hangs on."""
    old_values = _old_values(numbered)
    for growth in figures:
        if growth.measure != "growth" or len(growth.of) != 1 or growth.of[0] not in old_values or growth.sign != "+":
            continue
        fits = [level for level in _levels_near(growth, numbered)
                if level.number in old_values and _meets(growth, _rates(level, old_values[level.number]))]
        if len(fits) == 1 and fits[0].number != growth.of[0]:
            yield growth.number, fits[0]


def _better_shares(figures: Sequence[Figure], numbered: dict[int, Figure]) -> Iterator[tuple[int, Figure]]:
    """占76.3% that is the ratio of two levels near by, neither of which it hangs on, and of no other two."""
    for share in figures:
        if not _is_share(share) or share.quantity.value_max - share.quantity.value_min > 0.5:
            continue
        if not _PLAIN_SHARE.fullmatch(share.subject.removeprefix(numbered[share.of[0]].subject)):
            continue                            # 占户籍人口的27.0%: it names its whole
        pairs = [(part, whole) for part, whole in permutations(_levels_near(share, numbered), 2)
                 if _is_ratio(share, part, whole)]
        hangs = any(share.of[0] in (part.number, whole.number) for part, whole in pairs)
        parts = {part.number for part, whole in pairs if whole.number < part.number}
        if not hangs and len(parts) == 1 and numbered[share.of[0]].quantity.unit == pairs[0][0].quantity.unit:
            yield share.number, numbered[parts.pop()]


def _levels_near(figure: Figure, numbered: dict[int, Figure]) -> list[Figure]:
    near = [numbered[n] for n in range(figure.number - _NEAR, figure.number) if n in numbered]
    return [one for one in near if one.measure == "level"]


def _is_share(figure: Figure) -> bool:
    return figure.measure == "share" and figure.quantity.unit == "%" and bool(figure.of)


def _is_ratio(share: Figure, part: Figure, whole: Figure) -> bool:
    least, most = part.quantity, whole.quantity
    return least.unit == most.unit and 0 < least.value < most.value and _meets(share, _ratio(part, whole))


def _sums(figures: Iterable[Figure], numbered: dict[int, Figure]) -> Iterator[Check]:
    """Parts behind 其中 against their total: a full sum confirms, parts that exceed the total break."""
    parts = defaultdict(list)
    for figure in figures:
        if figure.part_of and "/" not in figure.quantity.unit:       # a county's standard is no part of the city's
            parts[figure.part_of].append(figure)
    for whole, found in parts.items():
        if numbered[whole].subject.startswith(_PER_EACH):
            continue
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
        if change and {growth.basis, change.basis} == {"yoy", "mom"}:      # 较二季度末减少…，同比下降…
            change = None
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

    It breaks only where its part stands behind the 其中 of a whole and it names no other whole.
    """
    stated = [figure for figure in figures if _is_share(figure)]
    shares = {share.of[0]: share for share in stated}
    for share in stated:
        part = numbered[share.of[0]]
        whole = numbered.get(part.part_of)
        if whole and whole.number in shares and _have_one_base(share, shares[whole.number], part, whole):
            continue
        if whole and _PLAIN_SHARE.fullmatch(share.subject.removeprefix(part.subject)):
            yield [part.number, whole.number, share.number], _meets(share, _ratio(part, whole))
            continue
        for part, whole in permutations(_levels_near(share, numbered), 2):
            if share.of[0] in (part.number, whole.number) and _is_ratio(share, part, whole):
                yield [part.number, whole.number, share.number], True


def _have_one_base(share: Figure, other: Figure, part: Figure, whole: Figure) -> bool:
    """老年人口1412万人，占21.4%，其中65岁以上1096万人，占16.6%: both of what stands above the whole."""
    low, high = _ratio(part, whole)
    of_part, of_whole = share.quantity, other.quantity
    return of_part.value_min * 100 <= high * of_whole.value_max and low * of_whole.value_min <= of_part.value_max * 100


def _ratio(part: Figure, whole: Figure) -> tuple[float, float]:
    """Least and greatest share in percent."""
    least, most = part.quantity, whole.quantity
    return 100 * least.value_min / max(most.value_max, _SLACK), 100 * least.value_max / max(most.value_min, _SLACK)
