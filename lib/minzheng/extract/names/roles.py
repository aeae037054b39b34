"""What a figure does: level, prior, growth, change, share, multiple or duration."""
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from minzheng.extract.names.memory import OTHER_BASE
from minzheng.extract.syntax import one_of, words
from minzheng.patterns import Late

RATIOS = frozenset({"%", "‰", "倍", "成"})
POINTS = frozenset({"百分点", "千分点"})
DURATIONS = frozenset({"年", "个月", "月", "天", "周"})

# A year before: a named year (比2015年) is settled later, by `settle_basis`.
_YEAR_BEFORE = (
    r"同比|[比较](?:上年|去年)(?:同期|末|底)?|[比较](?:前年|同期|年初|上年度)|[比较]20\d\d年度?(?:同期|末|底|年底)?"
    r"|[比较与]上年同期(?:相比)?|与(?:上年|去年)(?:同期)?相比|在(?:上年|去年)(?:同期)?的?基础上")
_MONTH_BEFORE = r"环比|[比较](?:上[一个]*月|第?[一二三四1-4]季度|上[一个]*季度?|上半年|前三季度|前[0-9一二三四五六七八九十]{1,2}个?月|[0-9]{1,2}月份?)[末底]?"
# at what prices
_PRICES = r"按?(?:可比|不变|现行|当年)(?:价格|口径|价)(?:计算|测算|计)?|同口径(?:计算|比较)?|(?:扣除|剔除)[^，]{0,12}因素(?:影响)?后?"
_COMPARE = Late(
    rf"(?:{_PRICES}|名义)?[，,]?"
    rf"(?:(?P<yoy>{_YEAR_BEFORE})|(?P<mom>{_MONTH_BEFORE})"
    r"|[比较]上(?:一|两)?(?:届|次|轮|年度|个五年|期|周期)|[比较]“?十[一二三四五六]?五”?(?:末|时期|期间|初)?|年均|年平均|每年|比(?![率例重值])[^，。；]{1,14}?"          # another base
    rf"|在[^，]{{1,8}}的?基础上|{_PRICES})"
    r"(?:实际|名义|分别|各|均|也|又|则|仍|再|大幅度?|小幅|累计|微|略|略有|稍|明显|显著|快速|平均|净)*$")
_VERB = re.compile(
    rf"(?P<verb>{one_of('rise', 'fall')})(?:(?<=[多少])[花用筹募发支收拨投建救销购捐办培争供招](?:[集放出入得付设助售买赠理训取应])?)?"
    r"(?:幅度|幅|率|速度|速|额|了|的?比例)?"
    r"(?:的?(?:预期)?目标(?:(?:拟|确|设|预)?定)?|(?:控制|保持|稳定|维持)[在到])?"      # 增长目标定为7%, 涨幅控制在3%
    r"(?:分别|依次|各|均|都|力争|确保|争取|达到|达|为|是|超过|超|逾|约|近|至少|也|仅|将近|不低于|在|将|以上|左右|最高|[:：（(])*$")
_APART = Late(r"(?:(?P<above>(?<!不)[高快]于|高出)|(?<!不)[低慢]于)(?!每|[0-9])[^，。；]{2,14}(?<!平均的)(?<!水平的)$")
_COMPOUND = Late(
    r"(?:自然增长|新增|增加值|最高|最多|不少|不高|减少到|至少|[新续]增|倍增|代?扣减|免|社会增|高龄|提升工程|加减)$")
_OLD_VALUE = re.compile(
    # of when, or of which standard; none of what somebody does: 由社会力量运营的37个
    r"(?:由|从)(?:[^，。；]{0,12}?(?:[年月末底初期前后往去先届次时]|[原历]来|[原现已既]有|原[定先]|现[在行]|目前|标准|水平|平均)的|(?:20\d\d年|[去上前]年|年)[初底末]?)?(?:家庭)?(?:[月年户]?人?均)?(?:月?收入)?(?:每(?:人次|户次|例|人|户|家|对|床|张床位|餐|次|课时|小时|天|日|月|年|学年|学期|份|具|例|亩|辆|平方米|[个位名所处村社区]{1,2})){0,2}$")
