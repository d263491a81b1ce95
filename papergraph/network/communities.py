"""Groups of nodes that hold together: Louvain's method with a fixed seed, the largest group first."""

import networkx as nx
import numpy as np
from numpy.typing import NDArray


def communities(
    size: int, *, first: NDArray[np.int64], second: NDArray[np.int64], weight: NDArray[np.float64], seed: int = 7
) -> NDArray[np.int64]:
    """Return the community of each of ``size`` nodes, numbered from 0 by falling size; a node without links gets −1.

    Links are columns of node numbers. Numbers, not names, go into Louvain's sets: the order of a set of strings would
    differ from process to process.
    """
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(sorted(set(first.tolist()) | set(second.tolist())))
    graph.add_weighted_edges_from(zip(first.tolist(), second.tolist(), weight.tolist(), strict=True))
    found = [sorted(group) for group in nx.community.louvain_communities(graph, seed=seed)] if len(graph) else []
    group_of = np.full(size, -1, dtype=np.int64)
    for number, group in enumerate(sorted(found, key=lambda group: (-len(group), group))):
        group_of[group] = number
    return group_of
