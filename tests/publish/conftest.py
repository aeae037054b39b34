"""Thirty figures typed by hand: three regions, three years, and every kind that a drawing must tell apart."""
import csv
import shutil
from pathlib import Path

import pandas as pd
import pytest

from minzheng.extract.observations import Observation
from minzheng.panel.schema import DOCUMENT_DTYPES, observations_frame
from minzheng.publish.reports import run_report

BULLETINS = Path(__file__).parent / "bulletins"
TITLES = {"ln21": ("全省民政工作会议", "辽宁省民政厅", "2021-12-31"),
          "ln20": ("2020年民政统计", "辽宁省民政厅", "2021-02-10"),
          "ln19": ("2019年民政统计", "辽宁省民政厅", "2020-02-11"),
          "yk21": ("全市民政工作会议", "营口市民政局", "2021-02-22"),
          "gd21": ("<script>alert(1)</script>公报", "广东省民政厅", "2022-05-01"), "gd20": ("", "", ""),
          "gd19": ("2019年公报", "广东省民政厅", "2020-05-01")}


def typed_rows() -> list[dict]:
    with (Path(__file__).parent / "figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text_of(doc: str) -> str:
    """The document's text: its sentences, one a line."""
    return "\n".join(dict.fromkeys(row["sentence"] for row in typed_rows() if row["doc"] == doc))


def typed_observation(row: dict) -> Observation:
    text, value, half = text_of(row["doc"]), float(row["value"]), float(row["half"])
    start = text.index(row["sentence"]) + row["sentence"].index(row["words"])
    stop = start + len(row["words"])
    return Observation(
        obs_id=row["id"], doc_id=row["doc"], source=f"{row['doc']}.txt", subject=row["subject"],
        indicator=row["indicator"], domain=row["domain"], region=row["region"], area_scope=row["area_scope"],
        period=row["period"], period_kind=row["period_kind"], value=value, unit=row["unit"],
        value_min=value - half, value_max=value + half, bound="exact", measure=row["measure"],
        basis="yoy" if row["measure"] == "growth" else "", sign=row["sign"], of=row["of"], status=row["status"],
        words=row["words"], sentence=row["sentence"], start=start, stop=stop, raw_start=start, raw_stop=stop,
        rule="typed", flags=row["flags"], confidence=0.9)


@pytest.fixture(scope="session")
def first(tmp_path_factory):
    """A first run over the four bulletins and one file that cannot be read: (summary, data, out); not to be changed."""
    data, out = tmp_path_factory.mktemp("data") / "bulletins", tmp_path_factory.mktemp("out")
    shutil.copytree(BULLETINS, data)
    (data / "empty<b>.txt").write_bytes(b"")
    return run_report(data, out), data, out


@pytest.fixture(scope="session")
def observations() -> pd.DataFrame:
    return observations_frame([typed_observation(row) for row in typed_rows()])


@pytest.fixture(scope="session")
def documents(observations) -> pd.DataFrame:
    rows = []
    for doc, (title, issuer, date) in TITLES.items():
        text = text_of(doc)
        rows.append({"doc_id": doc, "source": f"{doc}.txt", "title": title, "issuer": issuer, "date": date,
                     "characters": len(text), "observations": int((observations["doc_id"] == doc).sum()),
                     "raw": text, "text": text})
    empty = {name: "" if dtype == "str" else 0 for name, dtype in DOCUMENT_DTYPES.items()}
    return pd.DataFrame([empty | row for row in rows])[list(DOCUMENT_DTYPES)]
