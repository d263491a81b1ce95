"""The whole graph as RDF text: sorted, and written whole or not at all."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from papergraph.errors import UnknownNameError, UsageError
from papergraph.store.base import Store
from papergraph.vocab import prefixes
from papergraph.writing import write_file

#: Writes a graph and returns how many statements it has.
_Writer = Callable[[Store, BinaryIO], int]


def export(store: Store, path: Path, *, format: str | None = None) -> int:
    """Write the whole graph into the file ``path``, which is replaced in one step when everything is written.

    Returns the number of statements: quads for ``nq``, ``trig`` and ``jsonld``, triples for ``nt`` and ``ttl``.

    Args:
        store: the graph.
        path: the file. What is no regular file (a pipe, a device) is written to directly.
        format: ``nq``, ``nt``, ``ttl``, ``trig`` or ``jsonld``; by default the file's suffix.

    Raises:
        UnknownNameError: nobody knows the format.
        StoreError: the file cannot be written. What was there stays.
    """
    writer = _writer(format if format is not None else path.suffix.removeprefix(".").lower())
    return write_file(path, lambda stream: writer(store, stream))


def write(store: Store, stream: BinaryIO, *, format: str | None) -> int:
    """Write the whole graph to an open binary stream, as :func:`export` writes it to a file.

    Raises:
        UsageError: no format is given.
        UnknownNameError: nobody knows the format.
    """
    if format is None:
        raise UsageError("a stream has no suffix that tells the format", hint=f"name it: {', '.join(FORMATS)}")
    count = _writer(format)(store, stream)
    stream.flush()
    return count


def _writer(format: str) -> _Writer:
    if format not in _WRITERS:
        raise UnknownNameError("export format", format, FORMATS)
    return _WRITERS[format]


def _write_quads(store: Store, stream: BinaryIO) -> int:
    count = 0
    for count, line in enumerate(store.quads(), 1):  # noqa: B007
        stream.write(line.encode() + b"\n")
    return count


def _write_triples(store: Store, stream: BinaryIO) -> int:
    lines = sorted({b"%s .\n" % str(quad.triple).encode() for quad in _parsed(store)})
    stream.writelines(lines)
    return len(lines)


def _write_turtle(store: Store, stream: BinaryIO) -> int:
    # Quads are sorted by subject first, so that a subject's triples from several graphs stand together.
    triples = dict.fromkeys(quad.triple for quad in _parsed(store))
    ox.serialize(triples, stream, format=ox.RdfFormat.TURTLE, prefixes=prefixes(store.base))
    return len(triples)


def _write_trig(store: Store, stream: BinaryIO) -> int:
    return _write_by_graph(store, stream, ox.RdfFormat.TRIG)


def _write_json_ld(store: Store, stream: BinaryIO) -> int:
    return _write_by_graph(store, stream, ox.RdfFormat.JSON_LD)


def _write_by_graph(store: Store, stream: BinaryIO, format: ox.RdfFormat) -> int:
    quads = sorted(_parsed(store), key=lambda quad: str(quad.graph_name))
    ox.serialize(quads, stream, format=format, prefixes=prefixes(store.base))
    return len(quads)


def _parsed(store: Store) -> Iterator[ox.Quad]:
    for line in store.quads():
        yield from ox.parse(line, format=ox.RdfFormat.N_QUADS)


_WRITERS: dict[str, _Writer] = {
    "jsonld": _write_json_ld,
    "nq": _write_quads,
    "nt": _write_triples,
    "trig": _write_trig,
    "ttl": _write_turtle,
}
#: Every format the graph can be exported in.
FORMATS = tuple(sorted(_WRITERS))
