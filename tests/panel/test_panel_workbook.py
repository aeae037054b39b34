"""The Excel file for colleagues, read again by openpyxl."""
from dataclasses import replace

import openpyxl
import pandas as pd

from minzheng.panel.schema import DOCUMENT_DTYPES
from minzheng.panel.workbook import write_workbook

from .rows import URBAN, growth, level, table


def test_the_workbook_has_five_sheets_with_what_belongs_there(tmp_path):
    observations = table(
        level(URBAN, 705, "元/月", indicator="SA.U.STD", obs_id="a"),
        growth(URBAN, 4.9, indicator="SA.U.STD", of="a", obs_id="g"),
        level("某事项", 5, "件", flags="spoiled", sentence="=某句", obs_id="d"),
        replace(level("护理型床位占比", 49.1, "%", half=0.05, indicator="ELD.BED_NURSE_SHARE"), measure="share"),
    )
    document = {name: 1 if dtype == "int64" else "" for name, dtype in DOCUMENT_DTYPES.items()} | {"source": "a.txt"}
    documents = pd.DataFrame([document]).astype(DOCUMENT_DTYPES)
    set_aside = pd.DataFrame({"source": ["bad.pdf"], "reason": ["不是 PDF"]}, dtype="str")
    write_workbook(observations, documents, set_aside, tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["说明", "指标明细", "省份汇总", "来源", "待复核"]
    rows = {name: list(book[name].iter_rows(values_only=True)) for name in book.sheetnames}
    assert [(*row[4:7], row[9]) for row in rows["省份汇总"][1:]] == [
        ("2021", "point", 49.1, "公布"), ("2020", "point", 705 / 1.049, "推算"), ("2021", "point", 705, "公布")]
    assert [row[0] for row in rows["来源"]] == ["文件", "a.txt", "bad.pdf"]
    assert rows["来源"][2][-1] == "不是 PDF"
    assert [row[6] for row in rows["待复核"]] == ["疑点", "spoiled"]
    assert book["待复核"].cell(2, 8).value == "=某句" and book["待复核"].cell(2, 8).data_type == "s"
    assert all(book[name].freeze_panes == "A2" for name in book.sheetnames)
