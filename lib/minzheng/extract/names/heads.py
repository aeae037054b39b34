"""The phrase before (or behind) a figure: what is said about it, without the words around it."""
import re
from functools import lru_cache

from minzheng.extract.names.circumstances import without_circumstances
from minzheng.extract.places.named import opening_place
from minzheng.extract.places.yardsticks import LEADING, may_lead
from minzheng.extract.syntax import one_of, words
from minzheng.extract.times.time_words import strip_periods
from minzheng.patterns import Late
from minzheng.reference.regions import regions_named

SEPARATORS = r"(?:、|以及|(?<![普涉以顾触波遍惠])及|(?<![共饱缓调])和|(?<![参赠给])与|或)"
# 净月潭、长影旧址等|户外颁证点: names that only illustrate
_EXAMPLES = Late(f"^(?:[^，、等]{{2,10}}、)+[^，、等]{{2,10}}等(?:(?:[镇乡县市区村州旗地]|苏木|街道|社区|地区|县区|市县|乡镇|部门|单位|机构|力量)(?={one_of('deeds')}))?(?=[^，、]{{4,}}$)")
_SOME = Late(f"^(?P<did>(?:累计|共)*{one_of('deeds')}(?:[并和、]{one_of('deeds')})?了?)(?:[^，、等]{{2,12}}、)+[^，、等]{{2,12}}等(?=[^，、]{{4,}}$)")         # 发放|棉被、棉衣等|御寒物资
_FOUND_SUCH = Late("发现[^，]{3,}?等(?:方面|各类)?的?(?=(?:问题|隐患|情况|线索)$)")         # 发现登记不全等|问题
_COMPARED = Late("(?:^|，)(?:与|同|和|跟|较|比)[^，]{1,20}相比(?:较)?[，]?")         # 与2016年首次摸排相比|下降
_QUARTERS = Late("^(?:第)?(?:[一二三四](?:、|和|及))+[一二三四]季度")
_AT_TIME = Late(r"(?<![存现所实内潜外健])在(?=上年|去年|前年|20\d\d年)")
_LISTING = Late(r"（(?:(?:不?含|包括|包含)[^（）]{6,}|[^（）]*、[^（）]*、[^（）]*)）")           # the members of what stands before it
_SAYS = Late(f"^[^，；：“]{{0,16}}?(?:会议|会上|报告|局长|厅长|通报)?{one_of('speech')}")
# Words that begin like one of the leads and are none.
_OTHER_WORD = Late(
    r"辖区|使[用命馆]|经[济营费办常过验纪]|有[机关色线效组害轨意望限]|将军|要[素求点]|对[象口外接]|以[上下工]|从[业事]|现[代场金]|"
    r"共[同享青产]|共建(?!成|设|立|有)|均[衡等]|含量|如[意期]|即[时将]|还款|并[购网轨]|至[今少]|于是|由于|另[行外]|"
    r"就[业医餐读诊地近是]|已故|全面[二小]|重点[对人优高河公项工企产任]|统一[战大]|系统[治内]|创新[创型驱发平]|集中[供养照安式]|首[次批]|"
    r"认真负|计划生育|年末|经常|仅[供存]|各[县市]（|紧急[转避救疏]|要约|即开|让[利渡步]")
_EMPTY_OPENING = re.compile(rf"^(?!{_OTHER_WORD.pattern})(?:{one_of('leads')}|(?:登记)?在册的?(?=..)|(?:落实|执行|实行)(?=[^，]{{2,10}}(?:{one_of('people', 'payments')}|标准)$)|一[个名位](?!月|小时|工作日|人)(?=...)|同期(?={one_of('deeds')})|[，、：:；的了])")
_RANKED = Late(r"(?:位?[居列]|排名?)(?:全[国省市县区])?(?:前[一二三四五六七八九十\d]+|首|第[一二三四五六七八九十\d]+)位?$")
_EMPTY_ENDING = Late(
    rf"(?:{one_of('links')}|(?<![人英天刚])才|(?<!水土)(?:始终|继续|一直|持续)?保持|(?<=..)(?<![存现所实内潜外健])在|(?<=..)(?<![第期十连])[两三四五六七]年|(?<=..)(?:已经|继续|逐年|连续|连年)|[，、：:；（(《“])$")
