"""A picture in the hand: what it shows in a sentence, and the file that it becomes."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from papergraph.errors import StoreError, UnknownNameError
from papergraph.views.model import ViewModel


@dataclass(frozen=True, slots=True)
class View:
    """A picture of a graph, ready to be written."""

    model: ViewModel

    @property
    def caption(self) -> str:
        """What is shown and what is hidden, in a sentence or two."""
        return " ".join(self.model.summary)

    def html(self) -> str:
        """Return the picture as one HTML page that needs no network."""
        from papergraph.views.page import html

        return html(self.model)

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
        text = writers[file.suffix.lower()]()
        try:
            _replace(file.resolve(), text)
        except (OSError, RuntimeError) as error:  # RuntimeError: links that make a loop
            reason = error.strerror if isinstance(error, OSError) and error.strerror else error
            raise StoreError(f"{file} cannot be written: {reason}") from error


def _replace(target: Path, text: str) -> None:
    if target.exists() and not target.is_file():
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "it is a folder")
        target.write_text(text, encoding="utf-8")  # a pipe or a device
        return
    # A name of its own for each process: two that draw at once must not write into one file.
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with unfinished.open("x", encoding="utf-8") as stream:
            stream.write(text)
        if target.exists():
            unfinished.chmod(target.stat().st_mode & 0o7777)
        unfinished.replace(target)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
