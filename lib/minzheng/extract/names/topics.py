"""The noun phrase of a topic or heading that can own the figures behind it; what it says of that noun goes.

A clause with a predicate of its own owns nothing: 县里把这件事当成大事, 负责人说.
"""
import re
from functools import lru_cache

from minzheng.extract.names.heads import clean_head
from minzheng.extract.places.named import opening_place
from minzheng.extract.places.yardsticks import LEADING, RANKED, may_lead
from minzheng.extract.syntax import one_of, words
from minzheng.patterns import Late

_TITLED = Late("^(?:附[表件录]?[0-9一二三四五六]?[：:.、 ]?)?(?:有?关于?)(?P<what>.{2,}?)的?(?:建议|意见|提案|问题|说明|议题|方面)?$|^附[表件录]?[0-9一二三四五六]?[：: ](?P<table>.+)$")
_CARED_FOR = Late(f"^(?:进一步|着力|加快)?{one_of('caring')}(?=.{{3}})")
_RAISED = Late("^(?:多|各)(?:地|[市县区州])(?:今起|明年起|相继|陆续|纷纷|再次|再度|统一|同步|将|继续|拟)*(?:提高|上调|调整|调高|提升|发放|公布|出台)(?=.{4})")       # 多地上调|低保标准
# the predicate behind a noun: 资金支出|逐季加快, 临时救助|回升, 福利院|这一块
_SAID_OF_IT = Late(f"{one_of('manner')}+{one_of('outcome')}$|(?:均|都|全部)*{one_of('settled')}$")
# 年检|进度偏慢, 改造|推进较慢, 覆盖水平|差异较大
_PACE = Late(f"(?:推进|进展|进度|步伐)?(?:{RANKED}|(?:差异|差距|落差)[较很]大)$")
_RANKED = re.compile(f"(?:{RANKED}|居多|居中|垫底|突出|次之)(?:的.{{2,6}})?$")
_FRAME = Late("(?:这一?块|这方面|方面|来说|来讲|呢|层面)$")
_LIKE = Late("^像?(?:这样|这种|此类|类似|如此)的|^您所?(?:建议|提出|提到|反映|关心|关注|咨询)的")
_IN_FULL = re.compile("^[两二三四五六七八九]个?(?:[市县区旗州盟]|市州|县区|县市)(?![域长民委级场])")
# words that only a predicate holds, or that open a clause of circumstance
_PREDICATE = re.compile(
    "^(?:虽然?|尽管|如果|只要|只有|由于|因为|因(?!素|病|灾|公|残)|为了|既|随着|面对|据|经过|通过|围绕|受(?=.*影响))|把(?![关握手])|了(?!解)|[这那]|我|你|他们|她|咱|却|没有?|得(?:很|更|较|比较|越来?越?|非常|相当)|"
    f"不(?![锈良孕动断足少同法变])|(?:说|{one_of('speech')})$|(?:影响|打基础|有数|来算)$|必须|务必|^各[^，]{1,10}?要(?![求点素])")
# an office that makes rules or holds meetings: what it did is no topic of the figures behind it
_ACTED = re.compile(f"^[^，]{{0,10}}?(?:政府|党委|人大|政协|常委会|部门|[厅局委办部])(?:与[^，]{{2,8}})?(?:先后|联合|专门|及时|率先|研究|专题|多次|共同|已经?)*{one_of('issuing')}了?(?=..)")
# what a clause says has come about, goes on as the topic of those behind it: 长者食堂|已经开到了海岛; nobody who acts
_CHAIN = Late("(?P<noun>[^，我们这那它他她你咱把将被不]{3,12}?)(?:已经|都已|均已|正在|也已|也?(?:全部|全面|基本|普遍)?(?:做到|实现|走上|步入|进入|迎来)|不[能得可宜])(?=.{2})")
_ACTORS = Late("(?:部门|政府|[局厅处委办会]|系统|干部|职工|同志|人员|队伍?|社工|志愿者|群众|企业|单位|各?[省市县区乡镇村]|各地|街道|社区|老人)$")
TASK_WORD = "(?:任务|目标任务|任务目标|目标|计划)(?:总?[数量]|值)?"
_TASK = Late(f"(?:年初|年度|全年|当年|预定|既定)?{TASK_WORD}$")
_ASKED = Late("^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]{1,2}[.、])?(?:问|Q)[0-9]{0,2}[：:、.]")
# what a question asks about: 高龄津贴|是否调整？; none that asks when, why or who
_QUESTION = Late("(?:(?:又|还|将|应|应当|可以|能否|能够?|会)*(?:是否|怎[么样]|如何|有哪些|有什么|有何|是什么|是多少|可以|(?:提高|增加|上调|调整|达|涨|能?领|拿|补|发|享受)?[到了]{0,2}多少[钱元人]?|由谁|包括)[^，；]*|(?:还|继续|会|能|可以|仍|也)*(?:有[^，；]{1,4}|发放?|补发?|领取?|变|涨|调整|提高|取消|享受)(?:了|的)?吗)[？?]$")
_NOT_OF_WHAT = Late("^(?:为什么|为何|什么时候|何时|什么是|哪些|谁|怎[么样]|如何)")
_LEAST, _LONGEST_PAPER = 2, 20
ALIKE = ("像这样的", "这样的", "像这种", "类似的")
_NO_THING = Late("(?:按照?|根据|依据|遵照)[^，]*(?:部署|要求|安排|规定|精神|意见|决定|方案|通知|宗旨|原则|方针|思路|口径|流程|程序|理念)$|[^，]{0,6}(?:审计|检查|督查|调查|抽查|巡察|核查|走访)[中还]?发现$")
# what is done to a thing: 把旧校舍改成食堂, 办了临时救助; what is looked into: 对敬老院开展排查
_DONE_TO = Late("把(?P<what>[^，把这那它]{3,12}?)(?:修|建|搬|改|做|办|送|纳入|打造|盘活|装)|(?:办理?|开展|实施|推出|建立|设立|搭建|开发)了(?P<done>[^，的]{3,12})$"
                r"|(?:(?<!即)将|把)(?P<task>[^，将把这那它]{4,24}?)(?:列入|列为|纳入|作为)[^，]*(?:实事|工程|项目|任务|清单)")