_NUMBERS, _NUMBERED = frozenset("一二三四五六七八九十"), Late("^[一二三四五六七八九十]{1,3}是(?!否)(?:要)?")       # 二是为: no link is to cut into it
_LINK_REACH = max(8, *map(len, words("links")))         # no empty ending is longer
_FOOTNOTE = Late(r"\[\d{1,2}\]")
_TITLE_YEAR = Late(r"(?<=《)(?:19|20)\d\d年?")
# What must stand in a head for these phrases to be looked for.
_ASIDES = (("同期", re.compile("^(?:上年|去年)同期(?:为|是|仅)?$")), ("在", _AT_TIME), ("（", _LISTING), ("[", _FOOTNOTE), ("《", _TITLE_YEAR))
_RANK_SIGN = re.compile("[居列排]")
_OPENINGS = frozenset({word[0] for word in words("leads")} | set("，、：:；的了登在一落执实同"))
_ENDINGS = frozenset({word[-1] for word in words("links")} | set("才持在年经续，、：:；（(《“"))
_ENDS_IN_VERB = Late(rf"(?:{one_of('verbs')})(?:了|出|起|到|至|过|约|近|超过?|共|各|完)*$")
_OBJECT_LENGTH = 12     # a verb and its object that are so short stay whole
_WON = Late(f"{one_of('winning')}$")
_WON_LENGTH = 20        # who won it, and where, is part of what was won
_VERB = Late(one_of("verbs"))
_PREDICATE = Late(f"{one_of('predicates')[:-1]}|各(?={one_of('deeds')}))")         # 12个乡镇|各预拨…
_NOUN_AFTER = Late(one_of("noun_endings"))
# who paid, that he paid, and what: 省级财政投入资金 says nothing of what for
_FUNDS = re.compile(
    rf"(?:各|分别)?(?:获得?|(?:积极)?争取到?)?(?:{one_of('payers')}|[省市县区州盟旗](?:[、和]?[市县区旗乡])?)?(?:财政|级)?(?:共|累计)?"
    rf"(?:{one_of('funding')}|补助|支持|奖补)"
    r"(?:各地|资金|经费|补助|补助资金|专项资金)?"
    rf"|(?:{one_of('payers')}|[省市县区州盟旗]级?)(?:财政)?(?:配套|专项|补助)?(?:资金|经费)"         # 其中中央资金
    rf"|(?:所?需|需要)(?:{one_of('payers')}|[省市县区州盟旗])?级?(?:财政)?(?:资金|经费)")
# words for what was named before: 两项合计, 上述, 每户补
_ALL_BUT = Late("（不?(?:含|包括|包含)[^（）]{1,10}）$")          # 在校学生（不含研究生）
_POINTING = re.compile(
    r"(?:两|三|四|二)(?:项|者|类)(?:合计|共|补贴|累计)|上述|以上(?=合计|共|各|两|三|四|累计)"
    r"|(?:(?:中央|[省市县区]级?|自治区)?(?:财政)?(?:对|给予?|按))?每(?:个|家|所|户|处|点|站|人次|例|对)(?=[^，]{0,4}(?:补|奖|资|经费))")
# 月人均发放, 户均补助, 年支出: of those named before
_PER = re.compile(
    r"平均每(?:人次?|户次?|[例件对家所个])|(?:每?[月年日]|[人户例家次]){0,2}(?:平均|均)(?:每?[月年日])?(?:发放|补助|支出|救助|补差|保障|供养|投入|消费|补贴)?(?:水平|标准|金额|额)?|年(?:支出|发放)")
