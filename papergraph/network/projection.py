"""The one-mode projection of an incidence, on columns: which nodes share which things, and how strongly.

The arithmetic is one sparse product; networkx is what people receive, not what it runs on. Everything is sorted before
it is numbered, so the order of the input leaves no trace.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_CHUNK = 50_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Incidence:
    """Which node has which thing: ``matrix[i, j]`` is 1 when ``nodes[i]`` has ``things[j]``. Both are sorted."""

    nodes: tuple[str, ...]
    things: tuple[str, ...]
    matrix: Any  # scipy.sparse.csr_array of shape (nodes, things)

    def nodes_per_thing(self) -> NDArray[np.int64]:
        """Return how many nodes have each thing."""
        return np.asarray(self.matrix.sum(axis=0), dtype=np.int64).ravel()

    def things_per_node(self) -> NDArray[np.int64]:
        """Return how many things each node has."""
        return np.asarray(self.matrix.sum(axis=1), dtype=np.int64).ravel()

    def things_of(self, node: int) -> tuple[int, ...]:
        """Return the numbers of the things that ``node`` has, ascending."""
        row = slice(self.matrix.indptr[node], self.matrix.indptr[node + 1])
        return tuple(self.matrix.indices[row].tolist())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Projection:
    """The links between nodes that share a thing: one entry per link in each column, sorted by (first, second).

    ``first[k] < second[k]`` are numbers of nodes; ``count`` is how many things they share; ``weight`` the sum of the
    values of those things.
    """

    incidence: Incidence
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    count: NDArray[np.int64]
    weight: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.first)

    def keep(self, chosen: NDArray[Any]) -> "Projection":
        """Return the projection with only the ``chosen`` links (a mask, or ascending places)."""
        return replace(
            self,
            first=self.first[chosen],
            second=self.second[chosen],
            count=self.count[chosen],
            weight=self.weight[chosen],
        )

    def among(self, nodes: Iterable[int]) -> "Projection":
        """Return the projection with only the links whose two ends are both among ``nodes``."""
        inside = np.zeros(len(self.incidence.nodes), dtype=bool)
        inside[list(nodes)] = True
        return self.keep(inside[self.first] & inside[self.second])

    def strength(self) -> NDArray[np.float64]:
        """Return the sum of the weights of each node's links."""
        size = len(self.incidence.nodes)
        sums = np.bincount(self.first, self.weight, size) + np.bincount(self.second, self.weight, size)
        return sums.astype(np.float64)

    def degree(self) -> NDArray[np.int64]:
        """Return the number of links of each node."""
        size = len(self.incidence.nodes)
        return np.bincount(self.first, minlength=size) + np.bincount(self.second, minlength=size)

    def via(self) -> Iterator[tuple[int, ...]]:
        """Yield, for each link in turn, the numbers of the things that make it, ascending."""
        matrix = self.incidence.matrix
        for start in range(0, len(self), _CHUNK):
            chunk = slice(start, start + _CHUNK)
            both = matrix[self.first[chunk]].multiply(matrix[self.second[chunk]]).tocsr()
            both.sort_indices()
            for begin, end in zip(both.indptr[:-1], both.indptr[1:], strict=True):
                yield tuple(both.indices[begin:end].tolist())


def incidence(pairs: Iterable[tuple[str, str]], *, nodes: Iterable[str] = ()) -> Incidence:
    """Return the incidence of (node, thing) ``pairs``; a pair given twice counts once.

    ``nodes`` adds nodes that have no thing at all, so that they are not lost without a word.
    """
    distinct = set(pairs)
    node_names = tuple(sorted({node for node, _ in distinct}.union(nodes)))
    thing_names = tuple(sorted({thing for _, thing in distinct}))
    node_number = {name: number for number, name in enumerate(node_names)}
    thing_number = {name: number for number, name in enumerate(thing_names)}
    rows = np.fromiter((node_number[node] for node, _ in distinct), dtype=np.int64, count=len(distinct))
    columns = np.fromiter((thing_number[thing] for _, thing in distinct), dtype=np.int64, count=len(distinct))
    shape = (len(node_names), len(thing_names))
    matrix = sparse.csr_array((np.ones(len(distinct)), (rows, columns)), shape=shape)
    matrix.sort_indices()
    return Incidence(nodes=node_names, things=thing_names, matrix=matrix)


def project(had: Incidence, *, value: NDArray[np.float64]) -> Projection:
    """Return the links between nodes that share a thing whose ``value`` is above zero (one value per thing)."""
    useful = sparse.csr_array(had.matrix[:, np.flatnonzero(value > 0)])
    count = _above_diagonal(useful @ useful.T)
    weight = _above_diagonal((useful * value[value > 0]) @ useful.T)
    return Projection(
        incidence=had,
        first=count.row.astype(np.int64),
        second=count.col.astype(np.int64),
        count=np.rint(count.data).astype(np.int64),
        weight=weight.data.astype(np.float64),
    )


def _above_diagonal(product: Any) -> Any:
    # Both products of one incidence have the same pattern, so sorting alone lines their entries up.
    upper = sparse.triu(product, k=1, format="csr")
    upper.sort_indices()
    return upper.tocoo()
