"""What cannot be mended: lost text, spoiled figures, and documents that are not to be believed as a whole."""
import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain

from minzheng.decode.alphabet import DIGIT, kind, kinds_of, matches, places
from minzheng.decode.furniture import Mark
from minzheng.decode.width import FULL_DIGIT, HALF
from minzheng.patterns import Late

LEAST_ORPHANS = 3       # units without their number, before a document counts as having lost its digits
LEAST_SPUN = 2          # different words that only article spinners use
SAMPLE = 20_000         # characters that are looked at for doubts about the whole
_LOST = Late(
    r"[\ufffd锟斤?？□■◆烫屯](?:(?<=\ufffd)\ufffd*|(?:(?<=锟)斤拷?|(?<=斤)拷)(?:锟斤拷|锟斤|斤拷)*|"
    r"(?<=[?？])(?:[?？]{2,}|(?: [?？]){3,})|(?<=[□■◆])[□■◆]+|(?<=烫)烫{2,}|(?<=屯)屯{2,})")
_DEBRIS, _PERCENT_OR_YUAN = kind("\ufffd锟斤?？□■◆烫屯xX×*＊"), kind("%％元")
_LEADS_TO_NUMBER = kind("长降高升少到达占至")
_UNIT = "[年月日个件人户名元万亿%％]"
_COUNTED = "[万亿元人户个名件张%％年月日]"
# All begin with a number's first digit, so that text between numbers costs next to nothing.
_SPOILED = Late(
    r"\d(?<![\d.]\d)(?=(?<=0)\d|\d{4}|\d?月|\d{3}年[1-9]\d|[\d.,]{0,30}+[ \n/xX*＊×Oo]|\d*+\.(?:\d++\.)?[^\d])(?:"
    + "|".join((
        r"[\d.,]{0,30}/(?:[月年天](?!\d)|人(?=[·月年，。；、])|(?=[，。；、]))",      # 886/月: the unit of money is lost
        rf"\d*(?:[xX*＊]|××){{1,3}}\d*(?={_UNIT})",            # 20xx9人
        r"\d{4,7}日",                                           # 201811日
        r"\d{3}年?(?:1[3-9]|[2-9]\d)月",                       # 202113月
        r"\d?月(?:\d{3,}|3[2-9]|[4-9]\d)日",
        r"\d{4,}年(?!以)",
        rf"\d*\.(?:\d*\.\d*)?(?={_UNIT})",                    # 46.亿元, 1.2.3万, 4..9%
        r"\d{0,30}[Oo][\dOo]{0,30}(?=[年月日个件人户名元万亿])",   # 2O21年
        r"(?<=[^\-:：/A-Za-z]0)\d+(?=[人户元万亿个名件张])",      # 0131人
        rf"(?<=[㐀-鿿]\d)(?<![图表第]\d)\d{{0,3}}\n(?!(?:19|20)\d\d年)\d[\d.,]{{0,9}}(?={_COUNTED})",
        r"(?<!\d \d)(?<![图表第:：\-A-Za-z]\d)\d{0,2}(?: [.,]?|[.,] )(?!(?:19|20)\d\d ?[年.\-/])"
        rf"\d[\d.,]{{0,9}}(?= ?{_COUNTED})",                   # 1 234万元, 75. 3万
    )) + ")", re.ASCII)
_PLACEHOLDER = Late(r"[xX×*＊](?<![\dA-Za-z×*].)(?:[xX×*＊]{0,3}(?:年(?=[\d一-鿿])|[月日])|"
                          r"[xX×*＊]{1,3}(?=[人户元万亿个名件张]))")             # x年, **人
