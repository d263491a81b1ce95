"""What the graph says of one paper, author or concept: facts, links, and the sentence behind each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from papergraph import sentences, vocab
from papergraph.query.select import Select
from papergraph.query.things import Kind, Thing

_ROLES = ("Introduces", "ComparesWith", "EvaluatesOn", "Uses", "Mentions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One place in a digest: the sentence, and the span in it (code points, end exclusive).

    ``sentence`` is "" when the graph was built without text.
    """

    day: str
    section: str  # its IRI
    heading: str | None
    sentence: str
    start: int
    end: int
    role: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A concept in a paper: the strongest role that is stated, and every mention, strongest first."""

    paper: Thing
    concept: Thing
    date: str
    role: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A numeric result as a digest reports it, with its sentence."""

    raw: str
    value: str | None
    unit: str
    kind: str
    system: str | None
    metric: str | None
    dataset: str | None
    baseline: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A paper's listing on one day. ``votes`` is None when unknown."""

    day: str
    rank: int
    votes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """A co-author and the papers written together."""

    author: Thing
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything shown of one thing. What does not apply to its kind is empty."""

    thing: Thing
    also: tuple[str, ...]  # other names or titles
    url: str | None
    appearances: tuple[Appearance, ...]
    authors: tuple[Thing, ...]
    authors_incomplete: bool
    papers: tuple[tuple[str, Thing], ...]  # (first day, paper), latest first
    companions: tuple[Companion, ...]
    namings: tuple[Naming, ...]
    findings: tuple[Finding, ...]


_ALSO = "SELECT ?name WHERE { ?thing dcterms:alternative|skos:altLabel ?name }"
_LANDING = "SELECT ?url WHERE { ?thing rdfs:seeAlso ?url }"
_INCOMPLETE = "SELECT ?yes WHERE { ?thing pg:authorsIncomplete ?yes }"
_APPEARANCES = """
SELECT ?day ?rank ?votes WHERE {
  ?listing pg:paper ?thing ; dcterms:isPartOf ?digest ; pg:rank ?rank .
  ?digest dcterms:date ?day .
  OPTIONAL { ?listing pg:votes ?votes }
}
"""
_AUTHORS = "SELECT ?author ?name WHERE { ?thing dcterms:creator ?author . ?author foaf:name ?name }"
_PAPERS_OF_AUTHOR = """
SELECT ?paper ?title ?date WHERE { ?paper dcterms:creator ?thing ; dcterms:title ?title ; dcterms:date ?date }
"""
_COMPANIONS = """
SELECT ?author ?name ?paper WHERE {
  ?paper dcterms:creator ?thing ; dcterms:creator ?author .
  ?author foaf:name ?name .
  FILTER (?author != ?thing)
}
"""
_NAMINGS = """
SELECT ?paper ?title ?date ?concept ?label ?class
       ?day ?section ?heading ?text ?start ?end ?role ?rule WHERE {
  ?paper pg:mentions ?concept .
  ?listing pg:paper ?paper ; dcterms:isPartOf ?digest .
  ?digest dcterms:date ?day .
  ?section dcterms:isPartOf ?listing .
  ?mention pg:inSection ?section ; pg:mentionOf ?concept ; oa:start ?start ; oa:end ?end ;
           pg:role ?role ; prov:wasGeneratedBy ?rule .
  ?paper dcterms:title ?title ; dcterms:date ?date .
  ?concept skos:prefLabel ?label ; a ?class .
  FILTER (?class IN (pg:Method, pg:Model, pg:Dataset, pg:Task, pg:Metric))
  OPTIONAL { ?section dcterms:title ?heading }
  OPTIONAL { ?section pg:text ?text }
}
"""
_FINDINGS = """
SELECT ?raw ?value ?min ?max ?unit ?kind ?system ?metric ?dataset ?baseline
       ?day ?section ?heading ?text ?start ?end WHERE {
  ?paper pg:reports ?result .
  ?result pg:rawValue ?raw ; pg:unit ?unit ; pg:kind ?kind ; pg:inSection ?section ; oa:start ?start ; oa:end ?end .
  ?section dcterms:isPartOf ?listing .
  ?listing dcterms:isPartOf ?digest .
  ?digest dcterms:date ?day .
  OPTIONAL { ?result pg:value ?value }
  OPTIONAL { ?result pg:valueMin ?min ; pg:valueMax ?max }
  OPTIONAL { ?result pg:system/skos:prefLabel ?system }
  OPTIONAL { ?result pg:metric/skos:prefLabel ?metric }
  OPTIONAL { ?result pg:dataset/skos:prefLabel ?dataset }
  OPTIONAL { ?result pg:baseline/skos:prefLabel ?baseline }
  OPTIONAL { ?section dcterms:title ?heading }
  OPTIONAL { ?section pg:text ?text }
}
"""


def facts_of(thing: Thing, *, select: Select) -> Facts:
    """Return what the graph says of ``thing``."""
    of_thing = {"thing": thing.iri}
    is_paper, is_author = thing.kind is Kind.PAPER, thing.kind is Kind.AUTHOR
    urls = sorted(_text(row[0]) for row in select(_LANDING, of_thing))
    return Facts(
        thing=thing,
        also=other_names(thing, select=select),
        url=urls[0] if urls else None,
        appearances=appearances(thing, select=select) if is_paper else (),
        authors=_authors(select(_AUTHORS, of_thing)) if is_paper else (),
        authors_incomplete=bool(is_paper and select(_INCOMPLETE, of_thing)),
        papers=papers_of(thing, select=select) if is_author else (),
        companions=_companions(select(_COMPANIONS, of_thing)) if is_author else (),
        namings=() if is_author else namings(thing, select=select),
        findings=findings(thing, select=select) if is_paper else (),
    )


def other_names(thing: Thing, *, select: Select) -> tuple[str, ...]:
    """Return the names or titles of ``thing`` beside its preferred one, sorted."""
    return tuple(sorted({_text(row[0]) for row in select(_ALSO, {"thing": thing.iri})} - {thing.name}))


def appearances(paper: Thing, *, select: Select) -> tuple[Appearance, ...]:
    """Return the listings of a paper, earliest first."""
    rows = select(_APPEARANCES, {"thing": paper.iri})
    found = [
        Appearance(day=_text(day), rank=int(_text(rank)), votes=None if votes is None else int(votes))
        for day, rank, votes in rows
    ]
    return tuple(sorted(found, key=lambda appearance: (appearance.day, appearance.rank)))


def papers_of(author: Thing, *, select: Select) -> tuple[tuple[str, Thing], ...]:
    """Return (first day, paper) for each paper of an author, latest first."""
    rows = select(_PAPERS_OF_AUTHOR, {"thing": author.iri})
    found = [(_text(date), Thing(iri=_text(iri), kind=Kind.PAPER, name=_text(title))) for iri, title, date in rows]
    return tuple(sorted(found, key=lambda item: (item[0], item[1].iri), reverse=True))


def namings(thing: Thing, *, select: Select, concept: Thing | None = None) -> tuple[Naming, ...]:
    """Return every naming of a concept by a paper in which ``thing`` (a paper or a concept) takes part.

    With ``concept``, only the namings of that concept by the paper ``thing``.
    """
    if thing.kind is Kind.PAPER:
        bound = {"paper": thing.iri} | ({"concept": concept.iri} if concept else {})
    else:
        bound = {"concept": thing.iri}
    grouped: dict[tuple[str, str], list[Sequence[str | None]]] = {}
    for row in select(_NAMINGS, bound):
        grouped.setdefault((_text(row[0]), _text(row[3])), []).append(row)
    found = [_naming(group) for group in grouped.values()]
    return tuple(
        sorted(found, key=lambda n: (_ROLES.index(n.role), n.date, n.paper.iri, n.concept.name, n.concept.iri))
    )


def findings(paper: Thing, *, select: Select) -> tuple[Finding, ...]:
    """Return the numeric results of a paper in the order of its text."""
    found = []
    for row in select(_FINDINGS, {"paper": paper.iri}):
        raw, value, low, high, unit, kind, system, metric, dataset, baseline, *place = row
        evidence = _evidence([*place, vocab.PG_MENTIONS_ROLE, ""])
        found.append(
            Finding(
                raw=_text(raw),
                value=value if value is not None else (f"{low}..{high}" if low is not None else None),
                unit=_text(unit),
                kind=_text(kind).removeprefix(vocab.PG),
                system=system,
                metric=metric,
                dataset=dataset,
                baseline=baseline,
                evidence=evidence,
            )
        )
    return tuple(sorted(found, key=lambda f: (f.evidence.day, f.evidence.section, f.evidence.start, f.raw)))


def _naming(rows: Sequence[Sequence[str | None]]) -> Naming:
    paper, title, date, concept, label, cls, *_ = rows[0]
    evidence = sorted(
        {_evidence(row[6:]) for row in rows}, key=lambda e: (_ROLES.index(e.role), e.day, e.section, e.start, e.end)
    )
    return Naming(
        paper=Thing(iri=_text(paper), kind=Kind.PAPER, name=_text(title)),
        concept=Thing(iri=_text(concept), kind=Kind.CONCEPT, name=_text(label), cls=_text(cls).removeprefix(vocab.PG)),
        date=_text(date),
        role=evidence[0].role,
        evidence=tuple(evidence),
    )


def _evidence(place: Sequence[str | None]) -> Evidence:
    day, section, heading, text, start, end, role, rule = place
    first, last = int(_text(start)), int(_text(end))
    whole = _text(text)
    low, high = sentences.around(whole, first, last) if whole else (first, first)
    return Evidence(
        day=_text(day),
        section=_text(section),
        heading=heading,
        sentence=whole[low:high],
        start=first - low,
        end=last - low,
        role=_text(role).removeprefix(vocab.PG),
        rule="/".join(_text(rule).rsplit("/", 2)[-2:]),
    )


def _authors(rows: Iterable[Sequence[str | None]]) -> tuple[Thing, ...]:
    found = {Thing(iri=_text(iri), kind=Kind.AUTHOR, name=_text(name)) for iri, name in rows}
    return tuple(sorted(found, key=lambda author: (author.name, author.iri)))


def _companions(rows: Iterable[Sequence[str | None]]) -> tuple[Companion, ...]:
    shared: dict[Thing, set[str]] = {}
    for iri, name, paper in rows:
        shared.setdefault(Thing(iri=_text(iri), kind=Kind.AUTHOR, name=_text(name)), set()).add(_text(paper))
    found = [Companion(author=author, papers=tuple(sorted(papers))) for author, papers in shared.items()]
    return tuple(sorted(found, key=lambda c: (-len(c.papers), c.author.name, c.author.iri)))


def _text(value: str | None) -> str:
    return value or ""
