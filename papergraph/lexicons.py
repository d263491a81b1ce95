"""Which lexicon files of the user's count: those that are given, and the project's own beside the store."""

import os
from collections.abc import Sequence
from pathlib import Path

from papergraph.errors import InputError
from papergraph.extract import lexicon

SUFFIX = ".lexicon.tsv"


def beside(store: str | os.PathLike[str]) -> Path:
    """Return where the project's lexicon of a store lies: ``my.store`` has ``my.lexicon.tsv`` next to it."""
    folder = Path(store).absolute()
    if folder.name in ("", ".."):
        raise InputError("no store can lie there", file=str(store), hint="name a folder for it, as in --store my.store")
    return folder.with_name(folder.name.removesuffix(".store") + SUFFIX)


def files(given: Sequence[str | os.PathLike[str]], *, store: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Return the user's lexicon files, the strongest first: those given, then the one beside the store if it is there.

    Raises:
        InputError: one of them cannot be read, or a line is wrong; with file and line.
    """
    project = beside(store)
    unique: dict[Path, Path] = {}
    for file in [*map(Path, given), *([project] if os.path.lexists(project) else [])]:
        if os.path.lexists(file) and not file.is_file():  # a pipe can be read once only, and it is read again later
            raise InputError("the lexicon is no file", file=str(file), hint="write its terms to a file")
        unique.setdefault(file.absolute(), file)
    found = tuple(unique.values())
    lexicon.read(found)  # a mistake is told before anything is read or locked
    return found
