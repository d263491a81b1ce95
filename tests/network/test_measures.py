"""Numbers of nodes, held against networkx on a small network."""

import itertools
import random

import networkx as nx
import numpy as np
import pytest

from papergraph.network import measures
from papergraph.network.projection import Projection, incidence, project


def network(pairs: "list[tuple[int, int]]", nodes: int) -> Projection:
    """Return a projection whose links are ``pairs``: each pair of nodes shares a thing of its own."""
    had = incidence(
        ((f"n{node:03}", f"{a:03}-{b:03}") for a, b in pairs for node in (a, b)),
        nodes=(f"n{node:03}" for node in range(nodes)),
    )
    chance = random.Random(2)
    return project(had, value=np.array([chance.uniform(0.5, 2) for _ in had.things]))


@pytest.fixture
def links() -> Projection:
    chance = random.Random(3)
    pairs = chance.sample(list(itertools.combinations(range(22), 2)), 45)
    return network(
        [*pairs, (3, 22), (22, 23), (22, 24), (24, 25), (25, 22), (28, 29), (29, 30), (30, 31), (31, 28), (31, 32)],
        nodes=35,
    )


@pytest.fixture
def graph(links: Projection) -> "nx.Graph[int]":
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(35))
    graph.add_weighted_edges_from(zip(links.first.tolist(), links.second.tolist(), links.weight.tolist(), strict=True))
    return graph


def test_pagerank(links: Projection, graph: "nx.Graph[int]") -> None:
    """PageRank by weight is that of networkx; nodes without links share alike."""
    expected = nx.pagerank(graph, weight="weight", tol=1e-12, max_iter=500)
    assert measures.pagerank(links) == pytest.approx([expected[node] for node in range(35)], abs=1e-9)


def test_core_clustering_and_betweenness(links: Projection, graph: "nx.Graph[int]") -> None:
    """Core numbers, clustering and exact betweenness are those of networkx."""
    passed, sampled = measures.betweenness(links)
    assert measures.core(links).tolist() == [nx.core_number(graph)[node] for node in range(35)]
    assert measures.clustering(links) == pytest.approx([nx.clustering(graph, node) for node in range(35)])
    assert passed == pytest.approx([nx.betweenness_centrality(graph)[node] for node in range(35)])
    assert sampled is None


def test_sampled_betweenness_says_so(
    links: Projection, graph: "nx.Graph[int]", monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a large network the paths of some nodes stand for all; the estimate is near, the same each time."""
    monkeypatch.setattr(measures, "EXACT", 10)
    monkeypatch.setattr(measures, "SAMPLE", 24)
    passed, sampled = measures.betweenness(links)
    assert sampled == 24
    assert passed == pytest.approx([nx.betweenness_centrality(graph)[node] for node in range(35)], abs=0.06)
    assert passed.tolist() == measures.betweenness(links)[0].tolist()


def test_components_bridges_and_distance(links: Projection, graph: "nx.Graph[int]") -> None:
    """The largest component is 0; a bridge is a link without which its ends come apart."""
    number = measures.components(links)
    assert {frozenset(np.flatnonzero(number == n).tolist()) for n in range(number.max() + 1)} == {
        frozenset(part) for part in nx.connected_components(graph)
    }
    assert (number == 0).sum() == max(map(len, nx.connected_components(graph)))
    found, cut = measures.bridges(links)
    ends = zip(links.first[found].tolist(), links.second[found].tolist(), strict=True)
    assert set(ends) == {(min(pair), max(pair)) for pair in nx.bridges(graph)}
    for place, smaller in zip(found.tolist(), cut.tolist(), strict=True):
        one, other = int(links.first[place]), int(links.second[place])
        torn = graph.copy()
        torn.remove_edge(one, other)
        assert smaller == min(len(nx.node_connected_component(torn, end)) for end in (one, other))
    apart = measures.distance(links, first=np.array([28, 28, 34]), second=np.array([32, 30, 0]))
    assert apart == [2, 2, None]


def test_nothing_linked() -> None:
    """A network without links has numbers too."""
    links = network([], nodes=3)
    assert measures.pagerank(links) == pytest.approx([1 / 3] * 3)
    assert measures.core(links).tolist() == [0, 0, 0]
    assert measures.betweenness(links)[0].tolist() == [0, 0, 0]
    assert measures.clustering(links).tolist() == [0, 0, 0]


def test_no_nodes_at_all() -> None:
    """A network of nothing has no numbers, and warns of nothing."""
    links = network([], nodes=0)
    numbers = (measures.pagerank(links), measures.core(links), measures.clustering(links), measures.components(links))
    assert [len(one) for one in numbers] == [0, 0, 0, 0]
    assert measures.betweenness(links)[0].tolist() == []


def test_distances_do_not_depend_on_how_many_are_found_at_once(
    links: Projection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a large network they are found source by source."""
    pairs = np.array(list(itertools.combinations(range(35), 2)))[::-1].T
    whole = measures.distance(links, first=pairs[0], second=pairs[1])
    monkeypatch.setattr(measures, "_BUDGET", 70)
    assert measures.distance(links, first=pairs[0], second=pairs[1]) == whole
