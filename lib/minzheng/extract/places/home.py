"""Which place a document is about."""
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from minzheng.extract.places.named import OFFICE, code_within, is_elsewhere, opening_place
from minzheng.extract.places.regions import ADJECTIVE, MUNICIPALITIES
from minzheng.patterns import Late
from minzheng.reference.regions import NATION, find_places, lies_in, parent_of, place_at, region_of, regions_named

_NATIONAL = Late(
    r"全国(?:共有|共|城市|农村|城乡|各类|注册|备案|持证|社会|基层|登记|民政系统|民政部门|累计|养老|孤儿|婚姻|福利"
    r"|残疾|\d|范围内共|有)")
# 全市, 我省: what a document calls its own place; a bare 自治区 (新疆…自治区 is a name) says that 全区 means it
_OWN_WORD = Late(r"[全我本](?<![于比占较超与距].)([省市县区州盟旗])(?![委政外属场])")
_OWN_OFFICE = Late("(?:^|[，。；、：\n据由经向从和与])([市县区州盟旗])(?:民政|财政|统计)局")         # 据区民政局介绍: of the same place
# 雷州：把食堂开进村, 本报昭觉讯, 具有义乌户籍, 来源：诸暨民政: where a page is about a county, its name may stand bare
_SHORT_NAMED = Late(
    "^([一-鿿]{2,3})：(?=[^\\n]{5})|本[报台网]([一-鿿]{2,3})(?:[0-9]{1,2}月[0-9]{1,2}日)?[讯电]"
    "|(?:来源|供稿|稿源)[：:]\\s*([一-鿿]{2,3})(?:民政|发布|融媒|政府网)"
    "|(?:具有|持有?|拥有|[是为非])([一-鿿]{2,3}?)(?:本地)?户[籍口]|户[籍口]所?在地?[为是]?([一-鿿]{2,3}?)(?:的|本地|[，。？！、；）]|$)", re.M)
# 江阴养老服务再升级, 我在慈溪工作, 请问诸暨的低保标准: where the name of a county may stand bare, in two characters or three
_MAY_BE_SHORT = Late("(?:^|[，。：；“\\s]|(?P<once>问|我[在是]|家住|老家在?)|[在从])(?=(?P<two>[一-鿿]{2}))(?=(?P<three>[一-鿿]{2,3}))", re.M)
# 来源：新乡日报, where nothing else tells whose 全市 is meant
_PAPER = Late("来源[：:]\\s*([一-鿿]{2,4}?)(?:日报|晚报|早报|晨报|新闻网|广播电视台|电视台|发布|融媒|政府网|[市县区州]?民政)")
_MINISTRY = Late("(?:^|[，。\\s])(?:民政部|财政部|国务院)(?!门)", re.M)
# 甲市、乙市民政局作了发言: offices of those who speak at a meeting; 自治区民政厅召开: one above them all calls it
_SPEAKS = Late("[^，。；]{0,16}(?:作了?[^，。；]{0,8}(?:发言|交流|汇报|介绍)|(?:发言|交流|汇报|介绍了?[^，。；]{0,8}(?:经验|做法))(?:[，。；]|$))")
_OFFICE_ABOVE = Late("(?:^|[，。；：\n日])(?:省|自治区)(?:民政厅|人民政府|政府)", re.M)
_AUTONOMOUS = Late(r"自治(?<![族古藏]自治)([区州县旗])")
_LEVEL_OF = {"省": "province", "县": "county", "州": "prefecture", "盟": "prefecture", "旗": "county"}
_STATE = Late("国务院总理|[在向届]全国人民代表大会")          # a report of the state, wherever it was read out
_NATIONWIDE = 5         # so many 全国 and 我国, where neither 全省 nor any office of a place is named
_LEAD_LENGTH = 400
_LOOKED_INTO = Late("[组队局厅长](?:[^，。\n]{0,8})?(?:到|赴|深入|来到)(?=[^，。\n]*(?:督[查导]|检查|调研|考核|验收|暗访|巡查|评估|指导|走访|慰问))")      # …督查组到甲县督查: of the place they went to
_HEADLINES, _HEADLINE = 3, 40            # first lines, and their characters, that may say whose the page is
_NO_HEADLINE = Late("[、和与及]|[^|]*\\||\\s+[0-9]")          # behind the place that a line opens with: another one, or a row of a table
_AUTHORITY = Late("民政[厅局]|政府|委员会|统计局|人大|部$")          # 贵州民政 is where a text stood, not whose it is


