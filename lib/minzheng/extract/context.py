"""The fold along the text: which region, which period, plan or report; each with its lifetime."""
import re
from typing import NamedTuple

from minzheng.extract.clauses import Clause, Sentence, split_clauses
from minzheng.extract.lifetimes import (
    EARLY,
    MONTH,
    a_year_before,
    holds_for_itself,
    holds_for_sentence,
    is_estimate,
    is_not_over,
    is_of_last_year,
    is_of_the_meeting,
    is_of_the_old_value,
    is_to_come,
    is_within,
    last_years,
    lasting_periods,
    meeting_time,
    signed_in,
)
from minzheng.extract.periods import SIGNS as TIME_SIGNS
from minzheng.extract.periods import Anchor, Period, find_periods, listed_periods, may_name_time
from minzheng.extract.regions import SIGNS as PLACE_SIGNS
from minzheng.extract.regions import (
    Area,
    clause_area,
    labelled,
    listed_areas,
    may_name_subject,
    opening_areas,
    speaks_of_before,
)
from minzheng.extract.status import ACTUAL, TARGET, clause_status, section_status
from minzheng.extract.status import SIGNS as STATUS_SIGNS

_EVENT = re.compile(r"召开|发布|通报|举行|印发|介绍|获悉|出席|主持|调研|报道|座谈")
# One of these characters stands in every clause that says something of time, place or plan.
_TELLS = re.compile(f"[{TIME_SIGNS}{PLACE_SIGNS}{STATUS_SIGNS}参与场作到](?:(?<![作到])|(?=.{{0,7}}[发交会]))")
_NAMES_YEAR = re.compile(r"20\d\d年|[今明去前上]年")
_ESTIMATED = re.compile("预计(?=[^，。；]*[0-9])")
_YEAR_BEFORE = re.compile("[由从]上年度?[底末]?的?[每月人0-9]|在上年[^，；]*的基础上?$")
_AUTHORITIES = (*"局厅部院队办", "委员会", "政府")
_SIGNATURE = re.compile(rf"^[^，。：]{{2,40}}(?:{'|'.join(_AUTHORITIES)})$")
_DATELINE = re.compile(r"^(20\d\d)年(\d{1,2})月(?:\d{1,2}日)?$")
_FIVE_YEARS = re.compile(r"^这?是?[^，。]{2,30}的五年。$")
_OPENS_YEAR = re.compile("20[0-9]{2}年(?:全年|度)?，")        # a report in the midst of a paragraph: 局长作了报告。2019年，全县…
_POINT = re.compile("[二三四五六七八九十]是")
_TURNS = ("会议", "下一步", "下步", "下阶段", "下一阶段", "接下来")
_OPENING = 8            # a paragraph speaks of a year that stands so near its beginning


class Scope(NamedTuple):
    """What a context says of the figures that stand in it, worked out once for all of them.

    `source`: where the period was found (sentence, paragraph, section, document); `old`: the time of an old value;
    `inferred`: the status is no word of the clause or the section, but concluded from the dates; `default`: the period of
    the document; `common`: region, status and year, which a growth and its level have in common.
    """

    area: Area
    period: Period
    source: str
    status: str
    inferred: bool
    old: Period | None
    default: Period
    common: tuple[str, str, int]


