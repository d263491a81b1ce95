"""From a graph's path to a site of it."""

import os
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from papergraph.opening import store_at
from papergraph.site.writing import Site, write_pages


def write_site(
    source: str | os.PathLike[str] | None,
    folder: str | os.PathLike[str],
    *,
    progress: Callable[[str, int, int], None] = lambda step, done, total: None,
) -> Site:
    """Write a graph as a static web site, whole or not at all: pages that need no server and no network.

    Args:
        source: a store folder or an RDF file, as :func:`papergraph.open` takes it.
        folder: where the site will be. An earlier site there is replaced, and what others put beside it stays.
        progress: is told (step, done, total).

    Raises:
        StoreNotFoundError: there is no graph.
        StoreError: the graph cannot be read; or the folder cannot be written, or holds files but no site.
        InputError: the file is not RDF.
    """
    store = store_at(source)
    try:
        return write_pages(store, Path(folder), version=version("papergraph"), progress=progress)
    finally:
        store.close()
