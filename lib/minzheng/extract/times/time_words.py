"""The words of time: every way a bulletin names a year, a part of it, a plan's years or what it compares with."""
import re
from collections.abc import Iterator

from minzheng.extract.syntax import one_of

_YEAR = r"(?:(?P<year>(?:19|20)\d\d)年|(?P<word>今年(?!主?汛期|入[春夏秋冬汛]|[春夏秋冬][季天])|本年|去年(?![货夜画糕])|上年|前年|当年|明年|同年))(?!(?:的|同期|[底末])?基础上)(?:度(?!过|假|[目计任]))?"
_PART = (r"(?P<half>上半年|下半年)(?P<half_end>[末底])?|第?(?P<quarter>[一二三四1-4])季度(?P<quarter_end>[末底])?|(?P<thirds>前三个?季度)"
         r"|(?P<days>\d{1,2})月\d{1,2}[日号]?[至到—–－~-]+\d{1,2}[日号]"
         r"|前(?P<first_months>\d{1,2}|[一二三四五六七八九十]{1,2})个?月"
         r"|(?P<from_month>\d{1,2})月?(?:份|\d{1,2}[日号])?[至到—–－~-]+(?P<to_month>\d{1,2})月(?:份|\d{1,2}[日号]|[底末])?"
         r"|(?P<month>\d{1,2})月(?:份|\d{1,2}[日号](?:前|止|(?P<that_day>当[天日晚夜]|这?一天)|(?:零|[02]?[04])[时点])?)?(?P<month_end>底|末|[上中下]{1,2}旬)?(?P<before>前)?(?P<month_since>以来)?")
_FEAST = r"(?:元旦[、和]?春节|清明|春节|元宵|元旦|“?五一”?|劳动节|端午|中秋|国庆|重阳)(?:节|祭扫|小长假|节?假期|假日|黄金周)*(?:期间|假期|假日|小长假|黄金周|当[天日])?"
# What any of the alternatives below begins with.
_OPENING = re.compile(
    "[0-9恢近两自从各分比较同相与超上去前是为“\"十清春元国中端重劳截到至今本当明下第一二三四五年过全目现的于未往](?:(?<![0-9年全的目本现分清春元国中端重劳于])"
    r"|(?<=[0-9])(?=\d{0,3}(?:[年月季至到—–－~-]|[、和与及]20))|(?<=年)(?=[初底末内度])|(?<=[全本])(?=年)|(?<=本)(?=[月季])|(?<=的)(?=五年)|(?<=目)(?=前)|(?<=现)(?=在)|(?<=分)(?=季)|(?<=清)(?=明)|(?<=春)(?=节)|(?<=[元国中端重劳])(?=[旦庆秋午阳动])|(?<=于)(?=[上去前年同]))")
