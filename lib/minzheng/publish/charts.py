"""Drawings of levels and growth: rows of a table in, a `Chart` out; nothing global is touched."""
import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd
import seaborn as sns
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from minzheng.publish.atomic import write_whole
from minzheng.publish.chartlist import write_list
from minzheng.publish.converted import conversions_in_short
from minzheng.publish.panels import (
    chosen_rate,
    coverage_keys,
    draw_coverage,
    draw_levels,
    draw_rate_bars,
    draw_rates,
    has_level,
    is_doubtful,
    level_keys,
    percent,
    rate_keys,
    strip_axes,
    thin_years,
    with_rates,
    with_unit,
)
from minzheng.publish.series import main_unit, of_one_grain, year_of
from minzheng.publish.several import SEVERAL
from minzheng.publish.style import ACCENT, DPI, INK, QUIET, chart_style
from minzheng.publish.wording import MARK, interval, number, period_label, scale, shorten, unit_label, words, wrap

MOST_BARS = 16      # beyond this a page of bars is no longer read; the table beside it has all
MOST_PANELS = 18
COLOURS = 128       # of a PNG: few hues, and their shades at the edges of letters
EDGE = 0.12         # inches


@dataclass(frozen=True)
class Chart:
    """A figure with its name (codes only, fit for a file), title and a text that stands in for it."""

    figure: Figure
    name: str
    title: str
    alt: str

    @cached_property
    def png(self) -> bytes:
        """The drawing as PNG, 200 dpi; equal input gives equal bytes."""
        told, buffer = PngInfo(), io.BytesIO()
        for name, text in (("Title", self.title), ("Description", self.alt)):
            told.add_itxt(name, text)
        self.figure.dpi = DPI
        canvas = FigureCanvasAgg(self.figure)
        with chart_style():
            canvas.draw()
        picture = Image.frombuffer("RGBA", canvas.get_width_height(), canvas.buffer_rgba(), "raw", "RGBA", 0, 1)
        # A palette makes the file a third as large and its compression four times as fast.
        picture = picture.convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        picture.putpalette([255 if shade > 251 else shade for shade in picture.getpalette()])     # white is white
        picture.save(buffer, "png", dpi=(DPI, DPI), pnginfo=told)
        return buffer.getvalue()

    @cached_property
    def svg(self) -> bytes:
        """The drawing as SVG with outlined letters, so that no font is needed, and its text as `<desc>`."""
        told, buffer = {"Date": None, "Creator": None, "Title": self.title, "Description": self.alt}, io.BytesIO()
        with chart_style():         # the canvas itself: `savefig` would draw everything twice, to lay out again
            FigureCanvasSVG(self.figure).print_svg(buffer, metadata=told)
        return buffer.getvalue()

    def _repr_mimebundle_(self, include=None, exclude=None):
        """Shown by Jupyter as a picture with its text beside it, whatever backend is set."""
        shown = {"alt": self.alt, "width": round(self.figure.get_figwidth() * 96)}
        return {"image/png": self.png, "text/plain": self.alt}, {"image/png": shown}


def save_chart(chart: Chart, folder: str | Path) -> list[Path]:
    """Write `<name>.png` (200 dpi) and `<name>.svg` whole or not at all; gives their paths."""
    return [write_whole(Path(folder) / f"{chart.name}{ending}", content)
            for ending, content in ((".png", chart.png), (".svg", chart.svg))]


def save_charts(charts: list, folder: str | Path, report: str) -> None:
    """Save the charts of a report into `folder` and list them there; without a folder nothing is saved.

    What stands in place of a chart that could not be drawn (`story.Note`) is passed over.
    """
    if folder:
        drawn = [chart for chart in charts if isinstance(chart, Chart)]
        for chart in drawn:
            save_chart(chart, folder)
        write_list(Path(folder), report, [{"name": one.name, "title": one.title, "alt": one.alt} for one in drawn])


