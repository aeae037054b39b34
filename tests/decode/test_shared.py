"""The real documents beside the checkout: nothing to repair in clean ones, seeds against their gold texts."""
import subprocess
import sys

import pytest

from minzheng.decode.document import read_bulletin
from minzheng.decode.files import find_sources

COUNTED_APART = {"width", "wrap"}

pytestmark = pytest.mark.shared


def test_seeds_come_out_as_their_gold_texts(shared, tmp_path):
    for source in find_sources(shared / "seeds"):
        (tmp_path / source.name).write_text(read_bulletin(source).text, encoding="utf-8", newline="")
    command = [sys.executable, shared / "score" / "cer.py", tmp_path, shared / "gold" / "clean", "--max", "0.0"]
    scored = subprocess.run(command, capture_output=True, text=True, check=False)
    assert scored.returncode == 0, scored.stdout


def test_a_traditional_seed_keeps_every_character(shared):
    document = read_bulletin(next((shared / "seeds").glob("004_*.txt")))
    assert len(document.text) == len(document.raw)
    assert {edit.kind for edit in document.aligned.edits} == {"traditional", "width"}


@pytest.mark.parametrize("pattern", ["gold/clean/*.txt", "corpus/PR_*.txt", "corpus/G0*.txt", "corpus/H_*.utf8.txt"])
def test_clean_documents_need_no_repair(shared, pattern):
    for path in sorted(shared.glob(pattern)):
        document = read_bulletin(path)
        repairs = [edit for edit in document.aligned.edits if edit.kind not in COUNTED_APART]
        assert repairs == [], path.name
        assert document.flags == (), path.name


def test_gold_clean_texts_stay_as_they_are(shared):
    for path in sorted((shared / "gold" / "clean").glob("*.txt")):
        assert read_bulletin(path).text.encode() == path.read_bytes(), path.name


@pytest.mark.parametrize("stem", ["H_hailar_2014", "N_gwr_2013"])
def test_encodings_of_one_document_give_one_text(shared, stem):
    gbk, utf8 = (read_bulletin(shared / "corpus" / f"{stem}.{encoding}.txt") for encoding in ("gbk", "utf8"))
    assert gbk.encoding == "gb18030"
    assert gbk.raw == utf8.raw
    assert gbk.text == utf8.text


def test_spam_is_proposed_place_by_place(shared):
    document = read_bulletin(next((shared / "seeds").glob("001_*.txt")))
    proposals = [mark.proposal for mark in document.marks if mark.kind == "spam"]
    assert [proposal.split(" / ")[0] for proposal in proposals] == ["关于", "习近平", "关于"]
    assert " / " in proposals[2]
