"""The picture of papers that share methods (or models, datasets): each line lists them with both papers' sentences."""

import math
from collections import defaultdict
from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from papergraph.errors import UsageError
from papergraph.model import ConceptClass, Role
from papergraph.network.projection import Projection
from papergraph.network.sharing import project_sharing
from papergraph.query.networks import NetworkRows
from papergraph.views.drawing import Drawing, Limits, draw, widths
from papergraph.views.evidence import EvidenceIndex
from papergraph.views.model import Edge, Group, Node, ViewModel, Words
from papergraph.views.text import clean, shorten
from papergraph.views.wording import amount, period, shown_and_hidden

_PLURALS = {
    ConceptClass.METHOD: "methods",
    ConceptClass.MODEL: "models",
    ConceptClass.DATASET: "datasets",
    ConceptClass.TASK: "tasks",
    ConceptClass.METRIC: "metrics",
}
_STATED = frozenset(role for role in Role if role is not Role.MENTIONS)


def papers_view(
    rows: NetworkRows,
    *,
    via: Collection[ConceptClass] = (ConceptClass.METHOD,),
    roles: Collection[Role] = _STATED,
    title: str | None = None,
    min_weight: float = 0.0,
    limits: Limits | None = None,
) -> ViewModel:
    """Return the picture of papers linked by shared concepts of the classes ``via``.

    Only links whose role is among ``roles`` count: by default those that the text states (introduces, compares with,
    uses), for a thing that two papers mention in passing links nothing. ``min_weight`` leaves out weaker links.

    Raises:
        UsageError: ``via`` is empty.
    """
    if not via:
        raise UsageError("no class of concepts to link papers by", hint="methods are the usual one")
    one = next(iter(via)).value.lower() if len(via) == 1 else "concept"
    what = _listed([_PLURALS[cls] for cls in ConceptClass if cls in via])
    projection = _project(rows, via=via, roles=roles)
    degree = projection.degree()
    limits = limits or Limits()

    def radius(nodes: NDArray[np.int64]) -> NDArray[np.float64]:
        return np.asarray(5.0 + 7.0 * np.sqrt(degree[nodes] / max(degree.max(initial=1), 1)), dtype=np.float64)

    drawing = draw(projection, score=projection.strength(), radius=radius, limits=limits, at_least=min_weight)
    index = EvidenceIndex(rows)
    had = projection.incidence
    titles = {paper.iri: clean(paper.title) for paper in rows.papers}

    def node(number: int, x: float, y: float, size: float, group: int) -> Node:
        iri = had.nodes[number]
        own = (index.paper(iri),)
        name = titles[iri]
        return Node(
            key=iri, kind="paper", name=name, label=short_title(name), x=x, y=y, radius=size, group=group, papers=own
        )

    columns = (drawing.nodes, drawing.points[:, 0], drawing.points[:, 1], drawing.radius, drawing.group)
    nodes = tuple(node(*values) for values in zip(*(column.tolist() for column in columns), strict=True))
    alone = tuple(node(number, 0.0, 0.0, 0.0, -1) for number in drawing.alone[: limits.alone].tolist())
    edges = _edges(drawing, index)
    groups = _groups(drawing, edges, index, papers=len(rows.papers))
    facts = index.papers(tell=True)
    dates = period(paper.date for paper in rows.papers)
    summary = [f"{amount(len(had.nodes), 'paper', 'papers')}{dates}, linked by the {what} that they share."]
    summary += shown_and_hidden(drawing, node="paper", nodes="papers", chosen_by="the strongest links")
    return ViewModel(
        kind="papers",
        title=title or f"Papers that share {what}",
        summary=tuple(summary),
        notes=_notes(what, roles),
        words=Words(
            node="paper",
            nodes="papers",
            link=f"share {what}",
            reason=f"shared {one}",
            reasons=f"shared {one}s",
            size="Size: papers it is linked to",
            groups="Communities, by what holds them together",
        ),
        nodes=nodes,
        edges=edges,
        groups=groups,
        alone=alone,
        papers=facts,
        concepts=index.concepts(),
        claims=index.claims(),
        sentences=index.sentences(),
    )


def short_title(title: str) -> str:
    """Return what stands before a title's colon when that is short enough to be its name, else the title cut short."""
    name, colon, _ = title.partition(":")
    return shorten(name) if colon and len(name) <= 30 and name.strip() else shorten(title)


def _project(rows: NetworkRows, *, via: Collection[ConceptClass], roles: Collection[Role]) -> Projection:
    wanted = {concept.iri for concept in rows.concepts if concept.cls in via}
    known = [paper.iri for paper in rows.papers]
    there = set(known)
    pairs = [
        (link.paper, link.concept)
        for link in rows.links
        if link.role in roles and link.concept in wanted and link.paper in there
    ]
    return project_sharing(pairs, support={row.iri: row.support for row in rows.concepts}, papers=known)


def _edges(drawing: Drawing, index: EvidenceIndex) -> tuple[Edge, ...]:
    weight = drawing.links.weight
    low, high = np.quantile(weight, (0.6, 0.9)) if len(weight) else (0.0, 0.0)
    steps = widths(weight, thresholds=(float(low) + 1e-9, float(high) + 1e-9))
    had = drawing.links.incidence
    via = list(drawing.links.via())
    edges = []
    for place in drawing.strongest_first().tolist():
        first, second = had.nodes[drawing.links.first[place]], had.nodes[drawing.links.second[place]]
        shared = [had.things[concept] for concept in via[place]]
        edges.append(
            Edge(
                source=int(drawing.ends[place, 0]),
                target=int(drawing.ends[place, 1]),
                weight=round(float(weight[place]), 3),
                step=steps[place],
                papers=(index.paper(first), index.paper(second)),
                claims=tuple((index.claim(first, concept), index.claim(second, concept)) for concept in shared),
            )
        )
    return tuple(edges)


def _groups(drawing: Drawing, edges: tuple[Edge, ...], index: EvidenceIndex, *, papers: int) -> tuple[Group, ...]:
    """Name each group after the concepts that hold most of it together: those on most of its lines, the rare first."""
    claims, concepts = index.claims(), index.concepts()
    group_of = drawing.group.tolist()
    telling: dict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    for edge in edges:
        if group_of[edge.source] == group_of[edge.target]:
            for claim, _ in edge.claims:
                concept = claims[claim].concept
                telling[group_of[edge.source]][concept] += math.log(1 + papers / max(concepts[concept].support, 1))
    groups: list[Group] = []
    taken: set[str] = set()
    for number in range(max(group_of, default=-1) + 1):
        found = telling[number]
        best = sorted(found, key=lambda concept: (-round(found[concept], 9), concepts[concept].label))
        names = [name for name in (shorten(concepts[concept].label) for concept in best) if name not in taken][:3]
        names = names or ["mixed"]
        taken.add(names[0])
        groups.append(Group(name=names[0], about=", ".join(names[1:]), size=group_of.count(number)))
    return tuple(groups)


def _notes(what: str, roles: Collection[Role]) -> tuple[str, ...]:
    stated = "Only what a text states counts (introduces, compares with, uses), not what it merely mentions. "
    return (
        f"A line joins two papers that share {what}. {'' if Role.MENTIONS in roles else stated}"
        "Its strength adds 1/ln(n) for each shared one that stands in n papers (Adamic and Adar 2003), "
        "so the rare weigh more; the widest lines are the strongest tenth.",
        "Colours are communities found by Leiden's method on these strengths (seed 7); the eight largest"
        " have a colour.",
        "Positions: ForceAtlas2 within each component, overlaps removed, components packed (seed 7). "
        "Distance has no unit.",
    )


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
