"""The sheet on which an analyst checks a document's figures: nothing hidden, doubts first, no HTML of the document's."""
import re
from pathlib import Path

import pytest

from minzheng.decode.document import read_bulletin
from minzheng.extract.numbers import exclusions
from minzheng.extract.observations import SKIPPED, extract_observations
from minzheng.extract.passed_over import NOT_READ
from minzheng.publish.proof import choose_source, figure_list, marked_text, overview
from minzheng.publish.wording import words

TEXT = ("关于<script>alert(1)</script>全市民政工作的通报\n2021年，营口市城市低保标准达到每人每月820元，同比增长5.1%；农村低保标准1O8元。"
        "各地要力争2022年新建养老服务中心50个。第3批试点的14金9银不计，60周岁以上老年人2.3万。\n")


@pytest.fixture
def bulletin(tmp_path):
    path = tmp_path / "通报.txt"
    path.write_text(TEXT, encoding="utf-8")
    return read_bulletin(path)


@pytest.fixture
def observations(bulletin):
    return extract_observations(bulletin)


def test_a_document_cannot_write_html(bulletin, observations):
    page = overview(bulletin, observations) + marked_text(bulletin, observations) + figure_list(bulletin, observations)
    assert "<script" not in page
    assert "&lt;script&gt;" in marked_text(bulletin, observations)


def test_the_text_stands_whole_with_every_number_told_of(bulletin, observations):
    page = marked_text(bulletin, observations)
    told = re.findall(r'<span class="in ([a-z-]+)" title="[^"]*">([^<]*)', page)
    assert ("sure", "820元") in told and ("doubt", "8元") in told
    assert ("passed", "2021") in told and ("passed", "60") in told
    assert [text for kind, text in told if kind == "not-read"] == ["14", "9"]
    plain = re.sub(r"<style>.*?</style>|<sup>.*?</sup>|<[^>]*>", "", page, flags=re.DOTALL)
    for line in bulletin.text.split("\n"):
        assert line.strip().replace("<", "&lt;").replace(">", "&gt;") in plain


def test_flagged_figures_come_first_and_growth_names_its_level(bulletin, observations):
    rows = re.findall(r'<td class="number">(\d+)</td>\s*<td class="value"><b>([^<]*)</b>(.*?)<small>([^<]*)</small>',
                      figure_list(bulletin, observations), flags=re.DOTALL)
    assert rows[0][:2] == ("3", "8元")
    assert ("2", "+5.1%", "", "增幅、同比、对应第 1 条") in rows
    assert [value for _, value, target, _ in rows if "目标" in target] == ["50个"]


def test_the_sheet_speaks_english(bulletin, observations):
    assert ">820 yuan/person·month</b>" in figure_list(bulletin, observations, "en")
    assert "flagged 1<" in overview(bulletin, observations, "en")


def test_without_figures_it_says_so(tmp_path):
    path = tmp_path / "空.txt"
    path.write_text("各地要抓好落实。\n", encoding="utf-8")
    bulletin = read_bulletin(path)
    assert "没有读到数字" in figure_list(bulletin, [])
    assert "0 个数字" in overview(bulletin, [])


def test_a_group_too_long_to_show_says_how_long_it_is(tmp_path):
    path = tmp_path / "长.txt"
    path.write_text("2021年营口市民政情况\n" + "\n".join(f"新建养老服务中心{n}个。" for n in range(1001, 2203)), encoding="utf-8")
    bulletin = read_bulletin(path)
    page = figure_list(bulletin, extract_observations(bulletin))
    assert page.count('<td class="number">') == 1000
    assert "1202</span> 只列前 1000 条" in page


def test_a_number_that_was_read_in_part_is_no_number_left_out(tmp_path):
    path = tmp_path / "残.txt"
    path.write_text("2021年，营口市支出1.2.3万元，发放3.5\n万元。\n", encoding="utf-8")
    bulletin = read_bulletin(path)
    page = marked_text(bulletin, extract_observations(bulletin))
    plain = re.sub(r"<style>.*?</style>|<sup>.*?</sup>|<[^>]*>", "", page, flags=re.DOTALL)
    assert plain.count("1.2.3万元") == 1
    assert all(line.count("<span") == line.count("</span>") for line in page.split("\n"))


def test_a_sample_is_shown_where_no_file_is_asked_for():
    assert choose_source() == sorted(choose_source().parent.glob("*.txt"))[0]
    assert choose_source("某文件.txt") == Path("某文件.txt")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_reason_to_leave_a_number_out_has_its_word(lang):
    kinds = {kind for patterns in (exclusions._AT_DIGIT, exclusions._AT_LETTER, exclusions._AT_SIGN) for kind, _ in patterns if kind}
    assert {*kinds, *SKIPPED, NOT_READ} == set(words(lang)["passed"])
