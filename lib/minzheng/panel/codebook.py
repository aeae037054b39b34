"""The codebook: what each column of the observations table means, for exports and readers."""
from functools import cache
from importlib.resources import files

import pandas as pd

from minzheng.errors import CodeListError
from minzheng.extract.observations import COLUMNS


@cache
def load_codebook() -> pd.DataFrame:
    """column, 含义 (meaning in Chinese), meaning (in English), values (those allowed); one row a column.

    Raises CodeListError where the codebook does not list exactly the columns of an observation, in order.
    """
    with (files("minzheng.panel") / "codebook.csv").open(encoding="utf-8", newline="") as file:
        book = pd.read_csv(file, dtype="str", keep_default_na=False)
    if tuple(book["column"]) != COLUMNS:
        raise CodeListError(f"codebook.csv must list these columns, in this order: {', '.join(COLUMNS)}")
    return book