def plot_growth(points: pd.DataFrame, *, source: str = "", lang: str = "zh") -> Chart:
    """One indicator of one region over the years: levels on the left, growth on the right, or the one that is there.

    `points`: rows of `year_over_year` of one indicator, labelled (`series.labelled`).
    """
    points = of_one_grain(points)
    years, unit = _span(points), main_unit(points)
    title = _title(points, points["label"].iloc[0], lang)
    there = [has_level(points).any(), len(with_rates(points)) > 0]
    with chart_style():
        figure, axes = _figure(sum(there) * max(4.5, 2 + 0.55 * len(years)), 4.3 if len(points) > 1 else 3, sum(there))
        if there[0]:
            draw_levels(axes[0], points, unit, years, lang)
        if there[1]:
            draw_rates(axes[-1], points, years, lang)
            axes[-1].set_title(with_unit(words(lang)["growth"], "%", lang))
        _frame(figure, title, level_keys(points, lang) + rate_keys(points, lang), _foot(points, 0, source, lang))
    return Chart(figure, f"growth-{points['series'].iloc[0]}", title, _in_words(points, title, lang))


def plot_growth_grid(growth: pd.DataFrame, *, most: int = MOST_PANELS, source: str = "", lang: str = "zh") -> Chart:
    """The growth of the first `most` indicators of one region, one small panel each, all over the same years.

    `growth`: labelled rows of `year_over_year` of one region; series without any rate are left out.
    """
    say, growing = words(lang), with_rates(growth)
    groups = [of_one_grain(rows) for _, rows in growing.groupby("series", sort=False)]
    shown, title = groups[:most], _title(growth, with_unit(say["growth"], "%", lang), lang)
    years = _span(pd.concat(shown)) if shown else range(0)
    across = _panels_across(len(years), growing)
    down = max(1, -(-len(shown) // across))
    with chart_style():
        figure, axes = _figure(10, 1.3 + 1.75 * down, across, down)
        for ax, rows in zip(axes, shown, strict=False):
            draw_rates(ax, rows, years, lang)
            if len(years) > 5:
                thin_years(ax, years)
            ax.set_title(wrap(shorten(rows["label"].iloc[0], 60), 32), fontsize=9)
        for ax in axes[len(shown):]:
            ax.set_visible(False)
        foot = _foot(pd.concat(shown or [growth]), len(groups) - len(shown), source, lang)
        _frame(figure, title, rate_keys(pd.concat(shown or [growing]), lang), foot)
    text = say["stop"].join(_in_words(rows, rows["label"].iloc[0], lang) for rows in shown)
    return Chart(figure, "growth", title, f"{title}{say['colon']}{text or say['no_growth']}")


def plot_levels(levels: pd.DataFrame, region: str, *, source: str = "", lang: str = "zh") -> Chart:
    """One indicator across regions in one period; the region that the page is about stands out.

    `levels`: labelled rows, one per region, with columns period, value and unit (one unit).
    """
    say, levels = words(lang), levels.sort_values("value", ascending=False).head(MOST_BARS)
    unit, first = levels["unit"].iloc[0], levels.iloc[0]
    divisor, prefix = scale(levels["value"], unit, lang)
    title = f"{say['compare']}{say['colon']}{period_label(first['period'], lang)} {first['label']}"
    with chart_style():
        figure, (ax,) = _figure(8, 1.35 + 0.36 * len(levels))
        sns.barplot(x=levels["value"] / divisor, y=levels["region_name"], hue=levels["region"] == region,
                    palette={True: ACCENT, False: QUIET}, saturation=1, legend=False, ax=ax, width=0.62)
        for place, value in enumerate(levels["value"]):
            ax.text(value / divisor, place, f" {number(value / divisor)}", va="center", fontsize=9)
        strip_axes(ax, with_unit("", prefix + unit_label(unit, lang), lang))
        _frame(figure, title, [], _foot(levels, 0, source, lang))
    text = say["stop"].join(f"{row.region_name} {number(row.value)}" for row in levels.itertuples())
    return Chart(figure, f"levels-{first['series']}-{year_of(first['period'])}", title, f"{title}{say['colon']}{text}")


def plot_overview(rates: pd.DataFrame, coverage: pd.DataFrame, title: str, *, source: str = "",
                  lang: str = "zh") -> Chart:
    """One region in one year: growth by indicator on the left, how many figures by domain on the right.

    `rates`: labelled rows of `year_over_year` of that year. `coverage`: columns domain, figures, doubtful.
    """
    say, rates = words(lang), with_rates(rates)
    shown = rates.head(MOST_BARS)
    with chart_style():
        figure, (left, right) = _figure(11, 1.7 + 0.36 * max(len(shown), len(coverage), 3), 2, width_ratios=[1.25, 1])
        draw_rate_bars(left, shown, lang)
        draw_coverage(right, coverage, lang)
        keys = rate_keys(shown, lang, both=False) + coverage_keys(coverage, lang)
        _frame(figure, title, keys, _foot(shown, len(rates) - len(shown), source, lang))
    text = say["stop"].join(f"{row.label} {percent(*chosen_rate(row))}" for row in shown.itertuples())
    return Chart(figure, "overview", title, f"{title}{say['colon']}{text or say['no_growth']}")


def _figure(wide, high, columns=1, rows=1, **ratios):
    figure = Figure(figsize=(wide, high), layout="constrained")
    grid = figure.subplots(rows, columns, squeeze=False, gridspec_kw=ratios or None)
    return figure, list(grid.flat)


def _frame(figure, title, keys, foot):
    """Title above; legend in words and the source line below, outside every panel."""
    wide, high = figure.get_figwidth(), figure.get_figheight()
    foot = wrap(foot, int(wide * 16), even=False)
    foot_height = 0.19 * (foot.count("\n") + 1) + 0.08 if foot else 0.04
    below = foot_height + (0.36 if keys else 0.06)
    figure.get_layout_engine().set(rect=(EDGE / wide, below / high, 1 - 2 * EDGE / wide, 1 - (below + 0.46) / high),
                                   w_pad=0.02, h_pad=0.04, wspace=0.06, hspace=0.06)
    figure.text(EDGE / wide, 1 - 0.1 / high, shorten(title, int(wide * 9.5)), fontsize=14, va="top", color=INK)
    figure.text(EDGE / wide, 0.07 / high, foot, fontsize=8, color="#5A6670", va="bottom", linespacing=1.35)
    if keys:
        figure.legend(handles=keys, loc="lower left", ncols=5, borderaxespad=0, borderpad=0, handlelength=1.8,
                      columnspacing=1.6, bbox_to_anchor=(EDGE / wide, (foot_height + 0.08) / high))
    figure.get_layout_engine().execute(figure)      # lay out once, not again for each format
    figure.set_layout_engine("none")


def _panels_across(years, growing):
    """So many panels side by side that the labels of their bars have room."""
    pairs = (growing["growth_reported"].notna() & growing["growth_computed"].notna()).any()
    bars = years * (2 if pairs else 1)
    return 3 if bars <= 8 else 2 if bars <= 12 else 1


def _foot(points, left_out, source, lang):
    """What the marks mean, what was converted, how much is left out, and the source."""
    say = words(lang)
    mark = say["mark"] if any(map(is_doubtful, points.itertuples())) else ""
    more = say["more_in_table"].format(n=left_out) if left_out else ""
    return "　".join(part for part in (mark, conversions_in_short(points, lang), more, source) if part)


def _span(points):
    years = points["period"].map(year_of)
    return range(years.min(), years.max() + 1)


def _title(points, what, lang):
    return f"{points['region_name'].iloc[0]}{words(lang)['colon']}{what}"


def _in_words(points, title, lang):
    """The drawing in words: each level and each rate with its period."""
    say, parts = words(lang), []
    for row in points.itertuples():
        told = []
        if pd.notna(row.value) and row.value_kind == "implied":
            told.append(f"{interval(row.value_min, row.value_max, row.unit, lang)} {say['implied_level']}")
        elif row.value_kind == SEVERAL:
            told.append(f"{number(row.value_min)}–{number(row.value_max)}{unit_label(row.unit, lang)}{MARK}")
        elif pd.notna(row.value):
            told.append(f"{number(row.value)}{unit_label(row.unit, lang)} {say['reported_level']}")
        for rate, kind in ((row.growth_reported, "reported"), (row.growth_computed, "computed")):
            told += [f"{say[f'{kind}_rate']} {percent(rate, kind)}"] if pd.notna(rate) else []
        parts += [f"{period_label(row.period, lang)} {say['list_mark'].join(told)}"] if told else []
    return f"{title}{say['colon']}{say['stop'].join(parts)}"
