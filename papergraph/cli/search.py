"""``papergraph search``: full text over titles, names, labels and sections."""

import dataclasses
import sys

import click

from papergraph.cli import _json, _options
from papergraph.cli._errors import one_line
from papergraph.errors import NO


@click.command("search")
@click.argument("text", nargs=-1, required=True)
@_options.store
@click.option(
    "--kind",
    type=click.Choice(["paper", "author", "concept", "section"]),
    help="Only titles, people, concepts, or the texts of sections.",
)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=20, show_default=True, help="How many.")
@_options.as_json
def command(text: tuple[str, ...], store: str, kind: str | None, limit: int, as_json: bool) -> None:
    """Search titles, names, labels and texts for TEXT; names and titles come before texts.

    All words must stand there, in any form: Korean with any particle, spaced or not, English in singular or plural,
    names with or without hyphens (SWEbench, GPT4o). "In quotation marks" they stand side by side; -word excludes (after
    -- on the command line). The exit code is 1 when nothing is found; names that are like it are shown then.

    \b
    Example:
      papergraph search 강화학습
      papergraph search 'linear attention' --kind section
      papergraph search -- quantization -LoRA
    """
    import papergraph
    from papergraph.cli import _search
    from papergraph.query import searching

    typed = " ".join(text)
    with papergraph.open(store) as graph:
        found = graph.search(typed, kind=kind, limit=limit)
        near = () if found else searching.near(typed, kind=kind, select=graph.rows)
    if as_json:
        _json.write([dataclasses.asdict(one) for one in found])
    else:
        click.echo(_search.lines(found) if found else "nothing is found")
    if near:
        click.echo(one_line(f"hint: try: {', '.join(near)}"), err=True)
    if not found:
        sys.exit(NO)
