"""One Parquet part: the observations and documents of a batch of sources. The door of pyarrow.

A part is named by what it holds (the sources, the hashes of their files, the code version), so a part that is there
need not be made again: a run that was killed goes on where it stopped.
"""
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from minzheng.decode.document import Document, read_bulletin
from minzheng.decode.files import Source
from minzheng.errors import DatasetError, UnreadableFile
from minzheng.extract.observations import Observation, extract_observations
from minzheng.extract.places.home import find_home
from minzheng.panel.schema import DOCUMENT_DTYPES, DTYPES, check_documents, check_observations

_ARROW = {"str": pa.string(), "int64": pa.int64(), "float64": pa.float64()}
KINDS = {
    "observations": pa.schema([(name, _ARROW[dtype]) for name, dtype in DTYPES.items()]),
    "documents": pa.schema([(name, _ARROW[dtype]) for name, dtype in DOCUMENT_DTYPES.items()]),
}

NO_FILE = "no file"                 # in place of the hash of a folder or a pipe

Reading = dict[str, pa.Table]       # kind -> the rows of a document, or of many


@dataclass(frozen=True)
class PartJob:
    """What one call of `write_part` has to do; small and picklable, so that any pool can carry it."""

    folder: str
    version: str                              # of the code, see manifest.code_version
    sources: tuple[Source, ...]               # to be read
    kept: tuple[tuple[str, str, str], ...]    # (source, sha256 of its file, part that holds its rows now)


@dataclass(frozen=True)
class PartDone:
    """What came of it: `part` is empty where no document could be read and none was kept."""

    part: str
    documents: int
    observations: int
    hashes: dict[str, str]        # source -> sha256 of its file, of all sources of the part
    set_aside: dict[str, str]     # source -> reason


def write_part(job: PartJob) -> PartDone:
    """Read the sources, carry over the kept rows, write one part of each kind, and say what came of it.

    A part is written under a temporary name and renamed when whole; the observations come last, so a part whose
    observations are there is complete.
    """
    hashes = {source: sha256 for source, sha256, _ in job.kept}
    by_path = {path: file_sha256(path) for path in {source.path for source in job.sources}}
    hashes |= {source.name: by_path[source.path] for source in job.sources}
    name = hashlib.sha256(json.dumps([job.version, sorted(hashes.items())]).encode()).hexdigest()[:20]
    observations_path, documents_path = (part_path(job.folder, kind, name) for kind in KINDS)
    if observations_path.exists() and documents_path.exists():
        return _recall(observations_path)
    readings, set_aside = _read_all(job.sources)
    try:
        tables = _joined(readings, job)
    except DatasetError:
        readings, misshapen = _told_apart(readings)
        set_aside |= misshapen
        tables = _joined(readings, job)
    documents = tables["documents"].num_rows
    done = PartDone(name if documents else "", documents, tables["observations"].num_rows, hashes, set_aside)
    note = {"minzheng": json.dumps(asdict(done))}
    write_parquet(tables["documents"], documents_path)
    write_parquet(tables["observations"].replace_schema_metadata(note), observations_path)
    return done


def part_path(folder: str | Path, kind: str, name: str) -> Path:
    """Where a part of a kind (`observations`, `documents`) lies in the dataset's folder."""
    return Path(folder) / kind / f"{name}.parquet"


def read_parts(paths: list[Path], kind: str, columns: list[str] | None = None) -> pd.DataFrame:
    """The rows of parts as one table, columns and dtypes as the schema of the kind says.

    Raises DatasetError naming a part that is no Parquet file or has other columns.
    """
    schema = KINDS[kind] if columns is None else pa.schema([KINDS[kind].field(name) for name in columns])
    return pa.concat_tables([schema.empty_table(), *(_read_part(path, schema) for path in paths)]).to_pandas()


def _read_part(path: Path, schema: pa.Schema) -> pa.Table:
    try:
        return pq.read_table(path, columns=schema.names, partitioning=None).select(schema.names).cast(schema)
    except (KeyError, pa.ArrowInvalid) as error:
        raise DatasetError(f"{path}: not a part of a dataset ({error}); remove it and build anew") from error


def parts_in(folder: Path) -> set[str]:
    """The names of the parts that are there whole, observations and documents."""
    return set.intersection(*({path.stem for path in (folder / kind).glob("*.parquet")} for kind in KINDS))


