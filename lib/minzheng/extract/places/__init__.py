"""Where a figure holds: whose the text is, and whose a clause."""
