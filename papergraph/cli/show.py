"""``papergraph show``: what the graph says of one thing."""

import dataclasses

import click

from papergraph.cli import _json, _options


@click.command("show")
@click.argument("thing")
@_options.store
@click.option("--all", "every", is_flag=True, help="Every sentence, instead of the first two of each link.")
@_options.as_json
def command(thing: str, store: str, every: bool, as_json: bool) -> None:
    """Show what the graph says of THING: a paper, author, method, model, dataset, task or metric.

    THING is a name in any usual spelling, a paper's id, or an IRI.

    \b
    Example:
      papergraph show GRPO
      papergraph show 2505.03335
      papergraph show "강화 학습"
    """
    import papergraph
    from papergraph.cli import _text

    with papergraph.open(store) as graph:
        shown = graph.show(thing)
    if as_json:
        _json.write(dataclasses.asdict(shown))
    else:
        click.echo(_text.facts(shown, every=every))
