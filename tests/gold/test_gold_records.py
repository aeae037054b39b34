"""The gold records themselves: well formed, inside their ranges, and true to the numerals of the texts."""
import json
import math
import re
from itertools import combinations
from pathlib import Path

import pytest
from score_ranges import GROUPS, HERE, SEALED, cut, is_inside, load_ranges, main, read_text, stems_of

from minzheng.reference.indicators import load_indicators

RANGES = load_ranges()
STEMS = sorted(RANGES)

ALLOWED = {
    "measure": {"level", "prior", "growth", "change", "share", "multiple", "duration"},
    "bound": {"exact", "about", "above", "below"},
    "sign": {"+", "-", ""},
    "status": {"actual", "target"},
    "growth_basis": {"yoy", "mom", "unspecified"},
}
KEYS = {"n", "raw_start", "raw_stop", "value", "unit", "measure", "bound", "sign"}
KEYS |= {"subject", "region", "period", "status", "growth_of"}
OPTIONAL = {"growth_basis", "period_alt", "unit_alt", "status_alt", "measure_alt", "spoiled", "indicator"}
PERIOD = re.compile(r"@?\d{4}(-\d{2}|-Q[1-4])?|\d{4}-\d{2}/\d{4}-\d{2}|")
MAGNITUDES = {"百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
WIDTH = str.maketrans("．％", ".%")
AMOUNT = re.compile(r"(\d+(?:\.\d+)?)?[多余餘]?((?:[百万萬亿億]|千(?!瓦))*)")
APPROXIMATORS = {
    "above": r"[多余餘]|^超|^突破|以上$",
    "below": r"^近|^將近|以内$",
    "about": r"左右$",
}


def load(stem: str) -> list[dict]:
    return json.loads((HERE / f"{stem}.json").read_text(encoding="utf-8"))


def amount_of(surface: str) -> float:
    """The number a surface states, magnitudes multiplied out: '3億多元' is 3e8, '超千亿元' 1e11."""
    found = next(m for m in AMOUNT.finditer(surface) if m[0])
    return float(found[1] or 1) * math.prod(MAGNITUDES[sign] for sign in found[2])


@pytest.mark.parametrize(
    ("surface", "amount"),
    [
        ("3億多元", 3e8),
        ("超千亿元", 1e11),
        ("近百户", 100),
        ("1.6亿千瓦", 1.6e8),
        ("6000余条", 6000),
        ("10.36百亿亿次/秒", 1.036e19),
    ],
)
def test_amount_of_reads_magnitudes(surface, amount):
    assert amount_of(surface) == pytest.approx(amount)


@pytest.mark.parametrize("stem", STEMS)
def test_fields_hold_allowed_values(stem):
    records = load(stem)
    assert [r["n"] for r in records] == list(range(1, len(records) + 1))
    for r in records:
        assert KEYS <= r.keys() <= KEYS | OPTIONAL, r["n"]
        assert all(r[field] in allowed for field, allowed in ALLOWED.items() if field in r), r["n"]
        assert set(r.get("measure_alt", [])) <= ALLOWED["measure"] - {r["measure"]}, r["n"]
        assert set(r.get("status_alt", [])) <= ALLOWED["status"] - {r["status"]}, r["n"]
        assert all(PERIOD.fullmatch(period) for period in (r["period"], *r.get("period_alt", []))), r["n"]
        assert re.fullmatch(r"(\d{6})?", r["region"]), r["n"]
        assert bool(r["sign"]) == (r["measure"] in ("growth", "change")), r["n"]
        assert ("growth_basis" in r) == (r["measure"] == "growth"), r["n"]
        assert r["unit"] and r["subject"].strip() == r["subject"] != "", r["n"]
        assert len(r["subject"]) <= 30, r["n"]


@pytest.mark.parametrize("stem", STEMS)
def test_indicators_are_on_the_list(stem):
    codes = {indicator.code for indicator in load_indicators()}
    assert {r["indicator"] for r in load(stem) if "indicator" in r} <= codes


@pytest.mark.parametrize("stem", STEMS)
def test_growth_points_to_the_level_of_the_same_indicator(stem):
    records = load(stem)
    for r in records:
        if r["growth_of"] is not None:
            level = records[r["growth_of"] - 1]
            assert r["measure"] in ("growth", "change")
            assert level["measure"] in ("level", "share")
            assert all(level[field] == r[field] for field in ("subject", "region", "status")), r["n"]


@pytest.mark.parametrize("stem", STEMS)
def test_spans_follow_one_another_inside_the_ranges(stem):
    records, ranges = load(stem), RANGES[stem]["ranges"]
    edges = [edge for span in ranges for edge in span]
    assert edges == sorted(edges)
    assert edges[-1] <= RANGES[stem]["characters"]
    stops = [0, *(r["raw_stop"] for r in records)]
    for r, stop_before in zip(records, stops, strict=False):
        assert stop_before <= r["raw_start"] < r["raw_stop"], r["n"]
        assert any(start <= r["raw_start"] and r["raw_stop"] <= stop for start, stop in ranges), r["n"]


@pytest.mark.shared
@pytest.mark.parametrize("stem", STEMS)
def test_surfaces_state_the_values(stem, shared):
    text = read_text(shared, stem)
    assert len(text) == RANGES[stem]["characters"]
    for r in load(stem):
        surface = text[r["raw_start"] : r["raw_stop"]].translate(WIDTH)
        assert amount_of(surface) == pytest.approx(r["value"], rel=1e-12), (r["n"], surface)
        in_table = text[: r["raw_start"]].endswith("| ")  # there the unit stands in the head of the column
        assert ("%" in surface) == (r["unit"] == "%" and not in_table), (r["n"], surface)
        assert ("‰" in surface) == (r["unit"] == "‰"), (r["n"], surface)
        assert not re.match(r"[\d.]\d", text[r["raw_start"] - 1 : r["raw_start"] + 1]), (r["n"], surface)
        said = {bound for bound, pattern in APPROXIMATORS.items() if re.search(pattern, surface)}
        assert not said or {r["bound"]} == said, (r["n"], surface)


@pytest.mark.shared
@pytest.mark.parametrize("stem", STEMS)
def test_no_subject_is_a_sentence_of_the_document(stem, shared):
    def plain(words):
        return re.sub(r"[^\u3400-\u9fff0-9]", "", words)

    text = plain(read_text(shared, stem))
    for r in load(stem):
        subject = plain(r["subject"])
        assert not any(subject[i : i + 22] in text for i in range(len(subject) - 21)), r["n"]


def test_an_observation_counts_only_wholly_inside_a_range():
    ranges = [[0, 10], [14, 20]]
    assert is_inside({"raw_start": "5", "raw_stop": "10"}, ranges)
    assert not is_inside({"raw_start": "9", "raw_stop": "12"}, ranges)
    assert not is_inside({"raw_start": "20", "raw_stop": "22"}, ranges)


@pytest.mark.shared
def test_cut_drops_what_lies_in_a_gap_between_ranges(shared, tmp_path):
    stem = "H_hailar_2014.utf8"
    inside, gap = load(stem)[0], RANGES[stem]["ranges"][0][1]
    rows = [f"{stem}.txt,{inside['raw_start']},{inside['raw_stop']}", f"{stem}.txt,{gap},{gap + 2}", "other.txt,1,2"]
    table = tmp_path / "all.csv"
    table.write_text("\n".join(["source,raw_start,raw_stop", *rows]), encoding="utf-8")
    cut(table, shared, [stem], tmp_path)
    kept = (tmp_path / "observations.csv").read_text(encoding="utf-8").splitlines()
    assert kept[1:] == rows[:1]


def test_every_document_belongs_to_one_group():
    groups = [stems_of(), *(stems_of(option) for option in GROUPS)]
    assert sorted(stem for group in groups for stem in group) == STEMS
    assert all(groups)


@pytest.mark.shared
def test_cut_takes_no_rows_of_another_format_of_the_same_name(shared, tmp_path):
    stem = "G02_nanjing_2021-2024"
    first = load(stem)[0]["raw_start"]
    table = tmp_path / "all.csv"
    table.write_text(f"source,raw_start,raw_stop\n{stem}.docx,{first},{first + 2}\n", encoding="utf-8")
    cut(table, shared, [stem], tmp_path)
    assert len((tmp_path / "observations.csv").read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.parametrize("option", ["--held-back", "--fresh2-b", "--fresh2"])
def test_errors_of_the_held_back_documents_stay_unseen(option, tmp_path):
    assert set(STEMS) > SEALED
    with pytest.raises(SystemExit, match="held-back"):
        main([tmp_path / "none.csv", tmp_path, option, "--errors"])


def test_the_second_fresh_set_is_its_two_halves():
    assert sorted(stems_of("--fresh2")) == sorted(stems_of("--fresh2-a") + stems_of("--fresh2-b"))


def test_two_sets_share_no_figure_of_a_text():
    for one, other in combinations(STEMS, 2):
        if Path(one).name == Path(other).name:
            first = [(r["raw_start"], r["raw_stop"]) for r in load(one)]
            assert not any(a < r["raw_stop"] and r["raw_start"] < b for a, b in first for r in load(other)), (one, other)
