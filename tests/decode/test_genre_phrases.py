"""Phrases of the genre, from the counts of the reading book."""
import math
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "book"))
from count import COUNTS, as_text, count_book, telling

from minzheng.decode.character_pairs import load_character_pairs
from minzheng.decode.phrases import load_followers, load_phrases, words_for
from minzheng.decode.words import word_costs


def test_the_counts_are_those_of_the_reading_book():
    assert COUNTS.read_text(encoding="utf-8") == as_text(telling(count_book())), "run python tests/book/count.py"


def test_telling_phrases_are_likelier_than_chance_and_worth_their_place():
    """Ten words: 甲 stands twice before 乙, once before 丙; 乙 before 丁 is what chance gives."""
    counts = {("甲",): 3, ("乙",): 4, ("丙",): 1, ("丁",): 2, ("甲", "乙"): 2, ("甲", "丙"): 1, ("乙", "丁"): 1}
    assert telling(counts) == [(4, "乙"), (3, "甲"), (2, "丁"), (1, "丙")]      # log of 10 · 2 / (3 · 4) is 0.5
    counts[("戊",)] = 90
    assert [words for _, words in telling(counts) if " " in words] == ["甲 乙", "甲 丙"]        # 乙 丁: log of 100 / (4 · 2) is 2.5, once


def test_what_follows_adds_up_to_at_most_one():
    shares = {}
    for words, share in load_followers().items():
        one = words.partition(" ")[0]
        shares[one] = shares.get(one, 0.0) + share
    assert max(shares.values()) < 1


def test_a_phrase_costs_less_than_its_words_and_no_word_is_lost():
    phrases, words = load_phrases(), word_costs()
    assert phrases.cost("购买服务") > words["购买"] + words["服务"]
    assert all(phrases.cost(word) >= words[word] for word in ("救助", "民政", "的", "，"))


def test_the_pairs_know_which_words_go_together():
    """买服 stands in no word; 购买 is followed by 服务 far more often than by what begins with 浮."""
    pairs = load_character_pairs()
    assert pairs.cost("购买服务") > pairs.cost("购买浮力") + math.log(10)


def test_a_text_says_again_what_it_said():
    text = "完善阳光救助服务平台。" * 3
    assert words_for(text).cost("阳光救助") > load_phrases().cost("阳光救助")
    assert words_for("").cost("阳光救助") == pytest.approx(load_phrases().cost("阳光救助"))
