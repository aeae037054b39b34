"""分别 and other lists: one phrase, several members."""
import re
from functools import lru_cache

from minzheng.extract.syntax import one_of
from minzheng.patterns import Late

_AND = r"(?<![共饱缓调])和(?!谐|平|睦)"
_SPLIT = Late(rf"、|以及|(?<![普涉以顾触波遍惠])及(?!其|时|格)|{_AND}|(?<![参赠给])与(?!会|众)|或者?")
_BRACKET = Late("[（“《]")
# A phrase is cut at all list marks, or at fewer where that makes as many members as there are figures.
_MARKS = (_SPLIT, re.compile(f"、|以及|{_AND}"), re.compile("、|以及"), re.compile(_AND))
_ETC = Late(r"(?P<members>.+、.+?)等(?P<tail>(?!级)[^、]*)")
# Words that tell two kinds of the same apart: the one may stand for the other in a phrase.
_PAIRS = (
    "收入|支出", "受灾|绝收", "受灾|成灾", "成灾|绝收", "城市|农村", "城市|农村牧区", "城镇|农村牧区", "城市|农牧区", "城镇|农牧区", "机构集中养育|社会散居", "机构养育|社会散居", "机构集中供养|社会散居",
    "城镇|农村", "城镇|乡村", "集中|分散", "集中|散居", "男|女", "男性|女性", "机构|散居", "机构|社会散居", "机构集中|社会散居", "集中|社会散居",
    "集中供养|社会散居", "集中供养|分散供养", "集中养育|分散供养", "集中养育|分散养育", "集中养育|散居", "集中供养|散居", "机构养育|散居", "机构供养|散居", "集中养育|社会散居", "公办|民办", "城区|县城", "市区|县城", "国家级|省级", "省级|市级", "省级|县级",
    "国家级|市级", "市级|县级", "中央|省级", "结婚|离婚", "全自理|半护理", "半护理|全护理", "全自理|全护理", "完全自理|全护理", "能自理|全护理", "自理|全护理", "全自理|半自理", "半自理|全护理", "一级|二级",
    "东部|中部", "中部|西部", "东部|西部", "重度|轻度", "进口|出口", "出口|进口", "居委会|村委会", "村委会|居委会", "生活|护理",
    "村|社区", "镇|街道", "乡镇|街道",
)
_CONTRASTS = {
    word: tuple(other for pair in _PAIRS for other in pair.split("|") if word in pair.split("|") and other != word)
    for pair in _PAIRS for word in pair.split("|")
}
_LONGEST_FIRST = {word: sorted(others, key=len, reverse=True) for word, others in _CONTRASTS.items()}
_PAYS = Late(one_of("paying", "funding"))
_MONEY = Late("[金费款]$|$^")
_ACTS = Late("纳入|列入|转为|享受")                # 群众纳入农村低保…, 城市低保: not the same people
# A、B、C三类, 按一、二、三档: labels of classes
_CLASSES = Late(
    r"(?P<prefix>.*?)按?(?P<labels>[A-E甲乙丙丁一二三四五](?:[类档级等]?[、和及][A-E甲乙丙丁一二三四五])+)[两二三四五]?个?(?P<kind>[类档级等]次?)(?P<tail>.*)")
# 护理标准按全护理、半护理和自理三档: the kinds that a standard is set for
_GRADED = Late("(?P<what>[^、，]{2,}?)(?:按照?|分为?|分成|区分|设)(?P<grades>[^，、]+、[^，]+?)[两二三四五六]个?(?:档次?|等级?|等次|级别?|类别?|类型|层次|种)")
# 所需资金由省、市、县财政负担: who bears what part of it
_BORNE = Late("(?P<what>[^由，]*)由(?P<who>[^由，]+?)(?:[两三四]级|各级)?(?:财政)?(?:共同)?(?P<did>负担|承担|分担|列支|解决)")
_LEVELS = frozenset("省市县区乡镇州盟旗")
_AGED = Late("[0-9百]{1,3}(?:周?岁)?(?:[—–~至到-]+[0-9]{1,3})?周?岁(?:及?以[上下])?的?|百岁(?:及?以上)?的?")
_NOUNS = frozenset(["收入", "支出", "村", "社区", "镇", "乡镇", "街道", "居委会", "村委会", "进口", "出口", "结婚", "离婚"])        # they contrast, but say something alone
MEASURE = Late(f"{one_of('economy')}$")        # what of a thing is told: 产量, 零售额
_SHORTEST = 2           # characters of what a modifier is of
_MODIFIERS = sorted(_CONTRASTS, key=len, reverse=True)
_OPENING_MODIFIER = {word[0]: [other for other in _MODIFIERS if other[0] == word[0]] for word in _MODIFIERS}
# the two allowances for the disabled, known by that name since 国发〔2015〕52号
_TWO_ALLOWANCES = Late("(?:困难和重度)?(?:残疾人)?“?两项补贴”?(?!标准)")
_ALLOWANCES = ("困难残疾人生活补贴", "重度残疾人护理补贴")
_PARTS_OF_THE_LAND = Late("东、中、西部(?:地区)?")
# 参加基本养老、失业和工伤保险人数: what follows the last kind is every kind's
_INSURANCE = "(?:养老|医疗|失业|工伤|生育)"
_INSURED = Late(f"[^，]{{0,8}}?{_INSURANCE}(?P<tail>保险.*)")
_KIND_OF_INSURANCE = Late(f"{_INSURANCE}$")
LIST_VERB = Late(f"(?:累计|共|全年)?{one_of('deeds')}了?(?!{one_of('offices')})")       # of the first member: every member's


