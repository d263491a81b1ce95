"""Tables of the networks of a whole graph."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import papergraph
from papergraph.cli import main
from papergraph.errors import UnknownNameError
from papergraph.graph import Graph
from papergraph.networks.ranks import Ranking


def entry(number: int, name: str, authors: str, text: str) -> str:
    return f"### [{name}: A Study](https://arxiv.org/abs/2505.{number:05})\n\nAuthors: {authors}\n\n{text}\n"


#: Ada's team and Dan's team both use DPO and LoRA, and have not met; Hana joins them through nobody.
DIGEST = "\n".join(
    [
        "## Daily Papers (2025-05-07)\n",
        entry(1, "OneNet", "Ada Kim, Ben Lee", "OneNet is trained with DPO and LoRA."),
        entry(2, "TwoNet", "Dan Oh, Eva Park", "TwoNet is trained with DPO and LoRA."),
        entry(3, "SixNet", "Ben Lee, Cho Min", "SixNet is trained with PPO."),
        entry(4, "TenNet", "Cho Min, Eva Park", "TenNet is trained with PPO."),
        entry(5, "AllNet", "Hana Seo", "AllNet is trained with GRPO."),
    ]
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ranks")
    (folder / "day.md").write_text(DIGEST, encoding="utf-8")
    papergraph.build_graph([folder / "day.md"], store=folder / "store", jobs=1)
    return folder / "store"


@pytest.fixture
def graph(store: Path) -> Iterator[Graph]:
    with papergraph.open(store) as opened:
        yield opened


def rows(ranking: Ranking) -> list[dict[str, Any]]:
    names = list(ranking.columns)
    return [dict(zip(names, row, strict=True)) for row in zip(*ranking.columns.values(), strict=True)]


def test_authors_by_betweenness(graph: Graph) -> None:
    """Who stands in the middle of the chain comes first; the note says that the figure is exact."""
    ranking = graph.rank("authors", by="betweenness")

    assert {row["name"] for row in rows(ranking)[:1]} == {"Cho Min"}
    assert list(ranking.columns)[1] == "betweenness"
    assert "betweenness: exact" in ranking.notes


def test_methods_by_degree(graph: Graph) -> None:
    """Methods rank by the methods that they stand beside."""
    assert {row["name"] for row in rows(graph.rank("methods", by="degree"))[:2]} == {"DPO", "LoRA"}


def test_who_should_talk(graph: Graph) -> None:
    """People who share methods and never wrote together, each once, with how far apart they are and why."""
    best, *_ = found = rows(graph.rank("talk"))

    assert {best["one"], best["other"]} == {"Ben Lee", "Eva Park"}
    assert (best["by"], best["shared"], best["distance"]) == ("DPO, LoRA, PPO", 3, 2)
    people = [name for row in found for name in (row["one"], row["other"])]
    assert len(people) == len(set(people))


def test_pairs_of_methods_against_chance(graph: Graph) -> None:
    """A pair has the papers, what chance would give, the lift inside its interval, and a corrected p."""
    (best,) = [row for row in rows(graph.rank("pairs")) if {row["one"], row["other"]} == {"DPO", "LoRA"}]

    assert best["papers"] == 2
    assert best["lift"] == pytest.approx(2 / best["expected"])
    assert best["low"] < best["lift"] < best["high"]
    assert best["p"] <= best["q"]


def test_bridges_cut_most_first(graph: Graph) -> None:
    """In a chain of people every link is a bridge; the one in the middle cuts most off."""
    first, *others = rows(graph.rank("bridges"))

    assert first["cut"] == 2
    assert {first["one"], first["other"]} <= {"Ben Lee", "Cho Min", "Eva Park"}
    assert len(others) == 3


def test_communities_are_named_by_their_methods(graph: Graph) -> None:
    """A community is named by what is most its own."""
    names = " ".join(row["name"] for row in rows(graph.rank("communities")))
    assert "DPO" in names


@pytest.mark.parametrize(
    "wrong", [{"what": "cooks"}, {"what": "authors", "by": "fame"}, {"what": "papers", "network": "coauthors"}]
)
def test_unknown_names(graph: Graph, wrong: dict[str, str]) -> None:
    """A table, measure or network nobody knows is an error that names those there are."""
    with pytest.raises(UnknownNameError) as raised:
        graph.rank(**wrong)  # type: ignore[arg-type]
    assert raised.value.known


def test_command(store: Path) -> None:
    """The command prints the table and says how to read it; as JSON every row has its IRI."""
    shown = CliRunner().invoke(main, ["rank", "authors", "--by", "degree", "--limit", "2", "--store", str(store)])
    assert shown.exit_code == 0
    assert len(shown.stdout.splitlines()) == 4
    assert "network: coauthors" in shown.stderr

    data = CliRunner().invoke(main, ["rank", "papers", "--json", "--limit", "0", "--store", str(store)])
    assert len(json.loads(data.stdout)["rows"]) == 5
    assert json.loads(data.stdout)["rows"][0]["iri"].startswith("https://")

    wrong = CliRunner().invoke(main, ["rank", "authors", "--since", "soon", "--store", str(store)])
    assert wrong.exit_code == 2
