"""One step of a living store: days that are put or dropped → what has to be read, resolved and written → a new graph.

Whatever the steps were, the graph equals the one that its days would make at once. What a build that was killed had
read is taken up by the next one.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from papergraph import iri
from papergraph.extraction import Known, Progress, read_days, readings_of
from papergraph.model import Alias, Day, DayId, Digest, Resolution
from papergraph.parts import Part, parts, patch
from papergraph.resolve import Resolver
from papergraph.store import days as stored
from papergraph.store import embedded, layout
from papergraph.store.days import DaysWriter, StoredDays
from papergraph.store.prints import read_prints
from papergraph.store.search import is_whole
from papergraph.vocab import BASE
from papergraph.workers import Workers

#: Every so often a graph that was only patched is merged on disk: until then queries become a little slower each time.
_PATCHES = 16
#: Parts that are written between two reports of progress.
_REPORT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How the graph is to be made; ``None`` is as the store has it."""

    base: str | None
    with_text: bool | None
    extractor: str
    resolver: str
    encoder: str
    aliases: tuple[Alias, ...] = ()

    def about(self, old: layout.About | None, *, counts: Mapping[str, int]) -> layout.About:
        """Return what the graph will say of itself."""
        return layout.About(
            base=self.base or (old.base if old else BASE),
            with_text=self.with_text if self.with_text is not None else (old.with_text if old else True),
            extractor=self.extractor,
            resolver=self.resolver,
            encoder=self.encoder,
            counts=dict(counts),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """The counts of the whole graph, and how many days were read for it, or went."""

    counts: Mapping[str, int]
    days_read: int = 0
    days_removed: int = 0
    derived_dropped: bool = False  # graph/derived was there, and would be out of date


def stored_ids(folder: Path) -> tuple[DayId, ...]:
    """Return the days of a store, in order.

    Raises:
        StoreNotFoundError: there is no graph.
        StoreError: what is there is damaged.
    """
    with layout.current(folder) as generation, stored.stored_days(generation) as days:
        return tuple(days.records)


def unchanged(
    folder: Path, put: Mapping[DayId, Digest], *, drops: Callable[[DayId], bool], wanted: Wanted
) -> Updated | None:
    """Return the counts of the store when an update would change nothing. Needs no lock, and no right to write.

    Raises:
        StoreError: what is there is damaged.
    """
    with ExitStack() as held:
        old = _held(folder, held)
        return _unchanged(old, _plan(put, drops, old, wanted), wanted)


def update(
    folder: Path,
    put: dict[DayId, Digest],
    *,
    drops: Callable[[DayId], bool],
    wanted: Wanted,
    workers: Workers,
    jobs: Callable[[int], int],
    tell: Progress,
) -> Updated:
    """Publish the graph of the days ``put`` and of those that the store has, without those that ``drops`` names.

    Args:
        folder: the store; made when it is not there.
        put: days that are new or replace those of their id; emptied, so that memory is free again for the graph.
        drops: tells whether a day of the store that is not put goes.
        wanted: how the graph is to be made.
        workers: read the listings.
        jobs: how many of them for so many listings.
        tell: is told of each step.

    Raises:
        InputError: an alias names what is not there, or contradicts another.
        StoreError: the store cannot be written, or another process writes. What was there stays.
    """
    # From reading what is there to publishing what will be nobody else may write: the other's days would be lost.
    with embedded.writing(folder) as writer, ExitStack() as held:
        old = _held(folder, held)
        plan = _plan(put, drops, old, wanted)
        if done := _unchanged(old, plan, wanted):
            return done
        leftovers = held.enter_context(stored.leftover_days(folder, extractor=wanted.extractor))
        left = {id: days for days in leftovers for id, record in days.records.items() if _is_read(id, record, plan)}
        gathered = _Gathered(writer.begin(extractor=wanted.extractor), Resolver(wanted.aliases))
        to_read = [id for id in plan.to_read if id not in left]
        if to_read and plan.kept:
            workers.start()  # it loads the extractor while what is kept is looked at
        if plan.stored:
            gathered.copy(plan.kept, plan.stored)
        for id, days in left.items():
            gathered.copy([id], days)
            put.pop(id, None)
        for day in _read(plan, to_read, put, workers, jobs=jobs, tell=tell):
            gathered.add(day)
        workers.close()
        tell("resolve", 0, 1)
        resolution = gathered.resolver.finish()
        tell("resolve", 1, 1)
        about = wanted.about(old.about if old else None, counts=gathered.counts(resolution))
        dropped = _publish(writer, about, resolution, gathered.days.written(), old, tell=tell)
        return Updated(counts=about.counts, days_read=len(to_read), days_removed=plan.dropped, derived_dropped=dropped)


# ---------------------------------------------------------------------------------------------------------------------
# What there is, and what has to be done


@dataclass(frozen=True, slots=True, kw_only=True)
class _Old:
    """The current generation, which stays while it is held."""

    generation: Path
    about: layout.About
    days: StoredDays


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """Which days stay as they were read, which are read (with the prints of their digests), and how many go."""

    kept: tuple[DayId, ...]
    to_read: Mapping[DayId, bytes]
    dropped: int
    stored: StoredDays | None
    same_extractor: bool


def _held(folder: Path, held: ExitStack) -> _Old | None:
    if not embedded.exists(folder):
        return None
    generation = held.enter_context(layout.current(folder))
    about = layout.about(generation)
    return _Old(generation=generation, about=about, days=held.enter_context(stored.stored_days(generation)))


def _plan(put: Mapping[DayId, Digest], drops: Callable[[DayId], bool], old: _Old | None, wanted: Wanted) -> _Plan:
    there = {id: record.digest for id, record in old.days.records.items()} if old else {}
    same_extractor = old is not None and old.about.extractor == wanted.extractor
    dropped = {id for id in there if id not in put and drops(id)}
    new = there | {id: stored.fingerprint(digest) for id, digest in put.items()}
    kept = {id for id in there.keys() - dropped if same_extractor and new[id] == there[id]}
    return _Plan(
        kept=tuple(sorted(kept)),
        to_read={id: new[id] for id in sorted(new.keys() - dropped - kept)},
        dropped=len(dropped),
        stored=old.days if old else None,
        same_extractor=same_extractor,
    )


def _unchanged(old: _Old | None, plan: _Plan, wanted: Wanted) -> Updated | None:
    if old is None or plan.to_read or plan.dropped or not old.about.counts:
        return None
    if not is_whole(layout.search_file(old.generation)):
        return None  # then the same build makes it again
    about = wanted.about(old.about, counts=old.about.counts)
    same = replace(about, papergraph=old.about.papergraph, patches=old.about.patches) == old.about
    return Updated(counts=about.counts) if same else None


def _is_read(id: DayId, record: stored.Record, plan: _Plan) -> bool:
    """Tell whether a build that was killed had read a day as it is now."""
    return plan.to_read.get(id) == record.digest


# ---------------------------------------------------------------------------------------------------------------------
# Days


class _Gathered:
    """The days of the new graph: each is written, resolved and counted as it comes, and not kept."""

    def __init__(self, days: DaysWriter, resolver: Resolver) -> None:
        self.days = days
        self.resolver = resolver
        self._counts = dict.fromkeys(("days", "listings", "mentions", "results"), 0)

    def add(self, day: Day) -> None:
        """Take a day that was read."""
        self.days.add(day)
        self._look_at(day)

    def copy(self, ids: Iterable[DayId], other: StoredDays) -> None:
        """Take days that another file has."""
        for id in ids:
            self.days.copy(id, other)
            self._look_at(other.load(id))

    def counts(self, resolution: Resolution) -> dict[str, int]:
        """Return the counts of the whole graph."""
        concepts = Counter(concept.cls.value for concept in resolution.concepts)
        nodes = {"papers": len(resolution.papers), "authors": len(resolution.authors)}
        return {**self._counts, **nodes, **dict(sorted(concepts.items()))}

    def _look_at(self, day: Day) -> None:
        self.resolver.add(day)
        self._counts["days"] += 1
        self._counts["listings"] += len(day.readings)
        self._counts["mentions"] += sum(len(entity.mentions) for reading in day.readings for entity in reading.entities)
        self._counts["results"] += sum(len(reading.results) for reading in day.readings)


def _read(
    plan: _Plan,
    ids: Sequence[DayId],
    put: dict[DayId, Digest],
    workers: Workers,
    *,
    jobs: Callable[[int], int],
    tell: Progress,
) -> Iterator[Day]:
    if not ids:
        return
    records = plan.stored.records if plan.stored else {}
    listings = sum(len(put[id].listings) if id in put else records[id].listings for id in ids)
    yield from read_days(_digests(plan, ids, put), workers, listings=listings, jobs=jobs(listings), tell=tell)


def _digests(plan: _Plan, ids: Iterable[DayId], put: dict[DayId, Digest]) -> Iterator[tuple[Digest, Known]]:
    for id in ids:
        before = plan.stored.load(id) if plan.stored and id in plan.stored.records else None
        known = readings_of(before) if before and plan.same_extractor else {}
        digest = put.pop(id, None) or (before.digest if before else None)
        assert digest is not None  # a day is put, or it is there
        yield digest, known


# ---------------------------------------------------------------------------------------------------------------------
# The graph


def _publish(
    writer: embedded.Writer,
    about: layout.About,
    resolution: Resolution,
    days: StoredDays,
    old: _Old | None,
    *,
    tell: Progress,
) -> bool:
    """Publish the graph; tell whether it lost what was derived of the old one."""

    def found() -> Iterator[Part]:
        return parts(days, resolution, base=about.base, with_text=about.with_text)

    before = read_prints(layout.prints_file(old.generation)) if old else None
    derived = old is not None and iri.graph_iri("derived", base=old.about.base) in (before or {})
    if old is not None and before is not None and _can_be_patched(old, about):
        patches = (old.about.patches + 1) % _PATCHES
        changed, prints = patch(found(), before, base=about.base, merges=patches == 0)
        if changed is not None:
            about = replace(about, patches=patches)
            writer.publish(changed, about=about, decisions=resolution.decisions, prints=prints)
            return derived
    prints = {}
    count = len(resolution.papers) + len(resolution.authors) + len(resolution.concepts) + len(days) + 1
    quads = _all_quads(found(), prints, count, tell=tell)
    writer.publish(quads, about=about, decisions=resolution.decisions, prints=prints)
    return derived


def _can_be_patched(old: _Old, about: layout.About) -> bool:
    before = old.about.base, old.about.with_text, old.about.encoder
    return before == (about.base, about.with_text, about.encoder) and is_whole(layout.search_file(old.generation))


def _all_quads(found: Iterable[Part], prints: dict[str, bytes], count: int, *, tell: Progress) -> Iterator[str]:
    for done, part in enumerate(found):
        if done % _REPORT == 0:
            tell("write", done, count)
        prints[part.iri] = part.print
        yield from part.quads()
    tell("write", count, count)
