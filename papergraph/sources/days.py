"""Parts of days, from whatever files → one digest for each day, the same whatever the files' names and order."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from papergraph.model import DayId, Digest, Listing, PaperId, Problem
from papergraph.sources.reader import Entry, Part, quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Digests in order of their ids, and one problem for each entry that repeats another of its day."""

    digests: tuple[Digest, ...]
    problems: tuple[Problem, ...]


def assemble(parts: Iterable[Part]) -> Days:
    """Return the digests that the parts make up.

    The parts of a day are put in order of their text. A paper listed again in one day is left out, and reported.
    """
    by_day: dict[DayId, list[Part]] = {}
    for part in parts:
        by_day.setdefault(part.id, []).append(part)
    digests = []
    problems: list[Problem] = []
    for day in sorted(by_day):
        ordered = sorted(by_day[day], key=_content)
        listings, repeated = _listings(entry for part in ordered for entry in part.entries)
        texts = dict.fromkeys(part.text for part in ordered)
        content_hash = hashlib.sha256("\n".join(texts).encode()).hexdigest()
        digests.append(Digest(id=day, title=ordered[0].title, content_hash=content_hash, listings=listings))
        problems += repeated
    return Days(digests=tuple(digests), problems=tuple(problems))


def _content(part: Part) -> tuple[str, str, str]:
    # The file decides only which of two equal parts is reported as the repetition.
    return part.text, part.title, part.entries[0].place.file


def _listings(entries: Iterable[Entry]) -> tuple[tuple[Listing, ...], list[Problem]]:
    first: dict[PaperId, Entry] = {}
    problems = []
    for entry in entries:
        earlier = first.setdefault(entry.listing.paper, entry)
        if earlier is not entry:
            problems.append(_repeated(entry, earlier))
    listings = [
        listing if (listing := entry.listing).rank == rank else replace(listing, rank=rank)
        for rank, entry in enumerate(first.values(), start=1)
    ]
    return tuple(listings), problems


def _repeated(entry: Entry, earlier: Entry) -> Problem:
    paper = f"{entry.listing.paper.scheme}:{entry.listing.paper.local}"
    where = f"{earlier.place.file}:{earlier.place.line}"
    if differences := _differences(entry.listing, earlier.listing):
        return entry.place.warning(
            "entry-contradicts",
            f"{quoted(paper)} is listed twice on this day with another {', '.join(differences)}; kept: {where}",
            hint="correct one of the two, or give only the one that holds",
        )
    return entry.place.note("entry-repeated", f"{quoted(paper)} is listed twice on this day, alike; kept: {where}")


def _differences(one: Listing, other: Listing) -> list[str]:
    compared = {
        "title": one.title != other.title,
        "authors": (one.authors, one.authors_incomplete) != (other.authors, other.authors_incomplete),
        "votes": one.votes != other.votes,
        "text": one.sections[1:] != other.sections[1:],
    }
    return [name for name, differs in compared.items() if differs]
