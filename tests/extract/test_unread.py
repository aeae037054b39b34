"""Bulletins whose errors nobody has read: only their totals are looked at, with the bars that are set for unseen documents.

Whoever reads one of them to mend a rule moves it to tests/corpus/bulletins, and has a new one written by somebody who knows
no rules. `pytest -s` prints the totals.
"""
from pathlib import Path

import pytest
import test_bulletins as bulletins

FOLDER = Path(__file__).parents[1] / "corpus" / "unread"


@pytest.fixture
def judged(tmp_path, monkeypatch):
    monkeypatch.setattr(bulletins, "FOLDER", FOLDER)
    return [one for path in sorted(FOLDER.glob("*.json")) for one in bulletins.report(path.stem, tmp_path)]


def test_totals_of_what_nobody_has_read(judged):
    numbers = [not wrong & {"value", "unit"} for _, _, wrong in judged]
    full = [not wrong for _, _, wrong in judged]
    sure = [not wrong for _, found, wrong in judged if found is not None and found.confidence > 0.9]
    print(f"\nunread: {len(judged)} figures, value and unit {sum(numbers) / len(judged):.3f}, all fields {sum(full) / len(judged):.3f}, "
          f"above 0.9 {len(sure) / len(judged):.3f}, of these right {sum(sure) / len(sure):.3f}")
    assert sum(numbers) >= 0.95 * len(judged)
    assert sum(full) >= 0.75 * len(judged)
