"""What one graph says, as a whole or as of a day, in the form in which two graphs are held against each other.

Each SELECT walks a property or two, and what belongs together is joined here, by key: ``networks`` says why.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from papergraph import vocab
from papergraph.model import ConceptClass, Role
from papergraph.query.select import Select
from papergraph.query.things import Kind, Thing


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ResultPlace:
    """Where a number stands. It tells results apart: their own numbers follow from those before them in the entry."""

    paper: str
    section: str
    start: int
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the nodes of a graph are called, by IRI."""

    titles: Mapping[str, str]  # of papers
    preferred: Mapping[str, str]  # of authors and concepts
    labels: Mapping[str, Collection[str]]  # of authors and concepts, the preferred one included
    classes: Mapping[str, str]  # of concepts

    def called(self, iri: str) -> tuple[str | None, str | None]:
        """Return the preferred name and the class of the author or concept ``iri``."""
        return self.preferred.get(iri), self.classes.get(iri)

    def paper(self, iri: str) -> Thing:
        """Return the paper ``iri``."""
        return Thing(iri=iri, kind=Kind.PAPER, name=self.titles.get(iri, iri))

    def author(self, iri: str) -> Thing:
        """Return the author ``iri``."""
        return Thing(iri=iri, kind=Kind.AUTHOR, name=self.preferred.get(iri, iri))

    def concept(self, iri: str) -> Thing:
        """Return the concept ``iri``."""
        return Thing(iri=iri, kind=Kind.CONCEPT, name=self.preferred.get(iri, iri), cls=self.classes.get(iri))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a graph says. Keys and values are IRIs; days are ISO 8601."""

    names: Names
    days: Mapping[str, str]  # digest → its day
    hashes: Mapping[str, str]  # digest → the hash of its text
    listings: Mapping[str, tuple[str, str]]  # listing → (paper, digest)
    listed: Mapping[str, str]  # paper → day of its first listing
    votes: Mapping[str, int]  # paper → votes of the latest listing that has any
    authors: Mapping[str, Collection[str]]  # paper → who wrote it
    concepts: Mapping[str, Collection[str]]  # paper → what it is linked to
    roles: Mapping[tuple[str, str], Role]  # (paper, concept) → the strongest role that is stated
    results: Mapping[ResultPlace, str]


_DIGESTS = "SELECT ?digest ?day WHERE { ?digest a pg:Digest ; dcterms:date ?day }"
_HASHES = "SELECT ?digest ?hash WHERE { ?digest pg:contentHash ?hash }"
_PARTS = "SELECT ?part ?whole WHERE { ?part dcterms:isPartOf ?whole }"
_LISTINGS = "SELECT ?listing ?paper ?digest WHERE { ?listing pg:paper ?paper ; dcterms:isPartOf ?digest }"
_VOTES = "SELECT ?listing ?votes WHERE { ?listing pg:votes ?votes }"
_CREATORS = "SELECT ?paper ?author WHERE { ?paper dcterms:creator ?author }"
_TITLES = "SELECT ?thing ?title WHERE { ?thing dcterms:title ?title }"
_PREFERRED = (
    "SELECT ?author ?name WHERE { ?author foaf:name ?name }",
    "SELECT ?concept ?label WHERE { ?concept skos:prefLabel ?label }",
)
_OTHER_LABELS = "SELECT ?thing ?label WHERE { ?thing skos:altLabel ?label }"
_CLASSES = f"""
SELECT ?concept ?class WHERE {{
  VALUES ?class {{ {" ".join(f"pg:{cls.value}" for cls in ConceptClass)} }}
  ?concept a ?class .
}}
"""
_LINKS = (
    (Role.INTRODUCES, "SELECT ?paper ?concept WHERE { ?paper pg:introduces ?concept }"),
    (Role.COMPARES_WITH, "SELECT ?paper ?concept WHERE { ?paper pg:comparesWith ?concept }"),
    (Role.EVALUATES_ON, "SELECT ?paper ?concept WHERE { ?paper pg:evaluatesOn ?concept }"),
    (Role.USES, "SELECT ?paper ?concept WHERE { ?paper pg:uses ?concept }"),
    (Role.MENTIONS, "SELECT ?paper ?concept WHERE { ?paper pg:mentions ?concept }"),
)
_MENTIONED = "SELECT ?mention ?concept WHERE { ?mention pg:mentionOf ?concept }"
_SECTIONS = "SELECT ?mention ?section WHERE { ?mention pg:inSection ?section }"
_ROLES = "SELECT ?mention ?role WHERE { ?mention pg:role ?role }"
_REPORTS = "SELECT ?result ?paper WHERE { ?paper pg:reports ?result }"
_RESULTS = """
SELECT ?result ?section ?start ?raw WHERE { ?result pg:rawValue ?raw ; pg:inSection ?section ; oa:start ?start }
"""
_ROLE_OF = {vocab.PG + role.value: role for role in Role}


class Reader:
    """A graph, read once; what it says as a whole, or said on some day, follows from that.

    Raises:
        ValueError: a number in the graph is none.
    """

    def __init__(self, select: Select) -> None:
        self._select = select
        self._days = dict(self._pairs(_DIGESTS))
        self._listings = [
            (listing, paper, digest)
            for listing, paper, digest in select(_LISTINGS)
            if listing is not None and paper is not None and digest in self._days
        ]
        self._votes = {listing: int(votes) for listing, votes in self._pairs(_VOTES)}
        self._authors = grouped(self._pairs(_CREATORS))
        self._results = dict(self._places())

    @property
    def days(self) -> tuple[str, ...]:
        """The days that have a digest, sorted."""
        return tuple(sorted(set(self._days.values())))

    def whole(self) -> Contents:
        """Return what the graph says."""
        roles: dict[tuple[str, str], Role] = {}
        for role, query in _LINKS:  # the strongest first
            for paper, concept in self._pairs(query):
                roles.setdefault((paper, concept), role)
        return self._contents(self._days, roles, self._results)

    def until(self, day: str) -> Contents:
        """Return what the listings up to and including ``day`` say.

        What things are called, and which names are one thing, is as the whole graph has it.
        """
        days = {digest: its_day for digest, its_day in self._days.items() if its_day <= day}
        listings = {listing: paper for listing, paper, digest in self._listings if digest in days}
        paper_of = {part: listings[whole] for part, whole in self._parts if whole in listings}
        roles: dict[tuple[str, str], Role] = {}
        for concept, section, role in self._mentions:
            paper = paper_of.get(section)
            if paper is not None:
                known = roles.get((paper, concept))
                if known is None or role.strength > known.strength:
                    roles[paper, concept] = role
        results = {place: result for place, result in self._results.items() if place.section in paper_of}
        return self._contents(days, roles, results)

    def _contents(
        self, days: Mapping[str, str], roles: Mapping[tuple[str, str], Role], results: Mapping[ResultPlace, str]
    ) -> Contents:
        placed = sorted(
            (days[digest], self._votes.get(listing, -1), listing, paper, digest)
            for listing, paper, digest in self._listings
            if digest in days
        )
        listed = {paper: day for day, _, _, paper, _ in reversed(placed)}
        return Contents(
            names=self._names,
            days=days,
            hashes=self._hashes,
            listings={listing: (paper, digest) for _, _, listing, paper, digest in placed},
            listed=listed,
            votes={paper: votes for _, votes, _, paper, _ in placed if votes >= 0},
            authors={paper: self._authors.get(paper, set()) for paper in listed},
            concepts=grouped(roles),
            roles=roles,
            results=results,
        )

    def _places(self) -> Iterator[tuple[ResultPlace, str]]:
        papers = dict(self._pairs(_REPORTS))
        for result, section, start, raw in self._select(_RESULTS):
            if result in papers and section is not None and start is not None and raw is not None:
                yield ResultPlace(paper=papers[result], section=section, start=int(start), raw=raw), result

    @cached_property
    def _hashes(self) -> dict[str, str]:
        return dict(self._pairs(_HASHES))

    @cached_property
    def _parts(self) -> list[tuple[str, str]]:
        return self._pairs(_PARTS)

    @cached_property
    def _mentions(self) -> list[tuple[str, str, Role]]:
        sections, roles = dict(self._pairs(_SECTIONS)), dict(self._pairs(_ROLES))
        return [
            (concept, sections[mention], _ROLE_OF[roles[mention]])
            for mention, concept in self._pairs(_MENTIONED)
            if mention in sections and roles.get(mention) in _ROLE_OF
        ]

    @cached_property
    def _names(self) -> Names:
        named = [pair for query in _PREFERRED for pair in self._pairs(query)]
        return Names(
            titles=_first(self._pairs(_TITLES)),
            preferred=_first(named),
            labels=grouped([*named, *self._pairs(_OTHER_LABELS)]),
            classes={iri: cls.removeprefix(vocab.PG) for iri, cls in _first(self._pairs(_CLASSES)).items()},
        )

    def _pairs(self, query: str) -> list[tuple[str, str]]:
        return [(one, other) for one, other in self._select(query) if one is not None and other is not None]


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return what stands second in ``pairs`` by what stands first."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return dict(found)


def turned(groups: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Return the keys of ``groups`` by what they hold."""
    return grouped((one, key) for key, group in groups.items() for one in group)


def members(groups: Mapping[str, Iterable[str]]) -> set[str]:
    """Return everything that ``groups`` hold."""
    return {one for group in groups.values() for one in group}


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return one value for each key: the first in the alphabet, where somebody else's graph has several."""
    found: dict[str, str] = {}
    for key, value in pairs:
        found[key] = min(value, found.get(key, value))
    return found
