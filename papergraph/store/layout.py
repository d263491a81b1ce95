"""The folder of an embedded store: what lies where, who may write, and which generation is current.

::

    store.json            the format of the store
    lock                  held, with its process id in it, by who publishes
    current               the number of the current generation; replaced in one step
    generations/7/        one whole graph, never changed once it has its name
        generation.json   base, what was written into it and by what
        db/               Oxigraph
        days, index       what the build remembers of each day
        prints            what tells which parts of the graph change
        search.db         the full-text index
        decisions         why names are one node, or are not
    generations/8.new/    a generation that is being written, or that a killed build left
"""

import contextlib
import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from papergraph.errors import StoreError, StoreNotFoundError, StoreVersionError

#: Raised when a store written by this version could not be read by an older one.
FORMAT = 2
NEW = ".new"  # the suffix of what is being written
_OURS = frozenset({"store.json", "lock", "store.json.new", "current", "current.new", "generations"})


def _own_version() -> str:
    try:
        return version("papergraph")
    except PackageNotFoundError:
        return "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What ``generation.json`` says of a generation."""

    base: str
    with_text: bool
    extractor: str
    resolver: str = ""  # what made nodes of the names; older versions did not say
    encoder: str = ""  # what made triples of the nodes
    patches: int = 0  # since the graph was last merged on disk
    counts: dict[str, int] = field(default_factory=dict)  # what the build said of the graph, to be said again
    papergraph: str = field(default_factory=_own_version)
    format: int = FORMAT


def is_store(path: Path) -> bool:
    """Tell whether a graph was published in the folder ``path``."""
    try:
        return (path / "current").is_file()
    except OSError as error:
        raise _unreadable(path, error) from error


def database(generation: Path) -> Path:
    """Return the Oxigraph folder of a generation."""
    return generation / "db"


def days_file(generation: Path) -> Path:
    """Return the file in which a generation keeps its days."""
    return generation / "days"


def index_file(generation: Path) -> Path:
    """Return the file that says which day lies where among the days."""
    return generation / "index"


def prints_file(generation: Path) -> Path:
    """Return the file in which a generation keeps the prints of the parts of its graph."""
    return generation / "prints"


def search_file(generation: Path) -> Path:
    """Return the full-text index of a generation."""
    return generation / "search.db"


def decisions_file(generation: Path) -> Path:
    """Return the file in which a generation keeps the decisions about names."""
    return generation / "decisions"


@contextlib.contextmanager
def current(path: Path) -> Iterator[Path]:
    """Hold the current generation of the store ``path`` for as long as it is read; yield its folder.

    Raises:
        StoreNotFoundError: there is no graph.
        StoreVersionError: a later papergraph wrote it.
        StoreError: it is damaged.
    """
    handle, generation = hold_current(path)
    try:
        yield generation
    finally:
        os.close(handle)


def hold_current(path: Path) -> tuple[int, Path]:
    """Return a file descriptor that keeps the current generation from being removed, and its folder."""
    for _ in range(10):
        generation = path / "generations" / str(_current_number(path))
        handle = _hold(generation)
        if handle is not None:  # otherwise: two publications since we looked
            return handle, generation
    raise StoreError(f"{path} is damaged: its current generation is not there", hint="build it again")


def hold_previous(path: Path) -> tuple[int, Path]:
    """Return what :func:`hold_current` does, for the generation before the current one.

    Raises:
        StoreNotFoundError: there is none, or no graph at all.
    """
    now = _current_number(path)
    before = max((number for number in _numbers(path) if number < now), default=None)
    if before is not None:
        generation = path / "generations" / str(before)
        handle = _hold(generation)
        if handle is not None:
            return handle, generation
    raise StoreNotFoundError(f"{path} holds no graph before its last build", hint="it was built once only")


