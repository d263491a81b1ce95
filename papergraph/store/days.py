"""What a store remembers of each day, so that only new or changed days are read again.

``days`` holds a line of JSON, then one record per day, in the order in which they were read: its length and checksum,
and the day in MessagePack, compressed. ``index`` says which day lies where; a build that was killed, and older versions
of papergraph, leave none, and then the records are looked through.
"""

import hashlib
import json
import os
import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import msgspec

from papergraph.errors import StoreError
from papergraph.model import Day, DayId
from papergraph.store import bulk, layout

_LENGTH_AND_CHECKSUM = struct.Struct("<QI")
_HINT = "build the graph again into a new folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Where the record of a day lies, and what tells whether the day changed."""

    digest: bytes  # print of the day's digest
    content: bytes  # print of the digest with what was read in it
    listings: int
    offset: int
    length: int  # of the compressed day
    checksum: int


def fingerprint(value: object) -> bytes:
    """Return 16 bytes that two values of ``model`` share when they are equal."""
    return _print(msgspec.msgpack.encode(value))


def _print(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()


# ---------------------------------------------------------------------------------------------------------------------
# Reading


class StoredDays:
    """The days of one file of records, in order of their ids; each is read when it is asked for."""

    def __init__(self, stream: BinaryIO, file: Path, records: Mapping[DayId, Record]) -> None:
        self._stream = stream
        self._file = file
        self._decoder = msgspec.msgpack.Decoder(Day)
        self.records = {id: records[id] for id in sorted(records)}

    def __iter__(self) -> Iterator[Day]:
        return map(self.load, self.records)

    def __len__(self) -> int:
        return len(self.records)

    def load(self, id: DayId) -> Day:
        """Return a day.

        Raises:
            StoreError: its record is damaged.
        """
        try:
            return self._decoder.decode(zlib.decompress(self.raw(id)))
        except (zlib.error, msgspec.DecodeError) as error:
            raise _damaged(self._file, f"the record of {id}: {error}") from error

    def raw(self, id: DayId) -> bytes:
        """Return the record of a day as it stands in the file.

        Raises:
            StoreError: it is damaged.
        """
        record = self.records[id]
        data = os.pread(self._stream.fileno(), record.length, record.offset)
        if len(data) < record.length or zlib.crc32(data) != record.checksum:
            raise _damaged(self._file, f"the record of {id}: its checksum does not match")
        return data


@contextmanager
def stored_days(generation: Path) -> Iterator[StoredDays]:
    """Yield the days of a generation, which the caller holds.

    Raises:
        StoreVersionError: a later papergraph wrote them.
        StoreError: they are damaged.
    """
    file = layout.days_file(generation)
    with ExitStack() as opened:
        try:
            stream = opened.enter_context(file.open("rb"))
            days = StoredDays(stream, file, _records(stream, file, layout.index_file(generation)))
        except OSError as error:
            raise _damaged(file, str(error)) from error
        yield days


@contextmanager
def leftover_days(path: Path, *, extractor: str) -> Iterator[list[StoredDays]]:
    """Yield what killed builds had read with that extractor before they were killed, each up to the first flaw."""
    opened = []
    for file in sorted((path / "generations").glob(f"*{layout.NEW}/days")):
        stream = file.open("rb")
        opened.append(stream)
    try:
        yield [
            StoredDays(stream, Path(stream.name), dict(_whole_records(stream)))
            for stream in opened
            if _head(stream).get("extractor") == extractor
        ]
    finally:
        for stream in opened:
            stream.close()


def _records(stream: BinaryIO, file: Path, index: Path) -> dict[DayId, Record]:
    head = _head(stream)
    layout.check_format(head.get("format"), file)
    begin = stream.tell()
    try:
        records = msgspec.msgpack.decode(index.read_bytes(), type=list[tuple[DayId, Record]])
    except FileNotFoundError:
        return _scanned(stream, file, head.get("days"))
    except (OSError, msgspec.DecodeError) as error:
        raise _damaged(index, str(error)) from error
    end = max((record.offset + record.length for _, record in records), default=begin)
    if os.fstat(stream.fileno()).st_size != end:
        raise _damaged(file, "it is longer or shorter than its records")
    return dict(records)


def _head(stream: BinaryIO) -> dict[str, object]:
    try:
        head = json.loads(stream.readline())
    except ValueError:
        return {}
    return head if isinstance(head, dict) else {}


def _scanned(stream: BinaryIO, file: Path, count: object) -> dict[DayId, Record]:
    records = dict(_whole_records(stream))
    if (count is not None and len(records) != count) or stream.read(1):
        raise _damaged(file, f"record {len(records) + 1}")
    return records


def _whole_records(stream: BinaryIO) -> Iterator[tuple[DayId, Record]]:
    decoder = msgspec.msgpack.Decoder(Day)
    while True:
        start = stream.tell()
        head = stream.read(_LENGTH_AND_CHECKSUM.size)
        length, checksum = _LENGTH_AND_CHECKSUM.unpack(head) if len(head) == _LENGTH_AND_CHECKSUM.size else (0, 0)
        data = stream.read(length) if 0 < length <= 1 << 32 else b""
        try:
            if len(data) < length or zlib.crc32(data) != checksum:
                raise ValueError
            body = zlib.decompress(data)
            day = decoder.decode(body)
        except (ValueError, zlib.error, msgspec.DecodeError):
            stream.seek(start)
            return
        yield day.digest.id, _record(day, body, offset=start + len(head), data=data, checksum=checksum)


def _record(day: Day, body: bytes, *, offset: int, data: bytes, checksum: int) -> Record:
    return Record(
        digest=fingerprint(day.digest),
        content=_print(body),
        listings=len(day.readings),
        offset=offset,
        length=len(data),
        checksum=checksum,
    )


def _damaged(file: Path, what: str) -> StoreError:
    return StoreError(f"{file} is damaged: {what}", hint=_HINT)


# ---------------------------------------------------------------------------------------------------------------------
# Writing


class DaysWriter:
    """Writes the days of a new generation, in whatever order they come; :meth:`finish` makes them findable."""

    def __init__(self, generation: Path, *, extractor: str) -> None:
        self._generation = generation
        self._encoder = msgspec.msgpack.Encoder()
        self._records: dict[DayId, Record] = {}
        self._stream = layout.days_file(generation).open("x+b", buffering=0)
        self._write(json.dumps({"format": layout.FORMAT, "extractor": extractor}).encode() + b"\n")

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def add(self, day: Day) -> None:
        """Write a day."""
        body = self._encoder.encode(day)
        data = zlib.compress(body, 3)
        checksum = zlib.crc32(data)
        offset = self._append(data, checksum)
        self._records[day.digest.id] = _record(day, body, offset=offset, data=data, checksum=checksum)

    def copy(self, id: DayId, other: StoredDays) -> None:
        """Write a day that another file has, as it stands there."""
        record = other.records[id]
        self._records[id] = replace(record, offset=self._append(other.raw(id), record.checksum))

    def finish(self) -> None:
        """Write the index."""
        index = [(id, self._records[id]) for id in sorted(self._records)]
        layout.index_file(self._generation).write_bytes(self._encoder.encode(index))

    def written(self) -> StoredDays:
        """Return the days that were written until now."""
        return StoredDays(self._stream, layout.days_file(self._generation), self._records)

    def _append(self, data: bytes, checksum: int) -> int:
        self._write(_LENGTH_AND_CHECKSUM.pack(len(data), checksum) + data)
        return self._stream.tell() - len(data)

    def _write(self, data: bytes) -> None:
        left = memoryview(data)
        with bulk.writing(self._generation):
            while left:  # a disk that is nearly full takes a part of it without an error
                left = left[self._stream.write(left) :]
