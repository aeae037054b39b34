"""Code lists and their loaders: indicators, regions, units, patterns. Data with a source, checked on load."""
