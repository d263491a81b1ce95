"""Which names a static picture shows, and where: the weightiest first, none over another name.

Without a browser nobody knows a font's widths, so they are taken a little too wide.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from papergraph.views.text import columns

_LETTER = 0.56  # of the font's size, for one column


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
