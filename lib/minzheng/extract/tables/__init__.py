"""Tables flattened to text: their rows, headers and titles, and what each cell measures."""
