"""Digests → days, by the processes of :mod:`papergraph.workers`; what was read earlier is not read again."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Protocol

from papergraph.model import Day, Digest, Listing, Reading, Section
from papergraph.workers import Workers

#: Listings that one worker reads at a time: large enough that handing them over costs little.
_CHUNK = 256

#: Readings of listings that were read before, by all that a reading depends on.
Known = Mapping[tuple[Section, ...], Reading]


class Progress(Protocol):
    """Told what is going on: the step, how much of it is done, out of how much."""

    def __call__(self, step: str, done: int, total: int) -> None: ...


def readings_of(day: Day) -> Known:
    """Return what was read in a day, to be used again."""
    return {listing.sections: reading for listing, reading in zip(day.digest.listings, day.readings, strict=True)}


def read_days(
    digests: Iterable[tuple[Digest, Known]], workers: Workers, *, listings: int, jobs: int, tell: Progress
) -> Iterator[Day]:
    """Yield the day of each digest, in order; each digest is asked for shortly before it is read, and not kept.

    Args:
        digests: each with the readings that may be used again.
        workers: read the rest.
        listings: how many there are in all, for the progress.
        jobs: how many processes read.
        tell: is told of each step.
    """
    size = max(1, min(_CHUNK, -(-listings // jobs)))
    waiting: deque[tuple[Digest, Known]] = deque()
    read: deque[Reading] = deque()
    done = 0
    tell("read", done, listings)
    for readings in workers.read(_chunks(digests, waiting, size), jobs=jobs):
        read.extend(readings)
        while waiting and _missing(*waiting[0]) <= len(read):
            done += len(waiting[0][0].listings)
            yield _day(*waiting.popleft(), read)
        tell("read", done, listings)
    while waiting:  # days of which nothing had to be read
        yield _day(*waiting.popleft(), read)
    tell("read", listings, listings)


def _chunks(
    digests: Iterable[tuple[Digest, Known]], waiting: deque[tuple[Digest, Known]], size: int
) -> Iterator[list[Listing]]:
    listings = _to_read(digests, waiting)
    while chunk := list(islice(listings, size)):
        yield chunk


def _to_read(digests: Iterable[tuple[Digest, Known]], waiting: deque[tuple[Digest, Known]]) -> Iterator[Listing]:
    for digest, known in digests:
        waiting.append((digest, known))
        yield from (listing for listing in digest.listings if listing.sections not in known)


def _missing(digest: Digest, known: Known) -> int:
    return sum(listing.sections not in known for listing in digest.listings)


def _day(digest: Digest, known: Known, read: deque[Reading]) -> Day:
    return Day(
        digest=digest,
        readings=tuple(known.get(listing.sections) or read.popleft() for listing in digest.listings),
    )
