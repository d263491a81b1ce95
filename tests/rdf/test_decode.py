"""What is encoded can be read again, whoever wrote it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, serialize
from rdflib import BNode, Dataset, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.compare import isomorphic

from papergraph.errors import InputError
from papergraph.rdf.decode import decode
from papergraph.vocab import BASE

Encode = Callable[..., list[str]]


def written(quad: Quad) -> str:
    """Return the line that Oxigraph writes for ``quad``."""
    line = serialize([quad], format=RdfFormat.N_QUADS)
    assert line is not None
    return line.decode()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_reads_what_oxigraph_writes(text: str) -> None:
    """Any text that the store exports is read back as it was."""
    node = NamedNode(BASE)
    quad = Quad(node, node, Literal(text, language="ko"), node)
    lines = written(quad).split("\n")
    assert list(decode(lines)) == [(URIRef(BASE), URIRef(BASE), RdflibLiteral(text, lang="ko"))]


def test_reads_the_same_as_rdflib(encode: Encode) -> None:
    """On a whole graph, the union is the one that rdflib's own parser gives."""
    expected = Dataset()
    lines = encode()
    for line in lines:
        triple = line.rpartition(" <")[0]
        expected.default_graph.parse(data=f"{triple} .", format="nt")
    assert isomorphic(decode(lines), expected.default_graph)


def test_reads_blank_nodes_comments_and_escapes() -> None:
    """Files of others may hold what our own never do."""
    node = NamedNode(BASE)
    blank = written(Quad(BlankNode("b"), node, node))
    graph = decode(["# a comment\n", "\n", blank, rf'<{BASE}> <{BASE}> "\U0001F600\'" . # and another' + "\n"])
    assert {type(subject) for subject in graph.subjects()} == {BNode, URIRef}
    assert RdflibLiteral("\U0001f600'") in set(graph.objects())


@pytest.mark.parametrize(
    "line", ["no quad", f"<{BASE}> <{BASE}> .", f'<{BASE}> <{BASE}> "open .', f'"s" <{BASE}> "o" .']
)
def test_a_line_that_is_no_quad(line: str) -> None:
    """The error says which line it is."""
    with pytest.raises(InputError, match="line 2 is no quad") as caught:
        decode(["\n", line])
    assert caught.value.line == 2
