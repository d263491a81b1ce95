"""Records → N-Quads, the ontology as text, and two checks of a finished graph: its shapes, its evidence."""
