"""What to draw of a network and where: the cut to what a page can show, groups, positions, widths.

What is cut is counted, so that the picture can say so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from papergraph.network.backbone import backbone, most_telling
from papergraph.network.communities import communities
from papergraph.network.layout import positions
from papergraph.network.projection import Projection

_PLACING = 6  # times as many links as are drawn
_MANY = 400  # nodes
_SMALLER = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one page draws before it freezes somebody's browser, and how many unlinked nodes it lists."""

    nodes: int = 1_000
    edges: int = 3_000
    alone: int = 500


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawing:
    """The part of a network that is drawn. Arrays over nodes follow ``nodes``, numbers in the projection, ascending.

    ``links`` is the projection cut to the drawn lines; ``ends`` their two places in ``nodes``; ``alone`` the numbers of
    the nodes that have no link at all. ``linked`` and ``links_among`` count what there was before the cuts: the nodes
    with a link, and the links among the drawn nodes.
    """

    nodes: NDArray[np.int64]
    alone: NDArray[np.int64]
    links: Projection
    ends: NDArray[np.int64]  # shape (links, 2)
    radius: NDArray[np.float64]
    points: NDArray[np.float64]
    group: NDArray[np.int64]
    linked: int
    links_among: int
    links_in_all: int

    def members(self, group: int) -> NDArray[np.int64]:
        """Return the places of the nodes of ``group``, ascending."""
        return np.flatnonzero(self.group == group)

    def strongest_first(self) -> NDArray[np.int64]:
        """Return the places of the links by falling weight, ties by their ends."""
        return np.lexsort((self.ends[:, 1], self.ends[:, 0], -np.round(self.links.weight, 9)))


def draw(
    projection: Projection,
    *,
    score: NDArray[np.float64],
    radius: Callable[[NDArray[np.int64]], NDArray[np.float64]],
    limits: Limits,
    at_least: float = 0.0,
) -> Drawing:
    """Return what to draw of ``projection``: the nodes of the greatest ``score``, then the strongest links of these.

    ``radius`` gives the radii in px of the nodes with these numbers; among many nodes they are drawn smaller.
    """
    heavy = projection.keep(projection.weight >= at_least)
    linked = heavy.degree() > 0
    chosen = np.flatnonzero(linked)
    if len(chosen) > limits.nodes:
        chosen = chosen[most_telling(score[chosen], at_most=limits.nodes)]
    among = heavy.among(chosen.tolist())
    # Places and groups come from far more links than are drawn: a clique stays a clique when its lines are thinned.
    placing = backbone(among, at_most=_PLACING * limits.edges)
    links = backbone(among, at_most=limits.edges)
    nodes = np.flatnonzero(links.degree() > 0)
    first, second = np.searchsorted(nodes, placing.first), np.searchsorted(nodes, placing.second)
    radii = np.round(radius(nodes) * (_SMALLER if len(nodes) > _MANY else 1.0), 1)
    return Drawing(
        nodes=nodes,
        alone=np.flatnonzero(~linked),
        links=links,
        ends=np.searchsorted(nodes, np.column_stack([links.first, links.second])),
        radius=radii,
        points=positions(radii, first=first, second=second, weight=placing.weight),
        group=communities(len(nodes), first=first, second=second, weight=placing.weight),
        linked=int(linked.sum()),
        links_among=len(among),
        links_in_all=len(heavy),
    )


def widths(values: NDArray[Any], *, thresholds: tuple[float, float]) -> list[int]:
    """Return the class of width of each value: 0, 1 above the first threshold, 2 above the second."""
    low, high = thresholds
    return ((values > low).astype(int) + (values > high).astype(int)).tolist()  # type: ignore[no-any-return]
