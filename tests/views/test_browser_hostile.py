"""Strings of strangers in a real browser: shown, never run, and the page keeps its shape."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.kinds.papers import papers_view
from papergraph.views.model import Listing, Row
from papergraph.views.text import clean

from .opened import Show

pytestmark = pytest.mark.browser


def test_hostile_text_runs_nothing(show: Show, with_hostile: Callable[[str], NetworkRows], hostile: str) -> None:
    """Whatever strangers write into titles, names, labels, links, dates and sentences is shown and never run."""
    for view in (coauthors_view, papers_view):
        model = view(with_hostile(hostile))
        text = clean(hostile)
        listing = Listing(key="own", title=text, note=text, columns=(text,), rows=(Row(cells=(text,), node=0),))
        nodes = tuple(replace(node, alias=text, identity=(text,)) for node in model.nodes)
        opened = show(replace(model, listings=(listing,), nodes=nodes))
        opened.click_node(0)
        opened.page.locator("#links-table tbody button").first.click()
        shown = opened.page.evaluate("document.querySelector('#panel').textContent")
        assert shown.count("pwned") >= hostile.count("pwned")
        opened.page.locator(".groups button").first.click()
        opened.press("Questions")
        opened.page.locator("#questions button").last.click()
        opened.page.evaluate("() => { location.hash = 'list=own' }")
        opened.page.wait_for_selector("#panel tbody button")
        opened.page.locator("#panel tbody button").first.click()
        opened.page.locator("#nodes-table summary").click()
        opened.page.locator("#search").fill(hostile[:6].strip("\x00"))
        opened.page.wait_for_timeout(50)
        assert "pwned" not in opened.page.title()
        assert opened.page.locator("img, iframe, #panel script, svg title").count() == 0
        assert opened.page.locator("a[href^='javascript:'], [onload], [onerror], [onmouseover]").count() == 0
        assert not [address for address in opened.requests if address not in (opened.file.as_uri(), "about:blank")]
        assert opened.complaints == []
        # A name of any length leaves the page as wide as the window.
        for width in (1280, 320):
            opened.page.set_viewport_size({"width": width, "height": 700})
            assert opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
