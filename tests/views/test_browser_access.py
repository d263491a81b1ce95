"""The page for everybody, in a real browser: keyboard, screen reader, dark, few colours, paper."""

import pytest

from papergraph.query.networks import NetworkRows

from ..serious import serious
from .opened import Show
from .pictures import people, place_of, works

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothingserious(show: Show, rows: NetworkRows, scheme: str, width: int) -> None:
    """In light and dark, wide and narrow, with nothing open and with each kind of thing open."""
    opened = show(people(rows), width=width, height=800, color_scheme=scheme)
    for at in (
        "",
        "node=ada&from=2025-05-02",
        "link=ada,bo",
        "path=bo,dee",
        "list=bridging&table=nodes",
        "circle=ada,2025-05-02",
        "group=ada",
    ):
        opened.go(at)
        opened.page.wait_for_timeout(200)
        assert serious(opened.page) == [], at
    opened.press("Questions")
    assert serious(opened.page) == []
    opened.page.keyboard.press("Escape")
    opened.page.locator("#search").fill("g")
    assert serious(opened.page) == []
    opened.page.keyboard.press("Escape")
    opened.press("Keys")
    assert serious(opened.page) == []


def test_axe_finds_nothing_serious_on_papers(show: Show, rows: NetworkRows) -> None:
    """The same for papers that share concepts, with hidden common ones."""
    opened = show(works(rows), at="node=1&class=method")
    assert serious(opened.page) == []
    opened.go("link=1,3&common=1")
    assert serious(opened.page) == []


def test_the_map_is_walked_by_arrows(show: Show, rows: NetworkRows) -> None:
    """From neighbour to neighbour, each told; Enter opens; Escape lets go and stays on the map."""
    model = people(rows)
    opened = show(model)
    at = {name: opened.node_at(place_of(model, name)) for name in ("조민지", "Dee Marsh")}
    across, down = (at["Dee Marsh"][axis] - at["조민지"][axis] for axis in (0, 1))
    key = (
        ("ArrowRight" if across > 0 else "ArrowLeft")
        if abs(across) > abs(down)
        else ("ArrowDown" if down > 0 else "ArrowUp")
    )
    opened.find("Minji")
    opened.page.locator("#map").focus()
    opened.page.keyboard.press(key)
    assert opened.page.locator("#hover").inner_text().startswith("Dee Marsh")
    opened.page.wait_for_function("() => document.getElementById('status').textContent.includes('Dee Marsh')")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel h2").inner_text() == "Dee Marsh"
    opened.page.keyboard.press("Escape")
    assert "Strongest links" in opened.panel()
    assert opened.page.evaluate("document.activeElement.id") == "map"


def test_the_map_moves_by_keys(show: Show, rows: NetworkRows) -> None:
    """+ and − zoom, Shift and arrows pan, 0 shows all again."""
    opened = show(people(rows))
    place = opened.page.locator("#map")
    first = opened.node_at(0)
    place.press("Shift+ArrowRight")
    assert opened.node_at(0)[0] == pytest.approx(first[0] - 60, abs=1)
    place.press("+")
    place.press("0")
    assert opened.node_at(0) == pytest.approx(first, abs=1)


def test_keys_are_listed_and_single_ones_can_be_switched_off(show: Show, rows: NetworkRows) -> None:
    """`?` lists the keys; with the switch off neither it nor `/` does anything, also after the page is opened again."""
    opened = show(people(rows))
    opened.page.keyboard.press("?")
    assert opened.page.locator("#keys").is_visible()
    opened.page.get_by_role("checkbox", name="Keys of a single sign").uncheck()
    opened.page.keyboard.press("Escape")
    opened.page.keyboard.press("/")
    assert opened.page.evaluate("document.activeElement.id") != "search"
    opened.go()
    opened.page.keyboard.press("?")
    assert not opened.page.locator("#keys").is_visible()


def test_keys_of_a_single_sign_do_not_steal_from_typing(show: Show, rows: NetworkRows) -> None:
    """In the search box `?` and `/` are signs like others."""
    opened = show(people(rows))
    opened.page.locator("#search").press_sequentially("a/?")
    assert opened.page.locator("#search").input_value() == "a/?"
    assert not opened.page.locator("#keys").is_visible()


