"""Which names a picture shows, and where: the weightiest first, none over another name.

Without a browser nobody knows a font's widths, so they are taken a little too wide.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from papergraph.views.model import Edge, Node
from papergraph.views.text import columns

_LETTER = 0.56  # of the font's size, for one column
_SIZES = (18, 14, 12)  # px; web/src/placing.js has the same
_LINE = 4.0  # px that a line is higher than its letters
_APART = 6.0  # px between two names on one line
_NEVER = 1e3  # a zoom that nobody reaches: two nodes at one place


def label_zooms(
    points: NDArray[np.float64], radius: NDArray[np.float64], labels: Sequence[str], order: Sequence[int]
) -> list[float]:
    """Return for each node the least zoom from which its name, right of its dot, is free of those before it.

    Once free it stays so: two names move apart as the picture grows and their letters do not. ``points`` has the shape
    (nodes, 2), in px at zoom 1; ``order`` are the nodes' places, whom to name first at the head. A zoom of 0: always.
    """
    size = np.array([name_size(rank, len(order)) for rank in range(len(order))], dtype=np.float64)
    ranked = np.asarray(order, dtype=np.int64)
    wide = np.array([columns(labels[place]) for place in order], dtype=np.float64) * size * _LETTER + _APART
    high = size + _LINE
    start = points[ranked, 0] + radius[ranked]  # where a name begins, but for a gap that all have
    middle = points[ranked, 1]
    zooms = np.zeros(len(ranked))
    for rank in range(1, len(ranked)):
        right = start[rank] - start[:rank]
        down = np.abs(middle[rank] - middle[:rank])
        # Side by side from the zoom at which the left one ends before the other begins; or one below the other.
        across = np.where(right > 0, wide[:rank], wide[rank]) / np.maximum(np.abs(right), 1e-9)
        apart = np.minimum(across, (high[rank] + high[:rank]) / 2 / np.maximum(down, 1e-9))
        # A name that appears only when both have room stands in nobody's way.
        zooms[rank] = apart[apart > zooms[:rank]].max(initial=0.0)
    found = np.zeros(len(ranked))
    found[ranked] = np.minimum(zooms, _NEVER)
    return (np.ceil(found * 1e3) / 1e3).tolist()  # type: ignore[no-any-return]


def free_from(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[float]:
    """Return ``label_from`` of each node of a picture; whom the page names first is first here too."""
    lines = Counter(end for edge in edges for end in (edge.source, edge.target))
    order = sorted(range(len(nodes)), key=lambda place: (-nodes[place].radius, -lines[place], place))
    points = np.array([(node.x, node.y) for node in nodes], dtype=np.float64).reshape(-1, 2)
    radius = np.array([node.radius for node in nodes], dtype=np.float64)
    return label_zooms(points, radius, [node.label for node in nodes], order)


def name_size(rank: int, count: int) -> int:
    """Return how many px high the name of this rank among ``count`` is written: the foremost bigger."""
    if rank < min(10, -(-count // 100)):
        return _SIZES[0]
    return _SIZES[1] if rank < min(40, -(-count // 12)) else _SIZES[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A node as it stands on the picture, in px; the earlier in the list the sooner it gets its name."""

    label: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name to write: ``x`` is its left end, ``y`` the base line."""

    label: str
    x: float
    y: float


Box = tuple[float, float, float, float]


def place_names(
    dots: Sequence[Dot], *, width: float, height: float, size: float = 12.0, at_most: int = 120
) -> list[Name]:
    """Return the names that find room within ``width`` by ``height`` px, written ``size`` px high."""
    rims = [(dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius) for dot in dots]
    taken: list[Box] = []
    names: list[Name] = []
    for place, dot in enumerate(dots):
        if len(names) >= at_most:
            break
        others = rims[:place] + rims[place + 1 :]
        for box in _candidates(dot, size=size):
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if inside and not _hits(box, taken) and not _hits(box, others):
                taken.append(box)
                names.append(Name(label=dot.label, x=round(box[0], 1), y=round(box[3] - size * 0.3, 1)))
                break
    return names


def _candidates(dot: Dot, *, size: float) -> list[Box]:
    wide, high, gap = columns(dot.label) * size * _LETTER, size * 1.25, dot.radius + 4
    corners = (
        (dot.x + gap, dot.y - high / 2),
        (dot.x - wide / 2, dot.y + gap),
        (dot.x - gap - wide, dot.y - high / 2),
        (dot.x - wide / 2, dot.y - gap - high),
    )
    return [(left, top, left + wide, top + high) for left, top in corners]


def _hits(box: Box, others: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    return any(left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in others)
