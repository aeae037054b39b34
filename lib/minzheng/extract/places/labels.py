"""Whose place a heading, a paragraph or a speaker's answer is about: （二）佛山市, 深圳：…, 【福安市民政局局长】."""

from minzheng.extract.places.named import OFFICE, Area, code_within
from minzheng.extract.places.regions import clause_area
from minzheng.patterns import Late
from minzheng.reference.regions import lies_in, place_at

_NUMBER = Late(r"(?:[—-]{2}|[●▲■◆★▶►•·◎※☆○▪➤]\s?|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?")
_NUMBERING = frozenset("●▲■◆★▶►•·◎※☆○▪➤—-（(一二三四五六七八九十0123456789０１２３４５６７８９")       # a match of it that is not empty begins with one of them
_POST = Late("(?:[^，。；：】]{0,8}?)副?(?:[局厅处科州市县区旗镇乡省委部]长|主任|书记|主席|专员|负责人|负责同志|发言人)")
# Who speaks, before his words: 【福安市民政局负责人】, 【福安市副市长某某】, 发布人：. A bare 负责人： heads a list of tasks as often.
_SPEAKER = Late(
    "【[^【】，。；]{0,20}?(?:记者|主持人|发布人|发言人|[局厅处科州市县区省委]长|主任|书记|负责人|同志|部门|答|问)[^【】，。；]{0,4}】"
    "|[^【】，。；：“”]{0,16}?(?:记者|主持人|发布人|发言人)：")
_NAMED = Late("[^，。；：】]{0,12}[】：]")          # of whom stands no more than his name
_LABEL = 20             # characters within which the colon of a label stands
_FIGURE = Late("[0-9](?![0-9.年月日])")
_THERE = Late("[^，。；0-9]{0,6}(?<!会上)，")          # 在乐平市，记者看到…: a feature tells of one place after the other
_HERE = Late("当地|该[省市县区州盟旗院站]|该(?:中心|社区|街道)|这里|这[家所座个处间][^，。；]{1,6}[院站所堂园馆中店墓]|此次(?!会)|此举|此[项番轮]|这[次项轮](?!会)|新标准|(?:调整|提标|提高)后")


def labelled(text: str, heading: bool, home: str, below: Area | None) -> tuple[Area | None, Area | None]:
    """The place of a paragraph or heading that is about one, and that of all paragraphs behind it (`below`: so far).

    A heading's place lasts up to the next heading, a speaker's until another one speaks.
    """
    code = label_place(text, home)
    told = Area(code) if code else None
    if heading or text[:1] == "【" or opens_speech(text):
        return told, told
    if code and (post := _POST.match(text)) and "：" in text[post.end():post.end() + 5]:
        return told, told
    return told or below, below


def label_place(text: str, home: str) -> str:
    """Code of the place that a paragraph or heading is about: 深圳：…, （二）佛山市, 【福安市副市长某某】; "" for any other.

    >>> label_place("深圳：服务嵌在家门口。", "440000"), label_place("（二）佛山市", "440000"), label_place("深圳新建8个。", "440000")
    ('440300', '440600', '')
    >>> label_place("在深圳，记者看到了长长的队伍。", "440000")
    '440300'
    """
    start = (_NUMBER.match(text).end() if text[:1] in _NUMBERING else 0) + text.startswith(("【", "在"))
    place = place_at(text, start)
    if place is None:
        return ""
    if text[0] == "在":
        return code_within(place.name, home) if _THERE.match(text, place.stop) else ""
    office = OFFICE.match(text, place.stop) or _POST.match(text, place.stop)
    alone = text[place.stop:place.stop + 1] in ("：", ":", "】" if start and text[start - 1] == "【" else "：") or not text[place.stop:].strip()
    return code_within(place.name, home) if alone or (office and _NAMED.match(text, office.end())) else ""


def led_by(text: str, home: str) -> Area | None:
    """The place within `home` that a paragraph's first sentence is about, which holds no figure: what follows is told of it.

    >>> led_by("瑞安市聚焦一老一小，推进适老化改造。", "330300"), led_by("瑞安市新建9处。", "330300")
    (Area(code='330381', scope='whole'), None)
    """
    if place_at(text, 0) is None or _FIGURE.search(text):
        return None
    led = clause_area(text.partition("，")[0], home, Area(home))
    return led if led.scope == "whole" and led.code != home and lies_in(led.code, home) else None


def opens_speech(text: str) -> bool:
    """Does a paragraph open with who speaks: 【记者】…, 发布人：…?"""
    return (text[:1] == "【" or "：" in text[:_LABEL]) and bool(_SPEAKER.match(text))


def speaks_of_before(text: str) -> bool:
    """Does a sentence go on about the place of the one before it: 当地…, 该市…, 此次提标…?"""
    return text.startswith(("当", "该", "这", "此", "新", "调", "提")) and bool(_HERE.match(text))
