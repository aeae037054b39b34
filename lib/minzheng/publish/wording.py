"""Codes and numbers in the words that readers see, in Chinese (`zh`) or English (`en`)."""
import math
import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

from minzheng.errors import ReportError

MARK = "※"          # stands beside every value that has a doubt
SCALED_UNITS = re.compile(r"元|人|户|对|件|张|条|次|个|名")       # counted so large that 万 and 亿 read better


@cache
def words(lang: str = "zh") -> dict:
    """The wording of one language: labels by name, and the tables `measures`, `bounds`, `flags`, `units`."""
    wording = tomllib.loads((files("minzheng.publish") / "wording.toml").read_text(encoding="utf-8"))
    if lang not in wording:
        raise ReportError(f"no wording for language {lang!r}; there is {', '.join(wording)}")
    return wording[lang]


def unit_label(unit: str, lang: str = "zh") -> str:
    """The unit for readers; one that has no English name stays Chinese."""
    return unit if lang == "zh" else words("en")["units"].get(unit, unit)


def number(value: float, decimals: int = 4) -> str:
    """A number with thousands grouped and no idle zeros.

    >>> number(6107.0), number(4.90), number(12345.678, 1)
    ('6,107', '4.9', '12,345.7')
    """
    text = f"{value:,.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def scale(values, unit: str, lang: str = "zh") -> tuple[float, str]:
    """The divisor and the prefix in which `values` read best: few digits, and none cut off unless all are large.

    >>> scale([995400], "人"), scale([11527], "件"), scale([705], "元/月"), scale([4.678e9], "元", "en")
    ((10000.0, '万'), (1.0, ''), (1.0, ''), (1000000000.0, 'billion '))
    """
    largest = max((abs(value) for value in values), default=0)
    steps = {"zh": [(1e8, "亿", 4), (1e4, "万", 2)], "en": [(1e9, "billion ", 4), (1e6, "million ", 4)]}[lang]
    for size, name, decimals in steps if SCALED_UNITS.match(unit) else ():
        if largest >= 100 * size or (largest >= size and all(_is_short(value / size, decimals) for value in values)):
            return size, name
    return 1.0, ""


def _is_short(value, decimals) -> bool:
    return abs(value - round(value, decimals)) < 1e-9 * max(1, abs(value))


def quantity(value: float, unit: str, lang: str = "zh") -> str:
    """A value with its unit, as a reader would write it.

    >>> quantity(995400, "人"), quantity(705, "元/月"), quantity(4.9, "%"), quantity(705, "元/月", "en")
    ('99.54万人', '705元/月', '4.9%', '705 yuan/month')
    """
    divisor, prefix = scale([value], unit, lang)
    space = "" if lang == "zh" or unit == "%" else " "
    return f"{number(value / divisor)}{space}{prefix}{unit_label(unit, lang)}"


def interval(low: float, high: float, unit: str, lang: str = "zh") -> str:
    """An interval in as many digits as its width makes sense of.

    >>> interval(671.26, 672.93, "元/月"), interval(193388.4, 194704.9, "对")
    ('671.3–672.9元/月', '19.34–19.47万对')
    """
    divisor, prefix = scale([float(f"{low:.1g}"), float(f"{high:.1g}")], unit, lang)
    wide = (high - low) / divisor
    decimals = min(6, max(0, 1 - math.floor(math.log10(wide)))) if wide > 0 else 4
    space = "" if lang == "zh" else " "
    return f"{low / divisor:,.{decimals}f}–{high / divisor:,.{decimals}f}{space}{prefix}{unit_label(unit, lang)}"


def period_label(period: str, lang: str = "zh") -> str:
    """A period in words.

    >>> [period_label(p) for p in ("2021", "2020-S1", "2018-Q1", "2020-05", "2020-01/2020-05")]
    ['2021年', '2020年上半年', '2018年一季度', '2020年5月', '2020年1—5月']
    """
    if lang == "en" or not period:
        return period.replace("-S", " H").replace("-Q", " Q").replace("/", " to ")
    first, _, last = period.partition("/")
    year, _, part = first.partition("-")
    if not part:
        return f"{year}年" if not last else f"{year}—{last[:4]}年"
    if part[0] == "S":
        return f"{year}年{'上下'[int(part[1]) - 1]}半年"
    if part[0] == "Q":
        return f"{year}年{'一二三四'[int(part[1]) - 1]}季度"
    if not last:
        return f"{year}年{int(part[:2])}月"
    span = f"{int(part)}—" if last[:4] == year else f"{int(part)}月—{last[:4]}年"
    return f"{year}年{span}{int(last[5:7] or 12)}月"


def flag_labels(flags: str, lang: str = "zh") -> str:
    """The doubts of an observation in words, unknown ones as they are."""
    known = words(lang)["flags"]
    return words(lang)["list_mark"].join(known.get(flag, flag) for flag in flags.split(";") if flag)


def width(text: str) -> int:
    """Columns that a text takes, a Chinese character counting two.

    >>> width("低保 abc")
    8
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text: str, columns: int, even: bool = True) -> str:
    """Break a text into lines of at most `columns`, about equally wide if `even`; no line starts with a closing mark.

    >>> wrap("城市特困人员基本生活平均标准", 20).split()
    ['城市特困人员基', '本生活平均标准']
    """
    lines, line = [], ""
    room = -(-width(text) // max(1, -(-width(text) // columns))) + 1 if even else columns
    for piece in re.findall(r"[!-~]+ ?|.", text):
        if line and width(line + piece.rstrip()) > room and piece[0] not in "，。；：、）》”%":
            lines.append(line.rstrip())
            line = ""
        line += piece
    return "\n".join([*lines, line.rstrip()])


def shorten(text: str, columns: int) -> str:
    """Cut a text to `columns`, with an ellipsis where something is left out.

    >>> shorten("城市最低生活保障平均标准", 12)
    '城市最低生…'
    """
    if width(text) <= columns:
        return text
    while width(text) > columns - 1:
        text = text[:-1]
    return text + "…"
