"""``papergraph why``: the sentences behind a link, or the rules behind a name."""

import dataclasses
import sys
from typing import TYPE_CHECKING

import click

from papergraph.cli import _json, _options
from papergraph.errors import NO

if TYPE_CHECKING:
    from papergraph.graph import Graph


@click.command("why")
@click.argument("first", metavar="A")
@click.argument("second", metavar="[B]", required=False)
@_options.store
@click.option("--all", "every", is_flag=True, help="Every sentence, instead of the first two of each link.")
@_options.as_json
def command(first: str, second: str | None, store: str, every: bool, as_json: bool) -> None:
    """Say why A and B are linked: the sentences with the span marked, or the papers and concepts that both share.

    With A alone: which rules made one thing of several names, or several things of one name.

    The exit code is 1 when nothing links A and B.

    \b
    Example:
      papergraph why 2505.03318 GRPO
      papergraph why "Yang Yue" "Andrew Zhao"
      papergraph why GRPO
    """
    import papergraph

    with papergraph.open(store) as graph:
        if second is None:
            _name(graph, first, every=every, as_json=as_json)
        else:
            _link(graph, first, second, every=every, as_json=as_json)


def _link(graph: "Graph", first: str, second: str, *, every: bool, as_json: bool) -> None:
    from papergraph.cli import _text

    shown = graph.why(first, second)
    if as_json:
        _json.write(dataclasses.asdict(shown))
    else:
        click.echo(_text.why(shown, every=every))
    if not shown.reasons:
        sys.exit(NO)


def _name(graph: "Graph", name: str, *, every: bool, as_json: bool) -> None:
    from papergraph.cli import _decisions
    from papergraph.query.cases import case_of
    from papergraph.query.origins import origin_of

    decisions = graph.decisions()
    origin = origin_of(name, decisions, select=graph.rows, base=graph.base)
    shown = origin.decisions[: None if every or as_json else _decisions.MOST]
    most = None if every or as_json else _decisions.MOST_PAPERS
    cases = [case_of(one, select=graph.rows, base=graph.base, most=most) for one in shown]
    if as_json:
        data = dataclasses.asdict(origin) | {"decisions": [_decisions.as_data(case) for case in cases]}
        _json.write(data)
    else:
        click.echo(_decisions.origin(origin, cases, silent=not decisions))
