"""Where each node stands: forces inside each component, no node on another, components packed, rounded to 0.1 px.

Up to :data:`EXACT` nodes a component is laid out by networkx's ForceAtlas2; a larger one by the same forces on a mesh,
whose cost per round grows with nodes and links alone, from a start that its communities give: neighbours stand as near,
ten times sooner. The seed is fixed and nodes are numbered in sorted order by the caller, so the same network gets the
same positions.
"""

from functools import cache
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import fft, sparse
from scipy.spatial import cKDTree

from papergraph.network.packing import pack

EXACT = 500
_SEED = 7
_ROUNDS = 200
_MESH_ROUNDS = 250
_MESH = 128  # corners across
_ROOM = 46.0  # px between neighbours, so that names fit
_MANY = 200  # nodes; fewer get more room each, up to two and a half times as much, more get less
_LEAST_ROOM = 27.0
_ACROSS = 0.4  # of what a link pulls within a community, a link across pulls
_GAP = 6.0  # px that stay free between the rims of two nodes
_CELL = 26.0  # px between components

Columns = NDArray[Any]
Points = NDArray[Any]


def positions(
    radius: Points, *, first: Columns, second: Columns, weight: Points, group: Columns, aspect: float = 1.25
) -> Points:
    """Return the (x, y) of each node in px, centred on (0, 0): an array of shape (nodes, 2).

    ``radius`` holds each node's radius in px, ``first``, ``second`` and ``weight`` the links, ``group`` the community
    of each node: links across communities pull less, so that each has a region of its own. ``aspect`` is the width of
    the whole by its height. Nodes without links are packed like the rest, as components of one.
    """
    size = len(radius)
    places = np.zeros((size, 2))
    room = min(max(_ROOM * np.sqrt(_MANY / max(size, 1)), _LEAST_ROOM), 2.5 * _ROOM)
    members = _components(size, first=first, second=second)
    pull = (1.0 + np.log1p(weight)) * np.where(group[first] == group[second], 1.0, _ACROSS)
    for component in members:
        points = _forces(component, first=first, second=second, pull=pull, group=group)
        places[component] = _without_overlaps(_level(_to_scale(_drawn_in(points), room=room)), radius[component])
    shapes = [_outline(component, places, radius, first=first, second=second) for component in members]
    for component, move in zip(members, pack(shapes, cell=_CELL, aspect=aspect), strict=True):
        places[component] += move
    if size:
        places -= (places.min(axis=0) + places.max(axis=0)) / 2
    return np.round(places, 1) + 0.0  # adding zero turns -0.0 into 0.0


