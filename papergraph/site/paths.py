"""Where the page of each thing lies: addresses that read well, stay the same, and that every file system takes.

A path is made of small ASCII letters, digits, hyphens and dots, whatever strangers call a thing; so it needs no
escaping in a link either, and two things never share one, however a system compares names.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping

from papergraph.exports.rows import Contents

#: The folder and the word for one and several, by kind: classes of concepts, papers and authors.
FOLDERS = ("paper", "author", "method", "model", "dataset", "task", "metric")

_PLAIN = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_OTHER = re.compile(r"[^a-z0-9]+")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
_LONGEST = 80


def paths_of(contents: Contents, *, base: str) -> dict[str, str]:
    """Return the path of each thing's page without its suffix, by IRI: ``paper/arxiv-2505.02214``.

    The key in the IRI is the name of the file where it is plain; otherwise what can be read of it, with eight digits
    that follow from the IRI.
    """
    of_concepts: Mapping[str, list[str]] = {folder: [] for folder in FOLDERS[2:]}
    for concept in contents.concepts:
        of_concepts[concept.cls.value.lower()].append(concept.iri)
    found: dict[str, str] = {}
    found |= _named("paper", (paper.iri for paper in contents.papers), start=f"{base}paper/")
    found |= _named("author", (person.iri for person in contents.authors), start=f"{base}author/")
    for folder, iris in of_concepts.items():
        found |= _named(folder, iris, start=f"{base}concept/")
    return found


def root(path: str) -> str:
    """Return what leads from the page at ``path`` to the folder of the site."""
    return "../" * path.count("/")


def _named(folder: str, iris: Iterable[str], *, start: str) -> dict[str, str]:
    used: set[str] = set()
    found: dict[str, str] = {}
    # Those with a plain key come first, so that no readable rest of another one takes their name.
    for iri in sorted(iris, key=lambda iri: (_key(iri, start) is None, iri)):
        name = _key(iri, start)
        times = 1
        while name is None or name in used:
            name = f"{_readable(iri)}-{_digits(iri * times)}".lstrip("-")
            times += 1
        used.add(name)
        found[iri] = f"{folder}/{name}"
    return found


def _key(iri: str, start: str) -> str | None:
    if not iri.startswith(start):
        return None
    key = iri.removeprefix(start).replace("/", "-", 1)
    plain = _PLAIN.fullmatch(key) and len(key) <= _LONGEST and not _DEVICE.match(key)
    return key if plain else None


def _readable(iri: str) -> str:
    last = re.split(r"[/#]", iri.rstrip("/#"))[-1]
    plain = unicodedata.normalize("NFKD", last).lower()
    return _OTHER.sub("-", plain).strip("-")[:_LONGEST].rstrip("-")


def _digits(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:8]
