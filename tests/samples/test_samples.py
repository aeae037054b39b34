"""The sample bulletins: made as the recipe says, read back as they were written, figures as typed by hand."""
import io
import json
import re
from collections import Counter
from difflib import SequenceMatcher
from functools import cache
from zipfile import ZipFile

import pytest
from make_samples import CELL, HERE, RAW, clean_source, load_recipe, make_sample

from minzheng.decode.document import Document, read_bulletin
from minzheng.extract.observations import extract_observations

RECIPE = load_recipe()
GOLD = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / "gold").glob("*.json"))}
FIELDS = ("value", "unit", "sign", "measure", "region", "status")
LOSSY = {                       # share of the characters that may differ where the damage cannot all be undone
    "liaoning-2021-sample": 0.01, "hunan-2020-sample": 0.03,        # misaligned runs left flagged
    "hunan-2022-sample": 0.01,                                      # line ends that may be paragraphs
}


@cache
def read_sample(name: str) -> Document:
    return read_bulletin(RAW / f"{name}.{RECIPE[name]['format']}")


def words_of(text: str) -> str:
    """The text without line ends and the frames of tables."""
    return re.sub(r"\s+|\|", "", text.replace(CELL, " "))


def distance(one: str, other: str) -> int:
    """Characters that differ between two texts."""
    spans = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for kind, a, b, c, d in spans if kind != "equal")


def test_every_sample_has_a_source_a_recipe_and_a_file():
    sources = {path.stem for path in HERE.glob("*.txt")}
    files = {path.name for path in RAW.iterdir() if path.stem.endswith("-sample")}
    assert sources == set(RECIPE)
    assert files == {f"{name}.{how['format']}" for name, how in RECIPE.items()}


def test_the_samples_cover_what_they_should():
    assert len({how["region"] for how in RECIPE.values()}) >= 6
    years = {(how["region"], how["year"]) for how in RECIPE.values()}
    assert {(region, str(year)) for region, first in (("210000", 2019), ("210800", 2020), ("430000", 2020))
            for year in range(first, first + 3)} <= years
    assert {how["format"] for how in RECIPE.values()} == {"txt", "html", "docx"}
    assert {"utf-8", "gb18030", "big5"} <= {how.get("encoding") for how in RECIPE.values()}


@pytest.mark.parametrize("name", RECIPE)
def test_a_sample_is_what_the_maker_makes(name):
    made, there = make_sample(name, RECIPE[name]), (RAW / f"{name}.{RECIPE[name]['format']}").read_bytes()
    if RECIPE[name]["format"] == "docx":
        made, there = (ZipFile(io.BytesIO(data)).read("word/document.xml") for data in (made, there))
    assert made == there, "run tests/samples/make_samples.py"


@pytest.mark.parametrize("name", RECIPE)
def test_a_sample_says_that_it_is_one(name):
    assert "样例" in clean_source(name) and name.endswith("-sample")
    assert f"`{name}.{RECIPE[name]['format']}`" in (RAW / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", RECIPE)
def test_a_sample_decodes_to_its_clean_source(name):
    document, clean = read_sample(name), words_of(clean_source(name))
    text = document.text
    for mark in reversed([mark for mark in document.marks if mark.kind in ("furniture", "head", "tail")]):
        if text[mark.start:mark.stop] not in clean:
            text = text[:mark.start] + text[mark.stop:]
    wrong = distance(words_of(text), clean)
    assert wrong <= LOSSY.get(name, 0) * len(clean)


@pytest.mark.parametrize("name", RECIPE)
def test_a_clean_source_is_left_as_it_is(name):
    document = read_bulletin(HERE / f"{name}.txt")
    assert document.text == document.raw == clean_source(name)


@pytest.mark.parametrize("name", RECIPE)
def test_region_of_a_sample_is_found(name):
    regions = Counter(one.region for one in extract_observations(read_sample(name)))
    assert regions.most_common(1)[0][0] == RECIPE[name]["region"]


@pytest.mark.parametrize("name", GOLD)
def test_figures_of_a_clean_source_are_those_typed_by_hand(name):
    found = {one.start: one for one in extract_observations(read_bulletin(HERE / f"{name}.txt"))}
    right = Counter()
    for gold in GOLD[name]:
        assert clean_source(name)[gold["raw_start"]:gold["raw_stop"]] == gold["words"]
        near = [one for start, one in found.items() if start < gold["raw_stop"] and one.stop > gold["raw_start"]]
        for field, agrees in (agreement(gold, near[0]) if near else {}).items():
            right[field] += agrees
    shares = {field: right[field] / len(GOLD[name]) for field in (*FIELDS, "period")}
    assert min(shares["value"], shares["unit"], shares["sign"]) == 1, shares
    assert min(shares.values()) >= 0.95, shares
    assert len(found) == len(GOLD[name])


def agreement(gold: dict, one) -> dict[str, bool]:
    """Field -> whether the observation says what was typed."""
    periods = {period.lstrip("@") for period in (gold["period"], *gold.get("period_alt", ()))}
    return {field: getattr(one, field) == gold[field] for field in FIELDS} | {"period": one.period in periods}


@pytest.mark.parametrize("name", GOLD)
def test_damage_costs_no_figure(name):
    typed = Counter((gold["value"], gold["unit"], gold["measure"]) for gold in GOLD[name])
    found = Counter((one.value, one.unit, one.measure) for one in extract_observations(read_sample(name)))
    assert not typed - found


@pytest.mark.shared
def test_no_sample_holds_words_of_a_real_document(shared):
    """No run of 22 Chinese characters and digits is the same."""
    def runs(text: str) -> set[str]:
        plain = re.sub(r"[^\u4e00-\u9fff0-9]", "", text)
        return {plain[at:at + 22] for at in range(len(plain) - 21)}

    real = set()
    for path in [*shared.glob("seeds/*.txt"), *shared.glob("corpus/*.utf8.txt"), *shared.glob("corpus/G*.txt"),
                 *shared.glob("corpus/PR*.txt")]:
        real |= runs(read_bulletin(path).text)
    copied = {name: sorted(runs(clean_source(name)) & real) for name in RECIPE}
    assert len(real) > 10_000
    assert not {name: found for name, found in copied.items() if found}
