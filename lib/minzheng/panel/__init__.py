"""Observations -> tables. Doors: `dataset.build_dataset`, `growth.year_over_year`, `summary.province_summary`.

In walking order, the stored table: schema · manifest · parts · plan · dataset; what it tells: timeline · cells ·
comparable · growth · targets · review · summary; what leaves the house: codebook · exports · workbook · changes ·
packages.
"""
