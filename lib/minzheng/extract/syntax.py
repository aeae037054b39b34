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
    return f"(?:{_any_of({word for name in names for word in _words_of(name)})})"


def _any_of(listed: Iterable[str]) -> str:
    """Any of some words, where "" may be one of them; to be put in a group.

    >>> _any_of(["增", "增加", "增长", "增长幅度", "多"])
    '增(?:加|长(?:幅度)?)?|多'
    """
    tails: dict[str, list[str]] = {}
    for word in sorted(filter(None, listed)):
        tails.setdefault(word[0], []).append(word[1:])
    parts = [re.escape(first) + _behind(rest) for first, rest in tails.items()]
    return "|".join(parts)


def _behind(tails: list[str]) -> str:
    """What may follow the opening that some words share."""
    if tails == [""]:
        return ""
    if len(tails) == 1:
        return re.escape(tails[0])
    single = all(len(tail) <= 1 for tail in tails)
    inner = f"[{re.escape(''.join(tails))}]" if single else f"(?:{_any_of(tails)})"
    return inner + "?" * ("" in tails)


@cache
def _words_of(name: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for word in _lists()[name].split():
        found.update(dict.fromkeys(_words_of(word[1:]) if word.startswith(_CLASS) else (word,)))
    return tuple(found)


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(_TOML.read_text(encoding="utf-8"))
