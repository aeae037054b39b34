"""Indicators: the code list of what bulletins count, with aliases, units, and breaks in definition.

Sources and how an alias is written: README.md beside this file. An analyst's own rows go into `data/indicators.csv`.
"""
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from operator import add
from pathlib import Path

from minzheng.errors import CodeListError
from minzheng.reference.units import unit_dimension

DOMAINS = ("综合", "养老", "儿童福利", "残疾人福利", "社会救助", "社区与自治", "社会组织", "慈善社工志愿",
           "福利彩票", "婚姻", "殡葬", "区划地名", "经费", "历史职能", "工作过程")
KINDS = ("stock", "flow", "ratio")
AGGREGATIONS = ("sum", "weighted-mean", "none")
OWN_ROWS = Path(__file__).parents[3] / "data" / "indicators.csv"
_CSV = Path(__file__).with_name("indicators.csv")
_SYNONYMS = Path(__file__).with_name("synonyms.csv")
_NARROWING = Path(__file__).with_name("narrowing.csv")
_ALWAYS = 9999
_LEFT_OUT = re.compile(r"[的“”\"‘’《》\s]")
_NEWLY = re.compile("新建|新增|新设|改造")
_BODIES = frozenset("个家所处座")             # measure words of institutions, used one for another
_MIXED = ("count", "visits")                # dimensions that hold unlike things: beds and institutions, 人次 and 车次


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to speak of an indicator: all `parts` occur in the phrase, in any order; `whole`: the phrase is it."""

    parts: tuple[str, ...]
    whole: bool

    @property
    def weight(self) -> int:
        return sum(map(len, self.parts))

    def fits(self, phrase: str) -> bool:
        """Whether a normal phrase speaks of it."""
        if self.whole:
            return phrase == self.parts[0]
        return all(map(phrase.__contains__, self.parts))


@dataclass(frozen=True, slots=True)
class Break:
    """From `year` on the figures follow another definition than before."""

    year: int
    reason: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is counted, in which units, and since when."""

    code: str
    name_zh: str
    name_en: str
    aliases: tuple[Alias, ...]
    domain: str
    units: tuple[str, ...]      # the usual one first; levels in other units are not taken for it
    kind: str                   # stock · flow · ratio
    agg: str                    # how places add up: sum · weighted-mean · none
    since: int                  # first and last year in which it is counted, 0 and 9999 where open
    until: int
    breaks: tuple[Break, ...]
    source: str
    notes: str

    def comes_in(self, unit: str) -> bool:
        """Whether a level in this unit can be one of it.

        >>> [indicator_of(code).comes_in("家") for code in ("ELD.INST", "ELD.BED", "SA.U.N")]
        [True, False, False]
        """
        dimension = unit_dimension(unit)
        if dimension in _MIXED:
            return unit in self.units or (unit in _BODIES and not _BODIES.isdisjoint(self.units))
        return unit in self.units or dimension in {unit_dimension(known) for known in self.units}


COLUMNS = ("code", "name_zh", "name_en", "aliases", "domain", "units", "kind", "agg", "since", "until", "breaks",
           "source", "notes")


@cache
def load_indicators(own: Path = OWN_ROWS) -> tuple[Indicator, ...]:
    """The code list; rows of the analyst's file `own` are added, a row with a known code replaces the shipped one.

    Raises CodeListError with every offender of both files.
    """
    tables = [_CSV, own] if own.is_file() else [_CSV]
    offenders, rows = [], {}
    for path in tables:
        codes = Counter()
        for row in _read_rows(path):
            codes[row["code"]] += 1
            problems = list(_misprints(row))
            offenders += [f"{path.name}: {row['code'] or row['name_zh']}: {problem}" for problem in problems]
            if not problems:
                rows[row["code"]] = _indicator(row)
        offenders += [f"{path.name}: {code}: {times} rows have this code" for code, times in codes.items() if times > 1]
    offenders += _shared_aliases(rows.values())
    if offenders:
        raise CodeListError("please correct the indicator list:\n" + "\n".join(offenders))
    return tuple(rows.values())


def indicator_of(code: str) -> Indicator:
    """The indicator of a code.

    >>> indicator_of("SA.U.STD").name_zh
    '城市低保平均标准'
    """
    try:
        return _by_code()[code]
    except KeyError:
        raise CodeListError(f"indicator {code!r} is neither in {_CSV.name} nor in {OWN_ROWS.name}") from None


def normal_phrase(phrase: str) -> str:
    """A subject in the list's own words: synonyms replaced, quotes, blanks and 的 left out.

    >>> normal_phrase("城镇居民最低生活保障的平均标准"), normal_phrase("“社会散居”孤儿")
    ('城市低保平均标准', '社会分散孤儿')
    """
    plain = _LEFT_OUT.sub("", phrase.replace("（", "(").replace("）", ")"))
    normal = _synonyms()
    return _synonym_pattern().sub(lambda word: normal[word[0]], plain)


