"""The graph as CSV for ``neo4j-admin database import``: a file for each kind of node and relationship."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from papergraph.exports.addresses import web_address
from papergraph.exports.plain import one_line
from papergraph.exports.rows import Concept, Contents, Paper, Person
from papergraph.model import Role

# Separates values of a list. No text of ours holds it, which cannot be said of ";".
_SEPARATOR = "\x1f"
_NODES = {
    "papers": ("id:ID", "title", "key", "listed:date", "url", "authorsIncomplete:boolean", ":LABEL"),
    "authors": ("id:ID", "name", "aliases:string[]", ":LABEL"),
    "concepts": ("id:ID", "name", "aliases:string[]", "support:int", ":LABEL"),
}
_RELATIONSHIPS = {
    "authored": (":START_ID", ":END_ID", ":TYPE"),
    "named": (":START_ID", "role", "evidence:int", ":END_ID", ":TYPE"),
    "broader": (":START_ID", ":END_ID", ":TYPE"),
}
_TYPES = {
    Role.INTRODUCES: "INTRODUCES",
    Role.COMPARES_WITH: "COMPARES_WITH",
    Role.EVALUATES_ON: "EVALUATES_ON",
    Role.USES: "USES",
    Role.MENTIONS: "MENTIONS",
}
_README = """\
# A graph of papers, for Neo4j

In this folder, with the database stopped (Neo4j 5 and later):

    neo4j-admin database import full neo4j --array-delimiter=U+001F \\
{options}

- A node's id is its IRI. Concepts are labelled Concept and Method, Model, Dataset, Task or Metric.
- A paper names a concept once, by the strongest role that its digests state; `evidence` is the number of places.
- `listed` is the day of the first digest that lists the paper, not a day of publication.
- The order of authors is not known, so AUTHORED has none.
"""

_Row = Sequence[str | int | None]


def neo4j(contents: Contents) -> dict[str, bytes]:
    """Return the files by name: nodes, relationships, and a README with the command that imports them."""
    known = {concept.iri for concept in contents.concepts}
    rows: dict[str, Iterable[_Row]] = {
        "papers": map(_paper, contents.papers),
        "authors": map(_author, contents.authors),
        "concepts": map(_concept, contents.concepts),
        "authored": ((person.iri, paper.iri, "AUTHORED") for paper in contents.papers for person in paper.authors),
        "named": (
            (naming.paper, naming.role.value, naming.mentions, naming.concept, _TYPES[naming.role])
            for naming in contents.namings
            if naming.concept in known
        ),
        "broader": (
            (concept.iri, broader, "BROADER")
            for concept in contents.concepts
            for broader in concept.broader
            if broader in known
        ),
    }
    files = {f"nodes_{name}.csv": _csv(header, rows[name]) for name, header in _NODES.items()}
    files |= {f"rels_{name}.csv": _csv(header, rows[name]) for name, header in _RELATIONSHIPS.items()}
    options = [f"--nodes=nodes_{name}.csv" for name in _NODES]
    options += [f"--relationships=rels_{name}.csv" for name in _RELATIONSHIPS]
    readme = _README.format(options=" \\\n".join(f"        {option}" for option in options))
    return {**files, "README.md": readme.encode()}


def _paper(paper: Paper) -> _Row:
    incomplete = "true" if paper.authors_incomplete else "false"
    key = f"{paper.id.scheme}:{one_line(paper.id.local)}"
    return paper.iri, one_line(paper.title), key, paper.date, web_address(paper.url), incomplete, "Paper"


def _author(person: Person) -> _Row:
    return person.iri, one_line(person.name), _list(person.also), "Author"


def _concept(concept: Concept) -> _Row:
    labels = ["Concept", concept.cls.value, *(["Benchmark"] if concept.benchmark else [])]
    name, also = one_line(concept.label), _list(concept.also)
    return concept.iri, name, also, concept.support, _SEPARATOR.join(labels)


def _list(names: Iterable[str]) -> str | None:
    return _SEPARATOR.join(map(one_line, names)) or None


def _csv(header: Sequence[str], rows: Iterable[_Row]) -> bytes:
    text = StringIO()
    # A value that is not there stays empty; Neo4j reads "" in quotation marks as a text of no letters.
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
