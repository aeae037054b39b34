"""Files made to stop, to fool or to slow the program: each is read, or set aside with its reason."""
import json
import logging
import os
import struct
import time
import zipfile
import zlib
from pathlib import Path

import docx
import pytest

from minzheng.decode.document import read_bulletin
from minzheng.decode.doubts import find_questioned, find_spoiled
from minzheng.decode.escapes import find_escapes
from minzheng.decode.files import find_sources
from minzheng.decode.misread import find_misread
from minzheng.decode.pages import find_page_breaks
from minzheng.decode.repeats import find_repeats
from minzheng.decode.save import save_document, target_names
from minzheng.errors import UnreadableFile

LONG = ("全县民政工作稳步推进，低保对象动态管理，特困供养应养尽养，临时救助及时到位，养老机构安全运行，"
        "殡葬改革有序开展，孤儿保障到位。")
GOOD = json.dumps({"text": LONG}, ensure_ascii=False)


def reasons(*found) -> dict[str, str]:
    return {source.name: source.reason for source in find_sources(*found)}


def seconds(function, argument) -> float:
    start = time.perf_counter()
    function(argument)
    return time.perf_counter() - start


# Tables

def test_an_endless_field_of_a_table_is_set_aside_and_the_other_rows_are_read(tmp_path):
    (tmp_path / "a.csv").write_text(f'text\n{LONG}\n{"民" * 10_000_001}\n{LONG}\n', encoding="utf-8")
    found = reasons(tmp_path)
    assert [name for name, reason in found.items() if not reason] == ["a.csv#row 1", "a.csv#row 3"]
    assert found["a.csv#row 2"].startswith("line 3: a field of more than 10,000,000 characters")


@pytest.mark.parametrize("deep", ["[" * 200_000, '{"b":' * 5000])
def test_a_value_too_deep_to_read_is_set_aside_by_row_and_line(tmp_path, deep):
    (tmp_path / "a.jsonl").write_text(f'{GOOD}\n\n{{"text": {deep}\n{GOOD}\n', encoding="utf-8")
    found = reasons(tmp_path)
    assert list(found) == ["a.jsonl#row 1", "a.jsonl#row 2", "a.jsonl#row 3"]
    assert found["a.jsonl#row 2"].startswith("line 3 is not JSON (RecursionError: ")
    assert found["a.jsonl#row 1"] == found["a.jsonl#row 3"] == ""


def test_a_broken_line_costs_its_own_row_only(tmp_path):
    (tmp_path / "x.jsonl").write_text(f'{GOOD}\r\n{GOOD}\n[1]\n{{"text": "低\n{GOOD}', encoding="utf-8")
    found = reasons(tmp_path)
    assert found["x.jsonl#row 3"] == "line 3 is not a JSON object"
    assert found["x.jsonl#row 4"].startswith("line 4 is not JSON (JSONDecodeError: ")
    with pytest.raises(UnreadableFile, match=r"x\.jsonl#row 4: line 4 is not JSON"):
        read_bulletin(find_sources(tmp_path)[3])
    assert [name for name, reason in found.items() if not reason] == [f"x.jsonl#row {row}" for row in (1, 2, 5)]


def test_a_line_separator_inside_a_string_ends_no_line(tmp_path):
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{LONG}\u2028{LONG}"}}\n{GOOD}\n', encoding="utf-8")
    assert reasons(tmp_path) == {"a.jsonl#row 1": "", "a.jsonl#row 2": ""}
    assert "\u2028" in read_bulletin(find_sources(tmp_path)[0]).raw


def test_lone_surrogates_become_replacement_characters(tmp_path):
    (tmp_path / "a.jsonl").write_text(f'{{"title": "甲\\ud800县", "text": "{LONG}\\udfff"}}\n', encoding="utf-8")
    document = read_bulletin(find_sources(tmp_path)[0])
    assert (document.title, document.raw) == ("甲\ufffd县", f"{LONG}\ufffd")


def test_a_carriage_return_inside_a_field_stays_there(tmp_path):
    (tmp_path / "a.csv").write_bytes(f"title,text\n甲县,{LONG}\r第二段\n乙县,{LONG}\n".encode())
    first, _ = find_sources(tmp_path)
    assert read_bulletin(first).raw == f"{LONG}\r第二段"


def test_the_rows_of_a_table_are_read_in_one_pass(tmp_path):
    (tmp_path / "a.csv").write_text("text\n" + f"{LONG * 20}\n" * 3000, encoding="utf-8")
    sources = find_sources(tmp_path)
    assert seconds(lambda some: [read_bulletin(source) for source in some], sources[::100]) < 10
    from minzheng.decode import files, rows

    rows._read_table.cache_clear()
    files._read_once.cache_clear()
    for source in sources[:50]:
        rows.read_row(files.read_source(source), ".csv", source.row)
    assert rows._read_table.cache_info().misses == files._read_once.cache_info().misses == 1


