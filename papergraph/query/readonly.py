"""What a query may do: read this graph, nothing else. Checked on tokens, before the query runs anywhere.

The engine accepts keywords that are glued to what follows or precedes (``SERVICEpg:x {…}``, ``1SERVICE<…>{…}``), so the
check looks for the keyword inside words too; in a valid query no other word holds it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from papergraph.errors import QueryError
from papergraph.query.lexer import Token, tokens

_UPDATES = frozenset({"insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy"})
_SERVICE = "service"
_HINT = "a query reads this graph only: SELECT, ASK, CONSTRUCT or DESCRIBE"
_VARIABLE = re.compile(r"[A-Za-z_]\w*")


def check_read_only(query: str) -> None:
    """Raise when ``query`` would change the graph or call another endpoint.

    Raises:
        QueryError: with the place (line and column, from 1) of the word that is refused.
    """
    found = list(tokens(query))
    declared = _declared_prefixes(found)
    for place, token in enumerate(found):
        word = token.text.lower()
        if token.kind == "word" and word in _UPDATES:
            raise QueryError(f"{token.text} is refused: updates are not possible, at {_at(query, token)}", hint=_HINT)
        if _calls_service(found, place, declared):
            raise QueryError(f"SERVICE is refused: no other endpoint is asked, at {_at(query, token)}", hint=_HINT)


def names_its_graphs(query: str) -> bool:
    """Tell whether ``query`` chooses its graphs itself (FROM, FROM NAMED), so that the union is not what it asks."""
    return any(token.kind == "word" and token.text.lower() == "from" for token in tokens(query))


def project(query: str, variables: Sequence[str]) -> tuple[str, int]:
    """Return the SELECT with ``variables`` added in front of what it selects, and how many had to be added.

    The engine binds a variable from outside only when it is selected. Values are never written into the text.

    Raises:
        QueryError: when it is no SELECT, or a name cannot be a variable.
    """
    for name in variables:
        if not _VARIABLE.fullmatch(name):
            raise QueryError(f"{name!r} cannot be the name of a variable")
    found = list(tokens(query))
    place = next((i for i, token in enumerate(found) if token.kind == "word" and token.text.lower() == "select"), None)
    if place is None:
        raise QueryError("only a SELECT takes bindings")
    while place + 1 < len(found) and found[place + 1].text.lower() in ("distinct", "reduced"):
        place += 1
    selected = _selected(found[place + 1 :])
    missing = [] if "*" in selected else [name for name in variables if name not in selected]
    at = found[place].end
    return query[:at] + "".join(f" ?{name}" for name in missing) + query[at:], len(missing)


def _selected(after_select: Sequence[Token]) -> set[str]:
    names: set[str] = set()
    depth = 0
    for token in after_select:
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if token.text == "{" or (token.kind == "word" and depth == 0):
            break
        if depth == 0 and token.kind == "variable":
            names.add(token.text[1:])
        elif depth == 0 and token.text == "*":
            names.add("*")
    return names


def _declared_prefixes(found: Sequence[Token]) -> set[str]:
    return {
        name.text.lower()
        for word, name in pairwise(found)
        if word.kind == "word" and word.text.lower() == "prefix" and name.kind == "name"
    }


def _calls_service(found: Sequence[Token], place: int, declared: set[str]) -> bool:
    token = found[place]
    if token.kind == "word":
        return _SERVICE in token.text.lower()
    prefix = token.text.partition(":")[0].lower()
    if token.kind != "name" or _SERVICE not in prefix:
        return False
    if f"{prefix}:" not in declared:
        return True  # no such prefix: the engine would read the keyword and a shorter name
    before = found[place - 1].text.lower() if place else ""
    after = found[place + 1].text if place + 1 < len(found) else ""
    return after == "{" and before != "graph"


def _at(query: str, token: Token) -> str:
    before = query[: token.start]
    return f"line {before.count(chr(10)) + 1}, column {token.start - before.rfind(chr(10))}"
