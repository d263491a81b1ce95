"""The rows that networks and pictures are made of, read from any graph by a few plain SELECTs.

Each SELECT walks one property or one node's facts; what belongs together is joined here, by key: over the union of many
graphs an engine joins every copy, and takes minutes for what a dictionary does at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from papergraph import sentences, vocab
from papergraph.model import ConceptClass, Role
from papergraph.query.select import Select


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A paper as pictures name it. ``date`` (ISO 8601) is of its first listing; ``url`` is its landing page."""

    iri: str
    id: str
    title: str
    date: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorRow:
    """A person and the name to show."""

    iri: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """That a person wrote a paper; both are IRIs."""

    author: str
    paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptRow:
    """A concept, its preferred label, and the number of papers that mention it."""

    iri: str
    label: str
    cls: ConceptClass
    support: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptLink:
    """What a paper has to do with a concept (both IRIs): the strongest role that the graph states."""

    paper: str
    concept: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The sentence behind a paper's link to a concept: ``sentence[start:end]`` (code points) names the concept."""

    paper: str
    concept: str
    role: Role
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkRows:
    """All that the networks and their pictures need, each part in sorted order."""

    papers: tuple[PaperRow, ...]
    authors: tuple[AuthorRow, ...]
    authorships: tuple[Authorship, ...]
    concepts: tuple[ConceptRow, ...]
    links: tuple[ConceptLink, ...]
    evidence: tuple[Evidence, ...]


_LINK_PROPERTIES = (
    ("pg:introduces", Role.INTRODUCES),
    ("pg:comparesWith", Role.COMPARES_WITH),
    ("pg:uses", Role.USES),
    ("pg:mentions", Role.MENTIONS),
)

_PAPERS = """
SELECT ?paper ?title ?id ?date ?url WHERE {
  ?paper a pg:Paper ; dcterms:title ?title .
  OPTIONAL { ?paper fabio:hasArXivId ?id }
  OPTIONAL { ?paper dcterms:date ?date }
  OPTIONAL { ?paper rdfs:seeAlso ?url }
}"""

_AUTHORS = "SELECT ?author ?name WHERE { ?author a pg:Author ; foaf:name ?name }"

_AUTHORSHIPS = "SELECT ?author ?paper WHERE { ?paper dcterms:creator ?author }"

_CONCEPTS = """
SELECT ?concept ?label ?support WHERE {{
  ?concept a pg:{cls} ; skos:prefLabel ?label .
  OPTIONAL {{ ?concept pg:support ?support }}
}}"""

_LINKS = "SELECT ?paper ?concept WHERE {{ ?paper {link} ?concept }}"

_LISTINGS = "SELECT ?listing ?paper WHERE { ?listing pg:paper ?paper }"

_SECTIONS = """
SELECT ?section ?listing ?position ?text WHERE {
  ?section pg:text ?text ; dcterms:isPartOf ?listing ; pg:position ?position .
}"""

_MENTIONS = """
SELECT ?concept ?section ?role ?start ?end WHERE {
  ?mention pg:mentionOf ?concept ; pg:inSection ?section ; pg:role ?role ; oa:start ?start ; oa:end ?end .
}"""


def read(select: Select) -> NetworkRows:
    """Return every row that a network or its picture needs."""
    return NetworkRows(
        papers=papers(select),
        authors=authors(select),
        authorships=authorships(select),
        concepts=concepts(select),
        links=links(select),
        evidence=evidence(select),
    )


def papers(select: Select) -> tuple[PaperRow, ...]:
    """Return the papers, sorted by IRI."""
    found: dict[str, PaperRow] = {}
    for iri, title, identifier, date, url in sorted(_rows(select, _PAPERS), key=_sortable):
        if iri is not None and title is not None:
            name = identifier or iri.rsplit("/", 1)[-1]
            found.setdefault(iri, PaperRow(iri=iri, id=name, title=title, date=date, url=url))
    return tuple(found.values())


def authors(select: Select) -> tuple[AuthorRow, ...]:
    """Return the authors, sorted by IRI."""
    found: dict[str, AuthorRow] = {}
    for iri, name in sorted(_bound(select, _AUTHORS)):
        found.setdefault(iri, AuthorRow(iri=iri, name=name))
    return tuple(found.values())


def authorships(select: Select) -> tuple[Authorship, ...]:
    """Return who wrote which paper, sorted by author and paper."""
    pairs = sorted({(author, paper) for author, paper in _bound(select, _AUTHORSHIPS)})
    return tuple(Authorship(author=author, paper=paper) for author, paper in pairs)


def concepts(select: Select) -> tuple[ConceptRow, ...]:
    """Return the concepts of all five classes, sorted by IRI."""
    found: dict[str, ConceptRow] = {}
    for cls in ConceptClass:
        for iri, label, support in sorted(_rows(select, _CONCEPTS.format(cls=cls.value)), key=_sortable):
            if iri is not None and label is not None:
                found.setdefault(iri, ConceptRow(iri=iri, label=label, cls=cls, support=int(support or 0)))
    return tuple(found[iri] for iri in sorted(found))


def links(select: Select) -> tuple[ConceptLink, ...]:
    """Return the links from papers to concepts, one per pair with the strongest role, sorted by paper and concept."""
    strongest: dict[tuple[str, str], Role] = {}
    for link, role in _LINK_PROPERTIES:
        for paper, concept in _bound(select, _LINKS.format(link=link)):
            strongest.setdefault((paper, concept), role)
    return tuple(
        ConceptLink(paper=paper, concept=concept, role=role) for (paper, concept), role in sorted(strongest.items())
    )


def evidence(select: Select) -> tuple[Evidence, ...]:
    """Return, for each paper and concept, the sentence that says most of the two, sorted by paper and concept.

    That is a mention with the strongest role; among those one in the body before one in the title, then the first by
    place. A graph that was built without texts has no sentences, so nothing comes back.
    """
    paper_of = {listing: paper for listing, paper in _bound(select, _LISTINGS)}  # noqa: C416  mypy: rows, not pairs
    section_of = {
        section: (paper_of[listing], int(position), text)
        for section, listing, position, text in _bound(select, _SECTIONS)
        if listing in paper_of
    }
    best: dict[tuple[str, str], tuple[int, bool, int, str, int, int]] = {}
    for concept, section, role, start, end in _bound(select, _MENTIONS):
        if section in section_of:
            paper, position, _ = section_of[section]
            rank = (-_role(role).strength, position == 0, position, section, int(start), int(end))
            best[paper, concept] = min(rank, best.get((paper, concept), rank))
    return tuple(
        _sentence(paper, concept, _BY_STRENGTH[-strength], section_of[section][2], start, end)
        for (paper, concept), (strength, _, _, section, start, end) in sorted(best.items())
    )


def _sentence(paper: str, concept: str, role: Role, text: str, start: int, end: int) -> Evidence:
    begin, stop = sentences.around(text, start, end)
    return Evidence(
        paper=paper, concept=concept, role=role, sentence=text[begin:stop], start=start - begin, end=end - begin
    )


_BY_STRENGTH = {role.strength: role for role in Role}


def _role(iri: str) -> Role:
    return Role(iri.removeprefix(vocab.PG))


def _rows(select: Select, query: str) -> Iterator[Sequence[str | None]]:
    prefixes = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in vocab.prefixes().items())
    yield from select(f"{prefixes}\n{query.strip()}")


def _bound(select: Select, query: str) -> Iterator[tuple[str, ...]]:
    for row in _rows(select, query):
        yield tuple(value for value in row if value is not None)


def _sortable(row: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(value or "" for value in row)
