""".docx -> raw text: paragraphs and tables in order. The one door to python-docx."""
import io
from collections.abc import Iterator
from zipfile import ZipFile

from minzheng.errors import UnreadableFile

MOST_BYTES = 300_000_000    # of all parts together, unpacked
MOST_SWELLING = 200         # times that the file may grow when unpacked
MOST_COLUMNS = 1000         # of a table; Word itself takes 63
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HOLDERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml"))
_PIECES = {"t": "", "tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}      # "": its own text


def read_word_file(data: bytes) -> str:
    """Paragraphs as lines, table rows as lines with ` | ` between the cells (a merged cell once).

    Text inserted under revision, links, fields and text boxes count, deleted text does not. A table inside a cell
    follows the row that holds it.
    """
    _refuse_bomb(data)
    import docx

    return "\n".join(_lines_of(docx.Document(io.BytesIO(data)).element.body))


def _lines_of(holder) -> Iterator[str]:
    """The lines of a body, a cell or a text box, in order."""
    for element in holder:
        name = _name(element)
        if name == "p":
            yield _text_of(element)
            for box in element.iter(f"{_W}txbxContent"):
                if not any(_name(parent) == "Fallback" for parent in box.iterancestors()):
                    yield from _lines_of(box)
        elif name == "tbl":
            yield from _rows_of(element)
        elif name in _HOLDERS:
            yield from _lines_of(element)


def _rows_of(table) -> Iterator[str]:
    from docx.table import Table

    for row in Table(table, None).rows:
        cells = _cells(row)
        texts = ("".join(_text_of(part) for part in cell.iter(f"{_W}p") if _cell_of(part) is cell) for cell in cells)
        yield " | ".join(text.replace("\n", "") for text in texts)
        for cell in cells:
            for inner in cell.iter(f"{_W}tbl"):
                if _cell_of(inner) is cell:
                    yield from _rows_of(inner)


def _cells(row) -> list:
    if any(cell.grid_span > MOST_COLUMNS for cell in row._tr.tc_lst):       # each would be counted out
        raise UnreadableFile(f"a table with a cell over more than {MOST_COLUMNS:,} columns")
    return list(dict.fromkeys(cell._tc for cell in row.cells))


def _cell_of(element):
    return next((parent for parent in element.iterancestors() if _name(parent) == "tc"), None)


def _text_of(paragraph) -> str:
    """The text of a paragraph's own runs; that of a text box in it stands apart."""
    pieces = (_PIECES.get(_name(piece)) or piece.text or "" for piece in paragraph.iter()
              if _name(piece) in _PIECES and next(piece.iterancestors(f"{_W}p", f"{_W}moveFrom")) is paragraph)
    return "".join(pieces)


def _name(element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _refuse_bomb(data: bytes) -> None:
    """Refuse what says that it is too large, and (by the checksum) what is larger than it says."""
    with ZipFile(io.BytesIO(data)) as archive:
        size = sum(info.file_size for info in archive.infolist())
        if size > min(MOST_BYTES, MOST_SWELLING * max(len(data), 10_000)):
            raise UnreadableFile(f"unpacks to {size:,} bytes; refused")
        for info in archive.infolist():
            with archive.open(info) as part:
                part.read(info.file_size + 1)
