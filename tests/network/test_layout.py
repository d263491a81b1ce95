"""Positions: apart, packed, and the same every time."""

import random

import numpy as np
import pytest

from papergraph.network import layout
from papergraph.network.coauthors import project_coauthors
from papergraph.network.communities import communities
from papergraph.network.layout import positions
from papergraph.network.projection import Projection


def _network(*, papers: int, authors: int, seed: int = 2) -> Projection:
    rng = random.Random(seed)
    pairs = [
        (f"a{(number * 3 + rng.randrange(12)) % authors:04}", f"p{number}")
        for number in range(papers)
        for _ in range(rng.randrange(2, 6))
    ]
    rng.shuffle(pairs)
    return project_coauthors(pairs)


def _positions(network: Projection, radius: float = 8.0) -> np.ndarray:
    size = len(network.incidence.nodes)
    group = communities(size, first=network.first, second=network.second, weight=network.weight)
    return positions(
        np.full(size, radius), first=network.first, second=network.second, weight=network.weight, group=group
    )


@pytest.mark.parametrize(("papers", "authors"), [(1, 3), (12, 30), (120, 300)])
def test_no_node_stands_on_another(papers: int, authors: int) -> None:
    """The rims of any two nodes are apart, whatever the number of components."""
    points = _positions(_network(papers=papers, authors=authors))
    distance = np.hypot(*(points[:, None, :] - points[None, :, :]).T)
    np.fill_diagonal(distance, np.inf)
    assert distance.min() > 2 * 8.0


def test_neighbours_stand_nearer_than_strangers() -> None:
    """Linked nodes are, on the mean, much nearer to each other than any two nodes are."""
    network = _network(papers=120, authors=300)
    points = _positions(network)
    linked = np.hypot(*(points[network.first] - points[network.second]).T).mean()
    anyone = np.hypot(*(points[:, None, :] - points[None, :, :]).T).mean()
    assert linked < 0.3 * anyone


def test_components_fill_the_picture() -> None:
    """Many small components are packed: the picture is wider than high, and no half of it is empty."""
    points = _positions(project_coauthors((f"a{n}{k}", f"p{n}") for n in range(30) for k in range(4)))
    width, height = np.ptp(points, axis=0)
    assert 0.8 < width / height < 2.0
    for axis in (0, 1):
        assert 0.25 < (points[:, axis] > 0).mean() < 0.75


def test_the_same_network_gets_the_same_positions() -> None:
    """Two runs agree to the last bit, and positions have one decimal."""
    network = _network(papers=60, authors=150)
    first, second = _positions(network), _positions(_network(papers=60, authors=150))
    assert first.tobytes() == second.tobytes()
    assert (np.round(first, 1) == first).all()
    assert not np.signbit(first[first == 0]).any()


def test_large_components_are_placed_on_a_mesh() -> None:
    """Beyond the exact method's size neighbours stand near each other too, apart, and the same each time."""
    network = _network(papers=1_400, authors=2 * layout.EXACT)
    points = _positions(network)
    linked = np.hypot(*(points[network.first] - points[network.second]).T).mean()
    distance = np.hypot(*(points[:, None, :] - points[None, :, :]).T)
    assert linked < 0.1 * distance.mean()
    np.fill_diagonal(distance, np.inf)
    assert distance.min() > 2 * 8.0
    assert points.tobytes() == _positions(network).tobytes()


def test_groups_stand_apart_on_a_mesh() -> None:
    """Two large groups with a single link between them do not stand among each other."""
    rng = random.Random(3)
    pairs = [
        (f"{side}{rng.randrange(400):03}", f"{side}{number}")
        for side in "ab"
        for number in range(1_200)
        for _ in range(3)
    ]
    network = project_coauthors([*pairs, ("a000", "bridge"), ("b000", "bridge")])
    points = _positions(network)
    of_a = np.array([name.startswith("a") for name in network.incidence.nodes])
    middle, apart = points[of_a].mean(axis=0), points[~of_a].mean(axis=0)
    nearer = np.hypot(*(points - middle).T) < np.hypot(*(points - apart).T)
    assert (nearer == of_a).mean() > 0.95


def test_nothing_to_place() -> None:
    """No nodes have no positions, and a lone node stands in the middle."""
    none = np.zeros(0, dtype=np.int64)
    assert positions(np.zeros(0), first=none, second=none, weight=np.zeros(0), group=none).shape == (0, 2)
    assert positions(np.array([5.0]), first=none, second=none, weight=np.zeros(0), group=np.array([-1])).tolist() == [
        [0.0, 0.0]
    ]


@pytest.mark.parametrize("size", [60, layout.EXACT + 100])
def test_each_community_has_a_region(size: int) -> None:
    """Two communities with many links across still stand apart, more so than if they were one."""
    rng = np.random.default_rng(3)
    half = size // 2
    inside = rng.integers(0, half, (size * 4, 2))
    across = rng.integers(0, half, (size * 2, 2)) + np.array([0, half])
    pairs = np.concatenate([inside, inside + half, across])
    pairs = np.unique(np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1), axis=0)
    split = (np.arange(size) >= half).astype(np.int64)

    def apart(group: np.ndarray) -> float:
        points = positions(
            np.full(size, 5.0), first=pairs[:, 0], second=pairs[:, 1], weight=np.ones(len(pairs)), group=group
        )
        middles = [points[split == side].mean(axis=0) for side in (0, 1)]
        spread = np.mean([points[split == side].std() for side in (0, 1)])
        return float(np.hypot(*(middles[0] - middles[1])) / spread)

    assert apart(split) > 1.2 * apart(np.zeros(size, dtype=np.int64))
