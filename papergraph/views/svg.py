"""A picture as one SVG, without a browser: for READMEs and papers. Title, legend, sentence and all; light colours.

The text is escaped by the template; a viewer that runs scripts finds none.
"""

from papergraph.views.labels import Dot, place_names
from papergraph.views.model import Node, ViewModel
from papergraph.views.palette import LIGHT, colour
from papergraph.views.templates import render
from papergraph.views.text import clean, columns, shorten

_WIDTH, _HEIGHT = 1200, 800
_LEGEND = 250
_TOP = 84
_MARGIN = 24
_WIDTHS = (0.8, 1.6, 3.0)
_LINE = 150  # columns of the summary's lines
_LARGEST_SCALE = 1.4


def svg(model: ViewModel) -> str:
    """Return ``model`` as a static SVG picture of 1200 × 800; the same model gives the same bytes."""
    dots = _dots(model)
    ranked = sorted(range(len(dots)), key=lambda place: (-dots[place].radius, place))
    names = place_names([dots[place] for place in ranked], width=_WIDTH - _LEGEND, height=_HEIGHT)
    lines = [
        (dots[edge.source], dots[edge.target], _WIDTHS[edge.step])
        for edge in sorted(model.edges, key=lambda edge: edge.step)
    ]
    return render(
        "picture.svg.jinja",
        model=model,
        title=clean(model.title),
        summary=_wrapped(" ".join(model.summary), at_most=_LINE)[:3],
        groups_head=_wrapped(model.words.groups, at_most=34),
        width=_WIDTH,
        height=_HEIGHT,
        legend=_WIDTH - _LEGEND + 16,
        top=_TOP,
        palette=LIGHT,
        lines=lines,
        dots=[(dot, colour(LIGHT, node.group)) for dot, node in zip(dots, model.nodes, strict=True)],
        names=names,
        groups=[
            (shorten(group.name, at_most=26), shorten(group.about, at_most=34), group.size, colour(LIGHT, place))
            for place, group in enumerate(model.groups[: len(LIGHT.groups)])
        ],
        others=max(0, len(model.groups) - len(LIGHT.groups)),
    )


def _dots(model: ViewModel) -> list[Dot]:
    """Return the nodes scaled and moved into the room left of the legend and below the title."""
    left, right = _span([(node.x, node.radius) for node in model.nodes])
    top, bottom = _span([(node.y, node.radius) for node in model.nodes])
    wide, high = _WIDTH - _LEGEND - 2 * _MARGIN - 80, _HEIGHT - _TOP - 2 * _MARGIN
    scale = min(wide / max(right - left, 1.0), high / max(bottom - top, 1.0), _LARGEST_SCALE)
    middle_x, middle_y = (_WIDTH - _LEGEND) / 2, _TOP + (_HEIGHT - _TOP) / 2

    def dot(node: Node) -> Dot:
        x = middle_x + (node.x - (left + right) / 2) * scale
        y = middle_y + (node.y - (top + bottom) / 2) * scale
        return Dot(label=node.label, x=round(x, 1), y=round(y, 1), radius=round(max(node.radius * scale, 2.0), 1))

    return [dot(node) for node in model.nodes]


def _span(places: list[tuple[float, float]]) -> tuple[float, float]:
    return min((at - radius for at, radius in places), default=0.0), max(
        (at + radius for at, radius in places), default=0.0
    )


def _wrapped(text: str, *, at_most: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and columns(f"{lines[-1]} {word}") > at_most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
