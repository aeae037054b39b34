"""The samples chain over the years: stated growth agrees with levels but once, targets meet their results."""
import pandas as pd
import pytest
from make_samples import RAW, load_recipe

from minzheng.panel.dataset import build_dataset, load_dataset
from minzheng.panel.growth import year_over_year
from minzheng.panel.targets import match_targets


@pytest.fixture(scope="module")
def observations(tmp_path_factory) -> pd.DataFrame:
    folder = tmp_path_factory.mktemp("dataset")
    build_dataset([RAW / f"{name}.{how['format']}" for name, how in load_recipe().items()], folder)
    return load_dataset(folder)


@pytest.fixture(scope="module")
def growth(observations) -> pd.DataFrame:
    return year_over_year(observations)


def test_stated_growth_agrees_with_the_levels_but_once(growth):
    both = growth[growth["growth_agrees"].notna()]
    broken = both[~both["growth_agrees"].astype(bool)]
    assert broken[["region", "indicator", "period"]].to_numpy().tolist() == [["350000", "ELD.BED", "2021"]]
    assert len(both) >= 40


@pytest.mark.parametrize(("region", "indicator", "year", "reported", "computed"), [
    ("210000", "SA.U.STD", "2021", 4.9, 4.91), ("210000", "SA.R.STD", "2021", 9.9, 9.90),
    ("210000", "SA.U.STD", "2020", 6.2, 6.16), ("210000", "MAR.REG", "2020", -17.0, -16.99),
    ("210800", "SA.U.STD", "2022", 3.9, 3.92), ("350000", "SA.U.N", "2021", 4.2, 4.19),
    ("350000", "ELD.BED", "2021", 12.0, 2.93), ("430000", "CHD.ORPHAN", "2022", -6.4, -6.43),
])
def test_growth_stated_and_computed(growth, region, indicator, year, reported, computed):
    cell = (growth["region"] == region) & (growth["indicator"] == indicator) & (growth["period"] == year)
    rows = growth[cell & growth["growth_computed"].notna()]
    assert rows[["growth_reported", "growth_computed"]].round(2).to_numpy().tolist() == [[reported, computed]]


@pytest.mark.parametrize(("region", "indicator", "year", "verdict"), [
    ("210000", "SA.U.STD", "2020", "exceeded"), ("210000", "SA.U.STD", "2021", "missed"),
    ("210000", "SA.R.STD", "2021", "exceeded"), ("210000", "ELD.JINGLAO_REPAIR", "2020", "kept"),
    ("210000", "ELD.JINGLAO_REPAIR", "2021", "missed"), ("210000", "CHA.SW_STATION", "2021", "missed"),
    ("210000", "SA.U.STD", "2022", "open"), ("210800", "FUN.ECO", "2021", "exceeded"),
    ("410000", "ELD.DAYCARE_NEW", "2018", "exceeded"), ("430000", "CHD.HOME_NEW", "2021", "missed"),
])
def test_targets_meet_their_results(observations, region, indicator, year, verdict):
    targets = match_targets(observations)
    found = targets[(targets["region"] == region) & (targets["indicator"] == indicator) & (targets["period"] == year)]
    assert set(found["verdict"]) == {verdict}       # the half-year's report tells one of them again
