"""A snapshot in a temporary folder that goes away with it."""

import shutil
import tempfile
import weakref
from collections import deque
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from papergraph.store import bulk
from papergraph.store.search import Hit, IndexWriter, find
from papergraph.store.snapshot import Snapshot


class TemporarySnapshot(Snapshot):
    """A snapshot whose folder is removed when it is closed, forgotten, or the process ends."""

    def __init__(self, folder: Path, *, base: str) -> None:
        super().__init__(_database(folder), base=base)
        self._index = folder / "search.db"
        self._remove = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)

    def search(self, expression: str, *, kind: str | None, limit: int) -> list[Hit]:
        """Return the texts that fit an expression best; the first search makes the index."""
        self._check_open()
        if not self._index.is_file():
            self._make_index()
        return find(self._index, expression, kind=kind, limit=limit)

    def close(self) -> None:
        """Let go of the folder and remove it."""
        super().close()
        self._remove()

    def _make_index(self) -> None:
        unfinished = self._index.with_suffix(".part")
        with bulk.writing(self._index.parent):
            unfinished.unlink(missing_ok=True)
            with closing(IndexWriter(unfinished, base=self.base)) as writer:
                deque(writer.tap(self.quads()), maxlen=0)
                writer.finish()
            unfinished.rename(self._index)


def temporary_snapshot(fill: Callable[[Path], str]) -> TemporarySnapshot:
    """Return a snapshot of what ``fill`` writes into the Oxigraph folder it is given; it returns the data base."""
    folder = Path(tempfile.mkdtemp(prefix="papergraph-"))
    try:
        return TemporarySnapshot(folder, base=fill(_database(folder)))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _database(folder: Path) -> Path:
    return folder / "db"
