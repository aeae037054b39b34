"""The data package and SDMX-CSV, read again by other readers."""
import csv
import json

import pandas as pd
import pytest

from minzheng.panel.packages import SDMX_COLUMNS, write_package, write_sdmx
from minzheng.panel.schema import DOCUMENT_DTYPES

from .rows import URBAN, growth, level, table

DOCUMENT = {name: 1 if dtype == "int64" else "" for name, dtype in DOCUMENT_DTYPES.items()} | {"source": "a.txt"}


@pytest.fixture
def observations():
    return table(
        level(URBAN, 705, "元/月", indicator="SA.U.STD", obs_id="a"),
        growth(URBAN, 4.9, indicator="SA.U.STD", of="a", obs_id="g"),
        level("某补贴发放额", 226_000_000, "元", half=500_000, obs_id="b",
              period="2020-01/2020-05", period_kind="flow"),
        level("=某事项", 5, "件", region="", obs_id="c"),
        level(URBAN, 470, "元/月", region="410000", indicator="SA.U.STD", bound="above", obs_id="d"),
    ).assign(value_max=lambda rows: rows["value_max"].mask(rows["bound"] == "above", float("inf")))


@pytest.fixture
def package(observations, tmp_path):
    documents = pd.DataFrame([DOCUMENT]).astype(DOCUMENT_DTYPES)
    licence = {"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}
    write_package({"observations": observations, "documents": documents}, tmp_path / "p", licence)
    return tmp_path / "p"


def test_the_package_describes_what_lies_beside_it(package, observations):
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    assert [resource["name"] for resource in described["resources"]] == ["observations", "documents", "indicators"]
    for resource in described["resources"]:
        with (package / resource["path"]).open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        assert header == [field["name"] for field in resource["schema"]["fields"]]
        assert resource["bytes"] == (package / resource["path"]).stat().st_size
    fields = {field["name"]: field for field in described["resources"][0]["schema"]["fields"]}
    assert fields["value"]["type"] == "number" and fields["start"]["type"] == "integer"
    assert fields["measure"]["constraints"]["enum"][0] == "change" and fields["unit"]["title"] == "单位"


def test_the_texts_of_documents_stay_at_home(package):
    assert not {"raw", "text"} & set(pd.read_csv(package / "documents.csv").columns)


def test_frictionless_finds_the_package_valid(package):
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(package / "datapackage.json")
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


def test_sdmx_has_one_row_per_cell(observations, tmp_path):
    write_sdmx(observations, tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == SDMX_COLUMNS
    names = ("REF_AREA", "INDICATOR", "SUBJECT", "FREQ", "TIME_PERIOD", "OBS_VALUE", "VALUE_MAX")
    told = [tuple(row[name] for name in names) for row in rows]
    assert sorted(told) == [
        ("210000", "SA.U.STD", "", "A", "2021", "4.9", "4.95"),
        ("210000", "SA.U.STD", "", "A", "2021", "705.0", "705.5"),
        ("210000", "_O", "某补贴发放额", "_O", "2020-01-01/P5M", "226000000.0", "226500000.0"),
        ("410000", "SA.U.STD", "", "A", "2021", "470.0", ""),
    ]
    keys = SDMX_COLUMNS[3:14]
    assert len({tuple(row[key] for key in keys) for row in rows}) == len(rows)
