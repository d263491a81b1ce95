"""Papers linked by the concepts that they share, where a rare concept weighs more than a common one.

The weight of a link is Adamic and Adar's: the sum, over the shared concepts, of 1 / ln(support), where support is the
number of papers that have the concept. Two papers that share a sampler which nobody else knows (support 2) get 1.44;
two that share an optimiser of a thousand papers get 0.14. A concept of one paper links nothing.

Which links count is the caller's choice; the usual one is those whose role is stated (introduces, compares with,
evaluates on, uses): that two papers both mention a thing in passing says little.
"""

from collections.abc import Iterable, Mapping

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from papergraph.network.projection import Incidence, Projection, incidence, project

_LEAST_COMMON = 20  # papers: in a small graph a twentieth of the papers is a handful


def project_sharing(
    links: Iterable[tuple[str, str]], *, support: Mapping[str, int] | None = None, papers: Iterable[str] = ()
) -> Projection:
    """Return the sharing of concepts on columns from (paper, concept) pairs; ``weight`` is Adamic and Adar's.

    ``support`` tells in how many papers a concept stands at all, when that is more than the links given say: a method
    that a thousand papers mention is not rare because two of them state its use. ``papers`` adds papers without links.
    """
    had = incidence(links, nodes=papers)
    return project(had, value=rarity(had, papers=supports(had, support=support or {})))


def common_above(papers: int, *, share: float = 0.05) -> float:
    """Return above how many papers a concept is everywhere, in a graph of so many ``papers``."""
    return max(share * papers, _LEAST_COMMON)


def rarity(had: Incidence, *, papers: NDArray[np.int64], limit: float | None = None) -> NDArray[np.float64]:
    """Return what it is worth to share each thing of ``had``: 1 / ln(papers), where so many ``papers`` have the thing.

    A thing of one paper, or of one node, is worth 0. Above ``limit`` papers the worth is ``limit`` / papers of that:
    what everybody uses says little, but it is not hidden.
    """
    known = np.maximum(papers, 2)
    value = np.where((had.nodes_per_thing() > 1) & (papers > 1), 1.0 / np.log(known), 0.0)
    return value if limit is None else np.asarray(value * np.minimum(limit / known, 1.0))


def supports(had: Incidence, *, support: Mapping[str, int]) -> NDArray[np.int64]:
    """Return in how many papers each thing stands: what is known, or the papers of ``had`` when they are more."""
    everywhere = np.array([support.get(thing, 0) for thing in had.things], dtype=np.int64)
    return np.maximum(had.nodes_per_thing(), everywhere)


def sharing(links: Iterable[tuple[str, str]], *, support: Mapping[str, int] | None = None) -> "nx.Graph[str]":
    """Return the network of papers that share concepts, from (paper, concept) pairs.

    Nodes are papers, with ``concepts`` (sorted tuple). Edges have ``weight`` (float, the sum of 1 / ln(support) over
    the shared concepts) and ``concepts`` (sorted tuple). ``support`` as in :func:`project_sharing`. Nodes and edges
    stand in sorted order, whatever the order of the input.
    """
    projection = project_sharing(links, support=support)
    had = projection.incidence
    graph: nx.Graph[str] = nx.Graph()
    for number, paper in enumerate(had.nodes):
        graph.add_node(paper, concepts=tuple(had.things[concept] for concept in had.things_of(number)))
    for first, second, weight, via in zip(
        projection.first.tolist(),
        projection.second.tolist(),
        projection.weight.tolist(),
        projection.via(),
        strict=True,
    ):
        shared = tuple(had.things[concept] for concept in via)
        graph.add_edge(had.nodes[first], had.nodes[second], weight=weight, concepts=shared)
    return graph
