"""Terms as a person reads them."""

import pytest

from papergraph import vocab
from papergraph.query.terms import Term, TermKind, readable, shorten


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (f"{vocab.BASE}concept/grpo", "concept:grpo"),
        (f"{vocab.BASE}paper/arxiv/2505.02214", "paper:arxiv/2505.02214"),
        (vocab.PG_METHOD, "pg:Method"),
        (vocab.RDF_TYPE, "rdf:type"),
        ("http://example.org/x", "<http://example.org/x>"),
        (vocab.PG, f"<{vocab.PG}>"),
    ],
)
def test_iris_are_shortened(iri: str, expected: str) -> None:
    """IRIs of ours have their prefix; others stand in angle brackets."""
    assert shorten(iri, vocab.prefixes()) == expected


def test_the_longest_namespace_wins() -> None:
    """Of two namespaces that fit the longer one is taken."""
    assert shorten("http://a/b/c", {"x": "http://a/", "y": "http://a/b/"}) == "y:c"


def test_terms_are_readable() -> None:
    """Each kind of term, and nothing for an unbound variable."""
    assert readable(None, {}) == ""
    assert readable(Term(kind=TermKind.BLANK, value="b0"), {}) == "_:b0"
    assert readable(Term(kind=TermKind.LITERAL, value="강화 학습", language="ko"), {}) == "강화 학습"
    assert str(Term(kind=TermKind.IRI, value="http://a")) == "http://a"
