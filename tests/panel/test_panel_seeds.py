"""The panel on the five real bulletins, where they lie beside the checkout."""
import os
from pathlib import Path

import pandas as pd
import pytest

from minzheng.panel.dataset import build_dataset, load_dataset, load_documents
from minzheng.panel.growth import year_over_year
from minzheng.panel.summary import province_summary
from minzheng.panel.targets import match_targets

from .rows import only

SHARED = Path(os.environ.get("MINZHENG_SHARED", Path(__file__).parents[2] / "../shared"))
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    if not (SHARED / "seeds").is_dir():
        pytest.skip("../shared is not there")
    out = tmp_path_factory.mktemp("seeds")
    built = build_dataset([SHARED / "seeds"], out)
    assert (built.documents, built.set_aside) == (5, [])
    return out


@pytest.fixture(scope="module")
def growth(seeds):
    return year_over_year(load_dataset(seeds))


@pytest.mark.parametrize(("code", "unit", "period", "kind", "low", "high", "rate"), [
    ("SA.U.STD", "元/月", "2021", "reported", 704.5, 705.5, 4.9),
    ("SA.U.STD", "元/月", "2020", "implied", 671.3, 672.9, 6.2),
    ("SA.U.STD", "元/月", "2019", "implied", 631.8, 633.9, None),
    ("SA.R.STD", "元/年", "2021", "reported", 6106.5, 6107.5, 9.9),
    ("SA.R.STD", "元/年", "2020", "implied", 5553.9, 5559.9, 9.6),
    ("SA.R.STD", "元/年", "2019", "implied", 5065.1, 5075.2, None),
])
def test_the_standards_of_liaoning(growth, code, unit, period, kind, low, high, rate):
    row = only(growth, region="210000", indicator=code, unit=unit, period=period)
    assert row["value_kind"] == kind
    assert [row["value_min"], row["value_max"]] == pytest.approx([low, high], abs=0.1)
    assert pd.isna(row["growth_reported"]) if rate is None else row["growth_reported"] == rate


@pytest.mark.parametrize(("subject", "now", "before"), [("集中供养", 6.6, 8), ("分散供养", 11, 13)])
def test_growth_for_orphans_stands_side_by_side(growth, subject, now, before):
    rows = growth[(growth["region"] == "210000") & growth["subject"].str.contains("孤儿")
                  & growth["subject"].str.contains(subject)].set_index("period")["growth_reported"]
    assert (rows["2021"], rows["2020"]) == (now, before)


def test_volunteers_of_may_2020_and_of_2021_are_no_yearly_growth(growth):
    rows = growth[(growth["region"] == "210000") & growth["subject"].str.contains("实名注册志愿者")]
    assert rows["period"].str[:5].tolist().count("2020-") == 1 and "2021" in set(rows["period"])
    assert rows["growth_computed"].isna().all()


@pytest.fixture(scope="module")
def targets(seeds):
    found = match_targets(load_dataset(seeds))
    return found[(found["region"] == "210800") & (found["measure"] == "growth")]


def test_targets_of_yingkou_are_open_and_the_province_is_context(targets):
    assert sorted(targets["target"]) == [4.5, 5, 7, 7.5]
    assert set(targets["verdict"]) == {"open"} and targets["actual"].isna().all()
    row = only(targets, target=5.0)
    assert (row["period"], row["context_region"], row["context"]) == ("2021", "210000", 6.6)


@pytest.mark.parametrize(("target", "context"), [(4.5, 4.9), (7.5, 9.9)])
def test_the_rates_of_liaoning_are_context_for_yingkou(targets, target, context):
    assert only(targets, target=target)["context"] == context


def test_yingkou_has_liaoning_as_context(seeds):
    summary = province_summary(load_dataset(seeds), "210800", 2021)
    assert only(summary.context, indicator="SA.U.STD")["value"] == 705


def test_documents_know_their_region(seeds):
    found = load_documents(seeds, columns=["source", "region"])
    assert [(row.source[:3], row.region) for row in found.itertuples()] == [
        ("000", "210000"), ("001", "210000"), ("002", "210800"), ("003", "410000"), ("004", "440000")]


def test_every_figure_leads_back_to_its_words(seeds):
    raw = load_documents(seeds).set_index("source")["raw"]
    for row in load_dataset(seeds).itertuples():
        assert raw[row.source][row.raw_start:row.raw_stop] == row.words
