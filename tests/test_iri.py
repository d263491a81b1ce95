"""Keys become IRIs that are stable, legal and told apart."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from papergraph import iri
from papergraph.errors import IriError
from papergraph.model import DayId, PaperId
from papergraph.rdf.nquads import iri_term

DAY = DayId(source="daily-papers", day=date(2025, 5, 7))
ARXIV = PaperId(scheme="arxiv", local="2505.02214")


def slug_or_none(name: str) -> str | None:
    """Return the slug of ``name``, or None where there is none."""
    try:
        return iri.slug(name)
    except IriError:
        return None


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("GRPO", "grpo"),
        ("Qwen2.5", "qwen2-dot-5"),
        ("Qwen25", "qwen25"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("C", "c"),
        ("Pass@1", "pass-at-1"),
        ("Who&When", "who-and-when"),
        ("강화 학습", "강화-학습"),
        ("ＧＲＰＯ", "grpo"),
        ("  SWE-bench   Verified ", "swe-bench-verified"),
    ],
)
def test_slugs_of_names(name: str, slug: str) -> None:
    """Names that people tell apart get slugs of their own, in any script."""
    assert iri.slug(name) == slug


@given(st.text())
def test_a_slug_is_its_own_slug(name: str) -> None:
    """Slugging twice changes nothing more, so keys stay what they are."""
    slug = slug_or_none(name)
    if slug is not None and "-dot-" not in slug:
        assert iri.slug(slug) == slug


@given(st.text())
def test_slugs_make_legal_iris(name: str) -> None:
    """Whatever a stranger calls a thing, its IRI is one that a parser takes."""
    slug = slug_or_none(name)
    if slug is not None:
        term = iri_term(iri.concept_iri(slug))
        line = f"{term} {term} {term} .\n".encode()
        assert [quad.subject.value for quad in parse(line, format=RdfFormat.N_QUADS)] == [term[1:-1]]


@pytest.mark.parametrize("name", ["", "   ", "!?", "—", "\ud800"])
def test_names_without_letters_have_no_slug(name: str) -> None:
    """A name that leaves nothing raises instead of giving an empty key."""
    with pytest.raises(IriError):
        iri.slug(name)


def test_person_slug_ignores_dots() -> None:
    """An initial with its dot and without are one key."""
    assert iri.person_slug("Ryan A. Rossi") == iri.person_slug("Ryan A Rossi") == "ryan-a-rossi"


def test_numbering_starts_bare() -> None:
    """The first holder of a slug has no number."""
    assert [iri.numbered("sage", number) for number in (1, 2, 3)] == ["sage", "sage-2", "sage-3"]


@pytest.mark.parametrize("base", ["https://example.org/x/", "http://example.org/x#", "http://localhost:8000/"])
def test_good_bases(base: str) -> None:
    """An absolute http(s) IRI that ends a folder or a document is a base."""
    assert iri.check_base(base) == base


@pytest.mark.parametrize(
    "base", ["", "x", "example.org/", "https://", "https://example.org/x", "ftp://example.org/", "https://a b/", "//a/"]
)
def test_bad_bases(base: str) -> None:
    """Anything else is refused before it is in a million triples."""
    with pytest.raises(IriError):
        iri.check_base(base)


def test_iris_of_the_contract() -> None:
    """The IRIs are those that outside programs rely on."""
    base = "https://w3id.org/papergraph/"
    listing = iri.listing_iri(DAY, ARXIV)
    section = iri.section_iri(listing, 0)
    assert iri.digest_iri(DAY) == f"{base}digest/daily-papers/2025-05-07"
    assert listing == f"{base}digest/daily-papers/2025-05-07/2505.02214"
    assert section == f"{listing}/section/0"
    assert iri.mention_iri(section, 3, 7) == f"{listing}/section/0/mention/3-7"
    assert iri.result_iri(listing, 1) == f"{listing}/result/1"
    assert iri.paper_iri(ARXIV) == f"{base}paper/arxiv/2505.02214"
    assert iri.author_iri("yang-yue-2") == f"{base}author/yang-yue-2"
    assert iri.concept_iri("grpo") == f"{base}concept/grpo"
    assert iri.graph_iri("resolved") == f"{base}graph/resolved"
    assert iri.rule_iri("gloss/1") == f"{base}rule/gloss/1"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.text(min_size=1, alphabet="aZ9/.:<> %#?é한"))
def test_any_local_id_makes_a_legal_iri(local: str, other: str) -> None:
    """An id from a stranger is escaped, and two ids never become one listing."""
    first, second = (PaperId(scheme="doi", local=text) for text in (local, other))
    assert iri_term(iri.paper_iri(first))
    assert iri_term(iri.listing_iri(DAY, first))
    if local != other:
        assert iri.paper_iri(first) != iri.paper_iri(second)
        assert iri.listing_iri(DAY, first) != iri.listing_iri(DAY, second)


@given(st.sampled_from(["arxiv", "doi", "acl"]), st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_papers_iri_leads_back_to_it(scheme: str, local: str) -> None:
    """Whatever an id holds, its IRI tells it again; other IRIs tell none."""
    paper = PaperId(scheme=scheme, local=local)
    for base in ("https://w3id.org/papergraph/", "https://example.org/x#"):
        assert iri.paper_id(iri.paper_iri(paper, base=base), base=base) == paper
    assert iri.paper_id(iri.paper_iri(paper), base="https://example.org/x#") is None
    assert iri.paper_id(iri.concept_iri("paper/arxiv/1")) is None
