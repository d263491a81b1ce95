"""Shapes packed into one picture."""

import numpy as np

from papergraph.network.packing import pack


def _square(side: int) -> np.ndarray:
    return np.array([(x, y) for x in range(0, side, 10) for y in range(0, side, 10)], dtype=float)


def test_no_two_shapes_touch() -> None:
    """After the move the points of two shapes are at least a cell apart."""
    shapes = [_square(side) for side in (200, 20, 60, 60, 120, 10, 10, 40)]
    moved = [shape + move for shape, move in zip(shapes, pack(shapes, cell=20, aspect=1.2), strict=True)]
    for place, one in enumerate(moved):
        for other in moved[:place]:
            gaps = np.abs(one[:, None, :] - other[None, :, :]).max(axis=2)
            assert gaps.min() >= 20


def test_a_small_shape_stands_in_the_bay_of_a_large_one() -> None:
    """Shapes count, not boxes: a ring takes a dot into its middle."""
    turn = np.linspace(0, 2 * np.pi, 400)
    ring = np.column_stack([np.cos(turn), np.sin(turn)]) * 200
    ring_move, dot_move = pack([ring, np.zeros((1, 2))], cell=20, aspect=1.0)
    assert np.hypot(*(dot_move - ring_move)) < 150


def test_nothing_to_pack() -> None:
    """No shapes need no moves."""
    assert pack([], cell=20, aspect=1.5).shape == (0, 2)
