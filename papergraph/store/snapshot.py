"""A graph in an Oxigraph folder that nobody writes to any more."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from papergraph.errors import StoreError
from papergraph.store import engine, isolation
from papergraph.store.base import PlainRow, RawAnswer

if TYPE_CHECKING:
    from rdflib import Dataset

    from papergraph.model import Decision


class Snapshot:
    """A store over a folder. Strangers' queries run in their own process, ours in this one (opened on first need)."""

    def __init__(self, folder: Path, *, base: str) -> None:
        self._folder = folder
        self._base = base
        self._opened: ox.Store | None = None
        self._closed = False

    @property
    def base(self) -> str:
        """The base of the data IRIs."""
        return self._base

    def answer(self, query: str, *, format: str = "json", timeout: float | None = None) -> RawAnswer:
        """Run a query of a stranger; see :class:`papergraph.store.base.Store`."""
        self._check_open()
        return isolation.ask(self._folder, query, base=self._base, format=format, timeout=timeout)

    def rows(self, query: str, bindings: Mapping[str, str] | None = None) -> Sequence[PlainRow]:
        """Run a SELECT of our own; see :class:`papergraph.store.base.Store`."""
        return engine.select_rows(self._engine(), query, bindings, base=self._base)

    def table(self, query: str) -> bytes:
        """Run a SELECT of our own, terms whole; see :class:`papergraph.store.base.Store`."""
        return engine.select_table(self._engine(), query, base=self._base)

    def quads(self) -> Iterator[str]:
        """Yield all quads as sorted N-Quads lines."""
        return engine.sorted_quads(self._engine())

    def decisions(self) -> "tuple[Decision, ...]":
        """Refuse: a graph that was not built here does not say why its names are one node."""
        raise StoreError(
            "this graph does not say why names are one node", hint="only a store that papergraph build made does"
        )

    def rdflib(self) -> "Dataset":
        """Return the graph as a live rdflib Dataset that cannot be written to."""
        from papergraph.store.bridge import dataset

        return dataset(self._engine(), base=self._base)

    def close(self) -> None:
        """Let go of the folder."""
        self._closed = True
        self._opened = None

    def _engine(self) -> ox.Store:
        self._check_open()
        if self._opened is None:
            try:
                self._opened = ox.Store.read_only(str(self._folder))
            except (OSError, RuntimeError) as error:
                raise StoreError(
                    f"the graph cannot be opened: {error}", hint="it may be damaged; build it again"
                ) from error
        return self._opened

    def _check_open(self) -> None:
        if self._closed:
            raise StoreError("the graph is closed")
