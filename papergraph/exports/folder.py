"""A folder of files that is written whole or not at all, and that leaves alone what somebody else put into it.

A manifest in the folder lists what was written, with a print of each file. Only a file that is listed and still has its
print is replaced or removed: what was changed by hand is somebody's work.
"""

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from papergraph.errors import StoreError
from papergraph.writing import exchange, reason

MANIFEST = ".papergraph-export.json"
_LONGEST_MANIFEST = 1 << 28


def write_folder(folder: Path, files: Mapping[str, bytes], *, format: str) -> None:
    """Make ``folder`` hold ``files`` (by relative path with ``/``), instead of what an earlier export wrote there.

    Everything is written into a new folder beside it, which takes its place; then what others put there is moved in.

    Raises:
        StoreError: the folder cannot be written, holds files but no export, a file of an export that was changed by
            hand, or somebody's file where one of ``files`` belongs. What was there stays.
    """
    try:
        target = folder.resolve()
        others = _others(target, folder, files)
        waiting = target.with_name(f".{target.name}.{os.getpid()}.new")
        try:
            _fill(waiting, files, format)
            _exchange(waiting, target, others)
        finally:
            shutil.rmtree(waiting, ignore_errors=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that make a loop
        raise StoreError(f"{folder} cannot be written: {reason(error)}") from error


def _fill(folder: Path, files: Mapping[str, bytes], format: str) -> None:
    folder.mkdir()
    for name, content in sorted(files.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    listed = {name: _print(content) for name, content in sorted(files.items())}
    manifest = json.dumps({"format": format, "files": listed}, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(manifest, encoding="utf-8")


def _others(target: Path, shown: Path, files: Mapping[str, bytes]) -> list[str]:
    """Return the files in ``target`` that no export wrote, when nothing stands against writing there."""
    if not target.exists():
        return []
    if not target.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "it is no folder")
    there = _files_in(target)
    listed = _listed(target / MANIFEST)
    if there and listed is None:
        raise StoreError(
            f"{shown} holds files that no export wrote", hint="name another folder; only an earlier export is replaced"
        )
    others = [name for name in there if name != MANIFEST and name not in (listed or {})]
    taken = {name.casefold() for name in files}
    for name in others:
        if name.casefold() in taken:
            raise StoreError(f"{shown / name} is in the way, and no export wrote it", hint="move it away")
    for name in there:
        if listed and name in listed and _print((target / name).read_bytes()) != listed[name]:
            raise StoreError(
                f"{shown / name} was changed since it was exported", hint="move it away, or export into another folder"
            )
    return others


def _exchange(waiting: Path, target: Path, others: list[str]) -> None:
    before = exchange(waiting, target)
    if before is None:
        return
    for name in others:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (before / name).rename(target / name)
    _remove(before, _listed(before / MANIFEST) or {})


def _remove(folder: Path, listed: Mapping[str, str]) -> None:
    """Remove the files that are listed and the folders that are empty then; a file that came in between stays."""
    for name in (*listed, MANIFEST):
        with suppress(OSError):
            (folder / name).unlink()
    for path, _, _ in os.walk(folder, topdown=False):
        with suppress(OSError):
            Path(path).rmdir()


def _files_in(folder: Path) -> list[str]:
    found = []
    for path, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(path) / name).is_symlink()]
        found += [(Path(path) / name).relative_to(folder).as_posix() for name in (*names, *links)]
    return sorted(found)


def _listed(manifest: Path) -> dict[str, str] | None:
    """Return the prints by name; None where there is no manifest of ours."""
    try:
        if manifest.is_symlink() or manifest.stat().st_size > _LONGEST_MANIFEST:
            return None
        files = json.loads(manifest.read_text(encoding="utf-8"))["files"]
        # A name that leads out of the folder is none of ours.
        return {str(name): str(files[name]) for name in files if not _leads_out(str(name))}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/")


def _print(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
