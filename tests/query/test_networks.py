"""Rows for networks, read from a small graph by the embedded engine."""

from collections.abc import Iterable, Sequence

import pyoxigraph
import pytest

from papergraph import vocab
from papergraph.model import ConceptClass, Role
from papergraph.query import networks
from papergraph.query.networks import AuthorRow, Authorship, ConceptLink, ConceptRow, Evidence, PaperRow

_PREFIXES = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in vocab.prefixes().items())
_TEXT = "First a word. Alpha는 Beta를 쓴다. Then more on Alpha."
_GRAPH = f"""
{_PREFIXES}
GRAPH <urn:resolved> {{
  paper:one a pg:Paper ; dcterms:title "Alpha: a study" ; dcterms:creator author:bo, author:ada ;
    dcterms:date "2025-05-07"^^xsd:date ; fabio:hasArXivId "2505.00001" ; rdfs:seeAlso <https://example.org/one> ;
    pg:mentions concept:alpha, concept:beta, concept:gamma ; pg:introduces concept:alpha ; pg:uses concept:beta .
  paper:two a pg:Paper ; dcterms:title "No facts" ; dcterms:creator author:ada .
  author:ada a pg:Author ; foaf:name "Ada" .
  author:bo a pg:Author ; foaf:name "Bo" .
  concept:alpha a pg:Concept, pg:Method ; skos:prefLabel "Alpha"@en ; skos:altLabel "알파"@ko ; pg:support 3 .
  concept:beta a pg:Concept, pg:Dataset, pg:Benchmark ; skos:prefLabel "베타"@ko ; pg:support 1 .
  concept:gamma a pg:Concept, pg:Task ; skos:prefLabel "Gamma"@en .
}}
GRAPH <urn:day> {{
  <urn:l> pg:paper paper:one .
  <urn:s0> dcterms:isPartOf <urn:l> ; pg:position 0 ; pg:text "Alpha: a study" .
  <urn:s1> dcterms:isPartOf <urn:l> ; pg:position 1 ; pg:text "{_TEXT}" .
  <urn:m1> pg:mentionOf concept:alpha ; pg:inSection <urn:s0> ; pg:role pg:Introduces ; oa:start 0 ; oa:end 5 .
  <urn:m2> pg:mentionOf concept:alpha ; pg:inSection <urn:s1> ; pg:role pg:Introduces ; oa:start 14 ; oa:end 19 ;
    prov:wasGeneratedBy <https://example.org/rule/gloss/2> .
  <urn:m3> pg:mentionOf concept:alpha ; pg:inSection <urn:s1> ; pg:role pg:Mentions ; oa:start 46 ; oa:end 51 .
  <urn:m4> pg:mentionOf concept:beta ; pg:inSection <urn:s1> ; pg:role pg:Uses ; oa:start 21 ; oa:end 25 .
}}
"""


@pytest.fixture(scope="module")
def select() -> networks.Select:
    """A SELECT over a small graph in two named graphs, read as their union."""
    return _select(_GRAPH)


def _select(graph: str) -> networks.Select:
    store = pyoxigraph.Store()
    store.load(graph.encode(), format=pyoxigraph.RdfFormat.TRIG)

    def run(query: str) -> Iterable[Sequence[str | None]]:
        answer = store.query(query, use_default_graph_as_union=True)
        assert isinstance(answer, pyoxigraph.QuerySolutions)
        for row in answer:
            yield [None if term is None else str(getattr(term, "value", term)) for term in row]

    return run


_PAPER, _AUTHOR, _CONCEPT = (vocab.prefixes()[name] for name in ("paper", "author", "concept"))


def test_papers_with_and_without_facts(select: networks.Select) -> None:
    """A paper that lacks a date, an id and a page is still a row; its id is the end of its IRI."""
    assert networks.papers(select) == (
        PaperRow(
            iri=f"{_PAPER}one",
            id="2505.00001",
            title="Alpha: a study",
            date="2025-05-07",
            url="https://example.org/one",
        ),
        PaperRow(iri=f"{_PAPER}two", id="two", title="No facts", date=None, url=None),
    )


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-05-07", "2025-05-07"),
        ("2025-05-07Z", "2025-05-07"),
        ("2025-05-07T23:59:59+09:00", "2025-05-07"),
        ("2025", None),
        ("2025-05", None),
        ("2025-02-30", None),
        ("20250507", None),
        ("soon/../../x", None),
        ("2025-05-07/../x", None),
    ],
)
def test_a_date_of_another_graph_is_a_day_or_nothing(written: str, day: str | None) -> None:
    """Whatever others write as a date, pictures and paths get a day that there is, or none."""
    graph = f'{_PREFIXES} paper:one a pg:Paper ; dcterms:title "Alpha" ; dcterms:date "{written}" .'
    [paper] = networks.papers(_select(graph))
    assert paper.date == day


