"""Damage in, clean text out; the cases lie in tests/cases, one file for each origin."""
import json
from pathlib import Path

import pytest

from minzheng.decode.aligned import replay
from minzheng.decode.document import read_bulletin

CASES = Path(__file__).parents[1] / "cases"


def cases_of(origin: str) -> list:
    cases = json.loads((CASES / f"{origin}.json").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["what"]) for case in cases]


def read(raw: str, folder: Path):
    file = folder / "case.txt"
    file.write_bytes(raw.encode("utf-8"))
    return read_bulletin(file)


@pytest.mark.parametrize("case", [*cases_of("in_the_wild"), *cases_of("synthetic"), *cases_of("negative")])
def test_case(case, tmp_path):
    document = read(case["raw"], tmp_path)
    assert document.text == case["clean"]
    assert replay(document.raw, document.aligned.edits) == document.text
    if "marks" in case:
        marks = [[mark.kind, document.text[mark.start:mark.stop], mark.proposal] for mark in document.marks]
        assert marks == case["marks"]
    assert list(document.flags) == case.get("flags", [])


@pytest.mark.parametrize("case", [*cases_of("in_the_wild"), *cases_of("synthetic"), *cases_of("negative")])
def test_a_clean_text_stays_as_it_is(case, tmp_path):
    assert read(case["clean"], tmp_path).text == case["clean"]


@pytest.mark.xfail(strict=True, reason="not solved yet")
@pytest.mark.parametrize("case", cases_of("known_failures"))
def test_known_failure(case, tmp_path):
    assert read(case["raw"], tmp_path).text == case["clean"]
