"""Making one report: a notebook through papermill and its page, or a deck. The door of papermill.

Papermill only warns of a parameter that the notebook does not know, and then runs it for its default
region; here that is refused. A notebook that fails is kept as far as it got.
"""
import os
from dataclasses import dataclass
from pathlib import Path

from minzheng.errors import ReportError
from minzheng.panel.workers import end_with_parent
from minzheng.publish.atomic import write_whole
from minzheng.publish.jobs import NOTEBOOK_OF, Job
from minzheng.publish.pages import notebook_page


@dataclass(frozen=True)
class Made:
    """How a job ended; `error` is empty when all went well."""

    job: Job
    error: str = ""


def warm_up() -> None:
    """Prepare a process that will make reports: import what notebooks import, end with the one that began it."""
    end_with_parent()
    if hasattr(os, "fork"):
        from minzheng.publish.engine import preload

        preload()


def make_report(job: Job, out: Path) -> Made:
    """Make the files of one job under OUT/reports; the dataset is OUT/dataset.

    Never raises for what goes wrong inside a notebook: that is the `error` of what comes back.
    """
    folder = out / "reports" / job.region
    folder.mkdir(parents=True, exist_ok=True)
    if job.kind == "slides":
        return Made(job, _make_slides(job, out))
    parameters = {"region": job.region, "data": "../../dataset", "out": "charts"}
    if job.kind == "summary":
        parameters["year"] = job.year
    notebook, error = run_notebook(NOTEBOOK_OF[job.kind], folder / f"{job.stem}.ipynb", parameters, fast_engine())
    page = notebook_page(notebook, page_title(notebook, job), "../../index.html")
    write_whole(folder / f"{job.stem}.html", page)
    return Made(job, error)


def fast_engine() -> str | None:
    """The papermill engine for batches: forked copies of this process where the system can, else papermill's own."""
    if not hasattr(os, "fork"):
        return None
    from minzheng.publish.engine import register

    return register()


def run_notebook(source: Path, target: Path, parameters: dict, engine: str | None = None):
    """Run a notebook by papermill in the folder of `target`; gives the notebook as far as it got, and the error or "".

    Raises ReportError for parameters that the notebook does not have.
    """
    import nbformat
    import papermill

    known = papermill.inspect_notebook(str(source))
    if unknown := sorted(set(parameters) - set(known)):
        raise ReportError(f"{source.name}: no parameter {', '.join(unknown)}; it has {', '.join(known)}")
    part, error = target.with_name(f".{target.name}.{os.getpid()}.ipynb"), ""
    try:
        papermill.execute_notebook(str(source), str(part), parameters, engine_name=engine, kernel_name="python3",
                                   progress_bar=False, cwd=str(target.parent))
    except papermill.PapermillExecutionError as failure:
        error = f"{failure.ename}: {failure.evalue}"
    notebook = nbformat.read(part, as_version=4)
    notebook.metadata.papermill |= {"input_path": f"notebooks/{source.name}", "output_path": target.name}
    write_whole(target, nbformat.writes(notebook) + "\n")
    part.unlink()
    return notebook, error


def page_title(notebook, job: Job) -> str:
    """The heading that the notebook shows first, or the name of the job."""
    shown = (output.metadata.get("title") for cell in notebook.cells for output in cell.get("outputs", [])
             if output.output_type in ("display_data", "execute_result"))
    return next(filter(None, shown), job.name)


def _make_slides(job, out) -> str:
    from minzheng.publish.checkout import open_dataset
    from minzheng.publish.deck import save_deck
    from minzheng.publish.slides import region_deck

    try:
        save_deck(region_deck(*open_dataset(out / "dataset"), job.region), out / "reports" / job.files[0])
    except Exception as error:      # one region's deck must not stop the others; the reason is shown in the index
        return f"{type(error).__name__}: {error}"
    return ""
