"""Which printed numbers count something, in which unit, and how exactly."""
