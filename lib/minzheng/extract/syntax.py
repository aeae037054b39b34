"""The grammar words of bulletins, from the list in the reference floor, as compiled patterns."""
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_TOML = Path(__file__).parents[1] / "reference" / "syntax.toml"
_CLASS = "@"            # @building in a class: all words of the class building


@cache
def words(name: str) -> frozenset[str]:
    """The words of one class.

    >>> words("building") <= words("deeds")
    True
    """
    return frozenset(_words_of(name))


@cache
def one_of(*names: str) -> str:
    """The words of some classes as a regular expression, longest first; words with one opening share it, for speed.

    >>> one_of("fall").startswith("(?:")
    True
    """
    return _one_of({word for name in names for word in _words_of(name)})


def _one_of(listed: Iterable[str]) -> str:
    """Any of some words, where "" may be one of them.

    >>> _one_of(["增", "增加", "增长", "多"])
    '(?:增[加长]?|多)'
    """
    tails: dict[str, list[str]] = {}
    for word in sorted(listed):
        if word:
            tails.setdefault(word[0], []).append(word[1:])
    single = "".join(first for first, rest in tails.items() if rest == [""])
    parts = [f"{re.escape(first)}{_one_of(rest) if rest != [''] else ''}" for first, rest in tails.items() if rest != [""]]
    if single:
        parts.append(re.escape(single) if len(single) == 1 else f"[{re.escape(single)}]")
    whole = parts[0] if len(parts) == 1 and (parts[0] == single or parts[0].startswith("[")) else f"(?:{'|'.join(parts)})"
    return f"{whole}?" if "" in listed else whole


@cache
def _words_of(name: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for word in _lists()[name].split():
        found.update(dict.fromkeys(_words_of(word[1:]) if word.startswith(_CLASS) else (word,)))
    return tuple(found)


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(_TOML.read_text(encoding="utf-8"))
