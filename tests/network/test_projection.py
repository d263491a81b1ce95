"""One-mode projections on columns."""

import numpy as np

from papergraph.network.projection import incidence, project

PAIRS = [("a", "x"), ("b", "x"), ("b", "y"), ("c", "y"), ("a", "y"), ("d", "z")]


def test_links_are_the_pairs_that_share_a_thing() -> None:
    """Each pair of nodes with a shared thing is one link, sorted, with count and the sum of values."""
    had = incidence(PAIRS)
    projection = project(had, value=np.array([2.0, 0.5, 9.0]))
    links = [(had.nodes[i], had.nodes[j]) for i, j in zip(projection.first, projection.second, strict=True)]
    assert links == [("a", "b"), ("a", "c"), ("b", "c")]
    assert projection.count.tolist() == [2, 1, 1]
    assert projection.weight.tolist() == [2.5, 0.5, 0.5]
    assert [tuple(had.things[k] for k in via) for via in projection.via()] == [("x", "y"), ("y",), ("y",)]


def test_things_of_no_value_link_nothing() -> None:
    """A thing whose value is zero makes no link."""
    projection = project(incidence(PAIRS), value=np.array([1.0, 0.0, 1.0]))
    assert projection.count.tolist() == [1]


def test_a_pair_given_twice_counts_once() -> None:
    """Repeating a pair changes nothing."""
    once, twice = incidence(PAIRS), incidence(PAIRS + PAIRS)
    assert (once.matrix != twice.matrix).nnz == 0


def test_nodes_without_things_are_kept() -> None:
    """A node that is named apart stays in the incidence, without a link."""
    had = incidence(PAIRS, nodes=["lonely"])
    assert "lonely" in had.nodes
    assert project(had, value=np.ones(3)).degree()[had.nodes.index("lonely")] == 0


def test_nothing_in_nothing_out() -> None:
    """An empty incidence projects to no links."""
    projection = project(incidence([]), value=np.zeros(0))
    assert len(projection) == 0
    assert list(projection.via()) == []


def test_among_keeps_links_inside_a_set() -> None:
    """Only links with both ends in the set stay."""
    projection = project(incidence(PAIRS), value=np.ones(3)).among([0, 1])
    assert list(zip(projection.first.tolist(), projection.second.tolist(), strict=True)) == [(0, 1)]
