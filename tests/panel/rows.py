"""Observations typed by hand: only what matters is said, the rest is filled in."""
from itertools import count

import pandas as pd

from minzheng.extract.observations import Observation
from minzheng.panel.schema import observations_frame

URBAN, RURAL = "城市低保平均标准", "农村低保平均标准"
_NUMBER = count(1)


def level(subject: str, value: float, unit: str, *, region="210000", period="2021", half=0.5, **more) -> Observation:
    """A level, rounded to whole units unless `half` (half a unit of the last digit) says otherwise."""
    return _observation(subject=subject, value=value, unit=unit, region=region, period=period, measure="level",
                        value_min=value - half, value_max=value + half, **more)


def growth(subject: str, value: float, *, region="210000", period="2021", half=0.05, **more) -> Observation:
    """A stated rate in percent with one decimal unless `half` says otherwise."""
    more = {"basis": "yoy", "sign": "+", "period_kind": "flow"} | more
    return _observation(subject=subject, value=value, unit="%", region=region, period=period, measure="growth",
                        value_min=value - half, value_max=value + half, **more)


def _observation(**given) -> Observation:
    number = next(_NUMBER)
    filled = {
        "obs_id": f"o{number}", "doc_id": "d1", "source": "a.txt", "subject": "", "indicator": "", "domain": "",
        "region": "210000", "area_scope": "whole", "period": "2021", "period_kind": "point",
        "value": 0.0, "unit": "", "value_min": 0.0, "value_max": 0.0, "bound": "exact",
        "measure": "level", "basis": "", "sign": "", "of": "", "status": "actual",
        "words": "数", "sentence": "一句话。", "start": number, "stop": number + 1,
        "raw_start": number, "raw_stop": number + 1, "rule": "typed", "flags": "", "confidence": 1.0,
    } | given
    return Observation(**{name: float(value) if name.startswith("value") else value for name, value in filled.items()})


def table(*rows: Observation) -> pd.DataFrame:
    """The rows as the table that `load_dataset` gives."""
    return observations_frame(rows)


def only(frame: pd.DataFrame, **wanted) -> pd.Series:
    """The one row with these values; fails when there are none or several."""
    for name, value in wanted.items():
        frame = frame[frame[name] == value]
    assert len(frame) == 1, frame
    return frame.iloc[0]
