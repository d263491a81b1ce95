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
from papergraph.network.measures import betweenness
from papergraph.network.outline import outline
from papergraph.network.projection import Projection

#: What a page can show, nodes and lines: by vis-network, and by a painter of our own.
SMALL = (1_000, 3_000)
LARGE = (10_000, 30_000)
_LINES_EACH = 3  # of each node of a large picture: more of them hide what they join
_PLACING = 6  # times as many links as are drawn
_MANY = 400  # nodes
_SMALLER = 0.75
_FEW = 0.25  # of what there is room for: a cut at a whole number that leaves fewer is no use


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one page draws before it freezes somebody's browser, and how many unlinked nodes it lists.

    ``edges`` is by default as many as read well with so many nodes.
    """

    nodes: int = LARGE[0]
    edges: int | None = None
    alone: int = 500

    def lines(self, nodes: int) -> int:
        """Return how many lines at most to draw between so many nodes."""
        if self.edges is not None:
            return self.edges
        return SMALL[1] if nodes <= SMALL[0] else min(_LINES_EACH * nodes, LARGE[1])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawing:
    """The part of a network that is drawn. Arrays over nodes follow ``nodes``, numbers in the projection, ascending.

    ``links`` is the projection cut to the drawn lines; ``ends`` their two places in ``nodes``; ``alone`` the numbers of
    the nodes that have no link at all. ``linked``, ``chosen`` and ``links_among`` count what there was before the cuts:
    the nodes with a link, those chosen of them, and the links among these; ``weaker`` the links that weigh too little
    to count at all. ``least`` is the number that a node needed to be drawn, when that was the cut. ``bridging`` is the
    share of shortest paths that pass a node, the greatest 1; ``sampled`` from how many nodes they start, None for all.
    """

    nodes: NDArray[np.int64]
    alone: NDArray[np.int64]
    listed: int  # how many of these stand beside the picture
    links: Projection
    ends: NDArray[np.int64]  # shape (links, 2)
    radius: NDArray[np.float64]
    points: NDArray[np.float64]
    group: NDArray[np.int64]
    bridging: NDArray[np.float64]
    sampled: int | None
    linked: int
    chosen: int
    weaker: int
    links_among: int
    links_in_all: int
    least: int | None

    def members(self, group: int) -> NDArray[np.int64]:
        """Return the places of the nodes of ``group``, ascending."""
        return np.flatnonzero(self.group == group)

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return int(self.group.max(initial=-1)) + 1

    @property
    def unlisted(self) -> int:
        """How many nodes without a link are neither drawn nor listed."""
        return len(self.alone) - self.listed

    def hull(self, group: int) -> tuple[tuple[float, float], ...]:
        """Return the region that the nodes of ``group`` take."""
        members = self.members(group)
        return outline(self.points[members], radius=self.radius[members])

    def strongest_first(self) -> NDArray[np.int64]:
        """Return the places of the links by falling weight, ties by their ends."""
        return np.lexsort((self.ends[:, 1], self.ends[:, 0], -np.round(self.links.weight, 9)))


def draw(
    projection: Projection,
    *,
    score: NDArray[np.float64],
    radius: Callable[[NDArray[np.int64]], NDArray[np.float64]],
    limits: Limits,
    enough: NDArray[np.bool_],
    counted: NDArray[np.int64] | None = None,
    unlinked: bool = False,
) -> Drawing:
    """Return what to draw of ``projection``: the nodes of the greatest ``score``, then the strongest links of these.

    Links that weigh not ``enough`` are as if they were not there, but counted. ``radius`` gives the radii in px of the
    nodes with these numbers; among many nodes they are drawn smaller. When nodes have to go, and a whole number is
    ``counted`` of each, all nodes of one number stay or go together: no lot decides among the many of the same. With
    ``unlinked``, nodes without a link are drawn like the rest.
    """
    every, projection = projection, projection.keep(enough)
    linked = (projection.degree() > 0) | unlinked
    chosen, least = _chosen(np.flatnonzero(linked), score=score, counted=counted, at_most=limits.nodes)
    among = projection.among(chosen.tolist())
    lines = limits.lines(len(chosen))
    links = backbone(among, at_most=lines)
    nodes = chosen if unlinked else np.flatnonzero(links.degree() > 0)
    # Places and groups come from far more links than are drawn: a clique stays a clique when its lines are thinned.
    placing = backbone(among.among(nodes.tolist()), at_most=_PLACING * lines)
    first, second = np.searchsorted(nodes, placing.first), np.searchsorted(nodes, placing.second)
    radii = np.round(radius(nodes) * (_SMALLER if len(nodes) > _MANY else 1.0), 1)
    group = communities(len(nodes), first=first, second=second, weight=placing.weight)
    passed, sampled = betweenness(among)
    return Drawing(
        nodes=nodes,
        alone=np.flatnonzero(~linked),
        listed=min(limits.alone, int((~linked).sum())),
        links=links,
        ends=np.searchsorted(nodes, np.column_stack([links.first, links.second])),
        radius=radii,
        points=positions(radii, first=first, second=second, weight=placing.weight, group=group),
        group=group,
        bridging=np.round(passed[nodes] / max(float(passed.max(initial=0.0)), 1e-12), 4),
        sampled=sampled,
        linked=int(linked.sum()),
        chosen=len(chosen),
        weaker=len(every) - len(projection),
        links_among=len(among),
        links_in_all=len(projection),
        least=least,
    )


def _chosen(
    linked: NDArray[np.int64], *, score: NDArray[np.float64], counted: NDArray[np.int64] | None, at_most: int
) -> tuple[NDArray[np.int64], int | None]:
    if len(linked) <= at_most:
        return linked, None
    if counted is not None:
        # The number of the first node that there is no room for; all with more than that many fit.
        least = int(np.sort(counted[linked])[::-1][at_most]) + 1
        enough = linked[counted[linked] >= least]
        if len(enough) >= _FEW * at_most:
            return enough, least
    return linked[most_telling(score[linked], at_most=at_most)], None


def widths(values: NDArray[Any], *, thresholds: tuple[float, float]) -> list[int]:
    """Return the class of width of each value: 0, 1 above the first threshold, 2 above the second."""
    low, high = thresholds
    return ((values > low).astype(int) + (values > high).astype(int)).tolist()  # type: ignore[no-any-return]
