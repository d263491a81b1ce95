"""The region that some nodes take: the convex hull of their rims, padded, without the few that stand far off."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import ConvexHull, QhullError

_PAD = 14.0  # px beyond the rims
_FAR = 1.3  # times as far from the middle as three quarters of the nodes are
_CORNERS = 12  # of the polygon that stands for a node's rim


def outline(points: NDArray[Any], *, radius: NDArray[Any]) -> tuple[tuple[float, float], ...]:
    """Return the corners of the region, in order around it, rounded to 0.1 px; nothing when there are no points."""
    if not len(points):
        return ()
    away = np.hypot(*(points - np.median(points, axis=0)).T)
    # One member at the other end of the picture would spread the region over everything between.
    near = away <= _FAR * max(float(np.quantile(away, 0.75)), 1.0)
    turn = np.arange(_CORNERS) * (2 * np.pi / _CORNERS)
    rim = np.column_stack([np.cos(turn), np.sin(turn)])
    corners = (points[near][:, None, :] + rim[None, :, :] * (radius[near][:, None, None] + _PAD)).reshape(-1, 2)
    try:
        around = corners[ConvexHull(corners).vertices]
    except QhullError:  # all in one line, which rims with a width never are
        return ()
    start = int(np.lexsort((around[:, 1], around[:, 0]))[0])
    return tuple((x, y) for x, y in (np.round(np.roll(around, -start, axis=0), 1) + 0.0).tolist())
