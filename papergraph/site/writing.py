"""From a graph to the folder of its site: facts and quads are read once, then each page is written as it is made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from papergraph.errors import StoreError
from papergraph.model import Decision
from papergraph.query.stats import stats
from papergraph.site import facts as site_facts
from papergraph.site import search
from papergraph.site.author_page import author_page, namesakes
from papergraph.site.browse_pages import browse_pages
from papergraph.site.circles import circles
from papergraph.site.concept_page import concept_page
from papergraph.site.descriptions import Descriptions
from papergraph.site.facts import SiteFacts
from papergraph.site.folder import SiteFolder, replacing
from papergraph.site.frame import Frame, asset, style
from papergraph.site.home_page import home_page
from papergraph.site.maps import MAPS, map_pages
from papergraph.site.paper_page import paper_page
from papergraph.site.paths import paths_of
from papergraph.site.question_pages import answered, question_page
from papergraph.site.related import Relations
from papergraph.store.base import Store

#: Is told (step, done, total).
Progress = Callable[[str, int, int], None]
_TOLD_EVERY = 200  # pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What was written: how many pages of things and files in all, and their bytes."""

    folder: str
    things: int
    files: int
    bytes: int


def write_pages(
    store: Store, folder: Path, *, version: str, progress: Progress = lambda step, done, total: None
) -> Site:
    """Write the site of the graph in ``store`` into ``folder``, whole or not at all.

    Raises:
        StoreError: the folder cannot be written, or holds files but no site. What was there stays.
    """
    with replacing(folder) as into:
        progress("read", 0, 1)
        facts = site_facts.read(store.rows, base=store.base, decisions=_decisions(store))
        paths = paths_of(site_facts.contents_of(facts), base=store.base)
        frame = Frame(facts, paths, base=store.base)
        progress("read", 1, 1)
        _shared(into, search.shards(facts, paths))
        for path, text in map_pages(store.rows):
            into.write(path, text)
        _questions(into, store, facts, paths, frame, version)
        for path, text in browse_pages(facts, frame):
            into.write(path, text)
        described = Descriptions(store.quads(), base=store.base)
        for done, (iri, text) in enumerate(_things(facts, paths, frame, base=store.base)):
            if done % _TOLD_EVERY == 0:
                progress("pages", done, len(paths))
            into.write(f"{paths[iri]}.html", text)
            statements = described.of(iri, kind=facts.kind(iri))
            into.write(f"{paths[iri]}.ttl", described.turtle(statements))
            into.write(f"{paths[iri]}.jsonld", described.json_ld(statements))
        progress("pages", len(paths), len(paths))
    return Site(folder=str(folder), things=len(paths), files=into.files, bytes=into.bytes)


def _decisions(store: Store) -> Sequence[Decision]:
    try:
        return store.decisions()
    except StoreError:  # a graph from an RDF file does not say
        return ()


def _shared(into: SiteFolder, shards: Mapping[str, str]) -> None:
    into.write("style.css", style())
    keys = " ".join(shards)
    into.write("site.js", asset("site.js").replace("SHARDS_OF_THE_SITE", keys))
    for key, text in shards.items():
        into.write(search.file_of(key), text)


def _questions(
    into: SiteFolder, store: Store, facts: SiteFacts, paths: Mapping[str, str], frame: Frame, version: str
) -> None:
    answers = list(answered(facts, select=store.rows, ask=store.table, base=store.base))
    for answer in answers:
        into.write(f"{answer.path}.html", question_page(answer, frame, facts=facts, paths=paths, base=store.base))
    path = "question/index.html"
    into.write(path, frame.render("questions.html.jinja", path, title="Questions", answers=answers))
    maps = [(one.path, one.title, one.about) for one in MAPS]
    home = home_page(facts, frame, stats=stats(store.rows), answers=answers, maps=maps, version=version)
    into.write("index.html", home)


def _things(facts: SiteFacts, paths: Mapping[str, str], frame: Frame, *, base: str) -> Iterator[tuple[str, str]]:
    relations = Relations(facts)
    for iri in facts.papers:
        yield iri, paper_page(iri, facts, relations, frame, paths[iri])
    alike, circle_of = namesakes(facts), circles(facts)
    for iri in facts.people:
        key = iri.removeprefix(f"{base}author/")
        page = author_page(
            iri, facts, relations, frame, paths[iri], circle=circle_of.get(iri), alike=alike.get(iri, ()), key=key
        )
        yield iri, page
    for iri in facts.concepts:
        key = iri.removeprefix(f"{base}concept/")
        yield iri, concept_page(iri, facts, relations, frame, paths[iri], key=key)
