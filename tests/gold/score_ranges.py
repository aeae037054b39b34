#!/usr/bin/env python3
"""Score observations against the records in this folder, counting only the ranges that were annotated.

    score_ranges.py OBSERVATIONS.csv SHARED [--held-back | --fresh] [arguments of score.py]

SHARED is the folder with seeds/, corpus/ and score/score.py. A figure outside the ranges of ranges.json would count as
false, so the observations are cut to them first, and so are the texts, from which score.py counts characters. The
document held back from development is scored only with --held-back, and then alone and without its list of errors.
The documents annotated last, after the rules were written, are scored only with --fresh, so that the first run on them
stands apart.
"""
import csv
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
HELD_BACK = ("PR_辽宁省_2026",)
FRESH = ("G02_nanjing_2021-2024", "PR_广东省_2026")
GROUPS = {"--held-back": HELD_BACK, "--fresh": FRESH}


def load_ranges() -> dict:
    """{stem: {"characters": length of the text, "ranges": [[start, stop], ...]}}, offsets as in the records."""
    return json.loads((HERE / "ranges.json").read_text(encoding="utf-8"))


def read_text(shared: Path, stem: str) -> str:
    """An annotated text as its offsets count it: UTF-8, line ends left as they are."""
    path = next(path for folder in ("seeds", "corpus") if (path := shared / folder / f"{stem}.txt").is_file())
    return path.read_bytes().decode("utf-8")


def is_inside(row: dict, ranges: list) -> bool:
    """Whether an observation lies wholly in an annotated range."""
    first, last = float(row["raw_start"]), float(row["raw_stop"])
    return any(start <= first and last <= stop for start, stop in ranges)


def stems_of(option: str = "") -> list[str]:
    """The record files an option stands for; without one, those open to development."""
    apart = {stem for group in GROUPS.values() for stem in group}
    return [stem for stem in load_ranges() if (stem in GROUPS[option] if option else stem not in apart)]


def cut(observations: Path, shared: Path, stems: list, folder: Path) -> None:
    """Write what score.py reads: folder/observations.csv, folder/gold/*.json, folder/texts/*.txt."""
    ranges = {stem: load_ranges()[stem]["ranges"] for stem in stems}
    with observations.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        texts = (row for row in reader if Path(row["source"]).suffix == ".txt")  # offsets hold for no other format
        rows = [row for row in texts if is_inside(row, ranges.get(Path(row["source"]).stem, []))]
    with (folder / "observations.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, reader.fieldnames)
        writer.writeheader()
        writer.writerows(rows)
    (folder / "gold").mkdir()
    (folder / "texts").mkdir()
    for stem, spans in ranges.items():
        shutil.copy(HERE / f"{stem}.json", folder / "gold")
        text = read_text(shared, stem)
        annotated = "".join(text[start:stop] for start, stop in spans)
        (folder / "texts" / f"{stem}.txt").write_text(annotated, encoding="utf-8", newline="")


def main(arguments: list) -> int:
    observations, shared, *rest = arguments
    options = [word for word in rest if word in GROUPS]
    rest = [word for word in rest if word not in GROUPS]
    if len(options) > 1:
        sys.exit("One group of documents at a time.")
    if "--held-back" in options and "--errors" in rest:
        sys.exit("A held-back document is for measuring: its errors are not to be looked at.")
    stems = stems_of(*options)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cut(Path(observations), Path(shared), stems, folder)
        score = [sys.executable, Path(shared) / "score" / "score.py"]
        return subprocess.call([*score, *(folder / part for part in ("observations.csv", "gold", "texts")), *rest])


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
