"""What is seen as a picture of its own, whichever painter draws the page: SVG, PNG, print, and the axis behind it."""

import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.model import PAINTERS, Axis, ViewModel
from papergraph.views.palette import LIGHT

from .painted import Show, crowd, rgb, showing

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=PAINTERS)
def painter(request: pytest.FixtureRequest) -> str:
    """Each of the painters."""
    return str(request.param)


@pytest.fixture
def show(browser: "Browser", tmp_path: Path, painter: str) -> Iterator[Show]:
    """Open a model's page, drawn by ``painter``."""
    yield from showing(browser, tmp_path, painter)


@pytest.fixture
def few(rows: NetworkRows) -> ViewModel:
    """Six people and what they wrote."""
    return coauthors_view(rows)


def test_what_is_seen_as_svg(show: Show, few: ViewModel) -> None:
    """The SVG is well-formed and holds title, sentence, legend, names, dots, dashed faint lines, regions and source."""
    model = replace(crowd(few, nodes=120, edges=200), title='Who & <whom> "and" why')
    shown = show(model)
    root = ElementTree.fromstring(shown.ask("svg()"))
    words = [text.text or "" for text in root.iter(f"{_SVG}text")]
    said = " ".join(words)
    assert root.tag == f"{_SVG}svg"
    assert 'Who & <whom> "and" why' in words
    for part in ("7 authors of 5 papers", "Left (60)", "about Left", "Source: 5 papers", "wrote together"):
        assert part in said
    assert {label["label"] for label in shown.ask("labels()")} <= set(words)
    paths = list(root.iter(f"{_SVG}path"))
    assert any(path.get("stroke-dasharray") for path in paths)
    assert sum((path.get("d") or "").count("a") for path in paths if path.get("fill") == LIGHT.groups[0]) >= 20
    assert not [element.tag for element in root.iter() if element.tag.rpartition("}")[2] in ("script", "a", "image")]


@pytest.mark.parametrize("painter", ["canvas"])
def test_hostile_text_in_svg(show: Show, with_hostile: Callable[[str], NetworkRows], hostile: str) -> None:
    """Whatever strangers write, the SVG is well-formed, and what they wrote is text in it."""
    shown = show(coauthors_view(with_hostile(hostile), title=hostile))
    root = ElementTree.fromstring(shown.ask("svg()"))
    assert {element.tag.removeprefix(_SVG) for element in root.iter()} <= {
        "svg", "title", "path", "text", "g", "clipPath", "rect",
    }  # fmt: skip
    assert shown.page.title() != "pwned"


def test_what_is_seen_as_png(show: Show, few: ViewModel) -> None:
    """The PNG is sharper than the screen, and larger than the map by title and legend."""
    shown = show(few)
    data = shown.page.evaluate(
        """() => window.papergraph.png().then((blob) => new Promise((done) => {
          const reader = new FileReader();
          reader.onload = () => done(reader.result);
          reader.readAsDataURL(blob);
        }))"""
    )
    content = base64.b64decode(data.partition(",")[2])
    assert content.startswith(b"\x89PNG")
    box = shown.page.locator("#map").bounding_box()
    assert box is not None
    assert int.from_bytes(content[16:20], "big") > 2 * box["width"]
    assert int.from_bytes(content[20:24], "big") > 2 * box["height"]


def test_an_axis_is_drawn_with_its_words(show: Show, few: ViewModel) -> None:
    """Ticks and lanes of a picture whose places mean something stand behind it, with their words."""
    axis = Axis(ticks=((-40.0, "2023"), (60.0, "2024")), lanes=((-20.0, "diffusion"), (50.0, "언어")))
    shown = show(replace(few, axis=axis))
    words = {text.text for text in ElementTree.fromstring(shown.ask("svg()")).iter(f"{_SVG}text")}
    assert {"2023", "2024", "diffusion", "언어"} <= words
    camera = shown.ask("camera()")
    box = shown.page.locator("#map").bounding_box()
    assert box is not None
    x = round(box["width"] / 2 + (-40 - camera["x"]) * camera["scale"])
    assert shown.colour(x, 6) != rgb(LIGHT.background)


def test_the_printed_page_has_lines_and_letters(show: Show, few: ViewModel) -> None:
    """For printing the picture is an SVG in light colours, and afterwards the canvas is there again."""
    shown = show(few, color_scheme="dark")
    shown.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert few.nodes[0].label in (shown.page.locator("#map svg").text_content() or "")
    fills = set(shown.page.locator("#map svg path").evaluate_all("all => all.map(path => path.getAttribute('fill'))"))
    assert LIGHT.groups[few.nodes[0].group] in fills
    assert shown.page.locator("#map canvas").is_hidden()
    shown.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert shown.page.locator("#map svg").count() == 0
    assert shown.page.locator("#map canvas").is_visible()
