"""``papergraph evaluate``: the graph held against gold annotations."""

import sys

import click

from papergraph.cli import _json, _options
from papergraph.errors import NO


@click.command("evaluate")
@click.argument("golds", nargs=-1, required=True, metavar="GOLD...")
@_options.store
@click.option("--file", metavar="GRAPH.nq", help="An RDF file to read instead of the store.")
@click.option(
    "--by",
    "slices",
    type=click.Choice(("class", "role", "tier")),
    multiple=True,
    help="Also the figures of each class, role or tier; may be given again.",
)
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    metavar="N",
    help="Also the first N mistakes of each kind, with their sentences.",
)
@_options.as_json
def command(
    golds: tuple[str, ...], store: str, file: str | None, slices: tuple[str, ...], errors: int, as_json: bool
) -> None:
    """Say how the graph stands to annotations: JSON Lines, one paper a line, by arXiv id.

    Each figure comes with the middle 95 % of a thousand draws of as many papers. The exit code is 1 when the graph has
    none of the papers.

    \b
    Example:
      papergraph evaluate gold/days_dev.jsonl
      papergraph evaluate gold/days_dev.jsonl --by class --errors 5
    """
    import papergraph
    from papergraph.cli import _evaluation
    from papergraph.evaluate import evaluate

    with papergraph.open(file or store) as graph:
        done = evaluate(golds, graph=graph)
    if as_json:
        _json.write(_evaluation.as_data(done, errors=errors))
    else:
        click.echo(_evaluation.as_text(done, slices=slices, errors=errors))
    if not done.papers_found:
        sys.exit(NO)
