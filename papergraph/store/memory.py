"""A graph in memory, for tests and for graphs that are made on the way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from papergraph.errors import StoreError
from papergraph.store import bulk, engine
from papergraph.store.base import PlainRow, RawAnswer
from papergraph.store.temporary import TemporarySnapshot, temporary_snapshot
from papergraph.vocab import BASE

if TYPE_CHECKING:
    from rdflib import Dataset

    from papergraph.model import Decision
    from papergraph.store.search import Hit


class MemoryStore:
    """A store in memory. A stranger's query runs in a process of its own, which memory cannot be handed to: the first
    one writes the graph into a temporary folder, where that process reads it, and a search its index."""

    def __init__(self, quads: Iterable[str], *, base: str = BASE) -> None:
        self._base = base
        self._engine: ox.Store | None = ox.Store()
        self._copy: TemporarySnapshot | None = None
        try:
            self._engine.bulk_load("\n".join(quads).encode(), format=ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise StoreError(f"a line to be stored is not N-Quads: {error}") from error

    @property
    def base(self) -> str:
        """The base of the data IRIs."""
        return self._base

    def answer(self, query: str, *, format: str = "json", timeout: float | None = None) -> RawAnswer:
        """Run a query of a stranger; see :class:`papergraph.store.base.Store`."""
        return self._copied().answer(query, format=format, timeout=timeout)

    def rows(self, query: str, bindings: Mapping[str, str] | None = None) -> Sequence[PlainRow]:
        """Run a SELECT of our own; see :class:`papergraph.store.base.Store`."""
        return engine.select_rows(self._open(), query, bindings, base=self._base)

    def table(self, query: str) -> bytes:
        """Run a SELECT of our own, terms whole; see :class:`papergraph.store.base.Store`."""
        return engine.select_table(self._open(), query, base=self._base)

    def quads(self) -> Iterator[str]:
        """Yield all quads as sorted N-Quads lines."""
        return engine.sorted_quads(self._open())

    def decisions(self) -> "tuple[Decision, ...]":
        """Refuse: a graph that was not built here does not say why its names are one node."""
        raise StoreError(
            "this graph does not say why names are one node", hint="only a store that papergraph build made does"
        )

    def search(self, expression: str, *, kind: str | None, limit: int) -> "list[Hit]":
        """Return the texts that fit an expression best; see :class:`papergraph.store.base.Store`."""
        return self._copied().search(expression, kind=kind, limit=limit)

    def rdflib(self) -> "Dataset":
        """Return the graph as a live rdflib Dataset that cannot be written to."""
        from papergraph.store.bridge import dataset

        return dataset(self._open(), base=self._base)

    def close(self) -> None:
        """Forget the graph."""
        self._engine = None
        if self._copy is not None:
            self._copy.close()
            self._copy = None

    def _copied(self) -> TemporarySnapshot:
        if self._copy is None:
            self._copy = temporary_snapshot(self._write)
        return self._copy

    def _write(self, folder: Path) -> str:
        bulk.load(folder, self.quads())
        return self._base

    def _open(self) -> ox.Store:
        if self._engine is None:
            raise StoreError("the graph is closed")
        return self._engine
