"""The projection of what is shared by too many: only the strongest links of each node, in bounded memory.

A concept of ten thousand papers makes fifty million pairs. Here the sparse product is made for some rows at a time,
and of each row only the ``k`` strongest entries stay. A link stays when it is among the strongest of either end.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from papergraph.network.lots import lots
from papergraph.network.projection import Incidence, Projection

#: Entries of the product that are made at once; one node's row may be longer.
_BUDGET = 4_000_000
_CHUNK = 200_000


def project_strongest(
    had: Incidence, *, value: NDArray[np.float64], k: int, without: Incidence | None = None
) -> Projection:
    """Return the links that are among the ``k`` strongest of one of their ends; ties are broken by lot.

    ``value`` is one per thing, as in :func:`papergraph.network.projection.project`. Pairs that share
    anything in ``without``, which has the same nodes, are left out before the strongest are chosen.
    """
    useful = np.flatnonzero(value > 0)
    matrix = sparse.csr_array(had.matrix[:, useful])
    worth = sparse.csr_array(matrix * value[useful])
    across = sparse.csr_array(matrix.T)
    found = [np.zeros(0, dtype=np.int64)]
    weights = [np.zeros(0)]
    size = len(had.nodes)
    for begin, end in _blocks(matrix, *([] if without is None else [without.matrix])):
        block = sparse.csr_array(worth[begin:end] @ across)
        if without is not None:
            block = block - block.multiply((without.matrix[begin:end] @ without.matrix.T) > 0)
        row, column, weight = _strongest(block, k=k, begin=begin)
        found.append(np.minimum(row, column) * size + np.maximum(row, column))
        weights.append(weight)
    key, place = np.unique(np.concatenate(found), return_index=True)
    first, second = key // max(size, 1), key % max(size, 1)
    return Projection(
        incidence=had,
        first=first,
        second=second,
        count=_shared(matrix, first, second),
        weight=np.concatenate(weights)[place],
    )


def _blocks(*matrices: Any) -> Iterator[tuple[int, int]]:
    """Yield ranges of rows whose products, of each matrix with itself, have at most so many entries in all."""
    cost = np.cumsum(sum(matrix @ np.asarray(matrix.sum(axis=0)).ravel() for matrix in matrices))
    begin = 0
    while begin < len(cost):
        before = cost[begin - 1] if begin else 0.0
        end = max(int(np.searchsorted(cost, before + _BUDGET, side="right")), begin + 1)
        yield begin, end
        begin = end


def _strongest(block: Any, *, k: int, begin: int) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    row = np.repeat(np.arange(block.shape[0]), np.diff(block.indptr)) + begin
    column = block.indices.astype(np.int64)
    other = (row != column) & (block.data > 0)
    row, column, weight = row[other], column[other], block.data[other]
    # Sums of the same values in another order differ in the last digits; ties must not depend on that.
    rounded = np.round(weight, 9)
    chosen = np.ones(len(row), dtype=bool)
    edges = np.searchsorted(row, np.arange(begin, begin + block.shape[0] + 1)).tolist()
    for start, stop in pairwise(edges):
        if stop - start > k:
            chosen[start:stop] = _first(rounded[start:stop], k, node=int(row[start]), others=column[start:stop])
    return row[chosen], column[chosen], weight[chosen]


def _first(weight: NDArray[Any], k: int, *, node: int, others: NDArray[Any]) -> NDArray[np.bool_]:
    """Tell of each link of ``node`` whether it is among the ``k`` strongest; of equals the lower lots are."""
    place = len(weight) - k
    floor = np.partition(weight, place)[place]
    chosen: NDArray[np.bool_] = weight > floor
    tied = np.flatnonzero(weight == floor)
    left = k - int(np.count_nonzero(chosen))
    if left < len(tied):
        drawn = lots(np.minimum(node, others[tied]), np.maximum(node, others[tied]))
        tied = tied[np.argpartition(drawn, left - 1)[:left]]
    chosen[tied] = True
    return chosen


def _shared(matrix: Any, first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.int64]:
    counts = [np.zeros(0)]
    for start in range(0, len(first), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        counts.append(np.asarray(matrix[first[chunk]].multiply(matrix[second[chunk]]).sum(axis=1)).ravel())
    return np.rint(np.concatenate(counts)).astype(np.int64)
