"""From what a person types (a name, an id, an IRI) to the thing in the graph that is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from rapidfuzz import fuzz, process

from papergraph import vocab
from papergraph.errors import UnknownNameError
from papergraph.names import author_norm, concept_norm, singular
from papergraph.query.select import Select


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


_NAMES = """
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

_KIND_OF_TYPE = {vocab.PG_PAPER: Kind.PAPER, vocab.PG_AUTHOR: Kind.AUTHOR}
_SUGGESTIONS = 6


@dataclass(frozen=True, slots=True)
class _Name:
    thing: Thing
    text: str
    preferred: bool


def find(wanted: str, *, select: Select, base: str) -> Thing:
    """Return the one thing that ``wanted`` names.

    ``wanted`` may be an IRI, a prefixed name (``author:yang-yue``), an arXiv id with or without version, or a name in
    any usual spelling. A preferred name is stronger than an alternative one.

    Raises:
        UnknownNameError: when nothing, or several things, match; ``known`` holds suggestions.
    """
    names = _all_names(select)
    things = {name.thing.iri: name.thing for name in names if name.preferred}
    for candidate in _as_iris(wanted, base):
        if candidate in things:
            return things[candidate]
    matches = _matches(wanted, names)
    if len(matches) == 1:
        return things.get(matches[0].iri, matches[0])
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
    raise UnknownNameError("paper, author or concept", wanted, _near(wanted, names))


def _all_names(select: Select) -> list[_Name]:
    names = []
    for iri, rdf_type, text, preferred in select(_NAMES):
        if iri is None or rdf_type is None or text is None:
            continue
        kind = _KIND_OF_TYPE.get(rdf_type, Kind.CONCEPT)
        cls = rdf_type.removeprefix(vocab.PG) if kind is Kind.CONCEPT else None
        names.append(_Name(Thing(iri=iri, kind=kind, name=text, cls=cls), text, preferred == "true"))
    return sorted(names, key=lambda name: (name.text, name.thing.iri))


def _as_iris(wanted: str, base: str) -> list[str]:
    prefix, _, local = wanted.partition(":")
    paper = wanted.lower().removeprefix("arxiv:").split("v")[0].strip()
    return [
        wanted.strip("<>"),
        f"{vocab.prefixes(base).get(prefix, prefix + ':')}{local}",
        f"{base}paper/arxiv/{paper}",
        f"{base}paper/{wanted}",
    ]


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
    near = process.extract(wanted, texts, scorer=fuzz.ratio, limit=_SUGGESTIONS, score_cutoff=55)
    return tuple(dict.fromkeys([*inside[:3], *(text for text, _, _ in near)]))[:_SUGGESTIONS]


def _short(iri: str, base: str) -> str:
    folder, _, local = iri.removeprefix(base).partition("/")
    return f"{folder}:{local}" if iri.startswith(base) else iri
