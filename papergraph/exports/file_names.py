"""File names from names of strangers: readable, allowed on every system, and no two alike however a system compares."""

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence

from papergraph.exports.plain import one_line

# Forbidden in file names somewhere, or with a meaning in links between notes; the full-width form reads the same.
_FORBIDDEN = '\\/:*?"<>|[]#^%`$'
_FULL_WIDTH = str.maketrans({character: chr(ord(character) + 0xFEE0) for character in _FORBIDDEN})
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")}
_LONGEST = 120  # bytes in UTF-8: systems allow 255 with folder-less names and suffix, and encryption takes some of it


def file_names(things: Iterable[tuple[str, str]], *, taken: Sequence[str] = ()) -> dict[str, str]:
    """Return a file name without suffix for each (IRI, name), by IRI.

    Of those whose names a file system could take for one, the first in the order given has the plain name, and the
    others have eight digits after it that follow from their IRI. So a name depends on nothing but what bears it, and
    on the things before it.
    """
    used = {_compared(name) for name in taken}
    found: dict[str, str] = {}
    for iri, name in things:
        plain, is_whole = _safe(name)
        file = plain if is_whole else f"{plain} {_digits(iri)}"
        number = 0
        while _compared(file) in used:
            number += 1
            file = f"{plain} {_digits(iri * number)}"
        used.add(_compared(file))
        found[iri] = file
    return found


def _safe(name: str) -> tuple[str, bool]:
    """Return the name as a file may be called, and whether it says all that ``name`` does."""
    text = unicodedata.normalize("NFC", one_line(name)).translate(_FULL_WIDTH)
    stripped = text.strip(". ") if text.strip(".") != text else text
    if not stripped:
        return "unnamed", False
    if stripped.split(".")[0].strip().casefold() in _DEVICES:
        return f"_{stripped}", True
    cut = stripped.encode(errors="replace")[:_LONGEST].decode(errors="ignore").rstrip(". ")
    return cut, cut == stripped


def _compared(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _digits(iri: str) -> str:
    return hashlib.sha256(iri.encode(errors="replace")).hexdigest()[:8]
