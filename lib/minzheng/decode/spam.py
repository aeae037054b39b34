"""Names of other sites that a rewriting site put in the place of words: flagged with proposals, never replaced."""
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from minzheng.decode.furniture import Mark

WINDOW = 60     # characters before an anchor that are looked at
_SITE = r"[一-鿿A-Za-z0-9]{1,6}?(?:网|网站|网址|平台|官网|直播|娱乐|体育|彩票|棋牌|app|APP|com|COM)"
_LEADING = "关于|以|为|和|与|的|全面|党的|学习|贯彻|落实|坚持|深入|领会|践行|好|用|持续|自觉|认真"
_OTHER = rf"(?!{_LEADING})(?:[一-鿿A-Za-z0-9]{{2,6}}?|[一-鿿]{{1,8}}[A-Za-z][A-Za-z0-9]{{0,6}})"


def find_spam(text: str) -> list[Mark]:
    """Find tokens that stand where they cannot, and then their every other place in the document.

    A token is learnt from a frame that takes one word only; at its other places the proposals are what the frames
    there expect, or nothing where none tells.

    >>> find_spam("领会飞球网新时代中国特色社会主义思想，印发《飞球网加强社区治理的意见》，听飞球网说")
    [Mark(start=2, stop=5, kind='spam', proposal='习近平'), Mark(start=22, stop=25, kind='spam', proposal='关于'), \
Mark(start=37, stop=40, kind='spam', proposal='')]
    """
    found = {}
    for frame in _frames():
        for anchor in frame.anchor.finditer(text):
            match = frame.pattern.search(text, max(anchor.start() - WINDOW, 0), anchor.start())
            if match and not match[1].endswith(frame.expects):
                found.setdefault(match.span(1), frame.proposal)
    for token in {text[start:stop] for start, stop in found}:
        for match in re.finditer(re.escape(token), text):
            found.setdefault(match.span(), "")
    return [Mark(start, stop, "spam", proposal) for (start, stop), proposal in sorted(found.items())]


class _Frame(NamedTuple):
    anchor: re.Pattern
    pattern: re.Pattern     # of what stands before the anchor; group 1 is the token
    expects: str
    proposal: str


@cache
def _frames() -> list[_Frame]:
    table = tomllib.loads((files("minzheng.reference") / "spam_frames.toml").read_text(encoding="utf-8"))
    return [
        _Frame(
            re.compile(row["anchor"]),
            re.compile(f"{row['before']}({_SITE if row.get('site') else _OTHER}){row['after']}$", re.M), row["expects"],
            f"{row['expects']} / 习近平总书记{row['expects']}" if row.get("undecided") else row["expects"],
        )
        for row in table["frame"]
    ]
