"""How the questions of this folder reach a graph, whatever it is kept in."""

from collections.abc import Mapping, Sequence
from typing import Protocol


class Select(Protocol):
    """Runs a SELECT of ours, with some variables bound to IRIs, and returns its rows as plain strings.

    A row has an IRI without brackets, a literal without its type or language (a date as ISO 8601), and ``None`` where a
    variable is unbound; its columns stand in the order of the SELECT.
    """

    def __call__(self, text: str, /, bindings: Mapping[str, str] = ...) -> Sequence[Sequence[str | None]]: ...
