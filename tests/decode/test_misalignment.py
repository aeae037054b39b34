"""Misaligned runs: repaired where the bytes and the words tell, marked where they do not. Sentences are our own."""
import math
import time

import pytest
from tracing import damage

from minzheng.decode.characters import to_simplified
from minzheng.decode.damaged_runs import DamagedRun
from minzheng.decode.lattice import Lattice, best_ways
from minzheng.decode.mangle import Site
from minzheng.decode.misalignment import CERTAIN, OPEN, find_misalignments
from minzheng.decode.run_lattice import RunLattice
from minzheng.decode.site_evidence import SiteEvidence
from minzheng.decode.words import Words

GLOSSED = "發(fā)放補(bǔ)貼,,開(kāi)展服務(wù),,慰問老人,,走訪家庭,、村居,。完善基本社會(huì)制度,。"      # evidence of a site that glosses and puts commas


def repaired(raw):
    edits, marks = find_misalignments(raw)
    return [(raw[edit.start:edit.stop], edit.replacement, edit.certified) for edit in edits], marks


@pytest.mark.parametrize(("damaged", "run", "true"), [
    # 。基 read as ；; the gloss that closes the run names 會
    ("服務(wù)走進(jìn)街道,?;鶎由鐣?huì)組織增多", "?;鶎由鐣?huì)", "。基層社會"),
    # a pair that vanished: 本
    ("服務(wù)走進(jìn)街道,?;旧鐣?huì)服務(wù)增多", "?;旧鐣?huì)", "。基本社會"),
    # 保” read as ！
    ("繼續(xù)做好“六?!比蝿?wù)落實(shí)", "?!比蝿?wù)", "保”任務"),
])
def test_repairs_are_certified(damaged, run, true):
    assert repaired(GLOSSED + damaged)[0] == [(run, true, True)]


def test_the_document_s_own_words_decide():
    """玻, 保, 常 and many more share the second byte: only the name seen elsewhere tells."""
    text = "大家走进桑玻社区。大家走进桑玻乡，慰问老人，大家走进桑玻村，发放补贴。大家走进桑玻基层单位，很好。"
    raw = damage(text, Site(glosses=0, commas=1.0)).raw
    edits, _ = find_misalignments(raw)
    readings = [text for edit in edits for text in (edit.replacement, *edit.candidates) if "\ufffd" not in text]
    assert to_simplified(readings[0]) == "玻基层单位"


def test_swallowed_digit_is_never_guessed():
    raw = GLOSSED + "這張?zhí)枮?013年的表。執(zhí)行好"
    edits, marks = find_misalignments(raw)
    assert not any(edit.certified for edit in edits)
    assert not any(char.isdigit() for edit in edits for char in edit.replacement)
    assert ("beside-repair", "013") in [(mark.kind, raw[mark.start:mark.stop]) for mark in marks]
    assert "misaligned" in [mark.kind for mark in marks]


@pytest.mark.parametrize("text", [
    "真的嗎?好。是嗎?;也許。",
    "學(xué)會(huì)了嗎?,會(huì)了!,好,,",
    "全省低保标准提高了吗？提高了5%。",
])
def test_questions_stay(text):
    assert find_misalignments(text)[0] == []


def test_nothing_to_go_by_is_marked_not_guessed():
    """Two names with one second byte, no word that tells."""
    raw = GLOSSED + "王?。ㄐ埃﹥?yōu)秀"
    edits, marks = find_misalignments(raw)
    assert not any(edit.certified for edit in edits)
    assert "misaligned" in [mark.kind for mark in marks]


@pytest.mark.parametrize("hostile", ["?" * 1_000_000, "?," * 300_000, "?huì)" * 100_000, "(huì)會?;" * 50_000])
def test_hostile_text_ends_quickly(hostile):
    start = time.process_time()
    find_misalignments("學(xué)習(xí)會(huì)議,,好,,壞,," + hostile)
    assert time.process_time() - start < 20


def test_mangled_text_comes_back():
    text = "今年全市走访慰问老人。基层社会组织稳步发展，养老服务能力提升。基本社会服务覆盖城乡。发展基层组织，服务老人。"
    damaged = damage(text, Site(glosses=0.4, commas=0.7, seed=3))
    edits, _ = find_misalignments(damaged.raw)
    assert edits
    for edit in edits:
        if edit.certified:
            assert to_simplified(edit.replacement) == damaged.truth(edit.start, edit.stop)