_UNIT_ALONE = Late(r"[%％元](?:(?<=[长降高升少到达占][%％])|(?<=[到至]元)/[月年])(?=[，。；、])")
_ODD_COMMA = Late(rf"\d(?<![\d,.]\d)(?<!\d[，、]\d)\d{{0,2}},(?:\d{{1,2}}|\d{{4}})(?![\d,.])(?={_COUNTED})")
_QUESTIONED = Late(r"(?<![\d.])\d[\d.]*[?]+[\d.]*|(?<![?])[?]+\d[\d.]*")
_ASKS = Late("(?:什么|为何|如何|怎么?样?|哪[些里个]|吗|呢|是否|多少|[没还]有)[^，。；！？,;!?\\n]{0,6}$")
_CLAUSE = 16            # characters before a question mark that say whether it asks
_ORPHAN = Late("[万亿元%％到为达约至共差个年](?:" + "|".join((     # a unit where its number must have stood
    r"(?<=[万亿])[元人户名](?<![\d.一二三四五六七八九十百千万亿几数余多两上超：:（(|/、，\s]..)",     # not （万元） of tables
    r"(?<=元)/[月年人](?<![\d.一二三四五六七八九十百千万亿几数余多：:（(|/、，\s]...)",
    r"(?<=[一-鿿][%％])",
    "(?<=[到为达约至共差])元(?![/旦宝素首老])",
    r"(?<=个)(?<![\d一两二三四五六七八九十百千万亿这那每各多几整某逐哪个数半单首全该此前后上下余来第另：:（(|“推\s].)"
    "(?![人体案性别税私中旧展头子个位唱月转])",
    r"(?<=年)(?<![^，。；\n].)(?:[，,]|全[省市县]|来|以来|\d?月)",
)) + ")")
_NUMBERED = Late(r"\d(?:%|％|亿元|万元|万|个百分点|元|人|户|个|年)")
_ISSUER_IS_SITE = Late(
    r"(?:^|[，。\n])([一-鿿A-Za-z0-9]{2,8}?(?:网|网站|网址|平台|官网|直播|娱乐|体育|彩票|棋牌|app|APP))"
    r"(?:召开|印发|组织|举行|在[一-鿿]{2,6}召开|[厅局]长|党组)")


def find_lost(text: str) -> list[Mark]:
    """Find text that is gone for good: U+FFFD, 锟斤拷, `????`.

    >>> find_lost("低保锟斤拷锟斤拷标准")
    [Mark(start=2, stop=8, kind='lost', proposal='')]
    """
    return [Mark(*match.span(), "lost") for match in matches(_LOST, text, places(text, _DEBRIS))]


def find_spoiled(text: str) -> list[Mark]:
    """Find figures and dates that lost characters: flagged and not believed.

    >>> [text[mark.start:mark.stop] for text in ["标准886/月，覆盖20xx9人"] for mark in find_spoiled(text)]
    ['886/月', '20xx9']
    """
    if kinds_of(text) & FULL_DIGIT:
        text = text.translate(HALF)
    found = (
        matches(_SPOILED, text, places(text, DIGIT, before=~DIGIT)),
        matches(_PLACEHOLDER, text, places(text, _DEBRIS)),
        matches(_UNIT_ALONE, text, places(text, _PERCENT_OR_YUAN, before=_LEADS_TO_NUMBER)),
    )
    return [Mark(*span, "spoiled") for span in sorted(match.span() for match in chain(*found))]


def find_questioned(raw: str) -> list[tuple[int, int]]:
    """Find figures of a raw text beside an ASCII question mark, which may have swallowed a digit, or with a comma
    that groups no thousands.

    >>> find_questioned("共?0131人，为何？2021年；计12,34户")
    [(18, 23), (1, 6)]
    >>> find_questioned("年底兑现了没有?2022年")        # it asks
    []
    """
    odd = [match.span() for match in _ODD_COMMA.finditer(raw)] if "," in raw else []
    beside = _QUESTIONED.finditer(raw) if "?" in raw else ()
    return odd + [match.span() for match in beside if match[0][0] != "?" or not _ASKS.search(raw, max(0, match.start() - _CLAUSE), match.start())]


def doubts_about(text: str) -> tuple[str, ...]:
    """Doubts about a clean text as a whole, under which each of its figures is flagged.

    digits-lost: units stand without numbers; rewritten: words were swapped for synonyms by a program;
    issuer-replaced: a web site does what only an authority does.

    >>> doubts_about("飞球网召开全省民政工作会议。集会指出，宇宙民政系统")
    ('rewritten', 'issuer-replaced')
    """
    return tuple(_doubts(text[:SAMPLE]))


def _doubts(text: str) -> Iterator[str]:
    orphans = len(_ORPHAN.findall(text))
    if orphans >= LEAST_ORPHANS and orphans * 4 > len(_NUMBERED.findall(text)):
        yield "digits-lost"
    words, any_of_them = _spun_words()
    if any_of_them.search(text) and sum(word in text for word in words) >= LEAST_SPUN:
        yield "rewritten"
    if _ISSUER_IS_SITE.search(text):
        yield "issuer-replaced"


@cache
def _spun_words() -> tuple[list[str], re.Pattern]:
    with (files("minzheng.reference") / "spun_words.csv").open(encoding="utf-8") as lines:
        words = [row["spun"] for row in csv.DictReader(lines)]
    return words, re.compile("|".join(map(re.escape, words)))
