"""Links between two sorts of nodes that stand in the same things: people and concepts in papers."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from papergraph.network.projection import Incidence, Projection


def project_between(stood: Incidence, *, other: NDArray[np.bool_], value: NDArray[np.float64]) -> Projection:
    """Return the links from the nodes of ``stood`` to the ``other`` ones among them, never within a sort.

    ``count`` is how many things the two share, ``weight`` that times the ``value`` of the other one.
    """
    both = sparse.coo_array(stood.matrix[~other] @ stood.matrix[other].T)
    ones, others = np.flatnonzero(~other)[both.row], np.flatnonzero(other)[both.col]
    first, second = np.minimum(ones, others), np.maximum(ones, others)
    order = np.lexsort((second, first))
    count = np.rint(both.data).astype(np.int64)[order]
    return Projection(
        incidence=stood, first=first[order], second=second[order], count=count, weight=count * value[others[order]]
    )