def find_home(text: str, issuer: str = "", title: str = "", around: str = "") -> str:
    """Code of the region that a document is about; "" where it names none.

    `around`: what else stands on its page (the way to it, its source): it tells which of two places of one name is meant.

    >>> find_home("营口市民政局召开全市民政工作会议。"), find_home("全市发放低保金2亿元。")
    ('210800', '')
    >>> find_home("全区民政会议在南宁召开。自治区民政厅作报告，柳州市、百色市发言。")      # all of them lie in it
    '450000'
    """
    words, page = _own_words(text), _first_clear(around)
    votes, governed = _votes(text, issuer, title, page)
    if text.count("全国") >= 3 and len(_NATIONAL.findall(text)) > max(words.values(), default=1):
        return NATION
    if not words and not governed and (_STATE.search(text[:_LEAD_LENGTH]) or text.count("全国") + text.count("我国") >= _NATIONWIDE):
        return NATION                           # a text of the nation that names places in passing
    word = max(words, key=words.get, default="")
    own = {word} if word else set(_OWN_OFFICE.findall(text))
    if not votes:
        votes = _votes(text, issuer, title, _first_clear(text[:_LEAD_LENGTH]))[0] or _votes_of_short_names(text, word)
    if not votes:
        meant = page and any(_fits(page, one) for one in own)
        return page if meant else papers if (papers := _home_of_paper(text[:_LEAD_LENGTH], word)) else NATION if not words and (_NATIONAL.search(text) or _MINISTRY.search(text[:_LEAD_LENGTH])) else ""
    home = _best_home(votes, word, governed and not _OFFICE_ABOVE.search(text[:_LEAD_LENGTH]))
    inside = [code for code in votes if code != home and lies_in(code, home) and any(_fits(code, one) for one in own)]
    headed = _headed(text, home)
    if headed and (not _fits(home, word) or any(_fits(headed, one) for one in {*words, *_OWN_OFFICE.findall(text)})):
        return headed
    return inside[0] if len(inside) == 1 and not words else home


def _votes(text: str, issuer: str, title: str, page: str) -> tuple[Counter[str], bool]:
    """How often and how plainly a document names each place, by code, and whether it names an office of one.

    `page`: a place named on the page around it.
    """
    votes: Counter[str] = Counter()
    lead, body, foot = text[:_LEAD_LENGTH], text[_LEAD_LENGTH:20000], text[max(_LEAD_LENGTH, len(text) - 300):]
    lead, foot = (part.replace("中共", "，，") for part in (lead, foot))        # 中共道县民政局党组
    first, governed = "", False
    for part, weight in ((issuer, 12), (title, 8), (lead, 3), (foot, 2), (body, 1)):
        for place, behind in pairwise([*find_places(part), None]):
            if is_elsewhere(part, place):
                continue
            regions = regions_named(place.name, first or page)
            if len(regions) != 1 or regions[0].code == NATION:
                continue
            code = regions[0].code
            first = first or code
            if behind and behind.start == place.stop and any(lies_in(one.code, code) for one in regions_named(behind.name, code)):
                continue                        # 呼和浩特市|新城区: the second is meant
            office = bool(OFFICE.match(part, place.stop)) and (bool(_AUTHORITY.search(part)) if part is issuer else not _SPEAKS.match(part, place.stop))
            governed = governed or office
            votes[code] += weight + 3 * weight * office
    for name in _SHORT_NAMED.findall(lead):
        votes.update(dict.fromkeys(_of_short_name("".join(name), first or page), 8))
    return votes, governed


def _votes_of_short_names(text: str, word: str) -> Counter[str]:
    """How often a document that names no place in full names counties without 县, 市, 区 or 旗 where a place may stand.

    Once is enough only for the one that it opens with, or somebody asks of; `word`: its own, which must fit (全县, 全市).

    >>> _votes_of_short_names("江阴新建站点12个。在江阴，全市床位500张。", "市")
    Counter({'320281': 2})
    """
    named = ((match, part, regions_named(part)) for match in _MAY_BE_SHORT.finditer(text[:_LEAD_LENGTH]) for part in {match["two"], match["three"]})
    votes = Counter({part: text.count(part) for match, part, regions in named
                     if len(regions) == 1 and regions[0].level == "county" and not _is_longer(text, match.end(), part) and (not match.start() or match["once"] or text.count(part) > 1)
                     and (not word or _fits(regions[0].code, word))})
    return Counter({regions_named(part)[0].code: count for part, count in votes.items()})


