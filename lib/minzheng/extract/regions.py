"""Which place a clause speaks of."""
import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from minzheng.extract.syntax import one_of
from minzheng.patterns import Late
from minzheng.reference.regions import (
    NATION,
    Place,
    district_behind,
    find_places,
    lies_in,
    parent_of,
    place_at,
    region_of,
    regions_named,
)

OFFICE = Late(
    r"(?:省|市|县|区|州|盟|旗)?(?:人民政府|政府|民政[厅局]|统计局|委|人大|第[一二三四五六七八九十]+届人民代表大会"
    r"|国民经济|民政事业|民政工作|民政)")
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
# What makes a place's name part of another name, or of a help to others.
_NOT_A_PLACE = Late(
    r"[以之]外|(?<=[县区])级|支援|对口|援助|籍|路|大道|街|大厦|银行|大学|学院|公司|集团|日报|晚报|厅|局|会议|经验|模式|发布"
    r"|等\d*[个省市县区]|现场|等|人民大会堂|奥运|冬奥|残奥|亚运|世博"
    # an event is held at a place, what it counts is of those who took part
    r"|(?:第[一二三四五六七八九十百\d]+[届次])?[^，。；、第]{0,10}?(?:运动会|博览会|交易会|洽谈会|进博会|锦标赛|马拉松|艺术节|文化节)"
    r"|第[一二三四五六七八九十百\d]+届(?![^，。；]{0,6}(?:人大|人民|政协|党代|委员|全会|常委))[^，。；、]{1,14}?[会赛节杯展]")
_MEAN_TOLD = Late("平均(?:水平|值|数|标准)?(?:达到|[为是达约])(?:每人|每户)?(?:每[月年天])?[0-9]")            # 全省平均水平为9%
ADJECTIVE = Late(r"率先|首|第|领先|先进|前列|平均|最|唯一|优秀|示范|文明")
_AND = ("、", "和", "及", "以及", "与")
_GOES_ON = tuple("、和与至到—-")        # behind a place: another one follows
_WORK = Late(r"[^，。；、0-9]{1,10}(?:馆|机场|大桥|港|铁路|高铁|剧院|实验室|隧道|艺术中心)(?=、|和|等|[建投开通竣])")
_DIGIT = Late("[0-9]")
MUNICIPALITIES = ("11", "12", "31", "50")
_ENDINGS = {"省": ("省", "自治区"), "市": ("市", "盟", "州", "地区"), "区": ("区",), "州": ("州",)}
_OPENING = Late(
    r"^(?:[一二三四五六七八九十]是|其中|截至[^，]{2,12}|20\d\d年|今年|目前|同时|同期|分地区看|分区域看|[，：:]"
    r"|而|但|[仅光单]是?|[●▲■◆★▶►•·◎※☆○▪➤]|[0-9]{1,2}[.、](?![0-9])|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)*")
_OPENERS = frozenset("一二三四五六七八九十其截0123456789今目同分，：:而但仅光单（(●▲■◆★▶►•·◎※☆○▪➤")         # a match of it that is not empty begins with one of them
_WHERE = 6              # 粤北的韶关: so near the beginning of a clause
_KIND = Late(r"[两二三四五六七八九十\d]+个?([省市县区旗州地]).*")        # 弋江、镜湖、湾沚|三区
_AMONG = Late("、|和|与|以及|及")
THE_OTHERS = ("其余", "其他", "其它", "各")
_OTHERS = Late("(?P<rest>其[余他它])?的?各?[0-9两三四五六七八九十]{0,2}个?[县市区旗州盟]")     # 其余各区均建成1个
_SEEN_FROM = Late("(?:放在?|放眼|就|从|在)?全国(?:范围)?来?看")         # 放眼全国看，…
_DONE_THERE = Late("(?:先行|率先)*(?:试点|试行|推行|启动|开展|实施|新建|改建|扩建|改造|建成|建设|设立|开设|建起)")      # 同时在黄梅县|试点…
_GIVES = Late(f"(?:紧急|先后|累计|分批|统一)*(?:{one_of('funding', 'paying')}|运送|捐赠|支援)")
_OTHER_LEVEL = Late("中央|[省县区]级|[乡镇街]")


