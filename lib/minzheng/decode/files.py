"""Paths -> sources: files, folders, members of zip archives, rows of tables."""
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from zipfile import ZipFile, ZipInfo

from minzheng.decode.encoding import sense_of
from minzheng.decode.rows import TABLE_ENDINGS, row_reasons
from minzheng.errors import UnreadableFile
from minzheng.patterns import Late

DOCUMENT_ENDINGS = (".txt", ".htm", ".html", ".docx", ".pdf")
ENDINGS = (*DOCUMENT_ENDINGS, *TABLE_ENDINGS, ".zip")
MOST_BYTES = 200_000_000        # of one file or one archive member, unpacked
MOST_MEMBERS = 100_000          # of one archive
MOST_SWELLING = 200             # times that a member may grow when unpacked
_UNPRINTABLE = Late("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Source:
    """One document to be: a file, an archive member or a table row.

    `name` is unique among the sources found together: a posix path relative to the folder given, the file name
    for a file given alone; members and rows are appended as `#member` and `#row 3`. What no text may hold is
    U+FFFD in it. A `reason` says why the source cannot be read.
    """

    path: Path
    name: str
    member: str = ""
    row: int | None = None      # from 1, the header not counted
    reason: str = ""
    copy: int = 1               # which of the members of this name

    @property
    def ending(self) -> str:
        """Lower-case ending of the file or member, `.docx`."""
        return PurePosixPath(self.member or self.path.name).suffix.lower()


def find_sources(paths: Iterable[str | Path] | str | Path, without: Iterable[str | Path] = ()) -> list[Source]:
    """List every document under some files and folders, in the order of their names.

    Hidden files and READMEs inside folders are skipped, and so are the folders `without`. What has an unknown ending
    or cannot be opened comes back with a `reason`, so that it can be set aside by name; links that lead out of the
    folder and what this program wrote itself are such, too.
    """
    paths = [paths] if isinstance(paths, str | Path) else paths
    left_out = frozenset(_real(Path(folder)) for folder in without)
    return _with_unique_names([source for path in map(Path, paths) for source in _sources_under(path, left_out)])


def read_source(source: Source) -> bytes:
    """The bytes of a source's file or member, at most MOST_BYTES; UnreadableFile says what is wrong."""
    try:
        if reason := source.reason or _why_unreadable(source.path):
            raise UnreadableFile(reason)
        stat = source.path.stat()
        stamp = (stat.st_size, stat.st_mtime_ns)
        if source.ending in TABLE_ENDINGS:
            return _read_once(source.path, source.member, source.copy, stamp)
        return _read(source.path, source.member, source.copy, stamp)
    except UnreadableFile as error:
        raise UnreadableFile(f"{source.name}: {error}") from error
    except Exception as error:      # a hostile archive makes zipfile, zlib, lzma, bz2 and struct raise what they like
        raise UnreadableFile(f"{source.name}: cannot be opened ({type(error).__name__}: {error})") from error


def as_source(source: Source | str | Path) -> Source:
    """A source for one path, named by its file name."""
    return source if isinstance(source, Source) else Source(Path(source), _printable(Path(source).name))


def _sources_under(path: Path, left_out: frozenset[Path]) -> Iterator[Source]:
    files = _walk(path, left_out) if path.is_dir() else [replace(as_source(path), reason=_why_unreadable(path))]
    for file in files:
        yield from [file] if file.reason else _sources_in(file)


def _walk(root: Path, left_out: frozenset[Path]) -> list[Source]:
    """The files under a folder by name, and what is not read with the reason."""
    found: list[Source] = []
    real_root = _real(root)

    def add(path: Path, reason: str) -> None:
        name = root.name if path == root else path.relative_to(root).as_posix()
        found.append(Source(path, _printable(name), reason=reason))

    for folder, folders, names in os.walk(root, onerror=lambda error: add(Path(error.filename), f"{error.strerror}")):
        here, listed = Path(folder), set(names)
        if (is_left_out := _real(here) in left_out) or _is_output(here):
            folders.clear()
            if not is_left_out:
                add(here, "outputs of minzheng, not bulletins; keep them in a folder of their own")
            continue
        folders[:] = [name for name in folders if not _is_skipped(PurePosixPath(name))]
        links = [name for name in folders if (here / name).is_symlink()]
        for path in (here / name for name in [*names, *links] if not _is_skipped(PurePosixPath(name))):
            if not _real(path).is_relative_to(real_root):
                add(path, "a link that leads out of the folder")
            elif not path.is_dir():         # a link to a folder in here: its files are met there
                add(path, _why_unreadable(path) or _why_ours(path, listed))
    return sorted(found, key=lambda source: source.path)


def _is_output(folder: Path) -> bool:
    """Whether a report or a dataset was written to a folder."""
    is_dataset = all((folder / name).exists() for name in ("manifest.json", "observations", "documents"))
    return is_dataset or (folder / ".report.lock").exists()


def _why_ours(path: Path, listed: set[str]) -> str:
    """A decoded text has lost the doubts: its figures would count as sure."""
    is_decoded = path.suffix == ".txt" and f"{path.stem}.edits.json" in listed
    return "decoded text of minzheng; extract from the original" if is_decoded else ""


def _why_unreadable(path: Path) -> str:
    """Why a path is no file to read; a pipe would be waited for for ever."""
    try:
        return "" if S_ISREG(path.stat().st_mode) else "not a regular file"
    except FileNotFoundError:
        return "a link that leads nowhere" if path.is_symlink() else "no such file"
    except OSError as error:
        return f"cannot be opened ({error.strerror})"


def _real(path: Path) -> Path:
    """The path without links; `Path.resolve` would stop at a link that leads to itself."""
    return Path(os.path.realpath(path))


def _printable(name: str) -> str:
    """A name without control characters and without bytes that are no text (Python's lone surrogates)."""
    return _UNPRINTABLE.sub("\ufffd", name)


def _is_skipped(relative: PurePosixPath) -> bool:
    is_hidden = any(part.startswith((".", "~$", "__MACOSX")) and part != ".." for part in relative.parts)
    return is_hidden or relative.stem.upper() == "README"


def _sources_in(source: Source) -> list[Source]:
    return _sources_in_archive(source) if source.ending == ".zip" else _rows_of(source)


def _sources_in_archive(source: Source) -> list[Source]:
    try:
        stat = source.path.stat()
        _, members = _open_archive(source.path, (stat.st_size, stat.st_mtime_ns), os.getpid())
    except Exception as error:      # zipfile has many ways to refuse a broken directory
        return [replace(source, reason=f"not a readable zip archive ({type(error).__name__}: {error})")]
    if len(members) > MOST_MEMBERS:
        return [replace(source, reason=f"more than {MOST_MEMBERS:,} members")]
    kept = [(member, copy) for member, copy in sorted(members)
            if not member.endswith("/") and not _is_skipped(PurePosixPath(member))]
    named = (replace(source, name=_member_name(source.name, member), member=member, copy=copy)
             for member, copy in kept)
    return [row for one in named for row in _rows_of(one)]


def _member_name(archive: str, member: str) -> str:
    """A member's path leads nowhere but into its archive, whatever the archive says."""
    parts = ("_" if part in ("..", "/") else part for part in PurePosixPath(_as_named(member)).parts)
    return f"{archive}#{_printable('/'.join(parts))}"


def _as_named(member: str) -> str:
    """A name that zipfile read as cp437, for want of a word about it, may be GBK.

    >>> _as_named("├±╒■.txt"), _as_named("Müller.txt")
    ('民政.txt', 'Müller.txt')
    """
    try:
        name = member.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member
    return name if sense_of(name) > sense_of(member) else member


def _rows_of(source: Source) -> list[Source]:
    """The source itself, or one per row if it is a table."""
    if source.ending not in ENDINGS or (source.member and source.ending == ".zip"):
        return [replace(source, reason=f"unknown ending {_printable(source.ending)!r}; known: {' '.join(ENDINGS)}")]
    if source.ending not in TABLE_ENDINGS:
        return [source]
    try:
        reasons = row_reasons(read_source(source), source.ending)
    except UnreadableFile as error:
        return [replace(source, reason=str(error).removeprefix(f"{source.name}: "))]
    except Exception as error:      # as in raw_text: one table must not keep the others from being listed
        return [replace(source, reason=f"not a readable table ({type(error).__name__}: {error})")]
    return [replace(source, name=f"{source.name}#row {row}", row=row, reason=reason)
            for row, reason in enumerate(reasons, 1)]


def _read(path: Path, member: str, copy: int, stamp: tuple[int, int]) -> bytes:
    if member:
        return _read_member(path, member, copy, stamp)
    if stamp[0] > MOST_BYTES:
        raise UnreadableFile(f"larger than {MOST_BYTES:,} bytes; split it")
    return path.read_bytes()


_read_once = lru_cache(maxsize=1)(_read)       # for tables, whose rows are read one after the other


def _read_member(path: Path, member: str, copy: int, stamp: tuple[int, int]) -> bytes:
    """A member is read into memory and never written, so that its name cannot lead anywhere.

    No more is unpacked than the archive says: it may lie.
    """
    archive, members = _open_archive(path, stamp, os.getpid())
    info = members[member, copy]
    if info.file_size > MOST_BYTES or info.file_size > MOST_SWELLING * max(info.compress_size, 10_000):
        raise UnreadableFile(f"unpacks to {info.file_size:,} bytes; refused")
    with archive.open(info) as packed:
        return packed.read(info.file_size + 1)


@lru_cache(maxsize=1)       # its members are read one after the other, and its directory may be long
def _open_archive(path: Path, stamp: tuple[int, int], process: int) -> tuple[ZipFile, dict[tuple[str, int], ZipInfo]]:
    """An archive and its members by name and number; `process` keeps forks from sharing one open file."""
    archive, copies = ZipFile(path), Counter()
    members = {}
    for info in archive.infolist():
        copies[info.filename] += 1
        members[info.filename, copies[info.filename]] = info
    return archive, members


def _with_unique_names(sources: list[Source]) -> list[Source]:
    """Two files of one name, given from different places, are told apart by a number."""
    seen: dict[str, int] = {}
    unique, given, real = [], set(), cache(_real)
    for source in sources:
        key = (real(source.path), source.member, source.copy, source.row)
        if key in given:
            continue
        given.add(key)
        number = seen[source.name] = seen.get(source.name, 0) + 1
        unique.append(source if number == 1 else replace(source, name=f"{source.name} ({number})"))
    return unique
