"""``papergraph view``: one offline page, or a picture."""

from pathlib import Path

import click

from papergraph.cli import _options
from papergraph.cli._errors import one_line


@click.command("view")
@click.argument("kind", type=click.Choice(["coauthors", "papers"]))
@click.option(
    "--output",
    "-o",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="FILE.html for a page, FILE.svg for a picture.",
)
@click.option(
    "--via",
    type=_options.Classes(),
    default="methods",
    show_default=True,
    help=f"What links papers: any of {','.join(_options.CLASSES)}; rare ones weigh more.",
)
@_options.store
@_options.quiet
def command(kind: str, output: Path, via: tuple[str, ...], store: str, quiet: bool) -> None:
    """Write one HTML file that needs no network and stands still; a click on a line says why it is there.

    \b
    Example:
      papergraph view coauthors -o coauthors.html
      papergraph view papers --via methods,datasets -o papers.html
    """
    import papergraph

    with papergraph.open(store) as graph:
        view = graph.view(kind, via=via)
    view.write(output)
    if not quiet:
        click.echo(one_line(f"{output}: {view.caption}"), err=True)
