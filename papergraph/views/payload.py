"""What a page's script reads: the model as columns, with everything that is at its default left out.

``web/src/data.js`` unfolds it again.
"""

import json
from collections.abc import Iterable
from dataclasses import MISSING, asdict, fields
from typing import Any

from papergraph.views.model import Claim, Edge, Node, ViewModel
from papergraph.views.palette import DARK, LIGHT, Palette
from papergraph.views.text import clean


def payload(model: ViewModel, *, painter: str, drawn: dict[str, Any] | None) -> str:
    """Return ``model`` as JSON that may stand in a script element.

    ``drawn`` are the objects that the ``painter`` wants made in Python.
    """
    base = _base(node.key for node in model.nodes)
    return _json(
        {
            "kind": model.kind,
            "title": clean(model.title),
            "summary": list(model.summary),
            "words": asdict(model.words),
            "painter": painter,
            "drawn": _drawn(drawn) if drawn else None,
            "base": base,
            "kinds": list(model.kinds),
            "nodes": _nodes(model, base),
            "edges": _edges(model.edges),
            "groups": [[group.name, group.about, group.size, group.hull] for group in model.groups],
            "papers": [[paper.id, paper.title, paper.date, paper.url, list(paper.claims)] for paper in model.papers],
            "concepts": [
                [concept.label, concept.kind, concept.support, int(concept.common)] for concept in model.concepts
            ],
            "claims": [_claim(claim) for claim in model.claims],
            "sentences": list(model.sentences),
            "listings": [
                asdict(listing) | {"rows": [[row.cells, row.node, row.other] for row in listing.rows]}
                for listing in model.listings
            ],
            "axis": asdict(model.axis) if model.axis else None,
            "queries": {"node": model.node_query, "edge": model.edge_query},
            "palettes": {"light": _colours(LIGHT), "dark": _colours(DARK)},
        }
    )


def _drawn(drawn: dict[str, Any]) -> dict[str, Any]:
    """Return the painter's objects without what the columns of nodes and edges say already."""
    nodes, edges = drawn["nodes"], drawn["edges"]
    held = ("id", "label", "size", "x", "y")
    return drawn | {"nodes": _folded(nodes, without=held), "edges": _folded(edges, without=("from", "to"))}


def _folded(objects: list[dict[str, Any]], *, without: tuple[str, ...]) -> dict[str, list[Any]]:
    """Return what is left of ``objects``, alike ones once, and for each object which of these it is."""
    left = [{name: value for name, value in one.items() if name not in without} for one in objects]
    places: dict[str, int] = {}
    each = [places.setdefault(json.dumps(one, sort_keys=True), len(places)) for one in left]
    return {"alike": [left[each.index(place)] for place in range(len(places))], "each": each}


def _base(keys: Iterable[str]) -> str:
    """Return a folder of IRIs that most keys need not spell."""
    folders = {key[: key.rfind("/") + 1] for key in keys}
    return min(folders, key=lambda folder: (len(folder), folder), default="")


def _nodes(model: ViewModel, base: str) -> dict[str, list[Any]]:
    numbers = {kind: place for place, kind in enumerate(model.kinds)}
    nodes = model.nodes
    always: dict[str, list[Any]] = {
        "key": [node.key.removeprefix(base) for node in nodes],
        "kind": [numbers[node.kind] for node in nodes],
        "name": [None if node.name == node.label else node.name for node in nodes],
        "label": [node.label for node in nodes],
        "x": [node.x for node in nodes],
        "y": [node.y for node in nodes],
        "radius": [node.radius for node in nodes],
        "group": [node.group for node in nodes],
        "papers": [node.papers for node in nodes],
    }
    optional = {"alias": "alias", "concept": "concept", "bridging": "bridging", "labelFrom": "label_from"}
    return always | _unless_default(Node, nodes, optional | {"identity": "identity"})


def _edges(edges: tuple[Edge, ...]) -> dict[str, list[Any]]:
    always: dict[str, list[Any]] = {
        "source": [edge.source for edge in edges],
        "target": [edge.target for edge in edges],
        "weight": [edge.weight for edge in edges],
        "step": [edge.step for edge in edges],
        "papers": [edge.papers or 0 for edge in edges],
        "claims": [edge.claims or 0 for edge in edges],
    }
    return always | _unless_default(Edge, edges, {"faint": "faint", "lift": "lift", "p": "p", "count": "count"})


def _unless_default(of: type, values: tuple[Any, ...], names: dict[str, str]) -> dict[str, list[Any]]:
    defaults = {field.name: field.default for field in fields(of) if field.default is not MISSING}
    columns = {written: [getattr(value, name) for value in values] for written, name in names.items()}
    return {
        written: [int(value) if isinstance(value, bool) else value for value in column]
        for written, column in columns.items()
        if any(value != defaults[names[written]] for value in column)
    }


def _claim(claim: Claim) -> list[int | str | None]:
    return [
        claim.paper,
        claim.concept,
        claim.role,
        claim.sentence,
        claim.start,
        claim.end,
        claim.rule,
        claim.mentions,
    ]


def _colours(palette: Palette) -> dict[str, str | list[str]]:
    return {
        "background": palette.background,
        "ink": palette.ink,
        "quiet": palette.quiet,
        "line": palette.line,
        "other": palette.other,
        "groups": list(palette.groups),
        "years": list(palette.years),
    }


def _json(value: Any) -> str:
    """Return ``value`` as JSON that cannot end the script element around it, nor open a comment in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e")
