"""Numerals: what is printed parses back, what is no number is refused."""
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minzheng.extract.numbers.numerals import find_numerals, fold_width, parse_numeral

DIGITS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """The formal Chinese reading of 1 to 10^12 - 1."""
    parts = []
    for worth, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, worth)
        if part:
            gap = "零" if parts and part < 1000 else ""
            parts.append(gap + below_ten_thousand(part) + name)
    return "".join(parts)


def below_ten_thousand(number: int) -> str:
    text, gap = "", False
    for worth, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, worth)
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + name
        gap = not digit
    return text


@pytest.mark.parametrize(("text", "value"), [
    ("0", 0), ("1,234", 1234), ("1，234，567.8", 1234567.8), ("１２．５", 12.5),
    ("10 000", 10000), ("238.0 万", 2380000),
    ("3亿2000万", 320000000), ("12万3千", 123000), ("1.2万亿", 1.2e12), ("10.36百亿亿", 1.036e19), ("5百万", 5e6),
    ("零", 0), ("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105), ("两千", 2000), ("一千零五十", 1050),
    ("一亿二千万", 120000000), ("二十五点五", 25.5), ("三百", 300), ("千亿", 1e11),
])
def test_spellings_of_one_number(text, value):
    assert parse_numeral(text) == value


@pytest.mark.parametrize("text", [
    "", "十四五", "一二三", "三千五", "1万2", "3千瓦", "人", "3人", "五百多", "12.", "一点",
])
def test_no_numeral(text):
    with pytest.raises(ValueError, match="not a numeral"):
        parse_numeral(text)


@given(st.integers(1, 10**12 - 1))
def test_chinese_numerals_parse_back(number):
    assert parse_numeral(in_chinese(number)) == number


@given(st.integers(0, 10**15), st.sampled_from([",", "，"]))
def test_grouped_thousands_parse_back(number, comma):
    assert parse_numeral(f"{number:,}".replace(",", comma)) == number


@given(st.integers(0, 10**7), st.integers(1, 3), st.sampled_from([("万", 4), ("亿", 8), ("", 0)]))
def test_decimals_have_no_binary_dust(number, places, scale):
    name, power = scale
    printed = f"{number / 10**places:.{places}f}"
    assert parse_numeral(printed + name) == float(f"{number}e{power - places}")


@given(st.text(alphabet="0123456789.,，一二十百千万亿零两点多余 元a?", max_size=60))
def test_numerals_stand_in_order_without_overlap(text):
    folded = fold_width(text)
    found = find_numerals(folded)
    assert len(folded) == len(text)
    assert all(n.start < n.digits_stop <= n.stop for n in found)
    assert all(a.stop <= b.start for a, b in pairwise(found))
