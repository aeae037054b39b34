"""What has to be read again, and in which batches: the part of a build that reads no bulletin."""
from dataclasses import dataclass
from pathlib import Path

from minzheng.decode.files import Source
from minzheng.errors import DatasetError
from minzheng.panel.manifest import FileRecord, Manifest, code_version, read_manifest
from minzheng.panel.parts import PartJob, file_sha256, parts_in

LARGEST_BATCH, SMALLEST_BATCH = 250, 8     # sources of a part
BATCHES = 16                               # of what is to be read, between these two sizes: work for every core


@dataclass(frozen=True)
class Plan:
    """The jobs of a build, and what is known before they run."""

    files: dict[str, list[Source]]        # file -> its sources: itself, or its members and rows
    stats: dict[str, tuple[int, int]]     # file -> size and time
    parts: dict[str, str]                 # source whose rows are kept -> part that holds them, "" if set aside
    hashes: dict[str, str]                # the same sources -> sha256 of their files
    set_aside: dict[str, str]             # those of them that were set aside -> reason
    jobs: list[PartJob]
    unchanged: int                        # files
    removed: int

    @property
    def read(self) -> int:
        """Files that are read anew."""
        return len(self.files) - self.unchanged

    @property
    def todo(self) -> int:
        """Sources that are read anew."""
        return sum(len(job.sources) for job in self.jobs)

    def records(self, parts: dict[str, str], hashes: dict[str, str]) -> dict[str, FileRecord]:
        """The files as the manifest keeps them, once `parts` and `hashes` of every source are known."""
        return {name: FileRecord(*self.stats[name], hashes[members[0].name], {m.name: parts[m.name] for m in members})
                for name, members in self.files.items()}


def plan_build(sources: list[Source], folder: Path) -> Plan:
    """Compare the sources with what the dataset in `folder` holds, and cut what is to be read into jobs."""
    files, before = _by_file(sources), _manifest_before(folder)
    stats = {name: _size_and_time(members[0].path) for name, members in files.items()}
    records = before.files if before.version == code_version() else {}
    there = parts_in(folder)
    live = {name: records[name] for name in files
            if name in records and _still_good(records[name], files[name], stats[name], there)}
    parts = {source: part for record in live.values() for source, part in record.sources.items()}
    hashes = {source: record.sha256 for record in live.values() for source in record.sources}
    todo = [source for name, members in files.items() if name not in live for source in members]
    set_aside = {source: before.set_aside[source] for source, part in parts.items() if not part}
    lost = {part for name in records.keys() - live.keys() for part in records[name].sources.values()}
    kept = _carried_over(parts, hashes, lost, bool(todo))
    jobs = [PartJob(str(folder), code_version(), tuple(batch), tuple(rows)) for batch, rows in _batches(todo, kept)]
    return Plan(files, stats, parts, hashes, set_aside, jobs, len(live), len(before.files.keys() - files.keys()))


def _by_file(sources: list[Source]) -> dict[str, list[Source]]:
    """The sources of each file, by the file's name (by its first source's, where two files have one name)."""
    by_path: dict[Path, list[Source]] = {}
    for source in sources:
        by_path.setdefault(source.path, []).append(source)
    files: dict[str, list[Source]] = {}
    for members in by_path.values():
        first = members[0]
        name = first.name.split("#")[0] if first.member or first.row else first.name
        files[first.name if name in files else name] = members
    return files


def _manifest_before(folder: Path) -> Manifest:
    """What the folder holds now; a manifest that cannot be read counts as none, and all is redone."""
    try:
        return read_manifest(folder)
    except DatasetError:
        return Manifest(code_version())


def _size_and_time(path: Path) -> tuple[int, int]:
    """Taken before the file is read, so that a change while reading is seen the next time."""
    try:
        stat = path.stat()
    except OSError:
        return -1, -1
    return stat.st_size, stat.st_mtime_ns


def _still_good(record: FileRecord, members: list[Source], stat: tuple[int, int], there: set[str]) -> bool:
    """Whether a file's rows can be kept: same sources, parts in place, and same size and time or same content.

    A file that could not be opened has no hash and is tried again.
    """
    if not record.sha256 or record.sources.keys() != {member.name for member in members}:
        return False
    if not set(record.sources.values()) <= there | {""}:
        return False
    return (record.size, record.mtime_ns) == stat or file_sha256(members[0].path) == record.sha256


def _carried_over(parts: dict, hashes: dict, lost: set[str], more: bool) -> list[list[tuple[str, str, str]]]:
    """The rows (source, sha256, part) of each part that must be written anew.

    These are parts that lost a source and, where there is more to read, the smallest part that has room: small
    additions then fill one part and do not leave a trail of tiny ones.
    """
    held: dict[str, list[tuple[str, str, str]]] = {}
    for source, part in parts.items():
        if part:
            held.setdefault(part, []).append((source, hashes[source], part))
    smallest = min(held, key=lambda part: len(held[part]), default="")
    if more and smallest and len(held[smallest]) < LARGEST_BATCH / 2:
        lost = lost | {smallest}
    return [held[part] for part in sorted(lost) if part in held]


def _batches(todo: list[Source], kept: list[list]) -> list[tuple[list[Source], list]]:
    """Cut the sources into batches of one size; kept rows take in what fits beside them."""
    size = min(max(-(-len(todo) // BATCHES), SMALLEST_BATCH), LARGEST_BATCH)
    batches, position = [], 0
    for rows in kept:
        room = max(min(size, LARGEST_BATCH - len(rows)), 0)
        batches.append((todo[position:position + room], rows))
        position += room
    return batches + [(todo[start:start + size], []) for start in range(position, len(todo), size)]
