"""What changed between two graphs, or in the days of one: papers, concepts, links, votes, and what is one thing.

Values only; ``comparison`` makes them. All tuples are sorted such that what a reader wants first stands first.
"""

from dataclasses import dataclass, fields

from papergraph.model import Role
from papergraph.query.things import Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The sentence that tells what a paper brings; ``sentence[start:end]`` (code points) names what it introduces.

    Where the text names nothing that is introduced, it is the first sentence, and ``start`` and ``end`` are 0.
    """

    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPaper:
    """A paper that was not there. ``votes`` is None when unknown, ``lead`` when the graph holds no text."""

    paper: Thing
    date: str  # of its first listing
    votes: int | None
    authors: tuple[Thing, ...]
    introduces: tuple[Thing, ...]
    lead: Lead | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewConcept:
    """A concept that was not there, with the papers that introduce it and the number of those that name it."""

    concept: Thing
    introduced_by: tuple[Thing, ...]
    papers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAuthor:
    """A person who was not there, with the number of papers."""

    author: Thing
    papers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewResult:
    """A number that was not there, as the digest gives it."""

    paper: Thing
    raw: str
    kind: str
    system: Thing | None
    metric: Thing | None
    dataset: Thing | None
    baseline: Thing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChange:
    """A link from a paper to a concept, with the strongest role that was and is stated; None where there is no link."""

    paper: Thing
    concept: Thing
    before: Role | None
    after: Role | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Uptake:
    """A concept that was there, and the further papers that use it, evaluate on it or compare with it.

    ``before`` and ``after`` count all papers that do. ``introduced_by`` are papers that were there.
    """

    concept: Thing
    introduced_by: tuple[Thing, ...]
    papers: tuple[Thing, ...]
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteChange:
    """The votes of a paper's latest listing, which are no longer what they were; None when unknown."""

    paper: Thing
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Two authors of earlier papers who wrote together for the first time."""

    first: Thing
    second: Thing
    earlier: tuple[int, int]  # how many papers each had
    papers: tuple[Thing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Several concepts or authors that became one, which so many papers have."""

    before: tuple[Thing, ...]
    after: Thing
    papers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A concept or author, which so many papers had, that became several."""

    before: Thing
    after: tuple[Thing, ...]
    papers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """A concept or author that goes by another name or IRI, or is of another class."""

    before: Thing
    after: Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that changed, complete.

    Links, results and authors of papers that are new, or gone, are among the changes as well.
    """

    days_added: tuple[str, ...]  # "daily-papers/2025-05-07", earliest first
    days_removed: tuple[str, ...]
    days_changed: tuple[str, ...]  # whose text is no longer the same
    papers_added: tuple[NewPaper, ...]  # most votes first
    papers_removed: tuple[Thing, ...]
    concepts_added: tuple[NewConcept, ...]  # those in most papers first
    concepts_removed: tuple[Thing, ...]
    authors_added: tuple[NewAuthor, ...]  # those of most papers first
    authors_removed: tuple[Thing, ...]
    links_added: tuple[LinkChange, ...]
    links_removed: tuple[LinkChange, ...]
    links_changed: tuple[LinkChange, ...]
    taken_up: tuple[Uptake, ...]  # by the most further papers first
    first_together: tuple[Meeting, ...]  # those of most earlier papers first
    results_added: tuple[NewResult, ...]
    results_removed: int
    votes_changed: tuple[VoteChange, ...]  # the greatest rise first
    merged: tuple[Merge, ...]  # concepts before authors, those of most papers first
    split: tuple[Split, ...]
    renamed: tuple[Renaming, ...]
    reclassified: tuple[Renaming, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing changed."""
        return not any(getattr(self, field.name) for field in fields(self))
