"""Networks in the formats of other tools, written whole or not at all."""

from collections.abc import Callable
from pathlib import Path

from papergraph.errors import UnknownNameError
from papergraph.exports.networks.columns import to_csv, to_parquet
from papergraph.exports.networks.json import cytoscape, vosviewer
from papergraph.exports.networks.tables import Columns, Tables
from papergraph.exports.networks.text import gml, pajek
from papergraph.exports.networks.xml import gexf, graphml
from papergraph.writing import write_file

_ONE_FILE: dict[str, Callable[[Tables], str]] = {
    "cytoscape": cytoscape,
    "gexf": gexf,
    "gml": gml,
    "graphml": graphml,
    "pajek": pajek,
    "vosviewer": vosviewer,
}
_TWO_FILES: dict[str, Callable[[Columns], bytes]] = {"csv": to_csv, "parquet": to_parquet}
#: Every format a network can be written in.
FORMATS = tuple(sorted((*_ONE_FILE, *_TWO_FILES)))
_SUFFIXES = {
    "cyjs": "cytoscape",
    "net": "pajek",
    **{name: name for name in ("csv", "gexf", "gml", "graphml", "parquet")},
}


def write_network(network: Tables, path: Path, *, format: str | None = None) -> tuple[Path, ...]:
    """Write ``network`` and return the files: ``path``, or for ``csv`` and ``parquet`` a file each of nodes and edges
    (``FILE.nodes.csv``, ``FILE.edges.csv``).

    Args:
        network: its tables.
        path: the file.
        format: by default what its suffix says: .gexf, .graphml, .gml, .net (``pajek``), .cyjs (``cytoscape``), .csv
            or .parquet; ``vosviewer`` has to be named.

    Raises:
        UnknownNameError: nobody knows the format.
        MissingExtraError: ``parquet`` without pyarrow.
        StoreError: a file cannot be written. What was there stays.
    """
    name = _SUFFIXES.get(path.suffix.removeprefix(".").lower()) if format is None else format
    if name in _ONE_FILE:
        _write(path, _ONE_FILE[name](network).encode())
        return (path,)
    if name not in _TWO_FILES:
        raise UnknownNameError("format of networks", name or path.suffix or path.name, FORMATS)
    stem = path.stem if path.suffix.lower() == f".{name}" else path.name
    files = {
        path.with_name(f"{stem}.{part}.{name}"): _TWO_FILES[name](table)
        for part, table in (("nodes", network.nodes), ("edges", network.edges))
    }
    for file, content in files.items():
        _write(file, content)
    return tuple(files)


def _write(path: Path, content: bytes) -> None:
    write_file(path, lambda stream: stream.write(content))
