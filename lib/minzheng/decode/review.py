"""A decoded document to look at in a notebook: raw beside clean, every edit and mark shown. All text is escaped."""
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from minzheng.decode.aligned import Edit
from minzheng.decode.document import Document
from minzheng.decode.explain import evidence, kind_in_words, seen, wording
from minzheng.decode.furniture import Mark

_STYLE = """<style>
.decoded{border-collapse:collapse;width:100%;font-size:14px}
.decoded td,.decoded th{text-align:left !important;vertical-align:top;padding:6px 10px;border-top:1px solid #ddd;
white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.7}
.raw-clean{table-layout:fixed}.raw-clean td{width:50%}
.decoded del{background:#fbe3e0;text-decoration:none}.decoded ins{background:#dff0e0;text-decoration:none}
.decoded .quiet{background:#f1f1f1}.decoded mark{background:#fff0b3;border-bottom:2px solid #d9a400}
.decoded .note{color:#7a5c00;font-size:12px}
.edit-box{max-height:480px;overflow-y:auto;border-bottom:1px solid #ddd}
.edit-box th{position:sticky;top:0;background:#fff;border-bottom:1px solid #999}
.edit-list td{white-space:normal}.edit-list td:first-child,.edit-list th:first-child{text-align:right !important;
white-space:nowrap;color:#666;width:64px}.edit-list th:nth-child(2){width:140px}
</style>"""
_QUIET = {"traditional", "width", "wrap"}       # too many to be shouted
_SAMPLE = Path(__file__).parents[3] / "data" / "raw" / "liaoning-2021-sample.txt"
MOST_ROWS = 1000


def choose_damaged(source: str = "") -> Path:
    """The file asked for, else the most damaged sample bulletin of the checkout."""
    return Path(source) if source else _SAMPLE


def count_edits(document: Document, lang: str = "zh") -> str:
    """How many edits and marks of each class, as a line of HTML; the doubts about the whole document come first."""
    counts = Counter(kind for edit in document.aligned.edits for kind in edit.kind.split("+"))
    counts += Counter(mark.kind for mark in document.marks)
    words, flags = wording(lang)["words"], wording(lang)["flags"]
    told = words["comma"].join(f"{kind_in_words(kind, lang)} {count}" for kind, count in counts.most_common())
    doubts = "".join(f"<b>{escape(words['doubtful'].format(flag=flags.get(flag, flag)))}</b> "
                     for flag in document.flags)
    name = escape(document.title or document.source)
    return f"<p>{doubts}<b>{name}</b>{words['colon']}{told or words['nothing']}</p>"


def side_by_side(document: Document, lang: str = "zh") -> str:
    """The raw text beside the clean one, a paragraph a row.

    Class and rule of an edit, class and proposal of a mark show under the pointer; proposals also as a note.
    """
    rows, start = [], 0
    starts = [edit.start for edit in document.aligned.edits]
    for line in document.text.split("\n"):
        if line.strip():
            raw_start, raw_stop = document.aligned.raw_span(start, start + len(line))
            here = document.aligned.edits[bisect_left(starts, raw_start):bisect_right(starts, raw_stop)]
            marks = [mark for mark in document.marks if mark.start < start + len(line) and mark.stop > start]
            clean = _clean_cell(document.text, _Span(start, start + len(line)), _places(document, here), (marks, lang))
            rows.append(f"<tr><td>{_raw_cell(document.raw, _Span(raw_start, raw_stop), here, lang)}</td>"
                        f"<td>{clean}{_notes(document.text, marks, lang)}</td></tr>")
        start += len(line) + 1
    words = wording(lang)["words"]
    return (f'{_STYLE}<table class="decoded raw-clean"><tr><th>{words["raw"]}</th><th>{words["clean"]}</th></tr>'
            f'{"".join(rows)}</table>')


