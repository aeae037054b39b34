"""What stands inside one panel of a chart: levels over years, rates over years, bars by name.

What a document published, what was computed from two levels and what a rate implies are told apart by
fill, hatch and marker; `level_keys` and `rate_keys` are the legend that says so in words.
"""
import pandas as pd
import seaborn as sns
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from minzheng.publish.converted import as_printed
from minzheng.publish.series import year_of
from minzheng.publish.several import SEVERAL
from minzheng.publish.style import ACCENT, CONTRAST, FAINT, QUIET
from minzheng.publish.wording import MARK, interval, number, period_label, scale, shorten, unit_label, words, wrap

DECIMALS = {"reported": 2, "computed": 1}       # as printed; as sure as two rounded levels make it
DASHES = (0, (4, 2))


def draw_levels(ax, points: pd.DataFrame, unit: str, years: range, lang: str) -> None:
    """Reported levels as filled points, implied ones hollow with their interval; the title tells the unit.

    A line joins neighbouring years only: a gap in the years stays a gap. Several values under one name are a bar from
    the least to the greatest, without a point.
    """
    say, points = words(lang), points[(points["unit"] == unit) & has_level(points)].drop_duplicates("period")
    printed = points.loc[points["value_kind"] == "reported", "value"]
    divisor, prefix = scale(printed if len(printed) else points["value_max"], unit, lang)
    values = pd.Series((points["value"] / divisor).to_numpy(), points["period"].map(year_of))
    ax.plot(years, values.reindex(list(years)), color=QUIET, linewidth=1.2, linestyle=DASHES, zorder=1)
    for row in points.itertuples():
        _draw_level(ax, row, divisor, lang)
    label_years(ax, points["period"], years, lang)
    ax.margins(y=0.3)
    ax.set_title(with_unit(say["level"], prefix + unit_label(unit, lang), lang))


def has_level(points: pd.DataFrame) -> pd.Series:
    """Whether a row has a level to draw: one value, or several under one name."""
    return points["value"].notna() | (points["value_kind"] == SEVERAL)


def _draw_level(ax, row, divisor, lang):
    if row.value_kind == SEVERAL:
        return _draw_range(ax, row, divisor)
    year, value, implied = year_of(row.period), row.value / divisor, row.value_kind == "implied"
    if implied:
        ends = [[value - row.value_min / divisor], [row.value_max / divisor - value]]
        ax.errorbar(year, value, yerr=ends, color=ACCENT, capsize=4, linewidth=1.2, zorder=2)
    ax.plot(year, value, "o", markersize=8, markerfacecolor="white" if implied else ACCENT, markeredgecolor=ACCENT,
            zorder=3)
    text = interval(row.value_min / divisor, row.value_max / divisor, "", lang) if implied else number(value)
    text += MARK if is_doubtful(row) else ""
    if getattr(row, "factor", 1) != 1:
        text = f"{as_printed(row.value, row, lang).strip()}\n{text}"
    ax.annotate(text, (year, value), (0, -10 if implied else 10), textcoords="offset points", ha="center", fontsize=9,
                va="top" if implied else "bottom", bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
                zorder=2.5)


def _draw_range(ax, row, divisor):
    year, low, high = year_of(row.period), row.value_min / divisor, row.value_max / divisor
    ax.errorbar(year, (low + high) / 2, yerr=(high - low) / 2, color=CONTRAST, capsize=4, linewidth=1.2, zorder=2)
    ax.annotate(f"{number(low)}–{number(high)}{MARK}", (year, high), (0, 8), textcoords="offset points", ha="center",
                va="bottom", fontsize=9)


