"""Headers of tables: one row or more, whose cells may span columns, made into one name a column; what a name tells."""
import re
from functools import lru_cache
from typing import NamedTuple

from minzheng.patterns import Late
from minzheng.reference.units import head_units, units_by_form

Cells = list[str]
# ≥55, 90以上, [18] (over all the years) in a column of goals; 120个, 3.2万张
_NUMBER = Late(
    r"[ \u3000]*(?P<moved>增长|上升|增加|提高|下降|减少|降低|回落)?[-－—+]? ?[\[［]?(?P<bound>[≥≤＞＜><]=?)? ?(?P<number>[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)"
    r"(?: ?(?P<unit>[%％‰]|(?!以[上下内]|左右)[一-鿿][一-鿿/·]{0,7}?))?(?P<after>以上|以内|以下|左右)?[\]］]?[ \u3000]*")
_PER = Late("/(?:人·)?[月年日次]$")
UNIT_BRACKET = Late(r"[（(](?P<unit>[^（）()]{1,8})[）)]\s*$|(?P<percent>±?[%％])\s*$")
UNIT_COLUMNS = ("单位", "计量单位")
NUMBERED_COLUMNS = ("序号", "编号", "序")
LABEL_COLUMNS = ("指标", "指标名称", "主要指标", "指标内容", "名称", "项目", "项目名称", *NUMBERED_COLUMNS)
NATURE = Late("(?:约束|预期|指导|引导|激励)性?(?:指标)?")          # 属性 in the table of a plan
_YEAR_ALONE = Late(r"(?:19|20)[0-9]{2}")
_YEAR = Late(r"(?:19|20)[0-9]{2}年")
_YEAR_OPENS = Late(r"(?:(?:19|20)[0-9]{2}年(?:1?[0-9]月|[上下]半年|(?:第?[一二三四]|前三)季度)?|1?[0-9]月)[末底]?")
_PER_HEAD = Late("月人均|人均月|每人每月")
_PLAIN_HEADER = Late(r"^(?:本[年期月]|上期|同期|(?:上年|去年)(?:同期|全年|同月|末)?数?|全年|实际)?(?:数量|绝对[值数量]|指标值|数值|金额|合计|总计|总量|产量|计)?$")
GROWTH_WORDS = Late(
    r"(?:比|较|与)?(?:(?:上年|去年)[末底]?|年初|同期|上年同期|同比)?(?:实际|年均|年平均|年度)?(?:增速|增长|增减|增加|减少|增幅|上涨|涨跌|涨幅|变动)(?:率|速度|幅度|情况|数)?(?:±)?$|同比$|[比较](?:上年|去年)(?:同期)?±?$")
GROWTH = Late(r"增长|增减|^增加|^减少|增幅|上涨|涨跌|涨幅|同比|比上年|比去年")
_GOAL = Late(r"^(?!.*(?:完成|占))(?:[^（(]*(?:任务|计划|目标|年规划))(?:数|量|值|额)?$")
_LAST = Late(r"^(?:上年|去年)(?:同期|全年|同月)?(?:数|值|量)?$")
# 2020年实际, 2025年（目标值）, 目标值（2025年）: says of a column only whether it is there or planned
_STAGE = "(?:现状|基期|基准|基础|实际|实绩|完成|实际完成|预计|规划|目标|预期|规划目标|预期目标)(?:值|数|情况)?"
_STAGE_ALONE = Late(_STAGE)
_STAGE_BEHIND = Late(rf"(?P<year>(?:19|20)[0-9]{{2}}年?)[（(](?P<stage>{_STAGE})[）)]")
_STAGE_BEFORE = Late(rf"(?P<stage>{_STAGE})[（(](?P<year>(?:19|20)[0-9]{{2}}年?)[）)]")
_SHARE = Late(r"比重|占比|构成|比例|进度$|(?:完成|覆盖|到位|使用|入住|参保|达标|合格|火化|发放|支出|执行|建成|供养|利用|社会化)率$")
_MOST_ROWS = 3          # of headers; what has more is no table of figures


@lru_cache(maxsize=4096)
def number_in(cell: str) -> re.Match | None:
    """The number that a cell holds alone or with its unit; None for any other cell.

    >>> number_in("≥3.2万张")["unit"], number_in("2021年"), number_in("3号楼")
    ('万张', None, None)
    """
    number = _NUMBER.fullmatch(cell)
    if number is None or not number["unit"] or number["unit"] in "%％‰":
        return number
    unit = units_by_form().get(_PER.sub("", number["unit"]).lstrip("万亿"))
    return number if unit is not None and unit.dimension != "duration" else None


class Column(NamedTuple):
    """Measure and basis of a column; `rest`: what its header says more than 数量, for the subject."""

    measure: str
    basis: str
    rest: str


def read_headers(rows: list[Cells]) -> tuple[Cells, int]:
    """One name a column, and how many rows the headers take; ([], 0) where the rows do not tell.

    A cell that spans columns is followed by empty ones, or the row has fewer cells, as where a page lost its spans.

    >>> read_headers([["地区", "城市低保", "", "农村低保", ""], ["", "户数（户）", "人数", "户数（户）", "人数"],
    ...               ["合计", "1", "2", "3", "4"]])
    (['地区', '城市低保户数（户）', '城市低保人数', '农村低保户数（户）', '农村低保人数'], 2)
    >>> read_headers([["项目", "人数（人）", "支出（万元）"], ["2021", "2022", "2021", "2022"], ["孤儿", "1", "2", "3", "4"]])[0]
    ['项目', '2021年人数（人）', '2022年人数（人）', '2021年支出（万元）', '2022年支出（万元）']
    """
    above = next((n for n, row in enumerate(rows[:_MOST_ROWS + 1]) if holds_figures(row)), 0)
    if not above:
        return [], 0
    width = len(rows[above])
    names = [""] * width
    for n in range(above):
        spread = _spread([cell.strip() for cell in rows[n]], rows[n + 1:above], width)
        if not spread:
            return [], 0
        spread = [_with_year_first(name) for name in spread]
        names = [_joined(upper, lower) for upper, lower in zip(names, spread, strict=True)]
    return names, above


