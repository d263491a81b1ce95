"""``papergraph network``: a network as a file for other tools."""

from pathlib import Path

import click

from papergraph.cli import _options
from papergraph.cli._errors import one_line

_KINDS = ("coauthors", "papers", "authors", "methods", "paper-author", "paper-method", "author-method")
_FORMATS = ("csv", "cytoscape", "gexf", "gml", "graphml", "pajek", "parquet", "vosviewer")


@click.command("network")
@click.argument("kind", type=click.Choice(_KINDS))
@click.option(
    "--output",
    "-o",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The suffix decides: gexf, graphml, gml, net, cyjs, csv or parquet (two files each).",
)
@click.option(
    "--format", "format_name", type=click.Choice(_FORMATS), help="Instead of the suffix; needed for vosviewer."
)
@click.option(
    "--via",
    type=_options.Classes(),
    default="methods",
    show_default=True,
    help=f"What links papers and authors: any of {','.join(_options.CLASSES)}.",
)
@click.option("--since", metavar="DATE", help="The first day of papers, as 2025-05-07.")
@click.option("--until", metavar="DATE", help="The last day of papers.")
@click.option(
    "--strongest",
    metavar="K",
    type=click.IntRange(1),
    help="Only K links of each node where concepts are shared; all of authors are millions in a large graph.",
)
@click.option("--min-weight", metavar="W", type=float, help="Only links of this weight or more.")
@click.option(
    "--backbone",
    metavar="N",
    type=click.IntRange(0),
    help="Only N links: each node's strongest, then what chance makes least likely (disparity filter), then the heavy.",
)
@_options.store
@_options.quiet
def command(
    kind: str,
    output: Path,
    format_name: str | None,
    via: tuple[str, ...],
    since: str | None,
    until: str | None,
    strongest: int | None,
    min_weight: float | None,
    backbone: int | None,
    store: str,
    quiet: bool,
) -> None:
    """Write a network for Gephi, VOSviewer, Cytoscape, Pajek, igraph or a spreadsheet.

    A node has its IRI and its label, a link its weight and the papers or concepts that make it. Where
    a format has no lists they are joined by "|". With --min-weight or --backbone, nodes that lose all links go.

    \b
    Example:
      papergraph network coauthors -o coauthors.gexf
      papergraph network papers --since 2025-01-01 --backbone 500 -o papers.graphml
      papergraph network methods --format vosviewer -o methods.json
    """
    import papergraph
    from papergraph.exports.networks import write_network
    from papergraph.exports.networks.tables import cut

    with papergraph.open(store) as graph:
        whole = graph.network(kind, via=via, since=since, until=until, strongest=strongest)
    network = cut(whole, at_least=min_weight, at_most=backbone)
    files = write_network(network, output, format=format_name)
    if not quiet:
        nodes, links = len(network.nodes["iri"]), len(network.edges["source"])
        click.echo(one_line(f"{', '.join(map(str, files))}: {nodes:,} nodes, {links:,} links"), err=True)
