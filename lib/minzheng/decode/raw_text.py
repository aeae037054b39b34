"""A file's bytes -> the raw text that all offsets refer to, by the file's ending."""
from dataclasses import dataclass, field, replace

from minzheng.decode.encoding import decode_bytes
from minzheng.decode.pdf_file import read_pdf_file
from minzheng.decode.rows import TABLE_ENDINGS, read_row
from minzheng.decode.webpage import read_webpage
from minzheng.decode.word_file import read_word_file
from minzheng.errors import UnreadableFile
from minzheng.patterns import Late

_SURROGATE = Late("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class RawText:
    """What a file holds before anything is mended: line ends as in the file, no byte-order mark."""

    text: str
    format: str                                         # txt, html, docx, pdf, csv, jsonl
    encoding: str = ""                                  # "" for .docx and .pdf
    told: dict[str, str] = field(default_factory=dict)  # title, date, issuer from a table's other columns


def read_raw(data: bytes, ending: str, row: int | None = None) -> RawText:
    """The raw text of a file; UnreadableFile where it holds none, or whatever a parser makes of a hostile file.

    Lone surrogates, which are no text, become U+FFFD.

    >>> read_raw("民政".encode(), ".txt")
    RawText(text='民政', format='txt', encoding='utf-8', told={})
    """
    try:
        raw = _read(data, ending, row)
    except UnreadableFile:
        raise
    except Exception as error:      # zipfile, lxml, pypdf and the others raise what they like, MemoryError too
        raise UnreadableFile(f"not a readable {ending[1:]} file ({type(error).__name__}: {error})") from error
    if not raw.text.strip():
        raise UnreadableFile("empty: there is no text in it")
    told = {key: _without_surrogates(value) for key, value in raw.told.items()}
    return replace(raw, text=_without_surrogates(raw.text), told=told)


def _read(data: bytes, ending: str, row: int | None) -> RawText:
    if ending == ".docx":
        return RawText(read_word_file(data), "docx")
    if ending == ".pdf":
        return RawText(read_pdf_file(data), "pdf")
    if ending in TABLE_ENDINGS:
        found = read_row(data, ending, row or 1)
        return RawText(found.text, ending[1:], found.encoding, found.told)
    if ending in (".htm", ".html"):
        text, encoding = read_webpage(data)
        return RawText(text, "html", encoding)
    text, encoding = decode_bytes(data)
    return RawText(text, "txt", encoding)


def _without_surrogates(text: str) -> str:
    try:
        text.encode()       # ten times as fast as the search
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text
