"""What the title above a table says it is about, and how its rows are numbered."""
from minzheng.extract.names.lists import MEASURE
from minzheng.extract.places.named import opening_place
from minzheng.patterns import Late

NUMBERING = Late(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]{1,2}[.、](?![0-9])|[#＃·]|其中[:：]?)+"
)
YEAR = Late(r"(?:19|20)[0-9]{2}年(?![0-9]{1,2}月[0-9]{1,2}日)(?:(?:1?[0-9][至—–~-]+)?[0-9]{1,2}月(?:份|[底末])?|[底末]|第?[一二三四1-4]季度)?")
SIDE_BY_SIDE = Late("、|和(?!谐)|以?及")        # 养老机构和床位: between the things that a title names
_TITLE_NUMBER = Late(r"^[图表] ?[0-9]{1,2}[ \u3000]*")
# 比上年上涨幅度, 及其构成, 情况表: what a title says of its table
_TITLE_TAIL = Late(
    r"(?:(?:同比|比上年|较上年)?(?:上涨|涨跌|增长|增减|变动)?(?:幅度|速度)?(?:及(?:其)?(?:构成|增长速度))?|构成)?"
    r"(?:情况|统计|一览|明细|数量)?(?:表|(?:具体)?如下[:：]?)?$")
EMPTY_TITLE = Late("规划|目标|^及|情况$|^进展|主要|指标|基本情况|^各(?![种类项级])|数据|公报|年报|报表|汇总")
_TITLE_PLACES = Late(r"^(?:分|各)[^的（]{0,2}(?:[省市州县区旗]{1,4}|地区|乡镇|街道)(?:的|（[^（）]*）)?|（[^（）]*）$")       # 各县市区…（年末数）
_TITLE_OPENS = Late("^(?:按[^的，]{2,6}分[类组]的?)?(?:附[件录表]?[0-9一二三四五六]?[：:、. \u3000]*)?(?:自治区|全[国省市区县州])?(?:(?:历[次年]|部分|分|各(?![种类项级])|近年)(?:州（市）|[省市州县区旗]{1,2}|地区|乡镇|街道)?)?")
_LONG_TITLE = 20


def table_measure(caption: str) -> str:
    """What is told of all rows of a table whose title ends with it: 产量 of 主要工业产品; "" for other titles.

    >>> table_measure("表2 2022年主要工业产品产量情况"), table_measure("表1 主要指标")
    ('产量', '')
    """
    measure = MEASURE.search(_TITLE_TAIL.sub("", caption.rstrip("\n").rpartition("\n")[2].strip().rstrip("：:")))
    return measure[0] if measure else ""


def table_topic(caption: str) -> str:
    """What the title says the table is about, without its number, year and 情况; "" where it names only 主要指标.

    >>> table_topic("表5 2021年居民消费价格比上年上涨情况")
    '居民消费价格'
    >>> table_topic("表3 2021年各种运输方式货运量"), table_topic("表4 2021年各市养老床位")
    ('各种运输方式货运量', '养老床位')
    """
    line = caption.rstrip("\n").rpartition("\n")[2].strip()
    title = _TITLE_NUMBER.sub("", line.rstrip("：:"))
    topic = _TITLE_PLACES.sub("", _TITLE_TAIL.sub("", _TITLE_PLACES.sub("", YEAR.sub("", title).strip()))).strip()
    if place := opening_place(topic):
        topic = topic[place.stop:]
    topic = _TITLE_OPENS.sub("", topic)
    section = NUMBERING.match(line) and title == line              # a heading of the text, no title of a table
    return "" if section or EMPTY_TITLE.search(topic) or len(topic) > _LONG_TITLE or "单位" in topic else topic
