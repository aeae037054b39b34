"""The real bulletins that the workbook was asked for: what their pages must show (figures typed by hand)."""
import re

import pytest

from minzheng.publish.reports import run_report

pytestmark = pytest.mark.shared


def cells(page) -> list[list[str]]:
    """The table rows of a page, as text."""
    rows = page.read_text(encoding="utf-8").split("<tr>")[1:]
    return [[re.sub(r"<[^>]+>", "", cell) for cell in row.split("</td>")[:-1]] for row in rows]


def test_liaoning_growth_of_two_years_stands_as_text_and_as_a_chart(shared, tmp_path):
    summary = run_report(shared / "seeds", tmp_path, region="210000", year=2021)
    assert summary.failed == [] and summary.set_aside == []
    folder = tmp_path / "reports" / "210000"
    rates = {(row[0], row[1]): row[4] for row in cells(folder / "growth.html") if len(row) == 7 and row[4]}
    assert {key: rates[key] for key in rates if key[0].endswith("低保平均标准")} == {
        ("城市低保平均标准", "2021年"): "4.9%", ("农村低保平均标准", "2021年"): "9.9%",
        ("城市低保平均标准", "2020年"): "6.2%", ("农村低保平均标准", "2020年"): "9.6%"}
    assert (folder / "charts" / "growth-SA.U.STD.svg").exists()


def test_targets_of_yingkou_are_targets_and_its_province_is_only_context(shared, tmp_path):
    summary = run_report(shared / "seeds", tmp_path, region="210800", year=2021)
    assert summary.failed == []
    rows = [row for row in cells(tmp_path / "reports" / "210800" / "summary-2021.html")
            if len(row) == 7 and row[3].startswith("目标")]
    assert {row[1] for row in rows} >= {"增幅 4.5%", "增幅 7.5%"}
    assert all(row[4] == "" for row in rows)
