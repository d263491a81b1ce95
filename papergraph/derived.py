"""Writes the networks into the graph, for those who want them in SPARQL: ``graph/derived``, a generation of its own.

A build that changes anything drops what was derived, for it would be out of date: ``graph/derived`` is a part of the
graph with a print, and no build has that part.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from papergraph import iri, vocab
from papergraph.errors import StoreNotFoundError
from papergraph.model import Role
from papergraph.networks import Choice, network
from papergraph.query import networks as rows
from papergraph.query.select import Select
from papergraph.rdf.derived import DerivedLink, encode_links
from papergraph.store import embedded, layout
from papergraph.store.days import fingerprint, stored_days
from papergraph.store.decisions import read_decisions
from papergraph.store.patch import Patch
from papergraph.store.prints import read_prints

STRONGEST = 10  # links of sharing of each node, unless told otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """How many links were written."""

    store: str
    co_authors: int
    shared_methods: int
    shared_datasets: int


def derive(
    *, store: str | os.PathLike[str] = vocab.DEFAULT_STORE, strongest: int = STRONGEST, common: float = 0.05
) -> Derived:
    """Write ``pg:coAuthorOf``, ``pg:sharesMethodWith`` and ``pg:sharesDatasetWith``, each with its ``pg:Link``.

    What was derived before is replaced. The next build that changes the graph drops it.

    Args:
        store: the store folder.
        strongest: how many links of sharing each paper and each author keeps; co-authorship is kept whole.
        common: the share of papers above which a concept is everywhere, so that its weight is damped.

    Raises:
        StoreNotFoundError: there is no graph.
        StoreError: the store cannot be written, or another process writes. What was there stays.
        UsageError: a number that cannot be.
    """
    folder = Path(store)
    choice = Choice(strongest=strongest, common=common)
    choice.check()
    if not embedded.exists(folder):
        raise StoreNotFoundError(
            f"there is no graph in {folder}", hint=f"make one with: papergraph build PATH… --store {folder}"
        )
    with embedded.writing(folder) as writer, ExitStack() as held:
        generation = held.enter_context(layout.current(folder))
        days = held.enter_context(stored_days(generation))
        graph = embedded.open_store(folder)
        held.callback(graph.close)
        links = sorted(_links(graph.rows, choice), key=lambda link: (link.property, link.first, link.second))
        written = writer.begin(extractor=graph.about.extractor)
        for id in days.records:
            written.copy(id, days)
        name = iri.graph_iri("derived", base=graph.base)
        writer.publish(
            Patch(graphs=(name,), subjects=(), quads=encode_links(links, base=graph.base), merges=True),
            about=replace(graph.about, patches=0),
            decisions=read_decisions(layout.decisions_file(generation)),
            prints=(read_prints(layout.prints_file(generation)) or {}) | {name: fingerprint([strongest, common])},
        )
    counts = Counter(link.property for link in links)
    return Derived(
        store=str(folder),
        co_authors=counts[vocab.PG_CO_AUTHOR_OF],
        shared_methods=counts[vocab.PG_SHARES_METHOD_WITH],
        shared_datasets=counts[vocab.PG_SHARES_DATASET_WITH],
    )


def _links(select: Select, choice: Choice) -> Iterator[DerivedLink]:
    support = _Support(select)
    yield from _of("coauthors", vocab.PG_CO_AUTHOR_OF, "papers", select, choice, support)
    shared: Sequence[tuple[str, str]] = (
        ("methods", vocab.PG_SHARES_METHOD_WITH),
        ("datasets", vocab.PG_SHARES_DATASET_WITH),
    )
    for via, name in shared:
        for kind in ("papers", "authors"):
            yield from _of(kind, name, "concepts", select, replace(choice, via=(via,)), support)


def _of(kind: str, name: str, via: str, select: Select, choice: Choice, support: "_Support") -> Iterator[DerivedLink]:
    edges = network(kind, select=select, choice=choice).edges
    columns = (edges[column] for column in ("source", "target", "weight", via))
    for source, target, weight, things in zip(*columns, strict=True):
        yield DerivedLink(
            property=name,
            first=source,
            second=target,
            weight=float(weight),
            via=things,
            support=support(source, target, things),
        )


class _Support:
    """How many papers a link rests on: those that two authors share, or those of its ends that state what they share.

    A paper rests on itself.
    """

    def __init__(self, select: Select) -> None:
        written: dict[str, set[str]] = {}
        for authorship in rows.authorships(select):
            written.setdefault(authorship.paper, set()).add(authorship.author)
        self._stating: dict[tuple[str, str], set[str]] = {}
        for link in rows.links(select):
            if link.role is not Role.MENTIONS:
                for end in (link.paper, *written.get(link.paper, ())):
                    self._stating.setdefault((end, link.concept), set()).add(link.paper)

    def __call__(self, first: str, second: str, via: Sequence[str]) -> int:
        """Return the number of papers behind a link."""
        stating = (self._stating.get((end, thing), set()) for end in (first, second) for thing in via)
        return len(set().union(*stating)) or len(via)
