"""Write a decoded document and its edit list: NAME.txt and NAME.edits.json."""
import hashlib
import json
import os
import re
from collections import Counter
from itertools import chain, count
from pathlib import Path, PurePosixPath

from minzheng.decode.document import Document, edits_json

LONGEST = 255 - len(".edits.json")      # bytes that a file system leaves for a name


def save_document(document: Document, folder: Path, name: str) -> None:
    """Write `folder/name.txt` (the clean text) and `folder/name.edits.json` (what was changed and why)."""
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    _write(target.with_name(f"{target.name}.edits.json"),
           json.dumps(edits_json(document), ensure_ascii=False, indent=1) + "\n")
    _write(target.with_name(f"{target.name}.txt"), document.text)


def target_names(names: list[str]) -> list[str]:
    """Names without ending to save documents under, one each; the full file name where two would meet.

    Names that are too long for a file system are cut and told apart by a hash.

    >>> target_names(["a/x.txt", "a/y.txt", "a/y.html", "b.csv#3", "x.txt", "x.txt"])
    ['a/x', 'a/y.txt', 'a/y.html', 'b.csv#3', 'x.txt', 'x.txt.2']
    """
    full = [_inside(name) for name in names]
    stems = [name if "#" in name else str(PurePosixPath(name).with_suffix("")) for name in full]
    shared = Counter(stem.casefold() for stem in stems)     # some file systems do not tell A from a
    chosen, used = [], set()
    for name, stem in zip(full, stems, strict=True):
        wanted = stem if shared[stem.casefold()] == 1 else name
        numbered = (f"{wanted}.{number}" for number in count(2))
        pick = next(pick for pick in map(_short, chain([wanted], numbered)) if pick.casefold() not in used)
        used.add(pick.casefold())
        chosen.append(pick)
    return chosen


def _inside(name: str) -> str:
    """The name as a path that cannot leave the folder it is written to."""
    parts = [re.sub(r'[\x00-\x1f\x7f\ud800-\udfff\\:*?"<>|]', "_", part) for part in PurePosixPath(name).parts]
    return "/".join(part for part in parts if part not in ("/", "..", ".")) or "document"


def _short(name: str) -> str:
    return "/".join(_short_part(part) for part in name.split("/"))


def _short_part(part: str) -> str:
    data = part.encode()
    if len(data) <= LONGEST:
        return part
    return f"{data[:LONGEST - 13].decode(errors='ignore')}~{hashlib.sha256(data).hexdigest()[:12]}"


def _write(path: Path, text: str) -> None:
    """Write whole or not at all."""
    part = path.with_name(f".{hashlib.sha256(path.name.encode()).hexdigest()[:12]}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
