"""Networks and pictures of a whole graph, as a Python user asks for them."""

import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import papergraph
from papergraph import frames
from papergraph.errors import MissingExtraError, StoreError, UnknownNameError, UsageError
from papergraph.graph import Graph
from papergraph.network.value import Network

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


TRAINED = """## Daily Papers (2025-05-07)

### [FooNet: Graphs that Read](https://arxiv.org/abs/2505.00001)

Authors: Ada Kim

- ***Technical Details***: FooNet은 GSM8K로 학습합니다.

"""
EVALUATED = """### [BarTune: Tuning with Rewards](https://arxiv.org/abs/2505.00002)

Authors: Cho Min

- ***Performance Highlights***: BarTune은 GSM8K에서 평가합니다.
"""
LATER = """## Daily Papers (2025-06-01)

### [QuxMark: Rewards Compared](https://arxiv.org/abs/2506.00001)

Authors: Ada Kim, Ben Lee, Dan Oh

We propose QuxMark. It is compared with BarTune.
"""


@pytest.fixture(scope="module")
def longer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    folder = tmp_path_factory.mktemp("longer")
    (folder / "day.md").write_text(DIGEST, encoding="utf-8")
    (folder / "later.md").write_text(LATER, encoding="utf-8")
    papergraph.build_graph([folder / "day.md", folder / "later.md"], store=folder / "store", jobs=1)
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


def edges(network: Network) -> dict[tuple[str, str], dict[str, object]]:
    names = list(network.edges)
    rows = (dict(zip(names, row, strict=True)) for row in zip(*network.edges.values(), strict=True))
    return {(ends(row["source"]), ends(row["target"])): row for row in rows}


def test_days_of_a_link(longer: Graph) -> None:
    """A link of co-authors says its papers, when the first was listed and when the last."""
    link = edges(longer.network("coauthors"))["ada-kim", "ben-lee"]

    assert link["weight"] == 2
    assert link["fractional"] == pytest.approx(1 + 1 / 2)
    assert (link["first"], link["last"]) == ("2025-05-07", "2025-06-01")


def test_a_window_of_days_cuts_both_ends(longer: Graph) -> None:
    """Papers outside the window make no link; both days are inside it."""
    assert ("ada-kim", "ben-lee") in edges(longer.network("coauthors", since="2025-05-07", until="2025-05-07"))
    late = edges(longer.network("coauthors", since="2025-05-08"))
    assert late["ada-kim", "ben-lee"]["weight"] == 1
    assert ("ben-lee", "cho-min") not in late


def test_roles_that_count(longer: Graph) -> None:
    """With one role alone both papers have it; the link says what either paper does."""
    uses = edges(longer.network("papers", roles=("uses",)))
    assert uses["2505.00001", "2505.00002"]["roles"] == ("Uses+Uses",)
    assert not edges(longer.network("papers", roles=("introduces",)))
    assert edges(longer.network("papers"))["2505.00002", "2506.00001"]["roles"] == ("Introduces+ComparesWith",)


def test_a_link_to_a_data_set_says_evaluates_on(longer: Graph) -> None:
    """What a paper is evaluated on and what it uses are told apart on links."""
    links = edges(longer.network("paper-method", via=("datasets", "methods")))
    assert links["2505.00001", "gsm8k"]["role"] == "EvaluatesOn"
    assert links["2505.00001", "grpo"]["role"] == "Uses"


def test_what_is_evaluated_on_is_used(tmp_path: Path) -> None:
    """Who asks for what papers use gets data sets that they train on and those that they are evaluated on."""
    (tmp_path / "day.md").write_text(TRAINED + EVALUATED, encoding="utf-8")
    papergraph.build_graph([tmp_path / "day.md"], store=tmp_path / "store", jobs=1)
    with papergraph.open(tmp_path / "store") as graph:
        uses = edges(graph.network("papers", via=("datasets",), roles=("uses",)))
    assert uses["2505.00001", "2505.00002"]["roles"] == ("Uses+EvaluatesOn",)


def test_authors_that_share_without_having_met(longer: Graph) -> None:
    """Authors are linked by concepts of different papers, never by what stands in one paper alone."""
    links = edges(longer.network("authors"))
    assert links["ada-kim", "cho-min"]["together"] == 0
    shared = {ends(str(iri)) for link in links.values() for iri in link["concepts"]}  # type: ignore[attr-defined]
    assert "grpo" in shared
    assert "foonet" not in shared