class Area(NamedTuple):
    """A region code ("" where the text does not tell) and how much of it: whole, own-level, subset."""

    code: str
    scope: str = "whole"


def is_elsewhere(text: str, place: Place) -> bool:
    agency = text[max(0, place.start - 3):place.start] in ("新华社", "中新社")       # a dateline
    return agency or (bool(_NOT_A_PLACE.match(text, place.stop)) and not OFFICE.match(text, place.stop))


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
        elif match["own"] == "本级" and home:
            scope = Area(here, "own-level")
        elif match["word"] and home:
            meant = region_meant(here, match["word"])
            if not meant:
                scope = next((Area(near) for near in (area.code, "" if match.start() else named) if near and lies_in(near, home) and _fits(near, match["word"])), Area(here, "subset"))
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


def opening_place(text: str) -> Place | None:
    """The place that a text begins with, if it begins with one."""
    return place_at(text, 0)


@lru_cache(maxsize=64)                  # asked for by the fold of scope and by the figures of a clause
def listed_areas(clause: str, home: str) -> tuple[Area, ...]:
    """Places of a 、 list before 分别; () where one of them is not clear.

    >>> [area.code for area in listed_areas("合肥、芜湖和蚌埠分别新建", "340000")]
    ['340100', '340200', '340300']
    """
    before, told, _ = clause.partition("分别")
    if not told:
        return ()
    return tuple(_clear_areas(before, list(find_places(before)), home) or _short_names(before, home))


def _short_names(before: str, home: str) -> list[Area]:
    """Counties by their short names, where their kind stands behind them: 弋江、镜湖、湾沚三区."""
    kind = _KIND.search(before)
    if not kind or home in ("", NATION):
        return []
    names = _AMONG.split(before[:kind.start()])
    codes = [code_within(name, home) or code_within(name + kind[1], home) for name in names]
    return [Area(code) for code in codes] if all(codes) else []


def code_within(name: str, home: str) -> str:
    """Code of the one place of that name in `home`; "" where there is none or several."""
    regions = regions_named(name, home)
    known = len(regions) == 1 and regions[0].code != NATION and lies_in(regions[0].code, home or NATION)
    return regions[0].code if known else ""


def place_behind(text: str) -> str:
    """The name of the place that a text ends with; "" where it ends otherwise.

    >>> place_behind("分别设在瑞安市"), place_behind("瑞安市民政局")
    ('瑞安市', '')
    """
    places = list(find_places(text[-12:]))
    return places[-1].name if places and places[-1].stop == len(text[-12:]) else ""


def opening_areas(clause: str, home: str) -> list[Area]:
    """Two or more places of a 、 list that a clause opens with; [] where it opens otherwise.

    >>> [area.code for area in opening_areas("清徐、娄烦两县仅为61%和38%", "140100")]
    ['140121', '140123']
    """
    if "、" not in clause and "和" not in clause:
        return []
    if opening_place(clause) is None:
        return _short_names(clause, home)
    places = list(find_places(clause))
    last = next((n for n, (a, b) in enumerate(pairwise(places), 1) if clause[a.stop:b.start] not in _AND), len(places))
    return _clear_areas(clause, places[:last], home) if last > 1 else []


def _clear_areas(clause: str, places: list[Place], home: str) -> list[Area]:
    """The areas of places that stand in a list; [] where they do not, or one of them is not clear."""
    if not places or any(clause[a.stop:b.start] not in _AND for a, b in pairwise(places)):
        return []
    named = [regions_named(place.name, home) for place in places]
    return [Area(regions[0].code) for regions in named] if all(len(regions) == 1 for regions in named) else []


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
