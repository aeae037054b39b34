"""Plan or report: what a section says of itself and what a clause says of its figures."""
import re

from minzheng.extract.syntax import one_of, words
from minzheng.patterns import Late

ACTUAL, TARGET = "actual", "target"
# 要 as a word of its own: not in 重要, 主要, 要求, 要素.
_MUST = r"(?<![重主需必首紧纲概摘想])要(?![求素点闻害件])"

_MEETING_PLANS = f"会议(?:首先|还|同时)?{one_of('meeting_plans')}"
_MEETING_REPORTS = f"会议(?:首先|还|同时)?{one_of('meeting_reports')}"

_GOAL_LABEL = r"^(?:年度|全年|年初|当年|本年|年内|总体|工作|建设|任务|计划|预期|既定|责任|承诺|绩效)*(?:目标|任务|计划|承诺)(?:值|数|要求|内容|任务|事项)?$"        # and nothing else
# In a heading, anywhere.
_PLAN_SECTION = Late(
    _MEETING_PLANS
    + "|" + _GOAL_LABEL + r"|(?<!完成)(?<!完成[了各])任务(?![^，。]{0,6}(?:完成|落实|进展|情况|执行))|(?:重点|主要|目标|年度|工作)任务|(?:有关|几点|[一二三四五]点|工作|具体|相关)要求$"
    rf"|工作(?:{one_of('plans')}|重点|建议|目标|举措)|总体(?:要求|思路|目标|部署)"
    r"|下一步|下步|下阶段|下一阶段|今后|接下来|^(?:主要)?(?:建设|采购|施工|改造)(?:内容|规模|需求)$"
    r"|(?:实施|行动|工作|提升|建设)(?:方案|计划)|(?:发展|专项|建设|体系)规划"          # a title of a plan
    r"|会议(?:还|同时)?(?:明确|确定|提出|下达)了?[^，。]{0,20}(?:目标|指标|计划|举措)"
    r"|奋斗目标|预期目标|发展目标|主要目标|目标要求|发展思路|展望|民生实事|十件实事"
    r"|(?:下半年|[今明]年)(?:的|全[省市县区州])?(?:民政)?(?:重点|主要)工作$"
    rf"|(?:下半年|\d月份?|[本下]月|明年|20\d\d年|第?[二三四]季度|后期|后段)[^，。；]{{0,10}}{one_of('plans')}$|[步年]打算$"
    r"|(?:下半年|明年|下[一个]*季度|第?四季度)[^，。；]{0,6}(?:工作|任务)$"
    r"|(?:强调|要求|提出|部署)[，：].{0,24}?" + _MUST
    + r"|(?:强调|要求)[，,：]?(?:今年|20\d\d年|要|各地|全省|全市|全区|全县|当前)")
_REPORT_SECTION = Late(
    _MEETING_REPORTS
    + r"|回顾|回眸|巡礼|纪实|综述|回头看|兑现|成绩单|答卷|盘点|总结了?(?:[“20]|去年|过去)|过去(?:的)?(?:一年|五年)|一年来|五年来"
    r"|主要(?:做法|工作成效)|(?:主要|突出|五”?(?:规划)?)(?:成效|成绩|成就|成果)|发展成[效就]|工作(?:成效|总结|情况|取得)|(?:完成|落实|执行|推进|运行|实施)情况|进展|进度(?![^，。；]*(?:不低于|不少于|达到|[0-9]))"
    r"|取得(?:了)?(?:新|积极|明显|显著|扎实)?.{0,6}(?:成效|成绩|进展|突破)"
    r"|^[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．](?:补贴|补助|资助|奖补|收费|发放|执行|救助)(?:标准|政策)$"
    r"|(?:问题|不足|困难|短板|差距)(?=[和及与、])"              # 存在的问题和下一步打算: the plan comes later, and says so
    r"|评估|现状|发展基础|发展环境|公报|一、综合|基本情况|发展情况|统计")          # communiqués report throughout
# The title of a report on a meeting: what was on its agenda opens no plan.
_NEWS = Late("召开|举行|举办|政策解读|问答|答记者问|答问|访谈|^(?![一二三四五六七八九十]+、|[（(]).+(?<![工作])(?:部署|明确|敲定|确定|谋划)[^，。；：]*(?:任务|工作|目标)$")
# Papers all of whose figures are still to come: a call for tenders, a budget; but no report on how one was carried out.
_ALL_PLANNED = Late(
    r"^[^，。；]{0,40}(?:(?:招标|采购|磋商|谈判|询价|比选|遴选)(?:项目)?[^，。；中成果]{0,8}(?:公告|文件|邀请书?|意向|需求)|(?<!执行)预算(?![^，。；]*(?:执行|决算|调整|绩效)))")
