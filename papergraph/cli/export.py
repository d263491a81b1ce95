"""``papergraph export``: the graph as a file, or papers in the forms of other tools."""

import click

from papergraph.cli import _options
from papergraph.cli._errors import one_line


@click.command("export")
@click.option(
    "--output",
    "-o",
    required=True,
    metavar="FILE",
    help="The suffix decides: nq, nt, ttl, trig, jsonld or bib. A folder for notes and neo4j; - is stdout.",
)
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    help="Instead of the suffix; also bibtex, csl-json, schema-org, notes, neo4j and void.",
)
@click.option("--method", "methods", metavar="NAME", multiple=True, help="Papers that name this method or concept.")
@click.option("--author", "authors", metavar="NAME", multiple=True, help="Papers by this author.")
@click.option("--paper", "papers", metavar="ID", multiple=True, help="This paper; may be given again, like the others.")
@click.option("--since", metavar="DATE", help="Papers first listed on this day or later.")
@click.option("--until", metavar="DATE", help="… on this day or earlier.")
@click.option("--query", metavar="SPARQL", help="Papers in the first column of this SELECT.")
@click.option(
    "--classes",
    type=_options.Classes(),
    default="methods,models,datasets",
    show_default=True,
    help="For notes: which concepts have a page.",
)
@_options.store
@_options.quiet
def command(
    output: str,
    format_name: str | None,
    methods: tuple[str, ...],
    authors: tuple[str, ...],
    papers: tuple[str, ...],
    since: str | None,
    until: str | None,
    query: str | None,
    classes: tuple[str, ...],
    store: str,
    quiet: bool,
) -> None:
    """Write the whole graph as RDF, or papers for other tools; the same graph gives the same bytes.

    Everything is written whole or not at all. Papers can be chosen: each kind of choice narrows it, and within one kind
    one is enough. In a folder, only the files of an earlier export are replaced.

    \b
    Example:
      papergraph export -o graph.nq
      papergraph export -o papers.bib --method GRPO --since 2025-01-01
      papergraph export -o vault --format notes --author "Yang Yue"
      papergraph export -o - --format ttl | less
    """
    import papergraph
    from papergraph import exporting

    unit = "paper" if exporting.format_of(output, format_name) in exporting.OF_PAPERS else "statement"
    with papergraph.open(store) as graph:
        written = graph.export(
            output,
            format=format_name,
            methods=methods,
            authors=authors,
            papers=papers,
            since=since,
            until=until,
            query=query,
            classes=classes,
        )
    if not quiet:
        click.echo(one_line(f"{output}: {written:,} {unit}{'' if written == 1 else 's'}"), err=True)
