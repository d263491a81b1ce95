"""The project's own files: those of ``my.store`` lie beside it and are called ``my.…``."""

import os
from collections.abc import Sequence
from pathlib import Path

from papergraph.errors import InputError


def files(
    named: Sequence[str | os.PathLike[str]], *, store: str | os.PathLike[str], suffix: str, what: str
) -> tuple[Path, ...]:
    """Return the files that are named, each once, then the one of the project if it is there.

    Args:
        named: files that the user names.
        store: the folder of the store.
        suffix: how the project's file ends: ``.lexicon.tsv``.
        what: what such a file is, for the message of an error.

    Raises:
        InputError: one of them is a folder or a pipe.
    """
    project = _beside(store, suffix=suffix)
    unique: dict[Path, Path] = {}
    for file in [*map(Path, named), *([project] if os.path.lexists(project) else [])]:
        if os.path.lexists(file) and not file.is_file():  # a pipe can be read once only, and it is read again later
            raise InputError(f"the {what} is no file", file=str(file), hint="write what it shall say to a file")
        unique.setdefault(file.absolute(), file)
    return tuple(unique.values())


def _beside(store: str | os.PathLike[str], *, suffix: str) -> Path:
    """Return where the project's file of a store lies: ``my.store`` has ``my.lexicon.tsv`` next to it.

    Raises:
        InputError: a store cannot lie there.
    """
    folder = Path(store).absolute()
    if folder.name in ("", ".."):
        raise InputError("no store can lie there", file=str(store), hint="name a folder for it, as in --store my.store")
    return folder.with_name(folder.name.removesuffix(".store") + suffix)
