"""Networks as GML and as Pajek's .net, two formats of lines."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from papergraph.exports.networks.tables import Tables, Type, attributes, plain, rows, told_apart
from papergraph.exports.plain import one_line

_NOT_ASCII = re.compile(r'[^ -~]|["&]')
_NOT_A_KEY = re.compile(r"[^A-Za-z0-9]+")
# Pajek has no escape: a quotation mark would end the label, and a backslash some readers take for one.
_IN_PAJEK = str.maketrans({'"': "'", "\\": "/"})


def gml(network: Tables) -> str:
    """Return the network in GML: numbers as ids, the IRI as an attribute, what is not ASCII as entities.

    No two labels are the same, for some readers call the nodes by them.
    """
    return "\n".join(_gml(network)) + "\n"


def pajek(network: Tables) -> str:
    """Return the network as Pajek reads it, with labels, of which no two are the same, and weights only."""
    return "\n".join(_pajek(network)) + "\n"


def _gml(network: Tables) -> Iterator[str]:
    number = {iri: place for place, iri in enumerate(network.nodes["iri"])}
    nodes = attributes(network.nodes, without=("label",))
    edges = attributes(network.edges, without=("source", "target"))
    yield "graph ["
    yield "  directed 0"
    for row, label in zip(rows(network.nodes), told_apart(network), strict=True):
        yield "  node ["
        yield f"    id {number[row['iri']]}"
        yield f"    label {_string(label)}"
        yield from _gml_values(row, nodes)
        yield "  ]"
    for row in rows(network.edges):
        yield "  edge ["
        yield f"    source {number[row['source']]}"
        yield f"    target {number[row['target']]}"
        yield from _gml_values(row, edges)
        yield "  ]"
    yield "]"


def _gml_values(row: Mapping[str, Any], types: Mapping[str, Type]) -> Iterator[str]:
    for name, type in types.items():
        if row[name] is not None:
            yield f"    {_NOT_A_KEY.sub('', name)} {_gml_value(plain(row[name], type), type)}"


def _gml_value(value: str, type: Type) -> str:
    if type is Type.NUMBER:  # there is no number in GML that has an exponent and no point
        return value if "." in value else value.replace("e", ".0e")
    return value if type is Type.WHOLE else _string(value)


def _string(text: str) -> str:
    return f'"{_NOT_ASCII.sub(_entity, one_line(text))}"'


def _entity(found: re.Match[str]) -> str:
    # Some readers know these two by name only.
    return {'"': "&quot;", "&": "&amp;"}.get(found[0]) or f"&#{ord(found[0])};"


def _pajek(network: Tables) -> Iterator[str]:
    number = {iri: place for place, iri in enumerate(network.nodes["iri"], 1)}
    yield f"*Vertices {len(number)}"
    for place, label in enumerate(told_apart(network, shown=_in_pajek), 1):
        yield f'{place} "{label}"'
    yield "*Edges"
    for row in rows(network.edges):
        weight = row["weight"] if row.get("weight") is not None else 1
        yield f"{number[row['source']]} {number[row['target']]} {plain(weight, Type.NUMBER)}"


def _in_pajek(text: str) -> str:
    return one_line(text).translate(_IN_PAJEK)
