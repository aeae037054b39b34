"""Building and loading a dataset: what is redone, what is kept, what is set aside."""
import json
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pandas as pd
import pytest
from filelock import FileLock

from minzheng.decode.files import Source
from minzheng.errors import DatasetError
from minzheng.extract.observations import COLUMNS
from minzheng.panel import manifest
from minzheng.panel.dataset import build_dataset, dataset_parts, load_dataset, load_documents, load_set_aside
from minzheng.panel.parts import KINDS, PartJob, write_part


def bulletin(place: str, year: int, money: int, people: int) -> str:
    return (f"{place}{year}年民政工作情况\n\n{place}民政局 {year + 1}年1月10日\n\n"
            f"{year}年，全市城市低保平均标准为{money}元/月，注册志愿者{people}人。\n")


@pytest.fixture
def data(tmp_path):
    """Four bulletins typed here."""
    folder = tmp_path / "data"
    folder.mkdir()
    for place, money, people in [("营口市", 700, 1200), ("鞍山市", 690, 3400), ("南京市", 950, 5600),
                                 ("苏州市", 1050, 780)]:
        (folder / f"{place}.txt").write_text(bulletin(place, 2021, money, people), encoding="utf-8")
    return folder


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def values(out: Path) -> set[tuple[str, float]]:
    table = load_dataset(out)
    return set(zip(table["source"], table["value"], strict=True))


def counts(built) -> tuple[int, int, int]:
    return built.read, built.unchanged, built.removed


def test_a_dataset_holds_the_figures_of_every_file(data, out):
    built = build_dataset([data], out)
    assert (counts(built), built.documents, built.set_aside) == ((4, 0, 0), 4, [])
    table = load_dataset(out)
    assert tuple(table.columns) == COLUMNS
    assert built.observations == len(table)
    assert {("营口市.txt", 700.0), ("营口市.txt", 1200.0), ("苏州市.txt", 1050.0), ("苏州市.txt", 780.0)} <= values(out)
    assert table["obs_id"].is_unique


def test_the_words_of_a_figure_lead_back_to_the_raw_text(data, out):
    build_dataset([data], out)
    raw = load_documents(out).set_index("source")["raw"]
    table = load_dataset(out)
    assert len(table) and all(raw[row.source][row.raw_start:row.raw_stop] == row.words for row in table.itertuples())


def test_documents_are_a_table_of_their_own(data, out):
    build_dataset([data], out)
    documents = load_documents(out, columns=["source", "region", "format", "encoding", "characters"])
    row = documents.set_index("source").loc["营口市.txt"]
    assert row.to_dict() == {"region": "210800", "format": "txt", "encoding": "utf-8",
                             "characters": len(bulletin("营口市", 2021, 700, 1200))}


def test_a_second_run_reads_nothing(data, out):
    build_dataset([data], out)
    before = {path: path.stat().st_mtime_ns for path in dataset_parts(out)}
    assert counts(build_dataset([data], out)) == (0, 4, 0)
    assert {path: path.stat().st_mtime_ns for path in dataset_parts(out)} == before


def test_a_changed_file_is_read_and_the_others_are_carried_over(data, out):
    build_dataset([data], out)
    (data / "营口市.txt").write_text(bulletin("营口市", 2021, 715, 1200), encoding="utf-8")
    assert counts(build_dataset([data], out)) == (1, 3, 0)
    assert ("营口市.txt", 715.0) in values(out) and ("营口市.txt", 700.0) not in values(out)
    assert {source for source, _ in values(out)} == {"营口市.txt", "鞍山市.txt", "南京市.txt", "苏州市.txt"}


def test_a_touched_file_is_not_extracted_again(data, out):
    build_dataset([data], out)
    os.utime(data / "营口市.txt", ns=(1, 1))
    assert counts(build_dataset([data], out)) == (0, 4, 0)
    assert manifest.read_manifest(out).files["营口市.txt"].mtime_ns == 1


def test_a_removed_file_takes_its_rows_along(data, out):
    build_dataset([data], out)
    (data / "营口市.txt").unlink()
    assert counts(build_dataset([data], out)) == (0, 3, 1)
    assert "营口市.txt" not in {source for source, _ in values(out)}
    assert "营口市.txt" not in set(load_documents(out)["source"])


def test_an_added_file_joins_a_part_that_has_room(data, out):
    build_dataset([data], out)
    (data / "大连市.txt").write_text(bulletin("大连市", 2021, 800, 90), encoding="utf-8")
    assert counts(build_dataset([data], out)) == (1, 4, 0)
    assert ("大连市.txt", 800.0) in values(out) and len(values(out)) >= 10
    assert len(dataset_parts(out)) == 1
    assert {path.name for path in (out / "observations").iterdir()} == {path.name for path in dataset_parts(out)}


def test_incremental_and_fresh_builds_give_the_same_table(data, out, tmp_path):
    build_dataset([data], out)
    (data / "营口市.txt").write_text(bulletin("营口市", 2021, 715, 1200), encoding="utf-8")
    (data / "鞍山市.txt").unlink()
    (data / "大连市.txt").write_text(bulletin("大连市", 2021, 800, 90), encoding="utf-8")
    build_dataset([data], out)
    build_dataset([data], tmp_path / "fresh")
    pd.testing.assert_frame_equal(load_dataset(out), load_dataset(tmp_path / "fresh"))
    pd.testing.assert_frame_equal(load_documents(out), load_documents(tmp_path / "fresh"))


def test_other_code_redoes_all(data, out, monkeypatch):
    build_dataset([data], out)
    stored = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    (out / "manifest.json").write_text(json.dumps(stored | {"version": "older"}), encoding="utf-8")
    assert counts(build_dataset([data], out)) == (4, 0, 0)


