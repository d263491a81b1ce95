"""``papergraph view``: one offline page, or a picture."""

from pathlib import Path
from typing import Any

import click

from papergraph.cli import _json, _options
from papergraph.cli._errors import one_line

_KINDS = {
    "coauthors": "who wrote papers together",
    "methods": "methods that papers have together, beyond chance",
    "papers": "papers that share methods",
    "authors-methods": "people and the methods of their papers",
    "communities": "groups instead of single nodes, for what is too large",
    "paper": "NAME, who wrote it and what it has",
    "author": "NAME, their papers, co-authors and methods",
    "method": "NAME (any concept) and the papers that have it",
    "timeline": "who took up NAME (any concept), and when",
}


_SECTIONS = {
    "What counts": ("since", "until", "via", "of"),
    "How much is drawn": ("min_weight", "backbone", "max_nodes", "depth"),
    "How it looks": ("labels", "painter"),
}


class _Command(click.Command):
    """A command that tells its kinds before its options, and these by what they are about."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Kinds"):
            formatter.write_dl(list(_KINDS.items()))
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = {option.name: record for option in options if (record := option.get_help_record(ctx))}
        for section, names in _SECTIONS.items():
            with formatter.section(section):
                formatter.write_dl([records.pop(name) for name in names])
        with formatter.section("Options"):
            formatter.write_dl(list(records.values()))


@click.command("view", cls=_Command)
@click.argument("kind", type=click.Choice(list(_KINDS)), metavar="KIND")
@click.argument("name", required=False)
@click.option(
    "--output",
    "-o",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="FILE.html for a page; FILE.svg, .png or .pdf for a picture (the last two need papergraph[pictures]).",
)
@click.option("--since", metavar="DAY", help="Papers from this day on, as 2025-05-07.")
@click.option("--until", metavar="DAY", help="Papers up to this day.")
@click.option(
    "--via",
    type=_options.Classes(),
    default="methods",
    show_default=True,
    help=f"Any of {','.join(_options.CLASSES)}.",
)
@click.option(
    "--of",
    type=click.Choice(["coauthors", "papers"]),
    default="coauthors",
    show_default=True,
    help="The network whose communities are drawn.",
)
@click.option(
    "--min-weight",
    metavar="W",
    type=click.FloatRange(0),
    default=0.0,
    help="Only links of this weight: papers that two authors or methods have, the strength between papers.",
)
@click.option("--backbone", metavar="N", type=click.IntRange(1), help="Only N links; each node's strongest stays.")
@click.option("--max-nodes", metavar="N", type=click.IntRange(1), help="Only N nodes.")
@click.option("--depth", type=click.IntRange(1, 2), help="Steps from NAME; by default two where they are few.")
@click.option("--labels", type=click.Choice(["en", "ko"]), help="Names in this language where there is a choice.")
@click.option(
    "--painter",
    type=click.Choice(["auto", "vis", "canvas"]),
    default="auto",
    show_default=True,
    help="What draws the page; auto takes what suits the size.",
)
@_options.store
@_options.as_json
@_options.quiet
def command(kind: str, name: str | None, output: Path, store: str, as_json: bool, quiet: bool, **options: Any) -> None:
    """Write one HTML file that needs no network and stands still; a click on a line says why it is there.

    By default as much is drawn as reads well: up to 10,000 nodes and 30,000 links. What is left out is said.

    \b
    Example:
      papergraph view coauthors -o coauthors.html
      papergraph view papers --via methods,datasets --since 2025-01-01 -o papers.html
      papergraph view timeline GRPO -o grpo.svg
    """
    import papergraph
    from papergraph.views.view import check_file

    check_file(output)
    with papergraph.open(store) as graph:
        view = graph.view(kind, name, **options)
    view.write(output)
    if as_json:
        _json.write(_data(kind, str(output), view.model))
    elif not quiet:
        click.echo(one_line(f"{output}: {view.caption}"), err=True)


def _data(kind: str, file: str, model: Any) -> dict[str, Any]:
    return {
        "kind": kind,
        "file": file,
        "title": model.title,
        "nodes": len(model.nodes),
        "links": len(model.edges),
        "groups": len(model.groups),
        "alone": len(model.alone) + model.unlisted,
        "summary": list(model.summary),
    }