def test_pairs_of_methods(longer: Graph) -> None:
    """Methods of one paper are linked, with the papers and their days."""
    link = edges(longer.network("methods"))["bartune", "grpo"]
    assert (link["count"], link["first"]) == (1, "2025-05-07")


@pytest.mark.parametrize("kind", ["methods", "authors"])
def test_links_stand_to_chance(longer: Graph, kind: str) -> None:
    """Each link says how many times as much is shared as by chance, how likely that is, and q for all pairs."""
    links = longer.network(kind).edges
    assert all(0 < p <= q <= 1 for p, q in zip(links["p"], links["q"], strict=True))
    assert all(lift > 0 for lift in links["lift"])


def test_links_of_methods_stand_to_chance_as_they_are_ranked(longer: Graph) -> None:
    """The network and the table of pairs say the same."""
    pairs = longer.rank("pairs", limit=None).columns
    network = longer.network("methods")
    label = dict(zip(network.nodes["iri"], network.nodes["label"], strict=True))
    found = {
        (label[source], label[target]): numbers
        for source, target, *numbers in zip(
            *(network.edges[column] for column in ("source", "target", "lift", "p", "q")), strict=True
        )
    }
    ranked = zip(*(pairs[column] for column in ("one", "other", "lift", "p", "q")), strict=True)
    assert found == {(one, other): numbers for one, other, *numbers in ranked}


@pytest.mark.parametrize(
    ("kind", "pair"),
    [
        ("paper-author", ("2505.00001", "ada-kim")),
        ("paper-method", ("2505.00001", "grpo")),
        ("author-method", ("ada-kim", "grpo")),
    ],
)
def test_two_sorts_of_nodes(longer: Graph, kind: str, pair: tuple[str, str]) -> None:
    """A bipartite network says the side of each node and has no edge within a side."""
    network = longer.network(kind)
    side = dict(zip(network.nodes["iri"], network.nodes["side"], strict=True))

    assert pair in edges(network)
    assert all(
        f"{side[source]}-{side[target]}" == kind
        for source, target in zip(network.edges["source"], network.edges["target"], strict=True)
    )


def test_what_is_everywhere_is_damped_and_listed(tmp_path: Path) -> None:
    """A method of more papers than the limit weighs less than 1/ln(n), and the network says so."""
    entries = "\n".join(
        f"### [Net{n}: A Study](https://arxiv.org/abs/2505.{n:05})\n\nAuthors: Ada Kim\n\nNet{n} uses GRPO.\n"
        for n in range(1, 26)
    )
    (tmp_path / "day.md").write_text(f"## Daily Papers (2025-05-07)\n\n{entries}", encoding="utf-8")
    papergraph.build_graph([tmp_path / "day.md"], store=tmp_path / "store", jobs=1)
    with papergraph.open(tmp_path / "store") as graph:
        network = graph.network("papers")

    (one,) = network.damped
    assert (one.label, one.papers) == ("GRPO", 25)
    assert one.undamped == pytest.approx(1 / math.log(25))
    assert one.weight == pytest.approx(one.undamped * 20 / 25)
    assert network.edges["weight"] == pytest.approx([one.weight] * 300)


@pytest.mark.parametrize(
    "wrong", [{"since": "May 2025"}, {"since": "2025-06-01", "until": "2025-05-01"}, {"strongest": 0}, {"common": 0}]
)
def test_values_that_cannot_be(graph: Graph, wrong: dict[str, Any]) -> None:
    """A day, a bound or a share that cannot be is refused before anything is read."""
    with pytest.raises(UsageError):
        graph.network("papers", **wrong)


def test_frames(longer: Graph) -> None:
    """pandas and polars get the same tables; a notebook gets one in which nothing of a title is markup."""
    network = longer.network("coauthors")
    pandas, polars = network.to_pandas(), network.to_polars("nodes")

    assert list(pandas["weight"]) == list(network.edges["weight"])
    assert polars["iri"].to_list() == list(network.nodes["iri"])
    assert "4 nodes" in network._repr_html_()


def test_a_table_of_a_notebook_escapes() -> None:
    """What strangers wrote is text, in cells, heads and captions."""
    page = frames.to_html({"<b>": ["<script>alert(1)</script>"]}, caption="<i>")
    assert "<script>" not in page
    assert "<b>" not in page
    assert "<i>" not in page


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_frames_that_are_not_installed(package: str, graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package the error says which extra to install."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError) as raised:
        getattr(graph.network("coauthors"), f"to_{package}")()
    assert raised.value.hint == "pip install 'papergraph[dataframes]'"
