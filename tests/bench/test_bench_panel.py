"""Rows per second of the panel, and how time grows with the number of documents: pytest -q -s tests/bench.

Sizes, blank-separated: MINZHENG_BENCH_DOCUMENTS (default "1000 10000"; 100000 needs 8 GB) for tables, and
MINZHENG_BENCH_BUILD (default "100 1000") documents for the build, which decodes and extracts each of them.
"""
import os
import resource
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from minzheng.decode.mangle import Site, mangle
from minzheng.panel.cells import reconcile
from minzheng.panel.comparable import in_one_unit
from minzheng.panel.dataset import build_dataset, load_dataset
from minzheng.panel.exports import write_table
from minzheng.panel.growth import year_over_year
from minzheng.panel.manifest import FileRecord, Manifest, code_version, write_manifest
from minzheng.panel.parts import part_path, write_parquet
from minzheng.panel.schema import DTYPES
from minzheng.panel.workers import on_all_cores
from minzheng.reference.indicators import load_indicators
from minzheng.reference.regions import load_regions

SIZES = [int(size) for size in os.environ.get("MINZHENG_BENCH_DOCUMENTS", "1000 10000").split()]
BUILDS = [int(size) for size in os.environ.get("MINZHENG_BENCH_BUILD", "100 1000").split()]
ROWS_A_DOCUMENT, DOCUMENTS_A_PART, MOST_XLSX_ROWS = 36, 250, 20_000
MEASURED: dict[str, tuple[int, float]] = {}      # what -> rows and seconds of the size before
SAMPLES = Path(__file__).parents[1] / "samples"


def timed(what: str, rows: int, work):
    """Do the work and print how fast it was, and how a row's time changed since the size before (1.0: linear)."""
    start = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - start
    print(f"\n  {what:34} {rows:>10,} in {seconds:8.2f} s = {rows / seconds:>12,.0f} a second", end="")
    if before := MEASURED.get(what):
        print(f", a row takes {seconds / rows / (before[1] / before[0]):.2f} times as long", end="")
    MEASURED[what] = rows, seconds
    return result, seconds


def write_bulletins(count: int, folder: Path) -> None:
    """Sample bulletins damaged in four ways, each by a site of its own and with a line of its own."""
    folder.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    for number in range(count):
        ways = ({"traditional": False}, {}, {"glosses": 0.3}, {"glosses": 0.3, "commas": 0.8})
        site = Site(seed=number // len(texts), **ways[number // len(texts) % len(ways)])
        text = f"{mangle(texts[number % len(texts)], site)}\n\n（第{number}份）\n"
        (folder / f"{number:06d}.txt").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("documents", BUILDS)
def test_build(documents, tmp_path):
    data, out = tmp_path / "bulletins", tmp_path / "dataset"
    write_bulletins(documents, data)
    built, _ = timed("build, documents", documents, lambda: build_dataset([data], out, map=on_all_cores))
    assert built.documents == documents and not built.set_aside
    (data / "000000.txt").write_text("2021年，全市注册志愿者5000人。", encoding="utf-8")
    again, seconds = timed("build again, one file changed", documents, lambda: build_dataset([data], out))
    assert (again.read, again.unchanged) == (1, documents - 1)
    assert seconds <= 3 or documents > 10_000
    print(f"\n  most memory of a process: {most_memory():,.0f} MiB to build", end="")
    loaded, _ = timed("load, rows", again.observations, lambda: load_dataset(out))
    print(f"\n  {len(loaded):,} observations; {most_memory():,.0f} MiB with all of them loaded", end="")


def most_memory() -> float:
    """The most memory that this process, or one that it began and that ended, ever had, in MiB."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


@pytest.mark.parametrize("documents", SIZES)
def test_tables(documents, tmp_path):
    rows = documents * ROWS_A_DOCUMENT
    print(f"\n {documents:,} documents, {rows:,} observations", end="")
    store(invented(documents), documents, tmp_path)
    table, _ = timed("load", rows, lambda: load_dataset(tmp_path))
    timed("series in one unit", rows, lambda: in_one_unit(table))
    cells, _ = timed("reconcile", rows, lambda: reconcile(table))
    growth, _ = timed("year over year", rows, lambda: year_over_year(table))
    assert len(table) == rows and len(cells) and len(growth)
    timed("export Parquet", rows, lambda: write_table(table, tmp_path / "x.parquet"))
    timed("export CSV", rows, lambda: write_table(table, tmp_path / "x.csv"))
    few = table.head(MOST_XLSX_ROWS)
    timed("export XLSX", len(few), lambda: write_table(few, tmp_path / "x.xlsx"))
    print(f"\n  {most_memory():,.0f} MiB with all tables in one process", end="")


def invented(documents: int) -> pd.DataFrame:
    """Observations of many places and years, two thirds coded, every sixth a growth; the numbers mean nothing."""
    rows, chance = documents * ROWS_A_DOCUMENT, np.random.default_rng(0)
    codes = np.array([indicator.code for indicator in load_indicators()])
    places = np.array(sorted({region.code for region in load_regions()}))
    document = np.repeat(np.arange(documents), ROWS_A_DOCUMENT)
    within = np.tile(np.arange(ROWS_A_DOCUMENT), documents)
    grows = within % 6 == 5
    value = np.where(grows, chance.integers(1, 200, rows) / 10, chance.integers(100, 100_000, rows)).astype(float)
    half = np.where(grows, 0.05, 0.5)
    names = pd.Series(document).astype("str")
    table = pd.DataFrame({name: pd.Series("", index=range(rows), dtype="str") for name in DTYPES})
    table = table.assign(
        obs_id=names + "-" + pd.Series(within).astype("str"), doc_id=names, source=names + ".txt", words="数字",
        subject="指标" + pd.Series(within).astype("str"), sentence="一句话，说明数字的来历和含义。",
        rule="invented",
        indicator=np.where(within % 3 < 2, codes[within * 3 % len(codes)], ""),
        region=places[document // 5 % len(places)], period=(2010 + document % 5).astype(str), period_kind="point",
        area_scope="whole", status="actual", bound="exact", measure=np.where(grows, "growth", "level"),
        basis=np.where(grows, "yoy", ""), sign=np.where(grows, "+", ""), unit=np.where(grows, "%", "人"),
        value=value, value_min=value - half, value_max=value + half, start=within * 50, stop=within * 50 + 5,
        raw_start=within * 50, raw_stop=within * 50 + 5, confidence=0.9)
    return table.astype(DTYPES)


def store(table: pd.DataFrame, documents: int, folder: Path) -> None:
    """The table as a dataset in parts."""
    files = {}
    for kind in ("observations", "documents"):
        (folder / kind).mkdir()
    for number in range(0, documents, DOCUMENTS_A_PART):
        part = table.iloc[number * ROWS_A_DOCUMENT:(number + DOCUMENTS_A_PART) * ROWS_A_DOCUMENT]
        write_parquet(part, part_path(folder, "observations", f"part{number}"))
        files |= {source: FileRecord(1, 1, "x", {source: f"part{number}"}) for source in part["source"].unique()}
    write_manifest(Manifest(code_version(), files), folder)
