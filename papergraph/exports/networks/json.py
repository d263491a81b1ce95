"""Networks as JSON: for VOSviewer, and for Cytoscape."""

import json
from collections import Counter, defaultdict
from html import escape
from typing import Any

from papergraph.exports.addresses import web_address
from papergraph.exports.networks.tables import Tables, Type, attributes, rows
from papergraph.exports.plain import one_line

_CLUSTERS = ("cluster", "community")
_MOST_CLUSTERS = 1000  # VOSviewer numbers them from 1 to 1000


def vosviewer(network: Tables) -> str:
    """Return the network as VOSviewer's JSON: items with label, weights and, if known, cluster; links by strength."""
    links = [(row["source"], row["target"], _strength(row)) for row in rows(network.edges)]
    degree = Counter(end for source, target, _ in links for end in (source, target))
    strength: dict[str, float] = defaultdict(float)
    for source, target, weight in links:
        strength[source] += weight
        strength[target] += weight
    data = {
        "network": {
            "items": [_item(row, network, degree[row["iri"]], strength[row["iri"]]) for row in rows(network.nodes)],
            "links": [
                {"source_id": source, "target_id": target, "strength": weight} for source, target, weight in links
            ],
        }
    }
    return _written(data)


def cytoscape(network: Tables) -> str:
    """Return the network as Cytoscape's JSON (.cyjs), which keeps lists; networkx reads it, too."""
    nodes = [
        {
            "data": {
                **_plain(row),
                "id": row["iri"],
                "value": row["iri"],
                "name": one_line(row.get("label") or row["iri"]),
            }
        }
        for row in rows(network.nodes)
    ]
    edges = [{"data": {"id": f"e{number}", **_plain(row)}} for number, row in enumerate(rows(network.edges))]
    data = {
        "data": {"name": one_line(network.kind)},
        "directed": False,
        "multigraph": False,
        "elements": {"nodes": nodes, "edges": edges},
    }
    return _written(data)


def _item(row: dict[str, Any], network: Tables, degree: int, strength: float) -> dict[str, Any]:
    label = one_line(row.get("label") or row["iri"])
    weights: dict[str, float] = {"Links": degree, "Total link strength": strength}
    for name, type in attributes(network.nodes, without=("iri", "label", *_CLUSTERS)).items():
        if type is Type.LIST:
            weights[name.capitalize()] = len(row[name] or ())
    # A description may be HTML; this one is text.
    item: dict[str, Any] = {"id": row["iri"], "label": label, "description": escape(label)}
    if url := web_address(row["iri"]):
        item["url"] = url
    cluster = next((row[name] for name in _CLUSTERS if row.get(name) is not None), None)
    if isinstance(cluster, int) and 0 <= cluster < _MOST_CLUSTERS:
        item["cluster"] = cluster + 1
    return {**item, "weights": weights}


def _strength(row: dict[str, Any]) -> float:
    return 1.0 if row.get("weight") is None else max(0.0, float(row["weight"]))


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _clean(value) for name, value in row.items() if value is not None}


def _clean(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_clean(item) for item in value]
    return one_line(value) if isinstance(value, str) else value


def _written(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
