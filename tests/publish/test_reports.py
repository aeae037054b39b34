"""A run makes what is missing, skips what is current, cleans what is gone, and one failure does not stop the rest."""
import json
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import nbformat
import openpyxl
import pytest
from filelock import FileLock

from minzheng.errors import ReportError
from minzheng.panel.dataset import build_dataset
from minzheng.publish import jobs, making
from minzheng.publish.making import run_notebook
from minzheng.publish.reports import run_report

BULLETINS = Path(__file__).parent / "bulletins"
NAMES = ["620000/growth", "620000/slides", "620000/summary-2020", "620000/summary-2021", "620000/summary-2022",
         "620100/growth", "620100/slides", "620100/summary-2020", "620100/summary-2021",
         "630000/growth", "630000/slides", "630000/summary-2021"]


class Links(HTMLParser):
    """Every href and src of a page, and the alt text of its images."""

    def __init__(self, html):
        super().__init__()
        self.targets, self.alts = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.targets += [attrs[name] for name in ("href", "src") if name in attrs]
        self.alts += [attrs.get("alt", "")] if tag == "img" else []


def links_of(page: Path) -> Links:
    return Links(page.read_text(encoding="utf-8"))


@pytest.fixture
def again(first, tmp_path):
    """A copy of data and output of the first run, to be changed."""
    _, data, out = first
    return Path(shutil.copytree(data, tmp_path / "bulletins")), Path(shutil.copytree(out, tmp_path / "out"))


def test_everything_is_made(first):
    summary, _, out = first
    assert sorted(summary.done) == NAMES
    assert (summary.skipped, summary.failed, summary.removed) == ([], [], [])
    assert [source for source, _ in summary.set_aside] == ["empty<b>.txt"]
    for name in NAMES:
        for ending in ("pptx",) if name.endswith("slides") else ("ipynb", "html"):
            assert (out / "reports" / f"{name}.{ending}").stat().st_size > 1000


def test_the_index_leads_to_everything_by_relative_links(first):
    _, _, out = first
    links = links_of(out / "index.html")
    assert all((out / unquote(target)).exists() for target in links.targets)
    assert not [target for target in links.targets if target.startswith(("http", "/", "file:"))]
    made = {path.relative_to(out).as_posix() for path in (out / "reports").rglob("*") if path.suffix in
            {".ipynb", ".html", ".pptx", ".png", ".svg"}}
    assert made <= set(links.targets)
    assert links.alts and all(len(alt) > 10 for alt in links.alts)


def test_the_index_puts_a_city_under_its_province_and_names_what_was_set_aside(first):
    html = (first[2] / "index.html").read_text(encoding="utf-8")
    order = [html.index(f'id="r{code}"') for code in ("620000", "620100", "630000")]
    assert order == sorted(order)
    assert '<section class="region below" id="r620100">' in html
    assert "empty&lt;b&gt;.txt" in html


def test_every_page_is_offline_and_leads_back(first):
    for page in (first[2] / "reports").rglob("*.html"):
        links = links_of(page)
        assert all((page.parent / target).exists() for target in links.targets if not target.startswith("data:"))
        assert "../../index.html" in links.targets and all(len(alt) > 10 for alt in links.alts)


def test_growth_pages_hold_the_rates_as_text(first):
    html = (first[2] / "reports" / "620000" / "growth.html").read_text(encoding="utf-8")
    for rate in ("6%", "5%", "8%", "-6%", "570.7–572.2元/月", "538.1–540.0元/月"):
        assert f">{rate}</td>" in html


def test_notebooks_carry_papermill_metadata_without_paths_of_this_machine(first):
    notebook = nbformat.read(first[2] / "reports" / "620000" / "summary-2021.ipynb", as_version=4)
    told = notebook.metadata.papermill
    assert told.parameters == {"region": "620000", "year": 2021, "data": "../../dataset", "out": "charts"}
    assert (told.input_path, told.output_path) == ("notebooks/30_province_summary.ipynb", "summary-2021.ipynb")
    assert told.exception is None and str(first[2]) not in nbformat.writes(notebook)


def test_a_second_run_skips_everything(again):
    data, out = again
    before = {path: path.stat().st_mtime_ns for path in (out / "reports").rglob("*.ipynb")}
    summary = run_report(data, out)
    assert (summary.done, sorted(summary.skipped)) == ([], NAMES)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_changed_bulletin_redoes_its_region_and_no_other(again):
    data, out = again
    (data / "lanzhou_2021.txt").write_text("兰州市民政局通报\n2021年2月25日\n\n2020年，全市新建养老服务站9个。\n",
                                           encoding="utf-8")
    summary = run_report(data, out)
    assert {name.partition("/")[0] for name in summary.done} == {"620100"}
    assert {name.partition("/")[0] for name in summary.skipped} == {"620000", "630000"}


def test_what_changed_since_the_run_before_has_a_page(again):
    """The first run lists nothing; then one figure comes and the three documents' others stay."""
    data, out = again
    assert "第一次读入" in (out / "changes.html").read_text(encoding="utf-8")
    assert "changes.html" in links_of(out / "index.html").targets
    (data / "lanzhou_2021.txt").write_text("兰州市民政局通报\n2021年2月25日\n\n2020年，全市新建养老服务站9个。\n",
                                           encoding="utf-8")
    run_report(data, out, region="620100", year=2020)
    page = (out / "changes.html").read_text(encoding="utf-8")
    assert "新出现 1 条，有改变 0 条" in page and "<mark>" not in page
    assert ">9个</td>" in page and "2020年，全市新建养老服务站9个。" in page


