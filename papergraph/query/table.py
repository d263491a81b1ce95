"""Answers of queries as frozen values, and a table of them as plain aligned text."""

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from papergraph import frames
from papergraph.query.terms import Term, TermKind, readable
from papergraph.vocab import XSD

if TYPE_CHECKING:
    import pandas
    import polars

Row = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The answer of a SELECT: ``variables`` in the order of the SELECT, one cell per variable, None when unbound."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def records(self) -> list[dict[str, str | None]]:
        """Return each row as a dictionary of plain strings by variable."""
        return [
            {name: None if cell is None else cell.value for name, cell in zip(self.variables, row, strict=True)}
            for row in self.rows
        ]

    def to_pandas(self) -> "pandas.DataFrame":
        """Return the table as a pandas DataFrame of plain values: whole and decimal numbers as such, the rest as text.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        return frames.to_pandas(self._columns())

    def to_polars(self) -> "polars.DataFrame":
        """Return the table as a polars DataFrame; values as :meth:`to_pandas` has them.

        Raises:
            MissingExtraError: polars is not installed.
        """
        return frames.to_polars(self._columns())

    def _columns(self) -> dict[str, list[str | int | float | None]]:
        columns = zip(*self.rows, strict=True) if self.rows else ((),) * len(self.variables)
        return {name: _plain(column) for name, column in zip(self.variables, columns, strict=True)}

    def _repr_html_(self) -> str:
        return frames.to_html(self._columns(), caption=f"{len(self):,} row{'s' * (len(self) != 1)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Triples:
    """The answer of a CONSTRUCT or DESCRIBE: subject, predicate and object of each triple, sorted."""

    rows: tuple[tuple[Term, Term, Term], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Term, Term, Term]]:
        return iter(self.rows)


Answer = Table | bool | Triples


def table_from_json(body: bytes) -> Table:
    """Return the table of a document in the SPARQL 1.1 Query Results JSON Format."""
    data = json.loads(body)
    variables = tuple(data["head"]["vars"])
    rows = tuple(
        tuple(_term(binding[name]) if name in binding else None for name in variables)
        for binding in data["results"]["bindings"]
    )
    return Table(variables=variables, rows=rows)


_KINDS = {"uri": TermKind.IRI, "bnode": TermKind.BLANK, "literal": TermKind.LITERAL, "typed-literal": TermKind.LITERAL}


def _term(data: Mapping[str, Any]) -> Term:
    if data["type"] == "triple":
        parts = (ntriples(_term(data["value"][part])) for part in ("subject", "predicate", "object"))
        return Term(kind=TermKind.TRIPLE, value=f"<<( {' '.join(parts)} )>>")
    return Term(
        kind=_KINDS[data["type"]], value=data["value"], language=data.get("xml:lang"), datatype=data.get("datatype")
    )


def has_rows(body: bytes, format: str) -> bool:
    """Tell whether a table written as ``table``, ``csv``, ``tsv``, ``json`` or ``xml`` has any row."""
    if format == "json":
        return bool(json.loads(body)["results"]["bindings"])
    if format == "xml":
        return b"<result>" in body
    return body.count(b"\n") > (2 if format == "table" else 1)


_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def ntriples(term: Term) -> str:
    """Return the term in N-Triples."""
    if term.kind is TermKind.IRI:
        return f"<{term.value}>"
    if term.kind is TermKind.BLANK:
        return f"_:{term.value}"
    if term.kind is TermKind.TRIPLE:
        return term.value
    quoted = f'"{term.value.translate(_ESCAPES)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return f"{quoted}^^<{term.datatype}>" if term.datatype else quoted


# ---------------------------------------------------------------------------------------------------------------------
# As text


_GAP = "  "
_WHOLE = frozenset(XSD + name for name in ("integer", "long", "int"))
_NUMBERS = frozenset(XSD + name for name in ("integer", "decimal", "double", "float", "int", "long"))


def as_text(table: Table, *, prefixes: Mapping[str, str], widest: int | None = None) -> str:
    """Return the table as aligned lines: names, a rule, the rows; numbers to the right.

    Wide characters (Hangul) count two columns. What would command a terminal or break a line is shown escaped. With
    ``widest``, longer cells are cut to that many columns and end in ``…``.
    """
    cells = [[_fit(printable(readable(cell, prefixes)), widest) for cell in row] for row in table.rows]
    names = [printable(name) for name in table.variables]
    widths = [max(map(columns, column)) for column in zip(names, *cells, strict=True)]
    right = [_is_numeric(table, place) for place in range(len(names))]
    lines = [_line(row, widths, right) for row in [names, ["─" * width for width in widths], *cells]]
    return "\n".join(lines) + "\n"


def columns(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def printable(text: str) -> str:
    """Return ``text`` with control, format and separator characters escaped (``\\n``, ``\\u202e``), so that it stays
    on its line and commands no terminal. A backslash stays as it is."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(char if _is_harmless(char) else _escaped(char) for char in text)


def _is_harmless(char: str) -> bool:
    return char.isprintable() or char == "\N{NO-BREAK SPACE}" or char == "\N{IDEOGRAPHIC SPACE}"


def _escaped(char: str) -> str:
    if char in "\n\r\t":
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}[char]
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _columns_of(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0  # combining marks, and the vowels and finals that join a Hangul syllable
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _fit(text: str, widest: int | None) -> str:
    if widest is None or columns(text) <= widest:
        return text
    room, kept = widest - 1, []
    for char in text:
        room -= _columns_of(char)
        if room < 0:
            break
        kept.append(char)
    return "".join(kept) + "…"


def _plain(cells: Sequence[Term | None]) -> list[str | int | float | None]:
    """Return the values of a column: numbers when all of it are, else texts, for a frame's column has one type."""
    types = {cell.datatype for cell in cells if cell is not None}
    number = int if types <= _WHOLE else float if types <= _NUMBERS else str
    try:
        return [None if cell is None else number(cell.value) for cell in cells]
    except ValueError:
        return [None if cell is None else cell.value for cell in cells]  # a literal that its type does not allow


def _is_numeric(table: Table, place: int) -> bool:
    cells = [row[place] for row in table.rows]
    return any(cells) and all(cell is None or cell.datatype in _NUMBERS for cell in cells)


def _line(cells: list[str], widths: list[int], right: list[bool]) -> str:
    padded = []
    for cell, width, to_right in zip(cells, widths, right, strict=True):
        space = " " * (width - columns(cell))
        padded.append(space + cell if to_right else cell + space)
    return _GAP.join(padded).rstrip()
