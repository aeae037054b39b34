"""Misalignment repair measured: `make bench` prints the figures.

Clean texts go through the true damage mechanism under several tables and densities; every text is repaired alone.
The threshold was set on the development half of the texts; the held-out half and what comes further on in the long
texts, which nobody read while words were added, tell how good it is.
MINZHENG_BENCH_SEED=20 takes other gloss tables and other marks.
"""
import gzip
import os
import re
import sys
import time
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from minzheng.decode.character_pairs import load_character_pairs
from minzheng.decode.characters import to_simplified
from minzheng.decode.mangle import Site
from minzheng.decode.misalignment import find_misalignments
from minzheng.decode.phrases import load_phrases

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/decode"))
from tracing import Damaged, damage

SEED = int(os.environ.get("MINZHENG_BENCH_SEED", "10"))
SITES = {
    "30 % glossed, 60 % commas": Site(glosses=0.3, commas=0.6, seed=SEED),
    "30 % glossed, no commas": Site(glosses=0.3, seed=SEED + 1),
    "60 % glossed, 60 % commas": Site(glosses=0.6, commas=0.6, seed=SEED + 2),
    "10 % glossed, 90 % commas": Site(glosses=0.1, commas=0.9, seed=SEED + 3),
    "not glossed, 50 % commas": Site(commas=0.5, seed=SEED + 4),
    "simplified, 60 % commas": Site(traditional=False, commas=0.6, seed=SEED + 5),
}
PARTS = ("development", "held-out", "further on")    # every other text in the order of clean_texts; what LONGEST leaves
LONGEST = 6000
FULL_WIDTH = str.maketrans(",;:!?()", "，；：！？（）")
MANUAL = Path("/usr/share/man/zh_CN")
DIGITS = re.compile(r"[0-9]")


def clean_texts():
    """Clean texts: the project's own samples' sources and, where they are, the decoded real documents."""
    shared = ROOT.parent / "shared"
    paths = [*sorted((ROOT / "tests/samples").rglob("*.txt")), *sorted((shared / "gold/clean").glob("*.txt")),
             *(path for path in sorted((shared / "corpus").glob("*.txt")) if ".gbk" not in path.name)]
    for path in paths:
        text = re.sub(r"\n+", "\n", re.sub(r"[ \t\r\xa0\ufeff]+", "", path.read_text(encoding="utf-8")))
        text = re.sub(r"(?<![0-9])[,;:!?()]|[,;:!?()](?![0-9])", lambda mark: mark[0].translate(FULL_WIDTH), text)
        yield path.stem, text.encode("gbk", "ignore").decode("gbk")


def texts_of(part: str) -> list[tuple[str, str]]:
    """Names and texts of one of PARTS, none longer than LONGEST."""
    texts = list(clean_texts())
    if part == "further on":
        return [(stem, text[LONGEST:2 * LONGEST]) for stem, text in texts if len(text) > 1.5 * LONGEST]
    return [(stem, text[:LONGEST]) for stem, text in texts[PARTS.index(part)::2]]


def count_repairs(name: str, damaged: Damaged) -> Counter:
    """Runs by what became of them; characters wrong or left open."""
    edits, marks = find_misalignments(damaged.raw)
    counts = Counter(runs=len(damaged.stretches), characters=len(damaged.true.decode("gbk")))
    left = set(damaged.stretches)
    doubted = {(mark.start, mark.stop) for mark in marks if mark.kind == "likely-repair"}
    for edit in edits:
        true = damaged.truth(edit.start, edit.stop)
        inside = {(start, stop) for start, stop in left if edit.start <= start and stop <= edit.stop}
        left -= inside
        got = to_simplified(edit.replacement)
        counts["digit swallowed"] += len(inside) if true[-1:].isdigit() else 0
        if got == true:
            counts["exact"] += len(inside)
            counts["likely"] += len(inside) * ((edit.start, edit.stop) in doubted)
        elif edit.certified and (edit.start, edit.stop) in doubted:
            counts["wrong and marked"] += 1
            counts["characters left"] += len(true)
        elif edit.certified:
            counts["wrong but sure"] += 1
            print(f"  wrong: {name}: {damaged.raw[edit.start - 6:edit.stop]!r}: {got!r} for {true!r}")
        else:
            counts["in part"] += len(inside)
            counts["open characters"] += max(len(got), len(true)) - _matching(got, true)
            counts["wrong in part"] += _matching(got, true) < len(got) - got.count("\ufffd")
    flagged = [(mark.start, mark.stop) for mark in marks]
    for start, stop in left:
        true = damaged.truth(start, stop)
        seen = any(first <= start and stop <= last for first, last in flagged)
        counts["flagged" if seen else "missed"] += 1
        counts["characters left"] += len(true)
        counts["digit swallowed"] += true[-1:].isdigit()
        counts["digits unflagged"] += 0 if seen else len(DIGITS.findall(true))
    return counts


def _matching(got: str, true: str) -> int:
    blocks = SequenceMatcher(None, got, true, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", SITES)
def test_repair_of_mangled_texts(name, part):
    total = Counter()
    start = time.process_time()
    for stem, text in texts_of(part):
        total += count_repairs(stem, damage(text, SITES[name]))
    wrong = total["open characters"] + total["characters left"]
    print(f"\n{name}, {part}: {total['runs']} runs in {total['characters']} characters: {total['exact']} exact "
          f"({total['exact'] / max(total['runs'], 1):.1%}; {total['likely']} of them marked as likely), {total['in part']} in part ({total['wrong in part']} of "
          f"them with a wrong character), {total['flagged']} flagged, {total['missed']} missed, "
          f"{total['wrong and marked']} wrong and marked, {total['wrong but sure']} wrong but sure; {total['digit swallowed']} runs swallowed a digit; "
          f"{wrong / total['characters']:.3%} of characters left open, "
          f"digits lost without a flag {total['digits unflagged']}, {time.process_time() - start:.1f} s")
    assert total["wrong but sure"] == 0


def test_no_false_repairs_in_manual_pages():
    if not MANUAL.is_dir():
        pytest.skip("manpages-zh is not installed")
    pages = [gzip.decompress(path.read_bytes()).decode("utf-8", "replace") for path in sorted(MANUAL.rglob("*.gz"))
             if path.is_file()]
    start = time.process_time()
    found = [find_misalignments(page) for page in pages]
    size = sum(map(len, pages))
    print(f"\nmanual pages: {len(pages)} pages, {size / 1e6:.1f} M characters, "
          f"{sum(len(edits) for edits, _ in found)} repairs, {size / (time.process_time() - start) / 1e6:.0f} M characters/s")
    assert all(edits == [] for edits, _ in found)


def test_speed_of_three_runs():
    start = time.process_time()
    load_phrases()
    load_character_pairs()
    loaded = time.process_time() - start
    lead = "慰問(wèn)老人,,發(fā)放補(bǔ)貼,開(kāi)展服務(wù),,走進(jìn)街道,?;鶎由鐣?huì)組織增多,?;旧鐣?huì)服務(wù)增多。"
    text = lead + "繼續(xù)做好“六?!比蝿?wù),落實(shí)。" + "全市養(yǎng)老服務(wù)又好又快。" * 150
    find_misalignments(text)
    start = time.process_time()
    edits, _ = find_misalignments(text)
    print(f"\nwords loaded in {loaded:.2f} s; {len(edits)} runs repaired in {time.process_time() - start:.2f} s")
    assert len(edits) == 3
