"""Each format of a network is opened by a reader of its own, with hostile names, and is what was written."""

import csv
import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.errors import MissingExtraError, StoreError, UnknownNameError
from papergraph.exports.networks import FORMATS, write_network
from papergraph.exports.networks.json import cytoscape, vosviewer
from papergraph.exports.networks.tables import Columns, Tables
from papergraph.exports.networks.text import gml, pajek
from papergraph.exports.networks.xml import gexf, graphml
from papergraph.exports.plain import one_line

from ..conftest import HOSTILE, WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """A network as plain tables."""

    kind: str
    nodes: Columns
    edges: Columns


def net_of(names: list[str]) -> Net:
    """A ring of authors of these names, with every type of column."""
    iris = [f"https://example.org/author/a-{n}" for n in range(len(names))]
    count = len(names) if len(names) > 2 else 0
    return Net(
        kind="coauthors",
        nodes={
            "iri": iris,
            "label": names,
            "papers": [(f"https://example.org/p/{n}", "https://example.org/p/x") for n in range(len(names))],
            "day": ["2025-05-07" if n % 2 else None for n in range(len(names))],
        },
        edges={
            "source": iris[:count],
            "target": [*iris[1:], *iris[:1]][:count],
            "weight": [n + 1 for n in range(count)],
            "fractional": [1 / (n + 3) for n in range(count)],
            "papers": [(f"https://example.org/p/{n}",) for n in range(count)],
            "note": names[:count],
        },
    )


def expected(net: Net) -> tuple[dict[str, str], dict[frozenset[str], dict[str, Any]]]:
    nodes = dict(zip(net.nodes["iri"], map(one_line, net.nodes["label"]), strict=True))
    edges = {}
    for source, target, weight, fractional, papers, note in zip(*net.edges.values(), strict=True):
        values = {"weight": weight, "fractional": fractional, "papers": "|".join(papers), "note": one_line(note)}
        edges[frozenset((source, target))] = values
    return nodes, edges


def by_gexf(text: str, folder: Path) -> nx.Graph:
    return _by(nx.read_gexf, text, folder)


def by_graphml(text: str, folder: Path) -> nx.Graph:
    return _by(nx.read_graphml, text, folder)


def by_gml(text: str, folder: Path) -> nx.Graph:
    return nx.parse_gml(text.splitlines(), label="iri")


def _by(read: Callable[[str], nx.Graph], text: str, folder: Path) -> nx.Graph:
    path = folder / "network"
    path.write_text(text, encoding="utf-8", newline="")
    return read(str(path))


@pytest.mark.parametrize(
    ("write", "read"), [(gexf, by_gexf), (graphml, by_graphml), (gml, by_gml)], ids=["gexf", "graphml", "gml"]
)
def test_attributes_come_back(
    write: Callable[[Tables], str], read: Callable[[str, Path], nx.Graph], tmp_path: Path
) -> None:
    """Names, weights and every other attribute, with their types, whatever the names."""
    net = net_of(HOSTILE)
    graph = read(write(net), tmp_path)
    nodes, edges = expected(net)
    assert not graph.is_directed()
    assert {iri: data["label"] for iri, data in graph.nodes(data=True)} == nodes
    assert graph.nodes[net.nodes["iri"][1]]["day"] == "2025-05-07"
    assert "day" not in graph.nodes[net.nodes["iri"][0]]
    found = {frozenset((source, target)): data for source, target, data in graph.edges(data=True)}
    assert found.keys() == edges.keys()
    for ends, values in edges.items():
        assert {name: found[ends][name] for name in values} == values


