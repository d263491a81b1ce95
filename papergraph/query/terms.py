"""RDF terms as plain values, and how a person reads them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class TermKind(Enum):
    """What sort of term it is."""

    IRI = "iri"
    LITERAL = "literal"
    BLANK = "blank"
    TRIPLE = "triple"  # RDF 1.2; ``value`` is its N-Triples text


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One RDF term. ``datatype`` is None for plain strings and for strings with a language; ``str()`` is the value."""

    kind: TermKind
    value: str
    language: str | None = None
    datatype: str | None = None

    def __str__(self) -> str:
        return self.value


def shorten(iri: str, prefixes: Mapping[str, str]) -> str:
    """Return ``iri`` as ``prefix:rest`` by the longest namespace that fits, or in angle brackets.

    The rest may hold slashes (``paper:arxiv/2505.02214``): it is for reading, and for commands that take a name.
    """
    fitting = [(len(space), name, space) for name, space in prefixes.items() if iri.startswith(space) and iri != space]
    if not fitting:
        return f"<{iri}>"
    _, name, space = max(fitting)
    return f"{name}:{iri.removeprefix(space)}"


def readable(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """Return a term as a table shows it: an IRI shortened, a literal's value, nothing for an unbound variable."""
    if term is None:
        return ""
    if term.kind is TermKind.IRI:
        return shorten(term.value, prefixes)
    return f"_:{term.value}" if term.kind is TermKind.BLANK else term.value