@lru_cache(maxsize=4096)
def distribute(phrase: str, count: int, alike: bool = True) -> tuple[str, ...]:
    """Give each of `count` figures its own full phrase; () where the phrase does not list so many.

    `alike`: they have one unit; 城乡低保对象3万户、5万人 are the same people.

    >>> distribute("孤儿集中、分散供养人均标准", 2)
    ('孤儿集中供养人均标准', '孤儿分散供养人均标准')
    >>> distribute("高龄津贴、护理补贴", 2)
    ('高龄津贴', '护理补贴')
    >>> distribute("集中养育孤儿、社会散居孤儿保障标准", 2)
    ('集中养育孤儿保障标准', '社会散居孤儿保障标准')
    """
    if count == 2 and alike and "城乡" in phrase and not _SPLIT.search(_mask(phrase)):
        return phrase.replace("城乡", "城市"), phrase.replace("城乡", "农村")
    if count == 2 and alike and (both := _TWO_ALLOWANCES.search(phrase)):
        return tuple(phrase[:both.start()] + one + phrase[both.end():] for one in _ALLOWANCES)
    if (classes := _CLASSES.fullmatch(phrase)) and len(labels := re.split("[、和及]", classes["labels"])) == count:
        kind = classes["kind"] or ""
        return [classes["prefix"] + label.removesuffix(kind) + kind + classes["tail"] for label in labels]
    if count > 1 and "由" in phrase and (borne := _BORNE.fullmatch(phrase)) and (payers := _members(borne["who"], count)):
        return tuple(borne["what"] + payer + "级" * (payer in _LEVELS) + borne["did"] for payer in payers)
    if count > 1 and (graded := _GRADED.fullmatch(phrase)) and (grades := _members(graded["grades"], count)):
        return tuple(graded["what"] + grade for grade in grades)
    listed = _ETC.fullmatch(phrase)
    if listed and count > 1 and (items := _members(listed["members"], count)):
        return tuple(item + listed["tail"] for item in items)
    items = _members(_PARTS_OF_THE_LAND.sub("东部、中部、西部", phrase), count)
    if not items:
        return ()
    first, last = items[0], items[-1]
    if (tail := _tail_of_kinds(items)) is not None:
        return (*(item + tail for item in items[:-1]), last)
    modifier = _common_modifier(first, last)
    if modifier is None:
        verb = None if first.endswith(("业", "类")) else LIST_VERB.match(first)         # 装备|制造业 is no deed
        return tuple(item if n == 0 or not verb else verb.group() + item for n, item in enumerate(items))
    start, stop = modifier
    prefix, tail = first[:start], last[stop:]
    middle = [first[start:], *items[1:-1], last[:stop]]
    return tuple(prefix + member + tail for member in middle)


def _tail_of_kinds(items: list[str]) -> str | None:
    """What the last of several kinds of insurance or ages says for all of them: 80至89岁、90岁以上|老人; None for other lists."""
    *others, last = items
    if (insured := _INSURED.fullmatch(last)) and all(map(_KIND_OF_INSURANCE.search, others)):
        return insured["tail"]
    aged = _AGED.match(last)
    return last[aged.end():] if aged and all(map(_AGED.fullmatch, others)) else None


def _members(phrase: str, count: int) -> list[str]:
    """The phrase cut into `count` parts by the first of `_MARKS` that makes so many; [] where none does."""
    masked = _mask(phrase) if count > 1 else ""
    for marks in _MARKS:
        items = [item for item in marks.split(masked) if item]
        if len(items) == count > 1:
            return _unmask(items, phrase)
    return []