# Names

def test_a_name_that_is_no_text_is_made_printable(tmp_path):
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff\xfename.txt")).write_text(LONG, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    document = read_bulletin(find_sources(tmp_path)[0])
    assert (document.source, document.raw) == ("bad\ufffd\ufffdname.txt", LONG)
    out = tmp_path / "out"
    save_document(document, out, target_names([document.source])[0])
    assert sorted(path.name for path in out.iterdir()) == ["bad\ufffd\ufffdname.edits.json", "bad\ufffd\ufffdname.txt"]


@pytest.mark.parametrize("length", [80, 82, 84])
def test_a_name_as_long_as_a_file_system_takes_is_saved(tmp_path, length):
    (tmp_path / f"{'县' * (length - 2)}.txt").write_text(LONG, encoding="utf-8")
    document = read_bulletin(find_sources(tmp_path)[0])
    name, second = target_names(["县" * length + ".txt", "县" * length + "乙.txt"])
    assert name != second
    save_document(document, tmp_path / "out", name)
    text, = (tmp_path / "out").glob("*.txt")
    assert text.read_text(encoding="utf-8") == LONG
    assert text.with_name(f"{text.stem}.edits.json").exists()


def test_a_failed_save_leaves_nothing_behind(tmp_path):
    (tmp_path / "a.txt").write_text(LONG, encoding="utf-8")
    out = tmp_path / "out"
    (out / "a.edits.json").mkdir(parents=True)
    with pytest.raises(OSError):
        save_document(read_bulletin(tmp_path / "a.txt"), out, "a")
    assert [path.name for path in out.iterdir()] == ["a.edits.json"]


# Archives and documents

