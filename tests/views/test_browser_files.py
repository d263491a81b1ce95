"""What a page saves, in a real browser: files made on the spot under the page's own policy, read back by others."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.coauthors import coauthors_view

from .opened import Opened, Show
from .pictures import people, works

pytestmark = pytest.mark.browser


def _saved(opened: Opened, name: str) -> Path:
    opened.press("Save")
    with opened.page.expect_download() as waiting:
        opened.page.locator("#exports").get_by_role("button", name=name, exact=True).click()
    return Path(waiting.value.path())


def _rows(file: Path) -> list[dict[str, str]]:
    text = file.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_file_that_is_offered_is_made(show: Show, rows: NetworkRows) -> None:
    """Each has something in it, and none violates the policy or asks for anything from outside."""
    opened = show(people(rows))
    names = [name for name in opened.page.locator("#exports button").all_text_contents() if "link" not in name]
    assert {"Network as GEXF", "Authors as CSV", "Links as CSV"} <= set(names)
    for name in names:
        assert _saved(opened, name).stat().st_size > 100, name
    assert opened.complaints == []
    assert not [address for address in opened.requests if address.startswith("http")]


def test_the_network_is_read_by_others(show: Show, rows: NetworkRows) -> None:
    """networkx reads the GEXF: nodes by IRI with names and days, lines with weight and why."""
    model = people(rows)
    opened = show(model)
    network = nx.read_gexf(_saved(opened, "Network as GEXF"))
    assert set(network) == {node.key for node in model.nodes}
    assert network.nodes["https://example.org/a/cho"]["label"] == "조민지"
    assert network.nodes["https://example.org/a/cho"]["alias"] == "Minji Cho"
    assert network.nodes["https://example.org/a/ada"]["first"] == "2025-05-01"
    assert {frozenset(ends) for ends in network.edges} == {
        frozenset({model.nodes[edge.source].key, model.nodes[edge.target].key}) for edge in model.edges
    }
    line = network.edges["https://example.org/a/ada", "https://example.org/a/bo"]
    assert (line["weight"], line["reasons"], line["why"]) == (1.5, 2, "1; 2")


def test_files_hold_what_is_seen(show: Show, rows: NetworkRows) -> None:
    """Filters leave out of the files what they leave out of the picture."""
    opened = show(people(rows), at="from=2025-05-03")
    assert len(nx.read_gexf(_saved(opened, "Network as GEXF"))) == 4
    assert {row["Author"] for row in _rows(_saved(opened, "Authors as CSV"))} == {
        "조민지",
        "Dee Marsh",
        "Eve Ono",
        "Fay Roth",
    }
    assert [(row["One"], row["Other"]) for row in _rows(_saved(opened, "Links as CSV"))]


def test_tables_come_back_from_csv(show: Show, rows: NetworkRows) -> None:
    """Hangul, commas and quotes survive; the order is that of the table."""
    model = works(rows)
    opened = show(model, at="table=links&sort=-strength&common=1")
    found = _rows(_saved(opened, "Links as CSV"))
    assert [list(row.values()) for row in found] == opened.rows("links")


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1", "-1", "@sum", '"=1"', 'a"b,c'])
def test_no_cell_is_a_formula(show: Show, with_hostile: Callable[[str], NetworkRows], text: str) -> None:
    """A name that a spreadsheet would run is saved as text, and whatever else it holds comes back."""
    opened = show(coauthors_view(with_hostile(text)))
    names = {row["Author"] for row in _rows(_saved(opened, "Authors as CSV"))}
    assert names == {f"'{text}" if text[0] in "=+-@" else text}


def test_hostile_names_do_not_break_the_network(
    show: Show, with_hostile: Callable[[str], NetworkRows], hostile: str
) -> None:
    """GEXF of any names is XML that others read."""
    model = coauthors_view(with_hostile(hostile))
    network = nx.read_gexf(_saved(show(model), "Network as GEXF"))
    assert len(network) == len(model.nodes)
    assert {" ".join(label.split()) for _, label in network.nodes(data="label")} == {
        " ".join(node.name.split()) for node in model.nodes
    }
