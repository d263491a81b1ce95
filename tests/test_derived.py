"""The networks as triples in the graph."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import papergraph
from papergraph.cli import main
from papergraph.errors import StoreNotFoundError
from papergraph.graph import Graph

ONE = """## Daily Papers (2025-05-07)

### [FooNet: Graphs that Read](https://arxiv.org/abs/2505.00001)

Authors: Ada Kim, Ben Lee

FooNet is trained with GRPO and evaluated on GSM8K.

### [BarTune: Tuning with Rewards](https://arxiv.org/abs/2505.00002)

Authors: Cho Min

We propose BarTune, which uses GRPO, and evaluate it on GSM8K.
"""
TWO = """## Daily Papers (2025-05-08)

### [QuxMark: Rewards Compared](https://arxiv.org/abs/2505.00003)

Authors: Dan Oh

We propose QuxMark, trained with GRPO.
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "one.md").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.md").write_text(TWO, encoding="utf-8")
    papergraph.build_graph([tmp_path / "one.md"], store=tmp_path / "s", jobs=1)
    return tmp_path / "s"


@pytest.fixture
def derived(store: Path) -> Iterator[Graph]:
    papergraph.derive(store=store)
    with papergraph.open(store) as graph:
        yield graph


def exported(store: Path, file: Path) -> list[str]:
    with papergraph.open(store) as graph:
        graph.export(file)
    return sorted(file.read_text(encoding="utf-8").splitlines())


def pairs(graph: Graph, link: str) -> set[tuple[str, str]]:
    found = graph.query(f"SELECT ?a ?b {{ ?a pg:{link} ?b }}")
    return {tuple(str(cell).rsplit("/", 1)[1] for cell in row) for row in found}  # type: ignore[union-attr, misc]


def test_links_stand_both_ways(derived: Graph) -> None:
    """Co-authors, and what shares methods or datasets, are linked in both directions."""
    assert pairs(derived, "coAuthorOf") == {("ada-kim", "ben-lee"), ("ben-lee", "ada-kim")}
    papers = {("2505.00001", "2505.00002"), ("2505.00002", "2505.00001")}
    assert papers < pairs(derived, "sharesMethodWith")
    assert papers < pairs(derived, "sharesDatasetWith")
    assert ("ada-kim", "cho-min") in pairs(derived, "sharesMethodWith")


def test_a_link_says_what_makes_it(derived: Graph) -> None:
    """Each link has two ends, a weight, and the paper or concept that makes it."""
    table = derived.query(
        "SELECT ?w ?via { ?l a pg:Link ; pg:between author:ada-kim, author:ben-lee ; pg:weight ?w ; pg:via ?via"
        " FILTER(STRSTARTS(STR(?via), STR(paper:))) }"
    )
    ((weight, via),) = table.rows  # type: ignore[union-attr]
    assert (str(weight), str(via).rsplit("/", 1)[1]) == ("1", "2505.00001")


def test_shapes_and_evidence_hold(derived: Graph) -> None:
    """The graph with what was derived keeps to the shapes, and every link of a text has its sentence."""
    assert derived.validate().conforms
    assert derived.evidence().ok


def test_a_build_drops_what_would_be_out_of_date(store: Path, tmp_path: Path) -> None:
    """After another day the graph is, byte for byte, the one of a full build, and the report says what went."""
    papergraph.derive(store=store)
    done = papergraph.build_graph([tmp_path / "two.md"], store=store, jobs=1)
    assert done.derived_dropped
    full = papergraph.build_graph([tmp_path / "one.md", tmp_path / "two.md"], store=tmp_path / "full", jobs=1)
    assert not full.derived_dropped
    assert exported(store, tmp_path / "a.nq") == exported(tmp_path / "full", tmp_path / "b.nq")


def test_a_build_that_changes_nothing_keeps_it(store: Path, tmp_path: Path) -> None:
    """What was derived stays true when nothing changes."""
    papergraph.derive(store=store)
    before = exported(store, tmp_path / "a.nq")
    papergraph.build_graph([tmp_path / "one.md"], store=store, jobs=1)
    assert exported(store, tmp_path / "b.nq") == before
    assert any("/graph/derived>" in line for line in before)


def test_deriving_again_changes_nothing(store: Path, tmp_path: Path) -> None:
    """Twice derived is once derived; the days of the store stay, and can be removed."""
    papergraph.derive(store=store)
    before = exported(store, tmp_path / "a.nq")
    papergraph.derive(store=store)
    assert exported(store, tmp_path / "b.nq") == before
    assert papergraph.remove_days(["2025-05-07"], store=store).days == 0


def test_command(store: Path, tmp_path: Path) -> None:
    """The command says what it wrote, a later build that it went; without a graph there is nothing to derive from."""
    done = CliRunner().invoke(main, ["derive", "--store", str(store)])
    assert done.exit_code == 0
    assert "links: 1 of co-authors, 4 by methods, 4 by datasets" in done.stderr
    later = CliRunner().invoke(main, ["build", str(tmp_path / "two.md"), "--store", str(store)])
    assert "papergraph derive" in later.stderr
    with pytest.raises(StoreNotFoundError):
        papergraph.derive(store=tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_link_says_how_many_papers_it_rests_on(derived: Graph) -> None:
    """Two authors who wrote a paper rest on that; two who share a method on their papers that state it."""
    query = """SELECT ?property ?support {
        ?link pg:between author:ada-kim, ?other ; pg:support ?support ; pg:via ?via .
        author:ada-kim ?property ?other .
        FILTER (?other = author:%s && ?via = %s)
    }"""
    together = derived.rows(query % ("ben-lee", "<https://w3id.org/papergraph/paper/arxiv/2505.00001>"))
    shared = derived.rows(query % ("cho-min", "concept:grpo"))

    assert {(row[0].rpartition("#")[2], row[1]) for row in together if row[0]} >= {("coAuthorOf", "1")}
    assert {row[1] for row in shared} == {"2"}
