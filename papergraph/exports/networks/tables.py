"""What a file of a network is made of: a table of nodes, a table of edges, and the type of each column."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

import numpy as np

from papergraph.exports.plain import one_line
from papergraph.network.backbone import telling_links

Columns = Mapping[str, Sequence[Any]]
#: Stands between the values of a list where a format has none. No IRI holds it.
SEPARATOR = "|"


class Tables(Protocol):
    """An undirected network: ``nodes`` has the columns ``iri`` and ``label`` and more, ``edges`` ``source`` and
    ``target``, which are IRIs of nodes, and more. All columns of a table have the same length."""

    @property
    def kind(self) -> str: ...
    @property
    def nodes(self) -> Columns: ...
    @property
    def edges(self) -> Columns: ...


class Type(Enum):
    """What the values of a column are."""

    WHOLE = "long"
    NUMBER = "double"
    BOOLEAN = "boolean"
    TEXT = "string"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A network with fewer links, and without the nodes that lost all of theirs."""

    kind: str
    nodes: Columns
    edges: Columns


def attributes(columns: Columns, *, without: Sequence[str]) -> dict[str, Type]:
    """Return the type of each column but those named in ``without``."""
    return {name: type_of(values) for name, values in columns.items() if name not in without}


def type_of(values: Sequence[Any]) -> Type:
    """Return the type that holds all ``values``; what is None says nothing."""
    kinds = {type(value) for value in values if value is not None}
    if kinds and kinds <= {tuple, list}:
        return Type.LIST
    if kinds == {bool}:
        return Type.BOOLEAN
    if kinds == {int}:
        return Type.WHOLE
    return Type.NUMBER if kinds and kinds <= {int, float} else Type.TEXT


def plain(value: Any, type: Type) -> str:
    """Return a value as text: a list joined by :data:`SEPARATOR`, numbers in full, text on one line."""
    if type is Type.LIST:
        return SEPARATOR.join(one_line(str(item)).replace(SEPARATOR, "%7C") for item in value)
    if type is Type.BOOLEAN:
        return "true" if value else "false"
    if type is Type.NUMBER:
        return repr(float(value))
    return str(value) if type is Type.WHOLE else one_line(str(value))


def rows(columns: Columns) -> list[dict[str, Any]]:
    """Return the table by rows."""
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def told_apart(network: Tables, *, shown: Callable[[str], str] = one_line) -> list[str]:
    """Return a label for each node that no other one has: of namesakes, each is followed by the end of its IRI.

    ``shown`` is how a format shows a text.
    """
    iris = network.nodes["iri"]
    labels = [shown(label or iri) for iri, label in zip(iris, network.nodes.get("label", iris), strict=True)]
    for more in ([iri.rsplit("/", 1)[-1] for iri in iris], iris):
        count = Counter(labels)
        labels = [
            label if count[label] == 1 else f"{label} ({shown(end)})" for label, end in zip(labels, more, strict=True)
        ]
    return labels


def cut(network: Tables, *, at_least: float | None = None, at_most: int | None = None) -> Tables:
    """Return the network with the links of weight ``at_least`` or more, of these the ``at_most`` that say most.

    Which these are :mod:`papergraph.network.backbone` says. Links without a weight have the weight 1.
    """
    if at_least is None and at_most is None:
        return network
    weights = network.edges.get("weight") or [1] * len(network.edges["source"])
    kept = [place for place, weight in enumerate(weights) if at_least is None or weight >= at_least]
    if at_most is not None and len(kept) > at_most:
        kept = _backbone(network, weights, kept, at_most)
    edges = _taken(network.edges, kept)
    linked = {*edges["source"], *edges["target"]}
    nodes = [place for place, iri in enumerate(network.nodes["iri"]) if iri in linked]
    return Cut(kind=network.kind, nodes=_taken(network.nodes, nodes), edges=edges)


def _backbone(network: Tables, weights: Sequence[float], kept: Sequence[int], at_most: int) -> list[int]:
    number = {iri: place for place, iri in enumerate(sorted(network.nodes["iri"]))}
    ends = [
        np.array([number[iri] for iri in _of(network.edges[column], kept)], dtype=np.int64)
        for column in ("source", "target")
    ]
    places = telling_links(
        np.array(_of(weights, kept), dtype=np.float64),
        first=np.minimum(*ends),
        second=np.maximum(*ends),
        size=len(number),
        at_most=at_most,
    )
    return _of(kept, places.tolist())


def _of(values: Sequence[Any], places: Sequence[int]) -> list[Any]:
    return [values[place] for place in places]


def _taken(columns: Columns, places: Sequence[int]) -> dict[str, list[Any]]:
    return {name: _of(values, places) for name, values in columns.items()}
