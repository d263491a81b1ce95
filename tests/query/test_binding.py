"""Values in queries: rows of data in each SELECT that names the variable, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph import vocab
from papergraph.errors import QueryError
from papergraph.query.binding import bind, with_prefixes, written_term
from papergraph.query.lexer import tokens
from papergraph.query.terms import Term, TermKind
from papergraph.store.memory import MemoryStore

A = Term(kind=TermKind.IRI, value="http://example.org/a")
FIVE = Term(kind=TermKind.LITERAL, value="5", datatype=vocab.XSD_INTEGER)


def squeezed(query: str) -> str:
    return " ".join(token.text for token in tokens(query))


def test_the_pattern_of_a_select_gets_its_values() -> None:
    """One line, first in the pattern."""
    assert bind("SELECT ?x WHERE {\n  ?x ?p ?a .\n}", {"a": A}) == (
        "SELECT ?x WHERE {\n  VALUES (?a) { (<http://example.org/a>) }\n  ?x ?p ?a .\n}"
    )


def test_each_select_gets_the_values_that_it_names_itself() -> None:
    """An inner SELECT does not see what is bound outside, so it has a line of its own, with what it names."""
    query = (
        "SELECT ?x WHERE { { SELECT ?x WHERE { ?x ?p ?a } GROUP BY ?x } "
        "FILTER (?x < ?n) { SELECT ?y WHERE { ?y ?p 1 } } }"
    )

    assert squeezed(bind(query, {"a": A, "n": FIVE})) == squeezed(
        'SELECT ?x WHERE { VALUES (?n) { ("5"^^<http://www.w3.org/2001/XMLSchema#integer>) } '
        "{ SELECT ?x WHERE { VALUES (?a) { (<http://example.org/a>) } ?x ?p ?a } GROUP BY ?x } "
        "FILTER (?x < ?n) { SELECT ?y WHERE { ?y ?p 1 } } }"
    )


def test_words_in_strings_and_comments_are_no_variables() -> None:
    """Only variables count, not what looks like one."""
    with pytest.raises(QueryError, match=r"no variable \?a"):
        bind('SELECT ?x WHERE { ?x ?p "?a" } # ?a', {"a": A})


@pytest.mark.parametrize("iri", ["http://e.org/a> } #", "http://e.org/a b", "http://e.org/\n", "", "a", "a>b", 'x"y'])
def test_what_is_no_iri_is_no_value(iri: str) -> None:
    """An IRI that would end early, or hold what none may hold, is refused."""
    with pytest.raises(QueryError):
        written_term(Term(kind=TermKind.IRI, value=iri))


def test_a_blank_node_is_no_value() -> None:
    """It would be a variable."""
    with pytest.raises(QueryError):
        written_term(Term(kind=TermKind.BLANK, value="b"))


@given(st.text(st.characters(codec="utf-8")), st.sampled_from([None, "en", "ko"]))
def test_any_text_is_one_literal(text: str, language: str | None) -> None:
    """Whatever a string holds, it comes back as it was and ends nothing but itself."""
    store = MemoryStore([])
    term = Term(kind=TermKind.LITERAL, value=text, language=language)

    assert store.rows(bind("SELECT ?x WHERE { BIND (STR(?v) AS ?x) }", {"v": term})) == [(text,)]


def test_only_the_prefixes_that_are_used_are_declared() -> None:
    """Those in strings, IRIs and comments are not used."""
    query = 'SELECT * WHERE { ?p a pg:Paper ; <skos:x> "foaf:name" } # dcterms:title'

    assert with_prefixes(query, vocab.prefixes()) == f"PREFIX pg: <{vocab.PG}>\n{query}"
