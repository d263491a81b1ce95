"""``papergraph export``: the graph as a file."""

import click

from papergraph.cli import _options
from papergraph.cli._errors import one_line


@click.command("export")
@click.option("--output", "-o", required=True, metavar="FILE", help="The suffix decides: nq, nt, ttl, trig or jsonld.")
@click.option("--format", "format_name", metavar="NAME", help="Instead of the suffix; needed with -o - (stdout).")
@_options.store
@_options.quiet
def command(output: str, format_name: str | None, store: str, quiet: bool) -> None:
    """Write the whole graph to a file; nq and nt are sorted, and the same graph gives the same bytes.

    The file is written whole or not at all.

    \b
    Example:
      papergraph export -o graph.nq
      papergraph export -o - --format ttl | less
    """
    import papergraph

    with papergraph.open(store) as graph:
        written = graph.export(output, format=format_name)
    if not quiet:
        click.echo(one_line(f"{output}: {written:,} statements"), err=True)
