"""An RDF file, opened for reading. It is loaded into a temporary folder, so that it is asked like any other graph."""

import gzip
import re
import zlib
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from papergraph.errors import InputError
from papergraph.store import bulk, nesting
from papergraph.store.temporary import TemporarySnapshot, temporary_snapshot
from papergraph.vocab import BASE, PG_DIGEST, RDF_TYPE

_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
#: Suffixes of RDF files that can be opened; each may be followed by ``.gz``.
SUFFIXES = tuple(sorted(_FORMATS))
#: A .gz that grows beyond this is refused.
MOST_BYTES = 16 << 30
_DIGEST = re.compile(r"(.*[/#])digest/[^/]+/\d{4}-\d\d-\d\d")


def open_file(path: Path) -> TemporarySnapshot:
    """Return a store over the RDF file ``path``; the suffix tells its format, and ``.gz`` may follow.

    Raises:
        InputError: it cannot be read, is not RDF in that format (with the line), or has another suffix.
    """
    name = path.name.lower().removesuffix(".gz")
    format = _FORMATS.get(Path(name).suffix[1:])
    if format is None:
        raise InputError(
            "not an RDF file, by its name",
            file=str(path),
            hint=f"known: {', '.join(f'.{s}' for s in SUFFIXES)}, and .gz",
        )
    return temporary_snapshot(lambda folder: _load(path, format, folder))


def _load(path: Path, format: ox.RdfFormat, folder: Path) -> str:
    with bulk.writing(folder):
        store = ox.Store(str(folder))
    try:
        if path.is_file():  # a pipe can be read but once
            _refuse_too_deep(path, format)
        with _open(path) as stream:
            # The engine raises what the stream raises, and SyntaxError with the line.
            store.bulk_load(stream, format=format)
    except SyntaxError as error:
        raise InputError(_message(error), file=str(path), line=error.lineno) from None
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"cannot be read: {error}", file=str(path)) from error
    bulk.finish(folder, store)
    return _base_of(store)


def _refuse_too_deep(path: Path, format: ox.RdfFormat) -> None:
    with _open(path) as stream:
        if nesting.too_deep(stream, is_json=format == ox.RdfFormat.JSON_LD):
            raise InputError(f"it is nested more than {nesting.DEEPEST:,} deep", file=str(path))


def _open(path: Path) -> BinaryIO:
    return _Unpacked(path) if path.name.lower().endswith(".gz") else path.open("rb")  # type: ignore[return-value]


class _Unpacked(gzip.GzipFile):
    """A .gz file that does not grow without end."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "rb")
        self._left = MOST_BYTES

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        self._left -= len(data)
        if self._left < 0:
            raise OSError(f"unpacked, it is larger than {MOST_BYTES >> 30} GB")
        return data


def _message(error: SyntaxError) -> str:
    text = str(error.msg)
    return re.sub(r"^Parser error at line \d+ (?:column \d+|between columns \d+ and \d+|between.*?): ", "", text)


def _base_of(store: ox.Store) -> str:
    digests = store.quads_for_pattern(None, ox.NamedNode(RDF_TYPE), ox.NamedNode(PG_DIGEST), None)
    iris = (str(quad.subject.value) for quad in digests if isinstance(quad.subject, ox.NamedNode))
    return next((match[1] for match in map(_DIGEST.fullmatch, iris) if match), BASE)
