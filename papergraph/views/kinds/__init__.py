"""The kinds of pictures: rows of a graph in, a view model out. Each file says what is drawn and what a line means.

``things`` makes nodes and keeps what stands behind them, ``drawing`` cuts and places a network, ``finish`` turns both
into a model; ``listings`` are the tables beside a picture, ``queries`` its SPARQL.
"""
