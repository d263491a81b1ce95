"""The alias file: what the user says of names. It is applied last, and it wins.

It is TOML: under ``[[concept]]`` or ``[[author]]`` stand ``same``, ``different``, ``broader``, ``class`` and ``hide``,
each with a list of names. What can be seen to be wrong in the files alone is told here, with its line; whether anybody
uses a name is for the steps to say that apply it.
"""

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from papergraph import project
from papergraph.aliases.contradictions import refuse_contradictions
from papergraph.aliases.statements import read
from papergraph.errors import InputError
from papergraph.model import Alias

__all__ = ["SUFFIX", "files", "load", "version"]

SUFFIX = ".aliases.toml"

_LARGEST = 4 << 20  # bytes; some 50,000 statements
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def files(named: Sequence[str | os.PathLike[str]], *, store: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Return the user's alias files: those that are named, then the one beside the store if it is there.

    Raises:
        InputError: one of them is a folder or a pipe.
    """
    return project.files(named, store=store, suffix=SUFFIX, what="alias file")


def load(files: Iterable[Path]) -> tuple[Alias, ...]:
    """Return what the files say, in their order.

    Raises:
        InputError: a file that cannot be read, a statement that is none, or two that contradict each other; with file
            and line.
    """
    aliases = tuple(alias for file in files for alias in read(_text(file), file=str(file)))
    refuse_contradictions(aliases)
    return aliases


def version(files: Iterable[Path]) -> str:
    """Return a short hash of what the files hold: another one when they have changed.

    Raises:
        InputError: a file that cannot be read.
    """
    digest = hashlib.sha256()
    for file in files:
        data = _data(file)
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:8]


def _text(file: Path) -> str:
    data = _data(file).removeprefix(_BYTE_ORDER_MARK)
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise InputError(
            "the alias file is not UTF-8",
            file=str(file),
            line=data.count(b"\n", 0, error.start) + 1,
            hint="convert it first: iconv -f cp949 -t utf-8",
        ) from error


def _data(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        raise InputError(f"the alias file cannot be read: {error.strerror or error}", file=str(file)) from error
    if len(data) > _LARGEST:
        raise InputError(
            f"the alias file has more than {_LARGEST >> 20} MB",
            file=str(file),
            hint="several may be named, each with its own --aliases",
        )
    return data
