"""Observations -> tables. Doors: `dataset.build_dataset`, `growth.year_over_year`, `summary.province_summary`.

In walking order, the stored table: schema · manifest · parts · plan · workers · dataset; what it tells: timeline ·
planned · cells · comparable · growth · targets · review · summary; what leaves the house: codebook · exports ·
workbook · changes · packages.
"""
