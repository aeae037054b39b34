""".docx -> raw text: paragraphs and tables in order. The one door to python-docx."""
import io
from zipfile import ZipFile

from minzheng.errors import UnreadableFile

MOST_BYTES = 300_000_000    # of all parts together, unpacked
MOST_SWELLING = 200         # times that the file may grow when unpacked
MOST_COLUMNS = 1000         # of a table; Word itself takes 63


def read_word_file(data: bytes) -> str:
    """Paragraphs as lines, table rows as lines with ` | ` between the cells; a merged cell once, then empty ones."""
    _refuse_bomb(data)
    import docx
    from docx.table import Table

    lines = []
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            lines += [" | ".join(_cells(row)) for row in block.rows]
        else:
            lines.append(block.text)
    return "\n".join(lines)


def _cells(row) -> list[str]:
    if any(cell.grid_span > MOST_COLUMNS for cell in row._tr.tc_lst):       # each would be counted out
        raise UnreadableFile(f"a table with a cell over more than {MOST_COLUMNS:,} columns")
    from docx.table import _Cell

    texts = []
    for cell in row._tr.tc_lst:
        text = "" if cell.vMerge == "continue" else _Cell(cell, row).text.replace("\n", "")
        texts += [text, *[""] * (cell.grid_span - 1)]       # the columns that it spans, for headers of two rows
    return texts


def _refuse_bomb(data: bytes) -> None:
    """Refuse what says that it is too large, and (by the checksum) what is larger than it says."""
    with ZipFile(io.BytesIO(data)) as archive:
        size = sum(info.file_size for info in archive.infolist())
        if size > min(MOST_BYTES, MOST_SWELLING * max(len(data), 10_000)):
            raise UnreadableFile(f"unpacks to {size:,} bytes; refused")
        for info in archive.infolist():
            with archive.open(info) as part:
                part.read(info.file_size + 1)
