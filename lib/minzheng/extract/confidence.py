"""How sure a figure is: points for what its fields rest on, counted in annotated documents.

reference/confidence.csv gives each finding of `evidence` its points (log-odds); tests/confidence makes it.
"""
import csv
import math
from functools import cache, lru_cache
from pathlib import Path

from minzheng.extract.evidence import Evidence

_CSV = Path(__file__).parents[1] / "reference" / "confidence.csv"
FIELDS = Evidence._fields
SURE = 0.9
_MOST, _LEAST = 0.99, 0.05
_PER_FLAG = 0.3
_NAMELESS = 0.2         # a figure without a subject


def confidence_of(evidence: Evidence, flags: int) -> tuple[float, str]:
    """0–1: how likely all fields are right, and in words what costs most; a flagged figure is never above 0.9."""
    sure, words = _judge(evidence)
    return (max(_LEAST, round(sure - _PER_FLAG * flags, 2)), words) if flags else (sure, words)


@lru_cache(maxsize=16384)
def _judge(evidence: Evidence) -> tuple[float, str]:
    """Confidence without flags; the field that is least sure and what costs it most, "" where the figure is sure enough."""
    if not evidence.phrase:
        return _NAMELESS, "; least sure of its phrase: it has none"
    sure = min(_MOST, max(_LEAST, round(math.prod(map(_chance, FIELDS, evidence)), 2)))
    if sure > SURE:
        return sure, ""
    field, found = min(zip(FIELDS, evidence, strict=True), key=lambda one: _chance(*one))
    points = _points()[field]
    worst = min(found, key=lambda one: points.get(one, 0.0))
    return sure, f"; least sure of its {field} ({_chance(field, found):.2f}): {worst}"


@lru_cache(maxsize=16384)
def _chance(field: str, found: tuple[str, ...]) -> float:
    """How likely a field is right that rests on these findings."""
    points = _points()[field]
    return 1 / (1 + math.exp(-points[""] - sum(points.get(one, 0.0) for one in found)))


@cache
def _points() -> dict[str, dict[str, float]]:
    """Field -> finding -> points; "" stands for what every field has to begin with."""
    points: dict[str, dict[str, float]] = {field: {} for field in FIELDS}
    with _CSV.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            points[row["field"]][row["evidence"]] = float(row["points"])
    return points
