"""Pictures of a graph, as a Python user asks for them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import papergraph
from papergraph.errors import UnknownNameError, UsageError
from papergraph.graph import Graph
from papergraph.networks.pictures import OF_ONE, PICTURES
from papergraph.views.model import ViewModel

DIGEST = """## Daily Papers (2025-05-07)

### [FooNet: Graphs that Read](https://arxiv.org/abs/2505.00001)

Authors: Ada Kim, Ben Lee, Cho Min

- ***What's New***: FooNet을 제안합니다.
- ***Technical Details***: FooNet은 GRPO와 LoRA를 사용하여 학습하고 GSM8K에서 평가합니다.

### [BarTune: Tuning with Rewards](https://arxiv.org/abs/2505.00002)

Authors: Ben Lee, Cho Min

- ***What's New***: BarTune을 제안합니다.
- ***Technical Details***: BarTune은 GRPO와 LoRA를 사용합니다.
"""
LATER = """## Daily Papers (2025-06-01)

### [QuxMark: Rewards Compared](https://arxiv.org/abs/2506.00001)

Authors: Dan Oh, Eva Ro

- ***What's New***: QuxMark를 제안합니다.
- ***Technical Details***: QuxMark는 FooNet을 사용하고 DPO를 사용합니다.
"""
NAMES = {"paper": "2505.00001", "author": "Ben Lee", "method": "GRPO", "timeline": "FooNet"}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """Three papers of two days."""
    folder = tmp_path_factory.mktemp("pictures")
    (folder / "day.md").write_text(DIGEST, encoding="utf-8")
    (folder / "later.md").write_text(LATER, encoding="utf-8")
    papergraph.build_graph([folder / "day.md", folder / "later.md"], store=folder / "store", jobs=1)
    with papergraph.open(folder / "store") as opened:
        yield opened


def _asked(query: str, clause: str) -> str:
    return query.replace("#values", clause)


@pytest.mark.parametrize("kind", PICTURES)
def test_every_kind_can_be_asked_for(graph: Graph, kind: str) -> None:
    """Each kind makes a picture with a title and a sentence, and a page."""
    view = graph.view(kind, NAMES.get(kind))
    assert view.model.title
    assert view.caption
    assert view.html().startswith("<!doctype html>")


@pytest.mark.parametrize(
    "kind", ["coauthors", "methods", "papers", "authors-methods", "paper", "author", "method", "timeline"]
)
def test_the_queries_of_a_picture_tell_what_it_shows(graph: Graph, kind: str) -> None:
    """With a VALUES clause in its place the SPARQL of a picture runs, and finds what is behind nodes and lines."""
    model = graph.view(kind, NAMES.get(kind)).model
    node, edge = model.nodes[0], model.edges[0]
    assert graph.rows(_asked(model.node_query, f"VALUES ?node {{ <{node.key}> }}"))
    one, other = model.nodes[edge.source].key, model.nodes[edge.target].key
    clause = f"VALUES (?one ?other) {{ (<{one}> <{other}>) }}"
    found = {cell for row in graph.rows(_asked(model.edge_query, clause)) for cell in row if cell}
    if kind == "coauthors":
        assert {model.papers[paper].title for paper in edge.papers} <= found
    if kind == "methods":
        assert {model.papers[paper].title for paper in edge.papers} == found & {paper.title for paper in model.papers}
    if kind == "papers":
        assert {model.concepts[model.claims[first].concept].label for first, _ in edge.claims} <= found
    if kind in ("authors-methods", "paper", "author", "method"):
        assert {model.papers[paper].title for paper in edge.papers} <= found


def test_the_evidence_of_a_data_set_says_evaluates_on(graph: Graph) -> None:
    """The line from a paper to what it is evaluated on says so, with the sentence; others are as they were."""
    model = graph.view("paper", "2505.00001", depth=1).model
    claims = {model.concepts[claim.concept].label: claim for claim in model.claims}
    assert {name: claim.role for name, claim in claims.items()} == {
        "FooNet": "introduces",
        "GRPO": "uses",
        "LoRA": "uses",
        "GSM8K": "evaluates on",
    }
    sentence = claims["GSM8K"].sentence
    assert sentence is not None
    assert model.sentences[sentence].endswith("GSM8K에서 평가합니다.")
    timeline = graph.view("timeline", "GSM8K").model
    assert timeline.axis is not None
    assert [name for _, name in timeline.axis.lanes] == ["evaluates on"]


def test_days(graph: Graph) -> None:
    """Only papers of the days count, and a day that is none is refused."""
    assert "3 papers" in graph.view("papers").caption
    assert "1 paper listed on 2025-06-01" in graph.view("papers", since="2025-05-08").caption
    with pytest.raises(UsageError):
        graph.view("papers", since="May")
    with pytest.raises(UsageError):
        graph.view("papers", since="2025-06-01", until="2025-05-01")


def test_names_are_found_as_elsewhere(graph: Graph) -> None:
    """A thing is named by id, name or IRI; a wrong name suggests near ones, and a name of another sort does not do."""
    by_id, by_title = graph.view("paper", "2505.00002"), graph.view("paper", "BarTune: Tuning with Rewards")
    assert by_id.model == by_title.model
    assert graph.view("method", "gsm8k").model.nodes[0].kind == "dataset"
    with pytest.raises(UnknownNameError) as error:
        graph.view("author", "Ben Leee")
    assert "Ben Lee" in error.value.known
    with pytest.raises(UnknownNameError):
        graph.view("author", "GRPO")


@pytest.mark.parametrize("kind", sorted(OF_ONE))
def test_a_picture_of_one_thing_needs_its_name(graph: Graph, kind: str) -> None:
    """Without a name the picture of one thing is refused, and a picture of the whole graph with one."""
    with pytest.raises(UsageError, match="of one thing"):
        graph.view(kind)
    with pytest.raises(UsageError, match="whole graph"):
        graph.view("papers", "GRPO")


@pytest.mark.parametrize(
    "options",
    [
        {"labels": "fr"},
        {"painter": "brush"},
        {"depth": 3},
        {"backbone": 0},
        {"max_nodes": 10_001},
        {"painter": "vis", "max_nodes": 1_001},
        {"via": ("spoons",)},
        {"min_weight": float("nan")},
    ],
    ids=lambda options: "-".join(options),
)
def test_options_that_cannot_be(graph: Graph, options: dict[str, Any]) -> None:
    """Whatever cannot be drawn is refused, with a hint."""
    with pytest.raises(UsageError) as error:
        graph.view("papers", **options)
    assert error.value.hint or "nothing" in error.value.message


def test_fewer_nodes_and_links(graph: Graph) -> None:
    """Asked for fewer, the picture has fewer, and says of how many."""

    def drawn(**options: Any) -> ViewModel:
        return graph.view("coauthors", **options).model

    assert len(drawn().edges) == 4
    fewer = drawn(backbone=2)
    assert len(fewer.edges) == 2
    assert "2 of 4 links" in " ".join(fewer.summary)
    assert len(drawn(max_nodes=2).nodes) == 2
    assert len(drawn(min_weight=2).edges) == 1


def test_a_file_without_decisions_is_drawn(graph: Graph, tmp_path: Path) -> None:
    """An RDF file does not say why names are one, and is drawn all the same."""
    graph.export(tmp_path / "graph.nq")
    with papergraph.open(tmp_path / "graph.nq") as opened:
        assert len(opened.view("coauthors").model.nodes) == len(graph.view("coauthors").model.nodes)


def test_a_thing_of_other_days_is_not_drawn_as_something_else(graph: Graph) -> None:
    """A paper or person of whom the days asked for have nothing is refused; a concept stands alone."""
    for kind, name in (("paper", "2505.00001"), ("author", "Ada Kim")):
        with pytest.raises(UsageError, match="in these days") as error:
            graph.view(kind, name, since="2025-05-08")
        assert error.value.hint
    assert [node.kind for node in graph.view("method", "LoRA", since="2025-05-08").model.nodes] == ["method"]


def test_never_means_never(tmp_path: Path) -> None:
    """Who wrote together before the days of a picture or a ranking is not among those who never did."""
    uses = "- GRPO와 LoRA를 사용합니다."
    days = {
        "2025-05-07": [("2505.00001", "Ada Kim, Ben Lee", "- DPO를 사용합니다.")],
        "2025-06-01": [("2506.00001", "Ada Kim, Cho Min", uses), ("2506.00002", "Ben Lee, Dan Oh", uses)],
    }
    for day, papers in days.items():
        entries = [
            f"### [Paper {key}](https://arxiv.org/abs/{key})\n\nAuthors: {authors}\n\n{text}\n"
            for key, authors, text in papers
        ]
        (tmp_path / f"{day}.md").write_text("\n".join([f"## Daily Papers ({day})\n", *entries]), encoding="utf-8")
    papergraph.build_graph(sorted(tmp_path.glob("*.md")), store=tmp_path / "store", jobs=1)
    with papergraph.open(tmp_path / "store") as opened:
        model = opened.view("coauthors", since="2025-05-08").model
        [apart] = [listing for listing in model.listings if listing.key == "apart"]
        told = [row.cells[:2] for row in apart.rows]
        ranked = opened.rank("talk", since="2025-05-08")
    assert told
    assert ("Ada Kim", "Ben Lee") not in told
    assert ("Ada Kim", "Ben Lee") not in list(zip(ranked.columns["one"], ranked.columns["other"], strict=True))
