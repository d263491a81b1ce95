"""The region that nodes take."""

import numpy as np
import pytest

from papergraph.network.outline import outline


def _contains(corners: tuple[tuple[float, float], ...], point: tuple[float, float]) -> bool:
    """Tell whether a point lies on the same side of all the sides of a convex region."""
    around = np.array(corners)
    side = np.roll(around, -1, axis=0) - around
    to = np.array(point) - around
    turn = side[:, 0] * to[:, 1] - side[:, 1] * to[:, 0]
    return bool((turn >= 0).all() or (turn <= 0).all())


def test_members_lie_inside_with_their_rims() -> None:
    """The region holds every node whole, with room around it."""
    rng = np.random.default_rng(5)
    points = rng.uniform(-100, 100, (60, 2))
    points = points[np.hypot(points[:, 0], points[:, 1]) < 100]
    region = outline(points, radius=np.full(len(points), 8.0))
    for x, y in points.tolist():
        for across, down in ((-8, 0), (8, 0), (0, -8), (0, 8)):
            assert _contains(region, (x + across, y + down))


def test_a_stray_does_not_stretch_the_region() -> None:
    """One member at the other end of the picture is left outside."""
    points = np.array([(x * 10.0, y * 10.0) for x in range(5) for y in range(5)] + [(300.0, 300.0)])
    region = outline(points, radius=np.full(26, 4.0))
    assert max(max(corner) for corner in region) < 100


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_nodes(count: int) -> None:
    """One node has a region too, and nodes in a line; no node has none."""
    points = np.array([(x * 50.0, 0.0) for x in range(count)])
    region = outline(points, radius=np.full(count, 5.0))
    assert len(region) >= 8
    assert all(_contains(region, (x, y)) for x, y in points.tolist())
    assert outline(np.zeros((0, 2)), radius=np.zeros(0)) == ()


def test_order_leaves_no_trace() -> None:
    """The same nodes in another order have the same region."""
    points = np.random.default_rng(6).uniform(0, 100, (20, 2))
    radius = np.arange(20) / 2.0
    assert outline(points, radius=radius) == outline(points[::-1], radius=radius[::-1])
