"""Pictures of the graph: rows in, a view model, then one offline HTML page or an SVG out, as text.

``coauthors`` and ``papers`` say what a picture shows; ``drawing`` cuts and places; ``page`` and ``svg`` write. Import
the functions from these files: this package loads none of them by itself, for pyvis and networkx take their time.
"""
