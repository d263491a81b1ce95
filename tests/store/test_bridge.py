"""The graph as rdflib sees it: all there, live, and read-only."""

from typing import Any

import pytest
from rdflib import RDF, Literal, URIRef

from papergraph import vocab
from papergraph.errors import QueryError, StoreError
from papergraph.store.base import Store

# rdflib warns of what it does itself.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

GRPO = URIRef(f"{vocab.BASE}concept/grpo")


def test_the_default_graph_is_the_union(store: Store, quads: list[str]) -> None:
    """Triples of all graphs are seen without naming one, and the graphs have their names."""
    dataset = store.rdflib()
    assert len(dataset) == len(quads)
    assert (GRPO, RDF.type, URIRef(vocab.PG_METHOD)) in dataset
    assert set(dataset.objects(GRPO, URIRef(vocab.SKOS_ALT_LABEL))) == {Literal("그룹 상대 정책 최적화", lang="ko")}
    names = {str(graph.identifier) for graph in dataset.graphs()}
    assert f"{vocab.BASE}graph/resolved" in names
    assert len(dataset.graph(f"{vocab.BASE}graph/resolved")) == 4


def test_queries_know_our_prefixes(store: Store) -> None:
    """SPARQL through rdflib has our prefixes and sees the union."""
    rows: list[Any] = list(store.rdflib().query("SELECT ?c { ?p pg:uses ?c . ?c a pg:Method }"))
    assert [row[0] for row in rows] == [GRPO]
    assert store.rdflib().namespace_manager.normalizeUri(str(GRPO)) == "concept:grpo"


def test_nothing_can_be_written(store: Store, quads: list[str]) -> None:
    """Every way of writing is refused with an error of the store, and nothing changes."""
    dataset = store.rdflib()
    triple = (GRPO, RDF.type, URIRef(vocab.PG_MODEL))
    for write in (
        lambda: dataset.add(triple),
        lambda: dataset.remove(triple),
        lambda: dataset.addN([(*triple, dataset.graph(GRPO))]),
        lambda: dataset.update("CLEAR ALL"),
        lambda: dataset.remove_graph(f"{vocab.BASE}graph/resolved"),
        lambda: dataset.parse(data="<http://a> <http://b> <http://c> .", format="nt"),
    ):
        with pytest.raises(StoreError, match="read-only"):
            write()
    assert list(store.quads()) == sorted(quads)


def test_service_is_refused_here_too(store: Store) -> None:
    """SPARQL through rdflib calls nobody."""
    with pytest.raises(QueryError, match="SERVICE"):
        store.rdflib().query("ASK { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }")
