"""Which lexicon files of the user's count: those that are given, and the project's own beside the store."""

import os
from collections.abc import Sequence
from pathlib import Path

from papergraph.extract import lexicon

SUFFIX = ".lexicon.tsv"


def beside(store: str | os.PathLike[str]) -> Path:
    """Return where the project's lexicon of a store lies: ``my.store`` has ``my.lexicon.tsv`` next to it."""
    folder = Path(store).absolute()
    return folder.with_name(folder.name.removesuffix(".store") + SUFFIX)


def files(given: Sequence[str | os.PathLike[str]], *, store: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Return the user's lexicon files, the strongest first: those given, then the one beside the store if it is there.

    Raises:
        InputError: one of them cannot be read, or a line is wrong; with file and line.
    """
    project = beside(store)
    found = tuple(dict.fromkeys([*map(Path, given), *([project] if project.is_file() else [])]))
    lexicon.read(found)  # a mistake is told before anything is read or locked
    return found
