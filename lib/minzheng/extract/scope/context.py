"""What holds at a place of the text: which region, which period, plan or report."""
from dataclasses import dataclass

from minzheng.extract.places.named import Area
from minzheng.extract.scope.status import ACTUAL, TARGET
from minzheng.extract.times.lifetimes import EARLY, LATE, is_not_over, is_to_come, last_years
from minzheng.extract.times.period_codes import LAST_MONTH, Anchor, Period, interval_of_months
from minzheng.patterns import Late

_NOWHERE = Area("")
_YEAR_BEFORE = Late("去年|上年|20[0-9]{2}年")
_YEARS_BETWEEN = Late("(?<![0-9])[两三四五2-5]年[来间]")
_SET_ASIDE = Late("今年[^。；]{0,16}(?<!工作)安排[^。；，]*[0-9]")         # money, for the whole year
_LEAD = 120             # characters of a sentence in which it says so
_YEARS_BACK = Late("[五5]年[来间]|[去的][五5]年")


@dataclass(slots=True)
class Scope:
    """What a context says of the figures that stand in it, worked out once for all of them.

    `source`: where the period was found (sentence, paragraph, section, document); `old`: the time of an old value; `since`: from when on;
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
    since: Period | None = None
    state: Period | None = None


@dataclass             # no slots: what has a dictionary is copied at once, see `changed`
class Context:
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
    area: Area = _NOWHERE
    sentence_status: str = ""
    lasting: str = ""
    old: Period | None = None               # 由2015年的8万张增加到…: the time of the old value (prior) only
    signed: bool = False                    # the line before is an authority's name alone
    places: tuple[Area, ...] = ()           # that the clause before lists: 长安区、裕华区最多，分别为…
    named: Area | None = None               # the place that the sentence before a 全区… spoke of last: 普陀区…。全区…, in a text about 上海
    label: Area | None = None               # the place that a heading or a paragraph is about: 深圳：…
    below: Area | None = None               # the same, of the heading: it holds for all its paragraphs
    led: Area | None = None                 # the place that a paragraph opens with, in a sentence without a figure
    rank: int = 0                           # of the heading that gave the section its period: its like ends it
    said: str = ""                          # the sentence before: 当地… goes on about its place
    state: Period | None = None             # a month's end that a sentence before opened with: states go on, 9月末…。特困人员…
    since: Period | None = None             # from when on what is told is in force: 自9月1日起; behind its sentence its year
    mixed: bool = False                     # the heading names what is amiss and what is planned: somewhere below it turns
    all_planned: bool = False               # a budget, a call for tenders: no heading makes a report of it
    outside: "Context | None" = None        # what held where a bracket opened: it holds again behind it

    def changed(self, **fields: object) -> "Context":
        """The same but for some fields: a third of the time of `replace`, and every sentence and clause makes one."""
        after = object.__new__(Context)
        after.__dict__ = self.__dict__ | fields
        return after

    def scope(self) -> Scope:
        """What is to be known here about a figure."""
        status = self._figure_status()
        period, source = self._period(status)
        if status == ACTUAL and (so_far := self.so_far(period)) is not period:
            period, source = so_far, "document"
        common = self.area.code, status, period.year
        return Scope(self.area, period, source, status, self._is_inferred(status, period, source), self.old, self.default, common,
                     self._since(period, source), self.state if source != "sentence" and status == ACTUAL else None)

    def _is_inferred(self, status: str, period: Period, source: str) -> bool:
        """Is plan or report, the time or the place of a figure here concluded from others, or one of several that may be meant?"""
        concluded = not self.sentence_status and status != self.status
        not_over = status == ACTUAL and source != "sentence" and is_not_over(period, self.anchor, 0 if source == "document" else LATE)
        counted = period.counted and period.code != self.default.code           # 五年来: to this year, or to the last?
        one_of_them = self.area.scope == "subset" or (len(self.places) > 1 and self.area == self.places[0])        # 甲县、乙县各新建1处
        return concluded or not_over or counted or one_of_them or self.area is self.led

    def _since(self, period: Period, source: str) -> Period | None:
        """From when on a standard is in force: its month, in a report on a whole year the year, which holds behind the sentence too."""
        since = self.since
        if since is None or ("-" not in since.code and (source == "sentence" or since.year <= period.year)):
            return None
        return since if "-" in self.default.code else since._replace(code=since.code[:4])

    def running(self) -> Period:
        """The period that runs here: the sentence's own, else the paragraph's, the section's, the document's."""
        own = self.plan if self.status == TARGET else self.default
        named = self.sentence and self.sentence.code and not self.sentence.yearly
        return self.sentence if named else self.paragraph or self.section or own

    def is_of_now(self) -> bool:
        """Does the time run here that the document speaks of, or none?"""
        running, told = self.running(), self.default
        return running.year in (0, told.year) and (told.spans_years or not running.spans_years)

    def by_now(self) -> Period | None:
        """The end of the months that a report is about, for what is there now: 目前有养老机构90家, in one on January to September."""
        told = self.so_far(self.running())
        months = told.kind == "cumulative" and told.year == self.anchor.year and not told.spans_years
        return Period(told.code.rpartition("/")[2], "point") if months else None

    def is_undated(self) -> bool:
        """Does no year run here but the document's own?"""
        return not ((self.sentence and not self.sentence.yearly) or self.paragraph or self.section)

    def counts_from(self, text: str) -> Anchor:
        """What relative dates count from, where that is not the date of the document.

        五年来 behind a heading about a plan that is over: its end; 5月以来 in a report on the half-year: the half-year's.
        """
        if not ("来" in text or "年间" in text or "五年" in text or "5年" in text):
            return self.anchor
        section, told = self.section, self.default
        over = section and section.spans_years and section.code.endswith("-12") and section.year < self.anchor.year
        if over and _YEARS_BACK.search(text):
            return Anchor(section.year, LAST_MONTH)
        if told.spans_years and told.code.endswith("-12") and told.year < self.anchor.year and _YEARS_BETWEEN.search(text):
            return Anchor(told.year, LAST_MONTH)
        if "以来" in text and "-" in told.code and told.year == self.anchor.year and not told.spans_years and not _YEAR_BEFORE.search(text):
            return Anchor(told.year, min(interval_of_months(told.code)[1], self.anchor.month or LAST_MONTH))
        return self.anchor

    def not_ahead(self, period: Period) -> Period:
        """In a report of January 三季度 is last year's: a part of a year that is still ahead is the year before's."""
        return last_years(period, self.anchor) if self.status != TARGET and self.default.code == str(self.anchor.year - 1) else period

    def is_ahead(self, period: Period) -> bool:
        return period.code == str(self.anchor.year) and 0 < self.anchor.month <= EARLY

    def _is_its_end(self, period: Period) -> bool:
        """Is a period the end of this year, in a text that comes months before it?"""
        return period.yearly and period.kind == "point" and period.year == self.anchor.year and 0 < self.anchor.month <= LATE + EARLY

    def so_far(self, period: Period) -> Period:
        """This year, of what is done, in a report on a part of it: from January to the end of that part."""
        opened, told = self.opening, self.default
        if opened and opened.kind == "point" and opened is not period and not (told.code == f"{opened.year}-S1" and opened.code.endswith("-06")):
            told = opened                                       # 截至5月底，…；今年已到位…
        if not self._is_this_year(period, told):
            return period
        last = interval_of_months(told.code)[1]
        if last == LAST_MONTH:
            return period
        return told if told.code.endswith("-S1") else period._replace(code=f"{told.year}-01/{told.year}-{last:02d}", kind="cumulative")

    def _is_this_year(self, period: Period, told: Period) -> bool:
        """Is a period no more than the year of which a part is told: not 全年, 年末 or 从今年起, and not that of money set aside?"""
        if "-" not in told.code or told.spans_years or period.code != str(told.year) or period.kind or period.yearly:
            return False
        return period is not self.sentence or not _SET_ASIDE.search(self.said[:_LEAD])

    def _period(self, status: str) -> tuple[Period, str]:
        """The period of a figure of that status here, and where it was inherited from."""
        if self.sentence and self.sentence.code:
            return self.sentence, "sentence"
        if self.status == ACTUAL and status == TARGET and self._reported(self.running()):
            return self.plan, "document"
        if status == ACTUAL and self.anchor.year and self.running().year > self.anchor.year:
            return self.default, "document"     # 到2023年…。现有80家: what is there is of the year of the text
        if self.paragraph:
            return self.paragraph, "paragraph"
        if self.section:
            return self.section, "section"
        return (self.plan if status == TARGET else self.default), "document"

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
            if period.year > self.anchor.year and self.sentence_status != ACTUAL:
                return TARGET       # but of an audit of 2021: 截至2022年6月底，已追回…
            if (self.is_ahead(period) or self._is_its_end(period)) and not self.sentence_status:
                return TARGET       # a text of January has no figures of the whole year yet, one of July none of its end: 到年底，…
            if status == TARGET and not self.sentence_status and 0 < period.year < self.anchor.year:
                return ACTUAL
        return status
