"""The fold along the text: what a sentence changes in what holds — headings, openings of paragraphs, signatures."""
from minzheng.extract.clauses import Sentence, split_clauses
from minzheng.extract.places.labels import label_place, labelled, led_by, opens_speech, speaks_of_before
from minzheng.extract.places.named import Area
from minzheng.extract.places.regions import clause_area, region_meant
from minzheng.extract.scope.context import Context
from minzheng.extract.scope.headings import (
    closes_years,
    ends_review,
    opens_later_year,
    opens_review,
    rank,
    time_of_heading,
)
from minzheng.extract.scope.status import ACTUAL, AS_FOLLOWS, TARGET, asks, is_mixed, section_status, turns
from minzheng.extract.syntax import one_of
from minzheng.extract.times.events import span_told
from minzheng.extract.times.lifetimes import MONTH, in_force_since, lasting_periods, signed_in
from minzheng.extract.times.period_codes import Anchor, Period
from minzheng.extract.times.periods import find_periods
from minzheng.extract.times.time_words import may_name_time
from minzheng.patterns import Late

_AUTHORITIES = (*"局厅部院队办", "委员会", "政府")
_SIGNATURE = Late(rf"^[^，。：]{{2,40}}(?:{'|'.join(_AUTHORITIES)})$")
_DATELINE = Late(r"^(20\d\d)年(\d{1,2})月(?:\d{1,2}日)?$")
_LIKEWISE = Late("[^，。；0-9年月季]{2,12}[，]?[^，。；0-9年月季]{0,8}也(?:从|由|达|有|是|增|减|提|上|下|降|比|较|同|新|完)")       # 城市低保也从…涨到…: at the same time
_AT_THAT_TIME = Late("(?:在?[^，。；0-9]{2,5}，)?同期，?(?![相比较增上去的])")        # 同期，全县…; 在甲县，同期…
_FIVE_YEARS = Late(r"^这?是?[^，。]{2,30}的五年。$")
_OPENS_YEAR = Late("20[0-9]{2}年(?:全年|度)?，")        # a report in the midst of a paragraph: 局长作了报告。2019年，全县…
_LEVELS = frozenset("市县区州盟旗")
_SETS = Late("(?:提高|调整|上调|执行|施行|实施)")          # 自1月1日起调整全市高龄津贴标准。
_TURNS = ("下半年", "会议", "下一步", "下步", "下阶段", "下一阶段", "接下来")
# 四季度打算：…, 完成情况：… in the midst of a paragraph
_LABELLED = Late(f"[^，。；：]{{0,10}}(?:{one_of('plans')}|目标|任务|(?:完成|进展|落实|执行)(?:情况)?)：")
# …床位90张，预计2024年6月底前完工。: none of it is there yet; what has a subject of its own speaks for itself
_READY_BY = Late(f"，(?:整个项目)?(?:计划|预计|力争|确保|将|拟|预定)(?P<when>(?:[于在到])?(?:20[0-9]{{2}}年|[今明]年)?(?:年?底|[0-9]{{1,2}}月(?:份|[底末]|[0-9]{{1,2}}日|[上中下]旬)?)[以之]?前?)(?:[全正主][部面式体])?(?:工程|建设)?(?:{one_of('progress')}并?){{1,2}}。$")
_READY = tuple("工竣付用产运成园收")       # such a sentence ends with one of these
_MEANWHILE = ("其间", "期间，", "这期间", "此间")
# 标准2020年为840元，2021年提高到907元: each year for its own figure
_SERIES = Late(rf"[^，。；0-9]{{0,40}}20[0-9]{{2}}年?[^，。；年]{{0,40}}?[0-9][^，。；年]{{0,24}}[，；](?:到了?)?20[0-9]{{2}}年(?!{one_of('plans')})[^，。；]{{0,40}}?[0-9]")
_HEAD = 200             # characters in which an authority's name and a date sign nothing yet: they stand below the title
_OPENING = 8            # a paragraph speaks of a year that stands so near its beginning


