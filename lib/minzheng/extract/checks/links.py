"""`of`: the levels that a growth, change or share with a phrase of its own belongs to."""
from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from minzheng.extract.names.memory import Figure

_NEAR = 6               # levels before a growth that it may name by a part of their phrase
_LEFT_OUT = 6           # characters that it may leave out
_EMPTY = frozenset("数量总的办理人对")
_MOVES = ("growth", "change")
_POINTS = ("百分点", "千分点")


_HEADS, _THOSE = ("人数", "户数", "人次"), ("对象", "人员", "居民", "群众", "家庭")


def _counts(number: str, unit: str, subject: str) -> bool:
    """城市低保人数 of 城市低保对象 and 享受城市低保, in 人; not of its households."""
    stem = number[:-2]
    return (number[-2] == unit or number.endswith(unit)) and (subject.removesuffix("待遇").endswith(stem) or any(subject == stem + those for those in _THOSE))


def _is_short_for(part: str, whole: str) -> bool:
    """离婚 for 离婚登记, 收入 for 慈善捐赠收入."""
    if len(part) > 1 and len(whole) - len(part) <= _LEFT_OUT and (whole.startswith(part) or whole.endswith(part)):
        return True
    return set(part) - _EMPTY == set(whole) - _EMPTY            # 登记离婚数, 离婚登记


def _tells_of(figure: Figure, subject: str) -> bool:
    """Is a growth's name, with or without what it inherited, short for that of a level?"""
    own = figure.subject.removeprefix(figure.inherited) if figure.inherited else ""
    return _is_short_for(figure.subject, subject) or (bool(own) and _is_short_for(own, subject))


def link_growth(placed: Sequence[tuple[Figure, tuple]]) -> list[Figure]:
    """Figures, in order, with growth linked to a level of equal subject and scope (region, status, year).

    The level right behind goes first (增长11%，达到282亿元), then the nearest before.
    """
    levels: dict[tuple, int] = {}
    shares: dict[tuple, int] = {}
    recent: deque[tuple[str, tuple, int, str]] = deque(maxlen=_NEAR)
    linked = []
    for n, (figure, scope) in enumerate(placed):
        key = (figure.subject, scope)
        if figure.measure in _MOVES and not figure.of:
            behind, its_scope = placed[n + 1] if n + 1 < len(placed) else (figure, scope)
            reached = "share" if figure.quantity.unit in _POINTS else "level"       # 提高3个百分点，达到46%
            if (behind.subject, its_scope, behind.measure) == (*key, reached):
                figure = replace(figure, of=(behind.number,))
            elif figure.quantity.unit in _POINTS and key in shares:
                figure = replace(figure, of=(shares[key],))
            elif key in levels:
                figure = replace(figure, of=(levels[key],))
            elif linked and linked[-1].of and linked[-1].measure in _MOVES and (linked[-1].subject, placed[n - 1][1]) == key:
                figure = replace(figure, of=linked[-1].of)              # 支出减少420万元，下降2.2%
            elif figure.subject.endswith(_HEADS) and (counted := [number for subject, its, number, unit in recent if its == scope and _counts(figure.subject, unit, subject)]):
                figure = replace(figure, of=(counted[-1],))
            elif len(likely := [number for subject, its, number, _ in recent if its == scope and _tells_of(figure, subject)]) == 1:
                figure = replace(figure, of=(likely[0],))
        elif figure.measure == "share" and figure.subject:
            shares[key] = figure.number
        elif figure.measure == "level" and figure.subject:
            levels[key] = figure.number
            recent.append((*key, figure.number, figure.quantity.unit))
        linked.append(figure)
    return linked
