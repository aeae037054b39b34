"""Sentences and clauses: the pieces that rules work on."""
from dataclasses import dataclass
from functools import lru_cache

from minzheng.patterns import Late

_SENTENCE = Late(r"[^。！？\n]*(?:[。！？]+[”’）」』]?|\n|$)")
_BRACKETS = {"（": "）", "“": "”", "《": "》", "「": "」", "(": ")", "【": "】", "〔": "〕"}
_CLAUSE_MARKS = Late(
    r"[，；：;（“《「(【〔）”》」)】〕,:上](?:(?<![,:上])|(?<=[,:])(?!(?<=\d.)\d)"         # not 12,345 nor 1:3
    "|(?<=的基础上)(?=[又再也仍继提增上]|分别))")          # 在上年增长5%的基础上再增长6%
# A bracket with a clause of its own (an aside), not one that only explains a word.
_ASIDE = Late(
    r"[（(](?="
    r"(?:其中|含|包括)[^（）()]{0,60}?\d|占|另|共|约|20\d\d年"                    # a part of what stands before it
    r"|同比|环比|比上|比去|较上|增|降|下降"                  # its growth
    r"|[^（）()]{0,12}?(?<!第)\d[\d.]*[万亿]?(?:个|家|人|张|所|户|名|元|处|件|对|%)"      # figures, but no ordinals
    r")")
_NUMBERED = Late(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十]+部分"
    r"|\d{1,2}[.．、](?!\d)|——|[·•●▲■◆★]")
_QUESTION = Late("(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]{1,2}[.、])?(?:问|Q)[0-9]{0,2}[：:、.][^。！；]*[？?]$")        # of a policy explained: what follows answers it
_CLOSING = frozenset(_BRACKETS.values())
_CAPTION = Late(
    r"(?:图|表|附表|附图) ?\d{1,2}[^，。]{0,50}$"            # 图1 …
    r"|20\d\d[-—–~至]+20\d\d年[^，。]{2,40}(?:情况|结构|分布|比重|增长率|结婚率|覆盖率|趋势)$"   # a title over years
    r"|单位[:：][^，。]{1,6}$|注释?[:：](?![^\n]*[比较](?:上|去年)[^。；\n]*[0-9])")                   # the unit above a table, the note below it
_CAPTION_OPENS = frozenset("图表附2单注")
_HEADING_LENGTH = 40
_STOPS = frozenset("。！？；，")
_FIGURE = Late(r"[0-9](?![0-9.、至—-]*[年月])")
_BRACKET_LENGTH = 80    # a bracket open for longer was never closed


@dataclass(slots=True)
class Sentence:
    """A piece between full stops. `first`: it opens a paragraph; `heading`: it names what follows."""

    start: int
    stop: int
    text: str
    first: bool
    heading: bool

    @property
    def caption(self) -> bool:
        """图1 …, 表2 …: names a drawing or table and nothing of the text around it."""
        return self.first and self.text[:1] in _CAPTION_OPENS and bool(_CAPTION.match(self.text))


@dataclass(slots=True)
class Clause:
    """A piece between commas, brackets and quotes kept whole; offsets count from the start of the sentence.

    `mark`: the one right before it; `aside`: it stands in a bracket with figures of its own, as （公办41家、民办85家）.
    """

    start: int
    stop: int
    text: str
    aside: bool = False
    mark: str = ""


def split_sentences(text: str) -> list[Sentence]:
    """Cut prose into sentences.

    >>> [(s.text, s.heading) for s in split_sentences("（一）养老服务。床位3万张。\\n下一步打算")]
    [('（一）养老服务。', True), ('床位3万张。', False), ('下一步打算', True)]
    """
    sentences, first = [], True
    for match in _SENTENCE.finditer(text):
        whole = match.group()
        piece = whole.rstrip("\n")
        if piece.strip():
            start, heading = match.start(), first and _is_heading(piece)
            sentences.append(Sentence(start, start + len(piece), piece, first, heading))
            first = len(piece) < len(whole)
        elif whole:
            first = True
    return sentences


def _is_heading(piece: str) -> bool:
    """Is what opens a paragraph a short line without a full stop, or short and numbered, as （三）养老服务。, but with no figure?"""
    if len(piece) > _HEADING_LENGTH or "|" in piece:
        return False
    if piece[-1] in "？?" and _QUESTION.match(piece):
        return True
    if piece.rstrip("”’")[-1:] not in _STOPS:
        return True
    number = None if "，" in piece else _NUMBERED.match(piece)
    return number is not None and not _FIGURE.search(piece, number.end())


@lru_cache(maxsize=16)                 # asked for by the reader of figures, and again by 当地… of the sentence behind it
def split_clauses(sentence: str) -> tuple[Clause, ...]:
    """Cut a sentence at commas, semicolons and colons that stand outside brackets and quotes.

    >>> [c.text for c in split_clauses("全省9个县（市，区）参加，其中：新增3个（含试点1个）。")]
    ['全省9个县（市，区）参加', '其中', '新增3个', '含试点1个']
    """
    clauses, start, awaited, opened, aside, before = [], 0, [], 0, False, ""
    for match in _CLAUSE_MARKS.finditer(sentence):
        mark = match.group()
        if awaited and match.start() - opened > _BRACKET_LENGTH:
            awaited = []
        cuts = not awaited and mark not in _CLOSING
        if mark in _BRACKETS and not _ASIDE.match(sentence, match.start()):
            awaited.append(_BRACKETS[mark])
            opened = match.start()
            continue
        if mark in awaited:
            del awaited[awaited.index(mark):]
            continue
        if cuts or (not awaited and mark in "）)"):
            clauses.append(Clause(start, match.start(), sentence[start:match.start()], aside, before))
            start, before = match.end(), mark
            aside = mark in "（(" or (aside and mark not in "）)")
    end = len(sentence.rstrip("。！？”"))
    clauses.append(Clause(start, end, sentence[start:end], aside, before))
    return tuple([clause for clause in clauses if clause.stop > clause.start])
