"""What holds of the page of every kind, in a real browser."""

import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.model import ViewModel

from ...serious import serious
from ..opened import Opened, Show
from .drawn import KINDS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_page_of_every_kind(show: Show, circles: NetworkRows, kind: str) -> None:
    """It is silent, its tables hold all that is drawn, each line tells why, and each node and line has an address."""
    model = KINDS[kind](circles)
    opened = show(model, at="table=nodes")
    assert opened.requests == [opened.file.as_uri()]
    assert sorted(row[0] for row in opened.rows("nodes")) == sorted(node.name for node in model.nodes)
    names = [(model.nodes[edge.source].name, model.nodes[edge.target].name) for edge in model.edges]
    assert sorted((row[0], row[1]) for row in opened.rows("links")) == sorted(names)
    keys = opened.page.evaluate("JSON.parse(data.textContent).nodes.key")
    for place, node in enumerate(model.nodes):
        _goes(opened, f"node={keys[place]}")
        assert node.name in opened.page.locator("#panel h2").inner_text()
    assert serious(opened.page) == []
    for place, edge in enumerate(model.edges):
        _goes(opened, f"link={keys[edge.source]},{keys[edge.target]}")
        _tells_why(opened, model, place)
    assert serious(opened.page) == []
    assert opened.complaints == []


def _goes(opened: Opened, address: str) -> None:
    opened.page.evaluate(
        "hash => new Promise(done => { addEventListener('hashchange', done, { once: true }); location.hash = hash; })"
        ".then(() => null)",
        address,
    )


def _tells_why(opened: Opened, model: ViewModel, place: int) -> None:
    told = opened.panel()
    papers = [model.papers[paper] for paper in model.edges[place].papers]
    assert papers
    assert all(paper.title in told for paper in papers), place
    hrefs = {link.get_attribute("href") for link in opened.page.locator("#panel .paper a").all()}
    assert {paper.url for paper in papers} <= hrefs, place
    for claim in (model.claims[claim] for pair in model.edges[place].claims for claim in pair):
        assert claim.sentence is not None
        assert model.sentences[claim.sentence] in told
        assert claim.role in told
