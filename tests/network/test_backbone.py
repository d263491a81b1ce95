"""The cut to the strongest links."""

import random

import numpy as np

from papergraph.network.backbone import backbone, most_telling
from papergraph.network.coauthors import project_coauthors
from papergraph.network.projection import Projection


def _network(seed: int = 1) -> Projection:
    rng = random.Random(seed)
    pairs = [(f"a{rng.randrange(50):02}", f"p{number:02}") for number in range(60) for _ in range(rng.randrange(2, 7))]
    return project_coauthors(pairs)


def test_all_links_stay_when_they_fit() -> None:
    """Nothing is cut below the limit."""
    network = _network()
    assert len(backbone(network, at_most=len(network))) == len(network)


def test_a_threshold_comes_first() -> None:
    """Links below the threshold go even when there is room."""
    kept = backbone(_network(), at_most=10_000, at_least=1.0)
    assert 0 < len(kept) < len(_network())
    assert kept.weight.min() >= 1.0


def test_each_node_keeps_its_strongest_link() -> None:
    """The cut leaves no linked node without a link, and the one that it keeps is among its strongest."""
    network = _network()
    kept = backbone(network, at_most=60)
    assert len(kept) == 60
    assert ((kept.degree() > 0) == (network.degree() > 0)).all()
    for node in np.flatnonzero(network.degree()):
        strongest = network.weight[(network.first == node) | (network.second == node)].max()
        assert kept.weight[(kept.first == node) | (kept.second == node)].max() == strongest


def test_the_rest_are_the_strongest() -> None:
    """Beyond what each node keeps, no dropped link is stronger than a kept one that nobody needed."""
    network = _network()
    kept = backbone(network, at_most=120)
    dropped = set(zip(network.first.tolist(), network.second.tolist(), strict=True)) - set(
        zip(kept.first.tolist(), kept.second.tolist(), strict=True)
    )
    weight = dict(
        zip(zip(network.first.tolist(), network.second.tolist(), strict=True), network.weight.tolist(), strict=True)
    )
    strongest_dropped = max(weight[pair] for pair in dropped)
    assert (kept.weight >= strongest_dropped).sum() >= 120 - len(network.incidence.nodes)


def test_a_tie_makes_nobody_a_hub() -> None:
    """Where all links of a large paper are alike, the cut does not gather them at the first author."""
    clique = project_coauthors((f"a{number:03}", "p") for number in range(150))
    kept = backbone(clique, at_most=300)
    assert kept.degree().max() < 20
    assert kept.degree().min() >= 1


def test_the_most_telling_nodes_are_ascending_and_ties_go_to_the_first() -> None:
    """The greatest scores are taken; equal ones in their order."""
    assert most_telling(np.array([1.0, 3.0, 2.0, 3.0, 2.0]), at_most=3).tolist() == [1, 2, 3]