@lru_cache(maxsize=4096)         # the same few groups are told apart again and again
def contrast(owner: str, head: str) -> str:
    """The phrase of a head that sets itself off from the one before: …集中供养标准500元，分散供养标准300元; else "".

    >>> contrast("农村特困人员集中供养标准", "分散供养标准"), contrast("城市低保对象", "农村")
    ('农村特困人员分散供养标准', '农村低保对象')
    """
    if head in ("进口", "出口") and "进出口" in owner:
        return owner.replace("进出口", head)
    if "进出口" in owner or len(head) > len(owner):
        return ""
    for word in _opening_modifiers(head):
        for other in _LONGEST_FIRST[word]:
            prefix, found, tail = owner.rpartition(other)
            rest = head[len(word):]
            if prefix.endswith("低"):           # 低收入老人, 支出
                continue
            if found and not rest:
                return prefix + head + tail
            if found and not prefix and rest and tail.endswith(rest) and len(rest) > 1:
                return word + tail              # 城市低保标准…, 农村标准
            money = _PAYS.search(prefix) and not _MONEY.search(rest)         # 支出农村特困供养资金, 城市特困人员
            if prefix and not money and not _ACTS.search(prefix) and (tail.startswith(rest[:2]) or tail.endswith(rest[-2:])):
                return prefix + head
    return ""


def shared_tail(owner: str, head: str) -> str:
    """The phrase of a head that sets itself off from one opening with its contrast, for the same thing; else "".

    >>> shared_tail("集中养育孤儿最低养育标准", "散居孤儿")
    '散居孤儿最低养育标准'
    """
    for word in _opening_modifiers(head):
        rest = head[len(word):]
        opens = rest and any(owner.startswith(other) for other in _CONTRASTS[word])
        if opens and owner.partition(rest)[2]:
            return head + owner.partition(rest)[2]
    return ""


def is_modifier(phrase: str) -> bool:
    """城市, 集中供养: a word that only tells two kinds apart."""
    return phrase in _CONTRASTS and phrase not in _NOUNS


def modifiers() -> list[str]:
    """Words that only tell two kinds apart, longest first."""
    return [word for word in _MODIFIERS if is_modifier(word)]


def modifier_first(head: str) -> str:
    """A head whose modifier stands behind it as the first of a list, before it.

    >>> modifier_first("在保人数为城市"), modifier_first("享受低保的为农村"), modifier_first("养老床位")
    ('城市在保人数', '享受低保的为农村', '养老床位')
    """
    what, link, word = head.rpartition("为") if "为" in head else head.rpartition("是")
    return word + what if link and len(what) >= _SHORTEST and what[-1] not in "的分认作" and is_modifier(word) else head


def together(one: str, other: str) -> str:
    """What two kinds of the same are together: 城市低保对象 and 农村低保对象, 城乡低保对象; "" for others."""
    both = one.replace("城市", "城乡").replace("城镇", "城乡")
    if both != one and both == other.replace("农村", "城乡"):
        return both
    stem = next((one.replace(a, "", 1) for a in _opening_modifiers(one) for b in _CONTRASTS[a] if other == b + one[len(a):]), "")
    return stem


def opens_with_modifier(phrase: str) -> bool:
    """Does a phrase begin with a word that has a contrast?"""
    return bool(_opening_modifiers(phrase))


def _opening_modifiers(phrase: str) -> list[str]:
    """The contrasting words a phrase begins with, longest first."""
    return [word for word in _OPENING_MODIFIER.get(phrase[:1], ()) if phrase.startswith(word)]


def _common_modifier(first: str, last: str) -> tuple[int, int] | None:
    """Where the contrasting word starts in the first member and stops in the last; None for whole phrases.

    Known pairs decide; else the words are taken to be parallel where the first member is much shorter than the last.
    """
    for word in _opening_modifiers(last):
        for other in _CONTRASTS[word]:
            if first.endswith(other):
                return len(first) - len(other), len(word)
    for word in _opening_modifiers(last):
        for other in _LONGEST_FIRST[word]:
            if first.startswith(other):     # 集中养育孤儿、社会散居孤儿保障标准: the members share 孤儿 too
                same = first[len(other):]
                at = last.find(same, len(word), len(word) + len(same) + 2) if same else -1
                return (0, at + len(same)) if at > 0 else None
    if len(first) >= len(last) or len(last) - len(first) < 2:
        return None
    for length in range(min(3, len(first) - 1), 0, -1):
        at = last.find(first[-length:])
        if at > 0 and at + length <= len(last) - 2:
            return 0, at + length
    if (measure := MEASURE.search(last)) and measure.start() >= _SHORTEST:          # 风力和太阳能|发电量
        return 0, measure.start()
    if len(first) <= 4 and len(last) >= len(first) + 3 and first[-1] != last[-1]:      # 化妆品类、…和音像器材类: whole
        return 0, len(first)
    return None


def _mask(phrase: str) -> str:
    """Hide separators inside brackets and quotes."""
    if not _BRACKET.search(phrase):
        return phrase
    depth, masked = 0, []
    for character in phrase:
        if character in "（“《":
            depth += 1
        elif character in "）”》":
            depth = max(0, depth - 1)
        masked.append("\0" if depth and character in "、和与及或" else character)
    return "".join(masked)


def _unmask(items: list[str], phrase: str) -> list[str]:
    """Put the hidden separators back, in order."""
    hidden = iter(phrase[i] for i, character in enumerate(_mask(phrase)) if character == "\0")
    return ["".join(next(hidden) if c == "\0" else c for c in item) for item in items]
