"""Fit the points of confidence: how much each finding costs, by regularised logistic regression, each field alone.

python tests/confidence/fit.py      reads outcomes.csv beside it, writes lib/minzheng/reference/confidence.csv
"""
import csv
from collections import Counter
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
OUTCOMES = HERE / "outcomes.csv"
POINTS = HERE.parents[1] / "lib/minzheng/reference/confidence.csv"
LEAST = 15              # figures a finding must be seen with
RIDGE = 6.0             # strength of the pull of all points to nothing, in figures
PROOFS = frozenset({"confirmed by arithmetic"})     # all others may only cost: a lack of doubts is where we begin
_HEAD = "# Made by tests/confidence/fit.py from tests/confidence/outcomes.csv: log-odds, and the figures it was seen with.\n"


def read_outcomes() -> dict[str, list[tuple[tuple[str, ...], float, float, int]]]:
    """Field -> (findings, weight of the figures right, of those wrong, number of figures)."""
    fields: dict[str, list] = {}
    with OUTCOMES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found = tuple(row["evidence"].split("; ")) if row["evidence"] else ()
            fields.setdefault(row["field"], []).append((found, float(row["right"]), float(row["wrong"]), int(row["figures"])))
    return fields


def fit_field(outcomes: list[tuple[tuple[str, ...], float, float, int]]) -> dict[str, tuple[float, int]]:
    """Finding -> its points and the figures it was seen with; "" is where every figure begins."""
    seen = Counter()
    for found, _, _, figures in outcomes:
        seen.update(dict.fromkeys(found, figures))
    names = sorted(name for name, count in seen.items() if count >= LEAST)
    right, wrong = (np.array([row[n] for row in outcomes]) for n in (1, 2))
    while True:
        matrix = np.array([[1.0, *(name in row[0] for name in names)] for row in outcomes])
        points = regress(matrix, right, wrong)
        kept = [name for name, value in zip(names, points[1:], strict=True) if value < 0 or name in PROOFS]
        if kept == names:
            break
        names = kept
    return {"": (points[0], sum(row[3] for row in outcomes))} | {
        name: (value, seen[name]) for name, value in zip(names, points[1:], strict=True)}


def regress(matrix: np.ndarray, right: np.ndarray, wrong: np.ndarray) -> np.ndarray:
    """Log-odds of each column, by Newton's method; the first column is free of the ridge."""
    points, ridge = np.zeros(matrix.shape[1]), np.full(matrix.shape[1], RIDGE)
    points[0], ridge[0] = 3.0, 1e-3
    for _ in range(40):
        chance = 1 / (1 + np.exp(-matrix @ points))
        slope = matrix.T @ (right * (1 - chance) - wrong * chance) - ridge * points
        curve = (matrix * ((right + wrong) * chance * (1 - chance))[:, None]).T @ matrix + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        points += np.clip(step, -2, 2)
        if abs(step).max() < 1e-8:
            break
    return points


def as_text(fields: dict[str, dict[str, tuple[float, int]]]) -> str:
    """The file of points, dearest findings first within each field."""
    lines = [_HEAD, "field,evidence,points,figures\n"]
    for field, points in fields.items():
        rows = sorted(points.items(), key=lambda row: (row[0] != "", round(row[1][0], 2), row[0]))
        lines += [f'{field},"{name}",{value:.2f},{figures}\n' for name, (value, figures) in rows]
    return "".join(lines)


def fitted() -> str:
    """What the file of points must hold."""
    return as_text({field: fit_field(outcomes) for field, outcomes in read_outcomes().items()})


if __name__ == "__main__":
    POINTS.write_text(fitted(), encoding="utf-8")
