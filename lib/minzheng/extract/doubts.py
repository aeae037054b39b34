"""Flags and confidence: what is doubtful about a figure, and how sure the rules are."""
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from minzheng.decode.document import Document
from minzheng.extract.arithmetic import BROKEN
from minzheng.extract.context import Scope
from minzheng.extract.memory import Figure
from minzheng.extract.syntax import one_of
from minzheng.patterns import Late

_NEAR = 2               # characters between a figure and a repair that still cast doubt on it
_FLAG_OF_MARK = {
    "spoiled": "spoiled", "lost": "spoiled", "misaligned": "beside-repair", "beside-repair": "beside-repair",
    "likely-repair": "beside-repair",
    "repeated": "repeated",
}
# How often figures of a rule were right in the annotated documents.
_SURE = {
    "head": 0.95, "list": 0.96, "growth": 0.96, "table-row": 0.95, "share-of": 0.94, "counted-noun": 0.93,
    "list-before": 0.93, "from-to": 0.93, "growth-shared": 0.85, "list-unnamed": 0.8, "growth-of-topic": 0.7,
}
# What is taken over from before is the rule itself: nothing was guessed beyond it.
_POINTS_BACK = frozenset({"growth", "growth-shared", "share-of", "list-before", "from-to"})
_DEBRIS = re.compile("[\\\\_?\ufffd□āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")       # what damage leaves, and no phrase holds
_LONG, _SHORT = 20, 3
_LONG_ENOUGH = 12       # a counted noun so long brings its predicate along
# 新建… and 培训… say what was done; a noun alone is often only a part of what is told
_MADE = Late(one_of("told_whole"))
# A phrase cut in the wrong place: half a quotation, an open end, a predicate, a share of nobody knows what, a town that acts.
_LOOSE = re.compile("，|标准为|涉及|没有|给予|占$|^[较比](?!赛)|^平均每|“[^”]*$|^[^“]*”|[的等]$|^占|^[^，]{2,6}(?:新区|开发区|街道|[镇乡村])(?:新|建|完|共|实)"
    # of which programme, or of whom, stands elsewhere
    "|^惠及|^(?:享受|领取|纳入)(?:补助|补贴|待遇|救助|服务|保障)的|条件$|^(?:在编在岗|人均服务|社会化)|^“[^”]*”$|(?<!^)按(?![月时期需规劳])|^每[个名](?:[市县区乡镇街道村（）、]|社区|城市|农村)+$")
# What is said of those that are counted where it does not tell which they are: 特困人员|基本生活得到保障, but 老年人|享受津贴
_SAID_OF = Late(r"(?!(?:全部|均|都|已|按[^，]{2,6}|定制|按时|足额|顺利)*(?:享受|领取|领到|申领|参加|参与|入住|参照|纳入|持有|投入使用|开展|受益|实施|改造|获得|走访|慰问|发放|发给|(?:完成)?[^，]{0,4}(?:换届|选举|改造|脱钩)))")
# Words of a speaker, which no name of an indicator holds.
_SPOKEN = re.compile(
    "自己|[这那][里儿些个一]|[他她我咱]们|可以|(?:^|[都才就还也])能(?![力源级效耗手])|能够|[^重主需想纲必]要(?=[投花添建])|只(?![有要])|便$|(?<!人)才$|(?<!成)就$|收到|拿出|掏|出现|住[在进]|留在|下到|来(?=[吃住])|够用"
    "|(?:安排|组织|请|让|动员|发动)[^，]{2,8}[做当]|(?:分得|分到|拿到|得到|花掉|用掉|拿|(?<![棉鲜])花|掏)$"
    "|[再每][年月次]?(?:至少)?(?:奖|补助|补贴|调度|查)$"
    # two predicates side by side, or one without its object
    "|(?:惠及|发放|支出|对象)(?:合计|共计)?(?:支出|发放)|支出[省市县]级|^涉及|^完成全部")
# whose standard it is, or which member of a list, is not told
_AGED = Late("[0-9]周?岁")
_OF_A_CLASS = re.compile("(?:[A-D甲乙丙丁]|[一二三四五])类(?:对象|人员|家庭)")       # of which programme is not told
_OPEN = re.compile(
    f"（第.[项档]）|岁的|[^除为解]了|^(?:集中|分散|社会散居|散居)?{one_of('relief')}(?:年|月|人均|平均|最低)*标准$"
    # money of which only is told who gave it
    f"|^(?:{one_of('payers')}|[省市县区州盟旗]级?)?(?:财政)?(?:共|累计|已)*(?:{one_of('funding')}|争取|筹措)(?:了|到)?(?:中央|国家|[省市县]级|上级|财政|福彩|专项|各[类级])*"
    "(?:资金|补助|补助资金|经费|公益金|预算)$")
_A_PART = 0.08          # 其中异地办理5对: a part outside the indicator list may lack what its whole is
_TOLD_OF, _PREDICATE = 0.08, 4      # what a predicate of so many characters costs
_TELLING = 6            # an unknown phrase below this length often lacks a word that stands further away


