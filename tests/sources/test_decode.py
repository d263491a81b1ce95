"""Bytes of any kind, and what becomes of them."""

import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.model import Severity
from papergraph.sources.decode import LARGEST_FILE, MOST_LINES, Decoded, decode

PROSE = "연을 날리는 방법을 소개합니다.\n" * 40


def _decode(data: bytes, limit: int = LARGEST_FILE) -> Decoded:
    return decode(io.BytesIO(data), file="x.md", limit=limit)


def _codes(decoded: Decoded) -> list[str]:
    return [problem.code for problem in decoded.problems]


def test_plain_text_is_itself() -> None:
    """UTF-8 text comes back as it is, with nothing to report."""
    assert _decode(PROSE.encode()) == Decoded(text=PROSE, problems=())


def test_gzip_is_known_by_its_content() -> None:
    """Packed text is unpacked whatever its name, also in several members."""
    assert _decode(gzip.compress(PROSE.encode()) + gzip.compress(b"end")).text == PROSE + "end"


def test_line_ends_are_normalised() -> None:
    """Line ends of Windows and of old Macs become the one of Unix."""
    assert _decode(b"a\r\nb\rc\n\r\n").text == "a\nb\nc\n\n"


def test_byte_order_mark_is_removed_and_noted() -> None:
    """A byte order mark never hides the first heading."""
    decoded = _decode(b"\xef\xbb\xbf## D")
    assert (decoded.text, _codes(decoded)) == ("## D", ["byte-order-mark"])


def test_control_characters_are_removed_and_noted() -> None:
    """NULs and other controls go; tabs and line ends stay; the first is shown by its line."""
    decoded = _decode(b"a\tb\nc\x00\x08d\x00" + b"e" * 50)
    assert decoded.text == "a\tb\ncd" + "e" * 50
    assert [(p.code, p.line, p.severity) for p in decoded.problems] == [("control-characters", 2, Severity.NOTE)]


def test_stray_bytes_are_replaced_and_reported() -> None:
    """A few bytes that are not UTF-8 cost those characters, not the file."""
    decoded = _decode(b"one\r\ntwo \xff\xfe three \xef\xbf\xbd")
    assert decoded.text == "one\ntwo \ufffd\ufffd three \ufffd"
    (problem,) = decoded.problems
    assert (problem.code, problem.line, problem.severity) == ("not-utf8", 2, Severity.WARNING)
    assert "not UTF-8: 2, the first at byte 9" in problem.message


@pytest.mark.parametrize("data", [PROSE.encode("cp949"), PROSE.encode("utf-16"), bytes(range(256)) * 40, b"\x00" * 500])
def test_other_encodings_and_binary_are_rejected(data: bytes) -> None:
    """Nothing is read from what is no UTF-8 text, and the hint says how to convert it."""
    decoded = _decode(data)
    assert (decoded.text, _codes(decoded)) == (None, ["file-not-text"])
    assert "iconv" in (decoded.problems[0].hint or "")


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", gzip.compress(b"", mtime=0)])
def test_empty_file_warns(data: bytes) -> None:
    """An empty file is said to be empty."""
    assert _codes(_decode(data)) == ["file-empty"]


@pytest.mark.parametrize("cut", [3, 12, -9, -1])
def test_cut_gzip_is_reported(cut: int) -> None:
    """A gzip file that ends too early is rejected whole."""
    assert _codes(_decode(gzip.compress(PROSE.encode())[:cut])) == ["file-broken-gzip"]


def test_damaged_gzip_is_reported() -> None:
    """Damage inside the packed data is rejected whole."""
    data = bytearray(gzip.compress(PROSE.encode()))
    data[20:30] = b"\xff" * 10
    assert _codes(_decode(bytes(data))) == ["file-broken-gzip"]
    assert _codes(_decode(gzip.compress(b"text") + b"junk")) == ["file-broken-gzip"]


def test_size_is_limited_packed_and_unpacked() -> None:
    """Neither a large file nor a small one that unpacks to a large one is taken in."""
    assert _codes(_decode(b"x" * 101, limit=100)) == ["file-too-large"]
    assert _decode(b"x" * 100, limit=100).text == "x" * 100
    bomb = gzip.compress(b"\0" * (LARGEST_FILE + 1))
    assert len(bomb) < 100_000
    assert _codes(_decode(bomb)) == ["file-too-large"]


def test_lines_are_limited() -> None:
    """A file of line ends alone does not fill the memory."""
    assert _codes(_decode(b"x" + b"\n" * MOST_LINES)) == ["file-too-large"]


@given(st.binary(max_size=400), st.booleans())
def test_no_bytes_raise(data: bytes, packed: bool) -> None:
    """Any bytes are text without controls, or a problem."""
    decoded = _decode(gzip.compress(data) if packed else data)
    assert decoded.problems or decoded.text is not None
    assert not set(decoded.text or "") & set("\0\r\x0c\x1b")
