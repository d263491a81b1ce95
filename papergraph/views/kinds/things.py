"""People, papers and concepts as nodes that have no place yet, with what stands behind each."""

from collections.abc import Iterable

from papergraph.model import ConceptClass, Role, Subject
from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.evidence import EvidenceIndex
from papergraph.views.kinds.identity import Identities
from papergraph.views.model import Node
from papergraph.views.text import clean, columns, shorten

#: What a text says of a concept, and does not merely name.
STATED = frozenset(role for role in Role if role is not Role.MENTIONS)
PLURALS = {
    ConceptClass.METHOD: "methods",
    ConceptClass.MODEL: "models",
    ConceptClass.DATASET: "datasets",
    ConceptClass.TASK: "tasks",
    ConceptClass.METRIC: "metrics",
}
_SHORT = 30  # letters of a title before its colon


class Things:
    """Makes nodes of the rows of a graph; ``labels`` is the language of names where there is a choice: en or ko.

    What the nodes point at gets into :attr:`index`. ``sharing``: lines stand for the sharing of concepts.
    """

    def __init__(self, rows: NetworkRows, *, labels: str | None = None, sharing: bool = False) -> None:
        self.rows = rows
        self.index = EvidenceIndex(rows, labels=labels, sharing=sharing)
        self.papers = {row.iri: row for row in rows.papers}
        self.authors = {row.iri: row for row in rows.authors}
        self.concepts = {row.iri: row for row in rows.concepts}
        self._labels = labels
        self._identities = Identities(rows.decisions)

    def author(self, iri: str, *, papers: Iterable[str]) -> Node:
        """Return a person who wrote ``papers`` (IRIs)."""
        row = self.authors.get(iri)
        names = [clean(name) for name in (row.name, *row.also)] if row else [iri.rsplit("/", 1)[-1]]
        shown = names[0]
        alias = next((name for name in names if _is_hangul(name) is not _is_hangul(shown)), None)
        if alias and self._labels and _is_hangul(alias) is (self._labels == "ko"):
            shown, alias = alias, shown
        also = [name for name in names if name not in (shown, alias)]
        return _unplaced(
            iri,
            kind="author",
            name=shown,
            alias=alias,
            papers=tuple(map(self.index.paper, papers)),
            identity=self._identities.lines(iri, subject=Subject.AUTHOR, also=also),
        )

    def paper(self, iri: str) -> Node:
        """Return a paper."""
        title = clean(self.papers[iri].title)
        return _unplaced(iri, kind="paper", name=title, label=short_title(title), papers=(self.index.paper(iri),))

    def concept(self, iri: str, *, papers: Iterable[str]) -> Node:
        """Return a concept that stands in ``papers`` (IRIs)."""
        name, alias = self.index.names(iri)
        return _unplaced(
            iri,
            kind=self.concepts[iri].cls.value.lower(),
            name=name,
            alias=alias,
            papers=tuple(map(self.index.paper, papers)),
            concept=self.index.concept(iri),
            identity=self._identities.lines(iri, subject=Subject.CONCEPT),
        )


def short_title(title: str) -> str:
    """Return what stands before a title's colon when that is short enough to be its name, else the title cut short."""
    name, colon, _ = title.partition(":")
    return shorten(name) if colon and len(name) <= _SHORT and name.strip() else shorten(title)


def listed(names: list[str], *, last: str = "or") -> str:
    """Return "methods, models or datasets"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


def _is_hangul(name: str) -> bool:
    return columns(name) > len(name)


def _unplaced(
    iri: str,
    *,
    kind: str,
    name: str,
    papers: tuple[int, ...],
    label: str | None = None,
    alias: str | None = None,
    concept: int = -1,
    identity: tuple[str, ...] = (),
) -> Node:
    return Node(
        key=iri,
        kind=kind,
        name=name,
        label=shorten(name) if label is None else label,
        x=0.0,
        y=0.0,
        radius=0.0,
        group=-1,
        papers=papers,
        alias=alias,
        concept=concept,
        identity=identity,
    )
