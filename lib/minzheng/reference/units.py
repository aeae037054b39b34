"""Units and measure words: canonical names, written forms, what they may be compared with (units.toml)."""
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib import resources

from minzheng.errors import CodeListError


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: `forms` are all its spellings, its name among them; see units.toml for the fields."""

    name: str
    dimension: str
    forms: tuple[str, ...]
    exact: bool = False
    words: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()


@cache
def load_units() -> tuple[Unit, ...]:
    """All units of units.toml.

    >>> [u.forms for u in load_units() if u.name == "千分点"]
    [('千分点', '个千分点')]

    Raises CodeListError listing every form that is written twice.
    """
    units = tuple(
        Unit(
            row["name"], row["dimension"], (row["name"], *row.get("forms", ())), row.get("exact", False),
            tuple(row.get("words", ())), tuple(row.get("only_after", ())),
        )
        for row in _table()["unit"]
    )
    twice = [form for form, n in Counter(form for unit in units for form in unit.forms).items() if n > 1]
    if twice:
        raise CodeListError(f"reference/units.toml: written forms that stand twice: {', '.join(twice)}")
    return units


@cache
def units_by_form() -> dict[str, Unit]:
    """Written form -> unit."""
    return {form: unit for unit in load_units() for form in unit.forms}


@cache
def unit_dimension(name: str) -> str:
    """The dimension of a canonical unit, denominators included; "" for one that is not in the list.

    >>> unit_dimension("元/人·月"), unit_dimension("人"), unit_dimension("张/千人"), unit_dimension("")
    ('money per time', 'persons', 'count per persons', '')
    """
    head, _, below = name.partition("/")
    unit = units_by_form().get(head)
    if unit is None:
        return ""
    if not below:
        return unit.dimension
    times = _table()["denominators"]["time"]
    return f"{unit.dimension} per {'time' if any(part in times for part in below.split('·')) else 'persons'}"


@cache
def denominators() -> tuple[tuple[str, ...], tuple[str, ...], dict[str, str]]:
    """What may stand below: (persons and things, times, spelling -> canonical)."""
    table = _table()["denominators"]
    return tuple(table["who"]), tuple(table["time"]), dict(table["canonical"])


@cache
def head_units(place: str) -> dict[str, str]:
    """Noun -> unit of a number without a measure word; `place` is near, far or before (units.toml).

    >>> head_units("far")["老年人"]
    '人'
    """
    return {noun: unit for unit, nouns in _table()["heads"][place].items() for noun in nouns}


@cache
def _table() -> dict:
    return tomllib.loads(resources.files(__package__).joinpath("units.toml").read_text(encoding="utf-8"))
