"""Speed of decoding on one core; `make bench` prints it. Floors are well below what a quiet machine does."""
import gzip
import time
from collections import Counter
from pathlib import Path

import pytest

from minzheng.decode.aligned import AlignedText
from minzheng.decode.document import edits_json, read_bulletin
from minzheng.decode.fixes import clean_text
from minzheng.decode.mangle import Site, mangle
from minzheng.decode.misread import find_misread

SAMPLES = Path(__file__).parents[1] / "samples"
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt")))
CLEAN = clean_text(TEXT)[0].text


def seconds(call, *arguments) -> float:
    """Processor time of the best of three calls, after one to load the tables."""
    call(*arguments)
    times = []
    for _ in range(3):
        start = time.process_time()
        call(*arguments)
        times.append(time.process_time() - start)
    return min(times)


def report(what: str, characters: int, took: float) -> float:
    print(f"\n{what}: {characters / took / 1e6:.2f} M characters/s ({characters:,} in {1000 * took:.1f} ms)")
    return characters / took


def test_clean_text():
    text = "".join(f"{n}：{CLEAN}\n" for n in range(40))
    assert report("clean simplified text", len(text), seconds(clean_text, text)) > 2e6


def test_clean_prose():
    """The reading book, which says hardly anything twice, in texts as long as a report."""
    book = Path(__file__).parents[1] / "book"
    text = clean_text("".join(path.read_text(encoding="utf-8") for path in sorted(book.glob("*.txt"))))[0].text
    texts = [text[start:start + 20_000] for start in range(0, len(text), 20_000)]
    assert report("clean prose", len(text), seconds(lambda: [clean_text(one) for one in texts])) > 2e6


@pytest.mark.parametrize(("what", "site", "floor"), [
    ("traditional text", Site(), 4e5),
    ("traditional text with glosses", Site(glosses=0.3), 2e5),
])
def test_damaged_text(what, site, floor):
    raw = mangle(CLEAN, site) * 4
    assert report(what, len(raw), seconds(clean_text, raw)) > floor


def test_with_the_edit_file(tmp_path):
    (tmp_path / "a.txt").write_text(mangle(CLEAN, Site(glosses=0.3)), encoding="utf-8")
    document = read_bulletin(tmp_path / "a.txt")
    assert report("edit list of it", len(document.raw), seconds(edits_json, document)) > 2e5


@pytest.mark.parametrize(("name", "misread"), [
    ("gb18030", lambda line: line.encode().decode("gb18030", "replace")),
    ("cp1252", lambda line: line.encode().decode("cp1252", "replace")),
])
def test_text_in_utf8_that_lost_bytes_when_it_was_read_wrongly(name, misread):
    """Each line alone. What is neither exact nor marked is wrong, and must be next to nothing."""
    counts = Counter()
    for line in CLEAN.split("\n"):
        raw = f"\ue000\n{misread(line)}"        # a private character, as a page read as gb18030 has some
        aligned = AlignedText.of(raw).apply(find_misread(raw))
        for edit, start in aligned.edits_in_clean_text():
            if "lost byte" in edit.rule and len(aligned.text) == 2 + len(line):
                true = line[start - 2:start - 2 + len(edit.replacement)]
                counts["damaged"] += 1
                counts["wrong but sure" if edit.certified and edit.replacement != true else
                       "exact" if edit.certified else "marked"] += 1
    print(f"\nUTF-8 read as {name}: {dict(counts)}")
    assert counts["wrong but sure"] <= 0.003 * counts["damaged"]


def test_nothing_is_repaired_in_the_chinese_manual_pages():
    folder = Path("/usr/share/man/zh_CN")
    pages = sorted(page for page in folder.rglob("*.gz") if page.is_file())
    if not pages:
        pytest.skip("Debian's manpages-zh is not installed")
    texts = [gzip.decompress(page.read_bytes()).decode("utf-8", "replace") for page in pages]
    # Entities and control characters are real debris of the pages' conversion, each looked at.
    apart = {"width", "wrap", "escape", "invisible"}
    edits = [edit for text in texts for edit in clean_text(text)[0].edits if edit.kind not in apart]
    print(f"\n{sum(map(len, texts)):,} characters of manual pages: {len(edits)} repairs")
    assert edits == []
