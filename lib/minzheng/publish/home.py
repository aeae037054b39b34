"""What the index shows: regions under their provinces, years, charts, tables, what was set aside, the run."""
from pathlib import Path
from typing import NamedTuple

from minzheng.publish.chartlist import read_lists
from minzheng.publish.jobs import Job
from minzheng.reference.regions import parent_of, region_name

TABLES = (("tables/observations.xlsx", "observations.xlsx", "全部数据，分说明、指标明细、省份汇总、来源、待复核五页"),
          ("tables/observations.csv", "observations.csv", "全部数据，一行一条，可用表格软件打开"),
          ("tables/observations.parquet", "observations.parquet", "同上，供程序读取"),
          ("tables/sdmx.csv", "sdmx.csv", "SDMX-CSV，每个指标每个时期一行"),
          ("tables/package/datapackage.json", "package/", "Frictionless 数据包：数据、文件、指标三张表和各列说明"),
          ("dataset/manifest.json", "dataset/", "Parquet 分块，load_dataset 读取的数据集"))


class Cell(NamedTuple):
    """One region in one year: how many figures, and the page about them."""

    figures: int
    href: str


def index_content(jobs: list[Job], out: Path) -> dict:
    """Regions and matrix for templates/index.html.j2, from the jobs whose files are there."""
    there = [job for job in jobs if all((out / "reports" / name).exists() for name in job.files)]
    codes = in_order({job.region for job in there})
    years = sorted({job.year for job in there if job.year})
    summaries = {(job.region, job.year): job for job in there if job.kind == "summary"}
    rows = []
    for code in codes:
        cells = [_cell(summaries.get((code, year))) for year in years]
        rows.append({"name": region_name(code), "below": is_below(code, codes), "cells": cells})
    return {"regions": [_region(code, codes, there, out) for code in codes], "matrix": {"years": years, "rows": rows},
            "tables": [{"href": href, "name": name, "what": what} for href, name, what in TABLES
                       if (out / href).exists()]}


def in_order(codes: set[str]) -> list[str]:
    """The nation, then provinces, each followed by what lies in it: the order of the codes is that order.

    >>> in_order({"410000", "210800", "000000", "210000"})
    ['000000', '210000', '210800', '410000']
    """
    return sorted(codes)


def is_below(code: str, codes: list[str]) -> bool:
    """Whether the region lies in another one that is listed before it (the nation does not count)."""
    above = parent_of(code)
    while above and above != "000000":
        if above in codes:
            return True
        above = parent_of(above)
    return False


def _cell(job) -> Cell:
    return Cell(job.figures, f"reports/{job.files[1]}") if job else Cell(0, "")


def _region(code, codes, jobs, out) -> dict:
    mine = {job.stem: [f"reports/{name}" for name in job.files] for job in jobs if job.region == code}
    charts = _charts(out / "reports" / code / "charts", f"reports/{code}/charts")
    growth = mine.get("growth", ["", ""])
    return {"code": code, "name": region_name(code), "below": is_below(code, codes), "charts": charts,
            "thumb": next((one for one in charts if one["name"] == "growth"), charts[-1] if charts else None),
            "summaries": [{"year": job.year, "ipynb": mine[job.stem][0], "html": mine[job.stem][1]}
                          for job in jobs if job.region == code and job.kind == "summary"],
            "growth": growth[1], "growth_ipynb": growth[0], "slides": mine.get("slides", [""])[0]}


def _charts(folder, href) -> list[dict]:
    """The charts that notebooks saved, from the lists beside them."""
    return [chart | {ending: f"{href}/{chart['name']}.{ending}" for ending in ("png", "svg")}
            for chart in read_lists(folder)]
