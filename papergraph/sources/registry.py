"""The formats papergraph reads, and which of them a text is in."""

import difflib
from collections.abc import Sequence

from papergraph.errors import UnknownNameError
from papergraph.sources import daily_papers
from papergraph.sources.reader import Reader

#: The most particular first: the first that recognises a text reads it.
READERS: tuple[Reader, ...] = (daily_papers.READER,)


def named(name: str, *, readers: Sequence[Reader] = READERS) -> Reader:
    """Return the reader with that name.

    Raises:
        UnknownNameError: there is none; it lists those there are, nearest first.
    """
    for reader in readers:
        if reader.name == name:
            return reader
    known = sorted((reader.name for reader in readers), key=lambda other: (-_likeness(name, other), other))
    raise UnknownNameError("input format", name, tuple(known))


def recognise(text: str, *, readers: Sequence[Reader] = READERS) -> Reader | None:
    """Return the first reader that recognises the text, or ``None``."""
    return next((reader for reader in readers if reader.recognises(text)), None)


def _likeness(name: str, other: str) -> float:
    return difflib.SequenceMatcher(None, name.lower(), other).ratio()
