"""Pictures as PNG and PDF."""

import re
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from papergraph.errors import MissingExtraError
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.kinds.papers import papers_view
from papergraph.views.view import View


def _size(png: bytes) -> tuple[int, int]:
    wide, high = struct.unpack(">II", png[16:24])
    return wide, high


def _streams(pdf: bytes) -> bytes:
    """Return the inflated streams of a PDF, one after the other."""
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    inflated = []
    for stream in found:
        try:
            inflated.append(zlib.decompress(stream))
        except zlib.error:
            inflated.append(stream)
    return b"\n".join(inflated)


def test_png_has_two_pixels_for_each(rows: NetworkRows) -> None:
    """A PNG shows the whole picture, sharp enough for print."""
    png = View(coauthors_view(rows)).png()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert _size(png) == (2400, 1600)


def test_pdf_is_one_page_of_lines_and_letters(rows: NetworkRows) -> None:
    """A PDF has one page, with fonts in it and no picture of pixels."""
    pdf = View(coauthors_view(rows)).pdf()
    assert pdf.startswith(b"%PDF-")
    content = pdf + _streams(pdf)
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    assert b"/FontFile" in content
    assert not re.search(rb"/Subtype\s*/Image", content)


def test_same_model_same_bytes(rows: NetworkRows) -> None:
    """The picture depends on its model alone: no date and no random number gets in."""
    first, second = View(papers_view(rows)), View(papers_view(rows))
    assert first.png() == second.png()
    assert first.pdf() == second.pdf()
    assert not re.search(rb"/(?:CreationDate|ModDate)", first.pdf())


def test_hostile_text_is_drawn_as_text(with_hostile: Callable[[str], NetworkRows], hostile: str) -> None:
    """Whatever strangers write, a picture comes out."""
    assert View(coauthors_view(with_hostile(hostile), title=hostile)).pdf().startswith(b"%PDF-")


@pytest.mark.parametrize("suffix", ["png", "pdf"])
def test_written_by_the_suffix(rows: NetworkRows, tmp_path: Path, suffix: str) -> None:
    """The file's suffix decides, in either case of letters."""
    view = View(papers_view(rows))
    view.write(tmp_path / f"map.{suffix.upper()}")
    assert (tmp_path / f"map.{suffix.upper()}").read_bytes() == getattr(view, suffix)()


def test_without_the_extra(rows: NetworkRows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where typst is not installed the error says what to install, and nothing is written."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError) as error:
        View(papers_view(rows)).write(tmp_path / "map.png")
    assert error.value.hint == "pip install 'papergraph[pictures]'"
    assert not list(tmp_path.iterdir())
