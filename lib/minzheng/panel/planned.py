"""Figures that are reported, but name a plan: a list of projects that was settled is no result of the year."""
import re
from functools import cache
from importlib.resources import files

import pandas as pd

PLANNED = "planned"         # in place of the status `actual`
_DONE = re.compile(r"完成|超额|落实|执行|实施")      # what was carried out of a plan, or beyond it
_MONEY = re.compile(r"元")                  # money allotted is spent; a plan for it says so by its status


def is_planned(rows: pd.DataFrame) -> pd.Series:
    """Whether a row of status actual is the size of a plan by its subject (patterns and reasons: planned.csv).

    >>> rows = pd.DataFrame({"subject": ["确定敬老院改造项目", "完成敬老院改造任务", "安排补助资金"],
    ...                      "unit": ["个", "个", "元"], "measure": "level", "status": "actual"})
    >>> is_planned(rows).tolist()
    [True, False, False]
    """
    subjects = rows["subject"].unique()
    named = {subject: bool(_plan().search(subject)) and not _DONE.search(subject) for subject in subjects}
    of_things = ~rows["unit"].str.contains(_MONEY) & (rows["measure"] == "level") & (rows["status"] == "actual")
    return of_things & rows["subject"].map(named).astype(bool)


@cache
def _plan() -> re.Pattern:
    with (files("minzheng.panel") / "planned.csv").open(encoding="utf-8", newline="") as file:
        return re.compile("|".join(pd.read_csv(file)["pattern"]))
