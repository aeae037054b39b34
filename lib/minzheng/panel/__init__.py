"""Observations -> tables. Doors: `dataset.build_dataset`, `growth.year_over_year`, `summary.province_summary`."""
