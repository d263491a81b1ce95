"""Answers as values and as text in every format."""

import json

import pyoxigraph as ox
import pytest

from papergraph import vocab
from papergraph.errors import UnknownNameError
from papergraph.query.table import Table, Triples
from papergraph.query.terms import Term, TermKind
from papergraph.store.answers import ask, written
from papergraph.store.memory import MemoryStore

GRPO = f"{vocab.BASE}concept/grpo"
SELECT = "SELECT ?c ?n ?l ?x { ?c pg:support ?n ; skos:altLabel ?l OPTIONAL { ?c pg:votes ?x } }"
CONSTRUCT = "CONSTRUCT { ?c skos:prefLabel ?l ; pg:support ?n } WHERE { ?c skos:prefLabel ?l ; pg:support ?n }"


@pytest.fixture(scope="module")
def memory(quads: list[str]) -> MemoryStore:
    """The small graph in memory."""
    return MemoryStore(quads)


def test_select_is_a_table(memory: MemoryStore) -> None:
    """Terms keep kind, language and datatype; unbound cells are None."""
    assert ask(memory, SELECT, timeout=10) == Table(
        variables=("c", "n", "l", "x"),
        rows=(
            (
                Term(kind=TermKind.IRI, value=GRPO),
                Term(kind=TermKind.LITERAL, value="1", datatype=vocab.XSD_INTEGER),
                Term(kind=TermKind.LITERAL, value="그룹 상대 정책 최적화", language="ko"),
                None,
            ),
        ),
    )


def test_ask_is_a_boolean(memory: MemoryStore) -> None:
    """Yes and no are True and False."""
    assert ask(memory, "ASK { ?c a pg:Method }", timeout=10) is True
    assert ask(memory, "ASK { ?c a pg:Dataset }", timeout=10) is False


def test_construct_is_triples(memory: MemoryStore) -> None:
    """Triples come sorted, as terms."""
    answer = ask(memory, CONSTRUCT, timeout=10)
    assert isinstance(answer, Triples)
    assert [tuple(map(str, row)) for row in answer] == [
        (GRPO, vocab.SKOS_PREF_LABEL, "GRPO"),
        (GRPO, vocab.PG_SUPPORT, "1"),
    ]
    assert answer.rows[0][2] == Term(kind=TermKind.LITERAL, value="GRPO", language="en")


def test_describe_is_triples(memory: MemoryStore) -> None:
    """DESCRIBE answers with triples too."""
    answer = ask(memory, "DESCRIBE concept:grpo", timeout=10)
    assert isinstance(answer, Triples)
    assert len(answer) == 4


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        ("csv", f"c,n,l,x\r\n{GRPO},1,그룹 상대 정책 최적화,\r\n"),
        ("tsv", f'?c\t?n\t?l\t?x\n<{GRPO}>\t1\t"그룹 상대 정책 최적화"@ko\t\n'),
        (
            "table",
            "c             n  l                      x\n"
            "────────────  ─  ─────────────────────  ─\n"
            "concept:grpo  1  그룹 상대 정책 최적화\n",
        ),
    ],
)
def test_solutions_as_text(memory: MemoryStore, format: str, expected: str) -> None:
    """The whole text of an answer in each format for people and spreadsheets."""
    assert written(memory, SELECT, format=format).decode() == expected


def test_solutions_as_json_and_xml(memory: MemoryStore) -> None:
    """The formats for machines end in a line end and keep the order of the variables."""
    body = written(memory, SELECT, format="json")
    assert body.endswith(b"}\n")
    assert json.loads(body)["head"]["vars"] == ["c", "n", "l", "x"]
    assert written(memory, SELECT, format="xml").startswith(b"<?xml")


def test_triples_as_text(memory: MemoryStore) -> None:
    """Triples are Turtle with our prefixes by default, or sorted N-Triples."""
    turtle = written(memory, CONSTRUCT).decode()
    assert 'concept:grpo skos:prefLabel "GRPO"@en' in turtle
    assert written(memory, CONSTRUCT, format="ttl").decode() == turtle
    lines = written(memory, CONSTRUCT, format="nt").decode().splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 2


@pytest.mark.parametrize(("format", "text"), [(None, "true\n"), ("table", "true\n"), ("csv", "true\n")])
def test_booleans_as_text(memory: MemoryStore, format: str | None, text: str) -> None:
    """A boolean is the word."""
    assert written(memory, "ASK {}", format=format).decode() == text


@pytest.mark.parametrize(("query", "format"), [(SELECT, "ttl"), ("ASK {}", "nt"), (CONSTRUCT, "csv"), (SELECT, "pdf")])
def test_formats_that_do_not_fit(memory: MemoryStore, query: str, format: str) -> None:
    """A format that the answer does not have is refused with those it has."""
    with pytest.raises(UnknownNameError) as caught:
        written(memory, query, format=format)
    assert caught.value.known


def test_terms_of_rdf_1_2() -> None:
    """A triple as a term, and a blank node, come as values too."""
    store = MemoryStore(['_:b <http://p> <<( <http://a> <http://b> "c" )>> <http://g> .'])
    answer = ask(store, "SELECT ?s ?o { ?s ?p ?o }", timeout=10)
    assert isinstance(answer, Table)
    ((subject, value),) = answer.rows
    assert subject is not None
    assert subject.kind is TermKind.BLANK
    assert value == Term(kind=TermKind.TRIPLE, value='<<( <http://a> <http://b> "c" )>>')
    triples = ask(store, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", timeout=10)
    assert isinstance(triples, Triples)
    assert triples.rows[0][2] == value
    store.close()


@pytest.mark.parametrize("format", ["ttl", "nt"])
def test_triples_command_no_terminal(memory: MemoryStore, format: str) -> None:
    """Escape sequences and direction marks are escaped in triples, which say the same; Hangul stays."""
    query = "CONSTRUCT { <http://a> <http://p> ?o } { BIND ('한\\u001B[2J\\u202E\\u009B' AS ?o) }"
    body = written(memory, query, format=format, timeout=10)
    assert not {"\x1b", "\u202e", "\x9b"} & set(body.decode())
    kind = ox.RdfFormat.TURTLE if format == "ttl" else ox.RdfFormat.N_TRIPLES
    (triple,) = ox.parse(body, format=kind)
    assert triple.object == ox.Literal("한\x1b[2J\u202e\x9b")
