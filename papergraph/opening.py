"""From a path to a graph: a store folder, or an RDF file."""

import os
from pathlib import Path

from papergraph.errors import StoreError, StoreNotFoundError
from papergraph.graph import Graph
from papergraph.store.base import Store
from papergraph.store.embedded import exists, open_previous, open_store
from papergraph.store.files import open_file
from papergraph.vocab import DEFAULT_STORE, STORE_VARIABLE


def open(source: str | os.PathLike[str] | None = None, *, previous: bool = False) -> Graph:
    """Open a graph for reading.

    Args:
        source: a store folder, or an RDF file (.ttl, .nt, .nq, .trig, .jsonld or .rdf, each also .gz); by default what
            the environment variable PAPERGRAPH_STORE names, or ``papergraph.store``.
        previous: open the store folder as it was before its last build.

    Raises:
        StoreNotFoundError: there is no graph.
        StoreError: it cannot be opened.
        InputError: the file is not RDF.
    """
    return Graph(store_at(source, previous=previous))


def store_at(source: str | os.PathLike[str] | None = None, *, previous: bool = False) -> Store:
    """Return the store behind a graph, open for reading; arguments and errors as :func:`open` has them."""
    path = Path(source if source is not None else os.environ.get(STORE_VARIABLE) or DEFAULT_STORE)
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except (OSError, RuntimeError) as error:  # RuntimeError: links that make a loop
        raise StoreError(f"{path} cannot be opened: {getattr(error, 'strerror', None) or error}") from error
    if is_folder and not exists(path):
        raise StoreNotFoundError(f"there is no graph in {path}", hint=_how_to_build(path))
    if is_folder:
        return open_previous(path) if previous else open_store(path)
    if is_there and previous:
        raise StoreNotFoundError(f"{path} is a file and remembers no build", hint="a store folder does")
    if is_there:
        return open_file(path)
    raise StoreNotFoundError(f"there is no graph at {path}", hint=_how_to_build(path))


def _how_to_build(path: Path) -> str:
    return f"make one with: papergraph build PATH… --store {path}"
