"""The picture of people and the methods of their papers: two sorts of nodes, lines only between the two."""

from collections.abc import Collection

import numpy as np

from papergraph.errors import UsageError
from papergraph.model import ConceptClass, Role
from papergraph.network.bipartite import project_between
from papergraph.network.projection import Incidence, Projection, incidence
from papergraph.network.sharing import common_above
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds import listings
from papergraph.views.kinds.drawing import Drawing, Limits, draw, widths
from papergraph.views.kinds.finish import areas, finished, placed, regions
from papergraph.views.kinds.queries import queries
from papergraph.views.kinds.things import PLURALS, STATED, Things, listed
from papergraph.views.kinds.wording import POSITIONS, amount, period, shown_and_hidden
from papergraph.views.model import Edge, Node, ViewModel, Words


def authors_methods_view(
    rows: NetworkRows,
    *,
    via: Collection[ConceptClass] = (ConceptClass.METHOD,),
    roles: Collection[Role] = STATED,
    title: str | None = None,
    min_weight: float = 0.0,
    limits: Limits | None = None,
    labels: str | None = None,
) -> ViewModel:
    """Return the picture of people and the concepts of the classes ``via`` that their papers have.

    Only links whose role is among ``roles`` count. ``min_weight`` leaves out links of fewer papers.

    Raises:
        UsageError: ``via`` is empty.
    """
    if not via:
        raise UsageError("no class of concepts to draw", hint="methods are the usual one")
    limits = limits or Limits(nodes=1_000)
    what = listed([PLURALS[cls] for cls in ConceptClass if cls in via], last="and")
    singular = [cls.value.lower() for cls in ConceptClass if cls in via]
    links = _links(rows, via=via, roles=roles)
    stood = links.incidence
    papers = stood.things_per_node()
    drawing = draw(
        links,
        enough=links.count >= min_weight,
        score=links.strength(),
        radius=lambda nodes: areas(papers[nodes], least=4.0, most=18.0, each=3.0),
        limits=limits,
    )
    things = Things(rows, labels=labels, sharing=True)

    def thing(number: int) -> Node:
        iri, own = stood.nodes[number], [stood.things[paper] for paper in stood.things_of(number)]
        return things.concept(iri, papers=own) if iri in things.concepts else things.author(iri, papers=own)

    nodes, alone = placed(drawing, thing)
    groups = regions(drawing, _named(drawing, things))
    people = sum(iri not in things.concepts for iri in stood.nodes)
    summary = [
        f"{amount(people, 'author', 'authors')} and {len(stood.nodes) - people:,} {what} of "
        f"{amount(len(stood.things), 'paper', 'papers')}{period(paper.date for paper in rows.papers)}."
    ]
    chosen = "the strongest links: of many papers, to what is rare"
    summary.append(f"Of the {what} those of two papers or more count.")
    summary += shown_and_hidden(
        drawing, node=f"author or {listed(singular)}", nodes=f"authors and {what}", chosen_by=chosen
    )
    return finished(
        things,
        kind="authors-methods",
        title=title or f"Authors and their {what}",
        summary=summary,
        notes=_notes(common_above(rows.size)),
        words=Words(
            node="thing",
            nodes="authors and concepts",
            link="has in papers",
            reason="paper",
            reasons="papers",
            size="Size: papers of the author, or that have the concept",
            groups="Communities, by the concepts most their own",
        ),
        nodes=nodes,
        edges=_edges(drawing, things),
        groups=groups,
        alone=alone,
        unlisted=drawing.unlisted,
        listings=(
            listings.rising(things, via=via, roles=roles, places={node.key: at for at, node in enumerate(nodes)}),
            listings.coverage(rows, alone=(f"authors and {what} without a link", len(drawing.alone))),
        ),
        queries=queries("anything", "between"),
    )


def _links(rows: NetworkRows, *, via: Collection[ConceptClass], roles: Collection[Role]) -> Projection:
    """Return who has which concept, in how many papers; its weight is these times the rarity of the concept."""
    # What stands in one paper alone says nothing of its authors that the paper does not.
    support = {row.iri: row.support for row in rows.concepts if row.cls in via and row.support > 1}
    there = {paper.iri for paper in rows.papers}
    stated = [
        (link.concept, link.paper)
        for link in rows.links
        if link.role in roles and link.concept in support and link.paper in there
    ]
    wrote = [(row.author, row.paper) for row in rows.authorships if row.paper in there]
    stood = incidence([*wrote, *stated])
    papers = np.array([max(support.get(iri, 2), 2) for iri in stood.nodes], dtype=np.float64)
    rare = np.minimum(common_above(rows.size) / papers, 1.0) / np.log(papers)
    return project_between(stood, other=np.array([iri in support for iri in stood.nodes], dtype=bool), value=rare)


def _edges(drawing: Drawing, things: Things) -> tuple[Edge, ...]:
    steps = widths(drawing.links.count, thresholds=(1, 2))
    stood = drawing.links.incidence
    via = list(drawing.links.via())
    index = things.index

    def edge(place: int) -> Edge:
        ends = (stood.nodes[drawing.links.first[place]], stood.nodes[drawing.links.second[place]])
        concept = next(iri for iri in ends if iri in things.concepts)
        papers = [stood.things[paper] for paper in via[place]]
        claims = [index.claim(paper, concept) for paper in papers]
        return Edge(
            source=int(drawing.ends[place, 0]),
            target=int(drawing.ends[place, 1]),
            weight=round(float(drawing.links.weight[place]), 3),
            step=steps[place],
            papers=tuple(map(index.paper, papers)),
            claims=tuple((claim, claim) for claim in claims),
            faint=all(index.role(paper, concept) is Role.MENTIONS for paper in papers),
        )

    return tuple(edge(place) for place in drawing.strongest_first().tolist())


def _named(drawing: Drawing, things: Things) -> list[tuple[str, str]]:
    stood, strength = drawing.links.incidence, np.round(drawing.links.strength(), 9)
    named = []
    for number in range(drawing.groups):
        members = drawing.nodes[drawing.members(number)].tolist()
        ranked = sorted(members, key=lambda node: (-strength[node], node))
        concepts = [things.concept(stood.nodes[node], papers=()).label for node in ranked if _is(stood, node, things)]
        people = [things.author(stood.nodes[node], papers=()).label for node in ranked if not _is(stood, node, things)]
        named.append((concepts[0], ", ".join(people[:2])))
    return named


def _is(stood: Incidence, node: int, things: Things) -> bool:
    return stood.nodes[node] in things.concepts


def _notes(common: float) -> tuple[str, ...]:
    return (
        "A line joins an author to what papers of theirs introduce, use or compare with; its width is the number of "
        "papers (1, 2, 3 or more). Its strength, which ranks the lines, is that number by ln(n) of what stands in n "
        f"papers; what stands in more than {common:g} weighs less still, by {common:g}/n.",
        "Colours are communities found by Leiden's method on these strengths (seed 7); the eight largest "
        "have a colour.",
        POSITIONS,
    )
