"""The commands as a user types them: real processes, real files, real exit codes."""
import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = ("松河市民政局召开2023年全市民政工作总结会。会议指出,2023年,全市城市低保平均标准达到每人每月640元,"
        "增幅5.2%。会议要求,2024年新建社区食堂12个。\n")


def minzheng(*args, cwd=None):
    return subprocess.run([str(Path(sys.executable).parent / "minzheng"), *map(str, args)], cwd=cwd,
                          capture_output=True, text=True, encoding="utf-8", timeout=300)


@pytest.fixture
def folder(tmp_path):
    data = tmp_path / "data"
    (data / "a").mkdir(parents=True)
    (data / "a" / "one.txt").write_text(TEXT, encoding="utf-8")
    (data / "two.txt").write_bytes(TEXT.encode("gb18030"))
    return data


def test_help_names_the_commands():
    ran = minzheng("--help")
    assert ran.returncode == 0
    assert all(command in ran.stdout for command in ("decode", "extract", "dataset", "report"))


def test_import_stays_light():
    heavy = "{'pandas', 'matplotlib', 'jieba', 'opencc', 'papermill', 'pyarrow'}"
    code = f"import sys, minzheng; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_decode_keeps_subfolders_and_writes_edits(folder, tmp_path):
    ran = minzheng("decode", folder, "--out", tmp_path / "out")
    assert ran.returncode == 0, ran.stderr
    assert {p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*") if p.is_file()} == {
        "a/one.txt", "a/one.edits.json", "two.txt", "two.edits.json"}
    clean = (tmp_path / "out" / "a" / "one.txt").read_text(encoding="utf-8")
    assert "会议指出，2023年，" in clean
    edits = json.loads((tmp_path / "out" / "a" / "one.edits.json").read_text(encoding="utf-8"))
    assert {"raw_sha256", "edits", "marks"} <= set(edits)


def test_decode_uses_full_names_where_two_would_meet(folder, tmp_path):
    (folder / "two.html").write_text(f"<html><body><article><p>{TEXT}</p></article></body></html>", encoding="utf-8")
    assert minzheng("decode", folder, "--out", tmp_path / "out").returncode == 0
    assert {p.name for p in (tmp_path / "out").glob("*.txt")} == {"two.txt.txt", "two.html.txt"}


def test_decode_refuses_to_write_over_a_bulletin(folder):
    before = (folder / "two.txt").read_bytes()
    ran = minzheng("decode", folder / "two.txt", "--out", folder)
    assert ran.returncode == 2
    assert "two.txt" in ran.stderr
    assert (folder / "two.txt").read_bytes() == before


def test_decode_without_out_prints_the_text(folder):
    ran = minzheng("decode", folder / "two.txt")
    assert ran.returncode == 0
    assert "城市低保平均标准达到每人每月640元" in ran.stdout


def test_explain_names_each_edit(folder):
    ran = minzheng("decode", folder / "two.txt", "--explain")
    assert ran.returncode == 0
    assert "two.txt" in ran.stdout


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".xlsx"])
def test_extract_writes_by_ending(folder, tmp_path, ending):
    out = tmp_path / f"x{ending}"
    assert minzheng("extract", folder, "--out", out).returncode == 0
    assert out.stat().st_size > 500


def test_extract_prints_csv(folder):
    ran = minzheng("extract", folder / "two.txt", "--out", "-")
    rows = list(csv.DictReader(io.StringIO(ran.stdout)))
    values = {(float(row["value"]), row["unit"], row["measure"], row["status"]) for row in rows}
    assert values == {(640, "元/人·月", "level", "actual"), (5.2, "%", "growth", "actual"), (12, "个", "level", "target")}


@pytest.mark.parametrize("args", [["extract", "DATA", "--out", "x.doc"], ["decode", "nowhere.txt"], ["extract", "DATA"],
                                  ["report", "--data", "nowhere"], ["frobnicate"]])
def test_wrong_usage_is_2(folder, args):
    assert minzheng(*[str(folder) if arg == "DATA" else arg for arg in args], cwd=folder).returncode == 2


