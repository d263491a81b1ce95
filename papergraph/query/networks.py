"""The rows that networks and pictures are made of, read from any graph by a few plain SELECTs.

Each SELECT walks one property or one node's facts; what belongs together is joined here, by key: over the union of many
graphs an engine joins every copy, and takes minutes for what a dictionary does at once.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from papergraph import sentences, vocab
from papergraph.model import ConceptClass, Decision, Role
from papergraph.query.select import Select


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A paper as pictures name it. ``date`` (YYYY-MM-DD) is of its first listing; ``url`` is its landing page."""

    iri: str
    id: str
    title: str
    date: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorRow:
    """A person and the name to show; ``also`` are other spellings, sorted."""

    iri: str
    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """That a person wrote a paper; both are IRIs."""

    author: str
    paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptRow:
    """A concept, its preferred label, and the number of papers that mention it.

    ``english`` and ``korean`` are its names in these languages; None where it has none, or none was asked for.
    """

    iri: str
    label: str
    cls: ConceptClass
    support: int
    english: str | None = None
    korean: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptLink:
    """What a paper has to do with a concept (both IRIs): the strongest role that the graph states."""

    paper: str
    concept: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The sentence behind a paper's link to a concept: ``sentence[start:end]`` (code points) names the concept.

    ``rule`` is what read it there, ``mentions`` how often the paper names the concept.
    """

    paper: str
    concept: str
    role: Role
    sentence: str
    start: int
    end: int
    rule: str | None = None
    mentions: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkRows:
    """All that the networks and their pictures need, each part in sorted order.

    ``decisions`` say why names are one node, where the graph tells; ``in_all`` is how many papers the graph has when
    these are of some of them.
    """

    papers: tuple[PaperRow, ...]
    authors: tuple[AuthorRow, ...]
    authorships: tuple[Authorship, ...]
    concepts: tuple[ConceptRow, ...]
    links: tuple[ConceptLink, ...]
    evidence: tuple[Evidence, ...]
    decisions: tuple[Decision, ...] = ()
    in_all: int | None = None

    @property
    def size(self) -> int:
        """How many papers the graph has, which the support of concepts is to be held against."""
        return len(self.papers) if self.in_all is None else self.in_all

    def within(self, *, since: str | None, until: str | None) -> "NetworkRows":
        """Return the rows of the papers that were first listed from ``since`` to ``until``, both included (ISO 8601).

        With either, papers without a day are left out. How many papers have a concept stays as the whole graph says.
        """
        if since is None and until is None:
            return self
        papers = tuple(
            row for row in self.papers if row.date and (since or "") <= row.date and (not until or row.date <= until)
        )
        there = {row.iri for row in papers}
        wrote = tuple(row for row in self.authorships if row.paper in there)
        writers = {row.author for row in wrote}
        return replace(
            self,
            papers=papers,
            authors=tuple(row for row in self.authors if row.iri in writers),
            authorships=wrote,
            links=tuple(row for row in self.links if row.paper in there),
            evidence=tuple(row for row in self.evidence if row.paper in there),
            in_all=self.size,
        )


_LINK_PROPERTIES = (  # the strongest first
    ("pg:introduces", Role.INTRODUCES),
    ("pg:comparesWith", Role.COMPARES_WITH),
    ("pg:evaluatesOn", Role.EVALUATES_ON),
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

_ALSO = "SELECT ?thing ?name (LANG(?name) AS ?language) WHERE { ?thing skos:altLabel ?name }"
_PREFERRED = "SELECT ?thing ?name (LANG(?name) AS ?language) WHERE { ?thing skos:prefLabel ?name }"

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
SELECT ?concept ?section ?role ?start ?end ?rule WHERE {
  ?mention pg:mentionOf ?concept ; pg:inSection ?section ; pg:role ?role ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?mention prov:wasGeneratedBy ?rule }
}"""


_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T|Z|[+-]|$)")


def read(select: Select) -> NetworkRows:
    """Return every row that a network or its picture needs, with all names."""
    named = _names(select)
    return NetworkRows(
        papers=papers(select),
        authors=tuple(replace(row, also=_spellings(row, named)) for row in authors(select)),
        authorships=authorships(select),
        concepts=tuple(_in_languages(row, named) for row in concepts(select)),
        links=links(select),
        evidence=evidence(select),
    )


def papers(select: Select) -> tuple[PaperRow, ...]:
    """Return the papers, sorted by IRI."""
    found: dict[str, PaperRow] = {}
    for iri, title, identifier, written, url in sorted(_rows(select, _PAPERS), key=_sortable):
        if iri is not None and title is not None:
            name = identifier or iri.rsplit("/", 1)[-1]
            found.setdefault(iri, PaperRow(iri=iri, id=name, title=title, date=_day(written), url=url))
    return tuple(found.values())


def _day(written: str | None) -> str | None:
    """Return the day of a date or time; None for what is no day: another's graph may have years, months or words."""
    found = _DAY.match(written or "")
    try:
        return date.fromisoformat(found[1]).isoformat() if found else None
    except ValueError:
        return None


def authors(select: Select) -> tuple[AuthorRow, ...]:
    """Return the authors, sorted by IRI."""
    found: dict[str, AuthorRow] = {}
    for iri, name in sorted(_bound(select, _AUTHORS)):
        found.setdefault(iri, AuthorRow(iri=iri, name=name))
    return tuple(found.values())


def _names(select: Select) -> dict[str, list[tuple[bool, int, str, str]]]:
    """Return the names of each thing, the one to show first: whether it is another one, its length, text, language."""
    found: dict[str, list[tuple[bool, int, str, str]]] = {}
    for other, query in ((False, _PREFERRED), (True, _ALSO)):
        for iri, name, language in _rows(select, query):
            if iri is not None and name is not None:
                found.setdefault(iri, []).append((other, len(name), name, language or ""))
    return {iri: sorted(names) for iri, names in found.items()}


def _spellings(row: AuthorRow, named: dict[str, list[tuple[bool, int, str, str]]]) -> tuple[str, ...]:
    return tuple(sorted({name for _, _, name, _ in named.get(row.iri, ())} - {row.name}))


def _in_languages(row: ConceptRow, named: dict[str, list[tuple[bool, int, str, str]]]) -> ConceptRow:
    first: dict[str, str] = {}
    for _, _, name, language in named.get(row.iri, ()):
        first.setdefault(language, name)
    return replace(row, english=first.get("en"), korean=first.get("ko"))


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
    best: dict[tuple[str, str], tuple[int, bool, int, str, int, int, str]] = {}
    mentions: Counter[tuple[str, str]] = Counter()
    for concept, section, role, start, end, *rule in _bound(select, _MENTIONS):
        if section in section_of:
            paper, position, _ = section_of[section]
            rank = (-_role(role).strength, position == 0, position, section, int(start), int(end), "".join(rule))
            best[paper, concept] = min(rank, best.get((paper, concept), rank))
            mentions[paper, concept] += 1
    return tuple(
        replace(
            _sentence(paper, concept, _BY_STRENGTH[-strength], section_of[section][2], start, end),
            rule=rule.rpartition("/rule/")[2] or None,
            mentions=mentions[paper, concept],
        )
        for (paper, concept), (strength, _, _, section, start, end, rule) in sorted(best.items())
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
