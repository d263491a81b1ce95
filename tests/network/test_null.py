"""What chance alone would give."""

import random

import numpy as np
import pytest
from scipy import stats

from papergraph.network.naming import distinctive
from papergraph.network.null import corrected, probabilities, surprise
from papergraph.network.projection import Incidence, incidence, project


def at_random(*, planted: int = 0) -> Incidence:
    """Return 60 nodes with 3 to 12 of 200 things, the common more often; two more share ``planted`` rare things."""
    chance = random.Random(11)
    weights = [1 / (1 + thing) for thing in range(200)]
    pairs = {
        (f"n{node:02}", f"t{thing:03}")
        for node in range(60)
        for thing in chance.choices(range(200), weights, k=chance.randint(3, 12))
    }
    pairs |= {(node, f"t{199 - thing:03}") for node in ("x1", "x2") for thing in range(planted)}
    return incidence(pairs)


def test_degrees_are_kept() -> None:
    """The probabilities add up to how many things a node has, and to how many nodes have a thing."""
    had = at_random()
    chance, nodes, things = probabilities(had)
    of_node, of_thing = (np.unique(d, return_counts=True)[1] for d in (had.things_per_node(), had.nodes_per_thing()))
    assert (chance * of_thing).sum(axis=1) == pytest.approx(nodes, rel=1e-4)
    assert (chance.T * of_node).sum(axis=1) == pytest.approx(things, rel=1e-4)


def test_what_is_planted_surprises_and_chance_does_not() -> None:
    """Two nodes that share rare things stand out after the correction; of random pairs hardly one does."""
    had = at_random(planted=20)
    links = project(had, value=np.ones(len(had.things)))
    found = surprise(links)
    planted = (links.first == had.nodes.index("x1")) & (links.second == had.nodes.index("x2"))
    assert found.q[planted] < 0.01
    assert found.lift[planted] > 3
    assert (found.q[~planted] < 0.05).sum() <= 2


def test_interval_and_p_by_hand() -> None:
    """The interval is Garwood's, and p the upper tail of Poisson's distribution, of the mean that stands there."""
    had = at_random(planted=3)
    links = project(had, value=np.ones(len(had.things)))
    found = surprise(links)
    place = int(np.argmax(links.count))
    count, mean = int(links.count[place]), found.expected[place]
    assert found.low[place] * mean == pytest.approx(stats.chi2.ppf(0.025, 2 * count) / 2)
    assert found.high[place] * mean == pytest.approx(stats.chi2.ppf(0.975, 2 * count + 2) / 2)
    assert found.p[place] == pytest.approx(stats.poisson.sf(count - 1, mean))
    assert (found.low < found.lift).all()
    assert (found.lift < found.high).all()


def test_correction_by_hand() -> None:
    """q is p times the tests by its rank, never falling with p, never above 1."""
    assert corrected(np.array([0.04, 0.01, 0.5]), tests=10) == pytest.approx([0.2, 0.1, 1.0])
    assert corrected(np.array([0.02, 0.019]), tests=4) == pytest.approx([0.04, 0.04])


def test_groups_are_named_by_what_is_their_own() -> None:
    """What every group has names none; what only one has names it."""
    had = incidence([("a", "all"), ("a", "red"), ("b", "all"), ("b", "red"), ("c", "all"), ("c", "blue"), ("d", "all")])
    names = distinctive(had, np.array([0, 0, 1, -1]), most=1)
    assert [[had.things[thing] for thing in group] for group in names] == [["red"], ["blue"]]