_LOOKS_INTO = Late("[^，]*?对(?P<what>[^，对]{3,14}?)(?:逐[一户个]|全面|集中|普遍)*(?:开展|进行|实施)了?(?=[^，]{2,12}$)")
# 签订|照料协议，签订率; 供养|能力增强，供养率; 对|在保对象|的全面复核，复核率
_OBJECT, _GROWN, _TO_THEM = 2, Late(f"^(?:能力|水平|力度|工作|质量|比例|规模)|{one_of('outcome')}$"), Late("^(?:.*对(?!象))?(?P<what>[^，]{2,14}?)的?(?:全面|逐[一户个]|集中|普遍|及时|应|进行|开展|实施|完成|一[次遍轮])*$")
# a headline: 养老床位|搬到家门口, 社区食堂“开”进老街; one whose noun is an image: 茶乡里的“幸福灶”
_HEADLINE = re.compile("^(?P<noun>[^，“]{3,10}?)“?(?:跑|走|搬|送|开|架|铺|搭|扎|写|装|暖|住|守|撑|托|织|筑|种|挂|落)”?(?:[在到进](?!位|[院岗期账户]$)|出(?=[新好])|上(?=了))(?=.{2})")
_IMAGE = Late("的“[^”]{2,6}”$")
# the title of a paper, and what says nothing of what it is about
_PAPER = Late(r"^(?:[^，。：]{0,16}?关于)?(?P<what>[^，。：！？]{4,40}?)的?(?:情况|进展|结果|事项|第[一二三四]批|工作)*的?(?:通报|公告|公示|公开|说明|方案|细则|办法|简报|报告|总结|通知|解读|分析|小结|情况|进展|结果|规划|计划|季报|月报|问答)(?:（[^）]*）)?$")
_PAPER_FRAME = Late("^[^，]*?(?:民政[局厅]|政府)(?!部门)(?:本级)?|20[0-9]{2}年度?(?:第?[一二三四1-4]季度|[上下]半年|前三季度|[0-9]{1,2}(?:[至—-][0-9]{1,2})?月[份底末]?)?|第[一二三四五六七八九十]批|^[全我本][省市县区州盟旗]|(?:实施|专项|进展|执行|招标|竞争性|磋商|询价|分配|工作|有关|编制|绩效|自评|合同|中标|成交|细则|方案|办法)+$")
_NO_PAPER = Late("民政(?!局|厅)|民生|为民|目标|绩效|统计|会议|讲话|建议|提案|问题|巡[察视]|督[查导]|工作|重点|述职|调研|走访|信息|政务|发展")
# for speed: what the patterns above end with, open with or hold
_FRAMES, _LIKE_OPENS, _RANKS = ("块", "方面", "来说", "来讲", "呢", "层面"), frozenset("像这此类如您"), ("居多", "居中", "垫底", "突出", "次之", "大")
_CHAINS = re.compile("已|正在|做到|实现|走上|步入|进入|迎来|不[能得可宜]")
_SAID_LAST = frozenset(word[-1] for word in words("outcome") | words("settled"))


