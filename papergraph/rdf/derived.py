"""Links that were computed → N-Quads of ``graph/derived``: the plain property both ways, and a weighted ``pg:Link``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from papergraph import iri, vocab
from papergraph.rdf.nquads import decimal_lexical, iri_term, typed


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedLink:
    """A link between two nodes, by IRIs: ``via`` the papers or concepts that make it, on the word of so many papers."""

    property: str
    first: str
    second: str
    weight: float
    via: tuple[str, ...]
    support: int


def encode_links(links: Iterable[DerivedLink], *, base: str) -> Iterator[str]:
    """Yield the quads of ``links``."""
    graph = f" {iri_term(iri.graph_iri('derived', base=base))} ."
    for link in links:
        node = iri_term(iri.link_iri(link.property, link.first, link.second, base=base))
        ends = (iri_term(link.first), iri_term(link.second))
        yield f"{ends[0]} <{link.property}> {ends[1]}{graph}"
        yield f"{ends[1]} <{link.property}> {ends[0]}{graph}"
        yield f"{node} <{vocab.RDF_TYPE}> <{vocab.PG_LINK}>{graph}"
        for end in ends:
            yield f"{node} <{vocab.PG_BETWEEN}> {end}{graph}"
        weight = decimal_lexical(Decimal(repr(round(link.weight, 6))))
        yield f"{node} <{vocab.PG_WEIGHT}> {typed(weight, vocab.XSD_DECIMAL)}{graph}"
        yield f"{node} <{vocab.PG_SUPPORT}> {typed(str(link.support), vocab.XSD_INTEGER)}{graph}"
        for thing in link.via:
            yield f"{node} <{vocab.PG_VIA}> {iri_term(thing)}{graph}"
