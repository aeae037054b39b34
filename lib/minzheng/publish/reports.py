"""The whole run: bulletins in a folder -> dataset, notebooks, pages, slides and the index that leads to them."""
import json
import multiprocessing
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout
from tqdm import tqdm

from minzheng import __version__
from minzheng.errors import ReportError
from minzheng.panel.dataset import build_dataset, load_dataset, load_documents, load_set_aside
from minzheng.panel.workers import on_all_cores
from minzheng.publish.atomic import write_whole
from minzheng.publish.chartlist import remove_charts
from minzheng.publish.checkout import choose, region_code
from minzheng.publish.datatables import FILES, write_tables
from minzheng.publish.home import index_content
from minzheng.publish.jobs import Job, code_version, plan_jobs
from minzheng.publish.making import Made, make_report, warm_up
from minzheng.publish.pages import index_page

RECORD = "reports/made.json"


@dataclass(frozen=True)
class ReportSummary:
    """What a run did: names of reports made and skipped, (name, reason) of failures, (source, reason) set aside."""

    done: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    set_aside: list[tuple[str, str]] = field(default_factory=list)


def run_report(data: str | Path, out: str | Path, region: str | None = None, year: int | None = None,
               jobs: int = 2) -> ReportSummary:
    """Build OUT/dataset from the bulletins in `data`, then every report that is not up to date, then OUT/index.html.

    `region` and `year` choose which reports may be made; the others stay as they are. One that fails does
    not stop the others. Raises ReportError while another run works in `out`, and for a region or year
    that the bulletins do not speak of.
    """
    out = Path(out).resolve()
    (out / "reports").mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(out / ".report.lock", timeout=0):
            return _run(Path(data), out, (region and region_code(region), year), jobs)
    except Timeout as error:
        raise ReportError(f"{out}: another run is making reports here; "
                          "wait for it, or choose another folder") from error


def _run(data, out, wanted, jobs) -> ReportSummary:
    started, over = datetime.now(), partial(on_all_cores, processes=jobs)
    built = build_dataset([data], out / "dataset", without=[out], map=over)
    observations, documents = load_dataset(out / "dataset"), load_documents(out / "dataset")
    if wanted[0]:
        choose(observations, *wanted)
    plan, made = plan_jobs(observations, documents), _read_record(out)
    _check_year(plan, wanted[1])
    removed = _remove_stale(made, plan, out)
    todo = [job for job in plan if _is_wanted(job, *wanted) and not _is_current(job, made, out)]
    _update_tables(observations, documents, out, made)
    for result in _make_all(todo, out, jobs):
        made[result.job.name] = {"fingerprint": result.job.fingerprint, "error": result.error,
                                 "files": list(result.job.files)}
        _write_record(made, out)
    planned = {job.name for job in plan}
    failed = [(name, entry["error"]) for name, entry in made.items() if name in planned and entry["error"]]
    skipped = [job.name for job in plan if _is_wanted(job, *wanted) and job not in todo]
    done = [job.name for job in todo if not made[job.name]["error"]]
    summary = ReportSummary(done, skipped, failed, removed, list(built.set_aside))
    run = {"documents": built.documents, "observations": built.observations,
           "facts": _facts(summary, built, started, data)}
    write_whole(out / "index.html", index_page(
        run=run, failed=summary.failed, set_aside=summary.set_aside,
        unplaced=int((observations["region"] == "").sum()), **index_content(plan, out)))
    return summary


def _check_year(plan: list[Job], year: int | None) -> None:
    years = sorted({job.year for job in plan if job.year})
    if year and years and year not in years:
        raise ReportError(f"no bulletin speaks of {year}; years there: {', '.join(map(str, years))}")


def _is_wanted(job: Job, region: str | None, year: int | None) -> bool:
    return (not region or job.region == region) and (not year or job.year in (0, year))


def _is_current(job: Job, made: dict, out: Path) -> bool:
    """Made from the same rows by the same code, without an error, and its files are still there."""
    entry = made.get(job.name, {})
    return (entry.get("fingerprint") == job.fingerprint and not entry["error"]
            and all((out / "reports" / name).exists() for name in job.files))


def _make_all(todo: list[Job], out: Path, jobs: int) -> Iterable[Made]:
    """Make the jobs in processes of their own, in the order in which they finish."""
    if not todo:
        return
    context = multiprocessing.get_context("spawn")      # a fresh process: nothing of ours half-copied into it
    with ProcessPoolExecutor(min(jobs, len(todo)), context, initializer=warm_up) as pool:
        running = {pool.submit(make_report, job, out): job for job in todo}
        for future in tqdm(as_completed(running), desc="report", total=len(todo), unit="report", delay=1,
                           disable=None, leave=False, file=sys.stderr):
            error = future.exception()
            yield Made(running[future], f"{type(error).__name__}: {error}") if error else future.result()


def _remove_stale(made: dict, plan: list[Job], out: Path) -> list[str]:
    """Delete what earlier runs made for regions and years that are gone; only files on record are touched."""
    gone = sorted(set(made) - {job.name for job in plan} - {"tables"})
    for name in gone:
        region, _, stem = name.partition("/")
        for file in made.pop(name)["files"]:
            (out / "reports" / file).unlink(missing_ok=True)
        remove_charts(out / "reports" / region / "charts", stem)
    return gone


def _update_tables(observations, documents, out, made) -> None:
    """Write the data tables and the page of changes anew, unless data and code are those of the run before."""
    import pandas as pd

    set_aside = load_set_aside(out / "dataset")
    hashes = [int(pd.util.hash_pandas_object(table, index=False).sum())
              for table in (observations, documents[["source", "sha256"]], set_aside)]
    now = f"{hashes} {code_version()}"
    if made.get("tables", {}).get("fingerprint") == now and all((out / name).exists() for name in FILES):
        return
    write_tables(observations, documents, set_aside, out)
    made["tables"] = {"fingerprint": now, "error": "", "files": []}
    _write_record(made, out)


def _facts(summary, built, started, data) -> list[tuple[str, str]]:
    """What the index tells of the run."""
    return [("数据文件夹", data.name), ("开始", started.strftime("%Y-%m-%d %H:%M:%S")),
            ("用时", f"{(datetime.now() - started).total_seconds():.1f} 秒"),
            ("文件", f"{built.documents} 份入库，其中 {built.read} 份本次读取，{built.unchanged} 份未变；"
                   f"{len(built.set_aside)} 份搁置"),
            ("报告", f"新做 {len(summary.done)}，未变跳过 {len(summary.skipped)}，失败 {len(summary.failed)}，"
                   f"清除 {len(summary.removed)}"), ("程序", f"minzheng {__version__}")]


def _read_record(out: Path) -> dict:
    """What earlier runs made; a record that cannot be read counts as none, and everything is made anew."""
    try:
        return json.loads((out / RECORD).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}


def _write_record(made: dict, out: Path) -> None:
    write_whole(out / RECORD, json.dumps(made, ensure_ascii=False, indent=1))