def test_a_repair_in_some_doubt_is_marked_with_what_else_it_can_be():
    """Each repair that is taken whole carries a mark if, and only if, it is less than certain."""
    text = ("全市民政系统围绕保基本、兜底线、促和谐的要求，继续做好各项工作。基层社会组织增多，基本社会服务增多。"
            "养老机构的床位比上年多了，村里的老人有地方吃饭。要把群众的事办好，把制度定好，把队伍带好。") * 3
    seen = set()
    for seed in range(6):
        edits, marks = find_misalignments(damage(text, Site(glosses=0.3, commas=0.6, seed=seed)).raw)
        doubted = {(mark.start, mark.stop): mark.proposal for mark in marks if mark.kind == "likely-repair"}
        whole = [edit for edit in edits if "in part" not in edit.rule and OPEN not in edit.replacement]
        assert {(edit.start, edit.stop) for edit in whole if edit.score < CERTAIN} == set(doubted)
        assert all(doubted[edit.start, edit.stop].split(" / ")[0] == edit.replacement for edit in whole if edit.score < CERTAIN)
        seen |= {edit.score < CERTAIN for edit in whole}
    assert seen == {True, False}


@pytest.mark.parametrize("damaged", [
    "圍繞兜底線,、?;?、促和諧的要求",          # 保基本: both 停火 and 海基 fit the bytes
    "走進(jìn)街道?;樗赘母镩_(kāi)始",          # a lone character before 婚俗: 。 or 常 or 海
])
def test_a_reading_that_only_one_witness_likes_is_not_sure(damaged):
    edits, marks = find_misalignments(GLOSSED + damaged)
    wrong = [edit.replacement for edit in edits if edit.certified and to_simplified(edit.replacement)[0] not in "。保"]
    assert wrong == []
    assert edits or marks


def test_a_closing_mark_needs_its_opening_one():
    """。 and ” share the second byte here; no quotation was opened in the paragraph."""
    raw = GLOSSED + "\n今年完成主要目?shàn)恕?會(huì)議要求落實"
    edits, _ = find_misalignments(raw)
    assert not any("”" in edit.replacement for edit in edits)


def test_a_reading_with_vanished_pairs_is_weighed_against_its_rivals():
    """93|(lu)|FEBB F9B5|41: 據基礎 and 據，基礎 both end so, and only a deeper search knows the first."""
    text = "本市加快建设算力网，入选国家数据基础设施建设试点，群众办事更方便。养老服务提质，学习材料人人有。" * 2
    damaged = damage(text, Site(glosses=0.6, commas=0.6, seed=1))
    at = damaged.raw.index("數") + 1
    raw = damaged.raw[:at] + "?lù)A(chǔ)" + damaged.raw[damaged.raw.index("設", at):]
    edits, _ = find_misalignments(raw)
    assert [to_simplified(edit.replacement) for edit in edits if edit.start == at] == ["据基础"]


def test_a_character_that_a_gloss_parted_shows_none_of_its_own():
    """84|(jin)|9DBE|(jian)|56: 綱 (BE56) is glossed everywhere else, but here the gloss of 9DBE stands inside it."""
    lead = "綱(gāng)領(lǐng)性的規(guī)定,,要落實(shí)大綱(gāng)。會(huì)議講(jiǎng)到規(guī)範(fàn)綱(gāng)目,,僅(jǐn)此而已。"
    edits, _ = find_misalignments(lead + "全省印發(fā)五年規(guī)?jǐn)澗(jiàn)V要,,各地落實(shí)。")
    assert [to_simplified(edit.replacement) for edit in edits] == ["划纲"]


def test_two_pairs_that_vanish_around_a_comma_are_found():
    """BD|A8 A3|AC B9|AB D4|4F: of the pairs only A8A3 is shown, ACB9 and ABD4 vanish, 4F closes the run."""
    run = DamagedRun(0, 8, "(x)", frozenset((0xBD,)), ((0xA8, 0xA3),), "?x)ǎO", "letter", 0x4F)
    lattice = RunLattice(run, SiteEvidence.of(GLOSSED)).build([("", "")], "")
    [ways] = best_ways(lattice, Words.of({"建": -5.0, "，": -3.0, "公设": -5.0}), to_simplified)
    assert ways.best[0].text == "建，公設"


def test_the_total_holds_what_is_not_listed():
    """Nine characters fit, eight ways are kept: the total is the probability of all nine."""
    chars = "一二三四五六七八九"
    lattice = Lattice()
    lattice.connect(lattice.begin(), lattice.node(), dict.fromkeys(chars, 0.0))
    [ways] = best_ways(lattice, Words.of({char: math.log(0.1) for char in chars}), str)
    assert len(ways.best) == 8
    assert math.exp(ways.total) == pytest.approx(0.9)


def test_two_runs_side_by_side_both_come_back():
    """Each stands within the other's context."""
    edits, _ = find_misalignments(GLOSSED + "服務(wù)走進(jìn)街道,?;鶎由鐣?huì)組織增多,?;旧鐣?huì)服務(wù)增多")
    assert [(edit.replacement, edit.certified) for edit in edits] == [("。基層社會", True), ("。基本社會", True)]
