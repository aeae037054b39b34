"""What a heading says of time: the years of a plan, a month's end in a bracket, and how far its number reaches."""
from minzheng.extract.scope.context import Context
from minzheng.extract.times.period_codes import Anchor, Period
from minzheng.extract.times.periods import find_periods
from minzheng.patterns import Late

_PLAN_NAME = Late("“?(?P<plan>十[一二三四五]五)”?(?P<reviewed>[^，。；]{0,10}(?:成就|成效|成绩|成果|回顾|基础|(?:执行|完成|实施|落实|发展)情况))?(?!规划)")       # “十三五”发展成效
_YEAR = Late("[0-9]{4}")
_NUMBERED = Late("[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+部分|[0-9]{1,2}[.．、](?![0-9])")
# kinds of numbered headings, the widest first
_RANKS = tuple(map(Late, ("第[一二三四五六七八九十]+(?:部分|章|篇)", "第[一二三四五六七八九十]+节", "[一二三四五六七八九十]{1,3}[、.．]",
                          "[（(][一二三四五六七八九十]{1,3}[）)]", "[0-9]{1,2}[.．、](?![0-9])")))
_FIGURE = Late("[0-9](?![0-9]*年)")
_A_TERM = 2             # years between the first and the last of those that a review is about
_AMISS = Late("[^，。；0-9]{0,12}(?:清醒|深刻|充分)地?(?:看到|认识到|意识到)|[^，。；0-9]{0,8}(?:应当|应该|必须|也要|还要|也)(?:看到|认识到|正视|承认)|[^，。；0-9]{0,14}(?:存在|面临)(?:着|的)?[^，。；0-9]{0,8}(?:问题|困难|挑战|不足|短板|差距)")
_BRACKET = Late("(?<![，。])（([^（）]{2,16})）$")


def time_of_heading(heading: str, anchor: Anchor) -> Period | None:
    """The time that a heading gives to its section without a word of time at its beginning."""
    told = _in_bracket(heading, anchor) or _years_reviewed(heading, anchor)
    return told[0] if told else None


def opens_later_year(heading: str, period: Period, context: Context) -> bool:
    """Is a numbered heading about a year to come: 五、2017年改进措施, in a report on 2016?"""
    return bool(_NUMBERED.match(heading)) and _is_after(period, context)


def opens_review(sentence: str, period: Period) -> bool:
    """Does the opening of a paragraph say of which years all that follows is told: 五年来，我们办了这些事。?

    >>> five = Period("2017-01/2021-12")
    >>> opens_review("回首五年，我们办成了不少事。", five), opens_review("五年来，新建公墓9处。", five)
    (True, False)
    """
    first, _, last = period.code.partition("/")
    return first.endswith("-01") and last.endswith("-12") and int(last[:4]) - int(first[:4]) >= _A_TERM and not _FIGURE.search(sentence)


def ends_review(sentence: str, section: Period) -> bool:
    """Does a sentence turn from what was done over some years to what is still amiss, which is so now?

    >>> ends_review("同时我们也看到，仍有不少短板。", Period("2017-01/2021-12"))
    True
    """
    return section.spans_years and bool(_AMISS.match(sentence))


def rank(heading: str) -> int:
    """How wide a heading's number makes its section: 1 for 第一章, more for narrower ones, 0 without a number.

    >>> rank("第二节 面临形势"), rank("（一）生活救助"), rank("发展基础")
    (2, 4, 0)
    """
    return next((rank for rank, kind in enumerate(_RANKS, 1) if kind.match(heading)), 0)


def closes_years(heading: str, context: Context) -> bool:
    """第二节 面临形势 behind 第一节 “十三五”时期主要成就: a heading as wide as the one that named several years ends them."""
    return context.section is not None and context.section.spans_years and 0 < rank(heading) <= context.rank


def _is_after(period: Period, context: Context) -> bool:
    """A whole year that is behind the one reported on, and not yet over."""
    return bool(_YEAR.fullmatch(period.code)) and period.year > context.default.year > 0 and (
        period.year > context.anchor.year or context.is_ahead(period))


def _in_bracket(heading: str, anchor: Anchor) -> list[Period]:
    """The state or span of months that a heading bears in a bracket at its end: 主要指标（9月末）, but not the month of its issue, which may stand alone."""
    bracket = _BRACKET.search(heading) if heading.endswith("）") else None
    return [one for one in find_periods(bracket[1], anchor) if one.code and one.kind and (bracket.start() or one.kind == "point") and (one.place, one.stop) == (0, len(bracket[1]))] if bracket else []


def _years_reviewed(heading: str, anchor: Anchor) -> list[Period]:
    """The five years whose plan a numbered heading names without a word of time: “十三五”发展成效, or anything of one that is over."""
    named = _PLAN_NAME.search(heading) if "五" in heading and rank(heading) else None
    years = find_periods(f"{named['plan']}期间", Anchor()) if named else []
    return years if years and (named["reviewed"] or years[0].year < anchor.year) else []