def draw_rates(ax, points: pd.DataFrame, years: range, lang: str) -> None:
    """Bars per year: solid as published, hatched as computed, side by side where both are there."""
    points = with_rates(points).drop_duplicates("period")
    for row in points.itertuples():
        pairs = [(rate, kind) for rate, kind in ((row.growth_reported, "reported"), (row.growth_computed, "computed"))
                 if pd.notna(rate)]
        mark = MARK if is_doubtful(row) else ""
        for place, (rate, kind) in enumerate(pairs):
            x = year_of(row.period) + (place - (len(pairs) - 1) / 2) * 0.4
            ax.bar(x, rate, 0.36, **bar_look(kind, row.growth_agrees))
            ax.annotate(percent(rate, kind) + mark, (x, rate), (0, 3 if rate >= 0 else -3), textcoords="offset points",
                        ha="center", va="bottom" if rate >= 0 else "top", fontsize=8.5 if len(pairs) == 1 else 7.5)
    ax.axhline(0, color=QUIET, linewidth=0.8)
    ax.spines["bottom"].set_visible(False)
    label_years(ax, points["period"], years, lang)
    rates = [*points["growth_reported"].dropna(), *points["growth_computed"].dropna(), 0]
    low, high = min(rates), max(rates)
    room = 0.24 * (high - low) or 1
    ax.set_ylim(low - room * (low < 0), high + room * (high > 0 or low == high))


def draw_rate_bars(ax, rates: pd.DataFrame, lang: str) -> None:
    """One bar per indicator for one year: the published rate, or the computed one where none was published."""
    say = words(lang)
    if rates.empty:
        return _say(ax, say["no_growth"])
    for place, row in enumerate(rates.itertuples()):
        rate, kind = chosen_rate(row)
        ax.barh(place, rate, 0.6, **bar_look(kind, row.growth_agrees))
        told = percent(rate, kind) + (MARK if is_doubtful(row) else "")
        ax.annotate(told, (rate, place), (4 if rate >= 0 else -4, 0), textcoords="offset points",
                    va="center", ha="left" if rate >= 0 else "right", fontsize=9)
    ax.set_yticks(range(len(rates)), [wrap(shorten(label, 52), 28 if lang == "zh" else 44) for label in rates["label"]])
    ax.set_ylim(len(rates) - 0.5, -0.5)
    ax.axvline(0, color=QUIET, linewidth=0.8)
    ax.margins(x=0.18)
    strip_axes(ax)
    ax.set_title(with_unit(say["growth"], "%", lang))


def draw_coverage(ax, coverage: pd.DataFrame, lang: str) -> None:
    """How many figures each domain has, the doubtful ones dotted."""
    for place, row in enumerate(coverage.itertuples()):
        ax.barh(place, row.figures - row.doubtful, 0.6, color=QUIET)
        if row.doubtful:
            ax.barh(place, row.doubtful, 0.6, left=row.figures - row.doubtful, **DOUBTFUL)
        ax.annotate(f"{row.figures}", (row.figures, place), (4, 0), textcoords="offset points", va="center", fontsize=9)
    ax.set_yticks(range(len(coverage)), coverage["domain"])
    ax.set_ylim(len(coverage) - 0.5, -0.5)
    ax.margins(x=0.1)
    strip_axes(ax)
    ax.set_title(words(lang)["by_domain"])


DOUBTFUL = {"facecolor": "white", "edgecolor": CONTRAST, "hatch": "....", "linewidth": 1}


def bar_look(kind: str, agrees) -> dict:
    """How a bar tells its kind: solid or hatched; a computed rate that contradicts the published one is red."""
    if kind == "reported":
        return {"facecolor": ACCENT, "edgecolor": ACCENT, "linewidth": 1}
    contradicts = pd.notna(agrees) and not agrees
    return {"facecolor": "white", "edgecolor": CONTRAST if contradicts else ACCENT, "hatch": "////", "linewidth": 1}


def chosen_rate(row) -> tuple[float, str]:
    """The published rate of a row, or else the computed one, with its kind."""
    if pd.notna(row.growth_reported):
        return row.growth_reported, "reported"
    return row.growth_computed, "computed"