def _with_year_first(name: str) -> str:
    """2025年目标值 for 2025年（目标值） and 目标值（2025年）."""
    said = _STAGE_BEHIND.fullmatch(name) or _STAGE_BEFORE.fullmatch(name)
    return f"{said['year'].removesuffix('年')}年{said['stage']}" if said else name


def is_in_pairs(row: Cells) -> bool:
    """Is a row a label and then names with their units, a number behind each, so that it is its own header?

    >>> is_in_pairs(["东山区", "低保对象（人）", "520", "特困人员（人）", "47"]), is_in_pairs(["东山区", "低保（人）", "特困（人）"])
    (True, False)
    """
    return (len(row) > 2 and len(row) % 2 == 1 and bool(row[0].strip()) and all(map(UNIT_BRACKET.search, row[1::2]))
            and all(map(number_in, row[2::2])) and not UNIT_BRACKET.search(row[0]))


def tells_itself(row: Cells) -> bool:
    """Is a row a label, a unit and a number, which need no header?

    >>> tells_itself(["敬老院", "所", "12"]), tells_itself(["地区", "户数", "人数"])
    (True, False)
    """
    return len(row) == 3 and row[1].strip().lstrip("万亿") in units_by_form() and number_in(row[2]) is not None and not number_in(row[0])


def holds_figures(row: Cells) -> bool:
    """Is there a number behind the first cell that is no year?"""
    return any(number_in(cell) and not _YEAR_ALONE.fullmatch(cell.strip()) for cell in row[1:])


def _spread(row: Cells, below: list[Cells], width: int) -> Cells:
    """A header row over all columns; [] where it does not fit. `below`: the header rows under it."""
    if len(row) > width:
        return []
    if not below:
        return [""] * (width - len(row)) + row              # names that span rows stand on the left
    lowest = [cell.strip() for cell in below[-1]]
    lead = width - len(lowest) or next((n for n, cell in enumerate(lowest) if cell not in ("", row[0])), 0)
    if len(row) < width - 1:                                # spans are lost: equal shares
        groups = row[lead:]
        if lead < 1 or not groups or (width - lead) % len(groups):
            return []
        return row[:lead] + [name for name in groups for _ in range((width - lead) // len(groups))]
    row = [*row, ""][:width]
    for n in range(max(lead, 1), width):
        row[n] = row[n] or row[n - 1]
    return row


def _joined(upper: str, lower: str) -> str:
    """城市低保 over 户数（户）; a year goes first, the unit last."""
    upper, lower = (name + "年" if _YEAR_ALONE.fullmatch(name) else name for name in (upper, lower))
    if not upper or not lower or upper == lower:
        return upper or lower
    if lower in units_by_form():
        return f"{upper}（{lower}）"
    if told := UNIT_BRACKET.search(upper):
        upper = upper[:told.start()]
        lower += "" if UNIT_BRACKET.search(lower) else told.group()
    year = _YEAR.match(lower)
    return year.group() + upper + lower[year.end():] if year else upper + lower


@lru_cache(maxsize=1024)
def told_by_header(header: str) -> tuple[str, str]:
    """The unit in the bracket behind a header and the year or month it opens with; "" without them.

    >>> told_by_header("6月末月人均补差（元）")
    ('元/人·月', '6月末')
    """
    bracket, year = UNIT_BRACKET.search(header), _YEAR_OPENS.match(header)
    unit = (bracket["unit"] or "%") if bracket else ""
    return "元/人·月" if unit == "元" and _PER_HEAD.search(header) else unit, year[0] if year else ""


@lru_cache(maxsize=1024)
def kind_of_column(header: str) -> str:
    """任务 for a column of goals, 上年同期 for one of the year before, behind a `|`; "" for any other.

    >>> kind_of_column("年度任务（户）"), kind_of_column("上年同期"), kind_of_column("完成任务（%）"), kind_of_column("床位数")
    ('|任务', '|上年同期', '', '')
    """
    name = UNIT_BRACKET.sub("", header).strip()
    return "|任务" if _GOAL.match(name) else "|上年同期" if _LAST.match(name) else ""


@lru_cache(maxsize=1024)
def unit_of_name(name: str) -> str:
    """户 for 城市低保户数, 张 for 床位数; "" for names that do not tell."""
    nouns = [noun for noun in head_units("before") if noun.endswith("数") and name.endswith(noun)]
    return head_units("before")[max(nouns, key=len)] if nouns else ""


@lru_cache(maxsize=1024)
def read_column(header: str, unit: str, caption: str) -> Column:
    """What a header says of the numbers below it that come in that unit."""
    name = UNIT_BRACKET.sub("", header).strip()
    told = caption if unit == "%" and _YEAR_OPENS.fullmatch(name) else name
    rest = _YEAR_OPENS.sub("", name, count=1)
    rest = "" if rest != name and _STAGE_ALONE.fullmatch(rest) else rest
    if GROWTH.search(told):
        measure = "growth" if unit in ("%", "‰") else "change"
        basis = "yoy" if re.search(r"同比|比上年|比去年", told) else "unspecified"
        return Column(measure, basis, _PLAIN_HEADER.sub("", GROWTH_WORDS.sub("", rest)))
    return Column("share" if _SHARE.search(told) else "level", "", _PLAIN_HEADER.sub("", rest))