# A heading with both is the one that ends it (民生实事进展), but of two joined by 和 it is the first.
_JOINED = Late("[和及与、，；暨]")
_MIXED = Late("(?:问题|不足|困难|短板|差距)[和及与、]")
# where it turns in its section: 针对上述问题，明年我们将…, 2022年要重点做好三件事
_TURNED = Late(f"^[^。]{{0,24}}?(?:下一?步|下一?阶段|今后|接下来|[明今]年|20[0-9]{{2}}年)[^。；：]{{0,16}}?(?:{_MUST}|将|拟|计划|打算|力争|做好|抓好|重点|着力|围绕|继续)|^(?:为此|对此|针对)[^。；：]{{0,20}}?(?:{_MUST}|将|拟)")
_QUESTION = Late("为什么|为何|什么|哪[些里个]|怎[么样]|如何|[吗呢？]$")
_APPENDED = Late("附[：:表图件录]")        # behind the plan it closes stands a table of what is
_WHO = re.compile("^【[^】]{0,24}】")              # who speaks
_LABEL = Late("[^，。；：]{2,24}：|【[^】]{2,24}】(?!：)")           # 2019年工作打算：… opens a paragraph as a heading does
# In the opening of a paragraph, where the same words may stand in passing: fewer of them, or at the beginning alone.
_PLAN_OPENING = Late(
    _MEETING_PLANS
    + r"|会议(?:还|同时)?(?:明确|确定|研究)了?(?:，|[^，。]{0,20}(?:重点工作|任务|目标|指标|计划|举措))"
    r"|(?:强调|要求|提出)[，,：:]?(?:今年|20\d\d年|要|各地|全省|全市|全区|全县|当前|下一步|下半年|[二三四]季度|[1-9][0-9]?月(?:[底末]|[0-9]+日)之?前)"
    r"|^(?:展望|面向|谋划)(?:“?十[一二三四五]五|未来|新的一年|20\d\d)"
    r"|^今年怎么[干做办抓]|^[今明]年的?(?:目标)?任务|^(?:下一步|下步|下阶段|今后|接下来|下一阶段|下[个一]?季度|下个?月)"
    r"|^(?:今年|明年|20\d\d年)[^，。；]{0,24}?(?:" + _MUST + r"|总体要求|总体思路|总体目标|主要目标|预期目标"
    r"|重点任务|工作任务|工作安排|重点工作|重点做好|重点抓好)"
    r"|^(?:今年|明年|20\d\d年)，[^，。；]{0,10}?将(?:继续|着力|重点|突出|围绕|聚焦|坚持|全面|大力|抓好|做好|紧紧|以)"
    r"|^(?:下半年|第?[二三四]季度)，?[^，。；]{0,10}?(?:将(?!军)|计划|打算|(?:重点|主要|着力|着重)(?:抓|做|推进|开展))")
_REPORT_OPENING = Late(
    _MEETING_REPORTS
    + r"|^(?:刚刚)?过去的?(?:[一两三四五]年|20\d\d年)"
    r"|^(?:一年来|五年来|回顾(?:过去|20|五年|一年)|今年以来|年初以来|20\d\d年以来)")
# What a meeting took note of is its agenda, no plan of its own: 传达全省民政工作会议要求
_NOTED = Late("(?:传达|学习|贯彻|落实)[^，。；：]*会议[^，。；：]*|经[^，。；：]{0,10}会议?(?:集体)?(?:研究|审议|讨论|审定)[^，。；：]*")
AS_FOLLOWS = ("如下：", "如下。", "如下")         # what such a sentence says of time and plan holds for all that follows
_TURNS, _MAY_TURN = tuple("展面谋下今接明2过刚一五回年第二三四"), re.compile("[会强要提]")      # an opening that matches has one of them
_DONE_ENDS = "".join(sorted({word[-1] for word in words("performed")} | set("现到行作出得报")))       # of a verb before 了
# One of these words stands in every cue of a plan, of what is done: most clauses are passed over by them alone.
may_plan = re.compile(
    "争|建议|定下|承诺|年初|报告|下一?步|下一?阶段|接下来|确保|计划|目标|任务|须|应[达于当不]|要|力求|务[必求]|拟|预[计定期]|有望|届时|将|打算|准备|年再|每[年月季周日]|底[以之]?前|年内|到20|到今|至今|推动|列入").search
