"""Components into one picture: the largest in the middle, each next one as near to the middle as it fits.

Shapes count, not boxes: a small component may stand in the bay of a large one. No component flies off, and no half of
the picture stays empty.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Cells = NDArray[np.int64]


def pack(shapes: Sequence[NDArray[Any]], *, cell: float, aspect: float) -> NDArray[np.float64]:
    """Return how far to move each of ``shapes``: an array of shape (shapes, 2), in px.

    A shape is an array of points (px), at least one, no further apart along its outline than ``cell``. After the move
    the points of two shapes are at least ``cell`` apart. ``aspect`` is the width by the height to aim at.
    """
    moves = np.zeros((len(shapes), 2))
    outlines = [_cells(shape, cell) for shape in shapes]
    order = sorted(range(len(shapes)), key=lambda number: (-len(outlines[number]), number))
    grid = np.zeros((8, 8), dtype=bool)
    for number in order:
        outline, extent = outlines[number], outlines[number].max(axis=0) + 1
        place = None
        while place is None:
            place = _nearest_free(grid, outline=outline, extent=extent, aspect=aspect)
            if place is None:
                grid = np.pad(grid, max(8, int(extent.max())))
        for across, down in _NEIGHBOURHOOD:
            grid[_inside(grid, outline[:, 0] + place[0] + across, outline[:, 1] + place[1] + down)] = True
        # Where the middle of the grid is may change as it grows; what counts is the place against the middle.
        moves[number] = (place - np.array(grid.shape) // 2) * cell - shapes[number].min(axis=0)
    return moves


_NEIGHBOURHOOD = [(across, down) for across in (-1, 0, 1) for down in (-1, 0, 1)]


def _cells(shape: NDArray[Any], cell: float) -> Cells:
    at = np.floor((shape - shape.min(axis=0)) / cell).astype(np.int64)
    # A mesh to mark is quicker than sorting: an outline has millions of points in a few thousand cells.
    marked = np.zeros(at.max(axis=0) + 1, dtype=bool)
    marked[at[:, 0], at[:, 1]] = True
    return np.argwhere(marked)


def _inside(grid: NDArray[np.bool_], across: Cells, down: Cells) -> tuple[Cells, Cells]:
    fits = (across >= 0) & (across < grid.shape[0]) & (down >= 0) & (down < grid.shape[1])
    return across[fits], down[fits]


def _nearest_free(grid: NDArray[np.bool_], *, outline: Cells, extent: Cells, aspect: float) -> Cells | None:
    """Return the corner nearest to the middle of ``grid`` at which no cell of ``outline`` is taken, if there is one."""
    rows, columns = np.array(grid.shape) - extent + 1
    if rows <= 0 or columns <= 0:
        return None
    taken = np.zeros((rows, columns), dtype=bool)
    for across, down in outline:
        taken |= grid[across : across + rows, down : down + columns]
    free = np.argwhere(~taken)
    if not len(free):
        return None
    middle = free + (extent - 1) / 2 - np.array(grid.shape) // 2
    cost = (middle[:, 0] / aspect) ** 2 + middle[:, 1] ** 2
    return np.asarray(free[int(np.argmin(np.round(cost, 6)))])
