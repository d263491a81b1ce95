"""A network is written from the command line in each format."""

import json
from pathlib import Path

import networkx as nx
import pytest

from .conftest import Run


def test_a_network_is_written(built: Run, tmp_path: Path) -> None:
    """Authors by name, links by the papers that make them; the size is told."""
    done = built("network", "coauthors", "-o", "net.gexf")
    assert (done.exit_code, done.stderr) == (0, "net.gexf: 3 nodes, 2 links\n")
    graph = nx.read_gexf(tmp_path / "net.gexf")
    assert {label for _, label in graph.nodes(data="label")} == {"Ada Kim", "Ben Lee", "Cho Min"}
    assert all("/paper/arxiv/2505.0000" in papers for _, _, papers in graph.edges(data="papers"))


def test_a_network_is_cut(built: Run) -> None:
    """By weight, by number of links, by day."""
    assert "0 nodes, 0 links" in built("network", "coauthors", "-o", "a.gml", "--min-weight", "2").stderr
    assert "2 nodes, 1 links" in built("network", "coauthors", "-o", "b.gml", "--backbone", "1").stderr
    assert "0 links" in built("network", "coauthors", "-o", "c.gml", "--since", "2025-05-08").stderr


def test_each_node_keeps_its_strongest(built: Run, tmp_path: Path) -> None:
    """Of three authors who share a method, one link of each stays."""
    assert "3 nodes, 3 links" in built("network", "authors", "-o", "all.net").stderr
    assert "3 nodes, 2 links" in built("network", "authors", "-o", "some.net", "--strongest", "1").stderr


@pytest.mark.parametrize("kind", ["papers", "authors", "methods", "paper-author", "paper-method", "author-method"])
def test_each_kind_can_be_written(built: Run, tmp_path: Path, kind: str) -> None:
    """The format is what is named, and each end of a link is an item."""
    assert built("network", kind, "-o", "net.json", "--format", "vosviewer").exit_code == 0
    network = json.loads((tmp_path / "net.json").read_text(encoding="utf-8"))["network"]
    ids = {item["id"] for item in network["items"]}
    assert network["links"]
    assert all({link["source_id"], link["target_id"]} <= ids for link in network["links"])


def test_what_cannot_be_written(built: Run, tmp_path: Path) -> None:
    """A name that does not tell the format, a day that is none."""
    assert built("network", "coauthors", "-o", "net.json").exit_code == 2
    assert built("network", "coauthors", "-o", "net.gml", "--since", "yesterday").exit_code == 2
    assert not (tmp_path / "net.gml").exists()
