"""The catalogue: every head is whole, every example has an answer, and the printed query means the same elsewhere."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

import papergraph
from papergraph import vocab
from papergraph.cli.ask import given
from papergraph.graph import Graph
from papergraph.query.catalogue import Question, catalogue
from papergraph.query.lexer import tokens
from papergraph.query.table import Table, ntriples
from papergraph.store.memory import MemoryStore

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden_questions"
#: They mean the same there, but rdflib takes from four to forty seconds for each.
LONG_IN_RDFLIB = {"author-pairs", "author-topics", "for-task", "methods-datasets", "used-together", "used-with"}
#: Names that the command line and ``Graph.ask`` need for themselves.
TAKEN = {"format", "help", "json", "limit", "list", "question", "sparql", "store", "timeout"}


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The graph of the example days."""
    store = tmp_path_factory.mktemp("questions") / "examples"
    papergraph.build_graph([ROOT / "examples" / "digests"], store=store, jobs=1)
    with papergraph.open(store) as graph:
        yield graph


@pytest.fixture(scope="module")
def in_rdflib(examples: Graph, tmp_path_factory: pytest.TempPathFactory) -> rdflib.Graph:
    """The same graph in another engine."""
    file = tmp_path_factory.mktemp("questions") / "examples.nt"
    examples.export(file)
    return rdflib.Graph().parse(file, format="nt")


every = pytest.mark.parametrize("question", catalogue(), ids=lambda question: question.name)


def answer(question: Question, graph: Graph, **more: int) -> Table:
    return graph.ask(question.name, **more, **given(question.example))


def written(table: Table) -> str:
    rows = ["\t".join("" if cell is None else ntriples(cell) for cell in row) for row in table.rows]
    return "\n".join(["\t".join(table.variables), *rows]) + "\n"


def test_there_are_many_questions() -> None:
    """At least thirty, each name once, each title once."""
    assert len(catalogue()) >= 30
    assert len({question.title for question in catalogue()}) == len(catalogue())


@every
def test_the_head_says_what_the_query_needs(question: Question) -> None:
    """Each parameter is a variable of the query, its name is free, and the example gives those that are required."""
    variables = {token.text[1:] for token in tokens(question.sparql) if token.kind == "variable"}
    names = [parameter.name for parameter in question.parameters]

    assert set(names) <= variables
    assert len(set(names)) == len(names)
    assert not set(names) & TAKEN
    assert {one.name for one in question.parameters if one.default is None} <= set(given(question.example))
    assert question.title[-1] != "."
    assert question.about[-1] == "."


@every
def test_rows_stand_in_a_full_order(question: Question) -> None:
    """The order ends with a node of the row, so that equal rows cannot change places; a limit is not in the file."""
    words = [token.text.upper() for token in tokens(question.sparql) if token.kind == "word"]

    assert "LIMIT" not in words
    assert words.count("ORDER") == 1


@every
def test_the_answer_on_the_examples(question: Question, examples: Graph) -> None:
    """The golden answer, which `python tests/query/test_questions.py` writes anew, for review; none is empty."""
    table = answer(question, examples)

    assert table.variables == question.columns
    assert table.rows
    assert written(table) == (GOLDEN / f"{question.name}.tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "question", [one for one in catalogue() if one.name not in LONG_IN_RDFLIB], ids=lambda question: question.name
)
def test_the_printed_query_means_the_same_in_rdflib(
    question: Question, examples: Graph, in_rdflib: rdflib.Graph
) -> None:
    """What is printed declares its prefixes and gives the same rows in another engine."""
    text = examples.sparql_of(question.name, limit=0, **given(question.example))
    theirs = [[None if cell is None else plain(cell) for cell in row] for row in in_rdflib.query(text)]  # type: ignore[union-attr]
    ours = [
        [None if cell is None else plain(cell.value) for cell in row] for row in answer(question, examples, limit=0)
    ]

    assert sorted(map(repr, theirs)) == sorted(map(repr, ours))


def plain(cell: object) -> str:
    """Return a number without the zeros that engines write after the point, anything else as it is."""
    text = str(cell)
    return f"{float(text):.6g}" if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


def test_every_golden_answer_has_its_question() -> None:
    """No file is left of a question that is gone."""
    assert {file.stem for file in GOLDEN.glob("*.tsv")} == {question.name for question in catalogue()}


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        papergraph.build_graph([ROOT / "examples" / "digests"], store=f"{scratch}/store", jobs=1)
        with papergraph.open(f"{scratch}/store") as graph:
            for one in catalogue():
                (GOLDEN / f"{one.name}.tsv").write_text(written(answer(one, graph)), encoding="utf-8")
    sys.stdout.write(f"{len(catalogue())} answers\n")


def test_what_no_paper_has_is_lacking_too() -> None:
    """A graph of one bare paper lacks everything: no row of the coverage goes because its count is 0."""
    quad = f"<{vocab.BASE}paper/arxiv/1> <{vocab.RDF_TYPE}> <{vocab.PG_PAPER}> <{vocab.BASE}graph/entities> ."
    with Graph(MemoryStore([quad])) as graph:
        lacking = [row[1].value for row in graph.ask("coverage").rows if row[1]]

    assert lacking == ["1"] * 8
