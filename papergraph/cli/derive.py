"""``papergraph derive``: the networks as triples."""

import dataclasses

import click

from papergraph.cli import _json, _options
from papergraph.cli._errors import one_line


@click.command("derive")
@click.option(
    "--strongest",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    help="Links of sharing that each paper and author keeps; co-authorship is kept whole.",
)
@_options.store
@_options.quiet
@_options.as_json
def command(strongest: int, store: str, quiet: bool, as_json: bool) -> None:
    """Write the networks into the store as graph/derived, for queries: pg:coAuthorOf, pg:sharesMethodWith and
    pg:sharesDatasetWith, both ways, and a pg:Link with weight and via for each. The next build that changes the graph
    drops them, so that they are never out of date; derive again then.

    \b
    Example:
      papergraph derive
      papergraph query "SELECT ?a ?b ?w { ?l pg:between ?a, ?b ; pg:weight ?w } ORDER BY DESC(?w) LIMIT 5"
    """
    import papergraph

    done = papergraph.derive(store=store, strongest=strongest)
    if as_json:
        _json.write(dataclasses.asdict(done))
    elif not quiet:
        shared = f"{done.shared_methods:,} by methods, {done.shared_datasets:,} by datasets"
        click.echo(one_line(f"{done.store}: links: {done.co_authors:,} of co-authors, {shared}"), err=True)