def _hold(generation: Path) -> int | None:
    try:
        handle = os.open(generation / "generation.json", os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(generation.parent.parent, error) from error
    fcntl.flock(handle, fcntl.LOCK_SH)
    if os.fstat(handle).st_nlink:
        return handle
    os.close(handle)
    return None


def _numbers(path: Path) -> list[int]:
    return sorted(int(folder.name) for folder in (path / "generations").iterdir() if folder.name.isdecimal())


def about(generation: Path) -> About:
    """Return what a generation says of itself.

    Raises:
        StoreVersionError: a later papergraph wrote it.
        StoreError: it is damaged.
    """
    data = _json(generation / "generation.json")
    check_format(data.get("format"), generation)
    known = {field.name for field in fields(About)}  # older versions said more
    try:
        return About(**{key: value for key, value in data.items() if key in known})
    except TypeError:
        raise StoreError(f"{generation} is damaged: generation.json", hint="build it again") from None


def check_format(found: object, path: Path) -> None:
    """Raise unless ``found`` is a format that this version reads."""
    if not isinstance(found, int):
        raise StoreError(f"{path} is damaged: no format is named", hint="build it again")
    if found > FORMAT:
        raise StoreVersionError(
            f"{path} was written by a later version of papergraph (format {found}; this one reads {FORMAT})",
            hint="upgrade papergraph, or build into another folder",
        )


# ---------------------------------------------------------------------------------------------------------------------
# Writing


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Make the folder ``path`` a store and be the only one who writes to it.

    Raises:
        StoreError: another process is writing, or the folder holds other things or cannot be made.
        StoreVersionError: a later papergraph wrote it.
    """
    try:
        handle = _lock(path)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be a store: {error.strerror}", hint="name a folder that can be made"
        ) from error
    try:
        yield
    finally:
        os.close(handle)


def _lock(path: Path) -> int:
    _prepare(path)
    handle = os.open(path / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        _write_format(path)
    except BlockingIOError:
        holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip() or "unknown"
        os.close(handle)
        raise StoreError(
            f"{path} is being written by another build (process {holder})", hint="wait until it is done"
        ) from None
    except BaseException:
        os.close(handle)
        raise
    return handle


def _write_format(path: Path) -> None:
    file = path / "store.json"
    if not file.is_file() or _json(file).get("format") != FORMAT:
        # In one step: a build killed in the middle of it would leave a store that cannot be read.
        waiting = path / "store.json.new"
        write_json(waiting, {"format": FORMAT})
        _sync(waiting)
        waiting.replace(file)


def current_folder(path: Path) -> Path:
    """Return the folder of the current generation, for who has the lock: nobody else may remove it."""
    return path / "generations" / str(_current_number(path))


def new_generation(path: Path) -> Path:
    """Remove what killed builds left, and return a new folder to write a generation into."""
    generations = path / "generations"
    generations.mkdir(exist_ok=True)
    now = _current_number(path) if is_store(path) else 0
    for folder in list(generations.iterdir()):
        if folder.name.endswith(NEW) or (folder.name.isdecimal() and int(folder.name) > now):
            shutil.rmtree(folder)
    fresh = generations / f"{now + 1}{NEW}"
    fresh.mkdir()
    return fresh


def switch(path: Path, fresh: Path) -> None:
    """Give a finished generation its name and make it the current one, durably and in one step."""
    _sync_tree(fresh)
    generation = fresh.with_name(fresh.name.removesuffix(NEW))
    fresh.rename(generation)
    _sync(generation.parent)
    waiting = path / "current.new"
    waiting.write_text(f"{generation.name}\n", encoding="ascii")
    _sync(waiting)
    waiting.replace(path / "current")
    _sync(path)


def remove_old(path: Path) -> None:
    """Remove generations that are neither the current nor the one before, and that nobody reads."""
    now = _current_number(path)
    older = [number for number in _numbers(path) if number < now]
    for number in older[:-1]:
        _remove_unless_read(path / "generations" / str(number))


def write_json(path: Path, data: object) -> None:
    """Write a small JSON file."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def as_json(found: About) -> dict[str, Any]:
    """Return what ``generation.json`` is to hold."""
    return asdict(found)


def _prepare(path: Path) -> None:
    path.mkdir(parents=True, exist_ok=True)
    strangers = sorted(entry.name for entry in path.iterdir() if entry.name not in _OURS)
    if strangers and not (path / "store.json").is_file():
        raise StoreError(
            f"{path} is no store and not empty: it holds {strangers[0]!r}", hint="name a new or an empty folder"
        )
    if (path / "store.json").is_file():
        check_format(_json(path / "store.json").get("format"), path)


def _current_number(path: Path) -> int:
    try:
        return int((path / "current").read_text(encoding="ascii"))
    except FileNotFoundError:
        raise StoreNotFoundError(f"there is no graph in {path}", hint="papergraph build makes one") from None
    except OSError as error:
        raise _unreadable(path, error) from error
    except ValueError as error:
        raise StoreError(f"{path} is damaged: {error}", hint="build it again") from error


def _json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise _unreadable(path, error) from error
    except ValueError as error:
        raise StoreError(f"{path} is damaged: {error}", hint="build it again") from error
    return data if isinstance(data, dict) else {}


def _unreadable(path: Path, error: OSError) -> StoreError:
    hint = "it may be another user's" if isinstance(error, PermissionError) else "it may be damaged; build it again"
    return StoreError(f"{path} cannot be read: {error.strerror or error}", hint=hint)


def _remove_unless_read(generation: Path) -> None:
    try:
        handle = os.open(generation / "generation.json", os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        shutil.rmtree(generation, ignore_errors=True)
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    else:
        # First the file that readers hold: who comes now finds it gone and looks for the current one again.
        (generation / "generation.json").unlink()
        shutil.rmtree(generation, ignore_errors=True)
    finally:
        os.close(handle)


def _sync_tree(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
