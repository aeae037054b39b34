"""Paragraphs and sentences that stand in a document more than once."""
import re
from collections.abc import Iterator
from itertools import islice
from operator import eq

from minzheng.decode.furniture import Mark

SHORTEST = 25           # characters of a sentence whose return is no accident
SHORTEST_LINE = 6       # ... of a line that stands there twice running
_DOTS = ("…", "...", "]")
_CUT = re.compile(rf"(.{{{SHORTEST},400}}?)(?:…+|\.{{3,}})(?:\[?(?:详细|更多|全文)\]?)?$")
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")


def find_repeats(text: str) -> list[Mark]:
    """Find lines, and runs of sentences, that were there before; neighbours become one mark.

    A lone sentence inside a paragraph stays unmarked: it may say the same of another year.

    >>> line = "全市社会组织登记管理工作持续规范，年检参检率稳步提高，群众评价良好。"
    >>> [(mark.start, mark.stop) for mark in find_repeats(line + "\\n" + line)]
    [(35, 69)]
    """
    long = [words for words in text.replace("\n", "。").split("。") if len(words) >= SHORTEST]
    near = list(_lines_again(text))
    if len(set(long)) == len(long):
        return near
    seen: set[str] = set()
    marks, run = [], []         # run: spans of sentences, one after the other, that were all seen before
    for match in _SENTENCE.finditer(text):
        words = match[0].strip()
        if words in seen:
            run.append(match.span())
        elif words:
            seen.add(words)
            marks += _marks_of(run, text)
            run = []
    marks += _marks_of(run, text)
    told = {place for mark in marks for place in (mark.start, mark.stop)}
    return sorted([*marks, *(mark for mark in near if told.isdisjoint(mark[:2]))])


def _lines_again(text: str) -> Iterator[Mark]:
    """Lines that are as the one before, and beginnings of paragraphs that end in dots."""
    lines = [*filter(None, map(str.strip, text.split("\n")))]
    if not any(map(eq, lines, islice(lines, 1, None))) and not any(line.endswith(_DOTS) for line in lines):
        return
    start, last = 0, ""
    for line in text.split("\n"):
        words = line.strip()
        if words:
            is_again = words == last and SHORTEST_LINE <= len(words) < SHORTEST and "|" not in words
            if is_again or (words.endswith(_DOTS) and (begun := _CUT.match(words)) and text.count(begun[1]) > 1):
                at = start + line.find(words)
                yield Mark(at, at + len(words), "repeated")
            last = words
        start += len(line) + 1


def _marks_of(run: list[tuple[int, int]], text: str) -> list[Mark]:
    prose = [(start, stop) for start, stop in run if stop - start >= SHORTEST and "|" not in text[start:stop]]
    if not prose:
        return []
    start, stop = run[0][0], run[-1][1]
    is_line = text[max(start - 1, 0):start] in ("", "\n") and text[stop:stop + 1] in ("", "\n", "\r")
    return [Mark(start, stop, "repeated")] if is_line or len(run) > 1 else []
