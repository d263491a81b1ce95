"""``python -m papergraph.cli``."""

from papergraph.cli import main

main()
