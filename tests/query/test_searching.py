"""What is typed finds names however they are written, and the right one of several first."""

from collections.abc import Iterator

import pytest

from papergraph import vocab
from papergraph.graph import Graph
from papergraph.query.searching import near
from papergraph.store.memory import MemoryStore

LABELS = {
    "swe-bench": "SWE-bench",
    "swe-agent": "SWE-agent",
    "qwen2.5": "Qwen2.5",
    "qwen2": "Qwen2",
    "gpt-4o": "GPT-4o",
    "gpt-4v": "GPT-4V",
    "open-r1": "Open-R1",
    "imagenet": "ImageNet",
    "ann": "approximate nearest neighbour",
    "cot": "chain-of-thought",
}


def concept(key: str, label: str, *others: str, papers: int = 1) -> Iterator[str]:
    """Yield the quads of a concept."""
    iri, graph = f"<{vocab.BASE}concept/{key}>", f"<{vocab.BASE}graph/entities>"
    yield f"{iri} <{vocab.RDF_TYPE}> <{vocab.PG_METHOD}> {graph} ."
    yield f'{iri} <{vocab.SKOS_PREF_LABEL}> "{label}"@en {graph} .'
    for other in others:
        yield f'{iri} <{vocab.SKOS_ALT_LABEL}> "{other}"@en {graph} .'
    yield f'{iri} <{vocab.PG_SUPPORT}> "{papers}"^^<{vocab.XSD_INTEGER}> {graph} .'


@pytest.fixture(scope="module")
def named() -> Iterator[Graph]:
    """Return a graph of concepts, each with one name."""
    with Graph(MemoryStore(quad for key, label in LABELS.items() for quad in concept(key, label))) as graph:
        yield graph


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("SWE-bench", "SWE-bench"),
        ("SWEbench", "SWE-bench"),
        ("swebench", "SWE-bench"),
        ("SWE bench", "SWE-bench"),
        ("Qwen2.5", "Qwen2.5"),
        ("Qwen 2.5", "Qwen2.5"),
        ("qwen-2.5", "Qwen2.5"),
        ("GPT4o", "GPT-4o"),
        ("gpt-4o", "GPT-4o"),
        ("GPT 4o", "GPT-4o"),
        ("openr1", "Open-R1"),
        ("OpenR1", "Open-R1"),
        ("Image Net", "ImageNet"),
        ("image-net", "ImageNet"),
        ("ChainOfThought", "chain-of-thought"),
    ],
)
def test_a_name_in_any_spelling(named: Graph, typed: str, expected: str) -> None:
    """Hyphens, spaces, case and digits do not matter, and all of what was found is marked."""
    (found,) = named.search(typed)
    assert found.title == expected
    assert [found.snippet.text[start:end] for start, end in found.snippet.marks] == [expected]


@pytest.mark.parametrize("typed", ["Qwen3", "GPT-5o", "bench SWE nothing", '"bench SWE"'])
def test_other_names_are_not_found(named: Graph, typed: str) -> None:
    """A number is not any number, and what is in quotation marks stands in that order."""
    assert named.search(typed) == ()


@pytest.mark.parametrize("typed", ["SWE -SWEbench", "SWE -swe-bench", 'SWE -"SWE bench"'])
def test_what_is_excluded_in_any_spelling(named: Graph, typed: str) -> None:
    """A word that is excluded is so however it is written."""
    assert [found.title for found in named.search(typed)] == ["SWE-agent"]


def test_the_one_that_is_meant_stands_first() -> None:
    """Of equals the preferred name comes first, then the concept of more papers, then the order of the IRIs."""
    quads = [
        *concept("a", "something else", "RAG", papers=99),
        *concept("b", "RAG", papers=2),
        *concept("d", "Rag", "RAG", "rAG", papers=7),
        *concept("c", "rag", papers=7),
    ]
    with Graph(MemoryStore(quads)) as graph:
        found = graph.search("RAG")

    assert [one.iri.removeprefix(f"{vocab.BASE}concept/") for one in found] == ["c", "d", "b", "a"]
    assert [one.snippet.text for one in found] == ["rag", "Rag", "RAG", "RAG"]
    with Graph(MemoryStore(reversed(quads))) as graph:
        assert graph.search("RAG") == found
    with Graph(MemoryStore(quads)) as graph:
        assert graph.search("RAG", limit=2) == found[:2]


def test_many_names_of_one_do_not_hide_the_others() -> None:
    """A thing is found once, whatever the number of its names."""
    quads = [*concept("a", "LoRA", *(f"LoRA {number}" for number in range(50))), *concept("b", "the LoRA of others")]
    with Graph(MemoryStore(quads)) as graph:
        assert len(graph.search("LoRA", limit=2)) == 2


@pytest.mark.parametrize("typed", ["swebanch", "SWE BNCH", "SWE-benhc"])
def test_names_that_are_near(named: Graph, typed: str) -> None:
    """Where nothing is found the likest names are known, whatever their case; of the kind that was sought."""
    assert named.search(typed) == ()
    assert near(typed, kind=None, select=named.rows)[0] == "SWE-bench"
    assert near(typed, kind="author", select=named.rows) == ()


@pytest.mark.parametrize("typed", ["a-" * 3000, "Ab" * 3000, " ".join(["word"] * 32), " ".join(["Some-Word2x"] * 32)])
def test_long_questions(named: Graph, typed: str) -> None:
    """What is long is no error of the index's own language."""
    assert named.search(typed) == ()
