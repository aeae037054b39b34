"""Indicator codes for figures: by the phrase and the unit; growth, change and multiples take their level's."""
from collections.abc import Mapping

from minzheng.extract.names.memory import Figure
from minzheng.reference.indicators import Indicator, match_indicator

_OF_A_LEVEL = ("growth", "change", "multiple", "prior")


def indicator_of_figure(figure: Figure, levels: Mapping[int, Figure]) -> Indicator | None:
    """The indicator of a figure, None where the list has none; `levels`: all figures by number."""
    if figure.measure == "duration" or "、" in figure.inherited:
        return None
    if figure.measure in _OF_A_LEVEL:
        base = levels[figure.of[0]] if figure.of else None
        return match_indicator(base.subject, base.quantity.unit) if base else match_indicator(figure.subject)
    return match_indicator(figure.subject, figure.quantity.unit)
