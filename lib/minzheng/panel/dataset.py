"""Bulletins -> a dataset: Parquet parts and a manifest in a folder, redone only where something changed."""
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from filelock import FileLock, Timeout
from tqdm import tqdm

from minzheng.decode.files import Source, find_sources
from minzheng.errors import DatasetError
from minzheng.panel.manifest import Manifest, code_version, read_manifest, write_manifest
from minzheng.panel.parts import KINDS, count_rows, part_path, read_parts, sweep, write_part
from minzheng.panel.plan import plan_build
from minzheng.panel.schema import check_observations

ATTEMPTS = 3       # to load while builds replace parts


@dataclass(frozen=True)
class BuildSummary:
    """What a build did: counts of files read, unchanged and removed; of rows in the dataset; what was set aside."""

    read: int
    unchanged: int
    removed: int
    set_aside: list[tuple[str, str]]      # (source, reason)
    documents: int
    observations: int


def build_dataset(paths: Iterable[str | Path], folder: str | Path, *, without: Iterable[str | Path] = (),
                  map: Callable = map) -> BuildSummary:
    """Bring the dataset in `folder` up to date with the files and folders in `paths`.

    A file of unchanged size and time is not read again, one of unchanged content is not extracted again, the rows of
    a file that is gone go; other code redoes all. `map` may be `workers.on_all_cores`, a process pool's or a
    cluster's: it is called with `write_part` and a list of `PartJob`. A file that cannot be read is set aside with the
    reason, the others go on. Folders `without` and the dataset itself are not looked for bulletins.
    Raises DatasetError while another run is building the same dataset, and where it would lie among its bulletins.
    """
    paths, folder = [Path(path) for path in paths], Path(folder)
    if folder.resolve() in {path.resolve() for path in paths}:
        raise DatasetError(f"{folder}: the bulletins are there; choose another folder for the dataset")
    for kind in KINDS:
        (folder / kind).mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / ".lock", timeout=0):
            return _build(find_sources(paths, [folder, *without]), folder, map)
    except Timeout as error:
        raise DatasetError(f"{folder}: another run is building this dataset; wait for it to end") from error


def load_dataset(folder: str | Path) -> pd.DataFrame:
    """All observations of a dataset, by source and place in the text; columns as `Observation`, checked.

    Raises DatasetError where there is no dataset, or a part is not as the schema says.
    """
    table = _load(Path(folder), "observations")
    table = table.sort_values(["source", "start", "stop", "obs_id"], ignore_index=True)
    return check_observations(table, str(folder))


def load_documents(folder: str | Path, columns: list[str] | None = None) -> pd.DataFrame:
    """The documents of a dataset by source; columns: schema.DOCUMENT_DTYPES, or those asked for (`raw` is long)."""
    table = _load(Path(folder), "documents", columns and ["source", *(c for c in columns if c != "source")])
    table = table.sort_values("source", ignore_index=True)
    return table if columns is None else table[columns]


def load_set_aside(folder: str | Path) -> pd.DataFrame:
    """What could not be read: source, reason."""
    stored = sorted(read_manifest(Path(folder)).set_aside.items())
    # A file name may hold bytes that are no text; they are shown as \udc80 and the like.
    rows = [[text.encode("utf-8", "backslashreplace").decode() for text in row] for row in stored]
    return pd.DataFrame(rows, columns=["source", "reason"], dtype="str")


def dataset_parts(folder: str | Path, kind: str = "observations") -> list[Path]:
    """The Parquet files of a dataset that count, for DuckDB, Dask or Spark; kind: observations or documents."""
    return [part_path(folder, kind, name) for name in read_manifest(Path(folder)).parts()]


def _build(sources: list[Source], folder: Path, map: Callable) -> BuildSummary:
    plan = plan_build(sources, folder)
    parts, set_aside = dict(plan.parts), dict(plan.set_aside)
    hashes = dict(plan.hashes)
    with tqdm(desc="dataset", total=plan.todo, unit="document", delay=1, disable=None, leave=False) as bar:
        for done in map(write_part, plan.jobs):
            bar.update(len(done.hashes.keys() - plan.hashes.keys()))
            parts |= {source: "" if source in done.set_aside else done.part for source in done.hashes}
            hashes |= done.hashes
            set_aside |= done.set_aside
    manifest = Manifest(code_version(), plan.records(parts, hashes), set_aside)
    write_manifest(manifest, folder)
    sweep(folder, manifest.parts())
    rows = {kind: sum(count_rows(part_path(folder, kind, part)) for part in manifest.parts()) for kind in KINDS}
    return BuildSummary(plan.read, plan.unchanged, plan.removed, sorted(set_aside.items()),
                        rows["documents"], rows["observations"])


def _load(folder: Path, kind: str, columns: list[str] | None = None) -> pd.DataFrame:
    """All rows of a kind. A build that ends meanwhile takes the old parts away: then the new manifest is read."""
    for _ in range(ATTEMPTS):
        paths = [part_path(folder, kind, name) for name in read_manifest(folder).parts()]
        try:
            return read_parts(paths, kind, columns)
        except FileNotFoundError as error:
            missing = error
    raise DatasetError(f"{folder}: a part of the dataset is missing ({missing}); build it anew") from missing
