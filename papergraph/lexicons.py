"""Which lexicon files of the user's count: those that are given, and the project's own beside the store."""

import os
from collections.abc import Sequence
from pathlib import Path

from papergraph import project
from papergraph.extract import lexicon

SUFFIX = ".lexicon.tsv"


def files(given: Sequence[str | os.PathLike[str]], *, store: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Return the user's lexicon files, the strongest first: those given, then the one beside the store if it is there.

    Raises:
        InputError: one of them cannot be read, or a line is wrong; with file and line.
    """
    found = project.files(given, store=store, suffix=SUFFIX, what="lexicon")
    lexicon.read(found)  # a mistake is told before anything is read or locked
    return found
