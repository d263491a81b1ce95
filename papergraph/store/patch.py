"""The graph of a new generation made of the one before: what changed is replaced, the rest is shared on disk."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from papergraph.store import bulk


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """What of a graph goes, by IRIs, and the N-Quads lines that come."""

    graphs: tuple[str, ...]  # named graphs that go whole
    subjects: tuple[tuple[str, str], ...]  # (graph, subject) of which all quads go
    quads: Iterable[str]
    merges: bool  # bring the database into its final form on disk, as a full build does


def apply(patch: Patch, *, old: Path, new: Path) -> None:
    """Make the Oxigraph folder ``new`` of the folder ``old``, which stays as it is.

    Raises:
        StoreError: a folder cannot be read or written, or a line is not N-Quads.
    """
    with bulk.writing(new):
        ox.Store.read_only(str(old)).backup(str(new))  # hard links
        store = ox.Store(str(new))
        for graph in patch.graphs:
            store.remove_graph(ox.NamedNode(graph))
        for graph, subject in patch.subjects:
            for quad in list(store.quads_for_pattern(ox.NamedNode(subject), None, None, ox.NamedNode(graph))):
                store.remove(quad)
    for body in bulk.batches(patch.quads):
        with bulk.writing(new):
            store.bulk_load(body, format=ox.RdfFormat.N_QUADS, lenient=True)
    if patch.merges:
        bulk.finish(new, store)
    with bulk.writing(new):
        store.flush()
