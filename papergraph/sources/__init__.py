"""What people bring → digests: files, folders, patterns or standard input, in any format of the registry."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from papergraph.model import Digest, Problem, Severity
from papergraph.sources import files, registry
from papergraph.sources.days import assemble
from papergraph.sources.reader import Contents, Part, Place, Reader, Text

__all__ = ["Intake", "format_names", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What was read, with nothing left out.

    ``entries`` counts all that stand in the input: each is a listing, or a problem whose code begins with ``entry-``.
    """

    digests: tuple[Digest, ...]  # sorted by id
    problems: tuple[Problem, ...]  # sorted by file and line
    files: int  # that were read
    entries: int


def read(
    paths: Iterable[str | os.PathLike[str]],
    *,
    format: str | None = None,
    stdin: BinaryIO | None = None,
    readers: Sequence[Reader] = registry.READERS,
) -> Intake:
    """Read all that the paths name.

    Args:
        paths: files, folders (read with all below them), glob patterns, or ``-``; each of them may be gzip.
        format: the name of a reader; by default each text is read by the one that recognises it.
        stdin: what ``-`` reads; by default the process's standard input.
        readers: those to choose from.

    Raises:
        InputError: a path that is not there. Anything else that is wrong is a problem of the intake.
        UnknownNameError: nobody knows that format.
    """
    chosen = registry.named(format, readers=readers) if format is not None else None
    named = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    suffixes = chosen.suffixes if chosen else [suffix for reader in readers for suffix in reader.suffixes]
    found, skipped = files.find(named, suffixes=suffixes)
    problems = list(skipped)
    parts: list[Part] = []
    count = entries = 0
    for file in found:
        decoded = files.load(file, stdin=stdin)
        problems += decoded.problems
        if decoded.text is None:
            continue
        reader = chosen or registry.recognise(decoded.text, readers=readers)
        contents = _read_text(decoded.text, file, reader)
        count += bool(contents.parts or contents.seen)
        entries += contents.seen
        parts += contents.parts
        problems += contents.problems
    days = assemble(parts)
    return Intake(
        digests=days.digests,
        problems=tuple(sorted([*problems, *days.problems], key=_place)),
        files=count,
        entries=entries,
    )


def format_names() -> tuple[str, ...]:
    """Return the names that ``read`` takes as ``format``."""
    return tuple(reader.name for reader in registry.READERS)


def _read_text(text: str, file: files.Found, reader: Reader | None) -> Contents:
    contents = Contents(parts=(), problems=(), seen=0)
    if reader is not None:
        path = file.path.as_posix() if file.path else None
        contents = reader.read(Text(file=file.file, path=path, content=text))
    if contents.parts or contents.seen or any(problem.severity is not Severity.NOTE for problem in contents.problems):
        return contents
    place = Place(file=file.file)
    message = "no reader recognises this text" if reader is None else f"nothing in it is {reader.name}"
    hint = "a digest has ## Daily Papers (YYYY-MM-DD) and ### [Title](address); --format NAME chooses a reader"
    problem = (place.error if file.asked else place.warning)("file-unrecognised", message, hint=hint)
    return Contents(parts=(), problems=(problem,), seen=0)


def _place(problem: Problem) -> tuple[str, int, str, str]:
    return problem.file, problem.line or 0, problem.code, problem.message
