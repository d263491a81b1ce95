"""``papergraph why``: the sentences behind a link."""

import dataclasses
import sys

import click

from papergraph.cli import _json, _options
from papergraph.errors import NO


@click.command("why")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@_options.store
@click.option("--all", "every", is_flag=True, help="Every sentence, instead of the first two of each link.")
@_options.as_json
def command(first: str, second: str, store: str, every: bool, as_json: bool) -> None:
    """Say why A and B are linked: the sentences with the span marked, or the papers and concepts that both share.

    The exit code is 1 when nothing links them.

    \b
    Example:
      papergraph why 2505.03318 GRPO
      papergraph why "Yang Yue" "Andrew Zhao"
    """
    import papergraph
    from papergraph.cli import _text

    with papergraph.open(store) as graph:
        shown = graph.why(first, second)
    if as_json:
        _json.write(dataclasses.asdict(shown))
    else:
        click.echo(_text.why(shown, every=every))
    if not shown.reasons:
        sys.exit(NO)
