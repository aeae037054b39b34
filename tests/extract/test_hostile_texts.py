"""Texts made to keep the patterns busy: what costs time in the square of the length would not come to an end here."""
import pytest
from sentences import document

from minzheng.extract.observations import extract_observations

TITLE = "2022年白山市工作总结\n"
TEXTS = [
    ("rows of one letter", "甲 1\n" * 40_000, []),
    ("blanks before a number", " " * 200_000 + "1", []),
    ("numbers alone", "1 " * 100_000, []),
    ("headers without rows", "地区 户数\n" * 30_000, []),
    ("a row of a quarter of a million", "甲 乙 " * 60_000 + "3", []),
    ("years as columns", "2020年 2021年\n" * 20_000, []),
    ("one line of wide columns", "甲\u3000" * 80_000 + "\n1", []),
    ("based on nothing", "根据" * 60_000, []),
    ("what is told is told", "现将" * 60_000, []),
    ("classes without end", "A、" * 50_000 + "类3户", ["3户"]),
    ("empty cells", "甲 - - - -\n" * 20_000, []),
    ("quarters before 分别", "一季度、" * 20_000 + "分别3户", ["3户"]),
]


@pytest.mark.parametrize("text, words", [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_a_hostile_text_comes_to_an_end(text, words):
    assert [observation.words for observation in extract_observations(document(TITLE + text))] == words
