"""Page furniture, foreign heads and tails: found, marked and read out, never removed."""
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from minzheng.decode.alphabet import kind, matches, places
from minzheng.patterns import Late


class Mark(NamedTuple):
    """A region of the clean text that is not what it seems; offsets are into the clean text."""

    start: int
    stop: int
    kind: str               # furniture, head, tail, spam, repeated, spoiled, lost, misaligned, likely-repair …
    proposal: str = ""      # what could stand there, most likely first


class Line(NamedTuple):
    """A line that is furniture, with what it tells."""

    mark: Mark
    field: str      # issuer, date or ""
    told: str


SHORT = 80          # characters of a line that any pattern may fit
_LONG = Late(r"\s*(?:免责)?.{0,4}(?:声明|提示)|.{0,60}(?:投资有风险|不构成任何|仅供参考)")


def find_furniture(text: str) -> list[Line]:
    """The lines of a clean text that belong to the page and not to the bulletin, and source notes at line ends.

    >>> [line.mark.kind for line in find_furniture("来源：某市民政局\\n全市低保标准提高。\\n【打印】")]
    ['head', 'furniture']
    """
    return sorted([*_whole_lines(text), *_source_notes(text)])


def _whole_lines(text: str) -> Iterator[Line]:
    start = 0
    for line in text.split("\n"):
        if (len(line) <= SHORT or _LONG.match(line)) and (words := line.strip()) and _any_pattern().fullmatch(words):
            for pattern in _patterns():
                if match := pattern.words.fullmatch(words):
                    at = start + line.index(words)
                    told = match[match.lastindex] if pattern.field else ""
                    yield Line(Mark(at, at + len(words), pattern.kind), pattern.field, told)
                    break
        start += len(line) + 1


_BRACKET, _NOTE_OPENS = kind("(（[［〔【"), kind("根来")
_NOTE = Late(r"[(（](?:根据|来源[:：])([^()（）\n]{2,30}?)(?:信息整理|网站)?[)）](?=\s*(?:\n|$))")


def _source_notes(text: str) -> Iterator[Line]:
    """`（根据某省民政厅信息整理）` at the end of a paragraph."""
    for match in matches(_NOTE, text, places(text, _BRACKET, after=_NOTE_OPENS)):
        if match.start() and text[match.start() - 1] != "\n":
            yield Line(Mark(*match.span(), "tail"), "issuer", match[1])


class _Pattern(NamedTuple):
    kind: str
    field: str
    words: re.Pattern


@cache
def _patterns() -> list[_Pattern]:
    table = tomllib.loads((files("minzheng.reference") / "furniture.toml").read_text(encoding="utf-8"))
    return [_Pattern(row["kind"], row.get("tells", ""), re.compile(row["words"])) for row in table["pattern"]]


@cache
def _any_pattern() -> re.Pattern:
    """All patterns in one, to pass over other lines at once."""
    return re.compile("|".join(f"(?:{pattern.words.pattern})" for pattern in _patterns()))