# 较去年同期的1856人次|增长13.6%: the value that the growth starts from
_LAST_YEARS = Late("(?:[比较与同和]|对比|相比)(?:上年|去年|前年|(?P<year>20[0-9]{2})年)(?:同期|末|底)?的(?:约|近)?$")
_STARTS_FROM = Late("在(?:现行|原有|原来|20[0-9]{2}年|上年|去年)?(?:每人)?(?:每[月年])?$")        # 标准在2018年每人每月480元|的基础上
_OLD_STANDARD = Late("(?:原|此前|调整前|提标前|提高前|过去)(?:来|有|先|定|执行|实行)?的?(?:补贴|补助|保障|供养|养育|发放|月|年)?标准(?:为|是)?(?:每[人户月年])*$")
_ONCE, _WAS = ("过去", "以往", "原先", "从前"), Late("..(?![的一两二三四五六七八九十几0-9]).*(?:要|需|得|只有|仅|才|是|为)[有要约近]?$")      # 过去办理要30天，现在…
_ENDS_LAST_YEAR = ("的", "约", "近")
_MOVED_FROM = Late(rf"相比|比较|(?:又|再|净|大幅|明显)?(?:{one_of('rise')}|{one_of('fall')})")
_DAYS = Late("(?<!连续)(?:天数|日数|天气)(?:为|达到?|共|有|是)?$")     # 优良天数300天: counted, none that went on
_THAN = Late("(?:仍|还|也|均|略|明显)*[高低]于[^，。；]{0,14}$")      # 火化率…，低于全市46%的平均水平: the share of the others
_OF_THE_OTHER = ("的平均水平", "的全国平均", "的全省平均", "的全市平均", "的平均值")
_OF_A_PLACE = Late("[高低]于[^，。；]{1,10}[国省市县区州盟旗]的$")          # 低于瑞安市的|46%
_OF_ALL = Late("(?<=[比率例重])(?:不[低少]于|不超过|应?达到?|占|为)[^，。；0-9占]{1,10}(?:总[数量额]|[数量额])的$")        # 抽查比例不低于登记总数的3%
_RISEN = Late(rf"^(?:逐步|进一步)?(?:{one_of('rise')}|{one_of('fall')})[到至为]")
_YARDSTICK = Late(r"(?:按照?|以|达到?)?(?:不低于|不少于|达到)[^，。；]{2,16}的$|(?:是|为|相当于|达到?)?(?:平[日时常]|往[日常年]|(?:20\d\d|[上去前])年)(?:同期)?的$")     # 按不低于低保标准的1.3倍, 是平日的9倍
# 涨幅由6.5%回落到2.6%, 增速放缓至4%: the rate itself, wherever it moved
_RATE_MOVED = Late(f"(?P<kind>涨幅|增幅|增速|降幅)(?:由[^，。；]{{0,16}})?{one_of('rise', 'fall')}[到至]$")
_UNBROKEN = Late(r"(?:已)?(?:连续|连年|蝉联|历时|持续|提前|提早)$")
_EARLIER = ("提前", "提早")                # by a year: no year less
_GROWTH_NOUN = Late(r"^的?(?:增幅|增速|降幅|增长|涨幅|幅度|比例提高|增长率)")
_MINUS = ("-", "−", "－")
_COMPARE_SIGNED = Late(rf"(?:{_YEAR_BEFORE}|环比)[：:]?[-−－+＋]$")
_SIGNS = {**dict.fromkeys(_MINUS, "-"), "+": "+", "＋": "+"}       # 同比+18.3%
_YEAR = Late(r"20\d\d")
_OTHER = Late(r"年均|年平均|每年|十[一二三四五六]?五|前年|年前")
_REACH = 40             # characters before a figure in which its verb, and before that its comparison, stand


@dataclass(slots=True)
class Role:
    """`left`: what remains of the words before the figure once the words of the role are taken off."""

    measure: str
    left: str
    basis: str = ""
    sign: str = ""
    compared: bool = False
    verb: str = ""


