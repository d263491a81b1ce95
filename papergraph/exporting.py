"""From a graph to the files of other tools: what is wanted, by name; the rows; the writer; the disk."""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from papergraph.errors import QueryError, StoreError, UnknownNameError, UsageError
from papergraph.exports.bibtex import bibtex
from papergraph.exports.csl import csl_json
from papergraph.exports.folder import write_folder
from papergraph.exports.neo4j import neo4j
from papergraph.exports.notes import notes
from papergraph.exports.rows import Contents, quotes, read
from papergraph.exports.schema_org import apart, together
from papergraph.exports.selection import Selection, chosen
from papergraph.exports.void import void
from papergraph.model import ConceptClass
from papergraph.query.days import check_period
from papergraph.query.table import Table
from papergraph.query.terms import TermKind
from papergraph.query.things import EVERYTHING, find
from papergraph.store import answers
from papergraph.store import export as rdf
from papergraph.store.base import Store
from papergraph.vocab import PG_AUTHOR, PG_PAPER
from papergraph.writing import write_file

#: Formats of a selection of papers. Where a folder is written, it has several files.
OF_PAPERS = ("bibtex", "csl-json", "neo4j", "notes", "schema-org")
#: Every format of an export.
FORMATS = tuple(sorted((*rdf.FORMATS, *OF_PAPERS, "void")))
CLASSES = {f"{cls.value.lower()}s": cls for cls in ConceptClass}
USUAL_CLASSES = ("methods", "models", "datasets")
_SUFFIXES = {"bib": "bibtex", **{format: format for format in rdf.FORMATS}}
_FOLDERS = ("neo4j", "notes")
_CONCEPTS = tuple(cls for cls in EVERYTHING if cls not in (PG_AUTHOR, PG_PAPER))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a user wants exported, by name: see :meth:`papergraph.Graph.export`."""

    methods: Collection[str] = ()
    authors: Collection[str] = ()
    papers: Collection[str] = ()
    since: str | None = None
    until: str | None = None
    query: str | None = None
    classes: Collection[str] = USUAL_CLASSES


def export(store: Store, path: str, *, format: str | None, wanted: Wanted) -> int:
    """Write what is wanted of the graph into ``path`` and return how many papers that is.

    RDF and VoID are of the whole graph; of those it returns the number of statements.
    """
    name = format_of(path, format)
    if name not in OF_PAPERS and replace(wanted, classes=()) != Wanted(classes=()):
        raise UsageError(f"{name} is written of the whole graph", hint=f"a selection goes into {', '.join(OF_PAPERS)}")
    if name in rdf.FORMATS:
        return rdf.write(store, _stdout(), format=name) if path == "-" else rdf.export(store, Path(path), format=name)
    if name == "void":
        text, statements = void(store.rows, base=store.base)
        _write(path, text)
        return statements
    contents = read(store.rows, base=store.base)
    papers = chosen(contents, _selection(store, contents, wanted))
    if name in _FOLDERS or (name == "schema-org" and _is_folder(path)):
        _check_folder(path, name)
        write_folder(Path(path), _files(store, contents, papers, name, wanted), format=name)
    else:
        _write(path, _TEXTS[name](contents.of(papers)))
    return len(papers)


def format_of(path: str, format: str | None) -> str:
    """Return the format: the one that is named, else what the suffix of ``path`` says.

    Raises:
        UsageError: standard output has no suffix.
        UnknownNameError: nobody knows the format.
    """
    if format is None and path == "-":
        raise UsageError("a stream has no suffix that tells the format", hint=f"name it: {', '.join(FORMATS)}")
    suffix = Path(path).suffix.removeprefix(".").lower()
    name = _SUFFIXES.get(suffix) if format is None else format
    if name not in FORMATS:
        raise UnknownNameError("export format", name or suffix, FORMATS)
    return name


_TEXTS: dict[str, Callable[[Contents], str]] = {
    "bibtex": lambda contents: bibtex(contents.papers),
    "csl-json": lambda contents: csl_json(contents.papers),
    "schema-org": together,
}


def _files(store: Store, contents: Contents, papers: Collection[str], name: str, wanted: Wanted) -> dict[str, bytes]:
    if name == "notes":
        classes = frozenset(_class(cls) for cls in wanted.classes)
        return notes(contents, papers, quotes=quotes(store.rows, papers), classes=classes)
    return (neo4j if name == "neo4j" else apart)(contents.of(papers))


def _class(name: str) -> ConceptClass:
    if name not in CLASSES:
        raise UnknownNameError("class of concepts", name, tuple(CLASSES))
    return CLASSES[name]


def _selection(store: Store, contents: Contents, wanted: Wanted) -> Selection:
    check_period(wanted.since, wanted.until)
    known = {paper.iri for paper in contents.papers}
    ids = {key: p.iri for p in contents.papers for key in (p.id.local, f"{p.id.scheme}:{p.id.local}", p.iri)}
    return Selection(
        concepts=_found(store, wanted.methods, among=_CONCEPTS) if wanted.methods else None,
        authors=_found(store, wanted.authors, among=(PG_AUTHOR,)) if wanted.authors else None,
        # A list of ids is looked up here, for what finds a name in any spelling reads all names each time.
        papers=(
            {ids[name] for name in wanted.papers if name in ids}
            | _found(store, [name for name in wanted.papers if name not in ids], among=(PG_PAPER,))
        )
        if wanted.papers
        else None,
        answer=None if wanted.query is None else _answer(store, wanted.query, known),
        since=wanted.since,
        until=wanted.until,
    )


def _found(store: Store, names: Iterable[str], *, among: Sequence[str]) -> set[str]:
    return {find(name, select=store.rows, base=store.base, among=among).iri for name in names}


def _answer(store: Store, query: str, papers: Collection[str]) -> set[str]:
    table = answers.ask(store, query, timeout=60.0)
    if not isinstance(table, Table) or not table.variables:
        raise QueryError("the query selects nothing", hint="SELECT with the papers in the first column")
    found = {row[0].value for row in table if row[0] is not None and row[0].kind is TermKind.IRI}
    strange = sorted(found.difference(papers)) or [
        row[0].value for row in table if row[0] and row[0].value not in found
    ]
    if strange:
        raise QueryError(f"{strange[0]!r} is no paper", hint="SELECT with the papers in the first column")
    return found


def _is_folder(path: str) -> bool:
    if path == "-":
        return False
    place = Path(path)
    return place.is_dir() or path.endswith(os.sep) or (not place.exists() and not place.suffix)


def _check_folder(path: str, name: str) -> None:
    if path == "-":
        raise UsageError(f"{name} is a folder of files, which standard output cannot take", hint="-o FOLDER")


def _write(path: str, text: str) -> None:
    content = text.encode(errors="replace")
    if path == "-":
        stream = _stdout()
        stream.write(content)
        stream.flush()
    else:
        write_file(Path(path), lambda stream: stream.write(content))


def _stdout() -> BinaryIO:
    if sys.stdout is None:
        raise StoreError("there is no standard output", hint="name a file instead of -")
    return sys.stdout.buffer
