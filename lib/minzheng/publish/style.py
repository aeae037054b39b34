"""How every drawing looks: one font that knows Chinese, one palette, one accent.

The font is Noto Sans SC as the `zhplot` package ships it, with its OFL licence; it is registered by
path, because importing zhplot changes matplotlib's settings for the whole process. It has no bold
weight, so weight is told by size and colour. The colours are Okabe and Ito's (2008), which stay apart
for colour-blind readers and in grey print.
"""
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import matplotlib
import seaborn as sns
from matplotlib import font_manager

ACCENT = "#0072B2"          # what the page is about
CONTRAST = "#D55E00"        # what contradicts or is doubtful; also decreases
QUIET = "#9AA3AB"           # everything else
INK = "#22303C"
FAINT = "#E4E8EB"
PALETTE = (ACCENT, "#E69F00", "#009E73", "#CC79A7", "#56B4E9", CONTRAST, "#F0E442")
DPI = 200


@cache
def font_name() -> str:
    """Register the Chinese font with matplotlib, once a process, and return its family name."""
    folder = Path(find_spec("zhplot").origin).parent / "fonts"
    path = folder / "NotoSansSC-Regular.ttf"
    font_manager.fontManager.addfont(path)
    return font_manager.FontProperties(fname=path).get_name()


@contextmanager
def chart_style():
    """Draw inside this: seaborn's white theme, then the Chinese font (the theme resets it).

    The settings before are restored on leaving, so that a notebook's own plots stay as they were.
    """
    settings = {
        **sns.axes_style("white"),
        **sns.plotting_context("notebook", font_scale=0.85),
        "font.family": [font_name()],
        "axes.unicode_minus": False,
        "text.color": INK, "axes.labelcolor": INK, "xtick.color": INK, "ytick.color": INK,
        "axes.edgecolor": QUIET, "axes.linewidth": 0.8,
        "axes.spines.top": False, "axes.spines.right": False,
        "axes.titlesize": 11, "axes.titlelocation": "left", "axes.titlepad": 8,
        "hatch.linewidth": 0.8,
        "legend.frameon": False, "legend.fontsize": 8.5,
        "svg.fonttype": "path", "svg.hashsalt": "minzheng",     # equal input, equal bytes
    }
    with matplotlib.rc_context(settings):
        yield
