"""The frozen values that flow between steps.

``sources`` yields :class:`Digest` values and :class:`Problem` values; ``extract`` turns each :class:`Listing` into a
:class:`Reading`; ``resolve`` turns all readings into one :class:`Resolution`; ``rdf`` writes them. Nothing flows back,
and no step changes a value that another made.

Offsets are always Unicode code points into the text of one section, end exclusive: ``section.text[start:end]``.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

# ---------------------------------------------------------------------------------------------------------------------
# What a source says


class Severity(Enum):
    """How much a problem costs."""

    ERROR = "error"  # an entry or a file was lost
    WARNING = "warning"  # something was dropped or contradicts; the entry is in the graph
    NOTE = "note"  # something was repaired


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something the reader of an input has to know: where, what, and what to do."""

    severity: Severity
    code: str  # stable, kebab-case: "author-list-repr", "not-utf8" …
    message: str
    file: str
    line: int | None = None  # from 1
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PaperId:
    """A paper's identity: ``scheme`` is "arxiv", "doi" or "acl"; ``local`` carries no version (``2505.02214``)."""

    scheme: str
    local: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One stretch of an entry's text. Section 0 is the title as listed; ``position`` is its place in the listing."""

    position: int
    heading: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A paper's entry in the digest of one day. ``authors`` keeps the source's order, which claims nothing."""

    paper: PaperId
    url: str
    title: str
    authors: tuple[str, ...]
    authors_incomplete: bool  # the list ends in "and others"
    votes: int | None  # None when unknown
    rank: int  # place in the day, from 1
    sections: tuple[Section, ...]  # sections[i].position == i


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class DayId:
    """The identity of a document: a source and a day (``daily-papers``, 2025-05-07)."""

    source: str
    day: date

    def __str__(self) -> str:
        return f"{self.source}/{self.day.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What one source says on one day, whatever files it came in."""

    id: DayId
    title: str
    content_hash: str  # sha256, hex, of the day's text with line ends normalised
    listings: tuple[Listing, ...]


# ---------------------------------------------------------------------------------------------------------------------
# What an extractor reads in one listing


class ConceptClass(Enum):
    """The five classes of concepts. The values are the local names of their classes in the ontology."""

    METHOD = "Method"
    MODEL = "Model"
    DATASET = "Dataset"
    TASK = "Task"
    METRIC = "Metric"


class Role(Enum):
    """What a paper does with a concept. The values are the local names of the roles in the ontology."""

    INTRODUCES = "Introduces"
    COMPARES_WITH = "ComparesWith"
    EVALUATES_ON = "EvaluatesOn"
    USES = "Uses"
    MENTIONS = "Mentions"

    @property
    def strength(self) -> int:
        """Greater is stronger: introduces, then compares, then evaluates on, then uses, then mentions."""
        return _STRENGTH[self]


_STRENGTH = {role: len(Role) - place for place, role in enumerate(Role)}


class ResultKind(Enum):
    """How a number is to be read. The values are the local names in the ontology."""

    ABSOLUTE = "Absolute"
    GAIN = "Gain"
    RATIO = "Ratio"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a listing names a thing: ``sections[section].text[start:end]``."""

    section: int
    start: int
    end: int
    role: Role
    rule: str  # the rule or model that found it, with its version: "gloss/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing that one listing names, with every place where it does.

    ``name`` is the canonical form (English where the entry or the lexicon gives one). ``surfaces`` are all the forms
    that stand in this entry, exactly as written; the text of each mention is one of them. ``expansion`` is the long
    form of an acronym in this entry. ``proper`` tells a proper name (``GRPO``) from a general term
    (``reinforcement learning``).
    """

    name: str
    surfaces: tuple[str, ...]
    expansion: str | None
    cls: ConceptClass
    benchmark: bool
    proper: bool
    mentions: tuple[Mention, ...]  # at least one, in order of (section, start)

    @property
    def role(self) -> Role:
        """The strongest role that any mention states."""
        return max((mention.role for mention in self.mentions), key=lambda role: role.strength)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A quantitative finding. Entities are named by their index in the reading; ``None`` when the text names none."""

    system: int | None
    metric: int | None
    dataset: int | None
    baseline: int | None
    value: Decimal | None  # negative for a loss; None for a range
    value_min: Decimal | None
    value_max: Decimal | None
    value_from: Decimal | None  # the first of "from A to B"
    unit: str  # "%", "x", "" …
    kind: ResultKind
    raw: str  # as the text gives it
    section: int
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the extractor read in one listing."""

    entities: tuple[Entity, ...]
    results: tuple[Result, ...]


