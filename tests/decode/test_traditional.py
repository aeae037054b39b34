"""Our fast conversion against OpenCC's own, and its limits."""
from pathlib import Path

import pytest
from opencc import OpenCC

from minzheng.decode.aligned import AlignedText
from minzheng.decode.characters import to_traditional
from minzheng.decode.traditional import find_traditional, to_simplified

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))
OUR_OWN_WAY = "著於"      # OpenCC leaves 著 and takes 於 for a family name


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_equals_opencc(path):
    text = to_traditional(path.read_text(encoding="utf-8")).translate(dict.fromkeys(map(ord, OUR_OWN_WAY)))
    assert to_simplified(text) == OpenCC("t2s").convert(text)


@pytest.mark.parametrize(("traditional", "simplified"), [
    ("乾坤與乾部,瞭望與瞭解", "乾坤与干部,瞭望与了解"),
    ("重覆答覆,覆蓋面", "重复答复,覆盖面"),
    ("藉助平臺,憑藉優勢", "借助平台,凭借优势"),
    ("著力與顯著,用於單個", "着力与显著,用于单个"),
])
def test_words_that_do_not_go_character_by_character(traditional, simplified):
    assert to_simplified(traditional) == simplified


def test_one_traditional_line_in_a_simplified_text():
    around = "各项工作有序开展。" * 40
    text = f"{around}\n養老機構護理員參加職業技能競賽。\n{around}"
    clean = f"{around}\n养老机构护理员参加职业技能竞赛。\n{around}"
    assert AlignedText.of(text).apply(find_traditional(text)).text == clean


def test_a_few_traditional_characters_in_a_simplified_text_stay():
    assert find_traditional("书画家張大千、齊某的后人来访。" + "各项工作有序开展。" * 10) == []
