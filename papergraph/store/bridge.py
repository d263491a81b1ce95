"""The graph as rdflib sees it: live, through oxrdflib, and read-only."""

from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

import pyoxigraph as ox
from oxrdflib.store import OxigraphStore
from rdflib import Dataset
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Identifier

from papergraph.errors import StoreError
from papergraph.query.readonly import check_read_only
from papergraph.vocab import prefixes


class _ReadOnlyStore(OxigraphStore):
    """oxrdflib's store without its writing half, and with the check of queries that all our stores have."""

    def query(
        self,
        query: Query | str,
        initNs: Mapping[str, Any],
        initBindings: Mapping[str, Identifier],
        queryGraph: str,
        **kwargs: object,
    ) -> Result:
        if isinstance(query, str):
            check_read_only(query)
        return super().query(query, initNs, initBindings, queryGraph, **kwargs)

    def add(self, *_: object, **__: object) -> NoReturn:
        self._refuse()

    def addN(self, quads: Iterable[object]) -> NoReturn:
        self._refuse()

    def remove(self, *_: object, **__: object) -> NoReturn:
        self._refuse()

    def update(self, *_: object, **__: object) -> NoReturn:
        self._refuse()

    def add_graph(self, graph: object) -> None:
        """Do nothing: rdflib announces a graph whenever one is looked at."""

    def remove_graph(self, graph: object) -> NoReturn:
        self._refuse()

    def _refuse(self) -> NoReturn:
        raise StoreError("the graph is read-only", hint="copy what you need into an rdflib Graph of your own")


def dataset(store: ox.Store, *, base: str) -> Dataset:
    """Return an rdflib Dataset over ``store``: its default graph is the union, all our prefixes are bound."""
    backend = _ReadOnlyStore(store=store)
    found = Dataset(store=backend, default_union=True)
    for prefix, namespace in prefixes(base).items():
        found.bind(prefix, namespace, replace=True)
    return found
