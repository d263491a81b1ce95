"""A picture as one SVG, without a browser: for READMEs and papers. Title, legend, sentence and all; light colours.

The text is escaped by the template; a viewer that runs scripts finds none.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from papergraph.views.labels import Dot, place_names
from papergraph.views.model import Node, ViewModel
from papergraph.views.palette import LIGHT, colour
from papergraph.views.templates import render
from papergraph.views.text import clean, columns, shorten

_WIDTH, _HEIGHT = 1200, 800
_LEGEND = 250
_TOP = 84
_MARGIN = 24
_AXIS = 34  # px below a picture with an axis, for its days
_LANES = 110  # px left of it, for the names of its lanes
_WIDTHS = (0.8, 1.6, 3.0)
_LINE = 150  # columns of the summary's lines
_LINE_HEIGHT = 16
_LINES = 3  # that have room above the picture; for more of them it stands lower
_TITLE = 100  # columns
_LARGEST_SCALE = 1.4
_MANY = 400  # nodes: beyond that names may stand on all but the foremost
_FOREMOST = 150
_FEW_LINES = 700  # more than these are drawn fainter, so that where many cross it is no blot
_LEAST_SEEN = 1.6  # px, of a radius
#: Corners of a mark of radius 1, all of about the same area; kinds that are not here are dots.
_SHAPES = {
    "paper": ((-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)),
    "method": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    "model": ((-0.65, -1.2), (0.65, -1.2), (0.65, 1.2), (-0.65, 1.2)),
    "dataset": ((0, -1.35), (1.35, 0.98), (-1.35, 0.98)),
    "task": ((-0.55, -0.95), (0.55, -0.95), (1.1, 0), (0.55, 0.95), (-0.55, 0.95), (-1.1, 0)),
    "metric": ((0, 1.35), (1.35, -0.98), (-1.35, -0.98)),
}

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A node as it is drawn: a dot, or the corners of its shape as a path."""

    x: float
    y: float
    radius: float
    path: str
    fill: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A line of the legend, so far down: a head, a quiet line, the shape of a kind, or a group with its colour."""

    down: int
    sort: str
    text: str
    path: str = ""
    size: str = ""
    about: str = ""
    fill: str = ""


def svg(model: ViewModel) -> str:
    """Return ``model`` as a static SVG picture of 1200 × 800; the same model gives the same bytes."""
    summary = _wrapped(" ".join(model.summary), at_most=_LINE)
    top = _TOP + _LINE_HEIGHT * max(len(summary) - _LINES, 0)
    at, scale = _view(model, top=top)
    places = [at(node.x, node.y) for node in model.nodes]
    radii = [round(max(node.radius * scale, _LEAST_SEEN), 1) for node in model.nodes]
    marks = [_mark(node, place, size) for node, place, size in zip(model.nodes, places, radii, strict=True)]
    lines = sorted(model.edges, key=lambda edge: (edge.step, not edge.faint))
    in_colour = model.groups[: len(LIGHT.groups)]
    return render(
        "picture.svg.jinja",
        model=model,
        title=clean(model.title),
        heading=shorten(model.title, at_most=_TITLE),
        summary=summary,
        width=_WIDTH,
        height=_HEIGHT,
        top=top,
        palette=LIGHT,
        regions=[(_path([at(x, y) for x, y in group.hull]), colour(LIGHT, n)) for n, group in enumerate(in_colour)],
        axis=_axis(model, at),
        opacity=_opacity(len(lines)),
        lines=[(places[edge.source], places[edge.target], _WIDTHS[edge.step], edge.faint) for edge in lines],
        marks=marks,
        names=_names(model, marks, top=top),
        legend=_WIDTH - _LEGEND + 16,
        entries=_entries(model),
    )


def _view(model: ViewModel, *, top: int) -> tuple[Callable[[float, float], Point], float]:
    """Return what moves and scales places into the room left of the legend and below the title, and the scale."""
    left, right = _span([(node.x, node.radius) for node in model.nodes])
    upper, lower = _span([(node.y, node.radius) for node in model.nodes])
    before, below = (_LANES, _AXIS) if model.axis else (0, 0)
    wide, high = _WIDTH - _LEGEND - 2 * _MARGIN - 80 - before, _HEIGHT - top - 2 * _MARGIN - below
    scale = min(wide / max(right - left, 1.0), high / max(lower - upper, 1.0), _LARGEST_SCALE)
    middle_x, middle_y = (_WIDTH - _LEGEND + before) / 2, top + (_HEIGHT - top - below) / 2

    def at(x: float, y: float) -> Point:
        return (
            round(middle_x + (x - (left + right) / 2) * scale, 1),
            round(middle_y + (y - (upper + lower) / 2) * scale, 1),
        )

    return at, scale


def _span(places: list[tuple[float, float]]) -> tuple[float, float]:
    return min((at - radius for at, radius in places), default=0.0), max(
        (at + radius for at, radius in places), default=0.0
    )


def _mark(node: Node, place: Point, radius: float) -> _Mark:
    x, y = place
    corners = _SHAPES.get(node.kind, ())
    path = _path([(round(x + a * radius, 1), round(y + b * radius, 1)) for a, b in corners])
    return _Mark(x=x, y=y, radius=radius, path=path, fill=colour(LIGHT, node.group), name=node.name)


def _path(points: list[Point]) -> str:
    return f"M{'L'.join(f'{x} {y}' for x, y in points)}Z" if points else ""


def _opacity(lines: int) -> float:
    return round(0.5 * min(1.0, max(math.sqrt(_FEW_LINES / max(lines, 1)), 0.2)), 2)


def _axis(model: ViewModel, at: Callable[[float, float], Point]) -> dict[str, list[tuple[float, str]]] | None:
    if model.axis is None:
        return None
    return {
        "ticks": [(at(x, 0.0)[0], label) for x, label in model.axis.ticks],
        "lanes": [(at(0.0, y)[1], label) for y, label in model.axis.lanes],
    }


def _names(model: ViewModel, marks: list[_Mark], *, top: int) -> list[tuple[float, float, str]]:
    """Return where which names stand: of the largest nodes first, one of each group before the others."""
    ranked = sorted(range(len(marks)), key=lambda place: (-marks[place].radius, -model.nodes[place].bridging, place))
    seen: set[int] = set()
    first = []
    for place in ranked:
        group = model.nodes[place].group
        if 0 <= group < len(LIGHT.groups) and group not in seen:
            seen.add(group)
            first.append(place)
    order = list(dict.fromkeys([*first, *ranked]))
    if len(order) > _MANY:
        order = order[:_FOREMOST]
    dots = [
        Dot(label=model.nodes[place].label, x=marks[place].x, y=marks[place].y, radius=marks[place].radius)
        for place in order
    ]
    found = place_names(dots, width=_WIDTH - _LEGEND, height=_HEIGHT - (_AXIS if model.axis else 0))
    return [(name.x, name.y, name.label) for name in found if name.y > top]


def _entries(model: ViewModel) -> list[_Entry]:
    """Return the legend, line by line."""
    lines = [_Entry(down=0, sort="head", text="Legend")]
    down = 22

    def say(text: str, *, high: int) -> None:
        nonlocal down
        for part in _wrapped(clean(text), at_most=34):
            lines.append(_Entry(down=down, sort="quiet", text=part))
            down += high

    say(model.words.size, high=16)
    say(f"Line: {model.words.link}", high=16)
    if any(edge.faint for edge in model.edges):
        say("Dashed: only mentioned", high=16)
    down += 8
    for kind in model.kinds if len(model.kinds) > 1 else ():
        path = _path([(round(6 + a * 5, 1), round(down - 4 + b * 5, 1)) for a, b in _SHAPES.get(kind, ())])
        lines.append(_Entry(down=down, sort="shape", text=kind, path=path))
        down += 18
    down += 4
    if model.groups:
        say(model.words.groups, high=15)
        down += 8
    for place, group in enumerate(model.groups[: len(LIGHT.groups)]):
        name, about = shorten(group.name, at_most=26), shorten(group.about, at_most=34)
        lines.append(
            _Entry(down=down, sort="group", text=name, size=f"{group.size:,}", about=about, fill=colour(LIGHT, place))
        )
        down += 38 if about else 20
    others = len(model.groups) - len(LIGHT.groups)
    if others > 0:
        lines.append(_Entry(down=down, sort="group", text=f"{others} smaller ones share one grey", fill=LIGHT.other))
    return lines


def _wrapped(text: str, *, at_most: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and columns(f"{lines[-1]} {word}") > at_most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
