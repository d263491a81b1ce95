"""A snapshot in a temporary folder that goes away with it."""

import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path

from papergraph.store.snapshot import Snapshot


class TemporarySnapshot(Snapshot):
    """A snapshot whose folder is removed when it is closed, forgotten, or the process ends."""

    def __init__(self, folder: Path, *, base: str) -> None:
        super().__init__(_database(folder), base=base)
        self._remove = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)

    def close(self) -> None:
        """Let go of the folder and remove it."""
        super().close()
        self._remove()


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