def edit_list(document: Document, lang: str = "zh") -> str:
    """Every edit and mark as a table in text order, in a box to scroll; the place is that in the raw text."""
    rows = [(edit.start, edit.kind, document.raw[edit.start:edit.stop], edit.replacement, evidence(edit, lang),
             edit.candidates) for edit in document.aligned.edits]
    for mark in document.marks:
        start, stop = document.aligned.raw_span(mark.start, mark.stop)
        rows.append((start, mark.kind, document.raw[start:stop], "", "", (mark.proposal,) if mark.proposal else ()))
    words = wording(lang)["words"]
    heads = "".join(f"<th>{words[name]}</th>" for name in ("place", "class", "before", "after", "evidence"))
    cells = "".join(_row(row, lang) for row in sorted(rows)[:MOST_ROWS])
    more = f"<p>{words['more'].format(number=len(rows) - MOST_ROWS)}</p>" if len(rows) > MOST_ROWS else ""
    table = f'<table class="decoded edit-list"><tr>{heads}</tr>{cells}</table>'
    return f'{_STYLE}<div class="edit-box">{table}</div>{more}'


def _row(row: tuple, lang: str) -> str:
    start, kind, before, after, told, candidates = row
    others = wording(lang)["words"]["others"].format(others=" / ".join(candidates)) if candidates else ""
    is_mark = not told
    shown = f"<mark>{escape(seen(before))}</mark>" if is_mark else f"<del>{escape(seen(before))}</del>"
    done = "" if is_mark else f"<ins>{escape(seen(after))}</ins>"
    return (f"<tr><td>{start}</td><td>{escape(kind_in_words(kind, lang))}</td><td>{shown}</td><td>{done}</td>"
            f"<td>{escape((told + seen(others)).lstrip('；; '))}</td></tr>")


class _Span(NamedTuple):
    start: int
    stop: int


def _places(document: Document, edits: Sequence[Edit]) -> list[tuple[int, Edit]]:
    """Where the replacements of some edits, one after the other, begin in the clean text."""
    if not edits:
        return []
    at, places = document.aligned.clean_span(edits[0].start, edits[0].start)[0], []
    for before, edit in zip([edits[0], *edits], edits, strict=False):
        at += edit.start - before.stop if places else 0
        places.append((at, edit))
        at += len(edit.replacement)
    return places


def _raw_cell(raw: str, span: _Span, edits: Sequence[Edit], lang: str) -> str:
    pieces, done = [], span.start
    for edit in edits:
        pieces += (escape(raw[done:edit.start]), _tagged("del", raw[edit.start:edit.stop], edit, lang))
        done = edit.stop
    return "".join([*pieces, escape(raw[done:max(done, span.stop)])])


def _clean_cell(text: str, span: _Span, places: Iterable[tuple[int, Edit]], marking: tuple[Sequence[Mark], str]) -> str:
    """The clean paragraph, cut wherever an edit or a mark begins or ends."""
    marks, lang = marking
    edits = {place: (start, edit) for start, edit in places for place in range(start, start + len(edit.replacement))}
    cuts = {span.start, span.stop}
    cuts |= {place for start, edit in places for place in (start, start + len(edit.replacement))}
    cuts |= {place for mark in marks for place in (mark.start, mark.stop)}
    inside = sorted(place for place in cuts if span.start <= place <= span.stop)
    pieces = []
    for start, stop in pairwise(inside):
        piece = _tagged("ins", text[start:stop], edits[start][1], lang) if start in edits else escape(text[start:stop])
        kinds = dict.fromkeys(mark.kind for mark in marks if mark.start <= start and stop <= mark.stop)
        title = escape("、".join(kind_in_words(kind, lang) for kind in kinds))
        pieces.append(f'<mark title="{title}">{piece}</mark>' if kinds else piece)
    return "".join(pieces)


def _notes(text: str, marks: Sequence[Mark], lang: str) -> str:
    """A line for each mark that proposes something."""
    words = wording(lang)["words"]
    return "".join(
        f'<br><span class="note">{kind_in_words(mark.kind, lang)}{words["colon"]}'
        f'{escape(seen(text[mark.start:mark.stop][:60]))}'
        f'{escape(words["proposal"].format(proposal=seen(mark.proposal)))}</span>' for mark in marks if mark.proposal)


def _tagged(tag: str, words: str, edit: Edit, lang: str) -> str:
    if not words:
        return ""
    quiet = ' class="quiet"' if set(edit.kind.split("+")) <= _QUIET else ""
    title = escape(f"{kind_in_words(edit.kind, lang)}{wording(lang)['words']['colon']}{evidence(edit, lang)}")
    return f'<{tag}{quiet} title="{title}">{escape(words)}</{tag}>'
