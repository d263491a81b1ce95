"""A decision about names as a person judges it: with its papers and their sentences, and a use of each thing."""

from dataclasses import dataclass

from papergraph import iri
from papergraph.model import Decision, NameRef, PaperId, Subject
from papergraph.query.decisions import is_spelling_of
from papergraph.query.facts import Evidence, namings
from papergraph.query.select import Select
from papergraph.query.things import Kind, Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One paper that a decision rests on.

    ``key`` is the node of the decision that the paper is linked to, ``evidence`` the sentence that names it there; for
    authors, and in a graph without text, there is none.
    """

    paper: PaperId
    title: str
    key: str | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A decision with the papers it rests on. Where one name is several things, ``uses`` has a use of each."""

    decision: Decision
    grounds: tuple[Ground, ...]
    uses: tuple[NameRef, ...]


_TITLE = "SELECT ?title WHERE { ?paper dcterms:title ?title }"
_AUTHORS = "SELECT ?author WHERE { ?paper dcterms:creator ?author }"
_NAMED_BY = "SELECT ?paper WHERE { ?paper pg:mentions ?thing } ORDER BY ?paper LIMIT 20"


def case_of(decision: Decision, *, select: Select, base: str, most: int | None = None) -> Case:
    """Return ``decision`` with its papers: those of its ``uses``, then its own, ``most`` in all or one of each use."""
    uses = _uses(decision, select=select, base=base)
    papers = list(dict.fromkeys([*(use.paper for use in uses if use.paper), *decision.papers]))
    shown = papers if most is None else papers[: max(most, len(uses))]
    return Case(
        decision=decision,
        grounds=tuple(_ground(paper, decision, select=select, base=base) for paper in shown),
        uses=uses,
    )


def _ground(paper: PaperId, decision: Decision, *, select: Select, base: str) -> Ground:
    address = iri.paper_iri(paper, base=base)
    titles = sorted(title for (title,) in select(_TITLE, {"paper": address}) if title)
    key, evidence = _evidence(address, decision, select=select, base=base)
    return Ground(paper=paper, title=titles[0] if titles else "", key=key, evidence=evidence)


def _evidence(paper: str, decision: Decision, *, select: Select, base: str) -> tuple[str | None, Evidence | None]:
    """Return the first node of the decision that the paper has, and the sentence with the most of the names."""
    if decision.subject is Subject.AUTHOR:
        there = _authors(paper, select)
        return next((key for key in decision.keys if iri.author_iri(key, base=base) in there), None), None
    for key in decision.keys:
        if places := _places(paper, key, select=select, base=base):
            best = max(places, key=lambda place: sum(name in place.sentence for name in decision.names))
            return key, best if best.sentence else None
    return None, None


def _uses(decision: Decision, *, select: Select, base: str) -> tuple[NameRef, ...]:
    """Return a use of the name by a paper of each node; nothing for several names, or when a node has no such paper."""
    if len(decision.keys) < 2 or not all(
        is_spelling_of(name, decision.names[0], decision.subject) for name in decision.names
    ):
        return ()
    uses = [_use(key, decision, select=select, base=base) for key in decision.keys]
    return tuple(use for use in uses if use) if all(uses) else ()


def _use(key: str, decision: Decision, *, select: Select, base: str) -> NameRef | None:
    name = decision.names[0]
    if decision.subject is Subject.AUTHOR:
        # The graph does not say how an author is called in which paper: only those of the decision are certain.
        author = iri.author_iri(key, base=base)
        papers = (paper for paper in decision.papers if author in _authors(iri.paper_iri(paper, base=base), select))
        return next((NameRef(name=name, paper=paper) for paper in papers), None)
    concept = iri.concept_iri(key, base=base)
    named_by = [paper for (paper,) in select(_NAMED_BY, {"thing": concept}) if paper]
    for paper in dict.fromkeys([*(iri.paper_iri(paper, base=base) for paper in decision.papers), *named_by]):
        for place in _places(paper, key, select=select, base=base):
            written = place.sentence[place.start : place.end] or name
            if is_spelling_of(written, name, decision.subject):
                return NameRef(name=written, paper=iri.paper_id(paper, base=base))
    return None


def _authors(paper: str, select: Select) -> set[str | None]:
    return {author for (author,) in select(_AUTHORS, {"paper": paper})}


def _places(paper: str, key: str, *, select: Select, base: str) -> tuple[Evidence, ...]:
    concept = Thing(iri=iri.concept_iri(key, base=base), kind=Kind.CONCEPT, name="")
    found = namings(Thing(iri=paper, kind=Kind.PAPER, name=""), select=select, concept=concept)
    return tuple(place for naming in found for place in naming.evidence)
