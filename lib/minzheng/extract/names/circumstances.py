"""What a phrase opens with and what says nothing of what is counted: where it was, who did it, with whom, by what, why."""
import re
from string import ascii_letters, digits

from minzheng.extract.places.named import opening_place
from minzheng.extract.syntax import one_of
from minzheng.patterns import Late

# numbering and bullets: 一是, 二、, （三）, 4., ●
_MARKER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}是(?:要)?|[一二三四五六七八九十]{1,3}[、.．](?![一二三四五六七八九十][、类档级等季])|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}[.．、](?!\d)|[·•●▲■◆]|——|[a-zA-Z]\.|第[一二三四五六七八九十]部分[　 ]*)")
# with whom something was done: 会同财政部门…
_PARTNERS = re.compile(
    r"^(?:会同|联合|配合|协同|报请|协调|指导各地|指导|引导)"
    r"(?:(?:[^，、]{1,8}、)*[^，、为向给对]{1,10}?(?:部门|厅|局|办|部|委|政府|单位|企业|各地)等?(?!理))?")
# who did it; not where it is counted itself (民政局的…, 登记机关总数)
_AGENCY = Late(
    r"^(?:(?:省|市|州|县|区|全区|旗|自治区|乡镇|街道|市县|区县|县区|县乡)(?:[两三]级)?)?"
    r"(?:(?<=^.)[厅局](?=通过|会同|联合|先后|累计|共)|民政厅|民政局|民政部门|民政事业局|(?:婚姻|收养)登记(?:处|机关|机构(?=受理|办理|登记|共办))|救助管理(?:站|机构))"
    r"(?:本级)?(?:共|累计|全年|积极|会同|连夜|紧急|迅速|及时|立即|火速|当即|第一时间|先后)*(?=[^的总数床]|$)")
_AGENCY_OPENS = frozenset("省市州县区全旗自民婚收救")
# all those who did it, or a campaign that did: 各殡葬单位|接待祭扫群众, 专项整治行动|排查墓葬…
_DOERS = re.compile(
    f"^(?:各[^，的]{{1,8}}?(?:单位|机构|部门|站点?|馆|窗口|学校|企业)|[^，]{{2,16}}(?:行动|专项整治|大排查)(?!$))(?=(?:共|累计)*{one_of('deeds')}|$)")
# several offices that did it together: 省减灾委、省民政厅先后|启动响应
_OFFICES = Late(
    "^(?:[^，、的]{1,10}?(?:[委厅局办院会队]|(?<!全)(?<!内)(?<!干)部|政府|部门|机构)(?:、|和|与|会同|联合))+[^，、的]{1,10}?(?:[委厅局办院会队]|(?<!全)(?<!内)(?<!干)部|政府|部门|机构)等?"
    f"(?:先后|共同|联合|及时|迅速|紧急|分别|累计|共)*(?={one_of('deeds')}..)")
# places told by their number: 甲、乙、丙三市|, 四县
_PLACES_BY_NUMBER = re.compile("^(?:(?:[^，、0-9]{2,8}、)+[^，、0-9]{2,8}?[两三四五六七八九十]个?(?:[市县区旗州盟地]|市州|县区|县市)|[两三四五六七八九十]个?(?:[市县区旗州盟]|市州|县区|县市)(?=$|城[市镇]|农村)|一[市县区旗州盟地]就(?=..))")
# 12345热线|受理投诉, 分地区|为甲市…
_HOTLINE = re.compile("^(?:[0-9]{5}|市长|政务)(?:(?:政务|便民)?服务)?(?:便民)?热线(?=.{2})|^[分按](?:地区|市县|县区|区域|季度|月份|类别)(?:看|来看|统计)?(?:为|是)?")
# 在年底前|发放到户
_BEFORE = re.compile("^(?:要|须)?[在于][^，]{1,6}?(?<!目)前(?:要|须|将|把)?(?=.{3})")
_ACCORDING = re.compile("^按?[^，]{0,10}汇率(?:计算|折算|折合)?|^按(?:照|(?!照))(?![月时年期需规劳质量类层份])(?=.{3})")        # 按改造费用的50%给予补贴
_CAUSED = re.compile(r"^[^，；]*(?:造成|导致|致使|引发)(?:了)?(?=.{2})")      # 强降雨造成|…万人受灾
# by what means: 依托闲置校舍|发展食堂
_BY_MEANS = re.compile(f"^(?:依托|利用|借助|借力|凭借)[^，]{{2,14}}?(?=(?:发展|{one_of('building', 'founding', 'holding')})(?=..))|^(?:以|通过|采[取用])[^，的]{{2,16}}?(?:方式|形式|模式|途径|办法|渠道|机制)(?=...)"
                        f"|^通过[^，的]{{2,14}}?(?=(?:共|累计|先后)+{one_of('deeds')}..)")
