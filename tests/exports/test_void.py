"""The VoID description says what a graph holds, without blank nodes."""

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import BNode

from papergraph import vocab
from papergraph.exports.void import void
from papergraph.rdf.encode import encode_ontology
from papergraph.store.memory import MemoryStore

BASE = "https://example.org/papers/"
DAY = f"<{BASE}digest/daily-papers/2025-05-07>"
PAPERS = [f"<{BASE}paper/arxiv/2505.0000{n}>" for n in (1, 2)]
QUADS = [
    f"{DAY} <{vocab.RDF_TYPE}> <{vocab.PG_DIGEST}> {DAY} .",
    *(f"{paper} <{vocab.RDF_TYPE}> <{vocab.PG_PAPER}> {DAY} ." for paper in PAPERS),
    *(f"{paper} <{vocab.RDFS_SEE_ALSO}> <https://arxiv.org/abs/{n}> {DAY} ." for n, paper in enumerate(PAPERS)),
    f'{PAPERS[0]} <https://strange.example/p> "x" {DAY} .',
]
WHOLE = URIRef(f"{BASE}void")


def name(local: str) -> URIRef:
    return URIRef(vocab.VOID + local)


def described(quads: list[str]) -> tuple[Graph, int]:
    text, statements = void(MemoryStore(quads, base=BASE).rows, base=BASE)
    return Graph().parse(data=text, format="turtle"), statements


def number(graph: Graph, subject: object, local: str) -> int:
    value = graph.value(subject, name(local))
    assert isinstance(value, Literal)
    return int(value)


def test_counts_are_those_of_the_graph() -> None:
    """Statements, subjects, properties, classes, and each part by itself."""
    graph, statements = described(QUADS)
    assert len(graph) == statements
    assert (WHOLE, RDF.type, name("Dataset")) in graph
    assert number(graph, WHOLE, "triples") == len(QUADS)
    assert number(graph, WHOLE, "distinctSubjects") == number(graph, WHOLE, "entities") == 3
    assert number(graph, WHOLE, "properties") == 3
    assert number(graph, WHOLE, "classes") == 2
    assert number(graph, WHOLE, "documents") == 1
    parts = {graph.value(part, name("class")): part for part in graph.objects(WHOLE, name("classPartition"))}
    assert number(graph, parts[URIRef(vocab.PG_PAPER)], "entities") == 2
    parts = {graph.value(part, name("property")): part for part in graph.objects(WHOLE, name("propertyPartition"))}
    assert sum(number(graph, part, "triples") for part in parts.values()) == len(QUADS)
    assert URIRef("https://strange.example/p") in parts


def test_links_to_others_are_told() -> None:
    """Landing pages by site, alignments by vocabulary and property."""
    graph, _ = described([*QUADS, *encode_ontology(base=BASE)])
    links = {
        (graph.value(links, name("objectsTarget")), graph.value(links, name("linkPredicate"))): links
        for links in graph.subjects(RDF.type, name("Linkset"))
    }
    assert number(graph, links[URIRef("https://arxiv.org/"), URIRef(vocab.RDFS_SEE_ALSO)], "triples") == 2
    assert (URIRef(vocab.SCHEMA), URIRef(vocab.RDFS + "subClassOf")) in links
    assert (URIRef(vocab.MLS), URIRef(vocab.SKOS + "closeMatch")) in links
    assert all((WHOLE, name("subset"), linkset) in graph for linkset in links.values())


def test_examples_and_vocabularies_are_named() -> None:
    """A paper of the graph is shown, and the vocabularies are those in use; nothing is a blank node."""
    graph, _ = described(QUADS)
    assert (WHOLE, name("exampleResource"), URIRef(PAPERS[0][1:-1])) in graph
    assert set(graph.objects(WHOLE, name("vocabulary"))) == {URIRef(vocab.PG), URIRef(vocab.RDF), URIRef(vocab.RDFS)}
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)


def test_an_empty_graph_is_described() -> None:
    """Of nothing, all counts are none."""
    graph, _ = described([])
    assert number(graph, WHOLE, "triples") == 0
    assert not list(graph.objects(WHOLE, name("exampleResource")))


def test_the_same_graph_gives_the_same_bytes() -> None:
    """The order in which quads come does not matter."""
    one, other = (void(MemoryStore(quads, base=BASE).rows, base=BASE) for quads in (QUADS, QUADS[::-1]))
    assert one == other
