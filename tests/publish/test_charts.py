"""Charts say what they show, in words, without overlaps, hollow characters or changing bytes."""
import matplotlib
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from minzheng.panel.growth import year_over_year
from minzheng.panel.summary import province_summary
from minzheng.publish import story
from minzheng.publish.charts import plot_growth, plot_growth_grid, save_chart
from minzheng.publish.series import labelled

LONG = "全省城乡特困人员救助供养机构中失能半失能集中供养人员月人均护理补贴标准（含照料）"


def texts(chart) -> list[str]:
    return [text.get_text() for text in shown(chart)]


def shown(chart) -> list[Text]:
    FigureCanvasAgg(chart.figure).draw()
    return [text for text in chart.figure.findobj(Text) if text.get_visible() and text.get_text().strip()
            and (text.axes is None or (text.axes.get_visible() and (text.axes.axison or text in text.axes.texts)))]


def overlaps(chart) -> list[tuple[str, str]]:
    renderer = FigureCanvasAgg(chart.figure).get_renderer()
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in shown(chart)]
    return [(a, b) for i, (a, one) in enumerate(boxes) for b, other in boxes[i + 1:]
            if min(one.x1, other.x1) - max(one.x0, other.x0) > 1 and min(one.y1, other.y1) - max(one.y0, other.y0) > 1]


def spills(chart) -> list[str]:
    """Texts that leave the picture."""
    renderer, edge = FigureCanvasAgg(chart.figure).get_renderer(), chart.figure.bbox
    boxes = {text.get_text(): text.get_window_extent(renderer) for text in shown(chart)}
    return [text for text, box in boxes.items()
            if box.x0 < edge.x0 - 1 or box.x1 > edge.x1 + 1 or box.y0 < edge.y0 - 1 or box.y1 > edge.y1 + 1]


def series(observations, region, indicator, lang="zh"):
    growth = labelled(year_over_year(observations), lang)
    return growth[(growth["region"] == region) & (growth["indicator"] == indicator)]


@pytest.fixture(scope="module")
def all_charts(observations, documents):
    charts = []
    for region, year, lang in (("210000", 2021, "zh"), ("440000", 2020, "zh"), ("210800", 2021, "zh"),
                               ("440000", 2021, "en")):
        growth = story.region_growth(observations, region, lang)
        summary = province_summary(observations, region, year)
        charts += [story.growth_chart(growth, observations, documents, lang),
                   story.overview_chart(summary, observations, documents, lang),
                   story.comparison_chart(summary, observations, documents, lang),
                   *story.growth_charts(growth, observations, documents, lang)]
    return [chart for chart in charts if not isinstance(chart, story.Note)]


def test_reported_and_implied_values_are_told_apart_in_words(observations):
    chart = plot_growth(series(observations, "210000", "SA.U.STD"), source="来源：甲")
    assert {"705", "671.3–672.9", "631.8–633.9", "4.9%", "6.2%"} <= set(texts(chart))
    assert {"公布值", "由增幅倒推（误差线为区间）", "公布增幅"} <= set(texts(chart))
    assert "计算增幅" not in texts(chart)
    assert "水平（单位：元/月）" in texts(chart) and "来源：甲" in texts(chart)


def test_a_computed_rate_is_hatched_and_a_contradicting_one_is_named(observations):
    chart = plot_growth(series(observations, "440000", "MAR.REG"))
    bars = {round(bar.get_height(), 1): bar for bar in chart.figure.axes[1].patches}
    assert set(bars) == {-15.1, -10.5, -6.4}
    assert bars[-15.1].get_hatch() is None
    assert bars[-10.5].get_hatch() and bars[-6.4].get_hatch()
    assert bars[-10.5].get_edgecolor() != bars[-6.4].get_edgecolor()
    assert "公布与计算不符" in texts(chart)


def test_implied_points_are_hollow_and_reported_ones_filled(observations):
    points = [line for line in plot_growth(series(observations, "210000", "SA.U.STD")).figure.axes[0].lines
              if line.get_marker() == "o"]
    assert [line.get_markerfacecolor() == "white" for line in points] == [True, True, False]


def test_no_labels_overlap_and_none_leaves_the_picture(all_charts):
    assert len(all_charts) > 10
    assert [(chart.name, overlaps(chart)) for chart in all_charts if overlaps(chart)] == []
    assert [(chart.name, spills(chart)) for chart in all_charts if spills(chart)] == []


def test_the_overlap_check_can_fail(observations):
    chart = plot_growth(series(observations, "210000", "SA.U.STD"))
    chart.figure.text(0.5, 0.5, "abc")
    chart.figure.text(0.5, 0.5, "abd")
    assert overlaps(chart)


