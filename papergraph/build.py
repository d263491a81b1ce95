"""The workflow: sources → extract → resolve → rdf → store, in parallel, with progress.

Only days that are new or changed are read again; what was read of the others is kept in the store.
"""

import gc
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from papergraph import iri, lexicons, resolve, sources
from papergraph.errors import InputError
from papergraph.extract.version import extractor_version
from papergraph.model import ConceptClass, Day, DayId, Digest, Listing, Problem, Reading, Resolution, Severity
from papergraph.rdf.encode import encode_day, encode_ontology, encode_resolved
from papergraph.store import days as stored_days
from papergraph.store import embedded
from papergraph.vocab import BASE
from papergraph.workers import Workers

#: Listings that one worker reads at a time: large enough that handing them over costs little.
_CHUNK = 256
#: Below this many listings a second process costs more than it saves.
_LISTINGS_PER_JOB = 150
#: Bytes of input above which a second process is certain to be worth it: some 300 listings.
_LARGE = 1 << 20
_CLASSES = frozenset(cls.value for cls in ConceptClass)


class Progress(Protocol):
    """Told what is going on: the step, how much of it is done, out of how much."""

    def __call__(self, step: str, done: int, total: int) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did. Counts of papers, authors, concepts and results are of the whole graph."""

    store: str
    files: int
    entries: int  # seen in the input
    days: int  # in the graph
    days_read: int  # new or changed, extracted anew
    listings: int
    papers: int
    authors: int
    concepts: dict[str, int]  # by class
    mentions: int
    results: int
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> int:
        """Number of entries or files that were lost."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def build_graph(
    paths: Sequence[str | os.PathLike[str]],
    *,
    store: str | os.PathLike[str],
    format: str | None = None,
    base: str | None = None,
    jobs: int | None = None,
    with_text: bool | None = None,
    strict: bool = False,
    lexicon: Sequence[str | os.PathLike[str]] = (),
    progress: Progress | None = None,
) -> BuildReport:
    """Read digests and publish the graph of them, and of the days already there, in the store folder.

    Args:
        paths: files, folders, glob patterns, or ``-`` for standard input.
        store: the folder of the store; made when it is not there.
        format: the name of the input's format; by default it is recognised.
        base: the base of the data IRIs; by default the store's own, or the project's.
        jobs: worker processes; by default as many as there are processors, fewer for small inputs.
        with_text: write the text of sections; by default as the store has it, otherwise yes.
        strict: raise instead of publishing when an entry or file failed.
        lexicon: files of further terms, which go before those that are shipped. The project's own, ``my.lexicon.tsv``
            beside ``my.store``, is read without being named.
        progress: is told of each step.

    Raises:
        InputError: a path that is not there, a wrong line in a lexicon, or with ``strict`` any entry that failed.
        IriError: a base that cannot be one.
        StoreError: the store cannot be written. What was there stays.
    """
    tell = progress or _silent
    folder = Path(store)
    if base is not None:
        iri.check_base(base)
    own = lexicons.files(lexicon, store=folder)
    with _no_garbage_collection(), Workers(jobs if jobs is not None else _processors(), lexicon=own) as workers:
        if not embedded.exists(folder) and _is_large(paths):
            workers.start()  # while the input is read, the extractor is loaded
        return _build(
            paths,
            folder,
            workers,
            format=format,
            base=base,
            jobs=jobs,
            with_text=with_text,
            strict=strict,
            extractor=extractor_version(own),
            tell=tell,
        )


def _build(
    paths: Sequence[str | os.PathLike[str]],
    folder: Path,
    workers: Workers,
    *,
    format: str | None,
    base: str | None,
    jobs: int | None,
    with_text: bool | None,
    strict: bool,
    extractor: str,
    tell: Progress,
) -> BuildReport:
    intake = sources.read([os.fspath(path) for path in paths], format=format)
    _refuse_failures(intake, strict=strict)
    # From reading what is there to publishing what will be nobody else may write: the other's days would be lost.
    with embedded.writing(folder) as writer:
        return _add(
            intake, folder, workers, writer, base=base, jobs=jobs, with_text=with_text, extractor=extractor, tell=tell
        )


