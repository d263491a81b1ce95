"""Numbers of the nodes of a network, on columns: rank, core, clustering, components, betweenness, bridges.

Weights count where a measure says so; the others see only who is linked with whom.
"""

from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from papergraph.network.projection import Projection

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

#: Up to so many linked nodes betweenness is exact; beyond, from the shortest paths of :data:`SAMPLE` nodes.
EXACT = 2_000
SAMPLE = 256
_DAMPING = 0.85
_SEED = 7
_TOGETHER = 32  # sources whose paths are counted at once
_BUDGET = 8_000_000  # entries of a squared adjacency, or of distances, at once


def adjacency(links: Projection, *, weighted: bool = True) -> Any:
    """Return the symmetric sparse matrix of the weights of ``links``, or of ones."""
    size = len(links.incidence.nodes)
    data = links.weight if weighted else np.ones(len(links))
    ends = (np.concatenate([links.first, links.second]), np.concatenate([links.second, links.first]))
    return sparse.csr_array((np.concatenate([data, data]), ends), shape=(size, size))


def pagerank(links: Projection) -> Floats:
    """Return PageRank by weight (Brin and Page 1998; damping 0.85); the sum over all nodes is 1."""
    matrix = adjacency(links)
    size = matrix.shape[0]
    if size == 0:
        return np.zeros(0)
    strength = np.asarray(matrix.sum(axis=1)).ravel()
    share = np.divide(1.0, strength, out=np.zeros(size), where=strength > 0)
    rank = np.full(size, 1.0 / size)
    for _ in range(1_000):
        lost = rank[strength == 0].sum()
        new = (1 - _DAMPING + _DAMPING * lost) / size + _DAMPING * (matrix @ (rank * share))
        if np.abs(new - rank).sum() < 1e-12:
            return np.asarray(new)
        rank = new
    return rank


def core(links: Projection) -> Numbers:
    """Return the core number of each node: the largest k such that it is in a part where all have k links."""
    matrix = adjacency(links, weighted=False)
    degree = links.degree().astype(np.float64)
    left = np.ones(len(degree), dtype=bool)
    number = np.zeros(len(degree), dtype=np.int64)
    k = 0.0
    while left.any():
        k = max(k, float(degree[left].min()))
        goes = left & (degree <= k)
        number[goes] = int(k)
        left &= ~goes
        degree -= matrix @ goes.astype(np.float64)
    return number


def clustering(links: Projection) -> Floats:
    """Return for each node which share of the pairs of its neighbours are linked (Watts and Strogatz 1998)."""
    matrix = adjacency(links, weighted=False)
    degree = links.degree()
    closed = np.zeros(len(degree))
    cost = np.cumsum(matrix @ degree)
    begin = 0
    while begin < len(degree):
        limit = (cost[begin - 1] if begin else 0) + _BUDGET
        end = max(int(np.searchsorted(cost, limit, side="right")), begin + 1)
        rows = matrix[begin:end]
        closed[begin:end] = np.asarray((rows @ matrix).multiply(rows).sum(axis=1)).ravel()
        begin = end
    pairs = degree * (degree - 1.0)
    return np.divide(closed, pairs, out=np.zeros(len(degree)), where=pairs > 0)


def components(links: Projection) -> Numbers:
    """Return the number of the connected component of each node, the largest 0."""
    _, raw = sparse.csgraph.connected_components(adjacency(links, weighted=False), directed=False)
    _, begin, group, size = np.unique(raw, return_index=True, return_inverse=True, return_counts=True)
    number = np.empty(len(size), dtype=np.int64)
    number[np.lexsort((begin, -size))] = np.arange(len(size))
    return number[group]


