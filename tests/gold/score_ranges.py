#!/usr/bin/env python3
"""Score observations against the records in this folder, counting only the ranges that were annotated.

    score_ranges.py OBSERVATIONS.csv SHARED [--held-back | --fresh | --fresh2 | --fresh2-a | --fresh2-b | --fresh3] [arguments of score.py]

SHARED is the folder with seeds/, corpus/ and score/score.py. A figure outside the ranges of ranges.json would count as
false, so the observations are cut to them first, and so are the texts, from which score.py counts characters. The
document held back from development is scored only with --held-back, and then alone and without its list of errors.
The documents annotated after the rules were written are scored only with --fresh, so that the first run on them stands
apart. A second such set lies in fresh2/: other stretches and another document, scored with --fresh2 or by half; the list
of errors is to be had of its half A only. A third lies in fresh3/.
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
FRESH2_A = ("fresh2/G02_nanjing_2021-2024", "fresh2/N_gwr_2013.utf8")
FRESH2_B = ("fresh2/PR_广东省_2026",)
FRESH3 = ("fresh3/G02_nanjing_2021-2024", "fresh3/N_gwr_2013.utf8", "fresh3/PR_广东省_2026")
GROUPS = {"--held-back": HELD_BACK, "--fresh": FRESH, "--fresh2-a": FRESH2_A, "--fresh2-b": FRESH2_B, "--fresh3": FRESH3}
OPTIONS = {**GROUPS, "--fresh2": FRESH2_A + FRESH2_B}
SEALED = {*HELD_BACK, *FRESH2_B}


def load_ranges() -> dict:
    """{stem: {"characters": length of the text, "ranges": [[start, stop], ...]}}, offsets as in the records."""
    return json.loads((HERE / "ranges.json").read_text(encoding="utf-8"))


def read_text(shared: Path, stem: str) -> str:
    """The annotated text of a record file as its offsets count it: UTF-8, line ends left as they are."""
    name = f"{Path(stem).name}.txt"
    path = next(path for folder in ("seeds", "corpus") if (path := shared / folder / name).is_file())
    return path.read_bytes().decode("utf-8")


def is_inside(row: dict, ranges: list) -> bool:
    """Whether an observation lies wholly in an annotated range."""
    first, last = float(row["raw_start"]), float(row["raw_stop"])
    return any(start <= first and last <= stop for start, stop in ranges)


def stems_of(option: str = "") -> list[str]:
    """The record files an option stands for; without one, those open to development."""
    apart = {stem for group in GROUPS.values() for stem in group}
    return [stem for stem in load_ranges() if (stem in OPTIONS[option] if option else stem not in apart)]


def cut(observations: Path, shared: Path, stems: list, folder: Path) -> None:
    """Write what score.py reads: folder/observations.csv, folder/gold/*.json, folder/texts/*.txt."""
    ranges = {Path(stem).name: load_ranges()[stem]["ranges"] for stem in stems}
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
    for stem in stems:
        name = Path(stem).name
        shutil.copy(HERE / f"{stem}.json", folder / "gold")
        text = read_text(shared, stem)
        annotated = "".join(text[start:stop] for start, stop in ranges[name])
        (folder / "texts" / f"{name}.txt").write_text(annotated, encoding="utf-8", newline="")


def main(arguments: list) -> int:
    observations, shared, *rest = arguments
    options = [word for word in rest if word in OPTIONS]
    rest = [word for word in rest if word not in OPTIONS]
    if len(options) > 1:
        sys.exit("One group of documents at a time.")
    stems = stems_of(*options)
    if SEALED.intersection(stems) and "--errors" in rest:
        sys.exit("A held-back document is for measuring: its errors are not to be looked at.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cut(Path(observations), Path(shared), stems, folder)
        score = [sys.executable, Path(shared) / "score" / "score.py"]
        return subprocess.call([*score, *(folder / part for part in ("observations.csv", "gold", "texts")), *rest])


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
