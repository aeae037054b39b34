"""Whether the figures of a text agree with each other, which indicator each is, what is doubtful, and how sure it is."""