may_be_done = re.compile(f"[已了额前截](?:(?<=[已截])|(?<=[{_DONE_ENDS}]了)|(?<=超额)|(?<=[提目]前))").search
_PLANS_TO = "(?<![为占成超距较比照按])(?<![为占成超距较比照按]..)计划"
_TARGET_CUE = Late("|".join((
    "力争", "力求", "务[必求]", "(?:^|[，；。])下一?步", "下一?阶段", "接下来",
    # 争取 a result, not funds from above
    r"争取(?!(?:到|中央|上级|省级|国家|各级|各类|财政|资金|获批|专项|[^，。]{0,8}资金))",
    "确保(?!了)",
    # what somebody set himself: 年初定下改造30家的任务
    "(?<!已)(?:定下|承诺)了?(?!的)(?=[^，。；]{0,30}[0-9])|年初[^，。；]{0,16}(?:确定|提出|部署|下达|设定)(?!的|[^，。；]*完成)|年初(?:确定|提出|下达|设定)的[^，。；]{0,16}[0-9][^，。；]{0,8}(?:目标|任务)$",
    # 确定了新增床位300张的任务
    "(?:确定|提出|明确|下达|部署|制定|设定)了(?=[^。；]*[0-9][^，。；]{0,16}的[^，。；]{0,6}(?:任务|目标)$)",
    "工作报告[中里]?(?:确定|提出|明确|部署|承诺)(?!的|[^，。；]*完成)|年初预算数?(?=[为是0-9])",
    # 计划 as a verb, not the noun of a plan; 要 as one near the beginning of a clause
    rf"(?:{_PLANS_TO}|打算|准备|(?<!其中)年内|建议[^，。；]{{0,12}}?|(?:^|[，；。：])[^，；。：]{{0,12}}?(?<![主重需想纲])要)(?={one_of('intended')})",
    rf"{_PLANS_TO}(?=[新建改在于投培发实完用将到开组提救引打扩年今明城农每0-9]|总投资)", "(?:打算|准备)(?=[再新建投在用把将开改培])", "(?<!其中)年内(?=[将要轮新建全]|计划)",
    "建议(?=[^，。；]{0,12}(?:[降设配]|20))", "^(?:[一二三四五六七八九十]是)?要(?![求点素闻害件约是])", "(?<![主重需想纲])要到(?=每|[0-9])",
    # 目标已经明确：…, and what must be by a day
    "(?:目标|任务|计划)(?:已经?|均已)?(?:明确|确定|敲定|如下|包括)$",
    "目标值(?=为|是|[0-9]|每人|$)",
    "须(?=[达于按完不]|确保|做到|保持|控制)|(?<!必)须(?=[在全])|应当?(?=达到|不低于|不少于|不超过|于)|要(?=于|达)",
    "拟(?!定|制)", "预计", "预定(?!的)", "预期(?!寿命)", "(?:目标|下达[^，；]{0,16}任务)(?:分别)?[是为]", "(?:承担|认领|确定|下达|[年月]度?|具体|主要|建设)[^，；]{0,8}任务(?:分别)?[是为有]$", "有望", "届时",
    # 将 of the future, not that of 将军
    f"(?<![名老])将(?![^，。；]{{2,24}}(?:列入|纳入|列为|作为))(?={one_of('forthcoming')}(?!的))",
    # a time that is not over: 今年再建, 年底前, 到2030年底 (see `_target_cue`)
    r"(?:今年|明年|年内|20\d\d年)再(?=[建新增培投打])",
    # a norm of so many times in a time
    "每[年月季周日]度?[^，；0-9]{0,8}(?:至少|不少于|不低于)(?=[0-9一两三四五六]+(?:次|场|期|轮|遍|小时|个?[日天]))",
    "[年月]底(?:[以之])?前(?!已)", "(?<!截)[到至]今年年?底",
    r"到(?P<by>20\d\d)年[底末]?(?!的?(?:每|[0-9约近]))[，,]?",
)))
# Cues that hold for their own clause alone, not for those behind it: 采取措施，确保….
_FOR_ITSELF = Late("确保|定下|承诺|年初|争取|应|预|有望|届时")
_ONLY_TIME = Late(r"(?:预计|预期|力争|确保)?(?:到|至|在)?(?:今年|明年|20\d\d年)?年?[底末]?[以之]?前?")
_WEAK_CUE = Late(r"推动[^，。]{0,24}建设|列入[^，。]{0,24}(?:实事|工作报告)")
_HAS = re.compile("(?:我|全)[国省市县区州盟旗](?:民政系统)?(?:现有|共有|有|还有|现)(?![效序力])|^现有(?!的)")         # what is there is no plan
_DONE = Late(rf"已(?!经?(?:明确|确定|敲定)$)(?<![造升善固活用对将把理护]已)(?!经济)|业已|现已|(?:{one_of('performed')}|实现|达到|进行|作|作出|取得|通报)了(?!解)|超额完成|提前(?:完成|实现|超额)|截至|目前")

