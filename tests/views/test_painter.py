"""The adapter to pyvis."""

from importlib.metadata import version

from papergraph.query.networks import NetworkRows
from papergraph.views import painter
from papergraph.views.kinds.coauthors import coauthors_view


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
