"""Edits and marks in words: Chinese by default, English on request, every class and rule named in both."""
import json
from pathlib import Path

import pytest

from minzheng.decode.document import read_bulletin
from minzheng.decode.explain import explain, wording
from minzheng.errors import CodeListError

CASES = Path(__file__).parents[1] / "cases"
RAW = "會(huì)議聽(tīng)取匯(huì)報,,補貼886/月\u200b,購置床位20張,,救助12人,,好。"


@pytest.fixture
def document(tmp_path):
    (tmp_path / "a.txt").write_text(RAW, encoding="utf-8", newline="")
    return read_bulletin(tmp_path / "a.txt")


def test_every_edit_and_mark_is_named_in_chinese(document):
    lines = explain(document)
    assert len(lines) == len(document.aligned.edits) + len(document.marks)
    assert lines[:2] == ["0：繁体：“會” 改为 “会”（OpenCC 繁转简）", "1：注音：“(huì)” 删去（括号里的拼音）"]
    assert "31：隐形字符：“〔U+200B〕” 删去（看不见的字符）" in lines
    assert lines[-1] == "26：标记 数字受损：“886/月”"


def test_and_in_english(document):
    lines = explain(document, "en")
    assert lines[1] == "1: gloss: “(huì)” taken out (pinyin in brackets)"
    assert lines[-1] == "26: marked spoiled figure: “886/月”"


def test_doubts_about_the_whole_come_last(tmp_path):
    (tmp_path / "a.txt").write_text("银狐直播召开2020年全市民政工作会议，部署4项任务。", encoding="utf-8")
    assert explain(read_bulletin(tmp_path / "a.txt"))[-1] == "整篇：发布机构被替换"


def test_another_language_is_refused_by_name():
    with pytest.raises(CodeListError, match="'fr'; there is zh, en"):
        wording("fr")


def test_both_languages_have_the_same_words():
    chinese, english = wording("zh"), wording("en")
    assert [list(chinese[name]) for name in ("kinds", "flags", "words")] == [
        list(english[name]) for name in ("kinds", "flags", "words")]


@pytest.mark.parametrize("origin", ["in_the_wild", "synthetic", "negative"])
def test_each_class_and_rule_of_the_cases_has_words(origin, tmp_path):
    table = wording("zh")
    for case in json.loads((CASES / f"{origin}.json").read_text(encoding="utf-8")):
        (tmp_path / "a.txt").write_bytes(case["raw"].encode())
        document = read_bulletin(tmp_path / "a.txt")
        kinds = {kind for edit in document.aligned.edits for kind in edit.kind.split("+")}
        assert kinds | {mark.kind for mark in document.marks} <= set(table["kinds"]), case["what"]
        rules = {part for edit in document.aligned.edits for rule in edit.rule.split("+")
                 for part in ([rule] if rule in table["rules"] else rule.split(", "))}
        assert {rule for rule in rules if " read as " not in rule} <= set(table["rules"]), case["what"]
