"""The notebook's view of a document shows every edit and mark and escapes all text."""
import pytest

from minzheng.decode.document import read_bulletin
from minzheng.decode.review import count_edits, edit_list, side_by_side


@pytest.fixture
def document(tmp_path):
    (tmp_path / "a.txt").write_text("學(xué)習(xí)會(huì)議\n標準712/月", encoding="utf-8")
    return read_bulletin(tmp_path / "a.txt")


@pytest.mark.parametrize("view", [side_by_side, edit_list, count_edits])
def test_everything_is_escaped(tmp_path, view):
    (tmp_path / "a.txt").write_text("甲<script>县簡報\n會議<script>alert(1)</script>聽取匯報,補貼886/月", encoding="utf-8")
    page = view(read_bulletin(tmp_path / "a.txt"))
    assert "<script>" not in page
    assert view is edit_list or "&lt;script&gt;" in page


def test_both_sides_show_the_whole_text(document):
    page = side_by_side(document)
    assert '<td>學<del title="注音：括号里的拼音">(xué)</del>' not in page      # 學 was changed as well
    assert '<del title="注音：括号里的拼音">(xué)</del>' in page
    assert '<ins class="quiet" title="繁体：OpenCC 繁转简">学</ins>' in page
    assert '<mark title="数字受损">712/月</mark>' in page


def test_what_is_proposed_stands_below(tmp_path):
    (tmp_path / "a.txt").write_text("学习飞鱼网新时代中国特色社会主义思想。", encoding="utf-8")
    assert '<span class="note">广告词：飞鱼网，或为 习近平</span>' in side_by_side(read_bulletin(tmp_path / "a.txt"))


def test_the_list_and_the_counts(document):
    page = edit_list(document)
    assert page.count("<tr>") == 1 + len(document.aligned.edits) + len(document.marks)
    assert "<td>1</td><td>注音</td><td><del>(xué)</del></td><td><ins></ins></td><td>括号里的拼音</td>" in page
    assert "注音 3" in count_edits(document)
    assert "数字受损 1" in count_edits(document)
    assert "gloss 3" in count_edits(document, "en")
