"""Phrases that are no whole names make a figure less sure."""
import re

import pytest
from sentences import read

from minzheng.extract.checks.confidence import loose_phrases


@pytest.mark.parametrize(("patterns", "asked", "example"), loose_phrases(), ids=[example for _, _, example in loose_phrases()])
def test_each_kind_of_loose_phrase_is_told_by_its_example_and_by_no_other(patterns, asked, example):
    assert asked in ("always", "unknown")
    assert [told for told, _, _ in loose_phrases() if any(re.search(one, example) for one in told)] == [patterns]


@pytest.mark.parametrize(("loose", "whole"), [
    ("2021年，营口市他们村的食堂有12个。", "2021年，营口市东湾村的食堂有12个。"),
    ("2021年，营口市分散供养标准达到每人每月820元。", "2021年，营口市特困人员分散供养标准达到每人每月820元。"),
    ("2021年，营口市受理各类诉求1800件。", "2021年，营口市受理养老服务投诉1800件。"),
    ("2021年，营口市有位老人，他给村里修路捐款30万元。", "2021年，营口市居民给村里修路捐款30万元。"),
])
def test_a_figure_of_a_loose_phrase_is_less_sure(loose, whole):
    (first,), (second,) = read(loose), read(whole)
    assert first.value == second.value
    assert first.confidence <= second.confidence - 0.1


def test_years_counted_back_from_a_text_of_the_later_year_are_less_sure():
    told = "鹤岗市民政局通报，五年来全市累计发放临时救助金3200万元。"       # to this year, or to the last?
    (august,), (february,) = (read(f"2022年{month}月10日，{told}") for month in (8, 2))
    assert (august.period, february.period) == ("2017-01/2021-12", "2017-01/2021-12")
    assert (august.confidence, february.confidence) == (0.85, 0.95)


def test_years_that_the_title_names_are_sure_in_any_month():
    (told,) = read("鹤岗市民政局2017—2021年工作总结\n五年来全市累计发放临时救助金3200万元。\n2021年12月20日")
    assert (told.period, told.confidence) == ("2017-01/2021-12", 0.95)


def test_a_multiple_of_something_is_less_sure():
    level, multiple = read("2021年，营口市养老床位2600张，是2016年的1.8倍。")
    assert level.confidence > 0.9 > multiple.confidence


@pytest.mark.parametrize("text", [
    "2020年，绥化市大豆产量38万吨。", "2020年，绥化市旅游收入21亿元。", "2020年，绥化市自然增长率1.2‰。", "2020年，绥化市服务业增加值530亿元。",
    "2020年，绥化市农村居民人均消费支出9800元。",
])
def test_a_term_of_statistical_communiques_is_whole_in_few_characters(text):
    (told,) = read(text)
    assert told.indicator == "" and told.confidence > 0.9


def test_a_term_that_needs_a_word_from_elsewhere_is_none():
    (told,) = read("2020年，绥化市死亡率5.1‰。")        # of whom?
    assert told.confidence < 0.9
