"""Why two things are linked: the sentences, or the papers and concepts that both share."""

from collections.abc import Iterable
from dataclasses import dataclass

from papergraph.query.facts import Naming, namings, papers_of
from papergraph.query.select import Select
from papergraph.query.things import Kind, Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that links two others: ``via`` a paper, a concept, or the pair itself, with what is said there."""

    via: Thing
    date: str | None  # when ``via`` is a paper
    namings: tuple[Naming, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """All reasons for which two things are linked; none when they are not."""

    first: Thing
    second: Thing
    relation: str  # a sentence's middle: "wrote together", "share concepts" …
    reasons: tuple[Reason, ...]


def why(first: Thing, second: Thing, *, select: Select) -> Why:
    """Return why ``first`` and ``second`` are linked."""
    one, other = sorted((first, second), key=lambda thing: _ORDER.index(thing.kind))
    relation, reasons = _LINKERS[one.kind, other.kind](one, other, select)
    return Why(first=first, second=second, relation=relation, reasons=tuple(reasons))


_ORDER = (Kind.AUTHOR, Kind.PAPER, Kind.CONCEPT)


def _authors(first: Thing, second: Thing, select: Select) -> tuple[str, Iterable[Reason]]:
    theirs = {paper.iri for _, paper in papers_of(second, select=select)}
    papers = [(date, paper) for date, paper in papers_of(first, select=select) if paper.iri in theirs]
    return "wrote together", [
        Reason(via=paper, date=date, namings=_introduced(namings(paper, select=select))) for date, paper in papers
    ]


def _author_paper(author: Thing, paper: Thing, select: Select) -> tuple[str, Iterable[Reason]]:
    written = [(date, p) for date, p in papers_of(author, select=select) if p.iri == paper.iri]
    return "is an author of", [
        Reason(via=p, date=date, namings=_introduced(namings(p, select=select))) for date, p in written
    ]


def _author_concept(author: Thing, concept: Thing, select: Select) -> tuple[str, Iterable[Reason]]:
    named = [(date, p, namings(p, select=select, concept=concept)) for date, p in papers_of(author, select=select)]
    return "wrote papers that name", [Reason(via=p, date=date, namings=found) for date, p, found in named if found]


def _papers(first: Thing, second: Thing, select: Select) -> tuple[str, Iterable[Reason]]:
    there = {naming.concept.iri: naming for naming in namings(second, select=select)}
    return "share concepts", [
        Reason(via=naming.concept, date=None, namings=(naming, there[naming.concept.iri]))
        for naming in namings(first, select=select)
        if naming.concept.iri in there
    ]


def _paper_concept(paper: Thing, concept: Thing, select: Select) -> tuple[str, Iterable[Reason]]:
    found = namings(paper, select=select, concept=concept)
    return "names", [Reason(via=naming.concept, date=None, namings=(naming,)) for naming in found]


def _concepts(first: Thing, second: Thing, select: Select) -> tuple[str, Iterable[Reason]]:
    there = {naming.paper.iri: naming for naming in namings(second, select=select)}
    return "are named by the same papers", [
        Reason(via=naming.paper, date=naming.date, namings=(naming, there[naming.paper.iri]))
        for naming in namings(first, select=select)
        if naming.paper.iri in there
    ]


_LINKERS = {
    (Kind.AUTHOR, Kind.AUTHOR): _authors,
    (Kind.AUTHOR, Kind.PAPER): _author_paper,
    (Kind.AUTHOR, Kind.CONCEPT): _author_concept,
    (Kind.PAPER, Kind.PAPER): _papers,
    (Kind.PAPER, Kind.CONCEPT): _paper_concept,
    (Kind.CONCEPT, Kind.CONCEPT): _concepts,
}


def _introduced(found: tuple[Naming, ...]) -> tuple[Naming, ...]:
    introduced = tuple(naming for naming in found if naming.role == "Introduces")
    return introduced or found[:1]
