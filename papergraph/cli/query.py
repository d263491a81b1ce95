"""``papergraph query``: SPARQL over the graph."""

from typing import TextIO

import click

from papergraph.cli import _options
from papergraph.errors import InputError, UsageError

#: Characters of a query in a file: a longer one is another file.
_LONGEST = 10_000_000
_FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl", "nt")


@click.command("query")
@click.argument("sparql", required=False)
@click.option("--file", "-f", "file", type=click.File(encoding="utf-8"), help="Read the query from a file; - is stdin.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(_FORMATS),
    help="By default a table for rows, Turtle for triples; ttl and nt are for CONSTRUCT and DESCRIBE.",
)
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), default=60.0, show_default=True, help="Seconds."
)
@_options.store
def command(sparql: str | None, file: TextIO | None, format_name: str | None, timeout: float, store: str) -> None:
    """Ask a SPARQL 1.1 query. All prefixes of the graph are bound; it can read and nothing else.

    \b
    Example:
      papergraph query 'SELECT ?title { ?p a pg:Paper ; dcterms:title ?title } LIMIT 5'
      papergraph query --file question.rq --format csv
    """
    import papergraph

    if (sparql is None) == (file is None):
        raise UsageError("give the query either as an argument or with --file", hint="papergraph query --help")
    text = sparql if sparql is not None else _read(file) if file else ""
    with papergraph.open(store) as graph:
        click.echo(graph.answer(text, format=format_name, timeout=timeout), nl=False)


def _read(file: TextIO) -> str:
    try:
        text = file.read(_LONGEST + 1)
    except UnicodeDecodeError as error:
        raise InputError(f"the query is no UTF-8 text: {error.reason}", file=file.name) from error
    if len(text) > _LONGEST:
        raise InputError(f"the query has more than {_LONGEST:,} characters", file=file.name)
    return text
