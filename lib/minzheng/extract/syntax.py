"""The grammar words of bulletins, from the list in the reference floor, as compiled patterns."""
import re
import tomllib
from functools import cache
from pathlib import Path

_TOML = Path(__file__).parents[1] / "reference" / "syntax.toml"


@cache
def words(name: str) -> frozenset[str]:
    """The words of one section."""
    return frozenset(_lists()[name])


@cache
def one_of(*names: str) -> str:
    """The words of some sections as a regular expression, longest first.

    >>> one_of("fall").startswith("(?:")
    True
    """
    listed = [word for name in names for word in _lists()[name]]
    return "(?:" + "|".join(map(re.escape, sorted(listed, key=len, reverse=True))) + ")"


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    sections = tomllib.loads(_TOML.read_text(encoding="utf-8"))
    return {name: tuple(dict.fromkeys(text.split())) for name, text in sections.items()}
