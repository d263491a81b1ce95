"""``papergraph read``: the extractor on one text."""

import sys

import click

from papergraph.cli import _json, _options
from papergraph.cli._errors import printable


@click.command("read")
@click.argument("text", required=False, default="-")
@click.option("--title", default="", help="The title above a paragraph.")
@_options.as_json
def command(text: str, title: str, as_json: bool) -> None:
    """Show what the extractor reads in TEXT: a paragraph, an entry or a digest; - or nothing is standard input.

    Each name and number is marked and numbered; below stand its class, its role and the rule that found it.

    \b
    Example:
      papergraph read "FooNet은 GRPO를 활용하여 학습합니다."
      papergraph read --json < entry.md
    """
    from papergraph.cli import _reading
    from papergraph.reading import read_text

    done = read_text(sys.stdin.buffer, title=title) if text == "-" else read_text(text, title=title, file="TEXT")
    if as_json:
        _json.write(_reading.as_data(done))
    else:
        click.echo(_reading.as_text(done))
        for problem in done.problems:
            where = f"{problem.file}:{problem.line}" if problem.line else problem.file
            click.echo(printable(f"{problem.severity.value}: {where}: {problem.message}"), err=True)
