"""Networks and pictures of a whole graph, as a Python user asks for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import papergraph
from papergraph.errors import StoreError, UnknownNameError
from papergraph.graph import Graph

DIGEST = """## Daily Papers (2025-05-07)

### [FooNet: Graphs that Read](https://arxiv.org/abs/2505.00001)

Authors: Ada Kim, Ben Lee

FooNet is trained with GRPO and evaluated on GSM8K.

### [BarTune: Tuning with Rewards](https://arxiv.org/abs/2505.00002)

Authors: Ben Lee, Cho Min

We propose BarTune, which uses GRPO, and evaluate it on GSM8K.
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    folder = tmp_path_factory.mktemp("networks")
    (folder / "day.md").write_text(DIGEST, encoding="utf-8")
    papergraph.build_graph([folder / "day.md"], store=folder / "store", jobs=1)
    with papergraph.open(folder / "store") as opened:
        yield opened


def ends(iri: str) -> str:
    return iri.rsplit("/", 1)[1]


def test_coauthors(graph: Graph) -> None:
    """Authors of one paper are linked, and the link carries the paper."""
    network = graph.networkx("coauthors")

    assert {frozenset(map(ends, edge)) for edge in network.edges} == {
        frozenset({"ada-kim", "ben-lee"}),
        frozenset({"ben-lee", "cho-min"}),
    }
    (papers,) = {data["papers"] for a, b, data in network.edges(data=True) if "ada-kim" in a + b}
    assert [ends(paper) for paper in papers] == ["2505.00001"]


@pytest.mark.parametrize(("via", "shared"), [(("methods",), ["grpo"]), (("datasets",), ["gsm8k"])])
def test_papers_share_what_was_asked_for(graph: Graph, via: tuple[str, ...], shared: list[str]) -> None:
    """Papers are linked by concepts of the classes asked for, and the link names them."""
    ((_, _, data),) = graph.networkx("papers", via=via).edges(data=True)

    assert [ends(concept) for concept in data["concepts"]] == shared


def test_unknown_kind_and_class(graph: Graph) -> None:
    """A network or class nobody knows is an error that names those there are."""
    with pytest.raises(UnknownNameError, match="no network named 'cooks'"):
        graph.networkx("cooks")
    with pytest.raises(UnknownNameError, match="no class of concepts named 'spoons'"):
        graph.view("papers", via=("spoons",))


def test_picture_is_written_whole(graph: Graph, tmp_path: Path) -> None:
    """A picture is written by its suffix; another suffix, or a place that is none, leaves nothing behind."""
    view = graph.view("coauthors")
    view.write(tmp_path / "map.svg")
    view.write(tmp_path / "map.HTML")

    with pytest.raises(UnknownNameError):
        view.write(tmp_path / "map.bmp")
    with pytest.raises(StoreError):
        view.write(tmp_path / "nowhere" / "map.svg")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["map.HTML", "map.svg"]
    assert "3 authors" in view.caption