@pytest.mark.parametrize(
    ("write", "read"), [(gexf, by_gexf), (graphml, by_graphml), (gml, by_gml)], ids=["gexf", "graphml", "gml"]
)
@given(names=st.lists(WORDS.filter(one_line), min_size=3, max_size=4))
def test_any_name_comes_back(
    write: Callable[[Tables], str],
    read: Callable[[str, Path], nx.Graph],
    names: list[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """XML and GML hold every text that a name may be; in GML, of namesakes each has the end of the IRI behind it."""
    net = net_of(names)
    graph = read(write(net), tmp_path_factory.getbasetemp())
    labels = expected(net)[0]
    several = {label for label, count in Counter(labels.values()).items() if count > 1} if write is gml else set()
    assert {iri: data["label"] for iri, data in graph.nodes(data=True)} == {
        iri: f"{label} ({iri.rsplit('/', 1)[1]})" if label in several else label for iri, label in labels.items()
    }


@pytest.mark.parametrize("names", [["Yang Yue", "Yang Yue", "Yang Yue (a-1)"], ["", "", "x"], ["x", "X", "x"]])
def test_readers_that_call_nodes_by_their_labels(names: list[str]) -> None:
    """No two nodes of GML and Pajek become one there."""
    net = net_of(names)
    assert len(nx.parse_gml(gml(net))) == len(names)
    assert len(nx.parse_pajek(pajek(net))) == len(names)


@pytest.mark.parametrize("number", [1e-07, 2.5e-300, 1e22, 0.1, 3.0, -1e-05])
@pytest.mark.parametrize(
    ("write", "read"), [(gexf, by_gexf), (graphml, by_graphml), (gml, by_gml)], ids=["gexf", "graphml", "gml"]
)
def test_very_small_and_large_numbers_come_back(
    write: Callable[[Tables], str], read: Callable[[str, Path], nx.Graph], number: float, tmp_path: Path
) -> None:
    """A p of one in ten millions is a number in every format."""
    net = net_of(["Ada", "Ben", "Cho"])
    net = Net(kind=net.kind, nodes=net.nodes, edges={**net.edges, "p": [number] * len(net.edges["source"])})
    assert {data["p"] for _, _, data in read(write(net), tmp_path).edges(data=True)} == {number}


def test_pajek_comes_back(tmp_path: Path) -> None:
    """Each node is one, even of two with one name, and weights are kept."""
    net = net_of([*HOSTILE, "Yang Yue", "Yang Yue"])
    lines = pajek(net).splitlines()
    graph = nx.parse_pajek(lines)
    assert len(graph) == len(net.nodes["iri"])
    assert graph.number_of_edges() == len(net.edges["source"])
    assert {f"Yang Yue (a-{n})" for n in (len(HOSTILE), len(HOSTILE) + 1)} <= set(graph)
    assert sorted(weight for _, _, weight in graph.edges(data="weight")) == sorted(net.edges["weight"])


def test_vosviewer_has_what_its_format_asks_for() -> None:
    """Items and links by the names and types of the published format."""
    net = net_of(HOSTILE)
    data = json.loads(vosviewer(net))
    assert data.keys() == {"network"}
    items = {item["id"]: item for item in data["network"]["items"]}
    assert {iri: item["label"] for iri, item in items.items()} == expected(net)[0]
    for item in items.values():
        assert item.keys() <= {"id", "label", "description", "url", "cluster", "weights"}
        assert "<" not in item["description"]
        assert all(isinstance(value, int | float) and value >= 0 for value in item["weights"].values())
        assert item["weights"]["Papers"] == 2
        assert item["weights"]["Links"] == 2
    assert items[net.nodes["iri"][1]]["weights"]["Total link strength"] == 1 + 2
    for link in data["network"]["links"]:
        assert link.keys() == {"source_id", "target_id", "strength"}
        assert {link["source_id"], link["target_id"]} <= items.keys()
    assert [link["strength"] for link in data["network"]["links"]] == net.edges["weight"]


def test_vosviewer_has_clusters_from_1() -> None:
    """Where communities are known they are clusters, which VOSviewer counts from 1 to 1000."""
    net = net_of(["a", "b", "c"])
    clustered = Net(kind=net.kind, nodes={**net.nodes, "community": [0, 1, 1000]}, edges=net.edges)
    items = json.loads(vosviewer(clustered))["network"]["items"]
    assert [item.get("cluster") for item in items] == [1, 2, None]


def test_cytoscape_comes_back() -> None:
    """networkx reads what was written, lists included."""
    net = net_of(HOSTILE)
    graph = nx.cytoscape_graph(json.loads(cytoscape(net)))
    assert {iri: data["name"] for iri, data in graph.nodes(data=True)} == expected(net)[0]
    first = graph.edges[net.edges["source"][0], net.edges["target"][0]]
    assert (first["weight"], first["papers"]) == (1, ["https://example.org/p/0"])


def test_a_suffix_in_capitals(tmp_path: Path) -> None:
    """It tells the format, too, and is no part of the name."""
    files = write_network(net_of(["Ada", "Ben", "Cho"]), tmp_path / "Net.CSV")
    assert [file.name for file in files] == ["Net.nodes.csv", "Net.edges.csv"]


def test_csv_is_two_tables(tmp_path: Path) -> None:
    """Nodes with the id that Gephi wants, edges between them; no name breaks a row or begins a formula."""
    net = net_of([*HOSTILE, "=1+1", "-x", "@y", "＝1+1"])
    files = write_network(net, tmp_path / "net.csv")
    assert [file.name for file in files] == ["net.nodes.csv", "net.edges.csv"]
    nodes, edges = (
        list(csv.DictReader(StringIO(file.read_bytes().decode(), newline=""), strict=True)) for file in files
    )
    assert [row["label"].removeprefix("'") for row in nodes] == list(expected(net)[0].values())
    assert not any(value.startswith(("=", "+", "-", "@", "＝")) for row in [*nodes, *edges] for value in row.values())
    assert {end for row in edges for end in (row["source"], row["target"])} <= {row["id"] for row in nodes}
    assert [int(row["weight"]) for row in edges] == net.edges["weight"]
    assert edges[0]["papers"].split("|") == list(net.edges["papers"][0])


def test_parquet_keeps_types(tmp_path: Path) -> None:
    """Lists are lists, numbers numbers, and what is unknown is null."""
    parquet = pytest.importorskip("pyarrow.parquet")
    net = net_of(HOSTILE)
    nodes, edges = map(parquet.read_table, write_network(net, tmp_path / "net.parquet"))
    assert nodes["label"].to_pylist() == [one_line(name) for name in HOSTILE]
    assert nodes["day"].to_pylist() == net.nodes["day"]
    assert edges["papers"].to_pylist() == [list(papers) for papers in net.edges["papers"]]
    assert (str(edges["weight"].type), str(edges["fractional"].type)) == ("int64", "double")
    assert edges["fractional"].to_pylist() == net.edges["fractional"]


def test_parquet_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed it is told how, and nothing is written."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError) as raised:
        write_network(net_of(["a", "b", "c"]), tmp_path / "net.parquet")
    assert "papergraph[parquet]" in str(raised.value.hint)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("names", [[], ["one"], HOSTILE], ids=["empty", "single", "hostile"])
def test_the_same_network_gives_the_same_bytes(tmp_path: Path, format: str, names: list[str]) -> None:
    """No clock and no chance: two files are equal; a network without links or nodes is a file, too."""
    if format == "parquet":
        pytest.importorskip("pyarrow")
    first = write_network(net_of(names), tmp_path / "first", format=format)
    second = write_network(net_of(names), tmp_path / "second", format=format)
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]
    assert b"2026" not in b"".join(file.read_bytes() for file in first)


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("n.gexf", b"<?xml"),
        ("n.GraphML", b"<?xml"),
        ("n.gml", b"graph ["),
        ("n.net", b"*Vertices 3"),
        ("n.cyjs", b"{"),
    ],
)
def test_the_suffix_tells_the_format(tmp_path: Path, name: str, begin: bytes) -> None:
    """Each suffix has its format."""
    (file,) = write_network(net_of(["a", "b", "c"]), tmp_path / name)
    assert file.read_bytes().startswith(begin)


def test_what_cannot_be_written(tmp_path: Path) -> None:
    """A suffix that nobody knows, and a place that is a folder."""
    for name in ("n.json", "n.xlsx", "n"):
        with pytest.raises(UnknownNameError):
            write_network(net_of(["a"]), tmp_path / name)
    (tmp_path / "n.gml").mkdir()
    with pytest.raises(StoreError):
        write_network(net_of(["a"]), tmp_path / "n.gml")
