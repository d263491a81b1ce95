"""What the stores have in common: Oxigraph asked in this process, for queries and exports of our own."""

import re
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from papergraph.errors import QueryError
from papergraph.query.readonly import check_read_only, names_its_graphs, project
from papergraph.store.base import PlainRow
from papergraph.vocab import prefixes

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_LONGEST_MESSAGE = 200


def select_rows(store: ox.Store, query: str, bindings: Mapping[str, str] | None, *, base: str) -> list[PlainRow]:
    """Return the rows of a SELECT as plain strings, with some variables bound to IRIs.

    Raises:
        QueryError: the query is wrong, no SELECT, or not allowed, or a binding is no IRI.
    """
    text, added = project(query, tuple(bindings)) if bindings else (query, 0)
    values = {ox.Variable(name): _node(iri) for name, iri in (bindings or {}).items()}
    return [tuple(map(_plain, solution))[added:] for solution in _solutions(store, text, base, values)]


def select_table(store: ox.Store, query: str, *, base: str) -> bytes:
    """Return the answer of a SELECT in the SPARQL 1.1 Query Results JSON Format.

    Raises:
        QueryError: the query is wrong, no SELECT, or not allowed.
    """
    return _solutions(store, query, base, {}).serialize(format=ox.QueryResultsFormat.JSON) or b""


def _solutions(store: ox.Store, query: str, base: str, values: Mapping[ox.Variable, ox.NamedNode]) -> ox.QuerySolutions:
    check_read_only(query)
    try:
        solutions = store.query(
            query,
            prefixes=prefixes(base),
            use_default_graph_as_union=not names_its_graphs(query),
            substitutions=dict(values),
        )
    except SyntaxError as error:
        raise syntax_error(str(error)) from None
    if not isinstance(solutions, ox.QuerySolutions):
        raise QueryError("only a SELECT has rows")
    return solutions


def sorted_quads(store: ox.Store) -> Iterator[str]:
    """Yield the quads of ``store`` as N-Quads lines without line ends, sorted by code point."""
    lines = (store.dump(format=ox.RdfFormat.N_QUADS) or b"").split(b"\n")
    lines.sort()  # bytes of UTF-8 sort as code points do
    yield from (line.decode() for line in lines if line)


def syntax_error(message: str) -> QueryError:
    """Return the error for a query that the engine cannot parse, with line and column where it names them."""
    place = _PLACE.fullmatch(message)
    if place is None:
        return QueryError(f"the query is not SPARQL: {_one_line(message)}")
    line, column, expected = place.groups()
    if "Prefix not found" in expected:
        expected = "a prefix is used that nobody declared"
    return QueryError(f"the query is not SPARQL: line {line}, column {column}: {_one_line(expected)}")


def _one_line(message: str) -> str:
    text = " ".join(message.split())
    return text if len(text) <= _LONGEST_MESSAGE else text[: _LONGEST_MESSAGE - 1] + "…"


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError:
        raise QueryError(f"{iri!r} is no IRI") from None


def _plain(term: object) -> str | None:
    if term is None:
        return None
    return str(term) if isinstance(term, ox.Triple) else term.value  # type: ignore[attr-defined]
