"""Stretches of text whose numbers count nothing: dates, ordinals, names, codes, ages, clock times."""
import re
from typing import NamedTuple

from minzheng.extract.numbers.numerals import fold_width
from minzheng.patterns import Late

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_CN = "[一二两三四五六七八九十百零〇]"
_YEAR = "(?:19|20)[0-9]{2}"
_TO = " ?(?:-+|~|至|到|、|和|及|与) ?"
_DAY = r"[0-9]{1,2}(?: ?(?:-+|~|至|、) ?[0-9]{1,2})? ?[日号](?!均|常|元)"
_MONTH = (
    rf"[0-9]{{1,2}}(?:{_TO}[0-9]{{1,2}})? ?月(?!均|人均)(?:份|底|末|初|上旬|中旬|下旬)?(?: ?{_DAY})?"
    rf"(?:{_TO}[0-9]{{1,2}} ?月(?: ?{_DAY})?)?"
)
_SPAN = rf"{_NUMBER}(?: ?(?:-+|~|至|到) ?[0-9]+)? ?(?:个月|个?工作日|天|个?小时|分钟|秒)"
# A time limit or the name of a service, not a duration that was measured.
_WITHIN = (
    "(?:以?内|之内|通达|直达|到达|抵达|以上|以下|以后|后|前|圈|制|左右车程|车程|生活|便民|服务|养老|城市|社区|健身|响应"
    "|办结|值班|值守|不间断|全天候|热线|经济圈|通勤|交通|救援|期限)"
)
_MEASURE = "(?:季度|产业|批次|阶段|学期|[个批届次轮期位名条款号项章节类代站家所大季卷编部场]|年)"
_AMOUNT = r"(?! ?(?:[0-9]|\.[0-9])*+ ?(?:[多余]? ?[万亿]|%|‰|元|个百分点|美元))"

# What follows a number in any of the patterns at a digit but the last.
_TRIGGER = (
    r"[年月日号岁周时点季世后强版小工天分秒#:∶：+./A-Za-z]"
    r"|[-~至到、和及与] ?[0-9]|-+[0-9]|[多余] ?年|\(含|个(?:月|工|小)"
)

# Tried in order at a start of their class: the longer reading of the same start first.
_AT_DIGIT = (
    ("", rf"[0-9]++(?:\.[0-9]++)?+(?! ?(?:{_TRIGGER}))"),       # a number that none of the rest can follow
    ("date", r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9])"),
    ("date", rf"(?:[0-9]{{1,2}}\.)?{_YEAR}(?:{_TO}(?:19|20)?[0-9]{{2}}(?! ?[0-9名个家万人])){{0,6}}"
             r" ?(?:年度|学年|财年|年)(?:代|版)?"
             rf"(?: ?(?:第?[1-4一二三四] ?季度|{_MONTH}))?(?:{_TO}{_YEAR} ?年(?: ?{_MONTH})?)?"),
    ("date", rf"{_YEAR} ?(?:-+|~|至|到) ?{_YEAR}(?![0-9])|{_YEAR} ?版"),
    ("phone", r"[0-9]{3,4}-[0-9]{7,8}(?![0-9])|[48]00-[0-9]{3,4}-[0-9]{3,4}|1[3-9][0-9]{9}(?![0-9])"),
    ("ratio", rf"{_NUMBER}(?:[:∶：]{_NUMBER})+"),
    ("clock", r"[0-9]{1,2} ?时(?! ?段)(?:[0-9]{1,2} ?分)?"
              r"|[0-9]{1,2} ?点(?:[0-9]{1,2} ?分|半|整|钟|前|左右|至|到)"),
    ("date", rf"{_MONTH}|{_DAY}|[1-4] ?季度"),
    ("age", rf"{_NUMBER} ?(?:周岁|岁)?(?:(?:-+|~|至|到|、)[0-9]{{1,3}})? ?(?:\(含\))? ?(?:周岁|岁|月龄|周龄)"),
    ("named", r"[0-9]+ ?(?:周年|年代|世纪|后(?=群体|青年|干部|、)|强(?!度|化))|[0-9]+ ?[#号](?!召|码)"),
    ("named", r"[0-9]+(?:\+(?:[0-9]+|[A-Za-z]+))+|[0-9]+(?:\.[0-9]+){2,}"),
    ("period", r"[0-9]{1,3}(?:\.[0-9]+)?(?: ?(?:-+|~|至|到) ?[0-9]{1,3})? ?[多余]? ?年(?!代)"),
    ("span", rf"{_SPAN}(?={_WITHIN})|24 ?小时|[0-9]+ ?分钟|[0-9]+ ?个月"),
    ("", r"[0-9]+(?:\.[0-9]+)? ?(?:[kKcm]?m[²³23]?|K?M|[kKm]g|KG|[kMG]?Wh?|TEU|ha|t)(?![A-Za-z0-9])|[0-9]+[xX]+[0-9]+"),
    ("named", r"[0-9]+[A-Za-z][A-Za-z0-9.\-]*"),
    ("", r"[0-9]++(?:\.[0-9]++)?+"),
)
_AT_LETTER = (
    ("formula", r"[xX×*] ?[0-9.]+ ?[%‰]"),
    ("named", r"(?:GB|GB/T|ISO|MZ/T|DB) ?[0-9]+[0-9.\-/]*"),
    ("named", rf"[A-Za-z]++(?:[+/.\-][A-Za-z]++){{0,3}}[+\-]?{_AMOUNT}[0-9][0-9A-Za-z.\-/+]*"),
    ("", r"[A-Za-z]++|[×*]"),
)
_AT_SIGN = (
    ("title", r"《[^《》\n]{1,120}》"),
    ("quoted", r"“[^“”\n]{1,12}”|‘[^‘’\n]{1,12}’|「[^「」\n]{1,12}」"),
    ("footnote", r"\[[0-9]{1,3}\]"),
    ("document", r"[〔\[(][0-9]{4}[〕\])] ?[0-9]+ ?号"),
    ("marker", r"\([0-9]{1,2}\)"),
    ("ordinal", rf"第 ?(?:[0-9]+|{_CN}+)(?:{_TO}第? ?(?:[0-9]+|{_CN}+))? ?{_MEASURE}?"),
    ("rank", r"(?:排名|排在|位列|位居|名列|列|居|进入|跻身|进)"
             r" ?(?:全国|全省|全市|全球|世界|国内|全县)? ?前 ?[0-9]+ ?[名位强个]?%?"),
    ("caption", r"(?:图|表|专栏|附件|附表|附图|专题)[ \t]?[0-9]+(?:-[0-9]+)?"),
    ("page", r"-+ ?[0-9]{1,4} ?-+(?=[ \t]*(?:\n|$))"),
)
# It opens with a set of characters, so that `re` passes quickly over the rest; the words of a rank, an ordinal or a caption need their number.
_START = re.compile(
    r"[0-9A-Za-z×*《“‘「\[〔(第排位名列居进跻图表专附-](?:(?<![第排位名列居进跻图表专附])"
    rf"|(?<=第)(?= ?(?:[0-9]|{_CN}))|(?<=[排位名列居进跻])(?=[名在列居入身]? ?[全省市球世界国内县]{{0,2}} ?前)|(?<=[图表专附])(?=[栏件表图题]?[ \t]?[0-9]))")


