"""The dataset for other people's programs: a Frictionless data package, and SDMX-CSV."""
import hashlib
import json
import re
from pathlib import Path

import pandas as pd

from minzheng.panel.cells import reconcile
from minzheng.panel.codebook import load_codebook
from minzheng.panel.exports import GUARD, table_as_csv, write_whole
from minzheng.panel.schema import ALLOWED, DOCUMENT_DTYPES, DTYPES, SHAPES
from minzheng.reference.indicators import load_indicators

UNKNOWN_LICENCE = {"name": "notspecified", "title": "not specified: the bulletins are their publishers'"}
FLOW = "MINZHENG:OBSERVATIONS(1.0)"
SDMX_COLUMNS = ["STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "AREA_SCOPE", "INDICATOR", "SUBJECT",
                "MEASURE", "BASIS", "UNIT_MEASURE", "PERIOD_KIND", "STATUS", "TIME_PERIOD", "OBS_VALUE",
                "VALUE_MIN", "VALUE_MAX", "VERDICT", "OBS_IDS"]
_TYPES = {"str": "string", "int64": "integer", "float64": "number"}
_LEFT_OUT = ["raw", "text", "marks"]        # of documents: long, and other people's words


def write_package(tables: dict[str, pd.DataFrame], folder: str | Path, licence: dict | None = None) -> None:
    """Write datapackage.json and one CSV a table: `observations`, and if given `documents`, with the indicator list.

    `licence` is a Frictionless licence ({"name": …, "title": …, "path": …}) for the data. Text cells that a
    spreadsheet would take for a formula have GUARD in front, as the package's description says.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    tables = {name: table.drop(columns=_LEFT_OUT, errors="ignore") for name, table in tables.items()}
    tables["indicators"] = _indicator_list()
    resources = [_write_resource(name, table, folder) for name, table in tables.items()]
    package = {
        "profile": "tabular-data-package", "name": "minzheng-observations", "title": "民政公报数据",
        "description": f"Figures of Chinese civil-affairs bulletins, each with its words and place. In text columns a "
                       f"leading {GUARD} guards what spreadsheets would take for a formula; take one off when reading.",
        "licenses": [licence or UNKNOWN_LICENCE], "resources": resources,
    }
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    write_whole(folder / "datapackage.json", lambda part: part.write_text(text, encoding="utf-8"))


def write_sdmx(observations: pd.DataFrame, path: str | Path) -> None:
    """Write SDMX-CSV 2.0: one row per cell, the preferred value of its sources; columns SDMX_COLUMNS.

    INDICATOR is `_O` (other) where there is no code, and SUBJECT then tells cells apart; ranges of months are written
    as start and length, `2020-01-01/P5M`. Open intervals are left empty.
    """
    cells = reconcile(observations)
    cells = cells.assign(
        STRUCTURE="dataflow", STRUCTURE_ID=FLOW, ACTION="I", FREQ=cells["period"].map(frequency),
        TIME_PERIOD=cells["period"].map(sdmx_period), SUBJECT=cells["subject"].where(cells["indicator"] == "", ""),
        INDICATOR=cells["indicator"].where(cells["indicator"] != "", "_O"), OBS_VALUE=cells["value"],
        REF_AREA=cells["region"], UNIT_MEASURE=cells["unit"],
    )
    for name in ("value_min", "value_max"):
        cells[name] = cells[name].where(cells[name].abs() != float("inf"))
    cells = cells.drop(columns=["indicator", "subject", "unit", "value"]).rename(columns=str.upper)
    text = table_as_csv(cells[SDMX_COLUMNS])
    write_whole(Path(path), lambda part: part.write_text(text, encoding="utf-8", newline=""))


def sdmx_period(period: str) -> str:
    """A period as SDMX writes it.

    >>> [sdmx_period(period) for period in ("2021", "2018-Q1", "2020-S1", "2020-05", "2020-01/2020-05", "2016/2020")]
    ['2021', '2018-Q1', '2020-S1', '2020-05', '2020-01-01/P5M', '2016-01-01/P5Y']
    """
    first, _, last = period.partition("/")
    if not last:
        return period
    if len(first) == 4:
        return f"{first}-01-01/P{int(last) - int(first) + 1}Y"
    months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:] or 12) - int(first[5:]) + 1
    return f"{first}-01/P{months}M"


def frequency(period: str) -> str:
    """The SDMX code of how often such a period comes: A, S, Q, M, or _O for other stretches.

    >>> [frequency(period) for period in ("2021", "2018-Q1", "2020-S1", "2020-05", "2020-01/2020-05")]
    ['A', 'Q', 'S', 'M', '_O']
    """
    if "/" in period:
        return "_O"
    part = re.sub(r"[\d-]", "", period)
    return part or ("A" if len(period) == 4 else "M")


def _write_resource(name: str, table: pd.DataFrame, folder: Path) -> dict:
    """Write one table and describe it."""
    data = table_as_csv(table).encode("utf-8")
    write_whole(folder / f"{name}.csv", lambda part: part.write_bytes(data))
    resource = {
        "name": name, "path": f"{name}.csv", "profile": "tabular-data-resource", "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8", "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {"fields": _fields(name, table), "missingValues": [""]},
    }
    if name == "observations":
        resource["schema"]["primaryKey"] = "obs_id"
    return resource


def _fields(name: str, table: pd.DataFrame) -> list[dict]:
    dtypes = {"observations": DTYPES, "documents": DOCUMENT_DTYPES}.get(name, {})
    book = load_codebook().set_index("column") if name == "observations" else pd.DataFrame()
    fields = []
    for column in table.columns:
        field = {"name": column, "type": _TYPES[dtypes.get(column, "str")]}
        if column in book.index:
            field |= {"title": book.at[column, "含义"], "description": book.at[column, "meaning"]}
        if name == "observations":
            field |= {"constraints": _constraints(column)} if _constraints(column) else {}
        fields.append(field)
    return fields


def _constraints(column: str) -> dict:
    if column in SHAPES:
        return {"pattern": SHAPES[column].removeprefix("|")}
    allowed = sorted(ALLOWED.get(column, set()) - {""})
    return ({"enum": allowed} if allowed else {}) | ({"required": True, "unique": True} if column == "obs_id" else {})


def _indicator_list() -> pd.DataFrame:
    rows = [(one.code, one.name_zh, one.name_en, one.domain, "|".join(one.units), one.kind)
            for one in load_indicators()]
    return pd.DataFrame(rows, columns=["code", "name_zh", "name_en", "domain", "units", "kind"], dtype="str")