def broken_zip(path, member, data):
    """An archive whose one member's compressed bytes are spoiled."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, data)
    spoiled = bytearray(path.read_bytes())
    start = 30 + len(member.encode())
    spoiled[start:start + 20] = b"\xff" * 20
    path.write_bytes(spoiled)


def test_a_broken_deflate_stream_is_set_aside(tmp_path):
    broken_zip(tmp_path / "a.zip", "a.txt", LONG * 9)
    broken_zip(tmp_path / "b.docx", "word/document.xml", LONG * 9)
    archived, word = find_sources(tmp_path)
    with pytest.raises(UnreadableFile, match=r"a\.zip#a\.txt: cannot be opened \(error: Error -3"):
        read_bulletin(archived)
    with pytest.raises(UnreadableFile, match=r"b\.docx: not a readable docx file \(error: Error -3"):
        read_bulletin(word)


@pytest.mark.parametrize("ending", ["zip", "docx"])
def test_a_member_larger_than_it_says_is_not_unpacked(tmp_path, ending):
    claim, size = 1000, 30_000_000
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(b"0" * size) + packed.flush()
    path, name = tmp_path / f"a.{ending}", b"a.txt"
    fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(data), claim, len(name), 0)
    local = b"PK\x03\x04" + fields + name + data
    central = b"PK\x01\x02" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    path.write_bytes(local + central + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0))
    with pytest.raises(UnreadableFile, match="Bad CRC"):
        read_bulletin(find_sources(path)[0])


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_both_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", f"{LONG}甲")
        archive.writestr("a.txt", f"{LONG}乙")
    sources = find_sources(tmp_path)
    assert [source.name for source in sources] == ["a.zip#a.txt", "a.zip#a.txt (2)"]
    assert [read_bulletin(source).raw[-1] for source in sources] == ["甲", "乙"]


def test_whatever_a_parser_raises_is_a_reason(tmp_path):
    document = docx.Document()
    document.save(tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as whole, zipfile.ZipFile(tmp_path / "b.docx", "w") as broken:
        for info in whole.infolist():
            if info.filename != "word/document.xml":
                broken.writestr(info, whole.read(info))
    with pytest.raises(UnreadableFile, match=r"b\.docx: not a readable docx file \(KeyError: "):
        read_bulletin(tmp_path / "b.docx")


def test_a_cell_over_endless_columns_is_not_counted_out(tmp_path):
    document = docx.Document()
    document.add_table(rows=1, cols=1).cell(0, 0)._tc.grid_span = 1_000_000_000
    document.save(tmp_path / "a.docx")
    with pytest.raises(UnreadableFile, match=r"a\.docx: a table with a cell over more than 1,000 columns"):
        read_bulletin(tmp_path / "a.docx")


def test_a_broken_pdf_prints_nothing(tmp_path, capfd):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nnothing more")
    logging.getLogger("pypdf").setLevel(logging.NOTSET)
    with pytest.raises(UnreadableFile, match=r"a\.pdf: not a readable pdf file"):
        read_bulletin(tmp_path / "a.pdf")
    assert capfd.readouterr() == ("", "")


def test_plain_text_under_the_ending_of_a_page_is_read(tmp_path):
    (tmp_path / "a.html").write_text("甲县低保对象1200人，增幅<5%。\n", encoding="utf-8")
    assert read_bulletin(tmp_path / "a.html").raw == "甲县低保对象1200人，增幅<5%。\n"


def test_a_piece_of_a_page_is_read(tmp_path):
    (tmp_path / "a.html").write_text(f"<p>{LONG}</p>", encoding="utf-8")
    assert read_bulletin(tmp_path / "a.html").raw == LONG


# What is no file of bulletins

def test_pipes_and_links_are_named_and_not_followed(tmp_path):
    inside = tmp_path / "in"
    (inside / "deep").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "secret.txt").write_text(LONG, encoding="utf-8")
    (inside / "deep" / "a.txt").write_text(LONG, encoding="utf-8")
    os.mkfifo(inside / "pipe.txt")
    (inside / "gone.txt").symlink_to("nowhere.txt")
    (inside / "out.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "folder").symlink_to(tmp_path / "elsewhere")
    (inside / "loop.txt").symlink_to(inside / "loop.txt")
    (inside / "again").symlink_to(inside / "deep")
    assert reasons(inside) == {
        "deep/a.txt": "", "folder": "a link that leads out of the folder", "gone.txt": "a link that leads nowhere",
        "loop.txt": "cannot be opened (Too many levels of symbolic links)",
        "out.txt": "a link that leads out of the folder", "pipe.txt": "not a regular file",
    }
    assert reasons(inside / "pipe.txt") == {"pipe.txt": "not a regular file"}
    with pytest.raises(UnreadableFile, match=r"pipe\.txt: not a regular file"):
        read_bulletin(inside / "pipe.txt")


def test_our_own_outputs_are_no_bulletins(tmp_path):
    for name in ("a.txt", "out/page.html", "other/page.html", "web/manifest.json", "set/observations/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(LONG, encoding="utf-8")
    (tmp_path / "other" / ".report.lock").touch()
    (tmp_path / "set" / "documents").mkdir()
    (tmp_path / "set" / "manifest.json").touch()
    ours = "outputs of minzheng, not bulletins; keep them in a folder of their own"
    unknown = "unknown ending '.json'; known: .txt .htm .html .docx .pdf .csv .jsonl .zip"
    assert reasons(tmp_path, [tmp_path / "out"]) == {
        "a.txt": "", "other": ours, "set": ours, "web/manifest.json": unknown}
    assert reasons(tmp_path / "other") == {"other": ours}


def test_a_decoded_text_is_read_only_when_it_is_asked_for(tmp_path):
    (tmp_path / "a.html").write_text(f"<p>{LONG}</p>", encoding="utf-8")
    save_document(read_bulletin(tmp_path / "a.html"), tmp_path, "a")
    assert reasons(tmp_path)["a.txt"] == "decoded text of minzheng; extract from the original"
    assert reasons(tmp_path)["a.html"] == ""
    assert reasons(tmp_path / "a.txt") == {"a.txt": ""}


# Time

@pytest.mark.parametrize(("find", "unit"), [
    (find_questioned, "?"), (find_questioned, "7"), (find_questioned, "7?"), (find_questioned, "7."),
    (find_spoiled, "7,"), (find_spoiled, "7O"), (find_spoiled, "7/"), (find_escapes, "amp;"),
    (find_escapes, "<p "), (find_page_breaks, "\n"), (find_page_breaks, "3\n"), (find_repeats, "…\n"), (find_misread, "鍒�7"),
])
def test_long_runs_take_time_in_proportion(find, unit):
    find("&" + unit * 3 + "?")      # word lists are loaded once
    assert seconds(find, "&" + unit * 200_000 + "?") < 30     # in the square of the length: minutes


def test_a_figure_beside_a_question_mark_is_found_once():
    text = "共??0131人，3.5?2，为何？12?"
    assert [text[slice(*span)] for span in find_questioned(text)] == ["??0131", "3.5?2", "12?"]


def test_the_table_of_a_short_page_is_kept(tmp_path):
    page = tmp_path / "short.html"
    page.write_text("<html><body><p>全省民政统计</p><table><tr><th>指标</th><th>2021年</th><th>增长(%)</th></tr>"
                    "<tr><td>结婚登记（万对）</td><td>23.6</td><td>-7.5</td></tr></table></body></html>", encoding="utf-8")
    assert read_bulletin(page).raw.split("\n")[-1] == "结婚登记（万对） | 23.6 | -7.5"
