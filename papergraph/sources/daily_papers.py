"""The format of the Daily Papers digests: ``## Source (YYYY-MM-DD)``, then ``### [Title](address)`` and prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import PurePosixPath

from papergraph import iri
from papergraph.errors import IriError
from papergraph.model import DayId, Problem
from papergraph.sources.entry import read_entry
from papergraph.sources.reader import Contents, Entry, Part, Place, Reader, Text, quoted, visible

NAME = "daily-papers"

_TITLE = "Daily Papers"
_SUFFIXES = (".md", ".markdown", ".txt")
_PACKED = ".gz"

_HASH = ("#", " #", "  #", "   #")
_HASHES = re.compile(r" {0,3}(#{1,3})(?!#)")
_LONGEST_DAY_HEADING = 300
_DATED = re.compile(r"(?<![0-9])([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})[)\]\s]*$")
_RECOGNISED = re.compile(
    r"^ {0,3}(?:###(?!#).{0,10}\[|#{1,2}[^#\n].{0,250}?\([0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}\)[ \t]*$)", re.MULTILINE
)
_DATE_IN_PATH = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[-_./]?([0-9]{2})[-_./]?([0-9]{2})(?![0-9])")
_PATH_PARTS = 4

#: Headings that one file may have: a file of nothing else must not become millions of problems.
_MOST_HEADINGS = 100_000


@dataclass(slots=True)
class _Stretch:
    """The lines from one day's heading to the next. ``start`` is the index of its first line."""

    start: int
    id: DayId | None
    title: str
    headed: bool
    why_not: str = ""  # when there is no id
    end: int = 0
    entries: list[int] = field(default_factory=list)  # indices of headings
    others: list[int] = field(default_factory=list)  # indices of headings that name no day


def recognises(text: str) -> bool:
    """Tell whether the text has a heading that ends in a date in brackets, or an entry's heading with a link."""
    return _RECOGNISED.search(text) is not None


def read(text: Text) -> Contents:
    """Read the days in the text. Entries above the first heading belong to the day that the file's name tells."""
    lines = text.content.split("\n")
    if sum(line.startswith(_HASH) for line in lines) > _MOST_HEADINGS:
        return Contents(parts=(), problems=(_too_many(text.file),), seen=0)
    stretches = list(_stretches(lines, text))
    problems: list[Problem] = []
    entries: dict[DayId, list[Entry]] = {}
    texts: dict[DayId, list[str]] = {}
    titles: dict[DayId, str] = {}
    filled = {stretch.id for stretch in stretches if stretch.entries}
    for stretch in stretches:
        problems += _about(stretch, lines, text.file, empty=stretch.id not in filled)
        if stretch.id is None:
            problems += _without_day(stretch, text.file)
            continue
        if stretch.headed or stretch.entries:
            titles.setdefault(stretch.id, stretch.title)
            texts.setdefault(stretch.id, []).append("\n".join(lines[stretch.start : stretch.end]).rstrip())
            found = entries.setdefault(stretch.id, [])
            problems += _read_entries(stretch, lines, text.file, found)
    parts = tuple(
        Part(id=day, title=titles[day], text="\n".join(texts[day]), entries=tuple(entries[day]))
        for day in titles
        if entries[day]
    )
    return Contents(parts=parts, problems=tuple(problems), seen=sum(len(stretch.entries) for stretch in stretches))


READER = Reader(name=NAME, suffixes=_SUFFIXES, recognises=recognises, read=read)


# ---------------------------------------------------------------------------------------------------------------------
# Where days and entries begin


def _stretches(lines: list[str], text: Text) -> Iterator[_Stretch]:
    stretch = _from_path(text.path)
    for index, line in enumerate(lines):
        match = _HASHES.match(line)
        if match is None:
            continue
        if len(match[1]) == 3:
            stretch.entries.append(index)
        elif dated := _from_heading(line, match.end(), index):
            stretch.end = index
            yield stretch
            stretch = dated
        elif line[match.end() : match.end() + 1].isspace():
            stretch.others.append(index)
    stretch.end = len(lines)
    yield stretch


