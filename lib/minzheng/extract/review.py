"""A page to check a document's observations by eye: doubtful ones first, each figure marked in its sentence."""
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from minzheng.decode.document import Document
from minzheng.extract.observations import Observation, explain

_COLUMNS = ("标记", "主题", "数值", "角色", "地区", "时期", "状态", "指标", "把握", "原句（按原文标出）")
_MEASURES = {
    "level": "水平", "prior": "原值", "growth": "增幅", "change": "增减", "share": "占比", "multiple": "倍数", "duration": "持续",
}
_STYLE = (
    "<style>.review td{vertical-align:top;text-align:left}.review mark{background:#ffe08a}"
    ".review .doubt{color:#b3402a}.review{border-collapse:collapse}"
    ".review td,.review th{border-bottom:1px solid #ddd;padding:3px 6px}</style>")
_SAMPLES = Path(__file__).parents[3] / "data" / "raw"
_STOPS = "。！？\n"
_REACH = 200            # characters shown at most on either side


def choose_source(source: str = "") -> Path:
    """The file asked for, else the first sample bulletin of the checkout."""
    return Path(source) if source else min(path for path in _SAMPLES.iterdir() if path.suffix == ".txt")


def count_by(document: Document, observations: Sequence[Observation]) -> str:
    """What was read, as a line of HTML: how many figures, how many doubtful, how many targets."""
    doubtful, targets = sum(bool(o.flags) for o in observations), sum(o.status == "target" for o in observations)
    title = escape(document.title or document.source)
    return f"<p><b>{title}</b>：{len(observations)} 个数字，其中有疑点 {doubtful} 个，目标 {targets} 个。</p>"


def by_doubt(observations: Iterable[Observation]) -> list[Observation]:
    """Flagged figures first, then the less sure ones, else in text order."""
    return sorted(observations, key=lambda o: (not o.flags, o.confidence, o.start))


def review_html(document: Document, observations: Iterable[Observation]) -> str:
    """A table of a document's observations in HTML; everything that comes from the document is escaped."""
    header = "".join(f"<th>{name}</th>" for name in _COLUMNS)
    rows = "".join(_row(observation, document.text) for observation in observations)
    return f'{_STYLE}<table class="review"><tr>{header}</tr>{rows}</table>'


def marked(text: str, start: int, stop: int) -> str:
    """The sentence around `[start, stop)` with that place marked, escaped.

    >>> marked("共投入<b>3亿元</b>。另有其他。", 6, 9)
    '共投入&lt;b&gt;<mark>3亿元</mark>&lt;/b&gt;。'
    """
    reach = max(0, start - _REACH)
    first = max(text.rfind(mark, reach, start) for mark in _STOPS) + 1 or reach
    ends = [end for mark in _STOPS if (end := text.find(mark, stop, stop + _REACH)) >= 0]
    last = min(ends, default=stop + _REACH) + 1
    return f"{escape(text[first:start])}<mark>{escape(text[start:stop])}</mark>{escape(text[stop:last])}".strip()


def _row(observation: Observation, text: str) -> str:
    """One observation as a row of the table, cells in the order of `_COLUMNS`."""
    cells = (
        observation.subject,
        f"{observation.sign}{observation.value:,.15g} {observation.unit}",
        _MEASURES[observation.measure],
        observation.region,
        f"{observation.period} {observation.period_kind}",
        "目标" if observation.status == "target" else "实际",
        observation.indicator,
        f"{observation.confidence:.2f}",
    )
    plain = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    sentence = marked(text, observation.start, observation.stop)
    return (f'<tr title="{escape(explain(observation))}"><td class="doubt">{escape(observation.flags)}</td>'
            f"{plain}<td>{sentence}</td></tr>")
