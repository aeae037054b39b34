"""Texts made to keep the patterns busy: what costs time in the square of the length would not come to an end here."""
import json
import random
import re
from pathlib import Path

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


@pytest.mark.parametrize("seed", range(4))
def test_clauses_in_any_order_are_read_and_lead_back_to_the_text(seed):
    """What the annotated bulletins say, cut at its marks and shuffled: no memory may count on what stood before."""
    bulletins = Path(__file__).parents[1] / "corpus" / "bulletins"
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(bulletins.glob("*.json"))]
    pieces = [piece for text in texts for piece in re.findall(r"[^，。；、\n]+", text)]
    chance = random.Random(seed)
    for _ in range(150):
        shuffled = "".join(chance.choice(pieces) + chance.choice("，，，，。；、、\n（）：") for _ in range(chance.randint(3, 40)))
        for observation in extract_observations(document(shuffled)):
            assert shuffled[observation.raw_start:observation.raw_stop] == observation.words


def test_what_once_broke_on_shuffled_clauses():
    assert [o.words for o in extract_observations(document("共选举产生“两委”成员12.17万名、800余人参加、"))] == ["12.17万名", "800余人"]
    assert extract_observations(document("以本通知为准，占81.2%：比上年增长1.1%，三类分别占55.8%"))
    assert extract_observations(document("（beds 23.9万 → 24.6万张， “12%”） | 64992人 （yearbook）； with 62379 it gives 2613 and 4.2%"))