@lru_cache(maxsize=4096)
def noun_of(phrase: str) -> str:
    """The noun that a topic speaks of; "" for a clause that names none.

    >>> noun_of("补贴发放逐月加快"), noun_of("关于加大经费投入的建议"), noun_of("乡里把这件事当作头等大事")
    ('补贴发放', '经费投入', '')
    """
    if phrase.endswith(("？", "?")):
        return "" if _NOT_OF_WHAT.match(phrase) or not _QUESTION.search(phrase) else _QUESTION.sub("", phrase)
    phrase = _FRAME.sub("", phrase) if phrase.endswith(_FRAMES) else phrase
    phrase = _LIKE.sub("", phrase) if phrase[:1] in _LIKE_OPENS else phrase
    if phrase[:1] in "附有关" and (titled := _TITLED.match(phrase)):
        phrase = _CARED_FOR.sub("", clean_head(titled["what"] or titled["table"]))
    phrase = _RAISED.sub("", phrase) if phrase[:1] in "多各" else phrase
    if phrase.endswith("”") and _IMAGE.search(phrase):
        return ""
    if _CHAINS.search(phrase) and (chain := _CHAIN.match(phrase)) and not _ACTORS.search(chain["noun"]):
        return chain["noun"]
    if headline := _HEADLINE.match(phrase):
        return headline["noun"]
    if _PREDICATE.search(phrase) or _ACTED.match(phrase):
        return ""
    if may_lead(phrase) or phrase.endswith(_RANKS) or "的" in phrase:
        phrase = _RANKED.sub("", _PACE.sub("", without_leader(phrase)))
    phrase = _IN_FULL.sub("", phrase)
    shorter = _SAID_OF_IT.sub("", phrase) if phrase[-1:] in _SAID_LAST else phrase
    return shorter if len(shorter) >= _LEAST else phrase


def may_tell(clause: str) -> bool:
    """For speed: may a clause be a noun with what became of it?"""
    return clause[-1:] in _SAID_LAST or clause.endswith((*_RANKS, *_FRAMES)) or bool(may_lead(clause) or _CHAINS.search(clause))


def thing_told(clause: str) -> str | None:
    """The thing that something is done to in a clause; "" for one that only says by whose order, None for all others.

    >>> thing_told("要把倒损住房修起来"), thing_told("按照市委部署"), thing_told("福利院建成")
    ('倒损住房', '', None)
    """
    if _NO_THING.match(clause):
        return ""
    done = _DONE_TO.search(clause) if "把" in clause or "了" in clause or "将" in clause else None
    return done and (done["what"] or done["done"] or done["task"].removeprefix("为"))


def looked_into(clause: str) -> str:
    """What a clause says is looked into, for what is counted of it behind: 对敬老院开展排查。已排查…所; "" for none."""
    looked = _LOOKS_INTO.match(clause) if "对" in clause else None
    return looked["what"] if looked else ""


def done_to(verb: str, topic: str) -> str:
    """To what a clause says that something is done: 协议 of 签订协议, 五保对象 of 对五保对象的全面复核, 五保 of 五保供养能力增强.

    >>> done_to("签订", "与监护人签订了责任书"), done_to("复核", "对在保对象的全面复核")
    ('责任书', '在保对象')
    """
    before, _, behind = topic.partition(verb)
    done = behind.removeprefix("了")
    if len(done) >= _OBJECT and not _GROWN.search(done):
        return done
    to_whom = _TO_THEM.match(before)
    return to_whom["what"] if to_whom else before


@lru_cache(maxsize=64)
def paper_topic(title: str) -> str:
    """What the title of a paper says it is about; "" for headlines, and for papers on the work of an office.

    >>> paper_topic("鹤壁市2022年农村幸福院提升实施方案"), paper_topic("关于农村低保清理整治情况的通报"), paper_topic("2021年民政工作总结")
    ('农村幸福院提升', '农村低保清理整治', '')
    """
    if not (paper := _PAPER.match(title.strip())):
        return ""
    what = re.sub("[《》]|政策$", "", paper["what"])
    place = opening_place(what)
    what = _PAPER_FRAME.sub("", what[place.stop:] if place else what).strip("的与和（） ")
    return "" if _NO_PAPER.search(what) or not 4 <= len(what) <= _LONGEST_PAPER else what


def is_ranking(phrase: str) -> bool:
    """Does a clause say who leads in something, or that it leads?"""
    return bool(_RANKED.search(phrase) or LEADING.search(phrase))


def without_leader(phrase: str) -> str:
    """入住率|最高的是甲县: what somebody leads in."""
    led = LEADING.search(phrase)
    return phrase[:led.start()] if led and opening_place(phrase[led.end():]) else phrase


def asked(heading: str) -> str:
    """What a heading says without the 问： before it."""
    return _ASKED.sub("", heading) if heading.endswith(("？", "?")) else heading


def without_task(subject: str) -> str:
    """What a task is about: 适老化改造|年度任务."""
    return _TASK.sub("", subject) or subject
