"""Networks as a table of nodes and a table of edges: CSV and Parquet."""

import csv
from io import BytesIO, StringIO
from typing import Any

from papergraph.errors import MissingExtraError
from papergraph.exports.networks.tables import Columns, Type, plain, type_of
from papergraph.exports.plain import one_line

# What a spreadsheet takes for the begin of a formula; those of East Asia, in full width, too.
_BEGINS_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_PARQUET = {Type.WHOLE: "int64", Type.NUMBER: "float64", Type.BOOLEAN: "bool_", Type.TEXT: "string"}


def to_csv(columns: Columns) -> bytes:
    """Return a table as CSV (UTF-8): ``iri`` is named ``id``, as Gephi wants it; lists are joined.

    A text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    types = {name: type_of(values) for name, values in columns.items()}
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow("id" if name == "iri" else name for name in columns)
    for row in zip(*columns.values(), strict=True):
        writer.writerow(_cell(value, type) for value, type in zip(row, types.values(), strict=True))
    return text.getvalue().encode()


def to_parquet(columns: Columns) -> bytes:
    """Return a table as Parquet; lists stay lists.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise MissingExtraError("pyarrow", "parquet") from None
    types = {name: type_of(values) for name, values in columns.items()}
    schema = [
        (name, pyarrow.list_(pyarrow.string()) if type is Type.LIST else getattr(pyarrow, _PARQUET[type])())
        for name, type in types.items()
    ]
    cells = {name: [_clean(value) for value in values] for name, values in columns.items()}
    content = BytesIO()
    parquet.write_table(pyarrow.table(cells, schema=pyarrow.schema(schema)), content)
    return content.getvalue()


def _cell(value: Any, type: Type) -> str:
    if value is None:
        return ""
    text = plain(value, type)
    is_text = type in (Type.TEXT, Type.LIST)
    return f"'{text}" if is_text and text.startswith(_BEGINS_FORMULA) else text


def _clean(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [one_line(str(item)) for item in value]
    return one_line(value) if isinstance(value, str) else value