_PER_PERSON = Late("(?<=..)每人每[月年]")         # the unit says so
# 一类地区, 第二档: tells classes of what was named before apart
_CLASS = re.compile(r"(?:第?[一二三四五六](?:[、和及至][一二三四五六])*|[甲乙丙丁ABCDⅠⅡⅢ])(?:类|档|等)(?:地区|区域|区|县|县区|市县|标准|人员|对象)?")
_GRADE = re.compile(r"(?:[^，、0-9]{1,5}及以上)|(?:[1-5]A|[一二三四五](?:[、和至][一二三四五])*|国家|省|市|市州|地市|市县|县|县区|州县|乡|乡镇|村|区|县区|盟|旗|镇|镇街|街道|苏木|社区|嘎查)级(?:以上)?|州县|市县|县区|(?:[各其]他?|其余)?县（(?:市|市、区|区|市区)）|护理型|普惠型|医养结合型|[省市县区州]本级|设区市|[省市县]直")
_PLACES = tuple("县镇乡村市州盟旗把将")        # what is counted itself: 其中镇571个; or goes next
_BOOK = Late(r"《[^》]*?([^》]{1,14})》等?")
_ORDINAL = Late(r"第[一二三四五六七八九十\d]+(?:批|轮|期|届(?=[^，。；]{0,10}[会赛节]))")
_REGISTERED = Late("(?<!办理)(?<!受理)(?<!完成)(?<!注册)(?<=..)登记$")       # 收养登记 names a thing
_ONLY_VERB = Late(rf"(?:(?:{one_of('verbs')})(?:了|出)?)+$")
_KEEP = Late(r"^(?:累计|共计|合计)(?:发放|支出|获批|救助|投入)")


@lru_cache(maxsize=65536)
def clean_head(left: str) -> str:
    """The phrase that ends before a figure.

    >>> clean_head("截至2021年底，全国共有各类养老机构和设施"), clean_head("将城市低保标准提高到每人每月")
    ('各类养老机构和设施', '城市低保标准')
    """
    for sign, phrase in _ASIDES:
        if sign in left:
            left = phrase.sub("", left)
    left = left.rpartition("】")[2] if "】" in left else left          # who speaks
    left = _QUARTERS.sub("", left) if "季度" in left else left
    left = _COMPARED.sub("", left) if "相比" in left else left
    head = strip_periods(left).strip("，、：:； ")
    head = _NUMBERED.sub("", head) if head[:1] in _NUMBERS else head
    head = _SAYS.sub("", head, count=1) if "：" in head or "，" in head else head
    head = head.rpartition("——")[2] if "——" in head[:-2] else head           # 民生实事——新建
    head = head.removeprefix("“") if "”" not in head else head
    head = _ORDINAL.sub("", head).replace("分别", "") if "第" in head or "分别" in head else head
    head = _without_links(_RANKED.sub("", head) if _RANK_SIGN.search(head) else head)
    if may_lead(head) and (led := LEADING.search(head)) and led.start() != 1 and (place := opening_place(head[led.end():])) and led.end() + place.stop == len(head):
        head = head[:led.start()]
    if "等" in head and "、" in head and "分别" not in left:
        head = _EXAMPLES.sub("", _SOME.sub(lambda some: some["did"], head))
    head = _FOUND_SUCH.sub("发现", head) if "等" in head and "发现" in head else head
    if head[2:3] == "全" and regions_named(head[:2] + head[3:4]):
        head = head[4:]                         # 夷陵全区|已有
    while head:
        shorter = without_circumstances(head)
        if not shorter:
            return ""
        opening = _EMPTY_OPENING.match(shorter) if shorter[0] in _OPENINGS else None
        if opening and not _KEEP.match(shorter) and _may_go(shorter, opening.end()):
            shorter = shorter[opening.end():]
        if shorter == head:
            return _PER_PERSON.sub("", head) if "每人" in head[1:] else head
        head = shorter
    return head


def short_object(head: str) -> str:
    """A verb before a counted noun, without the titles and lists that only illustrate.

    >>> short_object("出台了《关于加强养老服务的意见》等"), short_object("指导大连、鞍山等")
    ('出台了关于加强养老服务的意见', '')
    """
    if "《" in head:
        return _BOOK.sub(lambda book: book[1], head)
    if head.endswith("等"):
        verb = _VERB.match(head)
        return verb.group() if verb else ""
    if len(head) <= (_WON_LENGTH if _WON.search(head) else _OBJECT_LENGTH):
        return head
    starts = [m.start() for m in _VERB.finditer(head) if len(head) - m.start() <= _OBJECT_LENGTH]
    return head[starts[0]:] if starts else head[-_OBJECT_LENGTH:].lstrip("中的等及和与、")