# where it was done: 在老人较多的村|新建食堂
_WHERE = re.compile(f"^在[^，]{{1,16}}?(?:的(?:[县市区乡镇村]|[县乡镇]村|地方|地区|区域|村庄|社区|街道|乡镇)|乡镇|街道|(?<!城市)(?<!农村)社区|镇街|县城|敬老院|养老机构|福利院|学校)(?={one_of('deeds')}..)")
# for people of no programme; out of whom: 为困难群众|实施临时救助, 从社会组织中|选派社工
_FOR_ANYBODY = re.compile(
    f"^(?:[为向对](?:各类|广大|城乡|特殊|因灾|受灾|有需要的?|符合条件的?|生活)*(?:困难|受灾)(?:群众|家庭|居民|人员|对象)|从[^，的]{{2,10}}中)(?={one_of('deeds')}..)")
_AFTERWARDS = re.compile(
    f"^(?:(?:经过?|通过)[^，]{{1,10}}|[震灾汛雪节](?!后(?:重建|恢复))|(?:全部|项目)?{one_of('built')}[^，]{{0,6}})后(?:实际|最终|将|预计)*(?=.{{2}})")
# Most heads hold none of these: for speed.
_CIRCUMSTANCE_OPENS = frozenset(f"为向对从一二三四五六七八九十（(·•●▲■◆—第市政分在于要须按会联配协报指引各两经通建完竣投改全项依利借凭震灾汛雪节以采{digits}{ascii_letters}")
_CIRCUMSTANCE_SIGN = re.compile("[汇行整排造导致引、](?:(?<!、)|[^，]*[两三四五六七八九十]个?[市县区旗州盟地])")
_ALONE, _ALONE_OPENS = re.compile("[仅光单]是?"), ("仅", "光", "单")
_NEWLY = ("新建", "新和", "城区", "郊区")       # 新建区域性中心 is not about 新建区
# what somebody set, and who is to see to it: 年初定下|, 市政府工作报告确定由市民政局牵头|建设…
_SET_BY = Late("^(?:(?:[^，]{0,6}下达[^，]{0,16}?|全年|年度|今年)?的?(?:目标|任务|计划)[数量]?(?:分别)?[是为](?:完成)?|(?:[^，]{0,10}工作报告[中里]?|[^，]{0,6}(?:规划|方案|纲要)|年初)(?:[还共]|一共|总共)?(?:确定|提出|明确|部署|承诺|设定|定下|下达|安排|列出|谋划|布局)了?的?(?:由[^，]{2,10}?(?:牵头|负责|承办|实施|组织))?)(?=..)")
# a team that came to look: 督查组先后|走访敬老院; 因死亡等原因|停发; 县财政已为此次|提标追加资金
_TEAMS = Late(
    f"^[^，的]{{0,8}}?(?:督导|督查|检查|调研|巡察|审计|考察|慰问|核查|暗访|工作)组(?:一行)?(?:先后|共|累计|分别|实地)*(?={one_of('deeds')}..)"
    "|^(?:因[^，0-9]{2,16})?原因(?=..)|^(?:[省市县区州盟旗]级?)?财政(?:已经?|将|共)*为[此本这]次?(?=.{3})")
_MAY_BE_SET = re.compile(
    "[务标划数量别案要年报下组原财](?:(?<=[务标划数量别])[是为]|(?<=[划案要])[还共一总确提明部安列谋布]|(?<=年)初|(?<=报)告|(?<=下)达|(?<=组)|(?<=原)因|(?<=财)政)")
