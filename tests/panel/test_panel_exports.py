"""Exports, read again by independent readers."""
import csv

import openpyxl
import pandas as pd
import pytest

from minzheng.errors import DatasetError
from minzheng.extract.observations import COLUMNS
from minzheng.panel.exports import observations_frame, read_csv, table_as_csv, write_table

from .rows import level, table

HOSTILE = ["=1+1", "+86", "-5", "@SUM(A1)", "\t=1", "'=1", "＝1", "\r=1", 'a"b,c',
           "两行\n文字", "https://x.test", "0010"]


@pytest.fixture
def observations():
    rows = [level(subject, 705.5, "元/月", indicator="SA.U.STD", sentence=subject) for subject in HOSTILE]
    rows.append(level("零", 0, "个"))
    return table(*rows)


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_what_was_written_is_read_back_exactly(observations, tmp_path, ending):
    path = tmp_path / f"x.{ending}"
    write_table(observations, path)
    read = read_csv(path) if ending == "csv" else pd.read_parquet(path)
    pd.testing.assert_frame_equal(read, observations)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_csv_opens_in_excel_and_holds_no_formula(observations, tmp_path):
    write_table(observations, tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbfobs_id,")
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["subject"] for row in rows[:4]] == ["'=1+1", "'+86", "'-5", "'@SUM(A1)"]
    assert not any(cell[:1] in "=@\t" for row in rows for cell in row.values() if cell)


def test_the_sign_column_is_our_own_and_stays():
    assert "'" not in table_as_csv(pd.DataFrame({"sign": ["+", "-"]}))


def test_xlsx_keeps_text_as_text(observations, tmp_path):
    write_table(observations, tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["指标明细", "说明"]
    sheet = book["指标明细"]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    place = COLUMNS.index("subject") + 1
    cells = [sheet.cell(row, place) for row in range(2, 2 + len(HOSTILE))]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    assert [cell.value for cell in cells][:5] == HOSTILE[:5]
    assert sheet.cell(2, COLUMNS.index("region") + 1).value == "210000"
    assert sheet.cell(2, COLUMNS.index("value") + 1).value == 705.5
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref


def test_an_open_interval_can_be_written(tmp_path):
    rows = table(level("不低于", 470, "元/月", half=0))
    rows["value_max"] = float("inf")
    for ending in ("csv", "xlsx", "parquet"):
        write_table(rows, tmp_path / f"x.{ending}")
    assert read_csv(tmp_path / "x.csv")["value_max"].tolist() == [float("inf")]


def test_another_ending_is_refused(tmp_path):
    with pytest.raises(DatasetError, match=r"\.csv, \.parquet or \.xlsx"):
        write_table(observations_frame([]), tmp_path / "x.doc")


def test_an_empty_table_can_be_written(tmp_path):
    for ending in ("csv", "xlsx", "parquet"):
        write_table(observations_frame([]), tmp_path / f"x.{ending}")
    assert list(read_csv(tmp_path / "x.csv").columns) == list(COLUMNS)
