"""The tables in a real browser: all of the picture, sorted, filtered, by keyboard."""

from dataclasses import replace

import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.model import Edge, ViewModel

from .opened import Show
from .pictures import methods, people, works

pytestmark = pytest.mark.browser


def _names(model: ViewModel) -> set[str]:
    return {node.name for node in model.nodes}


def _ends(model: ViewModel) -> set[tuple[str, str]]:
    return {(model.nodes[edge.source].name, model.nodes[edge.target].name) for edge in model.edges}


def test_the_tables_hold_all_of_the_picture(show: Show, rows: NetworkRows) -> None:
    """Each node and each line is a row."""
    for model in (people(rows), methods(rows)):
        opened = show(model, at="table=nodes")
        assert {row[0] for row in opened.rows("nodes")} == _names(model)
        assert {(row[0], row[1]) for row in opened.rows("links")} == _ends(model)


def test_many_rows_come_page_by_page_and_none_is_lost(show: Show, rows: NetworkRows) -> None:
    """Twelve hundred links: a page holds some hundreds, all pages together hold all, in one order."""
    base = works(rows)
    nodes = tuple(
        replace(
            base.nodes[0],
            key=f"https://example.org/p/{place}",
            name=f"Paper {place}",
            label=f"P{place}",
            x=place * 30.0,
        )
        for place in range(60)
    )
    edges = tuple(
        replace(base.edges[0], source=one, target=other, weight=float(1 + (one * 7 + other) % 50), faint=False)
        for one in range(60)
        for other in range(one + 1, min(one + 25, 60))
    )
    model = replace(
        base, nodes=nodes, edges=edges, concepts=tuple(replace(concept, common=False) for concept in base.concepts)
    )
    opened = show(model)
    assert opened.page.locator("#links-table tbody tr").count() <= 250
    opened.page.locator("#links-table th button", has_text="Strength").click()
    found = opened.rows("links")
    assert len(found) == len(edges)
    assert {(row[0], row[1]) for row in found} == _ends(model)
    strengths = [float(row[3]) for row in found]
    assert strengths == sorted(strengths, reverse=True)


def test_the_tables_follow_the_filters(show: Show, rows: NetworkRows) -> None:
    """What is not shown in the picture is not in the table, and its head says so."""
    model = people(rows)
    opened = show(model, at="from=2025-05-03&table=nodes")
    assert {row[0] for row in opened.rows("nodes")} == {"조민지", "Dee Marsh", "Eve Ono", "Fay Roth"}
    assert {(row[0], row[1]) for row in opened.rows("links")} <= _ends(model)
    assert len(opened.rows("links")) == 2
    assert opened.page.locator("#nodes-table summary .count").inner_text() == "4 of 6"


def test_a_table_opens_the_panel_by_keyboard(show: Show, rows: NetworkRows) -> None:
    """Enter on a row tells why, brings the focus to the panel, and Escape brings it back to the row."""
    opened = show(people(rows))
    opened.page.locator("#links-table tbody button").first.focus()
    opened.page.keyboard.press("Enter")
    assert "wrote 2 papers together" in opened.panel()
    assert opened.page.evaluate("document.activeElement.id") == "panel"
    opened.page.keyboard.press("Escape")
    assert "wrote 2 papers together" not in opened.panel()
    assert opened.page.evaluate("document.activeElement.textContent") == "Ada Stern"


def test_a_head_sorts_and_says_so(show: Show, rows: NetworkRows) -> None:
    """Numbers fall first, words rise first; a second press turns it round."""
    opened = show(people(rows))
    head = opened.page.locator("#links-table th", has_text="Strength")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    falling = [float(row[3]) for row in opened.rows("links")]
    assert falling == sorted(falling, reverse=True)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert [float(row[3]) for row in opened.rows("links")] == falling[::-1] or falling[0] == falling[-1]
    name = opened.page.locator("#links-table th", has_text="One")
    name.locator("button").click()
    assert name.get_attribute("aria-sort") == "ascending"
    assert head.get_attribute("aria-sort") is None


def test_the_skip_link_leads_past_the_picture(show: Show, rows: NetworkRows) -> None:
    """The first stop of the keyboard leads to the tables."""
    opened = show(people(rows))
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.className") == "skip"
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.closest('#table') !== null")


def test_a_table_copies_as_text_for_a_sheet(show: Show, rows: NetworkRows) -> None:
    """Tabs and lines, in the order that one sees."""
    opened = show(people(rows), permissions=["clipboard-read", "clipboard-write"])
    opened.page.locator("#links-table").get_by_role("button", name="Copy as table").click()
    opened.page.wait_for_function("() => document.getElementById('status').textContent.includes('copied')")
    lines = opened.page.evaluate("navigator.clipboard.readText()").split("\n")
    assert lines[0] == "One\tOther\tPapers\tStrength\tWhy"
    assert lines[1].startswith("Ada Stern\tBo Lind\t2\t1.5\tAlpha: Sorting by Guessing; Beta Learners Revisited")
    assert len(lines) == 6


def test_a_line_of_many_reasons_names_all(show: Show, rows: NetworkRows) -> None:
    """The column "Why" holds each shared concept once."""
    model = works(rows)
    edge: Edge = model.edges[0]
    opened = show(replace(model, edges=(replace(edge, claims=edge.claims * 3), *model.edges[1:])))
    assert opened.rows("links")[0][-1] == "Guess Descent; 시프트 학습"
