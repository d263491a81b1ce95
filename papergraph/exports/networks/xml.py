"""Networks as GEXF, which Gephi reads, and as GraphML. Neither bears a date, so the same network is the same bytes."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from papergraph import vocab
from papergraph.exports.networks.tables import Columns, Tables, Type, attributes, plain, rows
from papergraph.exports.plain import one_line

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def gexf(network: Tables) -> str:
    """Return the network in GEXF 1.3. Labels and weights stand where the format has a place for them."""
    return "\n".join(_gexf(network)) + "\n"


def graphml(network: Tables) -> str:
    """Return the network in GraphML; lists are joined."""
    return "\n".join(_graphml(network)) + "\n"


def _gexf(network: Tables) -> Iterator[str]:
    nodes = attributes(network.nodes, without=("iri", "label"))
    edges = attributes(network.edges, without=("source", "target", "weight"))
    yield _HEAD
    yield f'<gexf xmlns="{vocab.GEXF}" version="1.3">'
    yield f"<meta><creator>papergraph</creator><description>{escape(one_line(network.kind))}</description></meta>"
    yield '<graph defaultedgetype="undirected" mode="static">'
    yield from _gexf_attributes("node", nodes)
    yield from _gexf_attributes("edge", edges)
    yield "<nodes>"
    for row in rows(network.nodes):
        label = quoteattr(one_line(row.get("label") or row["iri"]))
        yield f"<node id={_id(row['iri'])} label={label}>{_gexf_values(row, nodes)}</node>"
    yield "</nodes>"
    yield "<edges>"
    for number, row in enumerate(rows(network.edges)):
        ends = f"source={_id(row['source'])} target={_id(row['target'])}"
        weight = f' weight="{plain(row["weight"], Type.NUMBER)}"' if row.get("weight") is not None else ""
        yield f'<edge id="{number}" {ends}{weight}>{_gexf_values(row, edges)}</edge>'
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _gexf_attributes(of: str, types: Mapping[str, Type]) -> Iterator[str]:
    if types:
        yield f'<attributes class="{of}" mode="static">'
        for number, (name, type) in enumerate(types.items()):
            yield f'<attribute id="{number}" title={quoteattr(name)} type="{_scalar(type)}"/>'
        yield "</attributes>"


def _gexf_values(row: Mapping[str, Any], types: Mapping[str, Type]) -> str:
    values = "".join(
        f'<attvalue for="{number}" value={quoteattr(plain(row[name], type))}/>'
        for number, (name, type) in enumerate(types.items())
        if row[name] is not None
    )
    return f"<attvalues>{values}</attvalues>" if values else ""


def _graphml(network: Tables) -> Iterator[str]:
    yield _HEAD
    yield f'<graphml xmlns="{vocab.GRAPHML}">'
    nodes, edges = attributes(network.nodes, without=("iri",)), attributes(network.edges, without=("source", "target"))
    for of, types in (("node", nodes), ("edge", edges)):
        for number, (name, type) in enumerate(types.items()):
            key = f'<key id="{of[0]}{number}" for="{of}" attr.name={quoteattr(name)} attr.type="{_scalar(type)}"/>'
            yield key
    yield f'<graph id={_id(network.kind)} edgedefault="undirected">'
    for row in rows(network.nodes):
        yield f"<node id={_id(row['iri'])}>{_graphml_values(row, nodes, 'n')}</node>"
    for row in rows(network.edges):
        ends = f"source={_id(row['source'])} target={_id(row['target'])}"
        yield f"<edge {ends}>{_graphml_values(row, edges, 'e')}</edge>"
    yield "</graph>"
    yield "</graphml>"


def _graphml_values(row: Columns, types: Mapping[str, Type], letter: str) -> str:
    return "".join(
        f'<data key="{letter}{number}">{escape(plain(row[name], type))}</data>'
        for number, (name, type) in enumerate(types.items())
        if row[name] is not None
    )


def _scalar(type: Type) -> str:
    return Type.TEXT.value if type is Type.LIST else type.value


def _id(iri: str) -> str:
    return quoteattr(one_line(iri))
