"""A static web site of a graph: a page per thing, its facts as RDF beside it, the maps, answers, and a search box.

``facts`` reads the graph once, the files named like pages say what stands on each, ``folder`` writes them whole or not
at all. Import ``write_site`` from ``papergraph.site.writing``: this package loads nothing by itself.
"""
