"""From what a person types (a name, an id, an IRI) to the thing in the graph that is meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from rapidfuzz import fuzz, process

from papergraph import vocab
from papergraph.errors import UnknownNameError
from papergraph.names import author_norm, concept_norm, singular
from papergraph.query.binding import bind
from papergraph.query.select import Select
from papergraph.query.terms import Term, TermKind


class Kind(Enum):
    """What sort of thing an IRI names."""

    PAPER = "paper"
    AUTHOR = "author"
    CONCEPT = "concept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A paper, author or concept: its IRI, its preferred name, and for a concept its class."""

    iri: str
    kind: Kind
    name: str
    cls: str | None = None


#: Everything that can be meant, as the class of its node.
EVERYTHING = (
    vocab.PG_PAPER,
    vocab.PG_AUTHOR,
    vocab.PG_METHOD,
    vocab.PG_MODEL,
    vocab.PG_DATASET,
    vocab.PG_TASK,
    vocab.PG_METRIC,
)
#: The names of one thing, or the things of one name, whichever is bound: an index answers.
_NAMED = """
SELECT ?thing ?type ?name ?preferred WHERE {
  VALUES (?type ?property ?preferred) {
    (pg:Paper dcterms:title true) (pg:Paper dcterms:alternative false)
    (pg:Author foaf:name true) (pg:Author skos:altLabel false)
    (pg:Method skos:prefLabel true) (pg:Method skos:altLabel false)
    (pg:Model skos:prefLabel true) (pg:Model skos:altLabel false)
    (pg:Dataset skos:prefLabel true) (pg:Dataset skos:altLabel false)
    (pg:Task skos:prefLabel true) (pg:Task skos:altLabel false)
    (pg:Metric skos:prefLabel true) (pg:Metric skos:altLabel false)
  }
  ?thing a ?type ; ?property ?name .
}
"""
#: All names, by whether they are preferred; joined with the types here, for the engine takes three times as long.
_ALL_OF_TYPE = "SELECT ?thing WHERE { ?thing a ?type }"
_ALL_NAMES = (
    ((vocab.PG_PAPER,), True, "SELECT ?thing ?name WHERE { ?thing dcterms:title ?name }"),
    ((vocab.PG_PAPER,), False, "SELECT ?thing ?name WHERE { ?thing dcterms:alternative ?name }"),
    ((vocab.PG_AUTHOR,), True, "SELECT ?thing ?name WHERE { ?thing foaf:name ?name }"),
    (EVERYTHING[2:], True, "SELECT ?thing ?name WHERE { ?thing skos:prefLabel ?name }"),
    (EVERYTHING[1:], False, "SELECT ?thing ?name WHERE { ?thing skos:altLabel ?name }"),
)

_KIND_OF_TYPE = {vocab.PG_PAPER: Kind.PAPER, vocab.PG_AUTHOR: Kind.AUTHOR}
_SUGGESTIONS = 6
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class _Name:
    thing: Thing
    text: str
    preferred: bool


def find(wanted: str, *, select: Select, base: str, among: Sequence[str] = EVERYTHING) -> Thing:
    """Return the one thing that ``wanted`` names.

    ``wanted`` may be an IRI, a prefixed name (``author:yang-yue``), an arXiv id with or without version, or a name in
    any usual spelling. A preferred name is stronger than an alternative one. Only things of the classes ``among`` are
    meant.

    Raises:
        UnknownNameError: when nothing, or several things, match; ``known`` holds suggestions.
    """
    for candidate in filter(_IRI.fullmatch, _as_iris(wanted, base, papers=vocab.PG_PAPER in among)):
        for name in _named(bind(_NAMED, {"thing": Term(kind=TermKind.IRI, value=candidate)}), select, among):
            if name.preferred:
                return name.thing
    matches = _matches(wanted, _exactly(wanted, select, among))
    names = [] if matches else _all_names(select, among)
    matches = [_preferred(thing, select, among) for thing in matches or _matches(wanted, names)]
    if len(matches) == 1:
        return matches[0]
    if matches:
        options = tuple(
            f"{_short(thing.iri, base)} ({thing.cls or thing.kind.value} {thing.name})" for thing in matches
        )
        raise UnknownNameError(
            "single thing",
            wanted,
            options[:_SUGGESTIONS],
            hint=f"several are meant: {', '.join(options[:_SUGGESTIONS])}",
        )
    close = _near(wanted, names)
    raise UnknownNameError(
        _what(among), wanted, close, hint=None if close else "papergraph search TEXT looks through all names"
    )


