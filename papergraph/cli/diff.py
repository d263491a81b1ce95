"""``papergraph diff``: what changed between two graphs, or two days."""

import dataclasses
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from papergraph.cli import _json, _options
from papergraph.errors import UsageError

if TYPE_CHECKING:
    from papergraph.query.changes import Changes

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LIKE_A_DAY = re.compile(r"[\d\s./:-]*\d[\d\s./:-]*")


@click.command("diff")
@click.argument("old", required=False)
@click.argument("new", required=False)
@_options.store
@click.option("--all", "every", is_flag=True, help="Everything, instead of the first few of each kind.")
@_options.as_json
def command(old: str | None, new: str | None, store: str, every: bool, as_json: bool) -> None:
    """Say what changed: new papers by votes, new methods and those taken up, links, votes, names that are one now.

    OLD and NEW are two graphs (store folders or RDF files), or two days such as 2024-06-01: then it is what the days
    after OLD, up to and including NEW, added to the store. Without NEW it is the store, or its last day; without OLD,
    what the last build of the store changed.

    \b
    Example:
      papergraph diff
      papergraph diff 2024-09-17
      papergraph diff last-week.store this-week.store --json
    """
    from papergraph.cli import _briefing

    changes = _changes(old, new, store)
    if as_json:
        _json.write(dataclasses.asdict(changes))
    else:
        click.echo(_briefing.text(changes, every=every))


def _changes(old: str | None, new: str | None, store: str) -> "Changes":
    import papergraph

    first, last = (None if name is None else _day(name) for name in (old, new))
    if new is not None and (first is None) != (last is None):
        raise UsageError("one of the two is a day, the other is not", hint="give two graphs, or two days")
    if first is not None:
        with papergraph.open(store) as graph:
            return graph.diff_days(first, last)
    with papergraph.open(old or store, previous=old is None) as older, papergraph.open(new or store) as newer:
        return newer.diff(older)


def _day(name: str) -> date | None:
    """Return the day that ``name`` is; None when it names a graph."""
    if _DAY.fullmatch(name):
        try:
            return date.fromisoformat(name)
        except ValueError:
            raise UsageError(f"{name} is no day of the calendar") from None
    if _LIKE_A_DAY.fullmatch(name) and not Path(name).exists():
        raise UsageError(f"{name!r} is neither a day nor a graph", hint="a day is written like this: 2024-06-01")
    return None
