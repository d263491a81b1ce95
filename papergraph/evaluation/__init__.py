"""Gold annotations, what a graph says of the same papers, and how the two agree; pure, it knows no store."""
