"""How fast networks are made, beside their peers in the same run; ratios are printed.

usage: python benchmarks/networks.py [coauthors] [sharing] [communities] [million] [order]

The networks are generated (seed 3): authors by a power of a uniform number, so that some write much; a paper has 3.15
authors on average, some have hundreds.
"""

import resource
import sys
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np

from papergraph.network.coauthors import project_coauthors
from papergraph.network.communities import communities
from papergraph.network.projection import Incidence, incidence
from papergraph.network.sharing import rarity
from papergraph.network.strongest import project_strongest

PAPERS = 73_252


def main() -> None:
    parts = {
        "coauthors": coauthors,
        "sharing": sharing,
        "communities": groups,
        "million": million,
        "order": author_order,
    }
    for name in sys.argv[1:] or parts:
        parts[name]()


def coauthors() -> None:
    """Edges of the co-authorship network, from pairs of names as a graph gives them."""
    pairs = list(authorships(PAPERS))
    had = incidence(pairs)
    print(f"co-authorship: {had.matrix.shape[1]:,} papers, {had.matrix.nnz:,} authorships")
    whole, found = timed(lambda: project_coauthors(pairs))
    from papergraph.network.projection import project

    ours, _ = timed(lambda: project(had, value=np.ones(len(had.things))), runs=5)
    bare, _ = timed(lambda: had.matrix @ had.matrix.T, runs=5)
    print(f"  {len(found):,} edges; names to edges {whole:.3f} s; columns to edges {ours:.3f} s")
    peer("bare sparse product", bare, ours)
    graph = bipartite(pairs)
    authors = set(had.nodes)
    slow, _ = timed(lambda: nx.bipartite.weighted_projected_graph(graph, authors), runs=1)
    peer("networkx weighted_projected_graph", slow, ours)
    peer("networkx, ours from names", slow, whole)
    oxigraph(pairs, ours)
    in_rdflib(pairs, ours)


QUERY = """SELECT ?a ?b (COUNT(?p) AS ?n) { ?p <urn:by> ?a, ?b FILTER(STR(?a) < STR(?b)) } GROUP BY ?a ?b"""


def oxigraph(pairs: list[tuple[str, str]], ours: float) -> None:
    import pyoxigraph as ox

    store = ox.Store()
    body = "\n".join(f"<urn:{paper}> <urn:by> <urn:{author}> ." for author, paper in pairs)
    store.bulk_load(body.encode(), format=ox.RdfFormat.N_TRIPLES)
    took, _ = timed(lambda: sum(1 for _ in store.query(QUERY)), runs=1)
    peer("SPARQL in Oxigraph", took, ours)


def in_rdflib(pairs: list[tuple[str, str]], ours: float) -> None:
    import rdflib

    graph = rdflib.Graph()
    by = rdflib.URIRef("urn:by")
    for author, paper in pairs:
        graph.add((rdflib.URIRef(f"urn:{paper}"), by, rdflib.URIRef(f"urn:{author}")))
    took, _ = timed(lambda: sum(1 for _ in graph.query(QUERY)), runs=1)
    peer("SPARQL in rdflib", took, ours)


def sharing() -> None:
    """Papers that share methods, the ten strongest of each; the peer at a size that it finishes."""
    had = methods(100_000)
    limit = 0.05 * 100_000
    took, found = timed(
        lambda: project_strongest(had, value=rarity(had, papers=had.nodes_per_thing(), limit=limit), k=10), runs=1
    )
    rate = 100_000 / took
    print(
        f"method-sharing: 100,000 papers, {had.matrix.nnz:,} links to methods, {took:.1f} s, {len(found):,} edges kept"
    )
    print(f"  {rate:,.0f} papers a second; peak memory {peak():.2f} GB")
    for size in (10_000, 25_000):
        small = methods(size)
        graph = bipartite(
            [(small.nodes[node], small.things[thing]) for node, thing in zip(*small.matrix.nonzero(), strict=True)]
        )
        slow, _ = timed(lambda g=graph, s=small: nx.bipartite.weighted_projected_graph(g, set(s.nodes)), runs=1)
        print(
            f"  networkx, {size:,} papers: {slow:.1f} s, {size / slow:,.0f} papers a second: {rate * slow / size:.1f} x"
        )


