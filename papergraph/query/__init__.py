"""Questions to the graph and their answers, as plain values: terms, tables, named questions, what a query may do."""
