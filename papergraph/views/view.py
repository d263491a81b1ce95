"""A picture in the hand: what it shows in a sentence, and the file that it becomes."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from papergraph.errors import UnknownNameError
from papergraph.views.model import ViewModel
from papergraph.writing import write_file

PAINTERS = ("vis", "canvas")


@dataclass(frozen=True, slots=True)
class View:
    """A picture of a graph, ready to be written; ``painter`` draws its page, None for the one that suits its size."""

    model: ViewModel
    painter: str | None = None

    @property
    def caption(self) -> str:
        """What is shown and what is hidden, in a sentence or two."""
        return " ".join(self.model.summary)

    def html(self) -> str:
        """Return the picture as one HTML page that needs no network."""
        from papergraph.views.page import html

        return html(self.model, painter=self.painter)

    def svg(self) -> str:
        """Return the picture as SVG."""
        from papergraph.views.svg import svg

        return svg(self.model)

    def _repr_svg_(self) -> str:
        return self.svg()

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the picture into a file, whole or not at all; the suffix, ``.html`` or ``.svg``, says as what.

        Raises:
            UnknownNameError: another suffix.
            StoreError: the file cannot be written. What was there stays.
        """
        file = Path(path)
        writers: dict[str, Callable[[], str]] = {".html": self.html, ".svg": self.svg}
        if file.suffix.lower() not in writers:
            raise UnknownNameError("format of pictures", file.suffix or file.name, tuple(writers))
        text = writers[file.suffix.lower()]().encode()
        write_file(file, lambda stream: stream.write(text))
