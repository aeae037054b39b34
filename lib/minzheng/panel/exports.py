"""Tables for other programs: CSV, Parquet, Excel. The door of xlsxwriter.

Text out of documents is never taken for a formula: XLSX stores strings as strings; in CSV a text cell that starts
with a sign that spreadsheets act on gets GUARD in front, which `read_csv` takes off again; Parquet is exact.
"""
import io
import os
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from minzheng.errors import DatasetError
from minzheng.panel.codebook import load_codebook
from minzheng.panel.parts import write_parquet
from minzheng.panel.schema import DTYPES, observations_frame

__all__ = ["observations_frame", "read_csv", "table_as_csv", "write_sheets", "write_table", "write_whole"]

GUARD = "'"
GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", GUARD)
PLAIN = {"sign"}                            # our own codes, of which + and - are two
MOST_ROWS, LONGEST_CELL = 1_048_575, 32_767     # of an Excel sheet
NO_DECIMALS = 10_000                        # from here on a cell shows whole numbers; it holds the exact one
WIDEST = 60                                 # columns, in Latin letters


def write_table(observations: pd.DataFrame, path: str | Path) -> None:
    """Write observations as .csv (UTF-8 with BOM), .parquet or .xlsx by the ending, whole or not at all.

    Raises DatasetError for another ending and for more rows than an Excel sheet holds.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending == ".csv":
        write_whole(path, lambda part: part.write_text(table_as_csv(observations), encoding="utf-8-sig", newline=""))
    elif ending == ".parquet":
        write_parquet(observations, path)
    elif ending == ".xlsx":
        write_sheets({"指标明细": observations, "说明": load_codebook()}, path)
    else:
        raise DatasetError(f"{path}: unknown ending {ending!r}; a table is written as .csv, .parquet or .xlsx")


def table_as_csv(table: pd.DataFrame) -> str:
    """The table as CSV text, guarded against formulas, without a byte-order mark."""
    guarded = table.copy()
    for name in _text_columns(table):
        risky = guarded[name].str.startswith(GUARDED, na=False)
        guarded[name] = guarded[name].mask(risky, GUARD + guarded[name])
    text = io.StringIO()
    guarded.to_csv(text, index=False, lineterminator="\r\n")
    return text.getvalue()


def read_csv(path: str | Path) -> pd.DataFrame:
    """A table of observations as `write_table` wrote it: dtypes as in the dataset, guards taken off."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        table = pd.read_csv(file, dtype=DTYPES, keep_default_na=False)
    for name in _text_columns(table):
        table[name] = table[name].str.removeprefix(GUARD)
    return table


def write_sheets(sheets: dict[str, pd.DataFrame], path: Path) -> None:
    """Write tables as the sheets of one Excel file: header frozen, filters, widths that fit Chinese.

    Text is stored as text whatever it looks like, so codes keep their zeros and nothing becomes a formula or a link.
    """
    for name, table in sheets.items():
        if len(table) > MOST_ROWS:
            raise DatasetError(f"{path}: {len(table):,} rows do not fit on sheet {name}; write .parquet or .csv")
    write_whole(Path(path), lambda part: _write_workbook(sheets, part))


def _write_workbook(sheets: dict[str, pd.DataFrame], path: Path) -> None:
    import xlsxwriter

    as_it_is = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, as_it_is) as book:
        header = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        whole, broken = book.add_format({"num_format": "#,##0"}), book.add_format({"num_format": "#,##0.0###"})
        for name, table in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, table.columns, header)
            for place, column in enumerate(table.columns):
                for row, cell in enumerate(table[column].tolist(), start=1):
                    _write_cell(sheet, (row, place), cell, (whole, broken))
                sheet.set_column(place, place, _width(column, table[column]))
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, max(len(table), 1), max(len(table.columns) - 1, 0))


def _write_cell(sheet, place: tuple[int, int], cell, formats: tuple) -> None:
    if isinstance(cell, str):
        sheet.write_string(*place, cell if len(cell) <= LONGEST_CELL else cell[:LONGEST_CELL - 1] + "…")
    elif pd.isna(cell):
        return
    elif isinstance(cell, bool):
        sheet.write_boolean(*place, cell)
    elif abs(cell) == float("inf"):
        sheet.write_string(*place, str(cell))       # Excel has no number for an open end
    else:
        whole, broken = formats
        sheet.write_number(*place, cell, whole if float(cell).is_integer() or abs(cell) >= NO_DECIMALS else broken)


def _width(name: str, column: pd.Series) -> int:
    """Width of a column in Latin letters: a Chinese character takes two, the first 200 rows tell."""
    cells = [name, *map(str, column.head(200))]
    widest = max(sum(2 if ord(letter) > 0x2E7F else 1 for letter in cell[:WIDEST]) for cell in cells)
    return min(widest, WIDEST) + 2


def _text_columns(table: pd.DataFrame) -> list[str]:
    return [name for name in table.columns if pd.api.types.is_string_dtype(table[name]) and name not in PLAIN]


def write_whole(path: Path, write: Callable[[Path], object]) -> None:
    """Write under a temporary name in the same folder, then rename."""
    part = path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")
    write(part)
    part.replace(path)
