"""Two graphs, or two days of one, held against each other; ``changes`` says what comes of it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from papergraph.errors import UsageError
from papergraph.model import Role
from papergraph.query import highlights
from papergraph.query.changes import (
    Changes,
    LinkChange,
    Meeting,
    Merge,
    NewAuthor,
    NewConcept,
    NewPaper,
    NewResult,
    Renaming,
    Split,
    Uptake,
    VoteChange,
)
from papergraph.query.contents import Contents, Reader, grouped, members, turned
from papergraph.query.identity import Identity, Nodes, identity, unchanged
from papergraph.query.select import Select
from papergraph.query.things import Thing

_TAKEN_UP = frozenset({Role.USES, Role.EVALUATES_ON, Role.COMPARES_WITH})


def between(older: Select, newer: Select) -> Changes:
    """Return what changed from the graph that ``older`` asks to the one that ``newer`` asks.

    Raises:
        ValueError: a number in a graph is none.
    """
    old, new = Reader(older).whole(), Reader(newer).whole()
    labels = {"older_labels": old.names.labels, "newer_labels": new.names.labels}
    return _Comparison(
        old,
        new,
        concepts=identity(old.concepts, new.concepts, **labels),
        people=identity(old.authors, new.authors, **labels),
        select=newer,
    ).changes()


def of_days(select: Select, *, after: str, until: str | None) -> Changes:
    """Return what the days after ``after``, up to and including ``until`` (by default the last), added to a graph.

    Raises:
        UsageError: the graph has no such day.
        ValueError: a number in the graph is none.
    """
    reader = Reader(select)
    last = until if until is not None else max(reader.days, default="")
    if not any(after < day <= last for day in reader.days):
        end = f" and up to {until}" if until is not None else ""
        there = f"its days go from {reader.days[0]} to {reader.days[-1]}" if reader.days else "it has no days at all"
        raise UsageError(f"the graph has no day after {after}{end}", hint=there)
    old, new = reader.until(after), reader.until(last)
    return _Comparison(
        old,
        new,
        concepts=unchanged(old.concepts, new.concepts),
        people=unchanged(old.authors, new.authors),
        select=select,
    ).changes()


class _Comparison:
    """The older and the newer contents, and which of their nodes are the same."""

    def __init__(self, old: Contents, new: Contents, *, concepts: Identity, people: Identity, select: Select) -> None:
        self._old, self._new = old, new
        self._concepts, self._people = concepts, people
        self._sides = (
            _Side(
                known=concepts,
                older=old.names.concept,
                newer=new.names.concept,
                older_nodes=old.concepts,
                newer_nodes=new.concepts,
            ),
            _Side(
                known=people,
                older=old.names.author,
                newer=new.names.author,
                older_nodes=old.authors,
                newer_nodes=new.authors,
            ),
        )
        self._select = select
        self._fresh = new.listed.keys() - old.listed.keys()
        self._was = self._older_links()

    def changes(self) -> Changes:
        """Return everything that changed."""
        old, new = self._old, self._new
        kept = list(self._kept())
        edited = {day for day in old.days.keys() & new.days.keys() if old.hashes.get(day) != new.hashes.get(day)}
        return Changes(
            days_added=_documents(new, new.days.keys() - old.days.keys()),
            days_removed=_documents(old, old.days.keys() - new.days.keys()),
            days_changed=_documents(new, edited),
            papers_added=tuple(self._papers_added()),
            papers_removed=_sorted(map(old.names.paper, old.listed.keys() - new.listed.keys())),
            concepts_added=tuple(self._concepts_added()),
            concepts_removed=_sorted(map(old.names.concept, members(old.concepts) - self._concepts.became.keys())),
            authors_added=tuple(self._authors_added()),
            authors_removed=_sorted(map(old.names.author, members(old.authors) - self._people.became.keys())),
            links_added=tuple(self._links_added()),
            links_removed=tuple(self._links_removed()),
            links_changed=tuple(self._links_changed()),
            taken_up=tuple(self._taken_up()),
            first_together=tuple(self._first_together()),
            results_added=tuple(self._results_added()),
            results_removed=len(old.results.keys() - new.results.keys()),
            votes_changed=tuple(self._votes_changed()),
            merged=tuple(self._merged()),
            split=tuple(self._split()),
            renamed=tuple(one for one in kept if (one.before.name, one.before.iri) != (one.after.name, one.after.iri)),
            reclassified=tuple(one for one in kept if one.before.cls != one.after.cls),
        )

    # Papers, concepts, people

    def _papers_added(self) -> Iterator[NewPaper]:
        new = self._new
        listings = {listing: place for listing, place in new.listings.items() if place[0] in self._fresh}
        introduced = {link for link, role in new.roles.items() if role is Role.INTRODUCES and link[0] in self._fresh}
        leads = highlights.leads(listings, introduced, select=self._select)
        for paper in sorted(self._fresh, key=lambda paper: (-new.votes.get(paper, -1), new.listed[paper], paper)):
            own = (concept for concept in new.concepts.get(paper, ()) if (paper, concept) in introduced)
            yield NewPaper(
                paper=new.names.paper(paper),
                date=new.listed[paper],
                votes=new.votes.get(paper),
                authors=_sorted(map(new.names.author, new.authors[paper])),
                introduces=_sorted(map(new.names.concept, own)),
                lead=leads.get(paper),
            )

    def _concepts_added(self) -> Iterable[NewConcept]:
        new = self._new
        papers_of = turned(new.concepts)
        found = []
        for concept in papers_of.keys() - self._concepts.came_from.keys():
            introducing = (p for p in papers_of[concept] if new.roles[p, concept] is Role.INTRODUCES)
            found.append(
                NewConcept(
                    concept=new.names.concept(concept),
                    introduced_by=_sorted(map(new.names.paper, introducing)),
                    papers=len(papers_of[concept]),
                )
            )
        return sorted(found, key=lambda one: (-one.papers, not one.introduced_by, one.concept.name, one.concept.iri))

    def _authors_added(self) -> Iterable[NewAuthor]:
        papers_of = turned(self._new.authors)
        found = (
            NewAuthor(author=self._new.names.author(author), papers=len(papers_of[author]))
            for author in papers_of.keys() - self._people.came_from.keys()
        )
        return sorted(found, key=lambda one: (-one.papers, one.author.name, one.author.iri))

    def _first_together(self) -> Iterable[Meeting]:
        new = self._new
        earlier = turned({paper: people for paper, people in new.authors.items() if paper not in self._fresh})
        together: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for paper in sorted(self._fresh, key=lambda paper: (new.listed[paper], paper)):
            known = sorted(author for author in new.authors[paper] if author in earlier)
            for first, second in combinations(known, 2):
                if earlier[first].isdisjoint(earlier[second]):
                    together[first, second].append(paper)
        found = (
            Meeting(
                first=new.names.author(first),
                second=new.names.author(second),
                earlier=(len(earlier[first]), len(earlier[second])),
                papers=tuple(map(new.names.paper, papers)),
            )
            for (first, second), papers in together.items()
        )
        return sorted(found, key=lambda one: (-min(one.earlier), -sum(one.earlier), one.first.iri, one.second.iri))

    # Links

    def _older_links(self) -> dict[tuple[str, str], tuple[Role, str]]:
        """Return, for each older link in newer terms, its role and the older concept; the strongest where two meet."""
        links: dict[tuple[str, str], tuple[Role, str]] = {}
        for (paper, concept), role in self._old.roles.items():
            pair = paper, self._concepts.now(concept, paper=paper)
            known = links.get(pair)
            if known is None or (-role.strength, concept) < (-known[0].strength, known[1]):
                links[pair] = role, concept
        return links

    def _links_added(self) -> Iterable[LinkChange]:
        new = self._new
        return _in_order(
            self._link(paper, concept, None, new.roles[paper, concept])
            for paper, concept in new.roles.keys() - self._was.keys()
        )

    def _links_changed(self) -> Iterable[LinkChange]:
        new = self._new
        return _in_order(
            self._link(paper, concept, self._was[paper, concept][0], new.roles[paper, concept])
            for paper, concept in new.roles.keys() & self._was.keys()
            if self._was[paper, concept][0] is not new.roles[paper, concept]
        )

    def _links_removed(self) -> Iterable[LinkChange]:
        names = self._old.names
        gone = ((paper, *self._was[paper, concept]) for paper, concept in self._was.keys() - self._new.roles.keys())
        return _in_order(
            LinkChange(paper=names.paper(paper), concept=names.concept(concept), before=role, after=None)
            for paper, role, concept in gone
        )

    def _link(self, paper: str, concept: str, before: Role | None, after: Role | None) -> LinkChange:
        names = self._new.names
        return LinkChange(paper=names.paper(paper), concept=names.concept(concept), before=before, after=after)

    def _taken_up(self) -> Iterable[Uptake]:
        new = self._new
        before = grouped((concept, paper) for (paper, concept), (role, _) in self._was.items() if role in _TAKEN_UP)
        after = grouped((concept, paper) for (paper, concept), role in new.roles.items() if role in _TAKEN_UP)
        introducing = grouped(
            (concept, paper)
            for (paper, concept), role in new.roles.items()
            if role is Role.INTRODUCES and paper not in self._fresh
        )
        found = (
            Uptake(
                concept=new.names.concept(concept),
                introduced_by=_sorted(map(new.names.paper, introducing.get(concept, ()))),
                papers=_sorted(map(new.names.paper, papers - before.get(concept, set()))),
                before=len(before.get(concept, ())),
                after=len(papers),
            )
            for concept, papers in after.items()
            if concept in self._concepts.came_from and not papers <= before.get(concept, set())
        )
        return sorted(found, key=lambda one: (-len(one.papers), -one.after, one.concept.name, one.concept.iri))

    # Results and votes

    def _results_added(self) -> Iterable[NewResult]:
        new = self._new
        places = sorted(new.results.keys() - self._old.results.keys())
        kinds, parts = (highlights.kinds(self._select), highlights.parts(self._select)) if places else ({}, {})
        for place in places:
            result = new.results[place]
            yield NewResult(
                paper=new.names.paper(place.paper),
                raw=place.raw,
                kind=kinds.get(result, ""),
                **{part: self._named(concept_of.get(result)) for part, concept_of in parts.items()},
            )

    def _named(self, concept: str | None) -> Thing | None:
        return None if concept is None else self._new.names.concept(concept)

    def _votes_changed(self) -> Iterable[VoteChange]:
        old, new = self._old.votes, self._new.votes
        found = (
            VoteChange(paper=self._new.names.paper(paper), before=old.get(paper), after=new.get(paper))
            for paper in self._new.listed.keys() & self._old.listed.keys()
            if old.get(paper) != new.get(paper)
        )
        return sorted(found, key=lambda one: ((one.before or 0) - (one.after or 0), one.paper.name, one.paper.iri))

    # What is one thing

    def _merged(self) -> Iterator[Merge]:
        for side in self._sides:
            merged = side.known.merged()
            papers = turned(side.newer_nodes) if merged else {}
            found = [
                Merge(before=_sorted(map(side.older, before)), after=side.newer(after), papers=len(papers[after]))
                for after, before in merged.items()
            ]
            yield from sorted(found, key=lambda one: (-one.papers, one.after.name, one.after.iri))

    def _split(self) -> Iterator[Split]:
        for side in self._sides:
            split = side.known.split()
            papers = turned(side.older_nodes) if split else {}
            found = [
                Split(before=side.older(before), after=_sorted(map(side.newer, after)), papers=len(papers[before]))
                for before, after in split.items()
            ]
            yield from sorted(found, key=lambda one: (-one.papers, one.before.name, one.before.iri))

    def _kept(self) -> Iterator[Renaming]:
        old, new = self._old.names, self._new.names
        for side in self._sides:
            changed = (
                (before, after)
                for before, after in side.known.kept()
                if before != after or old.called(before) != new.called(after)
            )
            found = [Renaming(before=side.older(before), after=side.newer(after)) for before, after in changed]
            yield from sorted(found, key=lambda one: (one.after.name, one.after.iri))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """The concepts of both graphs, or the authors."""

    known: Identity
    older: Callable[[str], Thing]
    newer: Callable[[str], Thing]
    older_nodes: Nodes
    newer_nodes: Nodes


def _documents(contents: Contents, digests: Collection[str]) -> tuple[str, ...]:
    dated = sorted((contents.days[digest], "/".join(digest.rsplit("/", 2)[-2:])) for digest in digests)
    return tuple(document for _, document in dated)


def _sorted(things: Iterable[Thing]) -> tuple[Thing, ...]:
    return tuple(sorted(things, key=lambda thing: (thing.name, thing.iri)))


def _in_order(links: Iterable[LinkChange]) -> list[LinkChange]:
    return sorted(links, key=lambda link: (link.paper.iri, link.concept.iri))
