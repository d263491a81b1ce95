"""The default store: a folder in which each build publishes a whole new graph, while readers keep the one they have.

A build that fails or is killed leaves the old graph as it was.
"""

import os
import shutil
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from papergraph.errors import StoreNotFoundError
from papergraph.model import Day, Decision
from papergraph.store import bulk, layout
from papergraph.store.decisions import read_decisions, write_decisions
from papergraph.store.snapshot import Snapshot


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

    def publish(
        self,
        *,
        quads: Iterable[str],
        days: Sequence[Day],
        base: str,
        with_text: bool,
        extractor: str,
        counts: Mapping[str, int] | None = None,
        decisions: Sequence[Decision] = (),
    ) -> None:
        """Write a new graph and make it the current one, whole or not at all.

        Args:
            quads: N-Quads lines, with or without line ends, in any order; taken as they come.
            days: what the graph was made of, to be given back by :func:`papergraph.store.days.read_days`.
            base: the base of the data IRIs.
            with_text: whether the text of sections is in the graph.
            extractor: the version of what read the days.
            counts: what there is in the graph, to be given back with the days.
            decisions: why names are one node, or are not.

        Raises:
            StoreError: the folder cannot be written. What was there stays.
        """
        # Only who writes pays for the import of msgspec.
        from papergraph.store.days import write_days

        # What the quads raise while they are made is not the store's: only our own steps are inside ``bulk.writing``.
        with bulk.writing(self._path):
            fresh = layout.new_generation(self._path)
        try:
            with ThreadPoolExecutor(1) as beside:
                remembering = beside.submit(write_days, layout.days_file(fresh), days)
                count = bulk.load(layout.database(fresh), quads)
            about = layout.About(
                base=base,
                with_text=with_text,
                extractor=extractor,
                quads=count,
                papergraph=_own_version(),
                counts=dict(counts or {}),
            )
            with bulk.writing(self._path):
                remembering.result()
                write_decisions(layout.decisions_file(fresh), decisions)
                layout.write_json(fresh / "generation.json", layout.as_json(about))
                layout.switch(self._path, fresh)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        with bulk.writing(self._path):
            layout.remove_old(self._path)


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Be the only one who writes into the store folder ``path``, from reading what is there to publishing what will be.

    Raises:
        StoreError: another process is writing, or the folder holds other things or cannot be made.
        StoreVersionError: a later papergraph wrote what is there.
    """
    with layout.locked(path):
        yield Writer(path)


def _own_version() -> str:
    try:
        return version("papergraph")
    except PackageNotFoundError:
        return "unknown"
