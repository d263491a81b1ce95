"""A network is cut to its heavy and its strongest links, the same whatever the order."""

from dataclasses import dataclass
from typing import Any

import pytest

from papergraph.exports.networks.tables import Columns, Type, cut, plain, type_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """A network as plain tables."""

    kind: str
    nodes: Columns
    edges: Columns


LINKS = [("a", "b", 5), ("a", "c", 4), ("b", "c", 3), ("c", "d", 1), ("e", "f", 1)]


def net(links: list[tuple[str, str, int]]) -> Net:
    iris = sorted({end for source, target, _ in links for end in (source, target)} | {"z"})
    columns = list(zip(*links, strict=True)) or [(), (), ()]
    return Net(
        kind="coauthors",
        nodes={"iri": iris, "label": [iri.upper() for iri in iris]},
        edges=dict(zip(("source", "target", "weight"), columns, strict=True)),
    )


def links_of(columns: Columns) -> set[tuple[Any, ...]]:
    return set(zip(*columns.values(), strict=True))


def test_a_network_that_is_not_cut_stays_as_it_is() -> None:
    """Nodes without links stay as well."""
    whole = net(LINKS)
    assert cut(whole) is whole


def test_light_links_go_and_so_do_nodes_that_lose_all() -> None:
    """What is lighter goes, and who has no link any more."""
    heavy = cut(net(LINKS), at_least=3)
    assert links_of(heavy.edges) == set(LINKS[:3])
    assert (list(heavy.nodes["iri"]), list(heavy.nodes["label"])) == (["a", "b", "c"], ["A", "B", "C"])


def test_each_node_keeps_its_strongest_link_first() -> None:
    """Of five links the four that stay leave nobody alone who had a link."""
    assert links_of(cut(net(LINKS), at_most=4).edges) == {link for link in LINKS if link != ("b", "c", 3)}


def test_which_end_comes_first_does_not_matter() -> None:
    """The links of an undirected network may be written either way; of equals the same ones stay."""
    alike = [(chr(97 + one), chr(97 + other), 1) for other in range(12) for one in range(other)]
    turned = [(other, one, weight) for one, other, weight in alike]
    kept = links_of(cut(net(alike), at_most=20).edges)
    assert {(other, one, weight) for one, other, weight in links_of(cut(net(turned), at_most=20).edges)} == kept


@pytest.mark.parametrize("at_most", range(7))
def test_order_does_not_matter(at_most: int) -> None:
    """The cut is the same however the links are listed, and never greater than asked for."""
    kept = links_of(cut(net(LINKS), at_most=at_most).edges)
    assert kept == links_of(cut(net(LINKS[::-1]), at_most=at_most).edges)
    assert len(kept) == min(at_most, len(LINKS))


@pytest.mark.parametrize(
    ("values", "type", "shown"),
    [
        ([1, None], Type.WHOLE, "1"),
        ([0.5, 1], Type.NUMBER, "0.5"),
        ([True], Type.BOOLEAN, "true"),
        ([("a", "b|c")], Type.LIST, "a|b%7Cc"),
        (["x\ny", None], Type.TEXT, "x y"),
    ],
)
def test_types_of_columns(values: list[object], type: Type, shown: str) -> None:
    """A column has the type of its values, and each value a text that says it."""
    assert type_of(values) is type
    assert plain(values[0], type) == shown


def test_a_column_of_nothing_is_text() -> None:
    """No value tells no type."""
    assert type_of([None, None]) is type_of([]) is Type.TEXT
