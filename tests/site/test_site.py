"""The site as a whole: valid pages, no link into nothing, no request to anywhere, the same bytes each time."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

import papergraph

from .conftest import Parse

_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"


def pages(site: Path) -> list[Path]:
    """Return the pages that are the site's own; a map is a page of its own making."""
    return [page for page in sorted(site.rglob("*.html")) if page.parent.name != "maps"]


def test_every_page_is_valid_html(site: Path, parse: Parse) -> None:
    """A parser that follows the standard, and stops at the first error, reads every page."""
    for page in pages(site):
        assert parse(page) is not None


def test_every_link_leads_to_a_file_of_the_site(site: Path, parse: Parse) -> None:
    """Each address is of the web, or a file that is there, with the place in it that is named."""
    ids: dict[Path, set[str]] = {}
    for page in pages(site):
        tree = parse(page)
        for element in tree.iter():
            target = element.get("href") or element.get("src")
            if target is None or re.match(r"https?://", target):
                continue
            path, _, place = target.partition("#")
            file = (page.parent / unquote(path)).resolve() if path else page
            assert file.is_file(), (page.name, target)
            assert file.is_relative_to(site)
            if place:
                if file not in ids:
                    there = parse(file)
                    ids[file] = {one.get("id") for one in there.iter() if one.get("id")}
                assert place in ids[file], (page.name, target)


def test_every_map_leads_back_to_the_first_page(site: Path) -> None:
    """A map is a page of its own making, and has a link home."""
    maps = sorted((site / "maps").iterdir())
    assert maps
    for page in maps:
        assert '<a class="home" href="../index.html">' in page.read_text(encoding="utf-8")


def test_pages_are_made_as_they_should(site: Path, parse: Parse) -> None:
    """One heading, a language, a title; no id twice; nothing loaded from elsewhere; the policy forbids the rest."""
    for page in pages(site):
        tree = parse(page)
        assert tree.get("lang") == "en"
        assert len(list(tree.iter("h1"))) == 1
        assert tree.findtext("head/title")
        policies = [one.get("content") for one in tree.iter("meta") if one.get("http-equiv")]
        assert policies == [_POLICY]
        ids = [one.get("id") for one in tree.iter() if one.get("id")]
        assert len(ids) == len(set(ids)), page
        loaded = [one.get("src") for one in tree.iter("script")]
        loaded += [one.get("href") for one in tree.iter("link") if one.get("rel") == "stylesheet"]
        assert sorted(Path(one).name for one in loaded) == ["site.js", "style.css"]
        assert not [one for one in tree.iter() if one.get("style") or any(name.startswith("on") for name in one.attrib)]


def test_korean_is_marked_as_korean(site: Path, parse: Parse) -> None:
    """Whatever holds Hangul says in which language it is."""
    hangul = re.compile("[가-힣]")
    for page in pages(site):
        tree = parse(page)
        parents = {child: parent for parent in tree.iter() for child in parent}
        for element in tree.find("body").iter():
            if element.tag == "code" or not hangul.search(element.text or ""):
                continue
            above = element
            while above is not None and above.get("lang") != "ko":
                above = parents.get(above)
            assert above is not None, (page.name, element.text)


def test_each_thing_has_its_page_as_turtle_and_json_ld(site: Path, parse: Parse) -> None:
    """The page of a thing names both, and both are there."""
    for folder in ("paper", "author", "method", "model", "dataset", "task", "metric"):
        found = sorted((site / folder).glob("*.html"))
        assert found
        for page in found:
            tree = parse(page)
            alternates = {
                one.get("type"): one.get("href") for one in tree.iter("link") if one.get("rel") == "alternate"
            }
            assert alternates == {
                "text/turtle": f"../{folder}/{page.stem}.ttl",
                "application/ld+json": f"../{folder}/{page.stem}.jsonld",
            }


def test_the_same_graph_gives_the_same_bytes(site: Path, example_store: Path, tmp_path: Path) -> None:
    """A site that is written again, over an earlier one, is the same in every file."""
    again = tmp_path / "again"
    papergraph.write_site(example_store, again)
    papergraph.write_site(example_store, again)

    there = {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()}
    assert there == {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_an_rdf_file_becomes_a_site_too(example_store: Path, tmp_path: Path) -> None:
    """Without the store's decisions the pages are there, and say nothing of them."""
    with papergraph.open(example_store) as graph:
        graph.export(tmp_path / "graph.nq")

    told: list[tuple[str, int, int]] = []
    done = papergraph.write_site(
        tmp_path / "graph.nq", tmp_path / "pages", progress=lambda step, done, total: told.append((step, done, total))
    )

    assert told[0] == ("read", 0, 1)
    assert told[-1] == ("pages", done.things, done.things)
    assert done.files == sum(1 for path in (tmp_path / "pages").rglob("*") if path.is_file()) - 1  # the marker
    assert done.things > 500
    assert "One name; nothing was joined" in (tmp_path / "pages/author/yang-yue.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "<http://example.org/a> <http://example.org/b> <http://example.org/c> .\n"])
def test_a_graph_of_nothing_becomes_a_site(text: str, tmp_path: Path, parse: Parse) -> None:
    """A graph without papers has a first page that says so."""
    (tmp_path / "empty.nt").write_text(text, encoding="utf-8")

    done = papergraph.write_site(tmp_path / "empty.nt", tmp_path / "pages")

    assert done.things == 0
    assert "0 papers" in (tmp_path / "pages/index.html").read_text(encoding="utf-8")
    for page in pages(tmp_path / "pages"):
        assert parse(page) is not None