def _is_longer(text: str, at: int, name: str) -> bool:
    """Does another place's name begin with this one: 黔西|南日报?"""
    place = place_at(text, at)
    return place is not None and len(place.name) > len(name)


def _home_of_paper(lead: str, word: str) -> str:
    """The place whose newspaper or page a text without places names as its source, where it fits its 全市 …; "" for none.

    >>> _home_of_paper("来源：新乡日报", "市"), _home_of_paper("来源：河南日报", "市")
    ('410700', '')
    """
    source = _PAPER.search(lead) if word and "来源" in lead else None
    fitting = [one.code for one in regions_named(source[1]) or regions_named(source[1] + word) if _fits(one.code, word)] if source else []
    return fitting[0] if len(fitting) == 1 else ""


def _headed(text: str, home: str) -> str:
    """The place within its region that one of the first lines opens with: 凯里市：…, 【区县动态】东坡区…; "" without one."""
    for line in text[:_LEAD_LENGTH].split("\n")[:_HEADLINES]:
        line = line.partition("】")[2] if line.startswith("【") else line
        visited = _LOOKED_INTO.search(line)
        line = line[visited.end():] if visited else line
        if len(line) > _HEADLINE or "。" in line:
            continue
        place = opening_place(line)
        name = place.name if place else line[:max(0, line.find("："))]          # 郊区：…: elsewhere a word like others
        code = code_within(name, home) if name and not _NO_HEADLINE.match(line, len(name)) else ""
        if code and code != home:
            return code
    return ""


def _of_short_name(name: str, within: str) -> list[str]:
    """The county whose name stands without 县, 市, 区 or 旗; none where several are called so.

    >>> _of_short_name("昭觉", ""), _of_short_name("朝阳", "")
    (['513431'], [])
    """
    named = {region.code for end in "县市区旗" for region in regions_named(name + end, within)}
    return [*named] if len(named) == 1 else []


def _first_clear(text: str) -> str:
    """Code of the first place in a text whose name means but one; "" without any."""
    named = (regions_named(place.name) for place in find_places(text))
    clear = next((regions[0].code for regions in named if len(regions) == 1 and regions[0].code != NATION), "") if text else ""
    return clear or next((code for name in _SHORT_NAMED.findall(text) for code in _of_short_name("".join(name), "")), "")


def _own_words(text: str) -> Counter[str]:
    """How often a document says 全省, 我市 …, by the last character."""
    words = Counter(match[1] for match in _OWN_WORD.finditer(text) if not ADJECTIVE.match(text, match.end()))
    words.update(match[1] for match in _AUTONOMOUS.finditer(text) if match[1] in words)
    return words


def _best_home(votes: Counter[str], word: str, governed: bool) -> str:
    """The place with most votes, where one that the document's own word fits counts three times.

    Where no office is named (governed), a place above all those named may be meant without its name.
    """
    above = () if governed else (up for code in votes for up in _all_above(code) if _fits(up, word))
    candidates = [*votes, *dict.fromkeys(up for up in above if up not in votes)]
    inside = {code: sum(votes[low] for low in votes if low != code and lies_in(low, code)) for code in candidates}
    return max(candidates, key=lambda code: (votes[code] + inside[code] / 2) * (1 + 2 * _fits(code, word)))


def _all_above(code: str) -> Iterator[str]:
    """The regions that one lies in, the nation left out."""
    while (code := parent_of(code)) not in ("", NATION):
        yield code


def _fits(code: str, word: str) -> bool:
    """Is the place of the kind that the document's most used scope word (全省, 全市 …) names?

    >>> _fits("640000", "区"), _fits("640100", "区"), _fits("640104", "区"), _fits("152500", "盟"), _fits("310000", "市")
    (True, False, True, True, True)
    """
    if not word:
        return False
    region, city_state = region_of(code), code[:2] in MUNICIPALITIES and code.endswith("0000")
    if word == "市":
        return region.level == "prefecture" or city_state or (region.level == "county" and region.name.endswith("市"))
    if word == "区":
        return region.name.endswith("自治区" if region.level == "province" else "区") and region.level != "prefecture"
    return region.level == _LEVEL_OF[word] and (word in "省县" or region.name.endswith(word))
