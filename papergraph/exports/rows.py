"""What the exports are made of, read from any graph by a few plain SELECTs and joined here, by key."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from papergraph import iri, sentences, vocab
from papergraph.model import ConceptClass, PaperId, Role
from papergraph.query import networks
from papergraph.query.select import Select


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An author and the names to show; ``also`` are further spellings, sorted."""

    iri: str
    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper as a bibliography has it. ``date`` (ISO 8601) is of its first listing; ``authors`` are sorted by name."""

    iri: str
    id: PaperId
    title: str
    also: tuple[str, ...] = ()
    date: str | None = None
    url: str | None = None
    authors: tuple[Person, ...] = ()
    authors_incomplete: bool = False
    listed: tuple[tuple[str, str], ...] = ()  # (day, IRI of its digest), earliest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A concept with its labels; ``support`` is the number of papers in the whole graph that mention it."""

    iri: str
    label: str
    cls: ConceptClass
    also: tuple[str, ...] = ()
    benchmark: bool = False
    support: int = 0
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """That a paper (IRI) names a concept (IRI): the strongest role, and in how many places."""

    paper: str
    concept: str
    role: Role
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence of a digest: ``sentence[start:end]`` (code points) names the concept; "" in a graph without text."""

    role: Role
    day: str
    heading: str | None
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that an export is made of, each part sorted."""

    papers: tuple[Paper, ...]
    authors: tuple[Person, ...]
    concepts: tuple[Concept, ...]
    namings: tuple[Naming, ...]

    def of(self, papers: Collection[str]) -> "Contents":
        """Return what belongs to the papers with these IRIs."""
        kept = tuple(paper for paper in self.papers if paper.iri in papers)
        namings = tuple(naming for naming in self.namings if naming.paper in papers)
        people = {person.iri for paper in kept for person in paper.authors}
        named = {naming.concept for naming in namings}
        return replace(
            self,
            papers=kept,
            authors=tuple(person for person in self.authors if person.iri in people),
            concepts=tuple(concept for concept in self.concepts if concept.iri in named),
            namings=namings,
        )


_OTHER_NAMES = "SELECT ?thing ?name WHERE { ?thing skos:altLabel ?name }"
_OTHER_TITLES = "SELECT ?paper ?title WHERE { ?paper dcterms:alternative ?title }"
_INCOMPLETE = 'SELECT ?paper WHERE { ?paper pg:authorsIncomplete ?yes FILTER (STR(?yes) IN ("true", "1")) }'
_BENCHMARKS = "SELECT ?concept WHERE { ?concept a pg:Benchmark }"
_BROADER = "SELECT ?concept ?broader WHERE { ?concept skos:broader ?broader }"
_LISTINGS = "SELECT ?listing ?paper ?digest WHERE { ?listing pg:paper ?paper ; dcterms:isPartOf ?digest }"
_DAYS = "SELECT ?digest ?day WHERE { ?digest a pg:Digest ; dcterms:date ?day }"
_SECTIONS = "SELECT ?section ?listing WHERE { ?section a pg:Section ; dcterms:isPartOf ?listing }"
_HEADINGS = "SELECT ?section ?heading WHERE { ?section a pg:Section ; dcterms:title ?heading }"
_TEXTS = "SELECT ?section ?text WHERE { ?section pg:text ?text }"
_MENTIONED = "SELECT ?mention ?concept ?section WHERE { ?mention pg:mentionOf ?concept ; pg:inSection ?section }"
_MENTIONS = """
SELECT ?concept ?section ?role ?start ?end WHERE {
  ?mention pg:mentionOf ?concept ; pg:inSection ?section ; pg:role ?role ; oa:start ?start ; oa:end ?end .
}"""


def read(select: Select, *, base: str) -> Contents:
    """Return the papers, authors and concepts of the graph, and which paper names which concept."""
    also = _gathered(select(_OTHER_NAMES))
    people = {
        row.iri: Person(iri=row.iri, name=row.name, also=also.get(row.iri, ())) for row in networks.authors(select)
    }
    return Contents(
        papers=_papers(select, people, base=base),
        authors=tuple(people.values()),
        concepts=_concepts(select, also),
        namings=_namings(select),
    )


