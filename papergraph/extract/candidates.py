"""What the finders hand to the reading: a place in a listing's text that may name a thing."""

from typing import NamedTuple

from papergraph.extract.lexicon import Term
from papergraph.model import ConceptClass


class Candidate(NamedTuple):
    """``text[start:end]`` may name a thing. Offsets are into the joined text of a listing.

    ``term`` is the lexicon's entry where there is one. ``cls`` is what the finder itself knows of the class (the head
    of a gloss, a shape that only one class has). ``proper`` is False for general terms. Of two candidates of one length
    that overlap, the one of greater ``strength`` holds. ``head`` is the lexicon's term that the words
    before it qualify.
    """

    start: int
    end: int
    rule: str
    term: Term | None = None
    cls: ConceptClass | None = None
    proper: bool = True
    strength: int = 0
    head: Term | None = None


class Gloss(NamedTuple):
    """Names that the text itself says are one: spans into the joined text, and the long form of an acronym."""

    spans: tuple[tuple[int, int], ...]
    expansion: tuple[int, int] | None
    rule: str
    cls: ConceptClass | None
    proper: bool
    certain: bool  # False: keep only if something else names one of the spans
