"""Tables with a text column (.csv, .jsonl): each row is a document."""
import csv
import io
import json
from dataclasses import dataclass, field

from minzheng.decode.encoding import decode_bytes
from minzheng.errors import UnreadableFile

TABLE_ENDINGS = (".csv", ".jsonl")
TITLE_COLUMNS = ("title", "标题", "题名")
DATE_COLUMNS = ("date", "publish_date", "published", "日期", "发布日期", "发布时间")
ISSUER_COLUMNS = ("issuer", "source", "发布机构", "来源")


@dataclass(frozen=True)
class Row:
    """The text of a row and what its other columns say about it."""

    text: str
    encoding: str
    told: dict[str, str] = field(default_factory=dict)      # title, date, issuer as far as there are columns


def count_rows(data: bytes, ending: str) -> int:
    """Number of rows of a table; UnreadableFile where it has no column of texts."""
    rows, _ = _rows(data, ending)
    _text_column(rows)
    return len(rows)


def read_row(data: bytes, ending: str, row: int) -> Row:
    """The `row`-th document of a table, from 1."""
    rows, encoding = _rows(data, ending)
    record = rows[row - 1]
    columns = {"title": TITLE_COLUMNS, "date": DATE_COLUMNS, "issuer": ISSUER_COLUMNS}
    told = {key: next((record[name] for name in names if record.get(name)), "") for key, names in columns.items()}
    return Row(record.get(_text_column(rows)) or "", encoding, told)


def _rows(data: bytes, ending: str) -> tuple[list[dict[str, str]], str]:
    text, encoding = decode_bytes(data)
    if ending == ".csv":
        csv.field_size_limit(10_000_000)
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    else:
        try:
            rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        except ValueError as error:
            raise UnreadableFile(f"not JSON lines ({error})") from error
    records = (row for row in rows if isinstance(row, dict))        # a JSON line can be anything
    rows = [{str(key): value for key, value in row.items() if isinstance(value, str)} for row in records]
    if not rows:
        raise UnreadableFile("a table without rows")
    return rows, encoding


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