def _outline(component: Columns, places: Points, radius: Points, *, first: Columns, second: Columns) -> Points:
    """Return points all over a component, at most a cell apart: rims of its nodes, and its lines."""
    corners = [places[component] + radius[component][:, None] * side for side in ((-1, -1), (-1, 1), (1, -1), (1, 1))]
    inside = np.isin(first, component)
    a, b = places[first[inside]], places[second[inside]]
    steps = int(np.hypot(*(b - a).T).max(initial=0.0) // _CELL) + 2
    along = [a + (b - a) * share for share in np.linspace(0, 1, min(steps, 400))]
    return np.concatenate(corners + along)


def _components(size: int, *, first: Columns, second: Columns) -> list[Columns]:
    links = sparse.csr_array((np.ones(len(first)), (first, second)), shape=(size, size))
    count, label = sparse.csgraph.connected_components(links, directed=False)
    return [np.flatnonzero(label == number) for number in range(count)]


def _forces(component: Columns, *, first: Columns, second: Columns, pull: Points, group: Columns) -> Points:
    inside = np.isin(first, component)
    a = np.searchsorted(component, first[inside])
    b = np.searchsorted(component, second[inside])
    if len(component) <= 3:
        angle = np.arange(len(component)) * (2 * np.pi / max(len(component), 1)) + np.pi
        return np.column_stack([np.cos(angle), np.sin(angle)])
    if len(component) <= EXACT:
        return _force_atlas(len(component), a=a, b=b, weight=pull[inside])
    return _mesh_forces(len(component), a=a, b=b, weight=pull[inside], group=group[component])


def _force_atlas(size: int, *, a: Columns, b: Columns, weight: Points) -> Points:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_weighted_edges_from(zip(a.tolist(), b.tolist(), weight.tolist(), strict=True))
    start = dict(enumerate(_disc(size)))
    found = nx.forceatlas2_layout(graph, pos=start, max_iter=_ROUNDS, weight="weight", seed=_SEED, gravity=0.5)
    return np.array([found[number] for number in range(size)])


def _mesh_forces(size: int, *, a: Columns, b: Columns, weight: Points, group: Columns) -> Points:
    points = _by_groups(size, a=a, b=b, weight=weight, group=np.unique(group, return_inverse=True)[1])
    mass: Points = 1.0 + np.bincount(a, minlength=size) + np.bincount(b, minlength=size)
    for turn in range(_MESH_ROUNDS):
        push = _push_of_mesh(points, mass) * mass[:, None]
        pull = (points[b] - points[a]) * weight[:, None]
        for axis in (0, 1):
            push[:, axis] += np.bincount(a, pull[:, axis], size) - np.bincount(b, pull[:, axis], size)
        length = np.maximum(np.hypot(push[:, 0], push[:, 1]), 1e-9)
        step = np.sqrt(size) * 0.1 * (1 - turn / _MESH_ROUNDS)
        points = points + push / length[:, None] * np.minimum(length / mass, step)[:, None]
    return points


def _by_groups(size: int, *, a: Columns, b: Columns, weight: Points, group: Columns) -> Points:
    """Return places to start from: communities by the forces between them, each one's nodes around its middle."""
    count = int(group.max(initial=0)) + 1
    one, other = np.minimum(group[a], group[b]), np.maximum(group[a], group[b])
    across = one != other
    pairs, number = np.unique(one[across] * count + other[across], return_inverse=True)
    between = np.log1p(np.bincount(number, weight[across], len(pairs)))
    middle = _force_atlas(count, a=pairs // count, b=pairs % count, weight=between)
    middle /= max(float(np.abs(middle).max(initial=0.0)), 1e-9)
    order = np.argsort(group, kind="stable")
    begin = np.searchsorted(group[order], np.arange(count))
    around = np.empty((size, 2))
    for start, stop in zip(begin.tolist(), [*begin[1:].tolist(), size], strict=True):
        around[order[start:stop]] = _disc(stop - start) * np.sqrt(stop - start)
    return np.asarray(middle[group] * np.sqrt(size) * 1.5 + around)


def _push_of_mesh(points: Points, mass: Points) -> Points:
    """Return the push of all nodes on each: masses go onto a mesh, its field is one convolution, nodes read it off.

    What a node reads is weighed between the four corners around it, as its mass was given to them; so the push of a
    node on itself is none.
    """
    low = points.min(axis=0)
    cell = max(float(np.ptp(points, axis=0).max()) / (_MESH - 2), 1e-9)
    at = (points - low) / cell
    corner = np.floor(at).astype(np.int64)
    part = at - corner
    places, shares = [], []
    for across in (0, 1):
        for down in (0, 1):
            places.append((corner[:, 0] + across) * _MESH + corner[:, 1] + down)
            shares.append(np.abs(1 - across - part[:, 0]) * np.abs(1 - down - part[:, 1]))
    heavy = np.zeros(_MESH**2)
    for place, share in zip(places, shares, strict=True):
        heavy += np.bincount(place, mass * share, _MESH**2)
    spectrum = fft.rfft2(heavy.reshape(_MESH, _MESH), s=(2 * _MESH, 2 * _MESH))
    pushes = np.zeros_like(points)
    for axis, kernel in enumerate(_kernels()):
        field = fft.irfft2(spectrum * kernel)[:_MESH, :_MESH].ravel() / cell
        for place, share in zip(places, shares, strict=True):
            pushes[:, axis] += field[place] * share
    return pushes


@cache
def _kernels() -> tuple[Points, Points]:
    """Return what a unit of mass pushes at each distance, in cells, as spectra: away from it, by 1 / distance."""
    step = np.arange(2 * _MESH)
    step = np.where(step < _MESH, step, step - 2 * _MESH).astype(np.float64)
    across, down = step[:, None], step[None, :]
    square = across**2 + down**2 + 0.25
    return fft.rfft2(across / square), fft.rfft2(down / square)


def _disc(size: int) -> Points:
    # A sunflower's seeds: even, and no two alike, so that no symmetry holds the forces in balance.
    turn = np.arange(size) * (np.pi * (3 - np.sqrt(5)))
    out = np.sqrt((np.arange(size) + 0.5) / size)
    return np.column_stack([np.cos(turn) * out, np.sin(turn) * out])


def _drawn_in(points: Points) -> Points:
    """Bring the outermost twentieth nearer, in the same direction and order: a stray must not shrink all others."""
    centred: Points = points - np.median(points, axis=0)
    out = np.hypot(centred[:, 0], centred[:, 1])
    usual = float(np.quantile(out, 0.95))
    if usual <= 0:
        return centred
    nearer: Points = np.where(out > usual, usual + (out - usual) * 0.4, out)
    return np.asarray(centred * (nearer / np.maximum(out, 1e-12))[:, None])


def _level(points: Points) -> Points:
    """Turn ``points`` so that they are widest across: pictures and names are wider than high."""
    centred: Points = points - points.mean(axis=0)
    if len(points) < 3:
        return centred
    angle = 0.5 * np.arctan2(2 * (centred[:, 0] * centred[:, 1]).sum(), (centred**2 * [1, -1]).sum())
    cosine, sine = np.cos(angle), np.sin(angle)
    return np.column_stack([centred @ [cosine, sine], centred @ [-sine, cosine]])


def _to_scale(points: Points, *, room: float) -> Points:
    """Scale ``points`` so that a node's nearest neighbour is, in the middle of the ranks, ``room`` px away."""
    if len(points) < 2:
        return np.zeros_like(points)
    distance = cKDTree(points).query(points, k=2)[0][:, 1]
    typical = float(np.median(distance))
    if typical <= 0:
        even: Points = _disc(len(points)) * (room * np.sqrt(len(points)))
        return even
    # A layout that crushes most nodes into a dot must not blow the few others up without bound.
    widest = float(np.ptp(points, axis=0).max())
    scaled: Points = points * min(room / typical, 1.5 * room * np.sqrt(len(points)) / max(widest, 1e-9))
    return scaled


def _without_overlaps(points: Points, radius: Points) -> Points:
    """Push nodes apart until no two rims come closer than the gap."""
    moved = points.copy()
    reach = 2 * float(radius.max(initial=0.0)) + _GAP
    for _ in range(600):
        pairs = cKDTree(moved).query_pairs(reach, output_type="ndarray")
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        apart = moved[pairs[:, 1]] - moved[pairs[:, 0]]
        distance = np.hypot(apart[:, 0], apart[:, 1])
        lacking = radius[pairs].sum(axis=1) + _GAP - distance
        close = lacking > 0.05
        if not close.any():
            break
        a, b = pairs[close, 0], pairs[close, 1]
        turn = a * 2.399963  # nodes on one spot part in a direction of their own
        away = np.where(
            distance[close, None] > 1e-6,
            apart[close] / np.maximum(distance[close, None], 1e-6),
            np.column_stack([np.cos(turn), np.sin(turn)]),
        )
        shift = away * (lacking[close, None] * 0.5 + 0.05)
        for axis in (0, 1):
            moved[:, axis] += np.bincount(b, shift[:, axis], len(moved)) - np.bincount(a, shift[:, axis], len(moved))
    return moved
