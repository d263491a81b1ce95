"""Columns as data frames and as a table of a notebook: for answers of queries and for networks alike.

pandas and polars are optional: the extra is named ``dataframes``.
"""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any

from papergraph.errors import MissingExtraError

if TYPE_CHECKING:
    import pandas
    import polars

Columns = Mapping[str, Sequence[Any]]
_EXTRA = "dataframes"
_MOST_ROWS = 20
_MOST_CHARACTERS = 80


def to_pandas(columns: Columns) -> "pandas.DataFrame":
    """Return the columns as a pandas DataFrame.

    Raises:
        MissingExtraError: pandas is not installed.
    """
    try:
        import pandas
    except ImportError:
        raise MissingExtraError("pandas", _EXTRA) from None
    return pandas.DataFrame({name: list(values) for name, values in columns.items()})


def to_polars(columns: Columns) -> "polars.DataFrame":
    """Return the columns as a polars DataFrame; tuples become lists.

    Raises:
        MissingExtraError: polars is not installed.
    """
    try:
        import polars
    except ImportError:
        raise MissingExtraError("polars", _EXTRA) from None
    return polars.DataFrame({name: [_plain(value) for value in values] for name, values in columns.items()})


def to_html(columns: Columns, *, caption: str) -> str:
    """Return the first rows as an HTML table, every text in it escaped, and how many rows there are."""
    rows = list(islice(zip(*columns.values(), strict=True), _MOST_ROWS))
    total = max((len(values) for values in columns.values()), default=0)
    more = f"; {len(rows):,} of {total:,} rows" if total > len(rows) else ""
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(f"<tr>{''.join(f'<td>{escape(_shown(cell))}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f"<table><caption>{escape(caption + more)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4g}"
    text = ", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
    return text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 1]}…"
