"""From a figure back to its words: source lines, marked sentences, the place in the raw file."""
import pandas as pd
from markupsafe import Markup, escape

from minzheng.publish.wording import shorten, words

NEAR = 36           # characters of the raw text shown on each side of a figure


def source_line(rows: pd.DataFrame, documents: pd.DataFrame, lang: str = "zh") -> str:
    """`来源：title（file）；…` for the documents behind observations; issuer and date where there is no title."""
    say = words(lang)
    behind = documents[documents["doc_id"].isin(set(rows["doc_id"]))].drop_duplicates("doc_id").sort_values("source")
    named = [f"{shorten(row.title or f'{row.issuer} {row.date}'.strip(), 44)}（{shorten(row.source, 40)}）"
             for row in behind.head(3).itertuples()]
    more = f"{say['and_more']} {len(behind)} {say['files']}" if len(behind) > 3 else ""
    return f"{say['source']}{say['colon']}{say['stop'].join(named)}{more}" if named else ""


def rows_behind(derived: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """The observations that derived rows (with `obs_ids`, joined by `;`) were made from."""
    ids = {obs_id for joined in derived["obs_ids"] for obs_id in joined.split(";") if obs_id}
    return observations[observations["obs_id"].isin(ids)]


def marked_sentence(sentence: str, start: int, stop: int, text: str) -> Markup:
    """The decoded sentence as HTML with the figure marked; `start` and `stop` count in `text`.

    >>> text = "一段。标准达到640元。"
    >>> marked_sentence("标准达到640元。", 7, 11, text)
    Markup('标准达到<mark>640元</mark>。')
    """
    begin = text.find(sentence, max(0, stop - len(sentence)))
    if not begin <= start < stop <= begin + len(sentence) or begin < 0:
        return escape(sentence)
    left, right = start - begin, stop - begin
    return escape(sentence[:left]) + _mark(sentence[left:right]) + escape(sentence[right:])


def marked_raw(raw: str, start: int, stop: int) -> Markup:
    """The figure as printed in the raw file, with what stands around it."""
    before, after = raw[max(0, start - NEAR):start], raw[stop:stop + NEAR]
    return escape(f"…{before}") + _mark(raw[start:stop]) + escape(f"{after}…")


def _mark(text) -> Markup:
    return Markup("<mark>{}</mark>").format(text)
