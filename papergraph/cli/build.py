"""``papergraph build``: digests become a graph."""

import dataclasses
from pathlib import Path

import click

from papergraph.cli import _json, _options
from papergraph.cli._errors import one_line
from papergraph.errors import StoreError


@click.command("build")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_options.store
@click.option("--format", "format_name", metavar="NAME", help="The input's format; by default it is recognised.")
@click.option("--base", metavar="IRI", help="The base of the data IRIs; by default the store's own.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Worker processes; by default one per processor.")
@click.option("--text/--no-text", "with_text", default=None, help="Write, or leave out, the text of the sections.")
@click.option("--strict", is_flag=True, help="Fail, and write nothing, when an entry cannot be read.")
@_options.lexicon
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
    strict: bool,
    lexicon: tuple[str, ...],
    report: Path | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Read digests (files, folders, globs, .gz, or - for standard input) and write their graph into the store.

    Days that the store already has are replaced by what the input says of them; other days stay.

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
            lexicon=lexicon,
            progress=progress,
        )
    data = _as_data(done)
    if as_json:
        _json.write(data)
    elif not quiet:
        click.echo(_summary(data), err=True)
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


def _as_data(done: object) -> dict[str, object]:
    data = dataclasses.asdict(done)  # type: ignore[call-overload]
    data["problems"] = [{**problem, "severity": problem["severity"].value} for problem in data["problems"]]
    return dict(data)


_SHOWN_PROBLEMS = 10


def _summary(data: dict[str, object]) -> str:
    concepts: dict[str, int] = data["concepts"]  # type: ignore[assignment]
    problems: list[dict[str, str]] = data["problems"]  # type: ignore[assignment]
    kinds = ", ".join(f"{count:,} {name.lower()}{'s' * (count != 1)}" for name, count in concepts.items()) or "none"
    lines = [
        f"{_amount(data, 'entries', 'entry')} in {_amount(data, 'files')}; {_amount(data, 'days_read', 'day')} read",
        f"{data['store']}: {', '.join(_amount(data, key) for key in ('days', 'listings', 'papers', 'authors'))}",
        f"concepts: {kinds}",
        f"{_amount(data, 'mentions')}, {_amount(data, 'results')}",
        f"problems: {_count(problems)}",
    ]
    lines += [_line(problem) for problem in problems if problem["severity"] != "note"][:_SHOWN_PROBLEMS]
    return "\n".join(map(one_line, lines))


def _amount(data: dict[str, object], key: str, one: str | None = None) -> str:
    number: int = data[key]  # type: ignore[assignment]
    many = {"entry": "entries", "day": "days"}.get(one or "", key)
    return f"{number:,} {one or key.removesuffix('s') if number == 1 else many}"


def _count(problems: list[dict[str, str]]) -> str:
    tally = {kind: sum(problem["severity"] == kind for problem in problems) for kind in ("error", "warning", "note")}
    found = ", ".join(f"{count} {kind}{'s' * (count > 1)}" for kind, count in tally.items() if count)
    return f"{found} (--report FILE.json lists them)" if found else "none"


def _line(problem: dict[str, str]) -> str:
    place = f"{problem['file']}:{problem['line']}" if problem["line"] else problem["file"]
    return f"  {problem['severity']}: {place}: {problem['message']}"
