"""Tables with a text column (.csv, .jsonl): each row is a document."""
import csv
import io
import json
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from minzheng.decode.encoding import decode_bytes
from minzheng.errors import UnreadableFile
from minzheng.patterns import Late

TABLE_ENDINGS = (".csv", ".jsonl")
TITLE_COLUMNS = ("title", "标题", "题名")
DATE_COLUMNS = ("date", "publish_date", "published", "日期", "发布日期", "发布时间")
ISSUER_COLUMNS = ("issuer", "source", "发布机构", "来源")
MOST_CHARACTERS = 10_000_000    # of one field
LONGEST_HEAD = 60               # characters of a column's head
_SEPARATOR_LINE = Late(r"\Asep=.\r?\n")      # Excel's own
_LONE_RETURN = Late(r"\r(?!\n)")
_STAND_IN = "\x1d"              # for a lone \r, at which Python's csv would end the row


@dataclass(frozen=True)
class Row:
    """The text of a row and what its other columns say about it."""

    text: str
    encoding: str
    told: dict[str, str] = field(default_factory=dict)      # title, date, issuer as far as there are columns


@dataclass(frozen=True)
class _Table:
    rows: list[dict[str, str] | str]    # the columns that hold text, or why the row cannot be read
    encoding: str
    text_column: str


def row_reasons(data: bytes, ending: str) -> list[str]:
    """Why each row of a table cannot be read, "" where it can; UnreadableFile where it has no column of texts.

    >>> row_reasons(('{"text": "' + "民政工作" * 20 + '"}\\n{"text": ').encode(), ".jsonl")
    ['', 'line 2 is not JSON (JSONDecodeError: Expecting value: line 1 column 10 (char 9))']
    """
    return [row if isinstance(row, str) else "" for row in _read_table(data, ending).rows]


def read_row(data: bytes, ending: str, row: int) -> Row:
    """The `row`-th document of a table, from 1."""
    table = _read_table(data, ending)
    record = table.rows[row - 1]
    if isinstance(record, str):
        raise UnreadableFile(record)
    columns = {"title": TITLE_COLUMNS, "date": DATE_COLUMNS, "issuer": ISSUER_COLUMNS}
    told = {key: next((record[name] for name in names if record.get(name)), "") for key, names in columns.items()}
    return Row(record.get(table.text_column) or "", table.encoding, told)


@lru_cache(maxsize=1)       # its rows are asked for one after the other
def _read_table(data: bytes, ending: str) -> _Table:
    text, encoding = decode_bytes(data)
    rows = _csv_rows(text) if ending == ".csv" else _json_rows(text)
    if not rows:
        raise UnreadableFile("a table without rows")
    readable = [row for row in rows if isinstance(row, dict)]
    if not readable:
        raise UnreadableFile(f"a table without a readable row: {rows[0]}")
    return _Table(rows, encoding, _text_column(readable))


def _csv_rows(text: str) -> list[dict[str, str] | str]:
    csv.field_size_limit(1_000_000_000)     # more than any file: a field too long is its row's matter, not the table's
    if "\n" in text:
        text = _LONE_RETURN.sub(_STAND_IN, text)
    text = _SEPARATOR_LINE.sub("", text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        head = next(lines, [])
        is_text = max(map(len, head), default=0) > LONGEST_HEAD        # no heads: the first row is a document too
        names = [f"column {number}" for number in range(1, len(head) + 1)] if is_text else head
        rows = chain([head] if is_text else [], lines)
        return [_as_row(dict(zip(names, row, strict=False)), f"line {lines.line_num}") for row in rows if row]
    except csv.Error as error:
        raise UnreadableFile(f"not a CSV table (line {lines.line_num}: {error})") from error


def _delimiter(text: str) -> str:
    """The sign that parts most heads of the first line."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _json_rows(text: str) -> list[dict[str, str] | str]:
    """Lines end at \\n alone: U+2028 and the like may stand inside a string."""
    return [_json_row(line, f"line {number}") for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _json_row(line: str, place: str) -> dict[str, str] | str:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"{place} is not JSON ({type(error).__name__}: {error})"
    return _as_row(row, place) if isinstance(row, dict) else f"{place} is not a JSON object"


def _as_row(row: dict, place: str) -> dict[str, str] | str:
    """The columns that hold text, or why the row cannot be read."""
    kept = {str(key): value.replace(_STAND_IN, "\r") for key, value in row.items() if isinstance(value, str)}
    if max(map(len, kept.values()), default=0) > MOST_CHARACTERS:
        return f"{place}: a field of more than {MOST_CHARACTERS:,} characters (a quotation mark left open?)"
    return kept


def _text_column(rows: list[dict[str, str]]) -> str:
    """The column with the longest texts; a table of short cells has none."""
    length: dict[str, int] = {}
    for row in rows:
        for name, value in row.items():
            length[name] = length.get(name, 0) + len(value)
    column = max(length, key=length.get, default="")
    if length.get(column, 0) < 50 * len(rows):
        raise UnreadableFile("no column of texts: the longest has fewer than 50 characters a row")
    return column
