"""Bulletins whose errors nobody has read: only their totals are looked at, with the bars that are set for unseen documents.

Whoever reads one of them to mend a rule moves it to tests/corpus/bulletins (or short), and has a new one written by
somebody who knows no rules. `pytest -s` prints the totals.
"""
from pathlib import Path

import pytest
import test_bulletins as bulletins

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.fixture
def totals(tmp_path, monkeypatch):
    def of(name: str) -> dict[str, float]:
        """Shares of the figures of a folder: value and unit right, all fields right, confidence above 0.9, of these all right."""
        if not any((CORPUS / name).glob("*.json")):
            pytest.skip(f"tests/corpus/{name} holds no bulletin: all have been read")
        monkeypatch.setattr(bulletins, "FOLDER", CORPUS / name)
        judged = [one for path in sorted((CORPUS / name).glob("*.json")) for one in bulletins.report(path.stem, tmp_path)]
        sure = [not wrong for _, found, wrong in judged if found is not None and found.confidence > 0.9]
        shares = {"value and unit": [not wrong & {"value", "unit"} for _, _, wrong in judged], "all fields": [not wrong for _, _, wrong in judged]}
        told = {share: sum(right) / len(right) for share, right in shares.items()} | {"above 0.9": len(sure) / len(judged), "of these right": sum(sure) / len(sure)}
        print(f"\n{name}: {len(judged)} figures, {', '.join(f'{share} {value:.3f}' for share, value in told.items())}")
        return told
    return of


def test_bulletins_that_nobody_has_read(totals):
    told = totals("unread")
    assert told["value and unit"] >= 0.95
    assert told["all fields"] >= 0.75


def test_short_pages_that_have_been_read(totals):
    """More than two hundred short pages, each of another kind: a time or place taken wrongly costs a whole one."""
    told = totals("short")
    assert told["value and unit"] >= 0.95
    assert told["all fields"] >= 0.75


def test_short_pages_that_nobody_has_read(totals):
    told = totals("unread/short")
    assert told["value and unit"] >= 0.95
    assert told["all fields"] >= 0.75
