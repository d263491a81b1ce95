"""A folder that becomes a site whole or not at all, and keeps what others put beside the site's own files and folders.

A marker in it lists what belongs to the site. Whatever folder has no such marker is somebody's, and stays.
"""

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from papergraph.errors import StoreError
from papergraph.writing import exchange, reason

MARKER = ".papergraph-site.json"
_LONGEST_MARKER = 1 << 16


class SiteFolder:
    """Takes the files of a site; counts them and their bytes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: set[str] = set()
        self.files = 0
        self.bytes = 0

    def write(self, path: str, text: str) -> None:
        """Write a file of the site; ``path`` has ``/``, and lies in the site by how it was made."""
        parent, _, _ = path.rpartition("/")
        if parent not in self._made:
            (self._folder / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        content = text.encode(errors="replace")
        with open(self._folder / path, "xb") as stream:  # noqa: PTH123  half the time of Path.write_bytes
            stream.write(content)
        self.files += 1
        self.bytes += len(content)


@contextmanager
def replacing(folder: Path) -> Iterator[SiteFolder]:
    """Yield what takes the files of a new site, which stands at ``folder`` when the block ends without an error.

    Raises:
        StoreError: the folder cannot be written, or holds files but no site. What was there stays.
    """
    try:
        target = folder.resolve()
        others = _others(target, folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        waiting = target.with_name(f".{target.name}.{os.getpid()}.new")
    except (OSError, RuntimeError) as error:  # RuntimeError: links that make a loop
        raise StoreError(f"{folder} cannot be written: {reason(error)}") from error
    try:
        waiting.mkdir()
        yield SiteFolder(waiting)
        _exchange(waiting, target, others)
    except OSError as error:
        raise StoreError(f"{folder} cannot be written: {reason(error)}") from error
    finally:
        shutil.rmtree(waiting, ignore_errors=True)


def _others(target: Path, shown: Path) -> list[str]:
    """Return the names in ``target`` that are not the site's, when nothing stands against writing there."""
    if not target.exists():
        return []
    if not target.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "it is no folder")
    there = sorted(path.name for path in target.iterdir())
    own = _own(target)
    if there and own is None:
        raise StoreError(
            f"{shown} holds files and no site", hint="name another folder; only an earlier site is replaced"
        )
    return [name for name in there if name not in (own or ())]


def _exchange(waiting: Path, target: Path, others: list[str]) -> None:
    own = sorted(path.name for path in waiting.iterdir())
    (waiting / MARKER).write_text(json.dumps({"entries": [*own, MARKER]}) + "\n", encoding="utf-8")
    if clash := sorted(set(others) & set(own)):
        raise StoreError(f"{target / clash[0]} is in the way, and no site has it", hint="move it away")
    before = exchange(waiting, target)
    if before is None:
        return
    for name in others:
        (before / name).rename(target / name)
    shutil.rmtree(before, ignore_errors=True)


def _own(target: Path) -> set[str] | None:
    """Return the names that the marker lists; None where there is none of ours."""
    marker = target / MARKER
    try:
        if marker.is_symlink() or marker.stat().st_size > _LONGEST_MARKER:
            return None
        return {str(name) for name in json.loads(marker.read_text(encoding="utf-8"))["entries"]}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
