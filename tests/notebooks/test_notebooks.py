"""Every notebook of the workbook is run for real, by papermill's own engine and by ours, and reads as a story."""
import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import papermill
import pytest

from minzheng.panel.dataset import build_dataset
from minzheng.publish.checkout import NOTEBOOKS
from minzheng.publish.engine import register

ALL = sorted(NOTEBOOKS.glob("*.ipynb"))
REPORTS = {"30_province_summary.ipynb": {"region": "620000", "year": 2021}, "40_growth.ipynb": {"region": "620000"}}
BULLETINS = Path(__file__).parents[1] / "publish" / "bulletins"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dataset")
    build_dataset([BULLETINS], folder)
    return folder


@pytest.fixture(scope="module")
def executed(dataset, tmp_path_factory):
    """The report notebooks run by papermill's own engine: name -> notebook."""
    folder = tmp_path_factory.mktemp("executed")
    return {name: papermill.execute_notebook(str(NOTEBOOKS / name), str(folder / name),
                                             parameters | {"data": str(dataset), "out": str(folder / "charts")},
                                             progress_bar=False)
            for name, parameters in REPORTS.items()}


def outputs_of(notebook):
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def text_of(notebook):
    return "\n".join(output.data.get("text/html", "") for output in outputs_of(notebook) if "data" in output)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_a_notebook_calls_and_does_not_compute(path):
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type != "code" or cell.source.startswith("%"):
            continue
        tree = ast.parse(cell.source)
        assert len(tree.body) <= 5 or "parameters" in cell.metadata.get("tags", []), cell.source
        banned = (ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.Lambda, ast.AsyncFor)
        assert not [node for node in ast.walk(tree) if isinstance(node, banned)], cell.source


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_a_notebook_is_committed_clean(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert outputs_of(notebook) == []
    assert all(cell.execution_count is None for cell in notebook.cells if cell.cell_type == "code")
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    assert "papermill" not in notebook.metadata


@pytest.mark.parametrize("name", REPORTS)
def test_every_parameter_says_what_it_is(name):
    parameters = papermill.inspect_notebook(str(NOTEBOOKS / name))
    assert set(parameters) == {*REPORTS[name], "data", "out", "lang"}
    assert all(one["help"] for one in parameters.values())


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_runs_without_errors_and_shows_pictures_with_words(executed, name):
    outputs = outputs_of(executed[name])
    assert not [output for output in outputs if output.output_type in ("error", "stream")]
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    assert len(pictures) >= 2
    assert all("甘肃省" in output.metadata["image/png"]["alt"] for output in pictures)
    assert executed[name].metadata.papermill.exception is None


def test_the_summary_tells_levels_growth_targets_and_sentences(executed):
    html = text_of(executed["30_province_summary.ipynb"])
    for told in (">600元/月</td>", ">5% 公布</td>", ">570.7–572.2元/月</td>", ">4,600元/年</td>", ">目标：未到期</td>",
                 ">水平 30个</td>", "<mark>600元/月</mark>", "gansu_2021.txt"):
        assert told in html, told


def test_the_growth_page_tells_published_and_computed_rates(executed):
    html = text_of(executed["40_growth.ipynb"])
    rows = {re.sub(r"<[^>]+>", "|", row) for row in html.split("<tr>") if "结婚登记对数" in row and "2021年" in row}
    assert any("-6%" in row and "一致" in row and "12.5万对" in row for row in rows), rows


@pytest.mark.parametrize("name", REPORTS)
def test_headings_and_prose_follow_the_language(dataset, executed, name, tmp_path):
    english = papermill.execute_notebook(str(NOTEBOOKS / name), str(tmp_path / name),
                                         REPORTS[name] | {"data": str(dataset), "lang": "en"}, engine_name=register(),
                                         progress_bar=False)
    said, there = ("".join(re.findall('<section class="prose">.*?</section>', text_of(ran)))
                   for ran in (english, executed[name]))
    assert said.count("<h2>") == there.count("<h2>") >= 3
    assert not re.search("[\u4e00-\u9fff]", said) and "<h2>出处</h2>" in there


def test_charts_are_saved_where_asked(executed, tmp_path_factory):
    charts = Path(executed["40_growth.ipynb"].metadata.papermill.parameters.out)
    saved = {path.name for path in charts.iterdir()}
    assert saved >= {"growth.png", "growth.svg", "growth-SA.U.STD.png", "overview-2021.svg"}


@pytest.mark.parametrize("name", REPORTS)
def test_our_engine_gives_the_same_outputs(executed, dataset, name, tmp_path):
    parameters = REPORTS[name] | {"data": str(dataset)}
    ours = papermill.execute_notebook(str(NOTEBOOKS / name), str(tmp_path / name), parameters, engine_name=register(),
                                      progress_bar=False)
    for cell, other in zip(ours.cells, executed[name].cells, strict=True):
        if "injected-parameters" not in cell.metadata.get("tags", []):
            assert cell.source == other.source
            assert cell.get("outputs") == other.get("outputs"), cell.source
            assert cell.get("execution_count") == other.get("execution_count")


def test_our_engine_shows_what_a_kernel_shows(tmp_path):
    """Prints, displays, plain figures, results and errors, cell by cell."""
    sources = [
        "import sys\nprint('一')\nprint('二')\nprint('三', file=sys.stderr)\ndisplay({'a': 1})\n7",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
        "from IPython.display import HTML, clear_output\nprint('x')\nclear_output()\nHTML('<b>1</b>')",
        "_ = 1;\n8;", "1 / 0"]
    cells = [nbformat.v4.new_code_cell(source, id=f"c{i}") for i, source in enumerate(sources)]
    kernel = {"name": "python3", "language": "python", "display_name": "p"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, tmp_path / "in.ipynb")
    ran = {}
    for engine in (None, register()):
        target = tmp_path / f"{engine}.ipynb"
        with pytest.raises(papermill.PapermillExecutionError, match="division by zero"):
            papermill.execute_notebook(str(tmp_path / "in.ipynb"), str(target), engine_name=engine, progress_bar=False)
        ran[engine] = [cell for cell in nbformat.read(target, as_version=4).cells if cell.cell_type == "code"]
    for ours, theirs in zip(ran[register()], ran[None], strict=True):
        assert [shape(output) for output in ours.outputs] == [shape(output) for output in theirs.outputs], ours.source


def shape(output):
    """An output without what may differ: traceback colours and frames, bytes of pictures."""
    data = {kind: "" if kind == "image/png" else text for kind, text in output.get("data", {}).items()}
    return output.output_type, output.get("name"), output.get("text"), output.get("ename"), output.get("evalue"), data


@pytest.mark.parametrize("wrong,told", [
    ({"region": "999999", "year": 2021},
     "region '999999' has no observations; there are: 620000 甘肃省、620100 兰州市、630000 青海省"),
    ({"region": "620000", "year": 1999},
     "620000 甘肃省 has no observations for 1999; years there: 2020, 2021, 2022")])
def test_a_wrong_region_or_year_names_what_is_there(dataset, tmp_path, wrong, told):
    with pytest.raises(papermill.PapermillExecutionError, match=re.escape(told)):
        papermill.execute_notebook(str(NOTEBOOKS / "30_province_summary.ipynb"), str(tmp_path / "x.ipynb"),
                                   wrong | {"data": str(dataset)}, engine_name=register(), progress_bar=False)


def test_the_plain_command_runs_anywhere_with_this_environment(dataset, tmp_path):
    """From a strange folder; the region comes as a number, as papermill reads it."""
    notebook = tmp_path / "kernel.ipynb"
    cell = nbformat.v4.new_code_cell("import sys\nprint(sys.prefix)", id="k")
    source = nbformat.read(NOTEBOOKS / "40_growth.ipynb", as_version=4)
    source.cells.append(cell)
    nbformat.write(source, notebook)
    command = [str(Path(sys.executable).with_name("papermill")), str(notebook), "out.ipynb", "-p", "region", "620100",
               "-p", "data", str(dataset)]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stderr
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    assert cells[-1].outputs[0].text.strip() == sys.prefix


def test_without_a_dataset_the_checkout_builds_its_own(root, tmp_path):
    """A copy of the checkout with its own data and no outputs, as after a fresh clone."""
    for name in ("lib", "notebooks"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copytree(BULLETINS, tmp_path / "data" / "raw")
    code = ("from minzheng.publish.checkout import open_dataset; opened = open_dataset()\n"
            "print(len(opened.documents), sorted(set(opened.observations['region'])))")
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path / "data", capture_output=True, text=True,
                         timeout=300, env={"PYTHONPATH": str(tmp_path / "lib"), "PATH": "/usr/bin:/bin"})
    assert ran.stdout.strip() == "4 ['620000', '620100', '630000']", ran.stderr
    assert (tmp_path / "outputs" / "dataset" / "manifest.json").exists()


def test_the_explorer_runs_top_to_bottom_and_also_without_data(dataset, tmp_path):
    widget = "application/vnd.jupyter.widget-view+json"
    for data, shown in ((str(dataset), widget), (str(tmp_path / "none"), "text/html")):
        ran = papermill.execute_notebook(str(NOTEBOOKS / "50_explore.ipynb"), str(tmp_path / "x.ipynb"), {"data": data},
                                         progress_bar=False)
        assert shown in outputs_of(ran)[-1].data
    assert "还没有数据" in text_of(ran)


@pytest.mark.parametrize("path", [path for path in ALL if path.name not in {*REPORTS, "50_explore.ipynb"}],
                         ids=lambda path: path.name)
def test_the_other_notebooks_run_as_they_are(path, tmp_path):
    ran = papermill.execute_notebook(str(path), str(tmp_path / path.name), progress_bar=False, cwd=str(tmp_path))
    assert not [output for output in outputs_of(ran) if output.output_type == "error"]
