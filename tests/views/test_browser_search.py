"""The search box in a real browser: a combobox for names, aliases and topics."""

import pytest

from papergraph.query.networks import NetworkRows

from .opened import Opened, Show
from .pictures import people, works

pytestmark = pytest.mark.browser


def _suggested(opened: Opened) -> list[str]:
    return [text.split("\n")[0] for text in opened.page.locator("#found [role=option] bdi").all_inner_texts()]


def test_search_finds_people_and_topics(show: Show, rows: NetworkRows) -> None:
    """`/` leads to the search box; a topic lists those who wrote about it by their papers, a name opens the person."""
    opened = show(people(rows))
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("guess")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel h2").inner_text() == "Guess Descent"
    assert "3 authors lit" in opened.panel()
    ranked = opened.page.locator("#panel .row").all_inner_texts()
    assert ranked[:3] == ["Ada Stern\n2 papers", "Bo Lind\n2 papers", "조민지\n1 paper"]
    opened.find("민지")
    assert "조민지" in opened.panel()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("조ㅁ", "조민지"), ("MINJI", "조민지 (Minji Cho)"), ("lind bo", "Bo Lind"), ("grid", "GridSet")],
)
def test_names_are_found_however_they_are_typed(show: Show, rows: NetworkRows, typed: str, found: str) -> None:
    """Half a syllable, another case, the other name or the order of names does not matter."""
    opened = show(people(rows))
    opened.page.locator("#search").fill(typed)
    assert _suggested(opened)[0].startswith(found.split(" (")[0])


def test_suggestions_are_walked_by_arrows(show: Show, rows: NetworkRows) -> None:
    """The pattern of a combobox: arrows move through the options, Enter takes one, Escape closes and empties."""
    opened = show(works(rows))
    box = opened.page.locator("#search")
    box.fill("e")
    assert box.get_attribute("aria-expanded") == "true"
    options = _suggested(opened)
    assert len(options) > 2
    opened.page.keyboard.press("ArrowDown")
    active = box.get_attribute("aria-activedescendant")
    assert opened.page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    assert opened.page.locator(f"#{active} bdi").inner_text() == options[1]
    opened.page.keyboard.press("ArrowUp")
    opened.page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") == f"option-{len(options) - 1}"
    opened.page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == ""
    assert not opened.page.locator("#found").is_visible()


def test_suggestions_are_grouped_by_kind(show: Show, rows: NetworkRows) -> None:
    """Papers, methods, datasets … stand apart, each under its name."""
    opened = show(works(rows))
    opened.page.locator("#search").fill("g")
    heads = opened.page.locator("#found .found-head").all_inner_texts()
    assert heads[0] == "Papers"
    assert {"Methods", "Datasets"} <= set(heads)
    assert opened.page.locator("#found [role=group]").first.get_attribute("aria-labelledby") == "found-0"


def test_what_is_found_is_announced(show: Show, rows: NetworkRows) -> None:
    """A screen reader hears, after a rest, how much was found."""
    opened = show(people(rows))
    opened.page.locator("#search").press_sequentially("guess")
    opened.page.wait_for_function("() => document.getElementById('status').textContent !== ''")
    assert opened.page.locator("#status").inner_text() == "0 authors and 1 topic found"