def near(wanted: str, *, select: Select, among: Sequence[str] = EVERYTHING) -> tuple[str, ...]:
    """Return the names of things of the classes ``among`` that are most like ``wanted``."""
    return _near(wanted, _all_names(select, among))


def _what(among: Sequence[str]) -> str:
    kinds = dict.fromkeys(_KIND_OF_TYPE.get(one, Kind.CONCEPT).value for one in among)
    if list(kinds) == [Kind.CONCEPT.value] and len(among) == 1:
        return among[0].removeprefix(vocab.PG).lower()
    *first, last = kinds
    return f"{', '.join(first)} or {last}" if first else last


def _named(query: str, select: Select, among: Sequence[str]) -> list[_Name]:
    return [
        _Name(_thing(iri, rdf_type, text), text, preferred == "true")
        for iri, rdf_type, text, preferred in select(query)
        if iri is not None and rdf_type in among and rdf_type is not None and text is not None
    ]


def _thing(iri: str, rdf_type: str, name: str) -> Thing:
    kind = _KIND_OF_TYPE.get(rdf_type, Kind.CONCEPT)
    return Thing(iri=iri, kind=kind, name=name, cls=rdf_type.removeprefix(vocab.PG) if kind is Kind.CONCEPT else None)


def _exactly(wanted: str, select: Select, among: Sequence[str]) -> list[_Name]:
    found = []
    for language in (None, "en", "ko"):
        literal = Term(
            kind=TermKind.LITERAL,
            value=wanted.encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
            language=language,
        )
        found += _named(bind(_NAMED, {"name": literal}), select, among)
    return found


def _preferred(thing: Thing, select: Select, among: Sequence[str]) -> Thing:
    names = _named(bind(_NAMED, {"thing": Term(kind=TermKind.IRI, value=thing.iri)}), select, among)
    return min((name.thing for name in names if name.preferred), key=lambda one: one.name, default=thing)


def _all_names(select: Select, among: Sequence[str]) -> list[_Name]:
    types = {iri: rdf_type for rdf_type in among for (iri,) in select(_ALL_OF_TYPE, {"type": rdf_type}) if iri}
    names = [
        _Name(_thing(iri, types[iri], text), text, preferred)
        for classes, preferred, query in _ALL_NAMES
        if any(one in among for one in classes)
        for iri, text in select(query)
        if iri is not None and text is not None and types.get(iri) in classes
    ]
    return sorted(names, key=lambda name: (name.text, name.thing.iri))


def _as_iris(wanted: str, base: str, *, papers: bool) -> list[str]:
    prefix, _, local = wanted.partition(":")
    paper = wanted.lower().removeprefix("arxiv:").split("v")[0].strip()
    as_written = [wanted.strip("<>"), f"{vocab.prefixes(base).get(prefix, prefix + ':')}{local}"]
    return [*as_written, f"{base}paper/arxiv/{paper}", f"{base}paper/{wanted}"] if papers else as_written


def _matches(wanted: str, names: Sequence[_Name]) -> list[Thing]:
    for exact in (
        lambda name: name.text == wanted,
        lambda name: _norm(name.thing, name.text) == _norm(name.thing, wanted),
    ):
        for preferred in (True, False):
            found = {name.thing.iri: name.thing for name in names if name.preferred is preferred and exact(name)}
            if found:
                return list(found.values())
    return []


def _norm(thing: Thing, text: str) -> str:
    return author_norm(text) if thing.kind is Kind.AUTHOR else singular(concept_norm(text))


def _near(wanted: str, names: Sequence[_Name]) -> tuple[str, ...]:
    texts = sorted({name.text for name in names})
    inside = sorted((text for text in texts if concept_norm(wanted) in concept_norm(text)), key=len)
    alike = process.extract(
        wanted, texts, scorer=fuzz.ratio, processor=str.casefold, limit=_SUGGESTIONS, score_cutoff=55
    )
    return tuple(dict.fromkeys([*inside[:3], *(text for text, _, _ in alike)]))[:_SUGGESTIONS]


def _short(iri: str, base: str) -> str:
    folder, _, local = iri.removeprefix(base).partition("/")
    return f"{folder}:{local}" if iri.startswith(base) else iri
