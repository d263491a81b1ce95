"""What strangers write is shown and never anything else: not markup, not an address, not a path."""

import re
from pathlib import Path

from .conftest import Parse

_OWN = {"site.js"}


def pages(site: Path) -> list[Path]:
    return [page for page in sorted(site.rglob("*.html")) if page.parent.name != "maps"]


def test_no_text_becomes_markup(hostile_site: Path, parse: Parse) -> None:
    """Elements, handlers and addresses are those of the templates."""
    assert len(pages(hostile_site)) > 60
    for page in pages(hostile_site):
        tree = parse(page)
        for element in tree.iter():
            assert element.tag not in ("img", "iframe", "object", "base"), page
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"], page
            if element.tag == "script":
                assert Path(element.get("src")).name in _OWN
                assert not element.text
            for name in ("href", "src"):
                assert re.fullmatch(r"(?:\.\./)*[\w./-]*(?:#[\w-]+)?|https?://.*", element.get(name, "")), page


def test_texts_are_shown(hostile_site: Path, parse: Parse) -> None:
    """What looks like markup is there to be read, on the page of a paper, a person and a method."""
    for path in ("paper/arxiv-2505.00001", "author/a-1"):
        heads = parse(hostile_site / f"{path}.html").iter("h1")
        assert ["".join(head.itertext()) for head in heads] == ["<script>document.title='pwned'</script>"]
    quotes = parse(hostile_site / "paper/arxiv-2505.00003.html").iter("blockquote")
    assert any("<svg onload" in "".join(quote.itertext()) for quote in quotes)


def test_nothing_invisible_steers_the_text(hostile_site: Path) -> None:
    """No control sign, direction mark or noncharacter gets into a page."""
    steering = re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff\U0001ffff]"
    )
    for page in pages(hostile_site):
        assert not steering.search(page.read_text(encoding="utf-8")), page


def test_files_lie_in_the_folder(hostile_site: Path) -> None:
    """No name leads out of the site, and each is one that every file system takes."""
    for path in hostile_site.rglob("*"):
        assert re.fullmatch(r"[a-z0-9.-]+", path.name)
        assert path.resolve().is_relative_to(hostile_site)
