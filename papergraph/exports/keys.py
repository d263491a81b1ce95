"""A key for each paper that other tools take as a name: ASCII, stable, the same whatever else is exported.

``arxiv-2505-02214``. Keys of author and year would need the first author, and the order of authors is not known.
"""

import hashlib
import re

from papergraph.model import PaperId

_TELLING = {
    "arxiv": re.compile(r"\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7}", re.ASCII),
    "acl": re.compile(r"\d{4}\.[a-z0-9_]+-[a-z0-9]+\.\d+|[A-Z]\d\d-\d{4}", re.ASCII),
}
_NOT_IN_A_KEY = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


def key_of(paper: PaperId) -> str:
    """Return the key of ``paper``. An id that a key cannot spell exactly is told from others by eight digits."""
    plain = _NOT_IN_A_KEY.sub("-", f"{paper.scheme}-{paper.local}".lower()).strip("-")
    shape = _TELLING.get(paper.scheme)
    if shape is not None and shape.fullmatch(paper.local):
        return plain
    told_apart = hashlib.sha256(f"{paper.scheme}/{paper.local}".encode(errors="replace")).hexdigest()[:8]
    return f"{plain[:_LONGEST].rstrip('-')}-{told_apart}"
