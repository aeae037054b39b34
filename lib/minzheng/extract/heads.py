"""The phrase before (or behind) a figure: what is said about it, without the words around it."""
import re
from functools import lru_cache

from minzheng.extract.periods import strip_periods
from minzheng.extract.regions import opening_place
from minzheng.extract.syntax import one_of, words

SEPARATORS = r"(?:、|以及|(?<![普涉以顾触波遍])及|(?<![共饱缓调])和|(?<![参赠给])与|或)"
_MARKER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}是(?:要)?|[一二三四五六七八九十]{1,3}[、.．]|"
    r"[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[·•●▲■◆]|——|[a-zA-Z]\.)")
_PARTNERS = re.compile(
    r"^(?:会同|联合|配合|协同|报请|协调|指导各地|指导|引导)(?:[^，、]{1,10}?(?:部门|厅|局|办|部|委|政府|单位|企业|"
    r"各地)等?(?!理))?")
_AGENCY = re.compile(
    r"^(?:省|市|州|县|区|全区|旗)?(?:民政厅|民政局|民政部门|民政事业局|(?:婚姻|收养)登记(?:处|机关)|救助管理(?:站|机构))"
    r"(?:共|累计|全年|积极|会同)?(?=受理|办理|登记|救助|共|累计|全年|积极|会同|[^的总数床]|$)")
_AFTERWARDS = re.compile(r"^(?:经过?|通过)[^，]{1,10}后(?:实际|最终)?(?=.{2})")
_SAYS = re.compile(r"^[^，；：“]{0,16}?(?:会议|会上|报告|局长|厅长|通报)?(?:指出|强调|要求|介绍|显示|了解到)")
_OTHER_WORD = re.compile(
    r"经[济营费办常过验纪]|有[机关色线效组害轨意望限]|将军|要[素求点]|对[象口外接]|以[上下工]|从[业事]|现[代场金]|"
    r"共[同享青产]|共建(?!成|设|立|有)|均[衡等]|含量|如[意期]|即[时将]|还款|并[购网轨]|至[今少]|于是|由于|另[行外]|"
    r"已故|全面[二小]|重点[对人优高河公项工企产任]|统一[战大]|系统[治内]|创新[创型驱发平]|集中[供养照安式]|首[次批]|"
    r"认真负|年末|经常|仅[供存]|要约|即开|让[利渡步]")
_EMPTY_OPENING = re.compile(rf"^(?!{_OTHER_WORD.pattern})(?:{one_of('leads')}|[，、：:；的了])")
_EMPTY_ENDING = re.compile(rf"(?:{one_of('links')}|[，、：:；（(《“])$")
_FOOTNOTE = re.compile(r"\[\d{1,2}\]")
_TITLE_YEAR = re.compile(r"(?<=《)(?:19|20)\d\d年?")
_ENDS_IN_VERB = re.compile(rf"(?:{one_of('verbs')})(?:了|出|起|到|至|过|约|近|超过?|共|各|完)*$")
_OBJECT_LENGTH = 12
_VERB = re.compile(one_of("verbs"))
_PREDICATE = re.compile(rf"{one_of('predicates')}")
_FUNDS = re.compile(
    r"(?:国家|中央|省|市|县|区|省级|市级|县级|各级)?(?:财政|级)?(?:共|累计)?(?:补助|支持|投入|安排|下拨|拨付|下达|"
    r"配套|奖补)(?:各地|资金|经费|补助|补助资金|专项资金)?")
_POINTING = re.compile(
    r"(?:两|三|四|二)(?:项|者|类)(?:合计|共|补贴|累计)|上述|以上(?=合计|共|各|两|三|四|累计)|每(?:个|家|所|户|人次|"
    r"例|对)(?:补|奖|资)")
_NEWLY = ("新建", "新和", "城区", "郊区")       # 新建区域性中心 is not about 新建区
_AND = re.compile("和|与|及|以及")
_GRADE = re.compile(r"(?:[1-5]A|[一二三四五]|国家|省|市|县)级(?:以上)?")
_BOOK = re.compile(r"《[^》]*?([^》]{1,14})》等?")
_ORDINAL = re.compile(r"第[一二三四五六七八九十\d]+(?:批|轮|期)")
_ONLY_VERB = re.compile(rf"(?:(?:{one_of('verbs')})(?:了|出)?)+$")
_KEEP = re.compile(r"^(?:累计|共计|合计)(?:发放|支出|获批|救助|投入)")


@lru_cache(maxsize=65536)
def clean_head(left: str) -> str:
    """The phrase that ends before a figure.

    >>> clean_head("截至2021年底，全国共有各类养老机构和设施"), clean_head("将城市低保标准提高到每人每月")
    ('各类养老机构和设施', '城市低保标准')
    """
    head = strip_periods(_TITLE_YEAR.sub("", _FOOTNOTE.sub("", left))).strip("，、：:； ")
    head = _SAYS.sub("", head, count=1) if "：" in head or "，" in head else head
    head = head.removeprefix("“") if "”" not in head else head
    head = _trim(_ORDINAL.sub("", head).replace("分别", ""), _EMPTY_ENDING)
    while head:
        elsewhere = _AGENCY.sub("", _without_place(head))
        if not elsewhere:
            return ""
        shorter = _AFTERWARDS.sub("", _PARTNERS.sub("", _MARKER.sub("", elsewhere))) or elsewhere
        opening = _EMPTY_OPENING.match(shorter)
        if opening and not _KEEP.match(shorter) and _may_go(shorter, opening.end()):
            shorter = shorter[opening.end():]
        if shorter == head:
            return head
        head = shorter
    return head


