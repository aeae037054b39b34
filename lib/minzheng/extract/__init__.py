"""Document -> Observations. Door: `minzheng.extract.observations.extract_observations`."""
