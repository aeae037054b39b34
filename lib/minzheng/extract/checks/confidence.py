"""How sure a figure is: how often figures found in the same way were right in annotated documents, less for every doubt."""
import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from minzheng.extract.names.memory import Figure
from minzheng.extract.names.moves import is_branch
from minzheng.extract.names.roles import RATIOS
from minzheng.extract.syntax import one_of
from minzheng.patterns import Late

# How often figures of a rule were right in the annotated documents.
_SURE = {
    "head": 0.95, "list": 0.96, "growth": 0.96, "table-row": 0.95, "share-of": 0.94, "counted-noun": 0.93,
    "list-before": 0.93, "from-to": 0.93, "list-of-scopes": 0.92, "payee": 0.94, "growth-shared": 0.85, "list-unnamed": 0.8, "growth-of-topic": 0.7,
}
_OF_ANY_OTHER = 0.9
# What is taken over from before is the rule itself: nothing was guessed beyond it.
_POINTS_BACK = frozenset({"growth", "growth-shared", "share-of", "list-before", "from-to"})
_LONG, _SHORT = 20, 3
_LONG_ENOUGH = 12       # a counted noun so long brings its predicate along
_TELLING = 6            # an unknown phrase below this length often lacks a word that stands further away
# 新建… and 培训… say what was done; a noun alone is often only a part of what is told
_MADE = Late(one_of("told_whole"))
# terms of statistical communiqués: as sure as an indicator of the list
_STATISTIC = re.compile(
    f"{one_of('statistics')}|{one_of('produce')}{one_of('produced')}|{one_of('sectors')}{one_of('of_sectors')}|{one_of('residents')}人均{one_of('of_residents')}|{one_of('schools')}{one_of('in_schools')}"
    f"|{one_of('residents')}人均{one_of('incomes')}")
# names that are whole in a few characters: 调运帐篷, 倒塌民房, 因灾死亡
_WHOLE = re.compile(
    f"(?:累计|共|紧急)*(?:{one_of('paying', 'buying', 'carrying')}了?{one_of('goods')}|{one_of('harm')}{one_of('harmed')}|{one_of('harmed')}{one_of('harm')}"
    "|因灾(?:死亡|伤亡|受伤|失踪)(?:人口|失踪)?|(?:变更|注销|撤销)登记|补领证件)")
# What is said of those that are counted where it does not tell which they are: 特困人员|基本生活得到保障, but 老年人|享受津贴
_SAID_OF = Late(rf"(?!(?:全部|均|都|已|按[^，]{{2,6}}|定制|按时|足额|顺利)*(?:{one_of('tells_which')}|(?:完成)?[^，]{{0,4}}(?:换届|选举|改造|脱钩)))")
_AGED = Late("[0-9]周?岁")
_A_PART = 0.08          # 其中异地办理5对: a part outside the indicator list may lack what its whole is
_TOLD_OF, _PREDICATE = 0.08, 4      # what a predicate of so many characters costs
_OF_A_BASE = 0.05       # 是2015年的1.6倍: what it is a multiple of may belong to the name
_OF_A_FLAG, _OF_AN_INFERENCE, _FOR_A_PROOF = 0.3, 0.1, 0.03
_LOOSE = 0.1            # what a loose phrase costs
_LEAST, _MOST = 0.05, 0.98
_CLASS = Late("{([a-z_]+)}")       # {payers} in a pattern: any word of the class


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
    if figure.measure == "multiple" and figure.of:
        sure = round(sure - _OF_A_BASE, 2)
    is_loose_part = figure.part_of and not known and not figure.inherited and not confirmed
    return round(max(_LEAST, sure - _A_PART), 2) if is_loose_part else sure


def _tells_of(figure: Figure) -> bool:
    """Is what stands behind a counted noun said of it, and no part of what it is?"""
    predicate = figure.subject.removeprefix(figure.member) if figure.member else figure.subject
    return _PREDICATE <= len(predicate) < len(figure.subject) and bool(_SAID_OF.match(predicate))


@lru_cache(maxsize=4096)
def _confidence(phrase: tuple[str, str, str, bool], flags: int, known: bool, confirmed: bool, inferred: bool) -> float:
    sure = _sure_of(*phrase, known) + _FOR_A_PROOF * confirmed - _OF_AN_INFERENCE * inferred - _OF_A_FLAG * flags
    return round(min(_MOST, max(_LEAST, sure)), 2)


def _sure_of(rule: str, subject: str, unit: str, inherited: bool, known: bool) -> float:
    """How often a phrase so found was right."""
    name, known = rule.partition(" ")[0], known or bool(_STATISTIC.fullmatch(subject))
    sure = _SURE.get(name, _OF_ANY_OTHER) - 0.1 * (len(subject) > _LONG)
    if inherited and name not in _POINTS_BACK:
        sure -= 0.03 if known else 0.1
    if not known:
        sure -= _for_an_unknown(rule, subject)
    if unit == "人" and _AGED.search(subject) and "高龄" in subject:
        sure -= 0.08                    # whether the age belongs to the name, every author decides anew
    if unit == "元" and ("标准" in subject or subject.endswith("低保")):
        sure -= 0.1                     # per whom and per what time is not told
    if not known and unit in RATIOS and is_branch(subject):
        sure -= 0.1                     # 汽车制造业增长5%: what of it grew?
    opening, anywhere = _loose(known)
    return sure - _LOOSE * bool(opening.match(subject) or anywhere.search(subject))


@cache
def _loose(known: bool) -> tuple[re.Pattern, re.Pattern]:
    """What betrays a phrase that is no whole name, at its beginning and anywhere; of a known indicator's only some of it."""
    told = [one for words, asked, _ in loose_phrases() if asked == "always" or not known for one in words]
    opening = [one for one in told if one[0] == "^"]        # asked but once
    return re.compile("|".join(opening)), re.compile("|".join(one for one in told if one[0] != "^"))


def loose_phrases() -> list[tuple[list[str], str, str]]:
    """Patterns, when they are asked (always, unknown) and example of what betrays a phrase that is no whole name."""
    table = tomllib.loads((files("minzheng.reference") / "loose_phrases.toml").read_text(encoding="utf-8"))
    return [([_CLASS.sub(lambda name: one_of(name[1]), one) for one in row["words"]], row["asked"], row["example"]) for row in table["loose"]]


def _for_an_unknown(rule: str, subject: str) -> float:
    """What a phrase outside the indicator list costs: the shorter, the more often a word is missing."""
    length = len(subject)
    if _WHOLE.fullmatch(subject):
        return 0.02
    if rule == "table-row":             # a row label alone: what the table is about is not in it
        return 0.25 if length < _TELLING else 0.02
    if rule == "counted-noun":
        whole = length >= _LONG_ENOUGH and _MADE.match(subject)
        return 0.28 if length <= _SHORT else 0.1 if length < _TELLING else 0.02 if whole else 0.05
    return 0.25 if length <= _SHORT else 0.07 if length < _TELLING else 0.02
