"""Observations -> tables. Doors: `dataset.build_dataset`, `growth.year_over_year`, `summary.province_summary`.

In walking order: schema · manifest · parts · plan · dataset (the stored table) · timeline · cells · comparable ·
growth · targets · review · summary (what it tells) · codebook · exports · workbook · changes · packages (what leaves the house).
"""
