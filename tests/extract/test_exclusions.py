"""Exclusion spans: what a number is when it is no figure."""
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minzheng.extract.numbers.exclusions import find_exclusions
from minzheng.extract.numbers.quantities import find_quantities

CASES = json.loads((Path(__file__).parents[1] / "corpus" / "no_figures.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", [text for texts in CASES.values() for text in texts])
@pytest.mark.parametrize("frame", ["{}", "会议提到{}，并作了部署。"])
def test_no_figure(text, frame):
    assert find_quantities(frame.format(text)) == []


@pytest.mark.parametrize(("text", "kinds"), [
    ("2021年第三批《办法》惠及60周岁老人", ["date", "ordinal", "title", "age"]),
    ("按民发〔2020〕15号文件，上午9:30召开", ["document", "ratio"]),
    ("城乡收入比为2.5:1", ["ratio"]),
    ("电话024-12345678，建党100周年", ["phone", "named"]),
    ("完成“1+N”和4S店", ["quoted", "named"]),
])
def test_kind_of_each_span(text, kinds):
    assert [e.kind for e in find_exclusions(text)] == kinds


def test_what_stands_beside_an_exclusion_is_read():
    found = find_quantities("第3批12个县，2021年底前新增90岁以上老人120名、世界500强企业8家，GDP253.7亿元")
    assert [(q.value, q.unit) for q in found] == [(12, "个"), (120, "人"), (8, "家"), (25370000000, "元")]


@pytest.mark.parametrize(("text", "value", "unit"), [
    ("人均预期寿命提高到80岁以上", 80, "岁"), ("连续7年", 7, "年"), ("缩短至15分钟", 15, "分钟"),
    ("由20个工作日压缩至5个工作日内", 20, "工作日"), ("志愿服务65万小时", 650000, "小时"), ("优良天数314天", 314, "天"),
])
def test_time_that_was_measured_is_a_figure(text, value, unit):
    first, *_ = find_quantities(text)
    assert (first.value, first.unit) == (value, unit)


@given(st.text(alphabet="0123456789年月日第三批《》“”（）-—~、和.:岁A+xX图表 \n", max_size=50))
def test_spans_stand_in_order_without_overlap(text):
    found = find_exclusions(text)
    assert all(0 <= e.start < e.stop <= len(text) for e in found)
    assert all(a.stop <= b.start for a, b in pairwise(found))
