"""What holds at a place of the text, and what headings, sentences and clauses change in it: time, place, plan or report."""
