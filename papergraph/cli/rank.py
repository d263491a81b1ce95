"""``papergraph rank``: tables of the networks."""

from typing import Any

import click

from papergraph.cli import _json, _options
from papergraph.cli._errors import one_line

_WHAT = ("authors", "papers", "methods", "communities", "bridges", "pairs", "talk")
_MEASURES = ("strength", "degree", "pagerank", "betweenness", "core", "clustering")
_CLASSES = ("methods", "models", "datasets", "tasks", "metrics")
_ROLES = ("introduces", "uses", "compares", "mentions")
_WIDEST = 40  # columns of a cell


@click.command("rank")
@click.argument("what", type=click.Choice(_WHAT))
@click.option("--by", type=click.Choice(_MEASURES), default="strength", show_default=True, help="What nodes rank by.")
@click.option(
    "--network",
    type=click.Choice(["coauthors", "papers", "authors", "methods"]),
    help="For authors: coauthors (the default) or authors, which share methods. Communities and bridges: any.",
)
@click.option("--via", type=click.Choice(_CLASSES), multiple=True, default=["methods"], help="Classes that link.")
@click.option(
    "--role",
    "roles",
    type=click.Choice(_ROLES),
    multiple=True,
    help="Roles that count; all stated ones. What is evaluated on is used.",
)
@click.option("--since", metavar="DAY", help="The first day of papers, as 2025-05-07.")
@click.option("--until", metavar="DAY", help="The last day of papers.")
@click.option("--strongest", type=click.IntRange(1), help="Links of each node that stay where much is shared  [50]")
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="Rows; 0 for all.")
@_options.store
@_options.as_json
def command(
    what: str,
    by: str,
    network: str | None,
    via: tuple[str, ...],
    roles: tuple[str, ...],
    since: str | None,
    until: str | None,
    strongest: int | None,
    limit: int,
    store: str,
    as_json: bool,
) -> None:
    """Print who or what stands out in a network: authors, papers or methods by a measure; communities; bridges; pairs
    of methods that meet more often than chance has it; and who should talk: people who share rare methods and never
    wrote together.

    \b
    Example:
      papergraph rank authors --by betweenness
      papergraph rank pairs --since 2025-01-01 --limit 10
      papergraph rank talk --json
    """
    import papergraph

    with papergraph.open(store) as graph:
        ranking = graph.rank(
            what,
            by=by,
            network=network,
            via=via,
            roles=roles or _ROLES[:3],
            since=since,
            until=until,
            strongest=strongest,
            limit=limit or None,
        )
    if as_json:
        names = list(ranking.columns)
        rows = [dict(zip(names, row, strict=True)) for row in zip(*ranking.columns.values(), strict=True)]
        _json.write({"rows": rows, "notes": list(ranking.notes)})
        return
    click.echo(_table(ranking.columns), nl=False)
    for note in ranking.notes:
        click.echo(one_line(note), err=True)


def _table(columns: Any) -> str:
    from papergraph.query.table import Table, as_text
    from papergraph.query.terms import Term, TermKind
    from papergraph.vocab import XSD

    def term(value: object) -> Term | None:
        if value is None:
            return None
        if isinstance(value, int | float):
            text = f"{value:.3g}" if isinstance(value, float) else str(value)
            return Term(kind=TermKind.LITERAL, value=text, datatype=f"{XSD}double")
        return Term(kind=TermKind.LITERAL, value=str(value))

    shown = {name: values for name, values in columns.items() if name != "iri"}
    rows = tuple(tuple(map(term, row)) for row in zip(*shown.values(), strict=True))
    return as_text(Table(variables=tuple(shown), rows=rows), prefixes={}, widest=_WIDEST)
