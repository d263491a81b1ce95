"""``papergraph read``: the extractor on one text."""

import sys
from pathlib import Path

import click

from papergraph.cli import _json, _options
from papergraph.cli._errors import printable
from papergraph.vocab import DEFAULT_STORE, STORE_VARIABLE


@click.command("read")
@click.argument("text", required=False, default="-")
@click.option("--title", default="", help="The title above a paragraph.")
@_options.lexicon
@click.option(
    "--store",
    metavar="DIR",
    envvar=STORE_VARIABLE,
    default=DEFAULT_STORE,
    show_default=True,
    help="The store whose lexicon is read; it need not be there.",
)
@_options.as_json
def command(text: str, title: str, lexicon: tuple[str, ...], store: str, as_json: bool) -> None:
    """Show what the extractor reads in TEXT: a paragraph, an entry or a digest; - or nothing is standard input.

    Each name and number is marked and numbered; below stand its class, its role and the rule that found it.

    \b
    Example:
      papergraph read "FooNet은 GRPO를 활용하여 학습합니다."
      papergraph read --json < entry.md
      papergraph read --lexicon my-terms.tsv < entry.md
    """
    from papergraph import lexicons
    from papergraph.cli import _reading
    from papergraph.reading import extractor_with, read_text

    if text != "-" and _is_file(text):
        raise click.UsageError(f"TEXT is the text itself, and this is a file: papergraph read < {printable(text)}")
    extractor = extractor_with(lexicons.files(lexicon, store=store))
    if text == "-":
        done = read_text(sys.stdin.buffer, title=title, extractor=extractor)
    else:
        done = read_text(text, title=title, file="TEXT", extractor=extractor)
    if as_json:
        _json.write(_reading.as_data(done))
    else:
        click.echo(_reading.as_text(done))
        for problem in done.problems:
            where = f"{problem.file}:{problem.line}" if problem.line else problem.file
            click.echo(printable(f"{problem.severity.value}: {where}: {problem.message}"), err=True)


def _is_file(text: str) -> bool:
    try:
        return "\n" not in text and Path(text).is_file()
    except (OSError, ValueError):  # too long for a name, or not one at all
        return False
