"""Commas that a rewriting site put before punctuation marks."""
from functools import lru_cache

from minzheng.decode.aligned import Edit
from minzheng.decode.alphabet import kind, matches, places
from minzheng.decode.furniture import Mark
from minzheng.patterns import Late

LEAST_STRAYS = 3        # in a document, before any is taken out
_COMMA, _MARK = kind(",，"), kind(",，、。；;：:！!？?")
_STRAY = Late(r"[,，](?<=[㐀-鿿0-9%％‰”’》）)].)(?=[，,、。；;：:！!？?](?![,，]))")


def find_stray_commas(text: str) -> list[Edit]:
    """Find the first of two commas and a comma before another mark, in a document with at least three such pairs.

    Runs of three and more (empty cells of a table) stay.

    >>> [edit[:3] for edit in find_stray_commas("全省,,城市,、农村,。三,四")]
    [(2, 3, ''), (6, 7, ''), (10, 11, '')]
    """
    spans = _stray_spans(text)
    return [Edit(*span, "", "comma", "comma before a mark") for span in spans] if len(spans) >= LEAST_STRAYS else []


def mark_commas(text: str) -> list[Mark]:
    """Mark the doubled marks of a clean text; there are too few of them to take them out.

    >>> mark_commas("甲，，乙")
    [Mark(start=1, stop=2, kind='comma', proposal='')]
    """
    return [Mark(*span, "comma") for span in _stray_spans(text)]


@lru_cache(maxsize=1)       # a clean text is asked for both
def _stray_spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in matches(_STRAY, text, places(text, _COMMA, after=_MARK))]
