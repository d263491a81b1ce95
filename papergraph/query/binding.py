"""Values for the variables of a query, as SPARQL itself takes them: rows of data (VALUES), never words of the query.

What is sent to the engine is what ``--sparql`` prints, so it means the same to any other engine.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from papergraph.errors import QueryError
from papergraph.query.lexer import tokens
from papergraph.query.table import ntriples
from papergraph.query.terms import Term, TermKind

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")


@dataclass(slots=True, kw_only=True)
class _Scope:
    """One SELECT: how deep in braces it stands, where its pattern begins, and the variables that it names itself."""

    depth: int
    start: int = -1
    names: set[str] = field(default_factory=set)


def bind(query: str, values: Mapping[str, Term]) -> str:
    """Return the SELECT with each variable of ``values`` bound to its term.

    A variable means something only inside its own SELECT, so each SELECT, outer or inner, gets one line of VALUES for
    those of the variables that it names.

    Raises:
        QueryError: a term cannot be written, or no SELECT names the variable.
    """
    written = {name: written_term(term) for name, term in values.items()}
    scopes = _scopes(query)
    if lost := sorted(set(written).difference(*(scope.names for scope in scopes))):
        raise QueryError(f"the query has no variable ?{lost[0]}")
    text, end = [], 0
    for scope in sorted(scopes, key=lambda scope: scope.start):
        names = [name for name in written if name in scope.names]
        if names and scope.start >= 0:
            text += [query[end : scope.start], _line(names, written, depth=scope.depth + 1)]
            end = scope.start
    return "".join([*text, query[end:]])


def with_prefixes(query: str, prefixes: Mapping[str, str]) -> str:
    """Return the query with a PREFIX line for each prefix that it uses, so that it means the same anywhere."""
    used = {token.text.partition(":")[0] for token in tokens(query) if token.kind == "name"}
    lines = [f"PREFIX {name}: <{space}>\n" for name, space in sorted(prefixes.items()) if name in used]
    return "".join(lines) + query


def written_term(term: Term) -> str:
    """Return an IRI or literal as SPARQL writes it.

    Raises:
        QueryError: it is neither, or its IRI is relative or holds what no IRI may hold.
    """
    text = ntriples(term)
    found = list(tokens(text))
    kinds = [token.kind for token in found if token.text != "^"]
    whole = "".join(token.text for token in found) == text
    if whole and (
        (term.kind is TermKind.IRI and kinds == ["iri"] and _ABSOLUTE.match(term.value))
        or (term.kind is TermKind.LITERAL and kinds in (["string"], ["string", "language"], ["string", "iri"]))
    ):
        return text
    raise QueryError(f"{term.value!r} cannot be a value in a query")


def _scopes(query: str) -> list[_Scope]:
    done: list[_Scope] = []
    open_ones: list[_Scope] = []
    depth = 0
    for token in tokens(query):
        if token.kind == "word" and token.text.lower() == "select":
            open_ones.append(_Scope(depth=depth))
        elif token.text == "{":
            depth += 1
            if open_ones and open_ones[-1].start < 0:
                open_ones[-1].start = token.end
        elif token.text == "}":
            depth -= 1
            if open_ones and depth < open_ones[-1].depth:
                done.append(open_ones.pop())
        elif token.kind == "variable" and open_ones:
            open_ones[-1].names.add(token.text[1:])
    return [*done, *open_ones]


def _line(names: Iterable[str], written: Mapping[str, str], *, depth: int) -> str:
    variables = " ".join(f"?{name}" for name in names)
    terms = " ".join(written[name] for name in names)
    return f"\n{'  ' * depth}VALUES ({variables}) {{ ({terms}) }}"
