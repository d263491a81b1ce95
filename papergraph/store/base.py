"""What every store offers, and the form in which an answer leaves the engine."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rdflib import Dataset

    from papergraph.model import Decision
    from papergraph.store.search import Hit

#: A row of plain strings: the value of an IRI or literal, None when unbound.
PlainRow = tuple[str | None, ...]


class AnswerKind(Enum):
    """What sort of answer a query has."""

    SOLUTIONS = "solutions"
    BOOLEAN = "boolean"
    TRIPLES = "triples"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawAnswer:
    """An answer as the engine wrote it: in the format asked for, or N-Triples when it is triples."""

    kind: AnswerKind
    body: bytes


class Store(Protocol):
    """One graph, open for reading. Nothing of the engine behind it gets out, except through ``rdflib``."""

    @property
    def base(self) -> str:
        """The base of the data IRIs."""
        ...

    def answer(self, query: str, *, format: str = "json", timeout: float | None = None) -> RawAnswer:
        """Run a query of a stranger, cut off from everything else, and stop it after ``timeout`` seconds.

        Raises:
            QueryError: the query is wrong, not allowed, or its answer too large.
            QueryTimeoutError: it took longer.
        """
        ...

    def rows(self, query: str, bindings: Mapping[str, str] | None = None) -> Sequence[PlainRow]:
        """Run a SELECT of our own, in this process and without a limit, with variables bound to IRIs.

        Raises:
            QueryError: the query is wrong, or a binding is no IRI.
        """
        ...

    def table(self, query: str) -> bytes:
        """Run a SELECT of our own as :meth:`rows` does; return its answer, terms whole, as SPARQL results in JSON.

        Raises:
            QueryError: the query is wrong.
        """
        ...

    def quads(self) -> Iterator[str]:
        """Yield all quads as N-Quads lines without line ends, sorted by code point."""
        ...

    def decisions(self) -> "tuple[Decision, ...]":
        """Return why names are one node, or are not.

        Raises:
            StoreError: the graph came without them, as RDF files do.
        """
        ...

    def search(self, expression: str, *, kind: str | None, limit: int) -> "list[Hit]":
        """Return the texts that fit an FTS5 expression best, at most ``limit``, of one kind or of any.

        Raises:
            StoreError: the store's index is gone, damaged, or of another version.
        """
        ...

    def rdflib(self) -> "Dataset":
        """Return the graph as a live rdflib Dataset whose default graph is the union. It cannot be written to."""
        ...

    def close(self) -> None:
        """Let go of what the store holds. A closed store answers nothing."""
        ...