# ---------------------------------------------------------------------------------------------------------------------
# What holds across documents


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Label:
    """A name in a language: "en" or "ko"."""

    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One thing across all documents. ``key`` is the last part of its IRI."""

    key: str
    cls: ConceptClass
    benchmark: bool
    preferred: Label
    alternatives: tuple[Label, ...]  # sorted
    broader: tuple[str, ...]  # keys, sorted
    support: int  # number of papers


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """One person across all documents. ``key`` is the last part of the IRI."""

    key: str
    name: str
    alternatives: tuple[str, ...]  # sorted


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a paper has to do with a concept. ``role`` is the strongest stated in any listing of that paper."""

    concept: str
    role: Role
    evaluates_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper across all its listings."""

    id: PaperId
    url: str
    title: str  # of the latest listing
    alternatives: tuple[str, ...]  # other titles, sorted
    authors: tuple[str, ...]  # keys, sorted: no order is claimed
    authors_incomplete: bool
    first_listed: date
    links: tuple[Link, ...]  # sorted by concept key


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A digest with what was read in it: ``readings[i]`` belongs to ``digest.listings[i]``."""

    digest: Digest
    readings: tuple[Reading, ...]


# ---------------------------------------------------------------------------------------------------------------------
# Why names are one thing, or are not


class Subject(Enum):
    """What a decision or an alias is about."""

    CONCEPT = "concept"
    AUTHOR = "author"


class DecisionKind(Enum):
    """What was decided about names."""

    MERGE = "merge"  # they are one node
    SPLIT = "split"  # one name, several nodes
    BROADER = "broader"  # the first stands under the second
    CONFLICT = "conflict"  # the evidence disagrees; ``rule`` says what was done
    HIDE = "hide"  # the names are no node
    CLASS = "class"  # what the thing is was said by the user


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Why names became one node, or several: the rule, and the papers that it rests on.

    ``names`` are forms as they stand in the digests: those of a merge, the name that splits, or the two of ``BROADER``.
    ``keys`` are the nodes that it leads to: one for a merge, several for a split, two for ``BROADER``.
    """

    kind: DecisionKind
    subject: Subject
    rule: str  # with its version: "spelling/1", "gloss/1", "alias-file/1" …
    names: tuple[str, ...]
    keys: tuple[str, ...]
    papers: tuple[PaperId, ...]  # that give the evidence: the first few, sorted
    support: int  # how many papers give it
    weight: int  # how many papers would be linked otherwise without it: its consequence
    note: str  # what a reader has to know beyond the rule; often empty


class AliasKind(Enum):
    """What a line of the alias file says. The values are its keys."""

    SAME = "same"
    DIFFERENT = "different"
    BROADER = "broader"
    CLASS = "class"
    HIDE = "hide"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class NameRef:
    """A name as the alias file gives it: wherever it stands, or as one paper uses it (``SAGE (2407.12345)``)."""

    name: str
    paper: PaperId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One statement of the alias file. ``names``: the first stands under the second when it is ``BROADER``."""

    kind: AliasKind
    subject: Subject
    names: tuple[NameRef, ...]  # two or more for SAME and DIFFERENT, two for BROADER, one for CLASS and HIDE
    cls: ConceptClass | None  # of CLASS
    benchmark: bool  # of CLASS: a dataset that is a benchmark
    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Everything that holds across documents.

    ``concept_of[day][i]`` is, for listing ``i`` of that day's digest, the concept key of each entity of its reading,
    in the reading's order; ``None`` for one that the alias file hides.
    """

    papers: tuple[Paper, ...]  # sorted by id
    authors: tuple[Author, ...]  # sorted by key
    concepts: tuple[Concept, ...]  # sorted by key
    concept_of: dict[DayId, tuple[tuple[str | None, ...], ...]]
    decisions: tuple[Decision, ...]  # sorted
