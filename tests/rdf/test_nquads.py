"""Any text goes into N-Quads and comes out as it was."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from papergraph.errors import IriError
from papergraph.rdf import nquads
from papergraph.vocab import BASE, XSD_DECIMAL

SCALARS = st.text(st.characters(exclude_categories=["Cs"]))


def read_back(term: str) -> Literal:
    """Return the literal that a parser sees in ``term``."""
    (quad,) = parse(f"<{BASE}s> <{BASE}p> {term} <{BASE}g> .\n".encode(), format=RdfFormat.N_QUADS)
    assert isinstance(quad.object, Literal)
    return quad.object


@given(SCALARS)
def test_strings_round_trip(text: str) -> None:
    """A plain literal holds exactly the text."""
    assert read_back(nquads.string(text)).value == text


@given(SCALARS, st.sampled_from(["en", "ko"]))
def test_language_strings_round_trip(text: str, language: str) -> None:
    """A label holds exactly the text and its language."""
    literal = read_back(nquads.language_string(text, language))
    assert (literal.value, literal.language) == (text, language)


@given(SCALARS)
def test_spelling_is_the_canonical_one(text: str) -> None:
    """The bytes are those that Oxigraph writes, so an export of the store equals what was encoded."""
    node = NamedNode(BASE)
    expected = (serialize([Quad(node, node, Literal(text), node)], format=RdfFormat.N_QUADS) or b"").decode()
    assert f"<{BASE}> <{BASE}> {nquads.string(text)} <{BASE}> .\n" == expected


def test_every_escape() -> None:
    """The seven short escapes and the control characters are written as the canonical form asks."""
    assert nquads.string('\b\t\n\f\r"\\') == r'"\b\t\n\f\r\"\\"'
    assert nquads.string("\x00\x0b\x7f\ufffe") == r'"\u0000\u000B\u007F\uFFFE"'
    assert nquads.string("한글 \U0001f600 \x85\u2028") == '"한글 \U0001f600 \x85\u2028"'


def test_lone_surrogates_keep_offsets() -> None:
    """A lone surrogate becomes one replacement character, so offsets into the text stay true."""
    text = "a\ud800b\udfffc"
    assert read_back(nquads.string(text)).value == nquads.scalar_values(text) == "a\ufffdb\ufffdc"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6))
def test_decimals_are_canonical(value: Decimal) -> None:
    """A number keeps its value, and its text is the one the store writes back."""
    lexical = nquads.decimal_lexical(value)
    store = Store()
    store.load(
        f"<{BASE}> <{BASE}> {nquads.typed(lexical, XSD_DECIMAL)} <{BASE}> .\n".encode(), format=RdfFormat.N_QUADS
    )
    (quad,) = store
    assert isinstance(quad.object, Literal)
    assert Decimal(lexical) == value
    assert quad.object.value == lexical


@pytest.mark.parametrize(
    ("value", "lexical"),
    [("46", "46"), ("46.0", "46"), ("-0.50", "-0.5"), ("1E+3", "1000"), ("1E-7", "0.0000001"), ("-0.0", "0")],
)
def test_decimals(value: str, lexical: str) -> None:
    """There is never an exponent, nor a zero that says nothing."""
    assert nquads.decimal_lexical(Decimal(value)) == lexical


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_are_none(value: str) -> None:
    """What xsd:decimal cannot hold raises."""
    with pytest.raises(ValueError, match="no decimal number"):
        nquads.decimal_lexical(Decimal(value))


@pytest.mark.parametrize("language", ["", "EN", "en us", 'en" .', "x"])
def test_bad_language_tags(language: str) -> None:
    """A tag that a parser would refuse never gets that far."""
    with pytest.raises(ValueError, match="no language tag"):
        nquads.language_string("text", language)


@given(st.text())
def test_an_iri_is_legal_or_refused(text: str) -> None:
    """What iri_term lets through, a parser takes."""
    try:
        term = nquads.iri_term(BASE + text)
    except IriError:
        return
    (quad,) = parse(f"{term} {term} {term} .\n".encode(), format=RdfFormat.N_QUADS)
    assert quad.predicate.value == BASE + text


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://arxiv.org/abs/2505.02214", "https://arxiv.org/abs/2505.02214"),
        (" https://example.org/a b ", "https://example.org/a%20b"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
        ("https://example.org/100%?q=[1]#a#b", "https://example.org/100%25?q=%5B1%5D#a%23b"),
        ("https://example.org/%EA%B0%80/나", "https://example.org/%EA%B0%80/%EB%82%98"),
        ("http://localhost:8000", "http://localhost:8000"),
    ],
)
def test_web_addresses(address: str, expected: str) -> None:
    """An address from the input becomes an IRI, escaped where it must be."""
    assert nquads.web_address(address) == expected


@pytest.mark.parametrize(
    "address", ["", "arxiv.org/abs/1", "javascript:alert(1)", "https://", "https://a:b/", "file:///x"]
)
def test_what_is_no_web_address(address: str) -> None:
    """Anything that is no http(s) address gives None."""
    assert nquads.web_address(address) is None


@given(st.text())
def test_any_address_is_legal(text: str) -> None:
    """However odd an address is, what comes out is an IRI."""
    address = nquads.web_address("https://example.org/" + text)
    assert address is not None
    term = nquads.iri_term(address)
    assert list(parse(f"{term} {term} {term} .\n".encode(), format=RdfFormat.N_QUADS))
