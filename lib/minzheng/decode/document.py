"""The door of decoding: a file, archive member or table row becomes a Document."""
import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from minzheng.decode.aligned import AlignedText
from minzheng.decode.doubts import doubts_about
from minzheng.decode.files import Source, as_source, read_source
from minzheng.decode.fixes import clean_text
from minzheng.decode.furniture import Mark, find_furniture
from minzheng.decode.metadata import Metadata, read_metadata
from minzheng.decode.raw_text import read_raw
from minzheng.errors import UnreadableFile


@dataclass(frozen=True)
class Document:
    """A bulletin in its decoded form. Offsets of marks are into `text`; `aligned` leads back to `raw`."""

    doc_id: str                 # from the file's bytes and the member or row inside it
    source: str                 # the name under which it was found
    aligned: AlignedText
    marks: tuple[Mark, ...]     # in text order
    title: str
    issuer: str
    date: str                   # ISO, "" where the text does not tell
    encoding: str               # "" for .docx and .pdf
    format: str                 # txt, html, docx, pdf, csv, jsonl
    sha256: str                 # of the file's or member's bytes
    flags: tuple[str, ...]      # doubts about the document as a whole

    @cached_property
    def raw(self) -> str:
        """The text as first read: line ends as in the file, no byte-order mark."""
        return self.aligned.raw

    @cached_property
    def text(self) -> str:
        """The clean text: simplified Chinese, full-width punctuation."""
        return self.aligned.text


def read_bulletin(source: Source | str | Path, *, full_width: bool = True) -> Document:
    """Read and clean one document; UnreadableFile, naming it, where there is no text to be had.

    `full_width=False` leaves the width of punctuation as it is.
    """
    source = as_source(source)
    data = read_source(source)
    try:
        raw = read_raw(data, source.ending, source.row)
    except UnreadableFile as error:
        raise UnreadableFile(f"{source.name}: {error}") from error
    aligned, marks = clean_text(raw.text, full_width=full_width)
    furniture = find_furniture(aligned.text)
    told = read_metadata(aligned.text, furniture)._asdict()
    metadata = Metadata(**{key: raw.told.get(key) or value for key, value in told.items()})
    digest = _sha256(data)
    inside = f"{digest}\n{source.member}\n{source.row or ''}"
    return Document(
        hashlib.sha256(inside.encode()).hexdigest()[:16], source.name, aligned,
        tuple(sorted([*marks, *(line.mark for line in furniture)])),
        *metadata, encoding=raw.encoding, format=raw.format, sha256=digest, flags=doubts_about(aligned.text),
    )


@lru_cache(maxsize=1)       # the rows of a table share its bytes
def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def edits_json(document: Document) -> dict:
    """Everything that was changed and marked, as plain values; edits refer to the raw text."""
    edits = [
        {"start": edit.start, "stop": edit.stop, "replacement": edit.replacement, "class": edit.kind, "rule": edit.rule,
         "score": edit.score, "certified": edit.certified, "candidates": list(edit.candidates)}
        for edit in document.aligned.edits
    ]
    marks = []
    for mark in document.marks:
        start, stop = document.aligned.raw_span(mark.start, mark.stop)
        marks.append({"start": start, "stop": stop, "clean_start": mark.start, "clean_stop": mark.stop,
                      "class": mark.kind, "proposal": mark.proposal})
    metadata = {name: getattr(document, name) for name in ("title", "issuer", "date", "encoding", "format", "sha256")}
    return {
        "raw_sha256": hashlib.sha256(document.raw.encode("utf-8", "surrogatepass")).hexdigest(),
        "source": document.source, "doc_id": document.doc_id, "metadata": metadata, "flags": list(document.flags),
        "edits": edits, "marks": marks,
    }
