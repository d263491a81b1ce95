"""What the graph says of each thing as RDF, in Turtle and JSON-LD, made in one pass over its quads.

A description holds the statements about the thing and those that lead to it. A paper's has the whole of its listings:
sections with their text, mentions and results; that of a method or another concept its mentions and the results that
are about it; an author's the titles and days of the papers.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from sys import intern
from typing import Any

from papergraph import vocab

_Statements = dict[str, list[tuple[str, str]]]  # subject → (predicate, object), all as N-Triples writes them

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_RELATIVE = re.compile(r"[a-z]+/(?!/)(?:(?!\.{1,2}(?:/|$))[^/:?#<>]+(?:/|$))+")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_TYPE = f"<{vocab.RDF_TYPE}>"
_LEADS_HERE = frozenset(
    f"<{iri}>"
    for iri in (
        vocab.DCTERMS_CREATOR,
        vocab.PG_MENTIONS,
        vocab.PG_INTRODUCES,
        vocab.PG_USES,
        vocab.PG_COMPARES_WITH,
        vocab.PG_EVALUATES_ON,
        vocab.SKOS_BROADER,
    )
)
_SAYS_WHICH = (f"<{vocab.DCTERMS_TITLE}>", f"<{vocab.DCTERMS_DATE}>")
#: Which part belongs to which whole: a listing to its paper, a section to its listing, a mention to its section.
_BELONGS = frozenset(f"<{iri}>" for iri in (vocab.PG_PAPER_OF, vocab.DCTERMS_IS_PART_OF, vocab.PG_IN_SECTION))
#: What a mention or a result is about.
_ABOUT = frozenset(
    f"<{iri}>"
    for iri in (
        vocab.PG_MENTION_OF,
        vocab.PG_SYSTEM,
        vocab.PG_METRIC_OF,
        vocab.PG_DATASET_OF,
        vocab.PG_BASELINE,
    )
)
_REPORTS = f"<{vocab.PG_REPORTS}>"


class Descriptions:
    """The quads of a graph, by what they are about."""

    def __init__(self, quads: Iterable[str], *, base: str) -> None:
        self._prefixes = vocab.prefixes(base)
        self._base = base
        self._said: _Statements = {}
        self._leading: _Statements = defaultdict(list)  # object → (subject, predicate)
        self._parts: dict[str, list[str]] = defaultdict(list)
        self._about: dict[str, list[str]] = defaultdict(list)
        self._terms: dict[str, str] = {}
        for subject, predicate, value in map(_split, quads):
            said = self._said.setdefault(subject, [])
            if said and said[-1] == (predicate, value):  # another graph says it too; quads come sorted
                continue
            said.append((predicate, value))
            if predicate in _LEADS_HERE:
                self._leading[value].append((subject, predicate))
            elif predicate in _BELONGS:
                self._parts[value].append(subject)
            elif predicate in _ABOUT:
                self._about[value].append(subject)

    def of(self, iri: str, *, kind: str) -> _Statements:
        """Return the description of the thing ``iri``: a ``paper``, an ``author`` or a class of concepts."""
        term = f"<{iri}>"
        found: _Statements = {}
        self._add(found, term)
        if kind == "paper":
            for _, result in [one for one in self._said.get(term, ()) if one[0] == _REPORTS]:
                self._add(found, result)
            self._add_parts(found, term)
        for subject, predicate in self._leading.get(term, ()):
            said = [(name, value) for name, value in self._said[subject] if name in _SAYS_WHICH]
            found.setdefault(subject, []).extend([(predicate, term), *said])
        for part in self._about.get(term, ()):
            self._add(found, part)
        return {subject: sorted(set(said)) for subject, said in found.items()}

    def turtle(self, statements: _Statements) -> str:
        """Return statements as Turtle."""
        body = "".join(self._block(subject, statements[subject]) for subject in statements)
        used = [name for name in self._prefixes if any(f"{before}{name}:" in body for before in (" ", "\n", "^"))]
        lines = [f"@prefix {name}: <{self._prefixes[name]}> .\n" for name in used]
        return f"@base <{self._base}> .\n{''.join(lines)}{body}"

    def json_ld(self, statements: _Statements) -> str:
        """Return statements as JSON-LD with the context inline: nothing is fetched to read it."""
        nodes = [self._node(subject, said) for subject, said in statements.items()]
        text = json.dumps(nodes, ensure_ascii=False, separators=(",", ":"))
        context = {"@base": self._base} | {name: space for name, space in self._prefixes.items() if f'"{name}:' in text}
        head = json.dumps(context, ensure_ascii=False, separators=(",", ":"))
        # Whoever puts it into a page must not end the script by a title.
        return f'{{"@context":{head},\n"@graph":{text}}}\n'.replace("<", "\\u003c").replace("&", "\\u0026")

    def _add(self, found: _Statements, subject: str) -> None:
        if subject in self._said:
            found.setdefault(subject, []).extend(self._said[subject])

    def _add_parts(self, found: _Statements, whole: str) -> None:
        for part in self._parts.get(whole, ()):
            if part not in found:
                self._add(found, part)
                self._add_parts(found, part)

    def _block(self, subject: str, said: list[tuple[str, str]]) -> str:
        parts: dict[str, list[str]] = {}
        for predicate, value in said:
            parts.setdefault(predicate, []).append(self._term(value))
        lines = (
            f"{'a' if predicate == _TYPE else self._term(predicate)} {', '.join(values)}"
            for predicate, values in parts.items()
        )
        return f"\n{self._term(subject)} {f' ;{_INDENT}'.join(lines)} .\n"

    def _term(self, term: str) -> str:
        if (known := self._terms.get(term)) is not None:
            return known
        if term[0] == "<":
            written = self._terms[term] = self._short(term[1:-1]) or term
            return written
        quoted, mark, datatype = term.rpartition("^^")
        return f"{quoted}^^{self._term(datatype)}" if mark and datatype[-1] == ">" else term

    def _short(self, iri: str) -> str | None:
        if (name := self._prefixed(iri)) is not None:
            return name
        rest = iri.removeprefix(self._base)
        relative = self._base.endswith("/") and rest != iri and _RELATIVE.fullmatch(rest)
        return f"<{rest}>" if relative else None

    def _prefixed(self, iri: str) -> str | None:
        for name, space in self._prefixes.items():
            if iri.startswith(space) and _LOCAL.fullmatch(iri[len(space) :]):
                return f"{name}:{iri[len(space) :]}"
        return None

    def _node(self, subject: str, said: list[tuple[str, str]]) -> dict[str, Any]:
        node: dict[str, Any] = {"@id": self._id(subject)}
        for predicate, value in said:
            if predicate == _TYPE:
                node.setdefault("@type", []).append(self._id(value))
            else:
                node.setdefault(self._id(predicate), []).append(self._value(value))
        return node

    def _id(self, term: str) -> str:
        short = self._term(term)
        return _unescaped(short[1:-1] if short[0] == "<" else short)

    def _value(self, term: str) -> Mapping[str, str] | str:
        if term[0] != '"':
            return {"@id": self._id(term)}
        lexical, _, suffix = term[1:].rpartition('"')
        if suffix.startswith("@"):
            return {"@value": _unescaped(lexical), "@language": suffix[1:]}
        if suffix:
            return {"@value": _unescaped(lexical), "@type": self._id(suffix[2:])}
        return _unescaped(lexical)


_INDENT = "\n  "


def _split(quad: str) -> tuple[str, str, str]:
    subject, predicate, rest = quad.split(" ", 2)
    subject, predicate = intern(subject), intern(predicate)  # they come again and again
    if rest[0] != '"':
        return subject, predicate, intern(rest.partition(" ")[0])
    end = rest.rindex('"') + 1  # the name of a graph has no quotation mark
    return subject, predicate, rest[:end] + rest[end:].partition(" ")[0]


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    four, eight, letter = match.groups()
    return chr(int(four or eight, 16)) if letter is None else _SHORT.get(letter, letter)
