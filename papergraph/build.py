"""The workflow: sources → extract → resolve → rdf → store, in parallel, with progress.

Only days that are new or changed are read again; what was read of the others is kept in the store.
"""

import gc
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from papergraph import aliases as alias_files
from papergraph import iri, lexicons, sources
from papergraph.errors import InputError, UnknownNameError
from papergraph.extract.version import extractor_version
from papergraph.extraction import Progress
from papergraph.model import ConceptClass, DayId, Digest, Problem, Severity
from papergraph.rdf.version import encoder_version
from papergraph.resolve.version import resolver_version
from papergraph.store import embedded
from papergraph.update import Updated, Wanted, stored_ids, unchanged, update
from papergraph.workers import Workers

__all__ = ["BuildReport", "Progress", "build_graph", "remove_days"]

#: Below this many listings a second process costs more than it saves.
_LISTINGS_PER_JOB = 150
#: Bytes of input above which a second process is certain to be worth it: some 300 listings.
_LARGE = 1 << 20
_CLASSES = frozenset(cls.value for cls in ConceptClass)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did. Counts of papers, authors, concepts and results are of the whole graph."""

    store: str
    files: int
    entries: int  # seen in the input
    days: int  # in the graph
    days_read: int  # new or changed, extracted anew
    days_removed: int
    listings: int
    papers: int
    authors: int
    concepts: dict[str, int]  # by class
    mentions: int
    results: int
    derived_dropped: bool  # graph/derived would be out of date: derive again
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
    prune: bool = False,
    lexicon: Sequence[str | os.PathLike[str]] = (),
    aliases: Sequence[str | os.PathLike[str]] = (),
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
        prune: days that the input does not name go, with what they alone said.
        lexicon: files of further terms, which go before those that are shipped. The project's own, ``my.lexicon.tsv``
            beside ``my.store``, is read without being named.
        aliases: files of what you say of names: which are one thing, which are not. It wins over all rules; the
            project's own, ``my.aliases.toml`` beside ``my.store``, is read without being named.
        progress: is told of each step.

    Raises:
        InputError: a path that is not there, a wrong line in a lexicon or alias file, with ``strict`` any entry that
            failed, or with ``prune`` any file that could not be read.
        IriError: a base that cannot be one.
        StoreError: the store cannot be written. What was there stays.
    """
    folder = Path(store)
    if base is not None:
        iri.check_base(base)
    own = lexicons.files(lexicon, store=folder)
    wanted = _wanted(own, alias_files.files(aliases, store=folder), base=base, with_text=with_text)
    with _no_garbage_collection(), Workers(jobs if jobs is not None else _processors(), lexicon=own) as workers:
        if not embedded.exists(folder) and _is_large(paths):
            workers.start()  # while the input is read, the extractor is loaded
        intake = sources.read([os.fspath(path) for path in paths], format=format)
        _refuse_failures(intake, strict=strict, prune=prune)
        put = {digest.id: digest for digest in intake.digests}
        seen = replace(intake, digests=())  # the digests are let go of one by one, when they are read
        del intake
        done = _update(
            folder, put, drops=lambda _: prune, wanted=wanted, workers=workers, jobs=jobs, tell=progress or _silent
        )
    return _report(folder, seen, done)


def remove_days(
    days: Sequence[str | os.PathLike[str]],
    *,
    store: str | os.PathLike[str],
    jobs: int | None = None,
    lexicon: Sequence[str | os.PathLike[str]] = (),
    aliases: Sequence[str | os.PathLike[str]] = (),
    progress: Progress | None = None,
) -> BuildReport:
    """Take days out of a store, with what they alone said: papers, authors and concepts that no other day names go too.

    Args:
        days: days (``2025-05-07``, or with their source ``daily-papers/2025-05-07``), or files, which stand for the
            days in them.
        store: the folder of the store.
        jobs, lexicon, aliases, progress: as :func:`build_graph` has them; what was read by an older extractor is read
            again.

    Raises:
        UnknownNameError: a day that the store does not have.
        InputError: a file in which there is no day.
        StoreError: the store cannot be written. What was there stays.
    """
    folder = Path(store)
    own = lexicons.files(lexicon, store=folder)
    gone = _named_days(days, there=stored_ids(folder))
    with _no_garbage_collection(), Workers(jobs if jobs is not None else _processors(), lexicon=own) as workers:
        done = _update(
            folder,
            {},
            drops=gone.__contains__,
            wanted=_wanted(own, alias_files.files(aliases, store=folder), base=None, with_text=None),
            workers=workers,
            jobs=jobs,
            tell=progress or _silent,
        )
    return _report(folder, sources.Intake(digests=(), problems=(), files=0, entries=0), done)


