"""Dates written out in Chinese numerals: 二〇二二年五月三日."""

import re
from collections.abc import Callable

from minzheng.extract.numbers.numerals import parse_numeral
from minzheng.patterns import Late

_YEAR = Late("[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年)")
# its month, and the day of that; each opens with a set of characters, so that `re` passes quickly over a text
_BEHIND = (Late("[一二三四五六七八九十](?<=[0-9]{4}年.)(?:(?<=十)[一二])?(?=月)"),
           Late("[一二三四五六七八九十](?:(?<=年[0-9]月.)|(?<=年[0-9]{2}月.))(?:(?<=[一二三])十[一二三四五六七八九]?|(?<=十)[一二三四五六七八九])?(?=日)"))
_SIGNS = ("〇", "○", "零", "一九", "月二十", "月三十", "月十日", "年十月")         # the last ones where the year is in digits by now
_MONTH_OPENS = Late("^(?:十[一二]?|[一二三四五六七八九])(?=月份?[^，。；\\n]{2})", re.M)           # 八月份民政工作动态
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HEAD = 200


def fold_years(text: str) -> str:
    """Years in Chinese numerals, and months and days behind them, in Arabic ones, as far as the length stays.

    >>> fold_years("截至二〇二二年五月底"), fold_years("二○一八年十月"), fold_years("一九年")
    ('截至2022年5月底', '2018年十月', '一九年')
    """
    return _folded(text, lambda written, number: number if len(number) == len(written) else written)


def fold_dates(text: str) -> str:
    """The same for whole dates, whatever their length, and for a month that one of the first lines opens with.

    >>> fold_dates("二〇二三年十月二十五日"), fold_dates("十一月份工作动态")
    ('2023年10月25日', '11月份工作动态')
    >>> fold_dates(fold_years("二〇二二年十一月二十五日"))
    '2022年11月25日'
    """
    text = _folded(text, lambda written, number: number)
    head = _MONTH_OPENS.sub(lambda month: f"{parse_numeral(month[0]):.0f}", text[:_HEAD])
    return head + text[_HEAD:]


def _folded(text: str, chosen: Callable[[str, str], str]) -> str:
    """`chosen`: what stands for a number as written and in digits."""
    if not any(sign in text for sign in _SIGNS):
        return text
    text = _YEAR.sub(lambda year: year[0].translate(_DIGITS), text)
    for part in _BEHIND:
        text = part.sub(lambda written: chosen(written[0], f"{parse_numeral(written[0]):.0f}"), text)
    return text
