"""Co-authorship: who wrote papers together, counted in full and by Newman's fractions.

A paper of k authors adds 1 to the full weight of each of its pairs, and 1/(k − 1) to their fractional weight: so a
person's fractional weights add up to the number of papers that they wrote with somebody (Newman 2001). The network is
undirected: the order of authors is not known, and nothing is claimed of it.
"""

from collections.abc import Iterable

import networkx as nx
import numpy as np

from papergraph.network.projection import Projection, incidence, project


def project_coauthors(authorships: Iterable[tuple[str, str]], *, most: int | None = None) -> Projection:
    """Return co-authorship on columns from (author, paper) pairs: ``count`` full, ``weight`` fractional.

    Papers of more than ``most`` authors link nobody.
    """
    wrote = incidence(authorships)
    authors = wrote.nodes_per_thing()
    links = (authors > 1) & (authors <= (len(wrote.nodes) if most is None else most))
    return project(wrote, value=np.where(links, 1.0 / np.maximum(authors - 1, 1), 0.0))


def coauthors(authorships: Iterable[tuple[str, str]]) -> "nx.Graph[str]":
    """Return the co-authorship network of (author, paper) pairs.

    Nodes are authors, with ``papers`` (sorted tuple). Edges have ``weight`` (int, papers shared), ``fractional``
    (float, the sum of 1/(k − 1) over the shared papers of k authors) and ``papers`` (sorted tuple). Nodes and edges
    stand in sorted order, whatever the order of the input.
    """
    projection = project_coauthors(authorships)
    wrote = projection.incidence
    graph: nx.Graph[str] = nx.Graph()
    for number, author in enumerate(wrote.nodes):
        graph.add_node(author, papers=tuple(wrote.things[paper] for paper in wrote.things_of(number)))
    for first, second, count, weight, via in zip(
        projection.first.tolist(),
        projection.second.tolist(),
        projection.count.tolist(),
        projection.weight.tolist(),
        projection.via(),
        strict=True,
    ):
        papers = tuple(wrote.things[paper] for paper in via)
        graph.add_edge(wrote.nodes[first], wrote.nodes[second], weight=count, fractional=weight, papers=papers)
    return graph
