"""The picture of papers that share methods (or models, datasets): each line lists them with both papers' sentences."""

import math
from collections import defaultdict
from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from papergraph.errors import UsageError
from papergraph.model import ConceptClass, Role
from papergraph.network.null import surprise
from papergraph.network.projection import Projection, incidence, project
from papergraph.network.sharing import common_above, rarity, supports
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds import listings
from papergraph.views.kinds.drawing import Drawing, Limits, draw, widths
from papergraph.views.kinds.finish import finished, placed, regions
from papergraph.views.kinds.queries import queries
from papergraph.views.kinds.things import PLURALS, STATED, Things, listed
from papergraph.views.kinds.wording import POSITIONS, amount, period, shown_and_hidden
from papergraph.views.model import Edge, ViewModel, Words
from papergraph.views.text import shorten


def papers_view(
    rows: NetworkRows,
    *,
    via: Collection[ConceptClass] = (ConceptClass.METHOD,),
    roles: Collection[Role] = STATED,
    title: str | None = None,
    min_weight: float = 0.0,
    limits: Limits | None = None,
    labels: str | None = None,
) -> ViewModel:
    """Return the picture of papers linked by shared concepts of the classes ``via``.

    Only links whose role is among ``roles`` count: by default those that the text states (introduces, compares with,
    uses), for a thing that two papers mention in passing links nothing. ``min_weight`` leaves out weaker links.

    Raises:
        UsageError: ``via`` is empty.
    """
    if not via:
        raise UsageError("no class of concepts to link papers by", hint="methods are the usual one")
    limits = limits or Limits()
    one = next(iter(via)).value.lower() if len(via) == 1 else "concept"
    what = listed([PLURALS[cls] for cls in ConceptClass if cls in via])
    links = linked_papers(rows, via=via, roles=roles)
    degree = links.degree()

    def radius(nodes: NDArray[np.int64]) -> NDArray[np.float64]:
        return np.asarray(5.0 + 7.0 * np.sqrt(degree[nodes] / max(degree.max(initial=1), 1)), dtype=np.float64)

    drawing = draw(links, enough=links.weight >= min_weight, score=links.strength(), radius=radius, limits=limits)
    things = Things(rows, labels=labels, sharing=True)
    had = links.incidence
    nodes, alone = placed(drawing, lambda number: things.paper(had.nodes[number]))
    edges = _edges(drawing, things)
    groups = regions(drawing, _named(drawing, edges, things))
    summary = [
        f"{amount(len(had.nodes), 'paper', 'papers')}{period(paper.date for paper in rows.papers)}, "
        f"linked by the {what} that they share."
    ]
    summary += shown_and_hidden(drawing, node="paper", nodes="papers", chosen_by="the strongest links")
    return finished(
        things,
        kind="papers",
        title=title or f"Papers that share {what}",
        summary=summary,
        notes=_notes(what, roles, common=common_above(rows.size)),
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
        unlisted=drawing.unlisted,
        listings=(
            listings.rising(things, via=via, roles=roles),
            listings.coverage(rows, alone=("papers without a link", len(drawing.alone))),
        ),
        queries=queries("paper", "share"),
    )


def linked_papers(rows: NetworkRows, *, via: Collection[ConceptClass], roles: Collection[Role] = STATED) -> Projection:
    """Return which papers share concepts, weighed by how rare these are; papers that share none are nodes too."""
    wanted = {concept.iri for concept in rows.concepts if concept.cls in via}
    known = [paper.iri for paper in rows.papers]
    there = set(known)
    had = incidence(
        (
            (link.paper, link.concept)
            for link in rows.links
            if link.role in roles and link.concept in wanted and link.paper in there
        ),
        nodes=known,
    )
    support = {row.iri: row.support for row in rows.concepts}
    return project(had, value=rarity(had, papers=supports(had, support=support), limit=common_above(rows.size)))


def _edges(drawing: Drawing, things: Things) -> tuple[Edge, ...]:
    weight = drawing.links.weight
    low, high = np.quantile(weight, (0.6, 0.9)) if len(weight) else (0.0, 0.0)
    steps = widths(weight, thresholds=(float(low) + 1e-9, float(high) + 1e-9))
    chance = surprise(drawing.links)
    had = drawing.links.incidence
    via = list(drawing.links.via())
    index = things.index

    def edge(place: int) -> Edge:
        first, second = had.nodes[drawing.links.first[place]], had.nodes[drawing.links.second[place]]
        shared = [had.things[concept] for concept in via[place]]
        return Edge(
            source=int(drawing.ends[place, 0]),
            target=int(drawing.ends[place, 1]),
            weight=round(float(weight[place]), 3),
            step=steps[place],
            papers=(index.paper(first), index.paper(second)),
            claims=tuple((index.claim(first, concept), index.claim(second, concept)) for concept in shared),
            faint=all(Role.MENTIONS in (index.role(first, concept), index.role(second, concept)) for concept in shared),
            lift=round(float(chance.lift[place]), 2),
            p=float(f"{chance.p[place]:.3g}"),
        )

    return tuple(edge(place) for place in drawing.strongest_first().tolist())


def _named(drawing: Drawing, edges: tuple[Edge, ...], things: Things) -> list[tuple[str, str]]:
    """Name each group after the concepts that hold most of it together: those on most of its lines, the rare first."""
    claims, concepts, papers = things.index.claims(), things.index.concepts(), len(things.papers)
    group_of = drawing.group.tolist()
    telling: dict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    for edge in edges:
        if group_of[edge.source] == group_of[edge.target]:
            for claim, _ in edge.claims:
                concept = claims[claim].concept
                telling[group_of[edge.source]][concept] += math.log(1 + papers / max(concepts[concept].support, 1))
    named: list[tuple[str, str]] = []
    taken: set[str] = set()
    for number in range(drawing.groups):
        found = telling[number]
        best = sorted(found, key=lambda concept: (-round(found[concept], 9), concepts[concept].label))
        names = [name for name in (shorten(concepts[concept].label) for concept in best) if name not in taken][:3]
        names = names or ["mixed"]
        taken.add(names[0])
        named.append((names[0], ", ".join(names[1:])))
    return named


def _notes(what: str, roles: Collection[Role], *, common: float) -> tuple[str, ...]:
    stated = (
        "Only what a text states counts (introduces, compares with, evaluates on, uses), not what it merely mentions. "
    )
    return (
        f"A line joins two papers that share {what}. {'' if Role.MENTIONS in roles else stated}"
        "Its strength adds 1/ln(n) for each shared one that stands in n papers (Adamic and Adar 2003), "
        f"so the rare weigh more; what stands in more than {common:g} papers weighs less still, by {common:g}/n. "
        "The widest lines are the strongest tenth.",
        "Lift and p hold what two papers share against chance that keeps only the numbers of papers and concepts.",
        "Colours are communities found by Leiden's method on these strengths (seed 7); the eight largest"
        " have a colour.",
        POSITIONS,
    )