class Context(NamedTuple):
    """What holds at a place of the text.

    `section` and `paragraph` periods live until the next heading or paragraph, `sentence` until the full stop;
    a state at the end of a month (截至5月底) lives as long as its sentence. `default` is the document's own.
    """

    anchor: Anchor
    home: Area
    default: Period
    plan: Period
    status: str = ACTUAL
    section: Period | None = None
    paragraph: Period | None = None
    sentence: Period | None = None
    opening: Period | None = None           # that the sentence opens with: it holds again behind a semicolon
    area: Area = Area("")
    sentence_status: str = ""
    lasting: str = ""
    old: Period | None = None               # 由2015年的8万张增加到…: the time of the old value (prior) only
    signed: bool = False                    # the line before is an authority's name alone
    places: tuple[Area, ...] = ()           # that the clause before lists: 长安区、裕华区最多，分别为…
    label: Area | None = None               # the place that a heading or a paragraph is about: 深圳：…
    below: Area | None = None               # the same, of the heading: it holds for all its paragraphs
    said: str = ""                          # the sentence before: 当地… goes on about its place
    outside: "Context | None" = None        # what held where a bracket opened: it holds again behind it

    def before(self, sentence: Sentence) -> "Context":
        """Enter a sentence: headings and paragraph openings set the section.

        An authority's name and a date, each on a line of its own, sign a text; what follows is another one.
        """
        dated = _DATELINE.match(sentence.text.strip()) if self.signed else None
        if dated and (anchor := signed_in(int(dated[1]), int(dated[2]))).year != self.anchor.year:
            return self._of_another_text(anchor)
        opens = sentence.first or sentence.heading
        may_turn = opens or sentence.text.startswith(_TURNS)
        goes_on = speaks_of_before(sentence.text)
        if not (may_turn or goes_on or sentence.text.startswith("20") or self._said_something()):
            return self._replace(said=sentence.text)
        status = section_status(sentence.text, sentence.heading, self.status) if may_turn else self.status
        lasting = lasting_periods(sentence.text, self.anchor) if opens else []
        if sentence.heading and lasting and sentence.text.endswith("工作") and self._is_ahead(lasting[0]):
            status = TARGET                     # 2024年主要工作, in February of that year
        label, below = labelled(sentence.text, sentence.heading, self.home.code, self.below) if opens else (self.label, self.below)
        context = Context(                      # what a sentence said ends with it
            self.anchor, self.home, self.default, self.plan, status,
            section=None if status != self.status else self.section,
            paragraph=None if sentence.first else self.paragraph,
            area=self._place_before(label) if goes_on else label or self.home, label=label, below=below, said=sentence.text,
            signed=sentence.first and sentence.text.endswith(_AUTHORITIES) and bool(_SIGNATURE.match(sentence.text.strip())))
        of_five = sentence.first and sentence.text.endswith("五年。") and _FIVE_YEARS.match(sentence.text)
        if of_five and (five := find_periods(sentence.text, self.anchor)):
            return context._replace(section=five[-1])
        if sentence.text.startswith("其中"):
            return context._replace(sentence=self.sentence, opening=self.sentence, area=self.area)
        if not opens and self.paragraph is None and _OPENS_YEAR.match(sentence.text):
            return context._replace(paragraph=find_periods(sentence.text[:_OPENING], self.anchor)[0])
        if sentence.heading:
            return context._replace(section=lasting[0] if lasting else context.section)
        if sentence.first and lasting and lasting[0].place <= _OPENING:
            of_several_years = self.section is not None and self.section.code[:4] != str(self.section.year)
            moves_on = of_several_years and "/" not in lasting[0].code
            says = "会议" in sentence.text[:12] or sentence.text.startswith("现将") or status != self.status or moves_on
            return context._replace(paragraph=lasting[0], section=lasting[0] if says else context.section)
        return context

    def _said_something(self) -> bool:
        """Does anything hold here that ends with its sentence?"""
        said = self.sentence or self.sentence_status or self.lasting or self.places or self.outside or self.old
        return bool(said) or self.signed or self.area != self.home

    def _place_before(self, label: Area | None) -> Area:
        """The place at the end of the sentence before: 当地… goes on about it."""
        area = label or self.home
        for clause in split_clauses(self.said):
            area = clause_area(clause.text, self.home.code, area)
        return area

    def _of_another_text(self, anchor: Anchor) -> "Context":
        """What holds behind a signature: a text of its own about the anchor's year."""
        year = anchor.year
        return self._replace(anchor=anchor, default=Period(str(year)), plan=Period(str(year + 1)), status=ACTUAL,
                             section=None, paragraph=None, sentence=None, sentence_status="", lasting="", signed=False)

    def after(self, clause: Clause) -> "Context":
        """Take in what a clause says about time and place; what a bracket says ends with it."""
        apart = clause.aside or holds_for_itself(clause.text)
        if apart and self.outside is None:
            return self._replace(outside=self).after(clause)
        if self.outside is not None and not apart:
            return self.outside.after(clause)
        if clause.mark == "；" and (self.sentence or self.lasting) and (told := self._behind_semicolon(clause)) is not self:
            return told.after(clause._replace(mark=""))
        in_month = self.sentence is not None and bool(MONTH.fullmatch(self.sentence.code))     # it may be a meeting's
        tells = in_month or self.places or _TELLS.search(clause.text) or may_name_subject(clause.text)
        return self._told(clause) if tells else self._untold()

    def _behind_semicolon(self, clause: Clause) -> "Context":
        """What ends with a semicolon: a part of a year; behind it a new point of a list (二是…) has all of its own."""
        point, within = _POINT.match(clause.text), self.sentence and "-" in self.sentence.code and not self.sentence.spans_years
        lasting = "" if point and self.lasting == ACTUAL else self.lasting
        sentence = self.opening if within or (point and self.sentence) else self.sentence
        if sentence is self.sentence and lasting == self.lasting:
            return self
        return self._replace(sentence=sentence, lasting=lasting)

    def _untold(self) -> "Context":
        """What holds behind a clause that says nothing of time, place or plan."""
        period = self.not_ahead(self.sentence) if self.sentence and self.lasting != TARGET else self.sentence
        if period is self.sentence and self.sentence_status == self.lasting:
            return self
        return self._replace(sentence=period, sentence_status=self.lasting)

    def _told(self, clause: Clause) -> "Context":
        """What holds behind any other clause."""
        if is_of_the_meeting(clause.text):
            return self._replace(sentence=meeting_time(self.anchor), sentence_status=ACTUAL, lasting=ACTUAL, places=(), old=None)
        if "同期" in clause.text and is_of_last_year(clause.text):
            return self._replace(sentence=a_year_before(self.running()), sentence_status=ACTUAL, places=())
        periods = find_periods(clause.text, self._anchor_of(clause)) if may_name_time(clause.text) else []
        before, old = self.sentence, []
        months = [p for p in (*periods, before) if p and MONTH.fullmatch(p.code)]
        if months and _EVENT.search(clause.text):           # 3月召开…: the month is the meeting's
            periods = [p for p in periods if p not in months]
            before = None if before in months else before
        if periods:
            old = [p for p in periods if is_of_the_old_value(p, clause.text)]
            periods = [p for p in periods if p not in old]
        before_that = self.old if not periods else None     # 由2015年的…到…，…由…到…: the second pair has the dates of the first
        if periods and listed_periods(clause.text, self.anchor):
            periods = []                        # each figure has its own: see spread
        past = self.anchor.year - (0 < self.anchor.month < 12)
        period = self._filled(periods[-1]) if periods else before
        estimates = self.status != TARGET and is_estimate(clause.text, self.anchor)
        told = _ESTIMATED.sub("", clause.text) if estimates else clause.text
        if periods and periods[-1].year < self.anchor.year:
            told = told.replace("月底前", "月")         # 去年…，9月底前建成: a day that is over
        status, lasting = clause_status(told, self.lasting, past)
        if period and status != TARGET and not _NAMES_YEAR.search(clause.text):
            period = self.not_ahead(period)
        opens = periods and holds_for_sentence(clause.text, self.said[:clause.start])
        aside = periods and not opens and self.opening and not is_within(period, self.opening)      # 一季度…，二季度…
        opening = period if opens else None if aside else self.opening
        return self._replace(
            sentence=period, opening=opening, places=self._places_before(clause), old=old[-1] if old else before_that,
            area=clause_area(clause.text, self.home.code, self.area, self.label.code if self.label else ""),
            sentence_status=status, lasting=lasting)

    def _anchor_of(self, clause: Clause) -> Anchor:
        """由上年的85%升到…, 在上年…的基础上: the year before the one that is told of, not the one of the document."""
        says_so = "上年" in clause.text and self.status != TARGET and _YEAR_BEFORE.search(clause.text)
        running = self.running()
        ahead = self.status == TARGET and running.year > self.anchor.year > 0 and not _NAMES_YEAR.search(clause.text)
        named = self.sentence or self.paragraph or self.section         # 2020年…。截至12月底: that of 2020
        undated = not self.anchor.month and named and 0 < named.year < self.anchor.year and not named.spans_years
        of_year = self.sentence is not None and (                                       # 2021年，…，一季度…，9月底前…
            len(self.sentence.code) == 4 or (0 < self.sentence.year < self.anchor.year and not self.sentence.spans_years))
        told = running.year if says_so or ahead or ((undated or of_year) and not _NAMES_YEAR.search(clause.text)) else 0
        return Anchor(told, self.anchor.month) if told else self.anchor

    def _places_before(self, clause: Clause) -> tuple[Area, ...]:
        """Places that a clause opens with as a list; they last for a 分别 in the next clause."""
        if "分别" in clause.text:
            return listed_areas(clause.text, self.home.code) or self.places
        return tuple(opening_areas(clause.text, self.home.code)) or (self.places if "、" in clause.text else ())

    def not_ahead(self, period: Period) -> Period:
        """In a report of January 三季度 is last year's: a part of a year that is still ahead is the year before's."""
        return last_years(period, self.anchor) if self.status != TARGET and self.default.code == str(self.anchor.year - 1) else period

    def _filled(self, period: Period) -> Period:
        """全年, 年底: the year comes from the context."""
        if not period.yearly or (period.code and not self.running().code):
            return period
        running = self.running()
        year = str(running.year or "")
        whole = period.kind != "point" and running.spans_years
        return period._replace(code=running.code if whole else year)

    def running(self) -> Period:
        """The period that runs here: the sentence's own, else the paragraph's, the section's, the document's."""
        own = self.plan if self.status == TARGET else self.default
        named = self.sentence and self.sentence.code and not self.sentence.yearly
        return self.sentence if named else self.paragraph or self.section or own

    def _period(self, status: str) -> tuple[Period, str]:
        """The period of a figure of that status here, and where it was inherited from."""
        if self.sentence and self.sentence.code:
            return self.sentence, "sentence"
        if self.status == ACTUAL and status == TARGET and self._reported(self.running()):
            return self.plan, "document"
        if self.paragraph:
            return self.paragraph, "paragraph"
        if self.section:
            return self.section, "section"
        return (self.plan if status == TARGET else self.default), "document"

    def _is_ahead(self, period: Period) -> bool:
        return period.code == str(self.anchor.year) and 0 < self.anchor.month <= EARLY

    def _reported(self, period: Period) -> bool:
        """Whether a period is behind the text: a year before, or the part of this year that it reports on."""
        return period.year < self.anchor.year or ("-" in period.code and not period.spans_years and period == self.section)

    def _figure_status(self) -> str:
        """Plan or report for a figure here: the clause decides, else the section."""
        status = self.sentence_status or self.status
        period = self.sentence
        if not self.sentence_status and is_to_come(self.running(), self.anchor, self.default):
            return TARGET
        if period and self.anchor.year:
            if period.year > self.anchor.year:
                return TARGET
            if self._is_ahead(period) and not self.sentence_status:
                return TARGET       # a text of January has no figures of the whole year yet
            if status == TARGET and not self.sentence_status and 0 < period.year < self.anchor.year:
                return ACTUAL
        return status

    def scope(self) -> Scope:
        """What is to be known here about a figure."""
        status = self._figure_status()
        period, source = self._period(status)
        inferred = not self.sentence_status and status != self.status
        inferred |= (status == ACTUAL and source != "sentence" and is_not_over(period, self.anchor)) or self.area.scope == "subset"
        common = self.area.code, status, period.year
        return Scope(self.area, period, source, status, inferred, self.old, self.default, common)