@dataclass(frozen=True, slots=True)
class Doubts:
    """Places of a document's clean text that cast doubt on figures beside them."""

    starts: tuple[int, ...]
    spans: tuple[tuple[int, int, str], ...]
    whole: tuple[str, ...]
    broken: frozenset[int]

    @classmethod
    def of(cls, document: Document, broken: Iterable[int]) -> "Doubts":
        """Collect marks of lost or repaired text; edits of kind misalignment, seen in the clean text.

        `broken`: numbers of the figures that break an identity.
        """
        spans = [(m.start, m.stop, _FLAG_OF_MARK[m.kind]) for m in document.marks if m.kind in _FLAG_OF_MARK]
        for edit in document.aligned.edits:
            if "misalignment" in edit.kind and "misalignment" in edit.kind.split("+"):
                spans.append((*document.aligned.clean_span(edit.start, edit.stop), "beside-repair"))
        spans.sort()
        return cls(tuple(s[0] for s in spans), tuple(spans), tuple(document.flags), frozenset(broken))

    def about(self, figure: Figure, start: int, stop: int, scope: Scope, period: str) -> tuple[str, ...]:
        """Flags of a figure at `[start, stop)` of the clean text, without repeats."""
        flags = self.whole + figure.doubts + figure.quantity.flags
        if self.starts:
            flags += tuple(self._beside(start, stop))
        if _DEBRIS.search(figure.subject):
            flags += ("beside-repair",)
        if figure.number in self.broken:
            flags += (BROKEN,)
        if not scope.area.code:
            flags += ("region-unknown",)
        if not period:
            flags += ("period-unknown",)
        return tuple(dict.fromkeys(flags)) if len(flags) > 1 else flags

    def _beside(self, start: int, stop: int) -> Iterator[str]:
        """The flags of the places beside `[start, stop)`."""
        first = max(0, bisect_left(self.starts, start) - 3)
        last = bisect_right(self.starts, stop + _NEAR, first)
        return (flag for _, end, flag in self.spans[first:last] if end >= start - _NEAR)


def confidence_of(figure: Figure, flags: tuple[str, ...], known: bool, confirmed: bool, inferred: bool) -> float:
    """0–1: how often figures of this rule were right in the annotated documents; less for every doubt.

    `known`: the subject is one of the indicator list, which a wrongly cut phrase hardly ever is. `confirmed`: an
    identity between figures holds, which proves value, unit and what belongs to what. `inferred`: plan or report was
    concluded from dates alone.
    """
    if not figure.subject:
        return 0.2
    phrase = figure.rule, figure.subject, figure.quantity.unit, bool(figure.inherited)
    sure = _confidence(phrase, len(flags), known, confirmed, inferred)
    if known and figure.rule == "counted-noun" and _tells_of(figure):
        sure = round(sure - _TOLD_OF, 2)
    is_loose_part = figure.part_of and not known and not figure.inherited and not confirmed
    return round(max(0.05, sure - _A_PART), 2) if is_loose_part else sure


def _tells_of(figure: Figure) -> bool:
    """Is what stands behind a counted noun said of it, and no part of what it is?"""
    predicate = figure.subject.removeprefix(figure.member) if figure.member else figure.subject
    return _PREDICATE <= len(predicate) < len(figure.subject) and bool(_SAID_OF.match(predicate))


@lru_cache(maxsize=4096)
def _confidence(phrase: tuple[str, str, str, bool], flags: int, known: bool, confirmed: bool, inferred: bool) -> float:
    sure = _sure_of(*phrase, known) + 0.03 * confirmed - 0.1 * inferred - 0.3 * flags
    return round(min(0.98, max(0.05, sure)), 2)


def _sure_of(rule: str, subject: str, unit: str, inherited: bool, known: bool) -> float:
    """How often a phrase so found was right."""
    name = rule.partition(" ")[0]
    sure = _SURE.get(name, 0.9) - 0.1 * (len(subject) > _LONG)
    if inherited and name not in _POINTS_BACK:
        sure -= 0.03 if known else 0.1
    if not known:
        sure -= _for_an_unknown(rule, subject)
    if unit == "人" and _AGED.search(subject) and "高龄" in subject:
        sure -= 0.08                    # whether the age belongs to the name, every author decides anew
    if unit == "元" and ("标准" in subject or subject.endswith("低保")):
        sure -= 0.1                     # per whom and per what time is not told
    if _OPEN.search(subject) or _OF_A_CLASS.match(subject):
        sure -= 0.1
    return sure - 0.1 if _SPOKEN.search(subject) or (not known and _LOOSE.search(subject)) else sure


def _for_an_unknown(rule: str, subject: str) -> float:
    """What a phrase outside the indicator list costs: the shorter, the more often a word is missing."""
    length = len(subject)
    if rule == "table-row":             # a row label alone: what the table is about is not in it
        return 0.25 if length < _TELLING else 0.02
    if rule == "counted-noun":
        whole = length >= _LONG_ENOUGH and _MADE.match(subject)
        return 0.28 if length <= _SHORT else 0.1 if length < _TELLING else 0.02 if whole else 0.05
    return 0.25 if length <= _SHORT else 0.07 if length < _TELLING else 0.02