@pytest.mark.parametrize("command", [["decode"], ["extract", "--out", "-"]])
def test_an_empty_folder_is_1(tmp_path, command):
    (tmp_path / "empty").mkdir()
    ran = minzheng(*command, tmp_path / "empty")
    assert ran.returncode == 1
    assert "empty" in ran.stderr


def test_a_bad_file_is_named_and_the_rest_goes_on(folder):
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "nothing.txt").write_bytes(b"")
    ran = minzheng("extract", folder, "--out", "-")
    assert ran.returncode == 0
    assert "noise.txt" in ran.stderr and "nothing.txt" in ran.stderr
    assert {row["source"] for row in csv.DictReader(io.StringIO(ran.stdout))} == {"a/one.txt", "two.txt"}


def test_only_bad_files_is_1(tmp_path):
    (tmp_path / "nothing.txt").write_bytes(b"")
    ran = minzheng("extract", tmp_path, "--out", "-")
    assert ran.returncode == 1
    assert "nothing.txt" in ran.stderr


def test_a_strange_text_in_the_target_folder_is_not_replaced(folder, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "two.txt").write_text("somebody's own", encoding="utf-8")
    ran = minzheng("decode", folder / "two.txt", "--out", tmp_path / "out")
    assert ran.returncode == 2
    assert (tmp_path / "out" / "two.txt").read_text(encoding="utf-8") == "somebody's own"


def test_decode_may_be_repeated(folder, tmp_path):
    assert [minzheng("decode", folder, "--out", tmp_path / "out").returncode for _ in range(2)] == [0, 0]


@pytest.mark.parametrize("command", ["dataset", "report"])
def test_the_folder_of_bulletins_is_no_place_for_outputs(folder, command):
    before = sorted(folder.rglob("*"))
    assert minzheng(command, "--data", folder, "--out", folder).returncode == 2
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("command", ["dataset", "report"])
def test_an_empty_folder_says_what_to_do(tmp_path, command):
    (tmp_path / "empty").mkdir()
    ran = minzheng(command, "--data", tmp_path / "empty", "--out", tmp_path / "out")
    assert ran.returncode == 1
    assert "put bulletins there" in ran.stderr


@pytest.mark.parametrize("region", ["21", "火星省", "abc"])
def test_a_region_that_is_none_is_wrong_usage(folder, tmp_path, region):
    ran = minzheng("report", "--data", folder, "--out", tmp_path / "out", "--region", region)
    assert ran.returncode == 2
    assert region in ran.stderr and "GB/T 2260" in ran.stderr


def test_an_output_that_cannot_be_written_is_one_line(folder):
    ran = minzheng("decode", folder, "--out", "/proc/nowhere")
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr and "/proc/nowhere" in ran.stderr


def test_explain_tells_one_figure(folder):
    ran = minzheng("extract", folder / "two.txt", "--explain", "--only", "640")
    assert ran.returncode == 0
    assert "640元" in ran.stdout and "5.2" not in ran.stdout.split("sentence:")[0]


def test_explain_says_when_no_figure_is_asked_for(folder):
    ran = minzheng("extract", folder / "two.txt", "--explain", "--only", "no such words")
    assert ran.returncode == 0
    assert "no figure holds 'no such words'" in ran.stderr


def test_width_is_kept_where_asked(tmp_path):
    (tmp_path / "a.txt").write_text("全市共有养老机构50个,床位1200张。\n", encoding="utf-8")
    assert "50个,床位" in minzheng("decode", tmp_path / "a.txt", "--keep-width").stdout
    assert "50个，床位" in minzheng("decode", tmp_path / "a.txt").stdout


def test_diff_names_what_changed(folder, tmp_path):
    assert minzheng("dataset", "--data", folder, "--out", tmp_path / "a").returncode == 0
    (folder / "two.txt").write_bytes(TEXT.replace("640", "650").encode("gb18030"))
    assert minzheng("dataset", "--data", folder, "--out", tmp_path / "b").returncode == 0
    ran = minzheng("diff", tmp_path / "a", tmp_path / "b")
    assert ran.returncode == 0
    assert "640 → 650" in ran.stdout and "1 changed" in ran.stderr