def test_authors_and_what_they_wrote(select: networks.Select) -> None:
    """People and their papers come back sorted."""
    assert networks.authors(select) == (
        AuthorRow(iri=f"{_AUTHOR}ada", name="Ada"),
        AuthorRow(iri=f"{_AUTHOR}bo", name="Bo"),
    )
    assert networks.authorships(select) == (
        Authorship(author=f"{_AUTHOR}ada", paper=f"{_PAPER}one"),
        Authorship(author=f"{_AUTHOR}ada", paper=f"{_PAPER}two"),
        Authorship(author=f"{_AUTHOR}bo", paper=f"{_PAPER}one"),
    )


def test_concepts_have_one_class_and_a_support(select: networks.Select) -> None:
    """A benchmark is a dataset; a missing support reads as zero."""
    assert networks.concepts(select) == (
        ConceptRow(iri=f"{_CONCEPT}alpha", label="Alpha", cls=ConceptClass.METHOD, support=3),
        ConceptRow(iri=f"{_CONCEPT}beta", label="베타", cls=ConceptClass.DATASET, support=1),
        ConceptRow(iri=f"{_CONCEPT}gamma", label="Gamma", cls=ConceptClass.TASK, support=0),
    )


def test_links_have_the_strongest_role(select: networks.Select) -> None:
    """What a paper introduces or uses is not also listed as mentioned."""
    links = networks.links(select)
    assert [(link.concept.removeprefix(_CONCEPT), link.role) for link in links] == [
        ("alpha", Role.INTRODUCES),
        ("beta", Role.USES),
        ("gamma", Role.MENTIONS),
    ]
    assert links[0] == ConceptLink(paper=f"{_PAPER}one", concept=f"{_CONCEPT}alpha", role=Role.INTRODUCES)


@pytest.mark.parametrize(
    ("stated", "role"),
    [
        ("pg:mentions concept:alpha ; pg:uses concept:alpha ; pg:evaluatesOn concept:alpha", Role.EVALUATES_ON),
        ("pg:mentions concept:alpha ; pg:evaluatesOn concept:alpha", Role.EVALUATES_ON),
        ("pg:evaluatesOn concept:alpha", Role.EVALUATES_ON),
        ("pg:comparesWith concept:alpha ; pg:evaluatesOn concept:alpha", Role.COMPARES_WITH),
        ("pg:introduces concept:alpha ; pg:evaluatesOn concept:alpha", Role.INTRODUCES),
    ],
    ids=["beside uses", "instead of uses", "alone", "beside compares", "beside introduces"],
)
def test_what_is_evaluated_on_says_so(stated: str, role: Role) -> None:
    """To be evaluated on says more than to be used, less than to be compared with; a graph may state it alone."""
    [link] = networks.links(_select(f"{_PREFIXES} paper:one {stated} ."))
    assert link.role is role


def test_evidence_is_the_best_sentence(select: networks.Select) -> None:
    """The strongest role wins, the body before the title; the span points into the sentence, in code points."""
    found = networks.evidence(select)
    assert found == (
        Evidence(
            paper=f"{_PAPER}one",
            concept=f"{_CONCEPT}alpha",
            role=Role.INTRODUCES,
            sentence="Alpha는 Beta를 쓴다.",
            start=0,
            end=5,
            rule="gloss/2",
            mentions=3,
        ),
        Evidence(
            paper=f"{_PAPER}one",
            concept=f"{_CONCEPT}beta",
            role=Role.USES,
            sentence="Alpha는 Beta를 쓴다.",
            start=7,
            end=11,
        ),
    )
    assert [row.sentence[row.start : row.end] for row in found] == ["Alpha", "Beta"]


def test_read_brings_all_parts(select: networks.Select) -> None:
    """One call gives what the single readers give."""
    rows = networks.read(select)
    assert rows.papers == networks.papers(select)
    assert rows.evidence == networks.evidence(select)
