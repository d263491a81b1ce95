"""The cut to the links that say most."""

import itertools
import math
import random
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from papergraph.network.backbone import LEVEL, backbone, disparity, most_telling, telling_links
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


links = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda ends: ends[0] < ends[1]),
    st.integers(1, 40).map(float) | st.floats(0.01, 100),
    min_size=1,
)


def _columns(weights: dict[tuple[int, int], float]) -> dict[str, Any]:
    ends = sorted(weights)
    first, second = (np.array(column, dtype=np.int64) for column in zip(*ends, strict=True))
    return {"weight": np.array([weights[one] for one in ends]), "first": first, "second": second}


def _alpha(weights: dict[tuple[int, int], float], link: tuple[int, int]) -> float:
    """The paper's integral, 1 − (k − 1) ∫ (1 − x)^(k − 2) dx from 0 to w / s, in small steps, at either end."""
    found = []
    for end in link:
        own = [weight for ends, weight in weights.items() if end in ends]
        share, degree = weights[link] / math.fsum(own), len(own)
        steps = 2_000
        middles = [share * (step + 0.5) / steps for step in range(steps)]
        area = math.fsum((1 - x) ** (degree - 2) for x in middles) * share / steps if degree > 1 else 0.0
        found.append(1 - (degree - 1) * area)
    return min(found)


@settings(max_examples=25, deadline=None)
@given(weights=links)
def test_disparity_is_the_integral_of_the_paper(weights: dict[tuple[int, int], float]) -> None:
    """α of each link is that of its null model: a node's strength, broken at random into as many parts as it has."""
    found = disparity(**_columns(weights), size=10)
    assert found == pytest.approx([_alpha(weights, link) for link in sorted(weights)], abs=1e-4)


@given(weights=links, factor=st.sampled_from([0.25, 3.0, 1000.0]))
def test_disparity_does_not_depend_on_the_unit(weights: dict[tuple[int, int], float], factor: float) -> None:
    """In other units the same links are unlikely."""
    scaled = {ends: weight * factor for ends, weight in weights.items()}
    assert disparity(**_columns(scaled), size=10) == pytest.approx(disparity(**_columns(weights), size=10))


@given(weights=links, at_most=st.integers(0, 45))
def test_what_goes_says_less_than_what_stays(weights: dict[tuple[int, int], float], at_most: int) -> None:
    """Each node's strongest go last; before them what is unlikely by chance; first of all the light ones."""
    weights = {ends: weight + place / 1e6 for place, (ends, weight) in enumerate(weights.items())}
    assume(len(set(weights.values())) == len(weights))
    columns = _columns(weights)
    places = telling_links(**columns, size=10, at_most=at_most)
    kept = np.isin(np.arange(len(weights)), places)
    alpha = np.round(disparity(**columns, size=10), 12)
    own = np.zeros(len(weights), dtype=bool)
    for node in range(10):
        its = np.flatnonzero((columns["first"] == node) | (columns["second"] == node))
        own[its[columns["weight"][its].argmax()] if len(its) else its] = True

    assert kept.sum() == min(at_most, len(weights))
    assert places.tolist() == sorted(places.tolist())
    assert kept[own].all() or not kept[~own].any()
    telling, dull = ~own & (alpha <= LEVEL), ~own & (alpha > LEVEL)
    assert kept[telling].all() or not kept[dull].any()
    assert alpha[telling & kept].max(initial=0) <= alpha[telling & ~kept].min(initial=1)
    assert columns["weight"][dull & ~kept].max(initial=0) <= columns["weight"][dull & kept].min(initial=1e9)


def test_a_small_nodes_link_stays_beside_the_heavy_ones() -> None:
    """A link that is nearly half of what a node of ten links has outlives heavier ones of which a node has many."""
    alike = dict.fromkeys(itertools.combinations(range(20, 26), 2), 9.5)
    small = {(0, 1): 9.0, (0, 2): 8.9, (1, 11): 10.0, (2, 12): 10.0} | {(0, other): 0.02 for other in range(3, 10)}
    columns = _columns(alike | small)
    alpha = dict(zip(sorted(alike | small), disparity(**columns, size=30).tolist(), strict=True))
    assert alpha[0, 2] < LEVEL < alpha[20, 21]

    ranked = [set(telling_links(**columns, size=30, at_most=most).tolist()) for most in range(len(columns["weight"]))]
    place = sorted(alike | small).index((0, 2))
    stays = next(kept for kept in ranked if place in kept)
    dull = {place for place, ends in enumerate(sorted(alike | small)) if ends in alike}
    assert len(stays & dull) <= 6


def test_a_tie_makes_nobody_a_hub() -> None:
    """Where all links of a large paper are alike, the cut does not gather them at the first author."""
    clique = project_coauthors((f"a{number:03}", "p") for number in range(150))
    kept = backbone(clique, at_most=300)
    assert kept.degree().max() < 20
    assert kept.degree().min() >= 1


def test_the_most_telling_nodes_are_ascending_and_ties_go_to_the_first() -> None:
    """The greatest scores are taken; equal ones in their order."""
    assert most_telling(np.array([1.0, 3.0, 2.0, 3.0, 2.0]), at_most=3).tolist() == [1, 2, 3]
