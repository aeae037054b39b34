"""Paths -> sources: files, folders, members of zip archives, rows of tables."""
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

from minzheng.decode.rows import TABLE_ENDINGS, count_rows
from minzheng.errors import UnreadableFile

DOCUMENT_ENDINGS = (".txt", ".htm", ".html", ".docx", ".pdf")
ENDINGS = (*DOCUMENT_ENDINGS, *TABLE_ENDINGS, ".zip")
MOST_BYTES = 200_000_000        # of one file or one archive member, unpacked
MOST_MEMBERS = 100_000          # of one archive
MOST_SWELLING = 200             # times that a member may grow when unpacked


@dataclass(frozen=True, slots=True)
class Source:
    """One document to be: a file, an archive member or a table row.

    `name` is unique among the sources found together: a posix path relative to the folder given, the file name
    for a file given alone; members and rows are appended as `#member` and `#row 3`. A `reason` says why it
    cannot be read.
    """

    path: Path
    name: str
    member: str = ""
    row: int | None = None      # from 1, the header not counted
    reason: str = ""

    @property
    def ending(self) -> str:
        """Lower-case ending of the file or member, `.docx`."""
        return PurePosixPath(self.member or self.path.name).suffix.lower()


def find_sources(paths: Iterable[str | Path] | str | Path) -> list[Source]:
    """List every document under some files and folders, in the order of their names.

    Hidden files and READMEs inside folders are skipped. What has an unknown ending or cannot be opened comes
    back with a `reason`, so that it can be set aside by name. Links that lead out of the folder are not followed.
    """
    paths = [paths] if isinstance(paths, str | Path) else paths
    found = [source for path in map(Path, paths) for file in _files(path) for source in _sources_in(*file)]
    return _with_unique_names(found)


def read_source(source: Source) -> bytes:
    """The bytes of a source's file or member, at most MOST_BYTES; UnreadableFile says what is wrong."""
    if source.reason:
        raise UnreadableFile(f"{source.name}: {source.reason}")
    try:
        if source.member:
            return _read_member(source.path, source.member)
        if source.path.stat().st_size > MOST_BYTES:
            raise UnreadableFile(f"{source.name}: larger than {MOST_BYTES:,} bytes; split it")
        return source.path.read_bytes()
    except (OSError, BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise UnreadableFile(f"{source.name}: cannot be opened ({error})") from error


def as_source(source: Source | str | Path) -> Source:
    """A source for one path, named by its file name."""
    return source if isinstance(source, Source) else Source(Path(source), Path(source).name)


def _files(path: Path) -> list[tuple[Path, str]]:
    """Files with the names they go by."""
    if not path.is_dir():
        return [(path, path.name)]
    root = path.resolve()
    return [
        (file, relative.as_posix())
        for file in sorted(path.rglob("*"))
        if not _is_skipped(relative := file.relative_to(path))
        and file.is_file() and file.resolve().is_relative_to(root)
    ]


def _is_skipped(relative: PurePosixPath | Path) -> bool:
    is_hidden = any(part.startswith((".", "~$", "__MACOSX")) and part != ".." for part in relative.parts)
    return is_hidden or relative.stem.upper() == "README"


def _sources_in(path: Path, name: str) -> list[Source]:
    source = Source(path, name)
    if not path.exists():
        return [replace(source, reason="no such file")]
    if source.ending == ".zip":
        return _sources_in_archive(source)
    return _rows_of(source)


def _sources_in_archive(source: Source) -> list[Source]:
    try:
        with ZipFile(source.path) as archive:
            members = [info.filename for info in archive.infolist() if not info.is_dir()]
    except (OSError, BadZipFile) as error:
        return [replace(source, reason=f"not a readable zip archive ({error})")]
    if len(members) > MOST_MEMBERS:
        return [replace(source, reason=f"more than {MOST_MEMBERS:,} members")]
    kept = [member for member in sorted(set(members)) if not _is_skipped(PurePosixPath(member))]
    named = (replace(source, name=_member_name(source.name, member), member=member) for member in kept)
    return [row for one in named for row in _rows_of(one)]


def _member_name(archive: str, member: str) -> str:
    """A member's path leads nowhere but into its archive, whatever the archive says."""
    return f"{archive}#" + "/".join("_" if part in ("..", "/") else part for part in PurePosixPath(member).parts)


def _rows_of(source: Source) -> list[Source]:
    """The source itself, or one per row if it is a table."""
    if source.ending not in ENDINGS or (source.member and source.ending == ".zip"):
        return [replace(source, reason=f"unknown ending {source.ending!r}; known: {' '.join(ENDINGS)}")]
    if source.ending not in TABLE_ENDINGS:
        return [source]
    try:
        rows = count_rows(read_source(source), source.ending)
    except UnreadableFile as error:
        return [replace(source, reason=str(error).removeprefix(f"{source.name}: "))]
    return [replace(source, name=f"{source.name}#row {row}", row=row) for row in range(1, rows + 1)]


def _read_member(path: Path, member: str) -> bytes:
    """A member is read into memory and never written, so that its name cannot lead anywhere."""
    with ZipFile(path) as archive:
        info = archive.getinfo(member)
        if info.file_size > MOST_BYTES or info.file_size > MOST_SWELLING * max(info.compress_size, 10_000):
            raise UnreadableFile(f"{path.name}#{member}: unpacks to {info.file_size:,} bytes; refused")
        return archive.read(info)


def _with_unique_names(sources: list[Source]) -> list[Source]:
    """Two files of one name, given from different places, are told apart by a number."""
    seen: dict[str, int] = {}
    unique, given = [], set()
    for source in sources:
        key = (source.path.resolve(), source.member, source.row)
        if key in given:
            continue
        given.add(key)
        number = seen[source.name] = seen.get(source.name, 0) + 1
        unique.append(source if number == 1 else replace(source, name=f"{source.name} ({number})"))
    return unique