def test_many_long_names_still_fit(observations):
    growth = labelled(year_over_year(observations))
    one = growth[growth["growth_reported"].notna()].iloc[0].to_dict()
    rows = pd.DataFrame([one | {"label": f"{LONG}{i}", "series": str(i), "growth_reported": 1e4 * (i - 9)}
                         for i in range(25)])
    chart = plot_growth_grid(rows, source="来源：" + "某省民政厅某年度工作通报；" * 9)
    assert overlaps(chart) == [] and spills(chart) == []
    assert any("其余 7 项见表" in text for text in texts(chart))


@pytest.mark.parametrize("years,computed", [(3, True), (7, False), (12, True), (16, False)])
def test_many_years_still_fit(observations, years, computed):
    one = labelled(year_over_year(observations)).query("growth_reported.notna()").iloc[0].to_dict()
    rows = pd.DataFrame([one | {"period": str(2000 + year), "growth_reported": 99.9 + year, "value": 10.0 + year,
                                "value_kind": "implied", "value_min": 9.5 + year, "value_max": 10.5 + year,
                                "growth_computed": -88.8 if computed else float("nan")}
                         for year in range(years)])
    for chart in (plot_growth_grid(rows), plot_growth(rows)):
        assert overlaps(chart) == [] and spills(chart) == []


def test_equal_input_gives_equal_bytes(observations):
    first, second = (plot_growth(series(observations, "210000", "SA.U.STD"), source="来源：甲") for _ in range(2))
    assert first.png == second.png
    assert first.svg == second.svg


def test_a_saved_chart_is_named_by_codes_and_carries_its_words(observations, tmp_path):
    chart = plot_growth(series(observations, "210000", "SA.U.STD"))
    png, svg = save_chart(chart, tmp_path / "charts")
    assert (png.name, svg.name) == ("growth-SA.U.STD.png", "growth-SA.U.STD.svg")
    assert "2021年 705元/月 公布、公布增幅 4.9%" in chart.alt
    assert chart.alt in svg.read_text(encoding="utf-8")
    assert sorted(path.name for path in png.parent.iterdir()) == [png.name, svg.name]


def test_a_subject_never_becomes_a_file_name(observations):
    rows = labelled(year_over_year(observations))
    names = {plot_growth(group).name for _, group in rows.groupby("series")}
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_") for name in names)


def test_a_missing_character_is_an_error(observations):
    with pytest.raises(UserWarning, match=r"Glyph .* missing"):
        assert plot_growth(series(observations, "210000", "SA.U.STD"), source="\U0001f600").png


def test_drawing_leaves_matplotlib_as_it_was(observations):
    before = dict(matplotlib.rcParams)
    assert plot_growth(series(observations, "210000", "SA.U.STD")).png
    assert dict(matplotlib.rcParams) == before


def test_english_charts_hold_english_words(observations):
    chart = plot_growth(series(observations, "210000", "SA.U.STD", "en"), lang="en")
    assert {"published", "published rate", "Level (Unit: yuan/month)", "2021"} <= set(texts(chart))


def drawn(ax):
    """Lines with more than one point that are seen, and points."""
    lines = [line for line in ax.get_lines() if line.get_marker() == "None" and line.get_linestyle() != "None"]
    joins = [line for line in lines if pd.Series(line.get_ydata()).notna().sum() > 1 and set(line.get_ydata()) != {0}]
    return len(joins), sum(line.get_marker() == "o" for line in ax.get_lines())


def test_one_level_is_one_dot_with_its_value_and_no_line(observations):
    points = series(observations, "210000", "SA.U.STD")
    one = points[points["period"] == "2021"].assign(growth_reported=float("nan"), growth_computed=float("nan"))
    chart = plot_growth(one)
    assert [drawn(ax) for ax in chart.figure.axes] == [(0, 1)]
    assert "705" in texts(chart) and not any("没有可显示" in text for text in texts(chart))


def test_one_rate_is_one_bar_with_its_value(observations):
    points = series(observations, "210000", "SA.U.STD")
    one = points[points["period"] == "2021"].assign(value=float("nan"), unit="", growth_computed=float("nan"))
    chart = plot_growth(one)
    assert [len(ax.patches) for ax in chart.figure.axes] == [1] and "4.9%" in texts(chart)


def test_several_values_under_one_name_are_a_bar_between_them_without_a_dot(observations):
    points = series(observations, "210000", "SA.U.STD").head(1)
    several = points.assign(value=float("nan"), value_min=600.0, value_max=705.0, value_kind="several",
                            growth_reported=float("nan"), growth_computed=float("nan"))
    chart = plot_growth(several)
    assert [drawn(ax)[1] for ax in chart.figure.axes] == [0] and "600–705※" in texts(chart)
