"""``papergraph stats``: what the graph holds, and what it lacks."""

import dataclasses

import click

from papergraph.cli import _json, _options
from papergraph.cli._errors import one_line


@click.command("stats")
@_options.store
@_options.as_json
def command(store: str, as_json: bool) -> None:
    """Count what is in the graph, by class and by day, and what is missing: papers with no method, no result …

    \b
    Example:
      papergraph stats
      papergraph stats --json | jq .classes
    """
    import papergraph

    with papergraph.open(store) as graph:
        stats = graph.stats()
    if as_json:
        _json.write(dataclasses.asdict(stats))
        return
    for title, counts in (("class", stats.classes), ("day", stats.days), ("coverage", stats.coverage)):
        click.echo(click.style(title, bold=True))
        width = max((len(name) for name in counts), default=0)
        for name, count in counts.items():
            click.echo(one_line(f"  {name.ljust(width)}  {count:>9,}"))
