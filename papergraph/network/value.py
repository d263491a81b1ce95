"""A network as a plain value: a table of nodes, a table of edges, what it is and how it was made.

Everything that people receive of a network is made of this: networkx graphs, data frames, files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from papergraph import frames

if TYPE_CHECKING:
    import networkx as nx
    import pandas
    import polars

Columns = Mapping[str, Sequence[Any]]
Parameter = str | int | float | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Damped:
    """A concept that stands in so many papers that its weight was made smaller: ``weight`` instead of ``undamped``."""

    iri: str
    label: str
    papers: int
    weight: float
    undamped: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Network:
    """An undirected network. All columns of a table have the same length.

    Attributes:
        kind: ``coauthors``, ``papers``, ``authors``, ``methods``, ``paper-author`` …
        parameters: how it was made.
        nodes: columns; ``iri`` comes first and is unique and sorted.
        edges: columns; ``source`` and ``target`` come first, IRIs of nodes, one row per edge, in sorted order.
        damped: the concepts whose weight was made smaller because they are everywhere; most papers first.
    """

    kind: str
    parameters: Mapping[str, Parameter]
    nodes: Columns
    edges: Columns
    damped: tuple[Damped, ...] = ()

    def networkx(self) -> "nx.Graph[str]":
        """Return the network as networkx holds it: the other columns are attributes of nodes and edges."""
        import networkx as nx

        graph: nx.Graph[str] = nx.Graph()
        graph.graph.update(kind=self.kind, **self.parameters)
        names = list(self.nodes)[1:]
        for iri, *values in zip(*self.nodes.values(), strict=True):
            graph.add_node(iri, **dict(zip(names, values, strict=True)))
        names = list(self.edges)[2:]
        for source, target, *values in zip(*self.edges.values(), strict=True):
            graph.add_edge(source, target, **dict(zip(names, values, strict=True)))
        return graph

    def to_pandas(self, table: str = "edges") -> "pandas.DataFrame":
        """Return ``edges`` or ``nodes`` as a pandas DataFrame.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        return frames.to_pandas(self._table(table))

    def to_polars(self, table: str = "edges") -> "polars.DataFrame":
        """Return ``edges`` or ``nodes`` as a polars DataFrame.

        Raises:
            MissingExtraError: polars is not installed.
        """
        return frames.to_polars(self._table(table))

    def _table(self, name: str) -> Columns:
        return {"edges": self.edges, "nodes": self.nodes}[name]

    def _repr_html_(self) -> str:
        count = len(self.nodes["iri"])
        return frames.to_html(self.edges, caption=f"{self.kind}: {count:,} nodes, {len(self.edges['source']):,} edges")
