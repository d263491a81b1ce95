"""The offline page: one file, nothing fetched, nothing of a stranger's run."""

import base64
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from importlib.metadata import version
from typing import Any

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.kinds.papers import papers_view
from papergraph.views.page import html


class _Page(HTMLParser):
    """What stands in a page: its tags with their attributes, and the text of its scripts and styles."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = (tag, dict(attrs)) if tag in ("script", "style") else None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.raw.append((*self._open, data))
            self._open = None


def _data(source: str) -> dict[str, object]:
    found = next(text for tag, attributes, text in _Page(source).raw if attributes.get("id") == "data")
    loaded: dict[str, object] = json.loads(found)
    return loaded


def test_nothing_is_loaded_from_anywhere(rows: NetworkRows) -> None:
    """No tag has a src, no link element exists, and only http(s) links of papers have an href."""
    page = _Page(html(coauthors_view(rows)))
    assert not [tag for tag, attributes in page.tags if "src" in attributes or "srcset" in attributes]
    assert not [tag for tag, _ in page.tags if tag in ("link", "iframe", "img", "object", "embed", "base")]
    hrefs = {attributes["href"] for _, attributes in page.tags if "href" in attributes}
    assert hrefs
    assert all(href in ("#table", "#made") or (href or "").startswith("https://example.org/") for href in hrefs)


def test_nothing_is_styled_or_run_inline(rows: NetworkRows) -> None:
    """No tag carries a style or a handler, which the page's policy would refuse."""
    page = _Page(html(coauthors_view(rows)))
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name == "style" or name.startswith("on")], tag


def test_the_policy_allows_just_its_own_scripts_and_style(rows: NetworkRows) -> None:
    """The hashes of the policy are those of the two scripts and the style, and the default is none."""
    page = _Page(html(papers_view(rows)))
    policy = next(
        attributes["content"] or ""
        for tag, attributes in page.tags
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    hashes = [
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for _, attributes, text in page.raw
        if attributes.get("type") != "application/json"
    ]
    assert len(hashes) == 3
    assert re.findall(r"sha256-([^']+)'", policy) == [hashes[1], hashes[2], hashes[0]]


def test_physics_is_off_and_positions_are_baked(rows: NetworkRows) -> None:
    """vis-network gets positions and no physics, straight lines, and no titles that it could take for HTML."""
    model = coauthors_view(rows)
    data: Any = _data(html(model))
    graph = data["drawn"]
    assert graph["options"]["physics"] == {"enabled": False}
    assert graph["options"]["edges"]["smooth"] is False
    assert [*zip(data["nodes"]["x"], data["nodes"]["y"], strict=True)] == [(node.x, node.y) for node in model.nodes]
    assert all(set(node) == {"shape", "color"} for node in graph["nodes"]["alike"])
    assert len(graph["edges"]["each"]) == 5


def test_same_model_same_bytes(rows: NetworkRows) -> None:
    """A page depends on its model alone."""
    assert html(coauthors_view(rows)) == html(coauthors_view(rows))


def test_sentences_stand_once(rows: NetworkRows) -> None:
    """A sentence behind several lines stands in the page a single time."""
    source = html(papers_view(rows))
    assert source.count("우리는 정렬을 위한 Guess Descent를 제안한다.") == 1


def test_readers_without_script_see_the_strongest_links(rows: NetworkRows) -> None:
    """The summary and a table of links stand in the page itself."""
    source = html(coauthors_view(rows))
    fallback = source[source.index("<noscript>") : source.index("</noscript>")]
    assert "Ada Stern" in fallback
    assert "Beta Learners Revisited" in fallback
    assert "7 authors of 5 papers" in source[: source.index("<noscript>")]


def test_a_page_says_its_language_and_title(rows: NetworkRows) -> None:
    """The page has a doctype, a language and a title."""
    source = html(coauthors_view(rows, title="Mine & <yours>"))
    assert source.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>Mine &amp; &lt;yours&gt;</title>" in source


def test_a_page_leads_home_where_it_has_one(rows: NetworkRows) -> None:
    """A page alone has no way back; one that belongs to a site links to the address that it is given, as text."""
    model = coauthors_view(rows)
    page = _Page(html(model, home='../"a>.html'))
    assert [attributes["href"] for _, attributes in page.tags if _is_home(attributes)] == ['../"a>.html']
    assert not [tag for tag, attributes in _Page(html(model)).tags if _is_home(attributes)]


def _is_home(attributes: dict[str, str | None]) -> bool:
    return attributes.get("class") == "home" and "href" in attributes


def test_a_page_says_how_it_was_made(rows: NetworkRows) -> None:
    """Rules, seed, version and the queries behind marks and lines stand in the page, queries as text."""
    model = replace(
        coauthors_view(rows), edge_query="", node_query="SELECT ?node WHERE { ?node a <https://example.org/A> }"
    )
    made = html(model).partition('<details id="made">')[2].partition("</details>")[0]
    assert all(note.partition("'")[0] in made for note in model.notes)
    assert "(seed 7)" in made
    assert f"papergraph {version('papergraph')}" in made
    assert "?node a &lt;https://example.org/A&gt; }" in made
    assert made.count("<pre>") == 1


def test_hostile_text_adds_no_tag(rows: NetworkRows, with_hostile: Callable[[str], NetworkRows], hostile: str) -> None:
    """Whatever strangers write, the page has no script, handler or link more than its own, and is valid UTF-8."""
    for view in (coauthors_view, papers_view):
        source = html(view(with_hostile(hostile), title=hostile))
        source.encode("utf-8")
        page = _Page(source)
        assert [tag for tag, _ in page.tags].count("script") == 3
        assert not [tag for tag, _ in page.tags if tag in ("img", "svg", "iframe")]
        assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
        assert {attributes["href"] for _, attributes in page.tags if "href" in attributes} == {"#table", "#made"}
        assert "\u202e" not in source
        assert _data(source)["papers"]
