"""Bytes of any kind → text, or the reason why not. Memory stays bounded whatever comes."""

import gzip
import io
import re
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from papergraph.model import Problem
from papergraph.sources.reader import Place

#: Bytes of one file, after decompression.
LARGEST_FILE = 64 << 20
#: Lines of one file.
MOST_LINES = 2_000_000

_GZIP = b"\x1f\x8b"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_CHUNK = 1 << 20

# What XML, and so half of the formats a graph is written in, cannot hold.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]+")

# A few stray bytes are dirt; more of them are another encoding, or no text.
_FEW_BYTES = 8
_FEW_OF_A_HUNDRED = 1
_MOST_NULS_OF_A_HUNDRED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of one file (``None`` when it was rejected) and what was wrong with its bytes."""

    text: str | None
    problems: tuple[Problem, ...]


def decode(stream: BinaryIO, *, file: str, limit: int = LARGEST_FILE) -> Decoded:
    """Read the stream to its end, unpack it when it is gzip, and decode it.

    Args:
        stream: bytes, compressed or not: the content tells, not the name.
        file: the name for problems.
        limit: bytes that the content may have.

    Raises:
        OSError: the stream cannot be read.
    """
    place = Place(file=file)
    data = stream.read(limit + 1)
    if len(data) <= limit and data.startswith(_GZIP):
        unpacked = _unpack(data, place, limit)
        if isinstance(unpacked, Problem):
            return Decoded(text=None, problems=(unpacked,))
        data = unpacked
    if len(data) > limit:
        return Decoded(text=None, problems=(_too_large(place, f"{limit:,} bytes"),))
    return _decode(data, place)


def _unpack(data: bytes, place: Place, limit: int) -> bytes | Problem:
    unpacked = io.BytesIO()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            while unpacked.tell() <= limit and (chunk := packed.read(_CHUNK)):
                unpacked.write(chunk)
    except (OSError, EOFError, zlib.error) as error:
        return place.error(
            "file-broken-gzip",
            f"the gzip data is damaged or ends too early: {error}",
            hint="make the .gz file again; nothing of it was read",
        )
    return unpacked.getvalue()


def _too_large(place: Place, size: str) -> Problem:
    return place.error(
        "file-too-large",
        f"the file holds more than {size}, unpacked; nothing of it was read",
        hint="split it by days: what a day says may come in several files",
    )


def _decode(data: bytes, place: Place) -> Decoded:
    if not data.removeprefix(_BYTE_ORDER_MARK).strip():
        return Decoded(text=None, problems=(place.warning("file-empty", "the file is empty"),))
    problems = []
    if data.startswith(_BYTE_ORDER_MARK):
        data = data.removeprefix(_BYTE_ORDER_MARK)
        problems.append(place.note("byte-order-mark", "a byte order mark at the beginning was removed"))
    if data.count(0) * 100 > len(data) * _MOST_NULS_OF_A_HUNDRED:
        return Decoded(text=None, problems=(_not_text(place, "it is full of NUL bytes"),))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        bad = text.count(_REPLACEMENT) - data.count(_REPLACEMENT.encode())
        if bad > _FEW_BYTES and bad * 100 > len(data) * _FEW_OF_A_HUNDRED:
            return Decoded(text=None, problems=(_not_text(place, f"byte {error.start:,} is not UTF-8"),))
        problems.append(_not_utf8(data, error.start, bad, place))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") >= MOST_LINES:
        return Decoded(text=None, problems=(_too_large(place, f"{MOST_LINES:,} lines"),))
    if first := _CONTROL.search(text):
        problems.append(_controls(text, first.start(), place))
        text = _CONTROL.sub("", text)
    return Decoded(text=text, problems=tuple(problems))


def _not_text(place: Place, reason: str) -> Problem:
    return place.error(
        "file-not-text",
        f"the file is no UTF-8 text: {reason}; nothing of it was read",
        hint="if it is text in another encoding, convert it first: iconv -f cp949 -t utf-8",
    )


def _not_utf8(data: bytes, start: int, count: int, place: Place) -> Problem:
    before = data[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return Place(file=place.file, line=before.count(b"\n") + 1).warning(
        "not-utf8",
        f"byte sequences that are not UTF-8: {count:,}, the first at byte {start:,}; each now reads {_REPLACEMENT}",
        hint="repair the file: names with such a character will not meet their other spellings",
    )


def _controls(text: str, start: int, place: Place) -> Problem:
    found = [character for run in _CONTROL.findall(text) for character in run]
    nuls = found.count("\0")
    return Place(file=place.file, line=text.count("\n", 0, start) + 1).note(
        "control-characters",
        f"control characters were removed: {len(found):,}, of them NUL: {nuls:,}; the first stood here",
    )
