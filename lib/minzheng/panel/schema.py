"""What the stored tables look like, and the check that they do. The door of pandera.

pandera is imported when a table is checked, not when this module is: the plain helpers here are used everywhere.
"""
from collections.abc import Iterable
from dataclasses import fields
from functools import cache

import pandas as pd

from minzheng.errors import DatasetError
from minzheng.extract.observations import Observation

DTYPES = {field.name: {str: "str", int: "int64", float: "float64"}[field.type] for field in fields(Observation)}
DOCUMENT_DTYPES = {
    "doc_id": "str", "source": "str", "title": "str", "issuer": "str", "region": "str", "date": "str",
    "encoding": "str", "format": "str", "sha256": "str", "flags": "str", "edits": "str", "marks": "str",
    "characters": "int64", "observations": "int64", "raw": "str", "text": "str",
}
ALLOWED = {
    "area_scope": {"whole", "own-level", "subset"},
    "period_kind": {"point", "flow", "cumulative", ""},
    "bound": {"exact", "about", "above", "below"},
    "measure": {"level", "prior", "growth", "change", "share", "multiple", "duration"},
    "basis": {"yoy", "mom", "unspecified", ""},
    "sign": {"+", "-", ""},
    "status": {"actual", "target"},
}
SHAPES = {"region": r"|\d{6}", "period": r"|\d{4}(-S[12]|-Q[1-4]|-\d\d)?(/\d{4}(-\d\d)?)?"}


def observations_frame(observations: Iterable[Observation]) -> pd.DataFrame:
    """Observations as a table: one row each, the columns of `Observation` in order, text as `str`, never absent."""
    rows = list(observations)
    columns = {name: pd.Series([getattr(row, name) for row in rows], dtype=dtype) for name, dtype in DTYPES.items()}
    return pd.DataFrame(columns)


def check_observations(table: pd.DataFrame, place: str) -> pd.DataFrame:
    """The table itself, if it has the columns, kinds and values of observations.

    Raises DatasetError with every offending column, value and row; `place` names the file in the message.
    """
    return _check(_observation_schema(), table, place)


def check_documents(table: pd.DataFrame, place: str) -> pd.DataFrame:
    """The table itself, if it is a documents table (columns: DOCUMENT_DTYPES). Raises DatasetError."""
    return _check(_document_schema(), table, place)


def _check(schema, table: pd.DataFrame, place: str) -> pd.DataFrame:
    from pandera.errors import SchemaErrors

    try:
        return schema.validate(table, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases.head(20)
        offenders = "\n".join(f"  {c.column}: {c.failure_case!r} ({c.check}, row {c.index})"
                              for c in cases.itertuples())
        raise DatasetError(
            f"{place}: {len(error.failure_cases)} values are not as the schema says:\n{offenders}\n"
            "Build the dataset anew in an empty folder; if that does not help, the extraction has a bug."
        ) from error


@cache
def _observation_schema():
    import pandera.pandas as pa

    def interval_holds_value(table):
        return (table["value_min"] <= table["value"]) & (table["value"] <= table["value_max"])

    def offsets_rise(table):
        return (table["start"] <= table["stop"]) & (table["raw_start"] <= table["raw_stop"])

    checks = {name: [pa.Check.isin(allowed)] for name, allowed in ALLOWED.items()}
    checks |= {name: [pa.Check.str_matches(rf"^({shape})$")] for name, shape in SHAPES.items()}
    checks |= {name: [pa.Check.str_length(min_value=1)] for name in ("obs_id", "doc_id", "source", "subject", "words")}
    checks["confidence"] = [pa.Check.in_range(0, 1)]
    columns = {name: pa.Column(dtype, checks.get(name), unique=name == "obs_id") for name, dtype in DTYPES.items()}
    return pa.DataFrameSchema(
        columns, [pa.Check(interval_holds_value), pa.Check(offsets_rise)], strict=True, ordered=True
    )


@cache
def _document_schema():
    import pandera.pandas as pa

    columns = {name: pa.Column(dtype) for name, dtype in DOCUMENT_DTYPES.items()}
    return pa.DataFrameSchema(columns, strict=True, ordered=True)
