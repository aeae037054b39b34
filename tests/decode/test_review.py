"""The notebook's view of a document shows every edit and escapes all text."""
from minzheng.decode.document import read_bulletin
from minzheng.decode.review import count_edits, side_by_side


def test_everything_is_escaped(tmp_path):
    (tmp_path / "a.txt").write_text("會議<script>alert(1)</script>聽取匯報,補貼886/月", encoding="utf-8")
    page = side_by_side(read_bulletin(tmp_path / "a.txt"))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_both_sides_show_the_whole_text(tmp_path):
    (tmp_path / "a.txt").write_text("學(xué)習(xí)會(huì)議\n標準712/月", encoding="utf-8")
    document = read_bulletin(tmp_path / "a.txt")
    page = side_by_side(document)
    assert '<del title="注音：pinyin in brackets">(xué)</del>' in page
    assert "<mark>数字受损：712/月</mark>" in page
    assert "注音 3" in count_edits(document)
    assert "数字受损 1" in count_edits(document)
