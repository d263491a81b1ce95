"""Papers are chosen by what the graph says of them, and exported from the command line and from Python."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pybtex.database import parse_string

import papergraph
from papergraph import exporting, vocab
from papergraph.cli import main
from papergraph.errors import PapergraphError, QueryError, UnknownNameError, UsageError
from papergraph.graph import Graph
from papergraph.store.memory import MemoryStore

DAYS = """## Daily Papers (2025-05-07)

### [FooNet: Graphs that Read](https://arxiv.org/abs/2505.00001)

Authors: Ada Kim, Ben Lee

- ***What's New***: 이 논문은 그래프를 읽는 새로운 프레임워크 FooNet을 제안합니다.
- ***Technical Details***: FooNet은 GRPO를 활용하여 학습합니다. 평가는 GSM8K에서 진행했습니다.

## Daily Papers (2025-05-08)

### [BarTune: Tuning with Rewards](https://arxiv.org/abs/2505.00002)

Authors: Ben Lee, Cho Min

- ***What's New***: BarTune이라는 새로운 학습 방법을 소개합니다.
- ***Technical Details***: BarTune은 GRPO를 사용하고, GRPO의 보상을 따릅니다.

### [BazBench: A Test](https://arxiv.org/abs/2505.00003)

Authors: Ada Kim, +