_TIMES = (
    # what something is compared with: no time of a figure
    r"(?P<compare>(?:比|较|同比|相比|与|超)(?:(?:20\d\d年|上年|去年|前年)度?|上个?月|年初|上季度?|同期"
    r"|第?[一二三四1-4]季度|上半年|前三季度|前[\d一二三四五六七八九十]{1,2}个?月|(?:1[—–－~-])?\d{1,2}月份?(?!\d))"
    r"(?:同[期日月]|末|底|年底|初)?(?:\d{1,2}月[底末]?)?"
    r"|(?<=[低高多少优好快慢])于(?:上年|去年|前年|年初|同期|上季度?)(?:同期|末|底|年底)?"
    r"|(?:上年|去年|20\d\d年)同期|[比较]“?十[一二三四五六]?五”?(?:末|时期|期间|初)?)",
    # 是2015年的3倍: neither
    r"(?P<base>(?:是|为|相当于|恢复到|恢复至)(?:(?:20\d\d年|上年|去年|前年)(?:[底末]|年[底末]|同期)?|[“\"]?十[一二三四五六]?五[”\"]?(?:时期|期间|末)?)的?(?=[0-9]))",
    # five-year plans: “十三五”期间
    r"(?P<plan>[“\"]?(?P<plan_no>十[一二三四五六七八九]?)五[”\"]?(?:规划)?(?P<plan_end>末)?(?:时期|期间|以来|末)?)",
    # 2016至2020年; 2021年和2022年累计…: the sum of both
    r"(?P<from_year>20\d\d)年?(?:[至到—–－~-]+|(?:、20\d\d年?)*[、和与及](?=20\d\d年(?:[两二]年)?[^，。；0-9分]{0,14}(?:累计|合计|共(?![同建青享]))))(?P<to_year>20\d\d)年(?:(?P<to_end>\d{1,2})月(?:份|[底末])?|[两二三四五]年(?=[^内]))?",
    # 2021年11月至次年3月
    r"(?:自|从)?(?:(?P<span_year>20\d\d)|[去上])年(?P<span_month>\d{1,2})月(?:份|\d{1,2}[日号]|[上中下]旬|[底初])?[至到—–－~-]+(?:(?P<span_to>20\d\d)|今|次|翌|第二)年(?P<span_last>\d{1,2})月(?:份|\d{1,2}[日号]|[底末])?",
    # 自2020年5月试点以来
    r"[自从](?P<from_start>20\d\d)年(?:(?P<from_start_month>\d{1,2})月(?:\d{1,2}日|份|[上中下]{1,2}旬|底|初)?)?[^，。；0-9年]{1,12}?以来",
    # a year, alone or with its part, end, beginning: 截至2021年底, 今年上半年, 去年以来
    r"(?:自|从)?(?P<since_month>\d{1,2})月(?:\d{1,2}日|份|[上中下]{1,2}旬)?[^，。；0-9年月日]{0,6}?以来",
    r"(?P<until>截至(?:[公发统报]..?日)?|截止到?|截|到|至|自|从)?(?:" + _YEAR + r")(?:的|全年)?"
    r"(?:" + _PART + r"|(?P<year_feast>" + _FEAST + r"(?=[，,。；全我各共]|$))|(?P<year_end>年?[底末])|(?P<year_start>年?初)?(?P<since>(?:发行|成立|实施|施行|开展|启动|建立|创办)?以来|年初以来|起(?![草步初点诉义征码])|开始)?)(?P<before2>[底末]?前)?",
    # a part of the year that is spoken of: 一季度, 1—5月, 截至5月底
    r"(?P<until2>截至|截止到?|截|到|至)?(?:" + _PART.replace("P<", "P<b_") + r")",
    r"(?P<since2>年初以来|年初至今)",
    r"(?P<until3>截至)?(?P<year_end2>年底|年末)前?",
    r"(?P<past>一年来|过去(?:的)?一年)",
    # the year that is spoken of: 全年, 年内; not in 年度目标
    r"(?P<whole>全年(?!任务|目标|计划|预算|工作)|(?<![一两三四五六七八九十0-9])年内"
    r"|年度(?!目标|任务|计划|工作|重点|考核|预算|报告|检查|评估))",
    r"(?P<each>(?:四个|各个?|分)季度(?!末)|上、?下半年)",         # of all of them, see `listed_periods`
    r"(?P<until4>截至)?(?P<now>目前|现在|当前)",
    # the month of the text and those beside it
    r"(?P<near_month>[上本下])个?月(?:份|[末底])?",
    r"(?P<near_quarter>[上本])季度?(?!末)",
    # feast days: 清明小长假期间, 元旦、春节期间
    r"(?P<feast>元旦[、和]?春节|清明|春节|元宵|元旦|“?五一”?|劳动节|端午|七夕|中秋|国庆|重阳)(?:节|祭扫|小长假|节?假期|假日|黄金周)*(?:期间|假期|假日|小长假|黄金周|当[天日])(?=[，,。；全我各共]|$)",
    r"(?<![0-9十连续第期几数百一二三四五六七八九])(?:近|过去的?)?(?P<some_years>[两三四五六七八九十2-9])年(?P<and_more>多)?(?:(?<!十年)[来间](?!最|首|新|同期|第|少有|罕)|(?<=近.年)|(?<=去.年)|(?<=去的.年)|(?<=[首望眸顾]五年)(?=，)|(?<=这五年)(?=[，里中是])|(?=累计|年均|年平均)"
    rf"|(?:(?<=^五年)|(?<=[，；—：]五年))(?=共?{one_of('performed')}))",
    r"(?:(?:今后|未来|往后|接下来)的?|(?<=[争取划在用])(?=.年(?:[内里]|(?:左右)?的?时间)))(?P<years_ahead>[两三四五六十2-9])年(?:[内里间]|(?:左右)?的?时间)?",
    r"(?P<five>过去(?:的)?五年|过去(?:的)?5年|的五年(?=。|$))",
)
_TIME = re.compile("|".join(_TIMES))
_WITHIN = ("用", "在")
_BETWEEN = ("、", "和", "及", "与")          # two times: 2021年|和|2022年分别
# One of these stands in every text that names a time (but 目前): for speed. No 老年, 青少年, 五保, 定期.
may_name_time = re.compile(
    "[年月季期五明天](?:(?<![年期五明天])|(?<=清明)|(?<=[节假]期)|(?<=[节旦庆秋午阳]当天)|(?<=年)(?:(?<![老少]年)|(?=[初底末内度]))|(?<=同期)|(?<=[十一二三四五六七八九]五))").search


def find_times(text: str) -> Iterator[re.Match]:
    """All words of time, in text order: `_OPENING` passes over most of a text at the speed of `re`."""
    at = 0
    while start := _OPENING.search(text, at):
        match = _TIME.match(text, start.start())
        if match:
            yield match
        at = match.end() if match else start.end()


def strip_periods(text: str) -> str:
    """The text without the periods it names.

    >>> strip_periods("截至2021年底全省养老床位")
    '全省养老床位'
    """
    if not may_name_time(text):
        return text
    pieces, done = [], 0
    for match in find_times(text):
        if not (match["compare"] or match["now"] or match["feast"] or match["that_day"] or match["b_that_day"]):
            since = text[match.end():match.end() + 1] == "起"                  # 自1月|起
            between = text[done:match.start()].removesuffix("自" if since else "\n").removesuffix("从" if since else "\n")
            between = between[:-1] if match["years_ahead"] and between[-1:] in _WITHIN else between         # 用|三年时间
            pieces.append("" if done and between in _BETWEEN else between)
            done = match.end() + since
    return "".join([*pieces, text[done:]])
