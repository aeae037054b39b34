"""Clean texts of the seeds damaged anew, decoded and read: the figures come out as from the undamaged text."""
import importlib.util
import json
from dataclasses import replace
from difflib import SequenceMatcher

import pytest

from minzheng.decode.document import read_bulletin
from minzheng.decode.mangle import SITES, mangle
from minzheng.extract.observations import extract_observations

pytestmark = pytest.mark.shared
FIELDS = ("value", "unit", "measure", "subject", "region", "period", "status")
MADE = [("glossed+commas", 1), ("glossed+commas+misaligned", 1), ("glossed+commas+misaligned", 2),
        ("simplified+commas+misaligned", 1)]


def read(text: str, folder) -> list[dict]:
    path = folder / "bulletin.txt"
    path.write_text(text, encoding="utf-8", newline="")
    return [observation.as_row() for observation in extract_observations(read_bulletin(path))]


def load_scorer(shared):
    spec = importlib.util.spec_from_file_location("score", shared / "score" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(gold: list[dict], rows: list[dict], scorer) -> list[bool]:
    """For each figure, in order, whether every field is right; figures are brought together by order and value."""
    said, found = ([float(one["value"]) for one in table] for table in (gold, rows))
    right = [False] * len(gold)
    for tag, a, b, c, d in SequenceMatcher(None, said, found, autojunk=False).get_opcodes():
        for i, j in zip(range(a, b), range(c, d), strict=False) if tag in ("equal", "replace") else ():
            fields = scorer.judge(gold[i], rows[j], None)
            right[i] = all(fields[field] for field in FIELDS)
    return right


@pytest.mark.parametrize(("site", "seed"), MADE)
def test_damage_made_anew_changes_little(shared, tmp_path, site, seed):
    scorer = load_scorer(shared)
    clean_score, damaged_score = [], []
    for path in sorted((shared / "gold" / "clean").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        annotations = shared / "gold" / "seeds" / path.name.replace(".clean.txt", ".json")
        gold = json.loads(annotations.read_text(encoding="utf-8"))
        clean_score += judged(gold, read(text, tmp_path), scorer)
        damaged_score += judged(gold, read(mangle(text, replace(SITES[site], seed=seed)), tmp_path), scorer)
    clean, damaged = (sum(score) / len(score) for score in (clean_score, damaged_score))
    print(f"\n{site} {seed}: clean {clean:.3f}, damaged anew {damaged:.3f}")
    assert sum(damaged_score) >= sum(clean_score) - 0.01 * len(clean_score)
