"""schema.org JSON-LD is read by rdflib, without a network, as the triples that are meant."""

import json

import pytest
from rdflib import Dataset, Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from papergraph import vocab
from papergraph.exports.plain import one_line
from papergraph.exports.rows import Concept, Contents, Naming, Person
from papergraph.exports.schema_org import apart, together
from papergraph.model import ConceptClass, Role
from papergraph.vocab import BASE, SCHEMA

from .conftest import paper_of

# rdflib warns of what its own parser does.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset.default_context|ConjunctiveGraph):DeprecationWarning")

PAPER = URIRef(f"{BASE}paper/arxiv/2505.00001")


def schema(name: str) -> URIRef:
    return URIRef(SCHEMA + name)


def triples(text: str | bytes) -> set[tuple[Node, Node, Node]]:
    """What rdflib reads."""
    dataset = Dataset()
    dataset.parse(data=text, format="json-ld")
    return {(subject, predicate, value) for subject, predicate, value, _ in dataset.quads()}


def small() -> Contents:
    ada = Person(iri=f"{BASE}author/ada", name="Ada Kim")
    used = Concept(iri=f"{BASE}concept/grpo", label="GRPO", cls=ConceptClass.METHOD, also=("그룹 상대 정책 최적화",))
    named = Concept(iri=f"{BASE}concept/gsm8k", label="GSM8K", cls=ConceptClass.DATASET)
    return Contents(
        papers=(paper_of("FooNet", authors=(ada,)),),
        authors=(ada,),
        concepts=(used, named),
        namings=(
            Naming(paper=str(PAPER), concept=used.iri, role=Role.USES, mentions=2),
            Naming(paper=str(PAPER), concept=named.iri, role=Role.MENTIONS, mentions=1),
        ),
    )


def test_triples_are_those_meant() -> None:
    """The paper is about what it states a role of, and mentions the rest; the day is the digest's."""
    found = triples(together(small()))
    day = URIRef(f"{BASE}digest/daily-papers/2025-05-07")
    for triple in [
        (PAPER, RDF.type, schema("ScholarlyArticle")),
        (PAPER, schema("name"), Literal("FooNet")),
        (PAPER, schema("identifier"), Literal("arXiv:2505.00001")),
        (PAPER, schema("url"), URIRef("https://arxiv.org/abs/2505.00001")),
        (PAPER, schema("author"), URIRef(f"{BASE}author/ada")),
        (URIRef(f"{BASE}author/ada"), RDF.type, schema("Person")),
        (PAPER, schema("about"), URIRef(f"{BASE}concept/grpo")),
        (PAPER, schema("mentions"), URIRef(f"{BASE}concept/gsm8k")),
        (URIRef(f"{BASE}concept/grpo"), RDF.type, schema("DefinedTerm")),
        (URIRef(f"{BASE}concept/grpo"), schema("additionalType"), URIRef(vocab.PG_METHOD)),
        (PAPER, schema("subjectOf"), day),
        (day, schema("datePublished"), Literal("2025-05-07", datatype=schema("Date"))),
    ]:
        assert triple in found, triple
    assert not [value for subject, name, value in found if (subject, name) == (PAPER, schema("datePublished"))]
    assert (PAPER, schema("mentions"), URIRef(f"{BASE}concept/grpo")) not in found
    assert not any(type(term).__name__ == "BNode" for triple in found for term in triple)


def test_files_say_what_the_whole_says(hostile: Contents) -> None:
    """One file per paper holds together the same triples as one file of all, and hostile names come back."""
    whole = triples(together(hostile))
    files = apart(hostile)
    assert len(files) == len(hostile.papers)
    assert set().union(*map(triples, files.values())) == whole
    for paper in hostile.papers:
        assert (URIRef(paper.iri), schema("name"), Literal(one_line(paper.title))) in whole


def test_nothing_ends_a_script(hostile: Contents) -> None:
    """A page may hold the document in a script element."""
    text = together(hostile)
    assert "<" not in text
    assert "<script>alert(1)</script>" in {node["name"] for node in json.loads(text)["@graph"]}
