"""Find the runs of a raw text that were read half a character off, and take them back to bytes.

A rewriting site put something between the two bytes of a character. The reader took the first byte together with
what was put there for one `?`; from there on every pair is the end of one character and the beginning of the next,
until an ASCII byte brings the reader back into step, mostly with another `?`.
"""
from dataclasses import dataclass

from minzheng.decode.mangle_bytes import UNFOLDED_MARKS
from minzheng.decode.site_evidence import GLOSS, LETTERS, SiteEvidence
from minzheng.patterns import Late

LONGEST = 300           # characters; a longer run is none
HEADS = frozenset(range(0x81, 0xFF))
_OPENED_BY_MARK = Late(r"\?(?=[，、。；！,;!])")
_OPENED_BY_GLOSS = Late(rf"\?([{LETTERS}]{{1,6}})\)")
_GLOSSES_BEFORE = Late(rf"(?:\([{LETTERS}]{{1,6}}\))+$")
_STRAY_INSIDE = Late(r",(?=[，、。；！,;!])")
_MARKS = frozenset("，、。；！,;!")


@dataclass(frozen=True, slots=True)
class DamagedRun:
    """One damaged run as bytes; `[start, stop)` in the raw text."""

    start: int
    stop: int
    put: str                                # what was put into the first character: "," or "(reading)"
    heads: frozenset[int]                   # what the first byte of the first character can be
    pairs: tuple[tuple[int, int], ...]      # bytes of the characters shown
    shown: str                              # the run as read, without what was put in on the way
    closing: str                            # "letter" (the tail is `tail`), "gloss" (of `reading`), "mark" or "unknown"
    tail: int = 0
    reading: str = ""                       # the gloss of the last character, "" for none
    split: frozenset[int] = frozenset()     # numbers of pairs behind which a gloss stands, in the midst of a character


def find_damaged_runs(text: str, evidence: SiteEvidence) -> list[DamagedRun]:
    """All runs of a text, in order and apart from each other."""
    runs, at = [], 0
    while (at := text.find("?", at)) >= 0:
        run = _run_at(text, at, evidence)
        if run:
            runs.append(run)
        at = max(at + 1, run.stop if run else 0)
    return runs


def _run_at(text: str, start: int, evidence: SiteEvidence) -> DamagedRun | None:
    if _OPENED_BY_MARK.match(text, start):
        return _read_run(text, (start, start + 1), ",", HEADS, evidence)
    gloss = _OPENED_BY_GLOSS.match(text, start)
    before = _bytes_of(text[_before_glosses(text, start)]) if gloss else None
    if not before:
        return None
    glossed = map(_bytes_of, evidence.glossed_as(gloss[1]))
    heads = frozenset(pair[1] for pair in glossed if pair and pair[0] == before[1] and pair[1] in HEADS)
    return _read_run(text, gloss.span(), f"({gloss[1]})", heads, evidence) if heads else None


def _before_glosses(text: str, at: int) -> int:
    """Where the last character before `at` and the glosses there stands; -1 where there is none."""
    glosses = _GLOSSES_BEFORE.search(text, max(0, at - 40), at)
    return (glosses.start() if glosses else at) - 1


def _read_run(text: str, opened: tuple[int, int], put: str, heads: frozenset[int], evidence: SiteEvidence
              ) -> DamagedRun | None:
    start, at = opened
    pairs, shown, split = [], ["?" + put[1:]], set()
    while at < min(len(text), start + LONGEST):
        char = text[at]
        gloss = GLOSS.match(text, at)
        if gloss and shown[-1:] != ["?" + put[1:]] and evidence.can_gloss(shown[-1], gloss[1]):
            at = gloss.end()
            split.add(len(pairs))
        elif pairs and _STRAY_INSIDE.match(text, at):
            at += 1
        elif char == "?":
            closing = _OPENED_BY_GLOSS.match(text, at)
            reading = closing[1] if closing else ""
            kind = "gloss" if reading else "mark" if text[at + 1:at + 2] in _MARKS else "unknown"
            return DamagedRun(start, closing.end() if closing else at + 1, put, heads, tuple(pairs),
                              "".join([*shown, "?"]), kind, reading=reading, split=frozenset(split))
        elif "@" <= char <= "~" or char == "€":
            tail = 0x80 if char == "€" else ord(char)
            own = GLOSS.match(text, at + 1)
            return DamagedRun(start, at + 1, put, heads, tuple(pairs), "".join([*shown, char]), "letter", tail,
                              reading=own[1] if own else "", split=frozenset(split))
        elif pair := _bytes_of(char):
            pairs.append(pair)
            shown.append(char)
            at += 1
        else:
            return None
    return None


def _bytes_of(char: str) -> tuple[int, int] | None:
    """The two GBK bytes of a character; ASCII marks are taken for folded ones."""
    data = UNFOLDED_MARKS.get(char, char).encode("gb18030", "ignore")
    return (data[0], data[1]) if len(data) == 2 else None
