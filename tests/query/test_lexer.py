"""Tokens of SPARQL: the text in pieces, whatever it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.query.lexer import tokens


def kinds(query: str) -> list[tuple[str, str]]:
    """Return kind and text of each token."""
    return [(token.kind, token.text) for token in tokens(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?a $b", [("word", "SELECT"), ("variable", "?a"), ("variable", "$b")]),
        ("<http://a#b> #c\nx", [("iri", "<http://a#b>"), ("word", "x")]),
        ("?a<?b && ?c>?d", [("variable", "?a"), ("sign", "<"), ("variable", "?b"), ("sign", "&"), ("sign", "&"),
                            ("variable", "?c"), ("sign", ">"), ("variable", "?d")]),
        ('"a\\"b" \'c\'', [("string", '"a\\"b"'), ("string", "'c'")]),
        ('"""a"b""c\n""" ""', [("string", '"""a"b""c\n"""'), ("string", '""')]),
        ("'''a'b\\'''' x", [("string", "'''a'b\\''''"), ("word", "x")]),
        ('"a"@en-GB', [("string", '"a"'), ("language", "@en-GB")]),
        ("pg:Paper :x _:b a.b:c.d .", [("name", "pg:Paper"), ("name", ":x"), ("name", "_:b"), ("name", "a.b:c.d"),
                                       ("sign", ".")]),
        ("paper:arxiv\\/2505.1%20:x", [("name", "paper:arxiv\\/2505.1%20:x")]),
        ("ex:a. 1.5", [("name", "ex:a"), ("sign", "."), ("number", "1"), ("sign", "."), ("number", "5")]),
        ("ex:p?/^ex:q", [("name", "ex:p"), ("sign", "?"), ("sign", "/"), ("sign", "^"), ("name", "ex:q")]),
        ("개념:값 ?이름", [("name", "개념:값"), ("variable", "?이름")]),
        ('"open', [("sign", '"'), ("word", "open")]),
    ],
)  # fmt: skip
def test_tokens(query: str, expected: list[tuple[str, str]]) -> None:
    """Each sort of token is told from the others."""
    assert kinds(query) == expected


@given(st.text())
def test_any_text_has_tokens_that_stand_where_they_say(text: str) -> None:
    """No text is too strange, no token overlaps another, and each is cut from its place."""
    at = 0
    for token in tokens(text):
        assert at <= token.start < token.end
        assert text[token.start : token.end] == token.text
        at = token.end
