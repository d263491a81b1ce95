"""A page with a map in a browser, whichever painter draws it, and a picture of many nodes."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from papergraph.views.labels import free_from
from papergraph.views.model import Edge, Group, Node, ViewModel
from papergraph.views.page import html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Show = Callable[..., "Shown"]


class Shown:
    """A page with its map."""

    def __init__(self, page: "Page", file: Path) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(file.as_uri())
        page.wait_for_function("() => window.papergraph !== undefined")
        self.rest()

    def ask(self, expression: str) -> Any:
        """Return what ``expression`` gives, of the page's ``papergraph``."""
        return self.page.evaluate(f"window.papergraph.{expression}")

    def rest(self) -> None:
        """Wait until the picture is drawn in full: its own time of rest, and two frames."""
        self.page.wait_for_timeout(200)
        self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where (x, y) px of the map are in the window."""
        box = self.page.locator("#map").bounding_box()
        assert box is not None
        return box["x"] + x, box["y"] + y

    def node(self, place: int) -> tuple[float, float]:
        """Return where the node stands, px of the map."""
        at = self.ask(f"nodeAt({place})")
        return at["x"], at["y"]

    def colour(self, x: float, y: float) -> tuple[int, int, int]:
        """Return the colour that is painted at (x, y) px of the map."""
        red, green, blue, _ = self.page.evaluate(
            """([x, y]) => {
              const canvas = document.querySelector("#map canvas");
              const ratio = canvas.width / canvas.clientWidth;
              return [...canvas.getContext("2d").getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data];
            }""",
            [x, y],
        )
        return red, green, blue


def showing(browser: "Browser", folder: Path, painter: str) -> Iterator[Show]:
    """Yield what opens a model's page, drawn by ``painter``; whatever was opened is closed in the end."""
    contexts = []

    def run(model: ViewModel, *, script: str = "", **how: Any) -> Shown:
        file = folder / "view.html"
        file.write_text(html(model, painter=painter), encoding="utf-8")
        context = browser.new_context(**({"viewport": {"width": 1200, "height": 800}} | how))
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(script)
        return Shown(page, file)

    yield run
    for context in contexts:
        context.close()


def crowd(model: ViewModel, *, nodes: int, edges: int) -> ViewModel:
    """Return ``model`` with many nodes on a jittered grid, lines between near ones, and two regions."""
    chance = random.Random(11)
    across = int((nodes * 1.4) ** 0.5)
    made = []
    for place in range(nodes):
        x, y = (place % across) * 36 + chance.uniform(-8, 8), (place // across) * 34 + chance.uniform(-8, 8)
        made.append(
            Node(
                key=f"urn:{place}",
                kind=("author", "paper", "method")[place % 3],
                name=f"Somebody No. {place}",
                label=f"Somebody No. {place}" if place % 4 else f"아무개 {place}번",
                x=round(x, 1),
                y=round(y, 1),
                radius=round(chance.uniform(3, 11), 1),
                group=int(x > across * 18),
                papers=(place % len(model.papers),),
                bridging=round(chance.random() ** 4, 3),
            )
        )
    near = [
        (place, other) for place in range(nodes) for other in (place + 1, place + 2, place + across) if other < nodes
    ]
    chosen = sorted(chance.sample(near, min(edges, len(near))))
    lines = tuple(
        Edge(source=one, target=other, weight=1.0, step=number % 3, papers=(0,), claims=(), faint=number % 5 == 0)
        for number, (one, other) in enumerate(chosen)
    )
    wide, high = max(node.x for node in made), max(node.y for node in made)
    groups = tuple(
        Group(name=name, about=f"about {name}", size=nodes // 2, hull=((left, 0), (left + wide / 2, 0), (left, high)))
        for name, left in (("Left", 0.0), ("Right", wide / 2))
    )
    zooms = free_from(made, lines)
    return replace(
        model,
        nodes=tuple(replace(node, label_from=zoom) for node, zoom in zip(made, zooms, strict=True)),
        edges=lines,
        groups=groups,
    )


def rgb(code: str) -> tuple[int, int, int]:
    """Return the parts of ``#RRGGBB``."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)
