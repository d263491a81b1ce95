"""``papergraph site``: a static web site of the graph."""

from pathlib import Path

import click

from papergraph.cli import _options
from papergraph.cli._errors import one_line


@click.command("site")
@click.option(
    "--output",
    "-o",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder. An earlier site there is replaced, whole or not at all; a folder with other files is refused.",
)
@_options.store
@_options.quiet
def command(output: Path, store: str, quiet: bool) -> None:
    """Write the graph as web pages that need no server and no network: open DIR/index.html.

    A page for each paper, person, method, model, dataset, task and metric, with the sentence beside each fact; maps;
    questions with their answers; a search box. Each page is there as Turtle and JSON-LD, too.

    \b
    Example:
      papergraph site -o pages
    """
    import papergraph
    from papergraph.cli import _progress

    with _progress.shown(quiet=quiet) as progress:
        done = papergraph.write_site(store, output, progress=progress)
    if not quiet:
        size = f"{done.bytes / 1e6:,.1f} MB"
        click.echo(one_line(f"{done.folder}: {done.things:,} pages of things, {done.files:,} files, {size}"), err=True)