def test_the_tables_of_a_run_are_there_for_spreadsheets_and_programs(first):
    tables = first[2] / "tables"
    book = openpyxl.load_workbook(tables / "observations.xlsx", read_only=True)
    assert book.sheetnames == ["说明", "指标明细", "省份汇总", "来源", "待复核"]
    package = json.loads((tables / "package" / "datapackage.json").read_text(encoding="utf-8"))
    assert [one["path"] for one in package["resources"]] == ["observations.csv", "documents.csv", "indicators.csv"]
    assert (tables / "sdmx.csv").read_text(encoding="utf-8").startswith("STRUCTURE,STRUCTURE_ID,ACTION,")
    listed = set(links_of(first[2] / "index.html").targets)
    assert listed >= {f"tables/{name}" for name in ("observations.xlsx", "observations.csv", "observations.parquet",
                                                    "sdmx.csv", "package/datapackage.json")}


def test_a_removed_bulletin_takes_its_reports_along(again):
    data, out = again
    (data / "qinghai_2021.txt").unlink()
    own = out / "reports" / "630000" / "mine.txt"
    own.write_text("kept")
    summary = run_report(data, out)
    assert {"630000/growth", "630000/slides", "630000/summary-2021"} == set(summary.removed)
    assert [path.name for path in (out / "reports" / "630000").rglob("*") if path.is_file()] == ["mine.txt"]
    assert "630000" not in (out / "index.html").read_text(encoding="utf-8")


def test_a_lost_file_is_made_again(again):
    data, out = again
    (out / "reports" / "630000" / "growth.html").unlink()
    assert run_report(data, out).done == ["630000/growth"]


def test_region_and_year_choose_what_may_be_made(tmp_path):
    summary = run_report(BULLETINS, tmp_path, region="620000", year=2021, jobs=1)
    assert sorted(summary.done) == ["620000/growth", "620000/slides", "620000/summary-2021"]
    with pytest.raises(ReportError, match="'999999' has no observations; there are: 620000 甘肃省、620100 兰州市"):
        run_report(BULLETINS, tmp_path, region="999999")
    with pytest.raises(ReportError, match="years there: 2020, 2021, 2022"):
        run_report(BULLETINS, tmp_path, region="620000", year=1999)


def test_two_runs_at_once_do_not_meet(tmp_path):
    with FileLock(tmp_path / ".report.lock"), pytest.raises(ReportError, match="another run is making reports here"):
        run_report(BULLETINS, tmp_path)


def test_no_bulletin_that_can_be_read_leaves_an_index_that_says_so(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "empty.txt").write_bytes(b"")
    summary = run_report(tmp_path / "data", tmp_path / "out")
    assert (summary.done, summary.skipped, summary.failed) == ([], [], [])
    html = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "empty.txt" in html and "还没有报告" in html


def test_a_broken_record_is_no_obstacle(again):
    data, out = again
    (out / "reports" / "made.json").write_text("{half", encoding="utf-8")
    assert sorted(run_report(data, out, region="630000").done) == NAMES[-3:]


def test_an_unknown_parameter_is_refused(tmp_path):
    with pytest.raises(ReportError, match="no parameter regoin; it has region, year, data, out, lang"):
        run_notebook(jobs.NOTEBOOK_OF["summary"], tmp_path / "x.ipynb", {"regoin": "620000"})


def test_a_failing_notebook_is_kept_with_its_page_and_error(tmp_path):
    """The dataset lacks the region that the job is about, so the notebook fails in its second cell."""
    build_dataset([BULLETINS / "qinghai_2021.txt"], tmp_path / "dataset")
    made = making.make_report(jobs.Job("growth", "620000"), tmp_path)
    assert "'620000' has no observations" in made.error
    notebook = nbformat.read(tmp_path / "reports" / "620000" / "growth.ipynb", as_version=4)
    assert notebook.metadata.papermill.exception is True
    html = (tmp_path / "reports" / "620000" / "growth.html").read_text(encoding="utf-8")
    assert "这一步没有完成" in html and "630000 青海省" in html


def test_a_failure_goes_into_the_index_and_the_others_go_on(again):
    data, out = again
    target = out / "reports" / "630000" / "growth.html"
    target.unlink()
    target.mkdir()          # a page that cannot be written
    (target / "in the way").touch()
    (out / "reports" / "620000" / "growth.html").unlink()
    record = json.loads((out / "reports" / "made.json").read_text(encoding="utf-8"))
    record["630000/growth"]["fingerprint"] = "old"
    (out / "reports" / "made.json").write_text(json.dumps(record), encoding="utf-8")
    summary = run_report(data, out)
    assert summary.done == ["620000/growth"]
    assert [name for name, _ in summary.failed] == ["630000/growth"]
    assert "没有完成的报告" in (out / "index.html").read_text(encoding="utf-8")
