"""``papergraph build``: digests become a graph."""

from pathlib import Path

import click

from papergraph.cli import _json, _options
from papergraph.cli._building import as_data, summary
from papergraph.errors import StoreError


@click.command("build")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_options.store
@click.option("--format", "format_name", metavar="NAME", help="The input's format; by default it is recognised.")
@click.option("--base", metavar="IRI", help="The base of the data IRIs; by default the store's own.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Worker processes; by default one per processor.")
@click.option("--text/--no-text", "with_text", default=None, help="Write, or leave out, the text of the sections.")
@click.option("--prune", is_flag=True, help="Days that the input does not name go, with what they alone said.")
@click.option("--strict", is_flag=True, help="Fail, and write nothing, when an entry cannot be read.")
@_options.lexicon
@_options.aliases
@click.option(
    "--report", metavar="FILE.json", type=click.Path(dir_okay=False, path_type=Path), help="Write the intake report."
)
@_options.quiet
@_options.as_json
def command(
    paths: tuple[str, ...],
    store: str,
    format_name: str | None,
    base: str | None,
    jobs: int | None,
    with_text: bool | None,
    prune: bool,
    strict: bool,
    lexicon: tuple[str, ...],
    aliases: tuple[str, ...],
    report: Path | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Read digests (files, folders, globs, .gz, or - for standard input) and write their graph into the store.

    Days that the store already has are replaced by what the input says of them; other days stay, unless --prune.
    Only what is new is read, and the graph is the one that all its days at once would make.

    \b
    Example:
      papergraph build examples/digests --store my.store
      zcat july.md.gz | papergraph build - --report intake.json
    """
    from papergraph.build import build_graph
    from papergraph.cli._progress import shown

    with shown(quiet=quiet) as progress:
        done = build_graph(
            paths,
            store=store,
            format=format_name,
            base=base,
            jobs=jobs,
            with_text=with_text,
            strict=strict,
            prune=prune,
            lexicon=lexicon,
            aliases=aliases,
            progress=progress,
        )
    data = as_data(done)
    if as_json:
        _json.write(data)
    elif not quiet:
        click.echo(summary(data), err=True)
    if report:
        _write_report(data, report)


def _write_report(data: dict[str, object], file: Path) -> None:
    try:
        file.write_text(_json.text(data) + "\n", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise StoreError(
            f"the report cannot be written to {file}: {error.strerror or error}",
            hint="the graph is built; name another FILE.json and build again, which only reads what has changed",
        ) from error
