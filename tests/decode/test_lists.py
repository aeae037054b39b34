"""The lists that decoding reads: every entry has a source, works, and does what it says."""
import csv
import re
import tomllib
from importlib.resources import files

import pytest

FOLDER = files("minzheng.reference")


def rows_of(name: str) -> list[dict]:
    with (FOLDER / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("name", ["zhe_phrases.csv", "radicals.csv", "spun_words.csv"])
def test_every_entry_is_complete_and_stands_once(name):
    rows = rows_of(name)
    assert all(all(row.values()) and None not in row for row in rows)
    keys = [next(iter(row.values())) for row in rows]
    assert sorted(keys) == sorted(set(keys))


def test_phrases_keep_the_length():
    assert [row for row in rows_of("zhe_phrases.csv") if len(row["traditional"]) != len(row["simplified"])] == []


@pytest.mark.parametrize(("name", "key", "patterns"), [
    ("furniture.toml", "pattern", ["words"]), ("spam_frames.toml", "frame", ["before", "anchor", "after"]),
])
def test_patterns_compile_and_have_a_source(name, key, patterns):
    table = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))[key]
    assert all(row["source"] for row in table)
    assert all(re.compile(row[pattern]) for row in table for pattern in patterns)


def test_kinds_of_furniture():
    table = tomllib.loads((FOLDER / "furniture.toml").read_text(encoding="utf-8"))["pattern"]
    assert {row["kind"] for row in table} == {"furniture", "head", "tail"}
    assert {row.get("tells", "") for row in table} == {"", "issuer", "date"}