def sweep(folder: Path, names: list[str]) -> None:
    """Remove every part that is not named, and what killed runs left behind."""
    wanted = {f"{name}.parquet" for name in names}
    for kind in KINDS:
        for path in (folder / kind).iterdir():
            if path.name not in wanted:
                path.unlink()
    for path in folder.glob(".*.tmp"):      # a manifest that was never finished
        path.unlink()


def count_rows(path: Path) -> int:
    """How many rows a part holds, from its footer alone."""
    return pq.read_metadata(path).num_rows


def write_parquet(table: pa.Table | pd.DataFrame, path: Path) -> None:
    """Write a table whole or not at all: a temporary name in the same folder, then a rename."""
    if isinstance(table, pd.DataFrame):
        table = pa.Table.from_pandas(table, preserve_index=False)
    part = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    pq.write_table(table, part, compression="zstd")
    part.replace(path)


def _recall(path: Path) -> PartDone:
    return PartDone(**json.loads(pq.read_metadata(path).metadata[b"minzheng"]))


def _joined(readings: dict[str, Reading], job: PartJob) -> Reading:
    """The rows of a part, new and kept, as its two tables; DatasetError if they are not as the schema says."""
    tables = {kind: pa.concat_tables([schema.empty_table(), *(reading[kind] for reading in readings.values()),
                                      *_kept_rows(job, kind)]) for kind, schema in KINDS.items()}
    place = ", ".join([*readings, *(source for source, *_ in job.kept)][:3])
    check_observations(tables["observations"].to_pandas(), place)
    check_documents(tables["documents"].to_pandas(), place)
    return tables


def _told_apart(readings: dict[str, Reading]) -> tuple[dict[str, Reading], dict[str, str]]:
    """The readings that are as the schema says, and why the others are not."""
    sound, misshapen = {}, {}
    for source, tables in readings.items():
        try:
            check_observations(tables["observations"].to_pandas(), source)
            check_documents(tables["documents"].to_pandas(), source)
            sound[source] = tables
        except DatasetError as error:
            misshapen[source] = str(error)
    return sound, misshapen


def _read_all(sources: Iterable[Source]) -> tuple[dict[str, Reading], dict[str, str]]:
    readings, set_aside = {}, {}
    for source in sources:
        try:
            readings[source.name] = _read_one(source)
        except UnreadableFile as error:
            set_aside[source.name] = str(error)
        except Exception as error:
            # The one place where anything is caught: a hostile document must not take the others with it.
            # Its error's name goes into the list of what was set aside, so nothing is lost silently.
            set_aside[source.name] = f"{type(error).__name__}: {error}"
    return readings, set_aside


def _read_one(source: Source) -> Reading:
    document = read_bulletin(source)
    observations = extract_observations(document)
    rows = {"observations": [row.as_row() for row in observations],
            "documents": [document_row(document, observations)]}
    return {kind: pa.Table.from_pylist(rows[kind], schema) for kind, schema in KINDS.items()}


def document_row(document: Document, observations: list[Observation]) -> dict:
    """A document as a row of the documents table; `edits` counts them by class: `comma=30;gloss=12`."""
    kinds = Counter(edit.kind for edit in document.aligned.edits)
    return {
        "doc_id": document.doc_id, "source": document.source, "title": document.title, "issuer": document.issuer,
        "region": find_home(document.text, document.issuer, document.title), "date": document.date,
        "encoding": document.encoding, "format": document.format, "sha256": document.sha256,
        "flags": ";".join(document.flags), "edits": ";".join(f"{kind}={kinds[kind]}" for kind in sorted(kinds)),
        "marks": json.dumps([[m.start, m.stop, m.kind, m.proposal] for m in document.marks], ensure_ascii=False),
        "characters": len(document.raw), "observations": len(observations),
        "raw": document.raw, "text": document.text,
    }


def _kept_rows(job: PartJob, kind: str) -> Iterable[pa.Table]:
    """The rows of the kept sources, out of the parts that hold them now."""
    by_part: dict[str, list[str]] = {}
    for source, _, part in job.kept:
        by_part.setdefault(part, []).append(source)
    for part, sources in by_part.items():
        rows = pq.read_table(part_path(job.folder, kind, part), partitioning=None)
        yield rows.filter(pc.is_in(rows["source"], pa.array(sources))).replace_schema_metadata()


def file_sha256(path: Path) -> str:
    """The hash of a file's bytes; empty where it cannot be read (reading it then says why)."""
    try:
        if path.exists() and not path.is_file():
            return NO_FILE
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
