"""Filters in a real browser: picture, sentence and tables follow, and each can be taken off."""

from dataclasses import replace

import pytest

from papergraph.query.networks import NetworkRows

from .opened import Show
from .pictures import people, place_of, works

pytestmark = pytest.mark.browser


def test_all_is_shown_at_first(show: Show, rows: NetworkRows) -> None:
    """Without a filter the sentence says that all is there, and there is nothing to take off."""
    opened = show(people(rows))
    assert opened.shown() == "All 6 authors and 5 links drawn are shown."
    assert opened.page.locator("#shown button").count() == 0


def test_the_period_is_set_by_handles(show: Show, rows: NetworkRows) -> None:
    """The handles are sliders: arrows move them, they say their day, and End or Home gives all back."""
    opened = show(people(rows))
    start = opened.page.get_by_role("slider", name="From")
    start.focus()
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("ArrowRight")
    assert start.get_attribute("aria-valuetext") == "2025-05-03"
    assert opened.shown().startswith("4 of 6 authors and 2 of 5 links shown.")
    assert opened.address() == "from=2025-05-03"
    opened.page.get_by_role("slider", name="To").press("ArrowLeft")
    assert opened.address() == "from=2025-05-03&to=2025-05-04"
    opened.page.get_by_role("slider", name="To").press("ArrowLeft")
    assert opened.address() == "from=2025-05-03&to=2025-05-03"
    assert opened.shown().startswith("2 of 6 authors and 1 of 5 links shown.")
    opened.press("All time")
    assert opened.address() == ""


def test_handles_do_not_pass_each_other(show: Show, rows: NetworkRows) -> None:
    """A period is never empty or upside down."""
    opened = show(people(rows))
    opened.page.get_by_role("slider", name="From").press("End")
    assert opened.address() == "from=2025-05-05"
    opened.page.get_by_role("slider", name="To").press("Home")
    assert opened.address() == "from=2025-05-05"


def test_a_click_on_a_bar_is_enough(show: Show, rows: NetworkRows) -> None:
    """Whoever cannot drag clicks: one bar is taken, a second click gives it back."""
    opened = show(people(rows))
    bars = opened.page.locator("#bars svg")
    box = bars.bounding_box()
    assert box is not None
    middle = {"x": box["width"] * 0.7, "y": 6}
    bars.click(position=middle)
    assert opened.address() == "from=2025-05-04&to=2025-05-04"
    bars.click(position=middle)
    assert opened.address() == ""


def test_a_drag_over_bars_takes_all_it_passes(show: Show, rows: NetworkRows) -> None:
    """From one bar to another, in either direction."""
    opened = show(people(rows))
    box = opened.page.locator("#bars svg").bounding_box()
    assert box is not None
    opened.page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 6)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 6, steps=4)
    opened.page.mouse.up()
    assert opened.address() == "from=2025-05-02&to=2025-05-03"


def test_each_filter_is_taken_off_by_its_cross(show: Show, rows: NetworkRows) -> None:
    """A chip for each filter; its cross takes off that one alone, "Show all" the rest."""
    opened = show(people(rows), at="from=2025-05-02&class=dataset,method&role=uses&amount=2")
    assert opened.page.locator("#shown .chip").all_inner_texts() == [
        "from 2025-05-02 ×", "dataset or method ×", "uses ×", "2 papers or more ×", "Show all",
    ]  # fmt: skip
    opened.press("Take off the filter: from 2025-05-02")
    assert opened.address() == "class=dataset,method&role=uses&amount=2"
    assert opened.page.evaluate("document.activeElement.textContent") == "dataset or method ×"
    opened.press("Show all")
    assert opened.address() == ""
    assert opened.shown().startswith("All 6 authors")