def _add(
    intake: sources.Intake,
    folder: Path,
    workers: Workers,
    writer: embedded.Writer,
    *,
    base: str | None,
    jobs: int | None,
    with_text: bool | None,
    extractor: str,
    tell: Progress,
) -> BuildReport:
    old = stored_days.read_days(folder) if embedded.exists(folder) else None
    kept = {day.digest.id: day for day in old.days} if old and old.extractor == extractor else {}
    digests = _merge([day.digest for day in old.days] if old else [], intake.digests)
    to_read = [digest for digest in digests if digest.id not in kept or kept[digest.id].digest != digest]
    base = base or (old.base if old else BASE)
    with_text = with_text if with_text is not None else (old.with_text if old else True)
    read = _extract(to_read, workers, jobs=jobs, tell=tell)
    workers.close()
    days = [read.get(digest.id) or kept[digest.id] for digest in digests]
    if old is None or to_read or (old.base, old.with_text) != (base, with_text) or not old.counts:
        tell("resolve", 0, 1)
        resolution = resolve.run(days)
        counts = _counts(resolution)
        writer.publish(
            quads=_quads(days, resolution, base=base, with_text=with_text, tell=tell),
            days=days,
            base=base,
            with_text=with_text,
            extractor=extractor,
            counts=counts,
            decisions=resolution.decisions,
        )
    else:
        counts = old.counts
    return _report(folder, intake, days, counts, days_read=len(to_read))


def _refuse_failures(intake: sources.Intake, *, strict: bool) -> None:
    failures = [problem for problem in intake.problems if problem.severity is Severity.ERROR]
    if failures and (strict or not intake.digests):
        first = failures[0]
        raise InputError(
            f"{first.message} ({len(failures)} failed in all)" if len(failures) > 1 else first.message,
            file=first.file,
            line=first.line,
            hint=first.hint or ("without --strict the rest would have been built" if intake.digests else None),
        )


def _merge(old: Iterable[Digest], new: Iterable[Digest]) -> list[Digest]:
    by_id = {digest.id: digest for digest in old} | {digest.id: digest for digest in new}
    return [by_id[day] for day in sorted(by_id)]


def _quads(days: Sequence[Day], resolution: Resolution, *, base: str, with_text: bool, tell: Progress) -> Iterator[str]:
    yield from encode_ontology(base=base)
    yield from encode_resolved(resolution, base=base)
    for done, day in enumerate(days):
        tell("write", done, len(days))
        yield from encode_day(day, resolution.concept_of[day.digest.id], base=base, with_text=with_text)
    tell("write", len(days), len(days))


# ---------------------------------------------------------------------------------------------------------------------
# Extraction in worker processes


def _extract(digests: Sequence[Digest], workers: Workers, *, jobs: int | None, tell: Progress) -> dict[DayId, Day]:
    listings = [listing for digest in digests for listing in digest.listings]
    readings = iter(_read_all(listings, workers, jobs=_jobs(jobs, len(listings)), tell=tell))
    return {
        digest.id: Day(digest=digest, readings=tuple(next(readings) for _ in digest.listings)) for digest in digests
    }


def _jobs(asked: int | None, listings: int) -> int:
    most = asked if asked is not None else _processors()
    return max(1, min(most, listings // _LISTINGS_PER_JOB if asked is None else listings))


def _processors() -> int:
    return os.cpu_count() or 1


def _read_all(listings: Sequence[Listing], workers: Workers, *, jobs: int, tell: Progress) -> Iterator[Reading]:
    if not listings:
        return
    size = min(_CHUNK, -(-len(listings) // jobs))
    chunks = [listings[i : i + size] for i in range(0, len(listings), size)]
    done = 0
    tell("read", 0, len(listings))
    for readings in workers.read(chunks, jobs=jobs):
        done += len(readings)
        tell("read", done, len(listings))
        yield from readings


def _is_large(paths: Iterable[str | os.PathLike[str]]) -> bool:
    """Tell whether the files named are certain to be worth more than one process."""
    sizes = (
        file.stat().st_size for path in map(Path, paths) for file in (path.rglob("*") if path.is_dir() else [path])
    )
    try:
        return sum(sizes) > _LARGE
    except OSError:  # a pattern, standard input, a file that is gone
        return False


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """What a build makes it keeps until it ends: looking through it for garbage takes a sixth of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


# ---------------------------------------------------------------------------------------------------------------------
# Report


def _counts(resolution: Resolution) -> dict[str, int]:
    concepts = Counter(concept.cls.value for concept in resolution.concepts)
    return {"papers": len(resolution.papers), "authors": len(resolution.authors), **dict(sorted(concepts.items()))}


def _report(
    folder: Path, intake: sources.Intake, days: Sequence[Day], counts: Mapping[str, int], *, days_read: int
) -> BuildReport:
    readings = [reading for day in days for reading in day.readings]
    return BuildReport(
        store=str(folder),
        files=intake.files,
        entries=intake.entries,
        days=len(days),
        days_read=days_read,
        listings=len(readings),
        papers=counts["papers"],
        authors=counts["authors"],
        concepts={name: count for name, count in counts.items() if name in _CLASSES},
        mentions=sum(len(entity.mentions) for reading in readings for entity in reading.entities),
        results=sum(len(reading.results) for reading in readings),
        problems=intake.problems,
    )


def _silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""
