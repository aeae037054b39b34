"""The months of feast days: 春节期间, 国庆假期."""
import csv
import datetime
from functools import cache
from importlib.resources import files

_FIXED = {"清明": 4, "元旦": 1, "五一": 5, "劳动节": 5, "国庆": 10}
_NEW_YEAR_WEEK = range(-1, 7)           # days of the holiday of 春节, from the eve


def months_of_feast(feast: str, year: int) -> str:
    """The period code of a feast's days in a year; of 元旦、春节 from the first to the second; "" where the year is not known.

    >>> months_of_feast("春节", 2022), months_of_feast("国庆", 2021), months_of_feast("元旦、春节", 2021), months_of_feast("春节", 0)
    ('2022-01/2022-02', '2021-10', '2021-01/2021-02', '')
    """
    months = [*_months_of(feast[:2], year), *_months_of(feast[-2:], year)] if "元旦" in feast else _months_of(feast, year)
    if not months:
        return ""
    return f"{year}-{min(months):02d}" + (f"/{year}-{max(months):02d}" if len(set(months)) > 1 else "")


def _months_of(feast: str, year: int) -> list[int]:
    if feast in _FIXED:
        return [_FIXED[feast]] * bool(year)
    if year not in _moving():
        return []
    first = datetime.date.fromisoformat(f"{year}-{_moving()[year][feast]}")
    return [(first + datetime.timedelta(days)).month for days in (_NEW_YEAR_WEEK if feast == "春节" else (0,))]


@cache
def _moving() -> dict[int, dict[str, str]]:
    """Month and day of the feasts of the lunar calendar (GB/T 33661), by year."""
    with (files("minzheng.reference") / "feasts.csv").open(encoding="utf-8", newline="") as table:
        return {int(row["year"]): row for row in csv.DictReader(table)}
