"""The address of a page in a real browser: all that a reader chose, from disk, forth and back."""

import pytest

from papergraph.query.networks import NetworkRows

from .opened import Show
from .pictures import edge_between, people, place_of, works

pytestmark = pytest.mark.browser


def test_an_address_opens_what_it_says(show: Show, rows: NetworkRows) -> None:
    """Kept thing, filters, looks, open table and its order come from the address of a file on disk."""
    opened = show(people(rows), at="link=ada,bo&from=2025-05-02&size=bridging&dark=1&table=nodes&sort=-papers")
    assert "Ada Stern and Bo Lind wrote 2 papers together" in opened.panel()
    assert "from 2025-05-02" in opened.shown()
    assert opened.page.locator("#by-sizeBy").input_value() == "bridging"
    assert opened.page.locator("html").get_attribute("data-scheme") == "dark"
    assert opened.page.locator("#nodes-table th[aria-sort=descending]").inner_text() == "Papers"
    assert opened.complaints == []


def test_what_is_chosen_is_in_the_address(show: Show, rows: NetworkRows) -> None:
    """Whatever a reader does can be sent to somebody else, whose page then shows the same."""
    model = people(rows)
    opened = show(model)
    opened.click_node(place_of(model, "Ada Stern"))
    opened.page.get_by_role("slider", name="From").press("ArrowRight")
    opened.page.locator("#by-sizeBy").select_option("bridging")
    opened.page.locator("#by-names").select_option("alias")
    opened.page.locator("#nodes-table summary").click()
    opened.page.locator("#nodes-table th button", has_text="Links").click()
    address = opened.address()
    assert address == "node=ada&from=2025-05-02&size=bridging&names=alias&table=nodes&sort=-links"
    again = show(model, at=address)
    assert (again.panel(), again.shown(), again.address()) == (opened.panel(), opened.shown(), address)


def test_back_and_forward(show: Show, rows: NetworkRows) -> None:
    """Back leads to what was kept before; dragging a filter is no step of its own."""
    model = people(rows)
    opened = show(model)
    opened.click_node(place_of(model, "Ada Stern"))
    opened.click_edge(model, edge_between(model, "조민지", "Dee Marsh"))
    handle = opened.page.get_by_role("slider", name="From")
    for _ in range(2):
        handle.press("ArrowRight")
    assert opened.address() == "link=cho,dee&from=2025-05-03"
    opened.page.go_back()
    assert opened.page.locator("#panel h2").inner_text() == "Ada Stern"
    assert opened.shown().startswith("All 6 authors")
    opened.page.go_back()
    assert "Strongest links" in opened.panel()
    opened.page.go_forward()
    opened.page.go_forward()
    assert opened.address() == "link=cho,dee&from=2025-05-03"
    assert "Dee Marsh" in opened.page.locator("#panel h2").inner_text()


def test_an_address_typed_over_another_is_followed(show: Show, rows: NetworkRows) -> None:
    """Without loading the page anew."""
    opened = show(works(rows), at="node=1")
    opened.page.evaluate("() => { location.hash = 'about=dataset:GridSet' }")
    opened.page.wait_for_function("() => document.querySelector('#panel h2').textContent === 'GridSet'")


@pytest.mark.parametrize(
    "address",
    [
        "node=<img src=x onerror=alert(1)>",
        "node=__proto__&list=constructor&class=__proto__",
        "%E0%A4%A&node=%",
        "link=ada&pair=ada,ada&from=2025-99-99&strength=1e999",
        "javascript:alert(1)",
        "&&&===,,,",
        "node=" + "a" * 50_000,
    ],
    ids=["markup", "prototype", "encoding", "nonsense", "script", "signs", "long"],
)
def test_a_hostile_address_is_passed_over(show: Show, rows: NetworkRows, address: str) -> None:
    """What an address says and this picture does not know changes nothing and runs nothing."""
    opened = show(people(rows), at=address)
    assert opened.complaints == []
    assert opened.shown() == "All 6 authors and 5 links drawn are shown."
    assert "Strongest links" in opened.panel()


def test_the_copied_link_is_the_address(show: Show, rows: NetworkRows) -> None:
    """It names the file and all that is chosen."""
    opened = show(people(rows), at="node=ada", permissions=["clipboard-read", "clipboard-write"])
    opened.press("Copy link")
    opened.page.wait_for_function("() => document.getElementById('status').textContent.includes('copied')")
    assert opened.page.evaluate("navigator.clipboard.readText()") == f"{opened.file.as_uri()}#node=ada"


def test_links_within_the_page_keep_the_address(show: Show, rows: NetworkRows) -> None:
    """The way to the tables, and to how it was made, is not taken for something to keep."""
    opened = show(people(rows), at="node=ada")
    opened.page.get_by_role("link", name="How this was made").click()
    assert "Newman" in opened.page.locator("#made").inner_text()
    assert opened.address() == "node=ada"


def test_a_page_without_address_or_storage_works(show: Show, rows: NetworkRows) -> None:
    """In a frame that has neither, as in a notebook, the page does the same."""
    opened = show(people(rows))
    opened.page.set_content("<iframe width=1200 height=700 sandbox='allow-scripts'></iframe>")
    opened.page.evaluate("html => { document.querySelector('iframe').srcdoc = html }", opened.file.read_text("utf-8"))
    frame = opened.page.frame_locator("iframe")
    frame.locator(".groups button").first.click()
    assert "Members" in frame.locator("#panel").inner_text()
    frame.get_by_role("button", name="Dark colours").click()
    assert frame.locator("html").get_attribute("data-scheme") == "dark"
    assert [complaint for complaint in opened.complaints if complaint.startswith("error")] == []
