"""The picture of methods (or models, datasets) that stand in one paper more often than chance has it."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from papergraph.errors import UsageError
from papergraph.model import ConceptClass, Role
from papergraph.network.null import surprise
from papergraph.network.projection import Incidence, Projection, incidence, project
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds import listings
from papergraph.views.kinds.drawing import Drawing, Limits, draw, widths
from papergraph.views.kinds.finish import areas, finished, placed, regions
from papergraph.views.kinds.queries import queries
from papergraph.views.kinds.things import PLURALS, STATED, Things, listed
from papergraph.views.kinds.wording import amount, period, shown_and_hidden
from papergraph.views.model import Edge, Node, ViewModel, Words

_LEAST_PAPERS = 2  # of a concept: what stands in one paper meets others there by necessity


def methods_view(
    rows: NetworkRows,
    *,
    via: Collection[ConceptClass] = (ConceptClass.METHOD,),
    roles: Collection[Role] = STATED,
    title: str | None = None,
    min_weight: float = 0.0,
    limits: Limits | None = None,
    labels: str | None = None,
) -> ViewModel:
    """Return the picture of concepts of the classes ``via`` that papers have together, by how far that is from chance.

    Only links whose role is among ``roles`` count. ``min_weight`` leaves out links of fewer papers.

    Raises:
        UsageError: ``via`` is empty.
    """
    if not via:
        raise UsageError("no class of concepts to draw", hint="methods are the usual one")
    limits = limits or Limits()
    one = next(iter(via)).value.lower() if len(via) == 1 else "concept"
    what = listed([PLURALS[cls] for cls in ConceptClass if cls in via], last="and")
    stood, rare = _stood(rows, via=via, roles=roles)
    links, lift, p, q = _beyond_chance(stood)
    papers = stood.things_per_node()
    drawing = draw(
        links,
        enough=links.count >= min_weight,
        score=papers + links.strength() / (links.strength().max(initial=0.0) + 1.0),
        counted=papers,
        radius=lambda nodes: areas(papers[nodes], least=5.0, most=22.0, each=2.2),
        limits=limits,
    )
    things = Things(rows, labels=labels)

    def concept(number: int) -> Node:
        return things.concept(stood.nodes[number], papers=[stood.things[paper] for paper in stood.things_of(number)])

    nodes, alone = placed(drawing, concept)
    edges = _edges(drawing, things, lift=lift, p=p)
    groups = regions(drawing, _named(drawing, nodes))
    places = {node.key: place for place, node in enumerate(nodes)}
    summary = [
        f"{amount(len(stood.nodes), one, f'{one}s')} of {amount(len(stood.things), 'paper', 'papers')}"
        f"{period(paper.date for paper in rows.papers)}, linked where papers have both more often than by chance."
    ]
    if rare:
        summary.append(f"{amount(rare, one, f'{one}s')} of one paper alone {'is' if rare == 1 else 'are'} left out.")
    summary += shown_and_hidden(drawing, node=one, nodes=f"{one}s", chosen_by="most papers", counted="paper")
    return finished(
        things,
        kind="methods",
        title=title or f"{what.capitalize()} that go together",
        summary=summary,
        notes=_NOTES,
        words=Words(
            node=one,
            nodes=f"{one}s",
            link="go together",
            reason="paper",
            reasons="papers",
            size=f"Size: papers that have the {one}",
            groups=f"Communities, by their {one}s of most papers",
        ),
        nodes=nodes,
        edges=edges,
        groups=groups,
        alone=alone,
        unlisted=drawing.unlisted,
        listings=(
            listings.pairs(nodes, edges, q={(edge.source, edge.target): q[_pair(nodes, edge)] for edge in edges}),
            listings.rising(things, via=via, roles=roles, places=places),
            listings.coverage(rows, alone=(f"{one}s without a link", len(drawing.alone))),
        ),
        queries=queries("concept", "meet"),
    )


_Pairs = dict[tuple[str, str], float]


def _stood(rows: NetworkRows, *, via: Collection[ConceptClass], roles: Collection[Role]) -> tuple[Incidence, int]:
    """Return which concept stands in which paper, and how many were left out because they stand in one alone."""
    wanted = {concept.iri for concept in rows.concepts if concept.cls in via}
    there = {paper.iri for paper in rows.papers}
    pairs = [
        (link.concept, link.paper)
        for link in rows.links
        if link.role in roles and link.concept in wanted and link.paper in there
    ]
    every = incidence(pairs)
    enough = {
        name for name, papers in zip(every.nodes, every.things_per_node(), strict=True) if papers >= _LEAST_PAPERS
    }
    return incidence(pair for pair in pairs if pair[0] in enough), len(every.nodes) - len(enough)


def _beyond_chance(stood: Incidence) -> tuple[Projection, _Pairs, _Pairs, _Pairs]:
    """Return the links whose lift is above one, of weight papers × ln(lift), and lift, p and q of each."""
    every = project(stood, value=np.ones(len(stood.things)))
    chance = surprise(every)
    beyond = np.round(chance.lift, 9) > 1
    links = every.keep(beyond)
    names = stood.nodes
    pairs = [(names[one], names[other]) for one, other in zip(links.first, links.second, strict=True)]
    lift, p, q = (
        dict(zip(pairs, column[beyond].tolist(), strict=True)) for column in (chance.lift, chance.p, chance.q)
    )
    strength = np.asarray(links.count * np.log(chance.lift[beyond]), dtype=np.float64)
    return replace(links, weight=strength), lift, p, q


def _pair(nodes: tuple[Node, ...], edge: Edge) -> tuple[str, str]:
    return nodes[edge.source].key, nodes[edge.target].key


def _edges(drawing: Drawing, things: Things, *, lift: _Pairs, p: _Pairs) -> tuple[Edge, ...]:
    steps = widths(drawing.links.count, thresholds=(2, 5))
    stood = drawing.links.incidence
    via = list(drawing.links.via())
    index = things.index

    def edge(place: int) -> Edge:
        first, second = stood.nodes[drawing.links.first[place]], stood.nodes[drawing.links.second[place]]
        papers = [stood.things[paper] for paper in via[place]]
        return Edge(
            source=int(drawing.ends[place, 0]),
            target=int(drawing.ends[place, 1]),
            weight=round(float(drawing.links.weight[place]), 3),
            step=steps[place],
            papers=tuple(map(index.paper, papers)),
            claims=tuple((index.claim(paper, first), index.claim(paper, second)) for paper in papers),
            faint=all(Role.MENTIONS in (index.role(paper, first), index.role(paper, second)) for paper in papers),
            lift=round(lift[first, second], 2),
            p=float(f"{p[first, second]:.3g}"),
        )

    return tuple(edge(place) for place in drawing.strongest_first().tolist())


def _named(drawing: Drawing, nodes: tuple[Node, ...]) -> list[tuple[str, str]]:
    named = []
    for number in range(drawing.groups):
        members = sorted(drawing.members(number).tolist(), key=lambda place: (-len(nodes[place].papers), place))
        first, *others = [nodes[place].label for place in members[:3]]
        named.append((first, ", ".join(others)))
    return named


_NOTES = (
    "A line joins two that papers have together more often than chance would have it. Only what a text states counts "
    "(introduces, compares with, evaluates on, uses), not what it merely mentions. Lift is the number of papers by "
    "what chance would give that keeps how many papers each stands in and how many each paper has (Saracco and others "
    "2015). Lines rank by papers × ln(lift), so neither a single meeting of two rare ones nor the many of two common "
    "ones wins. "
    "The width is the number of papers (up to 2, 5, or more).",
    "Colours are communities found by Leiden's method on these strengths (seed 7); the eight largest have a colour.",
    "Positions: ForceAtlas2 within each component, overlaps removed, components packed (seed 7). Distance has no unit.",
)
