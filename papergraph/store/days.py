"""What a store remembers of each day, so that only new or changed days are read again.

One file: a line of JSON, then one record per day: its length and checksum, and the day in MessagePack, compressed.
"""

import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from papergraph.errors import StoreError
from papergraph.model import Day
from papergraph.store import layout

#: Raised when the values of ``model`` change such that older records cannot be read.
FORMAT = 1
_LENGTH_AND_CHECKSUM = struct.Struct("<QI")
_HINT = "build the graph again into a new folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDays:
    """The days of a store and how its graph was made of them."""

    base: str
    with_text: bool
    extractor: str
    counts: dict[str, int]
    days: tuple[Day, ...]


def read_days(path: Path) -> StoredDays:
    """Return what the store ``path`` remembers.

    Raises:
        StoreNotFoundError: there is no graph.
        StoreVersionError: a later papergraph wrote it.
        StoreError: a record is damaged.
    """
    with layout.current(path) as generation:
        about = layout.about(generation)
        try:
            with layout.days_file(generation).open("rb") as stream:
                days = tuple(_read(stream, layout.days_file(generation)))
        except OSError as error:
            raise StoreError(f"{path} is damaged: {error}", hint=_HINT) from error
    return StoredDays(
        base=about.base, with_text=about.with_text, extractor=about.extractor, counts=about.counts, days=days
    )


def write_days(file: Path, days: Sequence[Day]) -> None:
    """Write the records of ``days`` into the new file ``file``."""
    encoder = msgspec.msgpack.Encoder()
    with file.open("xb") as stream:
        stream.write(json.dumps({"format": FORMAT, "days": len(days)}).encode() + b"\n")
        for day in days:
            record = zlib.compress(encoder.encode(day), 3)
            stream.write(_LENGTH_AND_CHECKSUM.pack(len(record), zlib.crc32(record)))
            stream.write(record)


def _read(stream: BinaryIO, file: Path) -> Iterator[Day]:
    try:
        head = json.loads(stream.readline())
        layout.check_format(head["format"], file)
        count = int(head["days"])
    except (ValueError, KeyError, TypeError):
        raise StoreError(f"{file} is damaged: its first line", hint=_HINT) from None
    decoder = msgspec.msgpack.Decoder(Day)
    for place in range(count):
        try:
            yield decoder.decode(zlib.decompress(_record(stream)))
        except (ValueError, zlib.error, msgspec.DecodeError) as error:
            raise StoreError(f"{file} is damaged: record {place + 1}: {error}", hint=_HINT) from error
    if stream.read(1):
        raise StoreError(f"{file} is damaged: something follows the last record", hint=_HINT)


def _record(stream: BinaryIO) -> bytes:
    head = stream.read(_LENGTH_AND_CHECKSUM.size)
    if len(head) < _LENGTH_AND_CHECKSUM.size:
        raise ValueError("it ends early")
    length, checksum = _LENGTH_AND_CHECKSUM.unpack(head)
    record = stream.read(length) if length <= 1 << 32 else b""
    if len(record) < length or zlib.crc32(record) != checksum:
        raise ValueError("its checksum does not match")
    return record
