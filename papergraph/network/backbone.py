"""Which links to draw when there are too many: a threshold first, then the strongest, and each node's own strongest.

Ties are broken by a number that is mixed from the two ends. It depends on nothing else, so a cut is the same whatever
order the input had; and it favours nobody: if the first in the alphabet won each tie, the cut of a paper of two
hundred authors would make that author a hub.
"""

import numpy as np
from numpy.typing import NDArray

from papergraph.network.projection import Projection


def backbone(projection: Projection, *, at_most: int, at_least: float = 0.0) -> Projection:
    """Return the links of weight ``at_least`` or more, cut to the ``at_most`` strongest.

    The strongest link of each node goes before all others, so that the cut leaves no linked node alone unless there
    are more such links than ``at_most``.
    """
    heavy = projection.keep(projection.weight >= at_least)
    if len(heavy) <= at_most:
        return heavy
    own = _own_strongest(heavy)
    ranked = np.lexsort((_lot(heavy), -heavy.weight, ~own))
    return heavy.keep(np.sort(ranked[:at_most]))


def most_telling(scores: NDArray[np.float64], *, at_most: int) -> NDArray[np.int64]:
    """Return the numbers of the ``at_most`` nodes with the greatest ``scores``, ascending; ties go to the first."""
    ranked = np.lexsort((np.arange(len(scores)), -scores))
    return np.sort(ranked[:at_most])


def _own_strongest(projection: Projection) -> NDArray[np.bool_]:
    """Tell for each link whether it is the strongest of one of its ends."""
    by_weight = np.lexsort((_lot(projection), -projection.weight))
    is_strongest = np.zeros(len(projection), dtype=bool)
    ends = np.empty(2 * len(projection), dtype=np.int64)
    ends[0::2] = projection.first[by_weight]
    ends[1::2] = projection.second[by_weight]
    _, first_seen = np.unique(ends, return_index=True)
    is_strongest[by_weight[first_seen // 2]] = True
    return is_strongest


def _lot(projection: Projection) -> NDArray[np.uint64]:
    """Return a number for each link, mixed from its ends: two rounds of a multiplicative hash, no randomness."""
    mixed = projection.first.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + projection.second.astype(np.uint64)
    for multiplier in (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(29))) * multiplier
    return mixed ^ (mixed >> np.uint64(32))
