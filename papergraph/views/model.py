"""What a picture is made of: frozen, drawn by any painter, testable without a browser.

Papers, concepts, sentences and claims stand once each; nodes and edges point at them by place. All text in here is
plain text as strangers wrote it, cleaned of control characters only (:mod:`papergraph.views.text`): whoever writes a
page or a picture escapes it.
"""

from dataclasses import dataclass

#: Who can draw a page: vis-network by way of pyvis, or our own canvas.
PAINTERS = ("vis", "canvas")


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
    """A method, model, dataset …; ``support`` is the number of papers that have it.

    ``common``: it stands in so many papers that sharing it says little.
    """

    label: str
    kind: str
    support: int
    common: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """That a paper introduces, uses … a concept, with the sentence that says so.

    ``sentence`` is a place in the model's sentences, or ``None`` when the graph keeps no text;
    ``start`` and ``end`` are code points into it. ``rule`` is what read it, ``mentions`` how often the paper names it.
    """

    paper: int
    concept: int
    role: str
    sentence: int | None
    start: int
    end: int
    rule: str | None = None
    mentions: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A person, paper, concept or community: ``x``, ``y``, ``radius`` in px; ``group`` is a place in the groups or −1.

    ``kind`` decides the shape: author, paper, method, model, dataset, task, metric, community. ``alias`` is the name in
    the other language. ``concept`` is a place in the concepts, −1 for what is none. ``bridging`` is its betweenness,
    0 to 1. ``label_from`` is the least zoom at which its label is free of others. ``identity`` says, in lines, why the
    records behind it are one.
    """

    key: str  # IRI
    kind: str
    name: str
    label: str  # the name, short enough for the map
    x: float
    y: float
    radius: float
    group: int
    papers: tuple[int, ...]
    alias: str | None = None
    concept: int = -1
    bridging: float = 0.0
    label_from: float = 0.0
    identity: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One drawn line, ``source < target`` being places in the model's nodes.

    ``weight`` is its strength and ``step`` its class of width: 0, 1 or 2. What makes it are ``papers``, or the pairs of
    ``claims``: one of each end on a shared concept, or, where the ends are concepts, one on each end in a shared paper;
    the two places of a pair may be the same claim. ``count`` is how much makes it where they are only some of that, 0
    where they are all. ``faint``: nothing but mentions make it. ``lift`` and ``p`` hold it against chance, where that
    was measured.
    """

    source: int
    target: int
    weight: float
    step: int
    papers: tuple[int, ...]
    claims: tuple[tuple[int, int], ...]
    faint: bool = False
    lift: float | None = None
    p: float | None = None
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A community: its name, what it is about, how many of the drawn nodes are in it, and the region they take."""

    name: str
    about: str
    size: int
    hull: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a listing; ``node`` and ``other`` are places in the nodes that it is about, −1 for none drawn."""

    cells: tuple[str | int | float, ...]
    node: int = -1
    other: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A table beside the picture that answers a question of its own: who bridges, what rises, what is missing."""

    key: str
    title: str
    note: str  # how to read it
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Lines behind a picture whose places mean something: days across, lanes down; positions in px."""

    ticks: tuple[tuple[float, str], ...]
    lanes: tuple[tuple[float, str], ...]


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
    """A whole picture. ``summary`` says in sentences what is shown, from what and when, and what is hidden.

    ``node_query`` and ``edge_query`` are SPARQL for what the panel tells; they bind ``?node``, and ``?one`` and
    ``?other``, by a VALUES clause that stands for the comment ``#values``; empty where no query tells it.
    """

    kind: str
    title: str
    summary: tuple[str, ...]
    notes: tuple[str, ...]  # how it was made
    words: Words
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]  # strongest first
    groups: tuple[Group, ...]
    alone: tuple[Node, ...]  # nodes without a link: listed beside the picture, not drawn
    papers: tuple[PaperFact, ...]
    concepts: tuple[ConceptFact, ...]
    claims: tuple[Claim, ...]
    sentences: tuple[str, ...]
    unlisted: int = 0  # how many more stand alone than a page lists
    listings: tuple[Listing, ...] = ()
    axis: Axis | None = None
    node_query: str = ""
    edge_query: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its nodes, in the order of their first one."""
        return tuple(dict.fromkeys(node.kind for node in self.nodes))