def _without_place(head: str) -> str:
    """The region has a column of its own."""
    joined = _AND.match(head)               # 西安市、宝鸡市和汉中市分别…
    if joined and opening_place(head[joined.end():]):
        head = head[joined.end():]
    place = None if head.startswith(_NEWLY) else opening_place(head)
    if place is None or head[place.stop:place.stop + 1] in tuple("路道街人籍"):
        return head
    return head[place.stop:]


def short_object(head: str) -> str:
    """A verb before a counted noun, without the titles and lists that only illustrate.

    >>> short_object("出台了《关于加强养老服务的意见》等"), short_object("指导大连、鞍山等")
    ('出台了关于加强养老服务的意见', '')
    """
    if "《" in head:
        return _BOOK.sub(r"\1", head)
    if head.endswith("等"):
        verb = _VERB.match(head)
        return verb.group() if verb else ""
    if len(head) <= _OBJECT_LENGTH:
        return head
    starts = [m.start() for m in _VERB.finditer(head) if len(head) - m.start() <= _OBJECT_LENGTH]
    return head[starts[0]:] if starts else head[-_OBJECT_LENGTH:]


def _may_go(head: str, length: int) -> bool:
    """A lead word may be the beginning of a longer word: 重点|对象, 有|机农业; then at least two characters must stay."""
    return len(head) - length >= 2 or len(head) == length


def _trim(head: str, ending: re.Pattern) -> str:
    while (match := ending.search(head)) and not _is_word_end(head, match.start()):
        cut = match.start()
        if head[cut] == "均" and head[:cut].endswith(("平", "人", "月", "户", "年")):
            cut += 1                            # 平均 is one word
        if cut == len(head):
            return head
        head = head[:cut]
    return head


def _is_word_end(head: str, at: int) -> bool:
    """率 and 数 belong to the phrase when a phrase stands before them."""
    return head[at:] in ("率", "数") and at >= 1


def ends_in_verb(left: str) -> bool:
    """Does the figure follow a verb or preposition that takes the counted noun as object?

    >>> ends_in_verb("推动建设"), ends_in_verb("冬季取暖救助金")
    (True, False)
    """
    return bool(_ENDS_IN_VERB.search(left))


def is_only_verb(head: str) -> bool:
    """True for 救助, 新建, 发放 …: heads that need their object from before."""
    return bool(_ONLY_VERB.match(head))


def is_dependent(head: str) -> bool:
    """A head that says nothing alone: 床位, 支出, 其中集中供养, 用于….

    >>> is_dependent("床位"), is_dependent("养老床位")
    (True, False)
    """
    return (len(head) <= 1 or head in words("dependent") or (len(head) <= 4 and is_only_verb(head)) or (head.startswith(("用于", "机构内", "其")) and "的" not in head)
            or head.endswith("的") or bool(_FUNDS.fullmatch(head)) or bool(_POINTING.match(head)) or is_grade(head))


def is_grade(head: str) -> bool:
    """5A级, 省级, 二级以上: tells kinds of the last full head apart."""
    return bool(_GRADE.fullmatch(head))


def split_predicate(right: str) -> tuple[str, str]:
    """A counted noun and what it does.

    >>> split_predicate("名民政干部"[1:] + "走访困难家庭")
    ('民政干部', '走访困难家庭')
    """
    match = _PREDICATE.search(right)
    while match and _inside_a_noun(right, match):
        match = _PREDICATE.search(right, match.start() + 1)
    return (right, "") if match is None else (right[:match.start()], right[match.start():])


_NOUN_PARTS = re.compile(
    r"(?:建设|开展|服务|救助|登记|注册|组织|实施|取得|提供|参加|覆盖|办理|接受|运营|完成|资助|就业|执行|开放|脱贫|"
    r"返贫|帮助|持证|获奖|入住|上岗|进行|有|为|是|以|按|在|共|比|让|均|都|被|对|从|使|占|因)")
_NOUN_AFTER = re.compile(
    r"(?:站|中心|机构|设施|项目|人员|对象|管理|工作|点|所|员|处|窗口|热线|组织|志愿者|上|下|内|中|关|效|机|色|及|来|"
    r"同|外|前|后|校|家庭|册|岗|岗位|金|费|款|卡|证|物资|资金|水平|标准|服务|制度|政策|体系|待遇|能力"
                         r"|业务|事业|行业|行动|活动|试点|工程|改革|平台|系统|类|型|制|性|率|网|区|地|院|楼|馆|室|"
                         r"车|品|案|件|事项|群众|老人|老年人|儿童|妇女|摘帽|监测|人口|困难|县|村|户|社工|团体|单位|"
                         r"师|者|阵地|示范|面|人|贫|衡|成|居|务)")


def _inside_a_noun(right: str, match: re.Match) -> bool:
    """救助|站, 服务|中心, 以|上: words of both kinds."""
    return bool(_NOUN_PARTS.fullmatch(match.group())) and (bool(_NOUN_AFTER.match(right, match.end())) or match.end() == len(right))