def enter_sentence(context: Context, sentence: Sentence) -> Context:
    """Enter a sentence: headings and paragraph openings set the section.

    An authority's name and a date, each on a line of its own, sign a text; what follows is another one.
    """
    if anchor := _signed_below(context, sentence):
        return _of_another_text(context, anchor)
    text, opens = sentence.text, sentence.first or sentence.heading
    turned = context.mixed and not sentence.heading and context.status == ACTUAL and turns(text)
    may_turn = opens or turned or text.startswith(_TURNS) or ("：" in text and bool(_LABELLED.match(text)))
    goes_on, of_all = speaks_of_before(text), text[:1] == "全" and _means_another(text[1:2], context.home.code)
    if not (may_turn or goes_on or of_all or text.startswith(("20", "在", *_MEANWHILE)) or _said_something(context) or (context.section and ends_review(text, context.section))):
        return context.changed(said=text)
    lasting = _lasting(context, sentence) if opens else []
    status = TARGET if turned else _status(context, sentence, lasting) if may_turn else context.status
    label, below, led = _places(context, sentence, of_all)
    stays = status == context.status
    entered = Context(                      # what a sentence said ends with it
        context.anchor, context.home, context.default, context.plan, status,
        section=context.section if stays and not (sentence.heading and closes_years(text, context)) else None,
        paragraph=context.paragraph if stays and (not sentence.first or _is_item(sentence, context)) else None,
        area=_place_before(context, label) if goes_on else label or led or context.home,
        led=led, label=label, below=below, named=_place_before(context, None) if of_all and not opens else None,
        rank=context.rank, said=text, all_planned=context.all_planned, mixed=is_mixed(text) if sentence.heading else context.mixed, signed=_is_signature(sentence),
        state=None if opens else context.opening if _is_state(context.opening) else context.state,
        since=context.since._replace(code=context.since.code[:4]) if context.since and not sentence.heading else None)
    return _opened(entered, context, sentence, lasting)


def announced(context: Context, sentence: Sentence) -> Context:
    """What a sentence that holds no figure says of the time of all that follows it.

    截至10月底，各项任务进展如下：; 从1月1日起提高标准，有关事项通知如下：
    """
    sets = "起" in sentence.text and bool(_SETS.search(sentence.text))
    if not sets and not sentence.text.endswith(AS_FOLLOWS):
        return context
    if since := next((found for clause in split_clauses(sentence.text) if (found := in_force_since(clause.text, context.anchor, context.running()))), None):
        return context.changed(since=since)
    if not sentence.text.endswith(AS_FOLLOWS):
        return context
    told = [] if context.section or context.default.spans_years or "现将" in sentence.text else find_periods(sentence.text, context.anchor)      # of 现将…: see `report_period`
    told = [one for one in told if one.code and one.year == context.anchor.year]
    return context.changed(section=told[-1]) if told else context


def _status(context: Context, sentence: Sentence, lasting: list[Period]) -> str:
    """Plan or report from a sentence on that may turn from one to the other; `lasting`: the periods that hold beyond it."""
    text, heading = sentence.text, sentence.heading
    anew = (sentence.first and opens_speech(text)) or (heading and asks(text))
    status = ACTUAL if anew else context.status          # who speaks next, and what is asked next, goes on with no plan
    if not context.all_planned:
        status = section_status(text, heading, status)
    if not (heading and lasting):
        return status
    if opens_later_year(text, lasting[0], context):
        return section_status(text, True, TARGET)
    starts = text.endswith(("工作", "：")) and context.is_ahead(lasting[0])         # 2024年主要工作, 2024年着力抓好：, in February of that year
    return TARGET if starts else status


def _lasting(context: Context, sentence: Sentence) -> list[Period]:
    """The periods of a heading or of the opening of a paragraph that hold beyond it; none of the date below a title."""
    if sentence.start < _HEAD and _DATELINE.match(sentence.text.strip()):
        return []
    return lasting_periods(sentence.text, context.anchor if sentence.heading else context.counts_from(sentence.text))


def _places(context: Context, sentence: Sentence, of_all: bool) -> tuple[Area | None, Area | None, Area | None]:
    """The place that the paragraph or heading is about, that of all paragraphs below the heading, that which the paragraph opens with.

    `of_all`: it speaks of all that one or another place may mean (全区).
    """
    text, home = sentence.text, context.home.code
    opens = sentence.first or sentence.heading
    told_of_all = sentence.first and context.label == context.below and context.area == context.home        # 深圳：…。|全省共有…。|省厅负责人表示…
    label, below = labelled(text, sentence.heading, home, None if told_of_all else context.below) if opens else (_place_entered(text, context), context.below)
    if label or sentence.heading or of_all:
        return label, below, None
    if sentence.first:
        return label, below, led_by(text, home)
    stays = context.area != context.home and "层面" not in text          # none behind a word on the whole: 全市…, 地区层面…
    return label, below, context.led if stays else None


def _place_entered(text: str, context: Context) -> Area | None:
    """The place that a paragraph goes on about where a sentence in its midst enters one: 在鹿城区，记者看到…."""
    code = label_place(text, context.home.code) if text[0] == "在" else ""
    return Area(code) if code else context.label


def _is_signature(sentence: Sentence) -> bool:
    """Is a line no more than an authority's name?"""
    return sentence.first and sentence.text.endswith(_AUTHORITIES) and bool(_SIGNATURE.match(sentence.text.strip()))


