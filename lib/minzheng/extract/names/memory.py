"""What the reader keeps in mind along the text: the last full phrase, the parent of an 其中, the last levels."""
from dataclasses import dataclass
from typing import NamedTuple

from minzheng.extract.clauses import Sentence
from minzheng.extract.names.lists import contrast
from minzheng.extract.numbers.quantities import Quantity
from minzheng.patterns import Late

OTHER_BASE = "other-base"       # the doubt of a growth that is not against the year or the month before
_HEADS_A_LIST = ("其中", "包括", "含")      # a clause of its own: a colon follows
_OWNS_NOTHING = ("的", "进度", *(f"{what}率" for what in "完成 使用 参检 年检 核查 执行 到位 入住 合格 办结 整改 满意 签约".split()))
_THAT_DAY = Late("^.*?[0-9][日号](?:当[天日]|这?一天)")         # no other sentence goes on about it
_KEPT = 12      # levels of a sentence that later growth may refer to


@dataclass(slots=True)
class Figure:
    """A quantity with its role and subject; `number` counts figures along the document.

    `member` is the bare counted noun (居委会), `of` the numbers of the figures that it belongs to, `rule` says how
    the subject was found and `inherited` from where; `part_of` is the number of the total that an 其中 divides.
    """

    number: int
    quantity: Quantity
    subject: str
    measure: str
    basis: str = ""
    sign: str = ""
    member: str = ""
    of: tuple[int, ...] = ()
    rule: str = ""
    inherited: str = ""
    doubts: tuple[str, ...] = ()
    part_of: int = 0


class Memory(NamedTuple):
    """What the reader keeps in mind.

    number   of the next figure                  heading  what the section is about
    topic    last phrase without figures         owner    last full head
    parent   the owner outside 其中, whole: its figure; child: inside such a part, wide: one headed 其中：
    recent   subject of the sentence's last figure; ahead: the next clause, for `phrase_ahead`
    grows    where the sentence says 的增幅 of the percentages before it; 0 where it does not
    last     the last group of levels; levels: all levels of the sentence
    things   (unit, subject) of what the paragraph counted under names of its own; earlier: those of paragraphs before
    moved    the growth or change right before, where it stood alone
    page     what the title of the paper says it is about, for what no heading and no sentence names
    section  the heading, where the sentence that opens the paragraph says more closely what it is about
    """

    number: int = 1
    heading: str = ""
    topic: str = ""
    owner: str = ""
    parent: str = ""
    child: bool = False
    wide: bool = False
    whole: Figure | None = None
    recent: str = ""
    ahead: tuple = ()
    grows: int = 0
    last: tuple[Figure, ...] = ()
    levels: tuple[Figure, ...] = ()
    things: tuple[tuple[str, str], ...] = ()
    earlier: tuple[tuple[str, str], ...] = ()
    moved: Figure | None = None
    section: str = ""
    page: str = ""

    def before(self, sentence: Sentence) -> "Memory":
        """What is left at the beginning of a sentence: a heading or paragraph closes what was open."""
        owner = self.parent if self.child else self.owner
        owner = _THAT_DAY.sub("", owner) if owner[:1].isdigit() else owner
        if sentence.heading:
            return Memory(self.number, page=self.page)
        if sentence.first:
            return Memory(self.number, self.section or self.heading, earlier=(*self.earlier, *self.things)[-_KEPT:], page=self.page)
        if not (self.topic or self.recent or self.child or self.parent or self.whole or self.levels or self.moved):
            return self if owner is self.owner else self._replace(owner=owner)
        return Memory(self.number, self.heading, owner=owner, wide=self.wide, ahead=self.ahead, grows=self.grows, last=self.last, things=self.things, earlier=self.earlier, section=self.section, page=self.page)

    def within(self, child: str, part: bool) -> "Memory":
        """Enter a clause: behind 其中 (`child`: its words), at the beginning of a part behind ； (`part`).

        其中： heads a list that goes on behind ；, 其中 alone speaks up to there.
        """
        memory = self
        if part:
            ends = self.child and not self.wide and not child
            memory = (self.outside() if ends else self)._replace(topic=self.topic if self.topic.endswith("中") else "", recent="")
        if not child or memory.child:
            return memory
        whole = self.last[-1] if self.last else None
        return memory._replace(child=True, wide=child in _HEADS_A_LIST, parent=self.owner, whole=whole)

    def outside(self) -> "Memory":
        """Leave a bracket: what it divided is the last full head again."""
        last = (self.whole,) if self.whole else self.last
        return self._replace(child=False, owner=self.parent or self.owner, parent="", whole=None, last=last)

    def part_of(self, quantity: Quantity) -> int:
        """Number of the total that a level behind 其中 is a part of; 0 where there is none in the same unit."""
        return self.whole.number if self.whole and self.whole.quantity.unit == quantity.unit else 0

    def after(self, found: list[Figure], listed: bool) -> "Memory":
        """Levels become what growth refers to; a full head becomes the owner of dependent ones."""
        last, number = found[-1], found[-1].number + 1
        if last.measure in ("growth", "change", "duration"):
            own_phrase = last.rule in ("head", "growth-behind") and not last.inherited
            named = own_phrase and not self.child and last.measure != "duration"
            moved = last if len(found) == 1 and last.measure != "duration" else None
            return Memory(number, self.heading, self.topic, last.subject if named else self.owner, self.parent, self.child, self.wide, self.whole,
                          last.subject, self.ahead, self.grows, self.last, self.levels, self.things, self.earlier, moved, self.section, self.page)
        if last.rule == "goal":
            return self._replace(number=number, moved=None)
        levels = (*self.levels, *found)[-_KEPT:]
        if last.rule in ("share-of", "head-and-ahead", "same-before"):
            return self._replace(number=number, moved=None, levels=levels)
        goes_on = listed and self.last and self.last[-1].number == found[0].number - 1
        topic, owner = self.topic if last.inherited else "", self._owner_behind(last)
        group = (*self.last, *found)[-_KEPT:] if goes_on else tuple(found)
        things = self.things
        if last.measure == "level" and not last.inherited and not self.child and last.rule != "bare" and len(things) < _KEPT:
            things = (*things, (last.quantity.unit, last.subject))
        return Memory(              # all fields in order, `moved` but for its default: faster than to replace half of them
            number, self.heading, topic, owner, self.parent, self.child, self.wide, self.whole, last.subject, self.ahead,
            self.grows, group, levels, things, self.earlier, None, self.section, self.page)

    def _owner_behind(self, last: Figure) -> str:
        """The last full head behind a level: its own phrase, or what it was completed with where that is the topic."""
        if last.inherited and (last.inherited == self.topic or last.rule in ("bare", "bracket")):
            return last.inherited
        if self.owner and last.measure == "share" and last.subject.endswith(_OWNS_NOTHING):
            return self.owner                       # a share has no money and no beds
        if last.inherited == self.owner and last.member and contrast(self.owner, last.member) == last.subject:
            return last.subject                     # 城市低保…户，农村低保…户，发放…万元
        return self.owner if last.inherited else last.subject
