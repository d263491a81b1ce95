"""A picture inside a notebook."""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from nbclient import NotebookClient

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.view import View

if TYPE_CHECKING:
    from playwright.sync_api import Browser


_DIGEST = """## Daily Papers (2025-05-07)

### [FooNet: Graphs that Read](https://arxiv.org/abs/2505.00001)

Authors: Ada Kim, Ben Lee

FooNet is trained with GRPO.
"""
_BUILD = """
import papergraph
papergraph.build_graph(["day.md"], store="store", jobs=1)
with papergraph.open("store") as graph:
    view = graph.view("coauthors")
view
"""


class _Frames(HTMLParser):
    """The tags of a piece of HTML with their attributes, unescaped once."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_page_stands_whole_in_a_frame(rows: NetworkRows) -> None:
    """What a notebook shows is one frame that holds the page, and lets its scripts see nothing of the notebook."""
    view = View(coauthors_view(rows))
    [(tag, attributes)] = _Frames(view._repr_html_()).tags
    assert tag == "iframe"
    assert attributes["srcdoc"] == view.html()
    assert "src" not in attributes
    sandbox = (attributes["sandbox"] or "").split()
    assert "allow-scripts" in sandbox
    assert "allow-same-origin" not in sandbox


def test_hostile_text_stays_in_the_frame(with_hostile: Callable[[str], NetworkRows], hostile: str) -> None:
    """Whatever strangers write, there is one frame and nothing beside it."""
    view = View(coauthors_view(with_hostile(hostile), title=hostile))
    assert [tag for tag, _ in _Frames(view._repr_html_()).tags] == ["iframe"]


def test_other_forms_for_what_shows_no_html(rows: NetworkRows) -> None:
    """A reader of notebooks that shows no HTML finds the picture as SVG, and the sentence as text."""
    view = View(coauthors_view(rows))
    bundle = view._repr_mimebundle_()
    assert bundle["image/svg+xml"] == view.svg()
    assert bundle["text/plain"] == view.caption


def test_a_cell_shows_the_picture(tmp_path: Path) -> None:
    """A notebook that is run has the frame as the output of its cell."""
    (tmp_path / "day.md").write_text(_DIGEST, encoding="utf-8")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(_BUILD)])
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    [output] = notebook.cells[0].outputs
    [(tag, attributes)] = _Frames(output["data"]["text/html"]).tags
    assert tag == "iframe"
    assert "Ada Kim" in (attributes["srcdoc"] or "")


@pytest.mark.browser
def test_the_frame_runs_offline(rows: NetworkRows, browser: "Browser") -> None:
    """In a browser the frame shows its picture, asks for nothing, and fails at nothing."""
    page = browser.new_page()
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_content(f"<!doctype html><title>notebook</title>{View(coauthors_view(rows))._repr_html_()}")
    frame = page.frames[-1]
    frame.wait_for_selector("canvas")
    assert "Who wrote together" in frame.inner_text("h1")
    assert [url for url in requests if url.startswith("http")] == []
    assert errors == []
    page.close()
