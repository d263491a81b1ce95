"""What a Python user holds: one graph, wherever it lives."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import papergraph
from papergraph import vocab
from papergraph.errors import (
    InputError,
    QueryError,
    QueryTimeoutError,
    StoreError,
    StoreNotFoundError,
    UnknownNameError,
    UsageError,
)
from papergraph.graph import Graph
from papergraph.query.table import Table, Triples
from papergraph.rdf.encode import encode_ontology
from papergraph.store.embedded import writing
from papergraph.store.layout import About

BASE = "https://example.org/papers/"
GRAPH = f"<{BASE}digest/daily-papers/2025-05-07>"
QUADS = [
    f"{GRAPH} <{vocab.RDF_TYPE}> <{vocab.PG_DIGEST}> {GRAPH} .",
    f"<{BASE}concept/grpo> <{vocab.RDF_TYPE}> <{vocab.PG_METHOD}> {GRAPH} .",
    f'<{BASE}concept/grpo> <{vocab.SKOS_PREF_LABEL}> "GRPO"@en {GRAPH} .',
]
METHODS = "SELECT ?method ?name { ?method a pg:Method ; skos:prefLabel ?name }"


def make(folder: Path, quads: Sequence[str] = QUADS) -> Path:
    """Publish the small graph in ``folder`` and return it."""
    with writing(folder) as writer:
        writer.publish(quads, about=About(base=BASE, with_text=True, extractor="test/1"))
    return folder


@pytest.fixture
def graph(tmp_path: Path) -> Iterator[Graph]:
    """The small graph, opened from its folder."""
    with papergraph.open(make(tmp_path / "a.store")) as opened:
        yield opened


def test_a_folder_is_opened(graph: Graph) -> None:
    """The store's own base decides what its prefixes mean."""
    assert graph.base == BASE
    answer = graph.query(METHODS)
    assert isinstance(answer, Table)
    assert answer.records() == [{"method": f"{BASE}concept/grpo", "name": "GRPO"}]


def test_a_file_is_opened(tmp_path: Path) -> None:
    """An RDF file is asked like a store."""
    path = tmp_path / "graph.nq"
    path.write_text("\n".join(QUADS))
    with papergraph.open(str(path)) as graph:
        assert graph.base == BASE
        assert graph.query("ASK { concept:grpo a pg:Method }") is True


