"""What must hold whichever painter draws: each test runs with vis-network and with our own canvas."""

import base64
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.coauthors import coauthors_view
from papergraph.views.labels import free_from
from papergraph.views.model import Axis, Edge, Group, Node, ViewModel
from papergraph.views.page import html
from papergraph.views.painter import PAINTERS
from papergraph.views.palette import DARK, LIGHT, Palette

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

_SVG = "{http://www.w3.org/2000/svg}"


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


@pytest.fixture(params=PAINTERS)
def painter(request: pytest.FixtureRequest) -> str:
    """Each of the painters."""
    return str(request.param)


@pytest.fixture
def show(browser: "Browser", tmp_path: Path, painter: str) -> Iterator[Callable[..., Shown]]:
    """Open a model's page, drawn by ``painter``."""
    contexts = []

    def run(model: ViewModel, *, script: str = "", **how: Any) -> Shown:
        file = tmp_path / "view.html"
        file.write_text(html(model, painter=painter), encoding="utf-8")
        context = browser.new_context(**({"viewport": {"width": 1200, "height": 800}} | how))
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(script)
        return Shown(page, file)

    yield run
    for context in contexts:
        context.close()


@pytest.fixture
def few(rows: NetworkRows) -> ViewModel:
    """Six people and what they wrote."""
    return coauthors_view(rows)


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
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def overlapping(labels: list[dict[str, float]]) -> list[tuple[Any, Any]]:
    return [
        (one["label"], other["label"])
        for place, one in enumerate(labels)
        for other in labels[:place]
        if one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    ]


def test_pointing_tells_and_a_click_keeps(show: Callable[..., Shown], few: ViewModel) -> None:
    """A dot and a line under the pointer are told of; a click keeps them; beside them there is nothing."""
    shown = show(few)
    for place, node in enumerate(few.nodes):
        shown.page.mouse.move(*shown.place(*shown.node(place)))
        assert node.name in shown.page.locator("#hover").inner_text()
        shown.page.mouse.down()
        shown.page.mouse.up()
        assert node.name in shown.page.locator("#panel h2").inner_text()
    (ax, ay), (bx, by) = shown.node(few.edges[0].source), shown.node(few.edges[0].target)
    shown.page.mouse.move(*shown.place((ax + bx) / 2, (ay + by) / 2))
    assert "2 papers" in shown.page.locator("#hover").inner_text()
    assert "2 papers" in {label["label"] for label in shown.ask("labels()")}
    shown.page.mouse.move(*shown.place(4, 4))
    assert shown.page.locator("#hover").is_hidden()
    assert shown.complaints == []


def test_a_dot_is_hit_within_twelve_px(show: Callable[..., Shown], few: ViewModel) -> None:
    """However small a dot, the pointer may miss it by a little, at any zoom."""
    shown = show(few)
    shown.ask("moveTo({ scale: 0.3 })")
    x, y = shown.node(0)
    shown.page.mouse.move(*shown.place(x - 8, y))
    assert shown.page.locator("#hover").is_visible()


def test_names_never_overlap_and_are_enough(show: Callable[..., Shown], few: ViewModel) -> None:
    """At every zoom no two names overlap, each is 11 to 22 px high in at most three sizes, and 40 or more are seen."""
    shown = show(crowd(few, nodes=700, edges=1_500))
    fit = shown.ask("camera()")["scale"]
    for scale in (fit, 0.08, 0.3, 0.8, 1.3, 3, 7):
        shown.ask(f"moveTo({{ scale: {scale} }})")
        labels = shown.ask("labels()")
        assert overlapping(labels) == [], scale
        assert all(11 <= label["size"] <= 22 for label in labels)
        assert len({label["size"] for label in labels if "group" not in label}) <= 3
        if scale in (fit, 0.8):
            assert 40 <= len(labels) <= 124, scale


def test_names_do_not_overlap_while_the_camera_moves(show: Callable[..., Shown], few: ViewModel) -> None:
    """A wheel turned several times leaves no overlap at its end."""
    shown = show(crowd(few, nodes=400, edges=500))
    shown.page.mouse.move(*shown.place(300, 300))
    for turn in (-200, -200, 400, 300):
        shown.page.mouse.wheel(0, turn)
        assert overlapping(shown.ask("labels()")) == []