- ***What's New***: BazBench는 LoRA로 학습한 모델을 비교하는 벤치마크입니다.
"""
FOO, BAR, BAZ = (f"arxiv-2505-0000{n}" for n in (1, 2, 3))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exporting")
    (folder / "days.md").write_text(DAYS, encoding="utf-8")
    papergraph.build_graph([folder / "days.md"], store=folder / "papers.store")
    return folder / "papers.store"


@pytest.fixture
def graph(store: Path) -> Iterator[Graph]:
    with papergraph.open(store) as opened:
        yield opened


def exported(graph: Graph, folder: Path, **wanted: object) -> set[str]:
    """The keys of the papers that are exported."""
    written = graph.export(folder / "papers.bib", **wanted)  # type: ignore[arg-type]
    entries = parse_string((folder / "papers.bib").read_text(encoding="utf-8"), "bibtex").entries
    assert written == len(entries)
    return set(entries)


@pytest.mark.parametrize(
    ("wanted", "papers"),
    [
        ({}, [FOO, BAR, BAZ]),
        ({"methods": ["GRPO"]}, [FOO, BAR]),
        ({"methods": ["GRPO", "lora"]}, [FOO, BAR, BAZ]),
        ({"authors": ["Ada Kim"]}, [FOO, BAZ]),
        ({"authors": ["Ada Kim"], "methods": ["GRPO"]}, [FOO]),
        ({"papers": ["2505.00001", "arxiv:2505.00003"]}, [FOO, BAZ]),
        ({"papers": ["BarTune: Tuning with Rewards"]}, [BAR]),
        ({"since": "2025-05-08"}, [BAR, BAZ]),
        ({"until": "2025-05-07"}, [FOO]),
        ({"since": "2025-05-08", "until": "2025-05-08", "authors": ["Ben Lee"]}, [BAR]),
        ({"since": "2025-05-09"}, []),
        ({"query": 'SELECT ?p ?t { ?p a pg:Paper ; dcterms:title ?t FILTER (STRSTARTS(?t, "Baz")) }'}, [BAZ]),
        ({"query": "SELECT ?p { ?p a pg:Paper }", "methods": ["LoRA"]}, [BAZ]),
        ({"query": "SELECT ?p { ?p a pg:Nothing }"}, []),
    ],
    ids=str,
)
def test_papers_are_chosen(graph: Graph, tmp_path: Path, wanted: dict[str, object], papers: list[str]) -> None:
    """Each kind of choice narrows; within one kind, one is enough."""
    assert exported(graph, tmp_path, **wanted) == set(papers)


def test_a_name_that_several_sorts_of_things_bear(tmp_path: Path) -> None:
    """A method is looked for among concepts, an author among people: the other one is not in the way."""
    papers, graph = f"{vocab.BASE}paper/arxiv", f"<{vocab.BASE}graph/entities>"
    sage, person = f"<{vocab.BASE}concept/sage>", f"<{vocab.BASE}author/sage>"
    quads = [
        f"{sage} <{vocab.RDF_TYPE}> <{vocab.PG_METHOD}> {graph} .",
        f'{sage} <{vocab.SKOS_PREF_LABEL}> "Sage"@en {graph} .',
        f"{person} <{vocab.RDF_TYPE}> <{vocab.PG_AUTHOR}> {graph} .",
        f'{person} <{vocab.FOAF_NAME}> "Sage" {graph} .',
        f"<{papers}/2505.00001> <{vocab.PG_MENTIONS}> {sage} {graph} .",
        f"<{papers}/2505.00002> <{vocab.DCTERMS_CREATOR}> {person} {graph} .",
    ]
    for number, title in ((1, "Sage"), (2, "Another")):
        quads += [
            f"<{papers}/2505.0000{number}> <{vocab.RDF_TYPE}> <{vocab.PG_PAPER}> {graph} .",
            f'<{papers}/2505.0000{number}> <{vocab.DCTERMS_TITLE}> "{title}" {graph} .',
        ]
    with Graph(MemoryStore(quads)) as opened:
        assert exported(opened, tmp_path, methods=["Sage"]) == {FOO}
        assert exported(opened, tmp_path, authors=["Sage"]) == {BAR}
        assert exported(opened, tmp_path, papers=["Sage"]) == {FOO}


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        ({"methods": ["NoSuchMethod"]}, UnknownNameError),
        ({"methods": ["Ada Kim"]}, UsageError),
        ({"authors": ["GRPO"]}, UsageError),
        ({"papers": ["2505.99999"]}, UnknownNameError),
        ({"since": "2025-05-08", "until": "2025-05-07"}, UsageError),
        ({"since": "20250508"}, UsageError),
        ({"until": "yesterday"}, UsageError),
        ({"query": "SELECT ?a { ?a a pg:Author }"}, QueryError),
        ({"query": "SELECT ?t { ?p dcterms:title ?t }"}, QueryError),
        ({"query": "ASK { ?p a pg:Paper }"}, QueryError),
        ({"query": "DELETE WHERE { ?s ?p ?o }"}, QueryError),
        ({"format": "xlsx"}, UnknownNameError),
        ({"format": "ttl", "methods": ["GRPO"]}, UsageError),
        ({"format": "void", "until": "2025-05-07"}, UsageError),
        ({"format": "notes", "classes": ["animals"]}, UnknownNameError),
    ],
    ids=str,
)
def test_what_cannot_be_chosen(
    graph: Graph, tmp_path: Path, wanted: dict[str, object], error: type[PapergraphError]
) -> None:
    """A wrong choice is an error of its kind, and nothing is written."""
    with pytest.raises(error):
        graph.export(tmp_path / "out", **{"format": "bibtex", **wanted})  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["papers.json", "papers.md", "vault", "neo4j", "x.bibtex"])
def test_a_name_that_does_not_tell(graph: Graph, tmp_path: Path, name: str) -> None:
    """What could be several formats has to be named."""
    with pytest.raises(UnknownNameError) as raised:
        graph.export(tmp_path / name)
    assert "csl-json" in raised.value.known


@pytest.mark.parametrize("format", [*exporting.OF_PAPERS, "void"])
def test_the_same_graph_gives_the_same_bytes(store: Path, tmp_path: Path, format: str) -> None:
    """Twice from the store, and from the same graph as a file."""
    with papergraph.open(store) as graph:
        graph.export(tmp_path / "graph.nq")
        graph.export(tmp_path / "a", format=format)
    for name in ("b", "a"):
        with papergraph.open(tmp_path / "graph.nq") as graph:
            graph.export(tmp_path / name, format=format)
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")


def bytes_of(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    assert files
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in files}


def test_notes_hold_the_sentences_of_the_digest(graph: Graph, tmp_path: Path) -> None:
    """A page of a method quotes what the digest says, with the day; the index links to the page."""
    graph.export(tmp_path / "vault", format="notes", classes=["methods"])
    page = (tmp_path / "vault" / "methods" / "GRPO.md").read_text(encoding="utf-8")
    assert "FooNet은 ⟦GRPO⟧를 활용하여 학습합니다. (2025-05-07 Technical Details)" in page
    assert "[[Ada Kim]], [[Ben Lee]]" in page
    assert page.count("의 보상을 따릅니다.") == 1  # a sentence that names it twice
    assert "- [[GRPO]]: 2 papers" in (tmp_path / "vault" / "index.md").read_text(encoding="utf-8")
    assert not (tmp_path / "vault" / "datasets").exists()


def test_evidence_is_counted(graph: Graph, tmp_path: Path) -> None:
    """A relationship for Neo4j carries the number of places that the graph has for it."""
    graph.export(tmp_path / "neo", format="neo4j")
    rows = (tmp_path / "neo" / "rels_named.csv").read_text(encoding="utf-8").splitlines()
    naming = graph.show("FooNet").namings[0]
    assert f"{naming.paper.iri},{naming.role},{len(naming.evidence)},{naming.concept.iri},INTRODUCES" in rows


def run(*arguments: str | Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    return done.exit_code, done.stdout, done.stderr


def test_a_link_to_a_data_set_says_evaluates_on(graph: Graph, tmp_path: Path) -> None:
    """An export tells what a paper is evaluated on from what it uses, as the text does."""
    graph.export(tmp_path / "neo", format="neo4j", papers=["2505.00001"])
    rows = (tmp_path / "neo" / "rels_named.csv").read_text(encoding="utf-8").splitlines()
    types = {row.split(",")[-2].rsplit("/", 1)[1]: row.rsplit(",", 1)[1] for row in rows[1:]}
    assert types == {"foonet": "INTRODUCES", "grpo": "USES", "gsm8k": "EVALUATES_ON"}


def test_the_command_line_chooses_and_tells(store: Path, tmp_path: Path) -> None:
    """Options are the choice; the number of papers is told."""
    out = tmp_path / "some.bib"
    code, _, told = run(
        "export", "--store", store, "-o", out, "--author", "Ada Kim", "--author", "Ben Lee", "--since", "2025-05-08"
    )
    assert (code, told) == (0, f"{out}: 2 papers\n")
    assert run("export", "--store", store, "-o", out, "--since", "yesterday")[0] == 2
    assert run("export", "--store", store, "-o", out, "--classes", "animals")[0] == 2


def test_standard_output_takes_files_but_no_folders(store: Path) -> None:
    """CSL-JSON comes out as JSON; notes are a folder, which cannot."""
    code, out, _ = run("export", "--store", store, "-o", "-", "--format", "csl-json")
    assert code == 0
    assert {item["id"] for item in json.loads(out)} == {FOO, BAR, BAZ}
    assert run("export", "--store", store, "-o", "-", "--format", "notes")[0] == 2
    assert run("export", "--store", store, "-o", "-")[0] == 2


def test_schema_org_is_a_file_or_a_folder(graph: Graph, tmp_path: Path) -> None:
    """A name with a suffix is one file of all papers; one without is a folder with a file for each."""
    graph.export(tmp_path / "all.json", format="schema-org")
    graph.export(tmp_path / "each", format="schema-org")
    assert len(json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["@graph"]) == 3
    assert {path.name for path in (tmp_path / "each").glob("*.jsonld")} == {f"{key}.jsonld" for key in (FOO, BAR, BAZ)}
