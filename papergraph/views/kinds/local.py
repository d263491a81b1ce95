"""The picture around one paper, author or concept: papers, who wrote them and what they have, a step or two away."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from papergraph.model import Role
from papergraph.network.layout import positions
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.finish import by_weight, finished
from papergraph.views.kinds.queries import queries
from papergraph.views.kinds.things import STATED, Things
from papergraph.views.kinds.wording import amount
from papergraph.views.model import Edge, Group, Node, ViewModel, Words

#: Two steps are shown while there are no more nodes than this; else of the second step what joins two of the first.
FEW = 60
MOST = 300
_JOINING = 30
_STRENGTH = {Role.INTRODUCES: 3.0, Role.COMPARES_WITH: 2.0, Role.EVALUATES_ON: 2.0, Role.USES: 2.0, Role.MENTIONS: 1.0}
_WROTE = 2.0
_PLURALS = {
    "paper": "papers",
    "author": "authors",
    "method": "methods",
    "model": "models",
    "dataset": "datasets",
    "task": "tasks",
    "metric": "metrics",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What is joined to what: papers to their authors and concepts, and the other way round."""

    neighbours: dict[str, tuple[str, ...]]
    papers: frozenset[str]
    weak: frozenset[tuple[str, str]]  # (paper, concept) that is only mentioned


def local_view(
    rows: NetworkRows,
    *,
    centre: str,
    title: str | None = None,
    depth: int | None = None,
    most: int = MOST,
    labels: str | None = None,
) -> ViewModel:
    """Return the picture around ``centre``, the IRI of a paper, an author or a concept.

    ``depth`` counts lines from there, 1 or 2; by default 2 where that are few nodes, else 1 and what joins two of
    these. At most ``most`` nodes are drawn.
    """
    things = Things(rows, labels=labels)
    around = _around(things)
    reached, said = _reached(around, centre, depth=depth)
    kept = _cut(around, centre, reached, most=most, things=things)
    iris = [centre, *(iri for iri in sorted(kept) if iri != centre)]
    place = {iri: number for number, iri in enumerate(iris)}
    nodes = [_node(things, around, iri, among=place) for iri in iris]
    edges = by_weight(_edges(things, around, place))
    kinds = list(dict.fromkeys(sorted((node.kind for node in nodes), key=list(_PLURALS).index)))
    counts = Counter(node.kind for node in nodes)
    of = {kind: number for number, kind in enumerate(kinds)}
    nodes = _laid_out(nodes, edges, group=[of[node.kind] for node in nodes])
    shown = ", ".join(amount(counts[kind], kind, _PLURALS[kind]) for kind in kinds)
    summary = [f"{shown} and {amount(len(edges), 'link', 'links')} around {nodes[0].name}.", said]
    if len(kept) < len(reached):
        summary.append(f"Drawn: {len(kept):,} of {len(reached):,}, those with the strongest and most links.")
    return finished(
        things,
        kind=nodes[0].kind if nodes[0].kind in ("paper", "author") else "method",
        title=title or f"Around {nodes[0].name}",
        summary=summary,
        notes=_NOTES,
        words=Words(
            node="thing",
            nodes="things",
            link="belong together",
            reason="paper",
            reasons="papers",
            size="Size: lines of the thing; the one asked for is the largest",
            groups="Colours tell kinds apart",
        ),
        nodes=tuple(nodes),
        edges=edges,
        groups=tuple(Group(name=_PLURALS[kind], about="", size=counts[kind]) for kind in kinds),
        queries=queries("anything", "between"),
    )


def _around(things: Things) -> _Around:
    joined: defaultdict[str, list[str]] = defaultdict(list)
    for row in things.rows.authorships:
        if row.paper in things.papers:
            joined[row.author].append(row.paper)
            joined[row.paper].append(row.author)
    weak = set()
    for link in things.rows.links:
        if link.paper in things.papers and link.concept in things.concepts:
            joined[link.concept].append(link.paper)
            joined[link.paper].append(link.concept)
            if link.role not in STATED:
                weak.add((link.paper, link.concept))
    return _Around(
        neighbours={iri: tuple(sorted(others)) for iri, others in joined.items()},
        papers=frozenset(things.papers),
        weak=frozenset(weak),
    )


