"""The picture of who wrote papers together: each line lists the shared papers and what they are about."""

import math
from collections import defaultdict
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from papergraph.model import Role
from papergraph.network.coauthors import project_coauthors
from papergraph.query.networks import NetworkRows
from papergraph.views.drawing import Drawing, Limits, draw, widths
from papergraph.views.evidence import EvidenceIndex
from papergraph.views.model import Edge, Group, Node, ViewModel, Words
from papergraph.views.text import clean, shorten
from papergraph.views.wording import amount, period, shown_and_hidden

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
    "have a colour.",
    "Positions: ForceAtlas2 within each component, overlaps removed, components packed (seed 7). "
    "Distance has no unit. The order of authors is not known, and nothing is claimed of it.",
)


def coauthors_view(
    rows: NetworkRows, *, title: str = "Who wrote together", min_weight: float = 0.0, limits: Limits | None = None
) -> ViewModel:
    """Return the picture of co-authorship.

    ``min_weight`` leaves out links of fewer shared papers; ``limits`` says how much to draw at most.
    """
    known = {paper.iri for paper in rows.papers}
    pairs = [(row.author, row.paper) for row in rows.authorships if row.paper in known]
    projection = project_coauthors(pairs)
    wrote = projection.incidence
    papers = wrote.things_per_node()
    strength = projection.strength()
    score = papers + strength / (strength.max(initial=0.0) + 1.0)
    # Shared papers rank, and Newman's fractions, brought below one, decide among equals.
    fraction = projection.weight / (projection.weight.max(initial=0.0) + 1.0)
    ranked = replace(projection, weight=projection.count + fraction)
    limits = limits or Limits()

    def radius(nodes: NDArray[np.int64]) -> NDArray[np.float64]:
        return np.asarray(np.minimum(5.5 * np.sqrt(papers[nodes]), 18.0), dtype=np.float64)

    drawing = draw(ranked, score=score, radius=radius, limits=limits, at_least=min_weight)
    index = EvidenceIndex(rows)
    names = {author.iri: clean(author.name) for author in rows.authors}

    def node(number: int, x: float, y: float, size: float, group: int) -> Node:
        iri = wrote.nodes[number]
        name = names.get(iri, iri.rsplit("/", 1)[-1])
        own = tuple(index.paper(wrote.things[paper]) for paper in wrote.things_of(number))
        return Node(
            key=iri, kind="author", name=name, label=shorten(name), x=x, y=y, radius=size, group=group, papers=own
        )

    columns = (drawing.nodes, drawing.points[:, 0], drawing.points[:, 1], drawing.radius, drawing.group)
    nodes = tuple(node(*values) for values in zip(*(column.tolist() for column in columns), strict=True))
    alone = tuple(node(number, 0.0, 0.0, 0.0, -1) for number in drawing.alone[: limits.alone].tolist())
    edges = _edges(drawing, index)
    groups = _groups(drawing, nodes, rows, score[drawing.nodes])
    facts = index.papers(tell=True)
    dates = period(paper.date for paper in rows.papers)
    summary = [
        f"{amount(len(wrote.nodes), 'author', 'authors')} of {amount(len(wrote.things), 'paper', 'papers')}{dates}."
    ]
    summary += shown_and_hidden(drawing, node="author", nodes="authors", chosen_by="most papers")
    return ViewModel(
        kind="coauthors",
        title=title,
        summary=tuple(summary),
        notes=_NOTES,
        words=_WORDS,
        nodes=nodes,
        edges=edges,
        groups=groups,
        alone=alone,
        papers=facts,
        concepts=index.concepts(),
        claims=index.claims(),
        sentences=index.sentences(),
    )


def _edges(drawing: Drawing, index: EvidenceIndex) -> tuple[Edge, ...]:
    steps = widths(drawing.links.count, thresholds=(1, 2))
    via = list(drawing.links.via())
    things = drawing.links.incidence.things
    authors = drawing.links.incidence.nodes_per_thing()
    return tuple(
        Edge(
            source=int(drawing.ends[place, 0]),
            target=int(drawing.ends[place, 1]),
            weight=round(sum(1 / (int(authors[paper]) - 1) for paper in via[place]), 3),
            step=steps[place],
            papers=tuple(index.paper(things[paper]) for paper in via[place]),
            claims=(),
        )
        for place in drawing.strongest_first().tolist()
    )


def _groups(
    drawing: Drawing, nodes: tuple[Node, ...], rows: NetworkRows, score: NDArray[np.float64]
) -> tuple[Group, ...]:
    """Name each group after its author of most papers, and say which concepts are most its own."""
    label = {concept.iri: clean(concept.label) for concept in rows.concepts}
    rarity = {concept.iri: math.log(1 + len(rows.papers) / max(concept.support, 1)) for concept in rows.concepts}
    stated: dict[str, list[tuple[str, float]]] = {}
    for link in rows.links:
        if link.role is not Role.MENTIONS and link.concept in label:
            weight = rarity[link.concept] * (2 if link.role is Role.INTRODUCES else 1)
            stated.setdefault(link.paper, []).append((link.concept, weight))
    wrote = drawing.links.incidence
    groups = []
    for number in range(int(drawing.group.max(initial=-1)) + 1):
        members = drawing.members(number)
        first = min(members.tolist(), key=lambda place: (-score[place], place))
        papers = {paper for place in members.tolist() for paper in wrote.things_of(int(drawing.nodes[place]))}
        telling: defaultdict[str, float] = defaultdict(float)
        for paper in sorted(papers):
            for concept, weight in stated.get(wrote.things[paper], ()):
                telling[concept] += weight
        best = sorted(telling, key=lambda concept: (-round(telling[concept], 9), concept))[:2]
        groups.append(
            Group(
                name=nodes[first].label,
                about=", ".join(shorten(label[concept]) for concept in best),
                size=len(members),
            )
        )
    return tuple(groups)
