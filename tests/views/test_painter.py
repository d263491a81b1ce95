"""Who draws a picture, and the adapter to pyvis."""

from dataclasses import replace
from importlib.metadata import version

import pytest

from papergraph.errors import UnknownNameError
from papergraph.query.networks import NetworkRows
from papergraph.views import painter
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.page import html


def test_pyvis_builds_the_objects(rows: NetworkRows) -> None:
    """Nodes and edges are what pyvis 0.3.2 makes of the model; a change of its output must be seen."""
    assert version("pyvis") == "0.3.2"
    model = coauthors_view(rows)
    made = painter.objects(model)
    node, edge = model.nodes[0], model.edges[0]
    assert made["nodes"][0] == {
        "id": 0,
        "label": node.label,
        "shape": "dot",
        "color": "#4C00BF",
        "size": node.radius,
        "x": node.x,
        "y": node.y,
    }
    assert made["edges"][0] == {"from": edge.source, "to": edge.target, "width": 1.8}


def test_the_library_can_stand_in_a_script_element() -> None:
    """The source ends no script element, opens no comment, asks for no source map, and keeps its licence."""
    source = painter.library()
    assert "</script" not in source.lower()
    assert "<!--" not in source
    assert "sourceMappingURL" not in source
    assert "Apache 2.0 License" in source


@pytest.mark.parametrize(
    ("nodes", "edges", "chosen"),
    [(1_000, 3_000, "vis"), (1_001, 5, "canvas"), (10, 3_001, "canvas")],
    ids=["both at the limit", "more nodes", "more links"],
)
def test_the_size_chooses_the_painter(rows: NetworkRows, nodes: int, edges: int, chosen: str) -> None:
    """vis-network draws up to 1,000 nodes and 3,000 links, beyond that our own canvas."""
    model = coauthors_view(rows)
    assert painter.choose(replace(model, nodes=model.nodes[:1] * nodes, edges=model.edges[:1] * edges)) == chosen


def test_a_page_says_who_draws_it(rows: NetworkRows) -> None:
    """The summary names the painter; on a page that our own draws there is nothing of vis-network."""
    model = coauthors_view(rows)
    by_vis, by_canvas = html(model), html(model, painter="canvas")
    assert painter.said("vis") in by_vis
    assert painter.said("canvas") in by_canvas
    assert "vis-network" in by_vis
    assert "visjs" not in by_canvas
    assert len(by_canvas.encode()) < 150_000 + 200 * len(model.nodes) + 20_000


def test_there_is_no_third_painter(rows: NetworkRows) -> None:
    """Another name is an error that tells the names."""
    with pytest.raises(UnknownNameError) as raised:
        html(coauthors_view(rows), painter="webgl")
    assert raised.value.known == ("vis", "canvas")
