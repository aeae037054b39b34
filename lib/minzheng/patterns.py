"""Patterns that are compiled when they are first used.

Compiling all that the rules know takes a quarter of a second, and a short text asks few of them. What nearly every clause
or heading asks stays `re.compile`, as its calls are a little faster.
"""
import re
from collections.abc import Callable

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


def _compiling(name: str) -> Callable:
    """A method that compiles the pattern and gives way to the pattern's own methods."""
    def first(late: "Late", *arguments, **named):
        compiled = re.compile(late.pattern, late.flags)
        vars(late).update({method: getattr(compiled, method) for method in METHODS})
        return vars(late)[name](*arguments, **named)
    return first


class Late:
    """A regular expression, compiled when it is first asked.

    >>> Late("[0-9]+(?=万)").search("低保71万人")[0]
    '71'
    """

    def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags

    # not by `__getattr__`: it would make every later call slower
    search, match, fullmatch, finditer, findall, split, sub = map(_compiling, METHODS)
