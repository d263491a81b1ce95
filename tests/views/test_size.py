"""How large a page is without the words of its evidence: titles, names and sentences come on top, once each."""

from dataclasses import replace

import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.page import html

from .painted import crowd

_KB = 1024
_BOUNDS = {"vis": (550, 0.5), "canvas": (150, 0.2)}  # KB: fixed, of which vis-network is 458, and for each node
_SIZES = [("vis", 100, 300), ("vis", 1_000, 3_000), ("canvas", 100, 300), ("canvas", 5_000, 15_000)]


@pytest.mark.parametrize(("painter", "nodes", "edges"), _SIZES, ids=str)
def test_a_page_is_small_but_for_its_evidence(rows: NetworkRows, painter: str, nodes: int, edges: int) -> None:
    """A page takes a fixed size and some more for each node, lines included."""
    fixed, each = _BOUNDS[painter]
    model = crowd(coauthors_view(rows), nodes=nodes, edges=edges)
    silent = replace(model, nodes=tuple(replace(node, name="", label="") for node in model.nodes))
    size = len(html(silent, painter=painter).encode("utf-8")) / _KB
    assert size <= fixed + each * nodes
