"""What clauses without figures, headings, openings of paragraphs and the clause behind say that the text is about."""
import re
from collections.abc import Sequence
from functools import lru_cache

from minzheng.extract.clauses import Clause
from minzheng.extract.names.heads import clean_head
from minzheng.extract.names.topics import ALIKE, asked, is_ranking, looked_into, may_tell, noun_of, thing_told
from minzheng.extract.numbers.quantities import Quantity
from minzheng.extract.syntax import one_of, words
from minzheng.patterns import Late

_OPENING_VERB = Late(
    r"(?:组织|深入|扎实|持续|大力|积极|加快|稳步|统筹|全面|有序|继续|着力|稳妥|强力|不断)*(?:建立健全|建立完善|健全完善|开展|实施|推进|推动|加强|做好|落实|完成|举办|组织|抓好|制定|出台|印发|建立|健全|完善)了?|(?:[先最]后|成功|均|都)?被?(?:列为|列入|入选|获批|获评)(?:为|了)?")
_EMPTY_HEADING = Late(f"^[0-9]|基本$|^(?:发布|召开|会议)?(?:采购单位|采购人|招标人|项目名称|项目编号|联系人|填报单位|时间|日期|地点|来源|主持人?|记者|发布人|作者|编辑|责编|信息来源)[：:]|^各.*[局厅委办位府门]$|{one_of('reports', 'plans')}|(?:召开|举行|举办).*{one_of('meetings')}$|^(?:(?:筹集|募集|分配|使用|管理|收入|支出|收支|拨付|监督|公开|实施|执行|安排|结余)(?:[、和与及])?)+$|通知|讲话|答复|见闻|汇报|发言|总体|目标|工作|报告|进展|成绩|综合|.{{19}}")     # .{19}: too long
# 所需资金由市、县两级负担; 与上年相比, 分季度看: no topics
_NO_TOPIC = re.compile(r"^(?:责任|牵头|配合|实施|主管|承办|建设|完成|联系)(?:单位|部门|[处科]室|主体|时限|时间|地点|人)：|^(?:年初|年度|全年|绩效)*(?:目标|计划|指标|实际|完成|执行)+值$|由.*(?:负担|承担|解决|列支|安排|牵头|负责|照料|运营|管理|担任|承办)$|^(?:与|同|和|较|比)[^，]{1,12}相比$|^(?:按|分|从)[^，]{1,10}[分看]$|(?:次之|居次|其后|其次)$|^(?:[抢赶抓促保补强破解拼守固提扩优稳防聚增减降转调惠][^，、]{2}、)+[抢赶抓促保补强破解拼守固提扩优稳防聚增减降转调惠][^，、][^，、金费款贴品券户员]$")
_STATE = Late("(?:项目|工程)?主体(?:工程|结构)?(?:已经?|全面|基本|全部|顺利|如期)*(?:完工|封顶|竣工|完成)$|(?:现?已经?|正式|全面|全部|均|顺利|如期|建成|并)*(?:投入使用|投入运营|投入运行|投用|启用|开业|开园|揭牌|挂牌|落成|建成)$")      # of what was named before it
_BASIS = Late("在[^，]*的?基础上?$")       # 事故起数、死亡人数|在上年双下降的基础上
# what is said to have moved before the figure says where it stands: 补贴标准|进一步提高，达到…
_MOVED = Late(
    f"{one_of('manner')}+{one_of('outcome')}$|(?:力度|步伐|进程)(?:进一步|逐步|持续|不断)*(?:加大|加快|加强)$|(?:以[^，]{{1,12}})?最[高低多少快慢大小]$")
_ATTRIBUTE = Late("覆盖面|.{0,2}率|.{0,2}比[例重]")
_CLASSES = Late(r"(?:按[^，]{2,12}分[类档级](?:[^，两二三四五六]{0,4})|(?:(?:按[^，]{2,8})?(?:共?分为?|划分为?)|按)[两二三四五六][类档级等](?:地区|标准)?)(?:执行|确定|发放|落实)?$")     # 标准分两类：
_ADDRESSED = Late("(?:[局厅委办处司院]|部门|单位|政府|机构|代表|委员|同志|朋友|领导)们?：$")       # 各县（市）民政局：
_SOURCE = Late("(?:信息)?(?:来源|作者|记者|编辑)[：:]|20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日")
# 能领多少高龄津贴？; 高龄津贴现在能领多少？
_HOW_MUCH = Late(
    "多少(?P<what>[^，？?、多少钱元人岁]{2,10})[？?]$|^(?:[问Q][：:])?(?:[请想]问[，：]?)?(?P<paid>[^，？?、]{2,12}?)(?:现在|目前|如今|今年|每个?月|每年|每人|一年|一个?月|到底|究竟|大概|大约|具体)*"
    "(?:能|可以?|会|要|该|应该?)?(?:领|拿|补|发|给|领取|领到|拿到|补助|发放|提高)(?:到)?多少(?:钱|元)?[？?]$")
