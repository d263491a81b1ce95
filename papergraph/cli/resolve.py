"""``papergraph resolve``: what was decided about names, to be looked through."""

import click

from papergraph.cli import _json, _options


@click.group("resolve")
def command() -> None:
    """Look through what was decided about names: which are one thing, and which are several.

    \b
    Example:
      papergraph resolve review
      papergraph resolve review --authors --limit 50 >> my.aliases.toml
    """


@command.command("review", short_help="What is worth a look, the most consequential first.")
@_options.store
@click.option("--concepts", "subject", flag_value="concept", help="Only those about methods, models, datasets …")
@click.option("--authors", "subject", flag_value="author", help="Only those about authors.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=20, show_default=True, help="How many.")
@_options.as_json
def review(store: str, subject: str | None, limit: int, as_json: bool) -> None:
    """List the joins and splits that are worth a look, the most consequential first, each with its evidence.

    Worth a look are conflicting evidence, a name that became several things, and names that became one although they
    are not spelled alike, where a paper is linked by it. What is printed is an alias file in which everything is
    commented out: take the # away from what you want to say, keep it as my.aliases.toml beside my.store, and build
    again.

    \b
    Example:
      papergraph resolve review
      papergraph resolve review --authors --limit 50 >> my.aliases.toml
    """
    import papergraph
    from papergraph.cli import _decisions
    from papergraph.model import Subject
    from papergraph.query.cases import case_of
    from papergraph.query.decisions import worth_a_look

    with papergraph.open(store) as graph:
        decisions = graph.decisions()
        found = worth_a_look(decisions, subject=Subject(subject) if subject else None)
        most = None if as_json else _decisions.MOST_IN_REVIEW
        cases = [case_of(one, select=graph.rows, base=graph.base, most=most) for one in found[:limit]]
    if as_json:
        _json.write([_decisions.as_data(case) for case in cases])
    else:
        click.echo(_decisions.review(cases, of=len(found), silent=not decisions))