def quotes(select: Select, papers: Collection[str]) -> dict[tuple[str, str], tuple[Quote, ...]]:
    """Return, by paper and concept, the sentences that name the concept in these papers: strongest role first, then by
    day and place, each sentence once."""
    day_of = dict(_pairs(select(_DAYS)))
    listing_of = {str(row[0]): (str(row[1]), day_of.get(str(row[2]), "")) for row in select(_LISTINGS)}
    places = {section: listing_of[listing] for section, listing in _pairs(select(_SECTIONS)) if listing in listing_of}
    heading_of = dict(_pairs(select(_HEADINGS)))
    text_of = {section: text for section, text in _pairs(select(_TEXTS)) if places.get(section, ("",))[0] in papers}
    found: dict[tuple[str, str], list[tuple[int, str, str, int, int]]] = defaultdict(list)
    for concept, section, role, start, end in select(_MENTIONS):
        paper, day = places.get(str(section), ("", ""))
        if paper in papers:
            strength = Role(str(role).removeprefix(vocab.PG)).strength
            found[paper, str(concept)].append((-strength, day, str(section), int(start or 0), int(end or 0)))
    return {pair: tuple(_distinct(sorted(mentions), text_of, heading_of)) for pair, mentions in sorted(found.items())}


_BY_STRENGTH = {role.strength: role for role in Role}


def _distinct(
    mentions: Iterable[tuple[int, str, str, int, int]], text_of: dict[str, str], heading_of: dict[str, str]
) -> Iterator[Quote]:
    seen: set[tuple[str, int, int]] = set()
    for weakness, day, section, start, end in mentions:
        text = text_of.get(section, "")
        low, high = sentences.around(text, start, end) if text else (start, start)
        if (section, low, high) in seen:
            continue
        seen.add((section, low, high))
        yield Quote(
            role=_BY_STRENGTH[-weakness],
            day=day,
            heading=heading_of.get(section),
            sentence=text[low:high],
            start=start - low,
            end=end - low,
        )


def _papers(select: Select, people: dict[str, Person], *, base: str) -> tuple[Paper, ...]:
    wrote: dict[str, list[Person]] = defaultdict(list)
    for row in networks.authorships(select):
        if row.author in people:
            wrote[row.paper].append(people[row.author])
    titles = _gathered(select(_OTHER_TITLES))
    incomplete = {row[0] for row in select(_INCOMPLETE)}
    day_of = dict(_pairs(select(_DAYS)))
    listed: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for _, paper, digest in select(_LISTINGS):
        if paper is not None and digest in day_of:
            listed[paper].add((day_of[digest], digest))
    return tuple(
        Paper(
            iri=row.iri,
            id=iri.paper_id(row.iri, base=base) or PaperId(scheme="iri", local=row.iri),
            title=row.title,
            also=tuple(title for title in titles.get(row.iri, ()) if title != row.title),
            date=row.date,
            url=row.url,
            authors=tuple(sorted(wrote[row.iri], key=lambda person: (person.name, person.iri))),
            authors_incomplete=row.iri in incomplete,
            listed=tuple(sorted(listed[row.iri])),
        )
        for row in networks.papers(select)
    )


def _concepts(select: Select, also: dict[str, tuple[str, ...]]) -> tuple[Concept, ...]:
    benchmarks = {row[0] for row in select(_BENCHMARKS)}
    broader = _gathered(select(_BROADER))
    return tuple(
        Concept(
            iri=row.iri,
            label=row.label,
            cls=row.cls,
            also=tuple(name for name in also.get(row.iri, ()) if name != row.label),
            benchmark=row.iri in benchmarks,
            support=row.support,
            broader=broader.get(row.iri, ()),
        )
        for row in networks.concepts(select)
    )


def _namings(select: Select) -> tuple[Naming, ...]:
    paper_of = {str(row[0]): str(row[1]) for row in select(_LISTINGS)}
    paper_by_section = {section: paper_of.get(listing, "") for section, listing in _pairs(select(_SECTIONS))}
    places = Counter(
        (paper_by_section.get(str(section), ""), str(concept)) for _, concept, section in select(_MENTIONED)
    )
    return tuple(
        Naming(paper=link.paper, concept=link.concept, role=link.role, mentions=places[link.paper, link.concept])
        for link in networks.links(select)
    )


def _pairs(rows: Iterable[Iterable[str | None]]) -> Iterator[tuple[str, str]]:
    for first, second in rows:
        if first is not None and second is not None:
            yield first, second


def _gathered(rows: Iterable[Iterable[str | None]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, value in _pairs(rows):
        found[key].add(value)
    return {key: tuple(sorted(values)) for key, values in found.items()}
