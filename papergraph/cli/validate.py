"""``papergraph validate``: does the graph keep its promises?"""

import dataclasses
import logging
import sys

import click

from papergraph.cli import _json, _options
from papergraph.cli._errors import one_line
from papergraph.errors import NO

_SHOWN = 20


@click.command("validate")
@click.option("--evidence", is_flag=True, help="Cut every mention out of the text and compare it with the labels.")
@_options.store
@_options.as_json
def command(evidence: bool, store: str, as_json: bool) -> None:
    """Check the graph against its SHACL shapes or, with --evidence, every link against its sentence.

    The exit code is 1 when something is wrong.

    \b
    Example:
      papergraph validate
      papergraph validate --evidence
    """
    import papergraph

    # rdflib logs a traceback for each literal that is none of its type; the report says so in words.
    logging.getLogger("rdflib").addHandler(logging.NullHandler())
    with papergraph.open(store) as graph:
        report = graph.evidence() if evidence else graph.validate()
    if as_json:
        _json.write({**dataclasses.asdict(report), "ok": report.ok})
    else:
        lines = report.lines()
        for line in lines[:_SHOWN]:
            click.echo(one_line(line))
        if len(lines) > _SHOWN:
            click.echo(f"… and {len(lines) - _SHOWN} more (--json lists all)")
    if not report.ok:
        sys.exit(NO)
