"""Answers of a store as values or as text in one of the formats."""

import re

import pyoxigraph as ox

from papergraph.errors import UnknownNameError
from papergraph.query.table import Answer, Triples, as_text, ntriples, table_from_json
from papergraph.query.terms import Term, TermKind
from papergraph.store.base import AnswerKind, RawAnswer, Store
from papergraph.store.isolation import SOLUTION_FORMATS
from papergraph.vocab import XSD, prefixes

# Controls, and the signs that turn the direction of writing.
_COMMANDING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")

TRIPLE_FORMATS = ("nt", "ttl")
#: Every format an answer can be written in; ``table`` is for people.
FORMATS = ("csv", "json", "nt", "table", "tsv", "ttl", "xml")


def ask(store: Store, query: str, *, timeout: float | None) -> Answer:
    """Return the answer of a stranger's query as a value: a table, a boolean, or triples."""
    raw = store.answer(query, timeout=timeout)
    if raw.kind is AnswerKind.SOLUTIONS:
        return table_from_json(raw.body)
    if raw.kind is AnswerKind.BOOLEAN:
        return b"true" in raw.body
    found = (
        (_term(triple.subject), _term(triple.predicate), _term(triple.object))
        for triple in ox.parse(raw.body, format=ox.RdfFormat.N_TRIPLES)
    )
    return Triples(rows=tuple(sorted(set(found), key=lambda row: tuple(map(ntriples, row)))))


def written(store: Store, query: str, *, format: str | None = None, timeout: float | None = None) -> bytes:
    """Return the answer of a stranger's query in ``format``, encoded in UTF-8 and ending in a line end.

    Without a format, solutions and booleans are a ``table`` and triples are ``ttl``.

    Raises:
        UnknownNameError: nobody knows the format, or the answer is of a kind that has no such format.
    """
    if format is not None and format not in FORMATS:
        raise UnknownNameError("result format", format, FORMATS)
    engine_format = format if format in SOLUTION_FORMATS else "json"
    raw = store.answer(query, format=engine_format, timeout=timeout)
    if raw.kind is AnswerKind.TRIPLES:
        return _triples(raw, format or "ttl", base=store.base)
    if format in TRIPLE_FORMATS:
        raise UnknownNameError("format of solutions", format or "", (*SOLUTION_FORMATS, "table"))
    if format not in (None, "table"):
        return raw.body if raw.body.endswith(b"\n") else raw.body + b"\n"
    if raw.kind is AnswerKind.BOOLEAN:
        return b"true\n" if b"true" in raw.body else b"false\n"
    return as_text(table_from_json(raw.body), prefixes=prefixes(store.base)).encode()


def _triples(raw: RawAnswer, format: str, *, base: str) -> bytes:
    if format not in TRIPLE_FORMATS:
        raise UnknownNameError("format of triples", format, TRIPLE_FORMATS)
    lines = sorted(set(raw.body.splitlines(keepends=True)))
    body = b"".join(lines)
    if format == "nt":
        return _harmless(body)
    triples = ox.parse(body, format=ox.RdfFormat.N_TRIPLES)
    return _harmless(ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes(base)) or b"")


def _harmless(text: bytes) -> bytes:
    """Return N-Triples or Turtle that says the same and commands no terminal: such characters stand only in strings
    and IRIs, where an escape means the same."""
    return _COMMANDING.sub(lambda match: f"\\u{ord(match[0]):04X}", text.decode()).encode()


def _term(term: object) -> Term:
    match term:
        case ox.NamedNode():
            return Term(kind=TermKind.IRI, value=term.value)
        case ox.BlankNode():
            return Term(kind=TermKind.BLANK, value=term.value)
        case ox.Literal():
            plain = term.language is not None or term.datatype.value == XSD + "string"
            datatype = None if plain else term.datatype.value
            return Term(kind=TermKind.LITERAL, value=term.value, language=term.language, datatype=datatype)
        case _:
            return Term(kind=TermKind.TRIPLE, value=f"<<( {term} )>>")
