"""The picture of who wrote papers together: each line lists the shared papers and what they are about."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from papergraph.network.coauthors import project_coauthors
from papergraph.network.projection import Projection
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds import listings, naming
from papergraph.views.kinds.drawing import Drawing, Limits, draw, widths
from papergraph.views.kinds.finish import areas, finished, placed, regions
from papergraph.views.kinds.queries import queries
from papergraph.views.kinds.things import Things
from papergraph.views.kinds.wording import POSITIONS, amount, period, shown_and_hidden
from papergraph.views.model import Edge, Node, ViewModel, Words

#: Papers of more authors than this link nobody: 418 authors make 87,153 lines that say little of any two.
MOST_AUTHORS = 100
_WORDS = Words(
    node="author",
    nodes="authors",
    link="wrote together",
    reason="paper",
    reasons="papers",
    size="Size: papers of the author",
    groups="Communities, by their author of most papers",
)
_NOTES = (
    "A line joins two people who wrote a paper together. Its width is the number of papers (1, 2, 3 or more), which "
    "also ranks the lines; among equals the strength does, which adds 1/(k − 1) for each shared paper of k authors "
    "(Newman 2001).",
    "Colours are communities found by Leiden's method on the number of papers (seed 7); the eight largest "
    "have a colour. They are told by the concepts that are most their own.",
    POSITIONS,
    "The order of authors is not known, and nothing is claimed of it.",
)


def coauthors_view(
    rows: NetworkRows,
    *,
    title: str = "Who wrote together",
    min_weight: float = 0.0,
    limits: Limits | None = None,
    labels: str | None = None,
    apart: Sequence[listings.Apart] = (),
) -> ViewModel:
    """Return the picture of co-authorship.

    ``min_weight`` leaves out links of fewer shared papers; ``limits`` says how much to draw at most; ``apart`` are
    people who share methods and never wrote together.
    """
    limits = limits or Limits()
    things = Things(rows, labels=labels)
    links, crowds = linked_people(rows)
    wrote = links.incidence
    papers = wrote.things_per_node()
    strength = links.strength()
    drawing = draw(
        links,
        enough=links.count >= min_weight,
        score=papers + strength / (strength.max(initial=0.0) + 1.0),
        counted=papers,
        radius=lambda nodes: areas(papers[nodes], least=0.0, most=18.0, each=5.5),
        limits=limits,
    )

    def author(number: int) -> Node:
        return things.author(wrote.nodes[number], papers=[wrote.things[paper] for paper in wrote.things_of(number)])

    nodes, alone = placed(drawing, author)
    edges = _edges(drawing, things)
    groups = regions(drawing, _named(drawing, nodes, things))
    summary = [
        f"{amount(len(wrote.nodes), 'author', 'authors')} of {amount(len(wrote.things), 'paper', 'papers')}"
        f"{period(paper.date for paper in rows.papers)}."
    ]
    if crowds:
        summary.append(
            f"{amount(crowds, 'paper', 'papers')} of more than {MOST_AUTHORS} authors "
            f"{'makes' if crowds == 1 else 'make'} no links."
        )
    summary += shown_and_hidden(drawing, node="author", nodes="authors", chosen_by="most papers", counted="paper")
    places = {node.key: place for place, node in enumerate(nodes)}
    return finished(
        things,
        kind="coauthors",
        title=title,
        summary=summary,
        notes=_NOTES,
        words=_WORDS,
        nodes=nodes,
        edges=edges,
        groups=groups,
        alone=alone,
        unlisted=drawing.unlisted,
        listings=(
            listings.bridging(drawing, nodes, edges, groups),
            listings.apart(apart, things, places),
            listings.coverage(rows, alone=("authors without a link", len(drawing.alone))),
        ),
        queries=queries("person", "wrote"),
    )


def linked_people(rows: NetworkRows) -> tuple[Projection, int]:
    """Return who wrote together, by shared papers, and how many papers of too many authors were left out of that.

    Newman's fractions, brought below one, decide among equals. Everybody is a node, with all papers.
    """
    known = {paper.iri for paper in rows.papers}
    pairs = [(row.author, row.paper) for row in rows.authorships if row.paper in known]
    found = project_coauthors(pairs, most=MOST_AUTHORS)
    crowds = int((found.incidence.nodes_per_thing() > MOST_AUTHORS).sum())
    fraction = found.weight / (found.weight.max(initial=0.0) + 1.0)
    return replace(found, weight=found.count + fraction), crowds


def _edges(drawing: Drawing, things: Things) -> tuple[Edge, ...]:
    steps = widths(drawing.links.count, thresholds=(1, 2))
    via = list(drawing.links.via())
    wrote = drawing.links.incidence
    authors: NDArray[np.int64] = wrote.nodes_per_thing()

    def edge(place: int) -> Edge:
        shared = [paper for paper in via[place] if authors[paper] <= MOST_AUTHORS]
        return Edge(
            source=int(drawing.ends[place, 0]),
            target=int(drawing.ends[place, 1]),
            weight=round(sum(1 / (int(authors[paper]) - 1) for paper in shared), 3),
            step=steps[place],
            papers=tuple(things.index.paper(wrote.things[paper]) for paper in via[place]),
            claims=(),
        )

    return tuple(edge(place) for place in drawing.strongest_first().tolist())


def _named(drawing: Drawing, nodes: Sequence[Node], things: Things) -> list[tuple[str, str]]:
    """Name each group after its author of most papers, and say which concepts are most its own."""
    wrote = drawing.links.incidence
    members = [drawing.members(number).tolist() for number in range(drawing.groups)]
    papers = [
        sorted({wrote.things[paper] for place in own for paper in wrote.things_of(int(drawing.nodes[place]))})
        for own in members
    ]
    told = naming.about(things, papers)
    first = [max(own, key=lambda place: (len(nodes[place].papers), nodes[place].bridging, -place)) for own in members]
    return [(nodes[place].label, ", ".join(names)) for place, names in zip(first, told, strict=True)]
