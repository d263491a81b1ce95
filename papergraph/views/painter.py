"""Who draws a page's picture; and the only file that touches pyvis, whose ``Network`` builds what vis-network draws.

Of pyvis's page nothing is used: its template loads from elsewhere, escapes too little and starts the physics. The
library that it carries, vis-network 9.1.2 (Apache-2.0 or MIT), is put into our page whole, without its style sheet.
"""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from pyvis.edge import Edge as PyvisEdge
from pyvis.network import Network

from papergraph.views.model import ViewModel
from papergraph.views.palette import LIGHT, colour

_LIBRARY = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")
_SHAPES = {"paper": "square", "method": "diamond", "dataset": "triangle", "task": "hexagon", "metric": "triangleDown"}
_WIDTHS = (0.8, 1.8, 3.2)
_MANY_EDGES = 1_500
_MOST_NODES, _MOST_EDGES = 1_000, 3_000


def choose(model: ViewModel) -> str:
    """Return the painter for ``model``: vis-network up to what it draws without a jerk, beyond that our own."""
    return "vis" if len(model.nodes) <= _MOST_NODES and len(model.edges) <= _MOST_EDGES else "canvas"


def said(painter: str) -> str:
    """Return the sentence that says which painter draws a page."""
    if painter == "vis":
        return "Drawn by vis-network, by way of pyvis."
    return f"Drawn on a canvas of our own, as what has more than {_MOST_NODES:,} nodes or {_MOST_EDGES:,} links is."


def objects(model: ViewModel) -> dict[str, Any]:
    """Return ``nodes``, ``edges`` and ``options`` as vis-network takes them; ids are places in the model."""
    network = Network(cdn_resources="in_line")
    for place, node in enumerate(model.nodes):
        network.add_node(
            place,
            label=node.label or "?",
            shape=_SHAPES.get(node.kind, "dot"),
            color=colour(LIGHT, node.group),
            size=node.radius,
            x=node.x,
            y=node.y,
        )
    # Network.add_edge looks at every edge for each new one; ours are distinct by construction.
    network.edges = [PyvisEdge(edge.source, edge.target, width=_WIDTHS[edge.step]).options for edge in model.edges]
    network.options = _options(len(model.edges))
    nodes, edges, _, _, _, options = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _options(edges: int) -> dict[str, Any]:
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "dragNodes": False,
            "dragView": False,  # hands and camera are the page's own
            "zoomView": False,
            "selectable": False,
            "hover": False,
            "keyboard": False,
            "hideEdgesOnDrag": edges > _MANY_EDGES,
        },
        "nodes": {"chosen": False, "borderWidth": 1.2, "shadow": False},
        "edges": {"chosen": False, "smooth": False, "shadow": False, "selectionWidth": 0, "hoverWidth": 0},
    }


@cache
def library() -> str:
    """Return the source of vis-network as it may stand in a ``<script>`` element."""
    source = files("pyvis").joinpath(*_LIBRARY).read_text(encoding="utf-8")
    # A browser's developer tools would ask for the map.
    source = re.sub(r"\n//# sourceMappingURL=\S*\s*$", "\n", source)
    return source.replace("\r", "").replace("</script", r"<\/script").replace("<!--", r"<\!--")