def test_the_selected_and_its_neighbours_are_named(show: Callable[..., Shown], few: ViewModel) -> None:
    """With a node kept, it and those linked to it have their names, and nobody else."""
    model = crowd(few, nodes=400, edges=500)
    shown = show(model)
    place = next(place for place in range(150, 400) if any(edge.source == place for edge in model.edges))
    shown.page.mouse.click(*shown.place(*shown.node(place)))
    named = {label.get("place") for label in shown.ask("labels()")}
    linked = {end for edge in model.edges if place in (edge.source, edge.target) for end in (edge.source, edge.target)}
    assert place in named
    assert named == linked


def test_nothing_moves_by_itself(show: Callable[..., Shown], few: ViewModel) -> None:
    """A picture is the same a second after it was drawn."""
    shown = show(crowd(few, nodes=300, edges=400))
    before = shown.page.locator("#map").screenshot()
    shown.page.wait_for_timeout(1_000)
    assert shown.page.locator("#map").screenshot() == before


def test_lines_are_there_again_after_a_move(show: Callable[..., Shown], few: ViewModel) -> None:
    """After a drag at a near zoom every line is drawn where its nodes are, also those that were outside before."""
    model = crowd(few, nodes=900, edges=2_600)
    shown = show(model)
    shown.ask("moveTo({ scale: 1 })")
    shown.rest()
    x, y = shown.place(100, 100)
    shown.page.mouse.move(x, y)
    shown.page.mouse.down()
    shown.page.mouse.move(x + 240, y + 160, steps=4)
    shown.page.mouse.up()
    shown.rest()
    # Another dot's rim, of the background's colour, may lie over one of the points.
    lines = [edge for edge in model.edges if edge.step == 2 and not edge.faint]
    painted = {edge: [(at, shown.colour(*at)) for at in _along(shown, edge)] for edge in lines}
    labels = shown.ask("labels()")  # only now: asked for names, a page paints at once what is due
    fresh = [points for points in painted.values() if all(_is_fresh(*at, labels) for at, _ in points)]
    assert len(fresh) > 12
    assert not [points for points in fresh if all(colour == rgb(LIGHT.background) for _, colour in points)]


def test_the_way_of_the_camera_leaves_no_trace(show: Callable[..., Shown], few: ViewModel) -> None:
    """At rest the picture is the same to the px as one that was drawn there at once."""
    model = crowd(few, nodes=500, edges=700)
    shown = show(model)
    shown.page.mouse.move(*shown.place(200, 200))
    shown.page.mouse.wheel(0, -500)
    shown.page.mouse.down()
    shown.page.mouse.move(*shown.place(90, 260), steps=3)
    shown.page.mouse.up()
    shown.rest()
    shown.page.mouse.move(2, 2)
    shown.rest()
    moved = shown.page.locator("#map").screenshot()
    camera = shown.ask("camera()")
    straight = show(model)
    straight.page.evaluate("camera => window.papergraph.moveTo(camera)", camera)
    for colours in ("year", "group"):  # other colours need all to be drawn anew
        straight.ask(f"show({{ colourBy: '{colours}' }})")
        straight.rest()
    assert straight.page.locator("#map").screenshot() == moved


def _along(shown: Shown, edge: Edge) -> list[tuple[float, float]]:
    (ax, ay), (bx, by) = shown.node(edge.source), shown.node(edge.target)
    return [(ax + (bx - ax) * share, ay + (by - ay) * share) for share in (0.4, 0.5, 0.6)]


def _is_fresh(x: float, y: float, labels: list[dict[str, float]]) -> bool:
    """Whether a place has come into the window with the drag, and no name lies over it."""
    if not (5 < x < 225 and 5 < y < 600) and not (5 < x < 600 and 5 < y < 150):
        return False
    return not any(
        label["left"] - 4 < x < label["right"] + 4 and label["top"] - 4 < y < label["bottom"] + 4 for label in labels
    )


def test_a_drag_moves_the_picture_and_is_no_click(show: Callable[..., Shown], few: ViewModel) -> None:
    """The picture follows by as many px; a hand that trembles still clicks."""
    shown = show(few)
    before = shown.node(0)
    x, y = shown.place(*before)
    shown.page.mouse.move(x, y)
    shown.page.mouse.down()
    shown.page.mouse.move(x + 60, y - 25, steps=5)
    shown.page.mouse.up()
    assert shown.node(0) == pytest.approx((before[0] + 60, before[1] - 25), abs=0.01)
    assert shown.page.locator("#panel h2").count() == 0
    x, y = shown.place(*shown.node(0))
    shown.page.mouse.move(x, y)
    shown.page.mouse.down()
    shown.page.mouse.move(x + 1, y + 1)
    shown.page.mouse.up()
    assert few.nodes[0].name in shown.page.locator("#panel h2").inner_text()


