"""``papergraph ask``: a question that has a name."""

import sys

import click

from papergraph.cli import _json, _options
from papergraph.errors import NO, UsageError

_FORMATS = ("table", "csv", "tsv", "json", "xml")


@click.command("ask", add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("question", required=False)
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED, metavar="[--PARAMETER VALUE]...")
@click.option("--list", "-l", "show_list", is_flag=True, help="List the questions.")
@click.option("--json", "as_json", is_flag=True, help="With --list: write JSON, for a machine.")
@click.option("--sparql", is_flag=True, help="Print the query instead of its answer, ready to be pasted anywhere.")
@click.option("--format", "format_name", type=click.Choice(_FORMATS), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=0), help="Rows at most; by default what the question says, 0 for all.")
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), default=60.0, show_default=True, help="Seconds."
)
@_options.store
@click.option("--help", "-h", "show_help", is_flag=True, help="Show this message; with a question, what it takes.")
@click.pass_context
def command(
    context: click.Context,
    question: str | None,
    parameters: tuple[str, ...],
    show_list: bool,
    as_json: bool,
    sparql: bool,
    format_name: str,
    limit: int | None,
    timeout: float,
    store: str,
    show_help: bool,
) -> None:
    """Ask a named QUESTION. Names are given as for show: in any usual spelling, by id, or as an IRI.

    The exit code is 1 when the answer is empty.

    \b
    Example:
      papergraph ask --list
      papergraph ask builds-on --help
      papergraph ask builds-on --method GRPO
      papergraph ask works-on --concept "강화 학습" --since 2024-06-01 --format csv
      papergraph ask coauthors --author "Yang Yue" --sparql
    """
    if show_help and question is None:
        click.echo(context.get_help())
        return
    from papergraph.cli import _questions
    from papergraph.query import asking, catalogue
    from papergraph.query.table import has_rows

    if show_list:
        questions = catalogue.catalogue()
        if as_json:
            _json.write([_questions.as_data(one) for one in questions])
        else:
            click.echo(_questions.listed(questions))
        return
    if question is None or question.startswith("-"):
        raise UsageError("name a question, then its parameters", hint="papergraph ask --list shows the questions")
    wanted = catalogue.question(question)
    if show_help:
        click.echo(_questions.usage(wanted))
        return
    if as_json:
        raise UsageError("--json goes with --list", hint="for an answer as JSON: --format json")
    values = given(parameters)
    asking.check(wanted, values)
    import papergraph

    with papergraph.open(store) as graph:
        text = graph.sparql_of(question, limit=limit, **values)
        if sparql:
            click.echo(text, nl=False)
            return
        body = graph.answer(text, format=format_name, timeout=timeout)
    click.echo(body, nl=False)
    if not has_rows(body, format_name):
        sys.exit(NO)


def given(arguments: tuple[str, ...]) -> dict[str, str]:
    """Return ``--name value`` and ``--name=value`` as a dictionary."""
    values: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.removeprefix("--").partition("=")
        if not argument.startswith("--") or not name:
            raise UsageError(f"{argument!r} is neither --parameter nor its value", hint="write it as --parameter value")
        if not equals:
            found = next(rest, None)
            if found is None:
                raise UsageError(f"--{name} has no value", hint=f"write it as --{name} VALUE")
            value = found
        if name in values:
            raise UsageError(f"--{name} is given twice")
        values[name] = value
    return values