# to whom it goes, where what goes there is named in full: 为80周岁以上老人|发放高龄津贴, 向各街道福利院和敬老院|配送防护用品
_FOR_THEM = Late(
    f"^(?P<who>[^，为向给对]{{0,6}})[为向给对](?:[^，0-9]{{0,6}}[0-9]{{2,3}}周?岁[^，]{{0,10}}?(?={one_of('paying')}了?(?:高龄|长寿|百岁|老年|敬老|尊老))"
    f"|[^，]{{7,24}}?(?:[院站所会]|中心|机构|社区|单位|学校|企业|部门|等(?:[县市区旗州镇乡村]|地区?|县区|市县|乡镇))等?(?=(?:{one_of('paying', 'buying', 'carrying')}|捐[款物资赠])[^，]{{2}}))")
# offices of several levels that paid together: 中央、省、市三级共|下拨
_LEVELS = Late("^(?:中央|[省市县区州盟旗])(?:[、和](?:[省市县区州盟旗]|乡镇)){1,3}[两二三四五]级(?:财政)?(?:共|累计|合计|一共)*(?=..)")
_TO_WHOM = frozenset("为向给对")
_OUTSIDE = Late("^[以之]外的?(?:其[他余])?(?:各?(?:地区|地方|[县市区旗州盟]+))?")        # 瑞安市|以外地区
_JOINS, _JOIN_OPENS = Late("和|与|及|以及"), ("和", "与", "及", "以")
_OFFICE_AND = re.compile("[委厅局办院会队部府门构][、和与会联]")


def without_circumstances(head: str) -> str:
    """A phrase without the place, the doers and the circumstances that it opens with; "" where it holds nothing else.

    >>> without_circumstances("省减灾委、省民政厅先后启动应急响应"), without_circumstances("按汇率折算捐赠款物")
    ('启动应急响应', '捐赠款物')
    """
    elsewhere = _without_place(head)
    elsewhere = _OFFICES.sub("", elsewhere) if _OFFICE_AND.search(elsewhere) else elsewhere
    if not _TO_WHOM.isdisjoint(elsewhere[:7]) and (them := _FOR_THEM.match(elsewhere)):          # a template would take three times as long
        elsewhere = them["who"] + elsewhere[them.end():]
    if "级" in elsewhere[:9] and (levels := _LEVELS.match(elsewhere)):
        elsewhere = elsewhere[levels.end():]
    if _MAY_BE_SET.search(elsewhere):
        elsewhere = _TEAMS.sub("", _SET_BY.sub("", elsewhere))
    if elsewhere[:1] in _AGENCY_OPENS and (agency := _AGENCY.match(elsewhere)):
        elsewhere = elsewhere[agency.end():]
    if not (elsewhere[:1] in _CIRCUMSTANCE_OPENS or _CIRCUMSTANCE_SIGN.search(elsewhere)):
        return elsewhere
    only_with = elsewhere.startswith(("会同", "联合", "协同")) and _PARTNERS.fullmatch(elsewhere)
    return "" if only_with or _PLACES_BY_NUMBER.fullmatch(elsewhere) else _told_alone(elsewhere) or elsewhere


def _told_alone(head: str) -> str:
    """The phrase without its number in a list, and without who did it, by what, with whom and why."""
    for circumstance in (_PLACES_BY_NUMBER, _HOTLINE, _BEFORE, _DOERS, _ACCORDING, _MARKER, _CAUSED, _PARTNERS, _AFTERWARDS, _BY_MEANS, _WHERE, _FOR_ANYBODY):
        if match := circumstance.match(head):
            head = head[match.end():]
    return head


def _without_place(head: str) -> str:
    """The phrase without the place it opens with: the region has a column of its own."""
    joined = _JOINS.match(head) if head[:1] in _JOIN_OPENS else None           # 西安市、宝鸡市和汉中市分别…
    if joined and opening_place(head[joined.end():]):
        head = head[joined.end():]
    at = head[:1] in ("在", "于", "为") and opening_place(head[1:])
    if at and at.stop == len(head) - 1:
        return ""                           # 建成3处，分别在甲县（2处）、乙县（1处）
    if head[:1] in _ALONE_OPENS and (alone := _ALONE.match(head)) and opening_place(head[alone.end():]):
        head = head[alone.end():]               # 仅阿拉善左旗|就有…
    place = None if head.startswith(_NEWLY) else opening_place(head)
    if place is None or head[place.stop:place.stop + 1] in tuple("路道街人籍"):
        return head
    return _OUTSIDE.sub("", head[place.stop:])
