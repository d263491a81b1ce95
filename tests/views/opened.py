"""A page opened in a browser, as a reader has it before them: with what it asked for, complained of and shows."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from papergraph.views.model import ViewModel

if TYPE_CHECKING:
    from playwright.sync_api import Page

Show = Callable[..., "Opened"]


class Opened:
    """A page opened from disk, with all that it asked for and complained of."""

    def __init__(self, page: "Page", file: Path, *, at: str = "") -> None:
        self.page = page
        self.file = file
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        self.go(at)

    def go(self, at: str = "") -> None:
        """Load the page anew, at an address behind ``#``."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.file.as_uri()}{'#' if at else ''}{at}")
        self.page.wait_for_function(
            "() => window.papergraph !== undefined && document.querySelector('#links-table tbody')"
        )

    def click_map(self, x: float, y: float, **how: Any) -> None:
        """Click the map at (x, y), px from its corner."""
        box = self.page.locator("#map").bounding_box()
        assert box is not None
        self.page.locator("#map").click(position={"x": x, "y": y}, **how)

    def click_node(self, place: int, **how: Any) -> None:
        """Click the dot of the node at ``place``."""
        self.click_map(*self.node_at(place), **how)

    def click_edge(self, model: ViewModel, place: int) -> None:
        """Click the middle of the line at ``place``."""
        (ax, ay), (bx, by) = (self.node_at(end) for end in (model.edges[place].source, model.edges[place].target))
        self.click_map((ax + bx) / 2, (ay + by) / 2)

    def node_at(self, place: int) -> tuple[float, float]:
        """Return where the node stands on the map."""
        at = self.page.evaluate(f"window.papergraph.nodeAt({place})")
        return at["x"], at["y"]

    def find(self, text: str) -> None:
        """Search for ``text`` and take the first that is found."""
        self.page.locator("#search").fill(text)
        self.page.keyboard.press("Enter")

    def press(self, name: str) -> None:
        """Press the first button that one sees with this name."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def ask(self, question: str) -> None:
        """Choose a question from the menu."""
        self.press("Questions")
        self.page.locator("#questions").get_by_role("button", name=question, exact=True).click()

    def panel(self) -> str:
        """Return the text of the panel."""
        return self.page.locator("#panel").inner_text()

    def shown(self) -> str:
        """Return the sentence over the picture."""
        return self.page.locator("#shown").inner_text()

    def address(self) -> str:
        """Return what stands behind ``#``."""
        return str(self.page.evaluate("location.hash.slice(1)"))

    def rows(self, table: str) -> list[list[str]]:
        """Return the cells of all rows of a table, page by page, as a reader gets them by "Next"."""
        rows: list[list[str]] = []
        while True:
            rows += self.page.evaluate(
                "table => [...document.querySelectorAll(`#${table}-table tbody tr`)]"
                ".map(row => [...row.cells].map(cell => cell.textContent))",
                table,
            )
            after = self.page.locator(f"#{table}-table").get_by_role("button", name="Next", exact=True)
            if after.is_disabled():
                return rows
            after.click()
