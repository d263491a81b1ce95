"""What is next to one thing, as a small drawing that stands still: the thing in the middle, its neighbours around it.

The neighbours stand one under the other to the right and to the left of the middle, on an arc, so that no name can
cover another however many there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin, sqrt

_ROW = 26  # px from one name to the next
_WIDTH = 540
_ARC = 66
_LEAST_HEIGHT = 150
#: Signs by kind, as everywhere: author dot, paper square, method and model diamond, dataset triangle, task hexagon.
#: Corners, and the angle of the first one.
_SIGNS = {"paper": (4, pi / 4), "dataset": (3, -pi / 2), "task": (6, 0.0)}
_DIAMOND = (4, 0.0)
_LARGER = 1.25  # a corner stands out further than the edge of a dot of the same area


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A thing (its IRI) next to another one, what it is to it in a word or two, and whether that is only a mention."""

    thing: str
    relation: str
    faint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a neighbour and its name stand; a name that ``ends`` at ``text_x`` stands left of it."""

    neighbour: Neighbour
    x: float
    y: float
    text_x: float
    text_y: float
    ends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A drawing of ``width`` × ``height`` px with the thing in its middle."""

    width: int
    height: int
    spots: tuple[Spot, ...]

    @property
    def centre(self) -> tuple[str, str]:
        """Where the thing itself stands."""
        return _written(self.width / 2), _written(self.height / 2)

    @property
    def ties(self) -> list[tuple[str, str]]:
        """The lines, those that are faint apart from the others: (path, class)."""
        x, y = self.centre
        drawn = {"tie": "", "tie faint": ""}
        for spot in self.spots:
            drawn["tie faint" if spot.neighbour.faint else "tie"] += f"M{x} {y}L{spot.x} {spot.y}"
        return [(path, look) for look, path in drawn.items() if path]


def drawing(neighbours: Sequence[Neighbour]) -> Drawing:
    """Return where the neighbours stand: in their order, clockwise from the upper right."""
    on_right = (len(neighbours) + 1) // 2
    rows = max(on_right, 1)
    height = max(rows * _ROW + 30, _LEAST_HEIGHT)
    right = [_spot(one, place, on_right, height, side=1) for place, one in enumerate(neighbours[:on_right])]
    rest = neighbours[on_right:]
    left = [_spot(one, len(rest) - 1 - place, len(rest), height, side=-1) for place, one in enumerate(rest)]
    return Drawing(width=_WIDTH, height=height, spots=(*right, *left))


def _spot(neighbour: Neighbour, place: int, of: int, height: int, *, side: int) -> Spot:
    offset = (place - (of - 1) / 2) * _ROW
    reach = max(of * _ROW / 2, _ROW * 2)
    x = _WIDTH / 2 + side * (30 + _ARC * sqrt(max(1 - (offset / reach) ** 2 * 0.7, 0)))
    return Spot(
        neighbour=neighbour,
        x=round(x, 1),
        y=round(height / 2 + offset, 1),
        text_x=round(x + side * 13, 1),
        text_y=round(height / 2 + offset + 4, 1),
        ends=side < 0,
    )


@cache
def sign(kind: str, radius: float) -> str:
    """Return the path of the sign of ``kind`` around where the pen is."""
    if kind == "author":
        return f"m{-radius} 0a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0"
    corners, first = _SIGNS.get(kind, _DIAMOND)
    angles = (first + 2 * pi * place / corners for place in range(corners))
    points = [(radius * _LARGER * cos(angle), radius * _LARGER * sin(angle)) for angle in angles]
    steps = [(x - left, y - top) for (left, top), (x, y) in zip([(0.0, 0.0), *points], points, strict=False)]
    return "".join(f"{'l' if place else 'm'}{_written(x)} {_written(y)}" for place, (x, y) in enumerate(steps)) + "z"


def _written(number: float) -> str:
    return f"{round(number, 1) + 0:g}"
