"""Papers linked by shared concepts."""

import math
import random

import pytest

from papergraph.network.sharing import project_sharing, sharing

LINKS = [("p1", "rare"), ("p2", "rare"), ("p1", "common"), ("p2", "common"), ("p3", "common"), ("p3", "own")]


def test_weights_by_hand() -> None:
    """The weight is the sum of 1/ln(support) over what two papers share, with the concepts at the edge."""
    graph = sharing(LINKS)
    assert graph.edges["p1", "p2"]["concepts"] == ("common", "rare")
    assert graph.edges["p1", "p2"]["weight"] == pytest.approx(1 / math.log(2) + 1 / math.log(3))
    assert graph.edges["p1", "p3"]["concepts"] == ("common",)
    assert graph.edges["p1", "p3"]["weight"] == pytest.approx(1 / math.log(3))


def test_a_concept_of_one_paper_links_nothing() -> None:
    """A concept with support 1 makes no edge, and no division by ln(1)."""
    assert sharing([("p1", "own"), ("p2", "other")]).number_of_edges() == 0


def test_support_says_how_common_a_concept_is_elsewhere() -> None:
    """A concept that many other papers mention weighs less than the links given would say."""
    graph = sharing(LINKS, support={"rare": 1000})
    assert graph.edges["p1", "p2"]["weight"] == pytest.approx(1 / math.log(1000) + 1 / math.log(3))


def test_support_below_the_links_given_is_not_believed() -> None:
    """Support that is too small never makes a weight infinite or negative."""
    graph = sharing(LINKS, support={"rare": 1, "common": 0})
    assert graph.edges["p1", "p2"]["weight"] == pytest.approx(1 / math.log(2) + 1 / math.log(3))


def test_papers_without_links_can_be_named() -> None:
    """Papers given apart stand in the projection without a link."""
    projection = project_sharing(LINKS, papers=["p9"])
    assert projection.incidence.nodes == ("p1", "p2", "p3", "p9")
    assert projection.degree().tolist() == [2, 2, 2, 0]


def test_order_of_the_input_leaves_no_trace() -> None:
    """Shuffled links give the same graph, in the same order."""
    expected = sharing(LINKS)
    for seed in range(5):
        found = sharing(random.Random(seed).sample(LINKS, len(LINKS)))
        assert list(found.edges(data=True)) == list(expected.edges(data=True))
