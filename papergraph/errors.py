"""Every exception papergraph raises, and the exit code each one has on the command line.

::

    PapergraphError                 70   (a bug, when it is raised bare)
    ├── UsageError                   2   an argument that cannot be
    │   └── UnknownNameError         2   a name, format or option value nobody knows
    ├── InputError                   3   an input that cannot be read
    │   └── IriError                 3   a string that cannot become an IRI
    ├── SourceError                  4   a source or the network failed
    ├── StoreError                   5   a store that cannot be opened, read or written
    │   ├── StoreNotFoundError       5   there is no graph there
    │   └── StoreVersionError        5   written by another version of papergraph
    ├── QueryError                   2   a query that is wrong or not allowed
    │   └── QueryTimeoutError        5   a query stopped at its time limit
    └── MissingExtraError            2   an optional package is not installed

==== ==================================================================
code meaning
==== ==================================================================
0    done
1    the answer is "no": shapes violated, evidence wrong, nothing found
2    usage
3    input unreadable (or, with ``--strict``, an entry that failed)
4    source or network
5    store, or a time limit
70   a bug in papergraph
130  interrupted (Ctrl-C)
141  whoever read the output went away
==== ==================================================================

The types are public API; the messages are not. Each error may carry a ``hint``: one sentence on what to do.
"""

from typing import ClassVar

OK = 0
NO = 1
USAGE = 2
INPUT = 3
SOURCE = 4
STORE = 5
BUG = 70


class PapergraphError(Exception):
    """The root of all errors raised on purpose."""

    exit_code: ClassVar[int] = BUG

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(PapergraphError):
    """An argument that cannot be: a date that is none, an option that contradicts another."""

    exit_code = USAGE


class UnknownNameError(UsageError):
    """A name nobody knows. ``known`` lists the names there are, nearest first."""

    def __init__(self, kind: str, name: str, known: tuple[str, ...] = (), *, hint: str | None = None) -> None:
        super().__init__(f"no {kind} named {name!r}", hint=hint or (f"try: {', '.join(known)}" if known else None))
        self.kind = kind
        self.name = name
        self.known = known


class InputError(PapergraphError):
    """An input that cannot be read. ``file`` and ``line`` say where, when that is known."""

    exit_code = INPUT

    def __init__(
        self, message: str, *, file: str | None = None, line: int | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message, hint=hint)
        self.file = file
        self.line = line


class IriError(InputError):
    """A string that cannot become an IRI: empty after normalisation, or with characters no IRI may hold."""


class SourceError(PapergraphError):
    """A source or the network failed."""

    exit_code = SOURCE


class StoreError(PapergraphError):
    """A store that cannot be opened, read or written."""

    exit_code = STORE


class StoreNotFoundError(StoreError):
    """There is no graph at the place that was named."""


class StoreVersionError(StoreError):
    """The store was written by a version of papergraph whose format this one does not read."""


class QueryError(PapergraphError):
    """A query that is wrong, or that asks for what a read-only query may not do."""

    exit_code = USAGE


class QueryTimeoutError(QueryError):
    """A query that was stopped at its time limit (``seconds``)."""

    exit_code = STORE

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"the query was stopped after {seconds:g} s",
            hint="make it narrower (LIMIT alone does not help an aggregate), or give it more time with --timeout",
        )
        self.seconds = seconds


class MissingExtraError(PapergraphError):
    """An optional package is not installed. The hint is the command that installs it."""

    exit_code = USAGE

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed", hint=f"pip install 'papergraph[{extra}]'")
        self.package = package
        self.extra = extra
