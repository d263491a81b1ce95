"""The index is the graph's: what was added is found, what went is not."""

import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import papergraph
from papergraph.errors import StoreError, UnknownNameError, UsageError
from papergraph.graph import Graph

Digest = Callable[..., Path]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Return the graph of two days."""
    folder = tmp_path_factory.mktemp("search")
    text = """## Daily Papers (2025-03-03)

### [TinyJudge: A Small Reward Model](https://arxiv.org/abs/2503.00003)

Vote: 3

Authors: Cho Min, Ada Kim

- ***What's New***: 강화 학습으로 작은 심판 모델을 훈련했습니다. GRPO를 씁니다.

### [Linear Attention Revisited](https://arxiv.org/abs/2503.00004)

Vote: 5

Authors: Ada Kim

- Attention that is linear is compared with policies learned by 강화학습. "Quoted" <b>text</b> \\ here.
"""
    (folder / "day.md").write_text(text, encoding="utf-8")
    papergraph.build_graph([folder / "day.md"], store=folder / "s.store", jobs=1)
    return papergraph.open(folder / "s.store")


def sections(graph: Graph, text: str) -> list[str]:
    """Return the titles of the papers whose sections are found."""
    return sorted(found.title.split(":")[0] for found in graph.search(text, kind="section"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("강화학습", ["Linear Attention Revisited", "TinyJudge"]),
        ("강화 학습을", ["Linear Attention Revisited", "TinyJudge"]),
        ("grpo", ["TinyJudge"]),
        (unicodedata.normalize("NFD", "강화학습"), ["Linear Attention Revisited", "TinyJudge"]),
        ("policy", ["Linear Attention Revisited"]),
        ("linear attention", ["Linear Attention Revisited"]),
        ('"linear attention"', []),
        ("강화학습 -GRPO", ["Linear Attention Revisited"]),
        ("강화학습 nothing", []),
        ("-GRPO", []),
        ("( ) * : ^ NEAR", []),
    ],
)
def test_what_is_found(graph: Graph, text: str, expected: list[str]) -> None:
    """All words must stand there, however they are spaced or bent; phrases side by side; excluded ones not."""
    assert sections(graph, text) == expected


def test_names_and_titles_come_first(graph: Graph) -> None:
    """A title with the words goes before a text with them; a person is found by any part of the name."""
    found = graph.search("linear attention")
    assert [one.kind for one in found][-1] == "section"
    assert "Linear Attention Revisited" in [one.title for one in found if one.kind == "paper"]
    assert [one.title for one in graph.search("kim", kind="author")] == ["Ada Kim"]


def test_a_section_says_where_it_stands(graph: Graph) -> None:
    """A text comes with its paper, day and heading, and its snippet marks what was sought, character for character."""
    (found,) = graph.search("심판 모델", kind="section")
    assert (found.date, found.heading) == ("2025-03-03", "What's New")
    assert found.paper is not None
    assert found.paper.endswith("paper/arxiv/2503.00003")
    assert [found.snippet.text[start:end] for start, end in found.snippet.marks] == ["심판 모델을"]


def test_texts_come_back_as_they_were(graph: Graph) -> None:
    """Signs that N-Quads escapes are in the snippet as in the digest."""
    (found,) = graph.search("quoted", kind="section")
    assert '"Quoted" <b>text</b> \\ here.' in found.snippet.text


def test_an_unknown_kind(graph: Graph) -> None:
    """Another kind than the four is an error that names them."""
    with pytest.raises(UnknownNameError) as caught:
        graph.search("x", kind="method")
    assert "concept" in caught.value.known


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from("a강 \"'*-:^()+{}NEAROT\\\x00;%_\ud7ff") | st.characters(), max_size=30))
def test_anything_can_be_typed(graph: Graph, text: str) -> None:
    """No text is an error of the index's own language."""
    graph.search(text)


def test_the_index_follows_the_store(tmp_path: Path, digest: Digest) -> None:
    """After a change, a removal, and a day more, what is found is what the graph says."""
    store = tmp_path / "s.store"
    papergraph.build_graph([digest(tmp_path / "a.md", {3: [(0, 1)], 4: [(6, 1)]})], store=store, jobs=1)
    papergraph.build_graph([digest(tmp_path / "b.md", {5: [(7, 1)], 4: [(2, 1)]})], store=store, jobs=1)
    papergraph.remove_days(["2025-03-03"], store=store, jobs=1)

    with papergraph.open(store) as graph:
        assert [one.title for one in graph.search("LoRA", kind="paper")] == ["More on LoRA"]
        assert graph.search("TinyJudge") == ()
        assert sections(graph, "SAGE") == ["SAGE for Graphs"]
        assert graph.search("Rossi", kind="author")[0].title == "Ryan Rossi"


def test_a_store_without_an_index(tmp_path: Path, digest: Digest) -> None:
    """A store of an older version says what to do."""
    store = tmp_path / "s.store"
    papergraph.build_graph([digest(tmp_path / "a.md", {3: [(0, 1)]})], store=store, jobs=1)
    (store / "generations" / "1" / "search.db").unlink()
    with papergraph.open(store) as graph, pytest.raises(StoreError, match="no index") as caught:
        graph.search("GRPO")
    assert "papergraph build" in (caught.value.hint or "")


def test_an_index_of_another_version(tmp_path: Path, digest: Digest) -> None:
    """It is not asked, for its words are made otherwise; the next build makes another."""
    store, file = tmp_path / "s.store", digest(tmp_path / "a.md", {3: [(0, 1)]})
    papergraph.build_graph([file], store=store, jobs=1)
    with closing(sqlite3.connect(store / "generations" / "1" / "search.db")) as connection:
        connection.execute("PRAGMA user_version = 1")
    with papergraph.open(store) as graph, pytest.raises(StoreError, match="another version"):
        graph.search("GRPO")

    papergraph.build_graph([file], store=store, jobs=1)

    with papergraph.open(store) as graph:
        assert graph.search("GRPO")


@pytest.mark.parametrize("suffix", ["nq", "ttl", "nt"])
def test_an_rdf_file_is_searched_as_its_store_is(tmp_path: Path, digest: Digest, suffix: str) -> None:
    """Whatever the format, with or without named graphs."""
    store, file = tmp_path / "s.store", tmp_path / f"g.{suffix}"
    papergraph.build_graph([digest(tmp_path / "a.md", {3: [(0, 1)], 4: [(6, 1)]})], store=store, jobs=1)
    with papergraph.open(store) as graph:
        graph.export(file)
        expected = {text: graph.search(text) for text in ("GRPO", "LoRA", "SAGE", "Rossi")}

    with papergraph.open(file) as graph:
        assert {text: graph.search(text) for text in expected} == expected
    assert any(expected.values())


@pytest.mark.parametrize("left", [None, b"", b"junk" * 99])
def test_the_same_build_makes_a_lost_index_again(tmp_path: Path, digest: Digest, left: bytes | None) -> None:
    """An index that is gone or damaged comes back with the same build, though nothing else is new."""
    store, file = tmp_path / "s.store", digest(tmp_path / "a.md", {3: [(0, 1)]})
    papergraph.build_graph([file], store=store, jobs=1)
    index = store / "generations" / "1" / "search.db"
    index.unlink()
    if left is not None:
        index.write_bytes(left)

    papergraph.build_graph([file], store=store, jobs=1)

    with papergraph.open(store) as graph:
        assert graph.search("GRPO")


def test_too_many_words(graph: Graph) -> None:
    """More words than the index takes are an error of the one who asks."""
    with pytest.raises(UsageError, match="more than"):
        graph.search("GRPO " + "-x " * 95)
