"""Paragraphs and sentences that stand in a document more than once."""
from collections.abc import Iterator
from itertools import accumulate, islice
from operator import eq

from minzheng.decode.furniture import Mark
from minzheng.patterns import Late

SHORTEST = 25           # characters of a sentence whose return is no accident
SHORTEST_LINE = 6       # ... of a line that stands there twice running
_DOTS = ("…", "...", "]")
_CUT = Late(rf"(.{{{SHORTEST},400}}?)(?:…+|\.{{3,}})(?:\[?(?:详细|更多|全文)\]?)?$")
_STOPS = "。！？\n"
_SENTENCE = Late(r"[。！？\n]*[^。！？\n]+[。！？]?")       # all that stands before the last one's end


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
    marks = [mark for run in _runs_again(text) for mark in _marks_of(run, text)]
    told = {place for mark in marks for place in (mark.start, mark.stop)}
    return sorted([*marks, *(mark for mark in near if told.isdisjoint(mark[:2]))])


def _runs_again(text: str) -> Iterator[list[tuple[int, int]]]:
    """Spans of sentences, one after the other, that all stood there before."""
    pieces = _SENTENCE.findall(text)
    words = [piece.lstrip(_STOPS).strip() for piece in pieces]
    ends = [*accumulate(map(len, pieces))]
    first = dict(zip(reversed(words), range(len(words) - 1, -1, -1), strict=True))
    run: list[tuple[int, int]] = []
    for n in range(len(words)):
        if first[words[n]] < n and words[n]:
            run.append((ends[n] - len(pieces[n].lstrip(_STOPS)), ends[n]))
        elif run and words[n]:
            yield run
            run = []
    if run:
        yield run


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
    if not any(stop - start >= SHORTEST and "|" not in text[start:stop] for start, stop in run):
        return []
    start, stop = run[0][0], run[-1][1]
    is_line = text[max(start - 1, 0):start] in ("", "\n") and text[stop:stop + 1] in ("", "\n", "\r")
    return [Mark(start, stop, "repeated")] if is_line or len(run) > 1 else []
