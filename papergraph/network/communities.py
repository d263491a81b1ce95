"""Groups of nodes that hold together: Leiden's method with a fixed seed on one thread, the largest group first.

Traag, Waltman and van Eck 2019, maximising modularity. Numbers, not names, are what it sees, in sorted order: the same
network gets the same groups in every process.
"""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse


def communities(
    size: int, *, first: NDArray[np.int64], second: NDArray[np.int64], weight: NDArray[np.float64], seed: int = 7
) -> NDArray[np.int64]:
    """Return the community of each of ``size`` nodes, numbered from 0 by falling size; a node without links gets −1.

    Links are columns of node numbers, each link once.
    """
    group_of = np.full(size, -1, dtype=np.int64)
    linked, ends = np.unique(np.concatenate([first, second]), return_inverse=True)
    if len(linked) == 0:
        return group_of
    from graspologic_native import leiden_csr

    one, other = ends[: len(first)], ends[len(first) :]
    both = (np.concatenate([one, other]), np.concatenate([other, one]))
    matrix = sparse.csr_array((np.concatenate([weight, weight]), both), shape=(len(linked), len(linked)))
    matrix.sort_indices()
    _, found = leiden_csr(
        matrix.indptr.astype(np.int64),
        matrix.indices.astype(np.int32),
        matrix.data.astype(np.float64),
        len(linked),
        seed=seed,
    )
    raw = np.fromiter((found[number] for number in range(len(linked))), dtype=np.int64, count=len(linked))
    group_of[linked] = _by_size(raw)
    return group_of


def _by_size(raw: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number groups from 0 by falling size, equal ones by their first member."""
    _, begin, group, size = np.unique(raw, return_index=True, return_inverse=True, return_counts=True)
    number = np.empty(len(size), dtype=np.int64)
    number[np.lexsort((begin, -size))] = np.arange(len(size))
    return number[group]