def test_the_environment_names_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an argument the environment variable decides, and without that the default name."""
    monkeypatch.setenv("PAPERGRAPH_STORE", str(make(tmp_path / "named")))
    with papergraph.open() as graph:
        assert graph.base == BASE
    monkeypatch.delenv("PAPERGRAPH_STORE")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreNotFoundError, match=r"papergraph\.store"):
        papergraph.open()
    make(tmp_path / "papergraph.store")
    with papergraph.open() as graph:
        assert graph.base == BASE


@pytest.mark.parametrize("name", ["none", "."])
def test_what_is_not_there_is_said_with_the_way_to_make_it(tmp_path: Path, name: str) -> None:
    """A missing path, or a folder without a graph, is not found; the hint is the command that builds."""
    with pytest.raises(StoreNotFoundError) as caught:
        papergraph.open(tmp_path / name)
    assert "papergraph build" in (caught.value.hint or "")


def test_other_files_are_refused(tmp_path: Path) -> None:
    """A file that is no RDF is an error of the input."""
    (tmp_path / "a.md").write_text("# no graph")
    with pytest.raises(InputError):
        papergraph.open(tmp_path / "a.md")


def test_every_kind_of_query(graph: Graph) -> None:
    """SELECT, ASK and CONSTRUCT have each their value."""
    assert graph.query("ASK { concept:grpo a pg:Dataset }") is False
    triples = graph.query("CONSTRUCT { ?m a pg:Concept } { ?m a pg:Method }")
    assert isinstance(triples, Triples)
    assert len(triples) == 1


def test_queries_are_limited_and_read_only(graph: Graph) -> None:
    """A runaway query ends, and nothing can be changed."""
    with pytest.raises(QueryTimeoutError):
        graph.query("SELECT (COUNT(*) AS ?n) {" + "".join(f"?a{i} ?b{i} ?c{i} ." for i in range(16)) + "}", timeout=1)
    with pytest.raises(QueryError, match="refused"):
        graph.query("DROP ALL")


def test_answers_as_text(graph: Graph) -> None:
    """An answer is written in the format asked for, shortened by the prefixes of this graph."""
    assert graph.answer(METHODS).decode().splitlines()[2] == "concept:grpo  GRPO"
    assert graph.answer(METHODS, format="csv") == f"method,name\r\n{BASE}concept/grpo,GRPO\r\n".encode()
    with pytest.raises(UnknownNameError):
        graph.answer(METHODS, format="pdf")


def test_rows_bind_iris(graph: Graph) -> None:
    """Our own queries take IRIs for variables."""
    query = "SELECT ?name { ?thing skos:prefLabel ?name }"
    assert graph.rows(query, {"thing": f"{BASE}concept/grpo"}) == [("GRPO",)]
    assert graph.rows(query, {"thing": f"{BASE}concept/ppo"}) == []


def test_export(graph: Graph, tmp_path: Path) -> None:
    """The graph is written to a file, and counted."""
    assert graph.export(tmp_path / "a.nq") == 3
    assert (tmp_path / "a.nq").read_text() == "".join(f"{line}\n" for line in sorted(QUADS))
    with pytest.raises(UnknownNameError):
        graph.export(tmp_path / "a.pdf")


def test_export_to_standard_output(tmp_path: Path) -> None:
    """``-`` is standard output, as bytes."""
    code = "import papergraph, sys; papergraph.open(sys.argv[1]).export('-', format='nq')"
    done = subprocess.run(
        [sys.executable, "-c", code, str(make(tmp_path / "a.store"))],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == "".join(f"{line}\n" for line in sorted(QUADS))


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
def test_rdflib(graph: Graph) -> None:
    """The graph is a live rdflib Dataset."""
    assert len(graph.rdflib()) == 3


def test_stats(graph: Graph) -> None:
    """Counts of the graph."""
    found = graph.stats()
    assert found.classes["Method"] == 1
    assert found.days == {"daily-papers/2025-05-07": 0}


def test_validate(graph: Graph, tmp_path: Path) -> None:
    """The shapes find what is missing, and nothing in the ontology alone."""
    report = graph.validate()
    assert not report.conforms
    assert GRAPH[1:-1] in {violation.focus for violation in report.violations}
    with writing(tmp_path / "b") as writer:
        writer.publish(encode_ontology(base=BASE), about=About(base=BASE, with_text=True, extractor="test/1"))
    with papergraph.open(tmp_path / "b") as ontology:
        assert ontology.validate().conforms


@pytest.mark.parametrize(("end", "right"), [("4", True), ("3", False), ("400", False)])
def test_evidence(tmp_path: Path, end: str, right: bool) -> None:
    """A mention whose span is a label of its concept bears it out; any other span does not."""
    listing, paper = f"<{GRAPH[1:-1]}/2505.00001>", f"<{BASE}paper/arxiv/2505.00001>"
    section, mention = f"<{listing[1:-1]}/section/1>", f"<{listing[1:-1]}/section/1/mention/0-4>"
    triples = [
        f"{listing} <{vocab.PG_PAPER_OF}> {paper}",
        f"{section} <{vocab.DCTERMS_IS_PART_OF}> {listing}",
        f'{section} <{vocab.PG_TEXT}> "GRPO를 쓴다."',
        f"{mention} <{vocab.PG_MENTION_OF}> <{BASE}concept/grpo>",
        f"{mention} <{vocab.PG_IN_SECTION}> {section}",
        f"{mention} <{vocab.PG_ROLE_OF}> <{vocab.PG_USES_ROLE}>",
        f'{mention} <{vocab.OA_START}> "0"^^<{vocab.XSD_INTEGER}>',
        f'{mention} <{vocab.OA_END}> "{end}"^^<{vocab.XSD_INTEGER}>',
        f"{paper} <{vocab.PG_MENTIONS}> <{BASE}concept/grpo>",
        f"{paper} <{vocab.PG_USES}> <{BASE}concept/grpo>",
    ]
    path = tmp_path / "graph.nq"
    path.write_text("\n".join([*QUADS, *(f"{triple} {GRAPH} ." for triple in triples)]), encoding="utf-8")
    with papergraph.open(path) as graph:
        report = graph.evidence()
    assert (report.mentions, report.links) == (1, 2)
    assert report.ok is right


def test_the_graph_before_the_last_build(tmp_path: Path) -> None:
    """A store folder is opened as it was before its last build, and told apart from what it is now."""
    path = make(tmp_path / "a.store")
    with pytest.raises(StoreNotFoundError, match="before its last build"):
        papergraph.open(path, previous=True)
    make(path, [line for line in QUADS if "digest" in line.split()[0]])
    with papergraph.open(path, previous=True) as before, papergraph.open(path) as now:
        assert before.query("ASK { concept:grpo a pg:Method }") is True
        assert now.query("ASK { concept:grpo a pg:Method }") is False


def test_what_changed_is_only_told_of_one_base(graph: Graph, tmp_path: Path) -> None:
    """Graphs whose IRIs have different bases have nothing in common that could be compared."""
    path = tmp_path / "other.nq"
    path.write_text("\n".join(QUADS).replace(BASE, "https://example.org/others/"))
    assert graph.diff(graph).nothing
    with papergraph.open(path) as other, pytest.raises(UsageError, match=r"example\.org/others"):
        graph.diff(other)


def test_a_closed_graph_answers_nothing(tmp_path: Path) -> None:
    """After the ``with`` statement the graph is closed."""
    with papergraph.open(make(tmp_path)) as graph:
        pass
    with pytest.raises(StoreError, match="closed"):
        graph.query("ASK {}")


def test_importing_is_cheap() -> None:
    """Nothing heavy is loaded before it is needed."""
    code = (
        "import papergraph.graph, sys; print(*{'rdflib', 'spacy', 'networkx', 'pyvis', 'msgspec'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_a_named_question_has_the_same_answer_with_and_without_a_time_limit(graph: Graph) -> None:
    """In this process or in one that can be stopped, or printed and asked as a query; a name in any spelling."""
    table = graph.ask("names-of", concept="grpo")

    assert table.variables == ("name", "language", "preferred", "concept")
    assert [row["name"] for row in table.records()] == ["GRPO"]
    assert graph.ask("names-of", concept="concept:grpo", timeout=30) == table
    assert graph.query(graph.sparql_of("names-of", concept=f"{BASE}concept/grpo")) == table