# What came of a plan, where the thing planned need not be named again: 计划新建60个，建成47个；到位资金800万元，完成率78%.
_RESULT = Late(
    f"(?:实际|累计(?![达总建增超]|新[增建])|到位|{one_of('progress')}(?:了|率|(?=[0-9]))"
    f"|[^，；0-9]{{0,6}}(?:{one_of('progress')}|执行|支出)(?:率|进度|比例))(?![^，；]*(?:以上|不低于|不少于|[均应须要]))")


def is_all_planned(title: str) -> bool:
    """Does a title say that nothing in its paper has come about yet?

    >>> is_all_planned("营口市民政局2021年部门预算公开说明"), is_all_planned("养老设备采购项目中标公告"), is_all_planned("2021年预算执行情况")
    (True, False, False)
    """
    return bool(_ALL_PLANNED.search(title))


def section_status(opening: str, heading: bool, status: str) -> str:
    """Plan or report behind a heading or the opening of a paragraph; unchanged where it tells nothing.

    >>> section_status("会议强调，要抓好以下工作", False, "actual"), section_status("一、2021年工作回顾", True, "target")
    ('target', 'actual')
    """
    if not heading and (label := _LABEL.match(opening)):
        status, opening = section_status(label[0].strip("【】："), True, status), opening[label.end():]
    if heading and _NEWS.search(opening):
        return status
    if heading and _APPENDED.match(opening):
        status = ACTUAL
    opening = _WHO.sub("", opening)
    part = opening.rstrip("。") if heading else opening[:40]
    if not heading and not part.startswith(_TURNS) and not _MAY_TURN.search(part):
        return status
    plan = (_PLAN_SECTION if heading else _PLAN_OPENING).search(part if heading else _NOTED.sub("", part))
    report = (_REPORT_SECTION if heading else _REPORT_OPENING).search(part)
    if plan and report:
        first, last = sorted((plan, report), key=lambda found: found.start())
        heading = heading and not part.endswith(AS_FOLLOWS)         # 对照年初任务，各项指标进展如下：
        return TARGET if plan is (first if heading and _JOINED.search(part, first.end(), max(first.end(), last.start())) else last) else ACTUAL
    return TARGET if plan else ACTUAL if report else status


def is_mixed(heading: str) -> bool:
    """Does a heading name both what is amiss and what is planned: 存在的不足和明年安排?"""
    return bool(_MIXED.search(heading)) and section_status(heading, True, "") == ACTUAL and bool(_PLAN_SECTION.search(heading))


def turns(sentence: str) -> bool:
    """Does a sentence turn to what is planned, below such a heading?

    >>> turns("针对这些不足，明年要做好三件事。"), turns("农村敬老院护理员还很少。")
    (True, False)
    """
    return bool(_TURNED.match(sentence))


def asks(heading: str) -> bool:
    """Is a heading a question, which opens anew what the one before it has closed: 四、群众能得到哪些实惠?"""
    return bool(_QUESTION.search(heading))


def clause_status(clause: str, before: str, past: int = 0) -> tuple[str, str]:
    """Status of the figures of one clause, and what it says for the clauses behind it in its sentence.

    `before`: what the clauses before it said; `past`: the last year that is over, 0 where the text does not tell.

    >>> clause_status("力争新建20个中心", "actual"), clause_status("目前已建成20个中心", "target")
    (('target', 'target'), ('actual', 'actual'))
    >>> clause_status("到2020年底达到20个", "actual", 2020), clause_status("推动500个中心建设", "")
    (('actual', 'actual'), ('target', ''))
    """
    if may_be_done(clause) and _DONE.search(clause):
        return ACTUAL, ACTUAL
    if clause.startswith("在") and clause.endswith("基础上"):        # 在去年建成22个的基础上，再建15个
        return ACTUAL, before
    if before != TARGET and _HAS.match(clause):
        return ACTUAL, ACTUAL
    if before == TARGET and _RESULT.match(clause):
        return "", ""
    if not may_plan(clause):
        return before, before
    cue = _target_cue(clause, past)
    if cue and _ONLY_TIME.fullmatch(clause):
        return TARGET, TARGET                   # 预计到今年底，…
    status = TARGET if cue or (_WEAK_CUE.search(clause) and "连续" not in clause) else before
    return status, TARGET if cue and not _FOR_ITSELF.match(clause, cue.start()) else before


def _target_cue(clause: str, past: int) -> re.Match | None:
    """The first word of a plan; 到2020年底 is none when that year is over."""
    return next((cue for cue in _TARGET_CUE.finditer(clause) if not cue["by"] or int(cue["by"]) > past), None)
