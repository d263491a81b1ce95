"""What a picture is made of: frozen, drawn by any painter, testable without a browser.

Papers, concepts, sentences and claims stand once each; nodes and edges point at them by place. All text in here is
plain text as strangers wrote it, cleaned of control characters only (:mod:`papergraph.views.text`): whoever writes a
page or a picture escapes it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFact:
    """A paper as the panel shows it. ``url`` is http(s) or ``None``. ``claims`` are those that say what it is about."""

    id: str
    title: str
    date: str | None
    url: str | None
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptFact:
    """A method, model, dataset …; ``support`` is the number of papers that have it."""

    label: str
    kind: str
    support: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """That a paper introduces, uses … a concept, with the sentence that says so.

    ``sentence`` is a place in the model's sentences, or ``None`` when the graph keeps no text;
    ``start`` and ``end`` are code points into it.
    """

    paper: int
    concept: int
    role: str
    sentence: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One person or paper: ``x``, ``y`` and ``radius`` in px; ``group`` is a place in the model's groups or −1."""

    key: str
    name: str
    label: str  # the name, short enough for the map
    x: float
    y: float
    radius: float
    group: int
    papers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One drawn line, ``source < target`` being places in the model's nodes.

    ``weight`` is its strength and ``step`` its class of width: 0, 1 or 2. A line between people lists
    their shared ``papers``; a line between papers the pairs of ``claims`` (one of each end) on a shared concept.
    """

    source: int
    target: int
    weight: float
    step: int
    papers: tuple[int, ...]
    claims: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A community: its name, what it is about, and how many of the drawn nodes are in it."""

    name: str
    about: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a view's things are called."""

    node: str
    nodes: str
    link: str  # what a line says, with the names left out: "wrote together"
    reason: str  # what makes a line, one and many: "paper", "papers"
    reasons: str
    size: str  # what the size of a node stands for
    groups: str  # what the groups are, and how they are named


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewModel:
    """A whole picture. ``summary`` says in sentences what is shown, from what and when, and what is hidden."""

    kind: str
    title: str
    summary: tuple[str, ...]
    notes: tuple[str, ...]  # how it was made
    words: Words
    shape: str  # "dot" or "square"
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]  # strongest first
    groups: tuple[Group, ...]
    alone: tuple[Node, ...]  # nodes without a link: listed beside the picture, not drawn
    papers: tuple[PaperFact, ...]
    concepts: tuple[ConceptFact, ...]
    claims: tuple[Claim, ...]
    sentences: tuple[str, ...]
