"""The full-text index of a generation: SQLite's FTS5 over titles, names, labels and the texts of sections.

It is filled from the quads as they pass by on their way into the graph, so that it holds what the graph holds. A part
of the graph that goes (a document, a paper, an author, a concept) takes its texts along.
"""

import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from papergraph import vocab
from papergraph.errors import StoreError
from papergraph.words import Word, neighbours, words

#: Under a new number old indexes are not asked any more.
FORMAT: Final = 2
#: What is taken in: whose, and whether it is the name that is shown.
_PREDICATES = {
    f"<{predicate}>": (kinds, preferred)
    for predicate, kinds, preferred in (
        (vocab.DCTERMS_TITLE, ("paper",), True),
        (vocab.DCTERMS_ALTERNATIVE, ("paper",), False),
        (vocab.FOAF_NAME, ("author",), True),
        (vocab.SKOS_PREF_LABEL, ("concept",), True),
        (vocab.SKOS_ALT_LABEL, ("author", "concept"), False),
        (vocab.PG_TEXT, ("section",), True),
    )
}
_SUPPORT = f"<{vocab.PG_SUPPORT}>"
_TITLE_SECTION = "/section/0"  # the title as listed, which is the paper's
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"\S*(?: (<[^>]*>))? \.')
_COUNT = re.compile(r"\d{1,18}", re.ASCII)
_ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(["\\nrtbf\']))')
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_SCHEMA = """
    CREATE TABLE text (id INTEGER PRIMARY KEY, part TEXT, iri TEXT, kind TEXT, preferred INTEGER, text TEXT);
    CREATE INDEX text_part ON text (part);
    CREATE TABLE support (part TEXT PRIMARY KEY, papers INTEGER);
    CREATE VIRTUAL TABLE entry USING fts5 (words, pairs, tokenize = 'unicode61 remove_diacritics 0');
"""
#: Each thing once, under the name that fits best. Of equals the preferred name and then the concept of more papers
#: come first: a name that one paper gave to something else does not hide what everybody means by it.
_FIND = """
    SELECT iri, kind, text, score FROM (
      SELECT *, ROW_NUMBER() OVER (PARTITION BY iri ORDER BY score DESC, preferred DESC, text) AS place FROM (
        SELECT iri, kind, text, preferred, COALESCE(papers, 0) AS papers,
          ROUND(-bm25(entry, 1.0, 0.5) * CASE kind WHEN 'section' THEN 1.0 ELSE 3.0 END, 9) AS score
        FROM entry JOIN text ON text.id = entry.rowid LEFT JOIN support ON support.part = text.iri
        WHERE entry MATCH :expression AND (:kind IS NULL OR kind = :kind)
        LIMIT -1
      )
    ) WHERE place = 1 ORDER BY score DESC, preferred DESC, papers DESC, iri LIMIT :limit
"""
_HINT = "build it again: papergraph build makes the index"
_MANY = 2_000  # rows that are written at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A text that was found: whose it is, of what kind, and how well it fits (greater is better)."""

    iri: str
    kind: str  # "paper", "author", "concept" or "section"
    text: str
    score: float


class IndexWriter:
    """Writes the index of a new generation, from nothing or from a copy of the one before."""

    def __init__(self, file: Path, *, base: str, old: Path | None = None) -> None:
        if old is not None:
            shutil.copyfile(old, file)
        self._connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self._base = base
        self._is_new = old is None
        self._rows: list[tuple[str, str, str, bool, str]] = []
        # What is not published is thrown away whole, so nothing needs a journal.
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute("BEGIN")
        if self._is_new:
            for statement in _SCHEMA.split(";"):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {FORMAT:d}")

    def drop(self, parts: Iterable[str]) -> None:
        """Take out the texts of parts, named by the IRI of their graph or of their subject."""
        for part in parts:
            ids = self._connection.execute("SELECT id FROM text WHERE part = ?", (part,)).fetchall()
            self._connection.executemany("DELETE FROM entry WHERE rowid = ?", ids)
            self._connection.execute("DELETE FROM text WHERE part = ?", (part,))
            self._connection.execute("DELETE FROM support WHERE part = ?", (part,))

    def tap(self, quads: Iterable[str]) -> Iterator[str]:
        """Yield the quads as they come, and take in what they say in words."""
        for line in quads:
            terms = line.split(" ", 2)
            if len(terms) == 3 and terms[1] in _PREDICATES:
                self._take(terms[0][1:-1], *_PREDICATES[terms[1]], terms[2])
            elif len(terms) == 3 and terms[1] == _SUPPORT:
                self._count(terms[0][1:-1], terms[2])
            yield line

    def finish(self) -> None:
        """Write what was taken in."""
        self._flush()
        if self._is_new:  # to merge all of an index again for one day takes longer than the day
            self._connection.execute("INSERT INTO entry (entry) VALUES ('optimize')")
        self._connection.execute("COMMIT")
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _take(self, subject: str, kinds: tuple[str, ...], preferred: bool, rest: str) -> None:
        kind = _kind(subject, self._base)
        literal = _LITERAL.match(rest) if kind in kinds else None
        if literal is None or subject.endswith(_TITLE_SECTION):
            return
        graph = (literal[2] or "")[1:-1]
        part = graph if graph.startswith(f"{self._base}digest/") else subject
        self._rows.append((part, subject, str(kind), preferred, _ESCAPE.sub(_unescaped, literal[1])))
        if len(self._rows) >= _MANY:
            self._flush()

    def _count(self, subject: str, rest: str) -> None:
        literal = _LITERAL.match(rest) if _kind(subject, self._base) == "concept" else None
        if literal is not None and _COUNT.fullmatch(literal[1]):
            self._connection.execute("INSERT OR REPLACE INTO support VALUES (?, ?)", (subject, int(literal[1])))

    def _flush(self) -> None:
        first = self._connection.execute("SELECT COALESCE(MAX(id), 0) + 1 FROM text").fetchone()[0]
        numbered = list(enumerate(self._rows, start=first))
        self._connection.executemany(
            "INSERT INTO text VALUES (?, ?, ?, ?, ?, ?)", ((number, *row) for number, row in numbered)
        )
        self._connection.executemany(
            "INSERT INTO entry (rowid, words, pairs) VALUES (?, ?, ?)",
            ((number, *_columns(list(words(row[4])))) for number, row in numbered),
        )
        self._rows = []


def is_whole(file: Path) -> bool:
    """Tell whether an index is there and of this format, so that it can be asked and built upon."""
    try:
        with closing(_opened(file)) as connection:
            found = connection.execute("PRAGMA user_version").fetchone()
            connection.execute("SELECT COUNT(*) FROM entry WHERE entry MATCH '\"a\"'").fetchone()
    except sqlite3.Error:
        return False
    return bool(found == (FORMAT,))


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def find(file: Path, expression: str, *, kind: str | None, limit: int) -> list[Hit]:
    """Return what fits an FTS5 ``expression`` best, each thing once: names and titles before texts.

    Raises:
        StoreError: there is no index, it is of another version, or it is damaged.
    """
    if not file.is_file():
        raise StoreError("the store has no index to search", hint=_HINT)
    values = {"expression": expression, "kind": kind, "limit": limit}
    try:
        with closing(_opened(file)) as connection:
            if connection.execute("PRAGMA user_version").fetchone() != (FORMAT,):
                raise StoreError("the index of the store is of another version of papergraph", hint=_HINT)
            return [
                Hit(iri=iri, kind=found, text=text, score=score)
                for iri, found, text, score in connection.execute(_FIND, values)
            ]
    except sqlite3.Error as error:
        raise StoreError(f"{file} cannot be searched: {error}", hint="build the graph again") from error


def _columns(found: list[Word]) -> tuple[str, str]:
    """Return the words, and each two neighbouring ones as one: ``SWE-bench`` is found as ``SWEbench``."""
    return " ".join(word.form for word in found), " ".join(word.form for word in neighbours(found))


def _kind(subject: str, base: str) -> str | None:
    folder = subject.removeprefix(base).partition("/")[0] if subject.startswith(base) else ""
    if folder == "digest":
        return "section" if "/section/" in subject else None
    return folder if folder in ("paper", "author", "concept") else None


def _unescaped(match: re.Match[str]) -> str:
    if code := match[1] or match[2]:
        return chr(int(code, 16))
    return _ESCAPED.get(match[3], match[3])
