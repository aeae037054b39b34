"""Decode damaged civil-affairs bulletins and follow every number back to its words.

The doors, in walking order; each takes what the one before gives. They are imported on first use,
so that `import minzheng` stays light.
"""
from importlib import import_module

__version__ = "0.1.0"

DOORS = {
    "read_bulletin": "minzheng.decode.document",
    "extract_observations": "minzheng.extract.observations",
    "build_dataset": "minzheng.panel.dataset",
    "load_dataset": "minzheng.panel.dataset",
    "load_documents": "minzheng.panel.dataset",
    "year_over_year": "minzheng.panel.growth",
    "province_summary": "minzheng.panel.summary",
    "run_report": "minzheng.publish.reports",
}
__all__ = list(DOORS)


def __getattr__(name):
    if name in DOORS:
        return getattr(import_module(DOORS[name]), name)
    raise AttributeError(f"module 'minzheng' has no attribute {name!r}")


def __dir__():
    return [*globals(), *DOORS]
