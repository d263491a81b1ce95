"""The extractor on one text: a paragraph, an entry or a whole digest; nothing is written."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from papergraph.errors import InputError, UsageError
from papergraph.model import Listing, PaperId, Problem, Reading, Section
from papergraph.sources import registry
from papergraph.sources.decode import decode
from papergraph.sources.reader import LONGEST_LINE, Contents, Text, visible
from papergraph.sources.sections import read_sections

if TYPE_CHECKING:
    from papergraph.extract.pipeline import Extractor

#: A day for entries that have no heading above them. It is not shown: a reading has no day.
_ANY_DAY = "2000-01-01.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEntry:
    """One entry and what the extractor read in it. A paragraph is an entry whose paper has the scheme ``text``."""

    listing: Listing
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """All that was read in a text, in its order, and what was wrong with it."""

    entries: tuple[ReadEntry, ...]  # never empty
    problems: tuple[Problem, ...]


def read_text(
    text: str | BinaryIO, *, title: str = "", file: str = "-", extractor: "Extractor | None" = None
) -> ReadText:
    """Return what the extractor reads in ``text``: entry by entry when it is a digest, as one paragraph otherwise.

    Args:
        text: a paragraph, the items of an entry, an entry (``### [Title](address)`` …), or a digest; or the bytes.
        title: the title that stands above a paragraph.
        file: the name for problems.
        extractor: by default the one that builds use.

    Raises:
        InputError: there is no text, or nothing of it can be read.
        UsageError: a title for a text that has its own.
    """
    # An argument of a command holds bytes that are not UTF-8 as surrogates; decoding reports them.
    stream = io.BytesIO(text.encode("utf-8", "surrogateescape")) if isinstance(text, str) else text
    decoded = decode(stream, file=file)
    if decoded.text is None:
        raise _error(decoded.problems)
    contents = _contents(decoded.text, file)
    problems = (*decoded.problems, *contents.problems)
    listings = [entry.listing for part in contents.parts for entry in part.entries]
    if contents.seen and not listings:
        raise _error(contents.problems)
    if listings and title:
        raise UsageError("the text has a title of its own", hint="leave the option away, or give the paragraph alone")
    listings = listings or [_paragraph(decoded.text, title=title, file=file)]
    readings = list((extractor or extractor_with()).read_many(listings))
    return ReadText(
        entries=tuple(
            ReadEntry(listing=listing, reading=reading) for listing, reading in zip(listings, readings, strict=True)
        ),
        problems=problems if contents.seen else decoded.problems,
    )


def _contents(text: str, file: str) -> Contents:
    reader = registry.recognise(text)
    if reader is None:
        return Contents(parts=(), problems=(), seen=0)
    return reader.read(Text(file=file, path=_ANY_DAY, content=text))


def _paragraph(text: str, *, title: str, file: str) -> Listing:
    lines = text.split("\n")
    if not text.strip():
        raise InputError("there is no text", file=file, hint="give a text, or - and the text on standard input")
    if any(len(line) > LONGEST_LINE for line in lines):
        raise InputError(f"a line has more than {LONGEST_LINE:,} characters", file=file)
    shown = visible(title).strip()
    parts = [(None, shown), *read_sections(lines)]
    return Listing(
        paper=PaperId(scheme="text", local="1"),
        url="",
        title=shown,
        authors=(),
        authors_incomplete=False,
        votes=None,
        rank=1,
        sections=tuple(Section(position=i, heading=heading, text=part) for i, (heading, part) in enumerate(parts)),
    )


def extractor_with(lexicon: Sequence[Path] = ()) -> "Extractor":
    """Return the extractor that builds use, with the terms of the user's ``lexicon`` files before the shipped ones."""
    from papergraph.extract.lexicon import load
    from papergraph.extract.pipeline import Extractor

    return Extractor(load(lexicon))


def _error(problems: tuple[Problem, ...]) -> InputError:
    first = problems[0]
    return InputError(first.message, file=first.file, line=first.line, hint=first.hint)