def betweenness(links: Projection) -> tuple[Floats, int | None]:
    """Return for each node the share of pairs of others whose shortest paths pass it (Freeman 1977; Brandes 2001).

    Also the number of nodes whose paths were sampled (seed 7; Brandes and Pich 2007), or None when it is exact.
    """
    matrix = adjacency(links, weighted=False)
    size = matrix.shape[0]
    linked = np.flatnonzero(links.degree() > 0)
    sampled = len(linked) > EXACT
    sources = np.sort(np.random.default_rng(_SEED).choice(linked, SAMPLE, replace=False)) if sampled else linked
    passed = np.zeros(size)
    for start in range(0, len(sources), _TOGETHER):
        passed += _passed(matrix, sources[start : start + _TOGETHER])
    pairs = (size - 1.0) * (size - 2.0)
    scale = len(linked) / len(sources) / pairs if pairs > 0 and len(sources) else 0.0
    return passed * scale, SAMPLE if sampled else None


def _passed(matrix: Any, sources: Numbers) -> Floats:
    """Return the dependency of all ``sources`` on each node, level by level, all sources at once."""
    here = np.zeros((matrix.shape[0], len(sources)))
    here[sources, np.arange(len(sources))] = 1.0
    paths, levels = here.copy(), [here > 0]
    while True:
        here = matrix @ here
        here[paths > 0] = 0.0
        if not here.any():
            break
        paths += here
        levels.append(here > 0)
    depends = np.zeros_like(paths)
    for nearer, farther in zip(reversed(levels[:-1]), reversed(levels[1:]), strict=True):
        sends = np.divide(1.0 + depends, paths, out=np.zeros_like(paths), where=farther)
        depends += np.where(nearer, (matrix @ sends) * paths, 0.0)
    depends[sources, np.arange(len(sources))] = 0.0
    return np.asarray(depends.sum(axis=1))


def bridges(links: Projection) -> tuple[Numbers, Numbers]:
    """Return the places of the links without which their ends come apart, and the nodes on the smaller side."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_edges_from(zip(links.first.tolist(), links.second.tolist(), strict=True))
    pairs: Any = nx.bridges(graph)
    found = {frozenset(pair) for pair in pairs}
    ends = zip(links.first.tolist(), links.second.tolist(), strict=True)
    places = np.array([place for place, pair in enumerate(ends) if frozenset(pair) in found], dtype=np.int64)
    return places, _smaller_sides(links, places)


def _smaller_sides(links: Projection, places: Numbers) -> Numbers:
    """Fold the forest that bridges make of the parts between them, from its leaves inward."""
    others = np.ones(len(links), dtype=bool)
    others[places] = False
    part = components(links.keep(others))
    size = np.bincount(part).tolist()
    whole = components(links)
    total = np.bincount(whole)[whole]
    at: dict[int, dict[int, int]] = {}  # part → the parts behind its bridges, with the number of the bridge
    for number, place in enumerate(places.tolist()):
        one, other = int(part[links.first[place]]), int(part[links.second[place]])
        at.setdefault(one, {})[other] = number
        at.setdefault(other, {})[one] = number
    cut = np.zeros(len(places), dtype=np.int64)
    leaves = sorted(part for part, behind in at.items() if len(behind) == 1)
    while leaves:
        leaf = leaves.pop()
        for inner, number in at.pop(leaf).items():
            cut[number] = min(size[leaf], int(total[links.first[places[number]]]) - size[leaf])
            size[inner] += size[leaf]
            del at[inner][leaf]
            if len(at[inner]) == 1:
                leaves.append(inner)
    return cut


def distance(links: Projection, *, first: Numbers, second: Numbers) -> list[int | None]:
    """Return how many links apart ``first[i]`` and ``second[i]`` are, None when nothing connects them."""
    matrix = adjacency(links, weighted=False)
    sources, row = np.unique(first, return_inverse=True)
    at_once = max(_BUDGET // max(matrix.shape[0], 1), 1)
    steps = np.full(len(first), np.inf)
    for start in range(0, len(sources), at_once):
        chunk = sources[start : start + at_once]
        here = (row >= start) & (row < start + len(chunk))
        found = sparse.csgraph.shortest_path(matrix, unweighted=True, directed=False, indices=chunk)
        steps[here] = found[row[here] - start, second[here]]
    return [int(step) if np.isfinite(step) else None for step in steps.tolist()]
