"""The explorer as widgets: region, indicator, year -> chart, table, and the sentence of the chosen figure.

The door of ipywidgets. What is shown for a choice is decided in `explore`; here choices are only wired.
"""
import ipywidgets
import pandas as pd

from minzheng.errors import MinzhengError
from minzheng.publish import explore
from minzheng.publish.checkout import open_dataset
from minzheng.publish.series import labelled
from minzheng.publish.story import Note
from minzheng.publish.wording import words


class Explorer:
    """Four choices, each narrowing the next: `region`, `indicator`, `year`, `figure`; `box` is what is displayed."""

    def __init__(self, observations: pd.DataFrame, documents: pd.DataFrame, lang: str = "zh"):
        say = words(lang)
        self.rows, self.documents, self.lang = labelled(observations, lang), documents, lang
        self.region, self.indicator, self.year = (ipywidgets.Dropdown(description=say[name], layout={"width": "32%"})
                                                  for name in ("region", "indicator", "year"))
        self.figure = ipywidgets.Select(description=say["pick"], rows=5, layout={"width": "97%"},
                                        style={"description_width": "initial"})
        self.chart, self.table, self.source = ipywidgets.HTML(), ipywidgets.HTML(), ipywidgets.HTML()
        for chosen, react in ((self.region, self._region_chosen), (self.indicator, self._indicator_chosen),
                              (self.year, self._year_chosen), (self.figure, self._figure_chosen)):
            chosen.observe(react, "value")
        self.box = ipywidgets.VBox([ipywidgets.HBox([self.region, self.indicator, self.year]), self.chart,
                                    self.table, self.figure, self.source])
        self._offer(self.region, explore.region_options(self.rows))

    def _region_chosen(self, _):
        if self.region.value is None:
            return
        self._offer(self.indicator, explore.indicator_options(self.rows, self.region.value))

    def _indicator_chosen(self, _):
        if self.indicator.value is None:
            return
        rows = explore.chosen_rows(self.rows, self.region.value, self.indicator.value, explore.ALL_YEARS)
        self.chart.value = explore.chart_html(explore.series_chart(rows, self.documents, self.lang), self.lang)
        self._offer(self.year, explore.year_options(self.rows, self.region.value, self.indicator.value, self.lang))

    def _year_chosen(self, _):
        if self.year.value is None:
            return
        rows = explore.chosen_rows(self.rows, self.region.value, self.indicator.value, self.year.value)
        self.table.value = explore.figures_table(rows, self.lang)._repr_html_()
        self._offer(self.figure, explore.figure_options(rows, self.lang))

    def _figure_chosen(self, _):
        chosen = self.rows[self.rows["obs_id"] == self.figure.value]
        self.source.value = "".join(explore.source_html(row, self.documents, self.lang) for row in chosen.itertuples())

    def _offer(self, widget, options):
        """New options with the first chosen, which is told even where its value is the same as before."""
        widget.value = None
        widget.options = options
        widget.index = 0


def open_explorer(data: str = "", lang: str = "zh"):
    """The explorer over the dataset in `data` (see `checkout.open_dataset`), or a friendly word where there is none."""
    try:
        observations, documents = open_dataset(data)
    except MinzhengError as error:
        return Note(f"{words(lang)['no_dataset']}（{error}）")
    if observations.empty:
        return Note(words(lang)["no_dataset"])
    return Explorer(observations, documents, lang).box
