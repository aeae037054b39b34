"""The forward model makes the damage that was measured on real pages. Sentences are our own."""
import pytest

from minzheng.decode.mangle import SITES, Site, gloss_table, mangle
from minzheng.decode.mangle_bytes import fold_marks, insert_commas, insert_glosses, read_as_936


def rewritten(text, table=(), commas=True):
    """`text` through glosses, stray commas everywhere, Windows-936 and ASCII marks."""
    data = insert_glosses(text.encode("gbk"), dict(table))
    return fold_marks(read_as_936(insert_commas(data, lambda: commas)))


@pytest.mark.parametrize(("text", "table", "raw"), [
    # 。基 holds ； at an odd offset; 會's own gloss closes the run and loses its bracket
    ("發好。基層社會好", {"會": "huì"}, "發好,?;鶎由鐣?huì)好"),
    # 本 falls into a user-defined pair and vanishes
    ("三人。基本社會好", {"會": "huì"}, "三人,?;旧鐣?huì)好"),
    # 保” holds ！ at an odd offset; 務 is closed by its gloss
    ("看“六保”任務", {"務": "wù"}, "看“六?!比蝿?wù)"),
    # tail of 張 and head of 號 make 執; the run swallows the first digit
    ("這張號為2013年", {"執": "zhí"}, "這張?zhí)枮?013年"),
])
def test_damage_seen_on_real_pages(text, table, raw):
    assert rewritten(text, table) == raw


def test_insertions_at_character_boundaries_only_without_misalignment():
    assert mangle("好。基层9", Site(commas=1.0)) == "好,。基層9"
    assert mangle("好。基层9", Site(commas=1.0, misaligned=True)) == "好,?;鶎?"


def test_same_site_same_damage_and_other_seed_other_table():
    text = "机关进一步开发、学习，发现问题。"
    site = SITES["glossed+commas+misaligned"]
    assert mangle(text, site) == mangle(text, site)
    assert gloss_table(site) != gloss_table(Site(glosses=0.3, seed=1))


def test_glosses_hold_a_reading_with_tone():
    assert mangle("学", Site(glosses=1.0)) == "學(xué)"


def test_simplified_site_keeps_the_characters():
    assert mangle("学习，好。", Site(traditional=False, commas=1.0)) == "学习,,好,。"


def test_user_defined_pairs_and_lone_high_bytes():
    assert read_as_936(bytes.fromhex("aaa1 f8a1 a140 b0a1")) == "啊"
    assert read_as_936(b"\x80\xb0") == "€?"
