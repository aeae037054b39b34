"""Numerals and sums of money against two packages that others use: cn2an and JioNLP's money parser.

Their answers lie in oracles.json (made by make_oracles.py, which also generates the inputs). What we read otherwise
stands in DIFFERENT, with the reason.
"""
import json
from pathlib import Path

import pytest

from minzheng.extract.numbers.numerals import parse_numeral
from minzheng.extract.numbers.quantities import find_quantities

TOLD = json.loads(Path(__file__).with_name("oracles.json").read_text(encoding="utf-8"))
# Input -> (our value, None where we see no amount; why).
DIFFERENT = {
    "三千五": (None, "in a bulletin a bare digit behind 千 begins something else, or is debris"),
    "一百五": (None, "the same"),
    "3千5": (None, "the same"),
    "一二三": (None, "a list of ordinals (一二三等奖), no number"),
    "二〇二一": (None, "a year"),
    "3亿2000万元": (320_000_000.0, "JioNLP multiplies what follows 亿 by 万 once more: 620,020,000"),
    "1亿500万元": (105_000_000.0, "the same: 205,050,000"),
    "1万2千元": (12_000.0, "the same: 22,000"),
    "1万2元": (None, "two numbers, the first without a unit; JioNLP adds them to 20,004"),
}


def our_amount(text: str) -> tuple[float, float, float] | None:
    """Value, least and greatest value of the only amount in 元; None where it is not one."""
    found = find_quantities(text + "。")
    return (found[0].value, found[0].value_min, found[0].value_max) if [q.unit for q in found] == ["元"] else None


def our_numeral(text: str) -> float | None:
    try:
        return parse_numeral(text)
    except ValueError:
        return None


@pytest.mark.parametrize("text", [text for text in TOLD["numerals"] if text not in DIFFERENT])
def test_numerals_agree_with_cn2an(text):
    assert our_numeral(text) == pytest.approx(TOLD["numerals"][text], rel=1e-12)


@pytest.mark.parametrize("text", [text for text in TOLD["amounts"] if text not in DIFFERENT])
def test_money_agrees_with_jionlp(text):
    told, unit = TOLD["amounts"][text]
    assert unit == "元"
    value, low, high = our_amount(text)
    if isinstance(told, list):              # 3000多万元: an interval there, value and interval here
        assert (value, low, high) == (float(told[0]), float(told[0]), float(told[1]))
    else:
        assert value == pytest.approx(float(told), rel=1e-12)


@pytest.mark.parametrize("text", DIFFERENT)
def test_where_we_differ_on_purpose(text):
    ours, _ = DIFFERENT[text]
    numeral = text in TOLD["numerals"]
    answer = our_numeral(text) if numeral else (our_amount(text) or [None])[0]
    theirs = TOLD["numerals"][text] if numeral else float(TOLD["amounts"][text][0])
    assert answer == ours != theirs
