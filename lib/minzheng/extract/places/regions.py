"""Which place a clause speaks of."""
import re
from functools import lru_cache
from typing import NamedTuple

from minzheng.extract.places.named import Area, is_elsewhere, opening_areas
from minzheng.extract.syntax import one_of
from minzheng.patterns import Late
from minzheng.reference.regions import (
    NATION,
    Place,
    district_behind,
    lies_in,
    parent_of,
    place_at,
    region_of,
    regions_named,
)

# 全国 and 全省, 我市, 本区 as the scope of a figure
# It opens with a set of characters, so that `re` passes quickly over clauses without one.
_SCOPE = re.compile(
    r"[全我本该省市县区州盟旗](?:"
    r"(?<=全)(?<![在为居获被是占于较比出达快入向对]全)"          # not 居全国…: a rank, a comparison
    r"(?P<nation>国(?!"
    r"率先|首|领先|先进|前|文明|重点|优秀|百强|排名|示范|唯一|最|第|十佳|水平|一流|模范|居"      # ranks and honours
    r"|人大|政协|两会|双拥|青少年|妇联|民政工作|民政系统先进"                             # bodies and meetings
    r"|性|统一|各地|平均|试点|乃至"
    r"|[^，。；]{0,8}(?:称号|荣誉|会议|第[一二三四五六七八九十]|首位|前列)))"
    r"|(?<![于比占较超与距].)(?:(?<=[全我本该])(?P<word>[省市县区州盟旗])|(?<=[省市县区州盟旗]))(?P<own>本级|直)?"
    r"(?=$|[^委政级外属厅长管辖内]|级机关))")
may_name_scope = re.compile("[全我本该](?=[国省市县区州盟旗级])").search        # in every match that tells something: 全省, 市本级, but not 城市
_MEAN_TOLD = Late("平均(?:水平|值|数|标准)?(?:达到|[为是达约])(?:每人|每户)?(?:每[月年天])?[0-9]")            # 全省平均水平为9%
ADJECTIVE = Late(r"率先|首|第|领先|先进|前列|平均|最|唯一|优秀|示范|文明")
_REACHES = ("惠及", "覆盖")
_GOES_ON = tuple("、和与至到—-")        # behind a place: another one follows
_WORK = Late(r"[^，。；、0-9]{1,10}(?:馆|机场|大桥|港|铁路|高铁|剧院|实验室|隧道|艺术中心)(?=、|和|等|[建投开通竣])")
_AS_EXAMPLE = Late("[^，。；、0-9]{0,20}等[0-9两三四五六七八九十]+[余多]?(?:[个家座所处条项名]|[县市区旗州])")
_DIGIT = Late("[0-9]")
MUNICIPALITIES = ("11", "12", "31", "50")
_ENDINGS = {"省": ("省", "自治区"), "市": ("市", "盟", "州", "地区"), "区": ("区",), "州": ("州",)}
_OPENING = Late(
    r"^(?:[一二三四五六七八九十]是|其中|截至[^，]{2,12}|20\d\d年|今年|目前|同时|同期|分地区看|分区域看|[，：:]"
    r"|而|但|[仅光单]是?|[●▲■◆★▶►•·◎※☆○▪➤]|[0-9]{1,2}[.、](?![0-9])|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)*")
_OPENERS = frozenset("一二三四五六七八九十其截0123456789今目同分，：:而但仅光单（(●▲■◆★▶►•·◎※☆○▪➤")         # a match of it that is not empty begins with one of them
_WHERE = 6              # 粤北的韶关: so near the beginning of a clause
THE_OTHERS = ("其余", "其他", "其它", "各")
_OTHERS = Late("(?P<rest>其[余他它])?的?各?[0-9两三四五六七八九十]{0,2}个?[县市区旗州盟]")     # 其余各区均建成1个
_SEEN_FROM = Late("(?:放在?|放眼|就|从|在)?全国(?:范围)?来?看")         # 放眼全国看，…
_DONE_THERE = Late("(?:先行|率先)*(?:试点|试行|推行|启动|开展|实施|新建|改建|扩建|改造|建成|建设|设立|开设|建起)")      # 同时在黄梅县|试点…
_GIVES = Late(f"(?:紧急|先后|累计|分批|统一)*(?:{one_of('funding', 'paying')}|运送|捐赠|支援)")
_OTHER_LEVEL = Late("中央|[省县区]级|[乡镇街]")


def clause_area(clause: str, home: str, area: Area, here: str = "", named: str = "") -> Area:
    """The area that a clause speaks of; `area` where it names none.

    `here`: the place of the paragraph, if it has one (深圳：…); 全市 means that city there. `named`: the place that the
    paragraph named last; 全区 means that in a text about a city. Where it named none, who is meant is not told.

    >>> clause_area("营口市实现城市社区全覆盖", "210000", Area("210000")).code
    '210800'
    >>> clause_area("在全国率先开展", "210000", Area("210000")).code
    '210000'
    """
    scope, here = None, here or home
    for match in _SCOPE.finditer(clause):
        if match["nation"] and (home == NATION or (_opens(clause, match.start()) and _DIGIT.search(clause))):
            scope = Area(NATION)
        elif match["nation"] and clause.startswith(_REACHES, max(0, match.start() - 2)) and clause[match.end():match.end() + 1].isdigit():
            scope = Area(NATION)                # 补贴惠及全国|1180万人
        elif match["own"] == "本级" and home:
            scope = Area(here, "own-level")
        elif match["word"] and home:
            meant = region_meant(here, match["word"])
            if not meant:
                near = _near_called_so(match["word"], home, (area.code, "" if match.start() else named))
                scope = Area(near) if near else Area(here, "subset")
            # what lies above is often only compared with: 居全省首位
            elif meant == here or (_opens(clause, match.start()) and (not ADJECTIVE.match(clause, match.end()) or _MEAN_TOLD.match(clause, match.end()))):
                scope = Area(meant)
    if clause.endswith("看") and _SEEN_FROM.match(clause):
        return Area(NATION)
    if clause.startswith(THE_OTHERS) and (others := _OTHERS.match(clause)):
        return Area(here, "subset" if others["rest"] else "whole")
    if area.scope == "own-level" and _OTHER_LEVEL.search(clause):
        area = Area(area.code)
    return _subject_place(clause, home) or scope or area