@lru_cache(maxsize=65536)
def match_indicator(phrase: str, unit: str = "") -> Indicator | None:
    """The indicator that a subject speaks of; None where none fits or two fit equally well.

    `unit` is the unit of the level, "" where it is not known, as for a growth without its level. The longest alias
    wins, then the name nearest to the phrase. What was built in the year is never taken for what there is, and a
    narrower subject (narrowing.csv) never for the whole.

    >>> match_indicator("全省城镇低保对象", "人").code, match_indicator("城镇低保对象", "户").code
    ('SA.U.N', 'SA.U.HH')
    >>> match_indicator("城市低保平均标准").code, match_indicator("新建养老机构", "家")
    ('SA.U.STD', None)
    >>> match_indicator("涉外结婚登记", "对")
    """
    normal = normal_phrase(phrase)
    newly = _NEWLY.search(normal)
    heads, index = {*map(add, normal, normal[1:]), normal[-1:]}, _aliases_in(unit)
    fitting = [(alias.weight, indicator) for head in heads if head in index for alias, indicator in index[head]
               if alias.fits(normal) and not (newly and indicator.kind == "stock")]
    longest = max((weight for weight, _ in fitting), default=0)
    named = list({indicator.code: indicator for weight, indicator in fitting if weight == longest}.values())
    if len(named) > 1:
        likeness = [_likeness(normal, indicator.name_zh) for indicator in named]
        named = [indicator for indicator, like in zip(named, likeness, strict=True) if like == max(likeness)]
    return named[0] if len(named) == 1 and not _narrows(normal, heads, named[0]) else None


def _narrows(phrase: str, heads: set[str], indicator: Indicator) -> bool:
    """Does the phrase name a part of what an indicator counts, by a word that neither its name nor its alias has?

    `heads`: every two characters of the phrase.
    """
    words = _narrowing_words(indicator.code)
    narrowing = [word for head in heads for word in words.get(head, ()) if word in phrase]
    if not narrowing:
        return False
    told = {part for alias in indicator.aliases if alias.fits(phrase) for part in (*alias.parts, indicator.name_zh)}
    return any(not any(word in name for name in told) for word in narrowing)


def _likeness(phrase: str, name: str) -> float:
    """0–1: the characters two phrases share."""
    common = sum((Counter(phrase) & Counter(name)).values())
    return 2 * common / (len(phrase) + len(name))


def _read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file, restval="")
        if unknown := set(table.fieldnames or ()) - set(COLUMNS):
            raise CodeListError(f"{path}: unknown columns {', '.join(sorted(unknown))}; known are {', '.join(COLUMNS)}")
        return [dict.fromkeys(COLUMNS, "") | {column: text.strip() for column, text in row.items()} for row in table]


def _misprints(row: dict[str, str]) -> Iterator[str]:
    """What is wrong with one row, in words."""
    if not re.fullmatch(r"[A-Z]+(\.[A-Z0-9_]+)+", row["code"]):
        yield "a code is capitals in groups, such as SA.U.STD"
    for column in ("name_zh", "aliases", "units"):
        if not row[column]:
            yield f"{column} is empty"
    if set("|+=") & set(row["name_zh"]):
        yield "name_zh holds signs of an alias"
    for column, known in (("domain", DOMAINS), ("kind", KINDS), ("agg", AGGREGATIONS)):
        if row[column] not in known:
            yield f"{column} {row[column]!r} is none of {', '.join(known)}"
    for column in ("since", "until"):
        if not re.fullmatch(r"(\d{4})?", row[column]):
            yield f"{column} {row[column]!r} is no year"
    for text in filter(None, row["breaks"].split("|")):
        if not re.fullmatch(r"\d{4} \S.*", text):
            yield f"break {text!r} is not a year, a blank and a reason"


def _indicator(row: dict[str, str]) -> Indicator:
    aliases = tuple(Alias(tuple(normal_phrase(part) for part in text.removeprefix("=").split("+")), text[0] == "=")
                    for text in row["aliases"].split("|"))
    breaks = tuple(Break(int(text[:4]), text[5:]) for text in filter(None, row["breaks"].split("|")))
    return Indicator(row["code"], row["name_zh"], row["name_en"], aliases, row["domain"],
                     tuple(row["units"].split("|")), row["kind"], row["agg"], int(row["since"] or 0),
                     int(row["until"] or _ALWAYS), breaks, row["source"], row["notes"])


def _shared_aliases(indicators: Iterable[Indicator]) -> list[str]:
    """Aliases that two indicators share although a unit cannot tell them apart."""
    users = defaultdict(set)
    for indicator in indicators:
        for alias in indicator.aliases:
            users[frozenset(alias.parts), alias.whole].add(indicator)
    return [f"{first.code} and {second.code}: both have the alias {'+'.join(sorted(parts))} and the unit {unit}"
            for (parts, _), same in users.items()
            for first, second in combinations(sorted(same, key=lambda indicator: indicator.code), 2)
            for unit in sorted(set(first.units) & set(second.units))[:1]]


@cache
def _by_code() -> dict[str, Indicator]:
    return {indicator.code: indicator for indicator in load_indicators()}


@cache
def _aliases_in(unit: str) -> dict[str, list[tuple[Alias, Indicator]]]:
    """Aliases of the indicators that come in a unit (of all for ""), by two characters that each alias holds."""
    index = defaultdict(list)
    for indicator in load_indicators():
        if not unit or indicator.comes_in(unit):
            for alias in indicator.aliases:
                index[max(alias.parts, key=len)[:2]].append((alias, indicator))
    return dict(index)


@cache
def _synonyms() -> dict[str, str]:
    with _SYNONYMS.open(encoding="utf-8", newline="") as file:
        return {row["words"]: row["normal"] for row in csv.DictReader(file)}


@cache
def _synonym_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_synonyms(), key=len, reverse=True))))


@cache
def _narrowing_words(code: str) -> dict[str, list[str]]:
    """The words that narrow what an indicator counts, by their first two characters."""
    words = defaultdict(list)
    for word, within in _narrowings():
        if code.startswith(within):
            words[word[:2]].append(word)
    return dict(words)


@cache
def _narrowings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each narrowing word with the beginnings of the codes that it narrows."""
    with _NARROWING.open(encoding="utf-8", newline="") as file:
        return tuple((normal_phrase(word), tuple(row["within"].split()) or ("",))
                     for row in csv.DictReader(file) for word in row["words"].split("|"))