@lru_cache(maxsize=4096)         # 同比增长 comes again and again
def read_role(left: str, unit: str, right: str) -> Role:
    """The role of a figure between the words `left` and `right` of its clause.

    >>> read_role("结婚登记比上年下降", "%", "")
    Role(measure='growth', left='结婚登记', basis='yoy', sign='-', compared=True, verb='下降')
    >>> read_role("占总人口的", "%", "").measure, read_role("床位共", "张", "").measure
    ('share', 'level')
    """
    if left[-1:] in _SIGNS and (unit in RATIOS or unit in POINTS) and (signed := _COMPARE_SIGNED.search(left)):
        before, basis = left[:signed.start()], "mom" if "环比" in signed[0] else "yoy"
        return Role("growth" if unit in RATIOS else "change", before, basis, _SIGNS[left[-1]], True)
    if left.endswith(_MINUS):                   # 增长-3.2% falls; 下降-3.2% does not rise, it is doubtful
        role = read_role(left[:-1], unit, right)
        return replace(role, sign="-") if role.sign else role
    if unit == "%" and (rate := _RATE_MOVED.search(left)):
        return Role("growth", left[:rate.start()], "unspecified", "-" if rate["kind"] == "降幅" else "+")
    moved = _movement(f"{left[:-2]}增加" if left.endswith("新增") and _COMPARE.search(left[:-2]) else left)         # 比年初新增
    if unit in DURATIONS and (not moved or left.endswith(_EARLIER)):
        return Role("level", left) if _DAYS.search(left) else Role("duration", _UNBROKEN.sub("", left))
    if unit in POINTS:
        return _as(moved, "change") if moved else Role("change", left, "unspecified", "+")
    if unit in RATIOS:
        if (right.startswith(_OF_THE_OTHER) or (not right and _OF_A_PLACE.search(left))) and (other := _THAN.search(left)):
            return Role("share", left[:other.start()])
        if moved:
            return _as(moved, "growth")
        if _OLD_VALUE.search(left) and (not right or _RISEN.match(right)):
            return Role("prior", _OLD_VALUE.sub("", left))
        if _GROWTH_NOUN.match(right):
            return Role("growth", left, "unspecified", "-" if "降" in right[:3] else "+")
        return Role("multiple", _YARDSTICK.sub("", left)) if unit == "倍" else Role("share", _OF_ALL.sub("", left))
    if prior := _old_value(left, right):
        return prior
    if moved and (moved.compared or (not right and moved.verb in words("plain_moves"))):
        return _as(moved, "change")
    if "标准" in left and (old := _OLD_STANDARD.search(left)):
        return Role("prior", left[:old.start()] + "标准")
    return Role("prior" if left.startswith(_ONCE) and _WAS.match(left) else "level", left)


def _old_value(left: str, right: str) -> Role | None:
    """The role of what something is raised from; None for other figures."""
    if right.startswith("的基础") and (since := _STARTS_FROM.search(left)):
        return Role("prior", left[:since.start()])
    if _OLD_VALUE.search(left):
        return Role("prior", _OLD_VALUE.sub("", left))
    if left[-1:] in _ENDS_LAST_YEAR and (against := _LAST_YEARS.search(left)) and _MOVED_FROM.match(right):
        return Role("prior", left[:against.start()], against["year"] or "yoy")
    return None


def _as(moved: Role, measure: str) -> Role:
    return replace(moved, measure=measure)


def _movement(left: str) -> Role | None:
    """The words of growth or decline at the end of `left`, if any."""
    near = left[-24:]
    if apart := ("于" in near or "高出" in near) and _APART.search(near):
        return Role("", left[:len(left) - len(apart.group())], "unspecified", "+" if apart["above"] else "-", True)
    skipped = max(0, len(left) - _REACH)
    match = _VERB.search(left[skipped:])
    if match is None or _COMPOUND.search(left[:skipped + match.end("verb")]):
        return None
    before, sign = left[:skipped + match.start()], "+" if match["verb"] in words("rise") else "-"
    before = before[:-1] if before.endswith("双") else before.removesuffix("预期")
    skipped = max(0, len(before) - _REACH)
    compare = _COMPARE.search(before[skipped:])
    if compare:
        return Role("", before[:skipped + compare.start()], _basis(compare), sign, True, match["verb"])
    if before.endswith(("前者", "后者")):    # 与上年相比，前者多4100人次
        return Role("", before, "unspecified", sign, True, match["verb"])
    if before.endswith(("反而", "反倒")):
        return Role("", before[:-2], "unspecified", sign, True, match["verb"])
    if len(match["verb"]) == 1:             # 多, 高, 升 alone are adjectives as often
        return None
    return Role("", before, "unspecified", sign, verb=match["verb"])


def _basis(compare: re.Match) -> str:
    """yoy, mom or unspecified; a year that is named (比2015年), or OTHER_BASE, to be settled by `settle_basis`."""
    said = compare.group()
    if year := _YEAR.search(said):
        return year.group()
    if _OTHER.search(said):
        return OTHER_BASE
    return "yoy" if compare["yoy"] else "mom" if compare["mom"] else "unspecified"


def settle_basis(basis: str, period: str) -> tuple[str, tuple[str, ...]]:
    """The basis of a growth in `period`, and its doubt: a named year is yoy only if it is the year before.

    >>> settle_basis("2020", "2021"), settle_basis("2015", "2020")
    (('yoy', ()), ('unspecified', ('other-base',)))
    """
    if basis.isdigit() and period and int(basis) == int(period.split("/")[-1][:4]) - 1:
        return "yoy", ()
    if basis.isdigit() or basis == OTHER_BASE:
        return "unspecified", (OTHER_BASE,)
    return basis, ()
