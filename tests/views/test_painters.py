"""What must hold whichever painter draws: each test runs with vis-network and with our own canvas."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.model import PAINTERS, Edge, ViewModel
from papergraph.views.palette import DARK, LIGHT, Palette

from .painted import Show, Shown, crowd, rgb, showing

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


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


def test_pointing_tells_and_a_click_keeps(show: Show, few: ViewModel) -> None:
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


def test_a_dot_is_hit_within_twelve_px(show: Show, few: ViewModel) -> None:
    """However small a dot, the pointer may miss it by a little, at any zoom."""
    shown = show(few)
    shown.ask("moveTo({ scale: 0.3 })")
    x, y = shown.node(0)
    shown.page.mouse.move(*shown.place(x - 8, y))
    assert shown.page.locator("#hover").is_visible()


def test_names_never_overlap_and_are_enough(show: Show, few: ViewModel) -> None:
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


def test_names_do_not_overlap_while_the_camera_moves(show: Show, few: ViewModel) -> None:
    """A wheel turned several times leaves no overlap at its end."""
    shown = show(crowd(few, nodes=400, edges=500))
    shown.page.mouse.move(*shown.place(300, 300))
    for turn in (-200, -200, 400, 300):
        shown.page.mouse.wheel(0, turn)
        assert overlapping(shown.ask("labels()")) == []


def test_the_selected_and_its_neighbours_are_named(show: Show, few: ViewModel) -> None:
    """With a node kept, it and those linked to it have their names, and nobody else."""
    model = crowd(few, nodes=400, edges=500)
    shown = show(model)
    place = next(place for place in range(150, 400) if any(edge.source == place for edge in model.edges))
    shown.page.mouse.click(*shown.place(*shown.node(place)))
    named = {label.get("place") for label in shown.ask("labels()")}
    linked = {end for edge in model.edges if place in (edge.source, edge.target) for end in (edge.source, edge.target)}
    assert place in named
    assert named == linked


def test_nothing_moves_by_itself(show: Show, few: ViewModel) -> None:
    """A picture is the same a second after it was drawn."""
    shown = show(crowd(few, nodes=300, edges=400))
    before = shown.page.locator("#map").screenshot()
    shown.page.wait_for_timeout(1_000)
    assert shown.page.locator("#map").screenshot() == before


def test_lines_are_there_again_after_a_move(show: Show, few: ViewModel) -> None:
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


def test_the_way_of_the_camera_leaves_no_trace(show: Show, few: ViewModel) -> None:
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


def test_a_drag_moves_the_picture_and_is_no_click(show: Show, few: ViewModel) -> None:
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


def test_a_wheel_zooms_at_the_pointer(show: Show, few: ViewModel) -> None:
    """What is under the pointer stays there, and the page does not scroll."""
    shown = show(few)
    before, scale = shown.node(0), shown.ask("camera()")["scale"]
    shown.page.mouse.move(*shown.place(*before))
    shown.page.mouse.wheel(0, -240)
    shown.rest()
    assert shown.ask("camera()")["scale"] > scale * 1.2
    assert shown.node(0) == pytest.approx(before, abs=0.5)
    assert shown.page.evaluate("window.scrollY") == 0


def test_fingers_pan_pinch_and_tap(show: Show, few: ViewModel) -> None:
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


def test_no_webgl_is_asked_for(show: Show, few: ViewModel) -> None:
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
def test_colours_are_those_of_the_scheme(show: Show, few: ViewModel, scheme: str, palette: Palette) -> None:
    """Background and dots have the colours of the palette, also when the scheme changes under an open page."""
    shown = show(few, color_scheme=scheme)
    assert shown.colour(3, 3) == rgb(palette.background)
    assert shown.colour(*shown.node(0)) == rgb(palette.groups[few.nodes[0].group])
    shown.page.emulate_media(color_scheme="dark" if scheme == "light" else "light")
    shown.rest()
    assert shown.colour(3, 3) == rgb((DARK if scheme == "light" else LIGHT).background)


def test_what_is_not_lit_keeps_a_quarter(show: Show, few: ViewModel) -> None:
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


def test_hidden_things_are_neither_drawn_nor_hit(show: Show, few: ViewModel) -> None:
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


def test_size_and_colour_follow_what_is_asked(show: Show, few: ViewModel) -> None:
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


def test_names_in_the_other_language(show: Show, few: ViewModel) -> None:
    """Readers choose which form of a name stands on the map; who has but one keeps it."""
    model = replace(few, nodes=(replace(few.nodes[0], alias="민지"), *few.nodes[1:]))
    shown = show(model)
    shown.ask("show({ names: 'alias' })")
    labels = {label["label"] for label in shown.ask("labels()")}
    assert {"민지", few.nodes[1].label} <= labels
    assert few.nodes[0].label not in labels


def test_regions_fade_when_one_goes_into_them(show: Show, few: ViewModel) -> None:
    """From afar communities are regions with their names, from within they are not drawn."""
    shown = show(crowd(few, nodes=300, edges=300))
    assert "about Left" in {label["label"] for label in shown.ask("labels()")}
    shown.ask("moveTo({ scale: 6 })")
    assert "about Left" not in {label["label"] for label in shown.ask("labels()")}


def test_a_map_that_is_folded_away_comes_back(show: Show, few: ViewModel) -> None:
    """Without any room nothing is drawn and nothing fails; with room again all is there."""
    shown = show(few)
    hide = "hide => { document.getElementById('map').style.display = hide ? 'none' : '' }"
    shown.page.evaluate(hide, True)
    shown.rest()
    shown.ask("show({ sizeBy: 'bridging' })")
    shown.rest()
    shown.page.evaluate(hide, False)
    shown.rest()
    assert shown.complaints == []
    assert shown.colour(*shown.node(0)) == rgb(LIGHT.groups[few.nodes[0].group])


def test_sharp_on_a_fine_screen(show: Show, few: ViewModel) -> None:
    """A screen of two px for one gets a canvas of as many."""
    shown = show(few, device_scale_factor=2)
    assert (
        shown.page.evaluate(
            "(() => { const c = document.querySelector('#map canvas'); return c.width / c.clientWidth; })()"
        )
        == 2
    )
    assert shown.colour(*shown.node(0)) == rgb(LIGHT.groups[few.nodes[0].group])