def _from_heading(line: str, start: int, index: int) -> _Stretch | None:
    if len(line) > _LONGEST_DAY_HEADING or not (match := _DATED.search(line, start)):
        return None
    title = visible(line[start:]).strip()
    day = _date(*match.groups())
    if day is None:
        return _Stretch(
            start=index, id=None, title=title, headed=True, why_not=f"the heading {quoted(title)} has no date"
        )
    return _Stretch(
        start=index, id=DayId(source=_source(line[start : match.start()]), day=day), title=title, headed=True
    )


def _from_path(path: str | None) -> _Stretch:
    """Return the stretch above the first heading: its day is told by the file's name, or those of its folders."""
    why_not = "no heading and no file name tells the day"
    if path is None:
        return _Stretch(start=0, id=None, title="", headed=False, why_not=why_not)
    name = PurePosixPath(path)
    stem = _stem(name.name)
    tail = "/".join((*name.parts[-_PATH_PARTS:-1], stem))
    for match in reversed(list(_DATE_IN_PATH.finditer(tail))):
        if day := _date(*match.groups()):
            first = len(tail) - len(stem)
            words = f"{tail[first : match.start()]} {tail[max(match.end(), first) :]}".strip(" -_.()[]")
            title = f"{words or _TITLE} ({day.isoformat()})"
            return _Stretch(start=0, id=DayId(source=_source(words), day=day), title=title, headed=False)
    return _Stretch(start=0, id=None, title="", headed=False, why_not=why_not)


def _stem(name: str) -> str:
    name = name[: -len(_PACKED)] if name.lower().endswith(_PACKED) else name
    return PurePosixPath(name).stem


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _source(words: str) -> str:
    try:
        return iri.slug(visible(words))
    except IriError:
        return NAME


# ---------------------------------------------------------------------------------------------------------------------
# What is in a stretch


def _read_entries(stretch: _Stretch, lines: list[str], file: str, found: list[Entry]) -> list[Problem]:
    """Append the entries of the stretch to those found, and return their problems."""
    problems: list[Problem] = []
    for index, end in pairwise([*stretch.entries, stretch.end]):
        place = Place(file=file, line=index + 1)
        entry, noticed = read_entry(lines[index:end], place, rank=len(found) + 1)
        problems += noticed
        if entry:
            found.append(entry)
    return problems


def _without_day(stretch: _Stretch, file: str) -> list[Problem]:
    return [
        Place(file=file, line=index + 1).error(
            "entry-without-day",
            f"nobody can tell the day of this entry: {stretch.why_not}",
            hint="begin the file with ## Daily Papers (YYYY-MM-DD), or name it YYYY-MM-DD.md",
        )
        for index in stretch.entries
    ]


def _about(stretch: _Stretch, lines: list[str], file: str, *, empty: bool) -> list[Problem]:
    """Return what is odd about the stretch itself."""
    problems = []
    heading = Place(file=file, line=stretch.start + 1)
    if stretch.headed and stretch.id is None:
        problems.append(heading.warning("day-without-date", f"there is no such date: {quoted(stretch.title)}"))
    elif stretch.headed and empty:
        problems.append(heading.warning("day-empty", f"no entry follows {quoted(stretch.title)}"))
    first = stretch.entries[0] if stretch.entries else stretch.end
    for index in range(stretch.start + stretch.headed, first):
        if lines[index].strip():
            place = Place(file=file, line=index + 1)
            problems.append(place.note("text-outside-entries", "text that belongs to no entry was left out"))
            break
    problems += [
        Place(file=file, line=index + 1).warning(
            "heading-without-date",
            f"the heading {quoted(lines[index].strip())} names no day; it was read as text of the entry above it",
        )
        for index in stretch.others
        if index > first
    ]
    return problems


def _too_many(file: str) -> Problem:
    return Place(file=file).error(
        "file-too-many-headings", f"the file has more than {_MOST_HEADINGS:,} headings; nothing of it was read"
    )
