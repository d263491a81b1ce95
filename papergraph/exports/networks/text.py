"""Networks as GML and as Pajek's .net, two formats of lines."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from papergraph.exports.networks.tables import Tables, Type, attributes, plain, rows
from papergraph.exports.plain import one_line

_NOT_ASCII = re.compile(r'[^ -~]|["&]')
_NOT_A_KEY = re.compile(r"[^A-Za-z0-9]+")
# Pajek has no escape: a quotation mark would end the label, and a backslash some readers take for one.
_IN_PAJEK = str.maketrans({'"': "'", "\\": "/"})


def gml(network: Tables) -> str:
    """Return the network in GML: numbers as ids, the IRI as an attribute, what is not ASCII as entities."""
    return "\n".join(_gml(network)) + "\n"


def pajek(network: Tables) -> str:
    """Return the network as Pajek reads it, with labels and weights only; a label that is not the only one of its
    kind is followed by the end of the IRI."""
    return "\n".join(_pajek(network)) + "\n"


def _gml(network: Tables) -> Iterator[str]:
    number = {iri: place for place, iri in enumerate(network.nodes["iri"])}
    nodes = attributes(network.nodes, without=("label",))
    edges = attributes(network.edges, without=("source", "target"))
    yield "graph ["
    yield "  directed 0"
    for row in rows(network.nodes):
        yield "  node ["
        yield f"    id {number[row['iri']]}"
        yield f"    label {_string(row.get('label') or row['iri'])}"
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
    labels = [one_line(label or iri).translate(_IN_PAJEK) for iri, label in _labels(network)]
    several = {label for label, count in Counter(labels).items() if count > 1}
    number = {iri: place for place, iri in enumerate(network.nodes["iri"], 1)}
    yield f"*Vertices {len(labels)}"
    for (iri, _), label in zip(_labels(network), labels, strict=True):
        end = one_line(iri).rsplit("/", 1)[-1].translate(_IN_PAJEK)
        yield f'{number[iri]} "{f"{label} ({end})" if label in several else label}"'
    yield "*Edges"
    for row in rows(network.edges):
        weight = row["weight"] if row.get("weight") is not None else 1
        yield f"{number[row['source']]} {number[row['target']]} {plain(weight, Type.NUMBER)}"


def _labels(network: Tables) -> list[tuple[str, str]]:
    iris = network.nodes["iri"]
    return list(zip(iris, network.nodes.get("label", iris), strict=True))