def test_a_lost_part_is_made_again(data, out):
    build_dataset([data], out)
    dataset_parts(out)[0].unlink()
    assert counts(build_dataset([data], out)) == (4, 0, 0)
    assert len(values(out)) >= 8


def test_what_cannot_be_read_is_set_aside_and_the_others_go_on(data, out):
    (data / "empty.txt").write_bytes(b"")
    (data / "broken.docx").write_bytes(b"no zip at all")
    (data / "picture.jpg").write_bytes(b"\xff\xd8")
    built = build_dataset([data], out)
    assert built.documents == 4
    assert [source for source, _ in built.set_aside] == ["broken.docx", "empty.txt", "picture.jpg"]
    assert load_set_aside(out)["source"].tolist() == ["broken.docx", "empty.txt", "picture.jpg"]
    assert load_set_aside(out)["reason"].str.len().min() > 5
    again = build_dataset([data], out)
    assert (counts(again), again.set_aside) == ((0, 7, 0), built.set_aside)
    (data / "empty.txt").unlink()
    assert [source for source, _ in build_dataset([data], out).set_aside] == ["broken.docx", "picture.jpg"]


def test_an_unexpected_error_is_recorded_by_its_name_and_stops_nothing(tmp_path, out):
    """A table that lost rows between being listed and being read."""
    rows = tmp_path / "rows.csv"
    rows.write_text(f"text\n\"{bulletin('营口市', 2021, 700, 1200)}\"\n", encoding="utf-8")
    for kind in KINDS:
        (out / kind).mkdir(parents=True)
    sources = (Source(rows, "rows.csv#row 99", row=99), Source(rows, "rows.csv#row 1", row=1))
    done = write_part(PartJob(str(out), "version", sources, ()))
    assert done.documents == 1 and list(done.set_aside) == ["rows.csv#row 99"]
    assert "(IndexError: " in done.set_aside["rows.csv#row 99"]


def test_a_file_name_that_is_no_text_is_made_printable(data, out):
    try:
        odd = Path(os.fsdecode(os.fsencode(data) + b"/\xb5\xcd.txt"))
        odd.write_text(bulletin("营口市", 2021, 7, 8), encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    assert build_dataset([data], out).documents == 5
    assert ("\ufffd\ufffd.txt", 7.0) in values(out)
    assert counts(build_dataset([data], out)) == (0, 5, 0)


def test_a_dataset_inside_the_folder_of_bulletins_is_not_read_as_one(data):
    build_dataset([data], data / "out" / "dataset", without=[data / "out"])
    (data / "out" / "index.html").write_text(bulletin("大连市", 2021, 5, 6), encoding="utf-8")
    again = build_dataset([data], data / "out" / "dataset", without=[data / "out"])
    assert (counts(again), again.set_aside) == ((0, 4, 0), [])
    with pytest.raises(DatasetError, match="choose another folder"):
        build_dataset([data], data)


def test_a_pipe_among_the_bulletins_is_set_aside_once(data, out):
    os.mkfifo(data / "pipe.txt")
    assert build_dataset([data], out).set_aside == [("pipe.txt", "pipe.txt: not a regular file")]
    assert counts(build_dataset([data], out)) == (0, 5, 0)


def test_nothing_but_unreadable_files_gives_an_empty_dataset(tmp_path, out):
    (tmp_path / "empty.txt").write_bytes(b"")
    built = build_dataset([tmp_path / "empty.txt"], out)
    assert (built.documents, built.observations, len(built.set_aside)) == (0, 0, 1)
    assert load_dataset(out).empty and load_documents(out).empty


def test_two_copies_of_one_file_are_two_documents(data, out):
    (data / "copy.txt").write_bytes((data / "营口市.txt").read_bytes())
    build_dataset([data], out)
    table = load_dataset(out)
    assert table["obs_id"].is_unique
    copy, first = (table[table["source"] == source]["value"].tolist() for source in ("copy.txt", "营口市.txt"))
    assert copy == first


def test_duckdb_reads_the_same_parts(data, out):
    duckdb = pytest.importorskip("duckdb")
    build_dataset([data], out)
    parts = [str(path) for path in dataset_parts(out)]
    query = f"select source, value from read_parquet({parts}) where unit = '元/月' order by value"
    found = duckdb.sql(query).fetchall()
    assert found == [("鞍山市.txt", 690.0), ("营口市.txt", 700.0), ("南京市.txt", 950.0), ("苏州市.txt", 1050.0)]


def test_a_process_pool_gives_the_same_table(data, out, tmp_path):
    build_dataset([data], out)
    with ProcessPoolExecutor(2) as pool:
        build_dataset([data], tmp_path / "pool", map=pool.map)
    pd.testing.assert_frame_equal(load_dataset(out), load_dataset(tmp_path / "pool"))


def test_a_second_run_at_the_same_time_says_so(data, out):
    out.mkdir()
    with FileLock(out / ".lock"), pytest.raises(DatasetError, match="another run"):
        build_dataset([data], out)


def test_a_folder_without_a_dataset_says_how_to_build_one(tmp_path):
    with pytest.raises(DatasetError, match="minzheng dataset --out"):
        load_dataset(tmp_path)


def test_a_part_that_is_not_as_the_schema_says_is_refused(data, out):
    build_dataset([data], out)
    part = dataset_parts(out)[0]
    table = pd.read_parquet(part)
    table.loc[0, "measure"] = "guess"
    table.to_parquet(part, index=False)
    with pytest.raises(DatasetError, match="measure: 'guess'"):
        load_dataset(out)
