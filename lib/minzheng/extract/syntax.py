"""The grammar words of bulletins, from the list in the reference floor, as compiled patterns."""
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_TOML = Path(__file__).parents[1] / "reference" / "syntax.toml"
_CLASS = "@"            # @building in a class: all words of the class building
_FEW = 3                # so many words with one opening are as quick to try in full, and much quicker to compile


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
    """Any of some words; to be put in a group.

    >>> _any_of(["增", "增加", "增长", "增速", "增长幅度", "多", "多于"])
    '增(?:加|速|长幅度|长)?|多于|多'
    """
    tails: dict[str, list[str]] = {}
    for word in sorted(filter(None, listed)):
        tails.setdefault(word[0], []).append(word[1:])
    parts: list[str] = []
    for first, rest in tails.items():
        parts += [re.escape(first) + _behind(rest)] if len(rest) > _FEW else [re.escape(first + tail) for tail in sorted(rest, key=len, reverse=True)]
    return "|".join(parts)


def _behind(tails: list[str]) -> str:
    """What may follow the opening that some words share, "" among them."""
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
