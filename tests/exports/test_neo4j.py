"""CSV for Neo4j: every row whole, every end of a relationship a node."""

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from papergraph.exports.neo4j import neo4j
from papergraph.exports.plain import one_line
from papergraph.exports.rows import Contents

from .conftest import WORDS, contents_of


def tables(files: dict[str, bytes]) -> dict[str, list[dict[str, str]]]:
    """The rows by file, each with as many values as the header has names; no value breaks a line."""
    found = {}
    for name, content in files.items():
        if name.endswith(".csv"):
            header, *rows = csv.reader(StringIO(content.decode(), newline=""), strict=True)
            assert all(len(row) == len(header) for row in rows)
            assert content.count(b"\n") == len(rows) + 1
            found[name] = [dict(zip(header, row, strict=True)) for row in rows]
    return found


def check(contents: Contents) -> None:
    """What must hold of any graph."""
    found = tables(neo4j(contents))
    nodes = [row["id:ID"] for name, rows in found.items() if name.startswith("nodes_") for row in rows]
    assert len(nodes) == len(set(nodes)) == len(contents.papers) + len(contents.authors) + len(contents.concepts)
    for name, rows in found.items():
        if name.startswith("rels_"):
            assert all({row[":START_ID"], row[":END_ID"]} <= set(nodes) and row[":TYPE"] for row in rows)
    assert [row["name"] for row in found["nodes_authors.csv"]] == [one_line(p.name) for p in contents.authors]
    for row, concept in zip(found["nodes_concepts.csv"], contents.concepts, strict=True):
        assert row["aliases:string[]"].split("\x1f") == [one_line(name) for name in concept.also]
        assert row[":LABEL"].split("\x1f") == ["Concept", concept.cls.value]


def test_hostile_names_break_no_row(hostile: Contents) -> None:
    """Separators, quotation marks and line ends of names stay in their cells."""
    check(hostile)


@given(st.lists(WORDS, max_size=3))
def test_any_names_break_no_row(names: list[str]) -> None:
    """So does whatever else a name may be."""
    check(contents_of(names))


def test_relationships_carry_role_and_evidence(hostile: Contents) -> None:
    """The type is the role, and the number of places is told."""
    rows = tables(neo4j(hostile))["rels_named.csv"]
    assert {(row[":TYPE"], row["role"]) for row in rows} == {
        ("INTRODUCES", "Introduces"),
        ("COMPARES_WITH", "ComparesWith"),
        ("EVALUATES_ON", "EvaluatesOn"),
        ("USES", "Uses"),
        ("MENTIONS", "Mentions"),
    }
    assert {row["evidence:int"] for row in rows} == {"1"}


def test_the_readme_names_each_file(hostile: Contents) -> None:
    """The command that is shown imports all that was written."""
    files = neo4j(hostile)
    readme = files["README.md"].decode()
    assert all(f"={name}" in readme for name in files if name.endswith(".csv"))
