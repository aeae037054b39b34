"""Properties: implied intervals hold the truth, and every row rests on observations that are there."""
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from minzheng.panel.cells import reconcile
from minzheng.panel.comparable import in_one_unit
from minzheng.panel.growth import year_over_year
from minzheng.panel.review import list_doubts
from minzheng.panel.summary import province_summary
from minzheng.panel.targets import match_targets

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


@given(published_series(), st.lists(st.sampled_from(["元/月", "元/人·月", "元/年"]), min_size=5, max_size=5))
@settings(max_examples=30, deadline=None)
def test_the_truth_lies_in_every_interval_of_a_series_that_changes_its_unit(series, units):
    """True values by month; a level printed by year is twelve times that, rounded to whole yuan."""
    truth, rows = series
    printed = []
    for row in rows:
        row = replace(row, indicator="SA.U.STD")
        if row.measure == "level":
            unit = units[int(row.period) - FIRST_YEAR]
            value = float(round(truth[int(row.period) - FIRST_YEAR] * (12 if unit == "元/年" else 1)))
            row = replace(row, unit=unit, value=value, value_min=value - 0.5, value_max=value + 0.5)
        printed.append(row)
    found = year_over_year(in_one_unit(table(*printed))).dropna(subset="value")
    assert found["unit"].nunique() == 1
    for row in found.itertuples():
        true = truth[int(row.period) - FIRST_YEAR] * (12 if row.unit == "元/年" else 1)
        assert row.value_min - 1e-6 <= true <= row.value_max + 1e-6
    assert found["growth_agrees"].fillna(True).all()


@given(published_series(), st.data())
@settings(max_examples=25, deadline=None)
def test_no_operation_makes_a_row_that_rests_on_nothing(series, data):
    """Some rows become targets, shares, plans, copies on another site, and doubtful ones."""
    rows = []
    for row in series[1]:
        changed = data.draw(st.sampled_from([
            {}, {"status": "target", "source": "plan.txt"}, {"measure": "share", "unit": "%"},
            {"subject": "确定某工程项目", "unit": "个"}, {"flags": "spoiled"}]))
        rows += [replace(row, **changed)]
        if data.draw(st.booleans()):
            rows.append(replace(rows[-1], obs_id=f"{row.obs_id}'", source="b.txt"))
    observations = table(*rows)
    known = {row.obs_id for row in rows}
    summary = province_summary(observations, "210000", FIRST_YEAR + 1)
    matched = match_targets(observations)
    ids = [*reconcile(observations)["obs_ids"], *summary.levels["obs_ids"], *summary.growth["obs_ids"],
           *matched["target_id"], *matched.loc[matched["verdict"] != "open", "actual_id"],
           *summary.doubts["obs_id"], *list_doubts(observations)["obs_id"], *in_one_unit(observations)["obs_id"]]
    assert all(joined and set(joined.split(";")) <= known for joined in ids)
    assert (matched.loc[matched["verdict"] == "open", "actual_id"] == "").all()
