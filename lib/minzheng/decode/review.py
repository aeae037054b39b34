"""A decoded document to look at in a notebook: raw beside clean, every edit and mark shown. All text is escaped."""
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from html import escape
from pathlib import Path

from minzheng.decode.aligned import Edit
from minzheng.decode.document import Document
from minzheng.decode.furniture import Mark

KINDS = {
    "misread": "读错编码", "escape": "转义", "invisible": "隐形字符", "form": "部首形", "misalignment": "错位",
    "gloss": "注音",
    "comma": "多余逗号", "question-mark": "问号代字", "traditional": "繁体", "wrap": "断行空格", "width": "标点宽度",
    "furniture": "页面零件", "head": "外来头", "tail": "外来尾", "spam": "广告词", "repeated": "重复",
    "spoiled": "数字受损",
    "lost": "文字丢失", "misaligned": "错位未修",
}
_STYLE = """<style>
table.raw-clean{border-collapse:collapse;table-layout:fixed;width:100%}
table.raw-clean td,table.raw-clean th{text-align:left !important;vertical-align:top;padding:6px 10px;
border-top:1px solid #ddd;
white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.7;width:50%}
.raw-clean del{background:#fbe3e0;text-decoration:none}.raw-clean ins{background:#dff0e0;text-decoration:none}
.raw-clean .quiet{background:#f1f1f1}.raw-clean mark{background:#fff0b3}
</style>"""
_QUIET = {"traditional", "width", "wrap"}       # too many to be shouted
_SAMPLE = Path(__file__).parents[3] / "data" / "raw" / "liaoning-2021-sample.txt"


def choose_damaged(source: str = "") -> Path:
    """The file asked for, else the most damaged sample bulletin of the checkout."""
    return Path(source) if source else _SAMPLE


def count_edits(document: Document) -> str:
    """How many edits and marks of each class, as a line of HTML.

    The doubts about the whole document come first.
    """
    counts = Counter(kind for edit in document.aligned.edits for kind in edit.kind.split("+"))
    counts += Counter(mark.kind for mark in document.marks)
    words = "，".join(f"{KINDS.get(kind, kind)} {count}" for kind, count in counts.most_common()) or "没有改动"
    doubts = "".join(f"<b>整篇存疑：{escape(flag)}</b>。" for flag in document.flags)
    return f"<p>{doubts}<b>{escape(document.title or document.source)}</b>：{words}。</p>"


def side_by_side(document: Document) -> str:
    """The raw text beside the clean one, a paragraph a row; the class and rule of an edit show under the pointer."""
    rows, start = [], 0
    starts = [edit.start for edit in document.aligned.edits]
    for line in document.text.split("\n"):
        if line.strip():
            raw_start, raw_stop = document.aligned.raw_span(start, start + len(line))
            here = document.aligned.edits[bisect_left(starts, raw_start):bisect_right(starts, raw_stop)]
            marks = [mark for mark in document.marks if start <= mark.start < start + len(line)]
            cells = _paragraph(document.raw, raw_start, raw_stop, here)
            rows.append(f"<tr>{cells}{_notes(document.text, marks)}</td></tr>")
        start += len(line) + 1
    return f'{_STYLE}<table class="raw-clean"><tr><th>原文</th><th>清理后</th></tr>{"".join(rows)}</table>'


def _paragraph(raw: str, start: int, stop: int, edits: Sequence[Edit]) -> str:
    """Two cells, the second left open for notes."""
    before, after, done = [], [], start
    for edit in edits:
        before += (escape(raw[done:edit.start]), _tagged("del", raw[edit.start:edit.stop], edit))
        after += (escape(raw[done:edit.start]), _tagged("ins", edit.replacement, edit))
        done = edit.stop
    rest = escape(raw[done:max(done, stop)])
    return f"<td>{''.join(before)}{rest}</td><td>{''.join(after)}{rest}"


def _notes(text: str, marks: Sequence[Mark]) -> str:
    return "".join(
        f"<br><mark>{KINDS.get(mark.kind, mark.kind)}：{escape(text[mark.start:mark.stop][:60])}"
        f"{'？ ' + escape(mark.proposal) if mark.proposal else ''}</mark>" for mark in marks)


def _tagged(tag: str, words: str, edit: Edit) -> str:
    if not words:
        return ""
    quiet = ' class="quiet"' if set(edit.kind.split("+")) <= _QUIET else ""
    kinds = "、".join(KINDS.get(kind, kind) for kind in edit.kind.split("+"))
    sure = "，已验证" if edit.certified else f"，{edit.score:.2f}" if edit.score < 1 else ""
    return f'<{tag}{quiet} title="{escape(kinds)}：{escape(edit.rule)}{sure}">{escape(words)}</{tag}>'
