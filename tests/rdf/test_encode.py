"""Records become the quads of the contract."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from papergraph import vocab
from papergraph.errors import IriError
from papergraph.model import Author, Concept, Day, Label, Link, Paper, Resolution, Role, Section
from papergraph.rdf.encode import encode_day, encode_ontology, encode_resolved
from papergraph.vocab import BASE

GOLDEN = Path(__file__).parent / "golden" / "tiny.nq"
RESOLVED = f"<{BASE}graph/resolved>"
Encode = Callable[..., list[str]]


def day_lines(day: Day, resolution: Resolution, *, with_text: bool = True) -> list[str]:
    """Return the lines of one day's graph."""
    return list(encode_day(day, resolution.concept_of[day.digest.id], base=BASE, with_text=with_text))


def about(lines: list[str], subject: str, property_iri: str) -> list[str]:
    """Return the objects of a property of a subject, the latter relative to the base."""
    start = f"<{BASE}{subject}> <{property_iri}> "
    return [line[len(start) :].rpartition(" <")[0] for line in lines if line.startswith(start)]


def test_golden(encode: Encode) -> None:
    """The tiny world is exactly these bytes."""
    assert "".join(encode()) == GOLDEN.read_text(encoding="utf-8")


def test_golden_is_parsed() -> None:
    """A parser reads as many quads as there are lines."""
    text = GOLDEN.read_bytes()
    assert len(list(parse(text, format=RdfFormat.N_QUADS))) == text.count(b"\n")


def test_each_triple_stands_once(encode: Encode) -> None:
    """No triple stands in two graphs, and no line comes twice."""
    triples = [line.rpartition(" <")[0] for line in encode(with_ontology=True)]
    assert len(triples) == len(set(triples))


def test_no_blank_nodes(encode: Encode) -> None:
    """Every node, the ontology's included, has an IRI."""
    assert not [line for line in encode(with_ontology=True) if re.search(r"(^| )_:", line)]


def test_graphs(encode: Encode) -> None:
    """There is a graph for the document, one for what holds across documents and one for the ontology."""
    graphs = {line.rpartition(" <")[2].removesuffix("> .\n") for line in encode(with_ontology=True)}
    assert graphs == {f"{BASE}digest/daily-papers/2024-03-01", f"{BASE}graph/resolved", f"{BASE}graph/ontology"}


def test_base_moves_the_data_only(day: Day, resolution: Resolution) -> None:
    """Another base gives the same graph about other nodes; the vocabulary stays."""
    other = "https://example.org/p/"
    here = [*day_lines(day, resolution), *encode_resolved(resolution, base=BASE)]
    keys = resolution.concept_of[day.digest.id]
    there = [*encode_day(day, keys, base=other, with_text=True), *encode_resolved(resolution, base=other)]
    marked = [line.replace(vocab.PG, "PG:").replace(BASE, other).replace("PG:", vocab.PG) for line in here]
    assert sorted(there) == sorted(marked)


def test_without_text(encode: Encode) -> None:
    """Leaving the text out takes away pg:text and nothing else."""
    left_out = set(encode()) - set(encode(with_text=False))
    assert len(left_out) == 4
    assert all(f"<{vocab.PG_TEXT}>" in line for line in left_out)


def test_unknown_votes_are_absent(encode: Encode) -> None:
    """Votes that nobody gave are no zero."""
    digest = "digest/daily-papers/2024-03-01"
    assert about(encode(), f"{digest}/2403.00001", vocab.PG_VOTES) == [f'"7"^^<{vocab.XSD_INTEGER}>']
    assert about(encode(), f"{digest}/doi/10.1000%2Fxyz%20%281%29", vocab.PG_VOTES) == []


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (Link(concept="ada", role=Role.INTRODUCES, evaluates_on=False), {"mentions", "introduces"}),
        (Link(concept="ada", role=Role.INTRODUCES, evaluates_on=True), {"mentions", "introduces", "evaluatesOn"}),
        (Link(concept="ada", role=Role.COMPARES_WITH, evaluates_on=False), {"mentions", "comparesWith"}),
        (Link(concept="ada", role=Role.EVALUATES_ON, evaluates_on=True), {"mentions", "uses", "evaluatesOn"}),
        (Link(concept="ada", role=Role.USES, evaluates_on=False), {"mentions", "uses"}),
        (Link(concept="ada", role=Role.MENTIONS, evaluates_on=False), {"mentions"}),
    ],
)
def test_links(resolution: Resolution, link: Link, expected: set[str]) -> None:
    """A paper mentions always, states at most one of three, and evaluates beside it."""
    paper = replace(resolution.papers[0], links=(link,))
    lines = list(encode_resolved(replace(resolution, papers=(paper,), authors=(), concepts=()), base=BASE))
    found = re.findall(rf"<{re.escape(vocab.PG)}(\w+)> <{BASE}concept/ada>", "".join(lines))
    assert sorted(found) == sorted(expected)


def test_types_are_written(encode: Encode) -> None:
    """Nothing is inferred when a graph is queried, so the classes above are written too."""
    types = {
        subject: set(about(encode(), subject, vocab.RDF_TYPE))
        for subject in ("author/ada-byron", "concept/toyqa", "paper/arxiv/2403.00001")
    }
    concept = (vocab.PG_CONCEPT, vocab.SKOS_CONCEPT, vocab.PG_DATASET, vocab.PG_BENCHMARK)
    assert types == {
        "author/ada-byron": {f"<{vocab.PG_AUTHOR}>", f"<{vocab.FOAF_PERSON}>"},
        "concept/toyqa": {f"<{iri}>" for iri in concept},
        "paper/arxiv/2403.00001": {f"<{vocab.PG_PAPER}>"},
    }