def _wanted(lexicon: Sequence[Path], aliases: Sequence[Path], *, base: str | None, with_text: bool | None) -> Wanted:
    return Wanted(
        base=base,
        with_text=with_text,
        extractor=extractor_version(lexicon),
        resolver=f"{resolver_version()}+{alias_files.version(aliases)}" if aliases else resolver_version(),
        encoder=encoder_version(),
        aliases=alias_files.load(aliases),
    )


def _update(
    folder: Path,
    put: dict[DayId, Digest],
    *,
    drops: Callable[[DayId], bool],
    wanted: Wanted,
    workers: Workers,
    jobs: int | None,
    tell: Progress,
) -> Updated:
    return unchanged(folder, put, drops=drops, wanted=wanted) or update(
        folder, put, drops=drops, wanted=wanted, workers=workers, jobs=partial(_jobs, jobs), tell=tell
    )


def _named_days(names: Iterable[str | os.PathLike[str]], *, there: Sequence[DayId]) -> frozenset[DayId]:
    found: set[DayId] = set()
    for name in [os.fspath(name) for name in names]:
        matching = {id for id in there if name in (str(id), id.day.isoformat())}
        if not matching and Path(name).exists():
            matching = {digest.id for digest in sources.read([name]).digests}
            if not matching:
                raise InputError("there is no day in it", file=name, hint="name a day, as in 2025-05-07")
            _refuse_missing(matching - set(there), of=name)
        elif not matching:
            raise UnknownNameError("day", name, _near(name, there))
        found |= matching
    return frozenset(found)


def _refuse_missing(missing: Collection[DayId], *, of: str) -> None:
    if missing:
        raise InputError(f"the store does not have its day {min(missing)}", file=of, hint="it may be removed already")


def _near(name: str, there: Iterable[DayId]) -> tuple[str, ...]:
    return tuple(get_close_matches(name, map(str, there), n=3, cutoff=0.3))


def _refuse_failures(intake: sources.Intake, *, strict: bool, prune: bool) -> None:
    failures = [problem for problem in intake.problems if problem.severity is Severity.ERROR]
    if failures and (strict or not intake.digests):
        first = failures[0]
        raise InputError(
            f"{first.message} ({len(failures)} failed in all)" if len(failures) > 1 else first.message,
            file=first.file,
            line=first.line,
            hint=first.hint or ("without --strict the rest would have been built" if intake.digests else None),
        )
    unread = [problem for problem in failures if not problem.code.startswith("entry-")]
    if prune and unread:
        raise InputError(
            f"{unread[0].message}; which days are gone cannot be said while a file is not read",
            file=unread[0].file,
            line=unread[0].line,
            hint="correct the file, or build without --prune",
        )


# ---------------------------------------------------------------------------------------------------------------------
# Processes


def _jobs(asked: int | None, listings: int) -> int:
    most = asked if asked is not None else _processors()
    return max(1, min(most, listings // _LISTINGS_PER_JOB if asked is None else listings))


def _processors() -> int:
    return os.cpu_count() or 1


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


def _report(folder: Path, intake: sources.Intake, done: Updated) -> BuildReport:
    counts = done.counts
    return BuildReport(
        store=str(folder),
        files=intake.files,
        entries=intake.entries,
        days=counts["days"],
        days_read=done.days_read,
        days_removed=done.days_removed,
        listings=counts["listings"],
        papers=counts["papers"],
        authors=counts["authors"],
        concepts={name: count for name, count in counts.items() if name in _CLASSES},
        mentions=counts["mentions"],
        results=counts["results"],
        derived_dropped=done.derived_dropped,
        problems=intake.problems,
    )


def _silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""
