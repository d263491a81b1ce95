"""What is said of a thing as RDF: the same in both forms, nothing but what the graph says, all that it says of it."""

from pathlib import Path

import pyoxigraph as ox
import pytest

import papergraph
from papergraph.site.descriptions import Descriptions
from papergraph.vocab import BASE, DCTERMS_TITLE, PG_PAPER

FORMATS = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}


def triples(site: Path, path: str, suffix: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(path=site / f"{path}.{suffix}", format=FORMATS[suffix])}


@pytest.fixture(scope="module")
def graph(example_store: Path) -> set[ox.Triple]:
    """All triples of the example graph."""
    with papergraph.open(example_store) as opened:
        return {quad.triple for quad in ox.parse("\n".join(opened._store.quads()), format=ox.RdfFormat.N_QUADS)}


@pytest.mark.parametrize("folder", ["paper", "author", "method", "model", "dataset", "task", "metric"])
def test_both_forms_say_what_the_graph_says(folder: str, site: Path, graph: set[ox.Triple]) -> None:
    """Turtle and JSON-LD hold the same triples, all of them of the graph, for each thing of a kind."""
    pages = sorted((site / folder).glob("*.ttl"))
    assert pages
    for page in pages:
        said = triples(site, f"{folder}/{page.stem}", "ttl")
        assert said == triples(site, f"{folder}/{page.stem}", "jsonld")
        assert said <= graph


def test_all_that_the_graph_says_of_a_paper_is_there(site: Path, graph: set[ox.Triple]) -> None:
    """A paper's own statements, its listing, the sections with their text, the mentions and the results."""
    paper = ox.NamedNode(f"{BASE}paper/arxiv/2402.04291")
    listing = f"{BASE}digest/daily-papers/2024-02-08/2402.04291"
    of_it = {one for one in graph if one.subject == paper or one.subject.value.startswith(f"{listing}/")}
    of_it |= {one for one in graph if one.subject.value == listing}

    assert len(of_it) > 100
    assert triples(site, "paper/arxiv-2402.04291", "ttl") == of_it


def test_a_method_has_its_papers_and_mentions(site: Path, graph: set[ox.Triple]) -> None:
    """What leads to a concept stands in its description: papers with their titles, and each place where it is named."""
    concept = ox.NamedNode(f"{BASE}concept/billm")
    said = triples(site, "method/billm", "ttl")

    assert {one for one in graph if concept in (one.subject, one.object)} <= said
    titled = {one.subject for one in said if one.predicate.value == DCTERMS_TITLE}
    assert titled == {one.subject for one in said if one.object == concept and "/paper/" in one.subject.value}


def test_an_author_has_the_papers(site: Path) -> None:
    """The description of a person names each paper with title and day."""
    said = triples(site, "author/yang-yue", "ttl")
    papers = {one.subject for one in said if one.predicate.value.endswith("/creator")}

    assert len(papers) == 2
    assert papers == {one.subject for one in said if one.predicate.value == DCTERMS_TITLE}


_AWKWARD = [
    r'"plain"',
    r'"quote \" and backslash \\ and \u0007 and line\nend"',
    r'"<b>&amp; </script>"@ko',
    r'"^^<http://example.org/not-a-type>"',
    r'"1"^^<http://www.w3.org/2001/XMLSchema#integer>',
    r'"strange"^^<http://example.org/type#x>',
    "<https://w3id.org/papergraph/digest/a/../b>",
    "<https://w3id.org/papergraph/digest/a//b>",
    "<https://w3id.org/papergraph/digest/a:b/c>",
    "<https://w3id.org/papergraph/>",
    "<https://w3id.org/papergraph/author/a.b>",
    "<https://w3id.org/papergraph/author/-a>",
    "<https://w3id.org/papergraph/concept/강화-학습>",
    "<http://example.org/a#b>",
    "<urn:x:y>",
    "_:blank",
]


@pytest.mark.parametrize("base", [BASE, "https://example.org/x#"])
@pytest.mark.parametrize("value", _AWKWARD)
def test_awkward_terms_come_back(value: str, base: str) -> None:
    """Every term is read back as it was, in both forms, with a graph or without, whatever the base of the IRIs."""
    subject = f"{base}author/x"
    quad = f"<{subject}> <http://example.org/says> {value}"
    expected = {next(iter(ox.parse(f"{quad} .", format=ox.RdfFormat.N_TRIPLES))).triple}
    for graph in ("", " <http://example.org/g>"):
        described = Descriptions([f"{quad}{graph} ."], base=base)
        statements = described.of(subject, kind="author")
        for text, format in (
            (described.turtle(statements), ox.RdfFormat.TURTLE),
            (described.json_ld(statements), ox.RdfFormat.JSON_LD),
        ):
            found = {one.triple for one in ox.parse(text, format=format)}
            if value == "_:blank":
                assert [type(one.object) for one in found] == [ox.BlankNode]
            else:
                assert found == expected


def test_what_two_graphs_say_is_said_once() -> None:
    """A statement that stands in two graphs stands once in a description."""
    line = f"<{BASE}paper/arxiv/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{PG_PAPER}>"
    described = Descriptions([f"{line} <http://example.org/{name}> ." for name in "ab"], base=BASE)
    statements = described.of(f"{BASE}paper/arxiv/1", kind="paper")

    assert described.turtle(statements).count("Paper") == 1