def test_classes_and_roles_tell_how_many_lines_they_leave(show: Show, rows: NetworkRows) -> None:
    """Boxes with counts; the counts follow the other filters."""
    opened = show(people(rows))
    boxes = dict(text.split("\n") for text in opened.page.locator("#filters fieldset .tick").all_inner_texts())
    assert boxes == {"dataset": "2", "method": "4", "model": "1", "compares with": "1", "introduces": "4", "uses": "4"}
    opened.page.get_by_role("checkbox", name="dataset").check()
    assert opened.address() == "class=dataset"
    assert opened.shown().startswith("4 of 6 authors and 2 of 5 links shown.")
    assert "introduces\n0" in opened.page.locator("#filters fieldset .tick").all_inner_texts()


def test_strength_and_number_are_sliders(show: Show, rows: NetworkRows) -> None:
    """Each step of a slider is a value that occurs; it says how many lines are left."""
    opened = show(people(rows))
    amount = opened.page.get_by_role("slider", name="Papers", exact=True)
    amount.press("ArrowRight")
    assert amount.get_attribute("aria-valuetext") == "at least 2: 1 link"
    assert opened.shown().startswith("2 of 6 authors and 1 of 5 links shown.")


def test_the_obvious_is_left_out_and_told(show: Show, rows: NetworkRows) -> None:
    """Links that only common methods make are hidden at first; what hid them stands there and can be had back."""
    opened = show(works(rows))
    assert "2 common links hidden" in opened.shown()
    assert "Hidden: 2 links by Guess Descent (2)." in opened.page.locator("#filters").inner_text()
    opened.page.get_by_role("checkbox", name="Without links that only common ones make").uncheck()
    assert opened.address() == "common=1"
    assert "hidden" not in opened.shown()


def test_only_what_texts_state(show: Show, rows: NetworkRows) -> None:
    """Dashed lines, which nothing but mentions make, are told in the legend and can be left out."""
    model = works(rows)
    opened = show(replace(model, concepts=tuple(replace(concept, common=False) for concept in model.concepts)))
    assert "Only mentioned" in opened.page.locator("#legend").inner_text()
    opened.page.get_by_role("checkbox", name="Only what texts state").check()
    assert opened.address() == "stated=1"
    assert f"{len(model.edges) - 1} of {len(model.edges)} links" in opened.shown()


def test_what_is_shown_is_announced_once_it_rests(show: Show, rows: NetworkRows) -> None:
    """A dragged slider is not read out step by step."""
    opened = show(people(rows))
    heard = "window.heard = []; new MutationObserver(() => heard.push(document.getElementById('status').textContent))"
    opened.page.evaluate(f"() => {{ {heard}.observe(document.getElementById('status'), {{ childList: true }}) }}")
    start = opened.page.get_by_role("slider", name="From")
    for key in ("ArrowRight", "ArrowRight", "ArrowRight"):
        start.press(key)
    opened.page.wait_for_timeout(700)
    assert opened.page.evaluate("heard") == ["2 of 6 authors and 1 of 5 links shown"]


def test_a_neighbourhood_is_shown_alone(show: Show, rows: NetworkRows) -> None:
    """The local graph of a node is a press away: it and its neighbours stay, tables follow, and the address tells."""
    model = people(rows)
    opened = show(model, at="table=nodes")
    opened.find("Dee Marsh")
    opened.press("Only its neighbourhood")
    assert {row[0] for row in opened.rows("nodes")} == {"Dee Marsh", "조민지"}
    assert opened.shown().startswith("2 of 6 authors and 1 of 5 links shown.")
    assert "around=dee" in opened.address()
    (one, high), (other, low) = (opened.node_at(place_of(model, name)) for name in ("Dee Marsh", "조민지"))
    room = opened.page.locator("#map").bounding_box()
    assert room is not None
    assert ((one + other) / 2, (high + low) / 2) == pytest.approx((room["width"] / 2, room["height"] / 2), abs=30)
    again = show(model, at="node=dee&around=dee")
    assert again.shown() == opened.shown()
    assert again.page.get_by_role("button", name="Only its neighbourhood").get_attribute("aria-pressed") == "true"
    again.press("Only its neighbourhood")
    assert again.shown().startswith("All 6 authors")
    again.go("around=nobody")
    assert again.shown().startswith("All 6 authors")
