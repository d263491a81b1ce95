"""What people name on the command line → the files to read: folders, patterns, standard input; each file once."""

import glob
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from papergraph.errors import InputError
from papergraph.model import Problem
from papergraph.sources.decode import Decoded, decode
from papergraph.sources.reader import Place

STANDARD_INPUT = "-"

_PACKED = ".gz"
_OTHER_ENDINGS_SHOWN = 5
_NO_CHARACTER = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to read. ``path`` is absolute, ``None`` for standard input."""

    file: str  # as the user named it, or below the folder as named
    path: Path | None
    asked: bool  # named itself, not met in a folder or by a pattern


@dataclass(slots=True)
class _Search:
    suffixes: tuple[str, ...]
    found: dict[str, Found] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def find(
    paths: Iterable[str | os.PathLike[str]], *, suffixes: Sequence[str]
) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """Return the files that the paths name, each once, and what was passed over.

    Args:
        paths: files, folders, glob patterns (``**`` too) or ``-``. A file that is there is never taken for a pattern.
        suffixes: what to look at in folders (``.md``), packed with gzip or not. Hidden files and folders are left out.

    Raises:
        InputError: a path that is not there, or a pattern that nothing matches.
    """
    search = _Search(suffixes=tuple(suffixes))
    for path in paths:
        _add(search, os.fspath(path))
    return tuple(search.found.values()), tuple(search.problems)


def load(found: Found, *, stdin: BinaryIO | None = None) -> Decoded:
    """Return the text of a file that was found. A file that cannot be read is a problem, not an exception.

    Raises:
        InputError: the process has no standard input to read.
    """
    try:
        if found.path is None:
            return decode(stdin or _standard_input(), file=found.file)
        with found.path.open("rb") as stream:
            return decode(stream, file=found.file)
    except OSError as error:
        return Decoded(text=None, problems=(_unreadable(found.file, error),))


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("there is no standard input", file=STANDARD_INPUT, hint="name a file instead of -")
    return sys.stdin.buffer


def _add(search: _Search, path: str) -> None:
    try:
        _add_named(search, path)
    except FileNotFoundError as error:  # a path that is not there is no exception: the working directory is not
        raise InputError(
            "it cannot be looked for: the working directory is not there any more",
            file=_display(path),
            hint="change to another folder",
        ) from error


def _add_named(search: _Search, path: str) -> None:
    if path == STANDARD_INPUT:
        search.found.setdefault(path, Found(file=path, path=None, asked=True))
    elif _exists(path):
        _add_existing(search, path, asked=True)
    elif matches := _matches(path):
        for match in matches:
            _add_existing(search, match, asked=False)
    else:
        raise InputError(
            f"there is no file, folder or match named {_display(path)!r}",
            file=_display(path),
            hint="check the spelling and the working directory; put a pattern in quotation marks; - is standard input",
        )


def _exists(path: str) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in the path
        return False


def _matches(path: str) -> list[str]:
    if "\0" in path or not glob.has_magic(path):
        return []
    return sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern


def _add_existing(search: _Search, path: str, *, asked: bool) -> None:
    if Path(path).is_dir():
        _add_folder(search, path)
    elif asked or _is_regular(path):
        _add_file(search, path, asked=asked)
    else:
        _pass_over(search, path, [path])


def _add_file(search: _Search, path: str, *, asked: bool) -> None:
    real = os.path.realpath(path)
    if asked or real not in search.found:
        search.found[real] = Found(file=_display(path), path=Path(os.path.normpath(Path(path).absolute())), asked=asked)


def _add_folder(search: _Search, folder: str) -> None:
    if os.path.realpath(folder) in search.folders:
        return
    failures = len(search.problems)
    paths = list(_walk(search, folder))
    wanted = [path for path in paths if _suffix(path) in search.suffixes and _is_regular(path)]
    for path in wanted:
        _add_file(search, path, asked=False)
    if len(wanted) < len(paths):
        _pass_over(search, folder, sorted(set(paths) - set(wanted)))
    if not paths and len(search.problems) == failures:
        search.problems.append(Place(file=_display(folder)).warning("folder-empty", "the folder holds no file to read"))


def _pass_over(search: _Search, path: str, others: Sequence[str]) -> None:
    endings = sorted({_suffix(other) or "no ending" for other in others})[:_OTHER_ENDINGS_SHOWN]
    problem = Place(file=_display(path)).note(
        "files-passed-over",
        f"files that were passed over: {len(others):,} ({_display(', '.join(endings))})",
        hint="name such a file itself to have it read",
    )
    search.problems.append(problem)


def _walk(search: _Search, folder: str) -> Iterator[str]:
    """Yield the files below a folder in order of name, each folder once even where links make a loop."""

    def report(error: OSError) -> None:
        search.problems.append(_unreadable(_display(str(error.filename or folder)), error))

    for parent, folders, files in os.walk(folder, followlinks=True, onerror=report):
        real = os.path.realpath(parent)
        if real in search.folders:
            folders.clear()
            continue
        search.folders.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(parent, name)) for name in sorted(files) if not name.startswith("."))


def _is_regular(path: str) -> bool:
    """Tell a file from a pipe or device, which may never end. A broken link is a file: reading it will say why not."""
    try:
        return stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return True


def _suffix(path: str) -> str:
    return Path(path.lower().removesuffix(_PACKED)).suffix


def _unreadable(file: str, error: OSError) -> Problem:
    return Place(file=file).error(
        "file-unreadable", f"it cannot be read: {error.strerror or error}", hint="check its permissions"
    )


def _display(path: str) -> str:
    """Return the path as text that can be written anywhere: a name may hold bytes that are no UTF-8."""
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", path)
