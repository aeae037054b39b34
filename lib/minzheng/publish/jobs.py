"""What a run has to make: one job a notebook, deck or table, each with a fingerprint of all it depends on."""
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pandas as pd

from minzheng.publish.checkout import NOTEBOOKS
from minzheng.publish.series import of_year, years_of
from minzheng.reference.regions import parent_of, region_of

PACKAGE = Path(__file__).resolve().parents[1]
KNOWLEDGE = {".py", ".csv", ".toml", ".txt", ".j2"}
LIBRARIES = ("pandas", "matplotlib", "seaborn", "papermill", "nbconvert", "python-pptx")
NOTEBOOK_OF = {"summary": NOTEBOOKS / "30_province_summary.ipynb", "growth": NOTEBOOKS / "40_growth.ipynb"}


@dataclass(frozen=True)
class Job:
    """One thing to make for a region: a `summary` (of a year), its `growth` or its `slides`."""

    kind: str
    region: str
    year: int = 0
    figures: int = 0            # observations that it is about
    fingerprint: str = ""

    @property
    def stem(self) -> str:
        """File name without ending."""
        return f"summary-{self.year}" if self.kind == "summary" else self.kind

    @property
    def name(self) -> str:
        """How the job is called in messages, in the index and in the record of what was made."""
        return f"{self.region}/{self.stem}"

    @property
    def files(self) -> tuple[str, ...]:
        """What it makes, as paths in the folder of reports."""
        endings = ("pptx",) if self.kind == "slides" else ("ipynb", "html")
        return tuple(f"{self.name}.{ending}" for ending in endings)


def plan_jobs(observations: pd.DataFrame, documents: pd.DataFrame) -> list[Job]:
    """Every job for every region: a summary for each year with observations, growth, slides."""
    row_hashes = pd.util.hash_pandas_object(observations, index=False)
    titles = documents[["doc_id", "source", "title", "issuer", "date"]]
    title_hashes = pd.util.hash_pandas_object(titles, index=False).groupby(titles["doc_id"]).sum()
    levels = observations["region"].map({code: region_of(code).level for code in set(observations["region"]) - {""}})
    jobs = []
    for region in sorted(set(observations["region"]) - {""}):
        rows = observations[observations["region"] == region]
        related = _related(observations, rows, levels)
        seen = [row_hashes[related], title_hashes.reindex(observations.loc[related, "doc_id"].unique())]
        base = hashlib.sha256(b"".join(part.to_numpy().tobytes() for part in seen)).hexdigest()
        jobs += [Job(kind, region, year, figures, _fingerprint(base, kind))
                 for kind, year, figures in _kinds(rows)]
    return jobs


def _kinds(rows) -> Iterator[tuple[str, int, int]]:
    for year in years_of(rows):
        yield "summary", year, len(of_year(rows, year))
    yield "growth", 0, len(rows)
    yield "slides", 0, len(rows)


def _related(observations, rows, levels) -> pd.Series:
    """What a region's pages may show: its own rows, those of the region above, those it is ranked and compared with."""
    region, indicators = rows["region"].iloc[0], set(rows["indicator"]) - {""}
    ranked = (levels == region_of(region).level) & observations["indicator"].isin(indicators)
    return observations["region"].isin({region, parent_of(region)}) | ranked


def _fingerprint(rows: str, kind: str) -> str:
    notebook = NOTEBOOK_OF[kind].read_bytes() if kind in NOTEBOOK_OF else b""
    return hashlib.sha256(f"{rows} {kind} {code_version()}".encode() + notebook).hexdigest()[:20]


@cache
def code_version() -> str:
    """A hash of our code, code lists and templates, and of the versions of the libraries that draw and write."""
    digest = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    for path in sorted(path for path in PACKAGE.rglob("*") if path.suffix in KNOWLEDGE):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