def _near_called_so(word: str, home: str, near: tuple[str, ...]) -> str:
    """The first of the places just spoken of that lies in `home` and that 全区, 全县 may mean; "" for none."""
    return next((code for code in near if code and lies_in(code, home) and _fits(code, word)), "")


def _opens(clause: str, at: int) -> bool:
    """Does hardly anything stand before that place of a clause?"""
    return at <= 2 or at - _OPENING.match(clause, 0, at).end() <= 2


class Opening(NamedTuple):
    """The place that a clause opens with; `within` is the region named right before it (浙江省杭州市)."""

    stop: int
    name: str
    within: str


def _deepest(text: str) -> Opening | None:
    """The last of the names that follow each other at the beginning (浙江省杭州市西湖区); None where there is none."""
    found, within, shift = None, "", 0
    while place := place_at(text, shift) or (found and district_behind(text, Place(0, shift, found.name))):
        regions = regions_named(place.name, within)
        if found and not (len(regions) == 1 and within and lies_in(regions[0].code, within)):
            break
        found = Opening(place.stop, place.name, within)
        shift, within = place.stop, regions[0].code if len(regions) == 1 else within
    return found


def may_name_subject(clause: str) -> bool:
    """Whether a place may open the clause as its subject."""
    start = _subject_start(clause)
    return place_at(clause, start) is not None or (clause[start:start + 1] in ("在", "向", "给", "以") and place_at(clause, start + 1) is not None)


def _subject_start(clause: str) -> int:
    """Where the subject of a clause may begin: behind 其中, 而, 粤北的."""
    start = _OPENING.match(clause).end() if clause[:1] in _OPENERS else 0
    if "造成" in clause and place_at(clause, struck := clause.index("造成") + 2):
        return struck                           # 强降雨造成|东宁县11个乡镇受灾
    behind = clause.find("的", start, start + _WHERE) + 1
    return behind if behind and place_at(clause, start) is None else start


@lru_cache(maxsize=64)
def region_meant(home: str, word: str) -> str:
    """The region that 全省, 全市 … means in a document about `home`: the nearest from it up that is called so; "" for none."""
    code = home
    while code and code != NATION:
        if _fits(code, word):
            return code
        code = parent_of(code)
    return ""


def _fits(code: str, word: str) -> bool:
    """Is a region called so: 自治区 by 全区, 州 by 全市 as well?"""
    region, city_state = region_of(code), word == "市" and code[:2] in MUNICIPALITIES
    return region.name.endswith(_ENDINGS.get(word, (word,))) and (region.level != "province" or word in "省区" or city_state)


def _subject_place(clause: str, home: str) -> Area | None:
    """A named place that opens the clause as its subject."""
    start = _subject_start(clause)
    if clause[:1] in "在以" and (where := place_at(clause, 1)) and clause[where.stop:] == ("为例" if clause[0] == "以" else ""):
        start = 1                               # 在湘潭县，…; 以湘潭县为例，…
    if clause[start:start + 1] == "在" and (where := place_at(clause, start + 1)) and _DONE_THERE.match(clause, where.stop):
        start += 1
    if clause[:1] in "向给" and (where := place_at(clause, 1)) and _GIVES.match(clause, where.stop):       # 向临夏州调拨…
        start = 1
    place = _deepest(clause[start:start + 24])
    if place is None:
        return None
    regions, listed = regions_named(place.name, place.within or home), clause.startswith(_GOES_ON, start + place.stop)
    if not listed and (len(regions) != 1 or regions[0].code == NATION):      # 全国 is an adjective as often: left to the scope words
        return None
    if is_elsewhere(clause, Place(start, place.stop + start, place.name)):
        return None
    if not listed and "等" in clause and _AS_EXAMPLE.match(clause, start + place.stop):
        return Area(home, "subset")             # 肇庆等7个集聚区
    if _WORK.match(clause, start + place.stop) and not _DIGIT.search(clause):
        return None                             # 广州…馆等建成使用，… : what follows is not about 广州
    if listed:
        return Area(home, "subset") if "个" in clause or opening_areas(clause[start:], home) else None
    code = regions[0].code
    near = home in ("", NATION) or lies_in(code, home) or lies_in(home, code)
    if not near and regions[0].level == "county" and not place.within:
        return None                             # 新建|区级站点: no far county is meant
    # A name in full is meant (another province's figures for comparison); a short one far away may be two words.
    return Area(code) if near or place.name == regions[0].name else Area("")
