"""`of`: the levels that a growth, change or share with a phrase of its own belongs to."""
from collections.abc import Sequence
from dataclasses import replace

from minzheng.extract.memory import Figure

_MOVES = ("growth", "change")


def link_growth(placed: Sequence[tuple[Figure, str]]) -> list[Figure]:
    """Figures, in order, with growth linked to the nearest level before of equal subject and region."""
    levels: dict[tuple[str, str], int] = {}
    linked = []
    for figure, region in placed:
        key = (figure.subject, region)
        if figure.measure in _MOVES and not figure.of and key in levels:
            figure = replace(figure, of=(levels[key],))
        elif figure.measure == "level" and figure.subject:
            levels[key] = figure.number
        linked.append(figure)
    return linked