_ITEM = Late("^(?:项目|实事|任务|事项|工程)[一二三四五六七八九十0-9]{1,2}[：、]")
_LABEL = Late("(?:目标任务|年度目标|任务|目标|完成情况|进展情况|落实情况|完成|进展)")       # 目标任务：建成20处
_LISTED, _ON_A_LIST = Late("^(?:[^，把将]{0,4}[局厅县市区镇里级])?(?:也|均|都)?已?(?:经|被|全部)*(?:列入|纳入|写入|列为|写进)了?[^，]{0,10}(?:计划|规划|清单|实事|项目|内容|台账|盘子|预算|报告|日程|议程)$"), frozenset("划单事目容账子算告程")        # 家庭床位，我局已列入年度计划，拟建设…
_BRIEF_TOPIC = Late("[^：“”是我你他这那]{4,14}")         # of a sentence that opens a paragraph
_LONGEST_OPENING = 30       # characters of a clause that opens a paragraph with its topic
_SAID = (*words("speech"), "以来")
_TOPIC_LENGTH, _LEAST = 4, 2         # a shorter phrase of a clause without figures is no topic; but 入住率|最高的是甲市


def topic_of(clause: Clause, before: str = "") -> str:
    """What a clause without figures is about; "" where that is too little to tell. `before`: the topic so far.

    >>> topic_of(Clause(0, 12, "扎实开展“暖冬”救助行动")), topic_of(Clause(0, 7, "覆盖面不断扩大"), "医疗保险制度")
    ('“暖冬”救助行动', '医疗保险制度覆盖面')
    """
    if _LABEL.fullmatch(clause.text) or (clause.text[-1:] in _ON_A_LIST and _LISTED.search(clause.text)):
        return before
    topic, attribute = _topic_and_attribute(clause.text)
    return before + attribute if before and attribute else topic


@lru_cache(maxsize=4096)
def _topic_and_attribute(text: str) -> tuple[str, str]:
    """What a clause alone is about, and what it says has moved, where that is of something named before: 覆盖面; "" for neither."""
    if text.endswith(_SAID):
        return "", ""                           # 记者从民政局了解到，…
    if (thing := thing_told(text)) is not None:
        return thing, ""
    phrase = _CLASSES.sub("", _without_verb(clean_head(_BASIS.sub("", text))))
    if (state := _STATE.search(phrase)) and state.start() >= _TOPIC_LENGTH:
        return phrase[:state.start()], ""
    moved = noun_of(_MOVED.sub("", phrase))
    attribute = moved if moved != phrase and _ATTRIBUTE.fullmatch(moved) else ""
    return "" if text.startswith("由") or len(moved) < (_LEAST if is_ranking(text) or text.startswith(ALIKE) else _TOPIC_LENGTH) or _NO_TOPIC.search(moved) or _STATE.search(moved) else moved, attribute


def heading_topic(text: str) -> str:
    """What a heading says its section is about; "" for 工作回顾, 总体要求, long ones, and lines that name an addressee or a source."""
    if _ADDRESSED.search(text) or _SOURCE.match(text):
        return ""
    if much := text.endswith(("？", "?")) and _HOW_MUCH.search(text):
        return much["what"] or much["paid"]
    phrase = noun_of(clean_head(_ITEM.sub("", asked(text)).rstrip("。").partition("，")[0])).removesuffix("情况")
    return "" if _EMPTY_HEADING.search(phrase) or phrase in words("dependent") else phrase


def opening_topic(sentence: str) -> str:
    """What the sentence that opens a paragraph says it is about, where it says no more than what became of it.

    >>> opening_topic("分县区看，适老化改造进度差异较大。"), opening_topic("局长到村里走了一圈。")
    ('适老化改造', '')
    """
    clause = sentence.rstrip("。").rpartition("，")[2]
    if looked := looked_into(clause):
        return looked
    if len(clause) > _LONGEST_OPENING or not may_tell(clause):
        return ""
    phrase = clean_head(clause)
    topic = noun_of(_MOVED.sub("", phrase))
    return topic if len(topic) < len(phrase) and _BRIEF_TOPIC.fullmatch(topic) and phrase.startswith(topic) and not _NO_TOPIC.search(topic) else ""


def divides_the_same(heading: str) -> bool:
    """Does a heading open no new subject: 从地区看：, 分季度看：?"""
    return bool(_NO_TOPIC.search(heading.rstrip("：:")))


_FOR_SOMEBODY = Late(f"为[^，0-9]{{2,14}}?{one_of('building', 'buying', 'helping')}")      # 投入80万元，为敬老院更换锅炉
_POINTS_BACK = ("其中", "为", "占", "是", "同比", "环比", "比上", "较", "年均", "增长", "下降", "增幅", "完成年", "完成全年", "完成目标", "完成计划")


def phrase_ahead(clause: Clause, sentence_start: int, waiting: Sequence[Quantity]) -> str:
    """The next clause without its figures, for 投资5亿元，建成住房900套."""
    if clause.text.startswith(_POINTS_BACK) and not _FOR_SOMEBODY.match(clause.text):
        return ""                               # 完成投资1亿元，为年度计划的54%
    pieces, place = [], 0
    for quantity in waiting:
        start = quantity.start - sentence_start - clause.start
        if start >= len(clause.text):
            break
        pieces.append(clause.text[place:start])
        place = quantity.stop - sentence_start - clause.start
    ahead = _without_verb(clean_head("".join([*pieces, clause.text[place:]])))
    return "" if ahead in words("investment") else ahead.removeprefix("为")


def _without_verb(phrase: str) -> str:
    match = _OPENING_VERB.match(phrase)
    return phrase[match.end():] if match and len(phrase) - match.end() >= _TOPIC_LENGTH else phrase
