"""A picture in the hand: what it shows in a sentence, and the file that it becomes."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from papergraph.errors import MissingExtraError, StoreError, UnknownNameError
from papergraph.views.model import ViewModel
from papergraph.writing import write_file

_SUFFIXES = (".html", ".svg", ".png", ".pdf")


def check_file(path: str | os.PathLike[str]) -> None:
    """Refuse a file that no picture can become: to be asked before one is made of a large graph.

    Raises:
        UnknownNameError: its suffix is none of pictures.
        MissingExtraError: png or pdf without the extra ``pictures``.
        StoreError: its folder is not there.
    """
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix not in _SUFFIXES:
        raise UnknownNameError("format of pictures", file.suffix or file.name, _SUFFIXES)
    if suffix in (".png", ".pdf") and find_spec("typst") is None:
        raise MissingExtraError("typst", "pictures")
    if not file.parent.is_dir():
        raise StoreError(f"{file} cannot be written: there is no folder {file.parent}", hint="make the folder first")


@dataclass(frozen=True, slots=True)
class View:
    """A picture of a graph, ready to be written; ``painter`` draws its page, None for the one that suits its size."""

    model: ViewModel
    painter: str | None = None

    @property
    def caption(self) -> str:
        """What is shown and what is hidden, in a sentence or two."""
        return " ".join(self.model.summary)

    def html(self, *, home: str | None = None) -> str:
        """Return the picture as one HTML page that needs no network; ``home`` is an address that it links back to."""
        from papergraph.views.page import html

        return html(self.model, painter=self.painter, home=home)

    def svg(self) -> str:
        """Return the picture as SVG."""
        from papergraph.views.svg import svg

        return svg(self.model)

    def png(self) -> bytes:
        """Return the picture as PNG.

        Raises:
            MissingExtraError: the extra ``pictures`` is not installed.
        """
        from papergraph.views.static import png

        return png(self.svg())

    def pdf(self) -> bytes:
        """Return the picture as PDF.

        Raises:
            MissingExtraError: the extra ``pictures`` is not installed.
        """
        from papergraph.views.static import pdf

        return pdf(self.svg())

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """Show the page inside a notebook, which needs no network either; where HTML is not shown, the SVG."""
        return {"text/html": self._repr_html_(), "image/svg+xml": self.svg(), "text/plain": self.caption}

    def _repr_html_(self) -> str:
        from papergraph.views.notebook import frame

        return frame(self.html(), title=self.model.title)

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the picture into a file, whole or not at all; the suffix says as what: html, svg, png or pdf.

        Raises:
            UnknownNameError: another suffix.
            MissingExtraError: png or pdf without the extra ``pictures``.
            StoreError: the file cannot be written. What was there stays.
        """
        check_file(path)
        file = Path(path)
        writers: dict[str, Callable[[], str | bytes]] = {
            ".html": self.html,
            ".svg": self.svg,
            ".png": self.png,
            ".pdf": self.pdf,
        }
        made = writers[file.suffix.lower()]()
        content = made.encode() if isinstance(made, str) else made
        write_file(file, lambda stream: stream.write(content))
