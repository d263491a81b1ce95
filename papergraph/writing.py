"""Files and folders written whole or not at all: what was there stays until everything new is on disk."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeVar

from papergraph.errors import StoreError

_Told = TypeVar("_Told")


def write_file(path: Path, write: Callable[[BinaryIO], _Told]) -> _Told:
    """Let ``write`` fill the file ``path``, which is replaced in one step afterwards; return what ``write`` returns.

    What is no regular file (a pipe, a device) is written to directly.

    Raises:
        StoreError: the file cannot be written. What was there stays.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb") as stream:
                return write(stream)
        return _replace(target, write)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that make a loop
        raise StoreError(f"{path} cannot be written: {reason(error)}") from error


def exchange(waiting: Path, target: Path) -> Path | None:
    """Let the folder ``waiting`` take the place of ``target``; return where the one that stood there is, if one did.

    Raises:
        OSError: it cannot. What was there stays.
    """
    if not target.exists():
        waiting.rename(target)
        return None
    before = target.with_name(f".{target.name}.{os.getpid()}.old")
    target.rename(before)
    try:
        waiting.rename(target)
    except BaseException:
        before.rename(target)
        raise
    return before


def reason(error: Exception) -> str:
    """Return what the system says of ``error``, without number and file name."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def _replace(target: Path, write: Callable[[BinaryIO], _Told]) -> _Told:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    waiting = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with waiting.open("xb") as stream:
            told = write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            waiting.chmod(target.stat().st_mode & 0o7777)
        waiting.replace(target)
    except BaseException:
        with suppress(OSError):
            waiting.unlink()
        raise
    return told