def test_the_keyboard_is_never_trapped(show: Show, rows: NetworkRows) -> None:
    """Tab passes through all of the page, the map included, and comes to the tables."""
    opened = show(people(rows), at="node=ada")
    seen: list[str] = []
    for _ in range(150):
        opened.page.keyboard.press("Tab")
        seen.append(opened.page.evaluate("(document.activeElement.closest('[id]') || {}).id"))
        if seen[-1] == "made":
            break
    assert seen[-1] == "made"
    assert {"search", "map", "from", "to", "panel", "links-table"} <= set(seen)


def test_the_scheme_is_the_readers_choice_and_remembered(show: Show, rows: NetworkRows) -> None:
    """At first as the system has it; once switched, as switched, also in a page opened later."""
    opened = show(people(rows), color_scheme="dark")
    background = "() => getComputedStyle(document.documentElement).backgroundColor"
    assert opened.page.evaluate(background) == "rgb(17, 24, 39)"
    switch = opened.page.get_by_role("button", name="Dark colours")
    assert switch.get_attribute("aria-pressed") == "true"
    switch.click()
    assert opened.page.evaluate(background) == "rgb(255, 255, 255)"
    opened.go()
    assert opened.page.evaluate(background) == "rgb(255, 255, 255)"


def test_menus_are_walked_and_left_by_keyboard(show: Show, rows: NetworkRows) -> None:
    """Enter opens and goes in, arrows go round, Escape closes and comes back."""
    opened = show(people(rows))
    opened.page.locator("#questions-open").focus()
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.textContent") == "Who works on …?"
    opened.page.keyboard.press("ArrowUp")
    assert opened.page.evaluate("document.activeElement.textContent") == "Which authors have no link?"
    opened.page.keyboard.press("Escape")
    assert opened.page.evaluate("document.activeElement.id") == "questions-open"
    assert not opened.page.locator("#questions").is_visible()


def test_nothing_to_press_is_too_small(show: Show, rows: NetworkRows) -> None:
    """What stands alone to be pressed is at least 24 px in both directions; links within a text are as its lines."""
    opened = show(people(rows), at="node=ada&from=2025-05-02&table=nodes")
    small = opened.page.evaluate(
        """() => [...document.querySelectorAll("button, select, input, summary")].filter(one => one.checkVisibility())
        .filter(one => !one.matches(".inline, .said *, [type=checkbox]"))
        .filter(one => one.offsetWidth < 24 || one.offsetHeight < 24).map(one => one.outerHTML.slice(0, 90))"""
    )
    assert small == []


def test_paper_shows_picture_legend_caption_and_date(show: Show, rows: NetworkRows) -> None:
    """In print the controls are gone, the scheme is light, and a line tells the day and what is shown."""
    opened = show(people(rows), at="dark=1&from=2025-05-03")
    opened.page.emulate_media(media="print")
    opened.page.wait_for_function("() => document.getElementById('printed').textContent !== ''")
    assert (
        opened.page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    )
    assert "Printed on 20" in opened.page.locator("#printed").inner_text()
    assert "4 of 6 authors" in opened.page.locator("#printed").inner_text()
    assert opened.page.locator("#map canvas").is_visible()
    assert opened.page.locator("#legend").is_visible()
    for hidden in (".bar", ".search", "#filters", "#timeline", ".zoom", "#links-table"):
        assert not opened.page.locator(hidden).is_visible(), hidden


def test_few_colours_and_little_motion(show: Show, rows: NetworkRows) -> None:
    """With forced colours the open community is outlined; with reduced motion the sheet does not slide."""
    opened = show(people(rows), at="group=ada", forced_colors="active", reduced_motion="reduce", width=390)
    pressed = opened.page.locator(".groups button[aria-pressed=true]")
    assert pressed.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    assert opened.page.locator("#panel").evaluate("one => getComputedStyle(one).animationName") == "none"


def test_twice_the_text_still_fits(show: Show, rows: NetworkRows) -> None:
    """At 200 % text nothing is cut off sideways."""
    opened = show(people(rows), at="node=ada", width=1280)
    opened.page.evaluate("() => { document.documentElement.style.fontSize = '30px' }")
    assert opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    for part in ("header", ".side", ".picture", ".panel"):
        wide = opened.page.locator(part).evaluate("one => one.scrollWidth - one.clientWidth")
        assert wide <= 0, part
    assert opened.page.locator("#map").bounding_box()["height"] > 150  # type: ignore[index]
