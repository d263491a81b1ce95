"""The page in a real browser: silent on the network, still, and telling."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.kinds.papers import papers_view
from papergraph.views.model import ViewModel
from papergraph.views.page import html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


class Opened:
    """A page opened from disk, with all that it asked for and complained of."""

    def __init__(self, page: "Page", file: Path) -> None:
        self.page = page
        self.file = file
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.goto(file.as_uri())
        page.wait_for_function("window.papergraph !== undefined && document.querySelector('#links-table tbody')")

    def click_map(self, x: float, y: float) -> None:
        """Click the map at (x, y), px from its corner."""
        box = self.page.locator("#map").bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + x, box["y"] + y)

    def node_at(self, place: int) -> tuple[float, float]:
        """Return where the node stands on the map."""
        at = self.page.evaluate(f"window.papergraph.nodeAt({place})")
        return at["x"], at["y"]

    def panel(self) -> str:
        """Return the text of the panel."""
        return self.page.locator("#panel").inner_text()


@pytest.fixture
def show(browser: "Browser", tmp_path: Path) -> Callable[[ViewModel], Opened]:
    """Write a model's page to disk and open it."""

    def run(model: ViewModel) -> Opened:
        file = tmp_path / "view.html"
        file.write_text(html(model), encoding="utf-8")
        return Opened(browser.new_page(viewport={"width": 1280, "height": 800}), file)

    return run


def test_zero_requests_and_no_complaints(show: Callable[[ViewModel], Opened], rows: NetworkRows) -> None:
    """The page asks for nothing but itself, and its own policy is never violated, whatever is clicked."""
    for view in (coauthors_view, papers_view):
        opened = show(view(rows))
        opened.click_map(*opened.node_at(0))
        opened.page.locator(".groups button").first.click()
        opened.page.locator("#search").fill("guess")
        opened.page.locator("#nodes-table summary").click()
        opened.page.emulate_media(color_scheme="dark")
        opened.page.wait_for_timeout(100)
        assert opened.requests == [opened.file.as_uri()]
        assert opened.complaints == []
        opened.page.close()


def test_a_click_on_a_line_between_people_tells_why(show: Callable[[ViewModel], Opened], rows: NetworkRows) -> None:
    """The panel lists the shared papers with date, link and the marked sentences."""
    model = coauthors_view(rows)
    opened = show(model)
    edge = model.edges[0]
    (ax, ay), (bx, by) = opened.node_at(edge.source), opened.node_at(edge.target)
    opened.click_map((ax + bx) / 2, (ay + by) / 2)
    assert "Ada Stern and Bo Lind wrote 2 papers together" in opened.panel()
    assert "Beta Learners Revisited" in opened.panel()
    assert "2025-05-02" in opened.panel()
    assert "우리는 정렬을 위한 Guess Descent를 제안한다." in opened.panel()
    marks = opened.page.locator("#panel mark").all_inner_texts()
    assert set(marks) == {"Guess Descent", "시프트 학습", "GridSet"}
    assert opened.page.locator("#panel .paper a").first.get_attribute("href") == "https://example.org/2"
    opened.page.keyboard.press("Escape")
    assert "Ada Stern and Bo Lind wrote" not in opened.panel()
    opened.page.close()


def test_a_click_on_a_line_between_papers_tells_why(show: Callable[[ViewModel], Opened], rows: NetworkRows) -> None:
    """The panel lists the shared concepts with role and sentence of both papers."""
    model = papers_view(rows)
    opened = show(model)
    edge = model.edges[0]
    (ax, ay), (bx, by) = opened.node_at(edge.source), opened.node_at(edge.target)
    opened.click_map(ax + (bx - ax) * 0.5, ay + (by - ay) * 0.5)
    for text in ("have 1 shared method", "시프트 학습", "uses", "compares with", "시프트 학습보다 4점 높다."):
        assert text in opened.panel()
    opened.page.close()


def test_marks_count_code_points(show: Callable[[ViewModel], Opened], rows: NetworkRows) -> None:
    """A sentence with signs beyond the basic plane is marked at the right place."""
    model = coauthors_view(rows)
    opened = show(model)
    opened.click_map(*opened.node_at(next(n for n, node in enumerate(model.nodes) if node.name == "Eve Ono")))
    assert "🧭" in opened.panel()
    assert "GridSet" in opened.page.locator("#panel mark").all_inner_texts()
    opened.page.close()