def _may_go(head: str, length: int) -> bool:
    """A lead word may be the beginning of a longer word: 重点|对象, 有|机农业; then at least two characters must stay."""
    return len(head) - length >= 2 or len(head) == length or head[length:] in _PLACES


def _without_links(head: str) -> str:
    """The phrase without the words that lead on to its figure: …总数|已达到."""
    while head[-1:] in _ENDINGS and not head.endswith(("岁以上", "及以上", "岁以下")):
        match = _EMPTY_ENDING.search(head, max(0, len(head) - _LINK_REACH))
        if match is None or _is_word_end(head, match.start()):
            return head
        cut = match.start()
        if head[cut] == "均" and head[:cut].endswith(("平", "人", "月", "户", "年", "次", "例", "床")):
            cut += 1                            # 平均 is one word
        if cut == len(head):
            return head
        head = head[:cut]
    return head


def _is_word_end(head: str, at: int) -> bool:
    """率 and 数 belong to the phrase when a phrase stands before them."""
    return (head[at:] in ("率", "数") and at >= 1) or (head[at:] == "达" and head[:at].endswith(("下", "送", "转"))) or (head[at:] == "约" and head[:at].endswith(("签", "续", "预")))


@lru_cache(maxsize=4096)
def ends_in_verb(left: str) -> bool:
    """Does the figure follow a verb or preposition that takes the counted noun as object?

    >>> ends_in_verb("推动建设"), ends_in_verb("冬季取暖救助金")
    (True, False)
    """
    return bool(_ENDS_IN_VERB.search(left))


def is_only_verb(head: str) -> bool:
    """True for 救助, 新建, 发放 …: heads that need their object from before."""
    return bool(_ONLY_VERB.match(head))


@lru_cache(maxsize=65536)
def is_dependent(head: str) -> bool:
    """A head that says nothing alone: 床位, 支出, 其中集中供养, 用于….

    >>> is_dependent("床位"), is_dependent("养老床位")
    (True, False)
    """
    head = _ALL_BUT.sub("", head) if head.endswith("）") else head
    points_back = head.startswith(("用于", "机构内", "其")) and "的" not in head
    bare = (len(head) <= 1 and head not in _PLACES) or head in words("dependent") or (len(head) <= 4 and is_only_verb(head) and not _REGISTERED.search(head))
    open_end = head.endswith("的") or bool(_POINTING.match(head))
    return bare or points_back or open_end or bool(_CLASS.fullmatch(head) or _PER.fullmatch(head)) or is_fund(head) or is_grade(head)


def is_fund(head: str) -> bool:
    """省级安排资金: who paid, and nothing of what for."""
    return bool(_FUNDS.fullmatch(head))


def is_grade(head: str) -> bool:
    """5A级, 省级, 二级以上: tells kinds of the last full head apart."""
    return bool(_GRADE.fullmatch(head))


@lru_cache(maxsize=4096)
def split_predicate(right: str) -> tuple[str, str]:
    """A counted noun and what it does.

    >>> split_predicate("民政干部走访困难家庭")
    ('民政干部', '走访困难家庭')
    """
    match = _PREDICATE.search(right)
    while match and _inside_a_noun(right, match):
        match = _PREDICATE.search(right, match.start() + 1)
    return (right, "") if match is None else (right[:match.start()], right[match.start():])


def _inside_a_noun(right: str, match: re.Match) -> bool:
    """救助|站, 服务|中心, 以|上: words of both kinds."""
    if right.startswith("率", match.end()):         # 达标率, 完成率
        return True
    goes_on = match.end() == len(right) or bool(_NOUN_AFTER.match(right, match.end()))
    return match.group() in words("noun_openings") and goes_on
