"""``papergraph view``: one offline page, or a picture."""

from pathlib import Path

import click

from papergraph.cli import _options
from papergraph.cli._errors import one_line

_CLASSES = ("methods", "models", "datasets", "tasks", "metrics")


class _Classes(click.ParamType[tuple[str, ...]]):
    """A comma-separated list of classes of concepts."""

    name = "classes"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        names = tuple(name.strip() for name in str(value).split(",") if name.strip())
        unknown = [name for name in names if name not in _CLASSES]
        if unknown or not names:
            self.fail(f"{', '.join(unknown) or 'nothing'} is none of {', '.join(_CLASSES)}", param, ctx)
        return names


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
    type=_Classes(),
    default="methods",
    show_default=True,
    help=f"What links papers: any of {','.join(_CLASSES)}; rare ones weigh more.",
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
