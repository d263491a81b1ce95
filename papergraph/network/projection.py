"""The one-mode projection of an incidence, on columns: which nodes share which things, and how strongly.

The arithmetic runs on columns; networkx is what people receive. Everything is sorted before it is numbered, so the
order of the input leaves no trace.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_CHUNK = 50_000
_MOST_PAIRS = 40_000_000  # in memory at once: 32 bytes each while they are sorted


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
    node_number: dict[str, int] = {}
    thing_number: dict[str, int] = {}
    rows, columns = array("q"), array("q")
    for node, thing in pairs:
        rows.append(node_number.setdefault(node, len(node_number)))
        columns.append(thing_number.setdefault(thing, len(thing_number)))
    for node in nodes:
        node_number.setdefault(node, len(node_number))
    node_names, row_of = _sorted(node_number)
    thing_names, column_of = _sorted(thing_number)
    places = (row_of[np.frombuffer(rows, dtype=np.int64)], column_of[np.frombuffer(columns, dtype=np.int64)])
    matrix = sparse.csr_array((np.ones(len(rows)), places), shape=(len(node_names), len(thing_names)))
    matrix.sum_duplicates()
    matrix.data[:] = 1.0
    return Incidence(nodes=node_names, things=thing_names, matrix=matrix)


def project(had: Incidence, *, value: NDArray[np.float64]) -> Projection:
    """Return the links between nodes that share a thing whose ``value`` is above zero (one value per thing).

    Every pair of every thing is written down as one number, and sorting brings equal pairs together: that costs less
    than a sparse product, which makes each pair twice. A product it is when there are too many pairs for that.
    """
    useful = np.flatnonzero(value > 0)
    columns = had.matrix[:, useful].tocsc()
    columns.sort_indices()
    size = np.diff(columns.indptr)
    bits = 2 * len(had.nodes).bit_length() + len(useful).bit_length()
    if bits > 63 or int((size.astype(np.float64) * (size - 1) / 2).sum()) > _MOST_PAIRS:
        return _product(had, useful, value)
    return _sorted_pairs(had, columns, value[useful])


def _sorted_pairs(had: Incidence, columns: Any, value: NDArray[np.float64]) -> Projection:
    first, second, thing = _pairs(columns.indptr.astype(np.int64), columns.indices.astype(np.int64))
    node_bits, thing_bits = len(had.nodes).bit_length(), len(value).bit_length()
    key = (((first << node_bits) | second) << thing_bits) | thing
    key.sort()
    pair = key >> thing_bits
    begin = np.flatnonzero(np.diff(pair, prepend=-1))
    worth = value[key & ((1 << thing_bits) - 1)]
    return Projection(
        incidence=had,
        first=pair[begin] >> node_bits,
        second=pair[begin] & ((1 << node_bits) - 1),
        count=np.diff(begin, append=len(key)).astype(np.int64),
        weight=np.add.reduceat(worth, begin) if len(begin) else np.zeros(0),
    )


def _pairs(
    indptr: NDArray[np.int64], member: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return each pair of the ``member`` entries of each column, ascending, with the number of its column."""
    column = np.repeat(np.arange(len(indptr) - 1), np.diff(indptr))
    later = indptr[1:][column] - np.arange(len(member)) - 1  # members after this one in its column
    left = np.repeat(np.arange(len(member)), later)
    begin = np.cumsum(later) - later
    right = left + 1 + np.arange(len(left)) - begin[left]
    return member[left], member[right], column[left]


def _product(had: Incidence, useful: NDArray[np.int64], value: NDArray[np.float64]) -> Projection:
    matrix = sparse.csr_array(had.matrix[:, useful])
    # Real part: how many are shared; imaginary part: what they are worth. One product instead of two.
    both = sparse.triu((matrix * (1 + 1j * value[useful])) @ matrix.T, k=1, format="csr")
    both.sort_indices()
    links = both.tocoo()
    return Projection(
        incidence=had,
        first=links.row.astype(np.int64),
        second=links.col.astype(np.int64),
        count=np.rint(links.data.real).astype(np.int64),
        weight=np.ascontiguousarray(links.data.imag),
    )


def _sorted(numbers: Mapping[str, int]) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """Return the names in order, and the place of each that was numbered as it came."""
    names = sorted(numbers)
    place = np.empty(len(names), dtype=np.int64)
    place[np.fromiter((numbers[name] for name in names), dtype=np.int64, count=len(names))] = np.arange(len(names))
    return tuple(names), place
