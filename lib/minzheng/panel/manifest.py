"""The manifest: what a dataset was built from, and from which code. Written last, it alone says what counts."""
import hashlib
import json
import os
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from minzheng.errors import DatasetError
from minzheng.reference.indicators import OWN_ROWS

NAME = "manifest.json"
FLOORS = ("reference", "decode", "extract", "panel")
KNOWLEDGE = {".py", ".csv", ".toml", ".txt", ".json"}
LIBRARIES = ("jieba", "lxml", "opencc-python-reimplemented", "pypdf", "pypinyin", "python-docx",
             "trafilatura")


@dataclass(frozen=True)
class FileRecord:
    """One input file as it was when it was read, and where its sources' rows lie."""

    size: int
    mtime_ns: int
    sha256: str
    sources: dict[str, str]      # source (the file, or its members) -> part that holds its rows, "" if set aside


@dataclass(frozen=True)
class Manifest:
    """All input files of a dataset by name, what was set aside, and the version of the code that read them."""

    version: str
    files: dict[str, FileRecord] = field(default_factory=dict)
    set_aside: dict[str, str] = field(default_factory=dict)      # source -> reason

    def parts(self) -> list[str]:
        """The names of the parts that hold rows, each once, in order."""
        return sorted({part for record in self.files.values() for part in record.sources.values()} - {""})


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a dataset. Raises DatasetError where there is none, or none that can be read."""
    path = folder / NAME
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        files = {name: FileRecord(**record) for name, record in stored["files"].items()}
        return Manifest(stored["version"], files, stored["set_aside"])
    except FileNotFoundError as error:
        raise DatasetError(f"{folder}: no dataset here; build it with: minzheng dataset --out {folder}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"{path}: not a manifest ({error}); remove the file and build the dataset anew") from error


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write the manifest whole or not at all."""
    part = folder / f".{NAME}.{os.getpid()}.tmp"
    files = {name: vars(record) for name, record in manifest.files.items()}
    stored = vars(manifest) | {"files": files}
    part.write_text(json.dumps(stored, indent=0), encoding="utf-8")
    part.replace(folder / NAME)


@cache
def code_version() -> str:
    """A hash of everything that decides which rows a file gives: our code, the code lists, the readers' versions."""
    package = Path(__file__).parents[1]
    files = [package / "errors.py", *(path for floor in FLOORS for path in (package / floor).rglob("*"))]
    digest = hashlib.sha256(OWN_ROWS.read_bytes() if OWN_ROWS.is_file() else b"")
    for path in sorted(path for path in files if path.suffix in KNOWLEDGE):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    digest.update(" ".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    return digest.hexdigest()[:20]
