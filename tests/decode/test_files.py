"""Files, folders, archives and tables become sources; what cannot be read gets a reason."""
import io
import zipfile

import docx
import pytest

from minzheng.decode import files
from minzheng.decode.document import read_bulletin
from minzheng.decode.files import find_sources
from minzheng.errors import UnreadableFile

LONG = ("全县民政工作稳步推进，低保对象动态管理，特困供养应养尽养，临时救助及时到位，养老机构安全运行，"
        "殡葬改革有序开展，孤儿保障到位。")


def names(sources) -> list[str]:
    return [source.name for source in sources]


def test_a_folder_is_walked_without_hidden_files_and_readmes(tmp_path):
    for name in ("b.txt", "a/c.html", "README.md", "a/readme.txt", ".hidden.txt", ".git/x.txt", "~$d.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(LONG, encoding="utf-8")
    assert names(find_sources(tmp_path)) == ["a/c.html", "b.txt"]


def test_unknown_endings_and_missing_files_come_with_a_reason(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    photo, gone = find_sources([tmp_path, tmp_path / "gone.txt"])
    assert photo.reason.startswith("unknown ending '.jpg'")
    assert gone.reason == "no such file"
    with pytest.raises(UnreadableFile, match=r"photo\.jpg: unknown ending"):
        read_bulletin(photo)


def test_files_of_one_name_from_two_folders_are_told_apart(tmp_path):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(LONG, encoding="utf-8")
    assert names(find_sources([tmp_path / "x", tmp_path / "y", tmp_path / "x"])) == ["a.txt", "a.txt (2)"]


def test_a_link_out_of_the_folder_is_named_and_not_followed(tmp_path):
    (tmp_path / "secret.txt").write_text(LONG, encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").symlink_to(tmp_path / "secret.txt")
    link, = find_sources(tmp_path / "in")
    assert (link.name, link.reason) == ("a.txt", "a link that leads out of the folder")


def test_archive_members_are_documents_and_lead_nowhere_else(tmp_path):
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("2021/市.txt", LONG)
        archive.writestr("../../evil.txt", LONG)
        archive.writestr("README.txt", LONG)
        archive.writestr("more.zip", b"")
    evil, inside, more = find_sources(tmp_path)
    assert (evil.name, inside.name) == ("z.zip#_/_/evil.txt", "z.zip#2021/市.txt")
    assert more.reason.startswith("unknown ending '.zip'")
    assert read_bulletin(inside).text == LONG
    assert read_bulletin(evil).doc_id != read_bulletin(inside).doc_id
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["z.zip"]


def test_a_bomb_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", b"0" * 30_000_000)
    with pytest.raises(UnreadableFile, match=r"unpacks to 30,000,000 bytes"):
        read_bulletin(find_sources(tmp_path)[0])


def test_a_docx_bomb_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    with pytest.raises(UnreadableFile, match=r"bomb\.docx: unpacks to"):
        read_bulletin(tmp_path / "bomb.docx")


def test_each_row_of_a_table_is_a_document(tmp_path):
    table = f'title,date,text\n甲县简报,2020-05-01,"{LONG}\n第二行"\n乙县,,{LONG}\n'
    (tmp_path / "t.csv").write_text(table, encoding="utf-8-sig")
    first, second = find_sources(tmp_path)
    assert names([first, second]) == ["t.csv#row 1", "t.csv#row 2"]
    document = read_bulletin(first)
    assert document.raw == f"{LONG}\n第二行"
    assert (document.title, document.date, document.format) == ("甲县简报", "2020-05-01", "csv")
    assert document.doc_id != read_bulletin(second).doc_id


def test_json_lines(tmp_path):
    (tmp_path / "t.jsonl").write_text(f'{{"body": "{LONG}", "n": 3}}\n', encoding="utf-8")
    assert read_bulletin(find_sources(tmp_path)[0]).raw == LONG


@pytest.mark.parametrize(("name", "data", "why"), [
    ("numbers.csv", b"a,b\n1,2\n", "no column of texts"),
    ("broken.jsonl", b"{", "without a readable row: line 1 is not JSON"),
    ("broken.zip", b"PK", "not a readable zip archive"),
])
def test_tables_and_archives_that_are_none(tmp_path, name, data, why):
    (tmp_path / name).write_bytes(data)
    assert why in find_sources(tmp_path)[0].reason


@pytest.mark.parametrize(("name", "data", "why"), [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b"\xef\xbb\xbf \r\n", "empty"),
    ("noise.txt", bytes(range(256)) * 40, "control characters|not text"),
    ("broken.docx", b"PK\x03\x04", "not a readable docx file"),
    ("broken.pdf", b"%PDF-1.4 nothing", "not a readable pdf file"),
    ("empty.html", b"<html></html>", "no text"),
    ("deep.html", b"<div>" * 100_000 + b"x", "no text"),
])
def test_unreadable_files_say_why(tmp_path, name, data, why):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFile, match=rf"{name}: .*({why})"):
        read_bulletin(tmp_path / name)


def test_a_pdf_without_text_says_so(tmp_path):
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "scan.pdf")
    with pytest.raises(UnreadableFile, match="without a text layer"):
        read_bulletin(tmp_path / "scan.pdf")


PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R
/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 45>>stream
BT /F1 18 Tf 20 100 Td (Homes 56, 2021) Tj ET
endstream endobj
trailer<</Root 1 0 R/Size 5>>
startxref
0
%%EOF
"""


def test_the_text_layer_of_a_pdf(tmp_path):
    (tmp_path / "a.pdf").write_bytes(PDF)
    document = read_bulletin(tmp_path / "a.pdf")
    assert document.raw.strip() == "Homes 56, 2021"
    assert (document.format, document.encoding) == ("pdf", "")


def test_a_large_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 10)
    (tmp_path / "a.txt").write_text(LONG, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="larger than 10 bytes"):
        read_bulletin(tmp_path / "a.txt")


def test_word_files_keep_paragraphs_and_tables_in_order(tmp_path):
    document = docx.Document()
    document.add_paragraph("上表之前")
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, (("指标", "数量", "单位"), ("床位", "12", "张")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("下表之后")
    document.save(tmp_path / "a.docx")
    assert read_bulletin(tmp_path / "a.docx").raw == "上表之前\n指标 | 数量 | 单位\n床位 | 12 | 张\n下表之后"


def test_word_files_keep_nested_tables_and_what_was_inserted(tmp_path):
    document = docx.Document()
    document.add_paragraph("首段")
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "上行\n下行"
    inner = outer.cell(0, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "床位", "12张"
    document.save(tmp_path / "plain.docx")
    revised = ("<w:ins><w:r><w:t>补记705元</w:t></w:r></w:ins><w:del><w:r><w:delText>600元</w:delText></w:r></w:del>"
               "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>"
               "<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>")
    with zipfile.ZipFile(tmp_path / "plain.docx") as plain, zipfile.ZipFile(tmp_path / "a.docx", "w") as changed:
        for info in plain.infolist():
            data = plain.read(info).replace("<w:t>首段</w:t></w:r>".encode(), f"<w:t>首段</w:t></w:r>{revised}".encode())
            changed.writestr(info, data)
    assert read_bulletin(tmp_path / "a.docx").raw == "首段补记705元控件\n上行下行 | \n床位 | 12张"


@pytest.mark.parametrize(("name", "data"), [
    ("semicolons.csv", f"标题;正文\n甲县简报;{LONG}\n".encode("gb18030")),
    ("tabs.csv", f"标题\t正文\r\n甲县简报\t{LONG}\r\n".encode("utf-16")),
    ("excel.csv", f'sep=,\n标题,正文\n甲县简报,"{LONG}"\n'.encode("utf-8-sig")),
])
def test_tables_of_other_programs(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    document = read_bulletin(find_sources(tmp_path)[0])
    assert (document.title, document.raw) == ("甲县简报", LONG)


def test_a_table_without_heads_loses_no_row(tmp_path):
    (tmp_path / "a.csv").write_text(f"{LONG}\n{LONG}乙\n", encoding="utf-8")
    assert [read_bulletin(source).raw for source in find_sources(tmp_path)] == [LONG, f"{LONG}乙"]


def test_names_of_members_in_gbk(tmp_path):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("NAMENAME.txt", LONG)
    (tmp_path / "a.zip").write_bytes(whole.getvalue().replace(b"NAMENAME", "民政公报".encode("gbk")))
    source, = find_sources(tmp_path)
    assert source.name == "a.zip#民政公报.txt"
    assert read_bulletin(source).raw == LONG


@pytest.mark.parametrize("written", ["references", "letters"])
def test_gbk_taken_for_latin_inside_a_page(tmp_path, written):
    letters = LONG.encode("gbk").decode("latin-1")
    references = "".join(letter if letter < "\x80" else f"&#{ord(letter)};" for letter in letters)
    body = {"references": references, "letters": letters}[written]
    (tmp_path / "a.html").write_text(f"<html><body><p>{body}</p></body></html>", encoding="utf-8")
    assert read_bulletin(tmp_path / "a.html").text == LONG


PAGE = """<html><head><meta charset="iso-8859-1"><title>甲县民政简报</title></head><body><p>{long}</p>
<table><tr><th>指标</th><th>数量</th></tr><tr><td>床位</td><td>350</td></tr></table><p>{long}完</p></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_the_bytes_of_a_page_tell_the_encoding_and_its_label_does_not(tmp_path, encoding):
    (tmp_path / "a.html").write_bytes(PAGE.format(long=LONG).encode(encoding))
    document = read_bulletin(tmp_path / "a.html")
    assert document.encoding == encoding
    assert "床位 | 350" in document.text.split("\n")
    assert document.title == "甲县民政简报"


def test_line_ends_stay_in_the_raw_text(tmp_path):
    data = io.BytesIO("甲县\r\n乙县\r\n".encode("utf-16"))
    (tmp_path / "a.txt").write_bytes(data.getvalue())
    assert read_bulletin(tmp_path / "a.txt").raw == "甲县\r\n乙县\r\n"
