"""What a reader is, and the values that it makes of one text."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from papergraph.model import DayId, Listing, Problem, Severity

#: Characters that one line may have. A longer one is no prose, and patterns would take their time over it.
LONGEST_LINE = 1 << 20

_QUOTED = 80

# Controls, and the signs that turn the direction of writing or take no room: none belongs in a name or title.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the input something is: a file as the user named it, and a line from 1."""

    file: str
    line: int | None = None

    def error(self, code: str, message: str, *, hint: str | None = None) -> Problem:
        """Return the problem of an entry or a file that was lost here."""
        return self._problem(Severity.ERROR, code, message, hint)

    def warning(self, code: str, message: str, *, hint: str | None = None) -> Problem:
        """Return the problem of something that was dropped or contradicts here."""
        return self._problem(Severity.WARNING, code, message, hint)

    def note(self, code: str, message: str, *, hint: str | None = None) -> Problem:
        """Return the problem of something that was repaired here."""
        return self._problem(Severity.NOTE, code, message, hint)

    def _problem(self, severity: Severity, code: str, message: str, hint: str | None) -> Problem:
        return Problem(severity=severity, code=code, message=message, file=self.file, line=self.line, hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The decoded text of one file. ``path`` is absolute, with ``/``; ``None`` for standard input."""

    file: str  # as the user named it
    path: str | None
    content: str  # line ends are "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A listing and where it was read. Its rank is its place in its part."""

    place: Place
    listing: Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one file says of one day: at least one entry, for a day of which nothing could be read is no document."""

    id: DayId
    title: str
    text: str  # from the day's heading on, without white space at the end
    entries: tuple[Entry, ...]  # never empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that a reader makes of one text.

    ``seen`` counts the entries that stand in the text: those of the parts, and one problem whose code begins with
    ``entry-`` for each that was rejected.
    """

    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A format that people bring: how to recognise it, and how to read it. Neither function raises."""

    name: str
    suffixes: tuple[str, ...]  # what to look at in a folder: ".md"
    recognises: Callable[[str], bool]
    read: Callable[[Text], Contents]


def quoted(text: str) -> str:
    """Return ``text`` as a message shows it: shortened, control characters escaped."""
    return repr(text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…")


def visible(text: str) -> str:
    """Return one line of text without characters that only hide or reorder others."""
    return _UNSEEN.sub("", _CONTROL.sub(" ", text))