def test_a_wheel_zooms_at_the_pointer(show: Callable[..., Shown], few: ViewModel) -> None:
    """What is under the pointer stays there, and the page does not scroll."""
    shown = show(few)
    before, scale = shown.node(0), shown.ask("camera()")["scale"]
    shown.page.mouse.move(*shown.place(*before))
    shown.page.mouse.wheel(0, -240)
    shown.rest()
    assert shown.ask("camera()")["scale"] > scale * 1.2
    assert shown.node(0) == pytest.approx(before, abs=0.5)
    assert shown.page.evaluate("window.scrollY") == 0


def test_fingers_pan_pinch_and_tap(show: Callable[..., Shown], few: ViewModel) -> None:
    """One finger moves the picture, two zoom it at their middle, a tap opens what is under it."""
    shown = show(few, has_touch=True)
    session = shown.page.context.new_cdp_session(shown.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        made = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": made})

    before = shown.node(0)
    x, y = shown.place(150, 150)
    touch("touchStart", (x, y))
    for step in range(1, 5):
        touch("touchMove", (x + 10 * step, y + 5 * step))
    touch("touchEnd")
    after = shown.node(0)
    assert after == pytest.approx((before[0] + 40, before[1] + 20), abs=12)
    assert after[0] > before[0] + 20

    scale = shown.ask("camera()")["scale"]
    x, y = shown.place(*after)
    touch("touchStart", (x - 40, y), (x + 40, y))
    for step in range(1, 6):
        touch("touchMove", (x - 40 - 8 * step, y), (x + 40 + 8 * step, y))
    touch("touchEnd")
    assert shown.ask("camera()")["scale"] == pytest.approx(scale * 2, rel=0.15)
    assert shown.node(0) == pytest.approx(after, abs=6)
    assert shown.page.locator("#panel h2").count() == 0

    shown.page.touchscreen.tap(*shown.place(*shown.node(0)))
    assert few.nodes[0].name in shown.page.locator("#panel h2").inner_text()


def test_no_webgl_is_asked_for(show: Callable[..., Shown], few: ViewModel) -> None:
    """Where there is no WebGL everything is drawn all the same, for nobody asks for it."""
    script = """
      window.contexts = [];
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        window.contexts.push(kind);
        return kind === "2d" ? real.call(this, kind, ...rest) : null;
      };
    """
    shown = show(few, script=script)
    assert set(shown.page.evaluate("window.contexts")) == {"2d"}
    assert shown.colour(*shown.node(0)) == rgb(LIGHT.groups[few.nodes[0].group])
    assert shown.complaints == []


@pytest.mark.parametrize(("scheme", "palette"), [("light", LIGHT), ("dark", DARK)], ids=["light", "dark"])
def test_colours_are_those_of_the_scheme(
    show: Callable[..., Shown], few: ViewModel, scheme: str, palette: Palette
) -> None:
    """Background and dots have the colours of the palette, also when the scheme changes under an open page."""
    shown = show(few, color_scheme=scheme)
    assert shown.colour(3, 3) == rgb(palette.background)
    assert shown.colour(*shown.node(0)) == rgb(palette.groups[few.nodes[0].group])
    shown.page.emulate_media(color_scheme="dark" if scheme == "light" else "light")
    shown.rest()
    assert shown.colour(3, 3) == rgb((DARK if scheme == "light" else LIGHT).background)


def test_what_is_not_lit_keeps_a_quarter(show: Callable[..., Shown], few: ViewModel) -> None:
    """Beside what is kept all else is drawn at 20 to 30 % of its strength; what is kept keeps its colour."""
    shown = show(few)
    far = next(n for n, node in enumerate(few.nodes) if node.name == "Eve Ono")
    near = next(n for n, node in enumerate(few.nodes) if node.name == "Ada Stern")
    shown.page.mouse.click(*shown.place(*shown.node(near)))
    shown.page.mouse.move(*shown.place(3, 3))
    shown.rest()
    assert shown.colour(*shown.node(near)) == rgb(LIGHT.groups[few.nodes[near].group])
    full, dimmed = rgb(LIGHT.groups[few.nodes[far].group]), shown.colour(*shown.node(far))
    for whole, left in zip(full, dimmed, strict=True):
        assert (255 - left + 1) / (255 - whole) >= 0.2
        assert (255 - left - 1) / (255 - whole) <= 0.3


def test_hidden_things_are_neither_drawn_nor_hit(show: Callable[..., Shown], few: ViewModel) -> None:
    """What a filter hides has no dot, no name, and nothing happens where it was."""
    shown = show(few)
    nodes = [place != 0 for place in range(len(few.nodes))]
    edges = [0 not in (edge.source, edge.target) for edge in few.edges]
    shown.page.evaluate("visible => window.papergraph.show({ visible })", {"nodes": nodes, "edges": edges})
    shown.rest()
    at = shown.node(0)
    assert shown.colour(*at) != rgb(LIGHT.groups[few.nodes[0].group])
    assert few.nodes[0].label not in {label["label"] for label in shown.ask("labels()")}
    shown.page.mouse.move(*shown.place(*at))
    assert shown.page.locator("#hover").is_hidden()


def test_size_and_colour_follow_what_is_asked(show: Callable[..., Shown], few: ViewModel) -> None:
    """Sized by bridging the greatest is largest; coloured by year the first and the last have the scale's ends."""
    model = crowd(few, nodes=60, edges=80)
    shown = show(model)
    shown.ask("show({ sizeBy: 'bridging', colourBy: 'year' })")
    shown.rest()
    radius = [shown.ask(f"nodeAt({place})")["radius"] for place in range(60)]
    rank = sorted(range(60), key=lambda place: model.nodes[place].bridging)
    assert radius[rank[-1]] > radius[rank[0]]
    dates = [model.papers[node.papers[0]].date or "" for node in model.nodes]
    for date, colour in ((min(dates), LIGHT.years[0]), (max(dates), LIGHT.years[-1])):
        # A name may lie over some of them.
        assert rgb(colour) in {shown.colour(*shown.node(place)) for place in range(60) if dates[place] == date}
    assert shown.ask("years()") == {"first": min(dates), "last": max(dates), "colours": list(LIGHT.years)}


def test_names_in_the_other_language(show: Callable[..., Shown], few: ViewModel) -> None:
    """Readers choose which form of a name stands on the map; who has but one keeps it."""
    model = replace(few, nodes=(replace(few.nodes[0], alias="민지"), *few.nodes[1:]))
    shown = show(model)
    shown.ask("show({ names: 'alias' })")
    labels = {label["label"] for label in shown.ask("labels()")}
    assert {"민지", few.nodes[1].label} <= labels
    assert few.nodes[0].label not in labels


def test_what_is_seen_as_svg(show: Callable[..., Shown], few: ViewModel) -> None:
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
def test_hostile_text_in_svg(
    show: Callable[..., Shown], with_hostile: Callable[[str], NetworkRows], hostile: str
) -> None:
    """Whatever strangers write, the SVG is well-formed, and what they wrote is text in it."""
    shown = show(coauthors_view(with_hostile(hostile), title=hostile))
    root = ElementTree.fromstring(shown.ask("svg()"))
    assert {element.tag.removeprefix(_SVG) for element in root.iter()} <= {
        "svg", "title", "path", "text", "g", "clipPath", "rect",
    }  # fmt: skip
    assert shown.page.title() != "pwned"


def test_what_is_seen_as_png(show: Callable[..., Shown], few: ViewModel) -> None:
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


def test_an_axis_is_drawn_with_its_words(show: Callable[..., Shown], few: ViewModel) -> None:
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


def test_regions_fade_when_one_goes_into_them(show: Callable[..., Shown], few: ViewModel) -> None:
    """From afar communities are regions with their names, from within they are not drawn."""
    shown = show(crowd(few, nodes=300, edges=300))
    assert "about Left" in {label["label"] for label in shown.ask("labels()")}
    shown.ask("moveTo({ scale: 6 })")
    assert "about Left" not in {label["label"] for label in shown.ask("labels()")}


def test_the_printed_page_has_lines_and_letters(show: Callable[..., Shown], few: ViewModel) -> None:
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


def test_sharp_on_a_fine_screen(show: Callable[..., Shown], few: ViewModel) -> None:
    """A screen of two px for one gets a canvas of as many."""
    shown = show(few, device_scale_factor=2)
    assert (
        shown.page.evaluate(
            "(() => { const c = document.querySelector('#map canvas'); return c.width / c.clientWidth; })()"
        )
        == 2
    )
    assert shown.colour(*shown.node(0)) == rgb(LIGHT.groups[few.nodes[0].group])
