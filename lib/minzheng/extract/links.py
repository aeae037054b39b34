"""`of`: the levels that a growth, change or share with a phrase of its own belongs to."""
from collections.abc import Sequence

from minzheng.extract.memory import Figure

_MOVES = ("growth", "change")


def link_growth(placed: Sequence[tuple[Figure, tuple]]) -> list[Figure]:
    """Figures, in order, with growth linked to a level of equal subject and scope (region, status, year).

    The level right behind goes first (增长11%，达到282亿元), then the nearest before.
    """
    levels: dict[tuple, int] = {}
    linked = []
    for n, (figure, scope) in enumerate(placed):
        key = (figure.subject, scope)
        if figure.measure in _MOVES and not figure.of:
            behind, its_scope = placed[n + 1] if n + 1 < len(placed) else (figure, scope)
            if (behind.subject, its_scope, behind.measure) == (*key, "level"):
                figure = figure._replace(of=(behind.number,))
            elif key in levels:
                figure = figure._replace(of=(levels[key],))
        elif figure.measure == "level" and figure.subject:
            levels[key] = figure.number
        linked.append(figure)
    return linked