def _signed_below(context: Context, sentence: Sentence) -> Anchor | None:
    """The date of another text, where a line signs it behind an authority's name; None for other lines."""
    dated = _DATELINE.match(sentence.text.strip()) if context.signed and sentence.start >= _HEAD else None
    anchor = signed_in(int(dated[1]), int(dated[2])) if dated else None
    return anchor if anchor and anchor.year != context.anchor.year else None


def _opened(entered: Context, context: Context, sentence: Sentence, lasting: list[Period]) -> Context:
    """What a heading or the opening of a sentence says of time; `lasting`: the periods that hold beyond it."""
    if context.section and ends_review(sentence.text, context.section):
        entered = entered.changed(section=None, paragraph=None)
    of_five = sentence.first and sentence.text.endswith("五年。") and _FIVE_YEARS.match(sentence.text)
    if of_five and (five := find_periods(sentence.text, context.anchor)):
        return entered.changed(section=five[-1])
    if sentence.text.startswith(_MEANWHILE) and (span := span_told(context.said, context.anchor)):
        return entered.changed(paragraph=span)
    if sentence.text[-2:-1] in _READY and (by := _ready_by(sentence.text, context.anchor)):
        return entered.changed(sentence=by, sentence_status=TARGET, lasting=TARGET)
    if sentence.text.startswith("其中"):
        return entered.changed(sentence=context.sentence, opening=context.sentence, area=context.area)
    if context.sentence and not (sentence.first or sentence.heading) and (("同期" in sentence.text[:_OPENING] and _AT_THAT_TIME.match(sentence.text)) or _LIKEWISE.match(sentence.text)):
        return entered.changed(sentence=context.sentence, opening=context.sentence)
    if not (sentence.first or sentence.heading) and context.paragraph is None and _OPENS_YEAR.match(sentence.text) and "；今年" not in sentence.text:
        return entered.changed(paragraph=find_periods(sentence.text[:_OPENING], context.anchor)[0])
    if sentence.heading:
        told = lasting[0] if lasting else time_of_heading(sentence.text, context.anchor)
        told = None if told and entered.status == ACTUAL and opens_later_year(sentence.text, told, context) else told       # 存在的不足和2024年安排
        return entered.changed(section=told, rank=rank(sentence.text)) if told else entered
    if sentence.first and lasting and lasting[0].place <= _OPENING and not _SERIES.match(sentence.text):
        of_several_years = context.section is not None and context.section.code[:4] != str(context.section.year)
        looks_back = entered.status == ACTUAL and opens_review(sentence.text, lasting[0])
        moves_on = looks_back or (of_several_years and "/" not in lasting[0].code)
        says = "会议" in sentence.text[:12] or sentence.text.startswith("现将") or entered.status != context.status or moves_on
        known = [one for one in (context.section, context.default) if one and one.code == lasting[0].code]
        told = lasting[0]._replace(counted=not known and lasting[0].counted)
        return entered.changed(paragraph=told, section=told if says else entered.section)
    return entered


def _is_item(sentence: Sentence, context: Context) -> bool:
    """Is a paragraph an item of what the one before it told of several years: 过去五年，…。|——社会救助…?"""
    return sentence.text.startswith("——") and context.paragraph is not None and context.paragraph.spans_years


def _ready_by(sentence: str, anchor: Anchor) -> Period | None:
    """By when all that a sentence tells of is to be there, as its last words say; None where other words of it tell a time."""
    ready = _READY_BY.search(sentence)
    told = find_periods(ready["when"], anchor) if ready and not may_name_time(sentence[:ready.start()]) else []
    return told[-1] if told and told[-1].year >= anchor.year > 0 else None


def _is_state(period: Period | None) -> bool:
    return period is not None and period.kind == "point" and bool(MONTH.fullmatch(period.code))


def _said_something(context: Context) -> bool:
    """Does anything hold here that ends with its sentence?"""
    said = context.sentence or context.sentence_status or context.lasting or context.places or context.outside or context.old or context.since
    return bool(said) or context.signed or context.area != context.home


def _means_another(word: str, home: str) -> bool:
    """全区 in a text about a city, 全市 in one about a province: it may mean the place of the sentence before."""
    return word in _LEVELS and bool(home) and not region_meant(home, word)


def _place_before(context: Context, label: Area | None) -> Area:
    """The place at the end of the sentence before: 当地… goes on about it."""
    area = label or context.home
    for clause in split_clauses(context.said):
        area = clause_area(clause.text, context.home.code, area)
    return area


def _of_another_text(context: Context, anchor: Anchor) -> Context:
    """What holds behind a signature: a text of its own about the anchor's year."""
    year = anchor.year
    return context.changed(anchor=anchor, default=Period(str(year)), plan=Period(str(year + 1)), status=ACTUAL,
                            section=None, paragraph=None, sentence=None, sentence_status="", lasting="", signed=False)
