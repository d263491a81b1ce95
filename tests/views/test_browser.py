"""The page in a real browser: silent on the network, still, readable at any size."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.kinds.papers import papers_view
from papergraph.views.page import html

from .opened import Show
from .pictures import people

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_zero_requests_and_no_complaints(show: Show, rows: NetworkRows) -> None:
    """The page asks for nothing but itself, and its own policy is never violated, whatever is clicked."""
    for view in (coauthors_view, papers_view):
        opened = show(view(rows))
        opened.click_node(0)
        opened.page.locator(".groups button").first.click()
        opened.page.locator("#search").fill("guess")
        opened.page.locator("#nodes-table summary").click()
        opened.press("Dark colours")
        opened.ask("What is rising?")
        opened.press("Keys")
        opened.page.keyboard.press("Escape")
        opened.page.wait_for_timeout(100)
        assert set(opened.requests) <= {opened.file.as_uri(), "about:blank"}
        assert opened.complaints == []


def test_nothing_moves(show: Show, rows: NetworkRows) -> None:
    """The picture is the same a second after it was drawn."""
    opened = show(coauthors_view(rows))
    opened.page.wait_for_timeout(200)
    before = opened.page.screenshot()
    opened.page.wait_for_timeout(1000)
    assert opened.page.screenshot() == before


def test_names_never_overlap(show: Show, rows: NetworkRows) -> None:
    """No name covers another, at any zoom."""
    opened = show(coauthors_view(rows))
    for key in ("0", "+", "-", "-", "-"):
        opened.page.locator("#map").press(key)
        labels = opened.page.evaluate("window.papergraph.labels()")
        assert labels or key == "-"
        for place, one in enumerate(labels):
            for other in labels[:place]:
                assert (
                    one["right"] <= other["left"]
                    or other["right"] <= one["left"]
                    or one["bottom"] <= other["top"]
                    or other["bottom"] <= one["top"]
                )


def test_a_window_of_another_size_shows_all_again(show: Show, rows: NetworkRows) -> None:
    """After a change of size every node is on the map, unless a reader has moved it."""
    model = coauthors_view(rows)
    opened = show(model)
    for width, height in ((700, 900), (1600, 1000)):
        opened.page.set_viewport_size({"width": width, "height": height})
        opened.page.wait_for_timeout(1500)
        box = opened.page.locator("#map").bounding_box()
        assert box is not None
        for place in range(len(model.nodes)):
            x, y = opened.node_at(place)
            assert 0 < x < box["width"]
            assert 0 < y < box["height"]


def test_an_empty_picture_opens(show: Show) -> None:
    """A picture of nothing opens without an error and says that there is nothing."""
    opened = show(
        coauthors_view(NetworkRows(papers=(), authors=(), authorships=(), concepts=(), links=(), evidence=()))
    )
    assert opened.complaints == []
    assert "nothing to draw" in opened.page.locator("header").inner_text()


def test_the_page_works_without_script(browser: "Browser", tmp_path: Path, rows: NetworkRows) -> None:
    """With JavaScript off the summary, the strongest links and how it was made can be read; no button is dead."""
    file = tmp_path / "view.html"
    file.write_text(html(coauthors_view(rows)), encoding="utf-8")
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(file.as_uri())
    text = page.locator("body").inner_text()
    assert "7 authors of 5 papers" in text
    assert "Beta Learners Revisited" in text
    page.locator("#made summary").click()
    assert "Newman" in page.locator("body").inner_text()
    assert page.locator("button:visible, input:visible").count() == 0
    page.context.close()


@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 800), (768, 1024), (1280, 800), (1600, 1000)])
def test_the_page_is_as_wide_as_the_window(show: Show, rows: NetworkRows, width: int, height: int) -> None:
    """Nothing is cut off or has to be scrolled sideways, with nothing, a person, a link or a table open."""
    opened = show(people(rows), width=width, height=height)
    for at in ("", "node=ada", "link=ada,bo", "list=new", "list=apart&table=nodes&stated=1&from=2025-05-02"):
        opened.go(at)
        assert opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), at
        assert opened.page.locator("#map").bounding_box()["height"] > 100, at  # type: ignore[index]


def test_on_a_small_screen_a_tap_opens_a_sheet(show: Show, rows: NetworkRows) -> None:
    """The sheet covers the lower part; map and open thing are both in sight; its cross closes it."""
    opened = show(people(rows), width=390, height=800, has_touch=True, is_mobile=True)
    opened.page.locator(".groups button").first.tap()
    opened.page.wait_for_timeout(400)
    sheet, picture = (opened.page.locator(name).bounding_box() for name in ("#panel", "#map"))
    assert sheet is not None
    assert picture is not None
    assert sheet["y"] + sheet["height"] == pytest.approx(800, abs=1)
    assert picture["y"] >= 0
    assert picture["y"] + 150 < sheet["y"]
    opened.page.locator("#panel .close").tap()
    assert opened.page.locator("#panel.open").count() == 0