def groups() -> None:
    """Communities of 30,000 nodes and 150,000 edges with planted groups."""
    first, second, weight = planted(30_000, 150_000)
    ours, group = timed(lambda: communities(30_000, first=first, second=second, weight=weight), runs=5)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from(zip(first.tolist(), second.tolist(), weight.tolist(), strict=True))
    slow, found = timed(lambda: nx.community.louvain_communities(graph, seed=7), runs=1)
    parts = [np.flatnonzero(group == number).tolist() for number in range(group.max() + 1)]
    quality = [nx.community.modularity(graph, one) for one in (parts, found)]
    print(f"communities: {len(first):,} edges; ours {ours:.3f} s, modularity {quality[0]:.4f}")
    peer(f"networkx Louvain (modularity {quality[1]:.4f})", slow, ours)


def million() -> None:
    """Co-authorship of a million papers."""
    took, found = timed(lambda: project_coauthors(authorships(1_000_000)), runs=1)
    print(f"a million papers: {len(found):,} edges in {took:.1f} s from names; peak memory {peak():.2f} GB")


def author_order() -> None:
    """Why an undirected network: one pair, two papers, the names in either order."""
    papers = {"p1": ("Ada Kim", "Ben Lee"), "p2": ("Ben Lee", "Ada Kim")}
    directed: nx.DiGraph[str] = nx.DiGraph()  # an edge from each author to those named after
    for names in papers.values():
        for one, other in combinations(names, 2):
            weight = directed.get_edge_data(one, other, {"weight": 0})["weight"]
            directed.add_edge(one, other, weight=weight + 1)
    ours = project_coauthors((name, paper) for paper, names in papers.items() for name in names)
    print("two papers of Ada Kim and Ben Lee, the names in either order")
    print(f"  by author order, directed: {[(a, b, d['weight']) for a, b, d in directed.edges(data=True)]}")
    print(f"  ours: {[(*ours.incidence.nodes, int(ours.count[0]))]}")


# ---------------------------------------------------------------------------------------------------------------------


def authorships(papers: int) -> Iterator[tuple[str, str]]:
    chance = np.random.default_rng(3)
    size = np.minimum(chance.geometric(1 / 3.15, papers), 300)
    author = (papers * 1.6 * chance.random(int(size.sum())) ** 2).astype(np.int64)
    paper = np.repeat(np.arange(papers), size)
    for one, other in zip(author.tolist(), paper.tolist(), strict=True):
        yield f"author{one}", f"paper{other}"


def methods(papers: int) -> Incidence:
    """Four methods a paper; the n-th most common in proportion to 1/(n + 3), the first in a tenth of the papers."""
    chance = np.random.default_rng(3)
    method = (4 * (papers / 2) ** chance.random(papers * 4)).astype(np.int64)
    paper = np.repeat(np.arange(papers), 4)
    return incidence(
        (f"paper{one}", f"method{other}") for one, other in zip(paper.tolist(), method.tolist(), strict=True)
    )


def planted(nodes: int, edges: int) -> tuple[Any, Any, Any]:
    chance = np.random.default_rng(1)
    order = np.argsort(chance.integers(0, 300, nodes), kind="stable")
    place = np.empty(nodes, dtype=np.int64)
    place[order] = np.arange(nodes)
    one = chance.integers(0, nodes, edges)
    near = order[(place[one] + chance.integers(1, 60, edges)) % nodes]
    other = np.where(chance.random(edges) < 0.75, near, chance.integers(0, nodes, edges))
    ends = np.unique(np.sort(np.column_stack([one, other])[one != other], axis=1), axis=0)
    return ends[:, 0], ends[:, 1], chance.random(len(ends)) + 0.1


def bipartite(pairs: list[tuple[str, str]]) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(pairs)
    return graph


def timed(call: Callable[[], Any], *, runs: int = 3) -> tuple[float, Any]:
    """Return the least time of some runs, and what the last returned."""
    least, found = float("inf"), None
    for _ in range(runs):
        started = time.perf_counter()
        found = call()
        least = min(least, time.perf_counter() - started)
    return least, found


def peer(name: str, theirs: float, ours: float) -> None:
    print(f"  {name}: {theirs:.3f} s, {theirs / ours:.1f} x ours")


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


if __name__ == "__main__":
    main()
