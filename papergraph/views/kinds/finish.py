"""The end that all kinds share: nodes get their places, groups their regions, and the model its index."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from papergraph.views.kinds.drawing import Drawing
from papergraph.views.kinds.queries import Queries
from papergraph.views.kinds.things import Things
from papergraph.views.labels import free_from
from papergraph.views.model import Axis, Edge, Group, Listing, Node, ViewModel, Words


def placed(drawing: Drawing, make: Callable[[int], Node]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """Return the nodes that are drawn, and those beside the picture; ``make`` makes one of its number."""
    at = zip(
        drawing.nodes.tolist(),
        drawing.points.tolist(),
        drawing.radius.tolist(),
        drawing.group.tolist(),
        drawing.bridging.tolist(),
        strict=True,
    )
    nodes = tuple(
        replace(make(number), x=x, y=y, radius=radius, group=group, bridging=bridging)
        for number, (x, y), radius, group, bridging in at
    )
    alone = tuple(replace(make(number), identity=()) for number in drawing.alone[: drawing.listed].tolist())
    return nodes, alone


def regions(drawing: Drawing, named: Iterable[tuple[str, str]]) -> tuple[Group, ...]:
    """Return the groups of a drawing, given the name of each and what it is about."""
    return tuple(
        Group(name=name, about=about, size=len(drawing.members(number)), hull=drawing.hull(number))
        for number, (name, about) in enumerate(named)
    )


def finished(
    things: Things,
    *,
    kind: str,
    title: str,
    summary: Sequence[str],
    notes: tuple[str, ...],
    words: Words,
    nodes: tuple[Node, ...],
    edges: tuple[Edge, ...],
    groups: tuple[Group, ...],
    alone: tuple[Node, ...] = (),
    unlisted: int = 0,
    listings: Iterable[Listing] = (),
    axis: Axis | None = None,
    queries: Queries,
) -> ViewModel:
    """Return the model of a picture: what its nodes and lines point at comes from ``things``."""
    papers = things.index.papers()  # before the rest: their claims get into the index too
    return ViewModel(
        kind=kind,
        title=title,
        summary=tuple(summary),
        notes=notes,
        words=words,
        nodes=_with_zooms(nodes, edges),
        edges=edges,
        groups=groups,
        alone=alone,
        unlisted=unlisted,
        papers=papers,
        concepts=things.index.concepts(),
        claims=things.index.claims(),
        sentences=things.index.sentences(),
        listings=tuple(listing for listing in listings if listing.rows),
        axis=axis,
        node_query=queries.node,
        edge_query=queries.edge,
    )


def _with_zooms(nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> tuple[Node, ...]:
    zooms = free_from(nodes, edges)
    return tuple(replace(node, label_from=zoom) for node, zoom in zip(nodes, zooms, strict=True))


def by_weight(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """Return lines as a model has them: the strongest first, ties by their ends."""
    return tuple(sorted(edges, key=lambda edge: (-edge.weight, edge.source, edge.target)))


def areas(values: NDArray[np.int64], *, least: float, most: float, each: float) -> NDArray[np.float64]:
    """Return radii in px whose areas grow with ``values``, within bounds."""
    return np.asarray(np.clip(each * np.sqrt(values), least, most), dtype=np.float64)
