"""Quads into an Oxigraph folder, fast and within little memory."""

import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from papergraph.errors import StoreError

#: Lines that are loaded at a time. Smaller batches are sorted faster and merged slower; each takes some 50 MB.
BATCH = 50_000
#: Batches that are loaded at the same time; the engine works without the interpreter's lock.
_LOADERS = 2


def load(folder: Path, quads: Iterable[str]) -> None:
    """Write N-Quads lines (with or without line ends) into the new folder ``folder``.

    The lines are our own: their IRIs and language tags are not checked again.

    Raises:
        StoreError: the folder cannot be written, or a line is not N-Quads.
    """
    with writing(folder):
        store = ox.Store(str(folder))
    loading: deque[Future[None]] = deque()
    with ThreadPoolExecutor(_LOADERS) as loaders:
        for body in batches(quads):
            if len(loading) == _LOADERS:
                _finish_first(loading, folder)
            loading.append(loaders.submit(store.bulk_load, body, format=ox.RdfFormat.N_QUADS, lenient=True))
        while loading:
            _finish_first(loading, folder)
    finish(folder, store)


def batches(quads: Iterable[str]) -> Iterator[bytes]:
    """Yield N-Quads lines (with or without line ends) as texts that are loaded at a time."""
    lines = iter(quads)
    while batch := list(islice(lines, BATCH)):
        yield "\n".join(batch).encode()


def finish(folder: Path, store: ox.Store) -> None:
    """Bring what was loaded into its final form on disk: merged, queries are two to four times as fast."""
    with writing(folder):
        store.optimize()
        store.flush()


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn whatever goes wrong while writing to ``folder`` into a StoreError."""
    try:
        yield
    except SyntaxError as error:
        raise StoreError(f"a line to be stored is not N-Quads: {error}") from error
    except (OSError, RuntimeError, sqlite3.Error) as error:
        raise StoreError(
            f"{folder} cannot be written: {error}", hint="is the disk full, or the folder not yours?"
        ) from error


def _finish_first(loading: deque[Future[None]], folder: Path) -> None:
    with writing(folder):
        loading.popleft().result()