def test_the_table_opens_the_same_panel_by_keyboard(show: Callable[[ViewModel], Opened], rows: NetworkRows) -> None:
    """Every line and node is a row with a button; Enter on it tells why, without the picture."""
    model = coauthors_view(rows)
    opened = show(model)
    assert opened.page.locator("#links-table tbody tr").count() == len(model.edges)
    opened.page.locator("#nodes-table summary").click()
    opened.page.wait_for_selector("#nodes-table tbody tr")
    assert opened.page.locator("#nodes-table tbody tr").count() == len(model.nodes)
    opened.page.locator("#links-table tbody button").first.focus()
    opened.page.keyboard.press("Enter")
    assert "wrote 2 papers together" in opened.panel()
    head = opened.page.locator("#links-table th").nth(3)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert "1.5" in opened.page.locator("#links-table tbody tr").first.inner_text()
    opened.page.close()


def test_search_finds_people_and_topics(show: Callable[[ViewModel], Opened], rows: NetworkRows) -> None:
    """`/` leads to the search box; a topic lights those who wrote about it, a name opens the person."""
    opened = show(coauthors_view(rows))
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("guess")
    opened.page.keyboard.press("Enter")
    assert opened.panel().startswith("×\nGuess Descent")
    assert "authors lit" in opened.panel()
    opened.page.locator("#search").fill("민지")
    opened.page.keyboard.press("Enter")
    assert "조민지" in opened.panel()
    opened.page.close()


def test_nothing_moves(show: Callable[[ViewModel], Opened], rows: NetworkRows) -> None:
    """The picture is the same a second after it was drawn."""
    opened = show(coauthors_view(rows))
    before = opened.page.screenshot()
    opened.page.wait_for_timeout(1000)
    assert opened.page.screenshot() == before
    opened.page.close()


def test_names_never_overlap(show: Callable[[ViewModel], Opened], rows: NetworkRows) -> None:
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
    opened.page.close()


def test_a_window_of_another_size_shows_all_again(show: Callable[[ViewModel], Opened], rows: NetworkRows) -> None:
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
    opened.page.close()


def test_an_empty_picture_opens(
    show: Callable[[ViewModel], Opened],
) -> None:
    """A picture of nothing opens without an error and says that there is nothing."""
    opened = show(
        coauthors_view(NetworkRows(papers=(), authors=(), authorships=(), concepts=(), links=(), evidence=()))
    )
    assert opened.complaints == []
    assert "nothing to draw" in opened.page.locator("header").inner_text()
    opened.page.close()


def test_the_page_works_without_script(browser: "Browser", tmp_path: Path, rows: NetworkRows) -> None:
    """With JavaScript off the summary and the strongest links are there to read."""
    file = tmp_path / "view.html"
    file.write_text(html(coauthors_view(rows)), encoding="utf-8")
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(file.as_uri())
    text = page.locator("body").inner_text()
    assert "7 authors of 5 papers" in text
    assert "Beta Learners Revisited" in text
    page.context.close()


def test_hostile_text_runs_nothing(
    show: Callable[[ViewModel], Opened], with_hostile: Callable[[str], NetworkRows], hostile: str
) -> None:
    """Whatever strangers write into titles, names, labels, links and sentences is shown and never run."""
    for view in (coauthors_view, papers_view):
        opened = show(view(with_hostile(hostile)))
        opened.click_map(*opened.node_at(0))
        opened.page.locator("#links-table tbody button").first.click()
        assert opened.page.evaluate("document.querySelector('#panel').textContent").count("pwned") >= hostile.count(
            "pwned"
        )
        opened.page.locator("#nodes-table summary").click()
        opened.page.locator("#search").fill(hostile[:6].strip("\x00"))
        opened.page.wait_for_timeout(50)
        assert "pwned" not in opened.page.title()
        assert opened.page.locator("img, svg, iframe, #panel script").count() == 0
        assert opened.page.locator("a[href^='javascript:']").count() == 0
        assert opened.requests == [opened.file.as_uri()]
        assert opened.complaints == []
        # A name of any length leaves the page as wide as the window.
        assert opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        opened.page.close()
