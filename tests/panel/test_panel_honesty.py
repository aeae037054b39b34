"""Properties: implied intervals hold the truth, and every row rests on observations that are there."""
from hypothesis import given, settings
from hypothesis import strategies as st

from minzheng.panel.growth import year_over_year

from .rows import growth, level, table

FIRST_YEAR = 2015


@st.composite
def published_series(draw):
    """A true series, and what bulletins print of it: levels rounded to units, rates rounded to some decimals."""
    truth = [draw(st.floats(200, 5000))]
    for rate in draw(st.lists(st.floats(-30, 30), min_size=1, max_size=4)):
        truth.append(truth[-1] * (1 + rate / 100))
    rows = []
    for number, value in enumerate(truth):
        year = str(FIRST_YEAR + number)
        printed_level = number == len(truth) - 1 or draw(st.booleans())
        if printed_level:
            rows.append(level("某标准", round(value), "元/月", period=year, obs_id=f"l{year}"))
        if number and draw(st.integers(0, 3)):
            places = draw(st.integers(0, 2))
            rate = 100 * (value / truth[number - 1] - 1)
            rows.append(growth("某标准", abs(round(rate, places)), half=0.5 * 10**-places, period=year,
                               sign="-" if round(rate, places) < 0 else "+", obs_id=f"g{year}",
                               of=f"l{year}" if printed_level and draw(st.booleans()) else ""))
    return truth, draw(st.permutations(rows))


@given(published_series())
@settings(max_examples=40, deadline=None)
def test_the_truth_lies_in_every_interval(series):
    truth, rows = series
    for row in year_over_year(table(*rows)).dropna(subset="value").itertuples():
        true = truth[int(row.period) - FIRST_YEAR]
        assert row.value_min - 1e-6 <= true <= row.value_max + 1e-6
        assert row.value_min <= row.value <= row.value_max


@given(published_series())
@settings(max_examples=25, deadline=None)
def test_stated_and_computed_rates_of_one_truth_agree(series):
    assert year_over_year(table(*series[1]))["growth_agrees"].fillna(True).all()


@given(published_series())
@settings(max_examples=25, deadline=None)
def test_every_row_rests_on_observations_and_none_is_lost(series):
    rows = series[1]
    found = year_over_year(table(*rows))
    used = [ids.split(";") for ids in found["obs_ids"]]
    given_ids = {row.obs_id for row in rows}
    assert all(ids and set(ids) <= given_ids and len(set(ids)) == len(ids) for ids in used)
    assert set().union(*used) == given_ids
    assert found["period"].is_unique
    assert all(row.obs_ids.startswith("l") for row in found.dropna(subset="value").itertuples())
