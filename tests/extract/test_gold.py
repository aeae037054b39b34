"""The shared scorer over the real documents and their gold records."""
import csv
import subprocess
import sys

import pytest

from minzheng.decode.document import read_bulletin
from minzheng.extract.observations import COLUMNS, extract_observations

pytestmark = pytest.mark.shared


def score(shared, tmp_path, texts, gold, arguments):
    """Run the scorer as its own program; its exit status says whether the bars are held."""
    table = tmp_path / "observations.csv"
    with table.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS)
        writer.writeheader()
        for path in sorted((shared / texts).glob("*.txt")):
            if (shared / gold / f"{path.stem}.json").exists():
                writer.writerows(o.as_row() for o in extract_observations(read_bulletin(path)))
    return subprocess.run([sys.executable, shared / "score/score.py", table, shared / gold, shared / texts, *arguments],
                          capture_output=True, text=True, check=False)


def test_seeds(shared, tmp_path):
    done = score(shared, tmp_path, "seeds", "gold/seeds", [
        "--min", "value+unit=0.99", "full=0.92", "subject=0.95", "period=0.95", "status=0.98", "sign=1.0",
        "growth_of=1.0", "--max", "false=0.2", "flagged=0.1"])
    assert done.returncode == 0, done.stdout


def test_communique(shared, tmp_path):
    done = score(shared, tmp_path, "corpus", "gold/corpus", ["--min", "value+unit=0.97", "full=0.85"])
    assert done.returncode == 0, done.stdout