def _compiled(patterns) -> tuple[tuple[str, ...], re.Pattern]:
    return tuple(kind for kind, _ in patterns), re.compile("|".join(f"({pattern})" for _, pattern in patterns))


_DIGIT, _LETTER, _SIGN = map(_compiled, (_AT_DIGIT, _AT_LETTER, _AT_SIGN))
_ACHIEVED = Late(r"(?:连续|连年|历时|长达|蝉联|已连|持续|提前|提早)[^，。；0-9]{0,3}$|年限[^，。；0-9]{0,6}$")
_LIFETIME = Late(r"(?:寿命|平均年龄)[^，。；0-9]{0,6}$")
_SHORTENED = Late(
    r"(?:连续|缩短|压缩|缩减|减少|降低|延长|提高|提速|控制)[^，。；]{0,4}$|平均[^，。；0-9]{0,8}$"
    r"|[0-9.]+(?:个月|分钟)(?:缩短|压缩|减少|缩减|降)(?:到|至|为)$"
)


_DEPENDENT = frozenset({"period", "span", "caption", "age", "page"})     # on what stands before them


class Exclusion(NamedTuple):
    """`[start, stop)` holds numbers that are no figures; `kind` says why (date, ordinal, title, named, …)."""

    start: int
    stop: int
    kind: str


def find_exclusions(text: str) -> list[Exclusion]:
    """Every stretch whose numbers are no figures, in text order, without overlap.

    >>> [(e.kind, "2021年第三批《办法》60周岁"[e.start:e.stop]) for e in find_exclusions("2021年第三批《办法》60周岁")]
    [('date', '2021年'), ('ordinal', '第三批'), ('title', '《办法》'), ('age', '60周岁')]
    """
    return exclusions_of(fold_width(text))


def exclusions_of(folded: str) -> list[Exclusion]:
    """The same for text whose width is already folded."""
    found, at = [], 0
    while start := _START.search(folded, at):
        first = start[0]
        kinds, pattern = _DIGIT if first.isdigit() else _SIGN if not first.isascii() or first in "([-" else _LETTER
        match = pattern.match(folded, start.start())
        if match is None:
            at = start.end()
            continue
        at, kind = match.end(), kinds[match.lastindex - 1]
        if kind and _holds(kind, match, folded):
            found.append(Exclusion(match.start(), at, kind))
    return found


def _holds(kind: str, match: re.Match, folded: str) -> bool:
    """Whether what stands before the match lets it be read so."""
    if kind not in _DEPENDENT:
        return True
    before = folded[max(0, match.start() - 12):match.start()]
    if kind == "period":
        return not _ACHIEVED.search(before)
    if kind == "span":
        return not _SHORTENED.search(before)
    if kind == "caption":
        return not before or before[-1] in " \t\n(见如、和至" or match[0][0] in "专附"
    if kind == "age":
        return not _LIFETIME.search(before) and "." not in match[0]      # 平均年龄下降4.7岁
    return not before or before[-1] in " \t\n"           # page
