"""When a figure holds: words of time, what a text is dated by, and how long what it says lasts."""
