"""The graph in the forms of other tools: reference managers, search engines, note-takers, databases, catalogues."""
