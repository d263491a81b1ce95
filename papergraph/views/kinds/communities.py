"""The map of groups, for what is too large to draw: a node is a community, a line the links between two."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from papergraph.errors import UnknownNameError
from papergraph.model import ConceptClass
from papergraph.network.communities import communities
from papergraph.network.projection import Incidence, Projection, incidence
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds import naming
from papergraph.views.kinds.coauthors import linked_people
from papergraph.views.kinds.drawing import Drawing, Limits, draw, widths
from papergraph.views.kinds.finish import finished, placed, regions
from papergraph.views.kinds.papers import linked_papers
from papergraph.views.kinds.queries import queries
from papergraph.views.kinds.things import Things
from papergraph.views.kinds.wording import amount, left_out, period
from papergraph.views.model import Edge, Listing, Node, Row, ViewModel, Words
from papergraph.views.text import shorten

OF = ("coauthors", "papers")
_MOST = 100
_LINES = 250
_LEAST_MEMBERS = 3
_LISTED = 25  # members of each community in the table
_REASONS = 12  # papers or concepts that are listed of each node and line
_NAMES = 2  # concepts and people that name a community


def communities_view(
    rows: NetworkRows,
    *,
    of: str = "coauthors",
    via: Collection[ConceptClass] = (ConceptClass.METHOD,),
    title: str | None = None,
    min_weight: float = 0.0,
    limits: Limits | None = None,
    labels: str | None = None,
) -> ViewModel:
    """Return the map of the communities of who wrote together, or with ``of`` "papers" of papers that share concepts.

    ``min_weight`` leaves out lines of fewer links.

    Raises:
        UnknownNameError: another network.
    """
    if of not in OF:
        raise UnknownNameError("network of communities", of, OF)
    limits = limits or Limits()
    limits = replace(limits, nodes=min(limits.nodes, _MOST), edges=limits.edges or _LINES)
    things = Things(rows, labels=labels, sharing=of == "papers")
    whole = linked_people(rows)[0] if of == "coauthors" else linked_papers(rows, via=via)
    found = _found(whole)
    sizes = np.array([len(own) for own in found.members], dtype=np.int64)
    drawing = draw(
        found.between,
        enough=found.between.count >= min_weight,
        score=sizes.astype(np.float64),
        radius=lambda nodes: np.asarray(8.0 + 1.2 * np.sqrt(sizes[nodes]), dtype=np.float64),
        limits=limits,
        unlinked=True,
    )
    papers = [_papers_of(whole, own, things) for own in found.members]
    about = naming.about(things, papers, most=_NAMES)
    make = _Maker(found=found, papers=papers, about=about, things=things)
    nodes, _ = placed(drawing, make.node)
    people = of == "coauthors"
    one, many = ("author", "authors") if people else ("paper", "papers")
    links = "who wrote together" if people else "papers that share concepts"
    summary = [
        f"{amount(len(whole.incidence.nodes), one, many)}{period(paper.date for paper in rows.papers)}: "
        f"the communities of {links}.",
        f"Drawn: {len(nodes):,} of {amount(len(found.members), 'community', 'communities')} of {_LEAST_MEMBERS} or "
        f"more {many}, the largest of {int(sizes.max(initial=0)):,}, and "
        + (
            f"{len(drawing.links):,} of {amount(drawing.links_in_all, 'line', 'lines')}."
            if drawing.links_in_all
            else "no line: nothing links two."
        ),
    ]
    if drawing.weaker:
        summary.append(left_out(amount(drawing.weaker, "line", "lines"), "of less weight than asked for"))
    if found.small:
        summary.append(f"Left out: {amount(found.small, 'community', 'communities')} of fewer.")
    return finished(
        things,
        kind="communities",
        title=title or f"Communities of {links}",
        summary=summary,
        notes=_NOTES,
        words=Words(
            node="community",
            nodes="communities",
            link="linked by members",
            reason="link",
            reasons="links",
            size=f"Size: {many} in it",
            groups="Communities of communities, by their largest",
        ),
        nodes=nodes,
        edges=_people_edges(drawing, things) if people else _paper_edges(drawing, make),
        groups=regions(drawing, _named(drawing, nodes, sizes)),
        listings=(make.listing(drawing),),
        queries=queries("person" if people else "paper", "none"),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Found:
    """The communities of a network: their members, the foremost first, and the links between them."""

    whole: Projection
    members: list[list[int]]
    between: Projection
    small: int  # how many communities are too small to be one


def _found(whole: Projection) -> _Found:
    names = whole.incidence.nodes
    group = communities(len(names), first=whole.first, second=whole.second, weight=whole.weight)
    size = np.bincount(group[group >= 0], minlength=int(group.max(initial=-1)) + 1)
    count = int((size >= _LEAST_MEMBERS).sum())  # they are numbered by falling size
    strength = np.round(whole.strength(), 9)
    things = whole.incidence.things_per_node()
    members = [
        sorted(np.flatnonzero(group == number).tolist(), key=lambda node: (-int(things[node]), -strength[node], node))
        for number in range(count)
    ]
    pairs = (
        (f"{number:06}", whole.incidence.things[thing])
        for number, own in enumerate(members)
        for node in own
        for thing in whole.incidence.things_of(node)
    )
    had = incidence(pairs, nodes=(f"{number:06}" for number in range(count)))
    return _Found(whole=whole, members=members, between=_between(whole, group, had, count), small=len(size) - count)


def _between(whole: Projection, group: NDArray[np.int64], had: Incidence, count: int) -> Projection:
    one, other = group[whole.first], group[whole.second]
    across = (one != other) & (np.maximum(one, other) < count)
    key = np.minimum(one, other)[across] * count + np.maximum(one, other)[across]
    pairs, links = np.unique(key, return_counts=True)
    return Projection(
        incidence=had,
        first=pairs // max(count, 1),
        second=pairs % max(count, 1),
        count=links.astype(np.int64),
        weight=links.astype(np.float64),
    )


def _papers_of(whole: Projection, members: Sequence[int], things: Things) -> list[str]:
    """Return the papers of a community, the latest first: its members, or what two of its members wrote."""
    had = whole.incidence
    if had.nodes[members[0]] in things.papers:
        papers = [had.nodes[node] for node in members]
    else:
        own = np.asarray(had.matrix[members].sum(axis=0)).ravel()
        papers = [had.things[paper] for paper in np.flatnonzero(own >= 2).tolist()]
    return _latest(papers, things)


def _latest(papers: Sequence[str], things: Things) -> list[str]:
    return sorted(sorted(papers), key=lambda paper: things.papers[paper].date or "", reverse=True)


@dataclass(frozen=True, kw_only=True, eq=False)
class _Maker:
    """Makes a node of the number of a community, and the table of members."""

    found: _Found
    papers: list[list[str]]
    about: list[list[str]]
    things: Things

    def node(self, number: int) -> Node:
        first = self.found.members[number][0]
        people = [self._member(node).label for node in self.found.members[number][:_NAMES]]
        about = self.about[number]
        name = f"{', '.join(about)} ({', '.join(people)})" if about else ", ".join(people)
        papers = self.papers[number][:_REASONS]
        return Node(
            key=self.found.whole.incidence.nodes[first],
            kind="community",
            name=name,
            label=self._labels[number],
            x=0.0,
            y=0.0,
            radius=0.0,
            group=-1,
            papers=tuple(map(self.things.index.paper, papers)),
        )

    @cached_property
    def _labels(self) -> list[str]:
        """Return a name for each community that no larger one has, if there is one."""
        taken: set[str] = set()
        labels = []
        for about, members in zip(self.about, self.found.members, strict=True):
            choices = [shorten(name) for name in (*about, self._member(members[0]).name)]
            labels.append(next((name for name in choices if name not in taken), choices[0]))
            taken.add(labels[-1])
        return labels

    def listing(self, drawing: Drawing) -> Listing:
        rows = [
            Row(cells=(self._labels[number], member.name, len(had)), node=place)
            for place, number in enumerate(drawing.nodes.tolist())
            for node in self.found.members[number][:_LISTED]
            for member, had in [(self._member(node), self.found.whole.incidence.things_of(node))]
        ]
        return Listing(
            key="members",
            title="Members",
            note=f"The first {_LISTED} of each community, those of most papers or concepts first.",
            columns=("community", "member", "has"),
            rows=tuple(rows),
        )

    def _member(self, node: int) -> Node:
        iri = self.found.whole.incidence.nodes[node]
        return self.things.paper(iri) if iri in self.things.papers else self.things.author(iri, papers=())


def _steps(drawing: Drawing) -> list[int]:
    count = drawing.links.count
    low, high = np.quantile(count, (0.6, 0.9)) if len(count) else (0.0, 0.0)
    return widths(count, thresholds=(float(low), float(high)))


def _people_edges(drawing: Drawing, things: Things) -> tuple[Edge, ...]:
    steps, via, had = _steps(drawing), list(drawing.links.via()), drawing.links.incidence

    def edge(place: int) -> Edge:
        papers = _latest([had.things[paper] for paper in via[place]], things)[:_REASONS]
        return Edge(
            source=int(drawing.ends[place, 0]),
            target=int(drawing.ends[place, 1]),
            weight=float(drawing.links.count[place]),
            count=int(drawing.links.count[place]),
            step=steps[place],
            papers=tuple(map(things.index.paper, papers)),
            claims=(),
        )

    return tuple(edge(place) for place in drawing.strongest_first().tolist())


def _paper_edges(drawing: Drawing, make: _Maker) -> tuple[Edge, ...]:
    """Of each line the rarest concepts that both sides have, each with the latest paper of either."""
    steps, via, had, things = _steps(drawing), list(drawing.links.via()), drawing.links.incidence, make.things
    latest = [
        {link.concept: paper for paper in reversed(papers) for link in things.index.links(paper)}
        for papers in make.papers
    ]

    def edge(place: int) -> Edge:
        one, other = int(drawing.links.first[place]), int(drawing.links.second[place])
        shared = sorted(
            (had.things[thing] for thing in via[place]), key=lambda iri: (things.concepts[iri].support, iri)
        )[:_REASONS]
        pairs = [(latest[one][concept], latest[other][concept], concept) for concept in shared]
        return Edge(
            source=int(drawing.ends[place, 0]),
            target=int(drawing.ends[place, 1]),
            weight=float(drawing.links.count[place]),
            count=int(drawing.links.count[place]),
            step=steps[place],
            papers=tuple(
                dict.fromkeys(things.index.paper(paper) for first, second, _ in pairs for paper in (first, second))
            ),
            claims=tuple(
                (things.index.claim(first, concept), things.index.claim(second, concept))
                for first, second, concept in pairs
            ),
        )

    return tuple(edge(place) for place in drawing.strongest_first().tolist())


def _named(drawing: Drawing, nodes: Sequence[Node], sizes: NDArray[np.int64]) -> list[tuple[str, str]]:
    named = []
    for number in range(drawing.groups):
        members = sorted(drawing.members(number).tolist(), key=lambda place: (-int(sizes[drawing.nodes[place]]), place))
        first, *others = [nodes[place].label for place in members[:3]]
        named.append((first, ", ".join(others)))
    return named


_NOTES = (
    "A node is a community found by Leiden's method (seed 7), named by the concepts most its own and its members of "
    f"most papers. A line is the links between members of two; of each line and node at most {_REASONS} papers or "
    "concepts are listed, the latest or the rarest.",
    "Colours are communities of communities; the eight largest have a colour, and what is linked to nothing has none.",
    "Positions: ForceAtlas2 within each component, overlaps removed, components packed (seed 7). Distance has no unit.",
)
