"""Where the workbook's folders lie, and opening its dataset for a region and a year that are there."""
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from minzheng.errors import ReportError
from minzheng.panel.dataset import build_dataset, load_dataset, load_documents
from minzheng.publish.series import years_of
from minzheng.reference.regions import region_name

CHECKOUT = Path(__file__).resolve().parents[3]
NOTEBOOKS = CHECKOUT / "notebooks"
RAW = CHECKOUT / "data" / "raw"
DATASET = CHECKOUT / "outputs" / "dataset"


class Opened(NamedTuple):
    """The two tables of a dataset."""

    observations: pd.DataFrame
    documents: pd.DataFrame


def open_dataset(data: str | Path = "") -> Opened:
    """The tables of the dataset in the folder `data`.

    Without a folder it is the checkout's own (outputs/dataset), built from data/raw where it is not there
    yet. Raises DatasetError where there is none or none can be built.
    """
    folder = Path(data) if data else DATASET
    if not data and not folder.exists():
        build_dataset([RAW], folder)
    return Opened(load_dataset(folder), load_documents(folder))


def region_code(region: str | int) -> str:
    """A region as six digits, since papermill turns `000000` into 0.

    >>> region_code(0), region_code("210000"), region_code(210800)
    ('000000', '210000', '210800')
    """
    return str(region).strip().zfill(6)


def choose(observations: pd.DataFrame, region: str | int, year: int | None = None) -> str:
    """The six-digit code of a region that has observations (in that year).

    Raises ReportError naming the regions, or the years of the region, that are there.
    """
    code = region_code(region)
    rows = observations[observations["region"] == code]
    if rows.empty:
        there = "、".join(f"{one} {region_name(one)}" for one in sorted(set(observations["region"]) - {""}))
        raise ReportError(f"region {code!r} has no observations; there are: {there or 'none at all'}")
    if year is not None and int(year) not in years_of(rows):
        there = ", ".join(map(str, years_of(rows)))
        raise ReportError(f"{code} {region_name(code)} has no observations for {year}; years there: {there}")
    return code