def test_text_hash_is_of_the_stored_text(day: Day, resolution: Resolution) -> None:
    """Who reads the graph can check the hash, even where the input held what no graph can hold."""
    listing = replace(day.digest.listings[0], sections=(Section(position=0, heading=None, text="x\ud800y"),))
    odd = Day(
        digest=replace(day.digest, listings=(listing,)), readings=(replace(day.readings[0], entities=(), results=()),)
    )
    lines = list(encode_day(odd, ((),), base=BASE, with_text=True))
    assert "".join(lines).count('"x\ufffdy"') == 1
    assert hashlib.sha256("x\ufffdy".encode()).hexdigest() in "".join(lines)


def test_an_address_that_is_none_is_left_out(resolution: Resolution) -> None:
    """A paper whose link is no web address still is in the graph."""
    papers = (replace(resolution.papers[0], url="javascript:alert(1)"),)
    lines = list(encode_resolved(replace(resolution, papers=papers), base=BASE))
    assert about(lines, "paper/arxiv/2403.00001", vocab.RDFS_SEE_ALSO) == []
    assert about(lines, "paper/arxiv/2403.00001", vocab.FABIO_ARXIV_ID) == ['"2403.00001"']


def test_two_mentions_never_share_a_span(day: Day, resolution: Resolution) -> None:
    """One span that means two things would be one node, so it is refused."""
    first, second = day.readings[0].entities[1:3]
    clash = replace(day.readings[0], entities=(first, replace(second, mentions=first.mentions)), results=())
    broken = replace(day, readings=(clash, day.readings[1]))
    with pytest.raises(ValueError, match="share the span"):
        list(encode_day(broken, (("ada", "toyqa"), ("ada", "c-plus-plus")), base=BASE, with_text=True))


def test_a_paper_is_listed_once_a_day(day: Day, resolution: Resolution) -> None:
    """Two listings with one IRI are refused."""
    twice = replace(day.digest, listings=(day.digest.listings[0],) * 2)
    with pytest.raises(ValueError, match="listed twice"):
        day_lines(Day(digest=twice, readings=(day.readings[0],) * 2), replace_keys(resolution, day))


def replace_keys(resolution: Resolution, day: Day) -> Resolution:
    """Return the resolution with the first listing's keys for both."""
    return replace(resolution, concept_of={day.digest.id: (resolution.concept_of[day.digest.id][0],) * 2})


def test_parts_that_do_not_fit(day: Day, resolution: Resolution) -> None:
    """Keys for fewer listings, or for fewer entities, are a mistake of the caller."""
    keys = resolution.concept_of[day.digest.id]
    for wrong in (keys[:1], (keys[0][:-1], keys[1])):
        with pytest.raises(ValueError, match="zip"):
            list(encode_day(day, wrong, base=BASE, with_text=True))


def test_a_key_that_cannot_be_an_iri(resolution: Resolution) -> None:
    """A key never breaks out of its angle brackets."""
    authors = (Author(key="x> <y", name="X", alternatives=()),)
    with pytest.raises(IriError):
        list(encode_resolved(replace(resolution, authors=authors), base=BASE))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(), label=st.text(), name=st.text())
def test_any_names_round_trip(resolution: Resolution, title: str, label: str, name: str) -> None:
    """Titles, labels and names of strangers come out of a parser as they went in."""
    paper: Paper = replace(resolution.papers[0], title=title, alternatives=(), links=())
    concept: Concept = replace(resolution.concepts[0], preferred=Label(text=label, language="ko"), alternatives=())
    author = Author(key="a", name=name, alternatives=())
    world = replace(resolution, papers=(paper,), concepts=(concept,), authors=(author,))
    quads = list(parse("".join(encode_resolved(world, base=BASE)).encode(), format=RdfFormat.N_QUADS))
    found = {quad.predicate: quad.object.value for quad in quads if isinstance(quad.object, Literal)}
    wanted = {vocab.DCTERMS_TITLE: title, vocab.SKOS_PREF_LABEL: label, vocab.FOAF_NAME: name}
    for property_iri, text in wanted.items():
        assert found[NamedNode(property_iri)] == re.sub("[\ud800-\udfff]", "\ufffd", text)


def test_ontology_is_its_own_graph() -> None:
    """Core and alignments are there, the shapes are not."""
    lines = list(encode_ontology(BASE))
    assert len(lines) == len(set(lines))
    assert all(line.endswith(f" <{BASE}graph/ontology> .\n") for line in lines)
    assert any(vocab.SCHEMA in line for line in lines)
    assert not any(vocab.SHACL in line for line in lines)


def test_what_is_hidden_is_left_out(day: Day, resolution: Resolution) -> None:
    """An entity without a concept leaves no mention; a result that names it keeps its value and the rest."""
    keys = resolution.concept_of[day.digest.id]
    hidden = (tuple(None if key == "accuracy" else key for key in keys[0]), *keys[1:])

    lines = list(encode_day(day, hidden, base=BASE, with_text=True))

    assert not any("concept/accuracy" in line for line in lines)
    assert sum("ontology#value>" in line for line in lines) == sum(
        "ontology#value>" in line for line in encode_day(day, keys, base=BASE, with_text=True)
    )