def _reached(around: _Around, centre: str, *, depth: int | None) -> tuple[dict[str, int], str]:
    """Return how many steps away everything is that belongs to the picture, and what that is in a sentence."""
    first = {centre: 0} | dict.fromkeys(around.neighbours.get(centre, ()), 1)
    joining = Counter(
        other
        for iri, step in first.items()
        if step == 1
        for other in around.neighbours[iri]
        if other not in first and not _is_weak(around, iri, other)
    )
    second = first | dict.fromkeys(joining, 2)
    if depth == 1:
        return first, "Shown: what is linked to it."
    if depth == 2 or len(second) <= FEW:
        return second, "Shown: what is linked to it, and what that is linked to by more than a mention."
    several = [other for other, times in joining.items() if times > 1]
    several.sort(key=lambda other: (-joining[other], len(around.neighbours[other]), other))
    room = max(FEW - len(first), _JOINING)
    return first | dict.fromkeys(several[:room], 2), (
        "Shown: what is linked to it, and of what that is linked to, what joins most of it."
        if several[:room]
        else "Shown: what is linked to it; a step more would be too much to read."
    )


def _is_weak(around: _Around, one: str, other: str) -> bool:
    return (one, other) in around.weak or (other, one) in around.weak


def _cut(around: _Around, centre: str, reached: dict[str, int], *, most: int, things: Things) -> set[str]:
    """Return what is drawn of ``reached``: the nearest first, of these the strongest links, then the rarest things."""

    def rank(iri: str) -> tuple[int, float, int, str]:
        others = around.neighbours.get(iri, ())
        nearer = [other for other in others if reached.get(other, reached[iri]) < reached[iri]]
        strongest = max((_strength(things, around, iri, other) for other in nearer), default=0.0)
        return reached[iri], -strongest, len(others), iri

    return set(sorted(reached, key=rank)[:most])


def _strength(things: Things, around: _Around, one: str, other: str) -> float:
    paper, thing = (one, other) if one in around.papers else (other, one)
    return _STRENGTH[things.index.role(paper, thing)] if thing in things.concepts else _WROTE


def _node(things: Things, around: _Around, iri: str, *, among: Collection[str]) -> Node:
    """Return a node; of its papers those that are drawn too, for a small picture does not carry a corpus."""
    if iri in things.papers:
        return things.paper(iri)
    papers = [paper for paper in around.neighbours.get(iri, ()) if paper in among]
    return things.concept(iri, papers=papers) if iri in things.concepts else things.author(iri, papers=papers)


def _edges(things: Things, around: _Around, place: dict[str, int]) -> Iterator[Edge]:
    for paper in sorted(place.keys() & around.papers):
        for other in around.neighbours.get(paper, ()):
            if other in place:
                strength = _strength(things, around, paper, other)
                said = (things.index.claim(paper, other),) * 2 if other in things.concepts else None
                yield Edge(
                    source=min(place[paper], place[other]),
                    target=max(place[paper], place[other]),
                    weight=strength,
                    step=int(strength) - 1,
                    papers=(things.index.paper(paper),),
                    claims=(said,) if said else (),
                    faint=_is_weak(around, paper, other),
                )


def _laid_out(nodes: Iterable[Node], edges: tuple[Edge, ...], *, group: list[int]) -> list[Node]:
    first = np.array([edge.source for edge in edges], dtype=np.int64)
    second = np.array([edge.target for edge in edges], dtype=np.int64)
    degree = np.bincount(first, minlength=len(group)) + np.bincount(second, minlength=len(group))
    radius = np.round(np.clip(5.0 + 2.0 * np.sqrt(degree), 6.0, 16.0), 1)
    radius[0] = 20.0
    weight = np.array([edge.weight for edge in edges])
    points = positions(radius, first=first, second=second, weight=weight, group=np.zeros(len(group), int)).tolist()
    return [
        replace(node, x=x, y=y, radius=size, group=number)
        for node, (x, y), size, number in zip(nodes, points, radius.tolist(), group, strict=True)
    ]


_NOTES = (
    "A line joins a paper to who wrote it, and to what it introduces (the widest), uses, compares with or is evaluated "
    "on; a faint one to what it merely mentions.",
    "Positions: ForceAtlas2, overlaps removed (seed 7). Distance has no unit. The order of authors is not known, and "
    "nothing is claimed of it.",
)
