"""The unit list agrees with itself, and every form reads back as its unit."""
import re

import pytest

from minzheng.extract.numbers.quantities import find_quantities
from minzheng.reference.units import denominators, head_units, load_units, unit_dimension, units_by_form


@pytest.mark.parametrize(("form", "unit"), [
    (form, unit.name) for unit in load_units() for form in unit.forms
    if unit.dimension not in ("duration", "age", "score")       # those need a context
    and unit.name != "成"                                        # it becomes %, see below
])
def test_every_form_is_read_as_its_unit(form, unit):
    number = "36" if form != "大" else "6"
    assert [(q.value, q.unit) for q in find_quantities(f"共{number}{form}，")] == [(float(number), unit)]


def test_tenths_are_read_as_a_share():
    assert [(q.value, q.unit) for q in find_quantities("占6成，")] == [(60.0, "%")]


@pytest.mark.parametrize("word", [word for unit in load_units() for word in unit.words if word[0] not in "个人"])
def test_a_word_of_its_own_is_no_unit(word):
    plain = re.sub(r"\(\?=\[?(.).*", r"\1", re.sub(r"\(\?!.*", "", word))      # 张家(?=[口界港川]): 张家口
    assert all(q.rule != "number+unit" for q in find_quantities(f"排序36{plain}"))


def test_heads_and_denominators_name_known_units():
    known = units_by_form()
    assert {unit for place in ("near", "far", "before") for unit in head_units(place).values()} <= set(known)
    who, time, canonical = denominators()
    assert set(canonical.values()) <= {*who, *time}


@pytest.mark.parametrize(("unit", "dimension"), [
    ("元", "money"), ("元/月", "money per time"), ("元/人·月", "money per time"), ("元/人次", "money per persons"),
    ("人", "persons"), ("张", "count"), ("张/千人", "count per persons"), ("百分点", "points"), ("不明", ""),
])
def test_dimension(unit, dimension):
    assert unit_dimension(unit) == dimension