def percent(rate: float, kind: str) -> str:
    """A rate for readers; a computed one is shown no finer than it is sure.

    >>> percent(-12.121, "computed"), percent(4.95, "reported")
    ('-12.1%', '4.95%')
    """
    return f"{number(rate, DECIMALS[kind])}%"


def is_doubtful(row) -> bool:
    """Whether a figure behind the row is flagged (`several.with_doubts`); rows that were not asked are not."""
    return bool(getattr(row, "doubtful", False))


def with_rates(points: pd.DataFrame) -> pd.DataFrame:
    """The rows that have a growth rate of any kind."""
    return points[points["growth_reported"].notna() | points["growth_computed"].notna()]


def level_keys(points: pd.DataFrame, lang: str) -> list:
    """Legend entries for the kinds of levels that are there."""
    looks = {"reported": {"markerfacecolor": ACCENT}, "implied": {"markerfacecolor": "white"}}
    there = set(points.loc[points["value"].notna(), "value_kind"])
    return [Line2D([], [], marker="o", markersize=7, color=QUIET, linestyle="none", markeredgecolor=ACCENT, **look,
                   label=words(lang)[kind]) for kind, look in looks.items() if kind in there]


def rate_keys(points: pd.DataFrame, lang: str, both: bool = True) -> list:
    """Legend entries for the kinds of rates that are drawn; without `both`, computed ones only where alone."""
    say = words(lang)
    computed = points[points["growth_computed"].notna() & (both | points["growth_reported"].isna())]
    contradicts = computed["growth_agrees"].map(lambda agrees: pd.notna(agrees) and not agrees)
    keys = [("reported_rate", points["growth_reported"].notna().any(), bar_look("reported", True)),
            ("computed_rate", (~contradicts.astype(bool)).any(), bar_look("computed", True)),
            ("conflict", contradicts.any(), bar_look("computed", False))]
    return [Patch(**look, label=say[name]) for name, there, look in keys if there]


def coverage_keys(coverage: pd.DataFrame, lang: str) -> list:
    """Legend entries for the counts by domain; none where nothing is doubtful, as the bars then explain themselves."""
    if not coverage["doubtful"].any():
        return []
    say = words(lang)
    return [Patch(color=QUIET, label=say["sound"]), Patch(**DOUBTFUL, label=say["doubtful"])]


def label_years(ax, periods, years: range, lang: str) -> None:
    """The years as marks on the x-axis, in words where a period says more than the year."""
    marks = {year_of(period): period_label(period, lang) for period in periods}
    ax.set_xticks(list(years), [wrap(marks.get(year, period_label(str(year), lang)), 12) for year in years])
    ax.set_xlim(min(years) - 0.6, max(years) + 0.6)
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)
    ax.tick_params(length=0)


def thin_years(ax, years: range, most: int = 9) -> None:
    """Years in small plain digits, not more than `most` of them, for a narrow panel with many years."""
    shown = list(years)[::-1][::-(-len(years) // most)][::-1]
    ax.set_xticks(shown, [str(year) for year in shown], fontsize=7)


def strip_axes(ax, x_label: str = "") -> None:
    """Leave the names on the y-axis only: every bar carries its value."""
    ax.set(ylabel="", xticks=[])
    ax.set_xlabel(x_label, fontsize=9)
    sns.despine(ax=ax, bottom=True)
    ax.tick_params(length=0)
    ax.spines["left"].set_color(FAINT)


def with_unit(text: str, unit: str, lang: str = "zh") -> str:
    """A heading with its unit.

    >>> with_unit("水平", "元/月")
    '水平（单位：元/月）'
    """
    say = words(lang)
    told = f"{say['unit']}{say['colon']}{unit}" if unit else ""
    opening, closing = "（）" if lang == "zh" else (" (", ")")
    return f"{text}{opening}{told}{closing}" if text and told else text or told


def _say(ax, text):
    ax.text(0.5, 0.5, text, ha="center", va="center", transform=ax.transAxes, color="#5A6670")
    ax.set_axis_off()
