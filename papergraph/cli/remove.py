"""``papergraph remove``: days leave the graph."""

import click

from papergraph.cli import _json, _options
from papergraph.cli._building import as_data, summary_of_removal


@click.command("remove")
@click.argument("days", nargs=-1, required=True, metavar="DAY|FILE...")
@_options.store
@_options.lexicon
@_options.aliases
@_options.quiet
@_options.as_json
def command(
    days: tuple[str, ...], store: str, lexicon: tuple[str, ...], aliases: tuple[str, ...], quiet: bool, as_json: bool
) -> None:
    """Take days out of the store: 2025-05-07, daily-papers/2025-05-07, or a file, which stands for the days in it.

    Papers, authors and concepts that no other day names go too. The rest is as if those days had never been there.

    \b
    Example:
      papergraph remove 2024-02-06 --store my.store
      papergraph remove examples/digests/2024-02-06.md
    """
    from papergraph.build import remove_days
    from papergraph.cli._progress import shown

    with shown(quiet=quiet) as progress:
        done = remove_days(days, store=store, lexicon=lexicon, aliases=aliases, progress=progress)
    data = as_data(done)
    if as_json:
        _json.write(data)
    elif not quiet:
        click.echo(summary_of_removal(data), err=True)
