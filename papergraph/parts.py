"""A graph in its parts, each with a print, so that a build writes only the parts that change.

A part is a document's graph, or what ``graph/resolved`` says of one paper, author or concept, or the ontology. Equal
prints mean equal quads, as long as base, text and encoder stay the same.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from papergraph import iri
from papergraph.model import DayId, Resolution
from papergraph.rdf.encode import encode_author, encode_concept, encode_day, encode_ontology, encode_paper
from papergraph.store.days import StoredDays, fingerprint
from papergraph.store.patch import Patch

#: A new graph is made of the old one while less than this share of its parts changes: loading anew is faster then.
_FEW = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a graph."""

    iri: str  # of a named graph, or of a subject in ``graph/resolved``
    print: bytes
    quads: Callable[[], Iterable[str]]


def parts(days: StoredDays, resolution: Resolution, *, base: str, with_text: bool) -> Iterator[Part]:
    """Yield all parts of the graph of ``days``, the named graphs last."""
    for paper in resolution.papers:
        yield _part(iri.paper_iri(paper.id, base=base), paper, partial(encode_paper, paper, base=base))
    for author in resolution.authors:
        yield _part(iri.author_iri(author.key, base=base), author, partial(encode_author, author, base=base))
    for concept in resolution.concepts:
        yield _part(iri.concept_iri(concept.key, base=base), concept, partial(encode_concept, concept, base=base))
    yield _part(iri.graph_iri("ontology", base=base), None, partial(encode_ontology, base=base))
    encode = partial(_encode_stored, days, base=base, with_text=with_text)
    for id, record in days.records.items():
        keys = resolution.concept_of[id]
        yield _part(iri.digest_iri(id, base=base), (record.content, keys), partial(encode, id, keys))


def _part(name: str, content: object, quads: Callable[[], Iterable[str]]) -> Part:
    return Part(iri=name, print=fingerprint(content), quads=quads)


def _encode_stored(
    days: StoredDays, id: DayId, keys: tuple[tuple[str | None, ...], ...], *, base: str, with_text: bool
) -> Iterator[str]:
    return encode_day(days.load(id), keys, base=base, with_text=with_text)


def patch(
    found: Iterable[Part], old: Mapping[str, bytes], *, base: str, merges: bool
) -> tuple[Patch | None, dict[str, bytes]]:
    """Return what makes the graph of the parts ``found`` of the one with the prints ``old``, and the new prints.

    The patch is ``None`` when so much changes that the graph is better written anew.
    """
    changed: list[Part] = []
    prints: dict[str, bytes] = {}
    for part in found:
        prints[part.iri] = part.print
        if old.get(part.iri) != part.print:
            changed.append(part)
    gone = old.keys() - prints.keys()
    if len(changed) + len(gone) > _FEW * len(prints):
        return None, prints
    dropped = sorted(gone | (old.keys() & {part.iri for part in changed}))
    resolved = iri.graph_iri("resolved", base=base)
    return (
        Patch(
            graphs=tuple(name for name in dropped if _is_graph(name, base)),
            subjects=tuple((resolved, name) for name in dropped if not _is_graph(name, base)),
            quads=(quad for part in changed for quad in part.quads()),
            merges=merges,
        ),
        prints,
    )


def _is_graph(name: str, base: str) -> bool:
    return name.startswith((f"{base}digest/", f"{base}graph/"))
