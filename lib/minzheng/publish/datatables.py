"""The data of a run for spreadsheets and programs, and the page of what changed since the run before."""
from datetime import datetime
from pathlib import Path

import pandas as pd

from minzheng.errors import DatasetError
from minzheng.publish.atomic import write_whole

LAST = "tables/observations.parquet"        # also what the next run compares with
CHANGES = "changes.html"
FILES = ("tables/observations.csv", "tables/observations.xlsx", LAST, "tables/sdmx.csv",
         "tables/package/datapackage.json", CHANGES)


def write_tables(observations: pd.DataFrame, documents: pd.DataFrame, set_aside: pd.DataFrame, out: Path) -> None:
    """Write FILES into `out`: the observations in four forms, the workbook for colleagues, and the page of changes."""
    from minzheng.panel.exports import observations_frame, write_table
    from minzheng.panel.packages import write_package, write_sdmx
    from minzheng.panel.workbook import write_workbook

    (out / "tables").mkdir(exist_ok=True)
    if observations.empty:      # read from no part at all, its columns have no chunk, which pandas cannot join
        observations = observations_frame([])
    _write_changes(observations, out)
    write_table(observations, out / "tables/observations.csv")
    write_workbook(observations, documents, set_aside, out / "tables/observations.xlsx")
    write_sdmx(observations, out / "tables/sdmx.csv")
    write_package({"observations": observations, "documents": documents}, out / "tables/package")
    write_table(observations, out / LAST)


def _write_changes(observations, out) -> None:
    """Compare with the table that the run before left; without one all is new, and nothing is listed."""
    from minzheng.panel.parts import read_parts
    from minzheng.publish.changed import change_tables
    from minzheng.publish.pages import changes_page

    last, told = out / LAST, []
    try:
        if last.exists():
            told = change_tables(read_parts([last], "observations"), observations)
    except DatasetError:        # another version wrote other columns: nothing to compare with
        pass
    since = f"{datetime.fromtimestamp(last.stat().st_mtime):%Y-%m-%d %H:%M}" if told else ""
    page = changes_page(changes=told, since=since, now=f"{datetime.now():%Y-%m-%d %H:%M}", figures=len(observations))
    write_whole(out / CHANGES, page)
