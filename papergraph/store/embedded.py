"""The default store: a folder in which each build publishes a whole new graph, while readers keep the one they have.

A build that fails or is killed leaves the old graph as it was.
"""

import os
import shutil
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from papergraph.errors import StoreNotFoundError
from papergraph.model import Day, Decision
from papergraph.store import bulk, layout
from papergraph.store.decisions import read_decisions, write_decisions
from papergraph.store.patch import Patch, apply
from papergraph.store.prints import write_prints
from papergraph.store.search import Hit, IndexWriter, find
from papergraph.store.snapshot import Snapshot

if TYPE_CHECKING:
    from papergraph.store.days import DaysWriter


class EmbeddedStore(Snapshot):
    """A generation of a store folder, which a file descriptor holds. It stays until it is closed."""

    def __init__(self, handle: int, generation: Path) -> None:
        self._generation = generation
        try:
            self.about = layout.about(generation)
            super().__init__(layout.database(generation), base=self.about.base)
        except BaseException:
            os.close(handle)
            raise
        self._release = weakref.finalize(self, os.close, handle)

    def decisions(self) -> tuple[Decision, ...]:
        """Return why names are one node, or are not."""
        return read_decisions(layout.decisions_file(self._generation))

    def search(self, expression: str, *, kind: str | None, limit: int) -> list[Hit]:
        """Return the texts of the graph that fit an expression of the full-text index best."""
        self._check_open()
        return find(layout.search_file(self._generation), expression, kind=kind, limit=limit)

    def close(self) -> None:
        """Let go of the generation."""
        super().close()
        self._release()


def exists(path: Path) -> bool:
    """Tell whether a graph was published in the folder ``path``."""
    return layout.is_store(path)


def open_store(path: Path) -> EmbeddedStore:
    """Return the current graph of the store folder ``path``.

    Raises:
        StoreNotFoundError: there is no graph.
        StoreVersionError: a later papergraph wrote it.
        StoreError: it is damaged.
    """
    if not exists(path):
        raise StoreNotFoundError(f"there is no graph in {path}", hint="papergraph build makes one")
    return EmbeddedStore(*layout.hold_current(path))


def open_previous(path: Path) -> EmbeddedStore:
    """Return the graph that was current in the store folder ``path`` before its last build.

    Raises:
        StoreNotFoundError: there is none.
        StoreVersionError: a later papergraph wrote it.
        StoreError: it is damaged.
    """
    if not exists(path):
        raise StoreNotFoundError(f"there is no graph in {path}", hint="papergraph build makes one")
    return EmbeddedStore(*layout.hold_previous(path))


class Writer:
    """The right to write into a store folder, which one process has at a time; :func:`writing` gives it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fresh: Path | None = None
        self._days: DaysWriter | None = None

    def begin(self, *, extractor: str) -> "DaysWriter":
        """Begin a generation, and return what takes its days. What a killed build left goes.

        Raises:
            StoreError: the folder cannot be written.
        """
        with bulk.writing(self._path):
            self._fresh = layout.new_generation(self._path)
            from papergraph.store.days import DaysWriter  # only who writes pays for the import of msgspec

            self._days = DaysWriter(self._fresh, extractor=extractor)
        return self._days

    def publish(
        self,
        quads: Iterable[str] | Patch,
        *,
        about: layout.About,
        days: Iterable[Day] = (),
        decisions: Sequence[Decision] = (),
        prints: Mapping[str, bytes] | None = None,
    ) -> None:
        """Write a graph and make it the current one, whole or not at all.

        Args:
            quads: N-Quads lines, with or without line ends, in any order, taken as they come; or what changes in the
                current graph.
            about: how the graph was made.
            days: what it was made of, besides what was written since :meth:`begin`.
            decisions: why names are one node, or are not.
            prints: what tells which parts of the graph will change; asked for after the quads are taken.

        Raises:
            StoreError: the folder cannot be written. What was there stays.
        """
        written = self._days or self.begin(extractor=about.extractor)
        assert self._fresh is not None
        with bulk.writing(self._path):
            for day in days:
                written.add(day)
            written.finish()
        # What the quads raise while they are made is not the store's: only our own steps are inside ``bulk.writing``.
        database = layout.database(self._fresh)
        old = layout.current_folder(self._path) if isinstance(quads, Patch) else None
        with bulk.writing(self._path):
            file = layout.search_file(self._fresh)
            index = IndexWriter(file, base=about.base, old=layout.search_file(old) if old else None)
        with closing(index):
            if isinstance(quads, Patch) and old is not None:
                with bulk.writing(self._path):
                    index.drop([*quads.graphs, *(subject for _, subject in quads.subjects)])
                changed = replace(quads, quads=index.tap(quads.quads))
                apply(changed, old=layout.database(old), new=database)
            elif not isinstance(quads, Patch):
                bulk.load(database, index.tap(quads))
            with bulk.writing(self._path):
                index.finish()
        with bulk.writing(self._path):
            write_decisions(layout.decisions_file(self._fresh), decisions)
            write_prints(layout.prints_file(self._fresh), prints or {})
            layout.write_json(self._fresh / "generation.json", layout.as_json(about))
            layout.switch(self._path, self._fresh)
            self._end()
            layout.remove_old(self._path)

    def discard(self, *, keep_days: bool) -> None:
        """Remove what was not published; with ``keep_days`` the next build takes up what was read."""
        fresh = self._fresh
        self._end()
        if fresh is not None:
            shutil.rmtree(layout.database(fresh) if keep_days else fresh, ignore_errors=True)

    def _end(self) -> None:
        if self._days is not None:
            self._days.close()
        self._fresh = self._days = None


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Be the only one who writes into the store folder ``path``, from reading what is there to publishing what will be.

    Raises:
        StoreError: another process is writing, or the folder holds other things or cannot be made.
        StoreVersionError: a later papergraph wrote what is there.
    """
    with layout.locked(path):
        writer = Writer(path)
        try:
            yield writer
        except KeyboardInterrupt:
            writer.discard(keep_days=True)
            raise
        finally:
            writer.discard(keep_days=False)
